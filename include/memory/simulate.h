/*
 * simulate.h -- a learner who forgets as a model says, and one who schedules.
 *
 * The learner's memory of each thing is known exactly; what is not known is
 * guessed. The scheduler sees right and wrong, believes what its own model
 * makes of that, and asks again on the day when it believes the target is
 * reached. What is measured is how far belief and memory are apart then. An
 * answer that is not known is shown: after a lucky one the learner remembers
 * as after "again" and, ten minutes on, "good" (memory/evidence.h).
 *
 * Pure and seeded: the same world gives the same numbers. It knows nothing of
 * days of the week, fuzz, sittings or a limit a day: see study/forecast.h.
 */
#ifndef MEMORY_SIMULATE_H
#define MEMORY_SIMULATE_H

#include <stdint.h>

#include "memory/model.h"

enum { SIMULATE_RUNGS = 4, SIMULATE_BANDS = 6 };

/* What a scheduler makes of an answer. */
enum simulate_feed {
    SIMULATE_PLAIN,  /* right is recalled */
    SIMULATE_FOLDED, /* right may be luck, but one hypothesis is kept */
    SIMULATE_LUCK,   /* right may be luck: memory/evidence.h */
    SIMULATE_RECALL, /* it is told whether it was recalled */
};

/* How things are asked from a believed strength on. */
struct simulate_rung {
    double from_days;
    double chance;  /* of being right without knowing */
    double seconds; /* that an answer takes */
};

struct simulate_world {
    struct memory_model truth;  /* how the learner forgets */
    struct memory_model belief; /* how the scheduler thinks so */
    enum simulate_feed feed;
    int rungs;
    struct simulate_rung rung[SIMULATE_RUNGS]; /* weakest first */
    double target;
    double new_recall; /* the share of new things that is known */
    int items;
    int days;
    uint64_t seed;
};

/* Answers on due days, a day or more after the last, by believed strength. */
struct simulate_band {
    int64_t answers;
    double recall;     /* sums: of the true recall, */
    double belief;     /* of the believed one, */
    double square;     /* of their difference squared */
    int64_t overrated; /* where memory is SIMULATE_OVER below belief */
};

struct simulation {
    int64_t answers; /* in all, the repetitions of a sitting among them */
    int64_t due;     /* on due days, as in the bands */
    double recall;   /* mean true recall on due days */
    double belief;
    double error;       /* standard error of recall - belief, over items */
    double calibration; /* root of the mean square over the bands */
    double spread;      /* the same over single answers */
    double kept;        /* mean recall over the items and all days */
    double seconds;     /* of answering, per item */
    struct simulate_band band[SIMULATE_BANDS];
};

/* That much less recall than believed, and something was overrated. */
#define SIMULATE_OVER 0.1

/* The strength in days at which each band begins. */
extern const double simulate_band_from[SIMULATE_BANDS];

/* Lives through `world->days` days with `world->items` things new at first. */
struct simulation simulate(const struct simulate_world *world);

#endif
