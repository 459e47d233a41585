#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "app/settings.h"

static struct arena arena;

static const struct theme themes[] = {
    {.name = "Light", .stem = "light"},
    {.name = "Dark", .stem = "dark"},
};

static struct settings_reading read_lines(const struct ini_line *lines,
                                          size_t count)
{
    return settings_read(lines, count, themes, 2, &arena);
}

static struct settings_reading read_one(const char *section, const char *name,
                                        const char *value)
{
    const struct ini_line line = {7, section, name, value};
    return read_lines(&line, 1);
}

/* The defaults but for these. */
static struct settings settings_of(int target, int fresh, int theme, int scale,
                                   int motion, int sound, const char *learner)
{
    struct settings settings = settings_default();
    settings.values[SETTING_TARGET] = target;
    settings.values[SETTING_NEW] = fresh;
    settings.values[SETTING_THEME] = theme;
    settings.values[SETTING_SCALE] = scale;
    settings.values[SETTING_MOTION] = motion;
    settings.values[SETTING_SOUND] = sound;
    snprintf(settings.learner, sizeof settings.learner, "%s", learner);
    return settings;
}

static void without_a_file_all_is_as_it_comes(void **state)
{
    (void)state;
    struct settings_reading reading = read_lines(NULL, 0);
    struct settings normal = settings_default();

    assert_true(settings_equal(&reading.settings, &normal));
    assert_int_equal(normal.values[SETTING_TARGET], 90);
    assert_int_equal(normal.values[SETTING_NEW], 8);
    assert_int_equal(normal.values[SETTING_SCALE], 100);
    assert_int_equal(normal.values[SETTING_MOTION], 1);
    assert_int_equal(normal.values[SETTING_SOUND], 0);
    assert_string_equal(normal.learner, "");
    assert_int_equal(reading.problems.count, 0);
}

static void every_setting_is_read_from_its_line(void **state)
{
    (void)state;
    const struct ini_line lines[] = {
        {2, "study", "target", "85 %"},    {3, "study", "new-per-day", "12"},
        {4, "study", "learner", "Hana K"}, {6, "look", "theme", "dark"},
        {7, "look", "text-size", "150"},   {8, "look", "motion", "off"},
        {9, "look", "sound", "on"},
    };

    struct settings_reading reading = read_lines(lines, 7);

    const struct settings wanted = settings_of(85, 12, 1, 150, 0, 1, "Hana K");
    assert_true(settings_equal(&reading.settings, &wanted));
    assert_int_equal(reading.lines[SETTING_TARGET], 2);
    assert_int_equal(reading.lines[SETTING_LEARNER], 4);
    assert_int_equal(reading.lines[SETTING_SOUND], 9);
    assert_int_equal(reading.problems.count, 0);
}

static void a_value_that_is_none_gives_the_default_and_its_line(void **state)
{
    static const struct {
        const char *section;
        const char *name;
        const char *value;
        const char *says;
    } bad[] = {
        {"study", "target", "79", "takes a number from 80 to 95; 90 is used"},
        {"study", "target", "96", "takes a number"},
        {"study", "target", "ninety", "\"ninety\""},
        {"study", "target", "", "takes a number"},
        {"study", "target", "90.5", "takes a number"},
        {"study", "target", "-90", "takes a number"},
        {"study", "target", "99999999999999999999", "takes a number"},
        {"study", "new-per-day", "51", "takes a number from 0 to 50"},
        {"look", "theme", "sepia", "no theme called \"sepia\"; light is used"},
        {"look", "theme", "Dark", "no theme called"},
        {"look", "text-size", "99", "takes a number from 100 to 200"},
        {"look", "motion", "yes", "takes on or off; on is used"},
        {"look", "sound", "1", "takes on or off; off is used"},
    };
    (void)state;
    struct settings normal = settings_default();
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct settings_reading reading =
            read_one(bad[i].section, bad[i].name, bad[i].value);

        assert_true(settings_equal(&reading.settings, &normal));
        assert_int_equal(reading.problems.count, 1);
        assert_int_equal(reading.problems.list[0].line, 7);
        assert_non_null(strstr(reading.problems.list[0].text, bad[i].says));
    }
}

static void a_learner_has_a_name_of_visible_bytes(void **state)
{
    char long_name[200];
    (void)state;
    memset(long_name, 'a', sizeof long_name);
    long_name[SETTINGS_NAME_MAX] = '\0';
    assert_false(settings_learner_may_be(long_name));
    long_name[SETTINGS_NAME_MAX - 1] = '\0';
    assert_true(settings_learner_may_be(long_name));
    assert_true(settings_learner_may_be("\xe8\x8a\xb1\xe5\xad\x90"));
    assert_false(settings_learner_may_be("  "));
    assert_false(settings_learner_may_be(" Hana"));
    assert_false(settings_learner_may_be("Ha\nna"));
    assert_false(settings_learner_may_be("Ha\xff"));
    struct settings_reading reading = read_one("study", "learner", "a\tb");
    assert_int_equal(reading.problems.count, 1);
    assert_string_equal(reading.settings.learner, "");
}

static void names_of_another_pacta_are_no_problem(void **state)
{
    (void)state;
    assert_int_equal(read_one("study", "ghost", "1").problems.count, 0);
    assert_int_equal(read_one("class", "target", "1").problems.count, 0);
}

static void the_second_line_of_a_setting_is_a_problem(void **state)
{
    (void)state;
    const struct ini_line lines[] = {{2, "look", "sound", "on"},
                                     {5, "look", "sound", "off"}};

    struct settings_reading reading = read_lines(lines, 2);

    assert_int_equal(reading.settings.values[SETTING_SOUND], 1);
    assert_int_equal(reading.problems.list[0].line, 5);
    assert_non_null(strstr(reading.problems.list[0].text, "line 2"));
}

static void the_form_is_kept_by_name(void **state)
{
    (void)state;
    assert_int_equal(read_one("study", "ask-as", "typed ; for the exam")
                         .settings.values[SETTING_FORM],
                     FORM_TYPED + 1);
    assert_int_equal(read_one("study", "ask-as", "by strength")
                         .settings.values[SETTING_FORM],
                     0);
    struct settings_reading reading = read_one("study", "ask-as", "song");
    assert_int_equal(reading.settings.values[SETTING_FORM], 0);
    assert_string_equal(reading.problems.list[0].text,
                        "ask-as is \"song\" but takes by strength or the name "
                        "of a form; by strength is used");
    for (int value = 0; value <= FORM_COUNT; value++)
        assert_int_equal(settings_form_read(settings_form_text(value)), value);
    struct settings_reading nothing = read_lines(NULL, 0);
    struct settings wanted = settings_default();
    wanted.values[SETTING_FORM] = FORM_ORDER + 1;
    assert_non_null(
        strstr(settings_write(&wanted, &nothing, "", themes, 2, &arena),
               "\nask-as = order\n"));
}

static void a_remark_may_stand_behind_a_value(void **state)
{
    (void)state;
    assert_int_equal(read_one("look", "theme", "dark ; at night")
                         .settings.values[SETTING_THEME],
                     1);
    assert_int_equal(read_one("study", "target", "85 # less")
                         .settings.values[SETTING_TARGET],
                     85);
    assert_int_equal(read_one("look", "theme", "dark;x").problems.count, 1);
    assert_string_equal(read_one("study", "learner", "A ; B").settings.learner,
                        "A ; B");
}

static void steps_stay_within_the_bounds(void **state)
{
    (void)state;
    assert_int_equal(settings_stepped(SETTING_TARGET, 90, 1), 91);
    assert_int_equal(settings_stepped(SETTING_TARGET, 95, 1), 95);
    assert_int_equal(settings_stepped(SETTING_NEW, 0, -1), 0);
    assert_int_equal(settings_stepped(SETTING_SCALE, 100, 1), 110);
    assert_int_equal(settings_stepped(SETTING_SCALE, 125, 1), 150);
    assert_int_equal(settings_stepped(SETTING_SCALE, 200, 1), 200);
    assert_int_equal(settings_stepped(SETTING_SCALE, 100, -1), 100);
    assert_int_equal(settings_stepped(SETTING_SCALE, 130, 1), 150);
    assert_int_equal(settings_stepped(SETTING_SCALE, 130, -1), 125);
    assert_int_equal(settings_stepped(SETTING_SCALE, 300, -1), 200);
    assert_int_equal(settings_bounded(SETTING_MOTION, 7), 1);
}

static void only_what_was_changed_goes_into_the_file(void **state)
{
    (void)state;
    const struct settings kept = settings_of(85, 8, 1, 150, 1, 0, "Hana");
    const struct settings before = settings_of(90, 8, 0, 200, 1, 0, "");
    struct settings now = before;
    now.values[SETTING_SOUND] = 1;

    struct settings wanted = settings_changed(&kept, &before, &now);

    const struct settings expected = settings_of(85, 8, 1, 150, 1, 1, "Hana");
    assert_true(settings_equal(&wanted, &expected));
}

static void what_is_new_in_the_file_stands_in_its_part(void **state)
{
    (void)state;
    struct settings_reading nothing = read_lines(NULL, 0);
    const struct settings wanted = settings_of(85, 8, 1, 100, 1, 1, "Hana");

    const char *text = settings_write(&wanted, &nothing, "", themes, 2, &arena);

    assert_string_equal(text,
                        "; Settings of Pacta, written when one is changed; you "
                        "may edit them here.\n"
                        "\n[study]\ntarget = 85\nlearner = Hana\n"
                        "\n[look]\ntheme = dark\nsound = on\n");
}

static void all_else_in_the_file_stays_to_the_byte(void **state)
{
    static const char old[] = "# mine\r\n[study]\r\n  ; less\r\n"
                              "target=85 ; remark\r\nghost = 1\r\n\r\n"
                              "[class]\r\nsound = on\r\n[look]\r\n"
                              "theme = light\r\nmotion = off";
    const struct ini_line lines[] = {
        {4, "study", "target", "85 ; remark"},
        {10, "look", "theme", "light"},
        {11, "look", "motion", "off"},
    };
    (void)state;
    struct settings_reading reading = read_lines(lines, 3);
    struct settings wanted = reading.settings;
    wanted.values[SETTING_TARGET] = 95;
    wanted.values[SETTING_SOUND] = 1;

    const char *text =
        settings_write(&wanted, &reading, old, themes, 2, &arena);

    assert_string_equal(text, "# mine\r\n[study]\r\n  ; less\r\n"
                              "target= 95 ; remark\r\nghost = 1\r\n\r\n"
                              "[class]\r\nsound = on\r\n[look]\r\n"
                              "sound = on\n"
                              "theme = light\r\nmotion = off\n");
}

static void what_is_as_it_was_is_not_written_anew(void **state)
{
    static const char old[] = "[look]\ntheme  =  dark # x\n";
    const struct ini_line line = {2, "look", "theme", "dark # x"};
    (void)state;
    struct settings_reading reading = read_lines(&line, 1);

    const char *text =
        settings_write(&reading.settings, &reading, old, themes, 2, &arena);

    assert_string_equal(text, old);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_file_all_is_as_it_comes),
        cmocka_unit_test(every_setting_is_read_from_its_line),
        cmocka_unit_test(a_value_that_is_none_gives_the_default_and_its_line),
        cmocka_unit_test(a_learner_has_a_name_of_visible_bytes),
        cmocka_unit_test(names_of_another_pacta_are_no_problem),
        cmocka_unit_test(the_second_line_of_a_setting_is_a_problem),
        cmocka_unit_test(the_form_is_kept_by_name),
        cmocka_unit_test(a_remark_may_stand_behind_a_value),
        cmocka_unit_test(steps_stay_within_the_bounds),
        cmocka_unit_test(only_what_was_changed_goes_into_the_file),
        cmocka_unit_test(what_is_new_in_the_file_stands_in_its_part),
        cmocka_unit_test(all_else_in_the_file_stays_to_the_byte),
        cmocka_unit_test(what_is_as_it_was_is_not_written_anew),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    arena_init(&arena, 1u << 20);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_release(&arena);
    return failed;
}
