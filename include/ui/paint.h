/*
 * paint.h -- paints a draw list.
 *
 * The same pixels in a window and in a picture: only the software renderer,
 * only masks computed here, glyphs and filled rects. Shapes and texts are kept
 * as textures until they have not been used for a while.
 */
#ifndef UI_PAINT_H
#define UI_PAINT_H

#include <SDL.h>

#include "app/draw.h"
#include "app/theme.h"
#include "ui/fonts.h"

struct painter;

/* Paints through a renderer with these fonts, which outlive the painter. NULL
 * without memory. */
struct painter *painter_open(SDL_Renderer *renderer, struct fonts *fonts);
void painter_close(struct painter *painter);

/* Paints the whole list; presenting it is the caller's. */
void painter_paint(struct painter *painter, const struct draw_list *list,
                   const struct theme *theme);

#endif
