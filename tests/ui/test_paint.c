#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/canvas.h"
#include "ui/paint.h"
#include "ui/textures.h"
#include "ui/window.h"

static int open_canvas(void **state)
{
    static struct canvas canvas;
    canvas_open(&canvas, 200, 120);
    *state = &canvas;
    return 0;
}

static int close_canvas(void **state)
{
    canvas_close(*state);
    return 0;
}

static void an_empty_list_can_be_painted(void **state)
{
    struct canvas *canvas = *state;
    canvas_paint(canvas);
    assert_int_equal(canvas_at(canvas, 199, 119), 0);

    canvas->width = 1;
    canvas->height = 1;
    canvas_paint(canvas);
    assert_int_equal(canvas_at(canvas, 0, 0), 0);
}

static void a_picture_of_one_pixel_has_its_colour(void **state)
{
    struct canvas *canvas = *state;
    canvas_ground(canvas);
    canvas_text(canvas, FACE_SANS, 16, (struct rect){0, 0, 80, 24}, "");
    canvas_add(canvas, DRAW_SHADOW, 0, 0, 1, 1, TOKEN_SHADOW)->size = 28;
    canvas->width = 1;
    canvas->height = 1;

    canvas_paint(canvas);

    assert_int_not_equal(canvas_at(canvas, 0, 0), 0);
}

static void colours_are_those_of_the_theme(void **state)
{
    static const char *const themes[] = {"light", "dark", "projector"};
    struct canvas *canvas = *state;
    canvas_ground(canvas);
    canvas_add(canvas, DRAW_FILL, 10, 10, 20, 20, TOKEN_SEAL_FILL);
    for (int i = 0; i < 3; i++) {
        const struct theme *theme = theme_from_file(themes[i]);
        canvas_paint_in(canvas, themes[i]);
        assert_int_equal(canvas_at(canvas, 5, 5),
                         theme->rgba[TOKEN_PAPER] >> 8);
        assert_int_equal(canvas_at(canvas, 10, 10),
                         theme->rgba[TOKEN_SEAL_FILL] >> 8);
        assert_int_equal(canvas_at(canvas, 29, 29),
                         theme->rgba[TOKEN_SEAL_FILL] >> 8);
        assert_int_equal(canvas_at(canvas, 30, 30),
                         theme->rgba[TOKEN_PAPER] >> 8);
    }
}

static void what_has_no_colour_is_not_painted(void **state)
{
    struct canvas *canvas = *state;
    canvas_ground(canvas);
    canvas_add(canvas, DRAW_FILL, 0, 0, 50, 50, TOKEN_NONE);
    canvas_add(canvas, DRAW_BOX, 0, 0, 50, 50, TOKEN_NONE)->radius = 6;
    canvas_add(canvas, DRAW_ICON, 0, 0, 20, 20, TOKEN_NONE);
    canvas_text(canvas, FACE_SANS, 16, (struct rect){0, 0, 90, 24}, "Text")
        ->color = TOKEN_NONE;

    canvas_paint(canvas);

    assert_int_equal(canvas_ink(canvas).count, 0);
}

static struct draw *add_box(struct canvas *canvas, int radius, int line,
                            enum token color, enum token fill)
{
    struct draw *box = canvas_add(canvas, DRAW_BOX, 20, 20, 100, 60, color);
    box->radius = radius;
    box->line = line;
    box->fill = fill;
    return box;
}

static void a_box_is_rounded_alike_at_its_four_corners(void **state)
{
    struct canvas *canvas = *state;
    canvas_ground(canvas);
    add_box(canvas, 6, 2, TOKEN_RIGHT, TOKEN_RIGHT_WASH);

    canvas_paint(canvas);

    assert_int_equal(canvas_at(canvas, 20, 20), light(TOKEN_PAPER));
    assert_int_equal(canvas_at(canvas, 70, 20), light(TOKEN_RIGHT));
    assert_int_equal(canvas_at(canvas, 70, 21), light(TOKEN_RIGHT));
    assert_int_equal(canvas_at(canvas, 70, 22), light(TOKEN_RIGHT_WASH));
    for (int y = 0; y < 60; y++)
        for (int x = 0; x < 100; x++) {
            uint32_t pixel = canvas_at(canvas, 20 + x, 20 + y);
            assert_int_equal(pixel, canvas_at(canvas, 119 - x, 20 + y));
            assert_int_equal(pixel, canvas_at(canvas, 20 + x, 79 - y));
        }
}

/* A border of 62 % has one shade all around: nothing is laid on it twice. */
static void a_clear_border_has_one_shade(void **state)
{
    struct canvas *canvas = *state;
    canvas_ground(canvas);
    add_box(canvas, 0, 4, TOKEN_FRAME1, TOKEN_NONE);

    canvas_paint(canvas);

    uint32_t shade = canvas_at(canvas, 20, 20);
    int count = 0;
    for (int y = 20; y < 80; y++)
        for (int x = 20; x < 120; x++)
            count += canvas_at(canvas, x, y) == shade;
    assert_int_equal(count, 100 * 60 - 92 * 52);
    assert_int_equal(canvas_ink(canvas).count, count);
}

static void boxes_too_small_for_their_border_stay_inside(void **state)
{
    struct canvas *canvas = *state;
    canvas_ground(canvas);
    for (int size = -2; size < 12; size++)
        for (int line = 0; line < 6; line++) {
            struct draw *box =
                canvas_add(canvas, DRAW_BOX, 50, 50, size, 9, TOKEN_INK);
            box->line = line;
            box->radius = 2 * line;
            box->fill = TOKEN_WASH;
        }

    canvas_paint(canvas);

    struct rect ink = canvas_ink(canvas).box;
    assert_true(ink.x >= 50 && ink.y >= 50);
    assert_true(ink.x + ink.w <= 61 && ink.y + ink.h <= 59);
}

static void a_shadow_falls_down_and_is_even_on_both_sides(void **state)
{
    struct canvas *canvas = *state;
    canvas_ground(canvas);
    canvas_add(canvas, DRAW_SHADOW, 60, 40, 80, 40, TOKEN_SHADOW)->size = 14;
    canvas_add(canvas, DRAW_FILL, 60, 40, 80, 40, TOKEN_INK);

    canvas_paint(canvas);

    for (int y = 0; y < 120; y++)
        for (int x = 0; x < 100; x++)
            assert_int_equal(canvas_at(canvas, x, y),
                             canvas_at(canvas, 199 - x, y));
    int above = (int)(canvas_at(canvas, 100, 38) & 255);
    int below = (int)(canvas_at(canvas, 100, 81) & 255);
    assert_true(below < above && above < 0xEF);
}

static void text_stands_on_its_baseline(void **state)
{
    struct canvas *canvas = *state;
    int ascent = fonts_ascent(canvas->fonts, FACE_SERIF, 30);
    int descent = fonts_descent(canvas->fonts, FACE_SERIF, 30);
    canvas_ground(canvas);
    canvas_text(canvas, FACE_SERIF, 30, (struct rect){10, 20, 150, 60}, "HHH");

    canvas_paint(canvas);

    struct rect ink = canvas_ink(canvas).box;
    int baseline = 20 + (60 - ascent - descent) / 2 + ascent;
    assert_int_equal(ink.y + ink.h, baseline);
    assert_true(ink.x >= 10 && ink.x <= 13);
    assert_true(ink.h > 15 && ink.h < 25);
}

static void the_baseline_stays_where_other_fonts_stand_in(void **state)
{
    struct canvas *canvas = *state;
    canvas_ground(canvas);
    canvas_text(canvas, FACE_SERIF, 30, (struct rect){10, 20, 150, 60}, "H");
    canvas_paint(canvas);
    struct rect before = canvas_ink(canvas).box;
    uint8_t *alone = canvas->rgb;

    canvas->list.items[1].text = "H約";
    canvas_paint(canvas);

    for (int y = 0; y < 120; y++)
        assert_memory_equal(alone + y * 600, canvas->rgb + y * 600,
                            3 * (size_t)(before.x + before.w));
}

static struct rect aligned(struct canvas *canvas, enum align align)
{
    canvas->list.count = 0;
    canvas_ground(canvas);
    canvas_text(canvas, FACE_SANS, 20, (struct rect){20, 20, 160, 30}, "HIH")
        ->align = align;
    canvas_paint(canvas);
    return canvas_ink(canvas).box;
}

static void text_is_aligned_in_its_box(void **state)
{
    struct canvas *canvas = *state;
    struct rect left = aligned(canvas, ALIGN_LEFT);
    struct rect centre = aligned(canvas, ALIGN_CENTRE);
    struct rect right = aligned(canvas, ALIGN_RIGHT);

    assert_true(left.x >= 20 && left.x <= 24);
    assert_true(right.x + right.w <= 180 && right.x + right.w >= 176);
    assert_true(abs(2 * centre.x + centre.w - 200) <= 2);
}

static void text_has_its_colour(void **state)
{
    struct canvas *canvas = *state;
    bool found = false;
    canvas_ground(canvas);
    canvas_text(canvas, FACE_SANS_BOLD, 40, (struct rect){0, 0, 200, 60}, "HIH")
        ->color = TOKEN_WRONG;

    canvas_paint(canvas);

    for (int y = 0; y < 60; y++)
        for (int x = 0; x < 200; x++)
            found = found || canvas_at(canvas, x, y) == light(TOKEN_WRONG);
    assert_true(found);
}

static void a_clip_holds_until_it_is_lifted(void **state)
{
    struct canvas *canvas = *state;
    canvas_ground(canvas);
    canvas_add(canvas, DRAW_CLIP, 30, 30, 20, 20, TOKEN_NONE);
    canvas_add(canvas, DRAW_FILL, 0, 0, 200, 120, TOKEN_INK);
    canvas_add(canvas, DRAW_CLIP, 0, 0, 0, 0, TOKEN_NONE);
    canvas_add(canvas, DRAW_FILL, 0, 0, 1, 1, TOKEN_INK);

    canvas_paint(canvas);

    assert_int_equal(canvas_ink(canvas).count, 401);
    assert_int_equal(canvas_at(canvas, 30, 30), light(TOKEN_INK));
    assert_int_equal(canvas_at(canvas, 50, 50), light(TOKEN_PAPER));
}

static void the_clerk_strikes_twice(void **state)
{
    struct canvas *canvas = *state;
    canvas_ground(canvas);
    canvas_add(canvas, DRAW_STRIKE, 10, 10, 100, 26, TOKEN_WRONG)->line = 1;

    canvas_paint(canvas);

    assert_int_equal(canvas_ink(canvas).count, 200);
    assert_int_equal(canvas_ink(canvas).box.w, 100);
}

static struct rect seal_box(struct canvas *canvas, enum seal seal, int size,
                            int turn, const char *text)
{
    canvas->list.count = 0;
    canvas_ground(canvas);
    struct draw *item =
        canvas_add(canvas, DRAW_SEAL, 50, 20, size, size, TOKEN_SEAL);
    item->seal = seal;
    item->turn = turn;
    item->text = text;
    canvas_paint(canvas);
    return canvas_ink(canvas).box;
}

static void seals_fill_their_square(void **state)
{
    struct canvas *canvas = *state;
    static const char *const texts[] = {"守", "NZ", "", NULL};
    for (int seal = SEAL_NEW; seal <= SEAL_LOGO; seal++)
        for (int i = 0; i < 4; i++) {
            struct rect box =
                seal_box(canvas, (enum seal)seal, 48, 0, texts[i]);
            assert_true(abs(box.x - 50) <= 1 && abs(box.y - 20) <= 1);
            assert_true(abs(box.w - 48) <= 2 && abs(box.h - 48) <= 2);
        }
}

static void a_turned_seal_reaches_over_its_square(void **state)
{
    struct canvas *canvas = *state;
    struct rect box = seal_box(canvas, SEAL_KEPT, 84, -4, "守");

    assert_true(box.w > 86 && box.w < 96);
    assert_true(abs(2 * box.x + box.w - 2 * 50 - 84) <= 2);
    assert_true(abs(2 * box.y + box.h - 2 * 20 - 84) <= 2);
}

/* Something of everything, more of text than is kept. */
static void draw_much(struct canvas *canvas, int texts)
{
    canvas_ground(canvas);
    canvas_add(canvas, DRAW_SHADOW, 20, 20, 150, 70, TOKEN_SHADOW)->size = 28;
    add_box(canvas, 6, 2, TOKEN_WRONG, TOKEN_WRONG_WASH);
    struct draw *seal =
        canvas_add(canvas, DRAW_SEAL, 130, 30, 48, 48, TOKEN_SEAL);
    seal->seal = SEAL_KEPT;
    seal->text = "守";
    seal->turn = -4;
    canvas_add(canvas, DRAW_ICON, 5, 5, 20, 20, TOKEN_INK)->icon = ICON_UNDO;
    for (int i = 0; i < texts; i++)
        canvas_text(canvas, (enum face)(i % FACE_COUNT), 13 + i % 20,
                    (struct rect){i % 190, i % 100, 100, 24},
                    arena_printf(&canvas->arena, "%d 条約 é", i));
}

static void more_texts_than_are_kept_are_painted_all_the_same(void **state)
{
    struct canvas *canvas = *state;
    draw_much(canvas, TEXTURES_MAX + 100);
    canvas_paint(canvas);
    uint8_t *first = canvas->rgb;

    canvas_paint(canvas);

    assert_memory_equal(first, canvas->rgb, 200 * 120 * 3);
}

/* Paints three times in themes that alternate, so that textures are reused,
 * and compares the last with the picture. */
static void the_window_has_the_pixels_of_the_picture(void **state)
{
    struct canvas *canvas = *state;
    struct error err;
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    canvas->width = 640;
    canvas->height = 480;
    draw_much(canvas, 100);
    canvas_paint(canvas);
    struct window *window = window_open("Pacta", 640, 480, &err);
    assert_non_null(window);
    struct painter *painter =
        painter_open(window_renderer(window), canvas->fonts);
    uint8_t *rgb = arena_alloc(&canvas->arena, 640 * 480 * 3);

    painter_paint(painter, &canvas->list, theme_from_file("dark"));
    window_present(window);
    painter_paint(painter, &canvas->list, theme_from_file("light"));
    window_present(window);
    painter_paint(painter, &canvas->list, theme_from_file("light"));

    assert_int_equal(SDL_RenderReadPixels(window_renderer(window), NULL,
                                          SDL_PIXELFORMAT_RGB24, rgb, 640 * 3),
                     0);
    assert_memory_equal(rgb, canvas->rgb, 640 * 480 * 3);
    painter_close(painter);
    window_close(window);
}

static void paint_window(struct window *window, struct painter *painter,
                         struct canvas *canvas, uint32_t serial)
{
    canvas->list.serial = serial;
    painter_paint(painter, &canvas->list, theme_from_file("light"));
    window_present(window);
}

static uint32_t window_pixel(struct window *window, int x, int y)
{
    SDL_Rect at = {x, y, 1, 1};
    uint32_t pixel = 0;
    assert_int_equal(SDL_RenderReadPixels(window_renderer(window), &at,
                                          SDL_PIXELFORMAT_RGB888, &pixel, 4),
                     0);
    return pixel & 0xffffff;
}

/* What was shown before comes from the window; after another size there is
 * nothing before. */
static void a_window_shows_the_frame_that_is_gone(void **state)
{
    struct canvas *canvas = *state;
    struct error err;
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    struct window *window = window_open("Pacta", 640, 480, &err);
    assert_non_null(window);
    struct painter *painter =
        painter_open(window_renderer(window), canvas->fonts);
    canvas_add(canvas, DRAW_FILL, 0, 0, 900, 600, TOKEN_INK);
    paint_window(window, painter, canvas, 1);

    canvas->list.items[0].color = TOKEN_PAPER;
    canvas_add(canvas, DRAW_GONE, 100, 100, 200, 200, TOKEN_NONE);
    paint_window(window, painter, canvas, 2);
    assert_int_equal(window_pixel(window, 150, 150), light(TOKEN_INK));
    assert_int_equal(window_pixel(window, 50, 50), light(TOKEN_PAPER));
    paint_window(window, painter, canvas, 2);
    assert_int_equal(window_pixel(window, 150, 150), light(TOKEN_INK));

    SDL_SetWindowSize(SDL_RenderGetWindow(window_renderer(window)), 800, 500);
    paint_window(window, painter, canvas, 3);
    assert_int_equal(window_pixel(window, 150, 150), light(TOKEN_PAPER));
    paint_window(window, painter, canvas, 4);
    assert_int_equal(window_pixel(window, 150, 150), light(TOKEN_PAPER));
    painter_close(painter);
    window_close(window);
}

static void a_picture_that_is_too_large_gets_a_sentence(void **state)
{
    struct canvas *canvas = *state;
    struct error err;
    uint8_t pixel[3];

    bool good = picture_paint(&canvas->list, theme_from_file("light"),
                              canvas->fonts, -1, 10, pixel, &err);

    assert_false(good);
    assert_non_null(strstr(err.text, "--size"));
    painter_close(NULL);
}

#define ON_CANVAS(test)                                                        \
    cmocka_unit_test_setup_teardown(test, open_canvas, close_canvas)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_CANVAS(an_empty_list_can_be_painted),
        ON_CANVAS(a_picture_of_one_pixel_has_its_colour),
        ON_CANVAS(colours_are_those_of_the_theme),
        ON_CANVAS(what_has_no_colour_is_not_painted),
        ON_CANVAS(a_box_is_rounded_alike_at_its_four_corners),
        ON_CANVAS(a_clear_border_has_one_shade),
        ON_CANVAS(boxes_too_small_for_their_border_stay_inside),
        ON_CANVAS(a_shadow_falls_down_and_is_even_on_both_sides),
        ON_CANVAS(text_stands_on_its_baseline),
        ON_CANVAS(the_baseline_stays_where_other_fonts_stand_in),
        ON_CANVAS(text_is_aligned_in_its_box),
        ON_CANVAS(text_has_its_colour),
        ON_CANVAS(a_clip_holds_until_it_is_lifted),
        ON_CANVAS(the_clerk_strikes_twice),
        ON_CANVAS(seals_fill_their_square),
        ON_CANVAS(a_turned_seal_reaches_over_its_square),
        ON_CANVAS(more_texts_than_are_kept_are_painted_all_the_same),
        ON_CANVAS(the_window_has_the_pixels_of_the_picture),
        ON_CANVAS(a_window_shows_the_frame_that_is_gone),
        ON_CANVAS(a_picture_that_is_too_large_gets_a_sentence),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
