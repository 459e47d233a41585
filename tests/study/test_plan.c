#include "study/plan.h"

#include "study_world.h"

enum { TEXT_MAX = 400000 };

static struct arena arena;
static struct knowledge *knowledge;
static struct progress progress;
static struct plan plan;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 1024u << 20);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static void know(const char *const *decks)
{
    const char *texts[16] = {RIVER_KIND};
    for (size_t i = 0; decks[i]; i++)
        texts[i + 1] = decks[i];
    knowledge = knowledge_of(&arena, texts);
    progress_init(&progress, &arena, knowledge, study_settings_default());
}

/* A deck of rivers r1, r2 ... of `prefix`, each with its length, and its mouth
 * too where that is wanted. The way back from a length is an item of its own.
 */
static const char *rivers(const char *prefix, int count, bool mouths)
{
    char *text = arena_alloc(&arena, TEXT_MAX);
    size_t used =
        (size_t)snprintf(text, TEXT_MAX, "[deck]\ntitle = %s\n", prefix);
    for (int i = 1; i <= count; i++) {
        used +=
            (size_t)snprintf(text + used, TEXT_MAX - used,
                             "[river %s%d]\nname = %s %d\nlength = %d\n",
                             prefix, i, prefix, i, 1000 * prefix[0] + 10 * i);
        if (mouths)
            used += (size_t)snprintf(text + used, TEXT_MAX - used,
                                     "mouth = Sea of %s %d\n", prefix, i);
        assert_true(used < TEXT_MAX);
    }
    return text;
}

/* Nothing was answered, and the arena is empty. */
static void forget(void)
{
    arena_reset(&arena);
    memset(&progress, 0, sizeof progress);
}

static void know_one(const char *deck)
{
    know((const char *const[]){deck, NULL});
}

/* An item reviewed `days` ago that FSRS-6 keeps for `strength` days and that
 * is due now; the less strength, the less recall. */
static void make_due(const char *item, int days, double strength)
{
    struct moment then = tokyo(-(int64_t)days * DAY);
    struct review_time at = {then.at_ms, moment_study_day(then)};
    struct item_state kept = {
        .memory = {.count = 1, .weight = {1}, .branch = {{strength, 0, 5}}},
        .first = at,
        .last = at,
        .due = {tokyo(0).at_ms, MONDAY, days},
        .reviews = 1};
    progress.settings.model = memory_model_default(MODEL_FSRS6);
    progress_restore(&progress, item, &kept);
}

static void review(const char *item, int64_t ms, enum grade grade)
{
    struct event event = answer(item, ms, grade);
    progress_apply(&progress, &event);
}

static void make_plan(int64_t ms)
{
    plan_make(&plan, knowledge, &progress, NULL, tokyo(ms));
}

/* The place of an item in the plan, or -1. */
static int place_of(const char *item)
{
    for (int i = 0; i < plan.count; i++)
        if (strcmp(plan.entries[i].item->id, item) == 0)
            return i;
    return -1;
}

static void a_new_learner_meets_eight_from_all_decks_in_turn(void **state)
{
    forget();
    know((const char *const[]){rivers("a", 9, true), rivers("b", 1, false),
                               rivers("c", 9, true), NULL});

    make_plan(0);

    static const char *const expected[] = {
        "a1/length", "b1/length", "c1/length", "a1/mouth",
        "c1/mouth",  "a2/length", "c2/length", "a2/mouth"};
    assert_int_equal(plan.count, 8);
    assert_int_equal(plan.fresh, 8);
    assert_int_equal(plan.due, 0);
    for (int i = 0; i < 8; i++) {
        assert_true(place_of(expected[i]) >= 0);
        assert_true(plan.entries[i].is_new);
    }
    (void)state;
}

static void a_deck_alone_gives_only_its_own(void **state)
{
    forget();
    know((const char *const[]){rivers("a", 9, true), rivers("b", 3, false),
                               NULL});
    make_due("a1/length", 3, 1);

    plan_make(&plan, knowledge, &progress, knowledge->decks[1], tokyo(0));

    assert_int_equal(plan.count, 3);
    assert_int_equal(place_of("b1/length"), 0);
    assert_int_equal(place_of("b3/length"), 2);
    (void)state;
}

static void what_was_met_today_counts_towards_the_new(void **state)
{
    forget();
    know_one(rivers("a", 20, false));
    for (int i = 1; i <= 5; i++)
        review(arena_printf(&arena, "a%d/length", i), i * MINUTE, GRADE_EASY);

    make_plan(HOUR);
    assert_int_equal(plan.fresh, 3);
    assert_int_equal(place_of("a6/length"), 0);

    make_plan(18 * HOUR);
    assert_int_equal(plan.fresh, 8);
    (void)state;
}

static void no_new_ones_when_the_day_has_no_room(void **state)
{
    forget();
    know_one(rivers("a", 20, false));
    progress.settings.new_per_day = 0;
    make_plan(0);
    assert_int_equal(plan.count, 0);

    progress.settings.new_per_day = 1;
    review("a1/length", 0, GRADE_EASY);
    review("a2/length", 0, GRADE_EASY);
    make_plan(MINUTE);
    assert_int_equal(plan.fresh, 0);
    (void)state;
}

static void the_way_there_is_met_a_day_before_the_way_back(void **state)
{
    forget();
    know_one(rivers("a", 1, false));
    make_plan(0);
    assert_int_equal(plan.count, 1);
    assert_int_equal(place_of("a1/length"), 0);

    review("a1/length", 0, GRADE_EASY);
    make_plan(HOUR);
    assert_int_equal(plan.count, 0);

    make_plan(DAY);
    assert_int_equal(plan.count, 1);
    assert_int_equal(place_of("a1/length/back"), 0);
    (void)state;
}

static void a_new_way_back_waits_while_the_way_there_is_due(void **state)
{
    forget();
    know_one(rivers("a", 1, false));
    make_due("a1/length", 5, 5);
    make_plan(0);
    assert_int_equal(plan.count, 1);
    assert_int_equal(place_of("a1/length"), 0);
    (void)state;
}

static void of_two_ways_that_are_due_the_weaker_one_has_the_day(void **state)
{
    forget();
    know_one(rivers("a", 1, false));
    make_due("a1/length", 5, 6);
    make_due("a1/length/back", 5, 4);

    make_plan(0);
    assert_int_equal(plan.count, 1);
    assert_int_equal(plan.due_all, 1);
    assert_int_equal(place_of("a1/length/back"), 0);

    review("a1/length/back", MINUTE, GRADE_GOOD);
    make_plan(HOUR);
    assert_int_equal(plan.count, 0);

    make_plan(DAY);
    assert_int_equal(place_of("a1/length"), 0);
    (void)state;
}

static void the_least_remembered_comes_first(void **state)
{
    forget();
    know_one(rivers("a", 9, false));
    progress.settings.new_per_day = 0;
    make_due("a1/length", 9, 9);
    make_due("a2/length", 9, 2);
    make_due("a3/length", 9, 5);
    make_due("a5/length", 9, 7);
    make_due("a4/length", 9, 7);

    make_plan(0);

    assert_int_equal(plan.due, 5);
    assert_int_equal(place_of("a2/length"), 0);
    assert_int_equal(place_of("a3/length"), 1);
    assert_int_equal(place_of("a4/length"), 2);
    assert_int_equal(place_of("a5/length"), 3);
    assert_int_equal(place_of("a1/length"), 4);
    (void)state;
}

static void whole_days_are_due_from_four_and_shorter_ones_at_once(void **state)
{
    forget();
    know_one(rivers("a", 9, false));
    progress.settings.new_per_day = 0;
    review("a1/length", 0, GRADE_EASY);
    review("a2/length", 0, GRADE_AGAIN);
    int64_t days = progress_of(&progress, "a1/length")->due.day - MONDAY;
    assert_true(days >= 2);

    make_plan(10 * MINUTE - 1);
    assert_int_equal(plan.due, 0);
    make_plan(10 * MINUTE);
    assert_int_equal(place_of("a2/length"), 0);

    make_plan(days * DAY - 6 * HOUR - 1);
    assert_int_equal(place_of("a1/length"), -1);
    make_plan(days * DAY - 6 * HOUR);
    assert_true(place_of("a1/length") >= 0);
    (void)state;
}

static void whole_days_go_by_the_study_day_where_the_learner_is(void **state)
{
    forget();
    know_one(rivers("a", 9, false));
    progress.settings.new_per_day = 0;
    review("a1/length", 0, GRADE_EASY);
    const struct due *due = &progress_of(&progress, "a1/length")->due;
    struct moment honolulu = {due->ms + HOUR, -600};
    struct moment auckland = {due->ms - 2 * HOUR, 13 * 60};

    plan_make(&plan, knowledge, &progress, NULL, honolulu);
    assert_int_equal(plan.due, 0);
    plan_make(&plan, knowledge, &progress, NULL, auckland);
    assert_int_equal(plan.due, 1);
    (void)state;
}

static void new_ones_are_spread_among_the_due(void **state)
{
    forget();
    know_one(rivers("a", 40, false));
    for (int i = 1; i <= 16; i++)
        make_due(arena_printf(&arena, "a%d/length", i), 9, i);

    make_plan(0);

    assert_int_equal(plan.count, 24);
    assert_int_equal(plan.due, 16);
    for (int i = 0; i < 24; i++)
        assert_int_equal(plan.entries[i].is_new, i % 3 == 2);
    (void)state;
}

/* How many times two of one subject stand back to back. */
static int neighbours(void)
{
    int count = 0;
    for (int i = 1; i < plan.count; i++)
        count +=
            plan.entries[i].item->subject == plan.entries[i - 1].item->subject;
    return count;
}

static int most_of_one_subject(void)
{
    int most = 0;
    for (int i = 0; i < plan.count; i++) {
        int same = 0;
        for (int j = 0; j < plan.count; j++)
            same +=
                plan.entries[i].item->subject == plan.entries[j].item->subject;
        most = same > most ? same : most;
    }
    return most;
}

/* A deck in which river 1 has the most facts. */
static const char *uneven_rivers(void)
{
    return "[kind sea]\nlabel = sea\nplural = seas\ntitle = name\n"
           "[field sea.depth]\ntype = count\ncomplete = yes\nindexed = yes\n"
           "ask = How deep is basin {index} of {title}?\n"
           "[deck]\ntitle = Seas\n"
           "[sea a]\nname = Black\ndepth 1 = 11\ndepth 2 = 12\ndepth 3 = 13\n"
           "depth 4 = 14\ndepth 5 = 15\ndepth 6 = 16\n"
           "[sea b]\nname = Red\ndepth 1 = 21\ndepth 2 = 22\ndepth 3 = 23\n"
           "[sea c]\nname = White\ndepth 1 = 31\ndepth 2 = 32\n"
           "[sea d]\nname = Dead\ndepth 1 = 41\n";
}

static void relatives_are_parted_wherever_that_can_be(void **state)
{
    struct random random = random_seeded(4);
    forget();
    const char *deck = uneven_rivers();
    for (int round = 0; round < 300; round++) {
        arena_reset(&arena);
        know((const char *const[]){deck, NULL});
        progress.settings.new_per_day = (int32_t)random_below(&random, 12);
        for (size_t i = 0; i < knowledge->item_count; i++)
            if (random_below(&random, 2))
                make_due(knowledge->items[i].id, 9,
                         1 + 20 * random_unit(&random));

        make_plan(0);

        int most = most_of_one_subject();
        int least = 2 * most - plan.count - 1;
        assert_int_equal(neighbours(), least > 0 ? least : 0);
    }
    (void)state;
}

static void a_long_absence_brings_the_weakest_five_hundred(void **state)
{
    enum { MANY = 1200 };
    forget();
    know_one(rivers("a", MANY, false));
    for (int i = 1; i <= MANY; i++)
        make_due(arena_printf(&arena, "a%d/length", i), 9, 1 + (i * 7) % MANY);

    make_plan(0);

    assert_int_equal(plan.due_all, MANY);
    assert_int_equal(plan.count, PLAN_MAX);
    assert_int_equal(plan.fresh, 0);
    for (int i = 0; i < PLAN_MAX; i++) {
        const struct item_state *kept =
            progress_of(&progress, plan.entries[i].item->id);
        assert_int_equal(kept->memory.branch[0].slow, 1 + i);
    }
    (void)state;
}

static void the_same_arguments_give_the_same_plan(void **state)
{
    forget();
    know((const char *const[]){rivers("a", 30, true), rivers("b", 30, true),
                               NULL});
    for (int i = 1; i <= 30; i++)
        make_due(arena_printf(&arena, "a%d/length", i), 9, 1 + i % 4);
    make_plan(0);
    struct plan before = plan;

    make_plan(0);

    assert_int_equal(plan.count, before.count);
    for (int i = 0; i < plan.count; i++)
        assert_ptr_equal(plan.entries[i].item, before.entries[i].item);
    (void)state;
}

static void more_decks_than_take_turns_all_get_theirs(void **state)
{
    enum { DECKS = 300 };
    const char **texts = NULL;
    forget();
    texts = arena_array(&arena, DECKS + 2, sizeof *texts);
    texts[0] = RIVER_KIND;
    for (int i = 0; i < DECKS; i++)
        texts[i + 1] = arena_printf(&arena,
                                    "[deck]\ntitle = Deck %d\n"
                                    "[river r%d]\nname = River %d\n"
                                    "mouth = Sea %d\n",
                                    i, i, i, i);
    knowledge = knowledge_of(&arena, texts);
    progress_init(&progress, &arena, knowledge, study_settings_default());
    progress.settings.new_per_day = 999;

    make_plan(0);
    assert_int_equal(plan.fresh, DECKS);

    plan_make(&plan, knowledge, &progress, knowledge->decks[DECKS - 1],
              tokyo(0));
    assert_int_equal(plan.fresh, 1);
    (void)state;
}

static void the_summary_counts_what_the_plan_holds(void **state)
{
    struct random random = random_seeded(5);
    for (int round = 0; round < 100; round++) {
        forget();
        know((const char *const[]){rivers("a", 4, true), rivers("b", 2, false),
                                   NULL});
        for (size_t i = 0; i < knowledge->item_count; i++)
            if (random_below(&random, 2))
                review(knowledge->items[i].id,
                       -(int64_t)random_below(&random, 9 * DAY),
                       (enum grade)random_below(&random, GRADE_COUNT));
        make_plan(0);

        struct progress_summary sum =
            progress_summarise(&progress, knowledge, NULL, tokyo(0));

        assert_int_equal(sum.due, plan.due_all);
        assert_int_equal(sum.fresh, plan.fresh);
        assert_int_equal(sum.items, knowledge->item_count);
        assert_int_equal(sum.stage[STAGE_NEW] + sum.stage[STAGE_LEARNING] +
                             sum.stage[STAGE_HELD] + sum.stage[STAGE_KEPT],
                         sum.items);
    }
    (void)state;
}

static void the_forecast_has_a_day_for_each_item(void **state)
{
    int32_t counts[4];
    forget();
    know_one(rivers("a", 9, false));
    make_due("a1/length", 3, 2);
    make_due("a2/length", 3, 2);
    make_due("a2/length/back", 3, 4);
    review("a3/length", 0, GRADE_AGAIN);
    make_due("a4/length", 3, 2);
    struct item_state later = *progress_of(&progress, "a4/length");
    later.due.day = MONDAY + 3;
    progress_restore(&progress, "a4/length", &later);
    later.due.day = MONDAY + 4;
    progress_restore(&progress, "a5/length", &later);

    plan_forecast(knowledge, &progress, NULL, tokyo(MINUTE), counts, 4);

    /* Today: two that are due and one in ten minutes; tomorrow the way back
     * that has to wait; the last one is past the end. */
    assert_int_equal(counts[0], 3);
    assert_int_equal(counts[1], 1);
    assert_int_equal(counts[2], 0);
    assert_int_equal(counts[3], 1);
    (void)state;
}

static void an_answer_takes_what_it_took_on_a_common_day(void **state)
{
    forget();
    know_one(rivers("a", 9, false));
    assert_true(same_bits(plan_seconds_per_answer(&progress), 15));
    static const int32_t ms[] = {6000, 600000, 8000, 7000, 5000};
    for (int i = 0; i < 5; i++) {
        struct event event = answer("a1/length", i * DAY, GRADE_GOOD);
        event.dur_ms = ms[i];
        progress_apply(&progress, &event);
    }
    assert_true(same_bits(plan_seconds_per_answer(&progress), 7));
    (void)state;
}

/* Studies the whole plan of a day, then looks for facts asked both ways. */
static void study_a_day(struct random *random, int day)
{
    make_plan(day * (int64_t)DAY);
    assert_true(neighbours() == 0 || 2 * most_of_one_subject() > plan.count);
    for (int i = 0; i < plan.count; i++)
        for (int j = 0; j < i; j++)
            assert_true(plan.entries[i].item != plan.entries[j].item &&
                        plan.entries[i].item->fact !=
                            plan.entries[j].item->fact);
    for (int i = 0; i < plan.count; i++)
        review(plan.entries[i].item->id, day * (int64_t)DAY + i * MINUTE,
               random_below(random, 7) ? GRADE_GOOD : GRADE_AGAIN);
}

static void in_two_months_no_day_asks_a_fact_both_ways(void **state)
{
    struct random random = random_seeded(8);
    forget();
    know((const char *const[]){rivers("a", 20, true), rivers("b", 20, true),
                               NULL});

    for (int day = 0; day < 60; day++)
        study_a_day(&random, day);

    /* 120 items at 8 a day: everything has been met, both ways. */
    assert_int_equal(progress.count, knowledge->item_count);
    assert_int_equal(progress.count, 120);
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_learner_meets_eight_from_all_decks_in_turn),
        cmocka_unit_test(a_deck_alone_gives_only_its_own),
        cmocka_unit_test(what_was_met_today_counts_towards_the_new),
        cmocka_unit_test(no_new_ones_when_the_day_has_no_room),
        cmocka_unit_test(the_way_there_is_met_a_day_before_the_way_back),
        cmocka_unit_test(a_new_way_back_waits_while_the_way_there_is_due),
        cmocka_unit_test(of_two_ways_that_are_due_the_weaker_one_has_the_day),
        cmocka_unit_test(the_least_remembered_comes_first),
        cmocka_unit_test(whole_days_are_due_from_four_and_shorter_ones_at_once),
        cmocka_unit_test(whole_days_go_by_the_study_day_where_the_learner_is),
        cmocka_unit_test(new_ones_are_spread_among_the_due),
        cmocka_unit_test(relatives_are_parted_wherever_that_can_be),
        cmocka_unit_test(a_long_absence_brings_the_weakest_five_hundred),
        cmocka_unit_test(the_same_arguments_give_the_same_plan),
        cmocka_unit_test(more_decks_than_take_turns_all_get_theirs),
        cmocka_unit_test(the_summary_counts_what_the_plan_holds),
        cmocka_unit_test(the_forecast_has_a_day_for_each_item),
        cmocka_unit_test(an_answer_takes_what_it_took_on_a_common_day),
        cmocka_unit_test(in_two_months_no_day_asks_a_fact_both_ways),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
