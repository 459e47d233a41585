/*
 * store.h -- the log on disk: one SQLite database of events, and a cache.
 *
 * Every answer is one transaction, durable when store_append() returns. Events
 * are never changed. The cache of item states is derived and may be thrown
 * away. A file that is not understood is never written to.
 *
 * One process at a time: a second one is told so (ERROR_IN_USE).
 */
#ifndef IO_STORE_H
#define IO_STORE_H

#include <stdbool.h>

#include "base/error.h"
#include "study/progress.h"

struct store;

/* Opens or creates `dir`/progress.db for a learner (NULL: the only one, or
 * "learner"); the directory is made with mode 0700 where it is missing. NULL
 * with a sentence when it cannot be used: damaged, of a newer Pacta, in use,
 * read-only, full. */
struct store *store_open(const char *dir, const char *learner,
                         struct error *err);

/* The same for a database that lives in memory only: "studying without
 * saving", and samples. */
struct store *store_open_memory(struct error *err);

/* From here on the log of that learner is read and written, a new one where
 * the name is unknown; NULL: the one it was begun for. On failure nothing
 * changes. */
bool store_change_learner(struct store *store, const char *learner,
                          struct error *err);

/* NULL is fine. */
void store_close(struct store *store);

/*
 * Appends one event in a transaction of its own: fills its id and hlc, and
 * returns when it is durable. On failure nothing is written, the event may be
 * appended again, and `err` says what to do ("The disk is full ...").
 */
bool store_append(struct store *store, struct event *event, struct error *err);

/* The same for the events of one answer, in one transaction: all are durable,
 * or none is written. */
bool store_append_all(struct store *store, struct event *events, size_t count,
                      struct error *err);

/* All events of this learner in replay order; texts live in `arena`. */
bool store_read(struct store *store, struct arena *arena, struct event **events,
                size_t *count, struct error *err);

/*
 * Brings `progress` (initialised) up to the log: from the cache when it was
 * derived from just these events, settings and ids, else by rebuilding. Both
 * give the same bits.
 */
bool store_load_progress(struct store *store, struct progress *progress,
                         struct error *err);

/* Writes the cache of what is derived, to be read at the next start. It may
 * fail without harm: the next start then rebuilds. */
bool store_write_cache(struct store *store, const struct progress *progress,
                       struct error *err);

/* How many events are in the log. */
int64_t store_count(const struct store *store);

/*
 * Makes today's backup in `dir`/backups if there is none yet: a temporary name,
 * sync, rename, opened again and counted. Old ones are thinned out (2 days all,
 * then 12 daily, 10 weekly, 9 monthly). `study_day` names it.
 */
bool store_backup(struct store *store, const char *dir, int32_t study_day,
                  struct error *err);

#endif
