/*
 * workload.h -- what a wanted recall costs, and which one costs least.
 *
 * The learner's memories live on for a year at each of four targets (see
 * study/forecast.h), without an exam and with as many minutes as it takes; new
 * cards come as the settings say. Cost is study over the year for each card
 * that is recalled in its later half: a low target forgets more than it saves,
 * a high one asks more than it keeps. Pure and seeded.
 */
#ifndef STUDY_WORKLOAD_H
#define STUDY_WORKLOAD_H

#include "study/progress.h"

enum { WORKLOAD_TARGETS = 4, WORKLOAD_DAYS = 365, WORKLOAD_FUTURES = 8 };

struct workload {
    double target;
    double answers;  /* a day, in the later half of the year */
    double minutes;  /* the same */
    double recalled; /* cards, on the mean of that half */
    double kept;     /* cards with a strength of 90 days or more at its end */
    double cost;     /* minutes over the year for a card recalled */
};

/* The four targets, .8 .85 .9 .95. */
extern const double workload_targets[WORKLOAD_TARGETS];

/* What they come to; returns the place of the cheapest. */
int workload_make(struct arena *arena, const struct knowledge *knowledge,
                  const struct progress *progress, const struct deck *deck,
                  struct moment now, double seconds,
                  struct workload loads[WORKLOAD_TARGETS]);

#endif
