/*
 * input.h -- what SDL reports, as what a person did.
 *
 * Between the files of ui/window only. Keeps what spans several events:
 * fractions of a wheel's turn, and where a finger went down.
 */
#ifndef UI_INPUT_H
#define UI_INPUT_H

#include <SDL.h>

#include "app/input.h"

struct pointing {
    float turned; /* lines of the wheel that are not told yet */
    bool touched; /* a finger is down */
    bool dragged; /* and moved further than a tap does */
    int from_y;   /* where it went down, then where lines were told from */
    int line_px;  /* px of a line under the finger */
};

/* Translates keys, text, pointer and drops; INPUT_NONE for all other events.
 * Memory that SDL handed over with the event is given back. */
struct input input_translate(struct pointing *pointing, const SDL_Event *event);

#endif
