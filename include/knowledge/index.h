/*
 * index.h -- how knowledge finds things fast; inside the room only.
 *
 * Made once, after everything is read. Pure.
 */
#ifndef KNOWLEDGE_INDEX_H
#define KNOWLEDGE_INDEX_H

#include "knowledge/knowledge.h"
#include "knowledge/table.h"

enum { HOMES_MIXED = 0 };

struct fact_group {
    const struct fact **facts;
    const struct fact *only; /* where there is one */
    uint32_t count;
    uint32_t home; /* of the decks the facts are from, or HOMES_MIXED */
};

struct subject_group {
    const struct subject **subjects;
    size_t count;
    size_t capacity;
};

struct knowledge_index {
    struct table kinds;     /* id: struct kind */
    struct table subjects;  /* id: struct subject */
    struct table cards;     /* id: struct card */
    struct table parties;   /* folded name, also with its kind: subject */
    struct table was;       /* old id: the id now, a text */
    struct table items;     /* id of a fact's: struct item */
    struct table pools;     /* field or kind with home: struct fact_group */
    struct table by_hash;   /* as pools, those that were asked for: facts */
    struct table having;    /* field, index, folded value: fact_group */
    struct table years;     /* date field, year, partial or not: fact_group */
    struct table members;   /* kind: struct subject_group */
    size_t value_count;     /* of all facts, about */
    unsigned char *askable; /* of each item, once it was tried; NULL before */
};

/* Groups the facts and subjects that were read. */
void index_fill(struct knowledge *knowledge);

/* Makes a fact's item known by its id; it stays where it is. */
void index_item(struct knowledge *knowledge, struct item *item);

/* The item of that id, or NULL. */
const struct item *index_item_of(const struct knowledge *knowledge,
                                 const char *id);

/* How many facts of that field have the value, if all are of decks with the
 * home of that subject's; false if some are not. */
bool index_count_having(const struct knowledge *knowledge,
                        const struct fact *fact, const char *folded,
                        const struct subject *home, size_t *count);

/* The pool of a fact in the order of hashes, whatever the decks' order. */
const struct fact *const *index_pool_by_hash(const struct knowledge *knowledge,
                                             const struct fact *fact,
                                             size_t *count);

/*
 * The facts of a date field in that year that may have the same date under
 * another text: for a whole date those that are partial or approximate, for
 * such a one all of them.
 */
const struct fact *const *index_near_dates(const struct knowledge *knowledge,
                                           const struct field *field,
                                           struct date date, int year,
                                           size_t *count);

#endif
