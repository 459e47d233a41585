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

enum { WIDTH = 200, HEIGHT = 120 };

/* Frames that follow each other on one surface. */
struct film {
    struct canvas canvas;
    SDL_Surface *surface;
    SDL_Renderer *renderer;
    struct painter *painter;
};

static int open_film(void **state)
{
    static struct film film;
    canvas_open(&film.canvas, WIDTH, HEIGHT);
    film.surface = SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 32,
                                                  SDL_PIXELFORMAT_RGB888);
    film.renderer = SDL_CreateSoftwareRenderer(film.surface);
    film.painter = painter_open(film.renderer, film.canvas.fonts);
    *state = &film;
    return film.painter ? 0 : -1;
}

static int close_film(void **state)
{
    struct film *film = *state;
    painter_close(film->painter);
    SDL_DestroyRenderer(film->renderer);
    SDL_FreeSurface(film->surface);
    canvas_close(&film->canvas);
    return 0;
}

/* A new frame on paper. */
static struct canvas *begin(struct film *film, uint32_t serial)
{
    film->canvas.list.count = 0;
    film->canvas.list.serial = serial;
    canvas_ground(&film->canvas);
    return &film->canvas;
}

static void show(struct film *film)
{
    painter_paint(film->painter, &film->canvas.list, theme_from_file("light"));
    SDL_RenderPresent(film->renderer);
}

static uint32_t at(const struct film *film, int x, int y)
{
    const uint8_t *row = (const uint8_t *)film->surface->pixels +
                         y * film->surface->pitch + 4 * x;
    uint32_t pixel;
    memcpy(&pixel, row, 4);
    return pixel & 0xffffff;
}

static bool is_near(uint32_t a, uint32_t b, int most)
{
    for (int shift = 0; shift < 24; shift += 8)
        if (abs((int)(a >> shift & 255) - (int)(b >> shift & 255)) > most)
            return false;
    return true;
}

/* The colour that far on the way from one to the other. */
static uint32_t between(uint32_t from, uint32_t to, int per_mille)
{
    uint32_t mixed = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        int a = (int)(from >> shift & 255);
        int b = (int)(to >> shift & 255);
        mixed |= (uint32_t)(a + (b - a) * per_mille / 1000) << shift;
    }
    return mixed;
}

static void add_layer(struct canvas *canvas, struct draw how)
{
    struct draw *layer =
        canvas_add(canvas, DRAW_LAYER, 40, 20, 120, 80, TOKEN_NONE);
    how.kind = DRAW_LAYER;
    how.rect = layer->rect;
    *layer = how;
}

static void end_layer(struct canvas *canvas)
{
    canvas_add(canvas, DRAW_LAYER_END, 0, 0, 0, 0, TOKEN_NONE);
}

/* Something of each kind, within (40, 20) 120 x 80. */
static void draw_card(struct canvas *canvas)
{
    struct draw *box =
        canvas_add(canvas, DRAW_BOX, 50, 30, 100, 60, TOKEN_RIGHT);
    box->fill = TOKEN_RIGHT_WASH;
    box->line = 2;
    box->radius = 6;
    canvas_text(canvas, FACE_SERIF, 20, (struct rect){60, 34, 80, 26}, "Kept");
    canvas_add(canvas, DRAW_FILL, 60, 70, 80, 4, TOKEN_FRAME1);
}

static void a_layer_that_nothing_happens_to_is_what_it_would_be(void **state)
{
    struct film *film = *state;
    draw_card(begin(film, 1));
    show(film);
    uint8_t *straight = malloc((size_t)(film->surface->pitch * HEIGHT));
    memcpy(straight, film->surface->pixels,
           (size_t)(film->surface->pitch * HEIGHT));

    struct canvas *canvas = begin(film, 1);
    add_layer(canvas, (struct draw){0});
    draw_card(canvas);
    end_layer(canvas);
    show(film);

    assert_memory_equal(straight, film->surface->pixels,
                        (size_t)(film->surface->pitch * HEIGHT));
    free(straight);
}

/* Its clear pixels, of borders and of letters' edges, come out as if they had
 * been painted where they are. */
static void a_moved_layer_has_the_pixels_of_its_items(void **state)
{
    struct film *film = *state;
    draw_card(begin(film, 1));
    show(film);
    static uint32_t straight[HEIGHT][WIDTH];
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            straight[y][x] = at(film, x, y);

    struct canvas *canvas = begin(film, 1);
    add_layer(canvas, (struct draw){.dx = -24, .dy = 5});
    draw_card(canvas);
    end_layer(canvas);
    show(film);

    for (int y = 25; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH - 24; x++)
            assert_true(is_near(at(film, x, y), straight[y - 5][x + 24], 3));
}

static void a_squeezed_layer_is_narrower_about_its_middle(void **state)
{
    struct film *film = *state;
    struct canvas *canvas = begin(film, 1);
    add_layer(canvas, (struct draw){.squeeze = 500});
    canvas_add(canvas, DRAW_FILL, 40, 20, 120, 80, TOKEN_INK);
    end_layer(canvas);

    show(film);

    for (int x = 0; x < WIDTH; x++)
        assert_int_equal(at(film, x, 50), x >= 70 && x < 130
                                              ? light(TOKEN_INK)
                                              : light(TOKEN_PAPER));
    assert_int_equal(at(film, 100, 20), light(TOKEN_INK));
    assert_int_equal(at(film, 100, 99), light(TOKEN_INK));
    assert_int_equal(at(film, 100, 100), light(TOKEN_PAPER));
}

/* A hairline does not vanish between columns. */
static void what_is_squeezed_is_mixed(void **state)
{
    struct film *film = *state;
    struct canvas *canvas = begin(film, 1);
    add_layer(canvas, (struct draw){.squeeze = 940});
    canvas_add(canvas, DRAW_FILL, 40, 20, 120, 80, TOKEN_PAPER);
    for (int x = 40; x < 160; x += 2)
        canvas_add(canvas, DRAW_FILL, x, 20, 1, 80, TOKEN_INK);
    end_layer(canvas);

    show(film);

    uint32_t mixed = between(light(TOKEN_PAPER), light(TOKEN_INK), 500);
    for (int x = 97; x < 103; x++)
        assert_true(is_near(at(film, x, 50), mixed, 9));
    assert_int_equal(at(film, 95, 50), light(TOKEN_PAPER));
    assert_int_equal(at(film, 104, 50), light(TOKEN_PAPER));
}

static void a_layer_is_shaded_and_faded(void **state)
{
    struct film *film = *state;
    struct canvas *canvas = begin(film, 1);
    add_layer(canvas, (struct draw){.shade = 100});
    canvas_add(canvas, DRAW_FILL, 40, 20, 120, 80, TOKEN_RIGHT_WASH);
    end_layer(canvas);
    show(film);
    assert_true(is_near(at(film, 100, 50),
                        between(light(TOKEN_RIGHT_WASH), 0, 100), 2));

    canvas = begin(film, 1);
    add_layer(canvas, (struct draw){.fade = 250});
    canvas_add(canvas, DRAW_FILL, 40, 20, 120, 80, TOKEN_INK);
    canvas_add(canvas, DRAW_FILL, 90, 40, 20, 20, TOKEN_WRONG);
    end_layer(canvas);
    show(film);
    assert_true(is_near(at(film, 50, 30),
                        between(light(TOKEN_INK), light(TOKEN_PAPER), 250), 2));
    assert_true(is_near(at(film, 100, 50),
                        between(light(TOKEN_WRONG), light(TOKEN_PAPER), 250),
                        2));
}

static void a_clip_holds_inside_a_layer_and_around_it(void **state)
{
    struct film *film = *state;
    struct canvas *canvas = begin(film, 1);
    canvas_add(canvas, DRAW_CLIP, 0, 0, WIDTH, 60, TOKEN_NONE);
    add_layer(canvas, (struct draw){.dy = 5});
    canvas_add(canvas, DRAW_CLIP, 60, 30, 20, 60, TOKEN_NONE);
    canvas_add(canvas, DRAW_FILL, 40, 20, 120, 80, TOKEN_INK);
    canvas_add(canvas, DRAW_CLIP, 0, 0, 0, 0, TOKEN_NONE);
    end_layer(canvas);
    canvas_add(canvas, DRAW_FILL, 0, 0, 5, HEIGHT, TOKEN_WRONG);
    canvas_add(canvas, DRAW_CLIP, 0, 0, 0, 0, TOKEN_NONE);

    show(film);

    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 5; x < WIDTH; x++) {
            bool inked = x >= 60 && x < 80 && y >= 35 && y < 60;
            assert_int_equal(at(film, x, y),
                             inked ? light(TOKEN_INK) : light(TOKEN_PAPER));
        }
        assert_int_equal(at(film, 2, y),
                         y < 60 ? light(TOKEN_WRONG) : light(TOKEN_PAPER));
    }
}

static void layers_lie_in_each_other(void **state)
{
    struct film *film = *state;
    for (int deep = 1; deep <= 20; deep++) {
        struct canvas *canvas = begin(film, 1);
        for (int i = 0; i < deep; i++)
            add_layer(canvas, (struct draw){.dx = 1});
        canvas_add(canvas, DRAW_FILL, 60, 40, 20, 20, TOKEN_INK);
        for (int i = 0; i < deep; i++)
            end_layer(canvas);
        canvas_add(canvas, DRAW_FILL, 60, 90, 20, 20, TOKEN_WRONG);

        show(film);

        int moved = deep < 4 ? deep : 4;
        assert_int_equal(at(film, 60 + moved, 50), light(TOKEN_INK));
        assert_int_equal(at(film, 59 + moved, 50), light(TOKEN_PAPER));
        assert_int_equal(at(film, 60, 100), light(TOKEN_WRONG));
    }
}

static void a_layer_without_end_or_beginning_is_no_harm(void **state)
{
    struct film *film = *state;
    struct canvas *canvas = begin(film, 1);
    end_layer(canvas);
    add_layer(canvas, (struct draw){.fade = 1});
    canvas_add(canvas, DRAW_FILL, 60, 40, 20, 20, TOKEN_INK);
    show(film);
    assert_true(is_near(at(film, 70, 50), light(TOKEN_INK), 2));

    canvas = begin(film, 1);
    canvas_add(canvas, DRAW_LAYER, -500, 0, 300, 40, TOKEN_NONE)->fade = 5;
    end_layer(canvas);
    canvas_add(canvas, DRAW_LAYER, 10, 10, -4, 0, TOKEN_NONE)->squeeze = 2000;
    canvas_add(canvas, DRAW_FILL, 60, 40, 20, 20, TOKEN_WRONG);
    end_layer(canvas);
    show(film);
    assert_int_equal(at(film, 5, 5), light(TOKEN_PAPER));
}

static void what_is_gone_is_the_frame_before_the_motion(void **state)
{
    struct film *film = *state;
    struct canvas *canvas = begin(film, 1);
    canvas_add(canvas, DRAW_FILL, 0, 0, WIDTH, HEIGHT, TOKEN_SEAL);
    show(film);
    canvas = begin(film, 1);
    canvas_add(canvas, DRAW_FILL, 0, 0, WIDTH, HEIGHT, TOKEN_INK);
    show(film);

    for (int i = 0; i < 4; i++) {
        canvas = begin(film, 2);
        canvas_add(canvas, DRAW_GONE, 20, 20, 100, 60, TOKEN_NONE)->fade =
            250 * i;
        show(film);
        assert_true(
            is_near(at(film, 50, 50),
                    between(light(TOKEN_INK), light(TOKEN_PAPER), 250 * i), 2));
        assert_int_equal(at(film, 130, 50), light(TOKEN_PAPER));
    }
}

static void what_is_gone_is_squeezed_shaded_and_moved(void **state)
{
    struct film *film = *state;
    struct canvas *canvas = begin(film, 1);
    canvas_add(canvas, DRAW_FILL, 40, 20, 120, 80, TOKEN_RIGHT_WASH);
    show(film);

    canvas = begin(film, 2);
    struct draw *gone =
        canvas_add(canvas, DRAW_GONE, 40, 20, 120, 80, TOKEN_NONE);
    gone->squeeze = 500;
    gone->shade = 100;
    gone->dx = -10;
    show(film);

    uint32_t shaded = between(light(TOKEN_RIGHT_WASH), 0, 100);
    for (int x = 0; x < WIDTH; x++)
        assert_true(is_near(at(film, x, 60),
                            x >= 60 && x < 120 ? shaded : light(TOKEN_PAPER),
                            x == 60 || x == 119 ? 20 : 2));
}

static void before_the_first_frame_nothing_is_gone(void **state)
{
    struct film *film = *state;
    struct canvas *canvas = begin(film, 7);
    canvas_add(canvas, DRAW_GONE, 0, 0, WIDTH, HEIGHT, TOKEN_NONE);
    show(film);
    assert_int_equal(at(film, 50, 50), light(TOKEN_PAPER));

    canvas->width = WIDTH;
    canvas_paint(canvas);
    assert_int_equal(canvas_at(canvas, 50, 50), light(TOKEN_PAPER));
}

/* Each motion has its own frame before it, and clips hold for it. */
static void a_second_motion_begins_where_the_first_was(void **state)
{
    struct film *film = *state;
    static const enum token colors[] = {TOKEN_INK, TOKEN_SEAL, TOKEN_RIGHT};
    for (uint32_t i = 0; i < 3; i++) {
        struct canvas *canvas = begin(film, i);
        canvas_add(canvas, DRAW_FILL, 0, 0, WIDTH, HEIGHT, colors[i]);
        canvas_add(canvas, DRAW_CLIP, 0, 0, 50, HEIGHT, TOKEN_NONE);
        canvas_add(canvas, DRAW_GONE, 0, 0, WIDTH, HEIGHT, TOKEN_NONE);
        canvas_add(canvas, DRAW_CLIP, 0, 0, 0, 0, TOKEN_NONE);
        show(film);
        assert_int_equal(at(film, 100, 50), light(colors[i]));
        assert_int_equal(at(film, 20, 50), light(TOKEN_INK));
    }
}

#define ON_FILM(test)                                                          \
    cmocka_unit_test_setup_teardown(test, open_film, close_film)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_FILM(a_layer_that_nothing_happens_to_is_what_it_would_be),
        ON_FILM(a_moved_layer_has_the_pixels_of_its_items),
        ON_FILM(a_squeezed_layer_is_narrower_about_its_middle),
        ON_FILM(what_is_squeezed_is_mixed),
        ON_FILM(a_layer_is_shaded_and_faded),
        ON_FILM(a_clip_holds_inside_a_layer_and_around_it),
        ON_FILM(layers_lie_in_each_other),
        ON_FILM(a_layer_without_end_or_beginning_is_no_harm),
        ON_FILM(what_is_gone_is_the_frame_before_the_motion),
        ON_FILM(what_is_gone_is_squeezed_shaded_and_moved),
        ON_FILM(before_the_first_frame_nothing_is_gone),
        ON_FILM(a_second_motion_begins_where_the_first_was),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
