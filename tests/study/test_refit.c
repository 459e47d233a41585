#include "study/refit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

#include "memory/fit_world.h"
#include "memory/fsrs7.h"
#include "study/weights.h"

enum { DAY = 20000 };

static struct arena arena;

static int open(void **state)
{
    (void)state;
    arena_init(&arena, (size_t)4 << 30);
    return 0;
}

static int close(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* `count` answers to one item, the last one yesterday, one a day. */
static struct progress answered(int count)
{
    struct progress progress;
    progress_init(&progress, &arena, NULL, study_settings_default());
    for (int i = 0; i < count; i++) {
        struct event event = {.kind = EVENT_REVIEW,
                              .item = "nile/mouth",
                              .at_ms = (int64_t)(DAY - count + i) * 86400000,
                              .study_day = DAY - count + i,
                              .grade = GRADE_GOOD,
                              .share = 1,
                              .body = "{}"};
        progress_apply(&progress, &event);
    }
    return progress;
}

static void given_a_month_and_answers_when_asked_then_it_is_due(void **state)
{
    (void)state;
    struct progress progress = answered(150);
    assert_true(refit_is_due(&progress, DAY));
    progress.settings.fit_day = DAY - 29;
    assert_false(refit_is_due(&progress, DAY));
    progress.settings.fit_day = DAY - 110;
    assert_true(refit_is_due(&progress, DAY));
    progress.settings.fit_day = DAY - 60; /* too few since */
    assert_false(refit_is_due(&progress, DAY));
    progress = answered(0);
    assert_false(refit_is_due(&progress, DAY));
}

static void given_few_answers_when_asked_then_it_says_how_many(void **state)
{
    (void)state;
    struct progress progress = answered(40);
    assert_int_equal(refit_missing(&progress), 61);
    assert_false(refit_is_due(&progress, DAY + 100));
    progress = answered(101);
    assert_int_equal(refit_missing(&progress), 0);
}

static void
given_another_learner_when_fitted_then_it_foretells_better(void **state)
{
    (void)state;
    struct memory_model now = memory_model_default(MODEL_FSRS7);
    struct memory_model other = now;
    other.weights[7] += .7;
    other.weights[24] = .5;
    struct reviews reviews = world_learner(&arena, &other, 400, 8, 5, 0);
    struct refit refit = refit_model(&reviews, &now, NULL, NULL, &arena);
    assert_true(refit.is_better);
    assert_true(refit.judged > 300);
    assert_true(fabs(refit.expected - refit.right) <
                fabs(refit.expected_before - refit.right));
    assert_memory_not_equal(&refit.model, &now, sizeof now);
}

static void given_the_true_model_when_fitted_then_it_stays(void **state)
{
    (void)state;
    struct memory_model now = memory_model_default(MODEL_FSRS7);
    struct memory_model odd = now;
    for (int i = 0; i < 4; i++)
        odd.weights[i] *= 8;
    odd.weights[24] = .5;
    struct reviews reviews = world_learner(&arena, &odd, 40, 8, 9, .25f);
    struct refit refit = refit_model(&reviews, &odd, NULL, NULL, &arena);
    assert_false(refit.is_better);
    assert_memory_equal(&refit.model, &odd, sizeof odd);
}

static bool stop(void *self, double done, double loss)
{
    (void)loss;
    double *last = self;
    assert_true(done >= *last);
    *last = done;
    return done > .3;
}

static void given_a_watch_when_it_stops_then_the_model_stays(void **state)
{
    (void)state;
    double done = 0;
    struct memory_model now = memory_model_default(MODEL_FSRS6);
    struct reviews reviews = world_learner(&arena, &now, 300, 8, 5, 0);
    struct refit refit = refit_model(&reviews, &now, stop, &done, &arena);
    assert_true(refit.stopped);
    assert_false(refit.is_better);
    assert_memory_equal(&refit.model, &now, sizeof now);
}

static void
given_a_fit_in_the_log_when_obeyed_then_its_day_is_known(void **state)
{
    (void)state;
    struct study_settings settings = study_settings_default();
    struct moment now = {(int64_t)DAY * 86400000 + 40000000, 0};
    struct event event = weights_event(&settings.model, now, &arena);
    assert_true(weights_obey(&settings, &event));
    assert_int_equal(settings.fit_day, moment_study_day(now));
    assert_true(study_settings_obey(&settings, "fit_tried", DAY + 31));
    assert_int_equal(settings.fit_day, DAY + 31);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            given_a_month_and_answers_when_asked_then_it_is_due, open, close),
        cmocka_unit_test_setup_teardown(
            given_few_answers_when_asked_then_it_says_how_many, open, close),
        cmocka_unit_test_setup_teardown(
            given_another_learner_when_fitted_then_it_foretells_better, open,
            close),
        cmocka_unit_test_setup_teardown(
            given_the_true_model_when_fitted_then_it_stays, open, close),
        cmocka_unit_test_setup_teardown(
            given_a_watch_when_it_stops_then_the_model_stays, open, close),
        cmocka_unit_test_setup_teardown(
            given_a_fit_in_the_log_when_obeyed_then_its_day_is_known, open,
            close),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
