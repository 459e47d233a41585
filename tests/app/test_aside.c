/* B: the item on show waits until tomorrow. */
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
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
}

static const char *on_show(void)
{
    return session_current(&stage.app.session)->item->id;
}

static size_t asides_today(void)
{
    size_t count;
    progress_asides(&stage.progress, moment_study_day(stage_now(&stage)),
                    &count);
    return count;
}

static void b_sets_the_card_aside_and_shows_the_next(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    const char *first = on_show();

    stage_press(&stage, 'b', 0);

    assert_string_not_equal(on_show(), first);
    assert_string_equal(stage.app.toast, "Set aside until tomorrow");
    assert_non_null(strstr(draw_dump(stage_view(&stage)), "Ctrl+Z"));
    assert_int_equal(stage.app.phase, PHASE_ASKING);
    assert_int_equal(asides_today(), 1);
    assert_int_equal(stage.app.session.answers, 0);
    assert_int_equal(stage.saved, 1);
}

static void it_does_so_with_the_answer_open_too(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    stage_do(&stage, MSG_SHOW, 0);
    stage_press(&stage, 'b', 0);
    assert_int_equal(stage.app.phase, PHASE_ASKING);
    assert_int_equal(asides_today(), 1);
}

static void an_answer_that_was_given_is_not_put_off(void **state)
{
    (void)state;
    begin(FORM_CHOICE);
    stage_do(&stage, MSG_CHOOSE, 0);
    assert_int_equal(stage.app.phase, PHASE_FEEDBACK);
    stage_press(&stage, 'b', 0);
    assert_int_equal(asides_today(), 0);
    assert_int_equal(stage.saved, 1);
}

static void in_a_field_b_is_a_letter(void **state)
{
    (void)state;
    begin(FORM_TYPED);
    const char *first = on_show();
    assert_int_equal(stage.app.question.request.form, FORM_TYPED);
    stage_press(&stage, 'b', 0);
    assert_string_equal(on_show(), first);
    stage_do(&stage, MSG_ASIDE, 0); /* by the menu */
    assert_string_not_equal(on_show(), first);
}

static void undo_takes_the_last_action_back_whichever_it_was(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    const char *first = on_show();
    stage_do(&stage, MSG_SHOW, 0);
    stage_do(&stage, MSG_GRADE, GRADE_GOOD);
    const char *second = on_show();
    stage_press(&stage, 'b', 0);

    stage_press(&stage, 'z', MOD_CTRL);
    assert_string_equal(on_show(), second);
    assert_string_equal(stage.app.toast, "No longer set aside");
    assert_int_equal(asides_today(), 0);
    assert_int_equal(stage.app.session.answers, 1);

    stage_press(&stage, 'z', MOD_CTRL);
    assert_string_equal(on_show(), first);
    assert_string_equal(stage.app.toast, "Grade taken back");
    assert_int_equal(stage.app.session.answers, 0);
    assert_int_equal(stage.saved, 4);
}

/* A click on it does what its key does, and it hides no other control. */
static void the_word_about_it_takes_it_back(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    const char *first = on_show();
    stage_press(&stage, 'b', 0);
    struct control word = app_toast_control(&stage.app);
    const struct draw *item = draw_control(stage_view(&stage), word);
    assert_non_null(item);
    stage_send(&stage, item->msg);
    assert_string_equal(on_show(), first);
    assert_int_equal(asides_today(), 0);
}

static void redo_sets_it_aside_again(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    const char *first = on_show();
    stage_press(&stage, 'b', 0);
    stage_press(&stage, 'z', MOD_CTRL);
    stage_press(&stage, 'y', MOD_CTRL);
    assert_string_not_equal(on_show(), first);
    assert_int_equal(asides_today(), 1);
    stage_press(&stage, 'z', MOD_CTRL);
    assert_string_equal(on_show(), first);
}

static void it_is_not_asked_again_today_and_is_tomorrow(void **state)
{
    struct plan plan;
    (void)state;
    begin(FORM_FLIP);
    const struct item *first = session_current(&stage.app.session)->item;
    int count = stage.app.session.count;
    stage_press(&stage, 'b', 0);
    stage_do(&stage, MSG_BACK, 0);
    stage_do(&stage, MSG_STUDY, 0);
    assert_int_equal(stage.app.session.count, count);
    for (int i = 0; i < stage.app.session.count; i++)
        assert_ptr_not_equal(stage.app.session.entries[i].item, first);

    struct moment tomorrow = stage_now(&stage);
    bool found = false;
    tomorrow.at_ms += 86400000;
    plan_make(&plan, stage.knowledge, &stage.progress, NULL, tomorrow);
    for (int i = 0; i < plan.count; i++)
        found = found || plan.entries[i].item == first;
    assert_true(found);
}

/* The end with no answer must stand, and undo works there. */
static void all_cards_can_be_set_aside(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    for (int i = stage.app.session.count; i > 0; i--) {
        assert_int_equal(stage.app.screen, SCREEN_STUDY);
        stage_press(&stage, 'b', 0);
        assert_true(stage_view(&stage)->count > 0);
    }
    assert_int_not_equal(stage.app.screen, SCREEN_STUDY);
    assert_int_equal(stage.app.session.answers, 0);
}

static void a_full_disk_holds_it_and_undo_lets_it_go(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    stage.disk_full = true;
    stage_press(&stage, 'b', 0);
    stage.disk_full = false;
    stage_do(&stage, MSG_RETRY, 0);
    assert_int_equal(stage.saved, 1);
    assert_int_equal(asides_today(), 1);
}

#define ON_A_STAGE(test)                                                       \
    cmocka_unit_test_setup_teardown(test, open_stage, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_STAGE(b_sets_the_card_aside_and_shows_the_next),
        ON_A_STAGE(it_does_so_with_the_answer_open_too),
        ON_A_STAGE(an_answer_that_was_given_is_not_put_off),
        ON_A_STAGE(in_a_field_b_is_a_letter),
        ON_A_STAGE(undo_takes_the_last_action_back_whichever_it_was),
        ON_A_STAGE(the_word_about_it_takes_it_back),
        ON_A_STAGE(redo_sets_it_aside_again),
        ON_A_STAGE(it_is_not_asked_again_today_and_is_tomorrow),
        ON_A_STAGE(all_cards_can_be_set_aside),
        ON_A_STAGE(a_full_disk_holds_it_and_undo_lets_it_go),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
