/* What is derived, kept between starts. It may be thrown away at any time: the
 * log alone gives the same bits. */
#include <string.h>

#include "base/random.h"
#include "io/store_internal.h"
#include "knowledge/knowledge.h"

/* One row an item: memory as far as count says, the rest zero. */
#define STATE_COLUMNS                                                          \
    "item, branches, weight0, slow0, fast0, difficulty0, weight1, slow1,"      \
    " fast1, difficulty1, first_ms, first_day, last_ms, last_day, due_ms,"     \
    " due_day, due_days, reviews, right, lapses, tz_min"
#define DAY_COLUMNS "day, reviews, right, fresh, dur_ms"
#define DERIVED_COLUMNS                                                        \
    "events, settings, ids, learner, model, weights, target, new_per_day,"     \
    " sum_reviews, expected, recalled, reviews, right, exam_day, minutes,"     \
    " fit_day"

/* The tables are made anew with every cache, so that their form is free. */
static const char make_tables[] =
    "begin immediate;"
    "drop table if exists state;"
    "drop table if exists day;"
    "drop table if exists aside;"
    "drop table if exists known;"
    "drop table if exists confused;"
    "drop table if exists derived;"
    "create table state(place integer primary key, item text not null,"
    " branches integer, weight0 real, slow0 real, fast0 real,"
    " difficulty0 real, weight1 real, slow1 real, fast1 real,"
    " difficulty1 real, first_ms integer, first_day integer,"
    " last_ms integer, last_day integer, due_ms integer, due_day integer,"
    " due_days real, reviews integer, right integer, lapses integer,"
    " tz_min integer) strict;"
    "create table day(day integer primary key, reviews integer,"
    " right integer, fresh integer, dur_ms integer) strict;"
    "create table aside(place integer primary key, day integer,"
    " item text not null) strict;"
    "create table confused(place integer primary key, item text not null,"
    " fact text not null) strict;"
    "create table known(item text primary key) strict, without rowid;"
    "create table derived(events integer, settings integer, ids integer,"
    " learner blob, model integer, weights blob, target real,"
    " new_per_day integer, sum_reviews integer, expected real,"
    " recalled real, reviews integer, right integer, exam_day integer,"
    " minutes integer, fit_day integer) strict;";

static uint64_t hash_double(uint64_t hash, double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return hash_number(hash, bits);
}

/* What the derivation started from: other settings make another cache. */
static int64_t settings_hash(const struct study_settings *settings)
{
    uint64_t hash =
        hash_number(STORE_CACHE_VERSION, (uint64_t)settings->model.kind);
    for (int i = 0; i < MODEL_WEIGHTS_MAX; i++)
        hash = hash_double(hash, settings->model.weights[i]);
    hash = hash_double(hash, settings->target);
    hash = hash_number(hash, (uint64_t)settings->new_per_day);
    hash = hash_number(hash, (uint64_t)settings->exam_day);
    return (int64_t)hash_number(hash, (uint64_t)settings->minutes);
}

/* To go through the whole log for its items takes long at every start. */
static bool write_known(struct store *store)
{
    return store_run(store,
                     "insert into known select distinct item from event"
                     " where item is not null",
                     NULL);
}

/* Under which ids the log's items are known by now, in any order: a rename
 * joins two histories or parts them. */
static int64_t ids_hash(struct store *store, const struct knowledge *knowledge)
{
    uint64_t sum = 0;
    sqlite3_stmt *s = store_prepare(store, "select item from known");
    while (s && sqlite3_step(s) == SQLITE_ROW) {
        const char *id = (const char *)sqlite3_column_text(s, 0);
        const char *now = knowledge ? knowledge_current_id(knowledge, id) : id;
        sum += hash_text(hash_text(0, id), now);
    }
    sqlite3_finalize(s);
    return (int64_t)sum;
}

static void bind_state(sqlite3_stmt *s, const struct progress_entry *entry)
{
    const struct item_state *state = &entry->state;
    sqlite3_bind_text(s, 1, entry->id, -1, SQLITE_STATIC);
    sqlite3_bind_int(s, 2, state->memory.count);
    for (int i = 0; i < MEMORY_BRANCHES_MAX; i++) {
        const struct memory_state *branch = &state->memory.branch[i];
        sqlite3_bind_double(s, 3 + 4 * i, state->memory.weight[i]);
        sqlite3_bind_double(s, 4 + 4 * i, branch->slow);
        sqlite3_bind_double(s, 5 + 4 * i, branch->fast);
        sqlite3_bind_double(s, 6 + 4 * i, branch->difficulty);
    }
    sqlite3_bind_int64(s, 11, state->first.at_ms);
    sqlite3_bind_int(s, 12, state->first.study_day);
    sqlite3_bind_int64(s, 13, state->last.at_ms);
    sqlite3_bind_int(s, 14, state->last.study_day);
    sqlite3_bind_int64(s, 15, state->due.ms);
    sqlite3_bind_int(s, 16, state->due.day);
    sqlite3_bind_double(s, 17, state->due.days);
    sqlite3_bind_int(s, 18, state->reviews);
    sqlite3_bind_int(s, 19, state->right);
    sqlite3_bind_int(s, 20, state->lapses);
    sqlite3_bind_int(s, 21, state->tz_min);
}

static struct item_state read_state(sqlite3_stmt *s)
{
    struct item_state state;
    memset(&state, 0, sizeof state);
    state.memory.count = sqlite3_column_int(s, 1);
    for (int i = 0; i < MEMORY_BRANCHES_MAX; i++) {
        struct memory_state *branch = &state.memory.branch[i];
        state.memory.weight[i] = sqlite3_column_double(s, 2 + 4 * i);
        branch->slow = sqlite3_column_double(s, 3 + 4 * i);
        branch->fast = sqlite3_column_double(s, 4 + 4 * i);
        branch->difficulty = sqlite3_column_double(s, 5 + 4 * i);
    }
    state.first.at_ms = sqlite3_column_int64(s, 10);
    state.first.study_day = sqlite3_column_int(s, 11);
    state.last.at_ms = sqlite3_column_int64(s, 12);
    state.last.study_day = sqlite3_column_int(s, 13);
    state.due.ms = sqlite3_column_int64(s, 14);
    state.due.day = sqlite3_column_int(s, 15);
    state.due.days = sqlite3_column_double(s, 16);
    state.reviews = sqlite3_column_int(s, 17);
    state.right = sqlite3_column_int(s, 18);
    state.lapses = sqlite3_column_int(s, 19);
    state.tz_min = sqlite3_column_int(s, 20);
    return state;
}

static bool write_states(struct store *store, const struct progress *progress)
{
    sqlite3_stmt *s =
        store_prepare(store, "insert into state(" STATE_COLUMNS ") values"
                             " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    bool good = s != NULL;
    for (size_t i = 0; good && i < progress->count; i++) {
        bind_state(s, &progress->entries[i]);
        sqlite3_step(s);
        good = sqlite3_reset(s) == SQLITE_OK;
    }
    sqlite3_finalize(s);
    return good;
}

static bool write_days(struct store *store, const struct progress *progress)
{
    sqlite3_stmt *s = store_prepare(store, "insert into day(" DAY_COLUMNS
                                           ") values (?,?,?,?,?)");
    bool good = s != NULL;
    for (size_t i = 0; good && i < progress->day_count; i++) {
        const struct day_count *day = &progress->days[i];
        sqlite3_bind_int(s, 1, day->day);
        sqlite3_bind_int(s, 2, day->reviews);
        sqlite3_bind_int(s, 3, day->right);
        sqlite3_bind_int(s, 4, day->fresh);
        sqlite3_bind_int64(s, 5, day->dur_ms);
        sqlite3_step(s);
        good = sqlite3_reset(s) == SQLITE_OK;
    }
    sqlite3_finalize(s);
    return good;
}

static bool write_asides(struct store *store, const struct progress *progress)
{
    sqlite3_stmt *s =
        store_prepare(store, "insert into aside(day, item) values (?,?)");
    bool good = s != NULL;
    for (size_t i = 0; good && i < progress->aside_count; i++) {
        sqlite3_bind_int(s, 1, progress->asides[i].day);
        sqlite3_bind_text(s, 2, progress->asides[i].id, -1, SQLITE_STATIC);
        sqlite3_step(s);
        good = sqlite3_reset(s) == SQLITE_OK;
    }
    sqlite3_finalize(s);
    return good;
}

static bool write_derived(struct store *store, const struct progress *progress)
{
    const struct study_settings *settings = &progress->settings;
    sqlite3_stmt *s =
        store_prepare(store, "insert into derived(" DERIVED_COLUMNS ") values"
                             " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    sqlite3_bind_int64(s, 1, store->count);
    sqlite3_bind_int64(s, 2, store->base_settings);
    sqlite3_bind_int64(s, 3, ids_hash(store, progress->knowledge));
    store_bind_id(s, 4, store->learner);
    sqlite3_bind_int(s, 5, (int)settings->model.kind);
    sqlite3_bind_blob(s, 6, settings->model.weights,
                      sizeof settings->model.weights, SQLITE_STATIC);
    sqlite3_bind_double(s, 7, settings->target);
    sqlite3_bind_int(s, 8, settings->new_per_day);
    sqlite3_bind_int64(s, 9, progress->sums.reviews);
    sqlite3_bind_double(s, 10, progress->sums.expected);
    sqlite3_bind_double(s, 11, progress->sums.recalled);
    sqlite3_bind_int64(s, 12, progress->reviews);
    sqlite3_bind_int64(s, 13, progress->right);
    sqlite3_bind_int(s, 14, settings->exam_day);
    sqlite3_bind_int(s, 15, settings->minutes);
    sqlite3_bind_int(s, 16, settings->fit_day);
    bool good = s && sqlite3_step(s) == SQLITE_DONE;
    sqlite3_finalize(s);
    return good;
}

bool store_write_cache(struct store *store, const struct progress *progress,
                       struct error *err)
{
    if (store->cached_count == store->count)
        return true;
    if (store_run(store, make_tables, err) &&
        ((write_states(store, progress) && write_days(store, progress) &&
          write_asides(store, progress) && write_known(store) &&
          store_write_confused(store, progress) &&
          write_derived(store, progress)) ||
         store_failed(store, err)) &&
        store_run(store, "commit", err)) {
        store->cached_count = store->count;
        return true;
    }
    if (store->db && !sqlite3_get_autocommit(store->db))
        store_run(store, "rollback", NULL);
    return false;
}

/* True if the row was derived from this log, these settings and these ids. */
static bool fits(struct store *store, const struct progress *progress,
                 sqlite3_stmt *s)
{
    return sqlite3_column_int64(s, 0) == store->count &&
           sqlite3_column_int64(s, 1) == store->base_settings &&
           sqlite3_column_int64(s, 2) == ids_hash(store, progress->knowledge) &&
           sqlite3_column_bytes(s, 3) == EVENT_DEVICE_BYTES &&
           memcmp(sqlite3_column_blob(s, 3), store->learner,
                  EVENT_DEVICE_BYTES) == 0 &&
           (sqlite3_column_int(s, 4) == MODEL_FSRS6 ||
            sqlite3_column_int(s, 4) == MODEL_FSRS7) &&
           sqlite3_column_bytes(s, 5) ==
               (int)sizeof progress->settings.model.weights;
}

static bool read_derived(struct store *store, struct progress *progress)
{
    struct study_settings *settings = &progress->settings;
    sqlite3_stmt *s =
        store_prepare(store, "select " DERIVED_COLUMNS " from derived");
    bool good = s && sqlite3_step(s) == SQLITE_ROW && fits(store, progress, s);
    if (good) {
        settings->model.kind = (enum model_kind)sqlite3_column_int(s, 4);
        memcpy(settings->model.weights, sqlite3_column_blob(s, 5),
               sizeof settings->model.weights);
        settings->target = sqlite3_column_double(s, 6);
        settings->new_per_day = sqlite3_column_int(s, 7);
        progress->sums.reviews = sqlite3_column_int64(s, 8);
        progress->sums.expected = sqlite3_column_double(s, 9);
        progress->sums.recalled = sqlite3_column_double(s, 10);
        progress->reviews = sqlite3_column_int64(s, 11);
        progress->right = sqlite3_column_int64(s, 12);
        settings->exam_day = sqlite3_column_int(s, 13);
        settings->minutes = sqlite3_column_int(s, 14);
        settings->fit_day = sqlite3_column_int(s, 15);
    }
    sqlite3_finalize(s);
    return good;
}

static bool read_days(struct store *store, struct progress *progress)
{
    int step = SQLITE_ERROR;
    sqlite3_stmt *s =
        store_prepare(store, "select " DAY_COLUMNS " from day order by day");
    while (s && (step = sqlite3_step(s)) == SQLITE_ROW) {
        struct day_count day = {
            sqlite3_column_int(s, 0), sqlite3_column_int(s, 1),
            sqlite3_column_int(s, 2), sqlite3_column_int(s, 3),
            sqlite3_column_int64(s, 4)};
        progress_restore_day(progress, &day);
    }
    sqlite3_finalize(s);
    return step == SQLITE_DONE;
}

static bool read_asides(struct store *store, struct progress *progress)
{
    int step = SQLITE_ERROR;
    sqlite3_stmt *s =
        store_prepare(store, "select day, item from aside order by place");
    while (s && (step = sqlite3_step(s)) == SQLITE_ROW) {
        struct aside aside = {sqlite3_column_int(s, 0),
                              (const char *)sqlite3_column_text(s, 1)};
        progress_restore_aside(progress, &aside);
    }
    sqlite3_finalize(s);
    return step == SQLITE_DONE;
}

static bool read_states(struct store *store, struct progress *progress)
{
    int step = SQLITE_ERROR;
    sqlite3_stmt *s = store_prepare(store, "select " STATE_COLUMNS
                                           " from state order by place");
    while (s && (step = sqlite3_step(s)) == SQLITE_ROW) {
        struct item_state state = read_state(s);
        if (state.memory.count < 0 || state.memory.count > MEMORY_BRANCHES_MAX)
            break;
        progress_restore(progress, (const char *)sqlite3_column_text(s, 0),
                         &state);
    }
    sqlite3_finalize(s);
    return step == SQLITE_DONE;
}

static bool rebuild(struct store *store, struct progress *progress,
                    struct error *err)
{
    struct arena log;
    struct event *events = NULL;
    size_t count = 0;
    arena_init(&log, (size_t)4 << 30);
    bool good = store_read(store, &log, &events, &count, err);
    if (good)
        progress_rebuild(progress, events, count);
    arena_release(&log);
    return good;
}

bool store_load_progress(struct store *store, struct progress *progress,
                         struct error *err)
{
    struct study_settings settings = progress->settings;
    store->base_settings = settings_hash(&settings);
    if (read_derived(store, progress) && read_days(store, progress) &&
        read_asides(store, progress) && read_states(store, progress) &&
        store_read_confused(store, progress)) {
        store->cached_count = store->count;
        return true;
    }
    progress_init(progress, progress->arena, progress->knowledge, settings);
    store->cached_count = -1;
    return rebuild(store, progress, err);
}
