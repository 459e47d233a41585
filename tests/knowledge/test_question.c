#include "question_world.h"

static void
a_flip_card_asks_with_the_title_and_answers_with_the_value(void **state)
{
    (void)state;
    struct world *world = small_world();

    struct question question = ask(world, "us-1960/signed", FORM_FLIP, 0, 1);

    assert_string_equal(question.prompt,
                        "When was the Security Treaty signed?");
    assert_string_equal(question.prompt_ja,
                        "日本国とアメリカ合衆国との間の安全保障条約"
                        "はいつ署名されましたか。");
    assert_string_equal(question.answer, "19 January 1960");
    assert_string_equal(question.head, "Japan–United States");
    assert_string_equal(question.seal, "米");
    assert_string_equal(question.label, "Signed");
    assert_string_equal(question.why, "Ratified in June.");
    assert_string_equal(question.source, "Treaty text");
    assert_int_equal(question.right, -1);
    assert_true(question.chance < 0.001);
}

static void a_flip_card_of_many_values_answers_with_all_of_them(void **state)
{
    (void)state;
    struct world *world = small_world();

    struct question question = ask(world, "us-1960/signer", FORM_FLIP, 0, 1);

    assert_string_equal(question.answer, "Kishi Nobusuke; Christian Herter");
    assert_true(declines(world, "us-1960/signer", FORM_TYPED, 0));
}

static void a_kind_says_whether_its_titles_take_the(void **state)
{
    (void)state;
    struct world *world = world_of((const char *const[]){
        "[kind hill]\nlabel = hill\nplural = hills\ntitle = name\nthe = no\n"
        "[field hill.height]\ntype = number\ncomplete = yes\nlabel = Height\n"
        "ask = How high is {title}?\n"
        "[deck]\ntitle = Hills\nlang = en\n"
        "[hill a]\nname = Ansel\nheight = 310 m\n"
        "[hill b]\nname = Brocken\nthe = yes\nheight = 1141 m\n",
        NULL});
    assert_string_equal(ask(world, "a/height", FORM_FLIP, 0, 1).prompt,
                        "How high is Ansel?");
    assert_string_equal(ask(world, "b/height", FORM_FLIP, 0, 1).prompt,
                        "How high is the Brocken?");
}

static void
a_question_back_names_the_value_and_answers_with_the_title(void **state)
{
    (void)state;
    struct world *world = small_world();

    struct question question =
        ask(world, "us-1960/signed/back", FORM_FLIP, 0, 1);

    assert_string_equal(question.prompt,
                        "Which agreement was signed on 19 January 1960?");
    assert_string_equal(question.answer, "Security Treaty");
    assert_string_equal(question.head, "Agreement");
    assert_null(question.seal);
    assert_string_equal(question.answer_seal, "米");
}

static void
a_title_that_names_the_partner_gives_way_to_a_description(void **state)
{
    (void)state;
    struct world *world = small_world();

    struct question question = ask(world, "fr-acsa/partner", FORM_CHOICE, 3, 1);

    assert_string_equal(question.prompt,
                        "With which partner was the supply agreement signed "
                        "in Paris on 13 July 2018 made?");
    assert_null(question.prompt_ja);
    assert_string_equal(question.answer_title, "Japan–France ACSA");
}

static void a_title_with_the_year_gives_way_when_the_year_is_asked(void **state)
{
    (void)state;
    struct world *world = small_world();

    struct question question = ask(world, "au-acsa/in-force", FORM_TYPED, 0, 1);

    assert_null(strstr(question.prompt, "2017"));
    assert_string_equal(
        question.prompt,
        "When did the supply agreement with Australia enter into force?");
}

static void the_head_never_tells_the_partner(void **state)
{
    (void)state;
    struct world *world = small_world();

    struct question question = ask(world, "us-acsa/partner", FORM_FLIP, 0, 1);

    assert_string_equal(question.head, "Agreement");
    assert_null(question.seal);
    assert_null(strstr(question.prompt, "US"));
}

static void an_indexed_fact_asks_with_its_number(void **state)
{
    (void)state;
    struct world *world = small_world();

    struct question question = ask(world, "us-1960/article/5", FORM_FLIP, 0, 1);

    assert_string_equal(question.prompt,
                        "What does Article 5 of the Security Treaty say?");
}

static void a_card_is_asked_as_flip_choice_and_typed(void **state)
{
    (void)state;
    struct world *world = small_world();

    struct question flip = ask(world, "us-1960.region", FORM_FLIP, 0, 1);
    struct question typed = ask(world, "us-1960.region", FORM_TYPED, 0, 1);
    struct question choice = ask(world, "us-1960.region", FORM_CHOICE, 4, 1);

    assert_string_equal(flip.prompt, "Which region does Article VI name?");
    assert_string_equal(flip.answer, "The Far East");
    assert_string_equal(typed.accepted[0], "The Far East");
    assert_string_equal(choice.options[choice.right].text, "The Far East");
    assert_string_equal(choice.options[0].of, "us-1960.region");
}

static void a_card_with_too_few_wrong_options_is_no_choice(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_true(declines(world, "us-1960.region", FORM_CHOICE, 5));
    assert_true(declines(world, "us-1960.cloze", FORM_CHOICE, 3));
}

static void a_cloze_card_shows_a_blank(void **state)
{
    (void)state;
    struct world *world = small_world();

    struct question question = ask(world, "us-1960.cloze", FORM_TYPED, 0, 1);

    assert_string_equal(question.prompt,
                        "The territories are under the administration of ▢.");
    assert_string_equal(question.answer, "Japan");
}

static void a_long_text_is_not_typed(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_true(declines(world, "us-1960/aim", FORM_TYPED, 0));
    assert_true(declines(world, "us-1960/article/5", FORM_TYPED, 0));
}

static void assert_same(const struct question *a, const struct question *b)
{
    assert_string_equal(a->prompt, b->prompt);
    assert_string_equal(a->head, b->head);
    assert_int_equal(a->option_count, b->option_count);
    assert_int_equal(a->right, b->right);
    for (int i = 0; i < a->option_count; i++) {
        assert_string_equal(a->options[i].text, b->options[i].text);
        assert_string_equal(a->options[i].of, b->options[i].of);
        if (a->options[i].belongs)
            assert_string_equal(a->options[i].belongs, b->options[i].belongs);
    }
}

static void compare_worlds(struct world *one, struct world *two)
{
    for (size_t i = 0; i < one->knowledge->item_count; i++) {
        const char *item = one->knowledge->items[i].id;
        if (!strcmp(item, "rhine/mouth"))
            break;
        for (int form = FORM_FLIP; form <= FORM_TYPED; form++) {
            for (uint64_t seed = 0; seed < 50; seed++) {
                struct question a, b;
                struct error why_a, why_b;
                bool made =
                    try_ask(one, item, (enum form)form, 4, seed, &a, &why_a);
                assert_int_equal(made, try_ask(two, item, (enum form)form, 4,
                                               seed, &b, &why_b));
                if (made)
                    assert_same(&a, &b);
                else
                    assert_string_equal(why_a.text, why_b.text);
            }
        }
    }
}

static void the_order_of_decks_changes_no_question(void **state)
{
    (void)state;
    struct world *one = small_world();
    struct world *two =
        world_of((const char *const[]){KINDS, DECK_B, DECK_A, NULL});

    compare_worlds(one, two);
}

static void an_unrelated_deck_changes_no_question(void **state)
{
    (void)state;
    struct world *one = small_world();
    struct world *two =
        world_of((const char *const[]){RIVERS, KINDS, DECK_A, DECK_B, NULL});

    compare_worlds(one, two);
}

static void every_item_can_be_flipped_and_no_choice_tells(void **state)
{
    (void)state;
    struct world *world = small_world();
    int choices = 0;

    for (size_t i = 0; i < world->knowledge->item_count; i++) {
        const char *item = world->knowledge->items[i].id;
        assert_false(declines(world, item, FORM_FLIP, 0));
        for (uint64_t seed = 0; seed < 200; seed++) {
            struct question question;
            if (!try_ask(world, item, FORM_CHOICE, 3, seed, &question, NULL))
                continue;
            choices++;
            assert_int_equal(question.option_count, 3);
            assert_true(question.options[question.right].right);
            assert_null(
                strstr(question.prompt, question.options[question.right].text));
            assert_null(strchr(question.prompt, '{'));
        }
    }

    assert_true(choices > 2000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kind_says_whether_its_titles_take_the),
        cmocka_unit_test(
            a_flip_card_asks_with_the_title_and_answers_with_the_value),
        cmocka_unit_test(a_flip_card_of_many_values_answers_with_all_of_them),
        cmocka_unit_test(
            a_question_back_names_the_value_and_answers_with_the_title),
        cmocka_unit_test(
            a_title_that_names_the_partner_gives_way_to_a_description),
        cmocka_unit_test(
            a_title_with_the_year_gives_way_when_the_year_is_asked),
        cmocka_unit_test(the_head_never_tells_the_partner),
        cmocka_unit_test(an_indexed_fact_asks_with_its_number),
        cmocka_unit_test(a_card_is_asked_as_flip_choice_and_typed),
        cmocka_unit_test(a_card_with_too_few_wrong_options_is_no_choice),
        cmocka_unit_test(a_cloze_card_shows_a_blank),
        cmocka_unit_test(a_long_text_is_not_typed),
        cmocka_unit_test(the_order_of_decks_changes_no_question),
        cmocka_unit_test(an_unrelated_deck_changes_no_question),
        cmocka_unit_test(every_item_can_be_flipped_and_no_choice_tells),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
