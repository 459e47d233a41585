/* Answers about several items in one sitting. */
#include "study/session.h"

#include "study_world.h"

enum { ITEMS = 12 };

static struct arena arena;
static struct item items[ITEMS];
static char ids[ITEMS][16];
static struct plan plan;
static struct session session;
static uint64_t seq;

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 64u << 20);
    for (int i = 0; i < ITEMS; i++) {
        snprintf(ids[i], sizeof ids[i], "i%d", i);
        items[i].id = ids[i];
    }
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* A sitting of items met before. */
static void begin(int due)
{
    memset(&plan, 0, sizeof plan);
    arena_reset(&arena);
    seq = 0;
    for (int i = 0; i < due; i++)
        plan.entries[i] = (struct plan_entry){&items[i], false};
    plan.count = due;
    session_begin(&session, &plan, 0, &arena);
}

/* One answer about these items; those in `wrong` were not known. */
static void give(int count, const int *about, const bool *wrong)
{
    for (int i = 0; i < count; i++) {
        struct progress_step step = {.entry = seq};
        seq++;
        struct event event = {.id = {.seq = seq},
                              .item = ids[about[i]],
                              .grade = wrong[i] ? GRADE_AGAIN : GRADE_GOOD,
                              .dur_ms = 100};
        session_record_part(&session, &event, .9, &step, i, count);
    }
}

static void take_back(void)
{
    for (int left = session_last(&session)->together; left > 0; left--)
        session_take_back(&session);
}

static bool is_queue(int count, const int *expected)
{
    bool same = session.queue_count == count;
    for (int i = 0; i < count && same; i++)
        same = session.queue[i] == expected[i];
    return same;
}

#define ABOUT(...) ((const int[]){__VA_ARGS__})
#define WRONG(...) ((const bool[]){__VA_ARGS__})

static void each_item_leaves_or_comes_back_by_itself(void **state)
{
    (void)state;
    begin(6);
    give(3, ABOUT(4, 0, 2), WRONG(false, false, true));
    assert_true(is_queue(4, ABOUT(1, 3, 5, 2)));
    assert_int_equal(session.done, 2);
    assert_int_equal(session.answers, 3);
    assert_int_equal(session.right, 2);
    assert_int_equal(session.first_answers, 3);
    assert_int_equal(session.expected_of, 3);
}

static void what_had_left_and_is_missed_comes_back(void **state)
{
    (void)state;
    begin(4);
    give(1, ABOUT(0), WRONG(false));
    assert_int_equal(session.done, 1);
    give(3, ABOUT(1, 0, 2), WRONG(false, true, false));
    assert_true(is_queue(2, ABOUT(3, 0)));
    assert_int_equal(session.done, 2);
    assert_true(session.entries[0].missed);
}

static void what_had_left_and_is_known_stays_away(void **state)
{
    (void)state;
    begin(3);
    give(1, ABOUT(0), WRONG(false));
    give(2, ABOUT(1, 0), WRONG(false, false));
    assert_true(is_queue(1, ABOUT(2)));
    assert_int_equal(session.done, 2);
    assert_int_equal(session.first_answers, 2);
}

static void an_item_of_another_day_counts_as_an_answer(void **state)
{
    (void)state;
    begin(2);
    give(3, ABOUT(0, 9, 1), WRONG(false, true, false));
    assert_int_equal(session.answers, 3);
    assert_int_equal(session.right, 2);
    assert_int_equal(session.count, 2);
    assert_int_equal(session.done, 2);
    assert_null(session_current(&session));
}

static void an_answer_is_taken_back_whole(void **state)
{
    struct session before;
    (void)state;
    begin(6);
    give(1, ABOUT(0), WRONG(false));
    before = session;
    give(4, ABOUT(3, 0, 10, 1), WRONG(true, true, false, false));
    take_back();
    assert_int_equal(session.queue_count, before.queue_count);
    assert_memory_equal(session.queue, before.queue,
                        sizeof session.queue[0] * (size_t)before.queue_count);
    for (int i = 0; i < 6; i++) {
        assert_int_equal(session.entries[i].times, before.entries[i].times);
        assert_int_equal(session.entries[i].done, before.entries[i].done);
        assert_int_equal(session.entries[i].missed, before.entries[i].missed);
    }
    assert_int_equal(session.done, before.done);
    assert_int_equal(session.answers, 1);
    assert_int_equal(session.dur_ms, 100);
    assert_int_equal(session_last(&session)->id.seq, 1);
}

/* A step whose answer is half forgotten could not be taken back. */
static void the_oldest_answer_is_forgotten_whole(void **state)
{
    (void)state;
    begin(6);
    for (int i = 0; i < SESSION_UNDO_MAX / 3 + 5; i++)
        give(3, ABOUT(0, 1, 2), WRONG(true, true, true));
    assert_int_equal(session.steps[0].part, 0);
    while (session_last(&session))
        take_back();
    assert_int_equal(session.step_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_item_leaves_or_comes_back_by_itself),
        cmocka_unit_test(what_had_left_and_is_missed_comes_back),
        cmocka_unit_test(what_had_left_and_is_known_stays_away),
        cmocka_unit_test(an_item_of_another_day_counts_as_an_answer),
        cmocka_unit_test(an_answer_is_taken_back_whole),
        cmocka_unit_test(the_oldest_answer_is_forgotten_whole),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
