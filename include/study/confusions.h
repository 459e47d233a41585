/*
 * confusions.h -- what a learner took for what, from the log.
 *
 * Of each item the last few facts that were chosen instead of it, the latest
 * first. A question shows them again among its options, until they are told
 * apart. Of a card, whose wrong options are of no fact, their texts are kept.
 * Pure; all of it lives in one arena.
 */
#ifndef STUDY_CONFUSIONS_H
#define STUDY_CONFUSIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "knowledge/question.h"
#include "study/event.h"

struct confusion_entry {
    const char *item;
    struct confusions of;
};

struct confusion_book {
    struct arena *arena;
    struct confusion_entry *entries; /* in the order first met */
    size_t count;
    size_t capacity;
    size_t *slots; /* hash table over entries, one more; 0 is empty */
    size_t slot_count;
};

/* An empty book in `arena`. */
void confusions_init(struct confusion_book *book, struct arena *arena);

/* Notes what the review of `item` says was chosen instead: options and chosen
 * of its body. False where it says nothing: right, not known, or a body in
 * another form. */
bool confusions_add(struct confusion_book *book, const char *item,
                    const struct event *review);

/* Notes one fact's id, as if it had just been chosen. */
void confusions_note(struct confusion_book *book, const char *item,
                     const char *fact_id);

/* Puts back what was before an addition. */
void confusions_put(struct confusion_book *book, const char *item,
                    const struct confusions *before);

/* What was chosen instead of the item, or NULL when nothing was. */
const struct confusions *confusions_of(const struct confusion_book *book,
                                       const char *item);

/* The fact that a review's body says was chosen, or NULL; in `arena`. */
const char *confusions_chosen(const struct event *review, struct arena *arena);

#endif
