/*
 * describe.h -- a subject by what is true of it, where its title would tell.
 *
 * "the supply agreement signed in Rome on 25 November 2024": built from facts
 * other than the asked one and proved to fit one subject only, over all loaded
 * decks. A fact that another subject lacks proves nothing about it. Pure.
 */
#ifndef KNOWLEDGE_DESCRIBE_H
#define KNOWLEDGE_DESCRIBE_H

#include "base/arena.h"
#include "knowledge/knowledge.h"
#include "knowledge/leak.h"

/*
 * The first description of the kind that uses neither the asked field nor one
 * derived from it (or it from them), has all its values, tells nothing of the
 * key and fits this subject alone; NULL when there is none. In `arena`.
 */
const char *describe_subject(const struct knowledge *knowledge,
                             const struct subject *subject,
                             const struct field *asked, const struct leak *leak,
                             struct arena *arena);

#endif
