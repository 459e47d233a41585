/* What is derived comes back from the cache in the bits that the log gives,
 * and only when it was derived from just this. */
#include "io/store_world.h"

#include <sqlite3.h>

#include "base/random.h"
#include "knowledge/build.h"
#include "knowledge/deck_text.h"

enum { HISTORIES = 10000, ITEMS = 6, EVENTS_MAX = 24 };

/* A progress with the arena it lives in. */
struct derived {
    struct arena arena;
    struct progress progress;
};

static void derived_begin(struct derived *derived,
                          const struct knowledge *knowledge,
                          struct study_settings settings)
{
    arena_init(&derived->arena, (size_t)1 << 30);
    progress_init(&derived->progress, &derived->arena, knowledge, settings);
}

static void derived_load(struct derived *derived, struct store *store,
                         const struct knowledge *knowledge)
{
    derived_begin(derived, knowledge, study_settings_default());
    assert_true(store_load_progress(store, &derived->progress, NULL));
}

#define same_bits(a, b) assert_memory_equal(&(a), &(b), sizeof(a))

/* Field by field: the bytes between fields say nothing. */
static void same_state(const struct item_state *a, const struct item_state *b)
{
    assert_int_equal(a->memory.count, b->memory.count);
    for (int i = 0; i < MEMORY_BRANCHES_MAX; i++) {
        same_bits(a->memory.weight[i], b->memory.weight[i]);
        same_bits(a->memory.branch[i], b->memory.branch[i]);
    }
    assert_int_equal(a->first.at_ms, b->first.at_ms);
    assert_int_equal(a->first.study_day, b->first.study_day);
    assert_int_equal(a->last.at_ms, b->last.at_ms);
    assert_int_equal(a->last.study_day, b->last.study_day);
    assert_int_equal(a->due.ms, b->due.ms);
    assert_int_equal(a->due.day, b->due.day);
    same_bits(a->due.days, b->due.days);
    assert_int_equal(a->reviews, b->reviews);
    assert_int_equal(a->right, b->right);
    assert_int_equal(a->lapses, b->lapses);
}

static void same_settings(const struct study_settings *a,
                          const struct study_settings *b)
{
    assert_int_equal(a->model.kind, b->model.kind);
    same_bits(a->model.weights, b->model.weights);
    same_bits(a->target, b->target);
    assert_int_equal(a->new_per_day, b->new_per_day);
    assert_int_equal(a->exam_day, b->exam_day);
    assert_int_equal(a->minutes, b->minutes);
}

static void same_progress(const struct progress *a, const struct progress *b)
{
    same_settings(&a->settings, &b->settings);
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        assert_string_equal(a->entries[i].id, b->entries[i].id);
        same_state(&a->entries[i].state, &b->entries[i].state);
        assert_ptr_equal(progress_of(b, a->entries[i].id),
                         &b->entries[i].state);
    }
    assert_int_equal(a->day_count, b->day_count);
    for (size_t i = 0; i < a->day_count; i++) {
        assert_int_equal(a->days[i].day, b->days[i].day);
        assert_int_equal(a->days[i].reviews, b->days[i].reviews);
        assert_int_equal(a->days[i].right, b->days[i].right);
        assert_int_equal(a->days[i].fresh, b->days[i].fresh);
        assert_int_equal(a->days[i].dur_ms, b->days[i].dur_ms);
    }
    assert_int_equal(a->aside_count, b->aside_count);
    for (size_t i = 0; i < a->aside_count; i++) {
        assert_int_equal(a->asides[i].day, b->asides[i].day);
        assert_string_equal(a->asides[i].id, b->asides[i].id);
    }
    for (size_t i = 0; i < a->count; i++) {
        const char *id = a->entries[i].id;
        const struct confusions *x = confusions_of(&a->confused, id);
        const struct confusions *y = confusions_of(&b->confused, id);
        assert_int_equal(!x, !y);
        for (int k = 0; x && k < x->count; k++)
            assert_string_equal(x->facts[k], y->facts[k]);
        assert_int_equal(x ? x->count : 0, y ? y->count : 0);
    }
    assert_int_equal(a->sums.reviews, b->sums.reviews);
    same_bits(a->sums.expected, b->sums.expected);
    same_bits(a->sums.recalled, b->sums.recalled);
    assert_int_equal(a->reviews, b->reviews);
    assert_int_equal(a->right, b->right);
}

/* What was chosen, for what is taken for what. */
static const char *const bodies[] = {
    "{}",
    "{\"form\":\"choice\",\"options\":[{\"of\":\"a/x\",\"text\":\"A\"},"
    "{\"of\":\"b/x\",\"text\":\"B\"}],\"chosen\":0}",
    "{\"form\":\"choice\",\"options\":[{\"of\":\"a/x\",\"text\":\"A\"},"
    "{\"of\":\"b/x\",\"text\":\"B\"}],\"chosen\":1}",
    "{\"form\":\"choice\",\"options\":[{\"of\":\"c/x\",\"text\":\"C\"},"
    "{\"of\":\"d/x\",\"text\":\"D\"}],\"chosen\":1}",
};

static struct event random_review(struct random *random, int64_t *now)
{
    static const char *const items[ITEMS] = {
        "us-1960/signed", "us-1960/place",       "us-1960/article/5",
        "日/英",          "uk-2023/signed/back", "x"};
    *now += (int64_t)random_below(random, 4) *
            (int64_t)random_below(random, INT64_C(9) * 86400000);
    *now -= (int64_t)random_below(random, 3600000);
    struct event event = store_review(items[random_below(random, ITEMS)], *now);
    if (random_below(random, 5) == 0)
        event.kind = EVENT_ASIDE;
    event.grade = (enum grade)random_below(random, GRADE_COUNT);
    event.study_day =
        moment_study_day((struct moment){event.at_ms, event.tz_min});
    event.chance = random_below(random, 2) ? 1. / 3 : 0;
    event.body = bodies[random_below(random, 4)];
    event.share = random_below(random, 5) ? 1 : random_unit(random);
    event.dur_ms = (int32_t)random_below(random, 600001);
    return event;
}

/* A void of the last answer, a setting, or an answer; as a sitting does it,
 * every answer is applied and every void takes the last one back. */
static void live_one(struct store *store, struct progress *live,
                     struct random *random, int64_t *now)
{
    struct event event = random_review(random, now);
    assert_true(store_append(store, &event, NULL));
    struct progress_step step = progress_apply(live, &event);
    if (random_below(random, 6))
        return;
    struct event taken_back = {.kind = EVENT_VOID, .target = event.id};
    assert_true(store_append(store, &taken_back, NULL));
    progress_take_back(live, &step);
}

static void change_setting(struct store *store, struct random *random)
{
    static const char *const setting[] = {"target",      "model",
                                          "new_per_day", "exam_day",
                                          "minutes",     "of a newer Pacta"};
    static const double value[] = {.85, 6, 12, 20801, 35, 3};
    uint64_t which = random_below(random, 6);
    struct event event = {
        .kind = EVENT_SETTING, .name = setting[which], .value = value[which]};
    assert_true(store_append(store, &event, NULL));
}

static void forget_events(struct store **store)
{
    store_close(*store);
    *store = store_open_memory(NULL);
    assert_non_null(*store);
}

/* Applied one by one, rebuilt from the log, and read from the cache. */
static void any_history_gives_the_same_bits_by_all_three_ways(void **state)
{
    struct random random = random_seeded(20261123);
    struct store *store = NULL;
    (void)state;
    for (int i = 0; i < HISTORIES; i++) {
        struct derived live;
        struct derived rebuilt;
        struct derived cached;
        int64_t now = STORE_NOON;
        forget_events(&store);
        if (random_below(&random, 3) == 0)
            change_setting(store, &random);
        derived_load(&live, store, NULL);
        for (uint64_t n = random_below(&random, EVENTS_MAX); n > 0; n--)
            live_one(store, &live.progress, &random, &now);

        derived_load(&rebuilt, store, NULL);
        assert_true(store_write_cache(store, &rebuilt.progress, NULL));
        derived_load(&cached, store, NULL);

        same_progress(&live.progress, &rebuilt.progress);
        same_progress(&rebuilt.progress, &cached.progress);
        arena_release(&live.arena);
        arena_release(&rebuilt.arena);
        arena_release(&cached.arena);
    }
    store_close(store);
}

static void run_sql(const char *dir, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_open(store_path(dir, "progress.db"), &db);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

/* A log of three answers with its cache; the cache alone says 77 reviews. */
static void cache_marked(const char *dir)
{
    struct derived derived;
    struct store *store = store_opened(dir);
    store_append_one(store, "a/b", STORE_NOON);
    store_append_one(store, "a/c", STORE_NOON + 1);
    store_append_one(store, "a/b", STORE_NOON + 86400000);
    derived_load(&derived, store, NULL);
    assert_true(store_write_cache(store, &derived.progress, NULL));
    store_close(store);
    arena_release(&derived.arena);
    run_sql(dir, "update derived set reviews = 77");
}

/* The number of reviews that a start finds. */
static int64_t reviews_at_start(const char *dir, const char *learner,
                                const struct knowledge *knowledge,
                                struct study_settings settings)
{
    struct derived derived;
    struct store *store = store_open(dir, learner, NULL);
    assert_non_null(store);
    derived_begin(&derived, knowledge, settings);
    assert_true(store_load_progress(store, &derived.progress, NULL));
    int64_t reviews = derived.progress.reviews;
    store_close(store);
    arena_release(&derived.arena);
    return reviews;
}

static void the_cache_is_used_while_it_fits(void **state)
{
    cache_marked(*state);
    assert_int_equal(
        reviews_at_start(*state, NULL, NULL, study_settings_default()), 77);
}

static void one_more_answer_makes_the_cache_stale(void **state)
{
    cache_marked(*state);
    struct store *store = store_opened(*state);
    store_append_one(store, "a/b", STORE_NOON + 2 * INT64_C(86400000));
    store_close(store);
    assert_int_equal(
        reviews_at_start(*state, NULL, NULL, study_settings_default()), 4);
}

static void other_settings_make_the_cache_stale(void **state)
{
    struct study_settings settings = study_settings_default();
    cache_marked(*state);
    settings.target = .91;
    assert_int_equal(reviews_at_start(*state, NULL, NULL, settings), 3);
    settings = study_settings_default();
    settings.model.weights[3] += 1e-9;
    assert_int_equal(reviews_at_start(*state, NULL, NULL, settings), 3);
}

static void the_cache_of_one_learner_is_not_anothers(void **state)
{
    cache_marked(*state);
    assert_int_equal(
        reviews_at_start(*state, "Aiko", NULL, study_settings_default()), 0);
}

static void a_broken_cache_is_passed_over(void **state)
{
    static const char *const damage[] = {"update state set branches = 9",
                                         "update state set branches = -1",
                                         "update derived set model = 5",
                                         "update derived set weights = x'00'",
                                         "alter table state drop column lapses",
                                         "drop table day",
                                         "drop table aside",
                                         "delete from derived"};
    for (size_t i = 0; i < sizeof damage / sizeof damage[0]; i++) {
        char dir[STORE_NAME_MAX];
        snprintf(dir, sizeof dir, "%s/%zu", (char *)*state, i);
        cache_marked(dir);
        run_sql(dir, damage[i]);
        assert_int_equal(
            reviews_at_start(dir, NULL, NULL, study_settings_default()), 3);
    }
}

static const struct knowledge *known(struct arena *arena, const char *text)
{
    struct problems problems;
    struct source source = deck_text(arena, "a.ini", text);
    problems_init(&problems, arena);
    return knowledge_build(arena, &source, 1, &problems);
}

/* The history follows the id, and back when the deck takes that back. */
static void a_rename_in_the_decks_makes_the_cache_stale(void **state)
{
    struct derived derived;
    struct arena arena;
    arena_init(&arena, (size_t)1 << 30);
    const struct knowledge *before = known(
        &arena, "[deck]\ntitle = D\n[card old]\nask = Who?\nanswer = I\n");
    const struct knowledge *after =
        known(&arena, "[deck]\ntitle = D\n[card new]\nwas = old\n"
                      "ask = Who?\nanswer = I\n");
    const struct knowledge *const decks[] = {before, after, after, before};
    const char *const ids[] = {"old", "new", "new", "old"};
    struct store *store = store_opened(*state);
    store_append_one(store, "old", STORE_NOON);
    for (int i = 0; i < 4; i++) {
        derived_load(&derived, store, decks[i]);
        assert_int_equal(derived.progress.count, 1);
        assert_string_equal(derived.progress.entries[0].id, ids[i]);
        assert_true(store_write_cache(store, &derived.progress, NULL));
        arena_release(&derived.arena);
    }
    store_close(store);
    arena_release(&arena);
}

static void an_unchanged_cache_is_not_written_again(void **state)
{
    struct derived derived;
    size_t size;
    size_t size_after;
    cache_marked(*state);
    char *before = store_bytes(store_path(*state, "progress.db"), &size);
    struct store *store = store_opened(*state);
    derived_load(&derived, store, NULL);
    assert_true(store_write_cache(store, &derived.progress, NULL));
    store_close(store);
    char *after = store_bytes(store_path(*state, "progress.db"), &size_after);
    assert_int_equal(size, size_after);
    assert_memory_equal(before, after, size);
    arena_release(&derived.arena);
    free(before);
    free(after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        store_test(any_history_gives_the_same_bits_by_all_three_ways),
        store_test(the_cache_is_used_while_it_fits),
        store_test(one_more_answer_makes_the_cache_stale),
        store_test(other_settings_make_the_cache_stale),
        store_test(the_cache_of_one_learner_is_not_anothers),
        store_test(a_broken_cache_is_passed_over),
        store_test(a_rename_in_the_decks_makes_the_cache_stale),
        store_test(an_unchanged_cache_is_not_written_again),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
