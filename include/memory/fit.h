/*
 * fit.h -- the weights of a model that explain a learner's answers best.
 *
 * The loss is the mean over what was predicted of -ln P(answer): of a right
 * answer with chance c of being right without knowing P = R + (1 - R) c, so
 * that weights learnt from choice questions are not flattered by luck. FSRS-6
 * predicts reviews that come at least a day after the last one, FSRS-7 all but
 * the first. The slope is exact, through the whole recurrence; a
 * quasi-Newton search (memory/minimise.h) keeps the published bounds. The same
 * log gives the same bits. Eight cards go at a time in 32 bits: a million
 * reviews take FSRS-6 .3 s and FSRS-7 1.5 to 2.6 s where no answer can have
 * been luck; where all can, 4 s and 6 to 15 s, for each then leaves two
 * hypotheses.
 *
 * Two options, whose defaults are what foretold best what came after: the log
 * loss of five folds in time, the mean over a real learner's first 600, 2000,
 * 5000 and all 12,580 reviews and sixteen synthetic learners
 * (tests/bench/folds.sh; the table stands in tests/bench/README.md).
 * - recency: `mild`, since real memories change: .4389 with FSRS-6, .4403
 *   without it and .4404 `strong`, which is good for a real learner's first
 *   2000 reviews alone. FSRS-7: .4042, .4043 and .4067.
 * - a prior, a pull towards the default weights in units of how much they
 *   differ between learners: on; without it .4550 and .4334.
 *
 * Pure: the log is passed in, the caller's function may watch and stop.
 */
#ifndef MEMORY_FIT_H
#define MEMORY_FIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "memory/model.h"

/* Fewer predictions than these say too little: the defaults are kept. What one
 * card has past FIT_CARD_MAX is not looked at. */
enum { FIT_TARGETS_MIN = 64, FIT_CARD_MAX = 20000 };

/* How much less old answers count: not at all; rising with the third power of
 * their place in time, from a quarter; with a high power, from a fifteenth
 * (what FSRS-7's authors fit with). */
enum fit_recency { FIT_RECENCY_NONE, FIT_RECENCY_MILD, FIT_RECENCY_STRONG };

/* What is used where nobody says otherwise; see above why. */
enum fit_recency fit_recency_default(enum model_kind kind);
bool fit_prior_default(enum model_kind kind);

/* Reviews by card, each card's in order of time. */
struct fit_log {
    size_t cards;
    const uint32_t *starts; /* cards + 1 of them: where each card begins */
    const float *days;      /* since the card's last review, as the model counts
                             * them; its first one's is not read */
    const uint8_t *grades;  /* enum grade */
    const float *chances;   /* of being right without knowing; NULL: all 0 */
    const float *weights;   /* in the loss; NULL: 1 each */
};

struct fit_options {
    enum model_kind kind;
    bool prior;
    bool fine;      /* to the very end: slower, and hardly better */
    int iterations; /* at most; 0: as many as it takes */
    /* True stops the search; `done` is 0 to 1. NULL: nobody watches. */
    bool (*watch)(void *self, double done, double loss);
    void *self;
};

struct fit_result {
    struct memory_model model;
    double loss_before; /* mean, with the default weights */
    double loss;
    size_t targets;
    int iterations;
    bool stopped; /* by `watch`: the weights are then the defaults */
    bool too_few; /* and so are they then */
};

/* Finds the weights. What it needs besides lives in `arena`. */
struct fit_result fit_model(const struct fit_log *log,
                            const struct fit_options *options,
                            struct arena *arena);

/* Where that of a card ends which is looked at. */
uint32_t fit_card_end(const struct fit_log *log, size_t card);

/* How many answers of the log the model predicts. */
size_t fit_targets(const struct fit_log *log, enum model_kind kind);

/* How much the answer at place `at` of `count` in order of time counts. */
double fit_recency_weight(enum fit_recency recency, size_t at, size_t count);

#endif
