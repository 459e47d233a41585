/* What is derived, kept between starts. It may be thrown away at any time: the
 * log alone gives the same bits. */
#include <string.h>

#include "base/random.h"
#include "io/store_internal.h"
#include "knowledge/knowledge.h"

/* What the derivation started from: other settings make another cache. */
static int64_t settings_hash(const struct study_settings *settings)
{
    uint64_t bits;
    uint64_t hash = hash_number(STORE_CACHE_VERSION, (uint64_t)settings->model.kind);
    for (int i = 0; i < MODEL_WEIGHTS_MAX; i++) {
        memcpy(&bits, &settings->model.weights[i], sizeof bits);
        hash = hash_number(hash, bits);
    }
    memcpy(&bits, &settings->target, sizeof bits);
    hash = hash_number(hash, bits);
    return (int64_t)hash_number(hash, (uint64_t)settings->new_per_day);
}

static void bind_state(sqlite3_stmt *s, const struct progress_entry *entry,
                       size_t place)
{
    const struct item_state *state = &entry->state;
    sqlite3_bind_text(s, 1, entry->id, -1, SQLITE_STATIC);
    sqlite3_bind_int64(s, 2, (sqlite3_int64)place);
    sqlite3_bind_int(s, 3, state->memory.count);
    for (int i = 0; i < MEMORY_BRANCHES_MAX; i++) {
        sqlite3_bind_double(s, 4 + 4 * i, state->memory.weight[i]);
        sqlite3_bind_double(s, 5 + 4 * i, state->memory.branch[i].slow);
        sqlite3_bind_double(s, 6 + 4 * i, state->memory.branch[i].fast);
        sqlite3_bind_double(s, 7 + 4 * i, state->memory.branch[i].difficulty);
    }
    sqlite3_bind_int64(s, 12, state->first.at_ms);
    sqlite3_bind_int(s, 13, state->first.study_day);
    sqlite3_bind_int64(s, 14, state->last.at_ms);
    sqlite3_bind_int(s, 15, state->last.study_day);
    sqlite3_bind_int64(s, 16, state->due.ms);
    sqlite3_bind_int(s, 17, state->due.day);
    sqlite3_bind_double(s, 18, state->due.days);
    sqlite3_bind_int(s, 19, state->reviews);
    sqlite3_bind_int(s, 20, state->right);
    sqlite3_bind_int(s, 21, state->lapses);
}

static void read_state(sqlite3_stmt *s, struct item_state *state)
{
    memset(state, 0, sizeof *state);
    state->memory.count = sqlite3_column_int(s, 2);
    for (int i = 0; i < MEMORY_BRANCHES_MAX; i++) {
        state->memory.weight[i] = sqlite3_column_double(s, 3 + 4 * i);
        state->memory.branch[i].slow = sqlite3_column_double(s, 4 + 4 * i);
        state->memory.branch[i].fast = sqlite3_column_double(s, 5 + 4 * i);
        state->memory.branch[i].difficulty =
            sqlite3_column_double(s, 6 + 4 * i);
    }
    state->first.at_ms = sqlite3_column_int64(s, 11);
    state->first.study_day = sqlite3_column_int(s, 12);
    state->last.at_ms = sqlite3_column_int64(s, 13);
    state->last.study_day = sqlite3_column_int(s, 14);
    state->due.ms = sqlite3_column_int64(s, 15);
    state->due.day = sqlite3_column_int(s, 16);
    state->due.days = sqlite3_column_double(s, 17);
    state->reviews = sqlite3_column_int(s, 18);
    state->right = sqlite3_column_int(s, 19);
    state->lapses = sqlite3_column_int(s, 20);
}

static bool write_states(struct store *store, const struct progress *progress)
{
    sqlite3_stmt *s = NULL;
    bool good = sqlite3_prepare_v2(store->db,
                                   "insert into state values (?,?,?,?,?,?,?,?,"
                                   "?,?,?,?,?,?,?,?,?,?,?,?,?)",
                                   -1, &s, NULL) == SQLITE_OK;
    for (size_t i = 0; good && i < progress->count; i++) {
        bind_state(s, &progress->entries[i], i);
        good = sqlite3_step(s) == SQLITE_DONE;
        sqlite3_reset(s);
    }
    sqlite3_finalize(s);
    return good;
}

static bool write_days(struct store *store, const struct progress *progress)
{
    sqlite3_stmt *s = NULL;
    bool good = sqlite3_prepare_v2(store->db,
                                   "insert into day values (?,?,?,?,?)", -1,
                                   &s, NULL) == SQLITE_OK;
    for (size_t i = 0; good && i < progress->day_count; i++) {
        const struct day_count *day = &progress->days[i];
        sqlite3_bind_int(s, 1, day->day);
        sqlite3_bind_int(s, 2, day->reviews);
        sqlite3_bind_int(s, 3, day->right);
        sqlite3_bind_int(s, 4, day->fresh);
        sqlite3_bind_int64(s, 5, day->dur_ms);
        good = sqlite3_step(s) == SQLITE_DONE;
        sqlite3_reset(s);
    }
    sqlite3_finalize(s);
    return good;
}

static bool write_derived(struct store *store, const struct progress *progress)
{
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(store->db,
                           "insert into derived values "
                           "(1,?,?,?,?,?,?,?,?,?,?,?)",
                           -1, &s, NULL) != SQLITE_OK)
        return false;
    sqlite3_bind_int64(s, 1, store->count);
    sqlite3_bind_int64(s, 2, store->base_settings);
    store_bind_id(s, 3, store->learner);
    sqlite3_bind_double(s, 4, progress->settings.target);
    sqlite3_bind_int(s, 5, progress->settings.new_per_day);
    sqlite3_bind_int(s, 6, (int)progress->settings.model.kind);
    sqlite3_bind_int64(s, 7, progress->sums.reviews);
    sqlite3_bind_double(s, 8, progress->sums.expected);
    sqlite3_bind_double(s, 9, progress->sums.recalled);
    sqlite3_bind_int64(s, 10, progress->reviews);
    sqlite3_bind_int64(s, 11, progress->right);
    bool good = sqlite3_step(s) == SQLITE_DONE;
    sqlite3_finalize(s);
    return good;
}

bool store_write_cache(struct store *store, const struct progress *progress,
                       struct error *err)
{
    if (!store_run(store,
                   "begin; delete from state; delete from day; "
                   "delete from derived",
                   err))
        return false;
    if (write_states(store, progress) && write_days(store, progress) &&
        write_derived(store, progress))
        return store_run(store, "commit", err);
    store_failed(store, err);
    store_run(store, "rollback", NULL);
    return false;
}

/* The derived row, where it was made from just this log and these settings. */
static bool read_derived(struct store *store, struct progress *progress)
{
    sqlite3_stmt *s = NULL;
    bool fits = false;
    if (sqlite3_prepare_v2(store->db, "select * from derived", -1, &s, NULL) !=
        SQLITE_OK)
        return false;
    if (sqlite3_step(s) == SQLITE_ROW)
        fits = sqlite3_column_int64(s, 1) == store->count &&
               sqlite3_column_int64(s, 2) == store->base_settings &&
               sqlite3_column_bytes(s, 3) == EVENT_DEVICE_BYTES &&
               memcmp(sqlite3_column_blob(s, 3), store->learner,
                      EVENT_DEVICE_BYTES) == 0;
    if (fits) {
        enum model_kind kind = (enum model_kind)sqlite3_column_int(s, 6);
        progress->settings.target = sqlite3_column_double(s, 4);
        progress->settings.new_per_day = sqlite3_column_int(s, 5);
        if (kind != progress->settings.model.kind)
            progress->settings.model = memory_model_default(kind);
        progress->sums.reviews = sqlite3_column_int64(s, 7);
        progress->sums.expected = sqlite3_column_double(s, 8);
        progress->sums.recalled = sqlite3_column_double(s, 9);
        progress->reviews = sqlite3_column_int64(s, 10);
        progress->right = sqlite3_column_int64(s, 11);
    }
    sqlite3_finalize(s);
    return fits;
}

static bool read_days(struct store *store, struct progress *progress)
{
    sqlite3_stmt *s = NULL;
    int step = SQLITE_ERROR;
    if (sqlite3_prepare_v2(store->db, "select * from day order by day", -1, &s,
                           NULL) != SQLITE_OK)
        return false;
    while ((step = sqlite3_step(s)) == SQLITE_ROW) {
        struct day_count day = {
            sqlite3_column_int(s, 0), sqlite3_column_int(s, 1),
            sqlite3_column_int(s, 2), sqlite3_column_int(s, 3),
            sqlite3_column_int64(s, 4)};
        progress_restore_day(progress, &day);
    }
    sqlite3_finalize(s);
    return step == SQLITE_DONE;
}

/* False also when an id is kept under another name by now. */
static bool read_states(struct store *store, struct progress *progress)
{
    sqlite3_stmt *s = NULL;
    int step = SQLITE_ERROR;
    if (sqlite3_prepare_v2(store->db, "select * from state order by place", -1,
                           &s, NULL) != SQLITE_OK)
        return false;
    while ((step = sqlite3_step(s)) == SQLITE_ROW) {
        const char *id = (const char *)sqlite3_column_text(s, 0);
        struct item_state state;
        if (progress->knowledge &&
            strcmp(knowledge_current_id(progress->knowledge, id), id) != 0)
            break;
        read_state(s, &state);
        progress_restore(progress, id, &state);
    }
    sqlite3_finalize(s);
    return step == SQLITE_DONE;
}

bool store_load_progress(struct store *store, struct progress *progress,
                         struct error *err)
{
    struct study_settings settings = progress->settings;
    struct event *events = NULL;
    size_t count = 0;
    store->base_settings = settings_hash(&settings);
    if (read_derived(store, progress) && read_days(store, progress) &&
        read_states(store, progress))
        return true;
    progress_init(progress, progress->arena, progress->knowledge, settings);
    if (!store_read(store, progress->arena, &events, &count, err))
        return false;
    progress_rebuild(progress, events, count);
    return true;
}
