#include "knowledge/mend.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "knowledge/key.h"
#include "knowledge/suggest.h"
#include "knowledge/value.h"

enum { NUMBERS = 3, DIGITS_MAX = 4, KNOWN_MAX = 5000 };

static const char *iso(struct arena *arena, struct date date)
{
    const char *about = date.about ? "~" : "";
    if (!date.month)
        return arena_printf(arena, "%04d%s", date.year, about);
    if (!date.day)
        return arena_printf(arena, "%04d-%02d%s", date.year, date.month, about);
    return arena_printf(arena, "%04d-%02d-%02d%s", date.year, date.month,
                        date.day, about);
}

/* Three numbers with one sort of sign between them; false for all else. */
static bool three_numbers(const char *text, int numbers[NUMBERS],
                          int digits[NUMBERS])
{
    char sign = '\0';
    for (int i = 0; i < NUMBERS; i++) {
        digits[i] = (int)strspn(text, "0123456789");
        if (digits[i] < 1 || digits[i] > DIGITS_MAX)
            return false;
        for (numbers[i] = 0; *text >= '0' && *text <= '9'; text++)
            numbers[i] = numbers[i] * 10 + (*text - '0');
        if (i == NUMBERS - 1)
            return *text == '\0';
        if (!strchr("-/. ", *text) || !*text || (sign && *text != sign))
            return false;
        sign = *text++;
    }
    return false;
}

/* The day and the month in either order: the one that exists, if it is the
 * only one. */
static bool only_order(int year, int a, int b, struct date *date)
{
    struct date one = {.year = year, .month = a, .day = b};
    struct date other = {.year = year, .month = b, .day = a};
    bool is_one = a > 0 && b > 0 && date_exists(one);
    bool is_other = a > 0 && b > 0 && date_exists(other);
    *date = is_one ? one : other;
    return is_one ? !is_other || a == b : is_other;
}

/* A year that stands first is followed by the month, where there can be one. */
static bool order_numbers(const int numbers[NUMBERS], const int digits[NUMBERS],
                          struct date *date)
{
    if (digits[0] == DIGITS_MAX && digits[1] <= 2 && digits[2] <= 2) {
        *date = (struct date){
            .year = numbers[0], .month = numbers[1], .day = numbers[2]};
        return (numbers[1] > 0 && numbers[2] > 0 && date_exists(*date)) ||
               only_order(numbers[0], numbers[1], numbers[2], date);
    }
    return digits[2] == DIGITS_MAX && digits[0] <= 2 && digits[1] <= 2 &&
           only_order(numbers[2], numbers[0], numbers[1], date);
}

static bool has_letter(const char *text)
{
    for (; *text; text++)
        if ((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') ||
            (unsigned char)*text >= 0x80)
            return true;
    return false;
}

/* Wide forms (U+FF01 to U+FF5E) as they are written in ASCII. */
static const char *narrow(struct arena *arena, const char *text)
{
    char *out = arena_text(arena, text);
    size_t used = 0;
    for (const unsigned char *p = (const unsigned char *)text; *p; used++) {
        bool is_wide = p[0] == 0xef && (p[1] == 0xbc || p[1] == 0xbd) && p[2];
        int sign = is_wide ? p[2] - 0x60 + (p[1] - 0xbc) * 0x40 : 0;
        is_wide = is_wide && sign > ' ' && sign <= '~';
        out[used] = (char)(is_wide ? sign : *p);
        p += is_wide ? 3 : 1;
    }
    out[used] = '\0';
    return out;
}

const char *mend_date(struct arena *arena, const char *text)
{
    struct date date;
    int numbers[NUMBERS];
    int digits[NUMBERS];
    const char *plain = narrow(arena, text);
    if (date_parse(plain, &date, NULL) && strcmp(plain, text) != 0)
        return plain;
    if (three_numbers(plain, numbers, digits))
        return order_numbers(numbers, digits, &date) ? iso(arena, date) : NULL;
    return has_letter(plain) && date_read(plain, &date) && date.year > 999
               ? iso(arena, date)
               : NULL;
}

const char *mend_word(struct arena *arena, const char *word,
                      const char *const *known, size_t count)
{
    const char *folded = text_fold(arena, word);
    const char *only = NULL;
    if (strlen(folded) < 3 || count > KNOWN_MAX)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (text_edits(folded, text_fold(arena, known[i]), 1) > 1)
            continue;
        if (only && strcmp(only, known[i]) != 0)
            return NULL;
        only = known[i];
    }
    return only;
}

void mend_last(struct problems *problems, enum problem_place place,
               const char *struck, const char *mended)
{
    bool is_kept = problems->errors + problems->warnings == problems->count;
    if (!mended || problems->count == 0 || !is_kept)
        return;
    struct problem *last = &problems->list[problems->count - 1];
    last->place = place;
    last->struck = arena_text(problems->arena, struck);
    last->mended = arena_text(problems->arena, mended);
}

void mend_value(struct problems *problems, const struct field *field,
                const struct entry *entry)
{
    struct arena *arena = problems->arena;
    const char *mended = NULL;
    if (field->type == TYPE_DATE)
        mended = mend_date(arena, entry->value);
    else if (field->type == TYPE_CHOICE)
        mended =
            mend_word(arena, entry->value, field->words, field->word_count);
    mend_last(problems, PROBLEM_IN_VALUE, entry->value, mended);
}

static bool is_stated(const struct section *section, const char *key)
{
    for (size_t i = 0; i < section->count; i++)
        if (strcmp(section->entries[i].key, key) == 0)
            return true;
    return false;
}

/* A field that can have one value only is not stated twice by a mend. */
void mend_key(struct problems *problems, const struct kind *kind,
              const struct section *section, const struct entry *entry)
{
    struct arena *arena = problems->arena;
    const char *mended = key_mended(arena, kind, entry->key);
    const struct field *field = mended ? kind_field(kind, mended) : NULL;
    if (!mended || (!(field && field->many) && is_stated(section, mended)))
        return;
    mend_last(problems, PROBLEM_IN_KEY, entry->key, mended);
}

/* Where a word may be looked for: before the equals sign, behind it, in all. */
static void bounds(enum problem_place place, const char *line, size_t length,
                   size_t *from, size_t *to)
{
    const char *equals = memchr(line, '=', length);
    *from = 0;
    *to = length;
    if (place == PROBLEM_IN_KEY && equals)
        *to = (size_t)(equals - line);
    if (place == PROBLEM_IN_VALUE && equals)
        *from = (size_t)(equals - line) + 1;
}

bool mend_find(const struct problem *problem, const char *line, size_t length,
               size_t *at)
{
    size_t from;
    size_t to;
    if (!problem->struck || !*problem->struck)
        return false;
    bounds(problem->place, line, length, &from, &to);
    size_t size = strlen(problem->struck);
    const char *found = memmem(line + from, to - from, problem->struck, size);
    if (!found)
        return false;
    *at = (size_t)(found - line);
    size_t rest = *at + 1;
    return problem->place == PROBLEM_AT_START ||
           !memmem(line + rest, to - rest, problem->struck, size);
}

char *mend_whole(struct arena *arena, const struct problem *problem,
                 const char *line, size_t length)
{
    size_t at;
    if (!mend_find(problem, line, length, &at))
        return NULL;
    size_t end = at + strlen(problem->struck);
    return arena_printf(arena, "%.*s%s%.*s", (int)at, line, problem->mended,
                        (int)(length - end), line + end);
}
