/*
 * canvas.h -- a list to draw on and the pixels that come of it.
 */
#ifndef TESTS_UI_CANVAS_H
#define TESTS_UI_CANVAS_H

#include <stdlib.h>
#include <string.h>

#include "themes.h"
#include "ui/picture.h"

struct canvas {
    struct arena arena;
    struct fonts *fonts;
    struct draw_list list;
    int width;
    int height;
    uint8_t *rgb; /* in the arena; NULL before canvas_paint() */
};

static inline void canvas_open(struct canvas *canvas, int width, int height)
{
    struct error err;
    memset(canvas, 0, sizeof *canvas);
    arena_init(&canvas->arena, (size_t)256 << 20);
    canvas->fonts = fonts_open(&err);
    assert_non_null(canvas->fonts);
    canvas->width = width;
    canvas->height = height;
    draw_init(&canvas->list, &canvas->arena);
}

static inline void canvas_close(struct canvas *canvas)
{
    fonts_close(canvas->fonts);
    arena_release(&canvas->arena);
}

static inline struct draw *canvas_add(struct canvas *canvas,
                                      enum draw_kind kind, int x, int y, int w,
                                      int h, enum token color)
{
    return draw_add(&canvas->list, kind, (struct rect){x, y, w, h}, color);
}

static inline struct draw *canvas_text(struct canvas *canvas, enum face face,
                                       int size, struct rect rect,
                                       const char *text)
{
    struct draw *item = draw_add(&canvas->list, DRAW_TEXT, rect, TOKEN_INK);
    item->face = face;
    item->size = size;
    item->text = text;
    return item;
}

static inline void canvas_ground(struct canvas *canvas)
{
    canvas_add(canvas, DRAW_FILL, 0, 0, canvas->width, canvas->height,
               TOKEN_PAPER);
}

static inline void canvas_paint_in(struct canvas *canvas, const char *theme)
{
    struct error err;
    canvas->rgb = arena_alloc(&canvas->arena, (size_t)canvas->width *
                                                  (size_t)canvas->height * 3);
    assert_true(picture_paint(&canvas->list, theme_from_file(theme),
                              canvas->fonts, canvas->width, canvas->height,
                              canvas->rgb, &err));
}

static inline void canvas_paint(struct canvas *canvas)
{
    canvas_paint_in(canvas, "light");
}

/* 0xRRGGBB */
static inline uint32_t canvas_at(const struct canvas *canvas, int x, int y)
{
    const uint8_t *p = canvas->rgb + (y * canvas->width + x) * 3;
    return (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
}

static inline uint32_t light(enum token token)
{
    return theme_from_file("light")->rgba[token] >> 8;
}

/* The pixels inside a rect that are not paper, and where they lie. */
struct canvas_ink {
    int count;
    struct rect box;
};

static inline struct canvas_ink canvas_ink(const struct canvas *canvas)
{
    struct canvas_ink ink = {0, {canvas->width, canvas->height, 0, 0}};
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < canvas->height; y++)
        for (int x = 0; x < canvas->width; x++) {
            if (canvas_at(canvas, x, y) == light(TOKEN_PAPER))
                continue;
            ink.count++;
            ink.box.x = x < ink.box.x ? x : ink.box.x;
            ink.box.y = y < ink.box.y ? y : ink.box.y;
            right = x >= right ? x + 1 : right;
            bottom = y >= bottom ? y + 1 : bottom;
        }
    ink.box.w = right - ink.box.x;
    ink.box.h = bottom - ink.box.y;
    return ink;
}

#endif
