#include <stddef.h>
#include <string.h>

#include "knowledge/build.h"
#include "knowledge/setting.h"
#include "knowledge/suggest.h"

static const struct setting kind_settings[] = {
    {"label", SETTING_TEXT, offsetof(struct kind, label), 0},
    {"plural", SETTING_TEXT, offsetof(struct kind, plural), 0},
    {"title", SETTING_TEXT, offsetof(struct kind, title), 0},
    {"entity", SETTING_FLAG, offsetof(struct kind, entity), 0},
    {"the", SETTING_FLAG, offsetof(struct kind, takes_the), 0},
    {"describe", SETTING_LIST, offsetof(struct kind, describe),
     offsetof(struct kind, describe_count)},
};

enum { KIND_SETTINGS = sizeof kind_settings / sizeof kind_settings[0] };

const struct field *kind_field(const struct kind *kind, const char *name)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        if (strcmp(kind->fields[i]->name, name) == 0)
            return kind->fields[i];
    }
    return NULL;
}

/* The deck's own sorts of section cannot be kinds as well. */
static bool is_reserved(const char *id)
{
    return strcmp(id, "deck") == 0 || strcmp(id, "card") == 0 ||
           strcmp(id, "kind") == 0 || strcmp(id, "field") == 0;
}

/* Letters, digits and hyphens: a dot parts a kind from its field. */
static bool is_kind_id(const char *id)
{
    size_t good = strspn(id, "abcdefghijklmnopqrstuvwxyz"
                             "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    return *id && !id[good] && !is_reserved(id);
}

static void number_descriptions(struct arena *arena, struct kind *kind,
                                const struct section *section)
{
    kind->describe_lines =
        arena_array(arena, kind->describe_count, sizeof(int));
    size_t at = 0;
    for (size_t i = 0; i < section->count; i++) {
        const struct entry *entry = &section->entries[i];
        if (strcmp(entry->key, "describe") == 0 && *entry->value)
            kind->describe_lines[at++] = entry->line;
    }
}

static void read_kind(struct builder *builder, const struct source *source,
                      const struct section *section)
{
    struct knowledge *knowledge = builder->knowledge;
    if (!is_kind_id(section->id)) {
        problems_add(builder->problems, PROBLEM_ERROR, source->file,
                     section->line, "kind",
                     "write a name of letters, digits and -: [kind treaty]",
                     "\"%s\" cannot be the name of a kind", section->id);
        return;
    }
    void **place =
        table_place(&knowledge->index->kinds, table_text(section->id));
    if (*place) {
        const struct kind *first = *place;
        problems_add(builder->problems, PROBLEM_ERROR, source->file,
                     section->line, "duplicate-kind",
                     "give one of the two another name",
                     "the kind \"%s\" is declared in %s:%d already; "
                     "that one is used",
                     section->id, first->file, first->line);
        return;
    }
    struct kind *kind = arena_alloc(builder->arena, sizeof *kind);
    *place = kind;
    kind->id = section->id;
    kind->file = source->file;
    kind->line = section->line;
    kind->takes_the = true;
    setting_rows_read(builder, source->file, section, kind_settings,
                      KIND_SETTINGS, kind);
    number_descriptions(builder->arena, kind, section);
    kind->label = kind->label ? kind->label : kind->id;
    kind->plural = kind->plural
                       ? kind->plural
                       : arena_printf(builder->arena, "%ss", kind->label);
    if (!kind->title)
        kind->title = "short";
    knowledge->kinds =
        arena_grow(builder->arena, knowledge->kinds, knowledge->kind_count,
                   knowledge->kind_count + 1, &builder->kind_capacity,
                   sizeof *knowledge->kinds);
    knowledge->kinds[knowledge->kind_count++] = kind;
}

static void check_title(struct builder *builder, struct kind *kind)
{
    if (strcmp(kind->title, "short") == 0 || strcmp(kind->title, "name") == 0)
        return;
    problems_add(builder->problems, PROBLEM_ERROR, kind->file, kind->line,
                 "kind", "write `title = short` or `title = name`",
                 "the kind \"%s\" cannot take its titles from \"%s\"", kind->id,
                 suggest_quoted(builder->arena, kind->title));
    kind->title = "short";
}

void build_kinds(struct builder *builder)
{
    struct knowledge *knowledge = builder->knowledge;
    build_each_section(builder, "kind", read_kind);
    for (size_t i = 0; i < knowledge->kind_count; i++)
        check_title(builder, knowledge->kinds[i]);
}
