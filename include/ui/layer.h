/*
 * layer.h -- parts of a frame as one picture each: squeezed, shaded, moved or
 * faded while something moves.
 *
 * What is painted between layers_push() and layers_pop() goes to a picture of
 * its own; layers_gone() shows the frame before the motion. Pictures are kept
 * only while they are needed. Between the files of ui alone.
 */
#ifndef UI_LAYER_H
#define UI_LAYER_H

#include <SDL.h>

#include "app/draw.h"

enum { LAYERS_MAX = 4 }; /* one in another */

struct layers;

/* NULL without memory. */
struct layers *layers_open(SDL_Renderer *renderer);
void layers_close(struct layers *layers);

/* A frame begins: where its motion is another than that of the frame before,
 * that frame, which must still be on show, is kept. And a frame ends. */
void layers_begin(struct layers *layers, uint32_t serial);
void layers_end(struct layers *layers);

/* Painting goes to a clear picture of that part of the window, without a clip;
 * false when there is no more room or memory: what follows is then painted
 * where it was. */
bool layers_push(struct layers *layers, struct rect rect);

/* Painting goes back to where it went, and the picture is painted there, within
 * `clip` unless that is empty. */
void layers_pop(struct layers *layers, const struct draw *layer,
                struct rect clip);

/* Paints the part of the kept frame; nothing when there is none. */
void layers_gone(struct layers *layers, const struct draw *item,
                 struct rect clip);

/* Nothing outside of the rect is painted; an empty one: no clip. */
void layers_clip(struct layers *layers, struct rect rect);

#endif
