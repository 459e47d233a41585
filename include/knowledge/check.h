/*
 * check.h -- proves loaded decks sound, beyond what reading them shows.
 *
 * Reading (knowledge_build) reports what is not understood; this asks whether
 * what was understood can be asked. Three parts: what is written (cards, facts,
 * kinds), every question of every form that can be made of it, and what a
 * player who knows nothing would score. Pure.
 *
 * The ten rules of the design, and the words that problems carry:
 *
 *    1  one key               same-title, same-question, contradiction,
 *                             template
 *    2  every option false    wrong-is-right, not-complete
 *    3  same kind             shape, article-range, future-date, date-order
 *    4  all different         twin, repeated-value, duplicate-name
 *    5  plausible             few-wrong, too-many
 *    6  no look tell          length, look, tell
 *    7  no stem leak          leak
 *    8  clean form            clean-form, template, card
 *    9  order and base rate   order, tell
 *   10  traceable             no-source, trace, duplicate-id, was, party
 *
 * Rules 1 to 4, 7, 8 and 10 are proved for every item in every form and number
 * of options, with CHECK_SEEDS_PROVED drawings each. Rules 6 and 9 are measured
 * on CHECK_SEEDS drawings of each choice, on fewer of each where there are so
 * many that CHECK_DRAWINGS would be passed; which ones is fixed. A deck is told
 * of when a blind player scores CHECK_MARGIN above chance and that cannot be
 * luck (99.9 %, by the number of its items).
 */
#ifndef KNOWLEDGE_CHECK_H
#define KNOWLEDGE_CHECK_H

#include "knowledge/knowledge.h"

enum {
    CHECK_SEEDS = 1000,
    CHECK_SEEDS_PROVED = 2,
    CHECK_DRAWINGS = 20000,   /* in all, for the statistical rules */
    CHECK_ITEMS_PROVED = 4000 /* more: one drawing of each form proved */
};

#define CHECK_MARGIN 0.05

/* Hears how far it is; either may be NULL. */
struct check_watch {
    void (*told)(void *listener, size_t done, size_t all);
    void *listener;
};

/* Adds what is wrong with what is written, as seen on the study day `today`. */
void check_knowledge(const struct knowledge *knowledge, int32_t today,
                     struct problems *problems);

/* Adds what is wrong with the questions that are made of it. */
void check_questions(const struct knowledge *knowledge, int32_t today,
                     struct check_watch watch, struct problems *problems);

#endif
