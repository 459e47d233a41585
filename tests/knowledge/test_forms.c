/* Truth, cloze, match and order: proved, without a tell, and made again from
 * the same numbers. */
#include "question_world.h"

static const char BRIDGES[] =
    "[kind bridge]\nlabel = bridge\nplural = bridges\ntitle = name\n"
    "[field bridge.opened]\ntype = date\ncomplete = yes\nlabel = Opened\n"
    "ask = When was {title} opened?\n"
    "true = The day on which {title} was opened is {value}.\n"
    "order = Put these bridges in the order in which they were opened.\n"
    "[field bridge.city]\ntype = place\ncomplete = yes\nlabel = City\n"
    "ask = In which city does {title} stand?\n"
    "true = {title} stands in {value}.\n"
    "match = In which city does each bridge stand?\n"
    "[field bridge.spans]\ntype = count\ncomplete = yes\nlabel = Spans\n"
    "ask = How many spans does {title} have?\n"
    "true = {title} has {count|span|spans}.\n"
    "[field bridge.note]\ntype = text\ncomplete = no\nlabel = Note\n"
    "ask = What is said of {title}?\n"
    "[field bridge.builder]\ntype = name\nmany = yes\ncomplete = yes\n"
    "label = Builder\nask = Who built {title}?\n"
    "true = {value} built {title}.\n"
    "[deck]\ntitle = Bridges\nlang = en\n"
    "[bridge long]\nname = Long Bridge\nopened = 1901-05-02\ncity = Oslo\n"
    "spans = 3\nbuilder = Moe\nbuilder = Lie\nnote = it sways in the wind\n"
    "[bridge old]\nname = Old Bridge\nopened = 1923-07-11\ncity = Turin\n"
    "spans = 5\nbuilder = Rossi\n"
    "[bridge iron]\nname = Iron Bridge\nopened = 1944-03-09\ncity = Lyon\n"
    "spans = 7\nbuilder = Roux\n"
    "[bridge twin]\nname = Twin Bridge\nopened = 1944-03-09\ncity = Porto\n"
    "spans = 9\nbuilder = Sousa\n"
    "[bridge year]\nname = Year Bridge\nopened = 1944\ncity = Ghent\n"
    "spans = 2\nbuilder = Maes\n"
    "[bridge quay]\nname = Quay Bridge\nopened = 1958-10-30\ncity = Bergen\n"
    "spans = 11\nbuilder = Berg\n"
    "[bridge kobe]\nname = Kobe Bridge\nopened = 1998-04-05\ncity = Kobe\n"
    "spans = 13\nbuilder = Sato\n"
    "[bridge y1971]\nname = Bridge of 1971\nopened = 1971-02-03\ncity = Bonn\n"
    "spans = 4\nbuilder = Koch\n"
    "[card bridge.first]\nask = What is a bridge for?\nanswer = crossing\n"
    "[card bridge.gap]\ncloze = A bridge of ropes {sways} in the wind.\n";

static struct world *bridges(void)
{
    return world_of((const char *const[]){BRIDGES, NULL});
}

static void a_truth_is_said_as_it_is_or_with_a_value_proved_wrong(void **state)
{
    (void)state;
    struct world *world = bridges();
    int right[2] = {0, 0};
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct question question = ask(world, "old/city", FORM_TRUTH, 0, seed);
        assert_int_equal(question.option_count, 2);
        assert_string_equal(question.options[0].text, "True");
        assert_string_equal(question.options[1].text, "False");
        assert_true(question.chance > .49 && question.chance < .51);
        bool is_so =
            strcmp(question.prompt, "Old Bridge stands in Turin.") == 0 ||
            strcmp(question.prompt, "The Old Bridge stands in Turin.") == 0;
        assert_int_equal(question.right, is_so ? 0 : 1);
        assert_string_equal(question.answer, "Turin");
        right[question.right]++;
    }
    assert_in_range(right[0], 70, 130);
    assert_int_equal(right[0] + right[1], 200);
}

static void a_wrong_truth_says_whose_value_it_was(void **state)
{
    (void)state;
    struct world *world = bridges();
    for (uint64_t seed = 0; seed < 50; seed++) {
        struct question question =
            ask(world, "long/spans", FORM_TRUTH, 0, seed);
        if (question.right == 0)
            continue;
        assert_non_null(question.options[0].belongs);
        assert_string_not_equal(question.options[0].of, "long/spans");
    }
}

static void a_truth_never_says_a_date_that_may_be_the_same(void **state)
{
    (void)state;
    struct world *world = bridges();
    for (uint64_t seed = 0; seed < 300; seed++) {
        struct question question =
            ask(world, "iron/opened", FORM_TRUTH, 0, seed);
        if (question.right == 1)
            assert_null(strstr(question.prompt, "1944"));
    }
}

static void a_title_that_tells_is_no_truth(void **state)
{
    (void)state;
    struct world *world = bridges();
    assert_true(declines(world, "kobe/city", FORM_TRUTH, 0));
}

static void what_is_not_all_stated_is_no_truth(void **state)
{
    (void)state;
    struct world *world = bridges();
    assert_true(declines(world, "long/note", FORM_TRUTH, 0));
    assert_true(declines(world, "bridge.first", FORM_TRUTH, 0));
}

static void a_cloze_leaves_the_value_out_of_the_sentence(void **state)
{
    (void)state;
    struct world *world = bridges();

    struct question city = ask(world, "old/city", FORM_CLOZE, 0, 1);
    assert_non_null(strstr(city.prompt, "Bridge stands in ▢."));
    assert_string_equal(city.accepted[0], "Turin");

    struct question spans = ask(world, "old/spans", FORM_CLOZE, 0, 1);
    assert_non_null(strstr(spans.prompt, "has ▢ spans."));

    struct question card = ask(world, "bridge.gap", FORM_CLOZE, 0, 1);
    assert_string_equal(card.prompt, "A bridge of ropes ▢ in the wind.");
    assert_string_equal(card.answer, "sways");
}

static void what_has_no_blank_is_no_cloze(void **state)
{
    (void)state;
    struct world *world = bridges();
    assert_true(declines(world, "bridge.first", FORM_CLOZE, 0));
    assert_true(declines(world, "long/builder", FORM_CLOZE, 0));
}

/* What is right is right, and no other pairing is. */
static void expect_sound_match(const struct question *question)
{
    bool has_own = false;
    for (int i = 0; i < question->part_count; i++) {
        const struct part *part = &question->parts[i];
        has_own = has_own || part->item == question->request.item;
        assert_string_equal(part->item->subject->title, part->title);
        assert_string_equal(part->item->fact->values[0].shown, part->value);
        assert_string_not_equal(part->title, "Kobe Bridge");
        for (int k = 0; k < i; k++) {
            assert_string_not_equal(part->value, question->parts[k].value);
            assert_string_not_equal(part->title, question->parts[k].title);
        }
    }
    assert_true(has_own);
    int seen = 0;
    for (int k = 0; k < question->part_count; k++)
        seen |= 1 << question->places[k];
    assert_int_equal(seen, (1 << question->part_count) - 1);
}

static void a_match_pairs_each_title_with_its_own_value(void **state)
{
    (void)state;
    struct world *world = bridges();
    int in_place = 0;
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct question question = ask(world, "old/city", FORM_MATCH, 4, seed);
        assert_int_equal(question.part_count, 4);
        assert_string_equal(question.prompt,
                            "In which city does each bridge stand?");
        assert_true(question.chance > .24 && question.chance < .26);
        expect_sound_match(&question);
        for (int k = 0; k < 4; k++)
            in_place += question.places[k] == k;
    }
    /* one of four stands opposite by chance: 200 of 800 */
    assert_in_range(in_place, 140, 260);
}

static void a_match_has_three_or_four_pairs(void **state)
{
    (void)state;
    struct world *world = bridges();
    assert_int_equal(ask(world, "old/city", FORM_MATCH, 3, 1).part_count, 3);
    assert_int_equal(ask(world, "old/city", FORM_MATCH, 5, 1).part_count, 4);
}

static void many_values_and_titles_that_tell_are_not_matched(void **state)
{
    (void)state;
    struct world *world = bridges();
    assert_true(declines(world, "long/builder", FORM_MATCH, 4));
    assert_true(declines(world, "kobe/city", FORM_MATCH, 4));
    assert_true(declines(world, "bridge.first", FORM_MATCH, 4));
}

static int32_t day_of(const struct part *part)
{
    return date_to_days(part->item->fact->values[0].date);
}

static void an_order_has_no_ties_and_no_title_with_its_year(void **state)
{
    (void)state;
    struct world *world = bridges();
    int sorted = 0;
    for (uint64_t seed = 0; seed < 300; seed++) {
        struct question question =
            ask(world, "long/opened", FORM_ORDER, 4, seed);
        assert_int_equal(question.part_count, 4);
        assert_true(question.chance > 1 / 24.5 && question.chance < 1 / 23.5);
        for (int k = 1; k < 4; k++)
            assert_true(day_of(&question.parts[question.places[k - 1]]) <
                        day_of(&question.parts[question.places[k]]));
        for (int k = 0; k < 4; k++)
            assert_string_not_equal(question.parts[k].title, "Bridge of 1971");
        bool own = true;
        for (int k = 0; k < 4; k++)
            own = own && question.places[k] == k;
        sorted += own;
    }
    /* one deal in 24 is in order already: 12 or 13 of 300 */
    assert_in_range(sorted, 2, 30);
}

static void only_dates_without_doubt_are_put_in_order(void **state)
{
    (void)state;
    struct world *world = bridges();
    assert_true(declines(world, "old/city", FORM_ORDER, 4));
    assert_true(declines(world, "y1971/opened", FORM_ORDER, 4));
}

static void every_form_is_made_again_from_the_same_numbers(void **state)
{
    (void)state;
    static const enum form forms[] = {FORM_TRUTH, FORM_CLOZE, FORM_MATCH,
                                      FORM_ORDER};
    struct world *first = bridges();
    struct world *second = world_of((const char *const[]){
        RIVERS, BRIDGES, NULL}); /* another deck beside it, another order */
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        for (uint64_t seed = 0; seed < 20; seed++) {
            struct question a = ask(first, "long/opened", forms[i], 4, seed);
            struct question b = ask(second, "long/opened", forms[i], 4, seed);
            assert_string_equal(a.prompt, b.prompt);
            assert_int_equal(a.part_count, b.part_count);
            assert_int_equal(a.right, b.right);
            for (int k = 0; k < a.part_count; k++) {
                assert_string_equal(a.parts[k].title, b.parts[k].title);
                assert_int_equal(a.places[k], b.places[k]);
            }
        }
}

static void a_match_has_no_value_too_long_for_a_row(void **state)
{
    (void)state;
    struct world *world = world_of((const char *const[]){
        "[kind mill]\nlabel = mill\nplural = mills\ntitle = name\n"
        "[field mill.use]\ntype = text\ncomplete = yes\nlabel = Use\n"
        "ask = What is {title} for?\nmatch = What in {home} is each for?\n"
        "[deck]\ntitle = Mills\nlang = en\nhome = Friesland\n"
        "[mill a]\nname = Ark\nuse = grinds rye\n"
        "[mill b]\nname = Bee\nuse = presses oil\n"
        "[mill c]\nname = Cog\nuse = saws planks\n"
        "[mill d]\nname = Dov\nuse = lifts water out of the low fields and "
        "through the long dyke into the sea\n",
        NULL});
    for (uint64_t seed = 0; seed < 50; seed++) {
        struct question question = ask(world, "a/use", FORM_MATCH, 3, seed);
        assert_string_equal(question.prompt, "What in Friesland is each for?");
        for (int i = 0; i < question.part_count; i++)
            assert_string_not_equal(question.parts[i].title, "Dov");
    }
    assert_true(declines(world, "d/use", FORM_MATCH, 3));
}

static const char CITIES[] =
    "[kind party]\nlabel = party\nplural = parties\ntitle = name\n"
    "entity = yes\n"
    "[party home]\nname = Homeland\nthe = no\n"
    "[party italy]\nname = Italy\ncity = Turin\nthe = no\n"
    "[party norway]\nname = Norway\ncity = Oslo\ncity = Bergen\nthe = no\n"
    "[party france]\nname = France\ncity = Lyon\nadjective = French\n"
    "adjective = Gallo\nthe = no\n"
    "[kind pact]\nlabel = pact\nplural = pacts\ntitle = name\n"
    "describe = the pact signed in {place} on {signed}\n"
    "describe = the pact of {signed}\n"
    "[field pact.party]\ntype = party\nmany = yes\ncomplete = yes\n"
    "of = party\nlabel = Parties\n"
    "[field pact.partner]\ntype = party\nmany = yes\ncomplete = yes\n"
    "derived = party\nof = party\nlabel = Partner\n"
    "ask = With whom was {title} made?\n"
    "[field pact.signed]\ntype = date\ncomplete = yes\nlabel = Signed\n"
    "ask = When was {title} signed?\n"
    "[field pact.place]\ntype = place\ncomplete = yes\nlabel = Place\n"
    "ask = Where was {title} signed?\n"
    "true = {title} was signed in {value}.\n"
    "[deck]\ntitle = Pacts\nlang = en\nhome = Homeland\n"
    "[pact it]\nname = Italy Pact\nparty = Homeland\nparty = Italy\n"
    "signed = 1901-05-02\nplace = Turin\n"
    "[pact no]\nname = Norway Pact\nparty = Homeland\nparty = Norway\n"
    "signed = 1911-06-03\nplace = Oslo\n"
    "[pact fr]\nname = Gallo Pact\nparty = Homeland\nparty = France\n"
    "signed = 1921-07-04\nplace = Lyon\n"
    "[pact sea]\nname = Sea Pact\nparty = Homeland\nparty = Norway\n"
    "signed = 1931-08-05\nplace = Bergen\n"
    "[pact air]\nname = Air Pact\nparty = Homeland\nparty = France\n"
    "signed = 1941-09-06\nplace = Porto\n"
    "[pact ice]\nname = Ice Pact\nparty = Homeland\nparty = Italy\n"
    "signed = 1951-10-07\nplace = Ghent\n";

/* Who has a map of cities needs no treaty to go with it. */
static void a_title_with_the_country_of_a_city_does_not_ask_for_it(void **state)
{
    (void)state;
    struct world *world = world_of((const char *const[]){CITIES, NULL});
    assert_string_equal(ask(world, "it/place", FORM_CHOICE, 3, 1).prompt,
                        "Where was the pact of 2 May 1901 signed?");
    assert_non_null(
        strstr(ask(world, "fr/place", FORM_TRUTH, 2, 1).prompt, "4 July 1921"));
    assert_string_equal(ask(world, "it/place", FORM_TYPED, 0, 1).prompt,
                        "Where was the Italy Pact signed?");
    assert_true(declines(world, "no/place", FORM_MATCH, 3));
    assert_string_equal(ask(world, "sea/place", FORM_MATCH, 3, 1).prompt,
                        "Match each pact with the right place.");
}

static void a_city_and_any_adjective_tell_of_their_country(void **state)
{
    (void)state;
    struct world *world = world_of((const char *const[]){CITIES, NULL});
    assert_string_equal(ask(world, "no/partner", FORM_CHOICE, 3, 1).prompt,
                        "With whom was the pact of 3 June 1911 made?");
    assert_string_equal(ask(world, "fr/partner", FORM_TYPED, 0, 1).prompt,
                        "With whom was the pact of 4 July 1921 made?");
    assert_string_equal(ask(world, "sea/partner", FORM_CHOICE, 3, 1).prompt,
                        "With whom was the Sea Pact made?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            a_title_with_the_country_of_a_city_does_not_ask_for_it),
        cmocka_unit_test(a_city_and_any_adjective_tell_of_their_country),
        cmocka_unit_test(a_truth_is_said_as_it_is_or_with_a_value_proved_wrong),
        cmocka_unit_test(a_wrong_truth_says_whose_value_it_was),
        cmocka_unit_test(a_truth_never_says_a_date_that_may_be_the_same),
        cmocka_unit_test(a_title_that_tells_is_no_truth),
        cmocka_unit_test(what_is_not_all_stated_is_no_truth),
        cmocka_unit_test(a_cloze_leaves_the_value_out_of_the_sentence),
        cmocka_unit_test(what_has_no_blank_is_no_cloze),
        cmocka_unit_test(a_match_pairs_each_title_with_its_own_value),
        cmocka_unit_test(a_match_has_three_or_four_pairs),
        cmocka_unit_test(many_values_and_titles_that_tell_are_not_matched),
        cmocka_unit_test(a_match_has_no_value_too_long_for_a_row),
        cmocka_unit_test(an_order_has_no_ties_and_no_title_with_its_year),
        cmocka_unit_test(only_dates_without_doubt_are_put_in_order),
        cmocka_unit_test(every_form_is_made_again_from_the_same_numbers),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
