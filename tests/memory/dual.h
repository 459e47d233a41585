/*
 * dual.h -- numbers that carry their slope in every weight (forward-mode
 * differentiation): each operation applies the chain rule, so a formula written
 * with them is differentiated exactly. Values are in 64 bits, slopes in 32: a
 * search needs no more of them. For tests alone.
 */
#ifndef DUAL_H
#define DUAL_H

#include <math.h>

/* As many as FSRS-7 has weights, in whole vectors. */
enum { DUAL_LANES = 4, DUAL_VECTORS = 9 };

typedef float dual_lanes __attribute__((vector_size(DUAL_LANES * 4)));

struct dual {
    double value;
    dual_lanes slope[DUAL_VECTORS];
};

static inline double dual_slope(const struct dual *a, int number)
{
    return (double)a->slope[number / DUAL_LANES][number % DUAL_LANES];
}

static inline struct dual dual_of(double value)
{
    struct dual d = {.value = value};
    return d;
}

/* The weight of that number. */
static inline struct dual dual_weight(double value, int number)
{
    struct dual d = {.value = value};
    d.slope[number / DUAL_LANES][number % DUAL_LANES] = 1;
    return d;
}

/* f(a), where f' is known. */
static inline struct dual dual_chain(const struct dual *a, double value,
                                     double by_a)
{
    struct dual d;
    float scale = (float)by_a;
    d.value = value;
    for (int i = 0; i < DUAL_VECTORS; i++)
        d.slope[i] = scale * a->slope[i];
    return d;
}

/* f(a, b), where both partial slopes are known. */
static inline struct dual dual_chain2(const struct dual *a,
                                      const struct dual *b, double value,
                                      double by_a, double by_b)
{
    struct dual d;
    float scale_a = (float)by_a;
    float scale_b = (float)by_b;
    d.value = value;
    for (int i = 0; i < DUAL_VECTORS; i++)
        d.slope[i] = scale_a * a->slope[i] + scale_b * b->slope[i];
    return d;
}

static inline struct dual dual_add(struct dual a, struct dual b)
{
    return dual_chain2(&a, &b, a.value + b.value, 1, 1);
}

static inline struct dual dual_subtract(struct dual a, struct dual b)
{
    return dual_chain2(&a, &b, a.value - b.value, 1, -1);
}

static inline struct dual dual_multiply(struct dual a, struct dual b)
{
    return dual_chain2(&a, &b, a.value * b.value, b.value, a.value);
}

static inline struct dual dual_divide(struct dual a, struct dual b)
{
    double value = a.value / b.value;
    return dual_chain2(&a, &b, value, 1 / b.value, -value / b.value);
}

/* a * factor + shift */
static inline struct dual dual_linear(struct dual a, double factor,
                                      double shift)
{
    return dual_chain(&a, a.value * factor + shift, factor);
}

static inline struct dual dual_exp(struct dual a)
{
    double value = exp(a.value);
    return dual_chain(&a, value, value);
}

static inline struct dual dual_expm1(struct dual a)
{
    double value = expm1(a.value);
    return dual_chain(&a, value, value + 1);
}

static inline struct dual dual_log(struct dual a)
{
    return dual_chain(&a, log(a.value), 1 / a.value);
}

static inline struct dual dual_log1p(struct dual a)
{
    return dual_chain(&a, log1p(a.value), 1 / (1 + a.value));
}

/* Within bounds; at one it does not move. */
static inline struct dual dual_bounded(struct dual a, double low, double high)
{
    if (a.value > low && a.value < high)
        return a;
    return dual_of(a.value >= high ? high : low);
}

static inline struct dual dual_min(struct dual a, struct dual b)
{
    return a.value < b.value ? a : b;
}

static inline struct dual dual_max(struct dual a, struct dual b)
{
    return a.value > b.value ? a : b;
}

#endif
