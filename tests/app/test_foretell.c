#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "app/stage.h"

/* Of 2026-11-23, on which the stage begins. */
enum { MONDAY = 20780 };

static const struct control exam_field = {MSG_EXAM, 0, 0};

static struct play stage;

static int open_settings(void **state)
{
    (void)state;
    stage_open(&stage);
    stage.app.width = 1280;
    stage.app.height = 800;
    stage_do(&stage, MSG_GO, SCREEN_SETTINGS);
    return 0;
}

static int close_settings(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static void type_exam(const char *text)
{
    stage_send(&stage, (struct msg){.kind = MSG_FOCUS, .target = exam_field});
    stage.app.typed[0] = '\0';
    stage.app.caret = 0;
    if (text[0])
        stage_send(&stage, (struct msg){.kind = MSG_TEXT, .text = text});
    stage_press(&stage, KEY_ENTER, 0);
}

/* Waits as the window does: a message whenever it asks for one. */
static int wait_for_the_forecast(void)
{
    int steps = 0;
    while (foretell_runs(&stage.app)) {
        assert_int_equal(app_wait_ms(&stage.app), 0);
        stage_do(&stage, MSG_TICK, 0);
        steps++;
    }
    return steps;
}

static const char *shown_with(const char *part)
{
    const struct draw_list *list = stage_view(&stage);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].text && strstr(list->items[i].text, part))
            return list->items[i].text;
    return NULL;
}

static bool shows(const char *part)
{
    return shown_with(part) != NULL;
}

static void no_exam_is_set_and_nothing_is_foretold(void **state)
{
    assert_true(shows("A day on which to recall all of it"));
    assert_false(foretell_runs(&stage.app));
    assert_true(app_wait_ms(&stage.app) != 0);
    stage_do(&stage, MSG_GO, SCREEN_HOME);
    assert_false(shows("Exam on"));
    (void)state;
}

static void a_typed_day_is_kept_and_foretold(void **state)
{
    type_exam("2026-12-14");
    assert_int_equal(stage.app.settings.values[SETTING_EXAM], MONDAY + 21);
    assert_int_equal(stage.progress.settings.exam_day, MONDAY + 21);
    assert_true(shows("On 14 December, in 21 days"));

    wait_for_the_forecast();

    const struct forecast_result *told = &stage.app.foretold.result;
    char expected[80];
    snprintf(expected, sizeof expected,
             "About %ld\xe2\x80\x89%% on 14 December, between %ld and "
             "%ld\xe2\x80\x89%%",
             lround(100 * told->recall), lround(100 * told->low),
             lround(100 * told->high));
    assert_string_equal(foretell_words(&stage.arena, &stage.app), expected);
    assert_true(shows("About "));
    assert_true(told->recall > .5);
    (void)state;
}

static void the_first_page_says_it_in_one_line(void **state)
{
    char expected[80];
    type_exam("14 Dec 2026");
    stage_do(&stage, MSG_GO, SCREEN_HOME);
    wait_for_the_forecast();
    snprintf(expected, sizeof expected,
             "Exam on 14 December, in 21 days: about %ld\xe2\x80\x89%% at 20 "
             "minutes a day",
             lround(100 * stage.app.foretold.result.recall));
    assert_string_equal(shown_with("Exam on"), expected);
    (void)state;
}

static void a_day_that_is_none_or_over_is_not_taken(void **state)
{
    static const char *const wrong[] = {"tomorrow",   "2026-02-30", "2026-12",
                                        "2026-11-23", "1999-01-01", "about"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        type_exam(wrong[i]);
        assert_int_equal(stage.app.settings.values[SETTING_EXAM], 0);
        assert_true(stage.app.toast[0]);
    }
    (void)state;
}

static void
an_empty_field_takes_the_exam_away_and_undo_brings_it_back(void **state)
{
    type_exam("2026-12-14");
    type_exam("");
    assert_int_equal(stage.progress.settings.exam_day, 0);
    assert_false(foretell_runs(&stage.app));
    stage_do(&stage, MSG_UNDO, 0);
    assert_int_equal(stage.progress.settings.exam_day, MONDAY + 21);
    assert_string_equal(stage.app.typed, "2026-12-14");
    (void)state;
}

static void other_minutes_are_foretold_anew_the_same_ones_are_not(void **state)
{
    type_exam("2026-12-14");
    wait_for_the_forecast();
    stage_do(&stage, MSG_GO, SCREEN_HOME);
    assert_false(foretell_runs(&stage.app));
    stage_do(&stage, MSG_GO, SCREEN_SETTINGS);
    assert_false(foretell_runs(&stage.app));

    stage_send(&stage, (struct msg){.kind = MSG_SETTING_STEP,
                                    .number = -1,
                                    .x = SETTING_MINUTES});

    assert_int_equal(stage.progress.settings.minutes, 15);
    assert_true(foretell_runs(&stage.app));
    (void)state;
}

static void no_step_takes_more_than_its_share(void **state)
{
    type_exam("2028-12-14");
    assert_true(wait_for_the_forecast() > 10);
    (void)state;
}

static void it_rests_while_a_card_is_asked(void **state)
{
    type_exam("2027-12-14");
    stage_do(&stage, MSG_GO, SCREEN_HOME);
    assert_true(foretell_runs(&stage.app));
    stage_do(&stage, MSG_STUDY, 0);
    assert_false(foretell_runs(&stage.app));
    assert_true(app_wait_ms(&stage.app) != 0);
    (void)state;
}

static void the_target_shows_what_each_of_four_would_ask(void **state)
{
    static const int loads[TARGET_MARKS] = {110, 170, 230, 410};
    assert_false(shows("410"));
    memcpy(stage.app.load_at, loads, sizeof loads);
    for (int i = 0; i < TARGET_MARKS; i++) {
        char text[8];
        snprintf(text, sizeof text, "%d", loads[i]);
        assert_string_equal(shown_with(text), text);
    }
    (void)state;
}

static void the_file_keeps_the_day_as_a_day(void **state)
{
    static const char old[] = "[study]\nexam = 2026-12-01 ; mathematics\n";
    struct ini_line line = {.line = 2,
                            .section = "study",
                            .name = "exam",
                            .value = "2026-12-01 ; mathematics"};
    struct settings_reading read =
        settings_read(&line, 1, NULL, 0, &stage.arena);
    assert_int_equal(read.problems.count, 0);
    assert_int_equal(read.settings.values[SETTING_EXAM], MONDAY + 8);
    struct settings now = read.settings;
    now.values[SETTING_EXAM] = MONDAY + 21;
    now.values[SETTING_MINUTES] = 35;
    assert_string_equal(
        settings_write(&now, &read, old, NULL, 0, &stage.arena),
        "[study]\nminutes-a-day = 35\nexam = 2026-12-14 ; mathematics\n");
    now.values[SETTING_EXAM] = 0;
    now.values[SETTING_MINUTES] = 20;
    assert_string_equal(settings_write(&now, &read, old, NULL, 0, &stage.arena),
                        "[study]\nexam = none ; mathematics\n");
    line.value = "soon";
    read = settings_read(&line, 1, NULL, 0, &stage.arena);
    assert_int_equal(read.problems.count, 1);
    assert_int_equal(read.settings.values[SETTING_EXAM], 0);
    (void)state;
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, open_settings, close_settings)

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    const struct CMUnitTest tests[] = {
        TEST(no_exam_is_set_and_nothing_is_foretold),
        TEST(a_typed_day_is_kept_and_foretold),
        TEST(the_first_page_says_it_in_one_line),
        TEST(a_day_that_is_none_or_over_is_not_taken),
        TEST(an_empty_field_takes_the_exam_away_and_undo_brings_it_back),
        TEST(other_minutes_are_foretold_anew_the_same_ones_are_not),
        TEST(no_step_takes_more_than_its_share),
        TEST(it_rests_while_a_card_is_asked),
        TEST(the_target_shows_what_each_of_four_would_ask),
        TEST(the_file_keeps_the_day_as_a_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
