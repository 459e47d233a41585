#include "knowledge/describe.h"

#include <string.h>

#include "knowledge/template.h"
#include "knowledge/value.h"

enum { DESCRIPTION_FACTS_MAX = 8, DATE_CHAIN_MAX = 4 };

/* What a description says of its subject. */
struct claims {
    const struct fact *facts[DESCRIPTION_FACTS_MAX];
    bool year[DESCRIPTION_FACTS_MAX]; /* only the date's year is said */
    size_t count;
};

/* The fact of that very field; the index is not looked at. */
static const struct fact *fact_of(const struct subject *subject,
                                  const struct field *field)
{
    for (size_t i = 0; i < subject->fact_count; i++)
        if (subject->facts[i]->field == field)
            return subject->facts[i];
    return NULL;
}

/* Asking for one and telling the other would be telling the answer. */
static bool tells_of(const struct field *used, const struct field *asked)
{
    if (!asked)
        return false;
    return used == asked ||
           (used->derived && !strcmp(used->derived, asked->name)) ||
           (asked->derived && !strcmp(asked->derived, used->name));
}

static bool is_name(const struct template_place *place, const char *name)
{
    return place->length == strlen(name) &&
           !memcmp(place->name, name, place->length);
}

/* The facts a template needs; false when one is missing or may not be told.
 * The deck's home is the same for all its subjects and claims nothing. */
static bool read_claims(const char *text, const struct subject *subject,
                        const struct field *asked, struct claims *claims)
{
    struct template_place place;
    claims->count = 0;
    for (; template_place_find(text, &place); text = place.end) {
        if (is_name(&place, "home"))
            continue;
        bool year;
        const struct field *field =
            template_field(subject->kind, &place, &year);
        if (!field || tells_of(field, asked) ||
            claims->count == DESCRIPTION_FACTS_MAX)
            return false;
        const struct fact *fact = fact_of(subject, field);
        if (!fact)
            return false;
        claims->year[claims->count] = year;
        claims->facts[claims->count++] = fact;
    }
    return claims->count > 0;
}

static struct value year_of(const struct value *value)
{
    struct value year = *value;
    year.date =
        (struct date){.year = value->date.year, .about = value->date.about};
    return year;
}

/* Is what is said of the one proved false of the other? An open list is no
 * proof: what it leaves out may be true all the same. */
static bool is_false_of(const struct fact *said, bool year,
                        const struct fact *other)
{
    if (said->field->many && !said->field->complete)
        return false;
    for (size_t i = 0; i < said->value_count; i++) {
        struct value value = year ? year_of(&said->values[i]) : said->values[i];
        if (value_is_false_of(&value, other))
            return true;
    }
    return false;
}

/* True if the kind says that `late` never comes before `early`. */
static bool never_before(const struct field *late, const struct field *early)
{
    for (size_t i = 0; late && late->after && i < DATE_CHAIN_MAX; i++) {
        if (!strcmp(late->after, early->name))
            return true;
        late = kind_field(late->kind, late->after);
    }
    return false;
}

static bool surely_before(struct date a, struct date b)
{
    return date_differs(a, b) && date_compare(a, b) < 0;
}

/* A date the other one lacks may be bounded by those it has: what was in force
 * in 1996 was not signed in 2018. */
static bool is_out_of_bounds(const struct fact *said, bool year,
                             const struct subject *other)
{
    if (said->field->type != TYPE_DATE || said->value_count != 1)
        return false;
    struct date date =
        year ? year_of(&said->values[0]).date : said->values[0].date;
    for (size_t i = 0; i < other->fact_count; i++) {
        const struct fact *fact = other->facts[i];
        if (fact->field->type != TYPE_DATE || fact->value_count != 1)
            continue;
        struct date bound = fact->values[0].date;
        if ((never_before(fact->field, said->field) &&
             surely_before(bound, date)) ||
            (never_before(said->field, fact->field) &&
             surely_before(date, bound)))
            return true;
    }
    return false;
}

static bool may_fit(const struct claims *claims, const struct subject *other)
{
    for (size_t i = 0; i < claims->count; i++) {
        const struct fact *fact = fact_of(other, claims->facts[i]->field);
        bool year = claims->year[i];
        if (fact ? is_false_of(claims->facts[i], year, fact)
                 : is_out_of_bounds(claims->facts[i], year, other))
            return false;
    }
    return true;
}

static bool fits_one(const struct knowledge *knowledge,
                     const struct subject *subject, const struct claims *claims)
{
    size_t count;
    const struct subject *const *all =
        knowledge_of_kind(knowledge, subject->kind, &count);
    for (size_t i = 0; i < count; i++)
        if (all[i] != subject && may_fit(claims, all[i]))
            return false;
    return true;
}

/* A description is part of a sentence, so it begins small. */
static const char *uncapital(char *text, const char *template)
{
    if (template[0] >= 'a' && template[0] <= 'z')
        text[0] = template[0];
    return text;
}

const char *describe_subject(const struct knowledge *knowledge,
                             const struct subject *subject,
                             const struct field *asked, const struct leak *leak,
                             struct arena *arena)
{
    struct claims claims;
    struct template_values values = {.subject = subject};
    for (size_t i = 0; i < subject->kind->describe_count; i++) {
        const char *template = subject->kind->describe[i];
        if (!read_claims(template, subject, asked, &claims) ||
            !fits_one(knowledge, subject, &claims))
            continue;
        const char *text = template_fill(arena, template, &values);
        if (text && !leak_in_text(leak, text))
            return uncapital(arena_text(arena, text), template);
    }
    return NULL;
}
