#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/look.h"
#include "themes.h"

static const char *const stems[] = {"light", "dark", "projector"};

enum { THEMES = 3 };

/* The table of the design: light, dark, projector. */
static const struct {
    enum token token;
    uint32_t rgba[THEMES];
} table[] = {
    {TOKEN_DESK, {0xDDDED8FF, 0x0D131EFF, 0xFFFFFFFF}},
    {TOKEN_PAPER, {0xFBF8EFFF, 0x161E2DFF, 0xFFFFFFFF}},
    {TOKEN_WASH, {0xF3EEE0FF, 0x1E283AFF, 0xF0F2F6FF}},
    {TOKEN_WASH2, {0xE9E2CFFF, 0x2A364CFF, 0xDFE4ECFF}},
    {TOKEN_TRACK, {0xC8C8BDFF, 0x2A364CFF, 0xDFE4ECFF}},
    {TOKEN_INK, {0x17223BFF, 0xF1EBDCFF, 0x060D1FFF}},
    {TOKEN_INK2, {0x434D66FF, 0xC2C5CCFF, 0x27304AFF}},
    {TOKEN_INK3, {0x5C6276FF, 0x9AA1B0FF, 0x444D63FF}},
    {TOKEN_RULE, {0xD3CCBAFF, 0x323D54FF, 0x9AA0AEFF}},
    {TOKEN_EDGE, {0x7B7869FF, 0x76819AFF, 0x4D566BFF}},
    {TOKEN_SPINE, {0x17223BFF, 0x0A0F18FF, 0x060D1FFF}},
    {TOKEN_SPINE_INK, {0xF2ECDDFF, 0xF1EBDCFF, 0xFFFFFFFF}},
    {TOKEN_SPINE_INK2, {0xB3BACDFF, 0xA3ABBDFF, 0xD5DAE6FF}},
    {TOKEN_STITCH, {0x3A4663FF, 0x27324AFF, 0x3A4663FF}},
    {TOKEN_SPINE_KEY, {0x6B7794FF, 0x6B7794FF, 0x6B7794FF}},
    {TOKEN_SEAL, {0xB3301DFF, 0xEE7A62FF, 0x9E1F0CFF}},
    {TOKEN_SEAL_FILL, {0xB3301DFF, 0xBF3C27FF, 0x9E1F0CFF}},
    {TOKEN_SEAL_HI, {0xC43C27FF, 0xC5432DFF, 0xB52C17FF}},
    {TOKEN_SEAL_LO, {0x8F2413FF, 0xA22F1DFF, 0x7C1606FF}},
    {TOKEN_ON_SEAL, {0xFFFAEFFF, 0xFFF6E8FF, 0xFFFFFFFF}},
    {TOKEN_RIGHT, {0x1F6249FF, 0x86CBA8FF, 0x0B5136FF}},
    {TOKEN_RIGHT_WASH, {0xE1ECDFFF, 0x1B322EFF, 0xDDF0E4FF}},
    {TOKEN_WRONG, {0x7C2A5BFF, 0xE6A4CEFF, 0x6A1549FF}},
    {TOKEN_WRONG_WASH, {0xF3E4E9FF, 0x36253AFF, 0xF7E3EEFF}},
    {TOKEN_HARD, {0x835800FF, 0xE4BC66FF, 0x6B4600FF}},
    {TOKEN_HARD_WASH, {0xF6EBCDFF, 0x37301DFF, 0xFBEFCBFF}},
    {TOKEN_EASY, {0x27568FFF, 0x98BFF0FF, 0x0F3F7DFF}},
    {TOKEN_EASY_WASH, {0xE1E9F1FF, 0x1C2E4BFF, 0xDFEAF8FF}},
    {TOKEN_FOCUS, {0x27568FFF, 0x8EC1FFFF, 0x0B57D0FF}},
    {TOKEN_FRAME1, {0xB3301D9E, 0xEE7A6280, 0x060D1FFF}},
    {TOKEN_FRAME2, {0xB3301D61, 0xEE7A6247, 0x060D1FFF}},
    {TOKEN_UNDER, {0xCFCCBFFF, 0x2A364CFF, 0xFFFFFF00}},
    {TOKEN_HEAT0, {0xE6E0D0FF, 0x232E42FF, 0xE6E0D0FF}},
    {TOKEN_HEAT1, {0xAEB4C1FF, 0x46536DFF, 0xAEB4C1FF}},
    {TOKEN_HEAT2, {0x7C859CFF, 0x73809BFF, 0x7C859CFF}},
    {TOKEN_HEAT3, {0x4A5674FF, 0xA9B1C1FF, 0x4A5674FF}},
    {TOKEN_HEAT4, {0x17223BFF, 0xF1EBDCFF, 0x17223BFF}},
    {TOKEN_SCRIM, {0x0D131E8C, 0x0D131E8C, 0x0D131E8C}},
    {TOKEN_SHADOW, {0x17223B29, 0x00000080, 0x060D1F33}},
};

struct pair {
    enum token text;
    enum token ground;
};

/* What the design writes on what: on the desk only ink and the second ink, on
 * the darker wash only these too, on the other grounds all. */
static const struct pair texts[] = {
    {TOKEN_INK, TOKEN_DESK},         {TOKEN_INK2, TOKEN_DESK},
    {TOKEN_INK, TOKEN_WASH2},        {TOKEN_INK2, TOKEN_WASH2},
    {TOKEN_INK, TOKEN_PAPER},        {TOKEN_INK2, TOKEN_PAPER},
    {TOKEN_INK3, TOKEN_PAPER},       {TOKEN_INK, TOKEN_WASH},
    {TOKEN_INK2, TOKEN_WASH},        {TOKEN_INK3, TOKEN_WASH},
    {TOKEN_PAPER, TOKEN_INK},        {TOKEN_SEAL, TOKEN_PAPER},
    {TOKEN_SEAL, TOKEN_WASH},        {TOKEN_ON_SEAL, TOKEN_SEAL_FILL},
    {TOKEN_ON_SEAL, TOKEN_SEAL_HI},  {TOKEN_ON_SEAL, TOKEN_SEAL_LO},
    {TOKEN_SPINE_INK, TOKEN_SPINE},  {TOKEN_SPINE_INK2, TOKEN_SPINE},
    {TOKEN_SPINE_INK, TOKEN_STITCH}, {TOKEN_RIGHT, TOKEN_PAPER},
    {TOKEN_RIGHT, TOKEN_RIGHT_WASH}, {TOKEN_WRONG, TOKEN_PAPER},
    {TOKEN_WRONG, TOKEN_WRONG_WASH}, {TOKEN_HARD, TOKEN_PAPER},
    {TOKEN_HARD, TOKEN_HARD_WASH},   {TOKEN_EASY, TOKEN_PAPER},
    {TOKEN_EASY, TOKEN_EASY_WASH},   {TOKEN_INK, TOKEN_RIGHT_WASH},
    {TOKEN_INK, TOKEN_WRONG_WASH},   {TOKEN_INK, TOKEN_HARD_WASH},
    {TOKEN_INK, TOKEN_EASY_WASH},    {TOKEN_INK2, TOKEN_RIGHT_WASH},
    {TOKEN_INK2, TOKEN_WRONG_WASH},  {TOKEN_INK2, TOKEN_HARD_WASH},
    {TOKEN_INK2, TOKEN_EASY_WASH},   {TOKEN_WRONG, TOKEN_WASH},
};

/* Borders that tell where a control is. */
static const struct pair lines[] = {
    {TOKEN_EDGE, TOKEN_PAPER},      {TOKEN_EDGE, TOKEN_DESK},
    {TOKEN_EDGE, TOKEN_WASH},       {TOKEN_FOCUS, TOKEN_PAPER},
    {TOKEN_FOCUS, TOKEN_DESK},      {TOKEN_RIGHT, TOKEN_PAPER},
    {TOKEN_WRONG, TOKEN_PAPER},     {TOKEN_SEAL, TOKEN_PAPER},
    {TOKEN_SPINE_KEY, TOKEN_SPINE},
};

static double lowest(const char *stem, const struct pair *pairs, size_t count)
{
    const struct theme *theme = theme_from_file(stem);
    double low = 21;
    for (size_t i = 0; i < count; i++) {
        double contrast = theme_contrast(theme->rgba[pairs[i].text],
                                         theme->rgba[pairs[i].ground]);
        if (contrast < low)
            low = contrast;
        if (contrast < 3)
            print_message("%s: %s on %s %.2f\n", stem,
                          token_name(pairs[i].text),
                          token_name(pairs[i].ground), contrast);
    }
    return low;
}

static double lowest_text(const char *stem)
{
    return lowest(stem, texts, sizeof texts / sizeof texts[0]);
}

static void the_files_have_the_colours_of_the_design(void **state)
{
    (void)state;
    assert_int_equal(sizeof table / sizeof table[0], TOKEN_COUNT - 1);
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
        for (int t = 0; t < THEMES; t++)
            assert_int_equal(theme_from_file(stems[t])->rgba[table[i].token],
                             table[i].rgba[t]);
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
    const struct theme *dark = theme_from_file("dark");

    double contrast =
        theme_contrast(dark->rgba[TOKEN_ON_SEAL], dark->rgba[TOKEN_SEAL_HI]);

    assert_true(fabs(contrast - 4.65) < .005);
}

static void borders_and_focus_can_be_seen(void **state)
{
    (void)state;
    for (int i = 0; i < THEMES; i++)
        assert_true(lowest(stems[i], lines, sizeof lines / sizeof lines[0]) >=
                    3);
}

static void what_is_compiled_in_is_the_light_theme(void **state)
{
    (void)state;
    const struct theme *light = theme_from_file("light");
    assert_memory_equal(light->rgba, theme_builtin()->rgba, sizeof light->rgba);
    assert_string_equal(light->name, theme_builtin()->name);
    assert_string_equal(theme_from_file("dark")->name, "Dark");
    assert_string_equal(theme_from_file("projector")->name, "Projector");
}

/* What follows plays a folder of settings. */
static char folder[64];
static struct look look;
static struct app app;
static struct options options;
static struct arena arena;
static struct progress progress;

static const char *in_folder(const char *name)
{
    return arena_printf(&arena, "%s/%s", folder, name);
}

static void put(const char *name, const char *text)
{
    FILE *file = fopen(in_folder(name), "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static const char *get(const char *name)
{
    static char text[4096];
    FILE *file = fopen(in_folder(name), "r");
    if (!file)
        return "";
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    return text;
}

static bool open_look(void)
{
    struct error err;
    progress_init(&progress, &arena, NULL, study_settings_default());
    memset(&app, 0, sizeof app);
    app.progress = &progress;
    look_open(&look, &options, true);
    look_add_themes(&look, "assets/themes");
    theme_sort(look.themes, look.theme_count);
    return look_dress(&look, &options, &app, &err);
}

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/pacta-look-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    memset(&options, 0, sizeof options);
    options.data = folder;
    options.scale = -1;
    arena_init(&arena, 8u << 20);
    return 0;
}

static int remove_folder(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    look_close(&look);
    arena_release(&arena);
    return system(command);
}

static bool keep(enum setting setting, int value, struct error *err)
{
    app.settings.values[setting] = value;
    return look_keep(&look, &app, err);
}

static void a_change_is_there_at_the_next_start(void **state)
{
    (void)state;
    struct error err;
    assert_true(open_look());
    assert_true(keep(SETTING_SCALE, 150, &err));
    look_close(&look);

    assert_true(open_look());

    assert_int_equal(app.settings.values[SETTING_SCALE], 150);
    assert_null(app.settings_trouble);
    assert_non_null(strstr(get("settings.ini"), "[look]\ntext-size = 150\n"));
}

static void a_file_that_is_not_understood_is_not_written(void **state)
{
    static const char text[] = "[look]\nsound = loud\nmotion = off\n";
    (void)state;
    struct error err;
    put("settings.ini", text);
    assert_true(open_look());
    assert_int_equal(app.settings.values[SETTING_MOTION], 0);
    assert_int_equal(app.settings.values[SETTING_SOUND], 0);
    assert_non_null(strstr(app.settings_trouble, "Line 2 of settings.ini"));

    assert_false(keep(SETTING_SCALE, 150, &err));

    assert_non_null(strstr(err.text, "Line 2"));
    assert_string_equal(get("settings.ini"), text);
}

static void a_file_spoiled_meanwhile_is_not_written_either(void **state)
{
    (void)state;
    struct error err;
    assert_true(open_look());
    put("settings.ini", "[look]\nnonsense\n");

    assert_false(keep(SETTING_SOUND, 1, &err));

    assert_non_null(strstr(err.text, "Line 2"));
    assert_string_equal(get("settings.ini"), "[look]\nnonsense\n");
}

static void what_was_edited_meanwhile_stays(void **state)
{
    (void)state;
    struct error err;
    assert_true(open_look());
    put("settings.ini", "; mine\n[look]\nmotion = off\n[class]\nx = 1\n");

    assert_true(keep(SETTING_SOUND, 1, &err));

    assert_string_equal(
        get("settings.ini"),
        "; mine\n[look]\nsound = on\nmotion = off\n[class]\nx = 1\n");
}

static void an_option_holds_for_this_run_only(void **state)
{
    (void)state;
    struct error err;
    options.theme = "dark";
    options.scale = 200;
    assert_true(open_look());
    assert_int_equal(app.settings.values[SETTING_SCALE], 200);
    assert_string_equal(app_theme(&app)->stem, "dark");

    assert_true(keep(SETTING_SOUND, 1, &err));

    assert_null(strstr(get("settings.ini"), "dark"));
    assert_null(strstr(get("settings.ini"), "200"));
    assert_non_null(strstr(get("settings.ini"), "sound = on"));
}

static void an_own_theme_can_be_chosen_and_replace_a_bundled_one(void **state)
{
    (void)state;
    mkdir(in_folder("themes"), 0700);
    put("themes/sepia.ini", "[theme]\nname = Sepia\n[colors]\nink = 403020\n");
    options.theme = "sepia";

    assert_true(open_look());

    assert_int_equal(look.theme_count, 4);
    assert_string_equal(look.themes[3].name, "Sepia");
    assert_int_equal(app_theme(&app)->rgba[TOKEN_INK], 0x403020FF);
    assert_int_equal(app_theme(&app)->rgba[TOKEN_PAPER], 0xFBF8EFFF);
}

static void a_theme_that_is_none_is_told_with_those_that_are(void **state)
{
    (void)state;
    struct error err;
    options.theme = "sepia";
    assert_false(open_look());
    assert_false(look_dress(&look, &options, &app, &err));
    assert_int_equal(err.cause, ERROR_USAGE);
    assert_non_null(strstr(err.text, "light, dark or projector"));
}

static void the_file_says_who_learns_unless_an_option_does(void **state)
{
    (void)state;
    assert_null(look_learner(&options, &arena));
    put("settings.ini", "[look]\nsound = loud\n[study]\nlearner = Hana\n");
    assert_string_equal(look_learner(&options, &arena), "Hana");
    options.learner = "Ken";
    assert_string_equal(look_learner(&options, &arena), "Ken");
}

static void where_the_file_says_nothing_the_log_knows(void **state)
{
    (void)state;
    put("settings.ini", "[study]\nlearner = Hana\nnew-per-day = 20\n");
    assert_true(open_look());
    progress.settings.target = .85;
    progress.settings.new_per_day = 3;
    struct error err;
    assert_true(look_dress(&look, &options, &app, &err));
    assert_int_equal(app.settings.values[SETTING_TARGET], 85);
    assert_int_equal(app.settings.values[SETTING_NEW], 20);

    options.learner = "Ken";
    assert_true(look_dress(&look, &options, &app, &err));

    assert_int_equal(app.settings.values[SETTING_NEW], 3);
    assert_string_equal(app.settings.learner, "Ken");
}

#define IN_FOLDER(test)                                                        \
    cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_files_have_the_colours_of_the_design),
        cmocka_unit_test(every_text_can_be_read),
        cmocka_unit_test(the_lowest_contrast_is_that_of_the_design),
        cmocka_unit_test(borders_and_focus_can_be_seen),
        cmocka_unit_test(what_is_compiled_in_is_the_light_theme),
        IN_FOLDER(a_change_is_there_at_the_next_start),
        IN_FOLDER(a_file_that_is_not_understood_is_not_written),
        IN_FOLDER(a_file_spoiled_meanwhile_is_not_written_either),
        IN_FOLDER(what_was_edited_meanwhile_stays),
        IN_FOLDER(an_option_holds_for_this_run_only),
        IN_FOLDER(an_own_theme_can_be_chosen_and_replace_a_bundled_one),
        IN_FOLDER(a_theme_that_is_none_is_told_with_those_that_are),
        IN_FOLDER(the_file_says_who_learns_unless_an_option_does),
        IN_FOLDER(where_the_file_says_nothing_the_log_knows),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
