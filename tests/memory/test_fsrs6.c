#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "memory/fsrs6.h"
#include "same.h"
#include "table.h"

static void every_reference_step_is_equal_in_all_nine_digits(void **state)
{
    struct table table = table_open_headed("fsrs6-vectors.csv");
    struct memory_model model = {0};
    struct memory memory = {0};
    char weights[32] = "";
    int steps = 0;

    while (table_next(&table)) {
        if (strcmp(weights, table.cell[0]) != 0) {
            snprintf(weights, sizeof weights, "%s", table.cell[0]);
            model = table_model(MODEL_FSRS6, weights);
        }
        if (atoi(table.cell[2]) == 0)
            memory.count = 0;
        double days = table_number(&table, 3);
        double recall = memory_recall(&model, &memory, days);
        memory = memory_after(&model, &memory, days, table_grade(&table, 4));
        assert_true(same_digits(memory.branch[0].slow, table.cell[5], 9));
        assert_true(same_digits(memory.branch[0].difficulty, table.cell[6], 9));
        assert_true(same_digits(recall, table.cell[7], 9));
        steps++;
    }

    table_close(&table);
    assert_int_equal(steps, 4885);
    (void)state;
}

/* fsrs-rs 6.6.1, src/inference.rs, test of memory_state. */
static void the_published_history_ends_where_its_authors_say(void **state)
{
    const enum grade grades[] = {GRADE_AGAIN, GRADE_GOOD, GRADE_GOOD,
                                 GRADE_GOOD,  GRADE_GOOD, GRADE_GOOD};
    const double days[] = {0.0, 0.0, 1.0, 3.0, 8.0, 21.0};
    struct memory_model model = memory_model_default(MODEL_FSRS6);
    struct memory memory = {0};

    for (int i = 0; i < 6; i++)
        memory = memory_after(&model, &memory, days[i], grades[i]);

    assert_true(near(memory.branch[0].slow, 53.62691, 1e-6));
    assert_true(near(memory.branch[0].difficulty, 6.3574867, 1e-6));
    (void)state;
}

/* fsrs-rs 6.6.1, src/inference.rs, intervals of a stability of 1 day. */
static void the_published_intervals_come_out(void **state)
{
    const double published[] = {36500.0, 34793.0, 2508.0, 387.0, 90.0,
                                27.0,    9.0,     3.0,    1.0};
    struct memory_model model = memory_model_default(MODEL_FSRS6);
    struct memory memory = {1, {1.0}, {{1.0, 0.0, 5.0}}};

    for (int i = 0; i < 9; i++) {
        double target = (double)(i + 1) / 10.0;
        double days = memory_days_until(&model, &memory, target);
        assert_float_equal(round(days), published[i], 0.0);
    }
    (void)state;
}

static void the_interval_at_ninety_percent_is_the_stability(void **state)
{
    const double stabilities[] = {0.001, 0.3, 1.0, 12.5, 400.0, 36500.0};
    struct memory_model model = memory_model_default(MODEL_FSRS6);

    for (int i = 0; i < 6; i++) {
        struct memory memory = {1, {1.0}, {{stabilities[i], 0.0, 5.0}}};
        double days = memory_days_until(&model, &memory, 0.9);
        assert_true(near(days, stabilities[i], 1e-14));
        assert_true(near(memory_recall(&model, &memory, days), 0.9, 1e-14));
    }
    (void)state;
}

static void a_success_on_the_same_day_never_shortens_a_memory(void **state)
{
    struct memory_model model = memory_model_default(MODEL_FSRS6);

    for (double stability = 0.01; stability < 30000.0; stability *= 3.0) {
        struct memory_state before = {stability, 0.0, 5.0};
        struct memory_state after[GRADE_COUNT];
        fsrs6_outcomes(model.weights, &before, 0.0, after);
        assert_true(after[GRADE_AGAIN].slow < stability);
        assert_true(after[GRADE_HARD].slow >= stability);
        assert_true(after[GRADE_GOOD].slow >= stability);
    }
    (void)state;
}

static void a_state_out_of_its_ranges_is_brought_within_them_first(void **state)
{
    const double *w = fsrs6_defaults;
    struct memory_state wild = {-3.0, 0.0, 99.0};
    struct memory_state tame = {0.001, 0.0, 10.0};

    struct memory_state from_wild = fsrs6_after(w, &wild, 2.0, GRADE_GOOD);
    struct memory_state from_tame = fsrs6_after(w, &tame, 2.0, GRADE_GOOD);

    assert_memory_equal(&from_wild, &from_tame, sizeof from_wild);
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reference_step_is_equal_in_all_nine_digits),
        cmocka_unit_test(the_published_history_ends_where_its_authors_say),
        cmocka_unit_test(the_published_intervals_come_out),
        cmocka_unit_test(the_interval_at_ninety_percent_is_the_stability),
        cmocka_unit_test(a_success_on_the_same_day_never_shortens_a_memory),
        cmocka_unit_test(
            a_state_out_of_its_ranges_is_brought_within_them_first),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
