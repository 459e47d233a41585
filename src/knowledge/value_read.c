#include <stdio.h>
#include <string.h>

#include "knowledge/suggest.h"
#include "knowledge/value.h"

enum { NUMBER_DIGITS_MAX = 15 }; /* what a double holds exactly */

static const char *const type_names[TYPE_COUNT_OF] = {
    [TYPE_TEXT] = "text",       [TYPE_NAME] = "name",
    [TYPE_DATE] = "date",       [TYPE_PLACE] = "place",
    [TYPE_PARTY] = "party",     [TYPE_NUMBER] = "number",
    [TYPE_COUNT] = "count",     [TYPE_ARTICLE] = "article",
    [TYPE_SUBJECT] = "subject", [TYPE_CHOICE] = "choice",
};

const char *value_type_name(enum value_type type)
{
    return type_names[type];
}

int value_type_of(const char *name)
{
    for (int i = 0; i < TYPE_COUNT_OF; i++) {
        if (strcmp(type_names[i], name) == 0)
            return i;
    }
    return -1;
}

static bool is_ascii(const char *text)
{
    for (; *text; text++) {
        if ((unsigned char)*text >= 0x80)
            return false;
    }
    return true;
}

/* The words of a folded ASCII text are what its spaces part; this spares the
 * rules of Unicode for nearly every value of a large deck. */
static struct text_words ascii_words(struct arena *arena, const char *folded)
{
    struct text_words words = {NULL, 0};
    if (!*folded)
        return words;
    size_t count = 1;
    size_t length = 0;
    for (; folded[length]; length++)
        count += folded[length] == ' ';
    size_t list = count * sizeof *words.words;
    words.words = arena_alloc(arena, list + (count > 1 ? length + 1 : 0));
    words.count = count;
    words.words[0] = folded;
    if (count == 1)
        return words;
    char *copy = memcpy((char *)words.words + list, folded, length + 1);
    words.words[0] = copy;
    size_t at = 1;
    for (char *p = copy; *p; p++) {
        if (*p != ' ')
            continue;
        *p = '\0';
        words.words[at++] = p + 1;
    }
    return words;
}

void value_show(struct arena *arena, struct value *value, const char *shown)
{
    value->shown = shown;
    value->folded = text_fold(arena, shown);
    value->words = is_ascii(value->folded) ? ascii_words(arena, value->folded)
                                           : text_words(arena, shown);
}

/* True for a comma between groups of three digits: "1,230". */
static bool is_group_mark(const char *p)
{
    return *p == ',' && strspn(p + 1, "0123456789") == 3;
}

/* Digits with group marks; returns what follows them, NULL without any. */
static const char *read_digits(const char *p, double *number, int *digits)
{
    const char *start = p;
    for (; (*p >= '0' && *p <= '9') || (p > start && is_group_mark(p)); p++) {
        if (*p == ',')
            continue;
        *number = *number * 10 + (*p - '0');
        (*digits)++;
    }
    return p > start ? p : NULL;
}

const char *value_number(const char *text, double *number)
{
    double whole = 0, part = 0;
    int digits = 0, part_digits = 0;
    bool minus = *text == '-';
    const char *p = read_digits(text + minus, &whole, &digits);
    if (!p)
        return NULL;
    if (*p == '.' && p[1] >= '0' && p[1] <= '9')
        p = read_digits(p + 1, &part, &part_digits);
    if (digits + part_digits > NUMBER_DIGITS_MAX)
        return NULL;
    for (int i = 0; i < part_digits; i++)
        part /= 10;
    *number = minus ? -(whole + part) : whole + part;
    return p;
}

static bool read_date(struct arena *arena, struct value *value,
                      struct error *err)
{
    if (!date_parse(value->text, &value->date, err))
        return false;
    char shown[DATE_TEXT_MAX];
    date_format(value->date, shown, sizeof shown);
    value_show(arena, value, arena_text(arena, shown));
    return true;
}

/* A number and its unit: "1,230 km". */
static bool read_number(struct arena *arena, struct value *value,
                        struct error *err)
{
    const char *rest = value_number(value->text, &value->number);
    if (!rest || (*rest && *rest != ' ' && *rest != '%'))
        return error_set(err,
                         "\"%s\" is no number; write digits, then a "
                         "unit if there is one: 1230 km",
                         suggest_quoted(arena, value->text));
    return true;
}

static bool read_count(struct arena *arena, struct value *value,
                       struct error *err)
{
    const char *rest = value_number(value->text, &value->number);
    if (!rest || *rest || strchr(value->text, '.') || value->number < 0)
        return error_set(err,
                         "\"%s\" is no whole number of 0 or more; "
                         "write digits alone: 10",
                         suggest_quoted(arena, value->text));
    return true;
}

static bool read_article(struct arena *arena, struct value *value,
                         struct error *err)
{
    const char *digits = value->text;
    if (strncmp(digits, "Article ", 8) == 0 ||
        strncmp(digits, "article ", 8) == 0)
        digits += 8;
    const char *rest = value_number(digits, &value->number);
    if (!rest || *rest || strchr(digits, '.') || value->number < 1)
        return error_set(err,
                         "\"%s\" is no number of an article; write "
                         "its number alone: 5",
                         suggest_quoted(arena, value->text));
    value_show(arena, value,
               arena_printf(arena, "Article %.0f", value->number));
    return true;
}

static bool read_choice(struct arena *arena, const struct field *field,
                        struct value *value, struct error *err)
{
    for (size_t i = 0; i < field->word_count; i++) {
        if (strcmp(field->words[i], value->text) == 0)
            return true;
    }
    for (size_t i = 0; i < field->word_count; i++) {
        if (strcmp(text_fold(arena, field->words[i]), value->folded) == 0) {
            value_show(arena, value, field->words[i]);
            return true;
        }
    }
    const char *remedy =
        suggest(arena, value->text, field->words, field->word_count);
    return error_set(err, "\"%s\" is no word of \"%s\"; %s",
                     suggest_quoted(arena, value->text), field->name, remedy);
}

bool value_read(struct arena *arena, const struct field *field,
                const char *written, int line, struct value *value,
                struct error *err)
{
    memset(value, 0, sizeof *value);
    value->text = written;
    value->line = line;
    if (field->type == TYPE_DATE && read_date(arena, value, err))
        return true;
    value_show(arena, value, written);
    switch (field->type) {
    case TYPE_DATE:
        return false;
    case TYPE_NUMBER:
        return read_number(arena, value, err);
    case TYPE_COUNT:
        return read_count(arena, value, err);
    case TYPE_ARTICLE:
        return read_article(arena, value, err);
    case TYPE_CHOICE:
        return read_choice(arena, field, value, err);
    default:
        return true;
    }
}
