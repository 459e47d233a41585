/*
 * pacta-memory.h -- FSRS-7 and FSRS-6 in C: what is remembered, when to ask
 * again, and the weights that fit a learner.
 *
 * This header and libpacta-memory.a are all there is: beside the C library
 * they need -lm. Names begin with pacta_ or PACTA_, and no others are visible.
 * C11 or C++. Compile with `cc prog.c $(pkg-config --cflags --libs
 * pacta-memory)`. The whole of it in 40 lines:
 *
 *     #include <pacta-memory.h>
 *     #include <stdio.h>
 *
 *     enum { CARDS = 100, REVIEWS = 5 };
 *
 *     static struct pacta_review history[CARDS * REVIEWS];
 *
 *     static size_t read_history(void)
 *     {
 *         const double days[REVIEWS] = {0, 1, 4, 15, 45};
 *         size_t count = 0;
 *         for (int card = 0; card < CARDS; card++)
 *             for (int i = 0; i < REVIEWS; i++) {
 *                 struct pacta_review *review = &history[count++];
 *                 review->card = card;
 *                 review->at_ms = (int64_t)(days[i] * 86400000);
 *                 review->rating = (card + i) % 7 ? PACTA_GOOD : PACTA_AGAIN;
 *             }
 *         return count;
 *     }
 *
 *     int main(void)
 *     {
 *         struct pacta_model model;
 *         struct pacta_memory memory = PACTA_NOTHING, after[4];
 *         struct pacta_fit_result fit;
 *         pacta_model_init(&model, PACTA_FSRS7);
 *         pacta_next(&model, &memory, 0, PACTA_GOOD, &memory);
 *         pacta_next(&model, &memory, 4.5, PACTA_HARD, &memory);
 *         printf("recall: %.4f\n", pacta_recall(&model, &memory, 9));
 *         pacta_outcomes(&model, &memory, 9, after);
 *         for (int i = 0; i < 4; i++)
 *             printf("%.2f days\n", pacta_interval(&model, &after[i], 0.9));
 *         pacta_evidence(&model, &memory, 9, PACTA_GOOD, 0.25, &memory);
 *         printf("%.2f days\n", pacta_interval(&model, &memory, 0.9));
 *         int is = pacta_fit(PACTA_FSRS7, history, read_history(), NULL, &fit);
 *         printf("%s\n", pacta_status_text(is));
 *         printf("loss %.4f, was %.4f\n", fit.loss, fit.loss_before);
 *         return is == PACTA_OK ? 0 : 1;
 *     }
 *
 * Days. FSRS-7 counts exact time in fractions of a day. FSRS-6 counts whole
 * days, 0 on the day of the last review. Below 0 counts as 0, for clocks go
 * back. Recall, 0 to 1, is the chance that the thing is remembered.
 *
 * What goes wrong comes back as a status above 0, and nothing is written then
 * (but see pacta_fit()); what returns a number gives NaN. Numbers that are
 * finite but beyond what a model holds (stability 0.0001 to 36500 days,
 * difficulty 1 to 10) are brought within. No pointer may be NULL where NULL is
 * not named.
 *
 * Threads. There is no state between calls: any thread may call anything, as
 * long as nobody writes what another reads. Only pacta_fit() allocates, and
 * gives back all of it.
 *
 * Limits. PACTA_REVIEWS_MAX reviews in a fit, of which a card's after its first
 * PACTA_CARD_MAX are not looked at; times to PACTA_AT_MS_MAX either side of
 * 1970. All but the fit is in 64 bits. The same arguments and the same
 * libm give the same bits. The fit works in 32 bits within, with sums in 64.
 */
#ifndef PACTA_MEMORY_H
#define PACTA_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __GNUC__
#define PACTA_API __attribute__((visibility("default")))
#else
#define PACTA_API
#endif

/* The middle number rises when a struct changes its size or its meaning: what
 * was compiled for another one has to be compiled again. */
#define PACTA_MEMORY_VERSION "0.2.0"

/* A memory of something never reviewed. */
#define PACTA_NOTHING                                                          \
    {                                                                          \
        0, 0, 0, 0, 0, 0, 0                                                    \
    }

#define PACTA_AT_MS_MAX INT64_C(8640000000000000)

enum {
    PACTA_WEIGHTS_MAX = 34,
    PACTA_REVIEWS_MAX = 100000000,
    PACTA_CARD_MAX = 20000
};

/* The models, which have 34 weights and 21. */
enum { PACTA_FSRS6 = 6, PACTA_FSRS7 = 7 };

/* The ratings, as logs of reviews have them. */
enum { PACTA_AGAIN = 1, PACTA_HARD, PACTA_GOOD, PACTA_EASY };

enum pacta_status {
    PACTA_OK,
    PACTA_BAD_MODEL,   /* neither PACTA_FSRS6 nor PACTA_FSRS7 */
    PACTA_BAD_WEIGHTS, /* not finite, or another number of them */
    PACTA_BAD_MEMORY,  /* a number of it is not finite or is out of range */
    PACTA_BAD_DAYS,    /* not a number */
    PACTA_BAD_RATING,  /* not 1 to 4 */
    PACTA_BAD_CHANCE,  /* not 0 to below 1 */
    PACTA_BAD_TIME,    /* beyond PACTA_AT_MS_MAX */
    PACTA_BAD_SM2,     /* ease, interval or retention make no sense */
    PACTA_BAD_OPTIONS, /* of a fit: a number is out of range */
    PACTA_TOO_FEW,     /* reviews to fit to: the defaults are kept */
    PACTA_TOO_MANY,    /* reviews */
    PACTA_NO_MEMORY,   /* or more than the options allow */
    PACTA_STOPPED,     /* by `watch`: the defaults are kept */
    PACTA_STATUS_COUNT
};

struct pacta_model {
    int32_t kind;
    double weights[PACTA_WEIGHTS_MAX]; /* the first 21 for FSRS-6 */
};

/*
 * What is remembered of one thing, just after its last review. FSRS-6 has one
 * stability: the fast one is 0 there. Where an answer may have been luck there
 * is a second hypothesis; without luck the last four are 0. Store the seven
 * numbers as they are.
 */
struct pacta_memory {
    double stability; /* days; 0: never reviewed */
    double stability_fast;
    double difficulty;
    double other; /* how far the other hypothesis is believed, 0 to 1 */
    double other_stability;
    double other_stability_fast;
    double other_difficulty;
};

/* One answer in a learner's history. */
struct pacta_review {
    int64_t card;   /* any number, the same for the same thing */
    int64_t at_ms;  /* since 1970-01-01 00:00 UTC */
    int32_t rating; /* 1 to 4; leave out what is no review */
    float chance;   /* of being right without knowing; 0: recalled for sure */
};

enum { PACTA_DEFAULT, PACTA_OFF, PACTA_ON };
enum {
    PACTA_RECENCY_DEFAULT,
    PACTA_RECENCY_NONE,
    PACTA_RECENCY_MILD,
    PACTA_RECENCY_STRONG
};

/* All 0, or NULL in its place, is what served best out of sample. */
struct pacta_fit_options {
    int32_t recency;            /* how much less old answers count */
    int32_t prior;              /* PACTA_OFF: no pull towards the defaults */
    int32_t utc_offset_minutes; /* east of UTC; the learner's days, FSRS-6 */
    int32_t day_starts_hour;    /* 0 to 23; 4 is usual */
    int32_t iterations;         /* at most; 0: as many as it takes */
    size_t bytes_max;           /* that may be allocated; 0: no limit */
    /* True stops the fit; `done` is 0 to 1. Throws nothing, jumps nowhere. */
    bool (*watch)(void *self, double done, double loss);
    void *self;
};

struct pacta_fit_result {
    struct pacta_model model; /* the defaults unless the fit was PACTA_OK */
    double loss_before;       /* mean log loss, with the default weights */
    double loss;
    size_t targets; /* answers that were predicted */
    int32_t iterations;
    size_t bad_review; /* which is refused, where a status says so */
};

/* A sentence for a status; never NULL. */
PACTA_API const char *pacta_status_text(int status);

/* A model with the published default weights. */
PACTA_API int pacta_model_init(struct pacta_model *model, int kind);

/*
 * A model with weights of one's own, brought within their published bounds.
 * FSRS-6 takes 21 of them, or 19 of FSRS-5 or 17 of FSRS-4.5, which it raises
 * to its own; FSRS-7 takes 34.
 */
PACTA_API int pacta_model_set(struct pacta_model *model, int kind,
                              const double *weights, int count);

/* The chance of recall `days` after the last review; 1 for PACTA_NOTHING. */
PACTA_API double pacta_recall(const struct pacta_model *model,
                              const struct pacta_memory *memory, double days);

/* Days until recall falls to `retention` (over 0, below 1), within 1e-9 of
 * recall, 0 to 36500; 0 for PACTA_NOTHING. */
PACTA_API double pacta_interval(const struct pacta_model *model,
                                const struct pacta_memory *memory,
                                double retention);

/* The memory after a review; `after` may be `memory`. */
PACTA_API int pacta_next(const struct pacta_model *model,
                         const struct pacta_memory *memory, double days,
                         int rating, struct pacta_memory *after);

/* The memories after each of the four ratings, to the bit those of
 * pacta_next(): after[rating - 1]. */
PACTA_API int pacta_outcomes(const struct pacta_model *model,
                             const struct pacta_memory *memory, double days,
                             struct pacta_memory after[4]);

/*
 * The memory after an answer that may have been luck: one right among four
 * options has `chance` 0.25, true or false 0.5. The memory holds both that it
 * was recalled and that it was forgotten and just shown, each as likely as what
 * was foretold makes it. With chance 0, and for PACTA_AGAIN, it is
 * pacta_next().
 */
PACTA_API int pacta_evidence(const struct pacta_model *model,
                             const struct pacta_memory *memory, double days,
                             int rating, double chance,
                             struct pacta_memory *after);

/* The memory that SM-2's ease and interval stand for, if recall is `retention`
 * when the interval ends. */
PACTA_API int pacta_from_sm2(const struct pacta_model *model, double ease,
                             double interval_days, double retention,
                             struct pacta_memory *memory);

/*
 * Finds the weights that explain a history best, given in any order; only a
 * card's reviews of one instant count in the order given. `options` may be
 * NULL.
 *
 * A million reviews take FSRS-6 less than a second and FSRS-7 two or three, and
 * 140 MiB; where answers may be luck, five seconds and twenty. A `watch` can
 * stop that. Once the kind is known the result is written whatever the
 * status: it holds the defaults where it holds nothing better.
 */
PACTA_API int pacta_fit(int kind, const struct pacta_review *reviews,
                        size_t count, const struct pacta_fit_options *options,
                        struct pacta_fit_result *result);

#ifdef __cplusplus
}
#endif

#endif
