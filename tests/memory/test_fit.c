#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "fit_world.h"
#include "memory/fsrs6.h"
#include "memory/fsrs7.h"
#include "memory/metrics.h"
#include "same.h"

static struct arena arena;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, (size_t)2 << 30);
    return 0;
}

static int release_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static struct fit_result fit(const struct fit_log *log, enum model_kind kind,
                             bool prior)
{
    struct fit_options options = {.kind = kind, .prior = prior};
    return fit_model(log, &options, &arena);
}

static struct reviews some_learner(enum model_kind kind, size_t cards)
{
    struct memory_model truth = memory_model_default(kind);
    if (kind == MODEL_FSRS6) {
        truth.weights[2] = 6;
        truth.weights[8] = 1.2;
        truth.weights[20] = .3;
    } else {
        truth.weights[2] = 8;
        truth.weights[7] = 1.2;
    }
    return world_learner(&arena, &truth, cards, 8, 21, 0);
}

static void a_fit_foretells_better_than_the_defaults(void **state)
{
    (void)state;
    for (int kind = MODEL_FSRS6; kind <= MODEL_FSRS7; kind++) {
        struct reviews reviews = some_learner((enum model_kind)kind, 3000);
        struct fit_log log = world_log(&reviews, (enum model_kind)kind, &arena);
        struct fit_result result = fit(&log, (enum model_kind)kind, false);
        assert_false(result.too_few);
        assert_false(result.stopped);
        assert_int_equal(result.targets,
                         fit_targets(&log, (enum model_kind)kind));
        assert_true(result.loss < result.loss_before - .002);
        struct judgement judgement = metrics_judge(
            &result.model, &reviews, 0, (uint32_t)reviews.count, &arena);
        const struct metrics *own =
            kind == MODEL_FSRS6 ? &judgement.daily : &judgement.all;
        assert_int_equal(own->targets, result.targets);
        assert_true(near(own->log_loss, result.loss, 1e-5));
    }
}

static void the_same_log_gives_the_same_bits(void **state)
{
    (void)state;
    for (int kind = MODEL_FSRS6; kind <= MODEL_FSRS7; kind++) {
        struct reviews reviews = some_learner((enum model_kind)kind, 2500);
        struct fit_log log = world_log(&reviews, (enum model_kind)kind, &arena);
        struct fit_result a = fit(&log, (enum model_kind)kind, true);
        struct fit_result b = fit(&log, (enum model_kind)kind, true);
        assert_memory_equal(a.model.weights, b.model.weights,
                            sizeof a.model.weights);
        assert_memory_equal(&a.loss, &b.loss, sizeof a.loss);
    }
}

static void every_weight_stays_within_its_bounds(void **state)
{
    (void)state;
    struct reviews reviews = world_reviews(&arena, 400, 12, 31, false);
    for (int kind = MODEL_FSRS6; kind <= MODEL_FSRS7; kind++) {
        bool is_six = kind == MODEL_FSRS6;
        struct fit_log log = world_log(&reviews, (enum model_kind)kind, &arena);
        struct fit_result result = fit(&log, (enum model_kind)kind, false);
        double bounded[MODEL_WEIGHTS_MAX];
        double low[MODEL_WEIGHTS_MAX];
        double high[MODEL_WEIGHTS_MAX];
        int at_bound = 0;
        memcpy(bounded, result.model.weights, sizeof bounded);
        (is_six ? fsrs6_bound : fsrs7_bound)(bounded);
        assert_memory_equal(bounded, result.model.weights, sizeof bounded);
        (is_six ? fsrs6_bounds : fsrs7_bounds)(low, high);
        for (int i = 0; i < (is_six ? FSRS6_WEIGHTS : FSRS7_WEIGHTS); i++)
            at_bound += bounded[i] <= low[i] || bounded[i] >= high[i];
        assert_true(at_bound > 0); /* else nothing was shown */
    }
}

static double distance(const struct memory_model *model)
{
    double sum = 0;
    for (int i = 4; i < FSRS6_WEIGHTS; i++)
        sum += fabs(model->weights[i] - fsrs6_defaults[i]);
    return sum;
}

static void a_first_grade_never_given_makes_way_for_the_others(void **state)
{
    (void)state;
    struct memory_model truth = memory_model_default(MODEL_FSRS7);
    truth.weights[2] = .6; /* Good; below what Hard has by default */
    struct reviews reviews = world_learner(&arena, &truth, 2000, 6, 61, 0);
    struct fit_log log = world_log(&reviews, MODEL_FSRS7, &arena);
    struct fit_result result = fit(&log, MODEL_FSRS7, false);
    const double *w = result.model.weights;
    assert_true(w[2] < .6 * fsrs7_defaults[1]);
    assert_true(w[0] <= w[1] && w[1] <= w[2] && w[2] <= w[3]);
}

static void a_prior_keeps_weights_near_the_defaults(void **state)
{
    (void)state;
    struct reviews reviews = some_learner(MODEL_FSRS6, 60);
    struct fit_log log = world_log(&reviews, MODEL_FSRS6, &arena);
    struct fit_result free = fit(&log, MODEL_FSRS6, false);
    struct fit_result held = fit(&log, MODEL_FSRS6, true);
    assert_true(distance(&held.model) < .5 * distance(&free.model));
    assert_true(held.loss > free.loss);
    assert_true(held.loss < held.loss_before);
}

static void recent_answers_count_more(void **state)
{
    (void)state;
    for (int how = FIT_RECENCY_NONE; how <= FIT_RECENCY_STRONG; how++) {
        double before = 0;
        for (size_t i = 0; i < 50; i++) {
            double now = fit_recency_weight((enum fit_recency)how, i, 50);
            assert_true(now >= before && now > 0 && now <= 1);
            before = now;
        }
        assert_true(before == 1);
        assert_true(fit_recency_weight((enum fit_recency)how, 0, 1) == 1);
    }
    /* a learner whose memory changes midway, as the log goes on */
    struct reviews reviews = some_learner(MODEL_FSRS6, 900);
    for (size_t i = 0; i < reviews.count; i++)
        if (reviews.list[i].place > reviews.count * 3 / 4 && i % 3)
            reviews.list[i].grade = GRADE_AGAIN;
    double loss[3];
    for (int how = FIT_RECENCY_NONE; how <= FIT_RECENCY_STRONG; how++) {
        struct fit_log log =
            reviews_log(&reviews, MODEL_FSRS6, (uint32_t)reviews.count,
                        (enum fit_recency)how, &arena);
        struct fit_result result = fit(&log, MODEL_FSRS6, false);
        loss[how] = metrics_judge(&result.model, &reviews,
                                  (uint32_t)(reviews.count * 9 / 10),
                                  (uint32_t)reviews.count, &arena)
                        .daily.log_loss;
    }
    assert_true(loss[FIT_RECENCY_MILD] < loss[FIT_RECENCY_NONE]);
    assert_true(loss[FIT_RECENCY_STRONG] < loss[FIT_RECENCY_MILD]);
}

static void luck_does_not_flatter_the_weights(void **state)
{
    (void)state;
    struct memory_model truth = memory_model_default(MODEL_FSRS6);
    struct reviews reviews = world_learner(&arena, &truth, 700, 7, 41, .5f);
    struct fit_log log = world_log(&reviews, MODEL_FSRS6, &arena);
    struct fit_log blind = log;
    blind.chances = NULL;
    struct fit_result knowing = fit(&log, MODEL_FSRS6, true);
    struct fit_result flattered = fit(&blind, MODEL_FSRS6, true);
    assert_true(knowing.loss < knowing.loss_before);
    /* what was not known and then right is believed held far too long */
    struct memory none = {.count = 0};
    double days[3];
    const struct memory_model *models[] = {&truth, &knowing.model,
                                           &flattered.model};
    for (int i = 0; i < 3; i++) {
        struct memory memory = memory_after(models[i], &none, 0, GRADE_AGAIN);
        memory = memory_after(models[i], &memory, 1, GRADE_GOOD);
        days[i] = memory_days_until(models[i], &memory, .9);
    }
    assert_true(days[2] > 1.5 * days[1]);
    assert_true(fabs(days[1] - days[0]) < fabs(days[2] - days[0]));
}

static void few_answers_leave_the_defaults(void **state)
{
    (void)state;
    struct reviews reviews = some_learner(MODEL_FSRS6, 8);
    struct fit_log log = world_log(&reviews, MODEL_FSRS6, &arena);
    struct fit_result result = fit(&log, MODEL_FSRS6, false);
    assert_true(fit_targets(&log, MODEL_FSRS6) < FIT_TARGETS_MIN);
    assert_true(result.too_few);
    assert_memory_equal(result.model.weights, fsrs6_defaults,
                        sizeof fsrs6_defaults);
    struct reviews none = {.list = NULL};
    reviews_arrange(&none, &arena);
    log = world_log(&none, MODEL_FSRS7, &arena);
    assert_true(fit(&log, MODEL_FSRS7, true).too_few);
}

static bool stop_at_third(void *self, double done, double loss)
{
    int *calls = self;
    assert_true(done > 0 && done < 1);
    assert_true(loss > 0);
    return ++*calls == 3;
}

static void a_stopped_fit_changes_nothing(void **state)
{
    (void)state;
    int calls = 0;
    struct reviews reviews = some_learner(MODEL_FSRS7, 300);
    struct fit_log log = world_log(&reviews, MODEL_FSRS7, &arena);
    struct fit_options options = {
        .kind = MODEL_FSRS7, .watch = stop_at_third, .self = &calls};
    struct fit_result result = fit_model(&log, &options, &arena);
    assert_true(result.stopped);
    assert_int_equal(calls, 3);
    assert_memory_equal(result.model.weights, fsrs7_defaults,
                        sizeof fsrs7_defaults);
}

/* Reviews of one kind, all or none of them on the same day. */
static struct reviews uniform(size_t cards, size_t length, int64_t wait_ms)
{
    struct reviews reviews = {.cards = cards, .count = cards * length};
    struct random random = random_seeded(77);
    reviews.list = arena_array(&arena, reviews.count + 1, sizeof *reviews.list);
    for (size_t i = 0; i < reviews.count; i++) {
        int64_t ms = (int64_t)(i % length) * wait_ms;
        reviews.list[i] = (struct review){
            .at_ms = ms,
            .study_day = (int32_t)(ms / WORLD_DAY_MS),
            .card = (uint32_t)(i / length),
            .grade = (uint8_t)random_below(&random, 4),
        };
    }
    reviews_arrange(&reviews, &arena);
    return reviews;
}

static void logs_of_an_odd_form_give_finite_weights(void **state)
{
    static const struct {
        size_t cards;
        size_t length;
        int64_t wait_ms;
    } forms[] = {{1, 100000, WORLD_DAY_MS},
                 {1, 100000, 0},
                 {100000, 1, 0},
                 {30000, 2, WORLD_DAY_MS},
                 {500, 20, (int64_t)WORLD_DAY_MS * 36500},
                 {500, 20, 1}};
    (void)state;
    for (size_t f = 0; f < sizeof forms / sizeof forms[0]; f++) {
        struct reviews reviews =
            uniform(forms[f].cards, forms[f].length, forms[f].wait_ms);
        for (int kind = MODEL_FSRS6; kind <= MODEL_FSRS7; kind++) {
            struct fit_log log =
                world_log(&reviews, (enum model_kind)kind, &arena);
            struct fit_result result = fit(&log, (enum model_kind)kind, true);
            for (int i = 0; i < MODEL_WEIGHTS_MAX; i++)
                assert_true(isfinite(result.model.weights[i]));
            assert_true(result.too_few || (isfinite(result.loss) &&
                                           result.loss <= result.loss_before));
        }
    }
}

static void past_its_limit_a_card_is_not_looked_at(void **state)
{
    (void)state;
    struct reviews reviews = uniform(3, FIT_CARD_MAX + 500, WORLD_DAY_MS);
    struct fit_log log = world_log(&reviews, MODEL_FSRS6, &arena);
    assert_int_equal(fit_card_end(&log, 2),
                     log.starts[2] + (uint32_t)FIT_CARD_MAX);
    assert_int_equal(fit_targets(&log, MODEL_FSRS6), 3 * (FIT_CARD_MAX - 1));
    log.cards = 2;
    struct fit_result before = fit(&log, MODEL_FSRS6, true);
    uint8_t *grades = (uint8_t *)log.grades;
    for (uint32_t i = fit_card_end(&log, 0); i < log.starts[1]; i++)
        grades[i] = GRADE_AGAIN;
    struct fit_result after = fit(&log, MODEL_FSRS6, true);
    assert_memory_equal(before.model.weights, after.model.weights,
                        sizeof before.model.weights);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fit_foretells_better_than_the_defaults),
        cmocka_unit_test(the_same_log_gives_the_same_bits),
        cmocka_unit_test(every_weight_stays_within_its_bounds),
        cmocka_unit_test(a_first_grade_never_given_makes_way_for_the_others),
        cmocka_unit_test(a_prior_keeps_weights_near_the_defaults),
        cmocka_unit_test(recent_answers_count_more),
        cmocka_unit_test(luck_does_not_flatter_the_weights),
        cmocka_unit_test(few_answers_leave_the_defaults),
        cmocka_unit_test(a_stopped_fit_changes_nothing),
        cmocka_unit_test(logs_of_an_odd_form_give_finite_weights),
        cmocka_unit_test(past_its_limit_a_card_is_not_looked_at),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, open_arena, release_arena);
}
