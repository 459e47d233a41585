/*
 * key.h -- what a key of a subject means; inside the room only.
 *
 * `signed`, `article 5.why`, `name.ja`, `signed.ask.ja`: a key names one of
 * the built-in things or a field of the kind, then perhaps what is said about
 * it, then perhaps a language. Pure.
 */
#ifndef KNOWLEDGE_KEY_H
#define KNOWLEDGE_KEY_H

#include "knowledge/build.h"

enum builtin {
    BUILTIN_NONE,
    BUILTIN_NAME,
    BUILTIN_SHORT,
    BUILTIN_ALSO,
    BUILTIN_THE,
    BUILTIN_WAS,
    BUILTIN_SOURCE,
    BUILTIN_COVERS,
    BUILTIN_SEAL,
    BUILTIN_ADJECTIVE,
    BUILTIN_CITY,
    BUILTIN_COUNT
};

enum key_part { PART_VALUE, PART_SOURCE, PART_WHY, PART_ASK, PART_NOTE };

/* A field and its index: what one fact of a subject stands in. */
struct fact_slot {
    const struct field *field;
    const char *index;             /* "5", or NULL */
    const struct subject *subject; /* whose fact is here now, or NULL */
    struct fact_draft *fact;       /* of that subject */
};

struct key {
    enum builtin builtin;   /* NONE with slot NULL: not known */
    struct fact_slot *slot; /* or NULL; may stand beside a built-in */
    enum key_part part;
    const char *language; /* of a built-in: "ja", or NULL */
    bool translated;      /* says it in another language than the deck's */
};

/* What each key of a section means for subjects of the kind, in its order. */
const struct key **build_keys_of(struct builder *builder,
                                 const struct kind *kind,
                                 const struct section *section);

/* The slot of a field and an index (NULL where it has none). */
struct fact_slot *key_slot(struct builder *builder, const struct field *field,
                           const char *index);

/* True for a code of ISO 639-1: "ja". */
bool key_is_language(const char *text);

/* The remedy for a key that is not known. */
const char *key_remedy(struct builder *builder, const struct kind *kind,
                       const char *text);

/* The names of a kind's keys in `arena`; returns how many. */
size_t key_names(struct arena *arena, const struct kind *kind,
                 const char *const **names);

/* The only key that one edit makes of the text; NULL: none, or two. */
const char *key_mended(struct arena *arena, const struct kind *kind,
                       const char *text);

#endif
