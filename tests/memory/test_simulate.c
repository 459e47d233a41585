#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "memory/simulate.h"

static const enum model_kind kinds[] = {MODEL_FSRS6, MODEL_FSRS7};

static struct simulate_world a_year(enum model_kind kind,
                                    enum simulate_feed feed, double chance)
{
    return (struct simulate_world){
        .truth = memory_model_default(kind),
        .belief = memory_model_default(kind),
        .feed = feed,
        .rungs = 1,
        .rung = {{0.0, chance, 8.0}},
        .target = 0.9,
        .new_recall = 0.2,
        .items = 1000,
        .days = 365,
        .seed = 5,
    };
}

static struct simulation lived(enum model_kind kind, enum simulate_feed feed,
                               double chance)
{
    struct simulate_world world = a_year(kind, feed, chance);
    return simulate(&world);
}

static double apart(const struct simulation *seen)
{
    return seen->recall - seen->belief;
}

static void the_same_world_gives_the_same_numbers(void **state)
{
    struct simulation once = lived(MODEL_FSRS7, SIMULATE_LUCK, 0.25);
    struct simulation again = lived(MODEL_FSRS7, SIMULATE_LUCK, 0.25);
    struct simulate_world world = a_year(MODEL_FSRS7, SIMULATE_LUCK, 0.25);
    world.seed = 6;
    struct simulation other = simulate(&world);
    assert_memory_equal(&once, &again, sizeof once);
    assert_true(once.recall != other.recall);
    (void)state;
}

static void told_the_truth_belief_is_memory(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct simulation seen = lived(kinds[k], SIMULATE_RECALL, 0.5);
        assert_true(apart(&seen) == 0.0);
        assert_true(seen.spread == 0.0 && seen.calibration == 0.0);
        assert_true(fabs(seen.recall - 0.9) < 0.003);
        assert_true(seen.kept > 0.9 && seen.kept < 1.0);
    }
    (void)state;
}

static void without_luck_there_is_nothing_to_be_told(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct simulation told = lived(kinds[k], SIMULATE_RECALL, 0.0);
        struct simulation plain = lived(kinds[k], SIMULATE_PLAIN, 0.0);
        struct simulation pacta = lived(kinds[k], SIMULATE_LUCK, 0.0);
        assert_memory_equal(&plain, &told, sizeof told);
        assert_memory_equal(&pacta, &told, sizeof told);
    }
    (void)state;
}

static void luck_fools_the_plain_model(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct simulation truth = lived(kinds[k], SIMULATE_PLAIN, 0.5);
        struct simulation choice = lived(kinds[k], SIMULATE_PLAIN, 0.25);
        assert_true(apart(&truth) < -0.05);
        assert_true(apart(&choice) < -0.02);
        assert_true(apart(&choice) > apart(&truth));
    }
    (void)state;
}

static void two_hypotheses_reach_the_target_with_fewer_answers(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct simulation told = lived(kinds[k], SIMULATE_RECALL, 0.0);
        struct simulation truth = lived(kinds[k], SIMULATE_LUCK, 0.5);
        struct simulation choice = lived(kinds[k], SIMULATE_LUCK, 0.25);
        assert_true(fabs(truth.recall - 0.9) < 0.005 + 2.0 * truth.error);
        assert_true(fabs(choice.recall - 0.9) < 0.003 + 2.0 * choice.error);
        assert_true(fabs(apart(&truth)) < 0.005 + 2.0 * truth.error);
        assert_true(fabs(apart(&choice)) < 0.003 + 2.0 * choice.error);
        assert_true(truth.answers <= told.answers);
        assert_true(choice.answers <= told.answers);
    }
    (void)state;
}

static void one_hypothesis_in_their_place_is_worse(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct simulation folded = lived(kinds[k], SIMULATE_FOLDED, 0.5);
        struct simulation two = lived(kinds[k], SIMULATE_LUCK, 0.5);
        assert_true(fabs(apart(&folded)) > fabs(apart(&two)));
        assert_true(folded.calibration > two.calibration);
    }
    (void)state;
}

static void the_bands_hold_what_was_due(void **state)
{
    struct simulation seen = lived(MODEL_FSRS7, SIMULATE_LUCK, 0.25);
    int64_t due = 0;
    double recall = 0.0;
    for (int i = 0; i < SIMULATE_BANDS; i++) {
        const struct simulate_band *band = &seen.band[i];
        assert_true(band->overrated <= band->answers);
        assert_true(i == 0 ||
                    simulate_band_from[i] > simulate_band_from[i - 1]);
        due += band->answers;
        recall += band->recall;
    }
    assert_true(due == seen.due && seen.due < seen.answers);
    assert_true(fabs(recall / (double)due - seen.recall) < 1e-12);
    (void)state;
}

static void the_stronger_take_the_next_rung(void **state)
{
    struct simulate_world world = a_year(MODEL_FSRS7, SIMULATE_LUCK, 0.25);
    struct simulation choice = simulate(&world);
    world.rungs = 2;
    world.rung[1] = (struct simulate_rung){21.0, 0.0, 14.0};
    struct simulation ladder = simulate(&world);
    double answers = (double)ladder.answers / (double)world.items;
    assert_true(choice.seconds * (double)world.items ==
                8.0 * (double)choice.answers);
    assert_true(ladder.seconds > 8.0 * answers);
    assert_true(ladder.seconds < 14.0 * answers);
    /* What was typed leaves fewer overrated. */
    double before = 0.0;
    double after = 0.0;
    for (int i = 3; i < SIMULATE_BANDS; i++) {
        before += (double)choice.band[i].overrated;
        after += (double)ladder.band[i].overrated;
    }
    assert_true(after < before);
    (void)state;
}

static void a_stronger_learner_recalls_more_than_believed(void **state)
{
    struct simulate_world world = a_year(MODEL_FSRS6, SIMULATE_RECALL, 0.0);
    world.truth.weights[8] += 0.7; /* growth by an answer that was right */
    struct simulation seen = simulate(&world);
    assert_true(apart(&seen) > 0.005);
    assert_true(seen.calibration >= apart(&seen) - 1e-12);
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_world_gives_the_same_numbers),
        cmocka_unit_test(told_the_truth_belief_is_memory),
        cmocka_unit_test(without_luck_there_is_nothing_to_be_told),
        cmocka_unit_test(luck_fools_the_plain_model),
        cmocka_unit_test(two_hypotheses_reach_the_target_with_fewer_answers),
        cmocka_unit_test(one_hypothesis_in_their_place_is_worse),
        cmocka_unit_test(the_bands_hold_what_was_due),
        cmocka_unit_test(the_stronger_take_the_next_rung),
        cmocka_unit_test(a_stronger_learner_recalls_more_than_believed),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
