/*
 * dual_evidence.h -- memory/evidence in numbers that carry their slope.
 *
 * Up to two weighted hypotheses go through a card's answers as they do in
 * memory/evidence.c, the weights' slopes with them. For tests alone.
 */
#ifndef DUAL_EVIDENCE_H
#define DUAL_EVIDENCE_H

#include "dual_model.h"

/* As struct memory. */
struct dual_memory {
    int count;
    struct dual weight[MEMORY_BRANCHES_MAX];
    struct dual_state branch[MEMORY_BRANCHES_MAX];
};

/* The recall of each hypothesis before an answer, and of all together. */
struct dual_recalls {
    struct dual_recall of[MEMORY_BRANCHES_MAX];
    struct dual whole;
};

/* One answer, `days` after the one before. */
struct dual_answer {
    double days;
    enum grade grade;
    double chance;
};

/* The memory after a first answer. */
struct dual_memory dual_evidence_first(const struct dual_model *model,
                                       struct dual_answer answer);

struct dual_recalls dual_evidence_recalls(const struct dual_model *model,
                                          const struct dual_memory *memory,
                                          double days);

/* The memory after a later answer, before which recall was `recalls`. */
void dual_evidence_after(const struct dual_model *model,
                         struct dual_memory *memory,
                         const struct dual_recalls *recalls,
                         struct dual_answer answer);

#endif
