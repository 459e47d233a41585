#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "app/stage.h"

static const struct theme themes[] = {
    {.name = "Light", .stem = "light"},
    {.name = "Dark", .stem = "dark"},
    {.name = "Projector", .stem = "projector"},
};

static const struct control learner_field = {MSG_LEARNER, 0, 0};

static struct play stage;

static int open_settings(void **state)
{
    (void)state;
    stage_open(&stage);
    stage.app.themes = themes;
    stage.app.theme_count = 3;
    stage.app.height = 1500; /* all of the page is in sight */
    stage_do(&stage, MSG_GO, SCREEN_SETTINGS);
    return 0;
}

static int close_settings(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static int value(enum setting setting)
{
    return stage.app.settings.values[setting];
}

static struct effect set(enum setting setting, int to)
{
    return stage_send(
        &stage,
        (struct msg){.kind = MSG_SETTING, .number = to, .x = (int)setting});
}

static void type(const char *text)
{
    stage_send(&stage, (struct msg){.kind = MSG_TEXT, .text = text});
}

static void focus(struct control control)
{
    stage_send(&stage, (struct msg){.kind = MSG_FOCUS, .target = control});
}

/* Left button down and up in the middle of what sends this. */
static void click(struct control control)
{
    const struct draw *item = draw_control(stage_view(&stage), control);
    assert_non_null(item);
    struct input input = {.kind = INPUT_PRESS,
                          .x = item->rect.x + item->rect.w / 2,
                          .y = item->rect.y + item->rect.h / 2};
    stage_send(&stage, app_message(&stage.app, stage_view(&stage), &input));
    input.kind = INPUT_CLICK;
    stage_send(&stage, app_message(&stage.app, stage_view(&stage), &input));
}

static void each_change_takes_effect_at_once_and_is_kept(void **state)
{
    (void)state;
    struct msg msg = {.kind = MSG_SETTING, .number = 1, .x = SETTING_THEME};
    msg.at = stage_now(&stage);
    assert_int_equal(update(&stage.app, &msg).kind, EFFECT_SETTINGS);
    assert_string_equal(app_theme(&stage.app)->stem, "dark");
    set(SETTING_SCALE, 150);
    assert_int_equal(app_scale(&stage.app), 150);
    set(SETTING_MOTION, 0);
    assert_int_equal(value(SETTING_MOTION), 0);
    assert_int_equal(stage.saved, 0);
}

static void what_is_as_it_was_is_not_kept_again(void **state)
{
    (void)state;
    struct msg msg = {.kind = MSG_SETTING, .number = 1, .x = SETTING_MOTION};
    msg.at = stage_now(&stage);
    assert_int_equal(update(&stage.app, &msg).kind, EFFECT_NONE);
    assert_int_equal(stage.app.settings_before_count, 0);
}

static void values_stay_within_their_bounds(void **state)
{
    (void)state;
    set(SETTING_TARGET, 1000);
    assert_int_equal(value(SETTING_TARGET), 95);
    set(SETTING_THEME, 9);
    assert_int_equal(value(SETTING_THEME), 2);
    stage_send(&stage, (struct msg){.kind = MSG_SETTING, .x = 77});
    stage_send(&stage, (struct msg){.kind = MSG_SETTING_STEP, .x = -1});
}

/* The log has it as an event, and what is due follows. */
static void a_target_goes_into_the_log(void **state)
{
    (void)state;
    struct msg msg = {.kind = MSG_SETTING_STEP, .number = -1};
    msg.at = stage_now(&stage);
    assert_int_equal(update(&stage.app, &msg).kind, EFFECT_SAVE);
    const struct event *event = &stage.app.pending.events[0];
    assert_int_equal(event->kind, EVENT_SETTING);
    assert_string_equal(event->name, "target");
    assert_true(event->value > .8899 && event->value < .8901);

    msg = (struct msg){.kind = MSG_SAVED, .at = msg.at};
    assert_int_equal(update(&stage.app, &msg).kind, EFFECT_SETTINGS);

    assert_true(stage.progress.settings.target < .8901);
    assert_false(stage.app.pending.open);
}

static void new_ones_a_day_go_into_the_log_and_the_plan(void **state)
{
    (void)state;
    set(SETTING_NEW, 2);
    assert_int_equal(stage.saved, 1);
    assert_int_equal(stage.progress.settings.new_per_day, 2);
    stage_do(&stage, MSG_BACK, 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    assert_int_equal(stage.app.plan.fresh, 2);
}

static void
a_target_that_cannot_be_saved_counts_and_is_tried_again(void **state)
{
    (void)state;
    stage.disk_full = true;
    set(SETTING_TARGET, 85);
    assert_int_equal(app_held(&stage.app), 1);
    assert_true(stage.progress.settings.target < .8501);
    stage.disk_full = false;
    stage_do(&stage, MSG_RETRY, 0);
    assert_int_equal(app_held(&stage.app), 0);
    assert_int_equal(stage.saved, 1);
}

static void undo_takes_changes_back_one_by_one(void **state)
{
    (void)state;
    set(SETTING_SOUND, 1);
    set(SETTING_TARGET, 80);
    stage_press(&stage, 'z', MOD_CTRL);
    assert_int_equal(value(SETTING_TARGET), 90);
    assert_true(stage.progress.settings.target > .8999);
    assert_string_equal(stage.app.toast, "Setting taken back");
    stage_press(&stage, 'z', MOD_CTRL);
    assert_int_equal(value(SETTING_SOUND), 0);
    stage_press(&stage, 'z', MOD_CTRL);
    assert_string_equal(stage.app.toast, "There is nothing to take back");
}

static void the_last_32_changes_can_be_taken_back(void **state)
{
    (void)state;
    for (int i = 0; i < 40; i++)
        set(SETTING_NEW, i % 2 ? 8 : 9);
    for (int i = 0; i < APP_SETTINGS_UNDO_MAX; i++)
        stage_press(&stage, 'z', MOD_CTRL);
    assert_string_equal(stage.app.toast, "Setting taken back");
    stage_press(&stage, 'z', MOD_CTRL);
    assert_string_equal(stage.app.toast, "There is nothing to take back");
}

static void a_size_of_text_can_be_taken_back_on_other_pages(void **state)
{
    (void)state;
    stage_do(&stage, MSG_GO, SCREEN_HOME);
    stage_press(&stage, '+', MOD_CTRL);
    stage_press(&stage, '+', MOD_CTRL);
    assert_int_equal(app_scale(&stage.app), 125);
    stage_press(&stage, 'z', MOD_CTRL);
    assert_int_equal(app_scale(&stage.app), 110);
    stage_press(&stage, '0', MOD_CTRL);
    assert_int_equal(app_scale(&stage.app), 100);
}

static void in_a_sitting_undo_takes_back_the_answer(void **state)
{
    (void)state;
    stage_do(&stage, MSG_GO, SCREEN_HOME);
    stage_do(&stage, MSG_STUDY, 0);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    stage_press(&stage, '+', MOD_CTRL);
    stage_press(&stage, 'z', MOD_CTRL);
    assert_int_equal(app_scale(&stage.app), 110);
}

static void arrows_change_what_has_the_ring(void **state)
{
    (void)state;
    stage_press(&stage, KEY_RIGHT, 0);
    assert_int_equal(value(SETTING_TARGET), 91);
    focus((struct control){MSG_SETTING, 0, SETTING_THEME});
    stage_press(&stage, KEY_RIGHT, 0);
    stage_press(&stage, KEY_RIGHT, 0);
    assert_int_equal(value(SETTING_THEME), 2);
    assert_non_null(draw_control(stage_view(&stage), stage.app.focus));
    stage_press(&stage, KEY_LEFT, 0);
    assert_int_equal(value(SETTING_THEME), 1);
    focus((struct control){MSG_SETTING_STEP, 0, SETTING_SCALE});
    stage_press(&stage, KEY_RIGHT, 0);
    assert_int_equal(app_scale(&stage.app), 110);
}

static void a_key_held_down_changes_once(void **state)
{
    (void)state;
    struct input input = {.kind = INPUT_KEY, .key = KEY_RIGHT, .repeat = true};
    struct msg msg = app_message(&stage.app, stage_view(&stage), &input);
    assert_int_not_equal(msg.kind, MSG_SETTING_STEP);
}

static void a_switch_keeps_the_ring(void **state)
{
    (void)state;
    focus((struct control){MSG_SETTING, 0, SETTING_MOTION});
    stage_press(&stage, KEY_SPACE, 0);
    assert_int_equal(value(SETTING_MOTION), 0);
    assert_non_null(draw_control(stage_view(&stage), stage.app.focus));
    stage_press(&stage, KEY_SPACE, 0);
    assert_int_equal(value(SETTING_MOTION), 1);
    stage_press(&stage, 'z', MOD_CTRL);
    assert_non_null(draw_control(stage_view(&stage), stage.app.focus));
}

/* The spine, the list and each control once; the theme as one. */
static void tab_reaches_every_setting_and_comes_round(void **state)
{
    bool seen[SETTING_COUNT] = {false};
    bool field = false;
    (void)state;
    stage_press(&stage, KEY_TAB, 0);
    struct control first = stage.app.focus;
    for (int i = 0; i < 40; i++) {
        struct control now = stage.app.focus;
        if (now.kind == MSG_SETTING || now.kind == MSG_SETTING_STEP)
            seen[now.x] = true;
        field = field || now.kind == MSG_LEARNER;
        seen[SETTING_EXAM] = seen[SETTING_EXAM] || now.kind == MSG_EXAM;
        stage_press(&stage, KEY_TAB, 0);
        if (i > 5 && stage.app.focus.kind == first.kind &&
            stage.app.focus.number == first.number &&
            stage.app.focus.x == first.x)
            break;
        assert_true(i < 39);
    }
    for (int i = 0; i < SETTING_COUNT; i++)
        assert_true(seen[i]);
    assert_true(field);
}

static void the_line_of_a_slider_can_be_clicked(void **state)
{
    (void)state;
    click((struct control){MSG_SETTING, 83, SETTING_TARGET});
    assert_int_equal(value(SETTING_TARGET), 83);
    click((struct control){MSG_SETTING, 175, SETTING_SCALE});
    assert_int_equal(app_scale(&stage.app), 175);
}

static void the_thumb_goes_with_the_pointer(void **state)
{
    (void)state;
    const struct control from = {MSG_SETTING, 90, SETTING_TARGET};
    const struct draw *item = draw_control(stage_view(&stage), from);
    int x = item->rect.x + item->rect.w / 2;
    int y = item->rect.y + item->rect.h / 2;
    struct input input = {.kind = INPUT_PRESS, .x = x, .y = y};
    stage_send(&stage, app_message(&stage.app, stage_view(&stage), &input));
    input.kind = INPUT_POINT;
    for (int i = 0; i < 3; i++) {
        input.x += item->rect.w;
        stage_send(&stage, app_message(&stage.app, stage_view(&stage), &input));
    }
    assert_int_equal(value(SETTING_TARGET), 93);
    input.kind = INPUT_CLICK;
    stage_send(&stage, app_message(&stage.app, stage_view(&stage), &input));
    input.kind = INPUT_POINT;
    input.x = x;
    stage_send(&stage, app_message(&stage.app, stage_view(&stage), &input));
    assert_int_equal(value(SETTING_TARGET), 93);
    stage_press(&stage, 'z', MOD_CTRL);
    assert_int_equal(value(SETTING_TARGET), 90);
}

/* Text that grew under the pointer would carry the line away. */
static void a_size_of_text_is_taken_when_the_button_is_let_go(void **state)
{
    (void)state;
    const struct control from = {MSG_SETTING, 100, SETTING_SCALE};
    const struct control to = {MSG_SETTING, 150, SETTING_SCALE};
    const struct draw_list *list = stage_view(&stage);
    const struct draw *start = draw_control(list, from);
    const struct draw *end = draw_control(list, to);
    struct input input = {.kind = INPUT_PRESS,
                          .x = start->rect.x + start->rect.w / 2,
                          .y = start->rect.y + start->rect.h / 2};
    int x = end->rect.x + end->rect.w / 2;
    stage_send(&stage, app_message(&stage.app, stage_view(&stage), &input));
    input.kind = INPUT_POINT;
    input.x = x;
    stage_send(&stage, app_message(&stage.app, stage_view(&stage), &input));
    assert_int_equal(app_scale(&stage.app), 100);
    const struct draw *thumb =
        draw_control(stage_view(&stage),
                     (struct control){MSG_SETTING_STEP, 0, SETTING_SCALE});
    assert_true(thumb->rect.x < x && x < thumb->rect.x + thumb->rect.w);
    input.kind = INPUT_CLICK;
    stage_send(&stage, app_message(&stage.app, stage_view(&stage), &input));
    assert_int_equal(app_scale(&stage.app), 150);
}

static void a_learner_is_named_in_a_field(void **state)
{
    (void)state;
    click(learner_field);
    assert_true(app_wants_text(&stage.app));
    type("Hana ");
    stage_press(&stage, 's', 0);
    assert_int_equal(stage.app.screen, SCREEN_SETTINGS);
    stage_press(&stage, KEY_ENTER, 0);
    assert_string_equal(stage.app.settings.learner, "Hana");
    assert_non_null(strstr(stage.app.toast, "Hana"));
    stage_press(&stage, KEY_ESCAPE, 0);
    assert_int_equal(stage.app.screen, SCREEN_SETTINGS);
    stage_press(&stage, 'z', MOD_CTRL);
    assert_string_equal(stage.app.settings.learner, "");
    stage_press(&stage, KEY_ESCAPE, 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
}

static void a_name_that_is_left_without_enter_is_not_taken(void **state)
{
    (void)state;
    click(learner_field);
    type("Ken");
    stage_press(&stage, KEY_TAB, 0);
    assert_string_equal(stage.app.settings.learner, "");
    assert_false(stage_shows(&stage, "Ken"));
}

static void a_log_that_cannot_be_opened_leaves_the_learner(void **state)
{
    (void)state;
    struct msg msg = {.kind = MSG_LEARNER, .at = stage_now(&stage)};
    focus(learner_field);
    type("Ken");
    assert_int_equal(update(&stage.app, &msg).kind, EFFECT_LEARNER);
    msg = (struct msg){.kind = MSG_LEARNER_CHANGED,
                       .text = "The log is damaged",
                       .at = stage_now(&stage)};
    assert_int_equal(update(&stage.app, &msg).kind, EFFECT_NONE);
    assert_string_equal(stage.app.settings.learner, "");
    assert_string_equal(stage.app.toast, "The log is damaged");
}

static void a_name_too_long_is_refused(void **state)
{
    (void)state;
    focus(learner_field);
    for (int i = 0; i < 8; i++)
        type("0123456789");
    stage_press(&stage, KEY_ENTER, 0);
    assert_string_equal(stage.app.settings.learner, "");
    assert_string_equal(stage.app.toast, "This name is too long");
}

static void settings_that_are_not_kept_are_told_of_once(void **state)
{
    (void)state;
    struct msg msg = {.kind = MSG_SETTINGS_SAVED,
                      .text = "Line 4 of settings.ini: sound is \"loud\"",
                      .at = stage_now(&stage)};
    update(&stage.app, &msg);
    assert_string_equal(stage.app.toast,
                        "Line 4 of settings.ini: sound is \"loud\". Changes "
                        "hold until Pacta is closed");
    stage.app.toast[0] = '\0';
    update(&stage.app, &msg);
    assert_string_equal(stage.app.toast, "");
}

static void settings_and_log_agree_at_the_start(void **state)
{
    (void)state;
    assert_int_equal(app_settings_agree(&stage.app).kind, EFFECT_NONE);
    stage.app.settings.values[SETTING_TARGET] = 85;
    stage.app.settings.values[SETTING_NEW] = 20;
    assert_int_equal(app_settings_agree(&stage.app).kind, EFFECT_SAVE);
    stage_do(&stage, MSG_SAVED, 0);
    assert_true(stage.progress.settings.target < .8501);
    assert_int_equal(stage.progress.settings.new_per_day, 20);
    assert_false(stage.app.pending.open);
    assert_int_equal(stage.app.settings_before_count, 0);
}

static void the_page_tells_what_a_wanted_recall_costs(void **state)
{
    (void)state;
    assert_true(stage.app.other_target == 95);
    set(SETTING_TARGET, 95);
    assert_true(stage.app.other_target == 90);
    stage.app.load = 10;
    stage.app.load_other = 6;
    const struct draw_list *list = stage_view(&stage);
    bool found = false;
    for (size_t i = 0; i < list->count; i++)
        found = found || (list->items[i].text &&
                          strstr(list->items[i].text, "10 cards"));
    assert_true(found);
}

static void a_part_of_the_list_brings_its_rows(void **state)
{
    (void)state;
    stage.app.height = 480;
    const struct draw_list *list = stage_view(&stage);
    assert_true(list->scroll_max > 0);
    const struct draw *look = NULL;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].msg.kind == MSG_SECTION &&
            list->items[i].msg.number == PART_LOOK)
            look = &list->items[i];
    assert_non_null(look);
    click((struct control){MSG_SECTION, PART_LOOK, look->msg.x});
    assert_int_equal(stage.app.section, PART_LOOK);
    assert_true(stage.app.scroll > 0);
    assert_true(stage.app.scroll <= list->scroll_max);
}

/* Nothing is lost: what is not on show is reached by scrolling or Tab. */
static void every_size_shows_every_setting(void **state)
{
    static const int sizes[][3] = {
        {1280, 800, 100},  {1280, 800, 110},  {1280, 800, 125},
        {1280, 800, 150},  {1280, 800, 175},  {1280, 800, 200},
        {900, 600, 100},   {640, 480, 100},   {640, 480, 200},
        {3840, 2160, 100}, {3840, 2160, 200},
    };
    (void)state;
    for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
        stage.app.width = sizes[s][0];
        stage.app.height = sizes[s][1];
        stage.app.settings.values[SETTING_SCALE] = sizes[s][2];
        stage.app.scroll = 0;
        stage.app.scroll = stage_view(&stage)->scroll_max;
        const struct draw_list *list = stage_view(&stage);
        const struct draw *sound =
            draw_control(list, (struct control){MSG_SETTING, 1, SETTING_SOUND});
        assert_non_null(sound);
        assert_int_equal(sound->away, 0);
        assert_true(sound->rect.y + sound->rect.h <= sizes[s][1]);
        for (size_t i = 0; i < list->count; i++) {
            const struct draw *item = &list->items[i];
            if (item->kind != DRAW_TEXT)
                continue;
            assert_true(item->rect.x >= 0);
            if (item->rect.x + item->rect.w > sizes[s][0])
                print_message("%dx%d %d: %s\n", sizes[s][0], sizes[s][1],
                              sizes[s][2], item->text);
            assert_true(item->rect.x + item->rect.w <= sizes[s][0]);
        }
    }
}

#define ON_PAGE(test)                                                          \
    cmocka_unit_test_setup_teardown(test, open_settings, close_settings)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_PAGE(each_change_takes_effect_at_once_and_is_kept),
        ON_PAGE(what_is_as_it_was_is_not_kept_again),
        ON_PAGE(values_stay_within_their_bounds),
        ON_PAGE(a_target_goes_into_the_log),
        ON_PAGE(new_ones_a_day_go_into_the_log_and_the_plan),
        ON_PAGE(a_target_that_cannot_be_saved_counts_and_is_tried_again),
        ON_PAGE(undo_takes_changes_back_one_by_one),
        ON_PAGE(the_last_32_changes_can_be_taken_back),
        ON_PAGE(a_size_of_text_can_be_taken_back_on_other_pages),
        ON_PAGE(in_a_sitting_undo_takes_back_the_answer),
        ON_PAGE(arrows_change_what_has_the_ring),
        ON_PAGE(a_key_held_down_changes_once),
        ON_PAGE(a_switch_keeps_the_ring),
        ON_PAGE(tab_reaches_every_setting_and_comes_round),
        ON_PAGE(the_line_of_a_slider_can_be_clicked),
        ON_PAGE(the_thumb_goes_with_the_pointer),
        ON_PAGE(a_size_of_text_is_taken_when_the_button_is_let_go),
        ON_PAGE(a_learner_is_named_in_a_field),
        ON_PAGE(a_name_that_is_left_without_enter_is_not_taken),
        ON_PAGE(a_log_that_cannot_be_opened_leaves_the_learner),
        ON_PAGE(a_name_too_long_is_refused),
        ON_PAGE(settings_that_are_not_kept_are_told_of_once),
        ON_PAGE(settings_and_log_agree_at_the_start),
        ON_PAGE(the_page_tells_what_a_wanted_recall_costs),
        ON_PAGE(a_part_of_the_list_brings_its_rows),
        ON_PAGE(every_size_shows_every_setting),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
