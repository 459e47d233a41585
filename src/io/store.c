#include "io/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/store_internal.h"

bool store_failed(struct store *store, struct error *err)
{
    int code = store->db ? sqlite3_extended_errcode(store->db) : SQLITE_NOMEM;
    const char *where = store->path ? store->path : "the log in memory";
    switch (code & 0xff) {
    case SQLITE_FULL:
        return error_set(err,
                         "The disk is full. Pacta holds your answer in memory "
                         "and tries again; make room on the disk of %s",
                         where);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error_set_cause(err, ERROR_IN_USE,
                               "Pacta is already open on %s; close it there, "
                               "or use --data with another folder",
                               where);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return error_set_cause(err, ERROR_READ_ONLY,
                               "%s cannot be written; use --data with a "
                               "folder that can",
                               where);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return error_set(err,
                         "%s is damaged; put a file from the folder backups "
                         "in its place",
                         where);
    default:
        return error_set(err,
                         "The disk did not take the answer (%s). Pacta holds "
                         "it in memory and tries again; look after %s",
                         sqlite3_errmsg(store->db), where);
    }
}

bool store_run(struct store *store, const char *sql, struct error *err)
{
    if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK)
        return true;
    return store_failed(store, err);
}

/* The folder and those above it, private to the learner. */
static bool make_folders(const char *dir, struct error *err)
{
    char path[4096];
    size_t length = strlen(dir);
    if (length >= sizeof path)
        return error_set(err, "The path of the data folder is too long; name "
                              "a shorter one with --data");
    for (size_t i = 1; i <= length; i++) {
        if (dir[i] != '/' && dir[i] != '\0')
            continue;
        memcpy(path, dir, i);
        path[i] = '\0';
        if (mkdir(path, 0700) != 0 && errno != EEXIST && i == length)
            return error_set_cause(
                err,
                errno == EROFS || errno == EACCES ? ERROR_READ_ONLY
                                                  : ERROR_INPUT,
                "The folder %s cannot be made: %s; use --data with another "
                "folder",
                dir, strerror(errno));
    }
    return true;
}

/* Room that is given up when the disk is full, so that one more answer fits. */
static void make_ballast(const struct store *store)
{
    static const char zeros[4096];
    struct stat about;
    if (stat(store->ballast, &about) == 0 && about.st_size == BALLAST_BYTES)
        return;
    int file = open(store->ballast, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                    0600);
    if (file < 0)
        return;
    for (int i = 0; i < BALLAST_BYTES / (int)sizeof zeros; i++) {
        if (write(file, zeros, sizeof zeros) != (ssize_t)sizeof zeros) {
            unlink(store->ballast);
            break;
        }
    }
    close(file);
}

/* The order was found under simulated power cuts: first the lock, then how
 * hard to sync, then the journal. */
static bool set_up(struct store *store, struct error *err)
{
    sqlite3_busy_timeout(store->db, 100);
    return store_run(store, "pragma locking_mode = exclusive", err) &&
           store_run(store, "pragma synchronous = extra", err) &&
           store_run(store, "pragma journal_mode = wal", err) &&
           store_run(store, "begin exclusive; commit", err);
}

static struct store *open_at(const char *path, const char *learner,
                             struct error *err)
{
    struct store *store = calloc(1, sizeof *store);
    if (!store) {
        error_set(err, "There is not enough memory to open the log");
        return NULL;
    }
    if (path) {
        store->path = strdup(path);
        store->ballast = malloc(strlen(path) + sizeof ".spare");
        if (store->ballast)
            sprintf(store->ballast, "%s.spare", path);
    }
    bool good =
        (!path || (store->path && store->ballast)) &&
        (sqlite3_open_v2(path ? path : ":memory:", &store->db,
                         SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                         NULL) == SQLITE_OK ||
         store_failed(store, err)) &&
        set_up(store, err) && store_begin(store, learner, err);
    if (!good) {
        store_close(store);
        return NULL;
    }
    if (path)
        make_ballast(store);
    return store;
}

struct store *store_open(const char *dir, const char *learner,
                         struct error *err)
{
    char path[4096];
    if (!make_folders(dir, err))
        return NULL;
    if ((size_t)snprintf(path, sizeof path, "%s/progress.db", dir) >=
        sizeof path) {
        error_set(err, "The path of the data folder is too long; name a "
                       "shorter one with --data");
        return NULL;
    }
    if (!store_inspect(path, err))
        return NULL;
    mode_t mask = umask(0077);
    struct store *store = open_at(path, learner, err);
    umask(mask);
    return store;
}

struct store *store_open_memory(struct error *err)
{
    return open_at(NULL, NULL, err);
}

void store_close(struct store *store)
{
    if (!store)
        return;
    sqlite3_finalize(store->add_event);
    sqlite3_close(store->db);
    free(store->path);
    free(store->ballast);
    free(store);
}

int64_t store_count(const struct store *store)
{
    return store->count;
}
