/*
 * random.h -- chance as an argument, and hashes that do not change.
 *
 * The same seed gives the same numbers on every machine and in every version:
 * questions and due days are re-created from them. Pure. Not for secrets.
 */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

struct random {
    uint64_t state;
};

/* A stream of numbers for a seed (SplitMix64, Steele, Lea & Flood 2014). */
struct random random_seeded(uint64_t seed);

/* The next 64 bits. */
uint64_t random_next(struct random *random);

/* A number from 0 to n - 1, each equally likely (n at least 1). */
uint64_t random_below(struct random *random, uint64_t n);

/* A number in [0, 1). */
double random_unit(struct random *random);

/* 64 bits of a text (FNV-1a, then mixed), carried on from `seed`. */
uint64_t hash_text(uint64_t seed, const char *text);

/* 64 bits of a number, carried on from `seed`. */
uint64_t hash_number(uint64_t seed, uint64_t number);

#endif
