#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/stage.h"

static struct play stage;

static int open_stage(void **state)
{
    (void)state;
    stage_open(&stage);
    return 0;
}

static int close_stage(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static void begin(enum form form)
{
    stage.app.form = form;
    stage_do(&stage, MSG_STUDY, 0);
    assert_int_equal(stage.app.question.request.form, form);
}

/* The first item of that kind `ms` after the motion began, or NULL. */
static const struct draw *seen_at(enum motion_kind motion, int ms,
                                  enum draw_kind kind)
{
    stage.app.mono_ms = stage.app.motions[motion].from_ms + ms;
    const struct draw_list *list = stage_view(&stage);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].kind == kind)
            return &list->items[i];
    return NULL;
}

static void choose_wrong(void)
{
    stage_do(&stage, MSG_CHOOSE,
             (stage.app.question.right + 1) % stage.app.question.option_count);
}

static void a_card_turns_from_its_front_to_its_back(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    uint32_t serial = stage.app.motion_serial;
    stage_do(&stage, MSG_SHOW, 0);
    assert_true(stage.app.motions[MOTION_TURN].runs);
    assert_true(stage.app.motion_serial > serial);
    assert_int_equal(stage.app.cue, CUE_CARD);

    const struct draw *front = seen_at(MOTION_TURN, 55, DRAW_GONE);
    assert_true(front->squeeze > 0 && front->shade > 0);
    assert_null(seen_at(MOTION_TURN, 55, DRAW_LAYER));
    const struct draw *back = seen_at(MOTION_TURN, 165, DRAW_LAYER);
    assert_true(back->squeeze > 0);
    assert_null(seen_at(MOTION_TURN, 165, DRAW_GONE));
    assert_null(seen_at(MOTION_TURN, 220, DRAW_LAYER));
}

static void the_front_turns_back_by_f(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    stage_do(&stage, MSG_SHOW, 0);
    stage_press(&stage, 'f', 0);
    assert_true(stage.app.seeing_front);
    assert_non_null(seen_at(MOTION_TURN, 55, DRAW_GONE));
}

static void any_key_finishes_a_motion(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    stage_do(&stage, MSG_SHOW, 0);
    stage.app.mono_ms = stage.app.motions[MOTION_TURN].from_ms + 20;
    struct msg finish = {.kind = MSG_FINISH, .mono_ms = stage.app.mono_ms};
    update(&stage.app, &finish);
    assert_false(motion_runs(&stage.app));
    assert_null(seen_at(MOTION_TURN, 20, DRAW_GONE));
}

static void a_wrong_answer_is_struck_out_stroke_by_stroke(void **state)
{
    (void)state;
    begin(FORM_CHOICE);
    choose_wrong();
    assert_int_equal(seen_at(MOTION_STRIKE, 0, DRAW_STRIKE)->rest, 1000);
    assert_in_range(seen_at(MOTION_STRIKE, 120, DRAW_STRIKE)->rest, 499, 501);
    assert_int_equal(seen_at(MOTION_STRIKE, 240, DRAW_STRIKE)->rest, 0);
}

static void a_right_answer_strikes_nothing_out(void **state)
{
    (void)state;
    begin(FORM_CHOICE);
    stage_do(&stage, MSG_CHOOSE, stage.app.question.right);
    assert_false(stage.app.motions[MOTION_STRIKE].runs);
}

static void an_answered_card_leaves_and_the_next_one_rises(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    stage_do(&stage, MSG_SHOW, 0);
    stage_do(&stage, MSG_GRADE, GRADE_GOOD);
    const struct draw *old = seen_at(MOTION_LEAVE, 80, DRAW_GONE);
    assert_true(old->dx < 0 && old->dx >= -24);
    assert_in_range(old->fade, 400, 600);
    assert_in_range(seen_at(MOTION_LEAVE, 0, DRAW_LAYER)->dy, 5, 5);
    assert_null(seen_at(MOTION_LEAVE, 160, DRAW_LAYER));
}

static void taking_back_moves_nothing(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    stage_do(&stage, MSG_SHOW, 0);
    stage_do(&stage, MSG_GRADE, GRADE_GOOD);
    stage_do(&stage, MSG_UNDO, 0);
    assert_false(stage.app.motions[MOTION_LEAVE].runs);
}

static void the_end_is_stamped(void **state)
{
    (void)state;
    begin(FORM_CHOICE);
    stage_do(&stage, MSG_CHOOSE, stage.app.question.right);
    stage_do(&stage, MSG_BACK, 0);
    assert_int_equal(stage.app.screen, SCREEN_END);
    assert_int_equal(stage.app.cue, CUE_SEAL);
    assert_true(stage.app.motions[MOTION_STAMP].runs);
    const struct draw *seal = seen_at(MOTION_STAMP, 0, DRAW_SEAL);
    assert_int_equal(seal->fade, 1000);
    seal = seen_at(MOTION_STAMP, 220, DRAW_SEAL);
    assert_int_equal(seal->fade, 0);
    assert_int_equal(seal->turn, -4);
}

static void with_motion_off_there_is_only_a_cross_fade(void **state)
{
    (void)state;
    stage.app.settings.values[SETTING_MOTION] = 0;
    begin(FORM_FLIP);
    stage_do(&stage, MSG_SHOW, 0);
    assert_false(stage.app.motions[MOTION_TURN].runs);
    assert_true(stage.app.motions[MOTION_FADE].runs);
    assert_null(seen_at(MOTION_FADE, 40, DRAW_LAYER));
    const struct draw *gone = seen_at(MOTION_FADE, 40, DRAW_GONE);
    assert_int_equal(gone->squeeze, 0);
    assert_true(gone->fade > 0);
}

static void a_stage_that_rises_is_told_with_its_seal(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    stage_do(&stage, MSG_SHOW, 0);
    const char *title = stage.app.question.answer_title;
    for (int i = 0; i < 40 && !stage.app.toast_sealed; i++) {
        if (stage.app.screen != SCREEN_STUDY) {
            stage.mono_ms += (int64_t)40 * 86400000;
            stage_do(&stage, MSG_BACK, 0);
            stage_do(&stage, MSG_STUDY, 1);
        }
        if (stage.app.phase == PHASE_ASKING)
            stage_do(&stage, MSG_SHOW, 0);
        title = stage.app.question.answer_title;
        stage_do(&stage, MSG_GRADE, GRADE_EASY);
    }
    assert_true(stage.app.toast_sealed);
    assert_non_null(strstr(stage.app.toast, title));
    assert_true(strncmp(stage.app.toast, "Held: ", 6) == 0 ||
                strncmp(stage.app.toast, "Kept: ", 6) == 0);
    stage_do(&stage, MSG_UNDO, 0);
    assert_false(stage.app.toast_sealed);
}

static int carets(void)
{
    const struct draw_list *list = stage_view(&stage);
    int count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->items[i].kind == DRAW_FILL &&
                 list->items[i].color == TOKEN_INK &&
                 list->items[i].rect.w == 2;
    return count;
}

static void a_caret_blinks_while_a_field_is_open(void **state)
{
    (void)state;
    begin(FORM_TYPED);
    motion_finish(&stage.app);
    assert_int_equal(carets(), 1);
    int wait = app_wait_ms(&stage.app);
    assert_int_equal(wait, APP_BLINK_MS);
    stage.app.mono_ms += wait;
    assert_int_equal(carets(), 0);
    stage.app.mono_ms += app_wait_ms(&stage.app);
    assert_int_equal(carets(), 1);
}

/* A window that is left alone wakes nobody. */
static void a_caret_stands_still_when_nobody_is_there(void **state)
{
    (void)state;
    begin(FORM_TYPED);
    motion_finish(&stage.app);
    stage.app.mono_ms += APP_BLINKS_MS;
    assert_int_equal(carets(), 1);
    assert_int_equal(app_wait_ms(&stage.app), -1);
    stage_send(&stage, (struct msg){.kind = MSG_TEXT, .text = "a"});
    assert_int_equal(app_wait_ms(&stage.app), APP_BLINK_MS);
}

static void typing_shows_the_caret_at_once(void **state)
{
    (void)state;
    begin(FORM_TYPED);
    motion_finish(&stage.app);
    stage.app.mono_ms += APP_BLINK_MS;
    assert_int_equal(carets(), 0);
    stage_send(&stage, (struct msg){.kind = MSG_TEXT, .text = "a"});
    assert_int_equal(carets(), 1);
}

static void a_caret_stands_still_with_motion_off(void **state)
{
    (void)state;
    stage.app.settings.values[SETTING_MOTION] = 0;
    begin(FORM_TYPED);
    motion_finish(&stage.app);
    stage.app.mono_ms += APP_BLINK_MS;
    assert_int_equal(carets(), 1);
    assert_int_equal(app_wait_ms(&stage.app), -1);
}

static void a_field_that_has_the_ring_leaves_enter_to_the_check(void **state)
{
    (void)state;
    begin(FORM_TYPED);
    stage.app.focus = (struct control){MSG_CARET, CARET_END, 0};
    stage_send(&stage, (struct msg){.kind = MSG_TEXT, .text = "x"});
    stage_press(&stage, KEY_ENTER, 0);
    assert_int_equal(stage.app.phase, PHASE_FEEDBACK);
}

static void the_missed_again_count_what_is_kept_from_there_on(void **state)
{
    (void)state;
    begin(FORM_CHOICE);
    choose_wrong();
    stage_do(&stage, MSG_BACK, 0);
    struct progress_summary sum = progress_summarise(
        &stage.progress, stage.knowledge, NULL, stage_now(&stage));
    stage.app.session.kept_before = 100;
    stage_do(&stage, MSG_AGAIN, 0);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    assert_int_equal(stage.app.session.count, 1);
    assert_int_equal(stage.app.session.kept_before, sum.stage[STAGE_KEPT]);
}

static void e_opens_the_deck_at_the_card(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    struct effect effect = stage_press(&stage, 'e', 0);
    assert_int_equal(effect.kind, EFFECT_EDIT);
    assert_string_equal(stage.app.edit_path, "rivers.ini");
    assert_true(stage.app.edit_line > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define STAGED(test)                                                           \
    cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
        STAGED(a_card_turns_from_its_front_to_its_back),
        STAGED(the_front_turns_back_by_f),
        STAGED(any_key_finishes_a_motion),
        STAGED(a_wrong_answer_is_struck_out_stroke_by_stroke),
        STAGED(a_right_answer_strikes_nothing_out),
        STAGED(an_answered_card_leaves_and_the_next_one_rises),
        STAGED(taking_back_moves_nothing),
        STAGED(the_end_is_stamped),
        STAGED(with_motion_off_there_is_only_a_cross_fade),
        STAGED(a_stage_that_rises_is_told_with_its_seal),
        STAGED(a_caret_blinks_while_a_field_is_open),
        STAGED(a_caret_stands_still_when_nobody_is_there),
        STAGED(typing_shows_the_caret_at_once),
        STAGED(a_caret_stands_still_with_motion_off),
        STAGED(a_field_that_has_the_ring_leaves_enter_to_the_check),
        STAGED(the_missed_again_count_what_is_kept_from_there_on),
        STAGED(e_opens_the_deck_at_the_card),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
