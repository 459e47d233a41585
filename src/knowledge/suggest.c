#include "knowledge/suggest.h"

#include <string.h>

#include "base/text.h"

enum {
    LOOKED_AT_MAX = 5000, /* a guess is not worth a wait */
    LISTED_MAX = 12,
    QUOTED_MAX = 80 /* bytes */
};

/* One letter in three may be wrong, but a short word is not all wrong. */
static size_t edits_allowed(const char *word)
{
    size_t third = strlen(word) / 3;
    if (third > 4)
        return 4;
    return third > 0 ? third : 1;
}

/* Bytes of the two differ in number by more than the edits could bring. */
static bool too_unlike(const char *a, const char *b, size_t edits)
{
    size_t long_a = strlen(a), long_b = strlen(b);
    size_t apart = long_a > long_b ? long_a - long_b : long_b - long_a;
    return apart > edits * 4; /* a character is four bytes at most */
}

const char *suggest_nearest(struct arena *arena, const char *word,
                            const char *const *known, size_t count)
{
    const char *folded = text_fold(arena, word);
    const char *best = NULL;
    size_t best_edits = edits_allowed(folded) + 1;
    if (count > LOOKED_AT_MAX)
        count = LOOKED_AT_MAX;
    for (size_t i = 0; i < count && best_edits > 0; i++) {
        if (too_unlike(word, known[i], best_edits))
            continue;
        size_t edits =
            text_edits(folded, text_fold(arena, known[i]), best_edits - 1);
        if (edits >= best_edits)
            continue;
        best = known[i];
        best_edits = edits;
    }
    return best;
}

const char *suggest(struct arena *arena, const char *word,
                    const char *const *known, size_t count)
{
    const char *best = suggest_nearest(arena, word, known, count);
    if (best)
        return arena_printf(arena, "write \"%s\"", best);
    if (count == 0)
        return "leave it out";
    const char *list = known[0];
    for (size_t i = 1; i < count && i < LISTED_MAX; i++)
        list = arena_printf(arena, "%s, %s", list, known[i]);
    return arena_printf(arena, "write one of: %s%s", list,
                        count > LISTED_MAX ? " ..." : "");
}

const char *suggest_quoted(struct arena *arena, const char *text)
{
    size_t length = 0;
    while (text[length]) {
        size_t next = text_next(text + length);
        if (length + next > QUOTED_MAX)
            return arena_printf(arena, "%.*s...", (int)length, text);
        length += next;
    }
    return text;
}
