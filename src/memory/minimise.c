#include "memory/minimise.h"

#include <math.h>
#include <string.h>

#include "minimise_box.h"

enum { TRIES = 20, LOOK_BACK = 5 };

/* A step that gives this share of what its slope promises is good enough. */
static const double enough = 1e-4;

/* What is said of the shape is raised by so much: where little is known, a step
 * of one scale has to promise at least half of it. */
static const double raised = 1e-4;

/* All in units of the scales. */
struct search {
    const struct minimise_problem *problem;
    int n;
    double x[MINIMISE_MAX];
    double slope[MINIMISE_MAX];
    double value;
    struct minimise_shape shape;
    bool is_shaped; /* by what was seen or said, not by nothing */
};

static double dot(const double *a, const double *b, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

static double low(const struct search *search, int i)
{
    return search->problem->low[i] / search->problem->scale[i];
}

static double high(const struct search *search, int i)
{
    return search->problem->high[i] / search->problem->scale[i];
}

static double evaluate(struct search *search, const double *x, double *slope)
{
    const struct minimise_problem *p = search->problem;
    double own[MINIMISE_MAX];
    for (int i = 0; i < search->n; i++)
        own[i] = fmin(fmax(x[i] * p->scale[i], p->low[i]), p->high[i]);
    double value = p->value(p->self, own, slope);
    for (int i = 0; i < search->n; i++)
        slope[i] *= p->scale[i];
    return value;
}

/* Alike in all numbers, so that a step is about one scale long. */
static void forget_shape(struct search *search)
{
    double size = sqrt(dot(search->slope, search->slope, search->n));
    memset(&search->shape, 0, sizeof search->shape);
    for (int i = 0; i < search->n; i++)
        search->shape.bend[i][i] = 1 + size;
    search->is_shaped = false;
}

static void begin_shape(struct search *search)
{
    const struct minimise_problem *p = search->problem;
    forget_shape(search);
    if (!p->shape)
        return;
    for (int i = 0; i < search->n; i++) {
        for (int k = 0; k < search->n; k++)
            search->shape.bend[i][k] =
                p->shape->bend[i][k] * p->scale[i] * p->scale[k];
        search->shape.bend[i][i] += raised;
    }
    search->is_shaped = true;
}

/* BFGS: the shape becomes one that gives the change seen along the step. */
static void learn(struct search *search, const double *step, double *change)
{
    int n = search->n;
    double was[MINIMISE_MAX]; /* the change that the shape foretold */
    double bend = dot(step, change, n);
    if (!search->is_shaped && bend > 0) {
        double size = dot(change, change, n) / bend;
        for (int i = 0; i < n; i++)
            search->shape.bend[i][i] = size;
        search->is_shaped = true;
    }
    for (int i = 0; i < n; i++)
        was[i] = dot(search->shape.bend[i], step, n);
    double foretold = dot(step, was, n);
    if (!(foretold > 0))
        return;
    if (bend < .2 * foretold) { /* hardly curved upwards: believe it in part */
        double part = .8 * foretold / (foretold - bend);
        for (int i = 0; i < n; i++)
            change[i] = part * change[i] + (1 - part) * was[i];
        bend = .2 * foretold;
    }
    for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++)
            search->shape.bend[i][k] +=
                change[i] * change[k] / bend - was[i] * was[k] / foretold;
}

/* How far to go next, by the parabola through what is known. */
static double shorter(double far, double promised, double rise)
{
    double best = -promised * far * far / (2 * (rise - promised * far));
    return fmin(fmax(best, .1 * far), .5 * far);
}

static void move(struct search *search, const double *x, const double *slope,
                 double value)
{
    double step[MINIMISE_MAX];
    double change[MINIMISE_MAX];
    for (int i = 0; i < search->n; i++) {
        step[i] = x[i] - search->x[i];
        change[i] = slope[i] - search->slope[i];
    }
    learn(search, step, change);
    memcpy(search->x, x, sizeof search->x);
    memcpy(search->slope, slope, sizeof search->slope);
    search->value = value;
}

/* Goes along the step, less far each time, until the value falls as it should;
 * false when it does not. */
static bool advance(struct search *search, const double *step)
{
    double x[MINIMISE_MAX] = {0};
    double slope[MINIMISE_MAX] = {0};
    double promised = dot(search->slope, step, search->n);
    double far = 1;
    for (int try = 0; try < TRIES && promised < 0; try++) {
        for (int i = 0; i < search->n; i++)
            x[i] = search->x[i] + far * step[i];
        double value = evaluate(search, x, slope);
        if (value <= search->value + enough * far * promised) {
            move(search, x, slope, value);
            return true;
        }
        far = isfinite(value) ? shorter(far, promised, value - search->value)
                              : far / 4;
    }
    return false;
}

static void find_step(const struct search *search, double *step)
{
    double down[MINIMISE_MAX];
    double up[MINIMISE_MAX];
    for (int i = 0; i < search->n; i++) {
        down[i] = low(search, i) - search->x[i];
        up[i] = high(search, i) - search->x[i];
    }
    minimise_box(&search->shape, search->n, search->slope, down, up, step);
}

static void begin(struct search *search, const double *x)
{
    for (int i = 0; i < search->n; i++)
        search->x[i] =
            fmin(fmax(x[i] / search->problem->scale[i], low(search, i)),
                 high(search, i));
    search->value = evaluate(search, search->x, search->slope);
    begin_shape(search);
}

struct minimise_result minimise(const struct minimise_problem *problem,
                                double *x, double tolerance, int most)
{
    struct search search = {.problem = problem, .n = problem->count};
    struct minimise_result result = {0, 0, false};
    double step[MINIMISE_MAX];
    double past[LOOK_BACK]; /* values some steps ago */
    begin(&search, x);
    for (int i = 0; i < LOOK_BACK; i++)
        past[i] = HUGE_VAL;
    while (result.iterations < most && !result.stopped) {
        find_step(&search, step);
        if (!advance(&search, step)) {
            if (!search.is_shaped)
                break;
            forget_shape(&search); /* what was learnt misleads */
            continue;
        }
        result.iterations++;
        result.stopped =
            problem->watch &&
            problem->watch(problem->self, result.iterations, search.value);
        double *ago = &past[result.iterations % LOOK_BACK];
        if (*ago - search.value < tolerance * fabs(search.value))
            break;
        *ago = search.value;
    }
    for (int i = 0; i < search.n; i++)
        x[i] = fmin(fmax(search.x[i] * problem->scale[i], problem->low[i]),
                    problem->high[i]);
    result.value = search.value;
    return result;
}
