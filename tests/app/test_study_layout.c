#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "app/stage.h"
#include "app/words.h"

/* One card whose texts are long, so that small windows have to scroll. */
static const char long_deck[] =
    "[deck]\ntitle = Long texts about the rivers of the earth\n"
    "seal = \xe5\xb7\x9d RI\n"
    "[card one]\n"
    "ask = Which of the many rivers that run through the plains of the north "
    "was the first one on which boats carried more than a hundred thousand "
    "passengers within a single summer?\n"
    "answer = The long Danube\n"
    "wrong = The Rhine between the lake and the sea and all its side arms\n"
    "wrong = The Volga with the canals that were dug in the last century\n"
    "wrong = The Po\n"
    "why = Steamers ran from the upper towns to the delta, and every one of "
    "the companies kept lists of those who went on board, which were counted "
    "and printed at the end of each year for the ministry of trade.\n"
    "source = Yearbook of the river companies, volume twelve, page 340\n";

static const struct {
    int w;
    int h;
    int scale;
} windows[] = {
    {1280, 800, 100},  {1280, 800, 110},  {1280, 800, 125},  {1280, 800, 150},
    {1280, 800, 175},  {1280, 800, 200},  {640, 480, 100},   {900, 600, 100},
    {1920, 1080, 100}, {1920, 1080, 150}, {2560, 1440, 200}, {3840, 2160, 100},
    {3840, 2160, 200},
};

enum { WINDOWS = (int)(sizeof windows / sizeof windows[0]), SEEN_MAX = 65536 };

static struct play stage;
static char seen[SEEN_MAX];

static int open_stage(void **state)
{
    (void)state;
    stage_open_deck(&stage, long_deck);
    stage.app.settings.values[SETTING_MOTION] = 0;
    return 0;
}

static int open_rivers(void **state)
{
    (void)state;
    stage_open(&stage);
    stage.app.settings.values[SETTING_MOTION] = 0;
    return 0;
}

static int close_stage(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static void set_window(int i)
{
    stage_send(
        &stage,
        (struct msg){.kind = MSG_RESIZE, .x = windows[i].w, .y = windows[i].h});
    stage.app.settings.values[SETTING_SCALE] = windows[i].scale;
    stage.app.scroll = 0;
    stage.app.toast[0] = '\0';
}

static void begin(enum form form)
{
    stage.app.form = form;
    stage_do(&stage, MSG_STUDY, 0);
    assert_int_equal(stage.app.question.request.form, form);
    stage.app.toast[0] = '\0';
}

static bool within(struct rect r, int w, int h)
{
    return r.x >= 0 && r.y >= 0 && r.x + r.w <= w && r.y + r.h <= h;
}

static bool overlap(struct rect a, struct rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h &&
           b.y < a.y + a.h;
}

static void remember_texts(const struct draw_list *list)
{
    size_t used = strlen(seen);
    for (size_t i = 0; i < list->count; i++) {
        const char *text = list->items[i].text;
        if (list->items[i].kind == DRAW_TEXT &&
            used + strlen(text) + 2 < SEEN_MAX)
            used += (size_t)snprintf(seen + used, SEEN_MAX - used, "%s ", text);
    }
}

/* Every word of it is in what was seen. */
static void assert_seen(const char *text)
{
    char copy[4096];
    snprintf(copy, sizeof copy, "%s", text);
    for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
        if (!strstr(seen, word))
            fail_msg("%dx%d at %d: \"%s\" is not to be seen", stage.app.width,
                     stage.app.height, app_scale(&stage.app), word);
}

static void assert_controls_apart(const struct draw_list *list)
{
    int count = draw_clickable_count(list);
    for (int i = 0; i < count; i++) {
        const struct draw *a = draw_clickable(list, i);
        if (a->rect.h > 0 &&
            !within(a->rect, stage.app.width, stage.app.height))
            fail_msg("%dx%d at %d: control %d lies outside", stage.app.width,
                     stage.app.height, app_scale(&stage.app), (int)a->msg.kind);
        for (int j = 0; j < i; j++) {
            const struct draw *b = draw_clickable(list, j);
            if (a->rect.h > 0 && b->rect.h > 0 && overlap(a->rect, b->rect))
                fail_msg("%dx%d at %d: controls %d and %d overlap",
                         stage.app.width, stage.app.height,
                         app_scale(&stage.app), (int)a->msg.kind,
                         (int)b->msg.kind);
        }
    }
}

static void assert_texts_within(const struct draw_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].kind == DRAW_TEXT &&
            !within(list->items[i].rect, stage.app.width, stage.app.height))
            fail_msg("%dx%d at %d: \"%s\" lies outside", stage.app.width,
                     stage.app.height, app_scale(&stage.app),
                     list->items[i].text);
}

/* Scrolls from the top to the bottom, and looks at every step. */
static void look_at_all(void)
{
    seen[0] = '\0';
    stage.app.scroll = 0;
    int most = stage_view(&stage)->scroll_max;
    for (int step = 0; step <= most; step++) {
        stage.app.scroll = step;
        const struct draw_list *list = stage_view(&stage);
        assert_int_equal(list->scroll_max, most);
        assert_controls_apart(list);
        assert_texts_within(list);
        remember_texts(list);
    }
    stage.app.scroll = 0;
}

static void the_front_of_a_card_is_whole_in_every_window(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    for (int i = 0; i < WINDOWS; i++) {
        set_window(i);
        look_at_all();
        assert_seen(stage.app.question.prompt);
    }
}

static void the_back_of_a_card_is_whole_in_every_window(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    stage_do(&stage, MSG_SHOW, 0);
    for (int i = 0; i < WINDOWS; i++) {
        set_window(i);
        look_at_all();
        assert_seen(stage.app.question.prompt);
        assert_seen(stage.app.question.answer);
        assert_seen(stage.app.question.why);
        assert_seen(stage.app.question.source);
        assert_seen("Again Hard Good Easy");
    }
}

static void a_choice_is_whole_in_every_window(void **state)
{
    (void)state;
    begin(FORM_CHOICE);
    for (int i = 0; i < WINDOWS; i++) {
        set_window(i);
        look_at_all();
        assert_seen(stage.app.question.prompt);
        for (int k = 0; k < stage.app.question.option_count; k++)
            assert_seen(stage.app.question.options[k].text);
        assert_seen("0 I do not know");
    }
}

static void a_judged_choice_is_whole_in_every_window(void **state)
{
    (void)state;
    begin(FORM_CHOICE);
    stage_do(&stage, MSG_CHOOSE, (stage.app.question.right + 1) % 3);
    for (int i = 0; i < WINDOWS; i++) {
        set_window(i);
        look_at_all();
        for (int k = 0; k < stage.app.question.option_count; k++)
            assert_seen(stage.app.question.options[k].text);
        assert_seen(stage.app.question.why);
        assert_seen(stage.app.question.source);
        assert_seen("Continue Space");
    }
}

static void a_typed_answer_is_whole_in_every_window(void **state)
{
    (void)state;
    begin(FORM_TYPED);
    stage_send(&stage,
               (struct msg){.kind = MSG_TEXT, .text = "The shrt Dniper"});
    for (int i = 0; i < WINDOWS; i++) {
        set_window(i);
        look_at_all();
        assert_seen(stage.app.question.prompt);
        assert_seen("The shrt Dniper Check Enter");
    }
    stage_do(&stage, MSG_CHECK, 0);
    assert_false(stage.app.knew);
    for (int i = 0; i < WINDOWS; i++) {
        set_window(i);
        look_at_all();
        assert_seen("The shrt Dniper");
        assert_seen(stage.app.question.answer);
        assert_seen(stage.app.question.why);
        assert_seen(stage.app.question.source);
        assert_seen("Your answer Right I was right Continue");
    }
}

static void the_end_is_whole_in_every_window(void **state)
{
    (void)state;
    begin(FORM_CHOICE);
    stage_do(&stage, MSG_CHOOSE, (stage.app.question.right + 1) % 3);
    stage_do(&stage, MSG_BACK, 0);
    assert_int_equal(stage.app.screen, SCREEN_END);
    for (int i = 0; i < WINDOWS; i++) {
        set_window(i);
        look_at_all();
        assert_seen("0 of 1 recalled One to look at again Returns Done this");
        assert_seen("Study it again A Undo Ctrl+Z Done Enter in 10 min");
    }
}

/* The rect of each option's row, 0 high while it is out of sight. */
static void rows_of(struct rect rows[OPTIONS_MAX])
{
    const struct draw_list *list = stage_view(&stage);
    for (int k = 0; k < stage.app.question.option_count; k++) {
        const struct draw *row =
            draw_control(list, (struct control){MSG_CHOOSE, k, 0});
        rows[k] = row ? row->rect : (struct rect){0, 0, 0, 0};
    }
}

static bool has_box(const struct draw_list *list, struct rect rect)
{
    for (size_t i = 0; i < list->count; i++) {
        struct rect r = list->items[i].rect;
        if (list->items[i].kind == DRAW_BOX && r.x == rect.x && r.y == rect.y &&
            r.w == rect.w && r.h == rect.h)
            return true;
    }
    return false;
}

static void rows_keep_their_place_when_the_answer_appears(void **state)
{
    (void)state;
    for (int i = 0; i < WINDOWS; i++) {
        struct rect rows[OPTIONS_MAX];
        set_window(i);
        begin(FORM_CHOICE);
        rows_of(rows);
        stage_do(&stage, MSG_CHOOSE, (stage.app.question.right + 1) % 3);
        const struct draw_list *list = stage_view(&stage);
        for (int k = 0; k < stage.app.question.option_count; k++)
            if (rows[k].h > 0 && !has_box(list, rows[k]))
                fail_msg("%dx%d at %d: row %d moved", windows[i].w,
                         windows[i].h, windows[i].scale, k + 1);
        stage_do(&stage, MSG_UNDO, 0);
    }
}

static void the_answer_keeps_the_place_of_the_button(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    for (int i = 0; i < WINDOWS; i++) {
        set_window(i);
        stage.app.phase = PHASE_ASKING;
        const struct draw *show =
            draw_control(stage_view(&stage), (struct control){MSG_SHOW, 0, 0});
        struct rect button = show->rect;
        stage.app.phase = PHASE_BACK;
        const struct draw *good = draw_control(
            stage_view(&stage), (struct control){MSG_GRADE, GRADE_GOOD, 0});
        assert_true(button.y >= good->rect.y);
        assert_true(button.y + button.h <= good->rect.y + good->rect.h);
    }
}

static void keys_scroll_no_further_than_there_is_something(void **state)
{
    (void)state;
    set_window(6);
    begin(FORM_FLIP);
    stage_do(&stage, MSG_SHOW, 0);
    int most = stage_view(&stage)->scroll_max;
    assert_true(most > 0);
    for (int i = 0; i < most + 5; i++)
        stage_press(&stage, KEY_DOWN, 0);
    assert_int_equal(stage.app.scroll, most);
    for (int i = 0; i < most + 5; i++)
        stage_press(&stage, KEY_UP, 0);
    assert_int_equal(stage.app.scroll, 0);
}

static void more_below_is_said_until_the_end_is_in_sight(void **state)
{
    (void)state;
    set_window(6);
    begin(FORM_FLIP);
    stage_do(&stage, MSG_SHOW, 0);
    struct control more = {MSG_SCROLL, 1, 0};
    assert_non_null(draw_control(stage_view(&stage), more));
    stage.app.scroll = stage_view(&stage)->scroll_max;
    assert_null(draw_control(stage_view(&stage), more));
}

static void arrows_bring_the_chosen_line_into_sight(void **state)
{
    (void)state;
    set_window(6);
    begin(FORM_CHOICE);
    for (int i = 0; i < 2 * stage.app.question.option_count; i++) {
        stage_press(&stage, KEY_DOWN, 0);
        struct control picked = {MSG_CHOOSE, stage.app.picked, 0};
        assert_true(draw_control(stage_view(&stage), picked)->rect.h > 0);
    }
}

static void tab_brings_a_hidden_row_into_sight(void **state)
{
    (void)state;
    set_window(6);
    begin(FORM_CHOICE);
    int count = draw_clickable_count(stage_view(&stage));
    for (int i = 0; i < count; i++) {
        stage_press(&stage, KEY_TAB, 0);
        const struct draw *item =
            draw_control(stage_view(&stage), stage.app.focus);
        if (stage.app.focus.kind == MSG_CHOOSE)
            assert_true(item && item->rect.h > 0);
    }
}

static void a_high_window_has_a_sheet_and_not_a_column(void **state)
{
    (void)state;
    set_window(11);
    begin(FORM_FLIP);
    const struct draw_list *list = stage_view(&stage);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].kind == DRAW_SHADOW) {
            struct rect sheet = list->items[i].rect;
            assert_int_equal(sheet.w, 816);
            assert_true(sheet.h <= sheet.w);
            assert_int_equal(2 * sheet.x + sheet.w, 3840);
        }
}

static void large_text_gives_up_words_for_room(void **state)
{
    (void)state;
    begin(FORM_FLIP);
    stage_do(&stage, MSG_SHOW, 0);
    stage_do(&stage, MSG_GRADE, GRADE_AGAIN);
    set_window(0);
    look_at_all();
    assert_seen("Undo left");
    set_window(5);
    look_at_all();
    assert_null(strstr(seen, "Undo "));
    assert_null(strstr(seen, " left"));
    assert_seen("Ctrl+Z 1 of");
}

static void a_deck_without_a_seal_has_no_empty_one(void **state)
{
    (void)state;
    stage_close(&stage);
    stage_open_deck(&stage, "[deck]\ntitle = Plain\n[card a]\nask = One?\n"
                            "answer = Two\nsource = Atlas\n");
    begin(FORM_FLIP);
    const struct draw_list *list = stage_view(&stage);
    int seals = 0;
    for (size_t i = 0; i < list->count; i++)
        seals += list->items[i].kind == DRAW_SEAL;
    assert_int_equal(seals, 1); /* the stage, in the foot */
}

static void intervals_are_said_briefly_where_room_is_short(void **state)
{
    (void)state;
    struct arena *arena = &stage.frame;
    assert_string_equal(words_interval_short(arena, .01), "in 14 min");
    assert_string_equal(words_interval_short(arena, 1), "tomorrow");
    assert_string_equal(words_interval_short(arena, 52), "in 52 d");
    assert_string_equal(words_interval_short(arena, 91), "in 3 mo");
    assert_string_equal(words_interval_short(arena, 800), "in 2 y");
}

static void numbers_to_twelve_are_words(void **state)
{
    (void)state;
    struct arena *arena = &stage.frame;
    assert_string_equal(words_number(arena, 4, true), "Four");
    assert_string_equal(words_number(arena, 12, false), "twelve");
    assert_string_equal(words_number(arena, 13, true), "13");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define LONG(test)                                                             \
    cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
#define RIVERS(test)                                                           \
    cmocka_unit_test_setup_teardown(test, open_rivers, close_stage)
        LONG(the_front_of_a_card_is_whole_in_every_window),
        LONG(the_back_of_a_card_is_whole_in_every_window),
        LONG(a_choice_is_whole_in_every_window),
        LONG(a_judged_choice_is_whole_in_every_window),
        LONG(a_typed_answer_is_whole_in_every_window),
        LONG(the_end_is_whole_in_every_window),
        LONG(rows_keep_their_place_when_the_answer_appears),
        RIVERS(rows_keep_their_place_when_the_answer_appears),
        LONG(the_answer_keeps_the_place_of_the_button),
        LONG(keys_scroll_no_further_than_there_is_something),
        LONG(more_below_is_said_until_the_end_is_in_sight),
        LONG(arrows_bring_the_chosen_line_into_sight),
        LONG(tab_brings_a_hidden_row_into_sight),
        LONG(a_high_window_has_a_sheet_and_not_a_column),
        RIVERS(large_text_gives_up_words_for_room),
        LONG(a_deck_without_a_seal_has_no_empty_one),
        LONG(intervals_are_said_briefly_where_room_is_short),
        LONG(numbers_to_twelve_are_words),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
