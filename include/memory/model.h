/*
 * model.h -- what is remembered of one thing, and when to ask again.
 *
 * One small interface over two models of forgetting, FSRS-7 (the default) and
 * FSRS-6. Everything is a value: a memory goes in, a memory comes out.
 * Pure: no clock, no chance, no files. All arithmetic is in 64 bits and the
 * same arguments give the same bits.
 *
 * A memory is a list of weighted hypotheses (see memory/evidence.h): after a
 * right answer that may have been luck there can be two, "remembered" and
 * "lucky". A memory of no hypotheses is that of something never reviewed.
 */
#ifndef MEMORY_MODEL_H
#define MEMORY_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

enum {
    MODEL_WEIGHTS_MAX = 34,
    FSRS6_WEIGHTS = 21,
    FSRS7_WEIGHTS = 34,
    MEMORY_BRANCHES_MAX = 2,
};

enum grade { GRADE_AGAIN, GRADE_HARD, GRADE_GOOD, GRADE_EASY, GRADE_COUNT };

enum model_kind { MODEL_FSRS6, MODEL_FSRS7 };

struct memory_model {
    enum model_kind kind;
    double weights[MODEL_WEIGHTS_MAX]; /* the first 21 for FSRS-6 */
};

/* One hypothesis. FSRS-6 has one stability: `fast` is 0 there. */
struct memory_state {
    double slow;       /* days: FSRS-6's stability, FSRS-7's slow one */
    double fast;       /* days: FSRS-7's fast stability */
    double difficulty; /* 1 to 10 */
};

struct memory {
    int count; /* hypotheses: 0 (never reviewed), 1 or 2 */
    double weight[MEMORY_BRANCHES_MAX]; /* sum 1 */
    struct memory_state branch[MEMORY_BRANCHES_MAX];
};

/* When something was reviewed: the instant and the learner's study day. */
struct review_time {
    int64_t at_ms;
    int32_t study_day;
};

/* The model with the published default weights. */
struct memory_model memory_model_default(enum model_kind kind);

/*
 * A model with `count` own weights (21 for FSRS-6, 34 for FSRS-7), brought
 * within their published bounds where `clamp` is set. False, with a sentence,
 * for another count or a number that is not finite.
 */
bool memory_model_make(struct memory_model *model, enum model_kind kind,
                       const double *weights, int count, bool clamp,
                       struct error *err);

/*
 * Days between two reviews as the model counts them: FSRS-6 the difference of
 * study days, FSRS-7 the exact time; never below 0 (clocks go back).
 */
double memory_elapsed_days(const struct memory_model *model,
                           struct review_time from, struct review_time to);

/* The chance of recall, 0 to 1, `days` after the last review; 1 for a memory
 * of nothing. A mixture's is the weighted mean. */
double memory_recall(const struct memory_model *model,
                     const struct memory *memory, double days);

/* The memory after a review whose recall or failure is certain. */
struct memory memory_after(const struct memory_model *model,
                           const struct memory *memory, double elapsed_days,
                           enum grade grade);

/* The memories after each of the four grades, `after[grade]`. */
void memory_outcomes(const struct memory_model *model,
                     const struct memory *memory, double elapsed_days,
                     struct memory after[GRADE_COUNT]);

/*
 * Days until recall falls to `target` (0 < target < 1), found so that
 * |recall - target| <= 1e-9, within [0, 36500]; 0 for a memory of nothing.
 */
double memory_days_until(const struct memory_model *model,
                         const struct memory *memory, double target);

/* Strength, for mastery, ladder and seals: days until recall is 90 %. */
double memory_strength_days(const struct memory_model *model,
                            const struct memory *memory);

#endif
