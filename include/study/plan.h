/*
 * plan.h -- what to study today, and in which order.
 *
 * Pure. Due items first come first by how little is recalled; new ones (8 a day
 * by default, less what was met today) are spread among them; the other
 * direction of an item met or planned today waits; related items (of one
 * subject) do not stand back to back where it can be helped.
 * Before an exam some come sooner, and no more than the day's minutes hold:
 * see study/exam.h.
 */
#ifndef STUDY_PLAN_H
#define STUDY_PLAN_H

#include "study/progress.h"

enum { PLAN_MAX = 500 };

struct plan_entry {
    const struct item *item;
    bool is_new;
};

struct plan {
    struct plan_entry entries[PLAN_MAX];
    int count;
    int due;     /* reviews among them */
    int fresh;   /* new ones among them */
    int due_all; /* reviews due, also those past PLAN_MAX */
};

/* Plans for `now`; `deck` NULL takes all decks. Same arguments, same plan. */
void plan_make(struct plan *plan, const struct knowledge *knowledge,
               const struct progress *progress, const struct deck *deck,
               struct moment now);

/* At most `count` new items past the number that a day has, in the order they
 * would come; what is due is left out. */
void plan_more_new(struct plan *plan, const struct knowledge *knowledge,
                   const struct progress *progress, const struct deck *deck,
                   struct moment now, int count);

/* Reviews that an item met now brings within `days` days after today when each
 * of them is answered well. */
int plan_cost_of_new(const struct study_settings *settings, struct moment now,
                     int days);

/* Items due on each of `days` coming study days, the first one today. */
void plan_forecast(const struct knowledge *knowledge,
                   const struct progress *progress, const struct deck *deck,
                   struct moment now, int32_t *counts, int days);

/* Seconds an answer takes, from the log (median-like; 15 without a log). */
double plan_seconds_per_answer(const struct progress *progress);

#endif
