/* Bad days of the disk and of the machine: two at once, killed, read-only,
 * full. The disks are real ones, in memory, mounted for the test alone. */
#include "io/store_world.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/wait.h>

#include "base/random.h"

enum { KILLS = 100 };

/* Runs in a child what would disturb the others; its status is the answer. */
static int in_child(int (*run)(const char *), const char *dir)
{
    int status = 0;
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(run(dir));
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int open_in_child(const char *dir)
{
    struct error err;
    struct store *store = store_open(dir, NULL, &err);
    if (!store)
        return err.cause == ERROR_IN_USE &&
                       strstr(err.text, "Pacta is already open on ") &&
                       strstr(err.text, "--data")
                   ? 3
                   : 1;
    store_close(store);
    return 0;
}

static void p1_a_second_pacta_is_told_of_the_first(void **state)
{
    struct store *store = store_opened(*state);
    assert_int_equal(in_child(open_in_child, *state), 3);
    store_append_one(store, "a/b", STORE_NOON);
    assert_int_equal(in_child(open_in_child, *state), 3);
    store_append_one(store, "a/c", STORE_NOON);
    store_close(store);
    assert_int_equal(in_child(open_in_child, *state), 0);
    assert_int_equal(store_counted(*state), 2);
}

/* Any program that holds the file, such as a database browser. */
static void p1_another_program_in_the_file_is_told_of_too(void **state)
{
    struct error err;
    sqlite3 *db = NULL;
    store_filled(*state, 1);
    sqlite3_open(store_path(*state, "progress.db"), &db);
    sqlite3_exec(db, "begin immediate", NULL, NULL, NULL);

    err = store_refusal(*state);

    assert_int_equal(err.cause, ERROR_IN_USE);
    sqlite3_close(db);
}

static pid_t start(int (*run)(const char *, int), const char *dir, int *read_end)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        _exit(run(dir, ends[1]));
    }
    close(ends[1]);
    *read_end = ends[0];
    return child;
}

/* Answers without end; each is told of once it is in the log. */
static int answer_for_ever(const char *dir, int out)
{
    struct store *store = store_open(dir, NULL, NULL);
    for (int64_t i = 0; store; i++) {
        struct event event = store_review("a/b", STORE_NOON + i);
        if (!store_append(store, &event, NULL) ||
            write(out, &event.id.seq, sizeof event.id.seq) < 0)
            return 1;
    }
    return 1;
}

static uint64_t last_told(int in)
{
    uint64_t seq = 0;
    uint64_t next;
    while (read(in, &next, sizeof next) == (ssize_t)sizeof next)
        seq = next;
    close(in);
    return seq;
}

/* P3: every answer that was acknowledged is there, at most one more. */
static void p3_an_answer_outlives_the_killing_of_the_program(void **state)
{
    struct random random = random_seeded(9);
    int64_t before = 0;
    int64_t all = 0;
    for (int i = 0; i < KILLS; i++) {
        int in;
        pid_t child = start(answer_for_ever, *state, &in);
        usleep((useconds_t)random_below(&random, i < KILLS / 2 ? 12000 : 40000));
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        int64_t told = (int64_t)last_told(in);

        int64_t count = store_counted(*state);

        assert_true(count >= before && (told == 0 || count >= told));
        assert_true(count <= (told > before ? told : before) + 1);
        all += told > before ? told - before : 0;
        before = count;
    }
    assert_true(all > 100);
}

static int hold(const char *dir, int out)
{
    struct store *store = store_open(dir, NULL, NULL);
    char good = store != NULL;
    if (write(out, &good, 1) == 1)
        pause();
    return 0;
}

static void p1_the_lock_of_a_killed_pacta_blocks_nobody(void **state)
{
    int in;
    char good = 0;
    pid_t child = start(hold, *state, &in);
    assert_int_equal(read(in, &good, 1), 1);
    assert_true(good);
    assert_int_equal(store_refusal(*state).cause, ERROR_IN_USE);

    kill(child, SIGKILL);
    waitpid(child, NULL, 0);

    assert_int_equal(store_counted(*state), 0);
    close(in);
}

/* Both begin where nothing is yet: one opens, the other is told. */
static void p1_of_two_that_start_at_once_one_opens(void **state)
{
    for (int i = 0; i < 20; i++) {
        char dir[STORE_NAME_MAX];
        int in[2];
        char good[2] = {0, 0};
        pid_t children[2];
        snprintf(dir, sizeof dir, "%s/%d", (char *)*state, i);
        for (int j = 0; j < 2; j++)
            children[j] = start(hold, dir, &in[j]);
        for (int j = 0; j < 2; j++)
            assert_int_equal(read(in[j], &good[j], 1), 1);
        assert_int_equal(good[0] + good[1], 1);
        for (int j = 0; j < 2; j++) {
            kill(children[j], SIGKILL);
            waitpid(children[j], NULL, 0);
            close(in[j]);
        }
    }
}

/* One who is not root is root of a world of its own. */
static bool is_apart(void)
{
    char map[64];
    int length = snprintf(map, sizeof map, "0 %u 1", (unsigned)getuid());
    if (unshare(CLONE_NEWNS) == 0)
        return true;
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return false;
    int file = open("/proc/self/uid_map", O_WRONLY);
    bool good = write(file, map, (size_t)length) == (ssize_t)length;
    close(file);
    return good;
}

/* A disk of its own on `dir`, seen by this process alone; it goes with it. */
static bool has_disk(const char *dir, const char *options)
{
    return is_apart() &&
           mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
           mount("tmpfs", dir, "tmpfs", 0, options) == 0;
}

enum { NO_DISK = 77 };

#define check(condition)                                                       \
    do {                                                                       \
        if (!(condition)) {                                                    \
            fprintf(stderr, "line %d: %s\n", __LINE__, #condition);            \
            return 1;                                                          \
        }                                                                      \
    } while (0)

static bool fill_disk(const char *dir, size_t leave)
{
    char block[4096];
    memset(block, 1, sizeof block);
    int file = open(store_path(dir, "filler"), O_WRONLY | O_CREAT, 0600);
    while (write(file, block, sizeof block) > 0)
        ;
    off_t size = lseek(file, 0, SEEK_END);
    bool good = ftruncate(file, size - (off_t)leave) == 0;
    close(file);
    return good;
}

static int answer_on_a_full_disk(const char *dir)
{
    struct error err = {.text = ""};
    if (!has_disk(dir, "size=3m,mode=700"))
        return NO_DISK;
    struct store *store = store_open(dir, NULL, &err);
    check(store && fill_disk(dir, 0));
    int64_t given = 0;
    bool had_spare = false;
    struct event event = store_review("a/b", STORE_NOON);
    for (; given < 20000; given++) {
        event = store_review("a/b", STORE_NOON + given);
        if (!store_append(store, &event, &err))
            break;
        had_spare |= access(store_path(dir, "progress.db.spare"), F_OK) != 0;
    }
    check(had_spare && given > 100 && given < 20000);
    check(strstr(err.text, "The disk is full. ") == err.text);
    check(strstr(err.text, dir));
    check(store_count(store) == given);
    check(!store_append(store, &event, &err));
    check(unlink(store_path(dir, "filler")) == 0);
    check(store_append(store, &event, &err));
    check(event.id.seq == (uint64_t)given + 1);
    store_close(store);
    store = store_open(dir, NULL, &err);
    check(store && store_count(store) == given + 1);
    store_close(store);
    return 0;
}

static int open_on_a_full_disk(const char *dir)
{
    struct error err = {.text = ""};
    if (!has_disk(dir, "size=3m,mode=700"))
        return NO_DISK;
    store_filled(dir, 50);
    check(unlink(store_path(dir, "progress.db.spare")) == 0);
    check(fill_disk(dir, 0));
    struct store *store = store_open(dir, NULL, &err);
    check(store && store_count(store) == 50);
    check(!store_backup(store, dir, STORE_TODAY, &err));
    check(strstr(err.text, "backups/progress-2026-11-23.db"));
    check(strcmp(store_names(store_path(dir, "backups")), "") == 0);
    store_close(store);
    check(unlink(store_path(dir, "filler")) == 0);
    store = store_open(dir, NULL, &err);
    check(store && store_count(store) == 50);
    store_close(store);
    return 0;
}

static int begin_on_a_full_disk(const char *dir)
{
    struct error err = {.text = ""};
    if (!has_disk(dir, "size=3m,mode=700") || !fill_disk(dir, 0))
        return NO_DISK;
    check(!store_open(dir, NULL, &err));
    check(strstr(err.text, "The disk is full"));
    check(strcmp(store_names(dir), "filler ") == 0);
    check(unlink(store_path(dir, "filler")) == 0);
    struct store *store = store_open(dir, NULL, &err);
    check(store && store_count(store) == 0);
    store_close(store);
    return 0;
}

static int open_read_only(const char *dir)
{
    struct error err = {.text = ""};
    size_t size;
    if (!has_disk(dir, "size=8m,mode=700"))
        return NO_DISK;
    store_filled(dir, 50);
    mkdir(store_path(dir, "empty"), 0700);
    check(mount(NULL, dir, NULL, MS_REMOUNT | MS_RDONLY, NULL) == 0);
    char *before = store_bytes(store_path(dir, "progress.db"), &size);
    check(!store_open(dir, NULL, &err));
    check(err.cause == ERROR_READ_ONLY && strstr(err.text, "--data"));
    check(strstr(err.text, "cannot be written"));
    check(!store_open(store_path(dir, "empty"), NULL, &err));
    check(err.cause == ERROR_READ_ONLY && strstr(err.text, "--data"));
    check(!store_open(store_path(dir, "new/er"), NULL, &err));
    check(err.cause == ERROR_READ_ONLY && strstr(err.text, "--data"));
    char *after = store_bytes(store_path(dir, "progress.db"), &size);
    check(memcmp(before, after, size) == 0);
    free(before);
    free(after);
    check(mount(NULL, dir, NULL, MS_REMOUNT, NULL) == 0);
    check(store_counted(dir) == 50);
    return 0;
}

/* Killed with a journal left, then moved to where nobody may write. */
static int open_read_only_with_a_journal(const char *dir)
{
    struct error err = {.text = ""};
    int in;
    char good;
    if (!has_disk(dir, "size=8m,mode=700"))
        return NO_DISK;
    store_filled(dir, 50);
    pid_t child = start(answer_for_ever, dir, &in);
    check(read(in, &good, 1) == 1);
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    close(in);
    check(access(store_path(dir, "progress.db-wal"), F_OK) == 0);
    check(mount(NULL, dir, NULL, MS_REMOUNT | MS_RDONLY, NULL) == 0);
    check(!store_open(dir, NULL, &err));
    check(err.cause == ERROR_READ_ONLY && strstr(err.text, "--data"));
    check(mount(NULL, dir, NULL, MS_REMOUNT, NULL) == 0);
    check(store_counted(dir) > 50);
    return 0;
}

/* Where no disk may be mounted the test says so and counts as skipped. */
static void with_disk(int (*run)(const char *), const char *dir)
{
    int status = in_child(run, dir);
    if (status == NO_DISK) {
        print_message("no disk may be mounted here: not tested\n");
        skip();
    }
    assert_int_equal(status, 0);
}

static void s1_a_full_disk_refuses_an_answer_and_takes_it_later(void **state)
{
    with_disk(answer_on_a_full_disk, *state);
}

static void s1_a_log_opens_on_a_full_disk(void **state)
{
    with_disk(open_on_a_full_disk, *state);
}

static void s1_a_log_is_not_half_begun_on_a_full_disk(void **state)
{
    with_disk(begin_on_a_full_disk, *state);
}

static void s3_a_read_only_disk_is_named_and_untouched(void **state)
{
    with_disk(open_read_only, *state);
}

static void s3_a_read_only_disk_with_a_journal_is_not_damaged(void **state)
{
    with_disk(open_read_only_with_a_journal, *state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        store_test(p1_a_second_pacta_is_told_of_the_first),
        store_test(p1_another_program_in_the_file_is_told_of_too),
        store_test(p1_the_lock_of_a_killed_pacta_blocks_nobody),
        store_test(p1_of_two_that_start_at_once_one_opens),
        store_test(p3_an_answer_outlives_the_killing_of_the_program),
        store_test(s1_a_full_disk_refuses_an_answer_and_takes_it_later),
        store_test(s1_a_log_opens_on_a_full_disk),
        store_test(s1_a_log_is_not_half_begun_on_a_full_disk),
        store_test(s3_a_read_only_disk_is_named_and_untouched),
        store_test(s3_a_read_only_disk_with_a_journal_is_not_damaged),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
