#include "study/schedule.h"

#include "study_world.h"

/* A memory that FSRS-6 recalls with 90 % after so many days. */
static struct memory lasting(double days)
{
    return (struct memory){.count = 1, .weight = {1}, .branch = {{days, 0, 5}}};
}

static struct due due_after(double days, struct moment now, double u)
{
    struct memory_model model = memory_model_default(MODEL_FSRS6);
    struct memory memory = lasting(days);
    return schedule_due(&model, &memory, .9, now, u);
}

static void an_interval_under_a_day_is_that_instant(void **state)
{
    struct moment now = tokyo(0);

    struct due due = due_after(.25, now, .99);

    assert_in_range(due.ms, now.at_ms + 6 * HOUR - 1, now.at_ms + 6 * HOUR);
    assert_int_equal(due.day, MONDAY);
    assert_true(near(due.days, .25, 1e-6));
    (void)state;
}

static void nothing_comes_back_before_ten_minutes(void **state)
{
    struct moment now = tokyo(0);

    struct due due = due_after(.001, now, 0);

    assert_int_equal(due.ms, now.at_ms + 10 * MINUTE);
    assert_true(same_bits(due.days, 10.0 * MINUTE / DAY));
    (void)state;
}

static void
an_instant_after_four_in_the_morning_is_the_next_study_day(void **state)
{
    assert_int_equal(due_after(17.9 / 24, tokyo(0), 0).day, MONDAY);
    assert_int_equal(due_after(18.1 / 24, tokyo(0), 0).day, MONDAY + 1);
    (void)state;
}

static void from_a_day_on_it_is_the_start_of_a_study_day(void **state)
{
    struct due due = due_after(1.2, tokyo(0), 0);

    assert_int_equal(due.day, MONDAY + 1);
    assert_int_equal(due.ms, tokyo(18 * HOUR).at_ms);
    assert_true(same_bits(due.days, 1));

    struct due late = due_after(1.2, tokyo(17 * HOUR), 0);
    assert_int_equal(late.day, MONDAY + 1);
    assert_int_equal(late.ms, due.ms);
    (void)state;
}

static void short_intervals_are_rounded_and_nothing_else(void **state)
{
    static const double largest = 1 - 0x1p-53;
    static const struct {
        double days;
        int32_t whole;
    } cases[] = {{1, 1}, {1.49, 1}, {1.5, 2}, {2, 2}, {2.49, 2}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(schedule_fuzz(cases[i].days, 0), cases[i].whole);
        assert_int_equal(schedule_fuzz(cases[i].days, largest), cases[i].whole);
    }
    (void)state;
}

/* The ranges that the schedulers in use have in common. */
static void fuzz_reaches_from_one_end_of_the_table_to_the_other(void **state)
{
    static const double largest = 1 - 0x1p-53;
    static const int32_t table[][3] = {
        {3, 2, 4},      {5, 4, 6},       {7, 5, 9},    {10, 8, 12},
        {15, 13, 17},   {20, 17, 23},    {30, 27, 33}, {50, 46, 54},
        {100, 93, 107}, {365, 345, 385},
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        assert_int_equal(schedule_fuzz(table[i][0], 0), table[i][1]);
        assert_int_equal(schedule_fuzz(table[i][0], largest), table[i][2]);
    }
    (void)state;
}

static void every_day_of_the_range_is_as_likely(void **state)
{
    int counts[13] = {0};

    for (int i = 0; i < 5000; i++)
        counts[schedule_fuzz(10, (i + .5) / 5000)]++;

    for (int day = 8; day <= 12; day++)
        assert_int_equal(counts[day], 1000);
    (void)state;
}

static void a_longer_interval_is_never_shorter_after_fuzz(void **state)
{
    for (int i = 0; i <= 100; i++) {
        double u = i == 100 ? 1 - 0x1p-53 : i / 100.0;
        int32_t before = 0;
        for (double days = 1; days <= SCHEDULE_DAYS_MAX; days *= 1.003) {
            int32_t after = schedule_fuzz(days, u);
            assert_true(after >= before);
            before = after;
        }
    }
    (void)state;
}

static void no_interval_is_longer_than_a_hundred_years(void **state)
{
    assert_int_equal(schedule_fuzz(SCHEDULE_DAYS_MAX, 1 - 0x1p-53),
                     SCHEDULE_DAYS_MAX);

    struct due due = due_after(9e9, tokyo(0), 1 - 0x1p-53);
    assert_true(same_bits(due.days, SCHEDULE_DAYS_MAX));
    assert_int_equal(due.day, MONDAY + SCHEDULE_DAYS_MAX);
    (void)state;
}

static void the_chance_is_one_number_for_an_item_and_a_review(void **state)
{
    double sum = 0;

    for (int32_t reviews = 0; reviews < 10000; reviews++) {
        double u = schedule_chance("us-1960/signed", reviews);
        assert_true(u >= 0 && u < 1);
        assert_true(same_bits(u, schedule_chance("us-1960/signed", reviews)));
        sum += u;
    }

    assert_true(near(sum / 10000, .5, .03));
    assert_false(same_bits(schedule_chance("us-1960/signed", 1),
                           schedule_chance("us-1960/signed/back", 1)));
    (void)state;
}

/* A memory after a few answers at random. */
static struct memory random_memory(struct random *random,
                                   const struct memory_model *model)
{
    struct memory memory = {0};
    uint64_t reviews = random_below(random, 8);
    for (uint64_t i = 0; i < reviews; i++) {
        double days = 30 * random_unit(random) * random_unit(random);
        memory = memory_after(model, &memory, days,
                              (enum grade)random_below(random, GRADE_COUNT));
    }
    return memory;
}

static void check_grades(struct random *random,
                         const struct memory_model *model)
{
    struct memory after[GRADE_COUNT];
    struct memory memory = random_memory(random, model);
    struct moment now = tokyo((int64_t)random_below(random, 2 * DAY));
    double elapsed = memory.count ? 200 * random_unit(random) : 0;
    double target = .7 + .27 * random_unit(random);
    double u = random_unit(random);
    memory_outcomes(model, &memory, elapsed, after);
    struct due before = schedule_due(model, &after[0], target, now, u);
    for (int grade = 1; grade < GRADE_COUNT; grade++) {
        struct due due = schedule_due(model, &after[grade], target, now, u);
        assert_true(due.days >= before.days);
        assert_true(due.day >= before.day);
        before = due;
    }
}

static void a_better_grade_never_comes_back_sooner(void **state)
{
    struct memory_model six = memory_model_default(MODEL_FSRS6);
    struct memory_model seven = memory_model_default(MODEL_FSRS7);
    struct random random = random_seeded(6);
    for (int i = 0; i < 10000; i++) {
        check_grades(&random, &six);
        check_grades(&random, &seven);
    }
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_interval_under_a_day_is_that_instant),
        cmocka_unit_test(nothing_comes_back_before_ten_minutes),
        cmocka_unit_test(
            an_instant_after_four_in_the_morning_is_the_next_study_day),
        cmocka_unit_test(from_a_day_on_it_is_the_start_of_a_study_day),
        cmocka_unit_test(short_intervals_are_rounded_and_nothing_else),
        cmocka_unit_test(fuzz_reaches_from_one_end_of_the_table_to_the_other),
        cmocka_unit_test(every_day_of_the_range_is_as_likely),
        cmocka_unit_test(a_longer_interval_is_never_shorter_after_fuzz),
        cmocka_unit_test(no_interval_is_longer_than_a_hundred_years),
        cmocka_unit_test(the_chance_is_one_number_for_an_item_and_a_review),
        cmocka_unit_test(a_better_grade_never_comes_back_sooner),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
