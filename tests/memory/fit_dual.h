/*
 * fit_dual.h -- the loss of either model over a log whose right answers may
 * have been luck, and its slope in all weights; in 64 bits (the slope in 32), a
 * card at a time.
 *
 * What src/memory/fit_lanes.h is held against: far slower, and exact. The
 * models' formulas stand here once more, in numbers that carry their slope;
 * test_fit_slopes.c holds them against memory/model.h.
 */
#ifndef FIT_DUAL_H
#define FIT_DUAL_H

#include "memory/fit.h"

/* The sum of the losses over the answers that are predicted with weights `w`,
 * and its slope in each of them. Every `part`-th card is looked at. */
double fit_dual_loss(const struct fit_log *log, enum model_kind kind, int part,
                     const double *w, double *slope);

#endif
