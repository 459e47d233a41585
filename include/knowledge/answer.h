/*
 * answer.h -- is what was typed right?
 *
 * Case, width, accents, spaces, punctuation, aliases and the spelling of dates
 * do not matter (NFKC and folding of base/text). One slip (one edit in a word
 * of five letters or more, never in a digit) is shown and counts as right.
 * Pure.
 */
#ifndef KNOWLEDGE_ANSWER_H
#define KNOWLEDGE_ANSWER_H

#include "knowledge/question.h"

enum verdict { ANSWER_WRONG, ANSWER_SLIP, ANSWER_RIGHT };

struct judgement {
    enum verdict verdict;
    const char *meant; /* the accepted spelling nearest to it */
    const char *note;  /* "One year off", or NULL */
};

/* Judges what was typed to a FORM_TYPED question; texts live in `arena`. */
struct judgement answer_judge(const struct question *question,
                              const char *typed, struct arena *arena);

#endif
