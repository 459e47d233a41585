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

static void a_new_learner_is_asked_a_choice_of_three_first(void **state)
{
    (void)state;
    stage_press(&stage, KEY_ENTER, 0);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    assert_int_equal(stage.app.question.request.form, FORM_CHOICE);
    assert_int_equal(stage.app.question.option_count, 3);
}

static void a_right_answer_is_saved_before_the_next_question(void **state)
{
    (void)state;
    stage_press(&stage, KEY_ENTER, 0);
    const struct item *item = stage.app.question.request.item;

    stage_press(&stage, '1' + stage.app.question.right, 0);

    assert_int_equal(stage.saved, 1);
    assert_int_equal(stage.app.phase, PHASE_FEEDBACK);
    assert_true(stage.app.knew);
    assert_int_equal(progress_of(&stage.progress, item->id)->reviews, 1);

    stage_press(&stage, KEY_SPACE, 0);
    assert_int_equal(stage.app.phase, PHASE_ASKING);
    assert_ptr_not_equal(stage.app.question.request.item, item);
}

static void a_wrong_answer_comes_back_in_the_same_sitting(void **state)
{
    (void)state;
    stage_press(&stage, KEY_ENTER, 0);
    const struct item *item = stage.app.question.request.item;
    stage_press(&stage, '1' + (stage.app.question.right + 1) % 3, 0);
    assert_false(stage.app.knew);

    int seen = 0;
    for (int i = 0; i < 100 && stage.app.screen == SCREEN_STUDY; i++) {
        if (stage.app.phase == PHASE_FEEDBACK)
            stage_press(&stage, KEY_SPACE, 0);
        if (stage.app.screen != SCREEN_STUDY)
            break;
        seen += stage.app.question.request.item == item;
        stage_press(&stage, '1' + stage.app.question.right, 0);
    }

    /* twice, since a new one whose first answer was wrong needs two rights */
    assert_int_equal(seen, 2);
    assert_int_equal(stage.app.screen, SCREEN_END);
}

static void a_card_keeps_its_number_while_its_answer_is_told(void **state)
{
    (void)state;
    stage_press(&stage, KEY_ENTER, 0);
    for (int i = 1; i <= 3; i++) {
        char number[16];
        snprintf(number, sizeof number, "%d", i);
        const char *of =
            arena_printf(&stage.arena, " of %d", stage.app.session.count);
        assert_true(stage_shows(&stage, number) && stage_shows(&stage, of));
        stage_press(&stage, '1' + stage.app.question.right, 0);
        assert_int_equal(stage.app.phase, PHASE_FEEDBACK);
        assert_int_equal(stage.app.session.done, i);
        const struct draw_list *list = stage_view(&stage);
        for (size_t k = 0; k + 1 < list->count; k++)
            if (list->items[k + 1].text &&
                strcmp(list->items[k + 1].text, of) == 0)
                assert_string_equal(list->items[k].text, number);
        stage_press(&stage, KEY_SPACE, 0);
    }
}

static void a_held_key_answers_once(void **state)
{
    (void)state;
    stage_press(&stage, KEY_ENTER, 0);
    struct input held = {.kind = INPUT_KEY, .key = '1', .repeat = true};

    struct msg msg = app_message(&stage.app, stage_view(&stage), &held);

    assert_int_equal(msg.kind, MSG_NONE);
}

static void undo_after_the_last_card_asks_it_again(void **state)
{
    (void)state;
    stage_do(&stage, MSG_STUDY, 1);
    const struct item *item = stage.app.question.request.item;
    stage_press(&stage, '1' + stage.app.question.right, 0);
    stage_press(&stage, KEY_SPACE, 0);
    assert_int_equal(stage.app.screen, SCREEN_END);

    stage_press(&stage, 'z', MOD_CTRL);

    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    assert_ptr_equal(stage.app.question.request.item, item);
    assert_null(progress_of(&stage.progress, item->id));
    assert_int_equal(stage.app.session.answers, 0);
}

static void redo_gives_the_answer_again_with_its_old_time(void **state)
{
    (void)state;
    stage_do(&stage, MSG_STUDY, 0);
    const struct item *item = stage.app.question.request.item;
    stage_press(&stage, '1' + stage.app.question.right, 0);
    int64_t then = progress_of(&stage.progress, item->id)->last.at_ms;
    stage_press(&stage, 'z', MOD_CTRL);

    stage_press(&stage, 'y', MOD_CTRL);

    assert_int_equal(stage.saved, 3);
    assert_int_equal(progress_of(&stage.progress, item->id)->last.at_ms, then);
    assert_int_equal(stage.app.session.answers, 1);
}

static void a_full_disk_keeps_the_answer_and_tries_again(void **state)
{
    (void)state;
    stage_do(&stage, MSG_STUDY, 0);
    const struct item *item = stage.app.question.request.item;
    stage.disk_full = true;
    stage_press(&stage, '1' + stage.app.question.right, 0);
    assert_int_equal(app_held(&stage.app), 1);
    assert_int_equal(stage.app.overlay, OVERLAY_SAVE);
    assert_string_equal(stage.app.notice, "The disk is full");
    assert_int_equal(stage.saved, 0);
    assert_in_range(app_wait_ms(&stage.app), 1, APP_RETRY_MS);

    stage.disk_full = false;
    stage_press(&stage, KEY_ENTER, 0);

    assert_int_equal(app_held(&stage.app), 0);
    assert_string_equal(stage.app.notice, "");
    assert_int_equal(stage.saved, 1);
    assert_int_equal(progress_of(&stage.progress, item->id)->reviews, 1);
}

static void flip_cards_are_graded_by_four_keys_and_space(void **state)
{
    (void)state;
    stage.app.form = FORM_FLIP;
    stage_press(&stage, KEY_ENTER, 0);
    assert_int_equal(stage.app.question.request.form, FORM_FLIP);
    stage_press(&stage, KEY_SPACE, 0);
    assert_int_equal(stage.app.phase, PHASE_BACK);
    struct due dues[GRADE_COUNT];
    app_grade_dues(&stage.app, dues);
    for (int i = 1; i < GRADE_COUNT; i++)
        assert_true(dues[i].ms >= dues[i - 1].ms);
    const struct item *item = stage.app.question.request.item;

    stage_press(&stage, KEY_SPACE, 0);

    const struct item_state *after = progress_of(&stage.progress, item->id);
    assert_int_equal(after->due.ms, dues[GRADE_GOOD].ms);
    assert_int_equal(stage.app.phase, PHASE_ASKING);
}

static void typing_is_judged_and_may_be_overruled(void **state)
{
    (void)state;
    stage.app.form = FORM_TYPED;
    stage_press(&stage, KEY_ENTER, 0);
    assert_true(app_wants_text(&stage.app));
    const struct item *item = stage.app.question.request.item;
    stage_send(&stage, (struct msg){.kind = MSG_TEXT, .text = "nonsensex"});
    stage_press(&stage, KEY_BACKSPACE, 0);
    assert_string_equal(stage.app.typed, "nonsense");
    stage_press(&stage, KEY_ENTER, 0);
    assert_false(stage.app.knew);

    stage_press(&stage, 'r', 0);

    assert_true(stage.app.knew);
    assert_int_equal(stage.saved, 3);
    assert_int_equal(progress_of(&stage.progress, item->id)->reviews, 1);
    assert_int_equal(progress_of(&stage.progress, item->id)->right, 1);
    assert_int_equal(stage.app.session.answers, 1);
}

static void stopping_at_any_time_loses_nothing(void **state)
{
    (void)state;
    stage_press(&stage, KEY_ENTER, 0);
    stage_press(&stage, '1' + stage.app.question.right, 0);
    stage_press(&stage, KEY_ESCAPE, 0);
    assert_int_equal(stage.app.screen, SCREEN_END);
    stage_press(&stage, KEY_ENTER, 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    assert_int_equal(stage.progress.reviews, 1);
}

static void every_screen_can_be_walked_by_tab_and_entered(void **state)
{
    (void)state;
    stage_press(&stage, KEY_ENTER, 0);
    int count = draw_clickable_count(stage_view(&stage));
    assert_true(count >= 4);
    for (int i = 0; i < count; i++) {
        stage_press(&stage, KEY_TAB, 0);
        assert_ptr_equal(draw_control(stage_view(&stage), stage.app.focus),
                         draw_clickable(&stage.list, i));
    }
    stage_press(&stage, KEY_TAB, 0);
    assert_ptr_equal(draw_control(stage_view(&stage), stage.app.focus),
                     draw_clickable(&stage.list, 0));
}

static void random_messages_never_break_the_program(void **state)
{
    (void)state;
    struct random random = random_seeded(7);
    for (int i = 0; i < 10000; i++) {
        enum msg_kind kind = (enum msg_kind)random_below(&random, MSG_TICK + 1);
        struct msg msg = {.kind = kind,
                          .number = (int)random_below(&random, 9) - 2,
                          .x = (int)random_below(&random, 2000) + 1,
                          .y = (int)random_below(&random, 1200) + 1,
                          .text = "\xe6\x97\xa5x"};
        stage.disk_full = random_below(&random, 20) == 0;
        if (kind == MSG_SAVED || kind == MSG_SAVE_FAILED)
            continue;
        stage_send(&stage, msg);
        assert_true(stage_view(&stage)->count > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define STAGED(test)                                                           \
    cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
        STAGED(a_new_learner_is_asked_a_choice_of_three_first),
        STAGED(a_right_answer_is_saved_before_the_next_question),
        STAGED(a_wrong_answer_comes_back_in_the_same_sitting),
        STAGED(a_card_keeps_its_number_while_its_answer_is_told),
        STAGED(a_held_key_answers_once),
        STAGED(undo_after_the_last_card_asks_it_again),
        STAGED(redo_gives_the_answer_again_with_its_old_time),
        STAGED(a_full_disk_keeps_the_answer_and_tries_again),
        STAGED(flip_cards_are_graded_by_four_keys_and_space),
        STAGED(typing_is_judged_and_may_be_overruled),
        STAGED(stopping_at_any_time_loses_nothing),
        STAGED(every_screen_can_be_walked_by_tab_and_entered),
        STAGED(random_messages_never_break_the_program),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
