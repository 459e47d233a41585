/*
 * question_draft.h -- a question while it is being made; inside the room only.
 *
 * The forms (question_form.c) choose what is asked and shown, the stem
 * (question_stem.c) puts it into words that do not tell. Pure.
 */
#ifndef KNOWLEDGE_QUESTION_DRAFT_H
#define KNOWLEDGE_QUESTION_DRAFT_H

#include <stdbool.h>

#include "knowledge/leak.h"
#include "knowledge/options.h"
#include "knowledge/question.h"

enum { TYPED_WORDS_MAX = 4, TYPED_LENGTH_MAX = 40 };

struct question_draft {
    const struct item *item;
    struct draw draw;
    struct picks picks;         /* of a choice */
    struct leak leak;           /* what head and prompt must not tell */
    const char *statement;      /* of truth and cloze: said instead of asked */
    const struct value *stated; /* the value it says */
    struct question *question;
    struct error *why_not;
};

/* One function a form; false with the reason when the item is not asked so. */
bool question_flip(struct question_draft *draft);
bool question_choice(struct question_draft *draft);
bool question_typed(struct question_draft *draft);
bool question_truth(struct question_draft *draft);
bool question_cloze(struct question_draft *draft);
bool question_match(struct question_draft *draft);
bool question_order(struct question_draft *draft);

/* What is not to be told where no options are shown. */
void question_guard_answer(struct question_draft *draft);

/* What all subjects of the kind have in common is no news; of a way back, the
 * subject's names are the key's. */
void question_guard_names(struct question_draft *draft);

/* True if the item's prompt, with its title or a description, does not tell:
 * only then may its answer stand beside others. */
bool question_is_askable(const struct draw *draw, const struct item *item);

/* The value that a blank stands for. */
const struct value *question_blank(void);

/* A head that tells nothing of the values of several subjects. */
void question_plain_head(struct question_draft *draft);

/* Fills what is accepted when typed; false when it is too long to type. */
bool question_accept(struct question_draft *draft);

/*
 * Fills head, seal and prompt. Where the title would tell, a description
 * stands for it. False, if `strict`, where that does not help; otherwise the
 * title stays.
 */
bool question_stem(struct question_draft *draft, bool strict);

/* The content words of the key's title that the prompt of a way back has. */
struct text_words question_shared_words(const struct question_draft *draft);

#endif
