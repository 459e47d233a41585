/*
 * value.h -- what each type of value means: read, show, compare.
 *
 * Two values are the same, different, or not provably either ("2014" and
 * "September 2014"; "Washington" and "Washington, D.C."). Only a proof of
 * difference makes an option wrong. Containment and twins go by words and
 * numbers after folding, never by letters.
 */
#ifndef KNOWLEDGE_VALUE_H
#define KNOWLEDGE_VALUE_H

#include "base/error.h"
#include "knowledge/knowledge.h"

/* The type's name as a kinds file writes it ("date"), and back (-1: none). */
const char *value_type_name(enum value_type type);
int value_type_of(const char *name);

/*
 * Reads one written value of a field: text, shown, folded, words and the
 * type's own part. `refers` is filled by the caller, who knows the subjects.
 * False with what is wrong and the remedy in `err`; value->text, shown and
 * folded are set all the same.
 */
bool value_read(struct arena *arena, const struct field *field,
                const char *written, int line, struct value *value,
                struct error *err);

/* Sets what is shown, and folded and words with it. */
void value_show(struct arena *arena, struct value *value, const char *shown);

/* Reads the decimal number that a text begins with ("1,230.5 km"); returns
 * what follows it, or NULL if there is none of at most 15 digits. */
const char *value_number(const char *text, double *number);

/* True only if the two cannot be the same thing (aliases, precision, units and
 * containment considered). */
bool value_differs(enum value_type type, const struct value *a,
                   const struct value *b);

/* True if every value of `fact` provably differs from `value`. */
bool value_is_false_of(const struct value *value, const struct fact *fact);

/* Order for options: dates by time, numbers by size, else 0. */
int value_compare(enum value_type type, const struct value *a,
                  const struct value *b);

/* True for types whose options are shown in ascending order. */
bool value_is_ordered(enum value_type type);

#endif
