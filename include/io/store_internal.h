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
    STORE_CACHE_VERSION = 1,
    BALLAST_BYTES = 1024 * 1024,
};

struct store {
    sqlite3 *db;
    char *path;    /* of the database; NULL in memory */
    char *ballast; /* a file that is given up when the disk is full */
    uint8_t device[EVENT_DEVICE_BYTES];
    uint8_t learner[EVENT_DEVICE_BYTES];
    uint64_t last_seq;
    int64_t last_hlc;
    int64_t count;
    int64_t base_settings; /* hash of what progress was derived with */
    sqlite3_stmt *add_event;
};

/* Says what SQLite found, in words: false. */
bool store_failed(struct store *store, struct error *err);

/* Looks at an existing file before anything may write to it. */
bool store_inspect(const char *path, struct error *err);

/* Runs SQL that returns nothing. */
bool store_run(struct store *store, const char *sql, struct error *err);

/* Binds a whole id as a blob. */
void store_bind_id(sqlite3_stmt *statement, int column, const uint8_t *id);

/* Makes the tables of a new database, or finds device and learner. */
bool store_begin(struct store *store, const char *learner, struct error *err);

#endif
