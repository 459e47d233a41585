/*
 * dual_model.h -- FSRS-6 and FSRS-7 in numbers that carry their slope.
 *
 * The formulas of memory/fsrs6.c and memory/fsrs7.c. For tests alone.
 */
#ifndef DUAL_MODEL_H
#define DUAL_MODEL_H

#include "dual.h"
#include "memory/model.h"

struct dual_state {
    struct dual slow;
    struct dual fast;
    struct dual difficulty;
};

struct dual_model {
    enum model_kind kind;
    struct dual w[MODEL_WEIGHTS_MAX];
    struct dual easy;   /* D0(4) */
    struct dual factor; /* FSRS-6: F of the forgetting curve */
};

struct dual_model dual_model_of(enum model_kind kind, const double *weights);

struct dual_state dual_first(const struct dual_model *model, enum grade grade);

/* Recall, of FSRS-7 also that of the fast strand alone. */
struct dual_recall {
    struct dual fast;
    struct dual whole;
};

struct dual_recall dual_recall(const struct dual_model *model,
                               const struct dual_state *state, double days);

/* The state after a review whose recall is known. */
struct dual_state dual_after(const struct dual_model *model,
                             const struct dual_state *state,
                             const struct dual_recall *recall, double days,
                             enum grade grade);

#endif
