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

/* Letters and digits are kept, wide ones as they are. */
static char fold_byte(char c)
{
    if (c >= 'A' && c <= 'Z')
        return (char)(c - 'A' + 'a');
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                   (unsigned char)c >= 0x80
               ? c
               : ' ';
}

/* An apostrophe or a point inside a word joins it ("Japan's", "D.C."). */
static bool joins(const char *text, size_t at)
{
    char c = text[at];
    if (c != '\'' && c != '.')
        return false;
    bool digit = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
    bool before = at > 0 && fold_byte(text[at - 1]) != ' ';
    bool after = fold_byte(text[at + 1]) != ' ';
    return before && (c == '.' ? !digit : after);
}

/* Words with single spaces between them. */
static char *fold_bytes(struct arena *arena, const char *text)
{
    char *out = arena_alloc(arena, strlen(text) + 1);
    size_t used = 0;
    for (size_t i = 0; text[i]; i++) {
        char c = fold_byte(text[i]);
        bool spare = c == ' ' && (used == 0 || out[used - 1] == ' ');
        if (!spare && !joins(text, i))
            out[used++] = c;
    }
    if (used > 0 && out[used - 1] == ' ')
        used--;
    out[used] = '\0';
    return out;
}

static bool takes_accents(ucs4_t c)
{
    return c < 0x0530 || (c >= 0x1e00 && c < 0x2000);
}

static bool is_word_character(ucs4_t c)
{
    return c != 0x2212 && /* the minus sign is a dash among others */
           uc_is_general_category_withtable(
               c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_M |
                      UC_CATEGORY_MASK_S);
}

/* Joiners, soft hyphens and the choice of a glyph's look. */
static bool is_nothing(ucs4_t c)
{
    return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cf) ||
           (c >= 0xfe00 && c <= 0xfe0f);
}

/* The character others are written as: never longer than itself. */
static ucs4_t plain(ucs4_t c)
{
    if (c < 0x80)
        return c;
    switch (c) {
    case 0x2018:
    case 0x2019:
        return '\'';
    case 0x0142: /* strokes and dots that Unicode does not part */
        return 'l';
    case 0x00f8:
        return 'o';
    case 0x0111:
        return 'd';
    case 0x0131:
        return 'i';
    default:
        break;
    }
    if (c >= 0x30a1 && c <= 0x30f6) /* katakana to hiragana */
        return c - 0x60;
    return is_word_character(c) ? c : ' ';
}

/* Drops accents and makes characters plain; in place, since nothing grows. */
static size_t drop_marks(uint8_t *text, size_t length)
{
    size_t used = 0;
    ucs4_t base = 0;
    for (size_t i = 0; i < length;) {
        ucs4_t c;
        i += (size_t)u8_mbtouc(&c, text + i, length - i);
        bool mark = uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M);
        if (is_nothing(c) || (mark && takes_accents(base)))
            continue;
        c = plain(c);
        if (!mark)
            base = c;
        int step = u8_uctomb(text + used, c, 6);
        used += step > 0 ? (size_t)step : 0;
    }
    return used;
}

static char *fold_wide(struct arena *arena, const char *text)
{
    size_t length = 0;
    size_t composed = 0;
    uint8_t *folded = u8_casefold((const uint8_t *)text, strlen(text), NULL,
                                  UNINORM_NFKD, NULL, &length);
    if (!folded)
        return fold_bytes(arena, text);
    length = drop_marks(folded, length);
    uint8_t *whole = u8_normalize(UNINORM_NFC, folded, length, NULL, &composed);
    char *out = whole ? arena_copy(arena, (const char *)whole, composed)
                      : arena_text(arena, text);
    free(whole);
    free(folded);
    return fold_bytes(arena, out);
}

char *text_fold(struct arena *arena, const char *text)
{
    return is_ascii(text) ? fold_bytes(arena, text) : fold_wide(arena, text);
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
        words.words =
            arena_grow(arena, words.words, words.count, words.count + 1,
                       &capacity, sizeof *words.words);
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
