/* Folding: what two texts have in common when a reader calls them the same. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwbrk.h>

#include "base/text.h"

static bool is_ascii(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

static char fold_ascii(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : ' ';
}

/* An apostrophe or a point inside a word joins it ("Japan's", "D.C."). */
static bool joins(const char *text, size_t at)
{
    char c = text[at];
    if (c != '\'' && c != '.')
        return false;
    bool digit = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
    bool before = at > 0 && fold_ascii(text[at - 1]) != ' ';
    bool after = fold_ascii(text[at + 1]) != ' ';
    return before && (c == '.' ? !digit : after);
}

/* Keeps single spaces between words only. */
static size_t put_folded(char *out, size_t used, char c)
{
    if (c == ' ' && (used == 0 || out[used - 1] == ' '))
        return used;
    out[used] = c;
    return used + 1;
}

static char *finish(char *out, size_t used)
{
    if (used > 0 && out[used - 1] == ' ')
        used--;
    out[used] = '\0';
    return out;
}

static char *fold_plain(struct arena *arena, const char *text)
{
    char *out = arena_alloc(arena, strlen(text) + 1);
    size_t used = 0;
    for (size_t i = 0; text[i]; i++)
        if (!joins(text, i))
            used = put_folded(out, used, fold_ascii(text[i]));
    return finish(out, used);
}

static bool takes_accents(ucs4_t c)
{
    return c < 0x0530 || (c >= 0x1e00 && c < 0x2000);
}

static bool is_word_character(ucs4_t c)
{
    return uc_is_general_category_withtable(
        c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_M |
               UC_CATEGORY_MASK_S);
}

/* Drops accents and punctuation, turns katakana to hiragana; in place, which
 * never grows: what is written is no longer than what was read. */
static size_t drop_marks(uint8_t *text, size_t length)
{
    size_t used = 0;
    ucs4_t base = 0;
    for (size_t i = 0; i < length;) {
        ucs4_t c;
        i += (size_t)u8_mbtouc(&c, text + i, length - i);
        bool mark = uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M);
        if (mark && takes_accents(base))
            continue;
        if (!mark)
            base = c;
        if (c == '\'' || c == 0x2019)
            continue;
        if (c >= 0x30a1 && c <= 0x30f6)
            c -= 0x60;
        if (!is_word_character(c) && c != 0x30fc)
            c = ' ';
        int step = u8_uctomb(text + used, c, 6);
        used += step > 0 ? (size_t)step : 0;
    }
    return used;
}

static char *fold_wide(struct arena *arena, const char *text)
{
    size_t length = 0;
    size_t composed = 0;
    uint8_t *folded =
        u8_casefold((const uint8_t *)text, strlen(text), NULL, UNINORM_NFKD,
                    NULL, &length);
    if (!folded)
        return fold_plain(arena, text);
    length = drop_marks(folded, length);
    uint8_t *whole = u8_normalize(UNINORM_NFC, folded, length, NULL, &composed);
    char *out = arena_alloc(arena, composed + 1);
    size_t used = 0;
    for (size_t i = 0; whole && i < composed; i++)
        used = put_folded(out, used, (char)whole[i]);
    free(whole);
    free(folded);
    return finish(out, used);
}

char *text_fold(struct arena *arena, const char *text)
{
    return is_ascii(text) ? fold_plain(arena, text) : fold_wide(arena, text);
}

/* Ends of words: spaces, and in wide text the boundaries of Unicode. */
static void mark_starts(const char *folded, size_t length, char *starts)
{
    if (is_ascii(folded)) {
        for (size_t i = 0; i < length; i++)
            starts[i] = i == 0 || folded[i - 1] == ' ';
        return;
    }
    u8_wordbreaks((const uint8_t *)folded, length, starts);
    starts[0] = 1;
}

struct text_words text_words(struct arena *arena, const char *text)
{
    char *folded = text_fold(arena, text);
    size_t length = strlen(folded);
    struct text_words words = {NULL, 0};
    if (length == 0)
        return words;
    char *starts = arena_alloc(arena, length + 1);
    size_t capacity = 0;
    mark_starts(folded, length, starts);
    for (size_t i = 0, end; i < length; i = end) {
        for (end = i + 1; end < length && !starts[end]; end++)
            ;
        size_t last = end;
        while (last > i && folded[last - 1] == ' ')
            last--;
        if (last == i)
            continue;
        words.words = arena_grow(arena, words.words, words.count,
                                 words.count + 1, &capacity,
                                 sizeof *words.words);
        words.words[words.count++] = arena_copy(arena, folded + i, last - i);
    }
    return words;
}

bool text_has_words(const struct text_words *whole,
                    const struct text_words *part)
{
    if (part->count == 0 || part->count > whole->count)
        return false;
    for (size_t i = 0; i + part->count <= whole->count; i++) {
        size_t same = 0;
        while (same < part->count &&
               strcmp(whole->words[i + same], part->words[same]) == 0)
            same++;
        if (same == part->count)
            return true;
    }
    return false;
}
