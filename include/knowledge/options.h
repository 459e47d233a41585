/*
 * options.h -- the options of a choice question, each wrong one proved false.
 *
 * Wrong options are real values (or titles) of other facts, of the same kind
 * and shape, the plausible ones more often. Nothing depends on the order of
 * decks or arrays: every draw goes by a hash of seed, item and fact. Ordered
 * values ascend and the rank of the key is drawn first; others are shuffled.
 * Pure.
 */
#ifndef KNOWLEDGE_OPTIONS_H
#define KNOWLEDGE_OPTIONS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "knowledge/question.h"

enum {
    OPTIONS_SHORTLIST = 48, /* candidates that are looked at in the end */
    OPTIONS_RATE_FACTS = 8, /* from here on an answer may be too common */
    OPTIONS_RATE_PART = 3,  /* ... if it is more than 1/3 of them */
    OPTIONS_ERA_YEARS = 10, /* as far apart, two subjects are of one time */
    OPTIONS_SHARE_FIELDS = 8,
    OPTIONS_SHARE_VALUES = 64
};

/* One option as chosen, before it is put into words for the question. */
struct pick {
    const struct fact *fact;   /* it comes from; NULL for a card */
    const struct value *value; /* of that fact; NULL for a card */
    const char *text;
    struct text_words words;
    uint64_t order; /* its place among shuffled ones */
};

struct picks {
    struct pick list[OPTIONS_MAX];
    int count;
    int right; /* index of the key */
};

/* How many facts and answers a field has, and how many facts a value. */
struct share_field {
    const struct field *field;
    size_t facts;
    size_t answers;
};

struct share_value {
    const struct field *field; /* NULL: nothing is remembered here */
    const char *folded;
    size_t count;
};

/* Counts that one question needs many times. */
struct shares {
    struct share_field fields[OPTIONS_SHARE_FIELDS];
    size_t field_count;
    struct share_value values[OPTIONS_SHARE_VALUES]; /* by hash */
};

/* What is common to all draws of one question. */
struct draw {
    const struct knowledge *knowledge;
    const struct question_request *request;
    const struct fact *fact;   /* NULL for a card */
    const struct value *value; /* the key's, or the one asked about */
    uint64_t seed;             /* of request and item together */
    struct shares *shares;     /* what was counted already */
    struct text_words shared;  /* words of the key's title in the prompt: every
                                  title shown must have them */
    struct arena *arena;
};

/* The draw's seed: of the seed asked for and the item. */
uint64_t options_seed(const struct question_request *request);

/* A value from its subject; false with the reason when too few are proved. */
bool options_of_values(const struct draw *draw, struct picks *picks,
                       struct error *why_not);

/* A subject's title from its value. */
bool options_of_titles(const struct draw *draw, struct picks *picks,
                       struct error *why_not);

/* The written wrong options of a card. */
bool options_of_card(const struct draw *draw, struct picks *picks,
                     struct error *why_not);

/* True if the answer is so common among this field's that whoever always
 * gives it does well without knowing. */
bool options_too_common(const struct draw *draw, const struct fact *fact,
                        const struct value *value);

/* True if both facts are of decks with the same home. */
bool options_same_home(const struct fact *a, const struct fact *b);

/* How near two subjects are, 0 to 4: the same, of one family, of one deck or
 * partner, of one time. */
int options_kinship(const struct subject *a, const struct subject *b);

/* What a wrong value belongs to: "Japan–India ACSA and 2 more", "In force:
 * Japan–India ACSA"; NULL when nothing can be said. */
const char *options_value_belongs(const struct draw *draw,
                                  const struct pick *pick);

/* What is true of a wrong title instead: "Signed 12 December 2015". */
const char *options_title_belongs(const struct draw *draw,
                                  const struct pick *pick);

/* The candidates looked at, best first; no two with the same text. */
struct candidate {
    double rank; /* small is early */
    const struct fact *fact;
    const struct value *value;
};

struct shortlist {
    struct candidate list[OPTIONS_SHORTLIST];
    int count;
};

/* Draws the candidate's rank: chance, divided by plausibility and by what makes
 * up for its being the key itself often. False if it would not enter. */
bool options_rank(const struct draw *draw, const struct shortlist *shortlist,
                  struct candidate *candidate);

/* 1 for a rare value, more for one that is often the key. */
double options_common_weight(const struct draw *draw, const struct fact *fact,
                             const struct value *value);

/* Puts the candidate in its place; of two with the same folded value the
 * better one stays. */
void shortlist_add(struct shortlist *shortlist, struct candidate candidate);

/* Puts the key (the first pick) among the others by the draw's seed. */
void picks_shuffle(const struct draw *draw, struct picks *picks);

/* True if the words of neither text stand in a row in the other. */
bool picks_apart(const struct pick *a, const struct pick *b);

#endif
