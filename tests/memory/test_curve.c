#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "memory/curve.h"

static struct curve one_term(double stability)
{
    return (struct curve){
        .whole = 1.0,
        .count = 1,
        .term = {{1.0, 1.0, stability, 0.5}},
    };
}

static struct curve two_terms(void)
{
    return (struct curve){
        .whole = 4.0,
        .doubt = 1e-5,
        .count = 2,
        .term = {{1.0, 2.0, 0.001, 0.3}, {3.0, 0.5, 3000.0, 0.1}},
    };
}

static void what_is_not_a_number_is_bounded_to_the_lowest(void **state)
{
    assert_true(curve_bounded(NAN, 1.0, 2.0) == 1.0);
    assert_true(curve_bounded(INFINITY, 1.0, 2.0) == 2.0);
    assert_true(curve_bounded(1.5, 1.0, 2.0) == 1.5);
    (void)state;
}

static void recall_is_the_mean_of_the_terms_less_a_doubt(void **state)
{
    struct curve curve = two_terms();

    double fast = curve_term_recall(&curve.term[0], 2.0);
    double slow = curve_term_recall(&curve.term[1], 2.0);
    double mean = 0.25 * fast + 0.75 * slow;

    double recall = curve_recall(&curve, 2.0);
    assert_true(fabs(recall - (1e-5 + (1.0 - 2e-5) * mean)) < 1e-15);
    assert_true(curve_recall(&curve, -1.0) == curve_recall(&curve, 0.0));
    (void)state;
}

static void the_day_of_any_target_is_found(void **state)
{
    struct curve curve = two_terms();

    for (double target = 0.0001; target < 1.0; target += 0.0007) {
        double days = curve_days_until(&curve, target);
        double recall = curve_recall(&curve, days);
        if (days < CURVE_DAYS_MAX)
            assert_true(fabs(recall - target) <= 1e-9 || days == 0.0);
        else
            assert_true(recall >= target);
    }
    (void)state;
}

static void beyond_both_ends_the_day_is_the_end(void **state)
{
    struct curve curve = two_terms();
    struct curve slow = one_term(1e9);

    assert_true(curve_days_until(&curve, 0.99999) == 0.0);
    assert_true(curve_days_until(&curve, 1.0) == 0.0);
    assert_true(curve_days_until(&curve, 1e-5) == CURVE_DAYS_MAX);
    assert_true(curve_days_until(&curve, 0.1) == CURVE_DAYS_MAX);
    assert_true(curve_days_until(&slow, 0.9) == CURVE_DAYS_MAX);
    (void)state;
}

static void two_beliefs_in_the_same_curve_are_that_curve(void **state)
{
    struct curve curve = two_terms();
    struct curve mixed = {0};

    curve_add(&mixed, &curve, 0.3);
    curve_add(&mixed, &curve, 0.7);

    assert_int_equal(mixed.count, 4);
    double days = curve_days_until(&curve, 0.8);
    assert_true(fabs(curve_recall(&mixed, days) - 0.8) < 1e-12);
    assert_true(fabs(curve_days_until(&mixed, 0.8) / days - 1.0) < 1e-9);
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_a_number_is_bounded_to_the_lowest),
        cmocka_unit_test(recall_is_the_mean_of_the_terms_less_a_doubt),
        cmocka_unit_test(the_day_of_any_target_is_found),
        cmocka_unit_test(beyond_both_ends_the_day_is_the_end),
        cmocka_unit_test(two_beliefs_in_the_same_curve_are_that_curve),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
