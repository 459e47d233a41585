/*
 * index.h -- how knowledge finds things fast; inside the room only.
 *
 * Made once, after everything is read. Pure.
 */
#ifndef KNOWLEDGE_INDEX_H
#define KNOWLEDGE_INDEX_H

#include "knowledge/knowledge.h"
#include "knowledge/table.h"

struct fact_group {
    const struct fact **facts;
    size_t count;
};

struct subject_group {
    const struct subject **subjects;
    size_t count;
    size_t capacity;
};

struct knowledge_index {
    struct table kinds;    /* id: struct kind */
    struct table subjects; /* id: struct subject */
    struct table cards;    /* id: struct card */
    struct table parties;  /* folded name, also with its kind: subject */
    struct table was;      /* old id: the id now, a text */
    struct table items;    /* id: struct item */
    struct table pools;    /* field or kind with home: struct fact_group */
    struct table having;   /* field, index, folded value: fact_group */
    struct table years;    /* date field, year, partial or not: fact_group */
    struct table members;  /* kind: struct subject_group */
};

/* Groups the facts and subjects that were read. */
void index_fill(struct knowledge *knowledge);

/* Makes an item known by its id; it stays where it is. */
void index_item(struct knowledge *knowledge, struct item *item);

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
