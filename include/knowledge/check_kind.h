/*
 * check_kind.h -- what is wrong with kinds and their templates; inside the
 * room.
 *
 * Pure.
 */
#ifndef KNOWLEDGE_CHECK_KIND_H
#define KNOWLEDGE_CHECK_KIND_H

#include "knowledge/knowledge.h"

/* Adds what is wrong with each kind: places that no template can fill, a
 * sentence without its subject or its value, one that tells what it asks;
 * relations and sentences that need a promise nobody gave. */
void check_kinds(const struct knowledge *knowledge, struct problems *problems);

/* Adds what is wrong with the question that a fact has of its own. */
void check_own_question(const struct knowledge *knowledge,
                        const struct fact *fact, struct problems *problems);

#endif
