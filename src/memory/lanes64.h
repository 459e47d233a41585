/*
 * lanes64.h -- four doubles at once, with their exponential and logarithm.
 *
 * What lanes.h is for floats; the results differ from those of the C library
 * in the last two digits at most. Private to the files of memory that name it.
 */
#ifndef LANES64_H
#define LANES64_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { LANES64 = 4 };

#pragma GCC diagnostic ignored "-Wpsabi"
#define LANES64_INLINE static inline __attribute__((always_inline))

typedef double lanes64 __attribute__((vector_size(LANES64 * sizeof(double))));
/* What comparisons give: all bits of a lane, or none. */
typedef int64_t lane_is64
    __attribute__((vector_size(LANES64 * sizeof(int64_t))));
typedef uint64_t lane_bits64
    __attribute__((vector_size(LANES64 * sizeof(uint64_t))));

LANES64_INLINE lanes64 lanes64_of(double value)
{
    return (lanes64){0} + value;
}

LANES64_INLINE lanes64 lanes64_load(const double *from)
{
    lanes64 value;
    memcpy(&value, from, sizeof value);
    return value;
}

LANES64_INLINE void lanes64_store(double *to, lanes64 value)
{
    memcpy(to, &value, sizeof value);
}

LANES64_INLINE lane_bits64 lanes64_bits(lanes64 value)
{
    lane_bits64 bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

LANES64_INLINE lanes64 lanes64_from_bits(lane_bits64 bits)
{
    lanes64 value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* `yes` in the lanes where the comparison `is` holds, else `no`. */
LANES64_INLINE lanes64 lanes64_choose(lane_is64 is, lanes64 yes, lanes64 no)
{
    lane_bits64 mask = (lane_bits64)is;
    return lanes64_from_bits((mask & lanes64_bits(yes)) |
                             (~mask & lanes64_bits(no)));
}

LANES64_INLINE bool lanes64_any(lane_is64 is)
{
    int64_t any = 0;
    for (int i = 0; i < LANES64; i++)
        any |= is[i];
    return any != 0;
}

LANES64_INLINE lanes64 lanes64_min(lanes64 a, lanes64 b)
{
    return lanes64_choose(a < b, a, b);
}

LANES64_INLINE lanes64 lanes64_max(lanes64 a, lanes64 b)
{
    return lanes64_choose(a > b, a, b);
}

LANES64_INLINE lanes64 lanes64_abs(lanes64 a)
{
    return lanes64_from_bits(lanes64_bits(a) & 0x7fffffffffffffffu);
}

/* Within [low, high]; what is not a number counts as `low`. */
LANES64_INLINE lanes64 lanes64_bounded(lanes64 value, double low, double high)
{
    lanes64 raised = lanes64_choose(value >= low, value, lanes64_of(low));
    return lanes64_min(raised, lanes64_of(high));
}

/* e^x = 2^n e^r with x = n ln 2 + r and |r| <= ln 2 / 2. */
struct lanes64_parts {
    lanes64 power; /* 2^n */
    lanes64 rest;  /* e^r - 1 */
};

/* e^r - 1 by its Taylor series up to r^13, whose rest is below 1e-17, in parts
 * that do not wait for each other (Estrin's scheme). Beyond 2^1000 or 2^-1000
 * the exponent stops growing. */
LANES64_INLINE struct lanes64_parts lanes64_split(lanes64 x)
{
    lanes64 within = lanes64_bounded(x, -693.0, 693.0);
    /* Adding 1.5 * 2^52 rounds to a whole number in the lowest bits. */
    lanes64 shifted = within * 1.4426950408889634 + 6755399441055744.0;
    lanes64 n = shifted - 6755399441055744.0;
    /* ln 2 in two parts, the first with few digits, so that n * it is exact. */
    lanes64 r =
        within - n * 0.693147180369123816490 - n * 1.90821492927058770002e-10;
    lanes64 r2 = r * r;
    lanes64 r4 = r2 * r2;
    lanes64 low =
        (r * (1.0 / 6.0) + 0.5) + (r * (1.0 / 120.0) + 1.0 / 24.0) * r2;
    lanes64 middle = (r * (1.0 / 5040.0) + 1.0 / 720.0) +
                     (r * (1.0 / 362880.0) + 1.0 / 40320.0) * r2;
    lanes64 high = (r * (1.0 / 39916800.0) + 1.0 / 3628800.0) +
                   (r * (1.0 / 6227020800.0) + 1.0 / 479001600.0) * r2;
    lane_bits64 exponent = lanes64_bits(shifted) - 0x4338000000000000u;
    return (struct lanes64_parts){
        .power = lanes64_from_bits((exponent + 1023u) << 52),
        .rest = (low + (middle + high * r4) * r4) * r2 + r,
    };
}

LANES64_INLINE lanes64 lanes64_exp(lanes64 x)
{
    struct lanes64_parts parts = lanes64_split(x);
    return parts.power * parts.rest + parts.power;
}

LANES64_INLINE lanes64 lanes64_expm1(lanes64 x)
{
    struct lanes64_parts parts = lanes64_split(x);
    return parts.power * parts.rest + (parts.power - 1.0);
}

/* ln(1 + f) = 2 atanh(f / (2 + f)) by its series, for |f| up to sqrt(2) - 1;
 * the rest is below 1e-17. */
LANES64_INLINE lanes64 lanes64_log_near_one(lanes64 f)
{
    lanes64 s = f / (f + 2.0);
    lanes64 square = s * s;
    lanes64 s4 = square * square;
    lanes64 s8 = s4 * s4;
    lanes64 low = (square * (1.0 / 5.0) + 1.0 / 3.0) +
                  (square * (1.0 / 9.0) + 1.0 / 7.0) * s4;
    lanes64 high = (square * (1.0 / 13.0) + 1.0 / 11.0) +
                   (square * (1.0 / 17.0) + 1.0 / 15.0) * s4;
    lanes64 last = square * (1.0 / 21.0) + 1.0 / 19.0;
    lanes64 series = low + (high + last * s8) * s8;
    return (series * square) * (s * 2.0) + s * 2.0;
}

/* A normal number over 0 as 2^n m, with m between sqrt(1/2) and sqrt(2). */
struct lanes64_scaled {
    lanes64 n;
    lanes64 m;
};

LANES64_INLINE struct lanes64_scaled lanes64_scale(lanes64 x)
{
    const uint64_t sqrt_half = 0x3fe6a09e667f3bcdu;
    const uint64_t above = 1024ull << 52;
    /* Counted from sqrt(1/2), with 1024 more so that it is above 0. */
    lane_bits64 exponent = (lanes64_bits(x) - sqrt_half + above) >> 52;
    return (struct lanes64_scaled){
        .n = lanes64_from_bits(exponent + 0x4338000000000000u) -
             (6755399441055744.0 + 1024.0),
        .m = lanes64_from_bits(lanes64_bits(x) - (exponent << 52) + above),
    };
}

/* n ln 2 + ln(1 + f) */
LANES64_INLINE lanes64 lanes64_log_sum(lanes64 n, lanes64 f)
{
    return (lanes64_log_near_one(f) + n * 1.90821492927058770002e-10) +
           n * 0.693147180369123816490;
}

/* ln x for normal x > 0. */
LANES64_INLINE lanes64 lanes64_log(lanes64 x)
{
    struct lanes64_scaled scaled = lanes64_scale(x);
    return lanes64_log_sum(scaled.n, scaled.m - 1.0);
}

/* ln(1 + x) for x > -1, exact to the last digits near 0 too. */
LANES64_INLINE lanes64 lanes64_log1p(lanes64 x)
{
    struct lanes64_scaled scaled = lanes64_scale(x + 1.0);
    lane_is64 near = (x < 0.4) & (x > -0.29);
    return lanes64_log_sum(lanes64_choose(near, lanes64_of(0.0), scaled.n),
                           lanes64_choose(near, x, scaled.m - 1.0));
}

#endif
