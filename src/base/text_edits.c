/* How far two spellings are apart. */
#include <string.h>
#include <unistr.h>

#include "base/text.h"

enum { EDIT_CHARACTERS_MAX = 200 };

static size_t characters_of(const char *text, ucs4_t out[EDIT_CHARACTERS_MAX])
{
    size_t count = 0;
    const uint8_t *p = (const uint8_t *)text;
    ucs4_t c;
    while (count < EDIT_CHARACTERS_MAX && (p = u8_next(&c, p)) != NULL)
        out[count++] = c;
    return count;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment (Damerau 1964), three rows at a time. */
size_t text_edits(const char *a, const char *b, size_t limit)
{
    ucs4_t from[EDIT_CHARACTERS_MAX];
    ucs4_t to[EDIT_CHARACTERS_MAX];
    size_t rows[3][EDIT_CHARACTERS_MAX + 1];
    if (strcmp(a, b) == 0)
        return 0;
    size_t n = characters_of(a, from);
    size_t m = characters_of(b, to);
    if ((n > m ? n - m : m - n) > limit)
        return limit + 1;
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i + 2) % 3];
        const size_t *two_above = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t cost = from[i - 1] != to[j - 1];
            row[j] = least(least(above[j] + 1, row[j - 1] + 1),
                           above[j - 1] + cost);
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] &&
                from[i - 2] == to[j - 1])
                row[j] = least(row[j], two_above[j - 2] + 1);
        }
    }
    return least(rows[n % 3][m], limit + 1);
}
