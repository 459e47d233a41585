/* The log: tables, who writes, one transaction an answer. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/random.h"
#include "io/store_internal.h"

static const char tables[] =
    "begin;"
    "create table if not exists meta(name text primary key, value blob)"
    " strict, without rowid;"
    "create table if not exists learner(id blob primary key, name text)"
    " strict, without rowid;"
    "create table if not exists event(device blob not null, seq integer not "
    "null, hlc integer not null, kind integer not null, learner blob not "
    "null, item text, at_ms integer not null, tz_min integer not null, "
    "study_day integer not null, grade integer, chance real, share real, "
    "dur_ms integer, mode integer, body text not null, primary key(device, "
    "seq)) strict, without rowid;"
    "create table if not exists state(item text primary key, place integer, "
    "branches integer, weight0 real, slow0 real, fast0 real, difficulty0 "
    "real, weight1 real, slow1 real, fast1 real, difficulty1 real, first_ms "
    "integer, first_day integer, last_ms integer, last_day integer, due_ms "
    "integer, due_day integer, due_days real, reviews integer, right integer, "
    "lapses integer) strict, without rowid;"
    "create table if not exists day(day integer primary key, reviews integer, "
    "right integer, fresh integer, dur_ms integer) strict;"
    "create table if not exists derived(one integer primary key, events "
    "integer, settings integer, learner blob, target real, new_per_day "
    "integer, model integer, sum_reviews integer, expected real, recalled "
    "real, reviews integer, right integer) strict;"
    "pragma application_id = 0x50414354;"
    "pragma user_version = 1;"
    "commit;";

void store_bind_id(sqlite3_stmt *statement, int column, const uint8_t *id)
{
    sqlite3_bind_blob(statement, column, id, EVENT_DEVICE_BYTES,
                      SQLITE_TRANSIENT);
}

static bool random_id(uint8_t *id, struct error *err)
{
    if (getrandom(id, EVENT_DEVICE_BYTES, 0) == EVENT_DEVICE_BYTES)
        return true;
    return error_set(err, "The system gives no random numbers to name this "
                          "device with");
}

/* The value of a name in meta; false where there is none. */
static bool read_meta(struct store *store, const char *name, void *value,
                      int size)
{
    sqlite3_stmt *statement = NULL;
    bool found = false;
    if (sqlite3_prepare_v2(store->db, "select value from meta where name = ?",
                           -1, &statement, NULL) != SQLITE_OK)
        return false;
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    if (sqlite3_step(statement) == SQLITE_ROW &&
        sqlite3_column_bytes(statement, 0) == size) {
        memcpy(value, sqlite3_column_blob(statement, 0), (size_t)size);
        found = true;
    }
    sqlite3_finalize(statement);
    return found;
}

static bool write_meta(struct store *store, const char *name,
                       const void *value, int size, struct error *err)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(store->db,
                           "insert or replace into meta values (?, ?)", -1,
                           &statement, NULL) != SQLITE_OK)
        return store_failed(store, err);
    sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    sqlite3_bind_blob(statement, 2, value, size, SQLITE_STATIC);
    bool good = sqlite3_step(statement) == SQLITE_DONE;
    if (!good)
        store_failed(store, err);
    sqlite3_finalize(statement);
    return good;
}

/* What tells this machine and folder from a copy of them elsewhere. */
static uint64_t place_of(const struct store *store)
{
    char machine[64] = "";
    struct stat about;
    uint64_t hash = 0;
    FILE *file = fopen("/etc/machine-id", "re");
    if (file) {
        if (!fgets(machine, sizeof machine, file))
            machine[0] = '\0';
        fclose(file);
    }
    if (store->path && stat(store->path, &about) == 0)
        hash = hash_number((uint64_t)about.st_dev, (uint64_t)about.st_ino);
    return hash_text(hash, machine);
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

static bool find_learner(struct store *store, const char *name,
                         struct error *err)
{
    sqlite3_stmt *statement = NULL;
    const char *sql = name ? "select id from learner where name = ?"
                           : "select value from meta where name = 'learner'";
    if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK)
        return store_failed(store, err);
    if (name)
        sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    bool found = sqlite3_step(statement) == SQLITE_ROW;
    if (found)
        memcpy(store->learner, sqlite3_column_blob(statement, 0),
               EVENT_DEVICE_BYTES);
    sqlite3_finalize(statement);
    if (found)
        return true;
    if (!random_id(store->learner, err))
        return false;
    if (sqlite3_prepare_v2(store->db, "insert into learner values (?, ?)", -1,
                           &statement, NULL) != SQLITE_OK)
        return store_failed(store, err);
    store_bind_id(statement, 1, store->learner);
    sqlite3_bind_text(statement, 2, name ? name : "learner", -1,
                      SQLITE_STATIC);
    bool good = sqlite3_step(statement) == SQLITE_DONE;
    if (!good)
        store_failed(store, err);
    sqlite3_finalize(statement);
    return good && (name || write_meta(store, "learner", store->learner,
                                       EVENT_DEVICE_BYTES, err));
}

static bool find_ends(struct store *store, struct error *err)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(store->db,
                           "select coalesce(max(seq) filter (where device = "
                           "?), 0), coalesce(max(hlc), 0), count(*) from event",
                           -1, &statement, NULL) != SQLITE_OK)
        return store_failed(store, err);
    store_bind_id(statement, 1, store->device);
    bool good = sqlite3_step(statement) == SQLITE_ROW;
    if (good) {
        store->last_seq = (uint64_t)sqlite3_column_int64(statement, 0);
        store->last_hlc = sqlite3_column_int64(statement, 1);
        store->count = sqlite3_column_int64(statement, 2);
    } else {
        store_failed(store, err);
    }
    sqlite3_finalize(statement);
    return good;
}

bool store_begin(struct store *store, const char *learner, struct error *err)
{
    if (!store_run(store, tables, err) ||
        !store_run(store, "begin immediate", err))
        return false;
    if (!find_device(store, err) || !find_learner(store, learner, err))
        return false;
    if (!store_run(store, "commit", err) || !find_ends(store, err))
        return false;
    if (sqlite3_prepare_v2(store->db,
                           "insert into event values "
                           "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                           -1, &store->add_event, NULL) != SQLITE_OK)
        return store_failed(store, err);
    return true;
}

static void write_hex(const uint8_t *id, char out[2 * EVENT_DEVICE_BYTES + 1])
{
    for (int i = 0; i < EVENT_DEVICE_BYTES; i++)
        snprintf(out + 2 * i, 3, "%02x", id[i]);
}

/* What is not a review says what it is about in its body. */
static const char *body_of(const struct event *event, char *out, size_t size)
{
    char hex[2 * EVENT_DEVICE_BYTES + 1];
    if (event->kind == EVENT_VOID) {
        write_hex(event->target.device, hex);
        snprintf(out, size,
                 "{\"target\":{\"device\":\"%s\",\"seq\":%llu}}", hex,
                 (unsigned long long)event->target.seq);
        return out;
    }
    if (event->kind == EVENT_SETTING) {
        snprintf(out, size, "{\"name\":\"%s\",\"value\":%.17g}", event->name,
                 event->value);
        return out;
    }
    return event->body ? event->body : "{}";
}

static void bind_event(struct store *store, const struct event *event)
{
    char body[256];
    sqlite3_stmt *s = store->add_event;
    store_bind_id(s, 1, event->id.device);
    sqlite3_bind_int64(s, 2, (sqlite3_int64)event->id.seq);
    sqlite3_bind_int64(s, 3, event->hlc);
    sqlite3_bind_int(s, 4, event->kind);
    store_bind_id(s, 5, store->learner);
    sqlite3_bind_text(s, 6, event->item, -1, SQLITE_TRANSIENT);
    sqlite3_bind_int64(s, 7, event->at_ms);
    sqlite3_bind_int(s, 8, event->tz_min);
    sqlite3_bind_int(s, 9, event->study_day);
    sqlite3_bind_int(s, 10, (int)event->grade);
    sqlite3_bind_double(s, 11, event->chance);
    sqlite3_bind_double(s, 12, event->share);
    sqlite3_bind_int(s, 13, event->dur_ms);
    sqlite3_bind_int(s, 14, (int)event->mode);
    sqlite3_bind_text(s, 15, body_of(event, body, sizeof body), -1,
                      SQLITE_TRANSIENT);
}

/* One insert is one transaction: durable, or as if it had not been tried. */
static bool try_append(struct store *store, const struct event *event,
                       struct error *err)
{
    bind_event(store, event);
    bool good = sqlite3_step(store->add_event) == SQLITE_DONE;
    if (!good)
        store_failed(store, err);
    sqlite3_reset(store->add_event);
    return good;
}

bool store_append(struct store *store, struct event *event, struct error *err)
{
    int64_t after_last = store->last_hlc + 1;
    memcpy(event->id.device, store->device, EVENT_DEVICE_BYTES);
    event->id.seq = store->last_seq + 1;
    event->hlc = event->at_ms > after_last ? event->at_ms : after_last;
    bool good = try_append(store, event, err);
    bool full = (sqlite3_errcode(store->db) & 0xff) == SQLITE_FULL;
    if (!good && full && store->ballast && unlink(store->ballast) == 0)
        good = try_append(store, event, err);
    if (!good)
        return false;
    store->last_seq = event->id.seq;
    store->last_hlc = event->hlc;
    store->count++;
    return true;
}

static int hex_digit(char c)
{
    return isdigit((unsigned char)c) ? c - '0' : tolower((unsigned char)c) - 'a' + 10;
}

static void read_hex(const char *hex, uint8_t *id)
{
    for (int i = 0; hex && i < EVENT_DEVICE_BYTES && isxdigit((unsigned char)hex[2 * i]) &&
                    isxdigit((unsigned char)hex[2 * i + 1]);
         i++)
        id[i] = (uint8_t)(hex_digit(hex[2 * i]) * 16 +
                          hex_digit(hex[2 * i + 1]));
}

static const char *column_text(sqlite3_stmt *s, int column)
{
    return (const char *)sqlite3_column_text(s, column);
}

static void read_event(sqlite3_stmt *s, struct arena *arena,
                       struct event *event)
{
    int grade = sqlite3_column_int(s, 8);
    if (sqlite3_column_bytes(s, 0) == EVENT_DEVICE_BYTES)
        memcpy(event->id.device, sqlite3_column_blob(s, 0),
               EVENT_DEVICE_BYTES);
    event->id.seq = (uint64_t)sqlite3_column_int64(s, 1);
    event->hlc = sqlite3_column_int64(s, 2);
    event->kind = sqlite3_column_int(s, 3);
    event->item = arena_text(arena, column_text(s, 4));
    event->at_ms = sqlite3_column_int64(s, 5);
    event->tz_min = sqlite3_column_int(s, 6);
    event->study_day = sqlite3_column_int(s, 7);
    event->grade = grade < 0             ? GRADE_AGAIN
                   : grade > GRADE_EASY ? GRADE_EASY
                                        : (enum grade)grade;
    event->chance = sqlite3_column_double(s, 9);
    event->share = sqlite3_column_double(s, 10);
    event->dur_ms = sqlite3_column_int(s, 11);
    event->mode = (enum mode)sqlite3_column_int(s, 12);
    event->target.seq = (uint64_t)sqlite3_column_int64(s, 13);
    read_hex(column_text(s, 14), event->target.device);
    event->name = arena_text(arena, column_text(s, 15));
    event->value = sqlite3_column_double(s, 16);
}

bool store_read(struct store *store, struct arena *arena,
                struct event **events, size_t *count, struct error *err)
{
    static const char sql[] =
        "select device, seq, hlc, kind, item, at_ms, tz_min, study_day, "
        "grade, chance, share, dur_ms, mode, "
        "iif(kind = 2, json_extract(body, '$.target.seq'), null), "
        "iif(kind = 2, json_extract(body, '$.target.device'), null), "
        "iif(kind = 6, json_extract(body, '$.name'), null), "
        "iif(kind = 6, json_extract(body, '$.value'), null) "
        "from event where learner = ? order by hlc, device, seq";
    sqlite3_stmt *statement = NULL;
    size_t capacity = 0;
    int step;
    *events = NULL;
    *count = 0;
    if (sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK)
        return store_failed(store, err);
    store_bind_id(statement, 1, store->learner);
    while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
        *events = arena_grow(arena, *events, *count, *count + 1, &capacity,
                             sizeof **events);
        read_event(statement, arena, &(*events)[(*count)++]);
    }
    if (step != SQLITE_DONE)
        store_failed(store, err);
    sqlite3_finalize(statement);
    return step == SQLITE_DONE;
}
