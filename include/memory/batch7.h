/*
 * batch7.h -- the four outcomes of FSRS-7 and their intervals for many cards
 * at once.
 *
 * As memory/batch.h is for FSRS-6, but in 64 bits, for an interval is where
 * recall falls to the target to 1e-9. Stabilities, difficulties and intervals
 * differ from those of memory/model.h by at most BATCH7_ERROR of their size.
 * What is stored about a learner is never computed here. The same arguments
 * give the same bits, at any place in the batch.
 *
 * Pure, and allocates nothing.
 */
#ifndef MEMORY_BATCH7_H
#define MEMORY_BATCH7_H

#include <stddef.h>

#include "memory/model.h"

/* The largest relative difference from memory/model.h; what was measured is
 * printed by tests/memory/test_batch7. */
#define BATCH7_ERROR 1e-11

/* More days since the last review than these count as these. */
#define BATCH7_DAYS_MAX 1e100

/* `count` cards about to be reviewed, one array element each. */
struct batch7_cards {
    size_t count;
    const double *slow; /* days; 0 is a card never reviewed */
    const double *fast;
    const double *difficulty;
    const double *elapsed_days; /* since the last review */
};

/* Where the results go: arrays of `count` elements, one of each a grade. */
struct batch7_results {
    double *slow[GRADE_COUNT];
    double *fast[GRADE_COUNT];
    double *difficulty[GRADE_COUNT];
    double *days_until[GRADE_COUNT]; /* recall falls to the target */
};

/* Writes the outcomes of every card and the days until recall falls to
 * `target` (0 < target < 1), within [0, 36500]. The model is FSRS-7. */
void batch7_outcomes(const struct memory_model *model, double target,
                     const struct batch7_cards *cards,
                     const struct batch7_results *results);

#endif
