/*
 * minimise.h -- finds where a smooth function of a few numbers is smallest.
 *
 * A quasi-Newton search (BFGS; Nocedal and Wright, Numerical Optimization,
 * chapters 6 and 18, with Powell's damping) within bounds: each step goes to
 * where a square function that fits what was seen is smallest within them.
 * Each number has a scale, the size of a change that matters. A function that
 * is a sum over many cases can say how it bends before the first step; then
 * few are needed. The same arguments give the same bits. Pure, and allocates
 * nothing.
 */
#ifndef MEMORY_MINIMISE_H
#define MEMORY_MINIMISE_H

#include <stdbool.h>

enum { MINIMISE_MAX = 40 };

/* How the slope changes with each number; symmetric, bent upwards. */
struct minimise_shape {
    double bend[MINIMISE_MAX][MINIMISE_MAX];
};

struct minimise_problem {
    int count; /* at most MINIMISE_MAX */
    const double *low;
    const double *high;
    const double *scale; /* over 0 */
    /* The value at `x`, and its slope in each number. */
    double (*value)(void *self, const double *x, double *slope);
    /* About how the value bends at the beginning. NULL: it is not known. */
    const struct minimise_shape *shape;
    /* Called after each step; true ends the search. NULL: nobody watches. */
    bool (*watch)(void *self, int iteration, double value);
    void *self;
};

struct minimise_result {
    double value;
    int iterations;
    bool stopped; /* by `watch` */
};

/* Moves `x`, within the bounds, to where the value falls by less than
 * `tolerance` of itself in five steps, or `most` steps were made. */
struct minimise_result minimise(const struct minimise_problem *problem,
                                double *x, double tolerance, int most);

#endif
