/*
 * bench_evidence -- what luck does to a schedule, and which form to ask when.
 *
 * Learners whose memory is known exactly answer for a year, and guess where
 * they do not know (memory/simulate.h); schedulers ask them: the plain
 * model fed with right and wrong, Pacta (beside it, folding to one hypothesis),
 * and the plain model that is told whether an answer was recalled.
 * `bench_evidence [ITEMS [SEED]]` prints the tables of tests/bench/README.md as
 * they stand there.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "memory/simulate.h"
#include "study/ladder.h"

enum { ITEMS = 20000, DAYS = 365, WAYS = 8, LEARNERS = 4 };

static const struct way {
    const char *name;
    double chance;
    double seconds;
} ways[WAYS] = {
    {"truth", 1.0 / 2.0, LADDER_SECONDS_TRUTH},
    {"choice of 3", 1.0 / 3.0, LADDER_SECONDS_CHOICE},
    {"choice of 4", 1.0 / 4.0, LADDER_SECONDS_CHOICE},
    {"choice of 5", 1.0 / 5.0, LADDER_SECONDS_CHOICE},
    {"match of 4", 1.0 / 4.0, LADDER_SECONDS_MATCH / 4.0},
    {"order of 4", 1.0 / 24.0, LADDER_SECONDS_ORDER / 4.0},
    {"flip", 0.0, LADDER_SECONDS_FLIP},
    {"typed", 0.0, LADDER_SECONDS_TYPED},
};

static const char *const feeds[] = {"plain", "folded", "Pacta", "told"};

static int items = ITEMS;
static uint64_t seed = 1;

static struct simulate_world world_of(const struct way *way,
                                      enum simulate_feed feed, double target)
{
    return (struct simulate_world){
        .truth = memory_model_default(MODEL_FSRS7),
        .belief = memory_model_default(MODEL_FSRS7),
        .feed = feed,
        .rungs = 1,
        .rung = {{0.0, way->chance, way->seconds}},
        .target = target,
        .new_recall = 0.2,
        .items = items,
        .days = DAYS,
        .seed = seed,
    };
}

static double per_item(int64_t count)
{
    return (double)count / (double)items;
}

static void print_row(const char *form, const char *feed,
                      const struct simulation *seen)
{
    printf("| %s | %s | %.2f | %.2f | %+.2f | %.2f | %.2f | %.1f | %.2f | "
           "%.2f | %.2f |\n",
           form, feed, 100.0 * seen->recall, 100.0 * seen->belief,
           100.0 * (seen->recall - seen->belief), 100.0 * seen->error,
           100.0 * seen->calibration, 100.0 * seen->spread,
           per_item(seen->answers), per_item(seen->due), 100.0 * seen->kept);
}

static void print_head(const char *title)
{
    printf("\n%s\n\n| form | scheduler | recalled | believed | apart | s.e. | "
           "calibration | spread | answers | on due days | kept |\n"
           "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n",
           title);
}

/* The scheduler knows how this learner forgets: luck is the only error. */
static void same_weights(enum model_kind kind, double target)
{
    char title[80];
    snprintf(title, sizeof title, "FSRS-%d, target %.0f %%, true weights known",
             kind == MODEL_FSRS6 ? 6 : 7, 100.0 * target);
    print_head(title);
    for (int i = 0; i < WAYS; i++) {
        for (int feed = SIMULATE_PLAIN; feed <= SIMULATE_LUCK; feed++) {
            struct simulate_world world =
                world_of(&ways[i], (enum simulate_feed)feed, target);
            world.truth = world.belief = memory_model_default(kind);
            struct simulation seen = simulate(&world);
            if (ways[i].chance > 0.0)
                print_row(ways[i].name, feeds[feed], &seen);
        }
    }
    struct simulate_world world = world_of(&ways[0], SIMULATE_RECALL, target);
    world.truth = world.belief = memory_model_default(kind);
    struct simulation seen = simulate(&world);
    print_row("any", feeds[SIMULATE_RECALL], &seen);
    fflush(stdout);
}

/* Weights about a fifth to a third away from the published ones. */
static struct memory_model other_learner(int number)
{
    struct memory_model model = memory_model_default(MODEL_FSRS7);
    struct random random = random_seeded(hash_number(77, (uint64_t)number));
    double weights[FSRS7_WEIGHTS];
    for (int i = 0; i < FSRS7_WEIGHTS; i++) {
        double bell = random_unit(&random) + random_unit(&random) +
                      random_unit(&random) - 1.5;
        weights[i] = model.weights[i] * exp(0.5 * bell);
    }
    memory_model_make(&model, MODEL_FSRS7, weights, FSRS7_WEIGHTS, true, NULL);
    return model;
}

/* The scheduler has the published weights, and the learners others. */
static void other_weights(double target)
{
    printf("\nOther learners: what %d schedulers with the published weights "
           "reach, less what they reach when told (target %.0f %%)\n\n"
           "| learner | told: recalled | believed | form | plain: recalled | "
           "answers | Pacta: recalled | answers |\n"
           "|---|---:|---:|---|---:|---:|---:|---:|\n",
           LEARNERS, 100.0 * target);
    for (int i = 0; i < LEARNERS; i++) {
        struct memory_model learner = other_learner(i);
        struct simulate_world world =
            world_of(&ways[0], SIMULATE_RECALL, target);
        world.truth = learner;
        struct simulation told = simulate(&world);
        for (int k = 0; k < 3; k += 2) {
            struct simulation seen[SIMULATE_LUCK + 1];
            for (int feed = SIMULATE_PLAIN; feed <= SIMULATE_LUCK; feed++) {
                if (feed == SIMULATE_FOLDED)
                    continue;
                world = world_of(&ways[k], (enum simulate_feed)feed, target);
                world.truth = learner;
                seen[feed] = simulate(&world);
            }
            printf("| %d | %.2f | %.2f | %s | %+.2f | %+.2f | %+.2f | "
                   "%+.2f |\n",
                   i + 1, 100.0 * told.recall, 100.0 * told.belief,
                   ways[k].name,
                   100.0 * (seen[SIMULATE_PLAIN].recall - told.recall),
                   per_item(seen[SIMULATE_PLAIN].answers - told.answers),
                   100.0 * (seen[SIMULATE_LUCK].recall - told.recall),
                   per_item(seen[SIMULATE_LUCK].answers - told.answers));
        }
    }
    fflush(stdout);
}

/* How much of what is new is known is not what the operator takes it to be. */
static void other_beginnings(void)
{
    const double known[] = {0.05, 0.2, 0.4};
    printf("\nThings known before the first answer; recall on due days less "
           "belief, FSRS-7, target 90 %%\n\n"
           "| form | 5 %% known | 20 %% | 40 %% |\n|---|---:|---:|---:|\n");
    for (int k = 0; k < 3; k++) {
        printf("| %s |", ways[k].name);
        for (int i = 0; i < 3; i++) {
            struct simulate_world world =
                world_of(&ways[k], SIMULATE_LUCK, 0.9);
            world.new_recall = known[i];
            struct simulation seen = simulate(&world);
            printf(" %+.2f |", 100.0 * (seen.recall - seen.belief));
        }
        printf("\n");
    }
    fflush(stdout);
}

/* What each form leaves unknown, by strength, and what it costs. */
static void forms_by_strength(void)
{
    printf("\nOf 1,000 answers on due days, the overrated ones (memory 10 "
           "points below belief), by believed strength; target 90 %%\n\n"
           "| form | seconds a year | recall kept | a minute |");
    for (int i = 0; i < SIMULATE_BANDS; i++)
        printf(" from %.0f d |", simulate_band_from[i]);
    printf("\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
    for (int k = 0; k < WAYS; k++) {
        struct simulate_world world = world_of(&ways[k], SIMULATE_LUCK, 0.9);
        struct simulation seen = simulate(&world);
        printf("| %s | %.0f | %.2f | %.2f |", ways[k].name, seen.seconds,
               100.0 * seen.kept, 100.0 * seen.kept / (seen.seconds / 60.0));
        for (int i = 0; i < SIMULATE_BANDS; i++) {
            const struct simulate_band *band = &seen.band[i];
            printf(" %.0f |", 1000.0 * (double)band->overrated /
                                  fmax((double)band->answers, 1.0));
        }
        printf("\n");
    }
    fflush(stdout);
}

#define CHOICE(days, n)                                                        \
    {                                                                          \
        (days), 1.0 / (n), LADDER_SECONDS_CHOICE                               \
    }
#define TYPED(days)                                                            \
    {                                                                          \
        (days), 0.0, LADDER_SECONDS_TYPED                                      \
    }

static const struct ladder {
    const char *name;
    int rungs;
    struct simulate_rung rung[SIMULATE_RUNGS];
} ladders[] = {
    {"choice of 4", 1, {CHOICE(0.0, 4.0)}},
    {"choice of 3, of 4 from 7 d, of 5 from 21 d",
     3,
     {CHOICE(0.0, 3.0), CHOICE(7.0, 4.0), CHOICE(21.0, 5.0)}},
    {"the same, typed from 60 d",
     4,
     {CHOICE(0.0, 3.0), CHOICE(7.0, 4.0), CHOICE(21.0, 5.0), TYPED(60.0)}},
    {"choice of 3, of 4 from 7 d, typed from 21 d",
     3,
     {CHOICE(0.0, 3.0), CHOICE(7.0, 4.0), TYPED(21.0)}},
    {"choice of 3, of 4 from 3 d, typed from 21 d",
     3,
     {CHOICE(0.0, 3.0), CHOICE(3.0, 4.0), TYPED(21.0)}},
    {"choice of 3, of 4 from 3 d, typed from 7 d",
     3,
     {CHOICE(0.0, 3.0), CHOICE(3.0, 4.0), TYPED(7.0)}},
    {"choice of 3, typed from 3 d", 2, {CHOICE(0.0, 3.0), TYPED(3.0)}},
    {"typed", 1, {TYPED(0.0)}},
};

/* Whole ladders: what they cost, and whom they overrate. */
static void whole_ladders(void)
{
    printf("\nLadders; target 90 %%\n\n"
           "| ladder | seconds a year | recall kept | a minute | overrated of "
           "1,000 below 21 d | from 21 d |\n|---|---:|---:|---:|---:|---:|\n");
    for (size_t k = 0; k < sizeof ladders / sizeof ladders[0]; k++) {
        struct simulate_world world = world_of(&ways[0], SIMULATE_LUCK, 0.9);
        world.rungs = ladders[k].rungs;
        memcpy(world.rung, ladders[k].rung, sizeof world.rung);
        struct simulation seen = simulate(&world);
        double over[2] = {0.0, 0.0};
        double answers[2] = {0.0, 0.0};
        for (int i = 0; i < SIMULATE_BANDS; i++) {
            over[simulate_band_from[i] >= 21.0] +=
                (double)seen.band[i].overrated;
            answers[simulate_band_from[i] >= 21.0] +=
                (double)seen.band[i].answers;
        }
        printf("| %s | %.0f | %.2f | %.2f | %.0f | %.0f |\n", ladders[k].name,
               seen.seconds, 100.0 * seen.kept,
               100.0 * seen.kept / (seen.seconds / 60.0),
               1000.0 * over[0] / fmax(answers[0], 1.0),
               1000.0 * over[1] / fmax(answers[1], 1.0));
    }
    fflush(stdout);
}

int main(int argc, char **argv)
{
    if (argc > 1)
        items = atoi(argv[1]);
    if (argc > 2)
        seed = strtoull(argv[2], NULL, 10);
    if (items < 1) {
        fprintf(stderr, "bench_evidence: give a number of items over 0\n");
        return 2;
    }
    printf("%d items, %d days, seed %llu\n", items, DAYS,
           (unsigned long long)seed);
    same_weights(MODEL_FSRS7, 0.9);
    same_weights(MODEL_FSRS7, 0.8);
    same_weights(MODEL_FSRS6, 0.9);
    other_weights(0.9);
    other_beginnings();
    forms_by_strength();
    whole_ladders();
    return 0;
}
