/*
 * reviews_csv_table.h -- lines and columns of a table in memory, and numbers
 * for the ids in it. Between the files of io/reviews_csv alone.
 */
#ifndef REVIEWS_CSV_TABLE_H
#define REVIEWS_CSV_TABLE_H

#include "io/reviews_csv.h"

/* Bytes of the table, without quotes and spaces around them. */
struct csv_field {
    const char *text;
    size_t length;
};

struct csv_line {
    size_t number; /* the first is 1 */
    int count;
    struct csv_field field[REVIEWS_CSV_COLUMNS_MAX]; /* what is past is lost */
};

struct csv_table {
    const char *name;
    const char *at;
    const char *end;
    size_t number; /* of the line read last */
};

/* Ids that were met, numbered in the order of meeting. */
struct csv_ids {
    struct arena *arena;
    struct csv_field *list;
    size_t capacity;
    size_t count;
    uint32_t *slots; /* number + 1; 0: free */
    size_t slot_count;
};

/* The table in some bytes, past a byte order mark. */
struct csv_table csv_table_of(const char *bytes, size_t length,
                              const char *name);

/* At most so many lines are in it. */
size_t csv_lines(const char *bytes, size_t length);

/* The next line that is not empty; false at the end. */
bool csv_next(struct csv_table *table, struct csv_line *line);

/* True if the field is that word. */
bool csv_is(const struct csv_field *field, const char *word);

/* The number of an id, a new one where it was not met. */
uint32_t csv_id(struct csv_ids *ids, const struct csv_field *field);

/* Numbers the cards by their ids, and puts the reviews in an order that does
 * not depend on how their lines stood. */
void csv_order(const struct csv_ids *ids, struct reviews *reviews);

#endif
