/*
 * minimise_box.h -- a square function within bounds. Between the files of
 * memory/minimise alone.
 */
#ifndef MINIMISE_BOX_H
#define MINIMISE_BOX_H

#include "memory/minimise.h"

/*
 * Finds the step, with low <= step <= high in each of `count` numbers, to about
 * where slope . step + step . bend step / 2 is smallest. Numbers that run
 * against a bound are put there one after another, and stay there.
 */
void minimise_box(const struct minimise_shape *shape, int count,
                  const double *slope, const double *low, const double *high,
                  double *step);

#endif
