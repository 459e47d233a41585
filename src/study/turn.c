#include "study/turn.h"

#include <string.h>

enum { ID_MAX = 512 };

struct turns turns_at(const struct knowledge *knowledge,
                      const struct progress *progress, struct moment now)
{
    struct turns turns = {knowledge, progress, now, moment_study_day(now),
                          NULL,      0};
    turns.asides = progress_asides(progress, turns.today, &turns.aside_count);
    return turns;
}

static bool is_due(const struct turns *turns, const struct item_state *state)
{
    if (state->due.days >= 1)
        return state->due.day <= turns->today;
    return state->due.ms <= turns->now.at_ms;
}

/* The same fact asked the other way round, or NULL. */
static const struct item *other_direction(const struct knowledge *knowledge,
                                          const struct item *item)
{
    char id[ID_MAX];
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

static bool is_aside(const struct turns *turns, const struct item *item)
{
    for (size_t i = 0; i < turns->aside_count; i++)
        if (strcmp(turns->asides[i].id, item->id) == 0)
            return true;
    return false;
}

bool turn_has_other(const struct turns *turns, const struct item *item)
{
    const struct item *other = other_direction(turns->knowledge, item);
    const struct item_state *state =
        other ? progress_of(turns->progress, other->id) : NULL;
    return is_aside(turns, item) ||
           (state && state->last.study_day == turns->today);
}

/* Of two directions that are due, the one remembered less goes first. */
static bool yields(const struct turns *turns, const struct item *item,
                   const struct item_state *state,
                   const struct item_state *other)
{
    double own = progress_recall(turns->progress, state, turns->now);
    double others = progress_recall(turns->progress, other, turns->now);
    return others < own || (!(own < others) && item->back);
}

enum turn turn_of(const struct turns *turns, const struct item *item,
                  const struct item_state *state)
{
    if (state && !is_due(turns, state))
        return TURN_LATER;
    if (is_aside(turns, item))
        return TURN_WAITS;
    const struct item *other = other_direction(turns->knowledge, item);
    const struct item_state *others =
        other ? progress_of(turns->progress, other->id) : NULL;
    if (others && others->last.study_day == turns->today)
        return TURN_WAITS;
    if (!state) {
        bool unmet = other && !others && item->back;
        bool taken = others && is_due(turns, others);
        return unmet || taken ? TURN_WAITS : TURN_NEW;
    }
    if (others && is_due(turns, others) && yields(turns, item, state, others))
        return TURN_WAITS;
    return TURN_DUE;
}
