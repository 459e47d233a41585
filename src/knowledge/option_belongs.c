#include <string.h>

#include "knowledge/options.h"

enum { BELONGS_VALUES_MAX = 5 };

/* The first by id of the facts with that value, and how many there are; of a
 * very common one the first of those that are looked at. */
static const struct fact *first_having(const struct draw *draw,
                                       const struct fact *like,
                                       const struct value *value, size_t *count)
{
    size_t all;
    const struct fact *first = NULL;
    const struct fact *const *facts = knowledge_having(
        draw->knowledge, like->field, like->index, value->folded, &all);
    *count = 0;
    size_t step = all / OPTIONS_COUNTED + 1;
    for (size_t i = 0; i < all; i += step) {
        if (!options_same_home(facts[i], draw->fact))
            continue;
        *count += step;
        if (!first || strcmp(facts[i]->subject->id, first->subject->id) < 0)
            first = facts[i];
    }
    return first;
}

const char *options_value_belongs(const struct draw *draw,
                                  const struct pick *pick)
{
    size_t count = 0;
    const struct field *asked = draw->fact->field;
    const struct fact *fact = NULL;
    if (!asked->indexed)
        fact = first_having(draw, draw->fact, pick->value, &count);
    if (!fact)
        fact = first_having(draw, pick->fact, pick->value, &count);
    if (!fact) {
        fact = pick->fact;
        count = 1;
    }
    const char *title = fact->subject->title;
    if (count > 1)
        title = arena_printf(draw->arena, "%s and %zu more", title, count - 1);
    if (fact->field == asked && !fact->index)
        return title;
    const char *label = fact->field->label;
    if (!fact->index)
        return arena_printf(draw->arena, "%s: %s", label, title);
    return arena_printf(draw->arena, "%s %s: %s", label, fact->index, title);
}

const char *options_title_belongs(const struct draw *draw,
                                  const struct pick *pick)
{
    const struct field *field = pick->fact->field;
    const char *between = field->type == TYPE_DATE ? " " : ": ";
    const char *text = arena_printf(draw->arena, "%s%s%s", field->label,
                                    between, pick->fact->values[0].shown);
    size_t count = pick->fact->value_count;
    for (size_t i = 1; i < count && i < BELONGS_VALUES_MAX; i++)
        text = arena_printf(draw->arena, "%s; %s", text,
                            pick->fact->values[i].shown);
    if (count <= BELONGS_VALUES_MAX)
        return text;
    return arena_printf(draw->arena, "%s and %zu more", text,
                        count - BELONGS_VALUES_MAX);
}
