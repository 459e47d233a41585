/*
 * forecast.h -- how much will be recalled on a day to come, and how sure that
 * is.
 *
 * The learner's own memories live on in some hundred futures: each day is
 * studied as the plan says, as far as its minutes reach; each answer falls as
 * its recall and a seeded chance say; the model learns from it. What differs
 * between futures is luck and the error of the model, one factor by which the
 * learner forgets faster or slower than believed. How far it may be off, and
 * to which side, is what the log says of recall expected and reached, beside
 * what is known of other learners (see forecast_error_of()).
 *
 * Made in small steps, so that a window never waits: begun, gone on with until
 * it is done. Pure and seeded: the same arguments give the same bits, however
 * the steps are cut. Cards never met until the day count as not recalled. Of
 * many cards an evenly spread sample lives on, in its share of the minutes.
 */
#ifndef STUDY_FORECAST_H
#define STUDY_FORECAST_H

#include "study/progress.h"

enum {
    FORECAST_FUTURES = 200,
    FORECAST_FUTURES_MAX = 1000,
    FORECAST_SAMPLE = 400, /* cards that live on, of more than these */
    FORECAST_DAYS_MAX = 1100,
};

/* How the days until then are studied. */
enum forecast_way {
    FORECAST_PLAN,  /* as plan_make() does before an exam */
    FORECAST_PLAIN, /* as if no exam were set */
    FORECAST_NAIVE, /* no interval reaches beyond the last day before it */
};

struct forecast_ask {
    const struct deck *deck; /* NULL: all */
    struct moment now;
    int32_t exam_day;
    double minutes; /* a day; negative: as many as it takes */
    double seconds; /* an answer takes */
    double target;  /* wanted recall; 0: the learner's */
    enum forecast_way way;
    int futures; /* at most FORECAST_FUTURES_MAX */
    uint64_t seed;
};

/* By how much the time that is forgotten in differs from the model's: its
 * natural logarithm, with its spread. */
struct forecast_error {
    double mean;
    double spread;
};

/* What the futures come to, on average where nothing else is said. */
struct forecast_result {
    double recall;    /* share of the cards recalled on the day */
    double low;       /* one future in ten is below, */
    double high;      /* one in ten above */
    double answers;   /* in all */
    double worst_day; /* answers on the day with the most */
    double unmet;     /* cards still new on the day */
    double kept;      /* cards with a strength of 90 days or more then */
    double held;      /* cards recalled, on the mean of the days' later half */
    double answers_later; /* a day, in that half */
    size_t cards;
};

struct forecast;

/* Begins; all of it lives in `arena`. An exam day that is today or past gives
 * what is recalled now; one further than FORECAST_DAYS_MAX counts as that. */
struct forecast *forecast_begin(struct arena *arena,
                                const struct knowledge *knowledge,
                                const struct progress *progress,
                                const struct forecast_ask *ask);

/* Goes on for about `answers` answers; true when all futures are lived. */
bool forecast_go_on(struct forecast *forecast, int answers);

/* Share of the work that is done, 0 to 1. */
double forecast_done(const struct forecast *forecast);

/* What the futures came to; only when all are lived. */
struct forecast_result forecast_result(const struct forecast *forecast);

/* All at once. */
struct forecast_result forecast_make(struct arena *arena,
                                     const struct knowledge *knowledge,
                                     const struct progress *progress,
                                     const struct forecast_ask *ask);

/* The error of the model that the log leaves likely. */
struct forecast_error forecast_error_of(const struct progress *progress);

#endif
