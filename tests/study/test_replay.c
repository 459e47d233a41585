#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "study/replay.h"

static struct replay replay;
static char out[REPLAY_OUT_MAX];
static struct error err;

static void begin(enum model_kind kind)
{
    struct memory_model model = memory_model_default(kind);
    replay_init(&replay, &model);
    assert_true(replay_line(&replay, "sequence,elapsed_days,rating\n", out,
                            sizeof out, &err));
}

static bool line(const char *text)
{
    return replay_line(&replay, text, out, sizeof out, &err);
}

/* The sentence of a line that has to be refused. */
static const char *refusal(const char *text)
{
    err.text[0] = '\0';
    assert_false(line(text));
    return err.text;
}

static void the_header_names_the_columns_of_the_model(void **state)
{
    begin(MODEL_FSRS6);
    assert_string_equal(out, "sequence,elapsed_days,rating,recall_before,"
                             "stability,difficulty\n");

    begin(MODEL_FSRS7);
    assert_string_equal(out, "sequence,elapsed_days,rating,recall_before,"
                             "stability_slow,stability_fast,difficulty\n");
    (void)state;
}

static void a_review_becomes_a_state_of_seventeen_digits(void **state)
{
    begin(MODEL_FSRS6);

    assert_true(line("a,0,3\n"));
    assert_string_equal(out, "a,0,3,1,2.3065000000000002,2.118103970459015\n");

    assert_true(line("a,4,3"));
    double recall;
    double stability;
    double difficulty;
    int read =
        sscanf(out, "a,4,3,%lf,%lf,%lf\n", &recall, &stability, &difficulty);
    assert_int_equal(read, 3);
    assert_true(recall == memory_recall(&replay.model,
                                        &(struct memory){
                                            .count = 1,
                                            .weight = {1.0},
                                            .branch = {{2.3065, 0.0, 2.0}},
                                        },
                                        4.0));
    assert_true(stability == replay.memory.branch[0].slow);
    assert_true(difficulty == replay.memory.branch[0].difficulty);
    (void)state;
}

static void fsrs7_has_both_stabilities(void **state)
{
    begin(MODEL_FSRS7);

    assert_true(line("x,0.0,1"));

    assert_string_equal(
        out, "x,0.0,1,1,0.1104,0.08832000000000001,6.1685999999999996\n");
    (void)state;
}

static void another_sequence_starts_a_new_item(void **state)
{
    begin(MODEL_FSRS6);
    assert_true(line("1,0,3"));
    assert_true(line("1,9,3"));

    assert_true(line("2,9,3"));

    assert_string_equal(out, "2,9,3,1,2.3065000000000002,2.118103970459015\n");
    (void)state;
}

static void an_item_without_a_name_is_an_item_too(void **state)
{
    begin(MODEL_FSRS6);

    assert_true(line(",0,1"));
    assert_true(line(",2,3"));

    assert_null(strstr(out, ",3,1,"));
    (void)state;
}

static void line_ends_blanks_and_a_byte_order_mark_do_no_harm(void **state)
{
    struct memory_model model = memory_model_default(MODEL_FSRS6);
    replay_init(&replay, &model);

    assert_true(line("\xEF\xBB\xBFsequence,elapsed_days,rating\r\n"));
    assert_true(line("\r\n"));
    assert_string_equal(out, "");
    assert_true(line("my card, 1.50 , 3 \r\n"));
    assert_string_equal(
        out, "my card,1.50,3,1,2.3065000000000002,2.118103970459015\n");
    (void)state;
}

static void a_wrong_header_is_named_with_the_right_one(void **state)
{
    struct memory_model model = memory_model_default(MODEL_FSRS6);
    replay_init(&replay, &model);

    assert_string_equal(refusal("card,days,rating"),
                        "line 1: the reviews have to begin with the line "
                        "\"sequence,elapsed_days,rating\"; put it first");
    (void)state;
}

static void a_bad_line_is_named_and_leaves_the_memory_alone(void **state)
{
    begin(MODEL_FSRS6);
    assert_true(line("1,0,3"));
    struct memory before = replay.memory;

    assert_non_null(strstr(refusal("1,2,5"), "line 3: the rating \"5\""));
    assert_non_null(strstr(refusal("1,2,0"), "line 4: the rating \"0\""));
    assert_non_null(strstr(refusal("1,2,"), "line 5: the rating \"\""));
    assert_non_null(strstr(refusal("1,2,3.0"), "line 6: the rating \"3.0\""));
    assert_non_null(
        strstr(refusal("1,-1,3"), "line 7: elapsed_days is \"-1\""));
    assert_non_null(strstr(refusal("1,nan,3"), "elapsed_days is \"nan\""));
    assert_non_null(strstr(refusal("1,inf,3"), "elapsed_days is \"inf\""));
    assert_non_null(strstr(refusal("1,1e999,3"), "elapsed_days is \"1e999\""));
    assert_non_null(strstr(refusal("1,1e,3"), "elapsed_days is \"1e\""));
    assert_non_null(strstr(refusal("1,,3"), "elapsed_days is \"\""));
    assert_non_null(strstr(refusal("1,2"), "line 13 has 2 columns"));
    assert_non_null(strstr(refusal("1"), "line 14 has 1 column where"));
    assert_non_null(strstr(refusal("1,2,3,4"), "line 15 has 4 columns"));

    assert_memory_equal(&replay.memory.branch, &before.branch,
                        sizeof before.branch);
    (void)state;
}

static void a_line_without_end_is_refused(void **state)
{
    char text[2 * REPLAY_LINE_MAX];
    begin(MODEL_FSRS6);
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';

    assert_non_null(strstr(refusal(text), "line 2 is longer than 511 bytes"));
    (void)state;
}

static void the_longest_line_fits(void **state)
{
    char text[REPLAY_LINE_MAX];
    begin(MODEL_FSRS7);
    memset(text, 'a', sizeof text);
    strcpy(text + sizeof text - 5, ",0,3");

    assert_true(line(text));

    assert_int_equal(out[strlen(out) - 1], '\n');
    (void)state;
}

static void weights_are_read_from_one_line(void **state)
{
    double weights[MODEL_WEIGHTS_MAX];
    int count;

    assert_true(replay_weights("0.2, 1e-1,-3", weights, &count, &err));

    assert_int_equal(count, 3);
    assert_true(weights[0] == 0.2 && weights[1] == 0.1 && weights[2] == -3.0);
    (void)state;
}

static void bad_weights_are_named(void **state)
{
    double weights[MODEL_WEIGHTS_MAX];
    char many[200] = "1";
    int count;
    for (int i = 0; i < MODEL_WEIGHTS_MAX; i++)
        strcat(many, ",1");

    assert_false(replay_weights("0.2,x,3", weights, &count, &err));
    assert_non_null(strstr(err.text, "weight w1 is \"x\""));
    assert_false(replay_weights("", weights, &count, &err));
    assert_non_null(strstr(err.text, "weight w0 is \"\""));
    assert_false(replay_weights("1,2,", weights, &count, &err));
    assert_non_null(strstr(err.text, "weight w2 is \"\""));
    assert_false(replay_weights("nan", weights, &count, &err));
    assert_non_null(strstr(err.text, "weight w0 is \"nan\""));
    assert_false(replay_weights(many, weights, &count, &err));
    assert_non_null(strstr(err.text, "more than 34 weights"));
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_header_names_the_columns_of_the_model),
        cmocka_unit_test(a_review_becomes_a_state_of_seventeen_digits),
        cmocka_unit_test(fsrs7_has_both_stabilities),
        cmocka_unit_test(another_sequence_starts_a_new_item),
        cmocka_unit_test(an_item_without_a_name_is_an_item_too),
        cmocka_unit_test(line_ends_blanks_and_a_byte_order_mark_do_no_harm),
        cmocka_unit_test(a_wrong_header_is_named_with_the_right_one),
        cmocka_unit_test(a_bad_line_is_named_and_leaves_the_memory_alone),
        cmocka_unit_test(a_line_without_end_is_refused),
        cmocka_unit_test(the_longest_line_fits),
        cmocka_unit_test(weights_are_read_from_one_line),
        cmocka_unit_test(bad_weights_are_named),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
