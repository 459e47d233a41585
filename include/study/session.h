/*
 * session.h -- one sitting: a queue of items, the score, undo.
 *
 * Pure: time and answers are passed in, and a review is a value that the caller
 * saves and then applies. An answer may be about several items at once: each
 * has a review and a step of its own, and they are taken back together. A new
 * or failed item leaves the sitting after it was right once in it (twice for a
 * new one whose first answer was wrong); until then it comes back after a few
 * others. One that is set aside leaves without an answer. Plain data: copy it
 * with `=`.
 */
#ifndef STUDY_SESSION_H
#define STUDY_SESSION_H

#include "study/plan.h"

enum { SESSION_MAX = PLAN_MAX, SESSION_UNDO_MAX = 2000, SESSION_LAG = 4 };

struct session_entry {
    const struct item *item;
    bool is_new;
    bool missed;      /* answered wrong in this sitting */
    bool first_wrong; /* the first answer in this sitting was wrong */
    int16_t times;    /* answers in this sitting */
    int16_t right;    /* right answers in this sitting */
    bool done;
    bool gone; /* its deck is: it is on show, and leaves with the next card */
};

/* One item answered, or set aside; enough to take it back. */
struct session_step {
    bool is_aside;
    int16_t together; /* steps of the answer that it belongs to */
    int16_t part;     /* it is the so-manieth of them */
    int16_t entry;    /* -1: the item is not of this sitting */
    struct session_entry before;
    int16_t queue_from;  /* where the entry stood, -1: it had left */
    int16_t queue_place; /* where the entry was put back, -1: it left */
    struct event_id id;  /* the event, once saved */
    enum grade grade;
    int32_t dur_ms;
    double recall;          /* predicted just before */
    double expected_before; /* the session's sum, to the bit */
    struct progress_step step;
};

struct session {
    struct session_entry entries[SESSION_MAX];
    int16_t
        queue[SESSION_MAX]; /* entries still to come, the first is current */
    int queue_count;
    int count;   /* entries in all */
    int done;    /* entries that have left */
    int answers; /* given and not taken back */
    int right;
    int first_answers; /* items answered at least once */
    int first_right;   /* of these, right at the first answer */
    int64_t dur_ms;
    double expected; /* sum of predicted recall over items not new */
    int expected_of;
    int kept_before;            /* items kept when it began */
    struct session_step *steps; /* SESSION_UNDO_MAX of them, in the arena */
    int step_count;
};

/* Begins a sitting with what a plan holds; the steps live in `arena`. */
void session_begin(struct session *session, const struct plan *plan, int limit,
                   struct arena *arena);

/* The entry on show, or NULL when the sitting is over. */
const struct session_entry *session_current(const struct session *session);

/*
 * Records a review of the current entry that was saved as `event` (its id is
 * known) and applied to progress as `step`. The entry leaves or goes back into
 * the queue. An event that sets it aside is passed on to session_set_aside().
 */
void session_record(struct session *session, const struct event *event,
                    double recall, const struct progress_step *step);

/*
 * The same for each of the `together` reviews of one answer, in turn: of
 * whichever item the event names. One that had left and was missed now comes
 * back; one that is not of this sitting counts as answered and no more.
 */
void session_record_part(struct session *session, const struct event *event,
                         double recall, const struct progress_step *step,
                         int part, int together);

/* The current entry was set aside by the saved `event`, which was applied to
 * progress as `step`: it leaves without an answer. */
void session_set_aside(struct session *session, const struct event *event,
                       const struct progress_step *step);

/* The last step not taken back, or NULL: its event is what a void names. The
 * steps of one answer follow each other: `together` of them end here. */
const struct session_step *session_last(const struct session *session);

/* Takes the last step back: with the last of an answer its entry is current
 * again. The caller has voided the event and takes progress back with it. */
void session_take_back(struct session *session);

/*
 * The decks were read again and progress was derived for them: every item is
 * looked for by its id, also under the one it has now. What is no longer there
 * leaves the sitting, except for the item `shown` (NULL: none), which stays
 * until session_let_go(); its answers still count. Steps up to the last one of
 * an item that left cannot be taken back any more. Returns how many items are
 * gone. What the items were read from must still be there.
 */
int session_refind(struct session *session, const struct knowledge *knowledge,
                   const struct progress *progress, const struct item *shown);

/* What is gone and stayed on show leaves too. */
void session_let_go(struct session *session);

#endif
