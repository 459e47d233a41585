/*
 * icons.h -- the icons as strokes on a grid of 24.
 *
 * Between the files of ui alone.
 */
#ifndef UI_ICONS_H
#define UI_ICONS_H

#include "app/draw.h"

/* Distance from a point of the grid to the nearest stroke. */
double icons_distance(enum icon icon, double x, double y);

/* How thick its strokes are on an icon of `size` px, in px. */
double icons_stroke(enum icon icon, int size);

#endif
