/*
 * mask.h -- shapes as white pixels with alpha, computed once on the CPU.
 *
 * Coverage comes from signed distances, half a pixel wide at the edges. The
 * caller frees the surfaces. NULL without memory.
 */
#ifndef UI_MASK_H
#define UI_MASK_H

#include <SDL.h>

#include "app/draw.h"
#include "app/theme.h"

/* The top left corner of a disc of that radius; with `line` over 0, of a ring
 * that thick. */
SDL_Surface *mask_corner(int radius, int line);

/* A soft shadow to be drawn as a nine-patch: its corners are `blur` * 2 wide.
 */
SDL_Surface *mask_shadow(int blur);

/* An icon of `size` px. */
SDL_Surface *mask_icon(enum icon icon, int size);

/* A seal of `size` px in its colours, without its character. */
SDL_Surface *mask_seal(enum seal seal, int size, bool has_text,
                       const struct theme *theme);

#endif
