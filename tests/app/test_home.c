#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/stage.h"

enum { DECKS = 20, DAY_MS = 86400000 };

static struct play stage;

/* Twenty decks of rivers; the first one is that of the stage. */
static void know_many_decks(void)
{
    static struct source sources[DECKS];
    sources[0] = deck_text(&stage.arena, "rivers.ini", stage_deck);
    for (int i = 1; i < DECKS; i++) {
        const char *text = arena_printf(
            &stage.arena,
            "[deck]\ntitle = Rivers of a far land %d\nhome = Earth\n"
            "[river a%d]\nname = Ay %d\nlength = %d\nmouth = Sea %d\n"
            "source = Atlas\n"
            "[river b%d]\nname = Bee %d\nlength = %d\nmouth = Bay %d\n"
            "source = Atlas\n",
            i, i, i, 100 + i, i, i, i, 9000 + i, i);
        sources[i] = deck_text(
            &stage.arena, arena_printf(&stage.arena, "deck%d.ini", i), text);
    }
    stage.knowledge =
        knowledge_build(&stage.arena, sources, DECKS, &stage.problems);
    progress_init(&stage.progress, &stage.arena, stage.knowledge,
                  study_settings_default());
    app_init(&stage.app, stage.knowledge, &stage.problems, &stage.progress,
             &stage.sitting, stage_now(&stage));
}

static void know_nothing(void)
{
    stage.knowledge = knowledge_build(&stage.arena, NULL, 0, &stage.problems);
    progress_init(&stage.progress, &stage.arena, stage.knowledge,
                  study_settings_default());
    app_init(&stage.app, stage.knowledge, &stage.problems, &stage.progress,
             &stage.sitting, stage_now(&stage));
}

static int open_stage(void **state)
{
    (void)state;
    stage_open(&stage);
    return 0;
}

static int open_many(void **state)
{
    open_stage(state);
    know_many_decks();
    return 0;
}

static int close_stage(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static void size_to(int w, int h, int scale)
{
    stage.app.settings.values[SETTING_SCALE] = scale;
    stage_send(&stage, (struct msg){.kind = MSG_RESIZE, .x = w, .y = h});
}

/* Answers all of today, right, without the sittings. */
static void finish_the_day(void)
{
    struct app *app = &stage.app;
    for (int i = 0; i < app->plan.count; i++) {
        struct event review = {
            .kind = EVENT_REVIEW,
            .item = app->plan.entries[i].item->id,
            .at_ms = app->now.at_ms,
            .tz_min = app->now.tz_min,
            .study_day = moment_study_day(app->now),
            .grade = GRADE_GOOD,
            .share = 1,
        };
        progress_apply(&stage.progress, &review);
    }
    stage_do(&stage, MSG_TICK, 0);
}

static const struct draw *control(enum msg_kind kind, int number)
{
    return draw_control(stage_view(&stage), (struct control){kind, number, 0});
}

static const struct draw *text_that_has(const char *part)
{
    const struct draw_list *list = stage_view(&stage);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].kind == DRAW_TEXT && list->items[i].text &&
            strstr(list->items[i].text, part))
            return &list->items[i];
    return NULL;
}

static struct effect click_on(enum msg_kind kind, int number)
{
    struct rect r = control(kind, number)->rect;
    struct input press = {
        .kind = INPUT_PRESS, .x = r.x + r.w / 2, .y = r.y + r.h / 2};
    struct input click = press;
    click.kind = INPUT_CLICK;
    stage_send(&stage, app_message(&stage.app, stage_view(&stage), &press));
    return stage_send(&stage,
                      app_message(&stage.app, stage_view(&stage), &click));
}

static void enter_studies_what_all_decks_have(void **state)
{
    (void)state;
    stage_press(&stage, KEY_ENTER, 0);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    assert_null(stage.app.deck);
    assert_int_equal(stage.app.session.count, 8);
}

static void five_minutes_take_as_many_cards_as_fit(void **state)
{
    (void)state;
    stage.progress.settings.new_per_day = 30;
    stage_do(&stage, MSG_TICK, 0);
    assert_non_null(control(MSG_MINUTES, HOME_MINUTES));
    stage_press(&stage, '5', 0);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    /* an answer takes 15 seconds as long as the log is empty */
    assert_int_equal(stage.app.session.count, 20);
}

static void five_minutes_are_not_offered_where_all_fits_in_them(void **state)
{
    (void)state;
    assert_int_equal(stage.app.plan.count, 8);
    assert_null(control(MSG_MINUTES, HOME_MINUTES));
}

static void the_arrows_choose_a_deck_and_space_studies_it_alone(void **state)
{
    (void)state;
    stage_press(&stage, KEY_DOWN, 0);
    stage_press(&stage, KEY_DOWN, 0);
    stage_press(&stage, KEY_UP, 0);
    assert_int_equal(stage.app.deck_row, 1);

    stage_press(&stage, KEY_SPACE, 0);

    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    assert_ptr_equal(stage.app.deck, stage.knowledge->decks[1]);
    for (int i = 0; i < stage.app.session.count; i++)
        assert_ptr_equal(stage.app.session.entries[i].item->deck,
                         stage.knowledge->decks[1]);
    stage_press(&stage, KEY_ESCAPE, 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    assert_null(stage.app.deck);
    assert_int_equal(stage.app.plan.count, 8);
}

static void the_chosen_deck_is_in_sight_wherever_it_is(void **state)
{
    (void)state;
    size_to(640, 480, 100);
    for (int i = 1; i < DECKS; i++) {
        stage_press(&stage, KEY_DOWN, 0);
        assert_int_equal(stage.app.deck_row, i);
        assert_int_equal(control(MSG_DECK, i)->away, 0);
    }
    stage_press(&stage, KEY_DOWN, 0); /* there is none below */
    assert_int_equal(stage.app.deck_row, DECKS - 1);
    for (int i = DECKS - 2; i >= 0; i--) {
        stage_press(&stage, KEY_UP, 0);
        assert_int_equal(control(MSG_DECK, i)->away, 0);
    }
    assert_int_equal(stage.app.scroll, 0);
}

static void the_wheel_stops_at_both_ends_of_the_register(void **state)
{
    (void)state;
    size_to(900, 600, 100);
    struct input wheel = {.kind = INPUT_WHEEL, .y = 3};
    for (int i = 0; i < 60; i++)
        stage_send(&stage, app_message(&stage.app, stage_view(&stage), &wheel));
    int most = stage_view(&stage)->scroll_max;
    assert_true(most > 0);
    assert_int_equal(stage.app.scroll, most);
    assert_int_equal(control(MSG_DECK, DECKS - 1)->away, 0);
    assert_null(text_that_has("More below"));
    wheel.y = -3;
    for (int i = 0; i < 60; i++)
        stage_send(&stage, app_message(&stage.app, stage_view(&stage), &wheel));
    assert_int_equal(stage.app.scroll, 0);
    assert_non_null(text_that_has("More below"));
}

static void a_click_chooses_a_deck_and_another_one_studies_it(void **state)
{
    (void)state;
    click_on(MSG_DECK, 3);
    assert_int_equal(stage.app.deck_row, 3);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    click_on(MSG_DECK, 3);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    assert_ptr_equal(stage.app.deck, stage.knowledge->decks[3]);
}

static void the_hints_below_the_register_answer_a_click(void **state)
{
    (void)state;
    assert_non_null(control(MSG_READ_DECKS, 0));
    stage.app.deck_row = 2;
    click_on(MSG_DECK, -1);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    assert_ptr_equal(stage.app.deck, stage.knowledge->decks[2]);
}

static void a_deck_with_nothing_due_says_so(void **state)
{
    (void)state;
    struct plan plan;
    plan_make(&plan, stage.knowledge, &stage.progress,
              stage.knowledge->decks[1], stage.app.now);
    stage.app.plan = plan;
    finish_the_day();
    assert_true(stage.app.plan.count > 0); /* of the other decks */
    stage.app.deck_row = 1;
    stage.progress.settings.new_per_day = 2;
    stage_press(&stage, KEY_SPACE, 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    assert_non_null(text_that_has("Nothing is due in Rivers of a far land 1"));
}

static void when_nothing_is_due_more_new_ones_can_be_learned(void **state)
{
    (void)state;
    stage_press(&stage, 'n', 0); /* while there is something to do: not */
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    finish_the_day();
    assert_non_null(text_that_has("Kept for today"));
    assert_non_null(text_that_has("Nothing is due until tomorrow"));
    assert_null(control(MSG_DECK, 0));

    stage_press(&stage, 'n', 0);

    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    assert_int_equal(stage.app.session.count, HOME_MORE);
    for (int i = 0; i < HOME_MORE; i++)
        assert_true(stage.app.session.entries[i].is_new);
}

static void on_a_day_that_is_done_no_key_does_what_is_not_on_show(void **state)
{
    (void)state;
    finish_the_day();
    stage_press(&stage, KEY_SPACE, 0);
    stage_press(&stage, KEY_DOWN, 0);
    stage_press(&stage, KEY_ENTER, 0);
    stage_press(&stage, '5', 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    assert_int_equal(stage.app.deck_row, 0);
}

static void without_decks_the_folder_is_opened_and_read_again(void **state)
{
    (void)state;
    know_nothing();
    assert_non_null(text_that_has("No decks yet"));
    assert_int_equal(stage_press(&stage, KEY_ENTER, 0).kind,
                     EFFECT_OPEN_FOLDER);
    assert_int_equal(stage_press(&stage, 'o', 0).kind, EFFECT_OPEN_FOLDER);
    assert_int_equal(click_on(MSG_OPEN_FOLDER, 0).kind, EFFECT_OPEN_FOLDER);
    struct input f5 = {.kind = INPUT_KEY, .key = KEY_F1 + 4};
    struct msg msg = app_message(&stage.app, stage_view(&stage), &f5);
    assert_int_equal(update(&stage.app, &msg).kind, EFFECT_READ_DECKS);
}

static void the_folder_is_named_where_decks_are_let_go(void **state)
{
    (void)state;
    know_nothing();
    stage.app.decks_folder = "~/.local/share/pacta/decks";
    assert_non_null(text_that_has("ends in .ini"));
    struct effect effect = stage_send(
        &stage, (struct msg){.kind = MSG_DROP, .text = "/tmp/rivers.ini"});
    assert_int_equal(effect.kind, EFFECT_ADD_DECK);
    assert_string_equal(stage.app.dropped, "/tmp/rivers.ini");
}

static void decks_that_were_read_again_are_counted_anew(void **state)
{
    (void)state;
    stage.app.deck_row = 7;
    know_nothing();
    know_many_decks();
    stage.app.deck_row = DECKS + 5;
    stage_do(&stage, MSG_DECKS_READ, 0);
    assert_int_equal(stage.app.deck_row, DECKS - 1);
    assert_non_null(text_that_has("20 decks read"));
    stage_send(&stage, (struct msg){.kind = MSG_DECKS_READ,
                                    .text = "The folder cannot be read"});
    assert_non_null(text_that_has("The folder cannot be read"));
}

static void mistakes_in_the_decks_are_one_line_that_leads_to_them(void **state)
{
    (void)state;
    assert_null(control(MSG_GO, SCREEN_MISTAKES));
    for (int i = 0; i < 2; i++)
        problems_add(&stage.problems, PROBLEM_ERROR, "rivers.ini", 3 + i,
                     "date", "write another", "a date that is none");
    assert_non_null(text_that_has("2 mistakes in the decks"));
    assert_non_null(control(MSG_GO, SCREEN_MISTAKES));
    stage_press(&stage, 'w', 0);
    assert_int_equal(stage.app.screen, SCREEN_MISTAKES);
}

static void the_bars_grow_once_and_never_again(void **state)
{
    (void)state;
    stage_do(&stage, MSG_SHOWN, 0);
    assert_true(motion_runs(&stage.app));
    stage_do(&stage, MSG_TICK, 0);
    assert_false(motion_runs(&stage.app));
    stage_do(&stage, MSG_SHOWN, 0);
    assert_false(stage.app.motions[MOTION_GROW].runs);
    stage_press(&stage, KEY_ENTER, 0);
    stage_press(&stage, KEY_ESCAPE, 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    assert_false(stage.app.motions[MOTION_GROW].runs);
}

static void with_reduced_motion_nothing_grows(void **state)
{
    (void)state;
    stage.app.settings.values[SETTING_MOTION] = 0;
    stage_do(&stage, MSG_SHOWN, 0);
    assert_false(motion_runs(&stage.app));
}

static void tab_goes_on_from_the_main_button(void **state)
{
    (void)state;
    stage.progress.settings.new_per_day = 30;
    stage_do(&stage, MSG_TICK, 0);
    stage_press(&stage, KEY_TAB, 0);
    assert_int_equal(stage.app.focus.kind, MSG_MINUTES);
    stage_press(&stage, KEY_TAB, MOD_SHIFT);
    assert_int_equal(stage.app.focus.kind, MSG_STUDY);
}

static void a_new_day_is_counted_and_the_focus_stays(void **state)
{
    (void)state;
    stage_press(&stage, KEY_TAB, 0);
    struct control focus = stage.app.focus;
    stage_do(&stage, MSG_FINISH, 0); /* the ring is there */
    int wait = app_wait_ms(&stage.app);
    assert_in_range(wait, 1, DAY_MS); /* until four in the morning */
    stage.mono_ms += wait;
    stage_do(&stage, MSG_HOVER, 0);
    assert_memory_equal(&stage.app.focus, &focus, sizeof focus);
    assert_non_null(text_that_has("Tuesday, 24 November 2026"));
}

static void a_row_of_days_is_said_in_words_up_to_twelve(void **state)
{
    (void)state;
    struct arena *arena = &stage.frame;
    assert_string_equal(home_streak(arena, 0), "");
    assert_string_equal(home_streak(arena, 1), "One day");
    assert_string_equal(home_streak(arena, 2), "Two days in a row");
    assert_string_equal(home_streak(arena, 12), "Twelve days in a row");
    assert_string_equal(home_streak(arena, 13), "13 days in a row");
}

static void a_deck_says_what_kinds_of_subjects_it_has(void **state)
{
    (void)state;
    assert_string_equal(home_contents(&stage.frame, &stage.app, 0, false),
                        "5 rivers, 10 facts");
    assert_string_equal(home_contents(&stage.frame, &stage.app, 0, true),
                        "5 subjects, 10 facts");
}

static bool apart(struct rect a, struct rect b)
{
    return a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y ||
           b.y + b.h <= a.y;
}

static void expect_whole(const struct draw_list *list, int w, int h)
{
    for (int i = 0; i < draw_clickable_count(list); i++) {
        const struct draw *item = draw_clickable(list, i);
        struct rect r = item->rect;
        assert_true(r.h > 0 || item->away != 0);
        if (r.h == 0) /* it comes into sight when Tab reaches it */
            continue;
        assert_true(r.x >= 0 && r.y >= 0 && r.x + r.w <= w && r.y + r.h <= h);
        for (int j = 0; j < i; j++)
            if (draw_clickable(list, j)->rect.h > 0)
                assert_true(apart(r, draw_clickable(list, j)->rect));
    }
    for (size_t i = 0; i < list->count; i++) {
        struct rect r = list->items[i].rect;
        if (list->items[i].kind == DRAW_TEXT)
            assert_true(r.x >= 0 && r.x + r.w <= w);
    }
}

static void nothing_leaves_the_window_or_lies_over_another(void **state)
{
    static const struct {
        int w, h, scale;
    } sizes[] = {
        {640, 480, 100},   {900, 600, 100},   {1280, 800, 100},
        {1280, 800, 125},  {1280, 800, 150},  {1280, 800, 175},
        {1280, 800, 200},  {1280, 480, 100},  {1920, 1080, 100},
        {1920, 1080, 150}, {3840, 2160, 100}, {3840, 2160, 200},
    };
    (void)state;
    for (int kind = 0; kind < 3; kind++) {
        if (kind == 1)
            finish_the_day();
        if (kind == 2)
            know_nothing();
        stage.problems.errors = 3;
        stage.app.saves_nothing = true;
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
            size_to(sizes[i].w, sizes[i].h, sizes[i].scale);
            expect_whole(stage_view(&stage), sizes[i].w, sizes[i].h);
        }
    }
}

static void the_page_has_a_spine_a_rail_or_a_head_bar(void **state)
{
    (void)state;
    size_to(1280, 800, 100);
    assert_non_null(text_that_has("Full screen"));
    assert_non_null(control(MSG_FULL_SCREEN, 0));
    size_to(900, 600, 100);
    assert_null(text_that_has("Full screen"));
    assert_non_null(control(MSG_GO, SCREEN_SETTINGS));
    assert_non_null(control(MSG_HELP, 0));
    size_to(640, 480, 100);
    assert_null(control(MSG_GO, SCREEN_SETTINGS));
    assert_non_null(control(MSG_MENU, 0));
    size_to(1280, 800, 200);
    assert_non_null(control(MSG_MENU, 0));
}

/* In the smallest window with the largest text, what is due comes first. */
static void given_no_room_for_decks_none_lie_over_what_is_due(void **state)
{
    (void)state;
    size_to(640, 480, 200);
    assert_false(stage_reads(&stage, "choose a deck"));
    size_to(640, 480, 100);
    assert_true(stage_reads(&stage, "choose a deck"));
}

int main(void)
{
#define ON_STAGE(test)                                                         \
    cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
#define WITH_MANY(test)                                                        \
    cmocka_unit_test_setup_teardown(test, open_many, close_stage)
    const struct CMUnitTest tests[] = {
        WITH_MANY(enter_studies_what_all_decks_have),
        WITH_MANY(five_minutes_take_as_many_cards_as_fit),
        ON_STAGE(five_minutes_are_not_offered_where_all_fits_in_them),
        WITH_MANY(the_arrows_choose_a_deck_and_space_studies_it_alone),
        WITH_MANY(the_chosen_deck_is_in_sight_wherever_it_is),
        WITH_MANY(the_wheel_stops_at_both_ends_of_the_register),
        WITH_MANY(a_click_chooses_a_deck_and_another_one_studies_it),
        WITH_MANY(the_hints_below_the_register_answer_a_click),
        WITH_MANY(a_deck_with_nothing_due_says_so),
        WITH_MANY(when_nothing_is_due_more_new_ones_can_be_learned),
        WITH_MANY(on_a_day_that_is_done_no_key_does_what_is_not_on_show),
        ON_STAGE(without_decks_the_folder_is_opened_and_read_again),
        ON_STAGE(the_folder_is_named_where_decks_are_let_go),
        ON_STAGE(decks_that_were_read_again_are_counted_anew),
        ON_STAGE(mistakes_in_the_decks_are_one_line_that_leads_to_them),
        ON_STAGE(the_bars_grow_once_and_never_again),
        ON_STAGE(with_reduced_motion_nothing_grows),
        WITH_MANY(tab_goes_on_from_the_main_button),
        WITH_MANY(a_new_day_is_counted_and_the_focus_stays),
        ON_STAGE(a_row_of_days_is_said_in_words_up_to_twelve),
        ON_STAGE(a_deck_says_what_kinds_of_subjects_it_has),
        WITH_MANY(nothing_leaves_the_window_or_lies_over_another),
        ON_STAGE(the_page_has_a_spine_a_rail_or_a_head_bar),
        ON_STAGE(given_no_room_for_decks_none_lie_over_what_is_due),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
