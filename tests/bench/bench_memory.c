/*
 * bench_memory -- how many times a second the four outcomes of a review, with
 * the interval of each, are computed on one core.
 *
 * Prints one line a way: its name, a tab, sets of four a second. Each is run
 * BENCH_ROUNDS times and the fastest round counts: on a busy machine the
 * others measure the neighbours.
 */
#include <stdio.h>
#include <time.h>

#include "memory/batch.h"
#include "memory/batch7.h"
#include "memory/model.h"

enum {
    BENCH_ROUNDS = 9,
    CARDS = 4096,
    BATCHES = 200,
    BATCHES7 = 20,
    CALLS = 50000
};

static float stability[CARDS], difficulty[CARDS], elapsed_days[CARDS];
static float out[3][GRADE_COUNT][CARDS];

static double seconds_now(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Cards of many ages; one in eight is reviewed on the same day. */
static void lay_out_cards(void)
{
    for (int i = 0; i < CARDS; i++) {
        stability[i] = 0.5f + (float)(i % 97) * 3.0f;
        difficulty[i] = 1.0f + (float)(i % 83) * 0.108f;
        elapsed_days[i] = i % 8 == 0 ? 0.0f : (float)(i % 61);
    }
}

/* Returns something of the results, so that none can be left out. */
static double run_batch(const struct memory_model *model)
{
    struct batch_cards cards = {CARDS, stability, difficulty, elapsed_days};
    struct batch_results results;
    double sum = 0.0;
    for (int grade = 0; grade < GRADE_COUNT; grade++) {
        results.stability[grade] = out[0][grade];
        results.difficulty[grade] = out[1][grade];
        results.days_until[grade] = out[2][grade];
    }
    for (int i = 0; i < BATCHES; i++) {
        elapsed_days[i] += 1.0f;
        batch_outcomes(model, 0.9, &cards, &results);
        sum += (double)out[2][i % GRADE_COUNT][i];
    }
    return sum;
}

/* The same cards for FSRS-7, in 64 bits. */
static double run_batch7(const struct memory_model *model)
{
    static double in[4][CARDS], found[4][GRADE_COUNT][CARDS];
    struct batch7_cards cards = {CARDS, in[0], in[1], in[2], in[3]};
    struct batch7_results results;
    double sum = 0.0;
    for (int i = 0; i < CARDS; i++) {
        in[0][i] = (double)stability[i];
        in[1][i] = 0.8 * (double)stability[i];
        in[2][i] = (double)difficulty[i];
        in[3][i] = (double)elapsed_days[i];
    }
    for (int grade = 0; grade < GRADE_COUNT; grade++) {
        results.slow[grade] = found[0][grade];
        results.fast[grade] = found[1][grade];
        results.difficulty[grade] = found[2][grade];
        results.days_until[grade] = found[3][grade];
    }
    for (int i = 0; i < BATCHES7; i++) {
        in[3][i] += 1.0;
        batch7_outcomes(model, 0.9, &cards, &results);
        sum += found[3][i % GRADE_COUNT][i];
    }
    return sum;
}

static double run_single(const struct memory_model *model)
{
    double sum = 0.0;
    for (int i = 0; i < CALLS; i++) {
        int card = i % CARDS;
        struct memory before = {
            .count = 1,
            .weight = {1.0},
            .branch = {{(double)stability[card], 0.8 * (double)stability[card],
                        (double)difficulty[card]}},
        };
        struct memory after[GRADE_COUNT];
        memory_outcomes(model, &before, (double)elapsed_days[card], after);
        for (int grade = 0; grade < GRADE_COUNT; grade++)
            sum += memory_days_until(model, &after[grade], 0.9);
    }
    return sum;
}

static void measure(const char *name,
                    double (*run)(const struct memory_model *),
                    enum model_kind kind, double sets)
{
    struct memory_model model = memory_model_default(kind);
    double best = 0.0;
    double sum = 0.0;
    for (int round = 0; round < BENCH_ROUNDS; round++) {
        double start = seconds_now();
        sum += run(&model);
        double rate = sets / (seconds_now() - start);
        best = rate > best ? rate : best;
    }
    if (sum > 0.0)
        printf("%s\t%.0f\n", name, best);
}

int main(void)
{
    lay_out_cards();
    measure("fsrs6-batch", run_batch, MODEL_FSRS6, (double)BATCHES * CARDS);
    measure("fsrs6-single", run_single, MODEL_FSRS6, CALLS);
    measure("fsrs7-batch", run_batch7, MODEL_FSRS7, (double)BATCHES7 * CARDS);
    measure("fsrs7-single", run_single, MODEL_FSRS7, CALLS);
    return 0;
}
