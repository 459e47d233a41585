/*
 * build.h -- how knowledge is put together; inside the room only.
 *
 * What the files say comes in any order, so it is read in rounds: kinds, then
 * their fields; names of subjects and cards; decks; then facts, which may name
 * any of them. Each round is one function here. Pure.
 */
#ifndef KNOWLEDGE_BUILD_H
#define KNOWLEDGE_BUILD_H

#include "knowledge/index.h"
#include "knowledge/knowledge.h"

enum { KIND_FIELDS_MAX = 200, VALUES_KEPT = 1024 };

struct key;

/* What a section became, kept in file order for the later rounds. */
struct draft {
    struct subject *subject; /* or NULL: a card */
    struct card *card;
    union {
        const struct key **keys; /* of a subject: what its keys mean */
        const char *of;          /* of a card: as written, or NULL */
    };
};

/* Where an id was read first. */
struct place {
    const char *file;
    int line;
};

/* A value as it was read of a field: many stand in many subjects. */
struct value_read_before {
    const struct field *field; /* NULL: none */
    struct value value;
};

struct builder {
    struct arena *arena;
    struct knowledge *knowledge;
    struct problems *problems;
    const struct source *sources;
    size_t source_count;
    struct deck **deck_of; /* of each source; NULL: a kinds file */
    struct draft *drafts;
    size_t draft_count;
    size_t draft_capacity;
    struct table keys;  /* kind, text of a key: struct key */
    struct table ids;   /* id of a card that is not whole: struct place */
    struct table slots; /* field, index: struct fact_slot */
    struct value_read_before *before; /* VALUES_KEPT of them */
    size_t subject_capacity;
    size_t card_capacity;
    size_t fact_capacity;
    size_t kind_capacity;
};

void build_kinds(struct builder *builder);
void build_fields(struct builder *builder);
void build_decks(struct builder *builder);
void build_subjects(struct builder *builder);
void build_homes(struct builder *builder);
void build_facts(struct builder *builder);
void build_was(struct builder *builder);
void build_items(struct builder *builder);

/* Calls `read` for every section of that sort, in the order of files. */
void build_each_section(struct builder *builder, const char *sort,
                        void read(struct builder *, const struct source *,
                                  const struct section *));

/* Reads a card's section into a new draft. */
void build_card(struct builder *builder, const struct source *source,
                const struct section *section, struct deck *deck);

/* True if the section's id may be used: short, well formed and not taken; it
 * is taken by this. A problem says why not. */
bool build_take_id(struct builder *builder, const struct source *source,
                   const struct section *section);

/* Keeps the id of a section that became nothing. */
void build_keep_id(struct builder *builder, const struct source *source,
                   const struct section *section);

/* Where the id was read first; false when it is not taken. */
bool build_place_of(const struct builder *builder, const char *id,
                    struct place *place);

/* Reads the value of a line into `value`, and finds whom it names; false with
 * the reason. */
bool build_value(struct builder *builder, const struct fact *fact,
                 const struct entry *entry, struct value *value,
                 struct error *err);

/* A new draft at the end of the list. */
struct draft *build_draft(struct builder *builder);

/* Adds what error_set wrote as "message; remedy". */
void build_problem(struct builder *builder, const char *file, int line,
                   const char *rule, const struct error *err);

/* Remedy for an id or a kind that does not exist. */
const char *build_near_subject(struct builder *builder, const char *id);
const char *build_near_kind(struct builder *builder, const char *id);

/* True while there are few problems, so that a remedy that takes time to find
 * is worth it. */
bool build_is_worth_a_remedy(const struct builder *builder);

#endif
