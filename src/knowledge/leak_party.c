/* Which parties a value tells of: those whose names it says in Japanese, and
 * the country that it is a city of. */
#include <string.h>

#include "knowledge/leak.h"

/* Kana and Han begin with bytes from 0xe3 on. */
static bool is_japanese(const char *text)
{
    for (; *text; text++) {
        if ((unsigned char)*text >= 0xe3)
            return true;
    }
    return false;
}

/* By its name or by its one character. */
static bool says_party(const struct subject *party, const struct value *value)
{
    return (party->name_ja && strstr(value->shown, party->name_ja)) ||
           (party->seal && strstr(value->shown, party->seal));
}

static bool has_city(const struct subject *party, const struct value *value)
{
    for (size_t i = 0; i < party->city_count; i++)
        if (!strcmp(party->cities[i], value->shown))
            return true;
    return false;
}

/* The party of the subject that the value says in Japanese or is a city of, the
 * nth of them. */
static const struct subject *party_told(const struct fact *fact,
                                        const struct value *value, size_t nth)
{
    bool japanese = is_japanese(value->shown);
    const struct subject *subject = fact->subject;
    for (size_t i = 0; i < subject->fact_count; i++) {
        const struct fact *other = subject->facts[i];
        bool names = other->field->type == TYPE_PARTY && !other->field->derived;
        for (size_t k = 0; names && k < other->value_count; k++) {
            const struct subject *party = other->values[k].refers;
            if (!party ||
                !(japanese ? says_party(party, value) : has_city(party, value)))
                continue;
            if (nth-- == 0)
                return party;
        }
    }
    return NULL;
}

void leak_add_value_of(struct leak *leak, const struct fact *fact,
                       const struct value *value)
{
    leak_add_value(leak, value);
    if (is_japanese(value->shown))
        leak_add_parties_told(leak, fact, value);
}

void leak_add_parties_told(struct leak *leak, const struct fact *fact,
                           const struct value *value)
{
    const struct subject *party;
    for (size_t i = 0; (party = party_told(fact, value, i)) != NULL; i++)
        leak_add_names(leak, party);
}

struct text_words leak_words_told(struct arena *arena, const struct fact *fact,
                                  const struct value *value)
{
    const struct subject *party;
    const char *told = value->shown;
    for (size_t i = 0; (party = party_told(fact, value, i)) != NULL; i++) {
        told = arena_printf(arena, "%s %s", told, party->title);
        for (size_t k = 0; k < party->adjective_count; k++)
            told = arena_printf(arena, "%s %s", told, party->adjectives[k]);
        for (size_t k = 0; k < party->also_count; k++)
            told = arena_printf(arena, "%s %s", told, party->also[k]);
    }
    return told == value->shown ? value->words : text_words(arena, told);
}
