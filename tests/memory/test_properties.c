/*
 * What holds for every memory, tried on many that a seed draws: histories of
 * up to thirty answers, minutes to years apart, with default weights and with
 * weights from all over their bounds.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/random.h"
#include "memory/evidence.h"
#include "memory/fsrs6.h"
#include "memory/fsrs7.h"
#include "same.h"

enum { TRIALS = 3000, ANSWERS_MAX = 30 };

static const enum model_kind kinds[] = {MODEL_FSRS6, MODEL_FSRS7};

static double between(struct random *random, double low, double high)
{
    return low + (high - low) * random_unit(random);
}

/* Days of every order, one in six on the same day. */
static double some_days(struct random *random, enum model_kind kind)
{
    if (random_unit(random) < 1.0 / 6)
        return 0.0;
    double days = exp(between(random, log(1e-3), log(2000.0)));
    return kind == MODEL_FSRS6 ? ceil(days) : days;
}

static struct evidence some_answer(struct random *random)
{
    const double chances[] = {0.0, 0.25, 0.5};
    return (struct evidence){
        .grade = (enum grade)random_below(random, GRADE_COUNT),
        .chance = chances[random_below(random, 3)],
        .share = 1.0,
    };
}

static struct memory some_memory(struct random *random,
                                 const struct memory_model *model)
{
    struct memory memory = {0};
    int answers = 1 + (int)random_below(random, ANSWERS_MAX);
    for (int i = 0; i < answers; i++)
        memory = memory_after(model, &memory, some_days(random, model->kind),
                              (enum grade)random_below(random, GRADE_COUNT));
    return memory;
}

static struct memory_model some_model(struct random *random,
                                      enum model_kind kind)
{
    double low[MODEL_WEIGHTS_MAX], high[MODEL_WEIGHTS_MAX];
    double own[MODEL_WEIGHTS_MAX];
    struct memory_model model;
    bool is_six = kind == MODEL_FSRS6;
    int count = is_six ? FSRS6_WEIGHTS : FSRS7_WEIGHTS;
    (is_six ? fsrs6_bounds : fsrs7_bounds)(low, high);
    for (int i = 0; i < count; i++)
        own[i] = between(random, low[i], high[i]);
    assert_true(memory_model_make(&model, kind, own, count, true, NULL));
    return model;
}

/* Every other trial has the default weights. */
static struct memory_model model_of_trial(struct random *random,
                                          enum model_kind kind, int trial)
{
    return trial % 2 ? some_model(random, kind) : memory_model_default(kind);
}

static void recall_never_rises_with_time(void **state)
{
    struct random random = random_seeded(1);
    for (int trial = 0; trial < TRIALS; trial++) {
        struct memory_model model =
            model_of_trial(&random, kinds[trial / 2 % 2], trial);
        struct memory memory = some_memory(&random, &model);
        double before = memory_recall(&model, &memory, 0.0);
        for (double days = 1e-4; days < 50000.0; days *= 3.0) {
            double recall = memory_recall(&model, &memory, days);
            assert_true(recall > 0.0 && recall <= before);
            before = recall;
        }
    }
    (void)state;
}

static void recall_falls_with_time_at_default_weights(void **state)
{
    struct random random = random_seeded(2);
    for (int trial = 0; trial < TRIALS; trial++) {
        struct memory_model model = memory_model_default(kinds[trial % 2]);
        struct memory memory = some_memory(&random, &model);
        double days = exp(between(&random, log(0.01), log(30000.0)));
        double sooner = memory_recall(&model, &memory, days);
        double later = memory_recall(&model, &memory, days * 1.01);
        assert_true(later < sooner);
    }
    (void)state;
}

static void a_better_grade_never_gives_a_shorter_interval(void **state)
{
    const double targets[] = {0.7, 0.8, 0.85, 0.9, 0.95};
    struct random random = random_seeded(3);
    for (int trial = 0; trial < TRIALS; trial++) {
        struct memory_model model = memory_model_default(kinds[trial % 2]);
        struct memory memory = some_memory(&random, &model);
        struct memory after[GRADE_COUNT];
        double target = targets[random_below(&random, 5)];
        memory_outcomes(&model, &memory, some_days(&random, model.kind), after);
        double before = 0.0;
        for (int i = 0; i < GRADE_COUNT; i++) {
            double days = memory_days_until(&model, &after[i], target);
            if (!(days >= before))
                print_message("trial %d: grade %d gives %g after %g\n", trial,
                              i, days, before);
            assert_true(days >= before);
            before = days;
        }
    }
    (void)state;
}

static void an_interval_to_ninety_per_cent_is_fsrs6s_stability(void **state)
{
    struct random random = random_seeded(4);
    for (int trial = 0; trial < TRIALS; trial++) {
        struct memory_model model = model_of_trial(&random, MODEL_FSRS6, trial);
        struct memory memory = some_memory(&random, &model);
        double days = memory_days_until(&model, &memory, 0.9);
        assert_true(near(days, memory.branch[0].slow, 1e-13));
    }
    (void)state;
}

static void recall_at_the_end_of_an_interval_is_the_target(void **state)
{
    struct random random = random_seeded(5);
    for (int trial = 0; trial < TRIALS * 4; trial++) {
        struct memory_model model =
            model_of_trial(&random, kinds[trial / 2 % 2], trial);
        struct memory memory = some_memory(&random, &model);
        double target = between(&random, 0.3, 0.999);
        double days = memory_days_until(&model, &memory, target);
        double recall = memory_recall(&model, &memory, days);
        if (days >= 36500.0)
            assert_true(recall >= target);
        else
            assert_true(fabs(recall - target) <= 1e-9);
    }
    (void)state;
}

static void a_higher_target_never_gives_a_longer_interval(void **state)
{
    struct random random = random_seeded(6);
    for (int trial = 0; trial < TRIALS; trial++) {
        struct memory_model model =
            model_of_trial(&random, kinds[trial / 2 % 2], trial);
        struct memory memory = some_memory(&random, &model);
        double before = 36500.0;
        for (double target = 0.5; target < 0.99; target += 0.07) {
            double days = memory_days_until(&model, &memory, target);
            assert_true(days <= before);
            before = days;
        }
    }
    (void)state;
}

/* As a store would keep it. */
static double written_and_read(double value)
{
    char text[40];
    snprintf(text, sizeof text, "%.17g", value);
    return strtod(text, NULL);
}

static struct memory stored(const struct memory *memory)
{
    struct memory kept = *memory;
    for (int i = 0; i < kept.count; i++) {
        struct memory_state *state = &kept.branch[i];
        kept.weight[i] = written_and_read(kept.weight[i]);
        state->slow = written_and_read(state->slow);
        state->fast = written_and_read(state->fast);
        state->difficulty = written_and_read(state->difficulty);
    }
    return kept;
}

static struct memory replay(const struct memory_model *model,
                            const double *days, const struct evidence *seen,
                            int count)
{
    struct memory memory = {0};
    for (int i = 0; i < count; i++)
        memory = evidence_after(model, &memory, days[i], seen[i]);
    return memory;
}

static void replay_is_what_was_stored_on_the_way_to_the_bit(void **state)
{
    struct random random = random_seeded(7);
    for (int trial = 0; trial < TRIALS / 4; trial++) {
        struct memory_model model =
            model_of_trial(&random, kinds[trial / 2 % 2], trial);
        double days[ANSWERS_MAX];
        struct evidence seen[ANSWERS_MAX];
        struct memory kept = {0};
        for (int i = 0; i < ANSWERS_MAX; i++) {
            days[i] = some_days(&random, model.kind);
            seen[i] = some_answer(&random);
            kept = evidence_after(&model, &kept, days[i], seen[i]);
            kept = stored(&kept);
            struct memory again = replay(&model, days, seen, i + 1);
            assert_true(same_memory(&kept, &again));
        }
    }
    (void)state;
}

/* Just after an answer the next is nearly certain, and being shown it is worth
 * as much as recalling it: that far, and no farther, they may change places. */
static void luck_is_never_worth_more_than_recall(void **state)
{
    struct random random = random_seeded(8);
    for (int trial = 0; trial < TRIALS; trial++) {
        struct memory_model model = memory_model_default(kinds[trial % 2]);
        struct memory memory = some_memory(&random, &model);
        double days = some_days(&random, model.kind);
        double before = (double)INFINITY;
        for (double chance = 0.0; chance < 0.6; chance += 0.25) {
            struct evidence seen = {GRADE_GOOD, chance, 1.0};
            struct memory after = evidence_after(&model, &memory, days, seen);
            double strength = memory_strength_days(&model, &after);
            assert_true(strength <= before * 1.0001);
            before = strength;
        }
    }
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(recall_never_rises_with_time),
        cmocka_unit_test(recall_falls_with_time_at_default_weights),
        cmocka_unit_test(a_better_grade_never_gives_a_shorter_interval),
        cmocka_unit_test(an_interval_to_ninety_per_cent_is_fsrs6s_stability),
        cmocka_unit_test(recall_at_the_end_of_an_interval_is_the_target),
        cmocka_unit_test(a_higher_target_never_gives_a_longer_interval),
        cmocka_unit_test(replay_is_what_was_stored_on_the_way_to_the_bit),
        cmocka_unit_test(luck_is_never_worth_more_than_recall),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
