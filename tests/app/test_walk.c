/* A person who presses anything at all: nothing breaks, nothing is lost, and
 * there is always a way home. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/stage.h"

enum { STEPS = 10000, WAYS_HOME_MAX = 12 };

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

/* Tab always leads to something that is on show, and has the ring then. */
static void expect_focus_can_be_had(void)
{
    if (draw_clickable_count(stage_view(&stage)) == 0)
        return;
    stage_press(&stage, KEY_TAB, 0);
    const struct draw *item = draw_control(stage_view(&stage), stage.app.focus);
    assert_non_null(item);
    assert_true(item->focused);
}

/* What is in front is left by Esc, and a sitting ends with its end. */
static void expect_a_way_home(void)
{
    stage.disk_full = false;
    for (int i = 0; i < WAYS_HOME_MAX; i++) {
        if (stage.app.screen == SCREEN_HOME &&
            stage.app.overlay == OVERLAY_NONE)
            return;
        stage_press(&stage, KEY_ESCAPE, 0);
    }
    fail_msg("screen %d, overlay %d: no way home", (int)stage.app.screen,
             (int)stage.app.overlay);
}

/* Any message, sensible or not, as a fault in the window could send it. */
static struct msg any_message(struct random *random)
{
    struct msg msg = {
        .kind = (enum msg_kind)random_below(random, MSG_TICK + 1),
        .number = (int)random_below(random, 9) - 2,
        .x = (int)random_below(random, 2000) + 1,
        .y = (int)random_below(random, 1200) + 1,
        .text = "\xe6\x97\xa5x",
        .target = {(enum msg_kind)random_below(random, MSG_TICK + 1),
                   (int)random_below(random, 6), 0},
    };
    if (msg.kind == MSG_SAVED || msg.kind == MSG_SAVE_FAILED ||
        msg.kind == MSG_QUIT)
        msg.kind = MSG_NONE; /* these answer what was asked, and nothing was */
    if (msg.kind == MSG_SETTING || msg.kind == MSG_SETTING_STEP)
        msg.x = (int)random_below(random, SETTING_COUNT);
    return msg;
}

static void any_message_on_any_screen_leaves_it_whole(void **state)
{
    (void)state;
    for (int screen = 0; screen < SCREEN_COUNT; screen++) {
        struct random random = random_seeded((uint64_t)screen + 7);
        for (int i = 0; i < STEPS; i++) {
            if (i % 50 == 0 && screen != SCREEN_STUDY && screen != SCREEN_END)
                stage_do(&stage, MSG_GO, screen);
            struct msg msg = any_message(&random);
            stage.disk_full = random_below(&random, 20) == 0;
            stage_send(&stage, msg);
            assert_true(stage_view(&stage)->count > 0);
            if (i % 97 == 0)
                expect_focus_can_be_had();
            if (i % 499 == 0)
                expect_a_way_home();
        }
    }
}

/* Keys, the pointer and the wheel, through what they mean on each screen. */
static struct input any_input(struct random *random)
{
    static const int keys[] = {
        KEY_ENTER, KEY_ESCAPE,  KEY_SPACE,     KEY_BACKSPACE, KEY_TAB,
        KEY_UP,    KEY_DOWN,    KEY_LEFT,      KEY_RIGHT,     KEY_PAGE_UP,
        KEY_HOME,  KEY_END,     KEY_PAGE_DOWN, KEY_F1,        KEY_F1 + 4,
        KEY_F12,   KEY_F1 + 10, KEY_DELETE,    '0',           '1',
        '2',       '3',         '4',           '5',           'a',
        'b',       'e',         'f',           'h',           'm',
        'n',       'o',         'r',           's',           'w',
        'z',       'y',         '+',           '-',           '/',
    };
    struct input input = {
        .kind = INPUT_KEY,
        .key = keys[random_below(random, sizeof keys / sizeof keys[0])],
        .mods = random_below(random, 5) == 0 ? MOD_CTRL : 0,
        .x = (int)random_below(random, 1280),
        .y = (int)random_below(random, 800),
    };
    switch (random_below(random, 8)) {
    case 0:
        input.kind = INPUT_POINT;
        break;
    case 1:
        input.kind = INPUT_PRESS;
        break;
    case 2:
        input.kind = INPUT_CLICK;
        break;
    case 3:
        input.kind = INPUT_WHEEL;
        input.y = (int)random_below(random, 7) - 3;
        break;
    case 4:
        input.kind = INPUT_TEXT;
        snprintf(input.text, sizeof input.text, "6650");
        break;
    default:
        break;
    }
    return input;
}

static void any_key_and_any_click_leaves_a_way_home(void **state)
{
    (void)state;
    struct random random = random_seeded(11);
    for (int i = 0; i < 3 * STEPS; i++) {
        struct input input = any_input(&random);
        struct msg msg = app_message(&stage.app, stage_view(&stage), &input);
        stage.disk_full = random_below(&random, 30) == 0;
        if (msg.kind != MSG_QUIT)
            stage_send(&stage, msg);
        if (i % 97 == 0)
            expect_focus_can_be_had();
        if (i % 499 == 0)
            expect_a_way_home();
    }
    assert_true(stage.saved > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            any_message_on_any_screen_leaves_it_whole, open_stage, close_stage),
        cmocka_unit_test_setup_teardown(any_key_and_any_click_leaves_a_way_home,
                                        open_stage, close_stage),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
