/*
 * check_proof.h -- is this one question sound? Inside the room only.
 *
 * Looks at a finished question alone, and at what is known; how it was made is
 * not asked. Pure.
 */
#ifndef KNOWLEDGE_CHECK_PROOF_H
#define KNOWLEDGE_CHECK_PROOF_H

#include "knowledge/question.h"
#include "knowledge/table.h"

/* What a question is found to break; rule NULL: nothing. */
struct fault {
    const char *rule;
    const char *message;
    const char *remedy;
};

struct proof {
    const struct knowledge *knowledge;
    struct table facts; /* id: struct fact */
    int32_t today;
    struct arena *arena; /* forgotten after each question */
};

/* A proof of questions of that knowledge; its table lives in `lasting`. */
void proof_init(struct proof *proof, const struct knowledge *knowledge,
                int32_t today, struct arena *lasting, struct arena *arena);

/* The first fault of the question. */
struct fault proof_of(const struct proof *proof,
                      const struct question *question);

/* The first fault of a choice. */
struct fault proof_choice(const struct proof *proof,
                          const struct question *question);

/* A fault that quotes a text. */
struct fault proof_fault(const struct proof *proof, const char *rule,
                         const char *remedy, const char *what,
                         const char *text);

/* The fact of that id, or NULL. */
const struct fact *proof_fact(const struct proof *proof, const char *id);

/* The last article of a subject, 0 where no number is stated. */
double check_last_article(const struct subject *subject);

#endif
