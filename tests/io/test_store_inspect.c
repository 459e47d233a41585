/* Files that are no log, or no longer one: each gets its sentence, and not a
 * byte of it or beside it changes. */
#include "io/store_world.h"

#include <sqlite3.h>

#include "base/random.h"

enum { PAGE = 4096, ANSWERS = 300 };

static struct error refused_with_log_untouched(const char *dir)
{
    char names[4096];
    size_t size;
    size_t size_after;
    const char *path = store_path(dir, "progress.db");
    snprintf(names, sizeof names, "%s", store_names(dir));
    char *before = store_bytes(path, &size);

    struct error err = store_refusal(dir);

    char *after = store_bytes(store_path(dir, "progress.db"), &size_after);
    assert_int_equal(size, size_after);
    if (before)
        assert_memory_equal(before, after, size);
    assert_string_equal(store_names(dir), names);
    assert_int_equal(err.cause, ERROR_INPUT);
    assert_non_null(strstr(err.text, "progress.db"));
    free(before);
    free(after);
    return err;
}

/* Refuses what lies there and leaves it as it is, with what lies beside it. */
static struct error refused_untouched(const char *dir)
{
    size_t size;
    size_t size_after;
    char *before = store_bytes(store_path(dir, "progress.db-wal"), &size);
    struct error err = refused_with_log_untouched(dir);
    char *after = store_bytes(store_path(dir, "progress.db-wal"), &size_after);
    assert_int_equal(size, size_after);
    if (before)
        assert_memory_equal(before, after, size);
    free(before);
    free(after);
    return err;
}

static void b1_an_empty_file_is_not_a_new_log(void **state)
{
    store_write_file(store_path(*state, "progress.db"), "", 0);
    struct error err = refused_untouched(*state);
    assert_non_null(strstr(err.text, "is empty"));
    assert_non_null(strstr(err.text, "backups"));
}

static void b1_a_text_is_not_a_log(void **state)
{
    char text[3 * PAGE];
    memset(text, 'x', sizeof text);
    for (size_t size = 1; size <= sizeof text; size = size * 3 + 1) {
        store_write_file(store_path(*state, "progress.db"), text, size);
        struct error err = refused_untouched(*state);
        assert_true(strstr(err.text, "is no database") ||
                    strstr(err.text, "is not a log of Pacta"));
    }
}

static void b1_the_database_of_another_program_is_not_a_log(void **state)
{
    sqlite3 *db = NULL;
    sqlite3_open(store_path(*state, "progress.db"), &db);
    sqlite3_exec(db, "create table notes(a); pragma user_version = 1", NULL,
                 NULL, NULL);
    sqlite3_close(db);
    struct error err = refused_untouched(*state);
    assert_non_null(strstr(err.text, "not a log of Pacta"));
}

static void b2_a_log_of_a_newer_pacta_is_left_alone(void **state)
{
    sqlite3 *db = NULL;
    store_filled(*state, 3);
    sqlite3_open(store_path(*state, "progress.db"), &db);
    sqlite3_exec(db, "pragma user_version = 2", NULL, NULL, NULL);
    sqlite3_close(db);
    struct error err = refused_untouched(*state);
    assert_non_null(strstr(err.text, "newer Pacta"));
}

static void b1_a_log_cut_at_any_page_is_damaged(void **state)
{
    size_t size;
    store_filled(*state, ANSWERS);
    char *whole = store_bytes(store_path(*state, "progress.db"), &size);
    assert_true(size > 10 * PAGE);
    for (size_t cut = PAGE; cut < size; cut += PAGE) {
        store_write_file(store_path(*state, "progress.db"), whole,
                         cut - (cut / PAGE) % 2);
        struct error err = refused_untouched(*state);
        assert_non_null(strstr(err.text, "damaged"));
    }
    free(whole);
}

/* A turned bit in an answer's text cannot be seen; one that can is. */
static void b1_a_bit_turned_in_any_page_is_refused_or_harmless(void **state)
{
    struct random random = random_seeded(1);
    size_t size;
    int refused = 0;
    store_filled(*state, ANSWERS);
    char *bytes = store_bytes(store_path(*state, "progress.db"), &size);
    for (size_t page = 0; page < size / PAGE; page++) {
        for (int i = 0; i < 12; i++) {
            size_t at =
                page * PAGE + (i < 6 ? (size_t)random_below(&random, 64)
                                     : (size_t)random_below(&random, PAGE));
            char bit = (char)(1 << random_below(&random, 8));
            struct error err = {.text = ""};
            bytes[at] = (char)(bytes[at] ^ bit);
            store_write_file(store_path(*state, "progress.db"), bytes, size);
            struct store *store = store_open(*state, NULL, &err);
            store_close(store);
            if (!store) {
                refused_untouched(*state);
                refused++;
            }
            bytes[at] = (char)(bytes[at] ^ bit);
        }
    }
    assert_true(refused > 20);
    free(bytes);
}

static void b3_the_log_goes_on_with_its_journal(void **state)
{
    size_t size;
    struct store *store = store_opened(*state);
    store_append_one(store, "a/b", STORE_NOON);
    char other[STORE_NAME_MAX];
    snprintf(other, sizeof other, "%s/other", (char *)*state);
    mkdir(other, 0700);
    static const char *const names[] = {"progress.db", "progress.db-wal"};
    for (int i = 0; i < 2; i++) {
        char *bytes = store_bytes(store_path(*state, names[i]), &size);
        store_write_file(store_path(other, names[i]), bytes, size);
        free(bytes);
    }
    store_close(store);

    assert_int_equal(store_counted(other), 1);
    assert_string_equal(store_names(other), "progress.db progress.db.spare ");
}

/* Killed, and then the file alone was damaged: the journal is kept too. */
static void b3_a_damaged_log_keeps_its_journal(void **state)
{
    size_t size;
    size_t wal_size;
    store_filled(*state, ANSWERS);
    struct store *store = store_opened(*state);
    store_append_one(store, "a/b", STORE_NOON);
    char *wal = store_bytes(store_path(*state, "progress.db-wal"), &wal_size);
    store_close(store);
    char *bytes = store_bytes(store_path(*state, "progress.db"), &size);
    memset(bytes + 3 * PAGE, 0x5a, PAGE);
    store_write_file(store_path(*state, "progress.db"), bytes, size);
    store_write_file(store_path(*state, "progress.db-wal"), wal, wal_size);
    free(bytes);
    free(wal);

    struct error err = refused_untouched(*state);
    assert_non_null(strstr(err.text, "damaged"));
}

/* The journal of a log that was damaged, and a backup put in its place. */
static void b3_a_backup_never_takes_a_strange_journal(void **state)
{
    size_t size;
    struct store *store = store_opened(*state);
    store_append_one(store, "a/b", STORE_NOON);
    assert_true(store_backup(store, *state, STORE_TODAY, NULL));
    store_append_one(store, "a/c", STORE_NOON);
    char *wal = store_bytes(store_path(*state, "progress.db-wal"), &size);
    store_close(store);
    store_write_file(store_path(*state, "progress.db-wal"), wal, size);
    free(wal);
    rename(store_path(*state, "backups/progress-2026-11-23.db"),
           store_path(*state, "progress.db"));

    struct error err = refused_untouched(*state);
    assert_non_null(strstr(err.text, "progress.db-wal does not belong"));

    unlink(store_path(*state, "progress.db-wal"));
    assert_int_equal(store_counted(*state), 1);
}

static void b3_a_rollback_journal_is_never_played(void **state)
{
    store_filled(*state, 3);
    store_write_file(store_path(*state, "progress.db-journal"), "journal", 7);
    struct error err = refused_untouched(*state);
    assert_non_null(strstr(err.text, "progress.db-journal does not belong"));
}

static void b3_a_journal_without_its_log_is_not_thrown_away(void **state)
{
    store_write_file(store_path(*state, "progress.db-wal"), "journal", 7);
    struct error err = store_refusal(*state);
    assert_non_null(strstr(err.text, "progress.db-wal is there but"));
    assert_string_equal(store_names(*state), "progress.db-wal ");
}

static void a_folder_in_the_place_of_the_log_is_refused(void **state)
{
    mkdir(store_path(*state, "progress.db"), 0700);
    struct error err = store_refusal(*state);
    assert_non_null(strstr(err.text, "is not a file"));
}

static void a_file_in_the_place_of_the_folder_is_refused(void **state)
{
    char dir[STORE_NAME_MAX];
    store_write_file(store_path(*state, "pacta"), "x", 1);
    snprintf(dir, sizeof dir, "%s/pacta", (char *)*state);
    struct error err = store_refusal(dir);
    assert_non_null(strstr(err.text, dir));
    snprintf(dir, sizeof dir, "%s/pacta/deeper/still", (char *)*state);
    err = store_refusal(dir);
    assert_non_null(strstr(err.text, "Not a directory"));
}

static void after_a_refusal_the_mended_log_opens(void **state)
{
    size_t size;
    store_filled(*state, 3);
    char *bytes = store_bytes(store_path(*state, "progress.db"), &size);
    store_write_file(store_path(*state, "progress.db"), bytes, PAGE);
    refused_untouched(*state);
    store_write_file(store_path(*state, "progress.db"), bytes, size);
    assert_int_equal(store_counted(*state), 3);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        store_test(b1_an_empty_file_is_not_a_new_log),
        store_test(b1_a_text_is_not_a_log),
        store_test(b1_the_database_of_another_program_is_not_a_log),
        store_test(b2_a_log_of_a_newer_pacta_is_left_alone),
        store_test(b1_a_log_cut_at_any_page_is_damaged),
        store_test(b1_a_bit_turned_in_any_page_is_refused_or_harmless),
        store_test(b3_the_log_goes_on_with_its_journal),
        store_test(b3_a_damaged_log_keeps_its_journal),
        store_test(b3_a_backup_never_takes_a_strange_journal),
        store_test(b3_a_rollback_journal_is_never_played),
        store_test(b3_a_journal_without_its_log_is_not_thrown_away),
        store_test(a_folder_in_the_place_of_the_log_is_refused),
        store_test(a_file_in_the_place_of_the_folder_is_refused),
        store_test(after_a_refusal_the_mended_log_opens),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
