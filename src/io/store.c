#include "io/store.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io/store_internal.h"

static bool cannot_write(const char *where, int reason, struct error *err)
{
    if (reason == ENOSPC || reason == EDQUOT)
        return error_set(err, "The disk is full; make room on the disk of %s",
                         where);
    return error_set_cause(err, ERROR_READ_ONLY,
                           "%s cannot be written%s%s; use --data with a "
                           "folder that can",
                           where, reason ? ": " : "",
                           reason ? strerror(reason) : "");
}

bool store_failed(const struct store *store, struct error *err)
{
    int code = store->db ? sqlite3_errcode(store->db) : SQLITE_CANTOPEN;
    int reason = store->db ? sqlite3_system_errno(store->db) : 0;
    const char *where = store->path[0] ? store->path : "the log in memory";
    switch (code & 0xff) {
    case SQLITE_FULL:
        return cannot_write(where, ENOSPC, err);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error_set_cause(err, ERROR_IN_USE,
                               "Pacta is already open on %s; close it there, "
                               "or use --data with another folder",
                               store->dir);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return cannot_write(where, reason, err);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: /* a table or a column is missing */
        return error_set(err,
                         "%s is damaged; put a file from the folder backups "
                         "in its place",
                         where);
    default:
        return error_set(err,
                         "The disk of %s fails (%s); look after it, then "
                         "try again",
                         where, sqlite3_errmsg(store->db));
    }
}

bool store_run(struct store *store, const char *sql, struct error *err)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
           store_failed(store, err);
}

sqlite3_stmt *store_prepare(struct store *store, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);
    return statement;
}

void store_bind_id(sqlite3_stmt *statement, int column, const uint8_t *id)
{
    sqlite3_bind_blob(statement, column, id, EVENT_DEVICE_BYTES,
                      SQLITE_TRANSIENT);
}

/* The order was found under simulated power cuts: first the lock, then how
 * hard to sync, then the journal. The lock is taken with the first write. */
static bool connect_to(struct store *store, struct error *err)
{
    const char *name = store->path[0] ? store->path : ":memory:";
    if (sqlite3_open_v2(name, &store->db, SQLITE_OPEN_READWRITE, NULL) !=
        SQLITE_OK)
        return store_failed(store, err);
    if (sqlite3_db_readonly(store->db, "main") == 1)
        return cannot_write(name, 0, err);
    sqlite3_busy_timeout(store->db, 50);
    return store_run(store, "pragma locking_mode = exclusive", err) &&
           store_run(store, "pragma synchronous = extra", err) &&
           store_run(store, "pragma journal_mode = wal", err) &&
           store_run(store, "begin exclusive; commit", err);
}

static void disconnect(struct store *store)
{
    sqlite3_finalize(store->add_event);
    sqlite3_close(store->db);
    store->add_event = NULL;
    store->db = NULL;
}

/* After a failed sync the pages count as clean though the disk may lack them:
 * a checkpoint writes them to another place and syncs that. */
bool store_reopen(struct store *store, struct error *err)
{
    disconnect(store);
    if (connect_to(store, err) &&
        store_run(store, "pragma wal_checkpoint(truncate)", err) &&
        store_find_end(store, err))
        return true;
    disconnect(store);
    return false;
}

static struct store *new_store(struct error *err)
{
    struct store *store = calloc(1, sizeof *store);
    if (!store) {
        error_set(err, "There is not enough memory to open the log; close "
                       "other programs");
        return NULL;
    }
    store->lock = -1;
    store->cached_count = -1;
    return store;
}

static bool open_files(struct store *store, const char *dir, struct error *err)
{
    char here[STORE_PATH_MAX] = "";
    size_t above = 0;
    if (dir[0] != '/' && getcwd(here, sizeof here))
        above = strlen(here) + 1;
    if (above + strlen(dir) + sizeof "/progress.db-journal" > STORE_PATH_MAX ||
        (dir[0] != '/' && !here[0]))
        return error_set(err, "The path of the data folder is too long; name "
                              "a shorter one with --data");
    snprintf(store->dir, sizeof store->dir, "%s", dir);
    snprintf(store->path, sizeof store->path, "%s/progress.db", dir);
    return store_make_dir(dir, err) && store_lock(store, err) &&
           store_create(store, err) && store_inspect(store->path, err);
}

struct store *store_open(const char *dir, const char *learner,
                         struct error *err)
{
    struct store *store = new_store(err);
    if (!store)
        return NULL;
    if (open_files(store, dir, err) && connect_to(store, err) &&
        store_begin(store, learner, err) && store_find_end(store, err)) {
        store_make_ballast(store);
        return store;
    }
    store_close(store);
    return NULL;
}

struct store *store_open_memory(struct error *err)
{
    struct store *store = new_store(err);
    if (!store)
        return NULL;
    if (connect_to(store, err) && store_make_tables(store, err) &&
        store_begin(store, NULL, err) && store_find_end(store, err))
        return store;
    store_close(store);
    return NULL;
}

void store_close(struct store *store)
{
    if (!store)
        return;
    disconnect(store);
    if (store->lock >= 0)
        close(store->lock);
    free(store);
}

int64_t store_count(const struct store *store)
{
    return store->count;
}
