/* Lines that lack their equals sign. */
#include <string.h>

#include "knowledge/build.h"
#include "knowledge/key.h"
#include "knowledge/mend.h"
#include "knowledge/value.h"

static const char wide_equals[] = "\xef\xbc\x9d";

/* A line that begins with the name of a field. */
struct bare {
    const char *name;
    const char *rest; /* what would be its value */
    size_t gap;       /* bytes between them, with a colon that stands there */
    bool has_colon;
};

/* The words that a card's lines begin with. */
static const char *const card_names[] = {"of",    "ask", "answer", "also",
                                         "wrong", "why", "cloze",  "source"};

enum { CARD_NAMES = sizeof card_names / sizeof card_names[0] };

static bool begins(const char *line, const char *name, struct bare *bare)
{
    size_t length = strlen(name);
    if (strncmp(line, name, length) != 0)
        return false;
    const char *rest = line + length;
    size_t gap = strspn(rest, " ");
    bool has_colon = rest[gap] == ':';
    if (has_colon)
        gap += 1 + strspn(rest + gap + 1, " ");
    if (gap == 0 || !rest[gap])
        return false;
    *bare = (struct bare){name, rest + gap, gap, has_colon};
    return true;
}

/* The longest name that the line begins with. */
static bool find(const char *line, const char *const *names, size_t count,
                 struct bare *bare)
{
    size_t longest = 0;
    for (size_t i = 0; i < count; i++) {
        struct bare here;
        size_t length = strlen(names[i]);
        if (length <= longest || !begins(line, names[i], &here))
            continue;
        *bare = here;
        longest = length;
    }
    return longest > 0;
}

/* Words in a row could go on with the value above; a value that only such a
 * field has, a colon or a wide gap could not. */
static bool is_sure(struct arena *arena, const struct field *field,
                    const struct bare *bare)
{
    struct value value;
    struct error err;
    if (bare->has_colon || bare->gap > 1)
        return true;
    if (!field || (field->type != TYPE_DATE && field->type != TYPE_NUMBER &&
                   field->type != TYPE_COUNT && field->type != TYPE_ARTICLE &&
                   field->type != TYPE_CHOICE))
        return false;
    return value_read(arena, field, bare->rest, 0, &value, &err);
}

static size_t names_of(struct builder *builder, const struct kind *kind,
                       const char *const **names)
{
    *names = card_names;
    return kind ? key_names(builder->arena, kind, names) : CARD_NAMES;
}

static bool is_known(const char *const *names, size_t count, const char *name,
                     size_t length)
{
    while (length > 0 && name[length - 1] == ' ')
        length--;
    for (size_t i = 0; i < count; i++)
        if (strlen(names[i]) == length && strncmp(names[i], name, length) == 0)
            return true;
    return false;
}

static void mend(struct builder *builder, struct problem *problem)
{
    struct arena *arena = builder->problems->arena;
    const struct kind *kind = knowledge_kind(builder->knowledge, problem->sort);
    const char *line = problem->bare;
    const char *const *names;
    struct bare bare;
    if (!kind && strcmp(problem->sort, "card") != 0)
        return;
    size_t count = names_of(builder, kind, &names);
    const char *wide = strstr(line, wide_equals);
    if (wide && is_known(names, count, line, (size_t)(wide - line))) {
        problem->struck = wide_equals;
        problem->mended = "=";
        problem->place = PROBLEM_AT_START;
        return;
    }
    if (!find(line, names, count, &bare))
        return;
    if (!is_sure(arena, kind ? kind_field(kind, bare.name) : NULL, &bare))
        return;
    problem->place = PROBLEM_AT_START;
    problem->struck = arena_copy(arena, line, strlen(bare.name) + bare.gap);
    problem->mended = arena_printf(arena, "%s = ", bare.name);
}

void mend_lines(struct builder *builder)
{
    struct problems *problems = builder->problems;
    for (size_t i = 0; i < problems->count; i++)
        if (problems->list[i].bare && problems->list[i].sort)
            mend(builder, &problems->list[i]);
}
