/*
 * table.h -- find a thing by what it is called.
 *
 * A hash table in an arena. A key has three parts, of which any may be left
 * out: whose it is (compared as a pointer), a number, a text. Nothing is ever
 * taken out; what was put in first is found in the order it came. Pure.
 */
#ifndef KNOWLEDGE_TABLE_H
#define KNOWLEDGE_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct table_key {
    const void *owner; /* or NULL */
    uint64_t number;
    const char *text; /* or NULL; lives as long as the table */
};

struct table_entry {
    const char *text;
    void *value;
};

/* What else a key has; most tables have none of it. */
struct table_whose {
    const void *owner;
    uint64_t number;
};

struct table_slot {
    uint32_t hash;
    uint32_t entry; /* its place in entries + 1; 0: free */
};

struct table {
    struct arena *arena;
    struct table_entry *entries; /* in the order they came */
    struct table_whose *whose;   /* of each entry; NULL: texts alone */
    size_t count;
    size_t capacity;
    size_t whose_capacity;
    struct table_slot *slots; /* a power of two of them */
    size_t slot_count;
};

/* An empty table with room for `expected` keys; it grows past them. */
void table_init(struct table *table, struct arena *arena, size_t expected);

/* The key that is a text alone. */
struct table_key table_text(const char *text);

/* What stands under the key, or NULL. */
void *table_find(const struct table *table, struct table_key key);

/* Where the value of the key stands: NULL inside when the key is new. The
 * pointer holds until the next key is placed. */
void **table_place(struct table *table, struct table_key key);

#endif
