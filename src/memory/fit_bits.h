/*
 * fit_bits.h -- small things over eight lanes that both models' losses need.
 * Between the files of memory/fit alone.
 */
#ifndef FIT_BITS_H
#define FIT_BITS_H

#define LANES 8
#include "fit_lanes.h"
#include "lanes.h"

_Static_assert(LANES == FIT_LANES, "groups are as wide as the lanes");

/* A prediction is never quite certain: no answer costs more than this. */
#define DOUBT 1e-7f

LANES_INLINE lane_bits grades_at(const int32_t *grades)
{
    lane_bits bits;
    memcpy(&bits, grades, sizeof bits);
    return bits;
}

LANES_INLINE lanes as_lanes(lane_bits bits)
{
    return __builtin_convertvector(bits, lanes);
}

/* `value` where the condition holds, else 0. */
LANES_INLINE lanes where(lane_bits is, lanes value)
{
    return lanes_from_bits(is & lanes_bits(value));
}

LANES_INLINE lanes first_of(const float *by_grade, lane_bits grades)
{
    lanes value = lanes_of(by_grade[0]);
    for (int g = 1; g <= 4; g++)
        value = lanes_choose(grades == g, lanes_of(by_grade[g]), value);
    return value;
}

LANES_INLINE double total(lanes value)
{
    double sum = 0;
    for (int i = 0; i < LANES; i++)
        sum += (double)value[i];
    return sum;
}

#endif
