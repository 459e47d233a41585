/* What is set aside waits until tomorrow: in the plan, in the counts, in the
 * sitting, and taken back as if it had not been. */
#include "study/plan.h"
#include "study/session.h"

#include "study_world.h"

enum { ROUNDS = 3000, EVENTS = 30 };

static struct arena arena;
static struct knowledge *knowledge;
static struct progress progress;
static struct plan plan;
static struct session session;

static int open_world(void **state)
{
    static const char *const texts[] = {
        RIVER_KIND,
        "[deck]\ntitle = Rivers\n"
        "[river nile]\nname = Nile\nlength = 6650\n"
        "[river po]\nname = Po\nmouth = Adriatic Sea\n"
        "[river elbe]\nname = Elbe\nmouth = North Sea\n"
        "[river don]\nwas = dona\nname = Don\nmouth = Sea of Azov\n",
        NULL};
    (void)state;
    arena_init(&arena, 64u << 20);
    knowledge = knowledge_of(&arena, texts);
    progress_init(&progress, &arena, knowledge, study_settings_default());
    return 0;
}

static int close_world(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static struct event aside(const char *item, int64_t ms)
{
    struct event event = answer(item, ms, GRADE_AGAIN);
    event.kind = EVENT_ASIDE;
    return event;
}

static struct progress_step set_aside(const char *item, int64_t ms)
{
    struct event event = aside(item, ms);
    return progress_apply(&progress, &event);
}

static bool planned(const char *item, int64_t ms)
{
    plan_make(&plan, knowledge, &progress, NULL, tokyo(ms));
    for (int i = 0; i < plan.count; i++)
        if (strcmp(plan.entries[i].item->id, item) == 0)
            return true;
    return false;
}

/* Due a week after it was answered well. */
static void meet(const char *item, int64_t ms)
{
    struct event event = answer(item, ms, GRADE_HARD);
    progress_apply(&progress, &event);
}

static void a_new_item_set_aside_is_not_in_todays_plan(void **state)
{
    (void)state;
    assert_true(planned("po/mouth", 0));

    set_aside("po/mouth", 0);

    assert_false(planned("po/mouth", 0));
    assert_true(planned("elbe/mouth", 0));
}

static void a_due_item_set_aside_is_not_in_todays_plan(void **state)
{
    (void)state;
    meet("po/mouth", -30 * (int64_t)DAY);
    assert_true(planned("po/mouth", 0));
    assert_int_equal(plan.due, 1);

    set_aside("po/mouth", 0);

    assert_false(planned("po/mouth", 0));
    assert_int_equal(plan.due, 0);
    assert_int_equal(plan.due_all, 0);
}

/* The study day changes at four in the morning; it is ten o'clock. */
static void it_comes_back_when_the_next_day_begins(void **state)
{
    (void)state;
    set_aside("po/mouth", 0);
    assert_false(planned("po/mouth", 17 * (int64_t)HOUR + 59 * MINUTE));
    assert_true(planned("po/mouth", 18 * (int64_t)HOUR));
}

static void what_was_set_aside_yesterday_is_asked_today(void **state)
{
    (void)state;
    set_aside("po/mouth", -(int64_t)DAY);
    assert_true(planned("po/mouth", 0));
}

static void its_other_direction_does_not_take_its_turn(void **state)
{
    (void)state;
    set_aside("nile/length", 0);
    assert_false(planned("nile/length", 0));
    assert_false(planned("nile/length/back", 0));
}

static void more_new_ones_leave_it_out(void **state)
{
    (void)state;
    set_aside("po/mouth", 0);
    plan_more_new(&plan, knowledge, &progress, NULL, tokyo(0), 20);
    assert_int_equal(plan.count, 3);
}

static void the_forecast_has_it_tomorrow(void **state)
{
    int32_t before[3];
    int32_t after[3];
    (void)state;
    meet("po/mouth", -30 * (int64_t)DAY);
    plan_forecast(knowledge, &progress, NULL, tokyo(0), before, 3);
    set_aside("po/mouth", 0);
    plan_forecast(knowledge, &progress, NULL, tokyo(0), after, 3);
    assert_int_equal(before[0], 1);
    assert_int_equal(after[0], 0);
    assert_int_equal(after[1], before[1] + 1);
}

static void it_is_no_review_and_counts_as_none(void **state)
{
    (void)state;
    set_aside("po/mouth", 0);
    assert_null(progress_of(&progress, "po/mouth"));
    assert_int_equal(progress.reviews, 0);
    assert_int_equal(progress_streak(&progress, MONDAY, NULL), 0);
    struct progress_summary sum =
        progress_summarise(&progress, knowledge, NULL, tokyo(0));
    assert_int_equal(sum.stage[STAGE_NEW], sum.items);
    assert_int_equal(sum.fresh, 3);
}

static void an_item_that_was_renamed_stays_set_aside(void **state)
{
    (void)state;
    set_aside("dona/mouth", 0);
    assert_false(planned("don/mouth", 0));
}

static void taken_back_it_is_in_the_plan_again(void **state)
{
    (void)state;
    struct progress_step step = set_aside("po/mouth", 0);
    progress_take_back(&progress, &step);
    assert_true(planned("po/mouth", 0));
    assert_int_equal(progress.aside_count, 0);
}

static void a_log_with_asides_and_voids_gives_the_same_bits(void **state)
{
    static const char *const items[] = {"po/mouth", "elbe/mouth", "nile/length",
                                        "dona/mouth"};
    struct random random = random_seeded(77);
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct arena own;
        struct progress rebuilt;
        struct event events[2 * EVENTS];
        size_t count = 0;
        arena_init(&own, 16u << 20);
        progress_init(&progress, &own, knowledge, study_settings_default());
        for (int i = 0; i < EVENTS; i++) {
            int64_t ms = (int64_t)random_below(&random, 4) * DAY;
            struct event event = answer(items[random_below(&random, 4)], ms,
                                        (enum grade)random_below(&random, 4));
            if (random_below(&random, 2))
                event.kind = EVENT_ASIDE;
            event.id.seq = count + 1;
            event.hlc = (int64_t)count + 1;
            events[count++] = event;
            struct progress_step step = progress_apply(&progress, &event);
            if (random_below(&random, 3))
                continue;
            progress_take_back(&progress, &step);
            events[count] = (struct event){.id = {.seq = count + 1},
                                           .hlc = (int64_t)count + 1,
                                           .kind = EVENT_VOID,
                                           .target = event.id};
            count++;
        }
        progress_init(&rebuilt, &own, knowledge, study_settings_default());
        progress_rebuild(&rebuilt, events, count);
        assert_true(same_progress(&progress, &rebuilt));
        arena_release(&own);
    }
}

static int on_show(void)
{
    const struct session_entry *entry = session_current(&session);
    return entry ? (int)(entry - session.entries) : -1;
}

static void begin(void)
{
    plan_make(&plan, knowledge, &progress, NULL, tokyo(0));
    session_begin(&session, &plan, 0, &arena);
}

static void give(struct event event)
{
    event.id.seq = (uint64_t)session.step_count + 1;
    event.item = session_current(&session)->item->id;
    struct progress_step step = progress_apply(&progress, &event);
    session_record(&session, &event, -1, &step);
}

static void the_sitting_goes_on_with_the_next(void **state)
{
    (void)state;
    begin();
    give(aside("", 0));
    assert_int_equal(on_show(), 1);
    assert_int_equal(session.done, 1);
    assert_int_equal(session.answers, 0);
    for (int i = 1; i < session.count; i++)
        give(answer("", 0, GRADE_GOOD));
    assert_int_equal(on_show(), -1);
    assert_int_equal(session.answers, session.count - 1);
}

static void what_was_missed_does_not_return_once_it_is_set_aside(void **state)
{
    (void)state;
    begin();
    give(answer("", 0, GRADE_AGAIN));
    for (int i = 1; i < session.count; i++)
        give(answer("", 0, GRADE_GOOD));
    assert_int_equal(on_show(), 0);
    give(aside("", 0));
    assert_int_equal(on_show(), -1);
    assert_true(session.entries[0].missed);
}

static void answers_and_asides_are_taken_back_last_first(void **state)
{
    (void)state;
    begin();
    give(answer("", 0, GRADE_AGAIN));
    give(aside("", 0));
    assert_int_equal(on_show(), 2);
    assert_true(session_last(&session)->is_aside);

    session_take_back(&session);
    assert_int_equal(on_show(), 1);
    assert_int_equal(session.done, 0);
    assert_int_equal(session.answers, 1);

    session_take_back(&session);
    assert_int_equal(on_show(), 0);
    assert_int_equal(session.answers, 0);
    assert_null(session_last(&session));
}

#define IN_A_WORLD(test)                                                       \
    cmocka_unit_test_setup_teardown(test, open_world, close_world)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_WORLD(a_new_item_set_aside_is_not_in_todays_plan),
        IN_A_WORLD(a_due_item_set_aside_is_not_in_todays_plan),
        IN_A_WORLD(it_comes_back_when_the_next_day_begins),
        IN_A_WORLD(what_was_set_aside_yesterday_is_asked_today),
        IN_A_WORLD(its_other_direction_does_not_take_its_turn),
        IN_A_WORLD(more_new_ones_leave_it_out),
        IN_A_WORLD(the_forecast_has_it_tomorrow),
        IN_A_WORLD(it_is_no_review_and_counts_as_none),
        IN_A_WORLD(an_item_that_was_renamed_stays_set_aside),
        IN_A_WORLD(taken_back_it_is_in_the_plan_again),
        IN_A_WORLD(a_log_with_asides_and_voids_gives_the_same_bits),
        IN_A_WORLD(the_sitting_goes_on_with_the_next),
        IN_A_WORLD(what_was_missed_does_not_return_once_it_is_set_aside),
        IN_A_WORLD(answers_and_asides_are_taken_back_last_first),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
