#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "memory/minimise.h"

static const double wide_low[2] = {-10, -10};
static const double wide_high[2] = {10, 10};
static const double ones[2] = {1, 1};

/* Rosenbrock's valley, smallest at (1, 1). */
static double valley(void *self, const double *x, double *slope)
{
    int *calls = self;
    double a = x[1] - x[0] * x[0];
    ++*calls;
    slope[0] = -400 * x[0] * a - 2 * (1 - x[0]);
    slope[1] = 200 * a;
    return 100 * a * a + (1 - x[0]) * (1 - x[0]);
}

static void a_crooked_valley_is_followed_to_its_end(void **state)
{
    (void)state;
    int calls = 0;
    double x[2] = {-1.2, 1};
    struct minimise_problem problem = {.count = 2,
                                       .low = wide_low,
                                       .high = wide_high,
                                       .scale = ones,
                                       .value = valley,
                                       .self = &calls};
    struct minimise_result result = minimise(&problem, x, 1e-12, 200);
    assert_true(result.value < 1e-8);
    assert_true(fabs(x[0] - 1) < 1e-3 && fabs(x[1] - 1) < 1e-3);
    assert_true(calls < 120);
}

static void at_a_bound_the_rest_goes_on(void **state)
{
    (void)state;
    int calls = 0;
    double high[2] = {.5, 10};
    double x[2] = {-1.2, 1};
    struct minimise_problem problem = {.count = 2,
                                       .low = wide_low,
                                       .high = high,
                                       .scale = ones,
                                       .value = valley,
                                       .self = &calls};
    minimise(&problem, x, 1e-12, 200);
    assert_true(fabs(x[0] - .5) < 1e-12);
    assert_true(fabs(x[1] - .25) < 1e-4);
}

static double bowl(void *self, const double *x, double *slope)
{
    ++*(int *)self;
    slope[0] = 2e6 * (x[0] - 3) + 1e3 * (x[1] + 2);
    slope[1] = 1e3 * (x[0] - 3) + 2 * (x[1] + 2);
    return 1e6 * (x[0] - 3) * (x[0] - 3) + 1e3 * (x[0] - 3) * (x[1] + 2) +
           (x[1] + 2) * (x[1] + 2);
}

static void a_shape_that_is_told_saves_the_search(void **state)
{
    (void)state;
    struct minimise_shape shape = {{{2e6, 1e3}, {1e3, 2}}};
    int calls[2] = {0, 0};
    for (int told = 0; told <= 1; told++) {
        double x[2] = {-5, 5};
        struct minimise_problem problem = {.count = 2,
                                           .low = wide_low,
                                           .high = wide_high,
                                           .scale = ones,
                                           .value = bowl,
                                           .shape = told ? &shape : NULL,
                                           .self = &calls[told]};
        struct minimise_result result = minimise(&problem, x, 1e-9, 300);
        assert_true(result.value < 1e-6);
    }
    assert_true(calls[1] < calls[0]);
    assert_true(calls[1] <= 10);
}

static bool stop_after_two(void *self, int iteration, double value)
{
    (void)self;
    (void)value;
    return iteration == 2;
}

static void who_watches_may_stop_it(void **state)
{
    (void)state;
    int calls = 0;
    double x[2] = {-1.2, 1};
    struct minimise_problem problem = {.count = 2,
                                       .low = wide_low,
                                       .high = wide_high,
                                       .scale = ones,
                                       .value = valley,
                                       .watch = stop_after_two,
                                       .self = &calls};
    struct minimise_result result = minimise(&problem, x, 1e-12, 200);
    assert_true(result.stopped);
    assert_int_equal(result.iterations, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_crooked_valley_is_followed_to_its_end),
        cmocka_unit_test(at_a_bound_the_rest_goes_on),
        cmocka_unit_test(a_shape_that_is_told_saves_the_search),
        cmocka_unit_test(who_watches_may_stop_it),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
