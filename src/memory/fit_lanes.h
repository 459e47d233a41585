/*
 * fit_lanes.h -- the loss of a model over many cards, and its slope in all of
 * its weights, eight cards at a time in 32 bits. Between the files of memory
 * alone.
 *
 * The recurrence runs forwards once, keeping what each step needs, and then
 * backwards (reverse-mode differentiation), so that the slope costs about as
 * much as the loss. A step in which luck may be is walked three times: as
 * graded, forgotten, and recalled a moment after that (fit_walk.h). Sums over
 * cards are kept in 64 bits. The lanes are computed by the same operations on
 * every processor: the same input gives the same bits.
 */
#ifndef FIT_LANES_H
#define FIT_LANES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "memory/fit.h"

enum { FIT_LANES = 8 };

/* Cards of about one length side by side, step by step. */
struct fit_group {
    int steps;
    size_t at; /* of its first step in days, grades and weights */
};

struct fit_pack {
    struct fit_group *groups;
    size_t count;
    float *days;     /* FIT_LANES a step */
    int32_t *grades; /* 1 to 4; 0: the card has ended */
    float *weights;  /* of the answer in the loss; NULL: 1 each */
    float *chances;  /* of being right without knowing; NULL: none is lucky */
    uint8_t *lucky;  /* a step: one of its right answers may be luck */
    int steps_max;
    double targets; /* sum of the weights of what is predicted */
    void *steps;    /* room for the longest card, aligned for lanes */
};

/* Packs every `part`-th card of a log (1: all) for a model, in `arena`. */
void fit_pack_make(struct fit_pack *pack, const struct fit_log *log,
                   enum model_kind kind, int part, struct arena *arena);

/* The sum of the losses with weights `w`, and its slope in each of them: of
 * FSRS-6, of FSRS-7. */
double fit_pack_loss6(const struct fit_pack *pack, const double *w,
                      double *slope);
double fit_pack_loss7(const struct fit_pack *pack, const double *w,
                      double *slope);

/* What each keeps of one step, in bytes. */
size_t fit_step_bytes6(bool has_luck);
size_t fit_step_bytes7(bool has_luck);

#endif
