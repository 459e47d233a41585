/*
 * mend.h -- how a line of a deck is mended where only one reading is possible.
 *
 * A mend strikes one word of the line out and names what belongs there; where
 * two readings are possible there is none. Nothing is written here. Pure.
 */
#ifndef KNOWLEDGE_MEND_H
#define KNOWLEDGE_MEND_H

#include <stdbool.h>
#include <stddef.h>

#include "knowledge/problem.h"

struct builder;
struct entry;
struct field;
struct kind;
struct section;

/* The date that the text can only mean, as 1960-01-19; NULL: none, or two. */
const char *mend_date(struct arena *arena, const char *text);

/* The known word that is at most one edit away; NULL: none, or two. */
const char *mend_word(struct arena *arena, const char *word,
                      const char *const *known, size_t count);

/* Says of the problem added last how its line is mended: `struck` stands in
 * `place` and `mended` belongs there; NULL: nobody knows. */
void mend_last(struct problems *problems, enum problem_place place,
               const char *struck, const char *mended);

/* The same for a value that its field does not understand, and for a key that
 * its kind does not have. */
void mend_value(struct problems *problems, const struct field *field,
                const struct entry *entry);
void mend_key(struct problems *problems, const struct kind *kind,
              const struct section *section, const struct entry *entry);

/* The same for lines without an equals sign, once all kinds are known: they
 * are among the problems as they were read. */
void mend_lines(struct builder *builder);

/* Where the struck word stands in the line; false where that is not sure. */
bool mend_find(const struct problem *problem, const char *line, size_t length,
               size_t *at);

/* The whole line as it should be; NULL where that is not sure. */
char *mend_whole(struct arena *arena, const struct problem *problem,
                 const char *line, size_t length);

#endif
