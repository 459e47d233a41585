#include "memory/curve.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>

enum { STEPS_MAX = 200 };

/* In the logarithm of days: from far below a nanosecond to the maximum. */
static const double log_days_least = -100.0;

/* Newton's error after a step is about the square of the step, so a step this
 * small leaves nothing but rounding. */
static const double step_small = 3e-8;

double curve_bounded(double value, double low, double high)
{
    if (!(value >= low))
        return low;
    return value > high ? high : value;
}

double curve_term_recall(const struct curve_term *term, double days)
{
    return pow(1.0 + term->factor * days / term->stability, -term->power);
}

/* From a sum over the terms to a recall that leaves a doubt. */
static double doubted(const struct curve *curve, double sum)
{
    return sum / curve->whole * (1.0 - 2.0 * curve->doubt) + curve->doubt;
}

double curve_recall(const struct curve *curve, double days)
{
    double since = curve_bounded(days, 0.0, HUGE_VAL);
    double sum = 0.0;
    for (int i = 0; i < curve->count; i++)
        sum += curve->term[i].share * curve_term_recall(&curve->term[i], since);
    return curve_bounded(doubted(curve, sum), 0.0, 1.0);
}

void curve_add(struct curve *curve, const struct curve *other, double weight)
{
    assert(curve->count + other->count <= CURVE_TERMS_MAX);
    for (int i = 0; i < other->count; i++) {
        struct curve_term *term = &curve->term[curve->count++];
        *term = other->term[i];
        term->share *= weight / other->whole;
        curve->whole += term->share;
    }
    curve->doubt = other->doubt;
}

/* Recall and its derivative by the logarithm of days. */
static double recall_and_slope(const struct curve *curve, double days,
                               double *slope)
{
    double sum = 0.0;
    double falling = 0.0;
    for (int i = 0; i < curve->count; i++) {
        const struct curve_term *term = &curve->term[i];
        double grown = term->factor * days / term->stability;
        double part = term->share * curve_term_recall(term, days);
        sum += part;
        falling += part * term->power * grown / (1.0 + grown);
    }
    *slope = -falling / curve->whole * (1.0 - 2.0 * curve->doubt);
    return doubted(curve, sum);
}

/* One power law is inverted on paper; not bounded. */
static double invert(const struct curve_term *term, double log_target)
{
    return term->stability / term->factor *
           (exp(log_target / -term->power) - 1.0);
}

/* The logarithm of days at which to begin: where each term alone would end,
 * by their shares. */
static double first_guess(const struct curve *curve, double target)
{
    double log_target = log(target);
    double guess = 0.0;
    for (int i = 0; i < curve->count; i++)
        guess += curve->term[i].share / curve->whole *
                 log(invert(&curve->term[i], log_target));
    return curve_bounded(guess, log_days_least, log(CURVE_DAYS_MAX));
}

/*
 * Newton on the odds of recall, between what is never forgotten and what is
 * recalled at once, against the logarithm of days: at both ends a power law is
 * a straight line in these, so few steps are needed. The odds are compared by
 * way of `over`, whose subtraction is exact near the end. A step that would
 * leave the bracket becomes a bisection, so the search ends for any curve.
 */
static double solve(const struct curve *curve, double most, double target)
{
    double low = log_days_least;
    double high = log(CURVE_DAYS_MAX);
    double range = most - curve->doubt;
    double at = first_guess(curve, target);
    bool end_is_below = false;
    for (int i = 0; i < STEPS_MAX; i++) {
        double slope;
        double recall = recall_and_slope(curve, exp(at), &slope);
        double over = recall - target;
        if (over > 0.0)
            low = at;
        else
            high = at;
        double below = most - recall;
        double odds = over * range / ((target - curve->doubt) * below);
        double bend = (recall - curve->doubt) * below / range;
        double next = at - log1p(odds) * bend / slope;
        if (!(next >= low && next <= high)) {
            /* Only a curve that seems to leave the range is asked whether it
             * does: most do not come near its end. */
            if (!end_is_below && curve_recall(curve, CURVE_DAYS_MAX) >= target)
                return CURVE_DAYS_MAX;
            end_is_below = true;
            next = low + (high - low) / 2.0;
        }
        bool settled = fabs(next - at) <= step_small;
        at = next;
        if (settled)
            break;
    }
    return curve_bounded(exp(at), 0.0, CURVE_DAYS_MAX);
}

double curve_days_until(const struct curve *curve, double target)
{
    double shares = 0.0;
    for (int i = 0; i < curve->count; i++)
        shares += curve->term[i].share;
    double most = doubted(curve, shares);
    if (!(most > target))
        return 0.0;
    if (!(target > curve->doubt))
        return CURVE_DAYS_MAX;
    if (curve->count == 1 && curve->doubt <= 0.0)
        return curve_bounded(invert(&curve->term[0], log(target)), 0.0,
                             CURVE_DAYS_MAX);
    return solve(curve, most, target);
}
