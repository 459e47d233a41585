/*
 * metrics.h -- how well a model foretold what was answered.
 *
 * Three figures, over answers that each count the same: the log loss (mean of
 * -ln of what was said to be the chance of that answer), the error of
 * calibration RMSE(bins) (answers in groups of about one distance, length and
 * number of failures, as srs-benchmark and fsrs-rs group them: how far the mean
 * foretold is from the share that was right), and the area under the ROC curve.
 * What is foretold of an answer with a chance of luck is P(right), with luck.
 *
 * Pure, in 64 bits; the same answers give the same bits.
 */
#ifndef MEMORY_METRICS_H
#define MEMORY_METRICS_H

#include "memory/reviews.h"

struct metrics {
    size_t targets;
    double log_loss;
    double rmse_bins;
    double auc;      /* 0.5 where all answers were alike */
    double right;    /* share */
    double expected; /* the share that was foretold */
};

/* One answer that was foretold. */
struct foretold {
    double chance; /* of a right answer */
    uint32_t bin;  /* of RMSE(bins) */
    bool right;
};

/* What a model says of reviews: `daily` over those at least a study day after
 * the one before, `all` over all but each card's first. */
struct judgement {
    struct metrics daily;
    struct metrics all;
};

/* The bin of an answer `days` after the last one, the `length`-th of its card
 * that has a distance, after `lapses` failures. */
uint32_t metrics_bin(double days, uint32_t length, uint32_t lapses);

/* The figures of a list, which comes out in another order. */
struct metrics metrics_of(struct foretold *list, size_t count);

/* The answers in the places `from` to before `until`, each foretold from all
 * before it on its card. */
struct judgement metrics_judge(const struct memory_model *model,
                               const struct reviews *reviews, uint32_t from,
                               uint32_t until, struct arena *arena);

/* The same, of a model of its own for each fold: cuts of reviews_cut(). */
struct judgement metrics_judge_folds(const struct memory_model *models,
                                     const struct reviews *reviews,
                                     const uint32_t *cuts, int folds,
                                     struct arena *arena);

#endif
