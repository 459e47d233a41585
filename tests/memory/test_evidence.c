#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "memory/evidence.h"
#include "same.h"

static const enum model_kind kinds[] = {MODEL_FSRS6, MODEL_FSRS7};

enum { BEFORES = 4 };

/* Something new, something young, something old, and two hypotheses. */
static void befores(const struct memory_model *model,
                    struct memory before[BEFORES])
{
    struct memory nothing = {0};
    before[0] = nothing;
    before[1] = memory_after(model, &nothing, 0.0, GRADE_GOOD);
    before[2] = memory_after(model, &before[1], 5.0, GRADE_GOOD);
    before[2] = memory_after(model, &before[2], 20.0, GRADE_GOOD);
    before[3] = (struct memory){
        .count = 2,
        .weight = {0.6, 0.4},
        .branch = {before[2].branch[0], before[1].branch[0]},
    };
}

static void the_chance_that_it_was_memory_is_bayes_rule(void **state)
{
    assert_true(evidence_was_memory(0.9, 0.0) == 1.0);
    assert_true(fabs(evidence_was_memory(0.2, 1.0 / 3.0) - 3.0 / 7.0) < 1e-15);
    assert_true(fabs(evidence_was_memory(0.9, 0.25) - 36.0 / 37.0) < 1e-15);
    assert_true(evidence_was_memory(0.0, 0.25) == 0.0);
    (void)state;
}

static void the_chance_that_it_was_memory_is_a_chance(void **state)
{
    const double odd[] = {NAN, -1.0, 0.0, 0.3, 1.0, 2.0, INFINITY};
    for (int at = 0; at < 49; at++) {
        double p = evidence_was_memory(odd[at / 7], odd[at % 7]);
        assert_true(p >= 0.0 && p <= 1.0);
    }
    (void)state;
}

static void without_luck_an_answer_is_plain_to_the_bit(void **state)
{
    for (int at = 0; at < 2 * BEFORES * GRADE_COUNT; at++) {
        struct memory_model model = memory_model_default(kinds[at % 2]);
        enum grade grade = (enum grade)(at / 2 % GRADE_COUNT);
        struct memory before[BEFORES];
        befores(&model, before);
        const struct memory *memory = &before[at / 2 / GRADE_COUNT];

        struct memory seen = evidence_after(&model, memory, 12.0,
                                            (struct evidence){grade, 0.0, 1.0});
        struct memory plain = memory_after(&model, memory, 12.0, grade);

        assert_true(same_memory(&seen, &plain));
    }
    (void)state;
}

static void a_wrong_answer_is_forgotten_whatever_the_form(void **state)
{
    for (int at = 0; at < 2 * BEFORES * 10; at++) {
        struct memory_model model = memory_model_default(kinds[at % 2]);
        struct memory before[BEFORES];
        befores(&model, before);
        const struct memory *memory = &before[at / 2 % BEFORES];
        double chance = (double)(at / 2 / BEFORES) / 10.0;

        struct memory seen = evidence_after(
            &model, memory, 12.0, (struct evidence){GRADE_AGAIN, chance, 1.0});
        struct memory plain = memory_after(&model, memory, 12.0, GRADE_AGAIN);

        assert_true(same_memory(&seen, &plain));
    }
    (void)state;
}

static void the_more_luck_the_less_a_right_answer_says(void **state)
{
    for (int at = 0; at < 2 * BEFORES * 4; at++) {
        struct memory_model model = memory_model_default(kinds[at % 2]);
        struct memory before[BEFORES];
        befores(&model, before);
        const struct memory *memory = &before[at / 2 % BEFORES];
        const double pauses[] = {0.5, 3.0, 40.0, 600.0};
        double days = pauses[at / 2 / BEFORES];
        double last = HUGE_VAL;
        for (double chance = 0.0; chance < 1.0; chance += 0.05) {
            struct memory after = evidence_after(
                &model, memory, days, (struct evidence){GRADE_GOOD, chance, 1});
            double strength = memory_strength_days(&model, &after);
            /* From two hypotheses, others of the four are joined at once. */
            assert_true(strength < last * (memory->count == 2 ? 1.05 : 1.0));
            last = strength;
        }
    }
    (void)state;
}

static void of_something_new_both_explanations_are_kept(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct memory_model model = memory_model_default(kinds[k]);
        struct memory nothing = {0};
        double pause = k == 0 ? 0.0 : 10.0 / 1440.0;
        struct memory good = memory_after(&model, &nothing, 0.0, GRADE_GOOD);
        struct memory lucky = memory_after(&model, &nothing, 0.0, GRADE_AGAIN);
        lucky = memory_after(&model, &lucky, pause, GRADE_GOOD);

        struct memory seen =
            evidence_after(&model, &nothing, 0.0,
                           (struct evidence){GRADE_GOOD, 1.0 / 3.0, 1.0});

        /* The likelier one first: of three options that is luck. */
        assert_int_equal(seen.count, 2);
        assert_true(fabs(seen.weight[1] - 3.0 / 7.0) < 1e-15);
        assert_true(seen.weight[0] + seen.weight[1] == 1.0);
        assert_memory_equal(&seen.branch[0], &lucky.branch[0],
                            sizeof lucky.branch[0]);
        assert_memory_equal(&seen.branch[1], &good.branch[0],
                            sizeof good.branch[0]);
    }
    (void)state;
}

/* What 2^n hypotheses of n answers foretell, none of them joined. */
static double unjoined_recall(const struct memory_model *model,
                              const struct memory *memory, double days,
                              int answers, double chance, double *likelihood)
{
    double recall = memory_recall(model, memory, days);
    if (answers == 0) {
        *likelihood = 1.0;
        return recall;
    }
    struct memory good = memory_after(model, memory, days, GRADE_GOOD);
    struct memory lucky = memory_after(model, memory, days, GRADE_AGAIN);
    double pause = model->kind == MODEL_FSRS6 ? 0.0 : 10.0 / 1440.0;
    lucky = memory_after(model, &lucky, pause, GRADE_GOOD);
    double of_good, of_lucky;
    double a =
        unjoined_recall(model, &good, days, answers - 1, chance, &of_good);
    double b =
        unjoined_recall(model, &lucky, days, answers - 1, chance, &of_lucky);
    of_good *= recall;
    of_lucky *= (1.0 - recall) * chance;
    *likelihood = of_good + of_lucky;
    return (a * of_good + b * of_lucky) / *likelihood;
}

static void two_hypotheses_foretell_nearly_what_all_would(void **state)
{
    for (int at = 0; at < 2 * 3; at++) {
        struct memory_model model = memory_model_default(kinds[at % 2]);
        const double chances[] = {0.5, 0.25, 1.0 / 24.0};
        double chance = chances[at / 2];
        struct memory nothing = {0};
        struct memory start = memory_after(&model, &nothing, 0.0, GRADE_GOOD);
        for (int answers = 1; answers <= 8; answers++) {
            struct memory memory = start;
            double likelihood;
            for (int i = 0; i < answers; i++)
                memory =
                    evidence_after(&model, &memory, 6.0,
                                   (struct evidence){GRADE_GOOD, chance, 1.0});
            double all = unjoined_recall(&model, &start, 6.0, answers, chance,
                                         &likelihood);
            double two = memory_recall(&model, &memory, 6.0);
            /* One answer is two hypotheses: nothing is joined yet. */
            assert_true(fabs(two - all) < (answers == 1 ? 1e-12 : 0.01));
        }
    }
    (void)state;
}

static void a_hypothesis_hardly_believed_is_let_go(void **state)
{
    for (int k = 0; k < 2; k++) {
        struct memory_model model = memory_model_default(kinds[k]);
        struct memory before[BEFORES];
        befores(&model, before);
        struct memory memory = before[3];
        memory.weight[0] = 1.0 - 1e-9;
        memory.weight[1] = 1e-9;
        struct memory after = memory_after(&model, &memory, 9.0, GRADE_GOOD);
        struct memory one = memory_after(&model, &before[2], 9.0, GRADE_GOOD);
        assert_true(same_memory(&after, &one));
    }
    (void)state;
}

static void the_more_of_a_class_is_right_the_stronger_its_memory(void **state)
{
    for (int at = 0; at < 2 * BEFORES; at++) {
        struct memory_model model = memory_model_default(kinds[at % 2]);
        struct memory before[BEFORES];
        befores(&model, before);
        const struct memory *memory = &before[at / 2];
        struct memory none = evidence_after(
            &model, memory, 10.0, (struct evidence){GRADE_GOOD, 0.25, 0.0});
        struct memory wrong = memory_after(&model, memory, 10.0, GRADE_AGAIN);
        assert_true(same_memory(&none, &wrong));

        double last = 0.0;
        for (int tenths = 1; tenths <= 10; tenths++) {
            double share = (double)tenths / 10.0;
            struct memory after =
                evidence_after(&model, memory, 10.0,
                               (struct evidence){GRADE_GOOD, 0.25, share});
            double strength = memory_strength_days(&model, &after);
            assert_true(strength > last);
            last = strength;
        }
    }
    (void)state;
}

static void odd_evidence_has_a_defined_result(void **state)
{
    const double odd[] = {NAN, -1.0, 0.0, 0.5, 1.0, 2.0, INFINITY};
    for (int at = 0; at < 2 * BEFORES * 343; at++) {
        struct memory_model model = memory_model_default(kinds[at % 2]);
        struct memory before[BEFORES];
        befores(&model, before);
        struct memory after = evidence_after(
            &model, &before[at / 2 % BEFORES], odd[at / 8 % 7],
            (struct evidence){GRADE_GOOD, odd[at / 56 % 7], odd[at / 392]});
        assert_true(after.branch[0].slow > 0.0);
        assert_true(after.branch[0].slow <= 36501.0);
        assert_true(after.branch[0].difficulty >= 1.0);
        assert_true(after.branch[0].difficulty <= 10.0);
    }
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_chance_that_it_was_memory_is_bayes_rule),
        cmocka_unit_test(the_chance_that_it_was_memory_is_a_chance),
        cmocka_unit_test(without_luck_an_answer_is_plain_to_the_bit),
        cmocka_unit_test(a_wrong_answer_is_forgotten_whatever_the_form),
        cmocka_unit_test(the_more_luck_the_less_a_right_answer_says),
        cmocka_unit_test(of_something_new_both_explanations_are_kept),
        cmocka_unit_test(two_hypotheses_foretell_nearly_what_all_would),
        cmocka_unit_test(a_hypothesis_hardly_believed_is_let_go),
        cmocka_unit_test(the_more_of_a_class_is_right_the_stronger_its_memory),
        cmocka_unit_test(odd_evidence_has_a_defined_result),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
