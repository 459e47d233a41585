#include "knowledge/check_fact.h"

#include <string.h>

#include "knowledge/leak.h"
#include "knowledge/suggest.h"
#include "knowledge/table.h"
#include "knowledge/template.h"
#include "knowledge/value.h"

/* Values are compared pair by pair among this many. */
enum { VALUES_COMPARED_MAX = 50 };

static void report_alike(const struct fact *fact, const struct value *first,
                         const struct value *value, struct problems *problems)
{
    problems_add(problems, PROBLEM_WARNING, fact->file, value->line, "twin",
                 "keep one of the two, or say what sets them apart",
                 "\"%s\" of \"%s\" may be the same as \"%s\" in line %d",
                 suggest_quoted(problems->arena, value->shown), fact->id,
                 suggest_quoted(problems->arena, first->shown), first->line);
}

/* A clause may well stand in a longer one; a name or a day is one thing. */
static void check_alike(const struct fact *fact, struct problems *problems)
{
    enum value_type type = fact->field->type;
    for (size_t i = 1; i < fact->value_count && i < VALUES_COMPARED_MAX; i++) {
        for (size_t k = 0; k < i && type != TYPE_TEXT; k++) {
            if (!fact->values[i].words.count || !fact->values[k].words.count ||
                value_differs(type, &fact->values[i], &fact->values[k]))
                continue;
            report_alike(fact, &fact->values[k], &fact->values[i], problems);
            break;
        }
    }
}

/* What is all marks is the same as anything else of the sort. */
static void check_words(const struct fact *fact, struct problems *problems)
{
    for (size_t i = 0; i < fact->value_count; i++) {
        if (fact->values[i].words.count == 0)
            problems_add(problems, PROBLEM_WARNING, fact->file,
                         fact->values[i].line, "value",
                         "write it in words or digits, or leave the line out",
                         "\"%s\" of \"%s\" has neither a letter nor a digit",
                         suggest_quoted(problems->arena, fact->values[i].text),
                         fact->id);
    }
}

void check_values(const struct fact *fact, struct problems *problems)
{
    check_words(fact, problems);
    check_alike(fact, problems);
    if (fact->value_count > VALUES_LEARNT_MAX)
        problems_add(problems, PROBLEM_WARNING, fact->file, fact->line,
                     "too-many", "keep those that are to be learnt",
                     "\"%s\" has %zu values, more than anyone learns as one",
                     fact->id, fact->value_count);
}

/* The text without its places, which the title and others fill. */
static const char *around_places(struct arena *arena, const char *text)
{
    const char *rest = "";
    struct template_place place;
    for (; template_place_find(text, &place); text = place.end)
        rest = arena_printf(arena, "%s%.*s ", rest, (int)(place.begin - text),
                            text);
    return arena_printf(arena, "%s%s", rest, text);
}

void check_own_leak(const struct fact *fact, struct arena *arena,
                    struct problems *problems)
{
    if (!fact->ask)
        return;
    struct leak leak;
    leak_init(&leak, arena);
    for (size_t i = 0; i < fact->value_count; i++)
        leak_add_value(&leak, &fact->values[i]);
    leak_excuse(&leak, fact->field->ask.text);
    leak_excuse(&leak, fact->field->kind->label);
    if (!leak_in_text(&leak, around_places(arena, fact->ask)))
        return;
    problems_add(problems, PROBLEM_WARNING, fact->file, fact->ask_line, "leak",
                 "say it in another word",
                 "the question of \"%s\" has a word of its answer", fact->id);
}

/* The line where the name is written. */
static int name_line(const struct subject *subject, const char *name)
{
    for (size_t i = 0; i < subject->section->count; i++) {
        if (subject->section->entries[i].value == name)
            return subject->section->entries[i].line;
    }
    return subject->line;
}

static void check_name(const struct knowledge *knowledge,
                       const struct subject *subject, const char *name,
                       struct problems *problems)
{
    if (text_words(knowledge->arena, name).count == 0)
        problems_add(problems, PROBLEM_WARNING, subject->file,
                     name_line(subject, name), "value",
                     "write it in words or digits, or leave the line out",
                     "the name \"%s\" of \"%s\" has neither a letter nor a "
                     "digit",
                     suggest_quoted(problems->arena, name), subject->id);
}

/* Adds a name of the subject to those of its kind; false if another has it. */
static bool take_name(struct table *names, const struct subject *subject,
                      const char *name, int line, struct problems *problems)
{
    struct table_key key = {.owner = subject->kind,
                            .text = text_fold(names->arena, name)};
    void **place = table_place(names, key);
    const struct subject *first = *place;
    if (!first)
        *place = (void *)subject;
    if (!first || first == subject)
        return true;
    problems_add(problems, PROBLEM_WARNING, subject->file, line, "same-title",
                 "add what sets the two apart, such as the year",
                 "\"%s\" has the title of \"%s\" in %s:%d", subject->id,
                 first->id, first->file, first->line);
    return false;
}

/* Titles first: an alias must not be one of another, whichever comes first. */
void check_titles(const struct knowledge *knowledge, struct problems *problems)
{
    struct table names;
    table_init(&names, knowledge->arena, knowledge->subject_count);
    for (size_t i = 0; i < knowledge->subject_count; i++) {
        const struct subject *subject = knowledge->subjects[i];
        take_name(&names, subject, subject->title, subject->line, problems);
    }
    for (size_t i = 0; i < knowledge->subject_count; i++) {
        const struct subject *subject = knowledge->subjects[i];
        bool is_clear = !subject->kind->entity;
        check_name(knowledge, subject, subject->title, problems);
        for (size_t k = 0; k < subject->also_count; k++)
            check_name(knowledge, subject, subject->also[k], problems);
        for (size_t k = 0; is_clear && k < subject->also_count; k++)
            is_clear =
                take_name(&names, subject, subject->also[k],
                          name_line(subject, subject->also[k]), problems);
    }
}
