/*
 * fitting.h -- the learner's model, fitted while the program goes on.
 *
 * A fit is asked for by the row of the settings, or once a month by itself.
 * EFFECT_FIT begins it elsewhere; MSG_FITTING says how far it is, MSG_FITTED
 * what came of it. A model that foretells better is written to the log and all
 * that is derived from the log is derived anew (EFFECT_DERIVE), which waits
 * until no sitting goes on and every answer is saved. Between the files of the
 * app room only.
 */
#ifndef APP_FITTING_H
#define APP_FITTING_H

#include <stdbool.h>

#include "study/refit.h"

enum { FITTING_SAYS_MAX = 160, FITTING_EVERY_MS = 250 };

struct app;
struct msg;
struct effect;

/* What the pending event does about it. */
enum fitting_save { FITTING_NOTHING, FITTING_KEEPS, FITTING_TAKES_BACK };

struct fitting {
    bool runs;
    bool by_itself;
    bool stops;         /* was told to */
    int done;           /* per mille */
    int seconds_left;   /* -1: not known yet */
    bool has_found;     /* it is through, and waits to be obeyed */
    struct refit found; /* then */
    enum fitting_save saves;
    bool can_undo;
    int undo_at; /* so many settings were changed before it */
    struct event_id event;
    char says[FITTING_SAYS_MAX]; /* what the last one came to; "": none was */
};

/* Takes what concerns a fit: MSG_FIT, MSG_FIT_STOP, MSG_FITTING, MSG_FITTED,
 * MSG_DERIVED, and the moment to begin or to obey one. False: it is for
 * others. */
bool fitting_update(struct app *app, const struct msg *msg,
                    struct effect *effect);

/* True if the last change that can be taken back was a fit; and takes it
 * back. */
bool fitting_is_last(const struct app *app);
struct effect fitting_take_back(struct app *app);

/* The event about it is durable, or could not be saved. */
struct effect fitting_saved(struct app *app);
void fitting_save_failed(struct app *app, const char *why);

/* Another learner's log lies open: what goes on is of no use. */
void fitting_forget(struct app *app);

/* Milliseconds until it wants a message; -1: it does not. */
int fitting_wait_ms(const struct app *app);

#endif
