/*
 * calendar.h -- the last weeks of the log, a day a place.
 *
 * Columns are weeks that begin on a Monday, the last one is this week. A day's
 * level tells how many reviews it had beside the busy days shown: the busiest
 * tenth has the highest level. Pure.
 */
#ifndef STUDY_CALENDAR_H
#define STUDY_CALENDAR_H

#include "study/progress.h"

enum { CALENDAR_WEEKS = 20, CALENDAR_DAYS = 7 * CALENDAR_WEEKS };
enum { CALENDAR_LEVELS = 5 }; /* 0: no reviews */

struct calendar {
    int32_t first; /* study day of the first place, a Monday */
    int32_t begun; /* first day on show with a review; `today` without one */
    int count;     /* places up to today, which is the last one */
    int64_t reviews;
    int8_t level[CALENDAR_DAYS];
};

/* The weeks up to `today`. */
struct calendar calendar_of(const struct progress *progress, int32_t today);

#endif
