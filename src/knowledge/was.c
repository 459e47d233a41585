#include <string.h>

#include "knowledge/build.h"
#include "knowledge/suggest.h"

static void was_problem(struct builder *builder, const struct draft *draft,
                        const struct entry *entry, const char *remedy,
                        const char *what)
{
    problems_add(builder->problems, PROBLEM_ERROR, draft->file, entry->line,
                 "was", remedy, "\"%s\" cannot be what \"%s\" was: %s",
                 suggest_quoted(builder->arena, entry->value),
                 draft->section->id, what);
}

/* An id in use keeps its own progress; this rules out cycles as well, since
 * every id of a cycle is in use. */
static void read_was(struct builder *builder, const struct draft *draft,
                     const struct entry *entry)
{
    struct arena *arena = builder->arena;
    const struct place *living =
        table_find(&builder->ids, table_text(entry->value));
    if (living) {
        was_problem(builder, draft, entry,
                    "name an id that is no longer used, or leave it out",
                    arena_printf(arena, "it is the id of %s:%d still",
                                 living->file, living->line));
        return;
    }
    void **place =
        table_place(&builder->knowledge->index->was, table_text(entry->value));
    if (!*place) {
        *place = (void *)draft->section->id;
        return;
    }
    const char *first = *place;
    if (strcmp(first, draft->section->id) == 0)
        return;
    const struct place *heir = table_find(&builder->ids, table_text(first));
    was_problem(builder, draft, entry, "take the line out of one of the two",
                arena_printf(arena, "\"%s\" in %s:%d says so already", first,
                             heir->file, heir->line));
}

void build_was(struct builder *builder)
{
    for (size_t i = 0; i < builder->draft_count; i++) {
        const struct draft *draft = &builder->drafts[i];
        const struct section *section = draft->section;
        for (size_t k = 0; k < section->count; k++) {
            const struct entry *entry = &section->entries[k];
            if (strcmp(entry->key, "was") == 0 && *entry->value)
                read_was(builder, draft, entry);
        }
    }
}
