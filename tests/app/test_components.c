/* Parts: what they look like in each state, and that a picture of a state
 * cannot be used. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/parts.h"
#include "app/stage.h"

static struct play stage;
static struct pen pen;

static const struct rect somewhere = {100, 100, 200, 48};

static int open_stage(void **state)
{
    (void)state;
    stage_open(&stage);
    draw_init(&stage.list, &stage.frame);
    pen = (struct pen){
        .app = &stage.app, .metrics = &stage_metrics, .list = &stage.list};
    return 0;
}

static int close_stage(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static const struct draw *last(enum draw_kind kind)
{
    for (size_t i = stage.list.count; i > 0; i--)
        if (stage.list.items[i - 1].kind == kind)
            return &stage.list.items[i - 1];
    return NULL;
}

static const struct draw *first(enum draw_kind kind)
{
    for (size_t i = 0; i < stage.list.count; i++)
        if (stage.list.items[i].kind == kind)
            return &stage.list.items[i];
    return NULL;
}

/* The box of a button in a state. */
static const struct draw *button(enum button_look look, struct touch touch)
{
    stage.list.count = 0;
    pen.forced = &touch;
    pen_button(&pen, somewhere,
               (struct button){.look = look, .label = "Go", .key = "G"});
    pen.forced = NULL;
    return first(DRAW_BOX);
}

static const struct touch normal = {false, false, false};
static const struct touch hovered = {true, false, false};
static const struct touch focused = {false, true, false};
static const struct touch pressed = {false, false, true};

static void a_button_has_the_colour_of_its_state(void **state)
{
    (void)state;
    assert_int_equal(button(BUTTON_MAIN, normal)->fill, TOKEN_SEAL_FILL);
    assert_int_equal(button(BUTTON_MAIN, hovered)->fill, TOKEN_SEAL_HI);
    assert_int_equal(button(BUTTON_MAIN, pressed)->fill, TOKEN_SEAL_LO);
    assert_int_equal(button(BUTTON_INK, normal)->fill, TOKEN_INK);
    assert_int_equal(button(BUTTON_PLAIN, normal)->fill, TOKEN_PAPER);
    assert_int_equal(button(BUTTON_PLAIN, normal)->color, TOKEN_EDGE);
    assert_int_equal(button(BUTTON_PLAIN, hovered)->fill, TOKEN_WASH);
    assert_int_equal(button(BUTTON_PLAIN, pressed)->fill, TOKEN_WASH2);
    assert_int_equal(button(BUTTON_QUIET, normal)->fill, TOKEN_NONE);
    assert_int_equal(button(BUTTON_QUIET, normal)->color, TOKEN_NONE);
}

static void a_pressed_button_moves_a_px_down(void **state)
{
    (void)state;
    assert_int_equal(button(BUTTON_MAIN, normal)->rect.y, 100);
    assert_int_equal(button(BUTTON_MAIN, hovered)->rect.y, 100);
    assert_int_equal(button(BUTTON_MAIN, pressed)->rect.y, 101);
}

static void the_ring_has_a_gap_of_2_px_and_is_3_px(void **state)
{
    (void)state;
    button(BUTTON_MAIN, focused);
    const struct draw *ring = last(DRAW_BOX);
    assert_int_equal(ring->color, TOKEN_FOCUS);
    assert_int_equal(ring->line, 3);
    assert_int_equal(ring->rect.x, somewhere.x - 5);
    assert_int_equal(ring->rect.w, somewhere.w + 10);
    assert_int_equal(ring->radius, 6 + 4);
}

static void a_picture_of_a_state_cannot_be_used(void **state)
{
    (void)state;
    button(BUTTON_MAIN, hovered);
    assert_int_equal(draw_clickable_count(&stage.list), 0);
    stage_do(&stage, MSG_GO, SCREEN_COMPONENTS);
    stage.app.toast[0] = '\0';
    assert_int_equal(draw_clickable_count(stage_view(&stage)), 0);
    stage_do(&stage, MSG_GO, SCREEN_MOTION);
    assert_int_equal(draw_clickable_count(stage_view(&stage)), 0);
}

static void a_disabled_button_is_no_control(void **state)
{
    (void)state;
    pen_button(&pen, somewhere,
               (struct button){.look = BUTTON_MAIN,
                               .label = "Go",
                               .disabled = true,
                               .control = control_of(MSG_STUDY, 0)});
    assert_int_equal(draw_clickable_count(&stage.list), 0);
    assert_int_equal(first(DRAW_BOX)->fill, TOKEN_WASH);
    assert_int_equal(first(DRAW_TEXT)->color, TOKEN_INK3);
}

static void a_button_is_wide_enough_for_its_label_and_key(void **state)
{
    (void)state;
    static const int heights[] = {36, 48, 56};
    struct button about = {
        .look = BUTTON_MAIN, .label = "Study now", .key = "Enter"};
    for (int i = 0; i < 3; i++) {
        stage.list.count = 0;
        int w = pen_button_width(&pen, about, heights[i]);
        pen_button(&pen, (struct rect){0, 0, w, heights[i]}, about);
        const struct draw *label = first(DRAW_TEXT);
        int end = label->rect.x + stage_width(NULL, label->face, label->size,
                                              NULL, about.label, 9);
        const struct draw *cap = last(DRAW_BOX);
        assert_true(end + 12 <= cap->rect.x);
        assert_int_equal(w - cap->rect.x - cap->rect.w, label->rect.x);
    }
}

static void a_keycap_is_at_least_as_wide_as_high(void **state)
{
    (void)state;
    assert_int_equal(pen_keycap_width(&pen, "5"), 22);
    stage.app.settings.values[SETTING_SCALE] = 200;
    assert_int_equal(pen_keycap_width(&pen, "5"), 44);
    assert_true(pen_keycap_width(&pen, "Page Down") > 44);
}

static void clips_within_clips_share_what_they_have(void **state)
{
    (void)state;
    pen_clip(&pen, (struct rect){0, 0, 100, 100});
    pen_clip(&pen, (struct rect){50, 50, 100, 20});
    assert_int_equal(pen.clip.x, 50);
    assert_int_equal(pen.clip.w, 50);
    assert_int_equal(pen.clip.h, 20);
    pen_unclip(&pen);
    assert_int_equal(pen.clip.w, 100);
    pen_clip(&pen, (struct rect){300, 0, 10, 10});
    assert_true(pen.clip.w > 0 && pen.clip.x < 0); /* nothing is seen */
    pen_unclip(&pen);
    pen_unclip(&pen);
    assert_int_equal(last(DRAW_CLIP)->rect.w, 0);
}

static void a_control_out_of_sight_says_how_far(void **state)
{
    (void)state;
    pen_clip(&pen, (struct rect){0, 0, 400, 120});
    pen_control(&pen, somewhere, 6, control_of(MSG_STUDY, 0));
    const struct draw *item =
        draw_control(&stage.list, control_of(MSG_STUDY, 0));
    assert_int_equal(item->rect.h, 20);
    assert_int_equal(item->away, 28);
    pen_control(&pen, (struct rect){0, 300, 40, 40}, 6,
                control_of(MSG_STUDY, 1));
    item = draw_control(&stage.list, control_of(MSG_STUDY, 1));
    assert_int_equal(item->rect.h, 0);
    assert_int_equal(item->away, 220);
}

static void an_ink_line_is_as_long_as_it_is_wide(void **state)
{
    static const int32_t counts[STAGE_COUNT] = {5, 10, 20, 5};
    (void)state;
    pen_ink_line(&pen, (struct rect){0, 0, 400, 12}, counts, 1000);
    const struct draw *kept = first(DRAW_FILL);
    assert_int_equal(kept->color, TOKEN_SEAL);
    assert_int_equal(kept->rect.h, 12);
    const struct draw *rest = last(DRAW_FILL);
    assert_int_equal(rest->color, TOKEN_EDGE);
    assert_int_equal(rest->rect.y + rest->rect.h, 12); /* on one base */
    assert_true(rest->rect.x + rest->rect.w >= 398);
}

static void a_ring_of_nothing_is_all_track(void **state)
{
    (void)state;
    pen_share_ring(&pen, (struct rect){0, 0, 80, 80}, 8, 0, "0");
    assert_int_equal(first(DRAW_ARC)->rest, 0);
    assert_int_equal(last(DRAW_ARC)->rest, 1000);
}

/* "?" in a dump is a kind without a name. */
static void every_message_and_icon_has_a_name(void **state)
{
    (void)state;
    for (int i = 0; i <= MSG_TICK; i++) {
        struct draw *item =
            draw_add(&stage.list, DRAW_FILL, somewhere, TOKEN_INK);
        item->clickable = true;
        item->msg.kind = (enum msg_kind)i;
    }
    for (int i = 0; i < ICON_COUNT; i++)
        pen_icon(&pen, (enum icon)i, 0, 0, 24, TOKEN_INK);
    const char *dump = draw_dump(&stage.list);
    const char *nameless = strchr(dump, '?');
    if (nameless)
        fail_msg("no name: %.60s", nameless - 40);
}

#define ON_STAGE(test)                                                         \
    cmocka_unit_test_setup_teardown(test, open_stage, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_STAGE(a_button_has_the_colour_of_its_state),
        ON_STAGE(a_pressed_button_moves_a_px_down),
        ON_STAGE(the_ring_has_a_gap_of_2_px_and_is_3_px),
        ON_STAGE(a_picture_of_a_state_cannot_be_used),
        ON_STAGE(a_disabled_button_is_no_control),
        ON_STAGE(a_button_is_wide_enough_for_its_label_and_key),
        ON_STAGE(a_keycap_is_at_least_as_wide_as_high),
        ON_STAGE(clips_within_clips_share_what_they_have),
        ON_STAGE(a_control_out_of_sight_says_how_far),
        ON_STAGE(an_ink_line_is_as_long_as_it_is_wide),
        ON_STAGE(a_ring_of_nothing_is_all_track),
        ON_STAGE(every_message_and_icon_has_a_name),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
