/*
 * store_internal.h -- the store between its own files (src/io/store*.c).
 *
 * Nobody else includes it: it is the one header that shows SQLite.
 */
#ifndef IO_STORE_INTERNAL_H
#define IO_STORE_INTERNAL_H

#include <sqlite3.h>

#include "io/store.h"

enum {
    STORE_APPLICATION_ID = 0x50414354, /* "PACT" */
    STORE_VERSION = 1,
    STORE_CACHE_VERSION = 6,
    STORE_BALLAST_BYTES = 1024 * 1024,
    STORE_PATH_MAX = 512, /* SQLite opens no longer one */
};

struct store {
    sqlite3 *db; /* NULL after a failure that closed it */
    sqlite3_stmt *add_event;
    int lock;                 /* the folder, locked; -1: none */
    char dir[STORE_PATH_MAX]; /* "" in memory */
    char path[STORE_PATH_MAX];
    uint8_t device[EVENT_DEVICE_BYTES];
    uint8_t learner[EVENT_DEVICE_BYTES];
    uint64_t last_seq;
    int64_t last_hlc;
    int64_t count;
    bool is_unsure;        /* the last append failed and may yet be there */
    int64_t base_settings; /* hash of what progress was derived with */
    int64_t cached_count;  /* events the cache was derived from; -1: none */
};

/* Says what SQLite found, in words: false. */
bool store_failed(const struct store *store, struct error *err);

/* Runs SQL that returns nothing. */
bool store_run(struct store *store, const char *sql, struct error *err);

/* A statement to be finalized; NULL where it cannot be made. */
sqlite3_stmt *store_prepare(struct store *store, const char *sql);

/* What was taken for what, into the cache and out of it. */
bool store_write_confused(struct store *store, const struct progress *progress);
bool store_read_confused(struct store *store, struct progress *progress);

/* Binds a whole id as a blob. */
void store_bind_id(sqlite3_stmt *statement, int column, const uint8_t *id);

/* Closes the database and opens it anew, with everything that may still be in
 * the journal made durable. On failure the store has no database. */
bool store_reopen(struct store *store, struct error *err);

/* The folder, made with those above it where it is missing. */
bool store_make_dir(const char *dir, struct error *err);

/* Locks the folder against a second Pacta, as long as this one lives. */
bool store_lock(struct store *store, struct error *err);

/* Makes the file of a log without events where there is none: it appears
 * whole, or not at all. */
bool store_create(const struct store *store, struct error *err);

/* Looks at an existing file before anything may write to it. */
bool store_inspect(const char *path, struct error *err);

/* Room that is given up when the disk is full: made, and given up (true when
 * there was some). */
void store_make_ballast(const struct store *store);
bool store_drop_ballast(const struct store *store);

/* Makes the tables of a database that has none. */
bool store_make_tables(struct store *store, struct error *err);

/* Finds, or makes, the ids of this device and the learner. */
bool store_begin(struct store *store, const char *learner, struct error *err);

/* Reads where the log ends, and makes ready to append. */
bool store_find_end(struct store *store, struct error *err);

#endif
