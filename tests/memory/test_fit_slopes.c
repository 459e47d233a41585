#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "fit_dual.h"
#include "../../src/memory/fit_lanes.h"
#include "fit_world.h"
#include "memory/fsrs6.h"
#include "memory/fsrs7.h"
#include "same.h"

static struct arena arena;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, (size_t)1 << 30);
    return 0;
}

static int release_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static int count_of(enum model_kind kind)
{
    return kind == MODEL_FSRS6 ? FSRS6_WEIGHTS : FSRS7_WEIGHTS;
}

/* Weights away from every bound and every kink, another set for each turn. */
static void some_weights(enum model_kind kind, int turn, double *w)
{
    double low[MODEL_WEIGHTS_MAX];
    double high[MODEL_WEIGHTS_MAX];
    bool is_six = kind == MODEL_FSRS6;
    (is_six ? fsrs6_bounds : fsrs7_bounds)(low, high);
    for (int i = 0; i < count_of(kind); i++) {
        double middle = (is_six ? fsrs6_defaults : fsrs7_defaults)[i];
        double room = fmin(high[i] - low[i], 1 + fabs(middle));
        w[i] = middle + .06 * room * sin(i * 7 + turn * 3);
        w[i] = fmin(fmax(w[i], low[i] + .01 * room), high[i] - .01 * room);
    }
}

static double log_of(double p)
{
    return log(p > 1e-7 ? p : 1e-7);
}

/* The loss as memory/model.h and memory/evidence.h have it. */
static double plain_loss(const struct fit_log *log, enum model_kind kind,
                         const double *w)
{
    struct memory_model model = {.kind = kind};
    double loss = 0;
    memcpy(model.weights, w, (size_t)count_of(kind) * sizeof *w);
    for (size_t card = 0; card < log->cards; card++) {
        struct memory memory = {.count = 0};
        for (uint32_t i = log->starts[card]; i < log->starts[card + 1]; i++) {
            double chance = log->chances ? (double)log->chances[i] : 0;
            double days = (double)log->days[i];
            double recall = memory_recall(&model, &memory, days);
            double right = recall + (1 - recall) * chance;
            if (memory.count && (days > 0 || kind == MODEL_FSRS7))
                loss -= log->grades[i] ? log_of(right) : log_of(1 - right);
            memory = evidence_after(
                &model, &memory, days,
                (struct evidence){(enum grade)log->grades[i], chance, 1});
        }
    }
    return loss;
}

static void the_loss_with_luck_is_that_of_evidence(void **state)
{
    (void)state;
    struct reviews reviews = world_reviews(&arena, 60, 20, 11, true);
    for (int kind = MODEL_FSRS6; kind <= MODEL_FSRS7; kind++) {
        struct fit_log log = world_log(&reviews, (enum model_kind)kind, &arena);
        assert_non_null(log.chances);
        for (int turn = 0; turn < 3; turn++) {
            double w[MODEL_WEIGHTS_MAX];
            double slope[MODEL_WEIGHTS_MAX];
            some_weights((enum model_kind)kind, turn, w);
            double loss =
                fit_dual_loss(&log, (enum model_kind)kind, 1, w, slope);
            assert_true(
                near(loss, plain_loss(&log, (enum model_kind)kind, w), 1e-9));
        }
    }
}

static void its_slope_is_what_small_steps_show(void **state)
{
    (void)state;
    struct reviews reviews = world_reviews(&arena, 40, 16, 12, true);
    for (int kind = MODEL_FSRS6; kind <= MODEL_FSRS7; kind++) {
        struct fit_log log = world_log(&reviews, (enum model_kind)kind, &arena);
        double w[MODEL_WEIGHTS_MAX];
        double slope[MODEL_WEIGHTS_MAX];
        some_weights((enum model_kind)kind, 1, w);
        fit_dual_loss(&log, (enum model_kind)kind, 1, w, slope);
        for (int i = 0; i < count_of((enum model_kind)kind); i++) {
            double at = w[i];
            double step = 1e-6 * (1 + fabs(at));
            w[i] = at + step;
            double above = plain_loss(&log, (enum model_kind)kind, w);
            w[i] = at - step;
            double below = plain_loss(&log, (enum model_kind)kind, w);
            w[i] = at;
            double seen = (above - below) / (2 * step);
            if (fabs(seen - slope[i]) > 2e-4 * (1 + fabs(seen)))
                fail_msg("FSRS-%d w%d: %.9g seen, %.9g said", 6 + kind, i, seen,
                         slope[i]);
        }
    }
}

static void lanes_are_as_64_bits(bool has_luck)
{
    struct reviews reviews = world_reviews(&arena, 333, 33, 13, has_luck);
    for (int kind = MODEL_FSRS6; kind <= MODEL_FSRS7; kind++) {
        struct fit_log log = world_log(&reviews, (enum model_kind)kind, &arena);
        struct fit_pack pack;
        fit_pack_make(&pack, &log, (enum model_kind)kind, 1, &arena);
        assert_int_equal(pack.chances != NULL, has_luck);
        for (int turn = 0; turn < 4; turn++) {
            double w[MODEL_WEIGHTS_MAX];
            double exact[MODEL_WEIGHTS_MAX];
            double slope[MODEL_WEIGHTS_MAX];
            some_weights((enum model_kind)kind, turn, w);
            double loss = kind == MODEL_FSRS6 ? fit_pack_loss6(&pack, w, slope)
                                              : fit_pack_loss7(&pack, w, slope);
            assert_true(near(
                loss, fit_dual_loss(&log, (enum model_kind)kind, 1, w, exact),
                2e-6));
            for (int i = 0; i < count_of((enum model_kind)kind); i++)
                if (fabs(slope[i] - exact[i]) > 2e-3 * (1 + fabs(exact[i])))
                    fail_msg("FSRS-%d w%d: %.9g in lanes, %.9g in 64 bits",
                             6 + kind, i, slope[i], exact[i]);
        }
    }
}

static void the_lanes_have_the_loss_and_slope_of_64_bits(void **state)
{
    (void)state;
    lanes_are_as_64_bits(false);
}

static void so_they_have_where_answers_may_be_luck(void **state)
{
    (void)state;
    lanes_are_as_64_bits(true);
}

static void weights_of_answers_count_in_both_ways_of_reckoning(void **state)
{
    (void)state;
    struct reviews reviews = world_reviews(&arena, 100, 20, 14, false);
    struct fit_log log =
        reviews_log(&reviews, MODEL_FSRS7, (uint32_t)reviews.count,
                    FIT_RECENCY_STRONG, &arena);
    struct fit_log plain = world_log(&reviews, MODEL_FSRS7, &arena);
    struct fit_pack pack;
    double slope[MODEL_WEIGHTS_MAX];
    fit_pack_make(&pack, &log, MODEL_FSRS7, 1, &arena);
    double exact = fit_dual_loss(&log, MODEL_FSRS7, 1, fsrs7_defaults, slope);
    double lanes = fit_pack_loss7(&pack, fsrs7_defaults, slope);
    assert_true(near(lanes, exact, 2e-6));
    assert_true(exact < .5 * fit_dual_loss(&plain, MODEL_FSRS7, 1,
                                           fsrs7_defaults, slope));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_loss_with_luck_is_that_of_evidence),
        cmocka_unit_test(its_slope_is_what_small_steps_show),
        cmocka_unit_test(the_lanes_have_the_loss_and_slope_of_64_bits),
        cmocka_unit_test(so_they_have_where_answers_may_be_luck),
        cmocka_unit_test(weights_of_answers_count_in_both_ways_of_reckoning),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, open_arena, release_arena);
}
