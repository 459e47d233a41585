#include <string.h>

#include "knowledge/build.h"
#include "knowledge/suggest.h"

static const struct section *section_of(const struct draft *draft)
{
    return draft->subject ? draft->subject->section : draft->card->section;
}

static void was_problem(struct builder *builder, const struct draft *draft,
                        const struct entry *entry, const char *remedy,
                        const char *what)
{
    problems_add(builder->problems, PROBLEM_ERROR,
                 (draft->subject ? draft->subject->file : draft->card->file),
                 entry->line, "was", remedy,
                 "\"%s\" cannot be what \"%s\" was: %s",
                 suggest_quoted(builder->arena, entry->value),
                 section_of(draft)->id, what);
}

/* An id in use keeps its own progress; this rules out cycles as well, since
 * every id of a cycle is in use. */
static void read_was(struct builder *builder, const struct draft *draft,
                     const struct entry *entry)
{
    struct arena *arena = builder->arena;
    struct place living, heir;
    if (build_place_of(builder, entry->value, &living)) {
        was_problem(builder, draft, entry,
                    "name an id that is no longer used, or leave it out",
                    arena_printf(arena, "it is the id of %s:%d still",
                                 living.file, living.line));
        return;
    }
    void **place =
        table_place(&builder->knowledge->index->was, table_text(entry->value));
    if (!*place) {
        *place = (void *)section_of(draft)->id;
        return;
    }
    const char *first = *place;
    if (strcmp(first, section_of(draft)->id) == 0)
        return;
    build_place_of(builder, first, &heir);
    was_problem(builder, draft, entry, "take the line out of one of the two",
                arena_printf(arena, "\"%s\" in %s:%d says so already", first,
                             heir.file, heir.line));
}

void build_was(struct builder *builder)
{
    for (size_t i = 0; i < builder->draft_count; i++) {
        const struct draft *draft = &builder->drafts[i];
        const struct section *section = section_of(draft);
        for (size_t k = 0; k < section->count; k++) {
            const struct entry *entry = &section->entries[k];
            if (strcmp(entry->key, "was") == 0 && *entry->value)
                read_was(builder, draft, entry);
        }
    }
}
