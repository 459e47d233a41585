/* A match, from its first number to the next question. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/keys.h"
#include "app/laying.h"
#include "app/stage.h"
#include "app/update.h"

static struct play stage;

static int open_rivers(void **state)
{
    (void)state;
    stage_open(&stage);
    stage.app.form = FORM_MATCH;
    stage_press(&stage, KEY_ENTER, 0);
    return stage.app.question.request.form == FORM_MATCH ? 0 : -1;
}

static int close_rivers(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static const struct laying *laying(void)
{
    return &stage.app.laying;
}

static bool offers(enum msg_kind kind, int number)
{
    return draw_control(stage_view(&stage), (struct control){kind, number, 0});
}

/* The row on the right that belongs to a part. */
static int right_of(int part)
{
    int k = 0;
    while (stage.app.question.places[k] != part)
        k++;
    return k;
}

static int parts(void)
{
    return stage.app.question.part_count;
}

static void join(int part, int k)
{
    stage_press(&stage, '1' + part, 0);
    stage_press(&stage, 'a' + k, 0);
}

static void join_all(void)
{
    for (int i = 0; i < parts(); i++)
        join(i, right_of(i));
}

static void click(int x, int y)
{
    static const enum input_kind kinds[] = {INPUT_POINT, INPUT_PRESS,
                                            INPUT_CLICK};
    for (int i = 0; i < 3; i++) {
        struct input input = {.kind = kinds[i], .x = x, .y = y};
        stage_send(&stage, app_message(&stage.app, stage_view(&stage), &input));
    }
}

static void click_on(enum msg_kind kind, int number)
{
    const struct draw *item =
        draw_control(stage_view(&stage), (struct control){kind, number, 0});
    assert_non_null(item);
    click(item->rect.x + item->rect.w / 2, item->rect.y + item->rect.h / 2);
}

static void a_number_then_a_letter_are_joined(void **state)
{
    (void)state;
    stage_press(&stage, '2', 0);
    assert_int_equal(laying()->left, 1);
    assert_true(stage_reads(&stage, "Now 2: which letter belongs to it?"));

    stage_press(&stage, 'c', 0);

    assert_int_equal(laying()->joined[1], 2);
    assert_int_equal(laying()->left, -1);
}

static void a_letter_then_a_number_are_joined_as_well(void **state)
{
    (void)state;
    stage_press(&stage, 'b', 0);
    assert_int_equal(laying()->right, 1);
    assert_true(stage_reads(&stage, "Now B: which number belongs to it?"));

    stage_press(&stage, '3', 0);

    assert_int_equal(laying()->joined[2], 1);
    assert_int_equal(laying()->right, -1);
}

static void b_is_a_letter_here_and_sets_nothing_aside(void **state)
{
    (void)state;
    const char *item = stage.app.question.request.item->id;
    stage_press(&stage, 'b', 0);
    assert_string_equal(stage.app.question.request.item->id, item);
    assert_int_equal(stage.saved, 0);
}

static void a_letter_that_is_taken_comes_along(void **state)
{
    (void)state;
    join(0, 1);
    join(2, 1);
    assert_int_equal(laying()->joined[0], -1);
    assert_int_equal(laying()->joined[2], 1);
}

static void a_part_that_is_joined_takes_another_letter(void **state)
{
    (void)state;
    join(0, 1);
    join(0, 2);
    assert_int_equal(laying()->joined[0], 2);
    assert_int_equal(laying_left_to_match(&stage.app), parts() - 1);
}

static void backspace_takes_what_waits_first_then_the_last_pair(void **state)
{
    (void)state;
    join(0, 1);
    join(1, 0);
    stage_press(&stage, '3', 0);

    stage_press(&stage, KEY_BACKSPACE, 0);
    assert_int_equal(laying()->left, -1);
    assert_int_equal(laying()->joined[1], 0);
    stage_press(&stage, KEY_BACKSPACE, 0);
    assert_int_equal(laying()->joined[1], -1);
    assert_int_equal(laying()->joined[0], 1);
    stage_press(&stage, KEY_BACKSPACE, 0);
    assert_int_equal(laying()->joined[0], -1);
    stage_press(&stage, KEY_BACKSPACE, 0);
    assert_int_equal(laying_left_to_match(&stage.app), parts());
}

static void it_says_how_many_are_left_until_it_can_be_checked(void **state)
{
    (void)state;
    static const char *const says[] = {"One", "Two", "Three", "Four"};
    for (int i = 0; i < parts(); i++) {
        char text[40];
        snprintf(text, sizeof text, "%s left to match", says[parts() - i - 1]);
        assert_true(stage_reads(&stage, text));
        assert_false(offers(MSG_CHECK, 0));
        join(i, right_of(i));
    }
    assert_false(stage_reads(&stage, "left to match"));
    assert_true(offers(MSG_CHECK, 0));
}

static void the_last_pair_is_not_joined_by_itself(void **state)
{
    (void)state;
    for (int i = 0; i < parts() - 1; i++)
        join(i, right_of(i));
    assert_int_equal(laying_left_to_match(&stage.app), 1);
}

static void enter_checks_nothing_before_all_are_joined(void **state)
{
    (void)state;
    join(0, right_of(0));
    stage_do(&stage, MSG_CHECK, 0);
    assert_int_equal(stage.app.phase, PHASE_ASKING);
    assert_int_equal(stage.saved, 0);
}

static void all_right_is_said_and_kept(void **state)
{
    (void)state;
    join_all();

    stage_press(&stage, KEY_ENTER, 0);

    assert_int_equal(stage.app.phase, PHASE_FEEDBACK);
    assert_true(stage.app.knew);
    assert_true(stage.saved >= 1);
    assert_int_equal(laying_right_count(&stage.app), parts());
    assert_true(stage_reads(&stage, "All "));
    assert_true(stage_reads(&stage, " are right."));

    /* Of so many letters one is right by chance, for each of the pairs. */
    assert_int_equal(stage.app.pending.count, parts());
    for (int i = 0; i < parts(); i++) {
        const struct event *event = &stage.app.pending.events[i];
        assert_int_equal(event->grade, GRADE_GOOD);
        assert_true(event->chance == 1.0 / parts());
    }
}

static void a_pair_mistaken_is_struck_out_with_the_right_letter(void **state)
{
    (void)state;
    for (int i = 0; i < parts(); i++)
        join(i, right_of(i < 2 ? 1 - i : i));

    stage_press(&stage, KEY_ENTER, 0);

    assert_false(stage.app.knew);
    assert_int_equal(laying_right_count(&stage.app), parts() - 2);
    assert_int_equal(laying_answered_as(&stage.app, 0), ANSWERED_WRONG);
    assert_int_equal(laying_answered_as(&stage.app, 2), ANSWERED_RIGHT);
    const struct draw_list *list = stage_view(&stage);
    int strokes = 0;
    for (size_t i = 0; i < list->count; i++)
        strokes += list->items[i].kind == DRAW_STRIKE;
    assert_int_equal(strokes, 2);
    assert_true(stage_reads(&stage, stage.app.question.parts[0].value));

    assert_int_equal(stage.app.pending.count, parts());
    for (int i = 0; i < parts(); i++) {
        const struct event *event = &stage.app.pending.events[i];
        assert_int_equal(event->grade, i < 2 ? GRADE_AGAIN : GRADE_GOOD);
        assert_true(event->chance == 1.0 / parts());
    }
}

static void rows_stay_where_they_are_when_the_answer_comes(void **state)
{
    (void)state;
    struct rect before[PARTS_MAX];
    const struct draw_list *list = stage_view(&stage);
    for (int i = 0; i < parts(); i++)
        before[i] = draw_control(list, (struct control){MSG_LEFT, i, 0})->rect;
    join_all();

    stage_press(&stage, KEY_ENTER, 0);

    list = stage_view(&stage);
    for (int i = 0; i < parts(); i++) {
        bool found = false;
        for (size_t j = 0; j < list->count; j++)
            found |=
                list->items[j].kind == DRAW_BOX &&
                memcmp(&list->items[j].rect, &before[i], sizeof before[i]) == 0;
        assert_true(found);
    }
}

static void not_known_shows_what_belongs_together(void **state)
{
    (void)state;
    join(0, right_of(1));

    stage_press(&stage, '0', 0);

    assert_int_equal(stage.app.phase, PHASE_FEEDBACK);
    assert_false(stage.app.knew);
    assert_int_equal(laying_answered_as(&stage.app, 0), ANSWERED_OTHER);
    assert_int_equal(laying_right_count(&stage.app), 0);
    assert_true(stage_reads(&stage, "The letters show"));
}

static void arrows_reach_every_row_of_both_sides(void **state)
{
    (void)state;
    stage_press(&stage, KEY_DOWN, 0);
    assert_int_equal(stage.app.focus.kind, MSG_LEFT);
    assert_int_equal(stage.app.focus.number, 0);
    stage_press(&stage, KEY_ENTER, 0);
    assert_int_equal(laying()->left, 0);
    stage_press(&stage, KEY_RIGHT, 0);
    assert_int_equal(stage.app.focus.kind, MSG_RIGHT);
    stage_press(&stage, KEY_UP, 0);
    assert_int_equal(stage.app.focus.number, parts() - 1);

    stage_press(&stage, KEY_SPACE, 0);

    assert_int_equal(laying()->joined[0], parts() - 1);
    assert_int_equal(stage.app.focus.kind, MSG_LEFT);
    assert_int_equal(stage.app.focus.number, 1);
}

static void tab_reaches_every_row(void **state)
{
    (void)state;
    bool met[2][PARTS_MAX] = {{false}};
    for (int i = 0; i < 40; i++) {
        stage_press(&stage, KEY_TAB, 0);
        if (stage.app.focus.kind == MSG_LEFT)
            met[0][stage.app.focus.number] = true;
        if (stage.app.focus.kind == MSG_RIGHT)
            met[1][stage.app.focus.number] = true;
    }
    for (int i = 0; i < parts(); i++)
        assert_true(met[0][i] && met[1][i]);
}

static void the_pointer_joins_in_either_order(void **state)
{
    (void)state;
    click_on(MSG_LEFT, 0);
    click_on(MSG_RIGHT, 1);
    click_on(MSG_RIGHT, 0);
    click_on(MSG_LEFT, 1);
    assert_int_equal(laying()->joined[0], 1);
    assert_int_equal(laying()->joined[1], 0);
}

static void a_second_click_takes_the_first_back(void **state)
{
    (void)state;
    click_on(MSG_LEFT, 0);
    click_on(MSG_LEFT, 0);
    assert_int_equal(laying()->left, -1);
}

static void a_scrolled_row_is_reached_by_tab_and_comes_into_sight(void **state)
{
    (void)state;
    stage.app.settings.values[SETTING_SCALE] = 200;
    stage_send(&stage, (struct msg){.kind = MSG_RESIZE, .x = 640, .y = 480});
    struct control last = {MSG_RIGHT, parts() - 1, 0};
    assert_int_equal(draw_control(stage_view(&stage), last)->rect.h, 0);
    for (int i = 0; i < 40 && !(stage.app.focus.kind == last.kind &&
                                stage.app.focus.number == last.number);
         i++)
        stage_press(&stage, KEY_TAB, 0);
    assert_true(draw_control(stage_view(&stage), last)->rect.h > 0);
}

static void a_number_brings_its_row_into_sight(void **state)
{
    (void)state;
    stage.app.settings.values[SETTING_SCALE] = 200;
    stage_send(&stage, (struct msg){.kind = MSG_RESIZE, .x = 640, .y = 480});
    struct control last = {MSG_LEFT, parts() - 1, 0};
    assert_int_equal(draw_control(stage_view(&stage), last)->rect.h, 0);

    stage_press(&stage, '0' + parts(), 0);

    assert_int_equal(laying()->left, parts() - 1);
    assert_true(draw_control(stage_view(&stage), last)->rect.h > 0);
}

static void
the_menu_offers_not_to_know_and_no_key_that_is_a_letter(void **state)
{
    (void)state;
    stage_press(&stage, 'm', 0);
    const struct draw_list *list = stage_view(&stage);
    struct rect aside =
        draw_control(list, (struct control){MSG_ASIDE, 0, 0})->rect;
    for (size_t i = 0; i < list->count; i++)
        assert_false(list->items[i].kind == DRAW_TEXT &&
                     list->items[i].rect.y >= aside.y &&
                     list->items[i].rect.y < aside.y + aside.h &&
                     strcmp(list->items[i].text, "B") == 0);

    click_on(MSG_DONT_KNOW, 0);

    assert_int_equal(stage.app.overlay, OVERLAY_NONE);
    assert_int_equal(stage.app.phase, PHASE_FEEDBACK);
    assert_true(laying()->passed);
}

static void the_keys_of_a_match_are_listed_first(void **state)
{
    (void)state;
    stage_press(&stage, KEY_F1, 0);
    assert_true(stage_reads(&stage, "Match on the right"));
    assert_false(stage_reads(&stage, "Set aside until tomorrow"));
}

static void the_next_question_begins_unlaid(void **state)
{
    (void)state;
    join_all();
    stage_press(&stage, KEY_ENTER, 0);

    stage_press(&stage, KEY_SPACE, 0);

    assert_int_equal(stage.app.phase, PHASE_ASKING);
    assert_int_equal(laying()->joined[0], -1);
    assert_int_equal(laying()->left, -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define RIVERS(test)                                                           \
    cmocka_unit_test_setup_teardown(test, open_rivers, close_rivers)
        RIVERS(a_number_then_a_letter_are_joined),
        RIVERS(a_letter_then_a_number_are_joined_as_well),
        RIVERS(b_is_a_letter_here_and_sets_nothing_aside),
        RIVERS(a_letter_that_is_taken_comes_along),
        RIVERS(a_part_that_is_joined_takes_another_letter),
        RIVERS(backspace_takes_what_waits_first_then_the_last_pair),
        RIVERS(it_says_how_many_are_left_until_it_can_be_checked),
        RIVERS(the_last_pair_is_not_joined_by_itself),
        RIVERS(enter_checks_nothing_before_all_are_joined),
        RIVERS(all_right_is_said_and_kept),
        RIVERS(a_pair_mistaken_is_struck_out_with_the_right_letter),
        RIVERS(rows_stay_where_they_are_when_the_answer_comes),
        RIVERS(not_known_shows_what_belongs_together),
        RIVERS(arrows_reach_every_row_of_both_sides),
        RIVERS(tab_reaches_every_row),
        RIVERS(the_pointer_joins_in_either_order),
        RIVERS(a_second_click_takes_the_first_back),
        RIVERS(a_scrolled_row_is_reached_by_tab_and_comes_into_sight),
        RIVERS(a_number_brings_its_row_into_sight),
        RIVERS(the_menu_offers_not_to_know_and_no_key_that_is_a_letter),
        RIVERS(the_keys_of_a_match_are_listed_first),
        RIVERS(the_next_question_begins_unlaid),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
