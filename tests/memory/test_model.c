#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "memory/model.h"
#include "same.h"

static const enum model_kind kinds[] = {MODEL_FSRS6, MODEL_FSRS7};

/* Histories of every shape: each number below 4^6 is six grades, and the
 * pauses between them grow, shrink or are nothing. */
enum { HISTORIES = 4096 };

static struct memory history(const struct memory_model *model, int number)
{
    const double pauses[] = {0.0, 1.0, 4.0, 0.0, 30.0, 9.0, 200.0};
    struct memory memory = {0};
    for (int i = 0; i < 6; i++, number /= 4)
        memory = memory_after(model, &memory, pauses[(number + i) % 7],
                              (enum grade)(number % 4));
    return memory;
}

static struct memory two_hypotheses(const struct memory_model *model)
{
    struct memory strong = history(model, 2730);
    struct memory weak = history(model, 2050);
    return (struct memory){
        .count = 2,
        .weight = {0.7, 0.3},
        .branch = {strong.branch[0], weak.branch[0]},
    };
}

static void recall_falls_with_time(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct memory_model model = memory_model_default(kinds[k]);
        for (int number = 0; number < HISTORIES; number += 17) {
            struct memory memory = history(&model, number);
            double before = memory_recall(&model, &memory, 0.0);
            for (double days = 0.01; days < 40000.0; days *= 1.7) {
                double recall = memory_recall(&model, &memory, days);
                assert_true(recall < before);
                assert_true(recall > 0.0);
                before = recall;
            }
        }
    }
    (void)state;
}

static void a_better_grade_never_gives_a_shorter_interval(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct memory_model model = memory_model_default(kinds[k]);
        for (int number = 0; number < HISTORIES; number += 5) {
            struct memory memory = history(&model, number);
            struct memory after[GRADE_COUNT];
            memory_outcomes(&model, &memory, (double)(number % 50), after);
            double before = 0.0;
            for (int i = 0; i < GRADE_COUNT; i++) {
                double days = memory_days_until(&model, &after[i], 0.9);
                assert_true(days >= before);
                before = days;
            }
        }
    }
    (void)state;
}

static void recall_on_the_last_day_of_an_interval_is_the_target(void **state)
{
    const double targets[] = {0.3, 0.7, 0.8, 0.9, 0.95, 0.99, 0.9999};
    for (int k = 0; k < 2; k++) {
        struct memory_model model = memory_model_default(kinds[k]);
        for (int number = 0; number < HISTORIES; number += 11) {
            struct memory memory = history(&model, number);
            if (number % 3 == 0)
                memory = two_hypotheses(&model);
            for (int i = 0; i < 7; i++) {
                double days = memory_days_until(&model, &memory, targets[i]);
                double recall = memory_recall(&model, &memory, days);
                if (days < 36500.0)
                    assert_true(fabs(recall - targets[i]) <= 1e-9);
                else
                    assert_true(recall >= targets[i]);
            }
        }
    }
    (void)state;
}

static void the_four_outcomes_are_the_single_ones_to_the_bit(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct memory_model model = memory_model_default(kinds[k]);
        struct memory before[] = {
            {0}, history(&model, 1234), two_hypotheses(&model)};
        for (int b = 0; b < 3; b++) {
            for (double days = 0.0; days < 100.0; days = days * 2.0 + 0.3) {
                struct memory after[GRADE_COUNT];
                memory_outcomes(&model, &before[b], days, after);
                for (int i = 0; i < GRADE_COUNT; i++) {
                    struct memory one =
                        memory_after(&model, &before[b], days, (enum grade)i);
                    assert_true(same_memory(&one, &after[i]));
                }
            }
        }
    }
    (void)state;
}

static void the_recall_of_two_hypotheses_is_their_weighted_mean(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct memory_model model = memory_model_default(kinds[k]);
        struct memory both = two_hypotheses(&model);
        struct memory strong = {1, {1.0}, {both.branch[0]}};
        struct memory weak = {1, {1.0}, {both.branch[1]}};

        for (double days = 0.0; days < 1000.0; days = days * 2.0 + 1.0) {
            double mean = 0.7 * memory_recall(&model, &strong, days) +
                          0.3 * memory_recall(&model, &weak, days);
            double recall = memory_recall(&model, &both, days);
            assert_true(fabs(recall - mean) <= 1e-14);
        }
    }
    (void)state;
}

static void an_answer_shifts_belief_between_two_hypotheses(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct memory_model model = memory_model_default(kinds[k]);
        struct memory both = two_hypotheses(&model);

        struct memory right = memory_after(&model, &both, 40.0, GRADE_GOOD);
        struct memory wrong = memory_after(&model, &both, 40.0, GRADE_AGAIN);

        assert_int_equal(right.count, 2);
        assert_true(right.weight[0] > 0.7);
        assert_true(wrong.weight[0] < 0.7);
        assert_true(fabs(right.weight[0] + right.weight[1] - 1.0) < 1e-15);
        assert_true(fabs(wrong.weight[0] + wrong.weight[1] - 1.0) < 1e-15);
    }
    (void)state;
}

static void a_memory_of_nothing_has_no_interval(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct memory_model model = memory_model_default(kinds[k]);
        struct memory nothing = {0};

        assert_true(memory_recall(&model, &nothing, 10.0) == 1.0);
        assert_true(memory_days_until(&model, &nothing, 0.9) == 0.0);
        assert_true(memory_strength_days(&model, &nothing) == 0.0);
    }
    (void)state;
}

static bool is_sound(const struct memory_model *model,
                     const struct memory *memory)
{
    const struct memory_state *got = &memory->branch[0];
    bool has_fast = model->kind == MODEL_FSRS7;
    return memory->count == 1 && got->slow >= 0.0001 && got->slow <= 36500.0 &&
           (has_fast ? got->fast >= 0.0001 : got->fast == 0.0) &&
           got->fast <= 36500.0 && got->difficulty >= 1.0 &&
           got->difficulty <= 10.0;
}

static void extremes_have_defined_results(void **state)
{
    const double odd[] = {NAN, INFINITY, -INFINITY, -1.0, 0.0, 1e-300, 1e300};
    for (int at = 0; at < 2 * 7 * 7 * 7; at++) {
        struct memory_model model = memory_model_default(kinds[at / 343]);
        double days = odd[at % 7];
        struct memory memory = {
            .count = 1,
            .weight = {1.0},
            .branch = {{odd[at / 7 % 7], odd[at / 7 % 7], odd[at / 49 % 7]}},
        };
        struct memory after[GRADE_COUNT];
        memory_outcomes(&model, &memory, days, after);
        for (int i = 0; i < GRADE_COUNT; i++)
            assert_true(is_sound(&model, &after[i]));
        double recall = memory_recall(&model, &memory, days);
        double until = memory_days_until(&model, &memory, odd[at % 7]);
        assert_true(recall >= 0.0 && recall <= 1.0);
        assert_true(until >= 0.0 && until <= 36500.0);
    }
    (void)state;
}

static void weights_without_sense_have_defined_results_too(void **state)
{
    const double odd[] = {0.0, -1.0, 1e308, -1e308, 1e-308, 2.0};
    for (int at = 0; at < 12; at++) {
        double weights[MODEL_WEIGHTS_MAX];
        struct memory_model model;
        enum model_kind kind = kinds[at / 6];
        int count = kind == MODEL_FSRS6 ? FSRS6_WEIGHTS : FSRS7_WEIGHTS;
        for (int i = 0; i < count; i++)
            weights[i] = odd[at % 6];
        assert_true(
            memory_model_make(&model, kind, weights, count, false, NULL));
        struct memory memory = history(&model, 1234);
        double until = memory_days_until(&model, &memory, 0.9);
        assert_true(is_sound(&model, &memory));
        assert_true(until >= 0.0 && until <= 36500.0);
    }
    (void)state;
}

static void weights_are_brought_within_their_bounds_when_asked(void **state)
{
    double weights[MODEL_WEIGHTS_MAX];
    struct memory_model model;
    for (int i = 0; i < FSRS7_WEIGHTS; i++)
        weights[i] = -5.0;
    weights[0] = 40.0;
    weights[25] = 0.8;

    assert_true(memory_model_make(&model, MODEL_FSRS7, weights, FSRS7_WEIGHTS,
                                  true, NULL));

    assert_true(model.weights[1] == 40.0 && model.weights[3] == 40.0);
    assert_true(model.weights[4] == 1.0);
    assert_true(model.weights[26] == 0.8);
    (void)state;
}

static void the_defaults_lie_within_their_bounds(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct memory_model model = memory_model_default(kinds[k]);
        struct memory_model bounded;
        int count = kinds[k] == MODEL_FSRS6 ? FSRS6_WEIGHTS : FSRS7_WEIGHTS;

        assert_true(memory_model_make(&bounded, kinds[k], model.weights, count,
                                      true, NULL));

        assert_memory_equal(bounded.weights, model.weights,
                            sizeof model.weights);
    }
    (void)state;
}

static void weights_that_cannot_be_used_are_refused_by_a_sentence(void **state)
{
    struct memory_model model = memory_model_default(MODEL_FSRS6);
    double weights[MODEL_WEIGHTS_MAX] = {0};
    struct error err;

    assert_false(
        memory_model_make(&model, MODEL_FSRS7, weights, 21, false, &err));
    assert_non_null(strstr(err.text, "FSRS-7 takes 34 weights but 21"));

    weights[3] = NAN;
    assert_false(
        memory_model_make(&model, MODEL_FSRS6, weights, 21, false, &err));
    assert_non_null(strstr(err.text, "weight w3 of FSRS-6"));
    (void)state;
}

static void fsrs6_counts_study_days_and_fsrs7_exact_time(void **state)
{
    struct memory_model days = memory_model_default(MODEL_FSRS6);
    struct memory_model exact = memory_model_default(MODEL_FSRS7);
    struct review_time evening = {1000000000000, 100};
    struct review_time morning = {1000000000000 + 43200000, 101};
    struct review_time first = {INT64_MIN, INT32_MIN};
    struct review_time last = {INT64_MAX, INT32_MAX};

    assert_true(memory_elapsed_days(&days, evening, morning) == 1.0);
    assert_true(memory_elapsed_days(&exact, evening, morning) == 0.5);
    assert_true(memory_elapsed_days(&days, morning, evening) == 0.0);
    assert_true(memory_elapsed_days(&exact, morning, evening) == 0.0);
    assert_true(memory_elapsed_days(&days, first, last) == 4294967295.0);
    assert_true(memory_elapsed_days(&exact, first, last) > 2e11);
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(recall_falls_with_time),
        cmocka_unit_test(a_better_grade_never_gives_a_shorter_interval),
        cmocka_unit_test(recall_on_the_last_day_of_an_interval_is_the_target),
        cmocka_unit_test(the_four_outcomes_are_the_single_ones_to_the_bit),
        cmocka_unit_test(the_recall_of_two_hypotheses_is_their_weighted_mean),
        cmocka_unit_test(an_answer_shifts_belief_between_two_hypotheses),
        cmocka_unit_test(a_memory_of_nothing_has_no_interval),
        cmocka_unit_test(extremes_have_defined_results),
        cmocka_unit_test(weights_without_sense_have_defined_results_too),
        cmocka_unit_test(weights_are_brought_within_their_bounds_when_asked),
        cmocka_unit_test(the_defaults_lie_within_their_bounds),
        cmocka_unit_test(weights_that_cannot_be_used_are_refused_by_a_sentence),
        cmocka_unit_test(fsrs6_counts_study_days_and_fsrs7_exact_time),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
