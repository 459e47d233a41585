/*
 * check_fact.h -- what is wrong with facts and their subjects; inside the room.
 *
 * Pure.
 */
#ifndef KNOWLEDGE_CHECK_FACT_H
#define KNOWLEDGE_CHECK_FACT_H

#include "knowledge/knowledge.h"

enum { VALUES_LEARNT_MAX = 100 }; /* no one says more by heart */

/* Adds values that may be one, or are too many to learn. */
void check_values(const struct fact *fact, struct problems *problems);

/* Adds a relation that leads back to its own subject, or to one that came
 * later than what names it. */
void check_relation(const struct fact *fact, struct problems *problems);

/* Adds numbers of a field in another unit than the others are in. */
void check_units(const struct knowledge *knowledge, struct problems *problems);

/* Adds sections of an outline listed twice, and what covers none of them. */
void check_outline(const struct knowledge *knowledge,
                   struct problems *problems);

/* Adds a question of the fact's own that tells its answer. */
void check_own_leak(const struct fact *fact, struct arena *arena,
                    struct problems *problems);

/* Adds subjects of a kind that are called the same. */
void check_titles(const struct knowledge *knowledge, struct problems *problems);

#endif
