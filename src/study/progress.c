#include "study/progress.h"

#include <math.h>
#include <string.h>

#include "base/random.h"
#include "memory/evidence.h"
#include "study/exam.h"
#include "study/progress_table.h"

enum { DAY_MS = 86400000 };

struct study_settings study_settings_default(void)
{
    return (struct study_settings){
        memory_model_default(MODEL_FSRS7), .9, 8, 0, EXAM_MINUTES, 0};
}

void progress_init(struct progress *progress, struct arena *arena,
                   const struct knowledge *knowledge,
                   struct study_settings settings)
{
    memset(progress, 0, sizeof *progress);
    progress->arena = arena;
    progress->knowledge = knowledge;
    progress->settings = settings;
    confusions_init(&progress->confused, arena);
}

const struct item_state *progress_of(const struct progress *progress,
                                     const char *item)
{
    size_t at = progress_find(progress, item);
    return at == PROGRESS_NONE ? NULL : &progress->entries[at].state;
}

static double elapsed(const struct study_settings *settings,
                      const struct item_state *state, struct review_time now)
{
    return state ? memory_elapsed_days(&settings->model, state->last, now) : 0;
}

static struct item_state fresh_state(const struct event *review)
{
    struct item_state state;
    memset(&state, 0, sizeof state);
    state.first = (struct review_time){review->at_ms, review->study_day};
    return state;
}

struct item_state progress_after(const struct study_settings *settings,
                                 const char *item,
                                 const struct item_state *state,
                                 const struct event *review)
{
    struct review_time now = {review->at_ms, review->study_day};
    struct item_state after = state ? *state : fresh_state(review);
    struct evidence seen = {review->grade, review->chance, review->share};
    bool right = review->grade != GRADE_AGAIN;
    double u = schedule_chance(item, after.reviews);
    after.memory = evidence_after(&settings->model, &after.memory,
                                  elapsed(settings, state, now), seen);
    after.last = now;
    after.reviews++;
    after.right += right;
    after.lapses += !right && state != NULL;
    after.tz_min = review->tz_min;
    after.due = schedule_due(&settings->model, &after.memory, settings->target,
                             (struct moment){review->at_ms, review->tz_min}, u);
    return after;
}

/* Sums for "how well does the model know me": reviews of what was met. */
static void add_recall(struct progress *progress,
                       const struct item_state *state,
                       const struct event *review)
{
    struct review_time now = {review->at_ms, review->study_day};
    double days =
        memory_elapsed_days(&progress->settings.model, state->last, now);
    double right = review->grade != GRADE_AGAIN;
    double chance = review->chance < 1 ? review->chance : 0;
    progress->sums.reviews++;
    progress->sums.expected +=
        memory_recall(&progress->settings.model, &state->memory, days);
    progress->sums.recalled += (right - chance) / (1 - chance);
}

static void add_day(struct day_count *day, const struct event *review,
                    bool fresh)
{
    day->reviews++;
    day->right += review->grade != GRADE_AGAIN;
    day->fresh += fresh;
    day->dur_ms += review->dur_ms;
}

static struct progress_step set_aside(struct progress *progress,
                                      const char *item, int32_t day)
{
    struct aside aside = {day, item};
    progress_restore_aside(progress, &aside);
    return (struct progress_step){.is_aside = true, .aside_day = day};
}

static struct progress_step apply_review(struct progress *progress,
                                         const char *item,
                                         const struct event *review)
{
    bool was_new = progress_find(progress, item) == PROGRESS_NONE;
    struct progress_step step = {
        .entry = progress_place(progress, item),
        .was_new = was_new,
        .sums_before = progress->sums,
    };
    struct progress_entry *entry = &progress->entries[step.entry];
    struct day_count *day =
        progress_day_place(progress, review->study_day, &step.day_is_new);
    step.before = entry->state;
    step.day_before = *day;
    if (!was_new)
        add_recall(progress, &entry->state, review);
    entry->state = progress_after(&progress->settings, item,
                                  was_new ? NULL : &step.before, review);
    add_day(day, review, was_new);
    progress->reviews++;
    progress->right += review->grade != GRADE_AGAIN;
    return step;
}

/* What was chosen instead is noted beside the state, and taken back with it. */
static void note_confusion(struct progress *progress, const char *item,
                           const struct event *review,
                           struct progress_step *step)
{
    const struct confusions *before = confusions_of(&progress->confused, item);
    if (before)
        step->confused_before = *before;
    step->is_confused = confusions_add(&progress->confused, item, review);
}

struct progress_step progress_apply(struct progress *progress,
                                    const struct event *event)
{
    const char *item = event->item;
    if (progress->knowledge)
        item = knowledge_current_id(progress->knowledge, item);
    if (event->kind == EVENT_ASIDE)
        return set_aside(progress, item, event->study_day);
    struct progress_step step = apply_review(progress, item, event);
    note_confusion(progress, item, event, &step);
    return step;
}

void progress_take_back(struct progress *progress,
                        const struct progress_step *step)
{
    if (step->is_aside) {
        progress_aside_remove_last(progress, step->aside_day);
        return;
    }
    struct item_state *state = &progress->entries[step->entry].state;
    if (step->is_confused)
        confusions_put(&progress->confused, progress->entries[step->entry].id,
                       &step->confused_before);
    progress->reviews--;
    progress->right -= state->right - step->before.right;
    progress->sums = step->sums_before;
    progress_day_restore(progress, &step->day_before, step->day_is_new);
    if (step->was_new)
        progress_remove_last(progress, step->entry);
    else
        *state = step->before;
}

void progress_restore(struct progress *progress, const char *item,
                      const struct item_state *state)
{
    size_t entry = progress_place(progress, item);
    progress->entries[entry].state = *state;
}

double progress_recall(const struct progress *progress,
                       const struct item_state *state, struct moment now)
{
    if (!state)
        return 0;
    struct review_time then = {now.at_ms, moment_study_day(now)};
    return memory_recall(&progress->settings.model, &state->memory,
                         elapsed(&progress->settings, state, then));
}

double progress_strength(const struct progress *progress,
                         const struct item_state *state)
{
    return state
               ? memory_strength_days(&progress->settings.model, &state->memory)
               : 0;
}

enum stage progress_stage(const struct progress *progress,
                          const struct item_state *state)
{
    if (!state)
        return STAGE_NEW;
    double days = progress_strength(progress, state);
    if (days < 21)
        return STAGE_LEARNING;
    return days < 90 ? STAGE_HELD : STAGE_KEPT;
}
