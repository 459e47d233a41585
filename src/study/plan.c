#include "study/plan.h"

#include <stdlib.h>
#include <string.h>

/* A due item and how little of it is remembered. */
struct candidate {
    const struct item *item;
    double recall;
};

static bool is_due(const struct item_state *state, struct moment now,
                   int32_t today)
{
    if (state->due.days >= 1)
        return state->due.day <= today;
    return state->due.ms <= now.at_ms;
}

static int by_recall(const void *a, const void *b)
{
    const struct candidate *x = a;
    const struct candidate *y = b;
    if (x->recall < y->recall || x->recall > y->recall)
        return x->recall < y->recall ? -1 : 1;
    return strcmp(x->item->id, y->item->id);
}

/* The due items that are remembered least, kept in a heap-free way: when the
 * list is full, the best remembered one gives way. */
static void keep(struct candidate *list, int *count, struct candidate one)
{
    if (*count < PLAN_MAX) {
        list[(*count)++] = one;
        return;
    }
    int best = 0;
    for (int i = 1; i < *count; i++)
        if (by_recall(&list[i], &list[best]) > 0)
            best = i;
    if (by_recall(&one, &list[best]) < 0)
        list[best] = one;
}

static void add_due(struct plan *plan, const struct knowledge *knowledge,
                    const struct progress *progress, const struct deck *deck,
                    struct moment now)
{
    struct candidate list[PLAN_MAX];
    int count = 0;
    int32_t today = moment_study_day(now);
    for (size_t i = 0; i < knowledge->item_count; i++) {
        const struct item *item = &knowledge->items[i];
        const struct item_state *state = progress_of(progress, item->id);
        if ((deck && item->deck != deck) || !state ||
            !is_due(state, now, today))
            continue;
        plan->due_all++;
        keep(list, &count,
             (struct candidate){item, progress_recall(progress, state, now)});
    }
    qsort(list, (size_t)count, sizeof list[0], by_recall);
    for (int i = 0; i < count; i++)
        plan->entries[plan->count++] = (struct plan_entry){list[i].item, false};
    plan->due = count;
}

static bool is_planned(const struct plan *plan, const struct item *item)
{
    for (int i = 0; i < plan->count; i++)
        if (plan->entries[i].item == item)
            return true;
    return false;
}

static bool reviewed_on(const struct progress *progress,
                        const struct item *item, int32_t day)
{
    const struct item_state *state = progress_of(progress, item->id);
    return state && state->last.study_day == day;
}

/* The same fact asked the other way round, or NULL. */
static const struct item *other_direction(const struct knowledge *knowledge,
                                          const struct item *item)
{
    char id[256];
    if (!item->fact)
        return NULL;
    size_t length = strlen(item->fact->id);
    if (length + sizeof "/back" > sizeof id)
        return NULL;
    memcpy(id, item->fact->id, length + 1);
    if (!item->back)
        memcpy(id + length, "/back", sizeof "/back");
    return knowledge_item(knowledge, id);
}

/* New, and no trouble with its other direction today; the way from the subject
 * to the value comes first. */
static bool may_be_met(const struct plan *plan,
                       const struct knowledge *knowledge,
                       const struct progress *progress,
                       const struct item *item, int32_t today)
{
    if (progress_of(progress, item->id))
        return false;
    const struct item *other = other_direction(knowledge, item);
    if (!other)
        return true;
    if (reviewed_on(progress, other, today) || is_planned(plan, other))
        return false;
    return !item->back || progress_of(progress, other->id) != NULL;
}

/* The next new item of a deck from *from on, or NULL. */
static const struct item *next_new(const struct plan *plan,
                                   const struct knowledge *knowledge,
                                   const struct progress *progress,
                                   const struct deck *deck, size_t *from,
                                   int32_t today)
{
    while (*from < knowledge->item_count) {
        const struct item *item = &knowledge->items[(*from)++];
        if (item->deck == deck &&
            may_be_met(plan, knowledge, progress, item, today))
            return item;
    }
    return NULL;
}

/* One of each deck in turn, so that a new learner sees all of it. */
static void add_new(struct plan *plan, const struct knowledge *knowledge,
                    const struct progress *progress, const struct deck *deck,
                    struct moment now, int room)
{
    enum { DECKS_MAX = 256 };
    size_t from[DECKS_MAX] = {0};
    int32_t today = moment_study_day(now);
    size_t decks = knowledge->deck_count < DECKS_MAX ? knowledge->deck_count
                                                     : DECKS_MAX;
    bool found = true;
    while (found && room > 0) {
        found = false;
        for (size_t i = 0; i < decks && room > 0; i++) {
            if (deck && knowledge->decks[i] != deck)
                continue;
            const struct item *item =
                next_new(plan, knowledge, progress, knowledge->decks[i],
                         &from[i], today);
            if (!item || plan->count == PLAN_MAX)
                continue;
            plan->entries[plan->count++] = (struct plan_entry){item, true};
            plan->fresh++;
            room--;
            found = true;
        }
    }
}

/* Spreads the new ones, which stand at the end, evenly among the others. */
static void spread(struct plan *plan)
{
    struct plan_entry mixed[PLAN_MAX];
    int due = 0;
    int fresh = plan->due;
    for (int i = 0; i < plan->count; i++) {
        int news_by_now = (int)((int64_t)(i + 1) * plan->fresh / plan->count);
        bool take_new = fresh - plan->due < news_by_now;
        if (due == plan->due)
            take_new = true;
        if (fresh == plan->count)
            take_new = false;
        mixed[i] = plan->entries[take_new ? fresh++ : due++];
    }
    memcpy(plan->entries, mixed, (size_t)plan->count * sizeof mixed[0]);
}

static bool related(const struct plan_entry *a, const struct plan_entry *b)
{
    return a->item->subject && a->item->subject == b->item->subject;
}

/* Swaps a later one in where two of one subject would stand back to back. */
static void part_related(struct plan *plan)
{
    for (int i = 1; i < plan->count; i++) {
        int j = i;
        while (j < plan->count &&
               related(&plan->entries[i - 1], &plan->entries[j]))
            j++;
        if (j == plan->count || j == i)
            continue;
        struct plan_entry swap = plan->entries[i];
        plan->entries[i] = plan->entries[j];
        plan->entries[j] = swap;
    }
}

void plan_make(struct plan *plan, const struct knowledge *knowledge,
               const struct progress *progress, const struct deck *deck,
               struct moment now)
{
    memset(plan, 0, sizeof *plan);
    int32_t met = progress_day(progress, moment_study_day(now)).fresh;
    int room = progress->settings.new_per_day - met;
    add_due(plan, knowledge, progress, deck, now);
    add_new(plan, knowledge, progress, deck, now, room);
    if (plan->count)
        spread(plan);
    part_related(plan);
}

void plan_forecast(const struct knowledge *knowledge,
                   const struct progress *progress, const struct deck *deck,
                   struct moment now, int32_t *counts, int days)
{
    int32_t today = moment_study_day(now);
    memset(counts, 0, (size_t)days * sizeof *counts);
    for (size_t i = 0; i < knowledge->item_count; i++) {
        const struct item *item = &knowledge->items[i];
        const struct item_state *state = progress_of(progress, item->id);
        if (!state || (deck && item->deck != deck))
            continue;
        int64_t ahead = (int64_t)state->due.day - today;
        if (ahead < 0)
            ahead = 0;
        if (ahead < days)
            counts[ahead]++;
    }
}

double plan_seconds_per_answer(const struct progress *progress)
{
    int64_t ms = 0;
    int64_t reviews = 0;
    for (size_t i = 0; i < progress->day_count; i++) {
        ms += progress->days[i].dur_ms;
        reviews += progress->days[i].reviews;
    }
    if (reviews == 0)
        return 15;
    double seconds = (double)ms / 1000 / (double)reviews;
    return seconds < 3 ? 3 : seconds > 120 ? 120 : seconds;
}

struct progress_summary progress_summarise(const struct progress *progress,
                                           const struct knowledge *knowledge,
                                           const struct deck *deck,
                                           struct moment now)
{
    struct progress_summary sum;
    int32_t today = moment_study_day(now);
    memset(&sum, 0, sizeof sum);
    for (size_t i = 0; i < knowledge->item_count; i++) {
        const struct item *item = &knowledge->items[i];
        if (deck && item->deck != deck)
            continue;
        const struct item_state *state = progress_of(progress, item->id);
        sum.items++;
        sum.stage[progress_stage(progress, state)]++;
        sum.due += state && is_due(state, now, today);
    }
    int32_t room = progress->settings.new_per_day -
                   progress_day(progress, today).fresh;
    sum.fresh = room < sum.stage[STAGE_NEW] ? room : sum.stage[STAGE_NEW];
    if (sum.fresh < 0)
        sum.fresh = 0;
    return sum;
}
