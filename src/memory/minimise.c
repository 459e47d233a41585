#include "memory/minimise.h"

#include <math.h>
#include <string.h>

enum { PAIRS = 10, TRIES = 30, LOOK_BACK = 5 };

/* A step that gives this share of what its slope promises is good enough. */
static const double enough = 1e-4;

/* All in units of the scales. */
struct search {
    const struct minimise_problem *problem;
    int n;
    double x[MINIMISE_MAX];
    double slope[MINIMISE_MAX];
    double value;
    double step[PAIRS][MINIMISE_MAX];   /* of x, the last one last */
    double change[PAIRS][MINIMISE_MAX]; /* of the slope */
    double curve[PAIRS];                /* 1 / (step . change) */
    int pairs;
};

static double dot(const double *a, const double *b, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

static double bounded(const struct search *search, int i, double x)
{
    const struct minimise_problem *p = search->problem;
    return fmin(fmax(x, p->low[i] / p->scale[i]), p->high[i] / p->scale[i]);
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

/* A number at its bound whose slope pushes it out stays where it is. */
static bool is_held(const struct search *search, int i)
{
    const struct minimise_problem *p = search->problem;
    double x = search->x[i];
    return (x <= p->low[i] / p->scale[i] && search->slope[i] > 0) ||
           (x >= p->high[i] / p->scale[i] && search->slope[i] < 0);
}

/* The two loops of L-BFGS, over the numbers that are free. */
static void find_direction(const struct search *search, double *direction)
{
    int n = search->n;
    double share[PAIRS];
    for (int i = 0; i < n; i++)
        direction[i] = is_held(search, i) ? 0 : -search->slope[i];
    for (int k = search->pairs - 1; k >= 0; k--) {
        share[k] = search->curve[k] * dot(search->step[k], direction, n);
        for (int i = 0; i < n; i++)
            direction[i] -= share[k] * search->change[k][i];
    }
    if (search->pairs > 0) {
        const double *change = search->change[search->pairs - 1];
        double size =
            1 / (search->curve[search->pairs - 1] * dot(change, change, n));
        for (int i = 0; i < n; i++)
            direction[i] *= size;
    }
    for (int k = 0; k < search->pairs; k++) {
        double back =
            share[k] - search->curve[k] * dot(search->change[k], direction, n);
        for (int i = 0; i < n; i++)
            direction[i] += back * search->step[k][i];
    }
    for (int i = 0; i < n; i++)
        if (is_held(search, i))
            direction[i] = 0;
}

static void remember(struct search *search, const double *x,
                     const double *slope)
{
    int n = search->n;
    double step[MINIMISE_MAX];
    double change[MINIMISE_MAX];
    for (int i = 0; i < n; i++) {
        step[i] = x[i] - search->x[i];
        change[i] = slope[i] - search->slope[i];
    }
    double bend = dot(step, change, n);
    if (!(bend > 1e-10 * dot(change, change, n)))
        return; /* not curved upwards here: nothing to learn */
    if (search->pairs == PAIRS) {
        memmove(search->step[0], search->step[1],
                sizeof search->step - sizeof search->step[0]);
        memmove(search->change[0], search->change[1],
                sizeof search->change - sizeof search->change[0]);
        memmove(search->curve, search->curve + 1,
                sizeof search->curve - sizeof search->curve[0]);
        search->pairs--;
    }
    memcpy(search->step[search->pairs], step, sizeof step);
    memcpy(search->change[search->pairs], change, sizeof change);
    search->curve[search->pairs++] = 1 / bend;
}

/* Goes along the direction, by half as far each time, until the value falls
 * as it should; false when it does not. */
static bool advance(struct search *search, const double *direction)
{
    int n = search->n;
    double x[MINIMISE_MAX];
    double slope[MINIMISE_MAX];
    double far =
        search->pairs ? 1 : 1 / (1 + sqrt(dot(direction, direction, n)));
    for (int try = 0; try < TRIES; try++, far /= 2) {
        double promised = 0;
        for (int i = 0; i < n; i++) {
            x[i] = bounded(search, i, search->x[i] + far * direction[i]);
            promised += search->slope[i] * (x[i] - search->x[i]);
        }
        double value = evaluate(search, x, slope);
        if (!(value <= search->value + enough * promised) || promised >= 0)
            continue;
        remember(search, x, slope);
        memcpy(search->x, x, sizeof x);
        memcpy(search->slope, slope, sizeof slope);
        search->value = value;
        return true;
    }
    return false;
}

struct minimise_result minimise(const struct minimise_problem *problem,
                                double *x, double tolerance, int most)
{
    struct search search = {.problem = problem, .n = problem->count};
    struct minimise_result result = {0, 0, false};
    double direction[MINIMISE_MAX];
    for (int i = 0; i < search.n; i++)
        search.x[i] = bounded(&search, i, x[i] / problem->scale[i]);
    search.value = evaluate(&search, search.x, search.slope);
    double past[LOOK_BACK]; /* values some steps ago */
    for (int i = 0; i < LOOK_BACK; i++)
        past[i] = HUGE_VAL;
    while (result.iterations < most && !result.stopped) {
        find_direction(&search, direction);
        if (!advance(&search, direction)) {
            if (search.pairs == 0)
                break;
            search.pairs = 0; /* what was learnt misleads: begin anew */
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
