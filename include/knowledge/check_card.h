/*
 * check_card.h -- what is wrong with cards written by hand; inside the room.
 *
 * Pure.
 */
#ifndef KNOWLEDGE_CHECK_CARD_H
#define KNOWLEDGE_CHECK_CARD_H

#include "knowledge/knowledge.h"

/* What every card is looked at with. */
struct card_check {
    const struct knowledge *knowledge;
    struct problems *problems;
    struct arena *arena; /* forgotten after each card */
};

/* Adds what is wrong with each card: twins, wrong options that are right, an
 * answer that its own question tells, the same question asked twice. */
void check_cards(const struct knowledge *knowledge, struct problems *problems);

/* Adds the wrong options that are right by what is known of the subject. */
void check_wrong_options(const struct card_check *check,
                         const struct card *card);

/* The party of that name, or NULL. */
const struct subject *check_party(const struct card_check *check,
                                  const char *name);

#endif
