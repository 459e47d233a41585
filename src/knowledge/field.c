#include <stddef.h>
#include <string.h>

#include "knowledge/build.h"
#include "knowledge/mend.h"
#include "knowledge/setting.h"
#include "knowledge/suggest.h"
#include "knowledge/value.h"

/* A field as its section states it, before names are looked up. */
struct field_text {
    struct field field;
    const char *type;
};

#define FIELD_AT(member) offsetof(struct field_text, field.member)

static const struct setting field_settings[] = {
    {"type", SETTING_TEXT, offsetof(struct field_text, type), 0},
    {"many", SETTING_FLAG, FIELD_AT(many), 0},
    {"complete", SETTING_FLAG, FIELD_AT(complete), 0},
    {"indexed", SETTING_FLAG, FIELD_AT(indexed), 0},
    {"limit", SETTING_TEXT, FIELD_AT(limit), 0},
    {"derived", SETTING_TEXT, FIELD_AT(derived), 0},
    {"after", SETTING_TEXT, FIELD_AT(after), 0},
    {"of", SETTING_TEXT, FIELD_AT(of), 0},
    {"word", SETTING_LIST, FIELD_AT(words), FIELD_AT(word_count)},
    {"label", SETTING_TEXT, FIELD_AT(label), 0},
    {"ask", SETTING_TEXT, FIELD_AT(ask.text), FIELD_AT(ask.line)},
    {"ask.ja", SETTING_TEXT, FIELD_AT(ask.ja), 0},
    {"back", SETTING_TEXT, FIELD_AT(back.text), FIELD_AT(back.line)},
    {"back.ja", SETTING_TEXT, FIELD_AT(back.ja), 0},
    {"match", SETTING_TEXT, FIELD_AT(match), 0},
    {"order", SETTING_TEXT, FIELD_AT(order), 0},
    {"true", SETTING_TEXT, FIELD_AT(truth.text), FIELD_AT(truth.line)},
    {"true.ja", SETTING_TEXT, FIELD_AT(truth.ja), 0},
};

enum { FIELD_SETTINGS = sizeof field_settings / sizeof field_settings[0] };

/* "in force" in ids: "in-force". */
static const char *slug_of(struct arena *arena, const char *name)
{
    if (!strchr(name, ' '))
        return name;
    char *slug = arena_text(arena, name);
    for (char *p = slug; *p; p++) {
        if (*p == ' ')
            *p = '-';
    }
    return slug;
}

/* Told where the key stands; a key that is not there, where the field does. */
static bool field_problem(struct builder *builder, const struct field *field,
                          const char *key, const char *rule, const char *remedy,
                          const char *what, const char *name)
{
    problems_add(builder->problems, PROBLEM_ERROR, field->file,
                 section_line(field->section, key, 0), rule, remedy,
                 "the field \"%s\" %s \"%s\"", field->name, what, name);
    return false;
}

/* The type and what belongs to it. */
static void set_type(struct builder *builder, struct field *field,
                     const char *type)
{
    const char *names[TYPE_COUNT_OF];
    for (int i = 0; i < TYPE_COUNT_OF; i++)
        names[i] = value_type_name((enum value_type)i);
    int known = type ? value_type_of(type) : TYPE_TEXT;
    if (known < 0) {
        field_problem(builder, field, "type", "type",
                      suggest(builder->arena, type, names, TYPE_COUNT_OF),
                      "has an unknown type; it is read as text, not", type);
        mend_last(builder->problems, PROBLEM_IN_VALUE, type,
                  mend_word(builder->arena, type, names, TYPE_COUNT_OF));
        known = TYPE_TEXT;
    }
    field->type = (enum value_type)known;
    if (field->type == TYPE_CHOICE && field->word_count == 0)
        field_problem(builder, field, "type", "type",
                      "add a line such as `word = treaty` for each",
                      "lists no words, which it needs as a", "choice");
}

/* The kind before the first dot of "treaty.in force"; NULL with a problem. */
static struct kind *kind_of_field(struct builder *builder,
                                  const struct source *source,
                                  const struct section *section)
{
    const char *dot = strchr(section->id, '.');
    if (!dot || !dot[1] || strchr(dot, '/')) {
        problems_add(builder->problems, PROBLEM_ERROR, source->file,
                     section->line, "field",
                     "write kind and name: [field treaty.signed]",
                     "\"%s\" does not name a field", section->id);
        return NULL;
    }
    char *id =
        arena_copy(builder->arena, section->id, (size_t)(dot - section->id));
    struct kind *kind =
        table_find(&builder->knowledge->index->kinds, table_text(id));
    if (!kind)
        problems_add(builder->problems, PROBLEM_ERROR, source->file,
                     section->line, "field", build_near_kind(builder, id),
                     "there is no kind \"%s\" for this field", id);
    return kind;
}

/* False with a problem if the kind has no room for the field. */
static bool fits(struct builder *builder, const struct kind *kind,
                 const struct field *field)
{
    if (kind->field_count >= KIND_FIELDS_MAX)
        return field_problem(builder, field, "", "field",
                             "split the kind in two",
                             "is one too many for the kind", kind->id);
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *first = kind->fields[i];
        if (strcmp(first->slug, field->slug) != 0)
            continue;
        problems_add(builder->problems, PROBLEM_ERROR, field->file, field->line,
                     "duplicate-field", "give one of the two another name",
                     "the field \"%s\" of \"%s\" is declared in %s:%d "
                     "already; that one is used",
                     field->name, kind->id, first->file, first->line);
        return false;
    }
    return true;
}

static void read_field(struct builder *builder, const struct source *source,
                       const struct section *section)
{
    struct kind *kind = kind_of_field(builder, source, section);
    if (!kind)
        return;
    struct field_text *text = arena_alloc(builder->arena, sizeof *text);
    struct field *field = &text->field;
    field->kind = kind;
    field->name = strchr(section->id, '.') + 1;
    field->slug = slug_of(builder->arena, field->name);
    field->file = source->file;
    field->line = section->line;
    field->section = section;
    if (!fits(builder, kind, field))
        return;
    setting_rows_read(builder, source->file, section, field_settings,
                      FIELD_SETTINGS, text);
    set_type(builder, field, text->type);
    if (!field->label)
        field->label = field->name;
    size_t capacity = kind->field_count ? KIND_FIELDS_MAX : 0;
    kind->fields = arena_grow(builder->arena, kind->fields, kind->field_count,
                              KIND_FIELDS_MAX, &capacity, sizeof *kind->fields);
    field->place = kind->field_count;
    kind->fields[kind->field_count++] = field;
}

/* What a field says of other fields and kinds can be looked up only now. */
static void link_field(struct builder *builder, struct field *field)
{
    const struct kind *kind = field->kind;
    const struct field *limit =
        field->limit ? kind_field(kind, field->limit) : NULL;
    if (field->limit &&
        (!limit || limit->type != TYPE_COUNT || limit == field)) {
        field_problem(builder, field, "limit", "field",
                      "name a field of type count, or leave `limit` out",
                      "is limited by what is no count,", field->limit);
        field->limit = NULL;
    }
    const struct field *base =
        field->derived ? kind_field(kind, field->derived) : NULL;
    if (field->derived && (!base || base->type != field->type ||
                           base->derived || base->indexed)) {
        field_problem(builder, field, "derived", "field",
                      "name a plain field of the same type",
                      "cannot be worked out from", field->derived);
        field->derived = NULL;
    }
    const struct field *before =
        field->after ? kind_field(kind, field->after) : NULL;
    if (field->after &&
        (!before || before->type != TYPE_DATE || before == field ||
         (field->type != TYPE_DATE && field->type != TYPE_SUBJECT))) {
        field_problem(builder, field, "after", "field",
                      "name another field of type date, or leave `after` out",
                      "cannot come after", field->after);
        field->after = NULL;
    }
    if (field->of &&
        !table_find(&builder->knowledge->index->kinds, table_text(field->of))) {
        field_problem(builder, field, "of", "field",
                      build_near_kind(builder, field->of),
                      "names things of an unknown kind", field->of);
        field->of = NULL;
    }
}

void build_fields(struct builder *builder)
{
    struct knowledge *knowledge = builder->knowledge;
    build_each_section(builder, "field", read_field);
    for (size_t i = 0; i < knowledge->kind_count; i++) {
        const struct kind *kind = knowledge->kinds[i];
        for (size_t k = 0; k < kind->field_count; k++)
            link_field(builder, kind->fields[k]);
    }
}
