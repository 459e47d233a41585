/*
 * check.h -- proves loaded decks sound, beyond what reading them shows.
 *
 * Reading (knowledge_build) reports what is not understood; this asks whether
 * what was understood can be asked: facts without a source, articles out of
 * range, dates in the future, undeclared parties, twins among hand-written
 * options, wrong options that are right elsewhere, leaking titles. Pure.
 */
#ifndef KNOWLEDGE_CHECK_H
#define KNOWLEDGE_CHECK_H

#include "knowledge/knowledge.h"

/* Adds what is wrong, as seen on the study day `today`. */
void check_knowledge(const struct knowledge *knowledge, int32_t today,
                     struct problems *problems);

#endif
