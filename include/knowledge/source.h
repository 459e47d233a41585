/*
 * source.h -- a deck or kinds file as it was read: sections, keys, values.
 *
 * The neutral form between the INI reader (io/deck_file) and what the text
 * means (knowledge/knowledge). Texts are valid UTF-8 with visible characters
 * only; continuation lines are joined by a space, a blank line inside a value
 * is "\n\n". All of it lives in the arena of the reader's caller.
 */
#ifndef KNOWLEDGE_SOURCE_H
#define KNOWLEDGE_SOURCE_H

#include <stddef.h>

enum { SOURCE_ID_MAX = 49, SOURCE_VALUE_MAX = 1024 * 1024 };

struct entry {
    const char *key; /* "signed", "article 5.why", "name.ja" */
    const char *value;
    int line; /* of the key */
};

/* `[treaty us-1960]`: sort "treaty", id "us-1960". `[deck]`: id "". */
struct section {
    const char *sort;
    const char *id;
    int line;
    struct entry *entries;
    size_t count;
    size_t capacity;
};

struct source {
    const char *file; /* as it is shown to people */
    struct section *sections;
    size_t count;
    size_t capacity;
};

/* The line of the nth (from 0) key of that name that has a value; the
 * section's own where there is none. */
int section_line(const struct section *section, const char *key, size_t nth);

#endif
