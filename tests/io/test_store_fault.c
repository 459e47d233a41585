/* The disk fails at every place where it can, and nothing that was
 * acknowledged is lost, nothing is there twice, and the log stays whole. */
#include "io/store_world.h"

#include "io/fault_vfs.h"

enum { BEFORE = 3, ANSWERS = 12, PLACES_MAX = 5000 };

/* How the disk fails in one round. */
struct manner {
    bool stays;
    bool full;
};

static const struct manner manners[] = {
    {false, true}, {false, false}, {true, true}, {true, false}};

/* A log with a few answers, in a folder of its own for the round. */
static const char *begun(const char *dir)
{
    static char round_dir[STORE_NAME_MAX];
    snprintf(round_dir, sizeof round_dir, "%s/round", dir);
    store_world_remove(round_dir);
    store_filled(round_dir, BEFORE);
    return round_dir;
}

/* The log has just these answers, in order, each once, and is sound. */
static void log_is(const char *dir, const char *const *items, size_t expected)
{
    struct arena arena;
    struct event *events;
    size_t count;
    struct store *store = store_opened(dir); /* looks at every page */
    arena_init(&arena, (size_t)1 << 30);
    assert_true(store_read(store, &arena, &events, &count, NULL));
    assert_int_equal(count, BEFORE + expected);
    for (size_t i = BEFORE; i < count; i++) {
        assert_string_equal(events[i].item, items[i - BEFORE]);
        assert_int_equal(events[i].id.seq, i + 1);
    }
    arena_release(&arena);
    store_close(store);
}

static const char *const names[ANSWERS] = {"a", "b", "c", "d", "e", "f",
                                           "g", "h", "i", "j", "k", "l"};

/* Gives all answers, each until it is taken; a disk that fails but once is
 * never noticed, another is mended after the first refusal. False when nothing
 * failed: all places were tried. */
static bool give_all(const char *dir, long place, struct manner manner)
{
    bool failed = false;
    struct store *store = store_opened(dir);
    fault_at(place, manner.stays, manner.full);
    for (int i = 0; i < ANSWERS; i++) {
        struct error err = {.text = ""};
        struct event event = store_review(names[i], STORE_NOON + 10 + i);
        if (!store_append(store, &event, &err)) {
            assert_non_null(strstr(err.text, "disk"));
            assert_true(fault.failed > 0 && manner.stays);
            failed = true;
            fault_at(0, false, false);
            assert_true(store_append(store, &event, &err));
        }
        assert_int_equal(event.id.seq, BEFORE + 1 + i);
        assert_int_equal(store_count(store), BEFORE + 1 + i);
    }
    store_close(store);
    failed |= fault.failed > 0;
    fault_at(0, false, false);
    return failed;
}

static void an_answer_outlives_any_failure_of_the_disk(void **state)
{
    for (size_t i = 0; i < sizeof manners / sizeof manners[0]; i++) {
        long place = 1;
        while (place < PLACES_MAX) {
            const char *dir = begun(*state);
            bool failed = give_all(dir, place, manners[i]);
            log_is(dir, names, ANSWERS);
            if (!failed)
                break;
            place++;
        }
        assert_in_range(place, ANSWERS, PLACES_MAX - 1);
    }
}

/* An answer about three items, whatever write fails: all of it or nothing. */
static void an_answer_of_several_is_there_whole_or_not_at_all(void **state)
{
    const char *const three[] = {"x", "y", "z"};
    for (size_t i = 0; i < sizeof manners / sizeof manners[0]; i++) {
        bool failed = true;
        for (long place = 1; failed; place++) {
            struct event events[3];
            const char *dir = begun(*state);
            struct store *store = store_opened(dir);
            for (int k = 0; k < 3; k++)
                events[k] = store_review(three[k], STORE_NOON + 10);
            fault_at(place, manners[i].stays, manners[i].full);
            bool taken = store_append_all(store, events, 3, NULL);
            failed = fault.failed > 0;
            fault_at(0, false, false);
            store_close(store);
            int64_t count = store_counted(dir);
            assert_true(count == BEFORE + 3 || (!taken && count == BEFORE));
            log_is(dir, three, (size_t)count - BEFORE);

            store = store_opened(dir);
            if (count == BEFORE)
                assert_true(store_append_all(store, events, 3, NULL));
            assert_int_equal(store_count(store), BEFORE + 3);
            store_close(store);
            log_is(dir, three, 3);
            assert_in_range(place, 1, PLACES_MAX - 1);
        }
    }
}

/* Refused while the disk fails, taken when it is tried again: once, whole. */
static void an_answer_of_several_tried_again_is_there_once(void **state)
{
    const char *const three[] = {"x", "y", "z"};
    bool taken = false;
    for (long place = 1; !taken; place++) {
        struct event events[3];
        const char *dir = begun(*state);
        struct store *store = store_opened(dir);
        for (int k = 0; k < 3; k++)
            events[k] = store_review(three[k], STORE_NOON + 10);
        fault_at(place, true, false);
        taken = store_append_all(store, events, 3, NULL);
        fault_at(0, false, false);
        if (!taken)
            assert_true(store_append_all(store, events, 3, NULL));
        assert_int_equal(events[2].id.seq, BEFORE + 3);
        assert_int_equal(store_count(store), BEFORE + 3);
        store_close(store);
        log_is(dir, three, 3);
    }
}

/* The learner gives up after the refusal: the answer is there or it is not,
 * and the next one is there. */
static void an_answer_given_up_disturbs_no_other(void **state)
{
    for (long place = 1;; place++) {
        const char *dir = begun(*state);
        struct store *store = store_opened(dir);
        struct event first = store_review("first", STORE_NOON + 10);
        fault_at(place, true, false);
        bool taken = store_append(store, &first, NULL);
        fault_at(0, false, false);
        store_append_one(store, "second", STORE_NOON + 11);
        int64_t count = store_count(store);
        store_close(store);
        const char *const both[] = {"first", "second"};
        assert_true(count == BEFORE + 2 || (!taken && count == BEFORE + 1));
        log_is(dir, count == BEFORE + 2 ? both : both + 1,
               (size_t)count - BEFORE);
        if (taken)
            return;
    }
}

/* The machine goes down after the refusal. */
static void a_refused_answer_is_at_most_there_once(void **state)
{
    for (long place = 1;; place++) {
        const char *dir = begun(*state);
        struct store *store = store_opened(dir);
        struct event first = store_review("first", STORE_NOON + 10);
        fault_at(place, true, false);
        bool taken = store_append(store, &first, NULL);
        store_close(store);
        fault_at(0, false, false);
        const char *const one[] = {"first"};
        int64_t count = store_counted(dir);
        assert_in_range(count, BEFORE + taken, BEFORE + 1);
        log_is(dir, one, (size_t)count - BEFORE);
        if (taken)
            return;
    }
}

static void a_log_is_begun_whole_or_not_at_all(void **state)
{
    for (size_t i = 0; i < sizeof manners / sizeof manners[0]; i++) {
        bool opened = false;
        for (long place = 1; !opened; place++) {
            struct error err = {.text = ""};
            char dir[STORE_NAME_MAX];
            snprintf(dir, sizeof dir, "%s/%zu-%ld", (char *)*state, i, place);
            fault_at(place, manners[i].stays, manners[i].full);
            struct store *store = store_open(dir, NULL, &err);
            opened = store != NULL && !fault.failed;
            assert_true(store || err.text[0]);
            store_close(store);
            fault_at(0, false, false);
            assert_int_equal(store_counted(dir), 0);
        }
    }
}

static void a_log_that_could_not_be_opened_is_as_it_was(void **state)
{
    bool opened = false;
    for (long place = 1; !opened; place++) {
        const char *dir = begun(*state);
        fault_at(place, true, false);
        struct store *store = store_open(dir, "another learner", NULL);
        opened = store != NULL && !fault.failed;
        store_close(store);
        fault_at(0, false, false);
        log_is(dir, NULL, 0);
    }
}

/* Writes a cache of nothing over one of something, and goes on. */
static void a_cache_that_could_not_be_written_costs_nothing(void **state)
{
    bool written = false;
    for (long place = 1; !written; place++) {
        struct arena arena;
        struct progress progress;
        const char *dir = begun(*state);
        arena_init(&arena, (size_t)1 << 30);
        progress_init(&progress, &arena, NULL, study_settings_default());
        struct store *store = store_opened(dir);
        assert_true(store_load_progress(store, &progress, NULL));
        fault_at(place, true, true);
        written = store_write_cache(store, &progress, NULL);
        fault_at(0, false, false);
        store_append_one(store, "a", STORE_NOON + 10);
        assert_true(store_write_cache(store, &progress, NULL));
        store_close(store);
        log_is(dir, names, 1);
        arena_release(&arena);
    }
}

static void a_backup_is_whole_or_not_there(void **state)
{
    bool written = false;
    for (long place = 1; !written; place++) {
        struct error err = {.text = ""};
        const char *dir = begun(*state);
        struct store *store = store_opened(dir);
        fault_at(place, true, true);
        written = store_backup(store, dir, STORE_TODAY, &err);
        fault_at(0, false, false);
        assert_string_equal(store_names(store_path(dir, "backups")),
                            written ? "progress-2026-11-23.db " : "");
        assert_true(written || strstr(err.text, "progress-2026-11-23.db"));
        store_append_one(store, "a", STORE_NOON + 10);
        store_close(store);
        log_is(dir, names, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        store_test(an_answer_outlives_any_failure_of_the_disk),
        store_test(an_answer_of_several_is_there_whole_or_not_at_all),
        store_test(an_answer_of_several_tried_again_is_there_once),
        store_test(an_answer_given_up_disturbs_no_other),
        store_test(a_refused_answer_is_at_most_there_once),
        store_test(a_log_is_begun_whole_or_not_at_all),
        store_test(a_log_that_could_not_be_opened_is_as_it_was),
        store_test(a_cache_that_could_not_be_written_costs_nothing),
        store_test(a_backup_is_whole_or_not_there),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    fault_install();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
