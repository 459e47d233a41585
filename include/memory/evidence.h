/*
 * evidence.h -- what an answer says about memory.
 *
 * A right answer among four options may be a lucky guess, so it counts as
 * evidence, not as proof. Let R be the recall predicted just before the answer
 * and c the chance of being right without knowing. P(right) = R + (1 - R) c,
 * and after a right answer p = R / (R + (1 - R) c) is the chance that it was
 * memory. The new state mixes "recalled" with weight p and "lucky" with weight
 * 1 - p: stabilities in the log, difficulty linearly. A wrong answer is
 * forgotten, whatever the form. c = 0 gives the plain model.
 *
 * Pure, as memory/model.h is.
 */
#ifndef MEMORY_EVIDENCE_H
#define MEMORY_EVIDENCE_H

#include "memory/model.h"

/* What a first answer's recall is taken to be: it is undefined in the models,
 * and most of what is new is not known. */
#define EVIDENCE_NEW_RECALL 0.2

/* The "lucky" branch after a right answer: forgotten, shown the answer, and
 * recalled this long after. */
#define EVIDENCE_LUCKY_MINUTES 10.0

/* What was observed at one review. */
struct evidence {
    enum grade grade; /* GRADE_AGAIN is wrong; the others are right */
    double chance;    /* of being right without knowing, 0 <= chance < 1 */
    double share;     /* of a class that was right; 1 for one learner */
};

/* The chance that a right answer was memory, for a recall and a chance. */
double evidence_was_memory(double recall, double chance);

/*
 * The memory after an answer `elapsed_days` after the last one. A grade right
 * with chance 0 and share 1 is memory_after() to the bit; GRADE_AGAIN is so
 * for every chance. A share mixes the right and the wrong outcome.
 */
struct memory evidence_after(const struct memory_model *model,
                             const struct memory *memory, double elapsed_days,
                             struct evidence seen);

#endif
