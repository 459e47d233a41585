/*
 * same.h -- what counts as equal in the tests of memory.
 */
#ifndef SAME_H
#define SAME_H

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory/model.h"

/* Whether `value` written with so many significant digits is the reference. */
static inline bool same_digits(double value, const char *reference, int digits)
{
    char written[40];
    snprintf(written, sizeof written, "%.*g", digits, value);
    if (strtod(written, NULL) == strtod(reference, NULL))
        return true;
    fprintf(stderr, "%s is not %s\n", written, reference);
    return false;
}

/* The same for a value found by a search: one that lies in the middle between
 * two writings, to within the rounding of 64 bits, may be written as either. */
static inline bool same_digits_found(double value, const char *reference,
                                     int digits)
{
    char written[40];
    for (int side = -1; side <= 1; side++) {
        snprintf(written, sizeof written, "%.*g", digits,
                 value * (1.0 + side * 1e-14));
        if (strtod(written, NULL) == strtod(reference, NULL))
            return true;
    }
    return same_digits(value, reference, digits);
}

/* Whether two values agree within a relative difference. */
static inline bool near(double value, double reference, double relative)
{
    if (fabs(value - reference) <= relative * fabs(reference))
        return true;
    fprintf(stderr, "%.17g is not near %.17g\n", value, reference);
    return false;
}

/* Whether two memories are the same to the bit; the structs themselves have
 * gaps, which say nothing. */
static inline bool same_memory(const struct memory *a, const struct memory *b)
{
    size_t used = (size_t)a->count;
    return a->count == b->count &&
           memcmp(a->weight, b->weight, used * sizeof a->weight[0]) == 0 &&
           memcmp(a->branch, b->branch, used * sizeof a->branch[0]) == 0;
}

#endif
