/* How far two spellings are apart. */
#include <string.h>

#include "base/text.h"

enum { EDIT_CHARACTERS_MAX = 200 };

/* One character as a reader sees it. */
struct character {
    const char *bytes;
    size_t length;
};

static bool same(struct character a, struct character b)
{
    return a.length == b.length && memcmp(a.bytes, b.bytes, a.length) == 0;
}

/* The characters of a text; one more than the limit where there are more. */
static size_t characters_of(const char *text,
                            struct character out[EDIT_CHARACTERS_MAX])
{
    size_t count = 0;
    for (size_t step; (step = text_next(text)) > 0; text += step) {
        if (count == EDIT_CHARACTERS_MAX)
            return EDIT_CHARACTERS_MAX + 1;
        out[count++] = (struct character){text, step};
    }
    return count;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment (Damerau 1964), three rows at a time. A row whose
 * least is over the limit ends it: no later one can be less. */
static size_t distance(const struct character *from, size_t n,
                       const struct character *to, size_t m, size_t limit)
{
    size_t rows[3][EDIT_CHARACTERS_MAX + 1];
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i + 2) % 3];
        const size_t *two_above = rows[(i + 1) % 3];
        size_t best = row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t cost = !same(from[i - 1], to[j - 1]);
            row[j] =
                least(least(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
            if (i > 1 && j > 1 && same(from[i - 1], to[j - 2]) &&
                same(from[i - 2], to[j - 1]))
                row[j] = least(row[j], two_above[j - 2] + 1);
            best = least(best, row[j]);
        }
        if (best > limit)
            return limit + 1;
    }
    return least(rows[n % 3][m], limit + 1);
}

size_t text_edits(const char *a, const char *b, size_t limit)
{
    struct character from[EDIT_CHARACTERS_MAX];
    struct character to[EDIT_CHARACTERS_MAX];
    if (strcmp(a, b) == 0)
        return 0;
    size_t n = characters_of(a, from);
    size_t m = characters_of(b, to);
    if (n > EDIT_CHARACTERS_MAX || m > EDIT_CHARACTERS_MAX ||
        (n > m ? n - m : m - n) > limit)
        return limit + 1;
    return distance(from, n, to, m, limit);
}
