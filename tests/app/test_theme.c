#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "app/theme.h"

static const char *const names[] = {"light", "dark", "projector"};

enum { THEMES = 3 };

struct pair {
    enum token text;
    enum token ground;
};

/* What the design writes on what. */
static const struct pair texts[] = {
    {TOKEN_INK, TOKEN_DESK},        {TOKEN_INK, TOKEN_PAPER},
    {TOKEN_INK, TOKEN_WASH},        {TOKEN_INK, TOKEN_WASH2},
    {TOKEN_INK2, TOKEN_DESK},       {TOKEN_INK2, TOKEN_PAPER},
    {TOKEN_INK2, TOKEN_WASH},       {TOKEN_INK2, TOKEN_WASH2},
    {TOKEN_INK3, TOKEN_PAPER},      {TOKEN_INK3, TOKEN_WASH},
    {TOKEN_PAPER, TOKEN_INK},       {TOKEN_SEAL, TOKEN_PAPER},
    {TOKEN_SEAL, TOKEN_WASH},       {TOKEN_ON_SEAL, TOKEN_SEAL_FILL},
    {TOKEN_ON_SEAL, TOKEN_SEAL_HI}, {TOKEN_ON_SEAL, TOKEN_SEAL_LO},
    {TOKEN_SPINE_INK, TOKEN_SPINE}, {TOKEN_SPINE_INK2, TOKEN_SPINE},
    {TOKEN_RIGHT, TOKEN_PAPER},     {TOKEN_RIGHT, TOKEN_RIGHT_WASH},
    {TOKEN_WRONG, TOKEN_PAPER},     {TOKEN_WRONG, TOKEN_WRONG_WASH},
    {TOKEN_HARD, TOKEN_PAPER},      {TOKEN_HARD, TOKEN_HARD_WASH},
    {TOKEN_EASY, TOKEN_PAPER},      {TOKEN_EASY, TOKEN_EASY_WASH},
    {TOKEN_INK, TOKEN_RIGHT_WASH},  {TOKEN_INK, TOKEN_WRONG_WASH},
    {TOKEN_INK, TOKEN_HARD_WASH},   {TOKEN_INK, TOKEN_EASY_WASH},
};

/* Borders that tell where a control is. */
static const struct pair lines[] = {
    {TOKEN_EDGE, TOKEN_PAPER},  {TOKEN_EDGE, TOKEN_DESK},
    {TOKEN_FOCUS, TOKEN_PAPER}, {TOKEN_FOCUS, TOKEN_DESK},
    {TOKEN_RIGHT, TOKEN_PAPER}, {TOKEN_WRONG, TOKEN_PAPER},
    {TOKEN_SEAL, TOKEN_PAPER},  {TOKEN_SPINE_KEY, TOKEN_SPINE},
};

static double lowest(const struct theme *theme, const struct pair *pairs,
                     size_t count)
{
    double low = 21;
    for (size_t i = 0; i < count; i++) {
        double contrast = theme_contrast(theme->rgba[pairs[i].text],
                                         theme->rgba[pairs[i].ground]);
        if (contrast < low)
            low = contrast;
    }
    return low;
}

static double lowest_text(const char *name)
{
    return lowest(theme_find(name), texts, sizeof texts / sizeof texts[0]);
}

static void every_text_can_be_read(void **state)
{
    (void)state;
    assert_true(lowest_text("light") >= 4.5);
    assert_true(lowest_text("dark") >= 4.5);
    assert_true(lowest_text("projector") >= 6.2);
}

static void the_lowest_contrast_is_that_of_the_design(void **state)
{
    (void)state;
    const struct theme *dark = theme_find("dark");

    double contrast =
        theme_contrast(dark->rgba[TOKEN_ON_SEAL], dark->rgba[TOKEN_SEAL_HI]);

    assert_true(fabs(contrast - 4.65) < .005);
}

static void borders_and_focus_can_be_seen(void **state)
{
    (void)state;
    for (int i = 0; i < THEMES; i++)
        assert_true(lowest(theme_find(names[i]), lines,
                           sizeof lines / sizeof lines[0]) >= 3);
}

static void contrast_goes_from_one_to_twenty_one(void **state)
{
    (void)state;
    assert_true(fabs(theme_contrast(0xFFFFFFFF, 0x000000FF) - 21) < 1e-9);
    assert_true(fabs(theme_contrast(0x777777FF, 0x777777FF) - 1) < 1e-9);
    assert_true(theme_contrast(0x17223BFF, 0xFBF8EFFF) ==
                theme_contrast(0xFBF8EFFF, 0x17223BFF));
}

/* Only what the projector leaves out may be clear. */
static void every_theme_has_every_colour(void **state)
{
    (void)state;
    for (int i = 0; i < THEMES; i++) {
        const struct theme *theme = theme_find(names[i]);
        assert_string_equal(theme->name, names[i]);
        for (int t = TOKEN_NONE + 1; t < TOKEN_COUNT; t++)
            if (i != 2 || t != TOKEN_UNDER)
                assert_true((theme->rgba[t] & 255) != 0);
        assert_int_equal(theme->rgba[TOKEN_NONE], 0);
    }
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

static void a_theme_nobody_made_is_not_found(void **state)
{
    (void)state;
    assert_null(theme_find("sepia"));
    assert_null(theme_find(""));
    assert_null(theme_find("Light"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_text_can_be_read),
        cmocka_unit_test(the_lowest_contrast_is_that_of_the_design),
        cmocka_unit_test(borders_and_focus_can_be_seen),
        cmocka_unit_test(contrast_goes_from_one_to_twenty_one),
        cmocka_unit_test(every_theme_has_every_colour),
        cmocka_unit_test(tokens_are_called_as_in_the_design),
        cmocka_unit_test(a_theme_nobody_made_is_not_found),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
