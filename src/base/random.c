#include "base/random.h"

static uint64_t mix(uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

struct random random_seeded(uint64_t seed)
{
    return (struct random){seed};
}

uint64_t random_next(struct random *random)
{
    random->state += 0x9e3779b97f4a7c15u;
    return mix(random->state);
}

uint64_t random_below(struct random *random, uint64_t n)
{
    /* Drop the short last stretch, so that no number is favoured. */
    uint64_t whole = UINT64_MAX - UINT64_MAX % n;
    uint64_t bits = random_next(random);
    while (bits >= whole)
        bits = random_next(random);
    return bits % n;
}

double random_unit(struct random *random)
{
    return (double)(random_next(random) >> 11) * 0x1.0p-53;
}

uint64_t hash_text(uint64_t seed, const char *text)
{
    uint64_t hash = 0xcbf29ce484222325u ^ mix(seed);
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        hash = (hash ^ *p) * 0x100000001b3u;
    return mix(hash);
}

uint64_t hash_number(uint64_t seed, uint64_t number)
{
    return mix(mix(seed) + 0x9e3779b97f4a7c15u + number);
}
