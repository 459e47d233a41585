/*
 * fonts.h -- the faces of the design, found by fontconfig, and what they lack
 * taken from other fonts of the system.
 *
 * A line of text is cut into runs by which font has the glyphs, by script and
 * by direction; Han characters take the shapes of the text's language. All runs
 * stand on one baseline. Sizes are px per em. Nothing is drawn here but glyphs,
 * white on clear. Of a line, the first 16,000 bytes are set.
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

/* A line of text as white pixels with alpha. */
struct line_image {
    SDL_Surface *surface; /* the receiver's to free; NULL without ink */
    int left;   /* columns that reach to the left of where the line begins */
    int ascent; /* rows above the baseline */
};

struct line_image fonts_render(struct fonts *fonts, enum face face, int size,
                               const char *lang, const char *text);

/* True if there are fonts with all that is in a text. */
bool fonts_can(struct fonts *fonts, enum face face, int size, const char *lang,
               const char *text);

#endif
