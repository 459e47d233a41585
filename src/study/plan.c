#include "study/plan.h"

#include <stdlib.h>
#include <string.h>

#include "plan_exam.h"
#include "study/turn.h"

/* Decks that take turns with each other; further ones come after them. */
enum { ROUND_MAX = 256 };

/* A due item and how little of it is remembered. */
struct candidate {
    const struct item *item;
    double recall;
};

/* The due items that are remembered least. */
struct shortlist {
    struct candidate list[PLAN_MAX];
    int count;
    int last; /* when full: the one that gives way first */
};

static int by_recall(const void *a, const void *b)
{
    const struct candidate *x = a;
    const struct candidate *y = b;
    if (x->recall < y->recall || x->recall > y->recall)
        return x->recall < y->recall ? -1 : 1;
    return strcmp(x->item->id, y->item->id);
}

static void find_last(struct shortlist *least)
{
    least->last = 0;
    for (int i = 1; i < least->count; i++)
        if (by_recall(&least->list[i], &least->list[least->last]) > 0)
            least->last = i;
}

static void shortlist_add(struct shortlist *least, struct candidate one)
{
    if (least->count == PLAN_MAX) {
        if (by_recall(&one, &least->list[least->last]) > 0)
            return;
        least->list[least->last] = one;
    } else {
        least->list[least->count++] = one;
    }
    if (least->count == PLAN_MAX)
        find_last(least);
}

static void add_due(struct plan *plan, const struct turns *turns,
                    const struct deck *deck)
{
    struct shortlist least = {.count = 0};
    for (size_t i = 0; i < turns->knowledge->item_count; i++) {
        const struct item *item = &turns->knowledge->items[i];
        const struct item_state *state = progress_of(turns->progress, item->id);
        if (!state || (deck && item->deck != deck) ||
            turn_of(turns, item, state) != TURN_DUE)
            continue;
        double recall = progress_recall(turns->progress, state, turns->now);
        plan->due_all++;
        shortlist_add(&least, (struct candidate){item, recall});
    }
    qsort(least.list, (size_t)least.count, sizeof least.list[0], by_recall);
    for (int i = 0; i < least.count; i++)
        plan->entries[plan->count++] =
            (struct plan_entry){least.list[i].item, false};
    plan->due = least.count;
}

/* The next new item of a deck from *from on, or NULL. */
static const struct item *next_new(const struct turns *turns,
                                   const struct deck *deck, size_t *from)
{
    while (*from < turns->knowledge->item_count) {
        const struct item *item = &turns->knowledge->items[(*from)++];
        if (item->deck == deck && !progress_of(turns->progress, item->id) &&
            turn_of(turns, item, NULL) == TURN_NEW)
            return item;
    }
    return NULL;
}

/* One of each deck in turn, so that a new learner sees all of it. Returns how
 * many of `room` were found. */
static int add_round(struct plan *plan, const struct turns *turns,
                     struct deck *const *decks, size_t count, int room)
{
    size_t from[ROUND_MAX] = {0};
    int added = 0;
    for (bool found = true; found && added < room;) {
        found = false;
        for (size_t i = 0; i < count && added < room; i++) {
            const struct item *item = next_new(turns, decks[i], &from[i]);
            if (!item)
                continue;
            plan->entries[plan->count++] = (struct plan_entry){item, true};
            added++;
            found = true;
        }
    }
    return added;
}

static void add_new(struct plan *plan, const struct turns *turns,
                    const struct deck *deck, int room)
{
    const struct knowledge *knowledge = turns->knowledge;
    if (room > PLAN_MAX - plan->count)
        room = PLAN_MAX - plan->count;
    for (size_t at = 0; at < knowledge->deck_count && plan->fresh < room;) {
        size_t count = knowledge->deck_count - at;
        if (count > ROUND_MAX)
            count = ROUND_MAX;
        if (deck)
            count = 1;
        if (!deck || knowledge->decks[at] == deck)
            plan->fresh += add_round(plan, turns, &knowledge->decks[at], count,
                                     room - plan->fresh);
        at += count;
    }
}

/* Spreads the new ones, which stand at the end, evenly among the others. */
static void spread(struct plan *plan)
{
    struct plan before = *plan;
    int due = 0;
    int fresh = plan->due;
    for (int i = 0; i < plan->count; i++) {
        int news_by_now = (int)((int64_t)(i + 1) * plan->fresh / plan->count);
        bool take_new = fresh - plan->due < news_by_now;
        if (due == plan->due)
            take_new = true;
        if (fresh == plan->count)
            take_new = false;
        plan->entries[i] = before.entries[take_new ? fresh++ : due++];
    }
}

static bool related(const struct plan_entry *a, const struct plan_entry *b)
{
    return a->item->subject && a->item->subject == b->item->subject;
}

/* Moves an entry forward to `to`; those between keep their order. */
static void move_up(struct plan *plan, int from, int to)
{
    struct plan_entry moved = plan->entries[from];
    memmove(&plan->entries[to + 1], &plan->entries[to],
            (size_t)(from - to) * sizeof moved);
    plan->entries[to] = moved;
}

/* The place nearest before `at` where the entry there has no relatives beside
 * it, or `at` itself. */
static int place_before(const struct plan *plan, int at)
{
    const struct plan_entry *entry = &plan->entries[at];
    for (int to = at - 1; to >= 0; to--)
        if (!related(entry, &plan->entries[to]) &&
            (to == 0 || !related(entry, &plan->entries[to - 1])))
            return to;
    return at;
}

/*
 * Where two of one subject would stand back to back, the next one that is not
 * of it comes between. Where only such are left, they find places further up:
 * so all are parted unless one subject has more than half of the plan.
 */
static void part_related(struct plan *plan)
{
    for (int i = 1; i < plan->count; i++) {
        const struct plan_entry *before = &plan->entries[i - 1];
        int next = i;
        while (next < plan->count && related(before, &plan->entries[next]))
            next++;
        if (next < plan->count)
            move_up(plan, next, i);
        else
            move_up(plan, i, place_before(plan, i));
    }
}

void plan_make(struct plan *plan, const struct knowledge *knowledge,
               const struct progress *progress, const struct deck *deck,
               struct moment now)
{
    struct turns turns = turns_at(knowledge, progress, now);
    int room = progress->settings.new_per_day -
               progress_day(progress, turns.today).fresh;
    memset(plan, 0, sizeof *plan);
    add_due(plan, &turns, deck);
    add_new(plan, &turns, deck, room);
    plan_bring_forward(plan, &turns, deck);
    if (plan->count)
        spread(plan);
    plan_cut(plan, &turns);
    part_related(plan);
}

void plan_more_new(struct plan *plan, const struct knowledge *knowledge,
                   const struct progress *progress, const struct deck *deck,
                   struct moment now, int count)
{
    struct turns turns = turns_at(knowledge, progress, now);
    memset(plan, 0, sizeof *plan);
    add_new(plan, &turns, deck, count);
    part_related(plan);
}
