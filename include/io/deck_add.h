/*
 * deck_add.h -- a deck file becomes one of the learner's decks.
 *
 * Copied whole or not at all; what is there already is never written over, and
 * the file itself stays where it is.
 */
#ifndef IO_DECK_ADD_H
#define IO_DECK_ADD_H

#include <stdbool.h>

#include "base/error.h"

/* Copies the deck file `path` into `folder`, which is made where it is
 * missing. False with a sentence when it is no deck file, is too large, has the
 * name of one that is there, or cannot be copied. */
bool deck_add(const char *path, const char *folder, struct error *err);

#endif
