/*
 * logo.h -- the seal of the program, alone on clear ground.
 *
 * For icons: of the window, of the desktop. In screens the logo is a seal like
 * others.
 */
#ifndef UI_LOGO_H
#define UI_LOGO_H

#include <SDL.h>
#include <stdint.h>

#include "app/theme.h"
#include "base/error.h"
#include "ui/fonts.h"

enum { LOGO_SIZE_MIN = 16 };

/* The logo, `size` px wide and high, as straight alpha; the receiver's to
 * free. NULL without memory. */
SDL_Surface *logo_draw(struct fonts *fonts, const struct theme *theme,
                       int size);

/* The same as size * size * 4 bytes, red first. */
bool logo_pixels(struct fonts *fonts, const struct theme *theme, int size,
                 uint8_t *rgba, struct error *err);

#endif
