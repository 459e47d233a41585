#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/random.h"
#include "memory/batch7.h"
#include "memory/fsrs7.h"
#include "same.h"
#include "table.h"

enum { CARDS = 20011 };

struct cards {
    double slow[CARDS], fast[CARDS], difficulty[CARDS], elapsed_days[CARDS];
    double out[4][GRADE_COUNT][CARDS];
};

static struct cards cards; /* too large for the stack */

static double of_any_order(struct random *random, double low, double high)
{
    return exp(log(low) + (log(high) - log(low)) * random_unit(random));
}

/* Every order of both stabilities and of days; some at the bounds and beyond,
 * some on the same day. */
static void lay_out_cards(void)
{
    struct random random = random_seeded(77);
    for (int at = 0; at < CARDS; at++) {
        cards.slow[at] = of_any_order(&random, 5e-5, 70000.0);
        cards.fast[at] = of_any_order(&random, 5e-5, 70000.0);
        cards.difficulty[at] = 0.5 + 10.0 * random_unit(&random);
        cards.elapsed_days[at] =
            at % 8 ? of_any_order(&random, 1e-4, 40000.0) : 0.0;
    }
}

static void run(const struct memory_model *model, double target, size_t first,
                size_t count)
{
    struct batch7_cards some = {
        .count = count,
        .slow = cards.slow + first,
        .fast = cards.fast + first,
        .difficulty = cards.difficulty + first,
        .elapsed_days = cards.elapsed_days + first,
    };
    struct batch7_results results;
    for (int grade = 0; grade < GRADE_COUNT; grade++) {
        results.slow[grade] = cards.out[0][grade] + first;
        results.fast[grade] = cards.out[1][grade] + first;
        results.difficulty[grade] = cards.out[2][grade] + first;
        results.days_until[grade] = cards.out[3][grade] + first;
    }
    batch7_outcomes(model, target, &some, &results);
}

struct worst {
    double state, days, recall;
};

static double apart(double value, double reference)
{
    return fabs(value - reference) / fmax(fabs(reference), 1e-300);
}

static struct memory memory_out(int grade, size_t at)
{
    return (struct memory){
        .count = 1,
        .weight = {1.0},
        .branch = {{cards.out[0][grade][at], cards.out[1][grade][at],
                    cards.out[2][grade][at]}},
    };
}

static void compare(const struct memory_model *model, double target, size_t at,
                    struct worst *worst)
{
    struct memory before = {
        .count = 1,
        .weight = {1.0},
        .branch = {{cards.slow[at], cards.fast[at], cards.difficulty[at]}},
    };
    struct memory after[GRADE_COUNT];
    memory_outcomes(model, &before, cards.elapsed_days[at], after);
    for (int i = 0; i < GRADE_COUNT; i++) {
        const struct memory_state *exact = &after[i].branch[0];
        struct memory got = memory_out(i, at);
        double days = cards.out[3][i][at];
        double recall = memory_recall(model, &got, days);
        worst->state =
            fmax(worst->state, apart(got.branch[0].slow, exact->slow));
        worst->state =
            fmax(worst->state, apart(got.branch[0].fast, exact->fast));
        worst->state = fmax(worst->state,
                            apart(got.branch[0].difficulty, exact->difficulty));
        worst->days =
            fmax(worst->days,
                 apart(days, memory_days_until(model, &after[i], target)));
        if (days < 36500.0)
            worst->recall = fmax(worst->recall, fabs(recall - target));
        else
            assert_true(recall >= target - 1e-9);
    }
}

static void
intervals_end_where_recall_is_the_target_to_a_billionth(void **state)
{
    const char *names[] = {"default", "random_a"};
    const double targets[] = {0.3, 0.7, 0.85, 0.9, 0.95, 0.99};
    struct worst worst = {0.0, 0.0, 0.0};
    lay_out_cards();

    for (int i = 0; i < 12; i++) {
        struct memory_model model = table_model(MODEL_FSRS7, names[i / 6]);
        double target = targets[i % 6];
        run(&model, target, 0, CARDS);
        for (size_t at = 0; at < CARDS; at += 3)
            compare(&model, target, at, &worst);
    }

    print_message("worst: state %.2g, interval %.2g, recall %.2g\n",
                  worst.state, worst.days, worst.recall);
    assert_true(worst.recall <= 1e-9);
    assert_true(worst.state <= BATCH7_ERROR);
    assert_true(worst.days <= BATCH7_ERROR);
    (void)state;
}

/* Weights from all over their bounds. */
static void weights_of_any_learner_reach_the_target_too(void **state)
{
    struct random random = random_seeded(5);
    double low[FSRS7_WEIGHTS], high[FSRS7_WEIGHTS], own[FSRS7_WEIGHTS];
    lay_out_cards();
    fsrs7_bounds(low, high);
    for (int trial = 0; trial < 60; trial++) {
        struct memory_model model;
        double target = 0.5 + 0.49 * random_unit(&random);
        for (int i = 0; i < FSRS7_WEIGHTS; i++)
            own[i] = low[i] + (high[i] - low[i]) * random_unit(&random);
        memory_model_make(&model, MODEL_FSRS7, own, FSRS7_WEIGHTS, true, NULL);

        run(&model, target, 0, 1001);

        for (size_t at = 0; at < 1001; at++)
            for (int i = 0; i < GRADE_COUNT; i++) {
                struct memory got = memory_out(i, at);
                double days = cards.out[3][i][at];
                double recall = memory_recall(&model, &got, days);
                if (days < 36500.0)
                    assert_true(fabs(recall - target) <= 1e-9);
                else
                    assert_true(recall >= target - 1e-9);
            }
    }
    (void)state;
}

static void a_card_without_stability_is_new(void **state)
{
    struct memory_model model = memory_model_default(MODEL_FSRS7);
    lay_out_cards();
    cards.slow[0] = 0.0;

    run(&model, 0.9, 0, 1);

    for (int i = 0; i < GRADE_COUNT; i++) {
        struct memory_state first = fsrs7_first(model.weights, (enum grade)i);
        struct memory memory = {1, {1.0}, {first}};
        assert_true(near(cards.out[0][i][0], first.slow, 1e-15));
        assert_true(near(cards.out[1][i][0], first.fast, 1e-15));
        assert_true(near(cards.out[2][i][0], first.difficulty, 1e-15));
        assert_true(near(cards.out[3][i][0],
                         memory_days_until(&model, &memory, 0.9), 1e-12));
    }
    (void)state;
}

static void a_card_comes_out_the_same_at_any_place_in_the_batch(void **state)
{
    static double whole[4][GRADE_COUNT][CARDS];
    struct memory_model model = memory_model_default(MODEL_FSRS7);
    lay_out_cards();
    run(&model, 0.97, 0, CARDS);
    memcpy(whole, cards.out, sizeof whole);

    for (size_t first = 0; first < 2000; first += 7)
        run(&model, 0.97, first, first % 14);

    assert_memory_equal(whole, cards.out, sizeof whole);
    (void)state;
}

static void nothing_that_is_not_a_number_comes_out(void **state)
{
    const double odd[] = {
        (double)NAN, (double)INFINITY, -(double)INFINITY, -1.0, 1e300, 1e-320,
        0.0};
    const double targets[] = {0.9, 1e-9, 1.0 - 1e-9, 2e-5, 0.99998};
    struct memory_model model = memory_model_default(MODEL_FSRS7);
    for (size_t at = 0; at < 7 * 7 * 7 * 7; at++) {
        cards.slow[at] = odd[at % 7];
        cards.fast[at] = odd[at / 7 % 7];
        cards.difficulty[at] = odd[at / 49 % 7];
        cards.elapsed_days[at] = odd[at / 343];
    }
    for (int t = 0; t < 5; t++) {
        run(&model, targets[t], 0, 2401);

        for (size_t at = 0; at < 2401 * GRADE_COUNT; at++) {
            size_t card = at / GRADE_COUNT;
            size_t i = at % GRADE_COUNT;
            assert_true(cards.out[0][i][card] >= 0.0001);
            assert_true(cards.out[0][i][card] <= 36500.0);
            assert_true(cards.out[1][i][card] >= 0.0001);
            assert_true(cards.out[1][i][card] <= 36500.0);
            assert_true(cards.out[2][i][card] >= 1.0);
            assert_true(cards.out[2][i][card] <= 10.0);
            assert_true(cards.out[3][i][card] >= 0.0);
            assert_true(cards.out[3][i][card] <= 36500.0);
        }
    }
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            intervals_end_where_recall_is_the_target_to_a_billionth),
        cmocka_unit_test(weights_of_any_learner_reach_the_target_too),
        cmocka_unit_test(a_card_without_stability_is_new),
        cmocka_unit_test(a_card_comes_out_the_same_at_any_place_in_the_batch),
        cmocka_unit_test(nothing_that_is_not_a_number_comes_out),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
