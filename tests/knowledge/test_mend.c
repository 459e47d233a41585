/* Mends where one reading only is possible, and none where there are two. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "knowledge/deck_text.h"
#include "knowledge/knowledge.h"
#include "knowledge/mend.h"

static struct arena arena;

static int begin(void **state)
{
    (void)state;
    arena_init(&arena, 64u << 20);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static void dates_with_one_reading_become_iso_dates(void **state)
{
    static const char *const rows[][2] = {
        {"2016-23-11", "2016-11-23"},
        {"23 November 2016", "2016-11-23"},
        {"November 23, 2016", "2016-11-23"},
        {"Nov 2016", "2016-11"},
        {"2016/11/23", "2016-11-23"},
        {"2016/23/11", "2016-11-23"},
        {"2016.1.5", "2016-01-05"},
        {"2016-1-5", "2016-01-05"},
        {"23.11.2016", "2016-11-23"},
        {"11/23/2016", "2016-11-23"},
        {"11.11.2016", "2016-11-11"},
        {"\xef\xbc\x92\xef\xbc\x90\xef\xbc\x91\xef\xbc\x96-11-23",
         "2016-11-23"},
        {"2016\xe5\xb9\xb4"
         "11\xe6\x9c\x88"
         "23\xe6\x97\xa5",
         "2016-11-23"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *mended = mend_date(&arena, rows[i][0]);
        assert_non_null(mended);
        assert_string_equal(mended, rows[i][1]);
    }
}

static void dates_with_two_readings_or_none_are_left(void **state)
{
    static const char *const texts[] = {
        "5.6.2016",  "05/06/2016",  "2016-30-31", "2015-02-30", "30.02.2015",
        "23.11.16",  "soon",        "",           "2016-00-11", "0-0-0",
        "99999-1-1", "2016-11-23x", "2016-11/23", "May",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_null(mend_date(&arena, texts[i]));
}

static void a_word_one_edit_away_is_mended_when_it_is_the_only_one(void **state)
{
    static const char *const known[] = {"signed", "place", "plane", "form"};
    (void)state;
    assert_string_equal(mend_word(&arena, "signd", known, 4), "signed");
    assert_string_equal(mend_word(&arena, "isgned", known, 4), "signed");
    assert_string_equal(mend_word(&arena, "Signed", known, 4), "signed");
    assert_null(mend_word(&arena, "plae", known, 4));
    assert_null(mend_word(&arena, "sgnd", known, 4));
    assert_null(mend_word(&arena, "fo", known, 4));
}

/* What a line of a subject becomes; NULL: it is left as it is. The line stands
 * last. */
static const char *mended(const char *line)
{
    static const char head[] =
        "[kind river]\nlabel = river\nplural = rivers\ntitle = name\n"
        "[field river.opened]\ntype = date\nlabel = Opened\n"
        "ask = When was {title} opened?\n"
        "[field river.sea]\ntype = choice\nword = salty\nword = sweet\n"
        "label = Sea\nask = Of what sort is its sea?\n"
        "[field river.town]\ntype = text\nmany = yes\nlabel = Town\n"
        "ask = What stands on {title}?\n"
        "[deck]\ntitle = Rivers\nlang = en\n"
        "[river rhine]\nname = Rhine\ntown = Bonn\n";
    struct problems problems;
    problems_init(&problems, &arena);
    struct source source = deck_text(
        &arena, "rivers.ini", arena_printf(&arena, "%s%s\n", head, line));
    knowledge_build(&arena, &source, 1, &problems);
    assert_int_equal(problems.count, 1);
    return mend_whole(&arena, &problems.list[0], line, strlen(line));
}

static void lines_with_one_reading_are_mended_whole(void **state)
{
    (void)state;
    assert_string_equal(mended("opened  = 1990-23-11"), "opened  = 1990-11-23");
    assert_string_equal(mended("opend = 1990-11-23"), "opened = 1990-11-23");
    assert_string_equal(mended("sea = slaty"), "sea = salty");
    assert_string_equal(mended("twon = K\xc3\xb6ln"), "town = K\xc3\xb6ln");
    assert_string_equal(mended("[rivr x]"), "[river x]");
}

static void lines_with_two_readings_are_left(void **state)
{
    (void)state;
    assert_null(mended("opened = 5.6.1990"));
    assert_null(mended("sea = green"));
    assert_null(mended("depth = 3"));
}

static void a_key_that_is_stated_already_is_not_stated_twice(void **state)
{
    (void)state;
    assert_null(mended("nam = Rhein"));
    assert_string_equal(mended("twon = Mainz"), "town = Mainz");
}

static void the_struck_word_is_looked_for_on_its_side_of_the_sign(void **state)
{
    struct problem problem = {
        .place = PROBLEM_IN_VALUE, .struck = "a", .mended = "b"};
    size_t at = 0;
    (void)state;
    assert_true(mend_find(&problem, "a = a", 5, &at));
    assert_int_equal(at, 4);
    assert_false(mend_find(&problem, "a = a a", 7, &at));
    assert_false(mend_find(&problem, "a = x", 5, &at));
    problem.place = PROBLEM_IN_KEY;
    assert_true(mend_find(&problem, "a = a", 5, &at));
    assert_int_equal(at, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(dates_with_one_reading_become_iso_dates),
        TEST(dates_with_two_readings_or_none_are_left),
        TEST(a_word_one_edit_away_is_mended_when_it_is_the_only_one),
        TEST(lines_with_one_reading_are_mended_whole),
        TEST(lines_with_two_readings_are_left),
        TEST(a_key_that_is_stated_already_is_not_stated_twice),
        TEST(the_struck_word_is_looked_for_on_its_side_of_the_sign),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
