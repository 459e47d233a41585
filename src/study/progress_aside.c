/* What was set aside, by the study day on which it was. */
#include <assert.h>
#include <string.h>

#include "study/progress_table.h"

/* The first aside of a day later than `day`. */
static size_t after(const struct progress *progress, int32_t day)
{
    size_t low = 0;
    size_t high = progress->aside_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (progress->asides[middle].day <= day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void progress_restore_aside(struct progress *progress,
                            const struct aside *aside)
{
    size_t at = after(progress, aside->day);
    progress->asides =
        arena_grow(progress->arena, progress->asides, progress->aside_count,
                   progress->aside_count + 1, &progress->aside_capacity,
                   sizeof *progress->asides);
    memmove(&progress->asides[at + 1], &progress->asides[at],
            (progress->aside_count - at) * sizeof *progress->asides);
    progress->asides[at] =
        (struct aside){aside->day, arena_text(progress->arena, aside->id)};
    progress->aside_count++;
}

void progress_aside_remove_last(struct progress *progress, int32_t day)
{
    size_t end = after(progress, day);
    assert(end > 0 && progress->asides[end - 1].day == day);
    memmove(&progress->asides[end - 1], &progress->asides[end],
            (progress->aside_count - end) * sizeof *progress->asides);
    progress->aside_count--;
}

const struct aside *progress_asides(const struct progress *progress,
                                    int32_t day, size_t *count)
{
    size_t end = after(progress, day);
    size_t from = end;
    while (from > 0 && progress->asides[from - 1].day == day)
        from--;
    *count = end - from;
    return progress->asides + from;
}
