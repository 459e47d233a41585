/* The tables, and who writes into them: which device, which learner. */
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/random.h"
#include "io/store_internal.h"

/* An event's key is its identity, so the log itself refuses it twice. */
static const char tables[] =
    "begin;"
    "create table meta(name text primary key, value blob) strict,"
    " without rowid;"
    "create table learner(id blob primary key, name text) strict,"
    " without rowid;"
    "create table event(device blob not null, seq integer not null,"
    " hlc integer not null, kind integer not null, learner blob not null,"
    " item text, at_ms integer not null, tz_min integer not null,"
    " study_day integer not null, grade integer, chance real, share real,"
    " dur_ms integer, mode integer, body text not null,"
    " primary key(device, seq)) strict, without rowid;"
    "pragma application_id = 0x50414354;"
    "pragma user_version = 1;"
    "commit;";

bool store_make_tables(struct store *store, struct error *err)
{
    return store_run(store, tables, err);
}

static bool random_id(uint8_t *id, struct error *err)
{
    if (getrandom(id, EVENT_DEVICE_BYTES, 0) == EVENT_DEVICE_BYTES)
        return true;
    return error_set(err, "The system gives no random numbers to name this "
                          "device with; try again");
}

/* Steps a statement that returns nothing and finalizes it. */
static bool done(struct store *store, sqlite3_stmt *s, struct error *err)
{
    bool good =
        (s && sqlite3_step(s) == SQLITE_DONE) || store_failed(store, err);
    sqlite3_finalize(s);
    return good;
}

/* The value of a name in meta; false where there is none of that size. */
static bool read_meta(struct store *store, const char *name, void *value,
                      int size)
{
    sqlite3_stmt *s =
        store_prepare(store, "select value from meta where name = ?");
    bool found = false;
    sqlite3_bind_text(s, 1, name, -1, SQLITE_STATIC);
    if (s && sqlite3_step(s) == SQLITE_ROW &&
        sqlite3_column_bytes(s, 0) == size) {
        memcpy(value, sqlite3_column_blob(s, 0), (size_t)size);
        found = true;
    }
    sqlite3_finalize(s);
    return found;
}

static bool write_meta(struct store *store, const char *name, const void *value,
                       int size, struct error *err)
{
    sqlite3_stmt *s =
        store_prepare(store, "insert or replace into meta values (?, ?)");
    sqlite3_bind_text(s, 1, name, -1, SQLITE_STATIC);
    sqlite3_bind_blob(s, 2, value, size, SQLITE_STATIC);
    return done(store, s, err);
}

static uint64_t hash_inode(uint64_t hash, const char *path)
{
    struct stat about;
    return path[0] && stat(path, &about) == 0
               ? hash_number(hash, (uint64_t)about.st_ino)
               : hash;
}

/* What tells this machine, folder and file from a copy of them elsewhere. */
static uint64_t place_of(const struct store *store)
{
    char machine[64] = "";
    FILE *file = fopen("/etc/machine-id", "re");
    if (file) {
        if (!fgets(machine, sizeof machine, file))
            machine[0] = '\0';
        fclose(file);
    }
    uint64_t hash = hash_inode(0, store->dir);
    return hash_text(hash_inode(hash, store->path), machine);
}

/* The device's id; a new one where this is a copy, so that two devices never
 * write under one name. */
static bool find_device(struct store *store, struct error *err)
{
    uint64_t place = place_of(store);
    uint64_t known = 0;
    if (read_meta(store, "device", store->device, EVENT_DEVICE_BYTES) &&
        read_meta(store, "place", &known, sizeof known) && known == place)
        return true;
    return random_id(store->device, err) &&
           write_meta(store, "device", store->device, EVENT_DEVICE_BYTES,
                      err) &&
           write_meta(store, "place", &place, sizeof place, err);
}

static bool add_learner(struct store *store, const char *name,
                        struct error *err)
{
    if (!random_id(store->learner, err))
        return false;
    sqlite3_stmt *s = store_prepare(store, "insert into learner values (?, ?)");
    store_bind_id(s, 1, store->learner);
    sqlite3_bind_text(s, 2, name, -1, SQLITE_STATIC);
    return done(store, s, err);
}

static bool learner_named(struct store *store, const char *name)
{
    sqlite3_stmt *s =
        store_prepare(store, "select id from learner where name = ?");
    bool found = false;
    sqlite3_bind_text(s, 1, name, -1, SQLITE_STATIC);
    if (s && sqlite3_step(s) == SQLITE_ROW &&
        sqlite3_column_bytes(s, 0) == EVENT_DEVICE_BYTES) {
        memcpy(store->learner, sqlite3_column_blob(s, 0), EVENT_DEVICE_BYTES);
        found = true;
    }
    sqlite3_finalize(s);
    return found;
}

/* Without a name it is the learner this log was begun for. */
static bool find_learner(struct store *store, const char *name,
                         struct error *err)
{
    if (name)
        return learner_named(store, name) || add_learner(store, name, err);
    if (read_meta(store, "learner", store->learner, EVENT_DEVICE_BYTES))
        return true;
    return find_learner(store, "learner", err) &&
           write_meta(store, "learner", store->learner, EVENT_DEVICE_BYTES,
                      err);
}

bool store_begin(struct store *store, const char *learner, struct error *err)
{
    return store_run(store, "begin immediate", err) &&
           find_device(store, err) && find_learner(store, learner, err) &&
           store_run(store, "commit", err);
}

bool store_change_learner(struct store *store, const char *learner,
                          struct error *err)
{
    uint8_t before[EVENT_DEVICE_BYTES];
    memcpy(before, store->learner, sizeof before);
    if (find_learner(store, learner, err))
        return true;
    memcpy(store->learner, before, sizeof before);
    return false;
}

static bool read_end(struct store *store, struct error *err)
{
    sqlite3_stmt *s = store_prepare(
        store, "select coalesce(max(seq) filter (where device = ?), 0),"
               " coalesce(max(hlc), 0), count(*) from event");
    store_bind_id(s, 1, store->device);
    bool good = s && sqlite3_step(s) == SQLITE_ROW;
    if (good) {
        store->last_seq = (uint64_t)sqlite3_column_int64(s, 0);
        store->last_hlc = sqlite3_column_int64(s, 1);
        store->count = sqlite3_column_int64(s, 2);
    } else {
        store_failed(store, err);
    }
    sqlite3_finalize(s);
    return good;
}

bool store_find_end(struct store *store, struct error *err)
{
    store->add_event = store_prepare(
        store, "insert into event values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    return store->add_event ? read_end(store, err) : store_failed(store, err);
}
