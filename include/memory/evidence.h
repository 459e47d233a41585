/*
 * evidence.h -- what an answer says about memory.
 *
 * A right answer among four options may be a lucky guess, so it counts as
 * evidence, not as proof. Let R be the recall predicted just before the answer
 * and c the chance of being right without knowing. P(right) = R + (1 - R) c,
 * and after a right answer p = R / (R + (1 - R) c) is the chance that it was
 * memory. The new memory holds both hypotheses: "recalled", believed with p,
 * and "lucky" with 1 - p. A wrong answer is forgotten, whatever the form. c = 0
 * gives the plain model.
 *
 * Two hypotheses make four at the next answer that may be luck. Those two are
 * joined that lose least of the spread of ln S, w1 w2 / (w1 + w2) (ln S1 - ln
 * S2)^2, until two are left: stabilities mix in the logarithm, difficulty
 * linearly. What a later answer says of either (Bayes' rule, in
 * memory/model.h) is what makes carrying both worth while.
 *
 * Theory and simulation. Without joining, belief is the exact mean over all
 * that may have happened, so recall on the due day is the target (simulated
 * with all 2^n hypotheses: within its error of 0). Folding all into one state
 * errs twice. Recall of the mean of ln S lies above the mean of the recalls,
 * for the weak one falls fast: too long an interval. And one state cannot
 * learn: of two, a right answer after a long pause speaks for the strong one
 * and a wrong one for the weak. Setting the one state so that its recall on
 * the due day is that of the mixture mends the first error alone, and then the
 * second shows: .5 too much recall for more answers. Two hypotheses keep the
 * difference that matters; of eight answers in a row they foretell recall
 * within a point of all 256.
 *
 * `make bench-evidence`, 20,000 things for a year, FSRS-7, target 90 %; recall
 * on due days less what was believed, in points (standard error .05 at most),
 * and answers per thing:
 *
 *                   | true/false  | 1 of 3      | 1 of 4      | order of 4
 *   plain           | -6.3   11.5 | -3.8   14.6 | -2.7   16.2 |  -.4   20.4
 *   folded into one | -1.0   16.4 |  -.6   17.8 |  -.4   18.7 |  -.1   21.2
 *   two hypotheses  |  -.3   16.8 |  -.2   18.2 |  -.1   19.1 |   .0   21.1
 *   told the truth  |   .0   21.3 |   .0   21.3 |   .0   21.3 |   .0   21.3
 *
 * Fewer answers than when told, since what was guessed is shown at once and
 * not repeated in the sitting; on due days alone they are 3 % fewer to 4 %
 * more. Belief is right on the mean: a single thing's recall is 6 points off it
 * at true/false and 4 at one of four, as the root of the mean square.
 *
 * All that is believed of something new before its first answer is
 * EVIDENCE_NEW_RECALL. Where 5 % are known in truth, recall falls .7 points
 * short of belief at true/false and .4 at one of four; where 40 % are, it is
 * .3 and .4 above.
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
 * for every chance. A share mixes the right and the wrong outcome. Of two
 * hypotheses the likelier one comes first.
 */
struct memory evidence_after(const struct memory_model *model,
                             const struct memory *memory, double elapsed_days,
                             struct evidence seen);

#endif
