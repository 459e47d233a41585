/* The log: one transaction an answer, and all answers in their order. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "io/store_internal.h"

enum { OWN_BODY_MAX = 512 };

static void write_hex(const uint8_t *id, char out[2 * EVENT_DEVICE_BYTES + 1])
{
    for (int i = 0; i < EVENT_DEVICE_BYTES; i++)
        snprintf(out + 2 * (size_t)i, 3, "%02x", id[i]);
}

static bool names_itself(const struct event *event)
{
    return event->body && strncmp(event->body, "{\"name\":", 8) == 0;
}

/* What is not a review says what it is about in its body; a setting that has
 * more to say than one number says all of it there. */
static const char *body_of(const struct event *event, char *out, size_t size)
{
    char hex[2 * EVENT_DEVICE_BYTES + 1];
    size_t used = (size_t)snprintf(out, size, "{\"name\":");
    if (event->kind == EVENT_VOID) {
        write_hex(event->target.device, hex);
        snprintf(out, size, "{\"target\":{\"device\":\"%s\",\"seq\":%llu}}",
                 hex, (unsigned long long)event->target.seq);
        return out;
    }
    if (event->kind == EVENT_SETTING && event->name && !names_itself(event) &&
        isfinite(event->value) && text_json(event->name, out, size, &used)) {
        snprintf(out + used, size - used, ",\"value\":%.17g}", event->value);
        return out;
    }
    return event->body ? event->body : "{}";
}

static void bind_event(struct store *store, const struct event *event)
{
    char body[OWN_BODY_MAX];
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

/* The next ids of this device, and times after all that is in the log. */
static void identify(const struct store *store, struct event *events,
                     size_t count)
{
    int64_t last = store->last_hlc;
    for (size_t i = 0; i < count; i++) {
        struct event *event = &events[i];
        memcpy(event->id.device, store->device, EVENT_DEVICE_BYTES);
        event->id.seq = store->last_seq + 1 + i;
        event->hlc = event->at_ms > last + 1 ? event->at_ms : last + 1;
        last = event->hlc;
    }
}

static int execute(struct store *store, const char *sql)
{
    return sqlite3_exec(store->db, sql, NULL, NULL, NULL) & 0xff;
}

static int insert_one(struct store *store, const struct event *event)
{
    bind_event(store, event);
    sqlite3_step(store->add_event);
    return sqlite3_reset(store->add_event) & 0xff;
}

/* A single insert is a transaction of its own. */
static int insert_all(struct store *store, const struct event *events,
                      size_t count)
{
    if (count == 1)
        return insert_one(store, &events[0]);
    int code = execute(store, "begin immediate");
    for (size_t i = 0; i < count && code == SQLITE_OK; i++)
        code = insert_one(store, &events[i]);
    if (code == SQLITE_OK)
        code = execute(store, "commit");
    if (code != SQLITE_OK && !sqlite3_get_autocommit(store->db))
        execute(store, "rollback");
    return code;
}

/* Durable, or as if it had not been tried. */
static int insert(struct store *store, struct event *events, size_t count)
{
    identify(store, events, count);
    int code = insert_all(store, events, count);
    if (code != SQLITE_OK)
        return code;
    store->last_seq = events[count - 1].id.seq;
    store->last_hlc = events[count - 1].hlc;
    store->count += (int64_t)count;
    return code;
}

/* True if the log has this event under its id; its hlc is then taken over. */
static bool has_event(struct store *store, struct event *event)
{
    sqlite3_stmt *s = store_prepare(
        store, "select hlc from event where device = ? and seq = ?"
               " and kind = ? and item is ? and at_ms = ? and grade = ?");
    bool found = false;
    if (!s)
        return false;
    store_bind_id(s, 1, event->id.device);
    sqlite3_bind_int64(s, 2, (sqlite3_int64)event->id.seq);
    sqlite3_bind_int(s, 3, event->kind);
    sqlite3_bind_text(s, 4, event->item, -1, SQLITE_STATIC);
    sqlite3_bind_int64(s, 5, event->at_ms);
    sqlite3_bind_int(s, 6, (int)event->grade);
    if (sqlite3_step(s) == SQLITE_ROW) {
        event->hlc = sqlite3_column_int64(s, 0);
        found = true;
    }
    sqlite3_finalize(s);
    return found;
}

static bool append_failed(const struct store *store, struct error *err)
{
    int code = store->db ? sqlite3_errcode(store->db) & 0xff : SQLITE_IOERR;
    const char *where = store->path[0] ? store->path : "the log in memory";
    if (code == SQLITE_FULL)
        return error_set(err,
                         "The disk is full. Pacta holds your answer in memory "
                         "and tries again; make room on the disk of %s",
                         where);
    if (code == SQLITE_IOERR)
        return error_set(err,
                         "The disk did not take the answer. Pacta holds it in "
                         "memory and tries again; look after the disk of %s",
                         where);
    return store_failed(store, err);
}

/*
 * After a failure of the disk nothing the handle believes is certain: the
 * answer may be in the file all the same. So the file is opened anew and asked;
 * the id makes it safe to try as often as need be.
 */
static bool append_again(struct store *store, struct event *events,
                         size_t count, struct error *err)
{
    if (store->is_unsure)
        identify(store, events, count);
    store->is_unsure = true;
    if (!store_reopen(store, err))
        return false;
    bool arrived = store->last_seq == events[count - 1].id.seq;
    for (size_t i = count; i > 0 && arrived; i--)
        arrived = has_event(store, &events[i - 1]);
    store->is_unsure = !arrived && insert(store, events, count) != SQLITE_OK;
    return !store->is_unsure || append_failed(store, err);
}

bool store_append_all(struct store *store, struct event *events, size_t count,
                      struct error *err)
{
    if (count == 0)
        return true;
    if (store->is_unsure)
        return append_again(store, events, count, err);
    int code = insert(store, events, count);
    if (code == SQLITE_FULL && store_drop_ballast(store))
        code = insert(store, events, count);
    if ((code == SQLITE_IOERR || code == SQLITE_CANTOPEN) && store->path[0])
        return append_again(store, events, count, err);
    return code == SQLITE_OK || append_failed(store, err);
}

bool store_append(struct store *store, struct event *event, struct error *err)
{
    return store_append_all(store, event, 1, err);
}

/* Stops at what is no hexadecimal digit: such an id names nothing. */
static void read_hex(const char *hex, uint8_t *id)
{
    for (int i = 0; i < EVENT_DEVICE_BYTES; i++) {
        unsigned byte = 0;
        const char *pair = hex + 2 * (size_t)i;
        if (!isxdigit((unsigned char)pair[0]) ||
            !isxdigit((unsigned char)pair[1]) ||
            sscanf(pair, "%2x", &byte) != 1)
            return;
        id[i] = (uint8_t)byte;
    }
}

static const char *column_text(sqlite3_stmt *s, int column)
{
    return (const char *)sqlite3_column_text(s, column);
}

static enum grade grade_of(int number)
{
    if (number < GRADE_AGAIN)
        return GRADE_AGAIN;
    return number > GRADE_EASY ? GRADE_EASY : (enum grade)number;
}

static void read_event(sqlite3_stmt *s, struct arena *arena,
                       struct event *event)
{
    if (sqlite3_column_bytes(s, 0) == EVENT_DEVICE_BYTES)
        memcpy(event->id.device, sqlite3_column_blob(s, 0), EVENT_DEVICE_BYTES);
    event->id.seq = (uint64_t)sqlite3_column_int64(s, 1);
    event->hlc = sqlite3_column_int64(s, 2);
    event->kind = sqlite3_column_int(s, 3);
    event->item = arena_text(arena, column_text(s, 4));
    event->at_ms = sqlite3_column_int64(s, 5);
    event->tz_min = sqlite3_column_int(s, 6);
    event->study_day = sqlite3_column_int(s, 7);
    event->grade = grade_of(sqlite3_column_int(s, 8));
    event->chance = sqlite3_column_double(s, 9);
    event->share = sqlite3_column_double(s, 10);
    event->dur_ms = sqlite3_column_int(s, 11);
    event->mode = (enum mode)sqlite3_column_int(s, 12);
    event->body = arena_text(arena, column_text(s, 13));
    event->target.seq = (uint64_t)sqlite3_column_int64(s, 14);
    if (column_text(s, 15))
        read_hex(column_text(s, 15), event->target.device);
    event->name = arena_text(arena, column_text(s, 16));
    event->value = sqlite3_column_double(s, 17);
}

/* A body that is no JSON, from wherever it came, must not close the log. */
static const char select_events[] =
    "select device, seq, hlc, kind, item, at_ms, tz_min, study_day,"
    " grade, chance, share, dur_ms, mode, body,"
    " iif(kind = 2 and json_valid(body),"
    "  json_extract(body, '$.target.seq'), null),"
    " iif(kind = 2 and json_valid(body),"
    "  json_extract(body, '$.target.device'), null),"
    " iif(kind = 6 and json_valid(body), json_extract(body, '$.name'), null),"
    " iif(kind = 6 and json_valid(body), json_extract(body, '$.value'), null)"
    " from event where learner = ? order by hlc, device, seq";

bool store_read(struct store *store, struct arena *arena, struct event **events,
                size_t *count, struct error *err)
{
    size_t capacity = 0;
    int step = SQLITE_ERROR;
    *events = NULL;
    *count = 0;
    sqlite3_stmt *s = store_prepare(store, select_events);
    if (!s)
        return store_failed(store, err);
    store_bind_id(s, 1, store->learner);
    while ((step = sqlite3_step(s)) == SQLITE_ROW) {
        *events = arena_grow(arena, *events, *count, *count + 1, &capacity,
                             sizeof **events);
        read_event(s, arena, &(*events)[(*count)++]);
    }
    if (step != SQLITE_DONE)
        store_failed(store, err);
    sqlite3_finalize(s);
    return step == SQLITE_DONE;
}
