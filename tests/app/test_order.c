/* An order, from the first strip that is lifted to the next question. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/keys.h"
#include "app/laying.h"
#include "app/stage.h"

static const char bridges[] =
    "[kind bridge]\nlabel = bridge\nplural = bridges\ntitle = name\n"
    "[field bridge.opened]\ntype = date\ncomplete = yes\nlabel = Opened\n"
    "ask = When was {title} opened?\n"
    "[deck]\ntitle = Bridges\nseal = \xe6\xa9\x8b BR\n"
    "[bridge forth]\nname = Forth\nopened = 1890-03-04\nsource = Atlas\n"
    "[bridge tower]\nname = Tower\nopened = 1894-06-30\nsource = Atlas\n"
    "[bridge sydney]\nname = Sydney\nopened = 1932-03-19\nsource = Atlas\n"
    "[bridge severn]\nname = Severn\nopened = 1966-09-08\nsource = Atlas\n"
    "[bridge humber]\nname = Humber\nopened = 1981-07-17\nsource = Atlas\n";

static struct play stage;

static int open_bridges(void **state)
{
    (void)state;
    stage_open_deck(&stage, bridges);
    stage.app.form = FORM_ORDER;
    stage_press(&stage, KEY_ENTER, 0);
    return stage.app.question.request.form == FORM_ORDER ? 0 : -1;
}

static int close_bridges(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static const struct laying *laying(void)
{
    return &stage.app.laying;
}

static int parts(void)
{
    return stage.app.question.part_count;
}

static bool stands(const int *parts_in_order)
{
    for (int k = 0; k < parts(); k++)
        if (laying()->at[k] != parts_in_order[k])
            return false;
    return true;
}

/* Lifts each strip that belongs in a place and lays it there. */
static void put_in_order(void)
{
    for (int k = 0; k < parts(); k++)
        for (int from = k; from < parts(); from++)
            if (laying()->at[from] == stage.app.question.places[k]) {
                stage_press(&stage, '1' + from, 0);
                stage_press(&stage, '1' + k, 0);
                stage_press(&stage, KEY_SPACE, 0);
                break;
            }
}

static struct rect strip(int place)
{
    const struct draw *item =
        draw_control(stage_view(&stage), (struct control){MSG_STRIP, place, 0});
    assert_non_null(item);
    return item->rect;
}

static void point(enum input_kind kind, int x, int y)
{
    struct input input = {.kind = kind, .x = x, .y = y};
    stage_send(&stage, app_message(&stage.app, stage_view(&stage), &input));
}

static void click_on(struct rect rect)
{
    int x = rect.x + rect.w / 2;
    int y = rect.y + rect.h / 2;
    point(INPUT_POINT, x, y);
    point(INPUT_PRESS, x, y);
    point(INPUT_CLICK, x, y);
}

static void space_lifts_the_strip_under_the_arrows(void **state)
{
    (void)state;
    stage_press(&stage, KEY_DOWN, 0);
    stage_press(&stage, KEY_DOWN, 0);
    assert_int_equal(stage.app.picked, 1);

    stage_press(&stage, KEY_SPACE, 0);

    assert_int_equal(laying()->lifted, 1);
    assert_true(stage_reads(&stage, "put down"));
    stage_press(&stage, KEY_SPACE, 0);
    assert_int_equal(laying()->lifted, -1);
    assert_int_equal(stage.app.picked, 1);
}

static void arrows_move_what_is_lifted_as_far_as_the_ends(void **state)
{
    (void)state;
    static const int moved[] = {1, 2, 0, 3, 4};
    stage_press(&stage, KEY_SPACE, 0);
    stage_press(&stage, KEY_UP, 0);
    assert_int_equal(laying()->lifted, 0);
    stage_press(&stage, KEY_DOWN, 0);
    stage_press(&stage, KEY_DOWN, 0);
    assert_int_equal(laying()->lifted, 2);
    assert_true(stands(moved));
    for (int i = 0; i < 9; i++)
        stage_press(&stage, KEY_DOWN, 0);
    assert_int_equal(laying()->lifted, parts() - 1);
    assert_int_equal(laying()->at[parts() - 1], 0);
}

static void numbers_lift_and_then_place(void **state)
{
    (void)state;
    static const int moved[] = {2, 0, 1, 3, 4};
    stage_press(&stage, '3', 0);
    assert_int_equal(laying()->lifted, 2);

    stage_press(&stage, '1', 0);

    assert_int_equal(laying()->lifted, 0);
    assert_true(stands(moved));
}

static void a_lifted_strip_stands_out_and_has_arrows(void **state)
{
    (void)state;
    struct rect place = strip(1);
    stage_press(&stage, '2', 0);
    const struct draw_list *list = stage_view(&stage);
    bool found = false;
    for (size_t i = 0; i < list->count; i++) {
        const struct draw *item = &list->items[i];
        found |= item->kind == DRAW_BOX && item->rect.y == place.y - 5 &&
                 item->rect.h == place.h && item->color == TOKEN_INK;
    }
    assert_true(found);
    assert_non_null(draw_control(list, (struct control){MSG_MOVE, -1, 0}));

    click_on(draw_control(list, (struct control){MSG_MOVE, 1, 0})->rect);

    assert_int_equal(laying()->lifted, 2);
    assert_int_equal(laying()->at[2], 1);
}

static void at_an_end_there_is_no_arrow_further(void **state)
{
    (void)state;
    stage_press(&stage, '1', 0);
    const struct draw_list *list = stage_view(&stage);
    assert_null(draw_control(list, (struct control){MSG_MOVE, -1, 0}));
    assert_non_null(draw_control(list, (struct control){MSG_MOVE, 1, 0}));
}

static void a_click_lifts_and_the_next_lays_it_there(void **state)
{
    (void)state;
    static const int moved[] = {1, 2, 0, 3, 4};
    click_on(strip(0));
    assert_int_equal(laying()->lifted, 0);

    click_on(strip(2));

    assert_int_equal(laying()->lifted, -1);
    assert_true(stands(moved));
}

static void a_second_click_puts_it_down_where_it_was(void **state)
{
    (void)state;
    static const int same[] = {0, 1, 2, 3, 4};
    click_on(strip(1));
    click_on(strip(1));
    assert_int_equal(laying()->lifted, -1);
    assert_true(stands(same));
}

static void
a_strip_goes_with_the_pointer_and_lies_where_it_is_let_go(void **state)
{
    (void)state;
    static const int moved[] = {1, 2, 0, 3, 4};
    struct rect from = strip(0);
    struct rect to = strip(2);
    int x = from.x + 30;
    int y = from.y + 4; /* taken hold of near its edge */
    point(INPUT_PRESS, x, y);
    point(INPUT_POINT, x, y + 10);
    assert_int_equal(laying()->lifted, 0);
    assert_int_equal(laying()->drag_px, 10);
    point(INPUT_POINT, x, to.y + 4 + 3);
    assert_int_equal(laying()->lifted, 2);
    assert_int_equal(laying()->drag_px, 3);

    point(INPUT_CLICK, x + 900, to.y + 7);

    assert_int_equal(laying()->lifted, -1);
    assert_int_equal(laying()->drag_px, 0);
    assert_true(stands(moved));
}

static void a_hand_that_trembles_drags_nothing(void **state)
{
    (void)state;
    struct rect from = strip(1);
    point(INPUT_PRESS, from.x + 9, from.y + 9);
    point(INPUT_POINT, from.x + 10, from.y + 12);
    assert_int_equal(laying()->lifted, -1);

    point(INPUT_CLICK, from.x + 10, from.y + 12);

    assert_int_equal(laying()->lifted, 1); /* it was a click */
}

static void all_in_place_is_said_and_kept(void **state)
{
    (void)state;
    put_in_order();

    stage_press(&stage, KEY_ENTER, 0);

    assert_int_equal(stage.app.phase, PHASE_FEEDBACK);
    assert_true(stage.app.knew);
    assert_true(stage.saved >= 1);
    assert_true(stage_reads(&stage, "Earliest first. All "));
    assert_true(stage_reads(&stage, stage.app.question.parts[0].value));

    /* One order of n! is right by chance. */
    double orders = 1;
    for (int n = 2; n <= parts(); n++)
        orders *= n;
    assert_int_equal(stage.app.pending.count, parts());
    for (int i = 0; i < parts(); i++) {
        assert_int_equal(stage.app.pending.events[i].grade, GRADE_GOOD);
        assert_true(stage.app.pending.events[i].chance == 1 / orders);
    }
}

static void a_wrong_place_is_struck_out_beside_the_right_one(void **state)
{
    (void)state;
    put_in_order();
    stage_press(&stage, '1', 0);
    stage_press(&stage, '2', 0);

    stage_press(&stage, KEY_ENTER, 0);

    assert_int_equal(laying()->lifted, -1);
    assert_false(stage.app.knew);
    assert_int_equal(laying_right_count(&stage.app), parts() - 2);
    const struct draw_list *list = stage_view(&stage);
    int strokes = 0;
    for (size_t i = 0; i < list->count; i++)
        strokes += list->items[i].kind == DRAW_STRIKE;
    assert_int_equal(strokes, 2);

    /* What is in its place may be there by chance, one of n; the rest fails. */
    for (int i = 0; i < parts(); i++) {
        const struct event *event = &stage.app.pending.events[i];
        bool moved = i == stage.app.question.places[0] ||
                     i == stage.app.question.places[1];
        assert_int_equal(event->grade, moved ? GRADE_AGAIN : GRADE_GOOD);
        assert_true(event->chance == 1.0 / parts());
    }
}

static void strips_stay_where_they_are_when_the_answer_comes(void **state)
{
    (void)state;
    struct rect before[PARTS_MAX];
    for (int k = 0; k < parts(); k++)
        before[k] = strip(k);

    stage_press(&stage, KEY_ENTER, 0);

    const struct draw_list *list = stage_view(&stage);
    for (int k = 0; k < parts(); k++) {
        bool found = false;
        for (size_t i = 0; i < list->count; i++)
            found |=
                list->items[i].kind == DRAW_BOX &&
                memcmp(&list->items[i].rect, &before[k], sizeof before[k]) == 0;
        assert_true(found);
    }
}

static void not_known_shows_where_each_belongs(void **state)
{
    (void)state;
    stage_press(&stage, '0', 0);
    assert_int_equal(stage.app.phase, PHASE_FEEDBACK);
    assert_false(stage.app.knew);
    assert_int_equal(laying_answered_as(&stage.app, 0), ANSWERED_OTHER);
    assert_true(stage_reads(&stage, "The numbers show"));
}

static void enter_on_a_strip_with_the_ring_lifts_it(void **state)
{
    (void)state;
    for (int i = 0; i < 9 && stage.app.focus.kind != MSG_STRIP; i++)
        stage_press(&stage, KEY_TAB, 0);
    int place = stage.app.focus.number;
    stage_press(&stage, KEY_ENTER, 0);
    assert_int_equal(laying()->lifted, place);
    assert_int_equal(stage.app.phase, PHASE_ASKING);
}

static void dates_are_not_shown_before_the_answer(void **state)
{
    (void)state;
    for (int i = 0; i < parts(); i++)
        assert_false(stage_reads(&stage, stage.app.question.parts[i].value));
}

static void what_was_scrolled_away_comes_into_sight(void **state)
{
    (void)state;
    stage.app.settings.values[SETTING_SCALE] = 200;
    stage_send(&stage, (struct msg){.kind = MSG_RESIZE, .x = 640, .y = 480});
    assert_int_equal(strip(parts() - 1).h, 0);
    stage_press(&stage, KEY_UP, 0);
    assert_int_equal(stage.app.picked, parts() - 1);
    assert_true(strip(parts() - 1).h > 0);
}

static void the_next_question_begins_as_it_is_shown(void **state)
{
    (void)state;
    static const int same[] = {0, 1, 2, 3, 4};
    stage_press(&stage, '1', 0);
    stage_press(&stage, '2', 0);
    stage_press(&stage, KEY_ENTER, 0);

    stage_press(&stage, KEY_SPACE, 0);

    assert_int_equal(stage.app.phase, PHASE_ASKING);
    assert_true(stands(same));
    assert_int_equal(stage.app.picked, -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define BRIDGES(test)                                                          \
    cmocka_unit_test_setup_teardown(test, open_bridges, close_bridges)
        BRIDGES(space_lifts_the_strip_under_the_arrows),
        BRIDGES(arrows_move_what_is_lifted_as_far_as_the_ends),
        BRIDGES(numbers_lift_and_then_place),
        BRIDGES(a_lifted_strip_stands_out_and_has_arrows),
        BRIDGES(at_an_end_there_is_no_arrow_further),
        BRIDGES(a_click_lifts_and_the_next_lays_it_there),
        BRIDGES(a_second_click_puts_it_down_where_it_was),
        BRIDGES(a_strip_goes_with_the_pointer_and_lies_where_it_is_let_go),
        BRIDGES(a_hand_that_trembles_drags_nothing),
        BRIDGES(all_in_place_is_said_and_kept),
        BRIDGES(a_wrong_place_is_struck_out_beside_the_right_one),
        BRIDGES(strips_stay_where_they_are_when_the_answer_comes),
        BRIDGES(not_known_shows_where_each_belongs),
        BRIDGES(enter_on_a_strip_with_the_ring_lifts_it),
        BRIDGES(dates_are_not_shown_before_the_answer),
        BRIDGES(what_was_scrolled_away_comes_into_sight),
        BRIDGES(the_next_question_begins_as_it_is_shown),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
