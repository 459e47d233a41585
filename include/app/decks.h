/*
 * decks.h -- the decks change while the program goes on.
 *
 * They are read beside those in use and taken when nothing is being saved. A
 * sitting is not lost: what it holds is found again by its ids, and the
 * question on show stays as it was asked until the next card. Between the files
 * of the app only.
 */
#ifndef APP_DECKS_H
#define APP_DECKS_H

#include "app/app.h"

/* A message about them; true when it was one. */
bool decks_update(struct app *app, const struct msg *msg,
                  struct effect *effect);

/* What to do when there is nothing else to be done: take what was read. */
struct effect decks_take(struct app *app);

/* Reads them again while a sitting goes on. */
struct effect decks_read_beside(struct app *app);

/* True while a sitting waits below the page on show, or is on show. */
bool decks_has_sitting(const struct app *app);

/* Says that they were read, or `wrong`, and how many mistakes they have. */
void decks_tell(struct app *app, const char *wrong);

#endif
