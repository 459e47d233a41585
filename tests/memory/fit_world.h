/*
 * fit_world.h -- logs to fit to, made from a seed.
 */
#ifndef FIT_WORLD_H
#define FIT_WORLD_H

#include <math.h>
#include <string.h>

#include "base/random.h"
#include "memory/evidence.h"
#include "memory/fit.h"
#include "memory/reviews.h"

enum { WORLD_DAY_MS = 86400000 };

/* `cards` cards of 1 to `longest` reviews: some on the same day, answers by
 * chance; with luck, every second answer may be a guess. */
static inline struct reviews world_reviews(struct arena *arena, size_t cards,
                                           int longest, uint64_t seed,
                                           bool has_luck)
{
    struct random random = random_seeded(seed);
    struct reviews reviews = {.cards = cards};
    reviews.list =
        arena_array(arena, cards * (size_t)longest, sizeof *reviews.list);
    for (uint32_t card = 0; card < cards; card++) {
        int64_t ms = 1000000000;
        int length = 1 + (int)random_below(&random, (uint64_t)longest);
        for (int i = 0; i < length; i++) {
            double wait = random_unit(&random) < .2
                              ? random_unit(&random) / 8
                              : exp(random_unit(&random) * 5);
            ms += (int64_t)(wait * WORLD_DAY_MS);
            reviews.list[reviews.count++] = (struct review){
                .at_ms = ms,
                .study_day = (int32_t)(ms / WORLD_DAY_MS),
                .card = card,
                .grade = random_unit(&random) < .15
                             ? 0
                             : (uint8_t)(1 + random_below(&random, 3)),
                .chance = has_luck && i % 2 ? .25f : 0,
            };
        }
    }
    reviews_arrange(&reviews, arena);
    return reviews;
}

/* Answers as a learner of that model would give them, reviewed at about 85 %;
 * those of a choice of four, where there is luck, may be guessed. */
static inline struct reviews world_learner(struct arena *arena,
                                           const struct memory_model *model,
                                           size_t cards, int length,
                                           uint64_t seed, float chance)
{
    struct random random = random_seeded(seed);
    struct reviews reviews = {.cards = cards};
    reviews.list =
        arena_array(arena, cards * (size_t)length, sizeof *reviews.list);
    for (uint32_t card = 0; card < cards; card++) {
        struct memory memory = {.count = 0};
        int64_t ms = (int64_t)card * 3 * 3600000;
        for (int i = 0; i < length; i++) {
            double wait = ceil(memory_days_until(model, &memory, .85) *
                               (.5 + random_unit(&random)));
            double days = i ? fmin(fmax(wait, 1), 400) : 0;
            double recall =
                i ? memory_recall(model, &memory, days) : EVIDENCE_NEW_RECALL;
            bool knows = random_unit(&random) < recall;
            bool right = knows || random_unit(&random) < (double)chance;
            ms += (int64_t)(days * WORLD_DAY_MS);
            reviews.list[reviews.count++] = (struct review){
                .at_ms = ms,
                .study_day = (int32_t)(ms / WORLD_DAY_MS),
                .card = card,
                .grade = right ? GRADE_GOOD : GRADE_AGAIN,
                .chance = chance,
            };
            memory = memory_after(model, &memory, days,
                                  knows ? GRADE_GOOD : GRADE_AGAIN);
        }
    }
    reviews_arrange(&reviews, arena);
    return reviews;
}

static inline struct fit_log world_log(const struct reviews *reviews,
                                       enum model_kind kind,
                                       struct arena *arena)
{
    return reviews_log(reviews, kind, (uint32_t)reviews->count,
                       FIT_RECENCY_NONE, arena);
}

#endif
