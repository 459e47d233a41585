/* Dates whole and partial, as typed, instants, study days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/date.h"

static struct date iso(const char *text)
{
    struct date date;
    struct error err;
    if (!date_parse(text, &date, &err))
        fail_msg("%s", err.text);
    return date;
}

static struct moment at(const char *text)
{
    struct moment moment;
    struct error err;
    if (!moment_parse(text, &moment, &err))
        fail_msg("%s", err.text);
    return moment;
}

static void iso_dates_are_read_and_shown(void **state)
{
    (void)state;
    static const struct {
        const char *text, *shown, *ja;
    } rows[] = {
        {"1960-01-19", "19 January 1960", "1960年1月19日"},
        {"2014-09", "September 2014", "2014年9月"},
        {"2014", "2014", "2014年"},
        {"2014-08~", "about August 2014", "2014年8月ごろ"},
        {"1902~", "about 1902", "1902年ごろ"},
        {"2024-02-29", "29 February 2024", "2024年2月29日"},
        {"9999-12-31", "31 December 9999", "9999年12月31日"},
        {"0001-01-01", "1 January 1", "1年1月1日"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char out[DATE_TEXT_MAX];
        date_format(iso(rows[i].text), out, sizeof out);
        assert_string_equal(out, rows[i].shown);
        date_format_ja(iso(rows[i].text), out, sizeof out);
        assert_string_equal(out, rows[i].ja);
    }
}

static void what_is_no_date_is_refused_with_the_remedy(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",           "1960-1-19",  "19 Jan 1960", "1960-13",
        "1960-00",    "1960-01-00", "1960-02-30",  "2023-02-29",
        "1900-02-29", "0000",       "1960-01-19 ", "1960/01/19",
        "1960-",      "~",          "196",         "1960-01-19T10:00",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct date date;
        struct error err = {.text = ""};
        assert_false(date_parse(texts[i], &date, &err));
        assert_non_null(strstr(err.text, "write"));
    }
    struct date date;
    assert_false(date_parse("x", &date, NULL));
}

static void a_date_that_does_not_exist_is_told_why(void **state)
{
    (void)state;
    static const struct {
        const char *text, *why;
    } rows[] = {
        {"2016-23-11", "there are twelve months"},
        {"2016-13", "there are twelve months"},
        {"2023-02-29", "February 2023 has 28 days"},
        {"2024-02-30", "February 2024 has 29 days"},
        {"2016-11-31", "November 2016 has 30 days"},
        {"0000-01-01", "years go from 1 to 9999"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct date date;
        struct error err = {.text = ""};
        assert_false(date_parse(rows[i].text, &date, &err));
        assert_non_null(strstr(err.text, rows[i].why));
        assert_non_null(strstr(err.text, "so write year, month, day"));
    }
}

static void dates_are_read_as_people_type_them(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *iso;
    } rows[] = {
        {"1960-01-19", "1960-01-19"},
        {"19 Jan 1960", "1960-01-19"},
        {"19 January 1960", "1960-01-19"},
        {"January 19, 1960", "1960-01-19"},
        {"the 19th of January, 1960", "1960-01-19"},
        {"19.jan.1960", "1960-01-19"},
        {"1960 Jan 19", "1960-01-19"},
        {"1960/1/19", "1960-01-19"},
        {"1960年1月19日", "1960-01-19"},
        {"１９６０年１月１９日", "1960-01-19"},
        {"Sept 2014", "2014-09"},
        {"2014年9月", "2014-09"},
        {" 1960 ", "1960"},
        {"1960年", "1960"},
        {"about August 2014", "2014-08~"},
        {"2014-08~", "2014-08~"},
        {"2014年8月ごろ", "2014-08~"},
        {"2014年頃", "2014~"},
        {"960", "0960"},
        {"1 Feb 794", "0794-02-01"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct date date;
        struct date expected = iso(rows[i].iso);
        assert_true(date_read(rows[i].typed, &date));
        assert_int_equal(date_compare(date, expected), 0);
        assert_int_equal(date.about, expected.about);
    }
}

static void what_could_be_two_dates_is_none(void **state)
{
    (void)state;
    static const char far_too_long[] =
        "1960 and a text that is far longer than any date that a person "
        "would ever type";
    static const char *const typed[] = {
        "3/4/1960",    "19/01/1960",     "01-02-03",  "Jan",           "19 Jan",
        "30 Feb 1960", "Jan Feb 1960",   "1960 1961", "soon",          "",
        "about",       "19 1960 Jan 20", "昭和35年",  "1960-01-19-20", "12345",
        far_too_long,
    };
    for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
        struct date date;
        assert_false(date_read(typed[i], &date));
    }
}

static void dates_differ_at_the_precision_that_both_have(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        bool differ;
    } rows[] = {
        {"2014", "2014-09", false},
        {"2014-09", "2014-09-03", false},
        {"2014-09", "2014-10", true},
        {"2014-09-03", "2014-09-04", true},
        {"2014-09-03", "2013", true},
        {"2014~", "2015", false},
        {"2014~", "2016", true},
        {"2014-08~", "2014-12-31", false},
        {"1960-01-19", "1960-01-19", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(date_differs(iso(rows[i].a), iso(rows[i].b)),
                         rows[i].differ);
        assert_int_equal(date_differs(iso(rows[i].b), iso(rows[i].a)),
                         rows[i].differ);
    }
}

static void a_partial_date_stands_before_what_it_contains(void **state)
{
    (void)state;
    assert_int_equal(date_compare(iso("2014"), iso("2014-01")), -1);
    assert_int_equal(date_compare(iso("2014-01"), iso("2014-01-01")), -1);
    assert_int_equal(date_compare(iso("2013-12-31"), iso("2014")), -1);
    assert_int_equal(date_compare(iso("2014-02"), iso("2014-01-31")), 1);
    assert_int_equal(date_compare(iso("2014-02"), iso("2014-02")), 0);
}

static void days_are_counted_from_1970_both_ways(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int32_t days;
        int weekday;
    } rows[] = {
        {"1970-01-01", 0, 3},       {"1969-12-31", -1, 2},
        {"1960-01-19", -3635, 1},   {"2000-02-29", 11016, 1},
        {"2026-11-23", 20780, 0},   {"2038-01-19", 24855, 1},
        {"2106-02-07", 49710, 6},   {"9999-12-31", 2932896, 4},
        {"0001-01-01", -719162, 0}, {"1900-03-01", -25508, 3},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(date_to_days(iso(rows[i].text)), rows[i].days);
        struct date back = date_from_days(rows[i].days);
        assert_int_equal(date_compare(back, iso(rows[i].text)), 0);
        assert_int_equal(date_weekday(rows[i].days), rows[i].weekday);
    }
    assert_string_equal(date_weekday_name(0), "Monday");
    assert_string_equal(date_month_name(12), "December");
}

static void every_day_of_ten_thousand_years_exists_once(void **state)
{
    (void)state;
    struct date last = {0, 12, 31, false};
    for (int32_t days = -719162; days <= 2932896; days++) {
        struct date date = date_from_days(days);
        assert_true(date_exists(date));
        assert_true(date_compare(last, date) < 0);
        assert_int_equal(date_to_days(date), days);
        last = date;
    }
}

static void moments_are_read_to_the_millisecond(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t at_ms;
        int tz_min;
    } rows[] = {
        {"1970-01-01T00:00:00Z", 0, 0},
        {"1969-12-31T23:59:59.999Z", -1, 0},
        {"1960-01-19T12:00Z", -314020800000, 0},
        {"2026-11-23T10:00:00+09:00", 1795395600000, 540},
        {"2026-11-23 10:00:00.25+0900", 1795395600250, 540},
        {"2038-01-19T03:14:07Z", 2147483647000, 0},
        {"2038-01-19T03:14:08Z", 2147483648000, 0},
        {"2106-02-07T06:28:16Z", 4294967296000, 0},
        {"9999-12-31T23:59:59Z", 253402300799000, 0},
        {"2016-12-31T23:59:60Z", 1483228800000, 0},
        {"2024-02-29T12:00:00-03:30", 1709220600000, -210},
        {"2026-01-01T00:00:00.123456Z", 1767225600123, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct moment moment = at(rows[i].text);
        assert_true(moment.at_ms == rows[i].at_ms);
        assert_int_equal(moment.tz_min, rows[i].tz_min);
    }
}

static void what_is_no_moment_is_wrong_usage(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "now",
        "2026-11-23",
        "2026-11-23T10:00:00",
        "2026-11-23T24:00:00Z",
        "2026-11-23T10:60:00Z",
        "2026-11-23T10:00:61Z",
        "2026-02-29T10:00:00Z",
        "2026-11-23T10:00:00Zx",
        "2026-11-23T10:00:00+09:00:00",
        "2026-11-23T10:00:00+99:00",
        "2026-11-23T10:00:00.Z",
        "2026-11~23T10:00:00Z",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct moment moment;
        struct error err = {.text = ""};
        assert_false(moment_parse(texts[i], &moment, &err));
        assert_int_equal(err.cause, ERROR_USAGE);
        assert_non_null(strstr(err.text, "write"));
    }
}

static void the_study_day_changes_at_four_in_the_morning(void **state)
{
    (void)state;
    int32_t day = date_to_days(iso("2026-11-23"));
    assert_int_equal(moment_study_day(at("2026-11-23T04:00:00+09:00")), day);
    assert_int_equal(moment_study_day(at("2026-11-24T03:59:59.999+09:00")),
                     day);
    assert_int_equal(moment_study_day(at("2026-11-23T03:59:59+09:00")),
                     day - 1);
    assert_int_equal(moment_study_day(at("1970-01-01T03:00:00Z")), -1);
    assert_int_equal(moment_study_day(at("1970-01-01T04:00:00Z")), 0);
    assert_int_equal(moment_study_day(at("2016-12-31T23:59:60Z")),
                     date_to_days(iso("2016-12-31")));
}

/* The hours around a change of the clock, as the learner lives them: the day
 * goes on by one, whatever its length. */
static void no_day_is_skipped_or_counted_twice_when_clocks_change(void **state)
{
    (void)state;
    static const struct {
        const char *evening, *morning;
    } rows[] = {
        /* New York, 23 hours, then 25 */
        {"2026-03-07T22:00:00-05:00", "2026-03-08T22:00:00-04:00"},
        {"2026-10-31T22:00:00-04:00", "2026-11-01T22:00:00-05:00"},
        /* Lord Howe, 23.5 hours, then 24.5 */
        {"2026-10-03T22:00:00+10:30", "2026-10-04T22:00:00+11:00"},
        {"2026-04-04T22:00:00+11:00", "2026-04-05T22:00:00+10:30"},
        /* Tokyo one evening, Los Angeles the next */
        {"2026-05-01T22:00:00+09:00", "2026-05-02T22:00:00-07:00"},
        /* Kiritimati, the zone farthest east */
        {"2026-05-01T04:00:00+14:00", "2026-05-02T04:00:00+14:00"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(moment_study_day(at(rows[i].morning)),
                         moment_study_day(at(rows[i].evening)) + 1);
}

static void a_day_begins_at_the_first_moment_that_is_in_it(void **state)
{
    (void)state;
    for (int32_t tz_min = -12 * 60; tz_min <= 14 * 60; tz_min += 30)
        for (int32_t day = -3; day <= 3; day++) {
            int64_t start = moment_day_start_ms(day, tz_min);
            struct moment first = {start, tz_min};
            struct moment before = {start - 1, tz_min};
            assert_int_equal(moment_study_day(first), day);
            assert_int_equal(moment_study_day(before), day - 1);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(iso_dates_are_read_and_shown),
        cmocka_unit_test(what_is_no_date_is_refused_with_the_remedy),
        cmocka_unit_test(a_date_that_does_not_exist_is_told_why),
        cmocka_unit_test(dates_are_read_as_people_type_them),
        cmocka_unit_test(what_could_be_two_dates_is_none),
        cmocka_unit_test(dates_differ_at_the_precision_that_both_have),
        cmocka_unit_test(a_partial_date_stands_before_what_it_contains),
        cmocka_unit_test(days_are_counted_from_1970_both_ways),
        cmocka_unit_test(every_day_of_ten_thousand_years_exists_once),
        cmocka_unit_test(moments_are_read_to_the_millisecond),
        cmocka_unit_test(what_is_no_moment_is_wrong_usage),
        cmocka_unit_test(the_study_day_changes_at_four_in_the_morning),
        cmocka_unit_test(no_day_is_skipped_or_counted_twice_when_clocks_change),
        cmocka_unit_test(a_day_begins_at_the_first_moment_that_is_in_it),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
