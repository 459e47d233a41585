#include "study/progress_table.h"

#include <assert.h>
#include <string.h>

#include "base/random.h"

enum { SLOTS_MIN = 64 };

/* The slot of an id, or the empty one where it belongs. */
static size_t slot_of(const struct progress *progress, const char *item)
{
    size_t mask = progress->slot_count - 1;
    size_t slot = (size_t)hash_text(0, item) & mask;
    for (uint32_t at; (at = progress->slots[slot]) != 0;) {
        if (strcmp(progress->entries[at - 1].id, item) == 0)
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

size_t progress_find(const struct progress *progress, const char *item)
{
    if (progress->slot_count == 0)
        return PROGRESS_NONE;
    uint32_t at = progress->slots[slot_of(progress, item)];
    return at ? at - 1 : PROGRESS_NONE;
}

static void grow_slots(struct progress *progress)
{
    if (progress->slot_count > 2 * (progress->count + 1))
        return;
    progress->slot_count =
        progress->slot_count ? progress->slot_count * 4 : SLOTS_MIN;
    progress->slots = arena_array(progress->arena, progress->slot_count,
                                  sizeof *progress->slots);
    for (size_t i = 0; i < progress->count; i++)
        progress->slots[slot_of(progress, progress->entries[i].id)] =
            (uint32_t)(i + 1);
}

size_t progress_place(struct progress *progress, const char *item)
{
    size_t found = progress_find(progress, item);
    if (found != PROGRESS_NONE)
        return found;
    grow_slots(progress);
    progress->entries = arena_grow(
        progress->arena, progress->entries, progress->count,
        progress->count + 1, &progress->capacity, sizeof *progress->entries);
    struct progress_entry *entry = &progress->entries[progress->count];
    memset(entry, 0, sizeof *entry);
    entry->id = arena_text(progress->arena, item);
    progress->slots[slot_of(progress, entry->id)] =
        (uint32_t)(progress->count + 1);
    return progress->count++;
}

/* Taken back last first, so nothing stands behind it in its chain that was
 * placed later: its slot can simply be emptied. */
void progress_remove_last(struct progress *progress, size_t entry)
{
    assert(entry + 1 == progress->count);
    progress->slots[slot_of(progress, progress->entries[entry].id)] = 0;
    progress->count--;
}

/* The first day not before `day`. */
static size_t day_at(const struct progress *progress, int32_t day)
{
    size_t low = 0;
    size_t high = progress->day_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (progress->days[middle].day < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct day_count *progress_day_place(struct progress *progress, int32_t day,
                                     bool *is_new)
{
    size_t at = day_at(progress, day);
    *is_new = at == progress->day_count || progress->days[at].day != day;
    if (!*is_new)
        return &progress->days[at];
    progress->days =
        arena_grow(progress->arena, progress->days, progress->day_count,
                   progress->day_count + 1, &progress->day_capacity,
                   sizeof *progress->days);
    memmove(&progress->days[at + 1], &progress->days[at],
            (progress->day_count - at) * sizeof *progress->days);
    progress->day_count++;
    progress->days[at] = (struct day_count){.day = day};
    return &progress->days[at];
}

void progress_day_restore(struct progress *progress,
                          const struct day_count *before, bool is_new)
{
    size_t at = day_at(progress, before->day);
    if (!is_new) {
        progress->days[at] = *before;
        return;
    }
    progress->day_count--;
    memmove(&progress->days[at], &progress->days[at + 1],
            (progress->day_count - at) * sizeof *progress->days);
}

void progress_restore_day(struct progress *progress,
                          const struct day_count *day)
{
    bool is_new;
    *progress_day_place(progress, day->day, &is_new) = *day;
}

struct day_count progress_day(const struct progress *progress, int32_t day)
{
    size_t at = day_at(progress, day);
    if (at < progress->day_count && progress->days[at].day == day)
        return progress->days[at];
    return (struct day_count){.day = day};
}

int32_t progress_streak(const struct progress *progress, int32_t today,
                        int32_t *longest)
{
    int32_t run = 0;
    int32_t best = 0;
    int32_t current = 0;
    for (size_t i = 0; i < progress->day_count; i++) {
        const struct day_count *day = &progress->days[i];
        bool follows = i > 0 && day->day == progress->days[i - 1].day + 1;
        run = follows ? run + 1 : 1;
        best = run > best ? run : best;
        if (day->day == today || day->day == today - 1)
            current = run;
    }
    if (longest)
        *longest = best;
    return current;
}
