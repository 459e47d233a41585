/* What lies over a screen: help, menu; what is below is out of reach. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/keys.h"
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

static void resize(int w, int h)
{
    stage_send(&stage, (struct msg){.kind = MSG_RESIZE, .x = w, .y = h});
}

static const struct draw *text_on_show(const char *text)
{
    const struct draw_list *list = stage_view(&stage);
    for (size_t i = list->count; i > 0; i--)
        if (list->items[i - 1].kind == DRAW_TEXT &&
            strcmp(list->items[i - 1].text, text) == 0)
            return &list->items[i - 1];
    return NULL;
}

static void help_opens_by_f1_and_closes_by_esc_or_f1(void **state)
{
    (void)state;
    stage_press(&stage, KEY_F1, 0);
    assert_int_equal(stage.app.overlay, OVERLAY_HELP);
    stage_press(&stage, KEY_ESCAPE, 0);
    assert_int_equal(stage.app.overlay, OVERLAY_NONE);
    stage_press(&stage, KEY_F1, 0);
    stage_press(&stage, KEY_F1, 0);
    assert_int_equal(stage.app.overlay, OVERLAY_NONE);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
}

static void nothing_below_the_help_reacts(void **state)
{
    (void)state;
    stage_press(&stage, KEY_ENTER, 0);
    stage_press(&stage, KEY_F1, 0);
    stage_press(&stage, '1', 0);
    stage_do(&stage, MSG_CHOOSE, 0);
    stage_press(&stage, 'z', MOD_CTRL);
    stage_do(&stage, MSG_BACK, 0);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    assert_int_equal(stage.app.phase, PHASE_ASKING);
    assert_int_equal(stage.app.overlay, OVERLAY_HELP);
    assert_int_equal(stage.saved, 0);
}

static void text_can_be_enlarged_while_the_help_is_open(void **state)
{
    (void)state;
    stage_press(&stage, KEY_F1, 0);
    stage_press(&stage, '+', MOD_CTRL);
    assert_int_equal(app_scale(&stage.app), 110);
    assert_int_equal(stage.app.overlay, OVERLAY_HELP);
}

static void tab_stays_inside_and_the_ring_returns_after(void **state)
{
    (void)state;
    stage_press(&stage, KEY_TAB, 0);
    stage_press(&stage, KEY_TAB, 0);
    struct control before = stage.app.focus;
    assert_true(before.kind != MSG_NONE);

    stage_press(&stage, 'm', 0);
    for (int i = 0; i < 20; i++) {
        stage_press(&stage, KEY_TAB, 0);
        assert_non_null(draw_control(stage_view(&stage), stage.app.focus));
    }
    stage_press(&stage, KEY_ESCAPE, 0);

    assert_int_equal(stage.app.focus.kind, before.kind);
    assert_int_equal(stage.app.focus.number, before.number);
}

static void the_help_begins_with_the_keys_of_what_is_on_show(void **state)
{
    (void)state;
    stage_press(&stage, KEY_F1, 0);
    int today = text_on_show("Study now")->rect.y;
    assert_true(today <= text_on_show("Help")->rect.y);
    stage_press(&stage, KEY_ESCAPE, 0);
    stage_press(&stage, KEY_ENTER, 0);
    stage_press(&stage, KEY_F1, 0);
    assert_true(text_on_show("Choice")->rect.y <=
                text_on_show("Everywhere")->rect.y);
}

static void rows_that_say_the_same_are_one_line(void **state)
{
    (void)state;
    resize(3840, 2160);
    stage_press(&stage, KEY_F1, 0);
    int lines = 0;
    const struct draw_list *list = stage_view(&stage);
    for (size_t i = 0; i < list->count; i++)
        lines += list->items[i].text &&
                 strcmp(list->items[i].text, "Again, Hard, Good, Easy") == 0;
    assert_int_equal(lines, 1);
}

/* Scrolls from the beginning to the end and looks for a line on the way. */
static bool found_by_scrolling(const char *text)
{
    stage.app.over_scroll = 0;
    for (int i = 0; i < 200; i++) {
        if (text_on_show(text))
            return true;
        int at = stage.app.over_scroll;
        stage_press(&stage, KEY_DOWN, 0);
        if (stage.app.over_scroll == at)
            return false;
    }
    return false;
}

static void no_key_is_lost_in_a_small_window_or_a_large_type(void **state)
{
    static const struct {
        int w, h, steps;
    } windows[] = {
        {640, 480, 0}, {900, 600, 0}, {1280, 800, 5}, {3840, 2160, 0}};
    size_t count;
    const struct key_row *rows = keys_table(&count);
    (void)state;
    for (size_t w = 0; w < sizeof windows / sizeof windows[0]; w++) {
        resize(windows[w].w, windows[w].h);
        stage_press(&stage, '0', MOD_CTRL);
        for (int i = 0; i < windows[w].steps; i++)
            stage_press(&stage, '+', MOD_CTRL);
        stage_press(&stage, KEY_F1, 0);
        for (size_t i = 0; i < count; i++)
            if (rows[i].says && rows[i].number != SCREEN_MISTAKES &&
                !found_by_scrolling(rows[i].says))
                fail_msg("%dx%d: \"%s\" is not in the help", windows[w].w,
                         windows[w].h, rows[i].says);
        stage_press(&stage, KEY_ESCAPE, 0);
    }
}

static void what_is_wrong_is_listed_only_when_something_is(void **state)
{
    (void)state;
    resize(3840, 2160);
    stage_press(&stage, KEY_F1, 0);
    assert_null(text_on_show("What is wrong with the decks"));
    problems_add(&stage.problems, PROBLEM_ERROR, "rivers.ini", 3, "date",
                 "write it so", "it is no date");
    assert_non_null(text_on_show("What is wrong with the decks"));
}

static void the_page_below_keeps_its_place_while_help_scrolls(void **state)
{
    (void)state;
    resize(640, 480);
    stage.app.scroll = 2;
    stage_press(&stage, KEY_F1, 0);
    stage_press(&stage, KEY_PAGE_DOWN, 0);
    assert_true(stage.app.over_scroll > 0);
    assert_int_equal(stage.app.scroll, 2);
    stage_press(&stage, KEY_ESCAPE, 0);
    assert_int_equal(stage.app.scroll, 2);
}

static void the_menu_does_what_it_names_by_the_same_keys(void **state)
{
    (void)state;
    stage_do(&stage, MSG_STUDY, 0);
    stage_press(&stage, '1' + stage.app.question.right, 0);
    stage_press(&stage, 'm', 0);
    assert_int_equal(stage.app.overlay, OVERLAY_MENU);
    assert_non_null(text_on_show("Set aside until tomorrow"));

    stage_press(&stage, 'z', MOD_CTRL);

    assert_int_equal(stage.app.overlay, OVERLAY_NONE);
    assert_int_equal(stage.app.session.answers, 0);
}

static void what_the_menu_does_not_name_does_nothing_in_it(void **state)
{
    (void)state;
    stage_do(&stage, MSG_STUDY, 0);
    stage_press(&stage, 'm', 0);
    stage_press(&stage, '1', 0);
    assert_int_equal(stage.app.overlay, OVERLAY_MENU);
    assert_int_equal(stage.saved, 0);
    stage_press(&stage, 'm', 0);
    assert_int_equal(stage.app.overlay, OVERLAY_NONE);
}

static void the_menu_goes_from_page_to_page(void **state)
{
    (void)state;
    resize(640, 480);
    stage_press(&stage, 'm', 0);
    assert_non_null(text_on_show("Settings"));
    stage_press(&stage, 's', 0);
    assert_int_equal(stage.app.screen, SCREEN_SETTINGS);
    assert_int_equal(stage.app.overlay, OVERLAY_NONE);
}

static void the_arrows_and_enter_choose_in_the_menu(void **state)
{
    (void)state;
    resize(640, 480);
    stage_press(&stage, 'm', 0);
    stage_press(&stage, KEY_DOWN, 0);
    stage_press(&stage, KEY_UP, 0);
    assert_int_equal(stage.app.focus.kind, MSG_GO);
    stage_press(&stage, KEY_ENTER, 0);
    assert_int_equal(stage.app.screen, SCREEN_SETTINGS);
}

static void the_first_page_greets_who_has_answered_nothing(void **state)
{
    (void)state;
    app_welcome(&stage.app);
    assert_int_equal(stage.app.screen, SCREEN_WELCOME);
    assert_false(motion_runs(&stage.app));
    stage_press(&stage, KEY_ENTER, 0);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    assert_int_equal(stage.app.session.count, APP_FIRST_CARDS);
}

static void the_first_page_can_be_skipped(void **state)
{
    (void)state;
    app_welcome(&stage.app);
    stage_press(&stage, KEY_ESCAPE, 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
}

static void who_has_answered_once_sees_no_first_page(void **state)
{
    (void)state;
    stage_do(&stage, MSG_STUDY, 0);
    stage_do(&stage, MSG_CHOOSE, stage.app.question.right);
    stage_do(&stage, MSG_BACK, 0);
    stage_do(&stage, MSG_BACK, 0);
    app_welcome(&stage.app);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
}

static void the_first_page_shows_all_of_itself_by_scrolling(void **state)
{
    static const char *const lines[] = {"Read the card", "Turn it",
                                        "Grade yourself", "Learning",
                                        "three months"};
    (void)state;
    resize(640, 480);
    app_welcome(&stage.app);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        stage.app.scroll = 0;
        for (int j = 0; j < 50 && !text_on_show(lines[i]); j++)
            stage_press(&stage, KEY_DOWN, 0);
        assert_non_null(text_on_show(lines[i]));
    }
    assert_non_null(text_on_show("Try five cards"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define STAGED(test)                                                           \
    cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
        STAGED(help_opens_by_f1_and_closes_by_esc_or_f1),
        STAGED(nothing_below_the_help_reacts),
        STAGED(text_can_be_enlarged_while_the_help_is_open),
        STAGED(tab_stays_inside_and_the_ring_returns_after),
        STAGED(the_help_begins_with_the_keys_of_what_is_on_show),
        STAGED(rows_that_say_the_same_are_one_line),
        STAGED(no_key_is_lost_in_a_small_window_or_a_large_type),
        STAGED(what_is_wrong_is_listed_only_when_something_is),
        STAGED(the_page_below_keeps_its_place_while_help_scrolls),
        STAGED(the_menu_does_what_it_names_by_the_same_keys),
        STAGED(what_the_menu_does_not_name_does_nothing_in_it),
        STAGED(the_menu_goes_from_page_to_page),
        STAGED(the_arrows_and_enter_choose_in_the_menu),
        STAGED(the_first_page_greets_who_has_answered_nothing),
        STAGED(the_first_page_can_be_skipped),
        STAGED(who_has_answered_once_sees_no_first_page),
        STAGED(the_first_page_shows_all_of_itself_by_scrolling),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
