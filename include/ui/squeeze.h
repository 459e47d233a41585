/*
 * squeeze.h -- pixels of a picture made narrower and darker.
 *
 * Between the files of ui alone.
 */
#ifndef UI_SQUEEZE_H
#define UI_SQUEEZE_H

#include <SDL.h>

/* Of the first `w` columns and `h` rows, whose colours are multiplied with
 * their alpha as blending onto clear leaves them, makes `to_w` columns at most
 * as many, `shade` per mille darker, with plain colours. */
void squeeze_pixels(SDL_Surface *pixels, int w, int h, int to_w, int shade);

#endif
