/*
 * desk_read.h -- decks read for the first time, and again.
 *
 * Between cli/desk and cli/desk_again only.
 */
#ifndef CLI_DESK_READ_H
#define CLI_DESK_READ_H

#include "cli/desk.h"

/* Reads kinds and decks into the desk's arena. False as desk_open_decks(). */
bool desk_read(struct desk *desk, const struct options *options,
               struct error *err);

/* Progress as the log says, for the knowledge and the learner of now. */
bool desk_derive(struct desk *desk, struct error *err);

/* The path of what was named as a word. */
const char *desk_path(struct desk *desk, const struct options *options,
                      const char *word);

/* What is seen of files from outside, as one number: another one when a file
 * was written, came or went. */
uint64_t desk_look(const char *const *paths, size_t count);

#endif
