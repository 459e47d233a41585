#include "study/forecast.h"

#include "forecast_world.h"
#include "study/workload.h"

enum { LEARNERS = 200, FUTURES = 60, RIVERS = 28 };

static struct arena arena; /* what is known */
static struct arena work;  /* one learner */
static struct arena life;  /* one forecast */
static struct knowledge *knowledge;
static struct learner learner;

static int open_world(void **state)
{
    (void)state;
    arena_init(&arena, 64u << 20);
    arena_init(&work, 256u << 20);
    arena_init(&life, 256u << 20);
    knowledge = rivers_of(&arena, RIVERS);
    return 0;
}

static int close_world(void **state)
{
    (void)state;
    arena_release(&arena);
    arena_release(&work);
    arena_release(&life);
    return 0;
}

/* A learner of `past` days. */
static void begin(int past, double share, uint64_t seed)
{
    arena_reset(&work);
    learner_begin(&learner, &work, knowledge, share, seed);
    for (int day = 0; day < past; day++)
        learner_study(&learner, day);
}

static struct forecast_ask ask_for(int past, int days)
{
    return (struct forecast_ask){.now = tokyo((int64_t)past * DAY),
                                 .exam_day = MONDAY + past + days,
                                 .minutes = learner.minutes,
                                 .seconds = ANSWER_MS / 1000.0,
                                 .way = FORECAST_PLAN,
                                 .futures = FUTURES};
}

static struct forecast_result made(const struct forecast_ask *ask)
{
    arena_reset(&life);
    return forecast_make(&life, knowledge, &learner.progress, ask);
}

/* How forecasts fare with many learners. */
struct fared {
    double inside; /* share of the intervals with the truth in them */
    double bias;   /* truth less forecast */
    double width;
    double answers; /* foretold, for one given */
};

static struct fared foretell_many(int past, int days, double share,
                                  bool has_exam)
{
    struct fared fared = {0, 0, 0, 0};
    double given = 0;
    for (int i = 0; i < LEARNERS; i++) {
        begin(past, share, hash_number(19600119, (uint64_t)i));
        if (has_exam)
            progress_set(&learner.progress, "exam_day", MONDAY + past + days);
        struct forecast_ask ask = ask_for(past, days);
        ask.way = has_exam ? FORECAST_PLAN : FORECAST_PLAIN;
        struct forecast_result told = made(&ask);
        learner.answers = 0;
        for (int day = past; day < past + days; day++)
            learner_study(&learner, day);
        double truth = learner_recalls(&learner, past + days);
        fared.inside += truth >= told.low && truth <= told.high;
        fared.bias += truth - told.recall;
        fared.width += told.high - told.low;
        fared.answers += told.answers;
        given += learner.answers;
    }
    fared.inside /= LEARNERS;
    fared.bias /= LEARNERS;
    fared.width /= LEARNERS;
    fared.answers /= given;
    print_message("after %d days, %d to go: the truth inside %.1f %%, bias "
                  "%.4f, width %.4f, answers %.3f of those given\n",
                  past, days, 100 * fared.inside, fared.bias, fared.width,
                  fared.answers);
    return fared;
}

static void four_of_five_intervals_hold_the_truth(const struct fared *fared)
{
    assert_true(fared->inside >= .75 && fared->inside <= .85);
    assert_true(fabs(fared->bias) < .015);
    assert_true(fared->answers > .9 && fared->answers < 1.1);
}

static void intervals_are_right_before_an_exam(void **state)
{
    struct fared fared = foretell_many(30, 10, .5, true);
    four_of_five_intervals_hold_the_truth(&fared);
    assert_true(fared.width < .10);
    (void)state;
}

static void intervals_are_right_without_a_plan_for_it(void **state)
{
    struct fared fared = foretell_many(30, 10, .5, false);
    four_of_five_intervals_hold_the_truth(&fared);
    (void)state;
}

static void intervals_are_right_for_who_has_no_log(void **state)
{
    struct fared fared = foretell_many(0, 14, .5, true);
    four_of_five_intervals_hold_the_truth(&fared);
    (void)state;
}

static void the_same_bits_however_the_steps_are_cut(void **state)
{
    begin(20, .5, 7);
    struct forecast_ask ask = ask_for(20, 15);
    struct forecast_result at_once = made(&ask);
    arena_reset(&life);
    struct forecast *run =
        forecast_begin(&life, knowledge, &learner.progress, &ask);
    double before = 0;
    while (!forecast_go_on(run, 17)) {
        assert_true(forecast_done(run) >= before);
        before = forecast_done(run);
    }
    struct forecast_result in_steps = forecast_result(run);
    assert_memory_equal(&at_once, &in_steps, sizeof at_once);
    assert_true(forecast_done(run) >= 1);
    (void)state;
}

static void another_seed_tells_nearly_the_same(void **state)
{
    begin(40, .5, 7);
    struct forecast_ask ask = ask_for(40, 20);
    ask.futures = FORECAST_FUTURES;
    struct forecast_result one = made(&ask);
    ask.seed = 1;
    struct forecast_result other = made(&ask);
    assert_true(fabs(one.recall - other.recall) < .005);
    assert_true(fabs(one.low - other.low) < .02);
    assert_true(fabs(one.high - other.high) < .02);
    (void)state;
}

static void more_minutes_recall_no_less(void **state)
{
    double before = 0;
    begin(15, .5, 7);
    for (int minutes = 0; minutes <= 45; minutes += 5) {
        struct forecast_ask ask = ask_for(15, 20);
        ask.minutes = minutes;
        struct forecast_result result = made(&ask);
        assert_true(result.recall > before - .01);
        assert_true(result.low <= result.recall);
        assert_true(result.high >= result.recall);
        assert_true(result.worst_day <= minutes * 4 + 12);
        before = result.recall;
    }
    assert_true(before > .85);
    (void)state;
}

static void without_minutes_what_is_known_fades_and_nothing_is_met(void **state)
{
    begin(10, 0, 7);
    struct forecast_ask ask = ask_for(10, 20);
    ask.minutes = 0;
    ask.futures = FORECAST_FUTURES;
    struct forecast_result result = made(&ask);
    struct forecast_error error = forecast_error_of(&learner.progress);
    double sum = 0;
    size_t met = learner.progress.count;
    for (size_t i = 0; i < met; i++) {
        const struct item_state *one = &learner.progress.entries[i].state;
        double days = days_since(one, INT64_C(30) * DAY) * exp(-error.mean);
        sum +=
            memory_recall(&learner.progress.settings.model, &one->memory, days);
    }
    assert_true(result.answers < 1);
    assert_int_equal(lround(result.unmet), knowledge->item_count - met);
    assert_true(fabs(result.recall - sum / (double)knowledge->item_count) <
                .02);
    (void)state;
}

static void a_day_that_is_over_tells_what_is_recalled_now(void **state)
{
    begin(10, 0, 7);
    struct forecast_ask ask = ask_for(10, -3);
    struct forecast_result result = made(&ask);
    assert_true(result.answers < 1);
    assert_true(result.recall > .2 && result.recall < 1);
    (void)state;
}

static void nothing_to_learn_is_no_fault(void **state)
{
    struct knowledge none = {.item_count = 0};
    struct progress progress;
    progress_init(&progress, &work, NULL, study_settings_default());
    struct forecast_ask ask = {.now = tokyo(0),
                               .exam_day = MONDAY + 9,
                               .minutes = 20,
                               .seconds = 15,
                               .futures = 3};
    arena_reset(&life);
    struct forecast_result result =
        forecast_make(&life, &none, &progress, &ask);
    assert_true(result.recall <= 0 && result.answers <= 0);
    (void)state;
}

/* FORECAST_SAMPLE of them live on, in their share of the minutes. */
static void a_sample_tells_what_all_of_them_do(void **state)
{
    struct arena large;
    arena_init(&large, 512u << 20);
    struct knowledge *many = rivers_of(&large, 300);
    struct learner one;
    learner_begin(&one, &large, many, .5, 3);
    one.progress.settings.new_per_day = 60;
    one.minutes = 90;
    for (int day = 0; day < 25; day++)
        learner_study(&one, day);
    struct forecast_ask ask = {.now = tokyo(INT64_C(25) * DAY),
                               .exam_day = MONDAY + 35,
                               .minutes = 90,
                               .seconds = 15,
                               .way = FORECAST_PLAIN,
                               .futures = FUTURES};
    struct forecast_result told =
        forecast_make(&large, many, &one.progress, &ask);
    one.answers = 0;
    for (int day = 25; day < 35; day++)
        learner_study(&one, day);
    double truth = learner_recalls(&one, 35);
    print_message("%zu cards: foretold %.3f (%.3f to %.3f), true %.3f; %.0f "
                  "answers, %d given\n",
                  told.cards, told.recall, told.low, told.high, truth,
                  told.answers, one.answers);
    assert_int_equal(told.cards, many->item_count);
    assert_true(fabs(told.recall - truth) < .04);
    assert_true(fabs(told.answers / one.answers - 1) < .1);
    arena_release(&large);
    (void)state;
}

static void a_higher_target_asks_more_and_keeps_more(void **state)
{
    struct workload loads[WORKLOAD_TARGETS];
    begin(40, .5, 7);
    arena_reset(&life);
    int cheapest = workload_make(&life, knowledge, &learner.progress, NULL,
                                 tokyo(INT64_C(40) * DAY), 15, loads);
    for (int i = 1; i < WORKLOAD_TARGETS; i++) {
        assert_true(loads[i].answers > loads[i - 1].answers);
        assert_true(loads[i].recalled > loads[i - 1].recalled);
    }
    for (int i = 0; i < WORKLOAD_TARGETS; i++)
        assert_true(loads[i].cost >= loads[cheapest].cost);
    (void)state;
}

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intervals_are_right_before_an_exam),
        cmocka_unit_test(intervals_are_right_without_a_plan_for_it),
        cmocka_unit_test(intervals_are_right_for_who_has_no_log),
        cmocka_unit_test(the_same_bits_however_the_steps_are_cut),
        cmocka_unit_test(another_seed_tells_nearly_the_same),
        cmocka_unit_test(more_minutes_recall_no_less),
        cmocka_unit_test(
            without_minutes_what_is_known_fades_and_nothing_is_met),
        cmocka_unit_test(a_day_that_is_over_tells_what_is_recalled_now),
        cmocka_unit_test(nothing_to_learn_is_no_fault),
        cmocka_unit_test(a_sample_tells_what_all_of_them_do),
        cmocka_unit_test(a_higher_target_asks_more_and_keeps_more),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
