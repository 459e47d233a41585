/* A backup a day: whole, readable as a log, thinned out as it grows old. */
#include "io/store_world.h"

#include "base/date.h"

enum { DAYS = 500 };

static struct store *with_answers(const char *dir, int count)
{
    store_filled(dir, count);
    return store_opened(dir);
}

static void the_first_start_of_a_day_makes_a_backup(void **state)
{
    struct store *store = with_answers(*state, 5);
    assert_true(store_backup(store, *state, STORE_TODAY, NULL));
    assert_true(store_backup(store, *state, STORE_TODAY, NULL));
    store_append_one(store, "x", STORE_NOON + 10);
    assert_true(store_backup(store, *state, STORE_TODAY, NULL));
    assert_true(store_backup(store, *state, STORE_TODAY + 1, NULL));
    store_close(store);
    assert_string_equal(store_names(store_path(*state, "backups")),
                        "progress-2026-11-23.db progress-2026-11-24.db ");
}

static void a_log_without_answers_needs_no_backup(void **state)
{
    struct store *store = store_opened(*state);
    assert_true(store_backup(store, *state, STORE_TODAY, NULL));
    store_close(store);
    assert_string_equal(store_names(*state), "progress.db progress.db.spare ");
}

static void a_backup_put_in_the_logs_place_has_all_answers(void **state)
{
    struct arena arena;
    struct event *events;
    size_t count;
    struct store *store = with_answers(*state, 5);
    assert_true(store_backup(store, *state, STORE_TODAY, NULL));
    store_append_one(store, "lost", STORE_NOON + 10);
    store_close(store);
    size_t size;
    char *bytes = store_bytes(
        store_path(*state, "backups/progress-2026-11-23.db"), &size);
    store_write_file(store_path(*state, "progress.db"), bytes, size);
    free(bytes);

    store = store_opened(*state);
    store_append_one(store, "after", STORE_NOON + 20);

    arena_init(&arena, (size_t)1 << 30);
    assert_true(store_read(store, &arena, &events, &count, NULL));
    assert_int_equal(count, 6);
    assert_string_equal(events[5].item, "after");
    arena_release(&arena);
    store_close(store);
}

/* Its next number may have been given to an answer that is lost here, but
 * not on another device. */
static void a_backup_goes_on_as_another_device(void **state)
{
    struct event event = store_review("a/b", STORE_NOON);
    struct store *store = with_answers(*state, 5);
    assert_true(store_append(store, &event, NULL));
    assert_int_equal(event.id.seq, 6);
    assert_true(store_backup(store, *state, STORE_TODAY, NULL));
    store_close(store);
    size_t size;
    char *bytes = store_bytes(
        store_path(*state, "backups/progress-2026-11-23.db"), &size);
    store_write_file(store_path(*state, "progress.db"), bytes, size);
    free(bytes);

    store = store_opened(*state);
    struct event next = store_review("a/b", STORE_NOON);
    assert_true(store_append(store, &next, NULL));

    assert_int_equal(next.id.seq, 1);
    assert_memory_not_equal(next.id.device, event.id.device,
                            EVENT_DEVICE_BYTES);
    store_close(store);
}

/* What a killed Pacta left lying about. */
static void a_half_written_backup_is_cleared_away(void **state)
{
    struct store *store = with_answers(*state, 5);
    mkdir(store_path(*state, "backups"), 0700);
    store_write_file(store_path(*state, "backups/progress.new"), "half", 4);
    store_write_file(store_path(*state, "backups/progress.new-journal"), "half",
                     4);
    assert_true(store_backup(store, *state, STORE_TODAY, NULL));
    store_close(store);
    assert_string_equal(store_names(store_path(*state, "backups")),
                        "progress-2026-11-23.db ");
}

static void a_backup_that_cannot_be_made_does_not_stop_answers(void **state)
{
    struct error err = {.text = ""};
    struct store *store = with_answers(*state, 5);
    store_write_file(store_path(*state, "backups"), "a file", 6);

    assert_false(store_backup(store, *state, STORE_TODAY, &err));

    assert_non_null(strstr(err.text, "backup"));
    store_append_one(store, "x", STORE_NOON + 10);
    assert_int_equal(store_count(store), 6);
    store_close(store);
}

static int32_t day_named(const char *name)
{
    struct date date;
    char text[11] = "";
    memcpy(text, name + strlen("progress-"), 10);
    assert_true(date_parse(text, &date, NULL));
    return date_to_days(date);
}

/* Today and yesterday, 12 days, 10 weeks, 9 months: the oldest kept is nearly
 * a year old, and no gap is longer than five weeks. */
static void old_backups_are_thinned_out_and_grow_old(void **state)
{
    struct store *store = with_answers(*state, 2);
    for (int i = 0; i < DAYS; i++)
        assert_true(store_backup(store, *state, STORE_TODAY + i, NULL));
    store_close(store);

    char names[4096];
    int32_t last = 0;
    int count = 0;
    snprintf(names, sizeof names, "%s",
             store_names(store_path(*state, "backups")));
    for (char *name = strtok(names, " "); name; name = strtok(NULL, " ")) {
        int32_t day = day_named(name) - STORE_TODAY - (DAYS - 1);
        if (count == 0)
            assert_in_range(-day, 330, 390);
        else
            assert_in_range(day - last, 1, 35);
        last = day;
        count++;
    }
    assert_int_equal(last, 0);
    assert_int_equal(count, 2 + 12 + 10 + 9);
}

static void files_that_are_no_backups_stay(void **state)
{
    static const char *const names[] = {
        "backups/notes.txt", "backups/progress-old.db",
        "backups/progress-2019-02-30.db", "backups/progress-2019-03-01.db.gz"};
    struct store *store = with_answers(*state, 2);
    mkdir(store_path(*state, "backups"), 0700);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        store_write_file(store_path(*state, names[i]), "x", 1);
    for (int i = 0; i < 40; i++)
        assert_true(store_backup(store, *state, STORE_TODAY + i, NULL));
    store_close(store);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_int_equal(access(store_path(*state, names[i]), F_OK), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        store_test(the_first_start_of_a_day_makes_a_backup),
        store_test(a_log_without_answers_needs_no_backup),
        store_test(a_backup_put_in_the_logs_place_has_all_answers),
        store_test(a_backup_goes_on_as_another_device),
        store_test(a_half_written_backup_is_cleared_away),
        store_test(a_backup_that_cannot_be_made_does_not_stop_answers),
        store_test(old_backups_are_thinned_out_and_grow_old),
        store_test(files_that_are_no_backups_stay),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
