#include "study/exam.h"

#include "forecast_world.h"

enum { CARDS = 60, RIVERS = 40 };

static struct arena arena;
static struct arena work;
static struct knowledge *knowledge;
static struct learner learner;
static struct plan plan;

static int open_world(void **state)
{
    (void)state;
    arena_init(&arena, 64u << 20);
    arena_init(&work, 256u << 20);
    knowledge = rivers_of(&arena, RIVERS);
    return 0;
}

static int close_world(void **state)
{
    (void)state;
    arena_release(&arena);
    arena_release(&work);
    return 0;
}

/* Cards that are due long after the day, the first one the weakest. */
static void make_cards(struct exam_card *cards, int count)
{
    for (int i = 0; i < count; i++)
        cards[i] = (struct exam_card){.due = 30 + i,
                                      .recall = .9,
                                      .keeps_days = 30 + i,
                                      .place = (uint32_t)i};
}

static void far_from_the_day_nothing_comes_sooner(void **state)
{
    struct exam_card cards[CARDS];
    make_cards(cards, CARDS);
    assert_int_equal(exam_bring_forward(cards, CARDS, 0, 20), 0);
    assert_int_equal(exam_bring_forward(cards, CARDS, 20, 20), 0);
    assert_int_equal(exam_bring_forward(cards, CARDS, EXAM_DAYS_MAX + 1, 20),
                     0);
    (void)state;
}

static void it_waits_as_long_as_the_days_left_hold_it(void **state)
{
    struct exam_card cards[CARDS];
    make_cards(cards, CARDS);
    /* three days hold 60 cards: the first of them is the day to begin */
    assert_int_equal(exam_bring_forward(cards, CARDS, 4, 20), 0);
    assert_int_equal(exam_bring_forward(cards, CARDS, 3, 20), 20);
    for (int i = 0; i < 20; i++)
        assert_true(cards[i].place >= 40); /* the strongest go first */
    (void)state;
}

static void with_few_minutes_it_begins_earlier(void **state)
{
    struct exam_card cards[CARDS];
    make_cards(cards, CARDS);
    assert_int_equal(exam_bring_forward(cards, CARDS, 12, 5), 5);
    assert_int_equal(exam_bring_forward(cards, CARDS, 13, 5), 0);
    (void)state;
}

static void with_many_minutes_it_is_spread_all_the_same(void **state)
{
    struct exam_card cards[CARDS];
    make_cards(cards, CARDS);
    assert_int_equal(exam_bring_forward(cards, CARDS, 3, 10000), 20);
    (void)state;
}

static void what_there_is_no_room_for_goes_without(void **state)
{
    struct exam_card cards[CARDS];
    make_cards(cards, CARDS);
    assert_int_equal(exam_bring_forward(cards, CARDS, 2, 10), 10);
    for (int i = 0; i < 10; i++) /* ten tomorrow, ten today, forty never */
        assert_in_range(cards[i].place, 10, 19);
    (void)state;
}

static void what_is_due_takes_its_room(void **state)
{
    struct exam_card cards[CARDS];
    make_cards(cards, CARDS);
    for (int i = 0; i < 15; i++)
        cards[i].due = 0;
    assert_int_equal(exam_bring_forward(cards, CARDS, 2, 20), 5);
    make_cards(cards, CARDS);
    for (int i = 0; i < 20; i++)
        cards[i].due = 1;
    assert_int_equal(exam_bring_forward(cards, CARDS, 2, 20), 20);
    (void)state;
}

static void what_will_be_recalled_anyway_stays(void **state)
{
    struct exam_card cards[CARDS];
    make_cards(cards, CARDS);
    for (int i = 0; i < CARDS; i++)
        cards[i].recall = .99;
    assert_int_equal(exam_bring_forward(cards, CARDS, 1, 100), 0);
    (void)state;
}

static void the_same_cards_in_another_order_give_the_same_choice(void **state)
{
    struct exam_card cards[CARDS];
    struct exam_card others[CARDS];
    make_cards(cards, CARDS);
    for (int i = 0; i < CARDS; i++)
        cards[i].keeps_days = i / 7;
    for (int i = 0; i < CARDS; i++)
        others[i] = cards[(i * 7 + 3) % CARDS];
    size_t count = exam_bring_forward(cards, CARDS, 3, 20);
    assert_int_equal(exam_bring_forward(others, CARDS, 3, 20), count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(cards[i].place, others[i].place);
    (void)state;
}

/* A learner of fifty days, the exam in ten. */
static void begin_before_exam(int minutes)
{
    arena_reset(&work);
    learner_begin(&learner, &work, knowledge, 0, 11);
    for (int day = 0; day < 50; day++)
        learner_study(&learner, day);
    progress_set(&learner.progress, "exam_day", MONDAY + 60);
    progress_set(&learner.progress, "minutes", minutes);
    learner.minutes = minutes;
    learner.answers = learner.worst = 0;
}

static bool holds_both_directions(const struct plan *all)
{
    for (int i = 0; i < all->count; i++)
        for (int k = 0; k < i; k++)
            if (all->entries[i].item->fact == all->entries[k].item->fact)
                return true;
    return false;
}

static void the_plan_brings_cards_forward_and_no_day_is_over_full(void **state)
{
    int early = 0;
    begin_before_exam(10);
    for (int day = 50; day < 60; day++) {
        struct moment now = tokyo((int64_t)day * DAY);
        plan_make(&plan, knowledge, &learner.progress, NULL, now);
        assert_true(plan.count * EXAM_ANSWERS_DUE <=
                    10 * 60 / plan_seconds_per_answer(&learner.progress) + 3);
        assert_false(holds_both_directions(&plan));
        assert_int_equal(plan.due + plan.fresh, plan.count);
        assert_true(plan.due_all >= plan.due);
        for (int i = 0; i < plan.count; i++) {
            const struct item_state *item_state =
                progress_of(&learner.progress, plan.entries[i].item->id);
            early += item_state && item_state->due.day > MONDAY + day;
        }
        learner_study(&learner, day);
    }
    assert_true(early > CARDS / 2);
    assert_true(learner.worst <= 10 * 4 + 12);
    (void)state;
}

static void
the_plan_recalls_more_than_no_plan_with_the_same_minutes(void **state)
{
    double with = 0;
    double without = 0;
    for (int i = 0; i < 10; i++) {
        for (int has_exam = 0; has_exam < 2; has_exam++) {
            begin_before_exam(15);
            if (!has_exam)
                progress_set(&learner.progress, "exam_day", 0);
            learner.random = random_seeded((uint64_t)i);
            for (int day = 50; day < 60; day++)
                learner_study(&learner, day);
            *(has_exam ? &with : &without) += learner_recalls(&learner, 60);
        }
    }
    print_message("recalled with a plan %.3f, without %.3f\n", with / 10,
                  without / 10);
    assert_true(with > without + .1);
    (void)state;
}

static void a_deck_alone_takes_its_part_of_the_same_plan(void **state)
{
    begin_before_exam(10);
    struct moment now = tokyo(INT64_C(58) * DAY);
    static struct plan own;
    plan_make(&plan, knowledge, &learner.progress, NULL, now);
    plan_make(&own, knowledge, &learner.progress, knowledge->decks[0], now);
    assert_int_equal(own.count, plan.count);
    for (int i = 0; i < own.count; i++)
        assert_ptr_equal(own.entries[i].item, plan.entries[i].item);
    (void)state;
}

static void after_the_day_all_is_as_without_it(void **state)
{
    static struct plan before;
    struct moment now = tokyo(INT64_C(60) * DAY);
    begin_before_exam(10);
    plan_make(&plan, knowledge, &learner.progress, NULL, now);
    progress_set(&learner.progress, "exam_day", 0);
    plan_make(&before, knowledge, &learner.progress, NULL, now);
    assert_int_equal(plan.count, before.count);
    for (int i = 0; i < plan.count; i++)
        assert_ptr_equal(plan.entries[i].item, before.entries[i].item);
    (void)state;
}

static struct event setting(const char *name, double value, uint64_t seq)
{
    return (struct event){.kind = EVENT_SETTING,
                          .id = {{1}, seq},
                          .hlc = (int64_t)seq,
                          .name = name,
                          .value = value};
}

static void an_exam_leaves_every_due_day_to_the_bit(void **state)
{
    struct progress set;
    struct progress rebuilt;
    struct event events[] = {
        setting("exam_day", MONDAY + 9, 1), answer("r1/length", 0, GRADE_GOOD),
        answer("r2/mouth", MINUTE, GRADE_AGAIN), setting("minutes", 35, 4)};
    size_t count = sizeof events / sizeof events[0];
    events[1].id = (struct event_id){{1}, 2};
    events[2].id = (struct event_id){{1}, 3};
    events[1].hlc = 2;
    events[2].hlc = 3;
    progress_init(&set, &work, knowledge, study_settings_default());
    progress_init(&rebuilt, &work, knowledge, study_settings_default());
    progress_apply(&set, &events[1]);
    progress_apply(&set, &events[2]);
    assert_true(progress_set(&set, "exam_day", MONDAY + 9));
    assert_true(progress_set(&set, "minutes", 35));
    progress_rebuild(&rebuilt, events, count);
    assert_true(same_progress(&set, &rebuilt));
    assert_int_equal(rebuilt.settings.exam_day, MONDAY + 9);
    assert_int_equal(rebuilt.settings.minutes, 35);
    (void)state;
}

static void days_and_minutes_out_of_bounds_change_nothing(void **state)
{
    struct study_settings settings = study_settings_default();
    assert_false(study_settings_obey(&settings, "exam_day", -1));
    assert_false(study_settings_obey(&settings, "exam_day", 1e9));
    assert_false(study_settings_obey(&settings, "exam_day", (double)NAN));
    assert_false(study_settings_obey(&settings, "minutes", 0));
    assert_false(study_settings_obey(&settings, "minutes", 601));
    assert_int_equal(settings.exam_day, 0);
    assert_int_equal(settings.minutes, EXAM_MINUTES);
    assert_int_equal(exam_days_left(&settings, MONDAY), 0);
    assert_true(study_settings_obey(&settings, "exam_day", MONDAY + 1));
    assert_int_equal(exam_days_left(&settings, MONDAY), 1);
    assert_int_equal(exam_days_left(&settings, MONDAY + 1), 0);
    (void)state;
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(far_from_the_day_nothing_comes_sooner),
        cmocka_unit_test(it_waits_as_long_as_the_days_left_hold_it),
        cmocka_unit_test(with_few_minutes_it_begins_earlier),
        cmocka_unit_test(with_many_minutes_it_is_spread_all_the_same),
        cmocka_unit_test(what_there_is_no_room_for_goes_without),
        cmocka_unit_test(what_is_due_takes_its_room),
        cmocka_unit_test(what_will_be_recalled_anyway_stays),
        cmocka_unit_test(the_same_cards_in_another_order_give_the_same_choice),
        cmocka_unit_test(the_plan_brings_cards_forward_and_no_day_is_over_full),
        cmocka_unit_test(
            the_plan_recalls_more_than_no_plan_with_the_same_minutes),
        cmocka_unit_test(a_deck_alone_takes_its_part_of_the_same_plan),
        cmocka_unit_test(after_the_day_all_is_as_without_it),
        cmocka_unit_test(an_exam_leaves_every_due_day_to_the_bit),
        cmocka_unit_test(days_and_minutes_out_of_bounds_change_nothing),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
