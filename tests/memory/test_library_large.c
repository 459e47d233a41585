/* Histories of odd shapes and sizes, as a stranger may hand them over. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "pacta-memory.h"

enum { MILLION = 1000000, MANY = 100000, DAY_MS = 86400000 };

static struct pacta_review history[MILLION]; /* too large for the stack */

static int rating_at(size_t at)
{
    uint64_t mixed = (at + 1) * 0x9e3779b97f4a7c15u;
    return 1 + (int)(mixed >> 62);
}

static void write_history(size_t count, size_t cards, int64_t apart_ms)
{
    for (size_t i = 0; i < count; i++)
        history[i] = (struct pacta_review){
            .card = (int64_t)(i % cards),
            .at_ms = (int64_t)i * apart_ms,
            .rating = rating_at(i),
        };
}

static int fit_few_steps(int kind, size_t count, struct pacta_fit_result *fit)
{
    struct pacta_fit_options options = {.iterations = 2};
    return pacta_fit(kind, history, count, &options, fit);
}

static bool is_sound(const struct pacta_fit_result *fit)
{
    for (int i = 0; i < PACTA_WEIGHTS_MAX; i++)
        if (!isfinite(fit->model.weights[i]))
            return false;
    return isfinite(fit->loss) && fit->loss <= fit->loss_before;
}

static void a_million_reviews_of_one_day_are_no_targets_of_fsrs6(void **state)
{
    struct pacta_fit_result fit;
    write_history(MILLION, 1, 50);

    assert_int_equal(fit_few_steps(PACTA_FSRS6, MILLION, &fit), PACTA_TOO_FEW);

    assert_int_equal(fit.targets, 0);
    (void)state;
}

static void a_million_reviews_of_one_day_fit_fsrs7(void **state)
{
    struct pacta_fit_result fit;
    write_history(MILLION, 2000, 50);

    assert_int_equal(fit_few_steps(PACTA_FSRS7, MILLION, &fit), PACTA_OK);

    assert_int_equal(fit.targets, MILLION - 2000);
    assert_true(is_sound(&fit));
    (void)state;
}

static void one_card_with_a_million_is_fitted_within_bounds(void **state)
{
    struct pacta_fit_options options = {.iterations = 1,
                                        .bytes_max = 400 << 20};
    struct pacta_fit_result fit;
    write_history(MILLION, 1, 50);

    int status = pacta_fit(PACTA_FSRS7, history, MILLION, &options, &fit);

    assert_int_equal(status, PACTA_OK);
    assert_int_equal(fit.targets, PACTA_CARD_MAX - 1);
    assert_true(is_sound(&fit));
    (void)state;
}

static void one_card_with_a_hundred_thousand_reviews_is_fitted(void **state)
{
    for (int kind = PACTA_FSRS6; kind <= PACTA_FSRS7; kind++) {
        struct pacta_fit_result fit;
        write_history(MANY, 1, DAY_MS);

        assert_int_equal(fit_few_steps(kind, MANY, &fit), PACTA_OK);

        assert_int_equal(fit.targets, PACTA_CARD_MAX - 1);
        assert_true(is_sound(&fit));
    }
    (void)state;
}

static void a_hundred_thousand_cards_with_one_review_say_nothing(void **state)
{
    for (int kind = PACTA_FSRS6; kind <= PACTA_FSRS7; kind++) {
        struct pacta_fit_result fit;
        write_history(MANY, MANY, DAY_MS);

        assert_int_equal(fit_few_steps(kind, MANY, &fit), PACTA_TOO_FEW);

        assert_int_equal(fit.targets, 0);
    }
    (void)state;
}

static void the_farthest_times_are_fitted(void **state)
{
    for (int kind = PACTA_FSRS6; kind <= PACTA_FSRS7; kind++) {
        struct pacta_fit_result fit;
        write_history(2000, 1000, 0);
        for (size_t i = 0; i < 2000; i++)
            history[i].at_ms = i < 1000 ? -PACTA_AT_MS_MAX : PACTA_AT_MS_MAX;

        assert_int_equal(fit_few_steps(kind, 2000, &fit), PACTA_OK);

        assert_int_equal(fit.targets, 1000);
        assert_true(is_sound(&fit));
    }
    (void)state;
}

static void answers_that_are_all_alike_are_fitted(void **state)
{
    for (int rating = PACTA_AGAIN; rating <= PACTA_EASY; rating++)
        for (int kind = PACTA_FSRS6; kind <= PACTA_FSRS7; kind++) {
            struct pacta_fit_result fit;
            write_history(4000, 400, DAY_MS / 100);
            for (size_t i = 0; i < 4000; i++)
                history[i].rating = rating;

            assert_int_equal(pacta_fit(kind, history, 4000, NULL, &fit),
                             PACTA_OK);

            assert_true(is_sound(&fit));
        }
    (void)state;
}

static void a_million_reviews_one_by_one_stay_within(void **state)
{
    for (int kind = PACTA_FSRS6; kind <= PACTA_FSRS7; kind++) {
        struct pacta_model model;
        struct pacta_memory memory = PACTA_NOTHING;
        pacta_model_init(&model, kind);
        for (size_t i = 0; i < MILLION; i++) {
            double days = i % 1000 ? 0 : 3;
            int status =
                pacta_next(&model, &memory, days, rating_at(i), &memory);
            if (status != PACTA_OK)
                fail();
        }
        assert_true(memory.stability >= 0.0001 && memory.stability <= 36500);
        assert_true(memory.difficulty >= 1 && memory.difficulty <= 10);
        assert_true(isfinite(pacta_interval(&model, &memory, 0.9)));
    }
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_million_reviews_of_one_day_are_no_targets_of_fsrs6),
        cmocka_unit_test(a_million_reviews_of_one_day_fit_fsrs7),
        cmocka_unit_test(one_card_with_a_million_is_fitted_within_bounds),
        cmocka_unit_test(one_card_with_a_hundred_thousand_reviews_is_fitted),
        cmocka_unit_test(a_hundred_thousand_cards_with_one_review_say_nothing),
        cmocka_unit_test(the_farthest_times_are_fitted),
        cmocka_unit_test(answers_that_are_all_alike_are_fitted),
        cmocka_unit_test(a_million_reviews_one_by_one_stay_within),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
