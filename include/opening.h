/*
 * opening.h -- decks and log are opened while the window is.
 *
 * Between the files of the shell only. A thread of its own has the desk until
 * opening_end(); nobody else may look at it before.
 */
#ifndef OPENING_H
#define OPENING_H

#include <pthread.h>

#include "cli/desk.h"

struct opening {
    struct desk *desk;
    const struct options *options;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t change;
    bool has_thread;
    bool done; /* under the lock */
    bool good;
    struct error err;
};

void opening_begin(struct opening *opening, struct desk *desk,
                   const struct options *options);

/* True once the desk is open or cannot be; waits at most `ms`. */
bool opening_wait(struct opening *opening, int ms);

/* Waits to the end; false with a sentence when the desk is not open. Fine a
 * second time, and on an opening that was never begun. */
bool opening_end(struct opening *opening, struct error *err);

#endif
