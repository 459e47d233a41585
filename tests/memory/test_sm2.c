#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "memory/sm2.h"
#include "same.h"
#include "table.h"

/* By the formulas, computed apart in another language. */
static const struct {
    enum model_kind kind;
    const char *weights;
    struct sm2 old;
    double retention;
    const char *slow, *fast, *difficulty;
} references[] = {
    {MODEL_FSRS6, "default", {2.5, 10}, 0.9, "10", "0", "6.91405523577"},
    {MODEL_FSRS6,
     "default",
     {2.5, 10},
     0.8,
     "3.01571811622",
     "0",
     "9.3934279977"},
    {MODEL_FSRS6, "default", {1.3, 1}, 0.9, "1", "0", "10"},
    {MODEL_FSRS6,
     "default",
     {1.9, 120},
     0.85,
     "62.9450037006",
     "0",
     "8.82392593604"},
    {MODEL_FSRS6, "default", {2.6, 3000}, 0.9, "3000", "0", "1"},
    {MODEL_FSRS6,
     "default",
     {2.5, 0.5},
     0.95,
     "1.24205491013",
     "0",
     "5.1097355873"},
    {MODEL_FSRS6, "random_a", {2.5, 10}, 0.9, "10", "0", "10"},
    {MODEL_FSRS6, "random_a", {2.5, 10}, 0.8, "2.44761410898", "0", "10"},
    {MODEL_FSRS6, "random_a", {1.3, 1}, 0.9, "1", "0", "10"},
    {MODEL_FSRS6, "random_a", {1.9, 120}, 0.85, "57.1557085328", "0", "10"},
    {MODEL_FSRS6, "random_a", {2.6, 3000}, 0.9, "3000", "0", "10"},
    {MODEL_FSRS6, "random_a", {2.5, 0.5}, 0.95, "1.34834507832", "0", "10"},
    {MODEL_FSRS7,
     "default",
     {2.5, 10},
     0.9,
     "8.50724838642",
     "6.80579870913",
     "5"},
    {MODEL_FSRS7,
     "default",
     {2.5, 10},
     0.8,
     "2.34329803073",
     "1.87463842459",
     "5"},
    {MODEL_FSRS7,
     "default",
     {1.3, 1},
     0.9,
     "2.55614469505",
     "2.04491575604",
     "5"},
    {MODEL_FSRS7,
     "default",
     {1.9, 120},
     0.85,
     "25.8446958593",
     "20.6757566874",
     "5"},
    {MODEL_FSRS7,
     "default",
     {2.6, 3000},
     0.9,
     "1144.05166154",
     "915.241329235",
     "5"},
    {MODEL_FSRS7,
     "default",
     {2.5, 0.5},
     0.95,
     "6.03841266217",
     "4.83073012974",
     "5"},
    {MODEL_FSRS7,
     "random_a",
     {2.5, 10},
     0.9,
     "21.2278478957",
     "16.9822783165",
     "5"},
    {MODEL_FSRS7,
     "random_a",
     {2.5, 10},
     0.8,
     "4.57546001177",
     "3.66036800941",
     "5"},
    {MODEL_FSRS7,
     "random_a",
     {1.3, 1},
     0.9,
     "4.81529943469",
     "3.85223954775",
     "5"},
    {MODEL_FSRS7,
     "random_a",
     {1.9, 120},
     0.85,
     "66.7060430915",
     "53.3648344732",
     "5"},
    {MODEL_FSRS7,
     "random_a",
     {2.6, 3000},
     0.9,
     "3656.46763646",
     "2925.17410917",
     "5"},
    {MODEL_FSRS7,
     "random_a",
     {2.5, 0.5},
     0.95,
     "10.4690084639",
     "8.37520677114",
     "5"},
};

enum { REFERENCES = sizeof references / sizeof references[0] };

static void each_state_is_the_reference_to_ten_digits(void **state)
{
    for (int i = 0; i < REFERENCES; i++) {
        struct memory_model model =
            table_model(references[i].kind, references[i].weights);
        struct memory memory;

        assert_true(memory_from_sm2(&model, references[i].old,
                                    references[i].retention, &memory, NULL));

        const struct memory_state *got = &memory.branch[0];
        assert_true(memory.count == 1 && memory.weight[0] == 1.0);
        assert_true(near(got->slow, atof(references[i].slow), 1e-10));
        assert_true(near(got->fast, atof(references[i].fast), 1e-10));
        assert_true(
            near(got->difficulty, atof(references[i].difficulty), 1e-10));
    }
    (void)state;
}

static void recall_is_the_retention_when_the_interval_ends(void **state)
{
    const double retentions[] = {0.7, 0.8, 0.9, 0.95};
    for (int kind = MODEL_FSRS6; kind <= MODEL_FSRS7; kind++) {
        struct memory_model model = memory_model_default((enum model_kind)kind);
        for (double days = 0.01; days < 5000.0; days *= 1.3)
            for (int i = 0; i < 4; i++) {
                struct memory memory;
                struct sm2 old = {2.3, days};
                memory_from_sm2(&model, old, retentions[i], &memory, NULL);
                double recall = memory_recall(&model, &memory, days);
                bool at_end = memory.branch[0].slow <= 0.001 ||
                              memory.branch[0].slow >= 36500.0;
                assert_true(at_end || fabs(recall - retentions[i]) <= 1e-9);
            }
    }
    (void)state;
}

static void a_higher_ease_is_never_more_difficult(void **state)
{
    struct memory_model model = memory_model_default(MODEL_FSRS6);
    double before = 10.0;
    for (double ease = 1.3; ease < 5.0; ease += 0.1) {
        struct memory memory;
        struct sm2 old = {ease, 20.0};
        memory_from_sm2(&model, old, 0.9, &memory, NULL);
        assert_true(memory.branch[0].difficulty <= before);
        before = memory.branch[0].difficulty;
    }
    assert_true(before < 5.0);
    (void)state;
}

static void numbers_beyond_reason_give_the_nearest_state(void **state)
{
    const double odd[] = {0.0, -1.0, -1e308, 1e-300, 1e300, 1e308};
    const double retentions[] = {1e-300, 0.5, 1.0 - 1e-16};
    for (int at = 0; at < 2 * 6 * 6 * 3; at++) {
        struct memory_model model =
            memory_model_default(at % 2 ? MODEL_FSRS7 : MODEL_FSRS6);
        struct sm2 old = {odd[at / 2 % 6], odd[at / 12 % 6]};
        struct memory memory;
        assert_true(
            memory_from_sm2(&model, old, retentions[at / 72], &memory, NULL));
        const struct memory_state *got = &memory.branch[0];
        assert_true(got->slow >= 0.0001 && got->slow <= 36500.0);
        assert_true(got->fast >= 0.0 && got->fast <= 36500.0);
        assert_true(got->difficulty >= 1.0 && got->difficulty <= 10.0);
    }
    (void)state;
}

static void what_is_no_number_is_refused_by_a_sentence(void **state)
{
    struct memory_model model = memory_model_default(MODEL_FSRS7);
    const struct sm2 bad[] = {{(double)NAN, 1.0},
                              {2.5, (double)NAN},
                              {(double)INFINITY, 1.0},
                              {2.5, -(double)INFINITY}};
    const double retentions[] = {0.0, 1.0, -0.5, (double)NAN};
    struct sm2 fine = {2.5, 10.0};
    struct memory memory;
    struct error err;
    for (int i = 0; i < 4; i++) {
        assert_false(memory_from_sm2(&model, bad[i], 0.9, &memory, &err));
        assert_non_null(strstr(err.text, "leave the card out"));
        assert_false(
            memory_from_sm2(&model, fine, retentions[i], &memory, &err));
        assert_non_null(strstr(err.text, "0.9 is usual"));
    }
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_state_is_the_reference_to_ten_digits),
        cmocka_unit_test(recall_is_the_retention_when_the_interval_ends),
        cmocka_unit_test(a_higher_ease_is_never_more_difficult),
        cmocka_unit_test(numbers_beyond_reason_give_the_nearest_state),
        cmocka_unit_test(what_is_no_number_is_refused_by_a_sentence),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
