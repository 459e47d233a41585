/*
 * fit_firsts.h -- what a first answer leaves, by its grade, in lanes: both
 * models have the same w0 to w5. Between the files of memory/fit alone.
 */
#ifndef FIT_FIRSTS_H
#define FIT_FIRSTS_H

#include <math.h>
#include <stdbool.h>

#include "fit_bits.h"

/* By grade from 1; at 0 what does no harm where no card is. */
struct firsts {
    float s[5];
    float d[5];
    float d_by[5]; /* the difficulty's slope in w5 */
    float w4;
    float easy; /* D0(4) before it is bounded */
};

static inline struct firsts firsts_of(const double *w)
{
    struct firsts firsts = {.s = {1}, .d = {1}};
    firsts.w4 = (float)w[4];
    firsts.easy = (float)(w[4] - exp(3 * w[5]) + 1);
    for (int g = 1; g <= 4; g++) {
        double d = w[4] - exp(w[5] * (g - 1)) + 1;
        bool within = d > 1 && d < 10;
        firsts.s[g] = (float)w[g - 1];
        firsts.d[g] = (float)fmin(fmax(d, 1), 10);
        firsts.d_by[g] = within ? (float)(-(g - 1) * exp(w[5] * (g - 1))) : 0;
    }
    return firsts;
}

/* The slopes in stability and difficulty go to the weights of each grade. */
LANES_INLINE void firsts_back(const struct firsts *firsts, lane_bits grade,
                              lanes by_s, lanes by_d, double *slope)
{
    for (int i = 0; i < LANES; i++) {
        int g = grade[i];
        if (g < 1)
            continue;
        slope[g - 1] += (double)by_s[i];
        if (firsts->d[g] > 1 && firsts->d[g] < 10)
            slope[4] += (double)by_d[i];
        slope[5] += (double)(by_d[i] * firsts->d_by[g]);
    }
}

/* The slope in the difficulty of an easy beginning. */
LANES_INLINE void easy_back(const struct firsts *firsts, double by_easy,
                            double *slope)
{
    slope[4] += by_easy;
    slope[5] += by_easy * ((double)firsts->easy - (double)firsts->w4 - 1) * 3;
}

#endif
