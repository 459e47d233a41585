/* One answer about several items: a review for each, saved, taken back and
 * given again together, and the same as what the log says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/stage_log.h"

static int begin(void **state)
{
    open_stage(state);
    stage.app.form = FORM_MATCH;
    act(MSG_STUDY, 0);
    return stage.app.question.part_count == 4 ? 0 : -1;
}

static const struct question *asked(void)
{
    return &stage.app.question;
}

static int right_of(int part)
{
    int k = 0;
    while (asked()->places[k] != part)
        k++;
    return k;
}

static void join(int part, int k)
{
    act(MSG_LEFT, part);
    act(MSG_RIGHT, k);
}

/* All pairs right, but for the last two where `wrong`. */
static void answer_match(bool wrong)
{
    for (int i = 0; i < 4; i++)
        join(i, right_of(wrong && i > 1 ? 5 - i : i));
    act(MSG_CHECK, 0);
}

static void every_pair_is_a_review_of_its_item(void **state)
{
    const struct question question = *asked();
    (void)state;
    answer_match(true);
    assert_int_equal(saved_count, 4);
    for (int i = 0; i < 4; i++) {
        const struct event *review = &saved_log[i];
        assert_string_equal(review->item, question.parts[i].item->id);
        assert_int_equal(review->grade, i > 1 ? GRADE_AGAIN : GRADE_GOOD);
        assert_true(review->chance > .24 && review->chance < .26);
        assert_non_null(strstr(review->body, "\"together\":4"));
        assert_int_equal(progress_of(&stage.progress, review->item)->reviews,
                         1);
    }
    assert_int_equal(stage.app.session.answers, 4);
    assert_int_equal(stage.app.session.right, 2);
    assert_int_equal(stage.app.phase, PHASE_FEEDBACK);
    assert_false(stage.app.knew);
    expect_the_same_as_a_rebuild();
}

static void the_time_of_the_answer_is_shared_out(void **state)
{
    int32_t sum = 0;
    (void)state;
    answer_match(false);
    for (int i = 0; i < 4; i++)
        sum += saved_log[i].dur_ms;
    assert_int_equal(sum, 9000); /* a second a message of the stage */
}

static void what_a_pair_was_taken_for_is_remembered(void **state)
{
    const struct question question = *asked();
    (void)state;
    answer_match(true);
    const struct confusions *confused =
        confusions_of(&stage.progress.confused, question.parts[2].item->id);
    assert_non_null(confused);
    assert_string_equal(confused->facts[0], question.parts[3].item->id);
    assert_null(
        confusions_of(&stage.progress.confused, question.parts[0].item->id));
}

static void undo_takes_all_of_an_answer_back(void **state)
{
    struct session before = stage.app.session;
    const struct item *item = asked()->request.item;
    (void)state;
    answer_match(true);
    act(MSG_UNDO, 0);
    assert_int_equal(saved_count, 8);
    assert_int_equal(stage.app.session.answers, 0);
    assert_int_equal(stage.app.session.queue_count, before.queue_count);
    assert_memory_equal(stage.app.session.queue, before.queue,
                        sizeof before.queue[0] * (size_t)before.queue_count);
    assert_ptr_equal(asked()->request.item, item);
    assert_int_equal(stage.app.phase, PHASE_ASKING);
    for (int i = 0; i < 4; i++)
        assert_null(progress_of(&stage.progress, asked()->parts[i].item->id));
    expect_the_same_as_a_rebuild();
}

static void redo_gives_all_of_it_again(void **state)
{
    (void)state;
    answer_match(true);
    struct session answered = stage.app.session;
    act(MSG_UNDO, 0);
    act(MSG_REDO, 0);
    assert_int_equal(saved_count, 12);
    assert_int_equal(stage.app.session.answers, 4);
    assert_int_equal(stage.app.session.right, answered.right);
    assert_int_equal(stage.app.session.queue_count, answered.queue_count);
    expect_the_same_as_a_rebuild();
}

static void on_a_full_disk_all_of_it_is_held_and_then_saved(void **state)
{
    (void)state;
    stage.disk_full = true;
    answer_match(true);
    assert_int_equal(app_held(&stage.app), 4);
    assert_int_equal(saved_count, 0);
    expect_the_same_as_a_rebuild();
    stage.disk_full = false;
    act(MSG_RETRY, 0);
    assert_int_equal(app_held(&stage.app), 0);
    assert_int_equal(saved_count, 4);
    act(MSG_UNDO, 0);
    assert_int_equal(saved_count, 8);
    expect_the_same_as_a_rebuild();
}

static void what_is_held_and_taken_back_is_never_saved(void **state)
{
    (void)state;
    stage.disk_full = true;
    answer_match(false);
    press(KEY_ESCAPE, 0); /* the dialog */
    act(MSG_UNDO, 0);
    assert_int_equal(app_held(&stage.app), 0);
    stage.disk_full = false;
    answer_match(false);
    assert_int_equal(saved_count, 4);
    expect_the_same_as_a_rebuild();
}

static void given_up_nothing_of_it_was_known(void **state)
{
    (void)state;
    join(0, right_of(0));
    act(MSG_DONT_KNOW, 0);
    for (int i = 0; i < 4; i++)
        assert_int_equal(saved_log[i].grade, GRADE_AGAIN);
    expect_the_same_as_a_rebuild();
}

/* As fixed in the settings, unless the start asked for another. */
static void a_fixed_form_asks_every_card_that_it_can(void **state)
{
    (void)state;
    act(MSG_BACK, 0);
    stage.app.form = FORM_COUNT;
    send((struct msg){
        .kind = MSG_SETTING, .number = FORM_MATCH + 1, .x = SETTING_FORM});
    act(MSG_STUDY, 0);
    assert_int_equal(asked()->request.form, FORM_MATCH);
    act(MSG_BACK, 0);
    stage.app.form = FORM_TYPED;
    act(MSG_STUDY, 0);
    assert_int_equal(asked()->request.form, FORM_TYPED);
    act(MSG_BACK, 0);
    stage.app.form = FORM_COUNT;
    send((struct msg){.kind = MSG_SETTING, .number = 0, .x = SETTING_FORM});
    act(MSG_STUDY, 0);
    assert_int_equal(asked()->request.form, FORM_CHOICE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define WITH(name) cmocka_unit_test_setup_teardown(name, begin, close_stage)
        WITH(every_pair_is_a_review_of_its_item),
        WITH(the_time_of_the_answer_is_shared_out),
        WITH(what_a_pair_was_taken_for_is_remembered),
        WITH(undo_takes_all_of_an_answer_back),
        WITH(redo_gives_all_of_it_again),
        WITH(on_a_full_disk_all_of_it_is_held_and_then_saved),
        WITH(what_is_held_and_taken_back_is_never_saved),
        WITH(given_up_nothing_of_it_was_known),
        WITH(a_fixed_form_asks_every_card_that_it_can),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
