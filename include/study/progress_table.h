/*
 * progress_table.h -- where progress keeps items and days.
 *
 * Between the files of study/progress* only: a hash table from id to entry, and
 * the study days, and what was set aside, in ascending order.
 */
#ifndef STUDY_PROGRESS_TABLE_H
#define STUDY_PROGRESS_TABLE_H

#include <stddef.h>

#include "study/progress.h"

#define PROGRESS_NONE ((size_t)-1)

/* The entry of an id, or PROGRESS_NONE. */
size_t progress_find(const struct progress *progress, const char *item);

/* The entry of an id, made (with a zeroed state) where there is none. */
size_t progress_place(struct progress *progress, const char *item);

/* Forgets the entry that was made last. */
void progress_remove_last(struct progress *progress, size_t entry);

/* The count of a day, made where there is none (then `*is_new`). */
struct day_count *progress_day_place(struct progress *progress, int32_t day,
                                     bool *is_new);

/* Puts a day's count back as it was, or forgets a new one. */
void progress_day_restore(struct progress *progress,
                          const struct day_count *before, bool is_new);

/* The last one set aside on a day is not set aside. */
void progress_aside_remove_last(struct progress *progress, int32_t day);

#endif
