/* Relations: what takes the place of something came after it, and nothing
 * comes of itself, however many steps away. */
#include <string.h>

#include "knowledge/check_fact.h"
#include "knowledge/suggest.h"
#include "knowledge/table.h"
#include "knowledge/value.h"

enum { STEPS_MAX = 64 };

/* True for the first of a round in which each names the next. */
static bool is_told_here(const struct fact *fact)
{
    const struct subject *at = fact->subject;
    const char *last = fact->subject->id;
    for (int i = 0; i < STEPS_MAX; i++) {
        const struct fact *next = subject_fact(at, fact->field->name, NULL);
        if (!next || next->field != fact->field || next->value_count != 1 ||
            !next->values[0].refers)
            return false;
        at = next->values[0].refers;
        if (at == fact->subject)
            return i > 0 && strcmp(last, fact->subject->id) == 0;
        if (strcmp(at->id, last) > 0)
            last = at->id;
    }
    return false;
}

static void check_round(const struct fact *fact, struct problems *problems)
{
    if (fact->field->many || !fact->field->back.text || !is_told_here(fact))
        return;
    problems_add(problems, PROBLEM_ERROR, fact->file, fact->line, "subject",
                 "state it once: the other direction is asked without it",
                 "\"%s\" leads to \"%s\" and back to itself", fact->id,
                 fact->values[0].refers->id);
}

/* By the date that the kind names. */
static void check_earlier(const struct fact *fact, const struct value *value,
                          struct problems *problems)
{
    const char *date = fact->field->after;
    const struct fact *own = subject_fact(fact->subject, date, NULL);
    const struct fact *other = subject_fact(value->refers, date, NULL);
    if (!own || !other || own->field->type != TYPE_DATE ||
        other->field != own->field ||
        !value_differs(TYPE_DATE, &own->values[0], &other->values[0]) ||
        value_compare(TYPE_DATE, &other->values[0], &own->values[0]) <= 0)
        return;
    problems_add(problems, PROBLEM_ERROR, fact->file, value->line, "date-order",
                 "name what came before, or correct a date",
                 "\"%s\" names \"%s\" of %s, which came after %s", fact->id,
                 value->refers->id, other->values[0].shown,
                 own->values[0].shown);
}

void check_relation(const struct fact *fact, struct problems *problems)
{
    if (fact->field->type != TYPE_SUBJECT || fact->index)
        return;
    if (fact->values[0].refers)
        check_round(fact, problems);
    for (size_t i = 0; fact->field->after && i < fact->value_count; i++) {
        if (fact->values[i].refers)
            check_earlier(fact, &fact->values[i], problems);
    }
}

static const char *unit_of(const struct value *value)
{
    double number;
    const char *rest = value_number(value->text, &number);
    return rest ? rest + strspn(rest, " ") : NULL;
}

/* The fact that said the unit first stands for the field. */
static void check_unit(const struct fact *fact, struct table *units,
                       struct problems *problems)
{
    void **place = table_place(units, (struct table_key){.owner = fact->field});
    if (!*place)
        *place = (void *)fact;
    const struct fact *first = *place;
    const char *wanted = unit_of(&first->values[0]);
    for (size_t i = 0; wanted && i < fact->value_count; i++) {
        const char *unit = unit_of(&fact->values[i]);
        if (!unit || strcmp(unit, wanted) == 0)
            continue;
        problems_add(problems, PROBLEM_WARNING, fact->file,
                     fact->values[i].line, "shape",
                     "write all numbers of a field in one unit",
                     "\"%s\" is not in the unit of \"%s\", which line %d says",
                     suggest_quoted(problems->arena, fact->values[i].shown),
                     first->values[0].shown, first->line);
    }
}

void check_units(const struct knowledge *knowledge, struct problems *problems)
{
    struct table units;
    table_init(&units, knowledge->arena, 0);
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const struct fact *fact = knowledge->facts[i];
        if (fact->field->type == TYPE_NUMBER && fact->value_count)
            check_unit(fact, &units, problems);
    }
}
