/*
 * knowledge.h -- what is known: kinds, decks, subjects, facts, cards, items.
 *
 * Built once from the files that were read and never changed after; reading
 * decks again builds another. All of it lives in one arena. Pure: no files, no
 * clock.
 *
 * A fact is subject + field; a field of many values is one fact. An item is
 * what one memory is kept for: a fact in one direction, or a card. Its id is
 * stable: us-1960/signed, us-1960/article/5, us-1960/signed/back,
 * us-1960.far-east.
 */
#ifndef KNOWLEDGE_KNOWLEDGE_H
#define KNOWLEDGE_KNOWLEDGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"
#include "knowledge/problem.h"
#include "knowledge/source.h"

enum value_type {
    TYPE_TEXT,    /* a clause, a sentence */
    TYPE_NAME,    /* a proper name */
    TYPE_DATE,    /* ISO 8601, whole or partial */
    TYPE_PLACE,   /* a city or region */
    TYPE_PARTY,   /* a declared entity: country, organisation */
    TYPE_NUMBER,  /* a decimal number with an optional unit */
    TYPE_COUNT,   /* a whole number, 0 or more */
    TYPE_ARTICLE, /* the number of an article */
    TYPE_SUBJECT, /* another subject's id */
    TYPE_CHOICE,  /* a word of the field's vocabulary */
    TYPE_COUNT_OF
};

struct kind;
struct deck;
struct subject;
struct fact;

/* A text in the deck's language and, where given, in Japanese. */
struct template
{
    const char *text; /* NULL where there is none */
    const char *ja;   /* NULL where there is none */
    int line;
};

struct field {
    const char *name; /* "in force" */
    const char *slug; /* "in-force", as ids have it */
    const struct kind *kind;
    enum value_type type;
    bool many;
    bool complete;       /* all true values are stated */
    bool indexed;        /* "article 5" */
    const char *limit;   /* indexed: the count field that bounds it, or NULL */
    const char *derived; /* "party": its values without the deck's home */
    const char *of;      /* id of the kind its values name, or NULL */
    const char *after;   /* "signed": a date it never comes before; of a
                          * relation, the date by which what it names came
                          * earlier; or NULL */
    const char **words;  /* TYPE_CHOICE: the vocabulary */
    size_t word_count;
    size_t place;          /* among the fields of its kind */
    const char *label;     /* "Signed"; the field's name where not given */
    struct template ask;   /* value from subject; no text: never asked */
    struct template back;  /* subject from value */
    struct template truth; /* `true` in the file */
    const char *match; /* asked above a match or an order; NULL: what a plain */
    const char *order; /* sentence says */
    const char *file;
    int line;
    const struct section *section; /* as written, for the lines of its keys */
};

struct kind {
    const char *id;
    const char *label;     /* "agreement" */
    const char *plural;    /* "agreements" */
    const char *title;     /* the key shown as title: "short" or "name" */
    bool entity;           /* its subjects are names that other decks use */
    bool takes_the;        /* what its subjects do that do not say */
    const char **describe; /* templates, best first */
    int *describe_lines;
    size_t describe_count;
    struct field **fields; /* in file order */
    size_t field_count;
    const char *file;
    int line;
};

struct value {
    const char *text;        /* as written */
    const char *shown;       /* as asked and answered: "19 January 1960" */
    const char *folded;      /* text_fold(shown) */
    struct text_words words; /* text_words(shown) */
    struct date date;        /* TYPE_DATE */
    double number;           /* TYPE_NUMBER, TYPE_COUNT, TYPE_ARTICLE */
    const struct subject
        *refers; /* TYPE_PARTY, TYPE_SUBJECT; NULL: undeclared */
    int line;
};

struct fact {
    const char *id; /* "us-1960/signed" */
    uint64_t hash;  /* of the id: the same in every process */
    const struct subject *subject;
    const struct field *field;
    const char *index; /* "5"; NULL where the field is not indexed */
    struct value *values;
    size_t value_count;
    const char *why;    /* or NULL */
    const char *note;   /* or NULL */
    const char *source; /* its own, else the subject's; NULL where none */
    const char *ask;    /* instead of the field's template, or NULL */
    const char *file;
    int line;
    int ask_line; /* of `ask`; 0 without */
};

struct subject {
    const char *id;
    const struct kind *kind;
    const struct deck *deck; /* NULL for one in a kinds file */
    const char *name;
    const char *name_ja; /* or NULL */
    const char *title;   /* what is shown: short or name */
    bool takes_the;
    const char **also; /* aliases, `short` and `name` not among them */
    size_t also_count;
    const struct text_words *names; /* of an entity: the words of its name,
                                       short and aliases */
    size_t name_count;
    const char *seal;    /* one character, or NULL */
    const char **cities; /* of an entity: places known to lie in it */
    size_t city_count;
    const char **adjectives; /* "British", "Anglo" */
    size_t adjective_count;
    const char *source;  /* or NULL */
    const char **covers; /* sections of an outline that it teaches */
    size_t cover_count;
    const struct fact **facts; /* in file order */
    size_t fact_count;
    const char *file;
    int line;
    const struct section *section; /* as written, for the lines of its keys */
};

struct card {
    const char *id;
    const struct deck *deck;
    const struct subject *of; /* or NULL */
    const char *ask;          /* of a cloze card: NULL */
    const char *cloze;        /* with one {answer}, or NULL */
    const char *answer;       /* of a cloze card: what the braces hold */
    const char *ask_ja;       /* or NULL */
    const char **also;        /* answers that are right as well */
    size_t also_count;
    const char **wrong;
    size_t wrong_count;
    const char **covers; /* sections of an outline that it teaches */
    size_t cover_count;
    const char *why;    /* or NULL */
    const char *source; /* or NULL */
    const char *file;
    int line;
    uint32_t item;                 /* its place among the items */
    const struct section *section; /* as written, for the lines of its keys */
};

struct item {
    const char *id;
    const struct deck *deck;
    const struct subject *subject; /* of the fact or card; NULL: none */
    const struct fact *fact;       /* NULL for a card */
    const struct card *card;       /* NULL for a fact */
    bool back;                     /* subject from value */
};

struct deck {
    const char *title;
    const char *lang;
    const char *home;                 /* as written, or NULL */
    const struct subject *home_party; /* declared entity, or NULL */
    const char *seal;                 /* one character "米", or NULL */
    const char *seal_letters;         /* "US", or NULL */
    const char *about;                /* or NULL */
    const char **outline;             /* what is to be taught: "S3 Supplies" */
    size_t outline_count;
    const char *file;
    int line;                      /* of [deck]; 1 without */
    const struct section *section; /* as written; NULL without */
    size_t subject_count;          /* subjects that have facts */
    size_t fact_count; /* facts (subject + field), derived ones not counted */
    size_t item_count;
};

struct knowledge_index;

struct knowledge {
    struct arena *arena;
    struct deck **decks;
    size_t deck_count;
    struct kind **kinds;
    size_t kind_count;
    struct subject **subjects;
    size_t subject_count;
    struct fact **facts;
    size_t fact_count;
    struct card **cards;
    size_t card_count;
    struct item *items; /* those that can be asked, in deck order */
    size_t item_count;
    struct knowledge_index *index;
};

/*
 * Builds from sources in the order given (kinds files first). Whatever cannot
 * be understood becomes a problem; the rest works. Never fails. The texts of
 * the sources are pointed into: they live as long as the knowledge.
 */
struct knowledge *knowledge_build(struct arena *arena,
                                  const struct source *sources, size_t count,
                                  struct problems *problems);

/* The subject or kind of that id, or NULL. */
const struct subject *knowledge_subject(const struct knowledge *knowledge,
                                        const char *id);
const struct kind *knowledge_kind(const struct knowledge *knowledge,
                                  const char *id);

/* The declared entity of that name or alias (folded), or NULL. */
const struct subject *knowledge_party(const struct knowledge *knowledge,
                                      const char *name);

/* The item of that id, also under an id it had before (`was`), or NULL. */
const struct item *knowledge_item(const struct knowledge *knowledge,
                                  const char *id);

/* The id under which progress of `id` is kept now: itself, or what a `was`
 * made of it (then in the knowledge's arena). */
const char *knowledge_current_id(const struct knowledge *knowledge,
                                 const char *id);

/* The fact of a subject and field name (index NULL, or "5"), or NULL. */
const struct fact *subject_fact(const struct subject *subject,
                                const char *field, const char *index);

/* The field of that name in a kind, or NULL. */
const struct field *kind_field(const struct kind *kind, const char *name);

/*
 * All facts whose values may stand beside this field's as options: the same
 * kind and the same name, for dates all date fields of the kind; from
 * decks with the same home. `*count` receives how many.
 */
const struct fact *const *knowledge_pool(const struct knowledge *knowledge,
                                         const struct fact *fact,
                                         size_t *count);

/* All subjects of a kind, in deck order. */
const struct subject *const *
knowledge_of_kind(const struct knowledge *knowledge, const struct kind *kind,
                  size_t *count);

/*
 * All facts of that field (index included) over all decks that have a value
 * with this folded text. Used for "exactly one subject has the value".
 */
const struct fact *const *knowledge_having(const struct knowledge *knowledge,
                                           const struct field *field,
                                           const char *index,
                                           const char *folded, size_t *count);

#endif
