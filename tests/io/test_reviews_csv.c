#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "io/reviews_csv.h"

static const struct reviews_zone utc = {0, 4};

static struct arena arena;
static struct reviews reviews;
static struct error err;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, (size_t)1 << 30);
    return 0;
}

static int release_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static bool reads(const char *text)
{
    err.text[0] = '\0';
    return reviews_csv_parse(text, strlen(text), "a.csv", utc, &arena, &reviews,
                             &err);
}

static void columns_are_found_by_name_in_any_order(void **state)
{
    (void)state;
    assert_true(reads("\xEF\xBB\xBFreview_state,rating,card_id,review_time\r\n"
                      "0,3,\"a, b\",1000\r\n\r\n"
                      "0,1,c,500\r\n"
                      "0,4,\"a, b\",86401000"));
    assert_int_equal(reviews.count, 3);
    assert_int_equal(reviews.cards, 2);
    assert_int_equal(reviews.list[0].grade, GRADE_GOOD);
    assert_int_equal(reviews.list[1].grade, GRADE_EASY);
    assert_true(reviews_days(&reviews, 1, MODEL_FSRS7) == 1);
    assert_int_equal(reviews.list[2].place, 0);
}

static void a_study_day_begins_at_its_hour_in_its_zone(void **state)
{
    static const char text[] = "card_id,review_time,review_rating\n"
                               "1,1704106740000,3\n" /* 10:59 UTC */
                               "1,1704106860000,3\n";
    static const char old[] = "card_id,review_time,review_rating\n"
                              "1,-1,3\n1,-86400000,3\n";
    struct reviews_zone west = {-7 * 60, 4}; /* 04:00 is 11:00 UTC */
    (void)state;
    assert_true(reviews_csv_parse(text, strlen(text), "a", west, &arena,
                                  &reviews, &err));
    assert_int_equal(reviews.list[1].study_day - reviews.list[0].study_day, 1);
    assert_true(reviews_csv_parse(text, strlen(text), "a", utc, &arena,
                                  &reviews, &err));
    assert_int_equal(reviews.list[1].study_day, reviews.list[0].study_day);
    assert_true(reviews_csv_parse(old, strlen(old), "a",
                                  (struct reviews_zone){0, 0}, &arena, &reviews,
                                  &err));
    assert_int_equal(reviews.list[0].study_day, -1);
    assert_int_equal(reviews.list[1].study_day, -1);
}

static void
what_was_done_by_hand_is_passed_over_and_chances_are_read(void **state)
{
    (void)state;
    assert_true(reads("card_id,review_time,review_rating,chance\n"
                      "1,1000.5,3,.25\n1,2000,0,\n2,1,2,\n"));
    assert_int_equal(reviews.count, 2);
    assert_true(reviews.list[0].chance > .249f);
    assert_int_equal(reviews.list[0].at_ms, 1000);
    assert_true(reviews.list[1].chance <= 0);
}

static void the_line_that_is_wrong_is_named(void **state)
{
    static const struct {
        const char *row;
        const char *says;
    } rows[] = {
        {"1,5,5", "a.csv:3: review_rating is \"5\""},
        {"1,5,", "review_rating is \"\""},
        {"1,5,33", "review_rating is \"33\""},
        {"1,nan,3", "review_time is \"nan\""},
        {"1,inf,3", "review_time is \"inf\""},
        {"1,1e5,3", "review_time is \"1e5\""},
        {"1,99999999999999999999,3", "review_time"},
        {"1,253402300800000,3", "review_time"},
        {"1,--5,3", "review_time"},
        {"1,-,3", "review_time"},
        {",5,3", "card_id is \"\""},
        {"1,5", "there are 2 columns"},
        {"\x01\xff,5,\x1b[2J", "review_rating is \"?[2J\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[256];
        snprintf(text, sizeof text,
                 "card_id,review_time,review_rating\n1,1,1\n%s\n", rows[i].row);
        assert_false(reads(text));
        assert_non_null(strstr(err.text, "a.csv:3: "));
        if (!strstr(err.text, rows[i].says))
            fail_msg("%s", err.text);
    }
    assert_false(reads("card_id,review_time,review_rating,chance\n1,1,1,1\n"));
    assert_non_null(strstr(err.text, "chance"));
}

static void a_table_without_its_columns_is_refused(void **state)
{
    (void)state;
    assert_false(reads(""));
    assert_non_null(strstr(err.text, "is empty"));
    assert_false(reads("\n\n"));
    assert_false(reads("card_id,time,rating\n"));
    assert_non_null(strstr(err.text, "review_time"));
    assert_true(reads("card_id,review_time,review_rating\n"));
    assert_int_equal(reviews.count, 0);
}

static void a_file_that_is_not_there_is_named(void **state)
{
    (void)state;
    assert_false(
        reviews_csv_read("/nowhere/a.csv", utc, &arena, &reviews, &err));
    assert_non_null(strstr(err.text, "/nowhere/a.csv cannot be read"));
    assert_false(reviews_csv_read("/tmp", utc, &arena, &reviews, &err));
}

static void a_hundred_thousand_cards_are_told_apart(void **state)
{
    enum { CARDS = 100000 };
    (void)state;
    char *text = arena_alloc(&arena, (size_t)CARDS * 40);
    size_t used = (size_t)sprintf(text, "card_id,review_time,review_rating\n");
    for (int i = 0; i < 2 * CARDS; i++)
        used += (size_t)sprintf(text + used, "c%06d,%d,3\n", i % CARDS, i);
    assert_true(
        reviews_csv_parse(text, used, "a", utc, &arena, &reviews, &err));
    assert_int_equal(reviews.cards, CARDS);
    assert_int_equal(reviews.count, 2 * CARDS);
    assert_int_equal(reviews.starts[7], 14);
    assert_int_equal(reviews.list[14].at_ms, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_found_by_name_in_any_order),
        cmocka_unit_test(a_study_day_begins_at_its_hour_in_its_zone),
        cmocka_unit_test(
            what_was_done_by_hand_is_passed_over_and_chances_are_read),
        cmocka_unit_test(the_line_that_is_wrong_is_named),
        cmocka_unit_test(a_table_without_its_columns_is_refused),
        cmocka_unit_test(a_file_that_is_not_there_is_named),
        cmocka_unit_test(a_hundred_thousand_cards_are_told_apart),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, open_arena, release_arena);
}
