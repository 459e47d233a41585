/*
 * mistakes.h -- the page of what is wrong with the decks.
 *
 * What it counts over all problems, and the source around the one on show.
 * Between the files of the app only.
 */
#ifndef APP_MISTAKES_H
#define APP_MISTAKES_H

#include "app/flow.h"

/* Files that have a problem; decks in use that have none. */
int mistakes_files(const struct app *app);
int mistakes_sound_decks(const struct app *app);

/* The lines around the problem on show, with their numbers, the bad one marked;
 * what the message quotes is struck out. */
void mistakes_source(struct pen *pen, struct flow *flow);

#endif
