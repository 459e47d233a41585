#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "app/theme.h"

static struct arena arena;

static struct theme read_lines(const struct ini_line *lines, size_t count,
                               struct ini_problems *problems)
{
    memset(problems, 0, sizeof *problems);
    problems->arena = &arena;
    return theme_read(lines, count, "mine", problems);
}

/* Those problems that name a line. */
static int in_lines(const struct ini_problems *problems)
{
    int count = 0;
    for (int i = 0; i < problems->count && i < INI_PROBLEMS_MAX; i++)
        count += problems->list[i].line > 0;
    return count;
}

static void a_theme_is_what_its_lines_say(void **state)
{
    (void)state;
    struct ini_problems problems;
    const struct ini_line lines[] = {
        {2, "theme", "name", "Mine"},
        {5, "colors", "desk", "102030"},
        {6, "colors", "paper", "#aBcDeF"},
        {7, "colors", "frame1", "B3301D 62 %"},
        {8, "colors", "frame2", "B3301D 0%"},
    };

    struct theme theme = read_lines(lines, 5, &problems);

    assert_string_equal(theme.name, "Mine");
    assert_string_equal(theme.stem, "mine");
    assert_int_equal(theme.rgba[TOKEN_DESK], 0x102030FF);
    assert_int_equal(theme.rgba[TOKEN_PAPER], 0xABCDEFFF);
    assert_int_equal(theme.rgba[TOKEN_FRAME1], 0xB3301D9E);
    assert_int_equal(theme.rgba[TOKEN_FRAME2], 0xB3301D00);
    assert_int_equal(in_lines(&problems), 0);
}

static void
a_missing_colour_is_that_of_the_light_theme_and_is_named(void **state)
{
    (void)state;
    struct ini_problems problems;

    struct theme theme = read_lines(NULL, 0, &problems);

    assert_memory_equal(theme.rgba, theme_builtin()->rgba, sizeof theme.rgba);
    assert_int_equal(problems.count, 1);
    assert_string_equal(problems.list[0].text,
                        "desk and 38 more colours are missing; those of the "
                        "light theme are used");
}

static void what_is_no_colour_is_named_with_its_line(void **state)
{
    static const char *const bad[] = {
        "",         "red",        "12345",      "1234567",
        "12345g",   "123456 x",   "123456 101", "123456 -1 %",
        "# 123456", "123456  % ", "123456;50",  "12 3456",
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct ini_problems problems;
        const struct ini_line line = {9, "colors", "ink", bad[i]};

        struct theme theme = read_lines(&line, 1, &problems);

        assert_int_equal(problems.list[0].line, 9);
        assert_non_null(strstr(problems.list[0].text, "is no colour"));
        assert_int_equal(theme.rgba[TOKEN_INK],
                         theme_builtin()->rgba[TOKEN_INK]);
    }
}

static void unknown_colours_parts_and_doubles_are_named(void **state)
{
    (void)state;
    struct ini_problems problems;
    const struct ini_line lines[] = {
        {1, "colors", "dsek", "102030"}, {2, "colours", "desk", "102030"},
        {3, "colors", "desk", "102030"}, {4, "colors", "desk", "FFFFFF"},
        {5, "theme", "title", "x"},      {6, "theme", "name", ""},
        {7, "colors", "none", "FFFFFF"},
    };

    struct theme theme = read_lines(lines, 7, &problems);

    assert_int_equal(in_lines(&problems), 6);
    assert_non_null(strstr(problems.list[0].text, "no colour called \"dsek\""));
    assert_non_null(
        strstr(problems.list[1].text, "no part called \"colours\""));
    assert_int_equal(problems.list[2].line, 4);
    assert_int_equal(theme.rgba[TOKEN_DESK], 0x102030FF);
    assert_int_equal(theme.rgba[TOKEN_NONE], 0);
    assert_string_equal(theme.name, "mine");
}

static void light_dark_and_projector_come_before_the_others(void **state)
{
    (void)state;
    struct theme themes[] = {
        {.name = "Zebra", .stem = "a"},     {.name = "P", .stem = "projector"},
        {.name = "Dark", .stem = "dark"},   {.name = "Autumn", .stem = "z"},
        {.name = "Light", .stem = "light"},
    };

    theme_sort(themes, 5);

    assert_string_equal(themes[0].stem, "light");
    assert_string_equal(themes[1].stem, "dark");
    assert_string_equal(themes[2].stem, "projector");
    assert_string_equal(themes[3].name, "Autumn");
    assert_string_equal(themes[4].name, "Zebra");
}

static void a_theme_is_found_by_its_stem_alone(void **state)
{
    (void)state;
    const struct theme themes[] = {{.name = "Light", .stem = "light"}};
    assert_ptr_equal(theme_named(themes, 1, "light"), themes);
    assert_null(theme_named(themes, 1, "Light"));
    assert_null(theme_named(themes, 1, ""));
    assert_null(theme_named(themes, 0, "light"));
}

static void contrast_goes_from_one_to_twenty_one(void **state)
{
    (void)state;
    assert_true(fabs(theme_contrast(0xFFFFFFFF, 0x000000FF) - 21) < 1e-9);
    assert_true(fabs(theme_contrast(0x777777FF, 0x777777FF) - 1) < 1e-9);
    assert_true(theme_contrast(0x17223BFF, 0xFBF8EFFF) ==
                theme_contrast(0xFBF8EFFF, 0x17223BFF));
}

static void tokens_are_called_as_in_the_design(void **state)
{
    (void)state;
    assert_string_equal(token_name(TOKEN_NONE), "none");
    assert_string_equal(token_name(TOKEN_RIGHT_WASH), "right-wash");
    for (int a = 0; a < TOKEN_COUNT; a++)
        for (int b = 0; b < a; b++)
            assert_string_not_equal(token_name((enum token)a),
                                    token_name((enum token)b));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_theme_is_what_its_lines_say),
        cmocka_unit_test(
            a_missing_colour_is_that_of_the_light_theme_and_is_named),
        cmocka_unit_test(what_is_no_colour_is_named_with_its_line),
        cmocka_unit_test(unknown_colours_parts_and_doubles_are_named),
        cmocka_unit_test(light_dark_and_projector_come_before_the_others),
        cmocka_unit_test(a_theme_is_found_by_its_stem_alone),
        cmocka_unit_test(contrast_goes_from_one_to_twenty_one),
        cmocka_unit_test(tokens_are_called_as_in_the_design),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    arena_init(&arena, 1u << 20);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_release(&arena);
    return failed;
}
