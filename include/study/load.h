/*
 * load.h -- how many cards a day a wanted recall makes.
 *
 * Pure. An average over the coming days of what the forecast counts: each item
 * that was reviewed, once, on the day on which its recall falls to the target.
 */
#ifndef STUDY_LOAD_H
#define STUDY_LOAD_H

#include "study/progress.h"

enum { LOAD_DAYS = 30, LOAD_SAMPLE = 1000 };

/* Cards a day over LOAD_DAYS with this target (0 < target < 1), rounded. Of
 * more than LOAD_SAMPLE items it looks at evenly spread ones only, so that it
 * takes no longer with a large log. */
int32_t load_per_day(const struct progress *progress,
                     const struct knowledge *knowledge, struct moment now,
                     double target);

#endif
