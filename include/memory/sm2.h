/*
 * sm2.h -- a memory from what SM-2 kept of it: an ease and an interval.
 *
 * SM-2 and its descendants keep no stability. They asked again when recall had
 * fallen to some target, so the memory taken here is the one whose recall after
 * that interval is that target. For FSRS-6 the ease becomes the difficulty
 * that would have made the interval grow by it; FSRS-7 begins in the middle
 * (difficulty 5, the fast stability 0.8 of the slow one), as its authors do.
 * Where the reviews themselves are known, replaying them says more.
 *
 * Pure.
 */
#ifndef MEMORY_SM2_H
#define MEMORY_SM2_H

#include "memory/model.h"

/* Shorter intervals count as this, as in fsrs-rs. */
#define SM2_DAYS_MIN 0.001

struct sm2 {
    double ease;          /* the interval's growth by a good answer: 2.5 */
    double interval_days; /* the current one */
};

/*
 * The memory just after the last review, where recall is `retention` (over 0,
 * below 1) when the interval ends; an interval outside what the model can hold
 * gives the nearest state. False, with a sentence, for numbers that are not
 * finite and a retention out of range.
 */
bool memory_from_sm2(const struct memory_model *model, struct sm2 old,
                     double retention, struct memory *memory,
                     struct error *err);

#endif
