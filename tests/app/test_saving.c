/* Answers that could not be saved are held in memory, count at once, and come
 * into the log in their order: nothing is lost, nothing is there twice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/stage_log.h"

enum { WALK_STEPS = 6000 };

static void an_answer_on_a_full_disk_counts_and_opens_the_dialog(void **state)
{
    (void)state;
    act(MSG_STUDY, 0);
    const struct item *item = stage.app.question.request.item;
    stage.disk_full = true;

    answer_right();

    assert_int_equal(app_held(&stage.app), 1);
    assert_int_equal(stage.app.overlay, OVERLAY_SAVE);
    assert_int_equal(progress_of(&stage.progress, item->id)->reviews, 1);
    assert_int_equal(saved_count, 0);
    assert_true(stage_reads(&stage, "Your last answer is not saved"));
    assert_true(stage_reads(&stage, "The disk is full"));
    act(MSG_FINISH, 0);
    assert_in_range(app_wait_ms(&stage.app), 1, APP_RETRY_MS);
}

static void given_the_dialog_is_hidden_the_sitting_goes_on(void **state)
{
    (void)state;
    act(MSG_STUDY, 0);
    stage.disk_full = true;
    answer_right();
    const struct item *item = stage.app.question.request.item;

    press(KEY_ESCAPE, 0);
    assert_int_equal(stage.app.overlay, OVERLAY_NONE);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    press(KEY_SPACE, 0);
    assert_ptr_not_equal(stage.app.question.request.item, item);
    answer_right();

    assert_int_equal(stage.app.overlay, OVERLAY_NONE);
    assert_int_equal(app_held(&stage.app), 2);
    assert_true(stage_reads(&stage, "2 answers are not saved yet"));
}

static void the_line_about_them_covers_nothing(void **state)
{
    (void)state;
    act(MSG_STUDY, 0);
    int before = stage.app.height;
    stage.disk_full = true;
    answer_right();
    press(KEY_ESCAPE, 0);
    const struct draw_list *list = stage_view(&stage);
    int strip = stage.app.height;
    assert_true(strip < before);
    for (size_t i = 0; i < list->count; i++) {
        const struct draw *item = &list->items[i];
        if (item->clickable && item->msg.kind != MSG_RETRY)
            assert_true(item->rect.y + item->rect.h <= strip);
    }

    send((struct msg){.kind = MSG_RESIZE, .x = 900, .y = 600});
    assert_int_equal(stage.app.height + stage.app.strip, 600);
    stage.disk_full = false;
    press('s', MOD_CTRL);
    assert_int_equal(stage.app.height, 600);
}

static void enter_in_the_dialog_saves_all_of_them_in_order(void **state)
{
    (void)state;
    const struct item *items[3];
    act(MSG_STUDY, 0);
    stage.disk_full = true;
    for (int i = 0; i < 3; i++) {
        items[i] = stage.app.question.request.item;
        answer_right();
        act(MSG_CLOSE, 0);
        act(MSG_CONTINUE, 0);
    }
    press('s', MOD_CTRL);
    assert_int_equal(stage.app.overlay, OVERLAY_SAVE);
    stage.disk_full = false;

    press(KEY_ENTER, 0);

    assert_int_equal(stage.app.overlay, OVERLAY_NONE);
    assert_int_equal(app_held(&stage.app), 0);
    assert_int_equal(saved_count, 3);
    for (int i = 0; i < 3; i++)
        assert_string_equal(saved_log[i].item, items[i]->id);
    assert_string_equal(stage.app.toast, "All answers are saved");
    expect_the_same_as_a_rebuild();
}

static void they_are_tried_again_every_ten_seconds(void **state)
{
    (void)state;
    act(MSG_STUDY, 0);
    stage.disk_full = true;
    answer_right();
    act(MSG_CLOSE, 0);
    stage.disk_full = false;
    act(MSG_TICK, 0);
    assert_int_equal(app_held(&stage.app), 1);

    stage.mono_ms += APP_RETRY_MS;
    act(MSG_TICK, 0);

    assert_int_equal(app_held(&stage.app), 0);
    assert_int_equal(saved_count, 1);
}

static void a_try_that_fails_by_itself_opens_no_dialog(void **state)
{
    (void)state;
    act(MSG_STUDY, 0);
    stage.disk_full = true;
    answer_right();
    act(MSG_CLOSE, 0);
    stage.mono_ms += APP_RETRY_MS;
    act(MSG_TICK, 0);
    assert_int_equal(stage.app.overlay, OVERLAY_NONE);
    assert_int_equal(app_held(&stage.app), 1);
}

static void an_answer_taken_back_unsaved_never_comes_into_the_log(void **state)
{
    (void)state;
    act(MSG_STUDY, 0);
    const struct item *item = stage.app.question.request.item;
    stage.disk_full = true;
    answer_right();
    act(MSG_CLOSE, 0);

    press('z', MOD_CTRL);

    assert_int_equal(app_held(&stage.app), 0);
    assert_null(progress_of(&stage.progress, item->id));
    assert_ptr_equal(stage.app.question.request.item, item);
    stage.disk_full = false;
    press('s', MOD_CTRL);
    assert_int_equal(saved_count, 0);
}

static void an_answer_saved_later_can_be_taken_back_by_its_id(void **state)
{
    (void)state;
    act(MSG_STUDY, 0);
    stage.disk_full = true;
    answer_right();
    assert_true(held_is_ticket(&session_last(&stage.app.session)->id));
    stage.disk_full = false;
    act(MSG_RETRY, 0);
    assert_false(held_is_ticket(&session_last(&stage.app.session)->id));

    act(MSG_UNDO, 0);

    assert_int_equal(saved_count, 2);
    assert_int_equal(saved_log[1].kind, EVENT_VOID);
    assert_int_equal(saved_log[1].target.seq, saved_log[0].id.seq);
    expect_the_same_as_a_rebuild();
}

static void i_was_right_holds_as_well(void **state)
{
    (void)state;
    stage.app.form = FORM_TYPED;
    act(MSG_STUDY, 0);
    const struct item *item = stage.app.question.request.item;
    stage.disk_full = true;
    act(MSG_DONT_KNOW, 0);
    act(MSG_CLOSE, 0);

    act(MSG_OVERRULE, 0);

    assert_true(stage.app.knew);
    assert_int_equal(app_held(&stage.app), 1);
    assert_int_equal(progress_of(&stage.progress, item->id)->right, 1);
    expect_the_same_as_a_rebuild();
}

static void quitting_tries_once_more_and_says_what_would_be_lost(void **state)
{
    (void)state;
    act(MSG_STUDY, 0);
    stage.disk_full = true;
    answer_right();
    act(MSG_CLOSE, 0);

    assert_int_equal(press('q', MOD_CTRL).kind, EFFECT_NONE);
    assert_int_equal(stage.app.overlay, OVERLAY_SAVE);
    assert_true(stage_reads(&stage, "they are lost"));
    assert_int_equal(press('q', MOD_CTRL).kind, EFFECT_QUIT);
}

static void given_there_is_room_again_quitting_saves_first(void **state)
{
    (void)state;
    act(MSG_STUDY, 0);
    stage.disk_full = true;
    answer_right();
    act(MSG_CLOSE, 0);
    stage.disk_full = false;

    assert_int_equal(press('q', MOD_CTRL).kind, EFFECT_QUIT);

    assert_int_equal(saved_count, 1);
}

static void a_person_who_stays_is_asked_again_before_leaving(void **state)
{
    (void)state;
    act(MSG_STUDY, 0);
    stage.disk_full = true;
    answer_right();
    act(MSG_QUIT, 0);
    press(KEY_ESCAPE, 0);
    assert_int_equal(press('q', MOD_CTRL).kind, EFFECT_NONE);
}

static void decks_are_not_read_anew_while_answers_are_held(void **state)
{
    (void)state;
    act(MSG_STUDY, 0);
    stage.disk_full = true;
    answer_right();
    act(MSG_CLOSE, 0);
    act(MSG_BACK, 0);
    act(MSG_BACK, 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);

    assert_int_equal(act(MSG_READ_DECKS, 0).kind, EFFECT_NONE);

    assert_int_equal(stage.app.overlay, OVERLAY_SAVE);
    assert_int_equal(app_held(&stage.app), 1);
}

/* Answers whatever is asked, in sitting after sitting. */
static void answer_something(struct random *random)
{
    struct app *app = &stage.app;
    bool wrong = random_below(random, 3) == 0;
    if (app->overlay != OVERLAY_NONE)
        act(MSG_CLOSE, 0);
    if (app->screen == SCREEN_END)
        act(MSG_CONTINUE, 0);
    if (app->screen == SCREEN_HOME) {
        act(MSG_STUDY, 0);
        if (app->screen == SCREEN_HOME)
            stage.mono_ms += 86400000;
    }
    if (app->screen != SCREEN_STUDY)
        return;
    if (app->phase == PHASE_FEEDBACK)
        act(wrong ? MSG_OVERRULE : MSG_CONTINUE, 0);
    else if (app->phase == PHASE_BACK)
        act(MSG_GRADE, (int)random_below(random, GRADE_COUNT));
    else if (app->question.request.form == FORM_CHOICE)
        act(MSG_CHOOSE,
            (app->question.right + wrong) % app->question.option_count);
    else
        act(app->question.request.form == FORM_FLIP ? MSG_SHOW : MSG_DONT_KNOW,
            0);
}

static void nothing_is_full_for_ever(void)
{
    stage.disk_full = false;
    while (app_held(&stage.app) > 0)
        act(MSG_RETRY, 0);
}

static void what_is_full_blocks_until_some_are_saved(void **state)
{
    (void)state;
    struct random random = random_seeded(3);
    stage.app.form = FORM_FLIP;
    stage.disk_full = true;
    for (int i = 0; i < 20000 && app_held(&stage.app) < APP_HELD_MAX; i++)
        answer_something(&random);
    assert_int_equal(app_held(&stage.app), APP_HELD_MAX);
    int64_t reviews = stage.progress.reviews;

    for (int i = 0; i < 50; i++)
        answer_something(&random);
    press(KEY_ESCAPE, 0);

    assert_int_equal(app_held(&stage.app), APP_HELD_MAX);
    assert_int_equal(stage.progress.reviews, reviews);
    assert_int_equal(stage.app.overlay, OVERLAY_SAVE);
    nothing_is_full_for_ever();
    assert_int_equal(saved_count, APP_HELD_MAX);
    expect_the_same_as_a_rebuild();
}

static void a_disk_full_half_of_the_time_loses_nothing(void **state)
{
    (void)state;
    static const enum form forms[] = {FORM_COUNT, FORM_FLIP, FORM_CHOICE,
                                      FORM_TYPED};
    struct random random = random_seeded(1960);
    int held_most = 0;
    for (int i = 0; i < WALK_STEPS; i++) {
        static const enum msg_kind others[] = {MSG_UNDO, MSG_REDO,  MSG_RETRY,
                                               MSG_TICK, MSG_ASIDE, MSG_CLOSE};
        if (i % 40 == 0)
            stage.disk_full = random_below(&random, 2) == 0;
        if (i % 100 == 0)
            stage.app.form = forms[random_below(&random, 4)];
        if (random_below(&random, 3) == 0)
            act(others[random_below(&random, 6)], 0);
        else
            answer_something(&random);
        if (i % 10 == 0)
            expect_the_same_as_a_rebuild();
        if (app_held(&stage.app) > held_most)
            held_most = app_held(&stage.app);
    }
    assert_true(held_most > 20);
    nothing_is_full_for_ever();
    assert_true(saved_count > 500);
    expect_the_same_as_a_rebuild();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define STAGED(test)                                                           \
    cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
        STAGED(an_answer_on_a_full_disk_counts_and_opens_the_dialog),
        STAGED(given_the_dialog_is_hidden_the_sitting_goes_on),
        STAGED(the_line_about_them_covers_nothing),
        STAGED(enter_in_the_dialog_saves_all_of_them_in_order),
        STAGED(they_are_tried_again_every_ten_seconds),
        STAGED(a_try_that_fails_by_itself_opens_no_dialog),
        STAGED(an_answer_taken_back_unsaved_never_comes_into_the_log),
        STAGED(an_answer_saved_later_can_be_taken_back_by_its_id),
        STAGED(i_was_right_holds_as_well),
        STAGED(quitting_tries_once_more_and_says_what_would_be_lost),
        STAGED(given_there_is_room_again_quitting_saves_first),
        STAGED(a_person_who_stays_is_asked_again_before_leaving),
        STAGED(decks_are_not_read_anew_while_answers_are_held),
        STAGED(what_is_full_blocks_until_some_are_saved),
        STAGED(a_disk_full_half_of_the_time_loses_nothing),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
