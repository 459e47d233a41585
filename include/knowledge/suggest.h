/*
 * suggest.h -- what the writer of a deck may have meant.
 *
 * Pure.
 */
#ifndef KNOWLEDGE_SUGGEST_H
#define KNOWLEDGE_SUGGEST_H

#include <stddef.h>

#include "base/arena.h"

/* After so many problems a guess is not worth its time any more. */
enum { SUGGESTIONS_MAX = 200 };

/*
 * A remedy for a word that is not known: `write "signed"` when one of `known`
 * is a few letters away, else `write one of: ...` with the first of them.
 */
const char *suggest(struct arena *arena, const char *word,
                    const char *const *known, size_t count);

/* The known word that is nearest to `word`, or NULL when none is near. */
const char *suggest_nearest(struct arena *arena, const char *word,
                            const char *const *known, size_t count);

/* The text as a message quotes it: whole when it is short, else its beginning
 * and "...". */
const char *suggest_quoted(struct arena *arena, const char *text);

#endif
