/* A word that passes: it fades in and out, stays while it is read, can be
 * clicked away, or does what its key does. */
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
    stage_do(&stage, MSG_FINISH, 0);
    return 0;
}

static int close_stage(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static void send_after(int64_t ms, struct msg msg)
{
    stage.mono_ms += ms;
    msg.at = stage_now(&stage);
    msg.mono_ms = stage.mono_ms;
    update(&stage.app, &msg);
}

static void say(const char *text)
{
    send_after(0, (struct msg){.kind = MSG_NOT_DONE, .text = text});
}

static void pass(int64_t ms)
{
    send_after(ms, (struct msg){.kind = MSG_TICK});
}

static const struct draw *find(const char *text)
{
    const struct draw_list *list = stage_view(&stage);
    for (size_t i = list->count; i > 0; i--)
        if (list->items[i - 1].text &&
            strcmp(list->items[i - 1].text, text) == 0)
            return &list->items[i - 1];
    return NULL;
}

static void a_toast_fades_in_stays_and_fades_out(void **state)
{
    (void)state;
    say("Nothing is wrong");
    assert_int_equal(find("Nothing is wrong")->fade, 1000);
    pass(60);
    assert_int_equal(find("Nothing is wrong")->fade, 500);
    assert_int_equal(app_wait_ms(&stage.app), APP_FRAME_MS);
    pass(60);
    assert_int_equal(find("Nothing is wrong")->fade, 0);
    pass(3999);
    assert_int_equal(find("Nothing is wrong")->fade, 0);
    pass(61);
    assert_int_equal(find("Nothing is wrong")->fade, 500);
    pass(60);
    assert_null(find("Nothing is wrong"));
}

static void while_a_toast_stays_nothing_is_drawn(void **state)
{
    (void)state;
    say("Nothing is wrong");
    pass(120);
    assert_int_equal(app_wait_ms(&stage.app), APP_TOAST_MS);
}

static void with_motion_off_a_toast_is_there_at_once(void **state)
{
    (void)state;
    stage.app.settings.values[SETTING_MOTION] = 0;
    say("Nothing is wrong");
    assert_int_equal(find("Nothing is wrong")->fade, 0);
    pass(APP_TOAST_MS - 1);
    assert_int_equal(find("Nothing is wrong")->fade, 0);
    pass(1);
    assert_null(find("Nothing is wrong"));
}

static void a_toast_stays_while_the_pointer_is_on_it(void **state)
{
    (void)state;
    say("Nothing is wrong");
    struct control toast = app_toast_control(&stage.app);
    send_after(500, (struct msg){.kind = MSG_HOVER, .target = toast});
    for (int i = 0; i < 20; i++)
        pass(900);
    assert_non_null(find("Nothing is wrong"));
    send_after(0, (struct msg){.kind = MSG_HOVER});
    pass(2000);
    assert_null(find("Nothing is wrong"));
}

static void a_toast_stays_while_it_has_the_focus(void **state)
{
    (void)state;
    say("Nothing is wrong");
    struct control toast = app_toast_control(&stage.app);
    send_after(500, (struct msg){.kind = MSG_FOCUS, .target = toast});
    for (int i = 0; i < 20; i++)
        pass(900);
    assert_non_null(find("Nothing is wrong"));
}

static void a_click_takes_a_toast_away(void **state)
{
    (void)state;
    say("Nothing is wrong");
    pass(500);
    const struct draw *text = find("Nothing is wrong");
    const struct draw *item =
        draw_at(&stage.list, text->rect.x + 2, text->rect.y + 2);
    assert_int_equal(item->msg.kind, MSG_TOAST);
    send_after(0, item->msg);
    assert_null(find("Nothing is wrong"));
}

/* The grade is given again by the key that the toast shows, or by a click. */
static void a_toast_about_an_undo_gives_it_again(void **state)
{
    (void)state;
    stage.app.form = FORM_FLIP;
    stage_do(&stage, MSG_STUDY, 0);
    stage_do(&stage, MSG_SHOW, 0);
    stage_do(&stage, MSG_GRADE, GRADE_GOOD);
    stage_do(&stage, MSG_UNDO, 0);
    assert_non_null(find("Grade taken back"));
    assert_non_null(find("Ctrl+Y"));
    const struct draw *text = find("Grade taken back");
    const struct draw *item =
        draw_at(&stage.list, text->rect.x + 2, text->rect.y + 2);
    assert_int_equal(item->msg.kind, MSG_REDO);
    int done = stage.app.session.step_count;
    stage_send(&stage, item->msg);
    assert_int_equal(stage.app.session.step_count, done + 1);
}

static void a_long_toast_is_whole_in_a_narrow_window(void **state)
{
    static const char text[] =
        "The file of settings was not understood in line 7, so that nothing is "
        "written to it and what you change holds until Pacta is closed";
    (void)state;
    stage_send(&stage, (struct msg){.kind = MSG_RESIZE, .x = 640, .y = 480});
    say(text);
    const struct draw_list *list = stage_view(&stage);
    const struct draw *box = draw_control(list, app_toast_control(&stage.app));
    assert_non_null(box);
    assert_true(box->rect.x >= 16 && box->rect.x + box->rect.w <= 640 - 16);
    assert_true(box->rect.y >= 0 && box->rect.y + box->rect.h == 480 - 24);
    assert_null(find(text)); /* it goes on in another line */
}

/* Nobody grades a card by a click that meant to see what the toast says. */
static void a_toast_lies_over_no_button(void **state)
{
    (void)state;
    stage_send(&stage, (struct msg){.kind = MSG_RESIZE, .x = 640, .y = 480});
    stage.app.form = FORM_FLIP;
    stage_do(&stage, MSG_STUDY, 0);
    say("Nothing is wrong");
    const struct draw_list *list = stage_view(&stage);
    const struct draw *toast =
        draw_control(list, app_toast_control(&stage.app));
    const struct draw *button =
        draw_control(list, (struct control){MSG_SHOW, 0, 0});
    assert_non_null(button);
    assert_true(toast->rect.y + toast->rect.h < button->rect.y);
}

#define ON_STAGE(test)                                                         \
    cmocka_unit_test_setup_teardown(test, open_stage, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(a_toast_fades_in_stays_and_fades_out),
        ON_STAGE(while_a_toast_stays_nothing_is_drawn),
        ON_STAGE(with_motion_off_a_toast_is_there_at_once),
        ON_STAGE(a_toast_stays_while_the_pointer_is_on_it),
        ON_STAGE(a_toast_stays_while_it_has_the_focus),
        ON_STAGE(a_click_takes_a_toast_away),
        ON_STAGE(a_toast_about_an_undo_gives_it_again),
        ON_STAGE(a_long_toast_is_whole_in_a_narrow_window),
        ON_STAGE(a_toast_lies_over_no_button),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
