/*
 * ladder.h -- which form to ask at which strength.
 *
 * Weak forms while memory is weak, strong ones when it is strong: choice of 3
 * for what is new or weak, choice of 4 from LADDER_STRONGER_DAYS of strength,
 * typed or flip from LADDER_STRONG_DAYS; from LADDER_STRONGER_DAYS on one
 * question in four, drawn by the seed, is an order or a match of four instead,
 * where the learner has met all of them. Where a form declines the next one is
 * taken; flip never declines. Pure.
 *
 * The grounds are `make bench-evidence`: 20,000 things for a year at a target
 * of 90 %, scheduled by memory/evidence.h. A form costs seconds, and leaves
 * some things overrated (memory 10 points below belief), for a lucky answer
 * looks like a known one. A minute of truth keeps the most recall, but the
 * stronger a thing, the more luck hides, and the longer:
 *
 *   of 1,000 due answers, overrated | seconds  | by strength in days, from
 *                                   |  a year  |   0    3    7   21   60
 *   truth, 1/2                      |    84    |  62   77   91  114  126
 *   choice of 3                     |   145    |  41   53   62   78   90
 *   choice of 4                     |   153    |  33   34   48   58   66
 *   choice of 5                     |   154    |  22   29   37   47   55
 *   flip; typed                     | 192; 298 |   0    0    0    0    0
 *
 *   a whole ladder                  | seconds  | below 21 d, from 21 d
 *   always choice of 4              |   153    |  39   64
 *   3, then 4 from 7 d, 5 from 21 d |   149    |  50   66
 *   3, then 4 from 7 d, typed 21 d  |   171    |  48   50
 *   3, then 4 from 3 d, typed 7 d   |   185    |  42   24
 *   always typed                    |   298    |   0    0
 *
 * All of them keep 93.8 to 94.2 % of all days' recall. The rule: the cheapest
 * that overrates at most one in twenty on either side of LADDER_STRONG_DAYS,
 * from where on the learner is told that something is held. Typing everything
 * costs three quarters more time and keeps no more. Typed comes before flip,
 * though flip is quicker: a learner who grades himself is taken at his word.
 * What the simulation leaves out: recognising among options may be easier than
 * recalling, which speaks for strong forms too.
 */
#ifndef STUDY_LADDER_H
#define STUDY_LADDER_H

#include "knowledge/question.h"
#include "study/progress.h"

/* Strength in days from which the second and the third form hold. */
enum { LADDER_STRONGER_DAYS = 7, LADDER_STRONG_DAYS = 21 };

/*
 * Seconds that an answer takes, as assumed: to read a sentence and nod (5), or
 * a question with three to five short options (8); to recall and turn a card
 * (9), or to write the answer as well (14); to set four pairs or an order of
 * four (20, of which each item has its part).
 */
#define LADDER_SECONDS_TRUTH 5.0
#define LADDER_SECONDS_CHOICE 8.0
#define LADDER_SECONDS_FLIP 9.0
#define LADDER_SECONDS_TYPED 14.0
#define LADDER_SECONDS_MATCH 20.0
#define LADDER_SECONDS_ORDER 20.0

/* Makes the question for an item as it is known now; `form` FORM_COUNT leaves
 * the form to the ladder, another asks for it first. Never fails. The seed is
 * mixed with the item and its number of reviews. */
void ladder_question(const struct knowledge *knowledge,
                     const struct progress *progress, const struct item *item,
                     enum form form, uint64_t seed, int32_t today,
                     struct arena *arena, struct question *question);

#endif
