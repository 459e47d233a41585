/*
 * curve.h -- how one memory fades: recall as a function of time.
 *
 * Every model here forgets by a sum of power laws,
 *
 *     R(t) = sum of share * (1 + factor * t / stability) ^ -power
 *
 * over the sum of the shares: FSRS-6 by one term, FSRS-7 by two (fast and
 * slow), a mixture of two hypotheses by the terms of both. So there is one
 * way to read a recall and one way to find the day on which it falls to a
 * target.
 *
 * Pure; knows no model and no grade. The operations are done in the order in
 * which the models' authors write them, so that the last digits agree too.
 */
#ifndef MEMORY_CURVE_H
#define MEMORY_CURVE_H

enum { CURVE_TERMS_MAX = 4 };

/* No interval is longer than this many days. */
#define CURVE_DAYS_MAX 36500.0

struct curve_term {
    double share;
    double factor;
    double stability; /* days */
    double power;
};

struct curve {
    double whole; /* the sum of the shares */
    double doubt; /* recall stays this far from 0 and from 1 */
    int count;
    struct curve_term term[CURVE_TERMS_MAX];
};

/* `value` within [low, high]; what is not a number counts as `low`. */
double curve_bounded(double value, double low, double high);

/* One term without its share: 1 at once, falling towards 0. */
double curve_term_recall(const struct curve_term *term, double days);

/* The chance of recall, 0 to 1, after `days`; below 0 days count as 0. */
double curve_recall(const struct curve *curve, double days);

/* Adds `other`, believed with `weight`, to a curve of the same doubt; both
 * together have at most CURVE_TERMS_MAX terms. */
void curve_add(struct curve *curve, const struct curve *other, double weight);

/*
 * The day, 0 to CURVE_DAYS_MAX, on which recall is `target`, with an error in
 * recall of at most 1e-9; 0 where it is below from the start, the maximum
 * where it is still above at the end.
 */
double curve_days_until(const struct curve *curve, double target);

#endif
