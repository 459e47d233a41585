/* Disks that are full or read-only: real ones, in memory, mounted for one test
 * alone. */
#include "io/store_child.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>

static bool write_text(const char *path, const char *text)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    bool good = write(file, text, strlen(text)) == (ssize_t)strlen(text);
    close(file);
    return good;
}

/* One who is not root is root of a world of its own. */
static bool is_apart(void)
{
    char user[64];
    char group[64];
    snprintf(user, sizeof user, "0 %u 1", (unsigned)getuid());
    snprintf(group, sizeof group, "0 %u 1", (unsigned)getgid());
    if (unshare(CLONE_NEWNS) == 0)
        return true;
    return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
           write_text("/proc/self/setgroups", "deny") &&
           write_text("/proc/self/uid_map", user) &&
           write_text("/proc/self/gid_map", group);
}

/* A disk of its own on `dir`, seen by this process alone; it goes with it. */
static bool has_disk(const char *dir, const char *options)
{
    return is_apart() &&
           mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
           mount("tmpfs", dir, "tmpfs", 0, options) == 0;
}

enum { NO_DISK = 77 };

static bool can_append(const char *dir, int count)
{
    struct store *store = store_open(dir, NULL, NULL);
    bool good = store != NULL;
    for (int i = 0; good && i < count; i++) {
        struct event event = store_review("a/b", STORE_NOON + i);
        good = store_append(store, &event, NULL);
    }
    store_close(store);
    return good;
}

static int64_t count_in(const char *dir)
{
    struct store *store = store_open(dir, NULL, NULL);
    int64_t count = store ? store_count(store) : -1;
    store_close(store);
    return count;
}

static void fill_disk(const char *dir)
{
    char block[4096];
    memset(block, 1, sizeof block);
    int file = open(store_path(dir, "filler"), O_WRONLY | O_CREAT, 0600);
    while (write(file, block, sizeof block) > 0)
        ;
    close(file);
}

static int answer_on_a_full_disk(const char *dir)
{
    struct error err = {.text = ""};
    if (!has_disk(dir, "size=3m,mode=700"))
        return NO_DISK;
    struct store *store = store_open(dir, NULL, &err);
    check(store);
    fill_disk(dir);
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
    check(can_append(dir, 50));
    check(unlink(store_path(dir, "progress.db.spare")) == 0);
    fill_disk(dir);
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
    if (!has_disk(dir, "size=3m,mode=700"))
        return NO_DISK;
    fill_disk(dir);
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
    check(can_append(dir, 50));
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
    check(count_in(dir) == 50);
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
    check(can_append(dir, 50));
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
    check(count_in(dir) > 50);
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
        store_test(s1_a_full_disk_refuses_an_answer_and_takes_it_later),
        store_test(s1_a_log_opens_on_a_full_disk),
        store_test(s1_a_log_is_not_half_begun_on_a_full_disk),
        store_test(s3_a_read_only_disk_is_named_and_untouched),
        store_test(s3_a_read_only_disk_with_a_journal_is_not_damaged),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
