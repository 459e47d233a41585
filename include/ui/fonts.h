/*
 * fonts.h -- the faces of the design, found by fontconfig, and what they lack
 * taken from other fonts of the system.
 *
 * A line of text is cut into runs by which font has the glyphs; Han characters
 * take the shapes of the text's language. All runs stand on one baseline.
 * Sizes are px per em. Nothing is drawn here but glyphs, white on clear.
 */
#ifndef UI_FONTS_H
#define UI_FONTS_H

#include <SDL.h>

#include "app/draw.h"
#include "base/error.h"

struct fonts;

/* Finds the faces; NULL with a sentence when the system has no font at all. */
struct fonts *fonts_open(struct error *err);
void fonts_close(struct fonts *fonts);

/* The measures that view() needs. */
struct text_metrics fonts_metrics(struct fonts *fonts);

/* Ascent and descent of a face, the line's own. */
int fonts_ascent(struct fonts *fonts, enum face face, int size);
int fonts_descent(struct fonts *fonts, enum face face, int size);

/* The line in white on a clear surface whose baseline is at fonts_ascent();
 * NULL for a text without ink. The caller frees it. */
SDL_Surface *fonts_render(struct fonts *fonts, enum face face, int size,
                          const char *lang, const char *text);

#endif
