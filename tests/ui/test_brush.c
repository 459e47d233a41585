#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/canvas.h"

static int open_canvas(void **state)
{
    static struct canvas canvas;
    canvas_open(&canvas, 200, 120);
    canvas_ground(&canvas);
    *state = &canvas;
    return 0;
}

static int close_canvas(void **state)
{
    canvas_close(*state);
    return 0;
}

/* A new list with paper alone. */
static struct canvas *fresh(void **state)
{
    struct canvas *canvas = *state;
    canvas->list.count = 0;
    canvas_ground(canvas);
    return canvas;
}

/* How many pixels of colour there are in a row, and in how many stretches. */
static int stretches(const struct canvas *canvas, int y, int *pixels)
{
    int count = 0;
    bool before = false;
    *pixels = 0;
    for (int x = 0; x < canvas->width; x++) {
        bool inked = canvas_at(canvas, x, y) != light(TOKEN_PAPER);
        count += inked && !before;
        *pixels += inked;
        before = inked;
    }
    return count;
}

static void dashes_run_around_a_rounded_rect(void **state)
{
    for (int line = 1; line <= 4; line++) {
        struct canvas *canvas = fresh(state);
        struct draw *dashes =
            canvas_add(canvas, DRAW_DASHES, 10, 10, 180, 100, TOKEN_EDGE);
        dashes->line = line;
        dashes->radius = 6;
        int pixels = 0;

        canvas_paint(canvas);

        struct canvas_ink ink = canvas_ink(canvas);
        int around = 2 * line * (180 + 100);
        assert_true(ink.count > around * 40 / 100);
        assert_true(ink.count < around * 85 / 100);
        assert_int_equal(ink.box.x, 10);
        assert_int_equal(ink.box.y, 10);
        assert_int_equal(ink.box.w, 180);
        assert_int_equal(ink.box.h, 100);
        assert_true(stretches(canvas, 10, &pixels) >= 180 / (8 + 4 * line));
        assert_true(pixels > 60 && pixels < 150);
        for (int y = 10 + 8; y < 110 - 8; y++)
            for (int x = 10 + 8; x < 190 - 8; x++)
                assert_int_equal(canvas_at(canvas, x, y), light(TOKEN_PAPER));
    }
}

static void dashes_of_any_size_are_no_harm(void **state)
{
    struct canvas *canvas = fresh(state);
    for (int size = -1; size < 9; size++)
        for (int line = -1; line < 12; line += 3) {
            struct draw *dashes = canvas_add(canvas, DRAW_DASHES, 50, 50, size,
                                             8 - size, TOKEN_EDGE);
            dashes->line = line;
            dashes->radius = 6;
        }
    canvas_paint(canvas);
    struct rect box = canvas_ink(canvas).box;
    assert_true(box.x >= 50 && box.x + box.w <= 58);
}

static struct draw *add_arc(struct canvas *canvas, int rest)
{
    struct draw *arc = canvas_add(canvas, DRAW_ARC, 60, 20, 80, 80, TOKEN_INK);
    arc->line = 8;
    arc->rest = rest;
    return arc;
}

/* The eight compass points on the ring, clockwise from a little past the top.
 */
static uint32_t on_ring(const struct canvas *canvas, int eighth)
{
    static const int places[8][2] = {{114, 27}, {133, 46}, {133, 74}, {114, 93},
                                     {86, 93},  {66, 74},  {66, 46},  {86, 27}};
    return canvas_at(canvas, places[eighth][0], places[eighth][1]);
}

static void a_ring_fills_clockwise_from_the_top(void **state)
{
    for (int share = 0; share <= 8; share++) {
        struct canvas *canvas = fresh(state);
        add_arc(canvas, 1000 - 125 * share);
        canvas_paint(canvas);
        for (int i = 0; i < 8; i++)
            assert_int_equal(on_ring(canvas, i),
                             i < share ? light(TOKEN_INK) : light(TOKEN_PAPER));
        assert_int_equal(canvas_at(canvas, 100, 60), light(TOKEN_PAPER));
    }
}

static void a_whole_ring_is_as_thick_all_around(void **state)
{
    struct canvas *canvas = fresh(state);
    add_arc(canvas, 0);
    canvas_paint(canvas);
    struct canvas_ink ink = canvas_ink(canvas);

    assert_int_equal(ink.box.x, 60);
    assert_int_equal(ink.box.w, 80);
    assert_int_equal(ink.box.h, 80);
    for (int i = 0; i < 40; i++) {
        uint32_t pixel = canvas_at(canvas, 60 + i, 60);
        assert_int_equal(pixel, canvas_at(canvas, 139 - i, 60));
        assert_int_equal(pixel, canvas_at(canvas, 100, 20 + i));
        assert_int_equal(pixel, canvas_at(canvas, 100, 99 - i));
        if (i > 0 && i < 7)
            assert_int_equal(pixel, light(TOKEN_INK));
        if (i > 8)
            assert_int_equal(pixel, light(TOKEN_PAPER));
    }
}

/* The edges are soft: neither ink nor paper. */
static void a_ring_has_soft_edges(void **state)
{
    struct canvas *canvas = fresh(state);
    int soft = 0;
    add_arc(canvas, 370);
    canvas_paint(canvas);
    for (int y = 0; y < 120; y++)
        for (int x = 0; x < 200; x++)
            soft += canvas_at(canvas, x, y) != light(TOKEN_INK) &&
                    canvas_at(canvas, x, y) != light(TOKEN_PAPER);
    assert_true(soft > 100);
}

static int mark_ink(void **state, enum mark mark, int line)
{
    struct canvas *canvas = fresh(state);
    struct draw *item =
        canvas_add(canvas, DRAW_MARK, 50, 30, 40, 40, TOKEN_INK);
    item->mark = mark;
    item->line = line;
    canvas_paint(canvas);
    struct canvas_ink ink = canvas_ink(canvas);
    assert_true(ink.box.x >= 50 && ink.box.x + ink.box.w <= 90);
    assert_true(ink.box.y >= 30 && ink.box.y + ink.box.h <= 70);
    return ink.count;
}

static void marks_are_filled_and_have_outlines(void **state)
{
    int before = 0;
    for (int mark = 0; mark < MARK_FALL; mark++) {
        int filled = mark_ink(state, (enum mark)mark, 0);
        int outline = mark_ink(state, (enum mark)mark, 2);
        assert_true(filled > 500 && filled <= 1600);
        assert_true(outline > 100 && outline < filled * 2 / 3);
        assert_int_not_equal(filled, before);
        before = filled;
    }
}

/* From corner to corner, and as thick as asked. */
static void strokes_fall_and_rise(void **state)
{
    static const enum mark strokes[] = {MARK_FALL, MARK_RISE};
    for (int i = 0; i < 2; i++) {
        int thin = mark_ink(state, strokes[i], 2);
        assert_in_range(thin, 70, 200);
        assert_in_range(mark_ink(state, strokes[i], 6), thin * 3 / 2, 4 * thin);
        struct canvas *canvas = fresh(state);
        struct draw *item =
            canvas_add(canvas, DRAW_MARK, 50, 30, 40, 40, TOKEN_INK);
        item->mark = strokes[i];
        item->line = 4;
        canvas_paint(canvas);
        bool falls = strokes[i] == MARK_FALL;
        assert_int_equal(canvas_at(canvas, 54, 34) == light(TOKEN_INK), falls);
        assert_int_equal(canvas_at(canvas, 54, 65) == light(TOKEN_INK), !falls);
        assert_true(canvas_at(canvas, 70, 50) == light(TOKEN_INK));
    }
}

static void a_tip_points_down_and_a_flap_is_narrower_there(void **state)
{
    int top = 0;
    int foot = 0;
    mark_ink(state, MARK_TIP, 0);
    assert_int_equal(stretches(*state, 31, &top), 1);
    assert_int_equal(stretches(*state, 67, &foot), 1);
    assert_true(top >= 38 && foot <= 6);

    mark_ink(state, MARK_FLAP, 0);
    stretches(*state, 31, &top);
    stretches(*state, 68, &foot);
    assert_true(top >= 39 && foot >= 29 && foot <= 32);
}

static void strike(void **state, int rest, int *upper, int *lower)
{
    struct canvas *canvas = fresh(state);
    struct draw *item =
        canvas_add(canvas, DRAW_STRIKE, 50, 30, 100, 40, TOKEN_WRONG);
    item->line = 1;
    item->rest = rest;
    canvas_paint(canvas);
    stretches(canvas, 47, upper);
    stretches(canvas, 58, lower);
}

static void the_upper_stroke_comes_first(void **state)
{
    static const int lengths[][3] = {{1000, 0, 0},   {750, 50, 0},
                                     {500, 100, 0},  {250, 100, 50},
                                     {100, 100, 80}, {0, 100, 100}};
    for (int i = 0; i < 6; i++) {
        int upper = 0;
        int lower = 0;
        strike(state, lengths[i][0], &upper, &lower);
        assert_int_equal(upper, lengths[i][1]);
        assert_int_equal(lower, lengths[i][2]);
    }
}

static struct canvas_ink stamped(void **state, int grow, int turn, int fade)
{
    struct canvas *canvas = fresh(state);
    struct draw *seal =
        canvas_add(canvas, DRAW_SEAL, 76, 36, 48, 48, TOKEN_SEAL);
    seal->seal = SEAL_KEPT;
    seal->text = "守";
    seal->grow = grow;
    seal->turn = turn;
    seal->fade = fade;
    canvas_paint(canvas);
    return canvas_ink(canvas);
}

static void a_seal_grows_about_its_middle(void **state)
{
    static const int grows[] = {350, 0, -40};
    for (int i = 0; i < 3; i++) {
        struct rect box = stamped(state, grows[i], 0, 0).box;
        int side = 48 * (1000 + grows[i]) / 1000;
        assert_true(abs(box.w - side) <= 3 && abs(box.h - side) <= 3);
        assert_true(abs(2 * box.x + box.w - 200) <= 2);
        assert_true(abs(2 * box.y + box.h - 120) <= 2);
    }
    assert_true(stamped(state, 350, -9, 0).box.w >
                stamped(state, 350, 0, 0).box.w + 5);
}

static void a_seal_takes_on_ink(void **state)
{
    static const int fades[] = {1000, 900, 500, 100, 0};
    uint32_t before = light(TOKEN_PAPER);
    assert_int_equal(stamped(state, 0, -4, 1000).count, 0);
    for (int i = 1; i < 5; i++) {
        stamped(state, 100, -4, fades[i]);
        uint32_t field = canvas_at(*state, 100, 42) & 0xff;
        assert_true(field < (before & 0xff));
        before = field;
    }
}

/* A border and the filling under it fade as one. */
static void everything_fades(void **state)
{
    static const enum draw_kind kinds[] = {
        DRAW_FILL,   DRAW_BOX,    DRAW_TEXT, DRAW_ICON, DRAW_SEAL,
        DRAW_STRIKE, DRAW_DASHES, DRAW_ARC,  DRAW_MARK, DRAW_SHADOW};
    for (int i = 0; i < 10; i++) {
        int darkest[3];
        for (int step = 0; step < 3; step++) {
            struct canvas *canvas = fresh(state);
            struct draw *item =
                canvas_add(canvas, kinds[i], 60, 20, 80, 80, TOKEN_INK);
            item->fill = TOKEN_INK;
            item->line = 5;
            item->radius = 9;
            item->size = 28;
            item->face = FACE_SANS_BOLD;
            item->text = "HHHH";
            item->seal = SEAL_KEPT;
            item->fade = 500 * step;
            canvas_paint(canvas);
            darkest[step] = 255;
            for (int y = 0; y < 120; y++)
                for (int x = 0; x < 200; x++) {
                    int red = (int)(canvas_at(canvas, x, y) >> 8 & 255);
                    darkest[step] = red < darkest[step] ? red : darkest[step];
                }
        }
        int paper = (int)(light(TOKEN_PAPER) >> 8 & 255);
        assert_int_equal(darkest[2], paper);
        assert_true(abs(2 * darkest[1] - darkest[0] - paper) <= 4);
        assert_true(darkest[0] < paper - 8);
    }
}

/* However large it is, and in a layer too. */
static void a_clear_colour_has_one_shade(void **state)
{
    struct canvas *canvas = *state;
    canvas->width = 400;
    canvas->height = 300;
    fresh(state);
    canvas_add(canvas, DRAW_FILL, 10, 10, 20, 20, TOKEN_SCRIM);
    canvas_paint(canvas);
    int small = (int)(canvas_at(canvas, 15, 15) & 255);

    for (int layered = 0; layered < 2; layered++) {
        fresh(state);
        if (layered)
            canvas_add(canvas, DRAW_LAYER, 0, 0, 400, 300, TOKEN_NONE)->dx = 1;
        canvas_add(canvas, DRAW_FILL, 5, 5, 390, 290, TOKEN_SCRIM);
        if (layered)
            canvas_add(canvas, DRAW_LAYER_END, 0, 0, 0, 0, TOKEN_NONE);
        canvas_paint(canvas);
        assert_int_equal(canvas_at(canvas, 4, 4), light(TOKEN_PAPER));
        assert_int_equal(canvas_at(canvas, 397, 297), light(TOKEN_PAPER));
        for (int y = 5; y < 295; y++)
            for (int x = 6; x < 395; x++)
                assert_true(abs((int)(canvas_at(canvas, x, y) & 255) - small) <=
                            2);
    }
}

#define ON_CANVAS(test)                                                        \
    cmocka_unit_test_setup_teardown(test, open_canvas, close_canvas)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_CANVAS(dashes_run_around_a_rounded_rect),
        ON_CANVAS(dashes_of_any_size_are_no_harm),
        ON_CANVAS(a_ring_fills_clockwise_from_the_top),
        ON_CANVAS(a_whole_ring_is_as_thick_all_around),
        ON_CANVAS(a_ring_has_soft_edges),
        ON_CANVAS(marks_are_filled_and_have_outlines),
        ON_CANVAS(strokes_fall_and_rise),
        ON_CANVAS(a_tip_points_down_and_a_flap_is_narrower_there),
        ON_CANVAS(the_upper_stroke_comes_first),
        ON_CANVAS(a_seal_grows_about_its_middle),
        ON_CANVAS(a_seal_takes_on_ink),
        ON_CANVAS(everything_fades),
        ON_CANVAS(a_clear_colour_has_one_shade),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
