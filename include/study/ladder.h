/*
 * ladder.h -- which form to ask at which strength.
 *
 * Weak forms while memory is weak, strong ones when it is strong: choice of 3
 * for what is new or weak (under 7 days of strength), choice of 4 to 5 (under
 * 21), then typed or flip. Where a form declines the next one is taken; flip
 * never declines. Pure.
 */
#ifndef STUDY_LADDER_H
#define STUDY_LADDER_H

#include "knowledge/question.h"
#include "study/progress.h"

/* Makes the question for an item as it is known now; `form` FORM_COUNT leaves
 * the form to the ladder, another asks for it first. Never fails. The seed is
 * mixed with the item and its number of reviews. */
void ladder_question(const struct knowledge *knowledge,
                     const struct progress *progress, const struct item *item,
                     enum form form, uint64_t seed, int32_t today,
                     struct arena *arena, struct question *question);

#endif
