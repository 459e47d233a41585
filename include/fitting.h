/*
 * fitting.h -- the learner's model is fitted while the window goes on.
 *
 * Between the files of the shell only. The log is read before the thread
 * begins; the thread has a copy of its own and never looks at the desk, but
 * for the ids of the decks, until fitting_settle().
 */
#ifndef FITTING_H
#define FITTING_H

#include <pthread.h>
#include <stdatomic.h>

#include "app/msg.h"
#include "cli/desk.h"
#include "study/refit.h"

struct fitting_work {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t change;
    bool is_begun;    /* there is a thread to wait for */
    bool is_arranged; /* under the lock: the decks are looked at no more */
    atomic_bool stop;
    atomic_bool done;
    atomic_int share; /* per mille */
    struct arena room;
    struct event *events;
    size_t event_count;
    const struct knowledge *knowledge;
    struct memory_model model;
    struct refit result;
    int64_t from_ms;
    int told; /* per mille, as last reported */
};

/* Reads the log and begins; false with a sentence. One at a time. */
bool fitting_begin(struct fitting_work *work, struct desk *desk, int64_t now_ms,
                   struct error *err);

/* Asks it to end soon. */
void fitting_stop(struct fitting_work *work);

/* Waits until the thread looks at the decks no more: before they go. */
void fitting_settle(struct fitting_work *work);

/* True if there is something to tell: MSG_FITTING, or MSG_FITTED, whose result
 * lives until the next fitting_begin(). */
bool fitting_report(struct fitting_work *work, int64_t now_ms, struct msg *msg);

/* Stops it and waits for its end. Fine on work that was never begun. */
void fitting_end(struct fitting_work *work);

#endif
