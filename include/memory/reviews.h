/*
 * reviews.h -- many reviews of many cards, arranged for fitting and judging.
 *
 * A list in any order becomes each card's history in order of time; reviews of
 * one instant stay in the order they were given. What a model is fitted to and
 * what it is judged by are parts of it: all that came before a place in time,
 * and all from there to another one.
 *
 * Pure. At most REVIEWS_MAX of them.
 */
#ifndef MEMORY_REVIEWS_H
#define MEMORY_REVIEWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "memory/fit.h"

enum { REVIEWS_MAX = 100000000 };

struct review {
    int64_t at_ms;
    int32_t study_day;
    uint32_t card;  /* 0, 1, 2 ... without a gap */
    uint32_t place; /* among all, in order of time: reviews_arrange() */
    float chance;   /* of being right without knowing */
    uint8_t grade;  /* enum grade */
};

struct reviews {
    struct review *list; /* by card, each card's in order of time */
    size_t count;
    size_t cards;
    uint32_t *starts; /* cards + 1 of them: where each card begins */
};

/* Brings `list` into order, where `count` and `cards` are set; `starts` is
 * made. */
void reviews_arrange(struct reviews *reviews, struct arena *arena);

/* Days since the card's review before, as that model counts them; 0 for its
 * first one. */
double reviews_days(const struct reviews *reviews, size_t at,
                    enum model_kind kind);

/* True if the review is at least a study day after the one before: what both
 * models predict, and are compared by. */
bool reviews_is_daily(const struct reviews *reviews, size_t at);

/*
 * The places that part the time into `folds` + 1 equal shares of the daily
 * reviews, in `cuts`, folds + 1 of them: fold i is fitted to all before
 * cuts[i] and judged by what comes from there to before cuts[i + 1].
 */
void reviews_cut(const struct reviews *reviews, int folds, uint32_t *cuts,
                 struct arena *arena);

/* What a model is fitted to: all reviews before the place `until`. */
struct fit_log reviews_log(const struct reviews *reviews, enum model_kind kind,
                           uint32_t until, enum fit_recency recency,
                           struct arena *arena);

#endif
