/*
 * synthetic REVIEWS NEW_PER_DAY SEED [fsrs6|fsrs7 [SWAY [CHANCE]]] -- the log
 * of a learner who forgets exactly as FSRS-6 says with the weights below (or
 * FSRS-7 with its defaults), studied by default FSRS-6 at 90 %. A table for
 * `pacta fit --csv`, on standard output; the true weights of who sways, on
 * standard error.
 *
 * SWAY makes another learner of each seed: each weight differs by up to that
 * share of itself. With a CHANCE, what is forgotten is right by luck that
 * often, and was then seen; and a fifth of what is new is known.
 *
 * Of the reviews 20 % come late, 3 % early and 1 % very late; intervals are
 * fuzzed by 5 %; what failed or is learnt is repeated on the same day. The same
 * arguments give the same bytes.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/random.h"
#include "memory/evidence.h"
#include "memory/fsrs6.h"
#include "memory/fsrs7.h"
#include "memory/model.h"

enum { DAYS_MAX = 40000, STEPS_MAX = 3, BEGINS = 20000, MINUTES_LATER = 10 };

static const int64_t day_ms = 86400000;
static const int64_t morning_ms = 8 * 3600000;
static const int64_t answer_ms = 15000;

static const double true_weights[FSRS6_WEIGHTS] = {
    .335561,   1.6840581,  5.166598,  11.659035, 7.466705,  .7205129,
    2.622295,  .001,       1.315015,  .10468433, .8349206,  1.822305,
    .12473127, .26111007,  2.3030033, .13117497, 3.0265594, .41468078,
    .09714265, .106824234, .20447432};

struct card {
    struct memory knows;   /* what the learner remembers */
    struct memory planned; /* what the scheduler believes */
    struct review_time last;
    uint32_t next; /* of those due on the same day; 0: none */
};

struct learner {
    struct memory_model truth;
    struct memory_model scheduler;
    struct random random;
    double chance;      /* of being right without knowing */
    struct card *cards; /* from 1 */
    uint32_t count;
    uint32_t due[DAYS_MAX];
    long left; /* reviews still to write */
    int day;
    int64_t clock_ms; /* of the day's next answer */
};

static bool happens(struct learner *learner, double chance)
{
    return random_unit(&learner->random) < chance;
}

static enum grade pick(struct learner *learner, const double *shares)
{
    double u = random_unit(&learner->random);
    for (int i = 0; i < GRADE_EASY; i++) {
        if (u < shares[i])
            return (enum grade)i;
        u -= shares[i];
    }
    return GRADE_EASY;
}

static enum grade answer_of(struct learner *learner, const struct card *card,
                            struct review_time now)
{
    static const double first[] = {.24, .094, .495, .171};
    static const double passed[] = {0, .224, .631, .145};
    if (card->knows.count == 0 && learner->chance > 0 &&
        !happens(learner, EVIDENCE_NEW_RECALL))
        return GRADE_AGAIN;
    if (card->knows.count == 0)
        return pick(learner, learner->chance > 0 ? passed : first);
    double days = memory_elapsed_days(&learner->truth, card->last, now);
    double recall = memory_recall(&learner->truth, &card->knows, days);
    return happens(learner, recall) ? pick(learner, passed) : GRADE_AGAIN;
}

/* What passes between a lucky answer and its being seen. */
static double lucky_days(const struct memory_model *model)
{
    return model->kind == MODEL_FSRS7 ? EVIDENCE_LUCKY_MINUTES / (24.0 * 60)
                                      : 0;
}

static enum grade review(struct learner *learner, uint32_t number,
                         int64_t at_ms)
{
    struct card *card = &learner->cards[number];
    struct review_time now = {at_ms, BEGINS + learner->day};
    enum grade grade = answer_of(learner, card, now);
    const struct memory_model *truth = &learner->truth;
    const struct memory_model *scheduler = &learner->scheduler;
    card->knows =
        memory_after(truth, &card->knows,
                     memory_elapsed_days(truth, card->last, now), grade);
    if (grade == GRADE_AGAIN && learner->chance > 0 &&
        happens(learner, learner->chance)) {
        grade = GRADE_GOOD;
        card->knows =
            memory_after(truth, &card->knows, lucky_days(truth), grade);
    }
    card->planned =
        memory_after(scheduler, &card->planned,
                     memory_elapsed_days(scheduler, card->last, now), grade);
    card->last = now;
    if (learner->left-- <= 0)
        return grade;
    printf("%u,%lld,%d", number, (long long)at_ms, (int)grade + 1);
    if (learner->chance > 0)
        printf(",%g", learner->chance);
    puts("");
    return grade;
}

static int days_until_next(struct learner *learner, const struct card *card)
{
    double days = memory_days_until(&learner->scheduler, &card->planned, .9);
    days *= .95 + .1 * random_unit(&learner->random);
    if (happens(learner, .2))
        days *= 1 + .5 * random_unit(&learner->random);
    else if (happens(learner, .0375))
        days *= .5 + .5 * random_unit(&learner->random);
    else if (happens(learner, .013))
        days *= 2 + 3 * random_unit(&learner->random);
    days = round(days);
    return days < 1 ? 1 : days > DAYS_MAX ? DAYS_MAX : (int)days;
}

/* A sitting with one card: once, and again while it is not held. */
static void sit(struct learner *learner, uint32_t number)
{
    bool is_new = learner->cards[number].knows.count == 0;
    int64_t at_ms = learner->clock_ms += answer_ms;
    enum grade grade = review(learner, number, at_ms);
    for (int i = 0; i < STEPS_MAX; i++) {
        if (grade != GRADE_AGAIN &&
            !(is_new && i == 0 && grade < GRADE_EASY && happens(learner, .4)))
            break;
        at_ms += MINUTES_LATER * 60000;
        grade = review(learner, number, at_ms);
    }
    int day = learner->day + days_until_next(learner, &learner->cards[number]);
    if (day >= DAYS_MAX)
        return;
    learner->cards[number].next = learner->due[day];
    learner->due[day] = number;
}

static void live_a_day(struct learner *learner, long fresh)
{
    uint32_t number = learner->due[learner->day];
    learner->clock_ms = (BEGINS + learner->day) * day_ms + morning_ms;
    while (number && learner->left > 0) {
        uint32_t next = learner->cards[number].next;
        sit(learner, number);
        number = next;
    }
    for (long i = 0; i < fresh && learner->left > 0; i++)
        sit(learner, ++learner->count);
    learner->day++;
}

/* Another learner: a weight at nought may rise to a tenth of the sway. */
static void sway(struct learner *learner, double by)
{
    double *w = learner->truth.weights;
    bool is_seven = learner->truth.kind == MODEL_FSRS7;
    for (int i = 0; i < (is_seven ? FSRS7_WEIGHTS : FSRS6_WEIGHTS); i++) {
        double u = random_unit(&learner->random);
        w[i] += by * (w[i] > .01 ? w[i] * (2 * u - 1) : .1 * u);
    }
    for (int i = 1; i < GRADE_COUNT; i++)
        w[i] = fmax(w[i], w[i - 1]);
    (is_seven ? fsrs7_bound : fsrs6_bound)(w);
}

static void tell_weights(const struct memory_model *model)
{
    int count = model->kind == MODEL_FSRS7 ? FSRS7_WEIGHTS : FSRS6_WEIGHTS;
    for (int i = 0; i < count; i++)
        fprintf(stderr, "%s%.9g", i ? "," : "", model->weights[i]);
    fputs("\n", stderr);
}

static void make_learner(struct learner *learner, int argc, char **argv)
{
    bool is_seven = argc > 4 && strcmp(argv[4], "fsrs7") == 0;
    learner->left = strtol(argv[1], NULL, 10);
    learner->random = random_seeded(strtoull(argv[3], NULL, 10));
    learner->scheduler = memory_model_default(MODEL_FSRS6);
    learner->truth = memory_model_default(MODEL_FSRS7);
    if (!is_seven)
        memory_model_make(&learner->truth, MODEL_FSRS6, true_weights,
                          FSRS6_WEIGHTS, true, NULL);
    if (argc > 5)
        sway(learner, strtod(argv[5], NULL));
    if (argc > 6)
        learner->chance = strtod(argv[6], NULL);
    if (argc > 5)
        tell_weights(&learner->truth);
}

int main(int argc, char **argv)
{
    static struct learner learner;
    struct arena arena;
    if (argc < 4) {
        fputs("synthetic REVIEWS NEW_PER_DAY SEED [fsrs6|fsrs7 [SWAY "
              "[CHANCE]]]\n",
              stderr);
        return 2;
    }
    arena_init(&arena, (size_t)8 << 30);
    make_learner(&learner, argc, argv);
    learner.cards =
        arena_array(&arena, (size_t)learner.left + 2, sizeof *learner.cards);
    puts(learner.chance > 0 ? "card_id,review_time,review_rating,chance"
                            : "card_id,review_time,review_rating");
    while (learner.left > 0 && learner.day < DAYS_MAX)
        live_a_day(&learner, strtol(argv[2], NULL, 10));
    arena_release(&arena);
    return 0;
}
