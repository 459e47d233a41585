#include "knowledge/check_kind.h"

#include <string.h>

#include "knowledge/suggest.h"
#include "knowledge/template.h"

/* What a template may name beside the fields of its kind. */
static const char *const place_names[] = {
    "title", "value", "partner", "description", "index", "home",
};

enum { PLACE_NAMES = sizeof place_names / sizeof place_names[0] };

struct kind_check {
    const struct knowledge *knowledge;
    struct problems *problems;
};

static bool is_known_place(const struct kind *kind,
                           const struct template_place *place)
{
    bool year;
    if (template_field(kind, place, &year) ||
        memchr(place->name, '|', place->length))
        return true;
    for (size_t i = 0; i < PLACE_NAMES; i++) {
        if (strlen(place_names[i]) == place->length &&
            memcmp(place_names[i], place->name, place->length) == 0)
            return true;
    }
    return false;
}

static const char *place_remedy(struct arena *arena, const struct kind *kind,
                                const char *name)
{
    size_t count = 0;
    const char **names =
        arena_array(arena, PLACE_NAMES + kind->field_count, sizeof *names);
    for (size_t i = 0; i < PLACE_NAMES; i++)
        names[count++] = place_names[i];
    for (size_t i = 0; i < kind->field_count; i++)
        names[count++] = kind->fields[i]->name;
    return suggest(arena, name, names, count);
}

static void check_template(const struct kind_check *check,
                           const struct kind *kind, const char *text,
                           const char *file, int line)
{
    struct template_place place;
    for (; text && template_place_find(text, &place); text = place.end) {
        if (is_known_place(kind, &place))
            continue;
        struct arena *arena = check->knowledge->arena;
        const char *name = arena_copy(arena, place.name, place.length);
        problems_add(check->problems, PROBLEM_ERROR, file, line, "template",
                     place_remedy(arena, kind, name),
                     "nothing can stand for {%s} in a template of \"%s\"",
                     suggest_quoted(arena, name), kind->id);
    }
}

static void check_field(const struct kind_check *check,
                        const struct field *field)
{
    const struct template *const templates[] = {&field->ask, &field->back,
                                                &field->truth};
    for (size_t i = 0; i < sizeof templates / sizeof templates[0]; i++) {
        int line = templates[i]->line ? templates[i]->line : field->line;
        check_template(check, field->kind, templates[i]->text, field->file,
                       line);
        check_template(check, field->kind, templates[i]->ja, field->file, line);
    }
}

/* Without all values stated, no wrong option can be proved wrong. */
static void check_relations(const struct kind_check *check,
                            const struct kind *kind)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *field = kind->fields[i];
        bool relates = field->type == TYPE_PARTY || field->type == TYPE_SUBJECT;
        if (!relates || field->complete || !field->ask.text)
            continue;
        problems_add(check->problems, PROBLEM_WARNING, field->file, field->line,
                     "not-complete",
                     "write `complete = yes` once decks state all its values",
                     "\"%s\" of \"%s\" is asked, but no wrong option can be "
                     "proved wrong",
                     field->name, kind->id);
    }
}

void check_kinds(const struct knowledge *knowledge, struct problems *problems)
{
    struct kind_check check = {knowledge, problems};
    for (size_t i = 0; i < knowledge->kind_count; i++) {
        const struct kind *kind = knowledge->kinds[i];
        for (size_t k = 0; k < kind->describe_count; k++)
            check_template(&check, kind, kind->describe[k], kind->file,
                           kind->describe_lines[k]);
        for (size_t k = 0; k < kind->field_count; k++)
            check_field(&check, kind->fields[k]);
        check_relations(&check, kind);
    }
}
