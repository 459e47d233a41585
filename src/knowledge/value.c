#include "knowledge/value.h"

#include <string.h>

enum { WORDS_COUNTED_MAX = 400 };

/* Two texts that share this much of their words say the same. */
static const double NEARLY_SAME = 0.8;

static bool same_folded(const struct value *a, const struct value *b)
{
    return strcmp(a->folded, b->folded) == 0;
}

/* The words of one stand in the other; what has no words proves nothing. */
static bool one_in_other(const struct text_words *a, const struct text_words *b)
{
    if (a->count == 0 || b->count == 0)
        return true;
    return text_has_words(a, b) || text_has_words(b, a);
}

static bool has_word(const struct text_words *words, size_t count,
                     const char *word)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words->words[i], word) == 0)
            return true;
    }
    return false;
}

static size_t distinct_words(const struct text_words *words)
{
    size_t distinct = 0;
    for (size_t i = 0; i < words->count; i++)
        distinct += !has_word(words, i, words->words[i]);
    return distinct;
}

/* Jaccard's coefficient of the two sets of words (Jaccard 1912). */
static double likeness(const struct text_words *a, const struct text_words *b)
{
    size_t shared = 0;
    for (size_t i = 0; i < a->count; i++) {
        if (!has_word(a, i, a->words[i]) && has_word(b, b->count, a->words[i]))
            shared++;
    }
    size_t all = distinct_words(a) + distinct_words(b) - shared;
    return all ? (double)shared / (double)all : 1;
}

/* Counting goes by pairs of words, so pages of text are not counted; of them
 * nothing is proved. */
static bool nearly_same(const struct text_words *a, const struct text_words *b)
{
    if (a->count > WORDS_COUNTED_MAX || b->count > WORDS_COUNTED_MAX)
        return true;
    return likeness(a, b) >= NEARLY_SAME;
}

/* A name that no one declared may be an alias of what it stands inside. */
static bool may_be_called(const struct subject *party,
                          const struct value *value)
{
    for (size_t i = 0; i < party->name_count; i++) {
        if (one_in_other(&party->names[i], &value->words))
            return true;
    }
    return false;
}

static bool parties_differ(const struct value *a, const struct value *b)
{
    if (a->refers && b->refers)
        return a->refers != b->refers;
    if (same_folded(a, b) || one_in_other(&a->words, &b->words))
        return false;
    if (a->refers)
        return !may_be_called(a->refers, b);
    return !b->refers || !may_be_called(b->refers, a);
}

/* What follows the number: "km". Another unit may be the same length. */
static const char *unit_of(const struct value *value)
{
    double number;
    const char *rest = value_number(value->text, &number);
    if (!rest)
        return value->text;
    return rest + strspn(rest, " ");
}

static bool numbers_differ(const struct value *a, const struct value *b)
{
    return (a->number < b->number || a->number > b->number) &&
           strcmp(unit_of(a), unit_of(b)) == 0;
}

bool value_differs(enum value_type type, const struct value *a,
                   const struct value *b)
{
    switch (type) {
    case TYPE_DATE:
        return date_differs(a->date, b->date);
    case TYPE_PARTY:
    case TYPE_SUBJECT:
        return parties_differ(a, b);
    case TYPE_NUMBER:
        return numbers_differ(a, b);
    case TYPE_COUNT:
    case TYPE_ARTICLE:
        return a->number < b->number || a->number > b->number;
    case TYPE_CHOICE:
        return !same_folded(a, b);
    case TYPE_TEXT:
        return !same_folded(a, b) && !one_in_other(&a->words, &b->words) &&
               !nearly_same(&a->words, &b->words);
    default:
        return !same_folded(a, b) && !one_in_other(&a->words, &b->words);
    }
}

bool value_is_false_of(const struct value *value, const struct fact *fact)
{
    for (size_t i = 0; i < fact->value_count; i++) {
        if (!value_differs(fact->field->type, value, &fact->values[i]))
            return false;
    }
    return fact->value_count > 0;
}

int value_compare(enum value_type type, const struct value *a,
                  const struct value *b)
{
    if (type == TYPE_DATE)
        return date_compare(a->date, b->date);
    if (!value_is_ordered(type))
        return 0;
    return (a->number > b->number) - (a->number < b->number);
}

bool value_is_ordered(enum value_type type)
{
    return type == TYPE_DATE || type == TYPE_NUMBER || type == TYPE_COUNT ||
           type == TYPE_ARTICLE;
}
