/*
 * session.h -- one sitting: a queue of items, the score, undo.
 *
 * Pure: time and answers are passed in, and a review is a value that the caller
 * saves and then applies. A new or failed item leaves the sitting after it was
 * right once in it (twice for a new one whose first answer was wrong);
 * until then it comes back after a few others. One that is set aside leaves
 * without an answer. Plain data: copy it with `=`.
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
};

/* One answer given, or one item set aside; enough to take it back. */
struct session_step {
    bool is_aside;
    int16_t entry;
    struct session_entry before;
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

/* The current entry was set aside by the saved `event`, which was applied to
 * progress as `step`: it leaves without an answer. */
void session_set_aside(struct session *session, const struct event *event,
                       const struct progress_step *step);

/* The last answer not taken back, or NULL: its event is what a void names. */
const struct session_step *session_last(const struct session *session);

/* Takes the last answer back: its entry is current again. The caller has
 * voided the event and takes progress back with the step. */
void session_take_back(struct session *session);

#endif
