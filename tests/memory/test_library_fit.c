/* Fitting by way of the library. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/random.h"
#include "pacta-memory.h"

static const int kinds[] = {PACTA_FSRS6, PACTA_FSRS7};

static struct pacta_model model_of(int kind)
{
    struct pacta_model model;
    assert_int_equal(pacta_model_init(&model, kind), PACTA_OK);
    return model;
}

enum { CARDS = 400, STEPS = 6, REVIEWS = CARDS * STEPS };

static struct pacta_review history[REVIEWS];

/* Cards with numbers far apart, each reviewed at growing distances. */
static void write_history(void)
{
    struct random random = random_seeded(7);
    size_t at = 0;
    for (int card = 0; card < CARDS; card++) {
        int64_t when = INT64_C(1700000000000) + card * 3600000;
        for (int i = 0; i < STEPS; i++, at++) {
            uint64_t luck = random_below(&random, 100);
            history[at] = (struct pacta_review){
                .card = (int64_t)card * INT64_C(-9000000000) + 5,
                .at_ms = when,
                .rating = luck < 15   ? 1
                          : luck < 30 ? 2
                          : luck < 90 ? 3
                                      : 4,
            };
            when +=
                (int64_t)(1 + random_below(&random, 1000)) * 86400 * (1 << i);
        }
    }
}

static void shuffle_history(void)
{
    struct random random = random_seeded(11);
    for (size_t i = REVIEWS - 1; i > 0; i--) {
        size_t other = random_below(&random, i + 1);
        struct pacta_review kept = history[i];
        history[i] = history[other];
        history[other] = kept;
    }
}

static void a_fit_explains_a_history_better_than_the_defaults(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct pacta_fit_result fit;
        write_history();

        int status = pacta_fit(kinds[k], history, REVIEWS, NULL, &fit);

        assert_int_equal(status, PACTA_OK);
        assert_int_equal(fit.model.kind, kinds[k]);
        assert_true(fit.loss < fit.loss_before - 0.01);
        assert_true(fit.targets > 1000 && fit.targets < REVIEWS);
        assert_true(fit.iterations > 0);
    }
    (void)state;
}

static void the_order_of_a_history_changes_nothing(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct pacta_fit_result sorted, shuffled;
        write_history();
        pacta_fit(kinds[k], history, REVIEWS, NULL, &sorted);

        shuffle_history();
        pacta_fit(kinds[k], history, REVIEWS, NULL, &shuffled);

        assert_memory_equal(&sorted.model, &shuffled.model,
                            sizeof sorted.model);
        assert_true(sorted.loss == shuffled.loss);
    }
    (void)state;
}

static void luck_is_not_taken_for_memory(void **state)
{
    struct pacta_fit_result sure, lucky;
    struct pacta_memory memory = PACTA_NOTHING;
    write_history();
    pacta_fit(PACTA_FSRS6, history, REVIEWS, NULL, &sure);

    for (size_t i = 0; i < REVIEWS; i++)
        history[i].chance = 0.5f;
    assert_int_equal(pacta_fit(PACTA_FSRS6, history, REVIEWS, NULL, &lucky),
                     PACTA_OK);

    pacta_next(&sure.model, &memory, 0, 3, &memory);
    double believed = pacta_interval(&sure.model, &memory, 0.9);
    memory = (struct pacta_memory)PACTA_NOTHING;
    pacta_next(&lucky.model, &memory, 0, 3, &memory);
    assert_true(pacta_interval(&lucky.model, &memory, 0.9) < believed);
    (void)state;
}

static void a_bad_review_is_pointed_at(void **state)
{
    const struct {
        struct pacta_review review;
        int status;
    } bad[] = {
        {{1, 0, 0, 0}, PACTA_BAD_RATING},
        {{1, 0, 5, 0}, PACTA_BAD_RATING},
        {{1, 0, -3, 0}, PACTA_BAD_RATING},
        {{1, INT64_MAX, 3, 0}, PACTA_BAD_TIME},
        {{1, INT64_MIN, 3, 0}, PACTA_BAD_TIME},
        {{1, 0, 3, 1.0f}, PACTA_BAD_CHANCE},
        {{1, 0, 3, -0.5f}, PACTA_BAD_CHANCE},
        {{1, 0, 3, NAN}, PACTA_BAD_CHANCE},
    };
    struct pacta_model standard = model_of(PACTA_FSRS7);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct pacta_fit_result fit;
        write_history();
        history[321] = bad[i].review;

        assert_int_equal(pacta_fit(PACTA_FSRS7, history, REVIEWS, NULL, &fit),
                         bad[i].status);

        assert_int_equal(fit.bad_review, 321);
        assert_memory_equal(&fit.model, &standard, sizeof standard);
    }
    (void)state;
}

static void too_few_reviews_keep_the_defaults(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct pacta_fit_result fit;
        struct pacta_model standard = model_of(kinds[k]);
        write_history();

        assert_int_equal(pacta_fit(kinds[k], history, 20, NULL, &fit),
                         PACTA_TOO_FEW);
        assert_memory_equal(&fit.model, &standard, sizeof standard);
        assert_int_equal(pacta_fit(kinds[k], NULL, 0, NULL, &fit),
                         PACTA_TOO_FEW);
        assert_int_equal(fit.targets, 0);
    }
    (void)state;
}

static void memory_that_is_not_to_be_had_is_a_status(void **state)
{
    struct pacta_model standard = model_of(PACTA_FSRS7);
    write_history();
    for (size_t bytes = 1; bytes < 4000000; bytes = bytes * 3 + 1) {
        struct pacta_fit_options options = {.bytes_max = bytes};
        struct pacta_fit_result fit;
        int status = pacta_fit(PACTA_FSRS7, history, REVIEWS, &options, &fit);
        if (bytes < 100000) {
            assert_int_equal(status, PACTA_NO_MEMORY);
            assert_memory_equal(&fit.model, &standard, sizeof standard);
        }
        assert_true(status == PACTA_OK || status == PACTA_NO_MEMORY);
    }
    (void)state;
}

static bool stop_at_once(void *self, double done, double loss)
{
    ++*(int *)self;
    assert_true(done >= 0 && done <= 1);
    assert_true(loss > 0);
    return true;
}

static void who_watches_may_stop(void **state)
{
    int times = 0;
    struct pacta_fit_options options = {.watch = stop_at_once, .self = &times};
    struct pacta_fit_result fit;
    struct pacta_model standard = model_of(PACTA_FSRS6);
    write_history();

    assert_int_equal(pacta_fit(PACTA_FSRS6, history, REVIEWS, &options, &fit),
                     PACTA_STOPPED);

    assert_int_equal(times, 1);
    assert_memory_equal(&fit.model, &standard, sizeof standard);
    (void)state;
}

static void options_out_of_range_are_refused(void **state)
{
    const struct pacta_fit_options bad[] = {
        {.recency = 4},
        {.recency = -1},
        {.prior = 3},
        {.utc_offset_minutes = 1441},
        {.day_starts_hour = 24},
        {.day_starts_hour = -1},
        {.iterations = -1},
    };
    struct pacta_fit_result fit;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_int_equal(
            pacta_fit(PACTA_FSRS6, history, REVIEWS, &bad[i], &fit),
            PACTA_BAD_OPTIONS);
    assert_int_equal(pacta_fit(3, history, REVIEWS, NULL, &fit),
                     PACTA_BAD_MODEL);
    assert_int_equal(
        pacta_fit(PACTA_FSRS6, NULL, (size_t)PACTA_REVIEWS_MAX + 1, NULL, &fit),
        PACTA_TOO_MANY);
    (void)state;
}

/* Two answers across midnight, UTC: of one study day where the day begins at
 * four, of two where it begins at midnight. */
static void study_days_are_the_learners(void **state)
{
    static struct pacta_review nights[400];
    struct pacta_fit_options four = {.day_starts_hour = 4};
    struct pacta_fit_options tokyo = {.day_starts_hour = 4,
                                      .utc_offset_minutes = 540};
    struct pacta_fit_result fit;
    for (int i = 0; i < 400; i++) {
        nights[i].card = i / 2;
        nights[i].at_ms = INT64_C(86400000) * (i / 2 - 100);
        nights[i].at_ms += i % 2 ? 3600000 : -3600000;
        nights[i].rating = i % 5 ? 3 : 1;
    }

    pacta_fit(PACTA_FSRS6, nights, 400, NULL, &fit);
    assert_int_equal(fit.targets, 200);
    assert_int_equal(pacta_fit(PACTA_FSRS6, nights, 400, &four, &fit),
                     PACTA_TOO_FEW);
    assert_int_equal(fit.targets, 0);
    pacta_fit(PACTA_FSRS6, nights, 400, &tokyo, &fit);
    assert_int_equal(fit.targets, 0);
    pacta_fit(PACTA_FSRS7, nights, 400, &four, &fit);
    assert_int_equal(fit.targets, 200);
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fit_explains_a_history_better_than_the_defaults),
        cmocka_unit_test(the_order_of_a_history_changes_nothing),
        cmocka_unit_test(luck_is_not_taken_for_memory),
        cmocka_unit_test(a_bad_review_is_pointed_at),
        cmocka_unit_test(too_few_reviews_keep_the_defaults),
        cmocka_unit_test(memory_that_is_not_to_be_had_is_a_status),
        cmocka_unit_test(who_watches_may_stop),
        cmocka_unit_test(options_out_of_range_are_refused),
        cmocka_unit_test(study_days_are_the_learners),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
