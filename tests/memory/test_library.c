#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "memory/evidence.h"
#include "pacta-memory.h"

static const int kinds[] = {PACTA_FSRS6, PACTA_FSRS7};

static struct pacta_model model_of(int kind)
{
    struct pacta_model model;
    assert_int_equal(pacta_model_init(&model, kind), PACTA_OK);
    return model;
}

static struct memory_model inside_of(int kind)
{
    return memory_model_default(kind == PACTA_FSRS6 ? MODEL_FSRS6
                                                    : MODEL_FSRS7);
}

static bool same(const struct pacta_memory *memory, const struct memory *inside)
{
    const struct memory_state *state = &inside->branch[0];
    const struct memory_state *other = &inside->branch[1];
    bool is_same = memory->stability == state->slow &&
                   memory->stability_fast == state->fast &&
                   memory->difficulty == state->difficulty;
    if (inside->count < 2)
        return is_same && memory->other == 0 && memory->other_stability == 0;
    return is_same && memory->other == inside->weight[1] &&
           memory->other_stability == other->slow &&
           memory->other_stability_fast == other->fast &&
           memory->other_difficulty == other->difficulty;
}

static void it_says_to_the_bit_what_the_program_says(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct pacta_model model = model_of(kinds[k]);
        struct memory_model inside = inside_of(kinds[k]);
        struct pacta_memory memory = PACTA_NOTHING;
        struct memory reference = {0};
        for (int i = 0; i < 200; i++) {
            double days = (i * 7 % 31) / 3.0;
            int rating = 1 + i * 5 % 9 % 4;
            double chance = i % 3 ? 0.0 : 0.25;
            struct evidence seen = {(enum grade)(rating - 1), chance, 1.0};
            assert_int_equal(
                pacta_evidence(&model, &memory, days, rating, chance, &memory),
                PACTA_OK);
            reference = evidence_after(&inside, &reference, days, seen);
            assert_true(same(&memory, &reference));
            assert_true(pacta_recall(&model, &memory, days) ==
                        memory_recall(&inside, &reference, days));
            assert_true(pacta_interval(&model, &memory, 0.85) ==
                        memory_days_until(&inside, &reference, 0.85));
        }
    }
    (void)state;
}

static void the_four_outcomes_are_the_single_ones_to_the_bit(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct pacta_model model = model_of(kinds[k]);
        struct pacta_memory before = PACTA_NOTHING;
        for (int i = 0; i < 20; i++) {
            struct pacta_memory after[4], one;
            assert_int_equal(pacta_outcomes(&model, &before, i, after),
                             PACTA_OK);
            for (int rating = 1; rating <= 4; rating++) {
                pacta_next(&model, &before, i, rating, &one);
                assert_memory_equal(&one, &after[rating - 1], sizeof one);
            }
            before = after[i % 4];
        }
    }
    (void)state;
}

static void something_never_reviewed_is_all_zeros(void **state)
{
    struct pacta_model model = model_of(PACTA_FSRS7);
    struct pacta_memory nothing = PACTA_NOTHING;

    assert_true(pacta_recall(&model, &nothing, 10) == 1.0);
    assert_true(pacta_interval(&model, &nothing, 0.9) == 0.0);
    (void)state;
}

static void every_status_has_a_sentence(void **state)
{
    for (int i = 0; i < PACTA_STATUS_COUNT; i++)
        assert_true(strlen(pacta_status_text(i)) > 3);
    assert_string_equal(pacta_status_text(-1), "no such status");
    assert_string_equal(pacta_status_text(PACTA_STATUS_COUNT),
                        "no such status");
    (void)state;
}

/* One hypothesis, without doubt. */
static struct pacta_memory sure(double stability, double fast,
                                double difficulty)
{
    return (struct pacta_memory){stability, fast, difficulty, 0, 0, 0, 0};
}

static void what_is_wrong_is_named_and_writes_nothing(void **state)
{
    struct pacta_model model = model_of(PACTA_FSRS7);
    struct pacta_model none = {.kind = 5};
    struct pacta_memory fine = sure(3, 2, 5), out = sure(7, 7, 7);
    const struct pacta_memory as_it_was = out;
    const double odd[] = {NAN, INFINITY, -INFINITY, -1.0};
    struct pacta_memory outcomes[4];

    assert_int_equal(pacta_next(&none, &fine, 1, 3, &out), PACTA_BAD_MODEL);
    assert_int_equal(pacta_next(&model, &fine, NAN, 3, &out), PACTA_BAD_DAYS);
    assert_int_equal(pacta_outcomes(&model, &fine, NAN, outcomes),
                     PACTA_BAD_DAYS);
    for (int i = 0; i < 4; i++) {
        struct pacta_memory bad[7];
        for (int k = 0; k < 7; k++) {
            double number[7] = {3, 2, 5, .3, 1, 1, 5};
            number[k] = odd[i];
            memcpy(&bad[k], number, sizeof number);
        }
        for (int k = 0; k < 7; k++) {
            assert_int_equal(pacta_next(&model, &bad[k], 1, 3, &out),
                             PACTA_BAD_MEMORY);
            assert_true(isnan(pacta_recall(&model, &bad[k], 1)));
            assert_true(isnan(pacta_interval(&model, &bad[k], 0.9)));
        }
        assert_int_equal(pacta_evidence(&model, &fine, 1, 3, odd[i], &out),
                         PACTA_BAD_CHANCE);
        assert_true(isnan(pacta_interval(&model, &fine, odd[i])));
    }
    const int ratings[] = {0, 5, -1, INT32_MAX, INT32_MIN};
    for (int i = 0; i < 5; i++)
        assert_int_equal(pacta_next(&model, &fine, 1, ratings[i], &out),
                         PACTA_BAD_RATING);
    assert_int_equal(pacta_evidence(&model, &fine, 1, 3, 1.0, &out),
                     PACTA_BAD_CHANCE);
    assert_true(isnan(pacta_interval(&model, &fine, 1.0)));
    assert_true(isnan(pacta_interval(&model, &fine, 0.0)));
    assert_true(isnan(pacta_recall(&model, &fine, NAN)));
    assert_memory_equal(&out, &as_it_was, sizeof out);
    (void)state;
}

static void finite_numbers_however_large_stay_within(void **state)
{
    const double sizes[] = {0,   1e-320, 1e-300, 1e-9,
                            0.5, 1e9,    1e300,  1.7976931348623157e308};
    const double days[] = {-INFINITY, -1e308, -1, 0, 1e-300, 1e300, INFINITY};
    for (int at = 0; at < 2 * 8 * 8 * 8 * 7; at++) {
        struct pacta_model model = model_of(kinds[at % 2]);
        struct pacta_memory memory =
            sure(sizes[at / 2 % 8], sizes[at / 16 % 8], sizes[at / 128 % 8]);
        struct pacta_memory after[4];
        double since = days[at / 1024];
        assert_int_equal(pacta_outcomes(&model, &memory, since, after),
                         PACTA_OK);
        for (int i = 0; i < 4; i++) {
            assert_true(after[i].stability >= 0.0001);
            assert_true(after[i].stability <= 36500);
            assert_true(after[i].stability_fast >= 0);
            assert_true(after[i].stability_fast <= 36500);
            assert_true(after[i].difficulty >= 1 && after[i].difficulty <= 10);
            double until = pacta_interval(&model, &after[i], 0.9);
            assert_true(until >= 0 && until <= 36500);
        }
        double recall = pacta_recall(&model, &memory, since);
        assert_true(recall >= 0 && recall <= 1);
    }
    (void)state;
}

static void own_weights_are_bounded_and_older_ones_raised(void **state)
{
    struct pacta_model model, standard = model_of(PACTA_FSRS6);
    double own[40];
    memcpy(own, standard.weights, sizeof standard.weights);

    own[4] = 99;
    assert_int_equal(pacta_model_set(&model, PACTA_FSRS6, own, 21), PACTA_OK);
    assert_true(model.weights[4] == 10);

    own[4] = 5;
    own[5] = 1;
    own[6] = 1;
    assert_int_equal(pacta_model_set(&model, PACTA_FSRS6, own, 19), PACTA_OK);
    assert_true(model.weights[4] == 5 && model.weights[6] == 1);
    assert_true(model.weights[19] == 0 && model.weights[20] == 0.5);

    assert_int_equal(pacta_model_set(&model, PACTA_FSRS6, own, 17), PACTA_OK);
    assert_true(model.weights[4] == 7 && model.weights[6] == 1.5);
    assert_true(fabs(model.weights[5] - log(4) / 3) < 1e-15);
    assert_true(model.weights[17] == 0 && model.weights[20] == 0.5);
    (void)state;
}

/* The states that fsrs-rs 6.5.0 gives, in 32 bits, for the published weights of
 * FSRS-5 and FSRS-4.5. */
static void older_weights_give_what_fsrs_rs_gives(void **state)
{
    const double five[] = {0.40255, 1.18385, 3.173,   15.69105, 7.1949,
                           0.5345,  1.4604,  0.0046,  1.54575,  0.1192,
                           1.01925, 1.9395,  0.11,    0.29605,  2.2698,
                           0.2315,  2.9898,  0.51655, 0.6621};
    const double four[] = {0.4872, 1.4003, 3.7145, 13.8206, 5.1618, 1.2298,
                           0.8975, 0.031,  1.6474, 0.1367,  1.0461, 2.1072,
                           0.0793, 0.3246, 1.587,  0.2272,  2.8755};
    const struct pacta_memory reference[2][5] = {
        {{3.1730001, 0, 5.2824345, 0, 0, 0, 0},
         {4.9245119, 0, 6.0349507, 0, 0, 0, 0},
         {6.9325862, 0, 6.0220227, 0, 0, 0, 0},
         {1.8776613, 0, 7.2942019, 0, 0, 0, 0},
         {76.813904, 0, 6.8384404, 0, 0, 0, 0}},
        {{3.7144999, 0, 5.8197651, 0, 0, 0, 0},
         {5.4377012, 0, 6.3902197, 0, 0, 0, 0},
         {5.4377012, 0, 6.3140149, 0, 0, 0, 0},
         {2.0002785, 0, 7.3493900, 0, 0, 0, 0},
         {84.921120, 0, 6.8446288, 0, 0, 0, 0}},
    };
    const double days[] = {0, 3, 0, 11, 40};
    const int ratings[] = {3, 2, 3, 1, 4};
    for (int k = 0; k < 2; k++) {
        struct pacta_model model;
        struct pacta_memory memory = PACTA_NOTHING;
        pacta_model_set(&model, PACTA_FSRS6, k ? four : five, k ? 17 : 19);
        for (int i = 0; i < 5; i++) {
            const struct pacta_memory *is = &reference[k][i];
            pacta_next(&model, &memory, days[i], ratings[i], &memory);
            assert_true(fabs(memory.stability / is->stability - 1) < 1e-6);
            assert_true(fabs(memory.difficulty / is->difficulty - 1) < 1e-6);
        }
    }
    (void)state;
}

static void weights_that_cannot_be_used_are_refused(void **state)
{
    struct pacta_model model;
    double own[40] = {1};
    const int counts[] = {-1, 0, 20, 21, 33, 35, INT32_MAX};
    for (int i = 0; i < 7; i++)
        assert_int_equal(pacta_model_set(&model, PACTA_FSRS7, own, counts[i]),
                         PACTA_BAD_WEIGHTS);
    own[33] = NAN;
    assert_int_equal(pacta_model_set(&model, PACTA_FSRS7, own, 34),
                     PACTA_BAD_WEIGHTS);
    own[33] = INFINITY;
    assert_int_equal(pacta_model_set(&model, PACTA_FSRS7, own, 34),
                     PACTA_BAD_WEIGHTS);
    assert_int_equal(pacta_model_set(&model, 8, own, 34), PACTA_BAD_MODEL);
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_says_to_the_bit_what_the_program_says),
        cmocka_unit_test(the_four_outcomes_are_the_single_ones_to_the_bit),
        cmocka_unit_test(something_never_reviewed_is_all_zeros),
        cmocka_unit_test(every_status_has_a_sentence),
        cmocka_unit_test(what_is_wrong_is_named_and_writes_nothing),
        cmocka_unit_test(finite_numbers_however_large_stay_within),
        cmocka_unit_test(own_weights_are_bounded_and_older_ones_raised),
        cmocka_unit_test(older_weights_give_what_fsrs_rs_gives),
        cmocka_unit_test(weights_that_cannot_be_used_are_refused),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
