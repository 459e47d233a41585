#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "fit_world.h"
#include "memory/metrics.h"
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

static void three_figures_of_four_answers(void **state)
{
    (void)state;
    struct foretold list[] = {
        {.9, 1, true}, {.8, 1, false}, {.8, 2, true}, {.3, 2, false}};
    struct metrics metrics = metrics_of(list, 4);
    assert_int_equal(metrics.targets, 4);
    assert_true(near(metrics.right, .5, 1e-12));
    assert_true(near(metrics.log_loss,
                     -(log(.9) + log(.2) + log(.8) + log(.7)) / 4, 1e-12));
    /* bins are off by (1.7 - 1) / 2 and (1.1 - 1) / 2 */
    assert_true(near(metrics.rmse_bins,
                     sqrt((2 * .35 * .35 + 2 * .05 * .05) / 4), 1e-12));
    /* of four pairs three stand well, one is equal: 3.5 of 4 */
    assert_true(near(metrics.auc, 3.5 / 4, 1e-12));
}

static void nothing_and_answers_all_alike_have_figures(void **state)
{
    (void)state;
    struct foretold list[] = {{1, 1, true}, {1, 1, true}};
    struct metrics metrics = metrics_of(list, 0);
    assert_int_equal(metrics.targets, 0);
    assert_true(metrics.auc == .5 && metrics.log_loss == 0);
    metrics = metrics_of(list, 2);
    assert_true(metrics.auc == .5 && metrics.log_loss == 0);
    list[0].right = false; /* a thing thought impossible costs a finite sum */
    assert_true(isfinite(metrics_of(list, 2).log_loss));
}

static void bins_grow_with_what_they_count(void **state)
{
    (void)state;
    assert_int_equal(metrics_bin(1.5, 3, 0), metrics_bin(3, 3, 0));
    assert_int_not_equal(metrics_bin(3, 3, 0), metrics_bin(4, 3, 0));
    assert_int_not_equal(metrics_bin(3, 3, 0), metrics_bin(3, 30, 0));
    assert_int_not_equal(metrics_bin(3, 3, 0), metrics_bin(3, 3, 1));
    assert_int_not_equal(metrics_bin(0, 3, 0), metrics_bin(1, 3, 0));
}

static void histories_come_into_order(void **state)
{
    (void)state;
    struct review list[] = {
        {.at_ms = 5 * (int64_t)WORLD_DAY_MS, .study_day = 5, .card = 1},
        {.at_ms = 2 * (int64_t)WORLD_DAY_MS, .study_day = 2, .card = 0},
        {.at_ms = 1 * (int64_t)WORLD_DAY_MS, .study_day = 1, .card = 1},
        {.at_ms = 5 * (int64_t)WORLD_DAY_MS,
         .study_day = 5,
         .card = 1,
         .grade = GRADE_EASY},
    };
    struct reviews reviews = {.list = list, .count = 4, .cards = 2};
    reviews_arrange(&reviews, &arena);
    assert_int_equal(reviews.starts[0], 0);
    assert_int_equal(reviews.starts[1], 1);
    assert_int_equal(reviews.starts[2], 4);
    assert_int_equal(reviews.list[1].study_day, 1);
    assert_int_equal(reviews.list[2].grade, GRADE_AGAIN);
    assert_int_equal(reviews.list[3].grade, GRADE_EASY);
    assert_int_equal(reviews.list[0].place, 1);
    assert_int_equal(reviews.list[3].place, 3);
    assert_true(reviews_days(&reviews, 2, MODEL_FSRS6) == 4);
    assert_true(reviews_days(&reviews, 3, MODEL_FSRS7) == 0);
    assert_true(reviews_days(&reviews, 1, MODEL_FSRS7) == 0);
    assert_true(reviews_is_daily(&reviews, 2));
    assert_false(reviews_is_daily(&reviews, 3));
}

static void folds_part_the_daily_reviews_in_time(void **state)
{
    (void)state;
    struct memory_model model = memory_model_default(MODEL_FSRS7);
    struct reviews reviews = world_reviews(&arena, 200, 12, 51, false);
    uint32_t cuts[6];
    struct memory_model models[5] = {model, model, model, model, model};
    struct judgement whole =
        metrics_judge(&model, &reviews, 0, (uint32_t)reviews.count, &arena);
    reviews_cut(&reviews, 5, cuts, &arena);
    assert_int_equal(cuts[5], reviews.count);
    size_t first =
        metrics_judge(&model, &reviews, 0, cuts[0], &arena).daily.targets;
    for (int i = 0; i < 4; i++) {
        size_t share =
            metrics_judge(&model, &reviews, cuts[i], cuts[i + 1], &arena)
                .daily.targets;
        assert_int_equal(share, whole.daily.targets / 6);
    }
    assert_int_equal(first, whole.daily.targets / 6);
    assert_int_equal(
        metrics_judge_folds(models, &reviews, cuts, 5, &arena).daily.targets,
        whole.daily.targets - first);
    struct fit_log log =
        reviews_log(&reviews, MODEL_FSRS6, cuts[0], FIT_RECENCY_NONE, &arena);
    assert_int_equal(fit_targets(&log, MODEL_FSRS6), first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_figures_of_four_answers),
        cmocka_unit_test(nothing_and_answers_all_alike_have_figures),
        cmocka_unit_test(bins_grow_with_what_they_count),
        cmocka_unit_test(histories_come_into_order),
        cmocka_unit_test(folds_part_the_daily_reviews_in_time),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, open_arena, release_arena);
}
