/*
 * mask.h -- shapes as pixels with alpha, computed once on the CPU.
 *
 * Coverage comes from signed distances, half a pixel wide at the edges. What is
 * to be tinted is white. The caller frees the surfaces; NULL without memory.
 */
#ifndef UI_MASK_H
#define UI_MASK_H

#include <SDL.h>

#include "app/draw.h"
#include "app/theme.h"

enum { SEAL_MARGIN = 2, SHADOW_SIDES = 2 };

/* A tile of one colour. */
SDL_Surface *mask_plain(uint32_t rgb);

/* A disc of that radius, 2 * radius wide; with `line` over 0, a ring that
 * thick. Its quarters are the corners of rounded boxes. */
SDL_Surface *mask_disc(int radius, int line);

/* A soft shadow to be drawn as a nine-patch: its corners are SHADOW_SIDES *
 * `blur` wide, half of that outside of what throws it, and one pixel lies
 * between them. */
SDL_Surface *mask_shadow(int blur);

/* An icon of `size` px. */
SDL_Surface *mask_icon(enum icon icon, int size);

/* A ring of `size` px, `line` px thick, clockwise from the top over all of the
 * round but `rest` per mille. */
SDL_Surface *mask_arc(int size, int line, int rest);

/* A rounded rect's border as dashes. */
SDL_Surface *mask_dashes(int w, int h, int radius, int line);

/* A mark that fills w * h px; with `line` over 0, its outline that thick. */
SDL_Surface *mask_mark(enum mark mark, int w, int h, int line);

/* A seal of `size` px in the theme's colours, without its character, and
 * SEAL_MARGIN clear pixels around it so that it can be turned. */
SDL_Surface *mask_seal(enum seal seal, int size, bool has_text,
                       const struct theme *theme);

/* A picture half as large, turned by degrees about its middle; as many columns
 * larger as its corners need. */
SDL_Surface *mask_turned(const SDL_Surface *twice, int degrees);

/* Writes a line of text in that colour over a seal, its top left at (left,
 * top), as ink that spreads a little. SDL's blending would let the colour of
 * clear pixels shine through at the edges. */
void mask_write(SDL_Surface *seal, const SDL_Surface *letter, int left, int top,
                uint32_t rgb);

#endif
