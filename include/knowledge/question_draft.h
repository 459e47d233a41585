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
    struct picks picks; /* of a choice */
    struct leak leak;   /* what head and prompt must not tell */
    struct question *question;
    struct error *why_not;
};

/* One function a form; false with the reason when the item is not asked so. */
bool question_flip(struct question_draft *draft);
bool question_choice(struct question_draft *draft);
bool question_typed(struct question_draft *draft);

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
