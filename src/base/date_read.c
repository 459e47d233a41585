/* Dates as learners type them. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "base/date.h"
#include "base/text.h"

/* A year of two digits could be a day. */
enum { PARTS_MAX = 4, TYPED_MAX = 64, YEAR_DIGITS_MIN = 3 };

/* One piece of a typed date: a number, or a month's name. */
struct part {
    bool is_month;
    int number;
    int digits;
};

static int month_of(const char *word, size_t length)
{
    if (length < 3)
        return 0;
    for (int month = 1; month <= 12; month++) {
        const char *name = date_month_name(month);
        if (length <= strlen(name) && strncasecmp(word, name, length) == 0)
            return month;
    }
    return length == 4 && strncasecmp(word, "sept", 4) == 0 ? 9 : 0;
}

static bool is_ordinal_tail(const char *word, size_t length)
{
    static const char *const tails[] = {"st", "nd", "rd", "th", "of", "the"};
    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++)
        if (strlen(tails[i]) == length &&
            strncasecmp(word, tails[i], length) == 0)
            return true;
    return false;
}

static bool says_about(const char *word, size_t length)
{
    static const char *const words[] = {"~", "about", "around", "circa", "ca"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strlen(words[i]) == length &&
            strncasecmp(word, words[i], length) == 0)
            return true;
    return false;
}

/* Cuts the text into parts; -1 when something in it belongs to no date. */
static int parts_of(const char *text, struct part parts[PARTS_MAX], bool *about)
{
    int count = 0;
    for (const char *p = text; *p;) {
        size_t length = 1;
        if (isspace((unsigned char)*p) || strchr(",.-/", *p)) {
            p++;
            continue;
        }
        struct part part = {false, 0, 0};
        if (isdigit((unsigned char)*p)) {
            length = strspn(p, "0123456789");
            part.digits = (int)length;
            part.number = length <= 4 ? atoi(p) : -1;
        } else {
            while (isalpha((unsigned char)p[length]))
                length++;
            part.is_month = true;
            part.number = month_of(p, length);
        }
        bool roughly = part.is_month && says_about(p, length);
        bool filler = part.is_month && is_ordinal_tail(p, length);
        *about = *about || roughly;
        p += length;
        if (filler || roughly)
            continue;
        if (part.number <= 0 || count == PARTS_MAX)
            return -1;
        parts[count++] = part;
    }
    return count;
}

/* "1960", "1960 1 19", "19 Jan 1960", "January 19 1960", "Jan 1960". Two
 * numbers around a year could be read in two ways: no date. */
static bool assemble(const struct part *parts, int count, struct date *date)
{
    int month_at = -1;
    for (int i = 0; i < count; i++)
        if (parts[i].is_month)
            month_at = month_at < 0 ? i : PARTS_MAX;
    if (month_at == PARTS_MAX || count == 0 || count > 3)
        return false;
    if (month_at < 0) {
        if (parts[0].digits < YEAR_DIGITS_MIN)
            return false;
        date->year = parts[0].number;
        date->month = count > 1 ? parts[1].number : 0;
        date->day = count > 2 ? parts[2].number : 0;
        return true;
    }
    date->month = parts[month_at].number;
    for (int i = 0; i < count; i++) {
        if (i == month_at)
            continue;
        if (parts[i].digits >= YEAR_DIGITS_MIN && !date->year)
            date->year = parts[i].number;
        else if (parts[i].digits <= 2 && !date->day)
            date->day = parts[i].number;
        else
            return false;
    }
    return date->year != 0;
}

/* Year, month and day signs become hyphens, "about" a tilde; the era of a year
 * is not read. */
static void plain_signs(const char *text, char out[TYPED_MAX])
{
    static const struct {
        const char *sign;
        char plain;
    } signs[] = {{"\xe5\xb9\xb4", '-'},
                 {"\xe6\x9c\x88", '-'},
                 {"\xe6\x97\xa5", '-'},
                 {"\xe9\xa0\x83", '~'},
                 {"\xe3\x81\x94\xe3\x82\x8d", '~'}};
    size_t used = 0;
    while (*text && used + 1 < TYPED_MAX) {
        char plain = *text;
        size_t length = 1;
        for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
            size_t size = strlen(signs[i].sign);
            if (strncmp(text, signs[i].sign, size) == 0) {
                plain = signs[i].plain;
                length = size;
            }
        }
        out[used++] = plain;
        text += length;
    }
    out[used] = '\0';
}

bool date_read(const char *text, struct date *date)
{
    char plain[TYPED_MAX];
    struct part parts[PARTS_MAX];
    size_t size = 0;
    uint8_t *folded = u8_normalize(UNINORM_NFKC, (const uint8_t *)text,
                                   strlen(text) + 1, NULL, &size);
    memset(date, 0, sizeof *date);
    if (!folded)
        return false;
    bool fits = size <= TYPED_MAX;
    if (fits)
        plain_signs((const char *)folded, plain);
    free(folded);
    if (!fits)
        return false;
    int count = parts_of(plain, parts, &date->about);
    return count > 0 && assemble(parts, count, date) && date_exists(*date);
}
