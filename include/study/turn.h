/*
 * turn.h -- whether an item's turn has come today; inside the room only.
 *
 * The two directions of a fact tell each other's answer, so only one of them
 * is asked on a study day: the one that was begun, else the one remembered
 * less. The way from the subject to the value is met first. What was set aside
 * today keeps its direction's turn until tomorrow. The plan, the counts and the
 * forecast all ask here, so that they never differ. Pure.
 */
#ifndef STUDY_TURN_H
#define STUDY_TURN_H

#include "study/progress.h"

enum turn {
    TURN_LATER, /* met before and not due yet */
    TURN_WAITS, /* due or new, but its other direction has the day, or it was
                 * set aside until tomorrow */
    TURN_DUE,
    TURN_NEW,
};

/* What turns are taken in, and when. */
struct turns {
    const struct knowledge *knowledge;
    const struct progress *progress;
    struct moment now;
    int32_t today;
    const struct aside *asides; /* of today */
    size_t aside_count;
};

/* The turns at an instant; `knowledge` and `progress` outlive them. */
struct turns turns_at(const struct knowledge *knowledge,
                      const struct progress *progress, struct moment now);

/* The turn of an item whose state is `state` (NULL: never reviewed). */
enum turn turn_of(const struct turns *turns, const struct item *item,
                  const struct item_state *state);

/* True if the other direction of the item's fact has this day: it was asked. */
bool turn_has_other(const struct turns *turns, const struct item *item);

#endif
