/* The files around the log: its folder, the lock, a new log, the ballast. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/store_internal.h"

enum { TAIL_MAX = 16 };

static void name_beside(const char *path, const char *tail,
                        char out[STORE_PATH_MAX + TAIL_MAX])
{
    snprintf(out, STORE_PATH_MAX + TAIL_MAX, "%s%s", path, tail);
}

static bool exists(const char *path)
{
    struct stat about;
    return lstat(path, &about) == 0;
}

static bool cannot_make(const char *what, const char *path, struct error *err)
{
    int reason = errno;
    bool read_only = reason == EROFS || reason == EACCES || reason == EPERM;
    if (reason == ENOSPC || reason == EDQUOT)
        return error_set(err,
                         "The disk is full: %s %s cannot be made; make "
                         "room there, or use --data with another folder",
                         what, path);
    return error_set_cause(err, read_only ? ERROR_READ_ONLY : ERROR_INPUT,
                           "%s %s cannot be made: %s; use --data with "
                           "another folder",
                           what, path, strerror(reason));
}

bool store_make_dir(const char *dir, struct error *err)
{
    char path[STORE_PATH_MAX];
    size_t length = strlen(dir);
    for (size_t i = 1; i <= length; i++) {
        if (dir[i] != '/' && dir[i] != '\0')
            continue;
        memcpy(path, dir, i);
        path[i] = '\0';
        if (mkdir(path, 0700) != 0 && errno != EEXIST)
            return cannot_make("The folder", path, err);
    }
    return true;
}

/* The system lets the lock go when the program ends, however it ends. Where
 * the folder cannot be locked (some network disks), SQLite's lock remains. */
bool store_lock(struct store *store, struct error *err)
{
    store->lock = open(store->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (store->lock < 0 || flock(store->lock, LOCK_EX | LOCK_NB) == 0 ||
        errno != EWOULDBLOCK)
        return true;
    return error_set_cause(err, ERROR_IN_USE,
                           "Pacta is already open on %s; close it there, or "
                           "use --data with another folder",
                           store->dir);
}

static void remove_fresh(const char *fresh)
{
    static const char *const tails[] = {"", "-journal", "-wal"};
    char name[STORE_PATH_MAX + TAIL_MAX];
    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
        snprintf(name, sizeof name, "%s%s", fresh, tails[i]);
        unlink(name);
    }
}

/* The journal's mode is part of the file: with it set here, the log itself
 * never has a rollback journal beside it. */
static bool fill(const char *fresh, const struct store *store,
                 struct error *err)
{
    struct store made = {.lock = -1};
    snprintf(made.path, sizeof made.path, "%s", store->path);
    bool good = sqlite3_open_v2(fresh, &made.db, SQLITE_OPEN_READWRITE, NULL) ==
                    SQLITE_OK ||
                store_failed(&made, err);
    good = good && store_run(&made, "pragma synchronous = extra", err) &&
           store_make_tables(&made, err) &&
           store_run(&made, "pragma journal_mode = wal", err);
    sqlite3_close(made.db);
    return good;
}

static bool sync_all(const struct store *store, const char *fresh)
{
    int file = open(fresh, O_RDONLY | O_CLOEXEC);
    bool good = file >= 0 && fsync(file) == 0;
    if (file >= 0)
        close(file);
    return good && rename(fresh, store->path) == 0 &&
           (store->lock < 0 || fsync(store->lock) == 0);
}

/* An answer may be in a journal whose log was taken away. */
static bool stands_alone(const char *path, struct error *err)
{
    static const char *const tails[] = {"-wal", "-journal"};
    char name[STORE_PATH_MAX + TAIL_MAX];
    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++) {
        name_beside(path, tails[i], name);
        if (exists(name))
            return error_set(err,
                             "%s is there but the log it belongs to is not; "
                             "put progress.db back beside it, or move it away",
                             name);
    }
    return true;
}

bool store_create(const struct store *store, struct error *err)
{
    char fresh[STORE_PATH_MAX + TAIL_MAX];
    if (exists(store->path))
        return true;
    if (!stands_alone(store->path, err))
        return false;
    name_beside(store->path, ".new", fresh);
    remove_fresh(fresh);
    int file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return cannot_make("The log", store->path, err);
    close(file);
    bool good =
        fill(fresh, store, err) &&
        (sync_all(store, fresh) || cannot_make("The log", store->path, err));
    remove_fresh(fresh);
    return good;
}

void store_make_ballast(const struct store *store)
{
    static const char zeros[4096];
    char name[STORE_PATH_MAX + TAIL_MAX];
    struct stat about;
    name_beside(store->path, ".spare", name);
    if (stat(name, &about) == 0 && about.st_size == STORE_BALLAST_BYTES)
        return;
    int file = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    bool good = file >= 0;
    for (int i = 0; good && i < STORE_BALLAST_BYTES / (int)sizeof zeros; i++)
        good = write(file, zeros, sizeof zeros) == (ssize_t)sizeof zeros;
    if (file >= 0)
        close(file);
    if (!good)
        unlink(name);
}

bool store_drop_ballast(const struct store *store)
{
    char name[STORE_PATH_MAX + TAIL_MAX];
    name_beside(store->path, ".spare", name);
    return store->path[0] && unlink(name) == 0;
}
