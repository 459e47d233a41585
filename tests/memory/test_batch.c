#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "memory/batch.h"
#include "memory/fsrs6.h"
#include "same.h"
#include "table.h"

enum { CARDS = 60 * 12 * 10 };

struct cards {
    float stability[CARDS], difficulty[CARDS], elapsed_days[CARDS];
    float out[3][GRADE_COUNT][CARDS];
};

static struct cards cards; /* too large for the stack */

/* Every order of stability, every difficulty, and days from none to ten times
 * the stability. */
static void lay_out_cards(void)
{
    const float waits[] = {0.0f,  1.0f,   2.0f, 7.0f,    30.0f,
                           90.0f, 365.0f, 0.1f, 1000.0f, 36500.0f};
    size_t at = 0;
    for (int s = 0; s < 60; s++) {
        for (int d = 0; d < 12; d++) {
            for (int w = 0; w < 10; w++, at++) {
                cards.stability[at] = (float)(0.001 * pow(1.342, s));
                cards.difficulty[at] = 0.5f + (float)d * 0.9f;
                cards.elapsed_days[at] = waits[w];
            }
        }
    }
}

static struct batch_results results_from(size_t first)
{
    struct batch_results results;
    for (int grade = 0; grade < GRADE_COUNT; grade++) {
        results.stability[grade] = cards.out[0][grade] + first;
        results.difficulty[grade] = cards.out[1][grade] + first;
        results.days_until[grade] = cards.out[2][grade] + first;
    }
    return results;
}

static void run(const struct memory_model *model, double target, size_t first,
                size_t count)
{
    struct batch_cards some = {
        .count = count,
        .stability = cards.stability + first,
        .difficulty = cards.difficulty + first,
        .elapsed_days = cards.elapsed_days + first,
    };
    struct batch_results results = results_from(first);
    batch_outcomes(model, target, &some, &results);
}

struct worst {
    double stability, difficulty, days;
};

static double apart(double value, double reference)
{
    return fabs(value - reference) / fabs(reference);
}

static void compare(const struct memory_model *model, size_t at,
                    struct worst *worst)
{
    struct memory before = {
        .count = 1,
        .weight = {1.0},
        .branch = {{cards.stability[at], 0.0, cards.difficulty[at]}},
    };
    struct memory after[GRADE_COUNT];
    memory_outcomes(model, &before, cards.elapsed_days[at], after);
    for (int i = 0; i < GRADE_COUNT; i++) {
        const struct memory_state *exact = &after[i].branch[0];
        double days = memory_days_until(model, &after[i], 0.85);
        worst->stability =
            fmax(worst->stability, apart(cards.out[0][i][at], exact->slow));
        worst->difficulty = fmax(worst->difficulty,
                                 apart(cards.out[1][i][at], exact->difficulty));
        worst->days = fmax(worst->days, apart(cards.out[2][i][at], days));
    }
}

static void the_header_states_the_worst_error_of_single_precision(void **state)
{
    const char *names[] = {"default", "fsrs_rs_test", "random_a", "flat_decay",
                           "no_short_term"};
    struct worst worst = {0.0, 0.0, 0.0};
    lay_out_cards();

    for (int i = 0; i < 5; i++) {
        struct memory_model model = table_model(MODEL_FSRS6, names[i]);
        run(&model, 0.85, 0, CARDS);
        for (size_t at = 0; at < CARDS; at++)
            compare(&model, at, &worst);
    }

    print_message("worst: stability %.2g, difficulty %.2g, interval %.2g\n",
                  worst.stability, worst.difficulty, worst.days);
    assert_true(worst.stability <= BATCH_ERROR);
    assert_true(worst.days <= BATCH_ERROR);
    assert_true(worst.difficulty <= BATCH_ERROR);
    (void)state;
}

static void a_card_without_stability_is_new(void **state)
{
    struct memory_model model = memory_model_default(MODEL_FSRS6);
    cards.stability[0] = 0.0f;
    cards.difficulty[0] = 0.0f;
    cards.elapsed_days[0] = 5.0f;

    run(&model, 0.9, 0, 1);

    for (int i = 0; i < GRADE_COUNT; i++) {
        struct memory_state first = fsrs6_first(model.weights, (enum grade)i);
        assert_true(near(cards.out[0][i][0], first.slow, 1e-7));
        assert_true(near(cards.out[1][i][0], first.difficulty, 1e-7));
        assert_true(near(cards.out[2][i][0], first.slow, 1e-6));
    }
    (void)state;
}

static void a_card_comes_out_the_same_at_any_place_in_the_batch(void **state)
{
    static float whole[3][GRADE_COUNT][CARDS];
    struct memory_model model = memory_model_default(MODEL_FSRS6);
    lay_out_cards();
    run(&model, 0.9, 0, CARDS);
    memcpy(whole, cards.out, sizeof whole);

    for (size_t first = 0; first < 200; first += 7)
        run(&model, 0.9, first, first % 6);

    assert_memory_equal(whole, cards.out, sizeof whole);
    (void)state;
}

static void nothing_that_is_not_a_number_comes_out(void **state)
{
    const float odd[] = {NAN, INFINITY, -INFINITY, -1.0f, 1e30f, 1e-40f, 0.0f};
    struct memory_model model = memory_model_default(MODEL_FSRS6);
    for (size_t at = 0; at < 7 * 7 * 7; at++) {
        cards.stability[at] = odd[at % 7];
        cards.difficulty[at] = odd[at / 7 % 7];
        cards.elapsed_days[at] = odd[at / 49];
    }

    run(&model, 0.9, 0, 343);

    for (size_t at = 0; at < 343; at++) {
        for (int i = 0; i < GRADE_COUNT; i++) {
            float stability = cards.out[0][i][at];
            float difficulty = cards.out[1][i][at];
            float days = cards.out[2][i][at];
            assert_true(stability >= 0.001f && stability <= 36500.0f);
            assert_true(difficulty >= 1.0f && difficulty <= 10.0f);
            assert_true(days >= 0.0f && days <= 36500.0f);
        }
    }
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_header_states_the_worst_error_of_single_precision),
        cmocka_unit_test(a_card_without_stability_is_new),
        cmocka_unit_test(a_card_comes_out_the_same_at_any_place_in_the_batch),
        cmocka_unit_test(nothing_that_is_not_a_number_comes_out),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
