/* A setting of the log, obeyed without reading the log again. */
#include <math.h>
#include <string.h>

#include "study/exam.h"
#include "study/progress.h"

enum { DAY_LAST = 2932896 }; /* of the year 9999 */

bool study_settings_obey(struct study_settings *settings, const char *name,
                         double value)
{
    if (!name || !isfinite(value))
        return false;
    if (strcmp(name, "target") == 0 && value >= .5 && value <= .99)
        settings->target = value;
    else if (strcmp(name, "new_per_day") == 0 && value >= 0 && value <= 999)
        settings->new_per_day = (int32_t)value;
    else if (strcmp(name, "exam_day") == 0 && value >= 0 && value <= DAY_LAST)
        settings->exam_day = (int32_t)value;
    else if (strcmp(name, "minutes") == 0 && value >= 1 &&
             value <= EXAM_MINUTES_MAX)
        settings->minutes = (int32_t)value;
    else if (strcmp(name, "fit_tried") == 0 && value >= 0 && value <= DAY_LAST)
        settings->fit_day = (int32_t)value; /* and the model stayed */
    else if (strcmp(name, "model") == 0 && (value == 6 || value == 7))
        settings->model =
            memory_model_default(value == 6 ? MODEL_FSRS6 : MODEL_FSRS7);
    else
        return false;
    return true;
}

/* Memory does not depend on the target: only what is due does. */
static void derive_due(const struct study_settings *settings,
                       struct progress_entry *entry)
{
    struct item_state *state = &entry->state;
    struct moment last = {state->last.at_ms, state->tz_min};
    if (state->reviews > 0)
        state->due =
            schedule_due(&settings->model, &state->memory, settings->target,
                         last, schedule_chance(entry->id, state->reviews - 1));
}

bool progress_set(struct progress *progress, const char *name, double value)
{
    struct study_settings *settings = &progress->settings;
    double before = settings->target;
    if (!name || strcmp(name, "model") == 0 ||
        !study_settings_obey(settings, name, value))
        return false;
    if (settings->target < before || settings->target > before)
        for (size_t i = 0; i < progress->count; i++)
            derive_due(settings, &progress->entries[i]);
    return true;
}
