#include "stage.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

static struct play stage;

static int open(void **state)
{
    (void)state;
    stage_open(&stage);
    return 0;
}

static int close(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

/* So many answers to a card, one a day, the last one yesterday. */
static void answer_days(int count)
{
    struct moment now = stage_now(&stage);
    for (int i = 0; i < count; i++) {
        struct event event = {
            .kind = EVENT_REVIEW,
            .item = "nile/mouth",
            .at_ms = now.at_ms - (int64_t)(count - i) * 86400000,
            .tz_min = now.tz_min,
            .grade = GRADE_GOOD,
            .share = 1,
            .body = "{}",
        };
        event.study_day =
            moment_study_day((struct moment){event.at_ms, event.tz_min});
        progress_apply(&stage.progress, &event);
    }
}

static struct refit better(void)
{
    struct refit refit = {.model = memory_model_default(MODEL_FSRS7),
                          .is_better = true,
                          .judged = 240,
                          .right = .86,
                          .expected_before = .91,
                          .expected = .87};
    refit.model.weights[0] = .5;
    return refit;
}

static struct effect fitted(const struct refit *refit)
{
    return stage_send(&stage, (struct msg){.kind = MSG_FITTED, .refit = refit});
}

static struct effect derived(void)
{
    return stage_do(&stage, MSG_DERIVED, 0);
}

static bool can_click(enum msg_kind kind)
{
    return draw_control(stage_view(&stage), (struct control){kind, 0, 0});
}

static void go_settings(void)
{
    stage_do(&stage, MSG_GO, SCREEN_SETTINGS);
    stage.app.height = 3000; /* all rows are in sight */
}

static void given_few_answers_when_fitting_then_the_row_says_how_many(void **s)
{
    (void)s;
    answer_days(41);
    go_settings();
    assert_true(stage_reads(&stage, "Fit to my memory (41 reviews)"));
    assert_true(
        stage_reads(&stage, "It takes 60 more answers to cards met before."));
    assert_false(can_click(MSG_FIT));
    assert_int_equal(stage_do(&stage, MSG_FIT, 0).kind, EFFECT_NONE);
}

static void given_enough_when_it_runs_then_the_row_says_how_far(void **s)
{
    (void)s;
    answer_days(120);
    go_settings();
    assert_true(can_click(MSG_FIT));
    assert_int_equal(stage_do(&stage, MSG_FIT, 0).kind, EFFECT_FIT);
    assert_int_equal(stage_do(&stage, MSG_FIT, 0).kind, EFFECT_NONE);
    assert_true(app_wait_ms(&stage.app) >= 0 &&
                app_wait_ms(&stage.app) <= FITTING_EVERY_MS);
    stage_send(&stage,
               (struct msg){.kind = MSG_FITTING, .number = 425, .x = 3});
    assert_true(stage_reads(&stage, "42\xe2\x80\x89%"));
    assert_true(stage_reads(&stage, "about 3 s left"));
    assert_true(can_click(MSG_FIT_STOP));
}

static void given_escape_when_it_runs_then_it_stops_and_stays_there(void **s)
{
    (void)s;
    struct refit stopped = {.stopped = true};
    answer_days(120);
    go_settings();
    stage_do(&stage, MSG_FIT, 0);
    assert_int_equal(stage_press(&stage, KEY_ESCAPE, 0).kind, EFFECT_FIT_STOP);
    assert_int_equal(stage.app.screen, SCREEN_SETTINGS);
    assert_int_equal(fitted(&stopped).kind, EFFECT_NONE);
    assert_int_equal(stage.saved, 0);
    assert_true(stage_reads(&stage, "Stopped. Nothing was changed."));
    stage_press(&stage, KEY_ESCAPE, 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
}

static void given_a_better_fit_when_through_then_it_is_logged_and_told(void **s)
{
    (void)s;
    struct refit refit = better();
    answer_days(120);
    go_settings();
    stage_do(&stage, MSG_FIT, 0);
    assert_int_equal(fitted(&refit).kind, EFFECT_DERIVE);
    assert_int_equal(stage.saved, 1);
    assert_string_equal(stage.app.pending.events[0].name, "weights");
    assert_non_null(
        strstr(stage.app.pending.events[0].body, "\"weights\":[0.5,"));
    derived();
    assert_string_equal(stage.app.toast,
                        "Of your last 240 answers 86 in 100 were right. "
                        "Expected before: 91. Now: 87.");
    assert_true(stage.app.toast_may_undo);
}

static void given_a_fit_when_taken_back_then_its_event_is_voided(void **s)
{
    (void)s;
    struct refit refit = better();
    answer_days(120);
    go_settings();
    stage_do(&stage, MSG_FIT, 0);
    fitted(&refit);
    derived();
    stage_send(&stage, (struct msg){
                           .kind = MSG_SETTING, .x = SETTING_NEW, .number = 3});
    stage_press(&stage, 'z', MOD_CTRL); /* the setting first */
    assert_int_equal(stage.app.settings.values[SETTING_NEW], 8);
    assert_int_equal(stage_press(&stage, 'z', MOD_CTRL).kind, EFFECT_DERIVE);
    assert_int_equal(stage.app.pending.events[0].kind, EVENT_VOID);
    assert_int_equal(stage.app.pending.events[0].target.seq, 1);
    derived();
    assert_string_equal(stage.app.toast, "The fit is taken back");
    stage_press(&stage, 'z', MOD_CTRL);
    assert_string_equal(stage.app.toast, "There is nothing to take back");
}

static void given_no_better_fit_when_through_then_nothing_changes(void **s)
{
    (void)s;
    struct refit refit = better();
    refit.is_better = false;
    answer_days(120);
    go_settings();
    stage_do(&stage, MSG_FIT, 0);
    assert_int_equal(fitted(&refit).kind, EFFECT_NONE);
    assert_int_equal(stage.saved, 0);
    assert_string_equal(stage.app.toast, "No fit foretells your answers "
                                         "better. Nothing was changed.");
}

static void
given_a_sitting_when_it_is_through_then_it_waits_for_the_end(void **s)
{
    (void)s;
    struct refit refit = better();
    answer_days(120);
    go_settings();
    stage_do(&stage, MSG_FIT, 0);
    stage_do(&stage, MSG_GO, SCREEN_HOME);
    stage_do(&stage, MSG_STUDY, 0);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    assert_int_equal(fitted(&refit).kind, EFFECT_NONE);
    stage_do(&stage, MSG_DONT_KNOW, 0);
    uint64_t answered = stage.saved;
    assert_int_equal(stage_do(&stage, MSG_TICK, 0).kind, EFFECT_NONE);
    stage_do(&stage, MSG_BACK, 0);
    if (stage.app.screen == SCREEN_END)
        stage_do(&stage, MSG_BACK, 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    assert_int_equal(app_wait_ms(&stage.app) < 20, true);
    assert_int_equal(stage_do(&stage, MSG_TICK, 0).kind, EFFECT_DERIVE);
    assert_int_equal(stage.saved, answered + 1);
}

static void given_a_full_disk_when_kept_then_it_is_told_and_not_held(void **s)
{
    (void)s;
    struct refit refit = better();
    answer_days(120);
    go_settings();
    stage_do(&stage, MSG_FIT, 0);
    stage.disk_full = true;
    fitted(&refit);
    assert_int_equal(app_held(&stage.app), 0);
    assert_string_equal(stage.app.toast,
                        "The disk is full. The fit was not kept");
    stage.disk_full = false;
    assert_int_equal(stage_do(&stage, MSG_FIT, 0).kind, EFFECT_FIT);
}

static void given_a_month_when_it_opens_then_it_fits_by_itself(void **s)
{
    (void)s;
    struct refit refit = better();
    refit.is_better = false;
    answer_days(120);
    assert_int_equal(stage_do(&stage, MSG_SHOWN, 0).kind, EFFECT_FIT);
    fitted(&refit);
    assert_string_equal(stage.app.toast, ""); /* nobody asked */
    assert_int_equal(stage.saved, 1);
    assert_int_equal(stage.progress.settings.fit_day,
                     moment_study_day(stage_now(&stage)));
    assert_int_equal(stage_do(&stage, MSG_SHOWN, 0).kind, EFFECT_NONE);
}

static void given_it_is_switched_off_when_it_opens_then_it_does_not(void **s)
{
    (void)s;
    answer_days(120);
    stage_send(&stage, (struct msg){
                           .kind = MSG_SETTING, .x = SETTING_FIT, .number = 0});
    assert_int_equal(stage_do(&stage, MSG_SHOWN, 0).kind, EFFECT_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            given_few_answers_when_fitting_then_the_row_says_how_many, open,
            close),
        cmocka_unit_test_setup_teardown(
            given_enough_when_it_runs_then_the_row_says_how_far, open, close),
        cmocka_unit_test_setup_teardown(
            given_escape_when_it_runs_then_it_stops_and_stays_there, open,
            close),
        cmocka_unit_test_setup_teardown(
            given_a_better_fit_when_through_then_it_is_logged_and_told, open,
            close),
        cmocka_unit_test_setup_teardown(
            given_a_fit_when_taken_back_then_its_event_is_voided, open, close),
        cmocka_unit_test_setup_teardown(
            given_no_better_fit_when_through_then_nothing_changes, open, close),
        cmocka_unit_test_setup_teardown(
            given_a_sitting_when_it_is_through_then_it_waits_for_the_end, open,
            close),
        cmocka_unit_test_setup_teardown(
            given_a_full_disk_when_kept_then_it_is_told_and_not_held, open,
            close),
        cmocka_unit_test_setup_teardown(
            given_a_month_when_it_opens_then_it_fits_by_itself, open, close),
        cmocka_unit_test_setup_teardown(
            given_it_is_switched_off_when_it_opens_then_it_does_not, open,
            close),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
