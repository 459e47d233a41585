/*
 * setting.h -- sections whose keys are fixed: kinds, fields, decks, cards.
 *
 * A table says for each key where in a struct its value goes. Inside the room
 * only. Pure.
 */
#ifndef KNOWLEDGE_SETTING_H
#define KNOWLEDGE_SETTING_H

#include "knowledge/build.h"

enum setting_sort {
    SETTING_TEXT, /* const char *; once */
    SETTING_FLAG, /* bool: yes or no; once */
    SETTING_LIST, /* const char ** with a size_t count; each line one more */
    SETTING_SKIP  /* read elsewhere */
};

struct setting {
    const char *key;
    enum setting_sort sort;
    size_t offset; /* in the struct */
    size_t more;   /* of a list: its count; of a text: its line; 0: none */
};

/*
 * Fills `target` from the section. Keys that are not known, without a value,
 * given twice or neither yes nor no become problems; a key with a language
 * behind it ("ask.de") is let pass.
 */
void setting_rows_read(struct builder *builder, const char *file,
                       const struct section *section,
                       const struct setting *settings, size_t count,
                       void *target);

/* Reads yes or no; anything else becomes a problem and gives `otherwise`. */
bool setting_flag(struct builder *builder, const char *file,
                  const struct entry *entry, bool otherwise);

/* The list with one more text; it grows as powers of two. */
const char **setting_append(struct arena *arena, const char **list,
                            size_t *count, const char *text);

#endif
