/*
 * minimise.h -- finds where a smooth function of a few numbers is smallest.
 *
 * Projected L-BFGS (Nocedal, Mathematics of Computation 35, 1980; bounds by
 * projection, Bertsekas, SIAM J. Control 20, 1982) with a backtracking line
 * search. Each number has bounds and a scale: the size of a change that
 * matters, so that a first step is neither huge nor nothing. The same
 * arguments give the same bits. Pure, and allocates nothing.
 */
#ifndef MEMORY_MINIMISE_H
#define MEMORY_MINIMISE_H

#include <stdbool.h>

enum { MINIMISE_MAX = 40 };

struct minimise_problem {
    int count; /* at most MINIMISE_MAX */
    const double *low;
    const double *high;
    const double *scale; /* over 0 */
    /* The value at `x`, and its slope in each number. */
    double (*value)(void *self, const double *x, double *slope);
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
