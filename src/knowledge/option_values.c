#include <stdlib.h>
#include <string.h>

#include "knowledge/options.h"
#include "knowledge/value.h"

/* The longest text shown is at most half as long again as the shortest. */
static const size_t RATIO_TOP = 3, RATIO_BOTTOM = 2;

/* A day among months, or "about" among certain ones, would stand out. */
static bool same_shape(struct date a, struct date b)
{
    return !a.month == !b.month && !a.day == !b.day && a.about == b.about;
}

static bool is_past(struct date date, int32_t today)
{
    date.month = date.month ? date.month : 1;
    date.day = date.day ? date.day : 1;
    return date_to_days(date) <= today;
}

/* The bound of an article's number, 0 where none is stated. */
static double last_article(const struct fact *fact)
{
    const char *limit = fact->field->limit ? fact->field->limit : "articles";
    const struct fact *count = subject_fact(fact->subject, limit, NULL);
    return count && count->value_count ? count->values[0].number : 0;
}

/* A wrong option must be the answer to a question of its own, else "never
 * right" would give it away. */
static bool is_answer_somewhere(const struct fact *fact)
{
    return fact->field->complete && (fact->ask || fact->field->ask.text);
}

static bool has_shape(const struct draw *draw, const struct value *value)
{
    switch (draw->fact->field->type) {
    case TYPE_DATE:
        return same_shape(value->date, draw->value->date) &&
               is_past(value->date, draw->request->today);
    case TYPE_ARTICLE:
        return value->number <= last_article(draw->fact);
    case TYPE_SUBJECT:
        return value->refers != draw->fact->subject;
    default:
        return true;
    }
}

static bool is_wrong_for_certain(const struct draw *draw,
                                 const struct fact *fact,
                                 const struct value *value)
{
    return is_answer_somewhere(fact) && has_shape(draw, value) &&
           value_differs(draw->fact->field->type, value, draw->value) &&
           value_is_false_of(value, draw->fact) &&
           !options_too_common(draw, fact, value);
}

void options_shortlist(const struct draw *draw, struct shortlist sides[2])
{
    enum value_type type = draw->fact->field->type;
    struct pool_walk walk = options_walk(draw, draw->seed);
    const struct fact *fact;
    while ((fact = options_walk_next(&walk)) != NULL) {
        if (fact == draw->fact)
            continue;
        for (size_t k = 0; k < fact->value_count; k++) {
            const struct value *value = &fact->values[k];
            struct shortlist *side =
                &sides[value_compare(type, value, draw->value) > 0];
            struct candidate candidate = {.fact = fact, .value = value};
            if (options_rank(draw, side, &candidate) &&
                is_wrong_for_certain(draw, fact, value))
                shortlist_add(side, candidate);
        }
    }
}

static struct pick pick_of(const struct fact *fact, const struct value *value)
{
    return (struct pick){.fact = fact,
                         .value = value,
                         .text = value->shown,
                         .words = value->words};
}

static size_t length_of(struct unit *unit)
{
    if (!unit->length)
        unit->length = text_length(unit->pick.text);
    return unit->length;
}

/* Only texts are measured: names and dates are as long as they are. */
static bool alike_in_length(struct unit *a, struct unit *b)
{
    if (a->fact->field->type != TYPE_TEXT)
        return true;
    size_t x = length_of(a), y = length_of(b);
    size_t longest = x > y ? x : y;
    size_t shortest = x > y ? y : x;
    return longest * RATIO_BOTTOM <= shortest * RATIO_TOP;
}

/* What a fact of that subject may have as its value at all. */
static bool may_be_of(const struct value *value, const struct fact *fact)
{
    switch (fact->field->type) {
    case TYPE_ARTICLE:
        return value->number <= last_article(fact);
    case TYPE_SUBJECT:
        return value->refers != fact->subject;
    default:
        return true;
    }
}

static bool is_false_of(const struct unit *unit, const struct unit *other)
{
    return may_be_of(unit->value, other->fact) &&
           value_is_false_of(unit->value, other->fact);
}

static bool values_apart(const struct draw *draw, struct unit *a,
                         struct unit *b)
{
    (void)draw;
    return value_differs(a->fact->field->type, a->value, b->value) &&
           alike_in_length(a, b) && is_false_of(a, b) && is_false_of(b, a) &&
           picks_apart(&a->pick, &b->pick);
}

static void gather(const struct draw *draw, struct units *units)
{
    struct pool_walk walk = options_walk(draw, draw->request->seed);
    const struct fact *fact;
    while ((fact = options_walk_next(&walk)) != NULL) {
        bool is_key = fact == draw->fact;
        if (!is_key && (!fact->value_count || !is_answer_somewhere(fact)))
            continue;
        const struct value *value =
            is_key ? draw->value : options_asked(draw, fact, fact->id);
        if (is_key ||
            (has_shape(draw, value) && !options_too_common(draw, fact, value)))
            units_add(draw, units,
                      (struct unit){.fact = fact,
                                    .value = value,
                                    .pick = pick_of(fact, value)});
    }
}

static int by_value(const void *a, const void *b)
{
    const struct pick *x = a;
    const struct pick *y = b;
    int order = value_compare(x->fact->field->type, x->value, y->value);
    return order ? order : strcmp(x->text, y->text);
}

static void sort_picks(const struct draw *draw, struct picks *picks)
{
    qsort(picks->list, (size_t)picks->count, sizeof *picks->list, by_value);
    for (int i = 0; i < picks->count; i++)
        if (picks->list[i].value == draw->value)
            picks->right = i;
}

bool options_of_values(const struct draw *draw, struct picks *picks,
                       struct error *why_not)
{
    const struct field *field = draw->fact->field;
    if (!field->complete)
        return error_set(why_not,
                         "the true values of \"%s\" are not all "
                         "stated, so no option is proved wrong",
                         field->name);
    if (options_too_common(draw, draw->fact, draw->value))
        return error_set(why_not,
                         "\"%s\" is the answer so often that it "
                         "would be guessed",
                         draw->value->shown);
    struct units units = {.count = 0};
    gather(draw, &units);
    if (!units_sort(draw, &units) ||
        !units_block(draw, &units, values_apart,
                     field->type != TYPE_CHOICE && options_is_rare(draw),
                     picks))
        return error_set(why_not,
                         "fewer than %d values of \"%s\" are proved "
                         "wrong and alike in shape",
                         draw->request->options - 1, field->name);
    units_confuse(draw, &units, values_apart, picks);
    if (value_is_ordered(field->type))
        sort_picks(draw, picks);
    else
        picks_shuffle(draw, picks);
    return true;
}
