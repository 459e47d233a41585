/*
 * lanes.h -- several floats at once, with their exponential and logarithm.
 *
 * The vector types of gcc and clang, four lanes wide unless LANES is defined
 * before: the width that every 64-bit processor has. Each lane is computed by
 * the same operations at any width, so the results are the same everywhere.
 * Private to the files of memory that name it.
 *
 * expm1 and log1p rather than exp and log: where a memory is fresh, the models
 * subtract 1 from a number near 1, and these keep the digits.
 */
#ifndef LANES_H
#define LANES_H

#include <stdint.h>
#include <string.h>

#ifndef LANES
#define LANES 4
#endif

/* How vectors are passed depends on what the processor has, so a function of
 * them is never called but always put in place. */
#pragma GCC diagnostic ignored "-Wpsabi"
#define LANES_INLINE static inline __attribute__((always_inline))

typedef float lanes __attribute__((vector_size(LANES * sizeof(float))));
typedef int32_t lane_bits __attribute__((vector_size(LANES * sizeof(int32_t))));

LANES_INLINE lanes lanes_of(float value)
{
    return (lanes){0} + value;
}

LANES_INLINE lanes lanes_load(const float *from)
{
    lanes value;
    memcpy(&value, from, sizeof value);
    return value;
}

LANES_INLINE void lanes_store(float *to, lanes value)
{
    memcpy(to, &value, sizeof value);
}

LANES_INLINE lane_bits lanes_bits(lanes value)
{
    lane_bits bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

LANES_INLINE lanes lanes_from_bits(lane_bits bits)
{
    lanes value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* `yes` in the lanes where the comparison `is` holds, else `no`. */
LANES_INLINE lanes lanes_choose(lane_bits is, lanes yes, lanes no)
{
    return lanes_from_bits((is & lanes_bits(yes)) | (~is & lanes_bits(no)));
}

LANES_INLINE lanes lanes_min(lanes a, lanes b)
{
    return lanes_choose(a < b, a, b);
}

/* Within [low, high]; what is not a number counts as `low`. */
LANES_INLINE lanes lanes_bounded(lanes value, float low, float high)
{
    lanes raised = lanes_choose(value >= low, value, lanes_of(low));
    return lanes_min(raised, lanes_of(high));
}

/*
 * e^x - 1 = 2^n (e^r - 1) + (2^n - 1) with x = n ln 2 + r and |r| <= ln 2 / 2,
 * e^r - 1 by its Taylor series up to r^7, whose rest is below 1e-8. Beyond
 * 2^126 or 2^-126 the exponent stops growing.
 */
LANES_INLINE lanes lanes_expm1(lanes x)
{
    lanes within = lanes_bounded(x, -87.0f, 87.0f);
    /* Adding 1.5 * 2^23 rounds to a whole number in the lowest bits. */
    lanes shifted = within * 1.44269504f + 12582912.0f;
    lanes n = shifted - 12582912.0f;
    /* ln 2 in two parts, the first with few digits, so that n * it is exact. */
    lanes r = within - n * 0.693359375f + n * 2.12194440e-4f;
    lanes series = r * (1.0f / 5040.0f) + 1.0f / 720.0f;
    series = series * r + 1.0f / 120.0f;
    series = series * r + 1.0f / 24.0f;
    series = series * r + 1.0f / 6.0f;
    series = series * r + 0.5f;
    series = series * r * r + r;
    lane_bits exponent = lanes_bits(shifted) - 0x4b400000;
    lanes power = lanes_from_bits((exponent + 127) << 23);
    return power * series + (power - 1.0f);
}

LANES_INLINE lanes lanes_exp(lanes x)
{
    return lanes_expm1(x) + 1.0f;
}

/* ln(1 + f) = 2 atanh(f / (2 + f)) by its series, for |f| up to sqrt(2) - 1;
 * the rest is below 1e-8. */
LANES_INLINE lanes lanes_log_near_one(lanes f)
{
    lanes s = f / (f + 2.0f);
    lanes square = s * s;
    lanes series = square * (1.0f / 9.0f) + 1.0f / 7.0f;
    series = series * square + 1.0f / 5.0f;
    series = series * square + 1.0f / 3.0f;
    return (series * square + 1.0f) * s * 2.0f;
}

/* ln x for normal x > 0: x = 2^n m with m between sqrt(1/2) and sqrt(2). */
LANES_INLINE lanes lanes_log(lanes x)
{
    /* 0x3f3504f3 is sqrt(1/2): the exponent counts from there. */
    lane_bits exponent = (lanes_bits(x) - 0x3f3504f3) & ~0x7fffff;
    lanes m = lanes_from_bits(lanes_bits(x) - exponent);
    lanes whole = __builtin_convertvector(exponent >> 23, lanes);
    return lanes_log_near_one(m - 1.0f) + whole * 0.693147181f;
}

/* ln(1 + x) for x >= 0, exact to the last digits near 0 too. */
LANES_INLINE lanes lanes_log1p(lanes x)
{
    return lanes_choose(x < 0.4f, lanes_log_near_one(x), lanes_log(x + 1.0f));
}

#endif
