/*
 * template.h -- sentences with places for values.
 *
 * Places: {title} {value} {partner} {description} {index} {home}, the number
 * of a noun {count|article|articles}, and any field of the subject, a date's
 * year also alone: {signed.year}. "the" is put before a title that takes it,
 * and the sentence begins with a capital letter. Pure.
 */
#ifndef KNOWLEDGE_TEMPLATE_H
#define KNOWLEDGE_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "knowledge/knowledge.h"

/* One {place} of a template. */
struct template_place {
    const char *begin; /* the opening brace */
    const char *end;   /* behind the closing one */
    const char *name;  /* what stands inside, not terminated */
    size_t length;
};

struct template_values {
    const struct subject *subject;
    const struct fact *fact;   /* {index}; NULL in a description */
    const struct value *value; /* {value}; NULL where none may stand */
    const char *description;   /* stands where the title would, or NULL */
    bool ja;                   /* names and dates in Japanese */
};

/* Finds the first place in `text`; false when there is none left. */
bool template_place_find(const char *text, struct template_place *place);

/* True if the template has that place. */
bool template_has(const char *text, const char *name);

/* The field of the kind that a place names, or NULL; `*year` says whether
 * only the year of a date is meant. */
const struct field *template_field(const struct kind *kind,
                                   const struct template_place *place,
                                   bool *year);

/* The sentence in `arena`, or NULL when a place has no value. */
const char *template_fill(struct arena *arena, const char *text,
                          const struct template_values *values);

#endif
