/*
 * schedule.h -- when something comes back: intervals, fuzz, due days.
 *
 * Pure. An interval of a day or more is whole study days, moved by up to a few
 * per cent (fuzz) so that what was learned together does not return together;
 * a shorter one is an instant, at least ten minutes on.
 */
#ifndef STUDY_SCHEDULE_H
#define STUDY_SCHEDULE_H

#include <stdint.h>

#include "base/date.h"
#include "memory/model.h"

enum { SCHEDULE_SOONEST_MS = 10 * 60 * 1000, SCHEDULE_DAYS_MAX = 36500 };

struct due {
    int64_t ms;  /* the instant; the start of `day` for whole days */
    int32_t day; /* study day */
    double days; /* the interval as shown: whole from 1 on, else a fraction */
};

/* The one u in [0, 1) that fuzzes all four grades of an item's next review. */
double schedule_chance(const char *item, int32_t reviews);

/* Days after fuzz of an exact interval of at least 2.5 days (others are only
 * rounded): within the table of memory/fsrs.md 2.2, never longer for a
 * shorter interval with the same u. */
int32_t schedule_fuzz(double days, double u);

/* When a memory reviewed at `now` (the learner's zone in it) falls to the
 * target recall. */
struct due schedule_due(const struct memory_model *model,
                        const struct memory *memory, double target,
                        struct moment now, double u);

#endif
