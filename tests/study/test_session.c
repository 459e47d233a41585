#include "study/session.h"

#include "study_world.h"

enum { ITEMS = 40 };

static struct arena arena;
static struct item items[ITEMS];
static struct plan plan;
static struct session session;
static uint64_t seq;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 64u << 20);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* A sitting of `due` items met before and then `fresh` new ones. */
static void begin(int due, int fresh)
{
    memset(&plan, 0, sizeof plan);
    arena_reset(&arena);
    seq = 0;
    for (int i = 0; i < due + fresh; i++)
        plan.entries[i] = (struct plan_entry){&items[i], i >= due};
    plan.count = due + fresh;
    session_begin(&session, &plan, 0, &arena);
}

/* Answers the current item with what was recalled of it before. */
static void give(enum grade grade, double recall)
{
    struct progress_step step = {.entry = seq};
    seq++;
    struct event event = {
        .id = {.seq = seq}, .grade = grade, .dur_ms = (int32_t)seq * 10};
    session_record(&session, &event, recall, &step);
}

static void give_right(void)
{
    give(GRADE_GOOD, .9);
}

static void give_wrong(void)
{
    give(GRADE_AGAIN, .9);
}

/* The number of the item on show, or -1. */
static int on_show(void)
{
    const struct session_entry *entry = session_current(&session);
    return entry ? (int)(entry->item - items) : -1;
}

static void a_sitting_of_nothing_is_over(void **state)
{
    begin(0, 0);
    assert_null(session_current(&session));
    assert_null(session_last(&session));
    (void)state;
}

static void a_limit_shortens_the_sitting(void **state)
{
    begin(5, 0);
    session_begin(&session, &plan, 2, &arena);
    assert_int_equal(session.count, 2);

    session_begin(&session, &plan, 9, &arena);
    assert_int_equal(session.count, 5);
    (void)state;
}

static void what_is_right_at_once_leaves(void **state)
{
    begin(1, 1);

    give_right();
    assert_int_equal(on_show(), 1);
    give_right();

    assert_int_equal(on_show(), -1);
    assert_int_equal(session.done, 2);
    assert_int_equal(session.answers, 2);
    assert_int_equal(session.first_right, 2);
    (void)state;
}

static void hard_and_easy_are_right_too(void **state)
{
    begin(2, 0);
    give(GRADE_HARD, .9);
    give(GRADE_EASY, .9);
    assert_int_equal(session.right, 2);
    assert_null(session_current(&session));
    (void)state;
}

static void a_wrong_answer_comes_back_after_four_others(void **state)
{
    begin(8, 0);

    give_wrong();

    for (int i = 1; i <= SESSION_LAG; i++) {
        assert_int_equal(on_show(), i);
        give_right();
    }
    assert_int_equal(on_show(), 0);
    (void)state;
}

static void near_the_end_it_comes_back_last(void **state)
{
    begin(3, 0);

    give_wrong();

    assert_int_equal(on_show(), 1);
    give_right();
    assert_int_equal(on_show(), 2);
    give_right();
    assert_int_equal(on_show(), 0);
    (void)state;
}

static void alone_it_is_next_until_it_is_right(void **state)
{
    begin(1, 0);
    for (int i = 0; i < 5; i++) {
        give_wrong();
        assert_int_equal(on_show(), 0);
    }
    give_right();
    assert_int_equal(on_show(), -1);
    assert_int_equal(session.answers, 6);
    assert_int_equal(session.right, 1);
    assert_int_equal(session.first_right, 0);
    (void)state;
}

static void what_was_met_before_leaves_after_one_right_answer(void **state)
{
    begin(1, 0);
    give_wrong();
    give_right();
    assert_int_equal(on_show(), -1);
    assert_true(session.entries[0].missed);
    (void)state;
}

static void a_new_one_that_began_wrong_needs_two_right_answers(void **state)
{
    begin(0, 1);

    give_wrong();
    give_right();
    assert_int_equal(on_show(), 0);
    give_right();

    assert_int_equal(on_show(), -1);
    (void)state;
}

static void expected_recall_counts_first_answers_to_what_was_met(void **state)
{
    begin(2, 1);

    give(GRADE_AGAIN, .75); /* item 0 */
    give(GRADE_GOOD, .5);   /* item 1 */
    give(GRADE_GOOD, -1);   /* item 2 is new */
    give(GRADE_GOOD, .99);  /* item 0 again */

    assert_int_equal(session.expected_of, 2);
    assert_true(same_bits(session.expected, 1.25));
    assert_int_equal(session.first_answers, 3);
    assert_int_equal(session.first_right, 2);
    assert_int_equal(session.dur_ms, 10 + 20 + 30 + 40);
    (void)state;
}

static void the_last_answer_is_the_one_to_take_back(void **state)
{
    begin(2, 0);
    give_right();
    give_wrong();
    assert_int_equal(session_last(&session)->id.seq, 2);

    session_take_back(&session);

    assert_int_equal(session_last(&session)->id.seq, 1);
    assert_int_equal(on_show(), 1);
    (void)state;
}

static void the_last_card_can_be_taken_back(void **state)
{
    begin(1, 0);
    give_right();
    assert_int_equal(on_show(), -1);

    session_take_back(&session);

    assert_int_equal(on_show(), 0);
    assert_int_equal(session.done, 0);
    assert_int_equal(session.answers, 0);
    assert_null(session_last(&session));
    (void)state;
}

static bool same_entry(const struct session_entry *a,
                       const struct session_entry *b)
{
    return a->item == b->item && a->is_new == b->is_new &&
           a->missed == b->missed && a->first_wrong == b->first_wrong &&
           a->times == b->times && a->right == b->right && a->done == b->done;
}

static bool same_counts(const struct session *a, const struct session *b)
{
    return a->queue_count == b->queue_count && a->count == b->count &&
           a->done == b->done && a->answers == b->answers &&
           a->right == b->right && a->first_answers == b->first_answers &&
           a->first_right == b->first_right && a->dur_ms == b->dur_ms &&
           same_bits(a->expected, b->expected) &&
           a->expected_of == b->expected_of && a->step_count == b->step_count;
}

static bool same_session(const struct session *a, const struct session *b)
{
    bool same = same_counts(a, b);
    for (int i = 0; same && i < a->queue_count; i++)
        same = a->queue[i] == b->queue[i];
    for (int i = 0; same && i < a->count; i++)
        same = same_entry(&a->entries[i], &b->entries[i]);
    for (int i = 0; same && i < a->step_count; i++)
        same = a->steps[i].id.seq == b->steps[i].id.seq &&
               a->steps[i].step.entry == b->steps[i].step.entry;
    return same;
}

/* An answer given and not taken back, to be given again. */
struct kept {
    enum grade grade;
    double recall;
    uint64_t seq;
};

static int answer_and_undo(struct random *random, struct kept *kept)
{
    int count = 0;
    for (int i = 0; i < 60; i++) {
        bool undo = random_below(random, 3) == 0 || on_show() < 0;
        if (undo && count > 0) {
            session_take_back(&session);
            count--;
        } else if (!undo) {
            kept[count] =
                (struct kept){(enum grade)random_below(random, GRADE_COUNT),
                              random_unit(random), seq};
            give(kept[count].grade, kept[count].recall);
            count++;
        }
    }
    return count;
}

static void undo_leaves_what_the_other_answers_make(void **state)
{
    struct random random = random_seeded(9);
    struct kept kept[60];
    for (int round = 0; round < 2000; round++) {
        int due = (int)random_below(&random, 9);
        int fresh = (int)random_below(&random, 9);
        begin(due, fresh);
        int count = answer_and_undo(&random, kept);
        struct session undone = session;

        session_begin(&session, &plan, 0, &arena);
        for (int i = 0; i < count; i++) {
            seq = kept[i].seq;
            give(kept[i].grade, kept[i].recall);
        }

        assert_true(same_session(&undone, &session));
    }
    (void)state;
}

static void more_answers_than_undo_keeps_lose_the_oldest(void **state)
{
    begin(1, 0);
    for (int i = 0; i < SESSION_UNDO_MAX + 5; i++)
        give_wrong();
    assert_int_equal(session.step_count, SESSION_UNDO_MAX);

    while (session_last(&session))
        session_take_back(&session);

    assert_int_equal(session.answers, 5);
    assert_int_equal(on_show(), 0);
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sitting_of_nothing_is_over),
        cmocka_unit_test(a_limit_shortens_the_sitting),
        cmocka_unit_test(what_is_right_at_once_leaves),
        cmocka_unit_test(hard_and_easy_are_right_too),
        cmocka_unit_test(a_wrong_answer_comes_back_after_four_others),
        cmocka_unit_test(near_the_end_it_comes_back_last),
        cmocka_unit_test(alone_it_is_next_until_it_is_right),
        cmocka_unit_test(what_was_met_before_leaves_after_one_right_answer),
        cmocka_unit_test(a_new_one_that_began_wrong_needs_two_right_answers),
        cmocka_unit_test(expected_recall_counts_first_answers_to_what_was_met),
        cmocka_unit_test(the_last_answer_is_the_one_to_take_back),
        cmocka_unit_test(the_last_card_can_be_taken_back),
        cmocka_unit_test(undo_leaves_what_the_other_answers_make),
        cmocka_unit_test(more_answers_than_undo_keeps_lose_the_oldest),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
