/*
 * options.h -- the options of a choice question, each wrong one proved false.
 *
 * Wrong options are real values (or titles) of other facts, of the same kind
 * and shape, near of kin, and answers to questions of their own. The seed alone
 * divides all that may be shown into blocks, and each question shows its block:
 * every member is as often the key as any other, so that nothing that can be
 * seen on the options tells (an exchangeable draw). Nothing depends on the
 * order of decks or arrays. Ordered values ascend; others are shuffled. Pure.
 */
#ifndef KNOWLEDGE_OPTIONS_H
#define KNOWLEDGE_OPTIONS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "knowledge/question.h"

enum {
    OPTIONS_SHORTLIST = 48,    /* candidates that are looked at in the end */
    OPTIONS_POOL_WHOLE = 512,  /* facts looked at all; of more, a sample */
    OPTIONS_POOL_SAMPLE = 128, /* so many and the subject's own */
    OPTIONS_COUNTED = 64,      /* facts of one value looked at, about */
    OPTIONS_RATE_FACTS = 8,    /* from here on an answer may be too common */
    OPTIONS_RATE_PART = 3,     /* ... if it is more than 1/3 of them */
    OPTIONS_RATE_ROOM = 3,     /* one in options + 3 is rare */
    OPTIONS_ERA_YEARS = 10,    /* as far apart, two subjects are of one time */
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

/* The value of the fact that the item of that id asks for with this seed. */
const struct value *options_asked(const struct draw *draw,
                                  const struct fact *fact, const char *item_id);

/* True if the key's value is the answer to one of a few more facts than options
 * are shown, at most, or the facts are too few for counting to tell. */
bool options_is_rare(const struct draw *draw);

/* The draw's seed: of the seed asked for and the item. */
uint64_t options_seed(const struct question_request *request);

/*
 * A walk over the facts that options come from. Of a long pool only a stretch
 * is looked at, in the order of hashes: which one depends on the seed and the
 * ids alone. The facts of the asked subject are always among them.
 */
struct pool_walk {
    const struct fact *const *facts;
    size_t count;
    size_t first; /* of the stretch, which goes round the end */
    size_t most;
    size_t at;
    const struct fact *asked;
    size_t own; /* next of the asked subject's, when the stretch is over */
};

struct pool_walk options_walk(const struct draw *draw, uint64_t seed);

/* The next fact, or NULL at the end. */
const struct fact *options_walk_next(struct pool_walk *walk);

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

/* How plausible one subject is in the place of another, 0 to 1: by family,
 * deck or partner, time and standing, as far as both have them. */
double options_likeness(const struct subject *a, const struct subject *b);

/* The year a subject belongs to, of its first date as written (0: none); the
 * fact that says what sort it is, and with whom it is; NULL: none. */
int options_era(const struct subject *subject);
const struct fact *options_family(const struct subject *subject);
const struct fact *options_partner(const struct subject *subject);

/* What a wrong value belongs to: "Japan–India ACSA and 2 more", "In force:
 * Japan–India ACSA"; NULL when nothing can be said. */
const char *options_value_belongs(const struct draw *draw,
                                  const struct pick *pick);

/* What is true of a wrong title instead: "Signed 12 December 2015". */
const char *options_title_belongs(const struct draw *draw,
                                  const struct pick *pick);

/* One that may be shown: a fact's value as its own question asks for it. */
struct unit {
    const struct fact *fact;
    const struct value *value;
    struct pick pick;
    size_t length;  /* of its text, where lengths are compared */
    uint64_t field; /* what it is put beside others by */
    uint64_t kin;
    uint64_t order;
};

struct units {
    struct unit *list;
    size_t count;
    size_t capacity;
    size_t key;
};

/* True if neither may be right where the other one is. */
typedef bool units_apart(const struct draw *draw, struct unit *a,
                         struct unit *b);

/* Adds one with its fact, value and pick; the rest is filled in. */
void units_add(const struct draw *draw, struct units *units, struct unit unit);

/* Puts kin side by side, as the seed says; false if the key is not there. */
bool units_sort(const struct draw *draw, struct units *units);

/*
 * The key (first) and those that the seed puts beside it. The same seed puts
 * the key beside them in their own questions, so that no look tells which one
 * is asked for. Of those left over, some are shown beside others all the same
 * if `may_borrow`. False if there are too few.
 */
bool units_block(const struct draw *draw, struct units *units,
                 units_apart *apart, bool may_borrow, struct picks *picks);

/* Puts in what was chosen instead of the key before, where it may stand. */
void units_confuse(const struct draw *draw, struct units *units,
                   units_apart *apart, struct picks *picks);

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

/* The facts whose value is proved wrong for the key and alike in shape: those
 * below the key and those above it, all in the first where there is no order.
 */
void options_shortlist(const struct draw *draw, struct shortlist sides[2]);

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
