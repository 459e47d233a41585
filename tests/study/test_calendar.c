#include "study/study_world.h"

#include "study/calendar.h"

static struct arena arena;
static struct progress progress;

static int open_log(void **state)
{
    (void)state;
    arena_init(&arena, 16u << 20);
    progress_init(&progress, &arena, NULL, study_settings_default());
    return 0;
}

static int close_log(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* `count` reviews, `ago` days before that Monday. */
static void review(int ago, int count)
{
    for (int i = 0; i < count; i++) {
        struct event event =
            answer("nile/length", -(int64_t)ago * DAY + i * MINUTE, GRADE_GOOD);
        progress_apply(&progress, &event);
    }
}

/* The level of the day `ago` days before today, the last place. */
static int level(const struct calendar *calendar, int ago)
{
    return calendar->level[calendar->count - 1 - ago];
}

static void weeks_begin_on_a_monday_and_the_last_one_is_this_week(void **state)
{
    (void)state;
    for (int day = 0; day < 7; day++) {
        struct calendar calendar = calendar_of(&progress, MONDAY + day);
        assert_int_equal(date_weekday(calendar.first), 0);
        assert_int_equal(calendar.count, CALENDAR_DAYS - 7 + day + 1);
        assert_int_equal(calendar.first + calendar.count - 1, MONDAY + day);
    }
}

static void a_day_without_reviews_has_no_level(void **state)
{
    (void)state;
    struct calendar calendar = calendar_of(&progress, MONDAY);
    for (int i = 0; i < calendar.count; i++)
        assert_int_equal(calendar.level[i], 0);
    assert_int_equal(calendar.reviews, 0);
    assert_int_equal(calendar.begun, MONDAY);
}

static void
days_with_as_many_reviews_as_any_have_the_highest_level(void **state)
{
    (void)state;
    for (int ago = 1; ago <= 10; ago++)
        review(ago, 6);
    struct calendar calendar = calendar_of(&progress, MONDAY);
    for (int ago = 1; ago <= 10; ago++)
        assert_int_equal(level(&calendar, ago), CALENDAR_LEVELS - 1);
    assert_int_equal(level(&calendar, 0), 0);
    assert_int_equal(calendar.reviews, 60);
}

static void levels_rise_with_the_reviews_and_one_review_is_seen(void **state)
{
    (void)state;
    review(4, 1);
    review(3, 10);
    review(2, 15);
    review(1, 20);
    review(0, 20);
    struct calendar calendar = calendar_of(&progress, MONDAY);
    assert_int_equal(level(&calendar, 4), 1);
    assert_int_equal(level(&calendar, 3), 2);
    assert_int_equal(level(&calendar, 2), 3);
    assert_int_equal(level(&calendar, 1), 4);
    assert_int_equal(level(&calendar, 0), 4);
}

static void one_very_long_day_does_not_make_the_others_pale(void **state)
{
    (void)state;
    for (int ago = 1; ago <= 20; ago++)
        review(ago, 10);
    review(0, 500);
    struct calendar calendar = calendar_of(&progress, MONDAY);
    assert_int_equal(level(&calendar, 7), 4);
    assert_int_equal(level(&calendar, 0), 4);
}

static void it_begins_with_the_first_review_on_show(void **state)
{
    (void)state;
    review(300, 3); /* longer ago than is shown */
    review(20, 2);
    review(1, 1);
    struct calendar calendar = calendar_of(&progress, MONDAY);
    assert_int_equal(calendar.begun, MONDAY - 20);
    assert_int_equal(calendar.reviews, 3);
}

int main(void)
{
#define ON_A_LOG(test)                                                         \
    cmocka_unit_test_setup_teardown(test, open_log, close_log)
    const struct CMUnitTest tests[] = {
        ON_A_LOG(weeks_begin_on_a_monday_and_the_last_one_is_this_week),
        ON_A_LOG(a_day_without_reviews_has_no_level),
        ON_A_LOG(days_with_as_many_reviews_as_any_have_the_highest_level),
        ON_A_LOG(levels_rise_with_the_reviews_and_one_review_is_seen),
        ON_A_LOG(one_very_long_day_does_not_make_the_others_pale),
        ON_A_LOG(it_begins_with_the_first_review_on_show),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
