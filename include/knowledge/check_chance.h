/*
 * check_chance.h -- what would a player score who knows nothing? Inside the
 * room only.
 *
 * Pure.
 */
#ifndef KNOWLEDGE_CHECK_CHANCE_H
#define KNOWLEDGE_CHECK_CHANCE_H

#include "knowledge/check.h"

/* Adds the decks whose answers can be told by how the options look, where they
 * stand, or how often they come. */
void check_chances(const struct knowledge *knowledge, int32_t today,
                   struct check_watch watch, struct problems *problems);

#endif
