#include "study/load.h"

#include <math.h>

static struct due due_at(const struct progress *progress,
                         const struct item *item,
                         const struct item_state *state, double target)
{
    struct moment last = {state->last.at_ms, state->tz_min};
    return schedule_due(&progress->settings.model, &state->memory, target, last,
                        schedule_chance(item->id, state->reviews - 1));
}

int32_t load_per_day(const struct progress *progress,
                     const struct knowledge *knowledge, struct moment now,
                     double target)
{
    int32_t end = moment_study_day(now) + LOAD_DAYS;
    size_t step = progress->count / LOAD_SAMPLE + 1;
    size_t seen = 0;
    double due = 0;
    for (size_t i = 0; i < knowledge->item_count; i++) {
        const struct item *item = &knowledge->items[i];
        const struct item_state *state = progress_of(progress, item->id);
        if (!state || seen++ % step != 0)
            continue;
        due += due_at(progress, item, state, target).day < end;
    }
    return (int32_t)lround(due * (double)step / LOAD_DAYS);
}
