#include "study/load.h"

#include "study_world.h"

enum { ITEMS = 12, EVENTS = 120 };

static struct arena arena;
static char ids[ITEMS][32];

static int open_arena(void **state)
{
    (void)state;
    arena_init(&arena, 64u << 20);
    for (int i = 0; i < ITEMS; i++)
        snprintf(ids[i], sizeof ids[i], "r%d/length", i);
    return 0;
}

static int release_arena(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static struct progress empty(void)
{
    struct progress progress;
    progress_init(&progress, &arena, NULL, study_settings_default());
    return progress;
}

/* Reviews in several zones, hours and days apart. */
static struct event review(int i)
{
    static const int zones[] = {540, 0, -480, 345, 780};
    int64_t ms = (int64_t)i * 7 * HOUR + (int64_t)(i % 11) * 90 * MINUTE;
    struct event event = answer(ids[i * 5 % ITEMS], ms,
                                i % 7 == 3 ? GRADE_AGAIN
                                : i % 5    ? GRADE_GOOD
                                           : GRADE_EASY);
    event.tz_min = zones[i % 5];
    event.study_day =
        moment_study_day((struct moment){event.at_ms, event.tz_min});
    event.hlc = i + 1;
    event.id.seq = (uint64_t)i + 1;
    return event;
}

static void a_target_set_later_gives_the_bits_of_a_rebuild(void **state)
{
    static const double targets[] = {.8, .85, .95, .5, .99, .9};
    (void)state;
    struct event *events = arena_array(&arena, EVENTS + 1, sizeof *events);
    struct progress set = empty();
    for (int i = 0; i < EVENTS; i++) {
        events[i] = review(i);
        progress_apply(&set, &events[i]);
    }
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        events[EVENTS] = (struct event){.kind = EVENT_SETTING,
                                        .hlc = EVENTS + 1,
                                        .id = {.seq = EVENTS + 1},
                                        .name = "target",
                                        .value = targets[i]};
        struct progress rebuilt = empty();
        progress_rebuild(&rebuilt, events, EVENTS + 1);

        assert_true(progress_set(&set, "target", targets[i]));

        assert_true(same_progress(&set, &rebuilt));
        assert_true(same_bits(set.settings.target, rebuilt.settings.target));
    }
}

static void reviews_after_it_go_on_alike(void **state)
{
    (void)state;
    struct event *events = arena_array(&arena, EVENTS + 1, sizeof *events);
    struct progress set = empty();
    for (int i = 0; i < EVENTS; i++) {
        events[i] = review(i);
        if (i == EVENTS / 2)
            progress_set(&set, "target", .84);
        progress_apply(&set, &events[i]);
    }
    events[EVENTS] = (struct event){.kind = EVENT_SETTING,
                                    .hlc = EVENTS / 2,
                                    .id = {.seq = EVENTS + 1},
                                    .name = "target",
                                    .value = .84};
    struct progress rebuilt = empty();
    progress_rebuild(&rebuilt, events, EVENTS + 1);
    assert_true(same_progress(&set, &rebuilt));
}

static void new_ones_a_day_change_nothing_else(void **state)
{
    (void)state;
    struct progress set = empty();
    struct progress same = empty();
    struct event event = review(0);
    progress_apply(&set, &event);
    progress_apply(&same, &event);

    assert_true(progress_set(&set, "new_per_day", 20));

    assert_int_equal(set.settings.new_per_day, 20);
    assert_true(same_progress(&set, &same));
}

static void what_cannot_be_set_is_refused(void **state)
{
    (void)state;
    struct progress progress = empty();
    assert_false(progress_set(&progress, "target", .49));
    assert_false(progress_set(&progress, "target", 1));
    assert_false(progress_set(&progress, "target", 0.0 / 0.0));
    assert_false(progress_set(&progress, "new_per_day", -1));
    assert_false(progress_set(&progress, "new_per_day", 1000));
    assert_false(progress_set(&progress, "model", 6));
    assert_false(progress_set(&progress, "ghost", 1));
    assert_false(progress_set(&progress, NULL, 1));
    assert_true(same_bits(progress.settings.target, .9));
    assert_int_equal(progress.settings.new_per_day, 8);
}

/* `count` rivers of one fact each, all reviewed once and well. */
static struct knowledge *reviewed(struct progress *progress, int count)
{
    size_t size = (size_t)count * 64 + 64;
    char *deck = arena_alloc(&arena, size);
    size_t used = (size_t)snprintf(deck, size, "[deck]\ntitle = R\n");
    for (int i = 0; i < count; i++)
        used += (size_t)snprintf(deck + used, size - used,
                                 "[river r%d]\nname = R%d\nlength = %d\n", i, i,
                                 i + 1);
    const char *texts[] = {RIVER_KIND, deck, NULL};
    struct knowledge *knowledge = knowledge_of(&arena, texts);
    for (int i = 0; i < count; i++) {
        char id[32];
        snprintf(id, sizeof id, "r%d/length", i);
        struct event event = answer(id, -(int64_t)(i % 20) * DAY, GRADE_GOOD);
        progress_apply(progress, &event);
    }
    return knowledge;
}

/* As the forecast counts, and more with a higher target. */
static void the_load_is_the_mean_of_the_coming_days(void **state)
{
    (void)state;
    struct progress progress = empty();
    struct knowledge *knowledge = reviewed(&progress, 300);
    int32_t day = moment_study_day(tokyo(0));
    int due = 0;
    for (size_t i = 0; i < progress.count; i++)
        due += progress.entries[i].state.due.day < day + LOAD_DAYS;

    int32_t now = load_per_day(&progress, knowledge, tokyo(0), .9);
    int32_t more = load_per_day(&progress, knowledge, tokyo(0), .95);
    int32_t less = load_per_day(&progress, knowledge, tokyo(0), .8);

    assert_true(due > 0);
    assert_int_equal(now, (due + LOAD_DAYS / 2) / LOAD_DAYS);
    assert_true(more >= now && now >= less);
    assert_int_equal(
        load_per_day(&(struct progress){.count = 0}, knowledge, tokyo(0), .9),
        0);
}

static void a_sample_of_a_large_log_tells_the_same(void **state)
{
    (void)state;
    struct progress progress = empty();
    struct knowledge *knowledge = reviewed(&progress, 3 * LOAD_SAMPLE);
    int32_t day = moment_study_day(tokyo(0));
    int due = 0;
    for (size_t i = 0; i < progress.count; i++)
        due += progress.entries[i].state.due.day < day + LOAD_DAYS;

    int32_t load = load_per_day(&progress, knowledge, tokyo(0), .9);

    int32_t mean = due / LOAD_DAYS;
    assert_true(load > mean * 95 / 100 && load < mean * 105 / 100);
}

#define IN_ARENA(test)                                                         \
    cmocka_unit_test_setup_teardown(test, open_arena, release_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_ARENA(a_target_set_later_gives_the_bits_of_a_rebuild),
        IN_ARENA(reviews_after_it_go_on_alike),
        IN_ARENA(new_ones_a_day_change_nothing_else),
        IN_ARENA(what_cannot_be_set_is_refused),
        IN_ARENA(the_load_is_the_mean_of_the_coming_days),
        IN_ARENA(a_sample_of_a_large_log_tells_the_same),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
