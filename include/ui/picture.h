/*
 * picture.h -- a draw list as pixels, without a display.
 *
 * The same painter on the same software renderer as the window's, over memory.
 */
#ifndef UI_PICTURE_H
#define UI_PICTURE_H

#include <stdint.h>

#include "app/draw.h"
#include "app/theme.h"
#include "base/error.h"
#include "ui/fonts.h"

/* Paints into `rgb`, width * height * 3 bytes. False with a sentence when
 * there is no memory for it. */
bool picture_paint(const struct draw_list *list, const struct theme *theme,
                   struct fonts *fonts, int width, int height, uint8_t *rgb,
                   struct error *err);

/* The same after `before` was on show (NULL: nothing was), for pictures of
 * what moves. */
bool picture_paint_after(const struct draw_list *before,
                         const struct draw_list *list,
                         const struct theme *theme, struct fonts *fonts,
                         int width, int height, uint8_t *rgb,
                         struct error *err);

#endif
