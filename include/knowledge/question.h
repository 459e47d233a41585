/*
 * question.h -- a question made from what is known.
 *
 * A pure function of knowledge, item, form, number of options, seed, today and
 * what was confused with it: the same arguments give the same question, in
 * every process and every order of decks; a deck that shares neither kind nor
 * home changes nothing. It may decline ("not in this form"): the caller takes
 * the next form. A flip card is possible for every item.
 *
 * Forms over several items (match, order) are made for one of them, which is
 * always among the parts; each part is credited with an answer of its own.
 *
 * What a choice question promises (rules 1-4 and 7 of the design): exactly one
 * right option, every wrong one a real value proved false against all loaded
 * facts, no twins, no option inside another, and nothing in head or prompt
 * that names the answer.
 */
#ifndef KNOWLEDGE_QUESTION_H
#define KNOWLEDGE_QUESTION_H

#include "base/error.h"
#include "knowledge/knowledge.h"

enum { OPTIONS_MIN = 3, OPTIONS_MAX = 5, PARTS_MAX = 5, CONFUSIONS_MAX = 3 };

enum form {
    FORM_FLIP,
    FORM_CHOICE,
    FORM_TYPED,
    FORM_TRUTH,
    FORM_CLOZE,
    FORM_MATCH,
    FORM_ORDER,
    FORM_COUNT
};

/* The facts that were chosen instead of an item, by id, the latest first; of a
 * card the wrong options, by text. */
struct confusions {
    const char *facts[CONFUSIONS_MAX];
    int count;
};

struct question_request {
    const struct item *item;
    enum form form;
    int options; /* of a choice or an order: 3 to 5, of a match: 3 or 4; the
                  * form declines if fewer exist */
    uint64_t seed;
    int32_t today;                       /* study day: no wrong date after it */
    const struct confusions *confusions; /* shown first where they are proved
                                          * wrong; NULL: none */
};

struct option {
    const char *text;
    bool right;
    const char *of;      /* id of the fact or card it comes from */
    const char *belongs; /* what it belongs to: "Japan–India equipment
                            agreement"; NULL where nothing can be said */
    double likeness;     /* of a wrong one about facts: how plausible it is, 0
                          * to 1; 1 where it was chosen instead before */
};

/* One of several items that are asked about together. */
struct part {
    const struct item *item;
    const char *title; /* what stands on the left of a match, or is put in
                        * order */
    const char *value; /* what belongs to it */
};

/* All texts live in the knowledge's arena or the one given to make it. */
struct question {
    struct question_request request;
    const char *head;  /* what the sheet's head may show without telling */
    const char *seal;  /* the head's seal character, or NULL where it tells */
    const char *label; /* the kind of fact: "Signed" */
    const char *prompt;
    const char *prompt_ja; /* the same in Japanese, or NULL */
    struct option options[OPTIONS_MAX];
    int option_count;             /* 0 unless FORM_CHOICE or FORM_TRUTH */
    int right;                    /* index into options, -1 without */
    struct part parts[PARTS_MAX]; /* of a match or order, as shown */
    int part_count;
    int places[PARTS_MAX];    /* match: places[k] is the part whose value is the
                               * k-th on the right; order: the part that comes
                               * k-th */
    const char *answer;       /* as shown: all values of a fact of many */
    const char *answer_title; /* the subject's title, shown once answered */
    const char *answer_seal;  /* its deck's seal, shown once answered */
    const char **accepted;    /* typed answers that are right, as written */
    size_t accepted_count;
    bool is_date; /* typed: compared as a date too */
    struct date date;
    const char *why;    /* or NULL */
    const char *source; /* or NULL */
    const char *file;
    int line;
    double chance; /* of being right without knowing: 1/options of a choice,
                    * 1/2 of a truth, 1/parts of a match, 1/parts! of an
                    * order, else 0 */
};

/* "choice" and back (-1: no such form). */
const char *form_name(enum form form);
int form_of(const char *name);

/* The form it is answered as: a truth by choosing one of two lines, a cloze by
 * typing what is left out. */
enum form form_answered(enum form form);

/* Makes the question; false with the reason in `why_not` when this item is
 * not asked in this form. */
bool question_make(const struct knowledge *knowledge,
                   struct question_request request, struct arena *arena,
                   struct question *question, struct error *why_not);

#endif
