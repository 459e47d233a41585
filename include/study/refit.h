/*
 * refit.h -- whether the learner's model is fitted anew, and what it gains.
 *
 * A fit is kept only where it foretells better what it has not seen: a model
 * fitted to the first four fifths of the answers is judged beside the one in
 * use by those that came after. Where it does no worse, a last fit takes all
 * of them. Pure; it may run beside all else, on a copy of the reviews.
 */
#ifndef STUDY_REFIT_H
#define STUDY_REFIT_H

#include "memory/fit.h"
#include "memory/reviews.h"
#include "study/progress.h"

/* By itself each so many days, where so many answers are new; never with fewer
 * answers to cards that were met before. */
enum { REFIT_DAYS = 30, REFIT_NEW_MIN = 100, REFIT_TARGETS_MIN = 100 };

struct refit {
    struct memory_model model; /* the one to use from now on */
    bool is_better;            /* else it is the one that was in use */
    bool too_few;
    bool stopped; /* by `watch` */
    size_t judged;
    double right;           /* share of those that were right, */
    double expected_before; /* as the model in use foretold it, */
    double expected;        /* as the fitted one did */
};

/* True if it is time to fit by itself. */
bool refit_is_due(const struct progress *progress, int32_t today);

/* How many more answers to cards met before it takes; 0: there are enough. */
int64_t refit_missing(const struct progress *progress);

/* Fits and judges; `watch` as in fit_options. What it needs lives in `arena`.
 */
struct refit refit_model(const struct reviews *reviews,
                         const struct memory_model *now,
                         bool (*watch)(void *self, double done, double loss),
                         void *self, struct arena *arena);

#endif
