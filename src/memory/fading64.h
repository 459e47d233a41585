/*
 * fading64.h -- the two-term forgetting curve of FSRS-7 for four memories at
 * once, and the days on which they fall to a target: memory/curve.h in lanes.
 * Between the files of memory alone.
 */
#ifndef FADING64_H
#define FADING64_H

#include <math.h>

#include "lanes64.h"
#include "memory/curve.h"

enum { STEPS_MAX = 200 };

/* Recall is kept this far from 0 and from 1. */
#define DOUBT 1e-5

/* As memory/curve.c searches: in the logarithm of days, till a step is so
 * small that its square moves recall by far less than a billionth. */
#define LOG_DAYS_LEAST -100.0
#define STEP_SMALL 1e-6

/* A target of recall, the same for every card. */
struct goal {
    double target;
    double log_target;
    double log_days_max;
    bool is_searched; /* or each interval is `days` */
    double days;
};

struct term {
    lanes64 share; /* of 1 */
    lanes64 rate;  /* (1 + rate * days)^-power */
    lanes64 power;
};

struct fading {
    struct term fast, slow;
};

static inline struct goal goal_for(double target)
{
    return (struct goal){
        .target = target,
        .log_target = log(target),
        .log_days_max = log(CURVE_DAYS_MAX),
        .is_searched = target > DOUBT && target < 1.0 - 2.0 * DOUBT + DOUBT,
        .days = target <= DOUBT ? CURVE_DAYS_MAX : 0.0,
    };
}

LANES64_INLINE lanes64 term_recall(const struct term *term, lanes64 days)
{
    return lanes64_exp(-term->power * lanes64_log1p(term->rate * days));
}

LANES64_INLINE lanes64 doubted(lanes64 recall)
{
    return recall * (1.0 - 2.0 * DOUBT) + DOUBT;
}

LANES64_INLINE lanes64 recall_at(const struct fading *fading, lanes64 days)
{
    return doubted(fading->fast.share * term_recall(&fading->fast, days) +
                   fading->slow.share * term_recall(&fading->slow, days));
}

/* Where the term alone would end, as a logarithm of days. */
LANES64_INLINE lanes64 alone(const struct goal *goal, const struct term *term)
{
    lanes64 grown = lanes64_expm1(-goal->log_target / term->power);
    return lanes64_log(grown / term->rate);
}

/* The searches of so many curves side by side: each stage of a step is done
 * for all of them, so that none waits for the one before it. */
enum { SEARCHES = 4 };

struct searches {
    const struct goal *goal;
    struct fading fading[SEARCHES];
    lanes64 low[SEARCHES], high[SEARCHES]; /* logarithms of days */
    lanes64 at[SEARCHES];
    lane_is64 done[SEARCHES], endless[SEARCHES];
};

LANES64_INLINE void searches_begin(struct searches *s)
{
    for (int i = 0; i < SEARCHES; i++) {
        const struct fading *fading = &s->fading[i];
        lanes64 guess = fading->fast.share * alone(s->goal, &fading->fast) +
                        fading->slow.share * alone(s->goal, &fading->slow);
        s->low[i] = lanes64_of(LOG_DAYS_LEAST);
        s->high[i] = lanes64_of(s->goal->log_days_max);
        s->at[i] =
            lanes64_bounded(guess, LOG_DAYS_LEAST, s->goal->log_days_max);
        s->done[i] = s->endless[i] = (lane_is64){0};
    }
}

/* What each term has grown to and still gives at a time. */
struct stage {
    lanes64 fast_grown, slow_grown, fast_part, slow_part;
};

LANES64_INLINE void stages_of(const struct searches *s,
                              struct stage stage[SEARCHES])
{
    lanes64 days[SEARCHES], fast[SEARCHES], slow[SEARCHES];
    for (int i = 0; i < SEARCHES; i++)
        days[i] = lanes64_exp(s->at[i]);
    for (int i = 0; i < SEARCHES; i++) {
        stage[i].fast_grown = s->fading[i].fast.rate * days[i];
        stage[i].slow_grown = s->fading[i].slow.rate * days[i];
        fast[i] = lanes64_log1p(stage[i].fast_grown);
        slow[i] = lanes64_log1p(stage[i].slow_grown);
    }
    for (int i = 0; i < SEARCHES; i++) {
        const struct term *first = &s->fading[i].fast;
        const struct term *second = &s->fading[i].slow;
        stage[i].fast_part =
            first->share * lanes64_exp(-first->power * fast[i]);
        stage[i].slow_part =
            second->share * lanes64_exp(-second->power * slow[i]);
    }
}

/* Where Newton on the odds goes from a logarithm of days, as solve() of
 * curve.c does. ln(1 + odds) is x (6 + x) / (6 + 4 x), which differs from the
 * fourth power of x on: near the end it is as good, and it is quick. */
LANES64_INLINE lanes64 newton(const struct searches *s, int i,
                              const struct stage *stage, lanes64 *over)
{
    const double range = 1.0 - 2.0 * DOUBT;
    lanes64 fast = stage->fast_grown + 1.0;
    lanes64 slow = stage->slow_grown + 1.0;
    lanes64 falling =
        stage->fast_part * s->fading[i].fast.power * stage->fast_grown * slow +
        stage->slow_part * s->fading[i].slow.power * stage->slow_grown * fast;
    lanes64 recall = doubted(stage->fast_part + stage->slow_part);
    lanes64 below = 1.0 - DOUBT - recall;
    lanes64 bend = (recall - DOUBT) * below * (fast * slow) / falling;
    *over = recall - s->goal->target;
    lanes64 x = *over * range;
    lanes64 unit = below * (s->goal->target - DOUBT);
    lanes64 log_odds = x * (unit * 6.0 + x) / (unit * (unit * 6.0 + x * 4.0));
    return s->at[i] + lanes64_min(log_odds, lanes64_of(3.0)) * bend *
                          (1.0 / (range * range));
}

LANES64_INLINE void search_step(struct searches *s, int i,
                                const struct stage *stage)
{
    lanes64 over;
    lanes64 at = s->at[i];
    lanes64 next = newton(s, i, stage, &over);
    s->low[i] = lanes64_choose(over > 0.0, at, s->low[i]);
    s->high[i] = lanes64_choose(over > 0.0, s->high[i], at);
    lane_is64 strays =
        ~((next >= s->low[i]) & (next <= s->high[i])) & ~s->done[i];
    if (lanes64_any(strays)) {
        lanes64 end = recall_at(&s->fading[i], lanes64_of(CURVE_DAYS_MAX));
        lanes64 half = s->low[i] + (s->high[i] - s->low[i]) * 0.5;
        s->endless[i] |= strays & (end >= s->goal->target);
        next = lanes64_choose(strays, half, next);
    }
    s->at[i] = lanes64_choose(s->done[i], at, next);
    s->done[i] |= (lanes64_abs(next - at) <= STEP_SMALL) | s->endless[i];
}

LANES64_INLINE void searches_run(struct searches *s)
{
    lane_is64 done = {0};
    searches_begin(s);
    for (int step = 0; step < STEPS_MAX && lanes64_any(~done); step++) {
        struct stage stage[SEARCHES];
        stages_of(s, stage);
        done = ~(lane_is64){0};
        for (int i = 0; i < SEARCHES; i++) {
            search_step(s, i, &stage[i]);
            done &= s->done[i];
        }
    }
}

/* The days that one of them found. */
LANES64_INLINE lanes64 searches_days(const struct searches *s, int i)
{
    lanes64 days = lanes64_bounded(lanes64_exp(s->at[i]), 0.0, CURVE_DAYS_MAX);
    return lanes64_choose(s->endless[i], lanes64_of(CURVE_DAYS_MAX), days);
}

#endif
