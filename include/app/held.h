/*
 * held.h -- events that could not be saved, in memory until they are.
 *
 * What was answered counts at once; the log gets it later, in the same order.
 * Until then an event's id is a ticket, which no device's id can be; when it is
 * durable, whatever remembers the ticket is given the id. At most APP_HELD_MAX:
 * then nothing goes on until some are saved. Events of one answer are saved
 * together. Between the files of the app only.
 */
#ifndef APP_HELD_H
#define APP_HELD_H

#include "app/app.h"

/* True for a ticket: the event of that id is not saved yet. */
bool held_is_ticket(const struct event_id *id);

/* The pending event joins them, with a ticket as its id. */
void held_put(struct app *app);

/* The event with that ticket was never given after all. */
void held_take(struct app *app, uint64_t ticket);

/* The first of them, with all of its answer, becomes pending; nothing when
 * there is none. */
struct effect held_save(struct app *app);

/* The pending ones of them are durable; the next follows. */
struct effect held_saved(struct app *app);

/* A message about them; true when it was one. */
bool held_update(struct app *app, const struct msg *msg, struct effect *effect);

/* The line about them takes its room from the window's height. */
void held_fit(struct app *app);

#endif
