#include "question_world.h"

#include "knowledge/options.h"
#include "knowledge/value.h"

static void a_wrong_date_is_a_real_one_before_today(void **state)
{
    (void)state;
    struct world *world = small_world();

    for (uint64_t seed = 0; seed < 200; seed++) {
        struct question question =
            ask(world, "in-acsa/signed", FORM_CHOICE, 4, seed);
        for (int i = 0; i < 4; i++) {
            const struct option *option = &question.options[i];
            assert_non_null(option->of);
            assert_int_equal(option->right, i == question.right);
            assert_int_equal(option->belongs == NULL, option->right);
        }
    }
}

static void no_wrong_date_is_after_today(void **state)
{
    (void)state;
    struct world *world = small_world();
    struct question_request request = {
        .item = knowledge_item(world->knowledge, "us-acsa/signed"),
        .form = FORM_CHOICE,
        .options = 3,
        .today = date_to_days((struct date){2017, 2, 1, false})};

    for (request.seed = 0; request.seed < 200; request.seed++) {
        struct question question;
        assert_true(question_make(world->knowledge, request, &world->arena,
                                  &question, NULL));
        assert_false(shows(&question, "9 September 2020"));
        assert_false(shows(&question, "25 April 2017"));
    }
}

static void a_date_that_is_never_asked_is_no_wrong_option(void **state)
{
    (void)state;
    struct world *world = small_world();

    for (uint64_t seed = 0; seed < 200; seed++) {
        struct question question =
            ask(world, "it-info/signed", FORM_CHOICE, 5, seed);
        assert_false(shows(&question, "5 January 2016"));
    }
}

static void dates_ascend_and_the_key_takes_every_rank(void **state)
{
    (void)state;
    struct world *world = small_world();
    int ranks[4] = {0};

    for (uint64_t seed = 0; seed < 1000; seed++) {
        struct question question =
            ask(world, "uk-acsa/signed", FORM_CHOICE, 4, seed);
        ranks[question.right]++;
        struct date last = {0};
        for (int i = 0; i < 4; i++) {
            struct date date;
            assert_true(date_read(question.options[i].text, &date));
            assert_true(date_compare(last, date) < 0);
            last = date;
        }
    }

    for (int i = 0; i < 4; i++)
        assert_true(ranks[i] > 40);
}

static void over_all_dates_the_key_takes_each_rank_alike(void **state)
{
    (void)state;
    struct world *world = small_world();
    const struct knowledge *knowledge = world->knowledge;
    int ranks[4] = {0}, asked = 0;

    for (size_t i = 0; i < knowledge->item_count; i++) {
        const struct item *item = &knowledge->items[i];
        if (!item->fact || item->back || item->fact->field->type != TYPE_DATE)
            continue;
        for (uint64_t seed = 0; seed < 200; seed++, asked++)
            ranks[ask(world, item->id, FORM_CHOICE, 4, seed).right]++;
    }

    for (int i = 0; i < 4; i++)
        assert_in_range(ranks[i], asked * 22 / 100, asked * 28 / 100);
}

/* Each stands among the options of the other: no look tells which is asked. */
static void who_shows_another_is_shown_by_it(void **state)
{
    (void)state;
    struct world *world = world_of((const char *const[]){
        KINDS,
        "[deck]\ntitle = Places\nlang = en\nhome = Japan\n"
        "[treaty a]\nname = A\nshort = First Text\nplace = Oslo\n"
        "[treaty b]\nname = B\nshort = Second Text\nplace = Bern\n"
        "[treaty c]\nname = C\nshort = Third Text\nplace = Wien\n"
        "[treaty d]\nname = D\nshort = Fourth Text\nplace = Lima\n"
        "[treaty e]\nname = E\nshort = Fifth Text\nplace = Rome\n"
        "[treaty f]\nname = F\nshort = Sixth Text\nplace = Kiel\n",
        NULL});
    int times = 0;

    for (uint64_t seed = 0; seed < 500; seed++) {
        struct question a = ask(world, "a/place", FORM_CHOICE, 3, seed);
        struct question b = ask(world, "b/place", FORM_CHOICE, 3, seed);
        times += shows(&a, "Bern");
        assert_int_equal(shows(&a, "Bern"), shows(&b, "Oslo"));
    }

    assert_in_range(times, 100, 400);
}

static void what_was_chosen_instead_is_shown_again(void **state)
{
    (void)state;
    struct world *world = small_world();
    struct confusions confusions = {{"us-1960/place", "us-1960/signed"}, 2};
    struct question_request request = {
        .item = knowledge_item(world->knowledge, "in-acsa/place"),
        .form = FORM_CHOICE,
        .options = 3,
        .today = TODAY,
        .confusions = &confusions};

    for (request.seed = 0; request.seed < 200; request.seed++) {
        struct question question;
        assert_true(question_make(world->knowledge, request, &world->arena,
                                  &question, NULL));
        assert_true(shows(&question, "Washington, D.C."));
        assert_true(shows(&question, "New Delhi"));
        assert_int_equal(question.option_count, 3);
    }
}

static void what_may_be_right_is_not_shown_though_it_was_chosen(void **state)
{
    (void)state;
    struct world *world = small_world();
    struct confusions confusions = {{"in-acsa/place", "no/such-fact"}, 2};
    struct question_request request = {
        .item = knowledge_item(world->knowledge, "in-acsa/place"),
        .form = FORM_CHOICE,
        .options = 3,
        .today = TODAY,
        .confusions = &confusions};
    struct question question;

    assert_true(question_make(world->knowledge, request, &world->arena,
                              &question, NULL));

    for (int i = 0; i < 3; i++)
        assert_int_equal(!strcmp(question.options[i].text, "New Delhi"),
                         i == question.right);
}

static void a_card_shows_again_what_was_chosen_instead(void **state)
{
    (void)state;
    struct world *world = small_world();
    struct confusions confusions = {{"The Middle East"}, 1};
    int without = 0;
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct question_request request = {
            .item = knowledge_item(world->knowledge, "us-1960.region"),
            .form = FORM_CHOICE,
            .options = 3,
            .seed = seed,
            .today = TODAY,
            .confusions = &confusions};
        struct question question;
        assert_true(question_make(world->knowledge, request, &world->arena,
                                  &question, NULL));
        assert_true(shows(&question, "The Middle East"));
        question = ask(world, "us-1960.region", FORM_CHOICE, 3, seed);
        without += !shows(&question, "The Middle East");
    }
    assert_true(without > 0);
}

static void a_wrong_option_says_how_plausible_it_is(void **state)
{
    (void)state;
    struct world *world = small_world();
    for (uint64_t seed = 0; seed < 50; seed++) {
        struct question question =
            ask(world, "in-acsa/place", FORM_CHOICE, 3, seed);
        for (int i = 0; i < 3; i++) {
            const struct option *option = &question.options[i];
            bool is_far = !strcmp(option->text, "Washington, D.C.");
            if (!option->right && is_far)
                assert_true(option->likeness > 0 && option->likeness < .5);
            if (!strcmp(option->text, "Paris"))
                assert_true(option->likeness > .9 && option->likeness <= 1);
        }
    }
}

static void a_card_puts_its_answer_at_every_length(void **state)
{
    (void)state;
    struct world *world = world_of((const char *const[]){
        "[deck]\ntitle = Cards\nlang = en\n"
        "[card a]\nask = What is it?\nanswer = five five\nwrong = one\n"
        "wrong = two too\nwrong = seven eleven\nwrong = nineteen ninety\n",
        NULL});
    int longest = 0, shortest = 0;

    for (uint64_t seed = 0; seed < 900; seed++) {
        struct question question = ask(world, "a", FORM_CHOICE, 3, seed);
        bool longer = shows(&question, "seven eleven") ||
                      shows(&question, "nineteen ninety");
        bool shorter = shows(&question, "one") || shows(&question, "two too");
        longest += !longer;
        shortest += !shorter;
    }

    assert_in_range(longest, 200, 400);
    assert_in_range(shortest, 200, 400);
}

static void other_options_are_shuffled(void **state)
{
    (void)state;
    struct world *world = small_world();
    int places[4] = {0};

    for (uint64_t seed = 0; seed < 1000; seed++)
        places[ask(world, "fr-acsa/place", FORM_CHOICE, 4, seed).right]++;

    for (int i = 0; i < 4; i++)
        assert_in_range(places[i], 200, 300);
}

static void more_options_than_values_are_declined(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_true(declines(world, "us-1960/family", FORM_CHOICE, 4));
    assert_true(declines(world, "us-1960/signed", FORM_CHOICE, 2));
    assert_true(declines(world, "us-1960/signed", FORM_CHOICE, 6));
}

static void an_open_field_gives_no_wrong_option(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_true(declines(world, "us-acsa/scope", FORM_CHOICE, 3));
}

static void one_of_many_values_is_shown_and_the_others_never(void **state)
{
    (void)state;
    struct world *world = small_world();
    int shown[2] = {0};

    for (uint64_t seed = 0; seed < 200; seed++) {
        struct question question =
            ask(world, "us-1960/signer", FORM_CHOICE, 4, seed);
        bool kishi = shows(&question, "Kishi Nobusuke");
        assert_true(kishi != shows(&question, "Christian Herter"));
        shown[kishi]++;
    }

    assert_true(shown[0] > 50 && shown[1] > 50);
}

static void a_wrong_value_says_what_it_belongs_to(void **state)
{
    (void)state;
    struct world *world = small_world();
    bool signed_seen = false;
    bool in_force_seen = false;

    for (uint64_t seed = 0; seed < 200; seed++) {
        struct question question =
            ask(world, "in-acsa/signed", FORM_CHOICE, 5, seed);
        for (int i = 0; i < 5; i++) {
            const struct option *option = &question.options[i];
            if (!strcmp(option->text, "13 July 2018")) {
                assert_string_equal(option->belongs, "Japan–France ACSA");
                signed_seen = true;
            }
            if (!strcmp(option->text, "11 July 2021")) {
                assert_string_equal(option->belongs,
                                    "In force: Japan–India ACSA");
                in_force_seen = true;
            }
        }
    }

    assert_true(signed_seen && in_force_seen);
}

static void a_wrong_title_says_what_is_true_of_it(void **state)
{
    (void)state;
    struct world *world = small_world();
    bool seen = false;

    for (uint64_t seed = 0; seed < 200; seed++) {
        struct question question =
            ask(world, "in-acsa/signed/back", FORM_CHOICE, 3, seed);
        for (int i = 0; i < 3; i++) {
            if (strcmp(question.options[i].text, "Japan–France ACSA") != 0)
                continue;
            assert_string_equal(question.options[i].belongs,
                                "Signed 13 July 2018");
            seen = true;
        }
    }

    assert_true(seen);
}

static void a_value_shared_by_several_names_the_first_and_counts(void **state)
{
    (void)state;
    struct world *world = world_of((const char *const[]){
        KINDS,
        "[deck]\ntitle = Places\nlang = en\nhome = Japan\n"
        "[treaty c]\nname = C\nshort = Third Text\nplace = Oslo\n"
        "[treaty a]\nname = A\nshort = First Text\nplace = Oslo\n"
        "[treaty b]\nname = B\nshort = Second Text\nplace = Bern\n"
        "[treaty d]\nname = D\nshort = Fourth Text\nplace = Wien\n",
        NULL});

    struct question question = ask(world, "b/place", FORM_CHOICE, 3, 1);

    for (int i = 0; i < 3; i++)
        if (!strcmp(question.options[i].text, "Oslo"))
            assert_string_equal(question.options[i].belongs,
                                "First Text and 1 more");
}

static void twins_and_contained_values_never_stand_together(void **state)
{
    (void)state;
    struct world *world = world_of((const char *const[]){
        KINDS,
        "[deck]\ntitle = Places\nlang = en\nhome = Japan\n"
        "[treaty a]\nname = A\nshort = First Text\nplace = Washington\n"
        "[treaty b]\nname = B\nshort = Second Text\n"
        "place = Washington, D.C.\n"
        "[treaty c]\nname = C\nshort = Third Text\nplace = Zürich\n"
        "[treaty d]\nname = D\nshort = Fourth Text\nplace = ZURICH\n"
        "[treaty e]\nname = E\nshort = Fifth Text\nplace = Bern\n",
        NULL});

    assert_true(declines(world, "a/place", FORM_CHOICE, 4));
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct question question = ask(world, "e/place", FORM_CHOICE, 3, seed);
        assert_false(shows(&question, "Washington") &&
                     shows(&question, "Washington, D.C."));
        assert_false(shows(&question, "Zürich") && shows(&question, "ZURICH"));
    }
}

static void texts_shown_together_are_of_like_length(void **state)
{
    (void)state;
    struct world *world = world_of((const char *const[]){
        KINDS,
        "[deck]\ntitle = Aims\nlang = en\nhome = Japan\n"
        "[treaty a]\nname = A\nshort = First Text\n"
        "aim = opens ports for grain\n"
        "[treaty b]\nname = B\nshort = Second Text\n"
        "aim = shares maps of coasts\n"
        "[treaty c]\nname = C\nshort = Third Text\n"
        "aim = lends tents and beds\n"
        "[treaty d]\nname = D\nshort = Fourth Text\n"
        "aim = protects all the secret papers of both of the sides\n",
        NULL});

    assert_true(declines(world, "a/aim", FORM_CHOICE, 4));
    assert_false(declines(world, "a/aim", FORM_CHOICE, 3));
    assert_true(declines(world, "d/aim", FORM_CHOICE, 3));
}

static void partial_dates_stand_only_beside_their_like(void **state)
{
    (void)state;
    struct world *world = world_of((const char *const[]){
        KINDS,
        "[deck]\ntitle = Dates\nlang = en\nhome = Japan\n"
        "[treaty a]\nname = A\nshort = First Text\nsigned = 2014-09\n"
        "[treaty b]\nname = B\nshort = Second Text\nsigned = 2015-09\n"
        "[treaty c]\nname = C\nshort = Third Text\nsigned = 2016-02\n"
        "[treaty d]\nname = D\nshort = Fourth Text\nsigned = 2014\n"
        "[treaty e]\nname = E\nshort = Fifth Text\nsigned = 2013-01-01\n",
        NULL});

    struct question question = ask(world, "a/signed", FORM_CHOICE, 3, 1);

    assert_true(shows(&question, "September 2014"));
    assert_true(shows(&question, "September 2015"));
    assert_true(shows(&question, "February 2016"));
    assert_true(declines(world, "a/signed", FORM_CHOICE, 4));
}

static void an_answer_that_is_nearly_always_right_is_not_guessed(void **state)
{
    (void)state;
    struct world *world = world_of((const char *const[]){
        KINDS,
        "[deck]\ntitle = Places\nlang = en\nhome = Japan\n"
        "[treaty a]\nname = A\nshort = First Text\nplace = Tokyo\n"
        "[treaty b]\nname = B\nshort = Second Text\nplace = Tokyo\n"
        "[treaty c]\nname = C\nshort = Third Text\nplace = Tokyo\n"
        "[treaty d]\nname = D\nshort = Fourth Text\nplace = Tokyo\n"
        "[treaty e]\nname = E\nshort = Fifth Text\nplace = Bern\n"
        "[treaty f]\nname = F\nshort = Sixth Text\nplace = Oslo\n"
        "[treaty g]\nname = G\nshort = Seventh Text\nplace = Wien\n"
        "[treaty h]\nname = H\nshort = Eighth Text\nplace = Lima\n",
        NULL});

    assert_true(declines(world, "a/place", FORM_CHOICE, 3));
    for (uint64_t seed = 0; seed < 200; seed++) {
        struct question question = ask(world, "e/place", FORM_CHOICE, 4, seed);
        assert_false(shows(&question, "Tokyo"));
    }
}

static void a_title_with_the_year_is_no_answer_to_the_year(void **state)
{
    (void)state;
    struct world *world = small_world();

    assert_true(declines(world, "au-acsa/signed/back", FORM_CHOICE, 3));
    assert_false(declines(world, "uk-acsa/signed/back", FORM_CHOICE, 3));
}

static void the_near_of_kin_come_more_often(void **state)
{
    (void)state;
    struct world *world = small_world();
    int kin = 0;
    int stranger = 0;

    for (uint64_t seed = 0; seed < 1000; seed++) {
        struct question question =
            ask(world, "in-acsa/place", FORM_CHOICE, 3, seed);
        kin += shows(&question, "Paris");
        stranger += shows(&question, "Washington, D.C.");
    }

    assert_true(kin > 2 * stranger);
    assert_true(stranger > 0);
}

/* Ten of the years from 1900 on, thirty of a hundred years later. */
static struct world *two_ages(void)
{
    static char deck[8192];
    size_t used = (size_t)snprintf(
        deck, sizeof deck,
        "[kind dam]\nlabel = dam\nplural = dams\ntitle = name\n"
        "[field dam.built]\ntype = date\ncomplete = yes\nlabel = Built\n"
        "ask = When was {title} built?\n[deck]\ntitle = Dams\nlang = en\n");
    for (int i = 0; i < 40; i++)
        used += (size_t)snprintf(
            deck + used, sizeof deck - used,
            "[dam d%d]\nname = Dam %c%c\nbuilt = %d-%02d-11\n", i, 'A' + i / 10,
            'a' + i % 10, (i < 10 ? 1900 : 1990) + i % 20, 1 + i % 12);
    return world_of((const char *const[]){deck, NULL});
}

static void a_date_has_rivals_of_its_age_more_often_than_not(void **state)
{
    (void)state;
    struct world *world = two_ages();
    int alone = 0;
    for (uint64_t seed = 0; seed < 400; seed++) {
        struct question question = ask(world, "d3/built", FORM_CHOICE, 4, seed);
        int of_age = 0;
        for (int i = 0; i < 4; i++)
            of_age += strstr(question.options[i].text, " 190") != NULL;
        alone += of_age == 1;
    }
    /* by chance alone 46 of 100 */
    assert_in_range(alone, 1, 90);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_has_rivals_of_its_age_more_often_than_not),
        cmocka_unit_test(a_wrong_date_is_a_real_one_before_today),
        cmocka_unit_test(no_wrong_date_is_after_today),
        cmocka_unit_test(a_date_that_is_never_asked_is_no_wrong_option),
        cmocka_unit_test(dates_ascend_and_the_key_takes_every_rank),
        cmocka_unit_test(over_all_dates_the_key_takes_each_rank_alike),
        cmocka_unit_test(who_shows_another_is_shown_by_it),
        cmocka_unit_test(what_was_chosen_instead_is_shown_again),
        cmocka_unit_test(what_may_be_right_is_not_shown_though_it_was_chosen),
        cmocka_unit_test(a_card_shows_again_what_was_chosen_instead),
        cmocka_unit_test(a_wrong_option_says_how_plausible_it_is),
        cmocka_unit_test(a_card_puts_its_answer_at_every_length),
        cmocka_unit_test(other_options_are_shuffled),
        cmocka_unit_test(more_options_than_values_are_declined),
        cmocka_unit_test(an_open_field_gives_no_wrong_option),
        cmocka_unit_test(one_of_many_values_is_shown_and_the_others_never),
        cmocka_unit_test(a_wrong_value_says_what_it_belongs_to),
        cmocka_unit_test(a_wrong_title_says_what_is_true_of_it),
        cmocka_unit_test(a_value_shared_by_several_names_the_first_and_counts),
        cmocka_unit_test(twins_and_contained_values_never_stand_together),
        cmocka_unit_test(texts_shown_together_are_of_like_length),
        cmocka_unit_test(partial_dates_stand_only_beside_their_like),
        cmocka_unit_test(an_answer_that_is_nearly_always_right_is_not_guessed),
        cmocka_unit_test(a_title_with_the_year_is_no_answer_to_the_year),
        cmocka_unit_test(the_near_of_kin_come_more_often),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
