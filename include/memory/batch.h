/*
 * batch.h -- the four outcomes and their intervals for many cards at once.
 *
 * For simulations and forecasts that look at millions of reviews. FSRS-6
 * only, and in 32 bits: stability, difficulty and interval differ from those
 * of memory/model.h by at most BATCH_ERROR of their size. What is stored about
 * a learner is never computed here. The same arguments give the same bits, at
 * any place in the batch.
 *
 * Pure, and allocates nothing.
 */
#ifndef MEMORY_BATCH_H
#define MEMORY_BATCH_H

#include <stddef.h>

#include "memory/model.h"

/* The largest relative difference from 64 bits; 4.7e-7 was measured over the
 * ranges of states, 0 to 36500 days and five vectors of weights. */
#define BATCH_ERROR 1e-6

/* `count` cards about to be reviewed, one array element each. */
struct batch_cards {
    size_t count;
    const float *stability; /* days; 0 is a card never reviewed */
    const float *difficulty;
    const float *elapsed_days; /* since the last review */
};

/* Where the results go: arrays of `count` elements, one of each a grade. */
struct batch_results {
    float *stability[GRADE_COUNT];
    float *difficulty[GRADE_COUNT];
    float *days_until[GRADE_COUNT]; /* recall falls to the target */
};

/* Writes the outcomes of every card and the days until recall falls to
 * `target` (0 < target < 1), within [0, 36500]. The model is FSRS-6. */
void batch_outcomes(const struct memory_model *model, double target,
                    const struct batch_cards *cards,
                    const struct batch_results *results);

#endif
