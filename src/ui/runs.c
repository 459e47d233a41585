#include "ui/runs.h"

#include <hb.h>
#include <string.h>

#include "base/text.h"
#include "ui/font_find.h"
#include "ui/shaping.h"

/* A line being cut. */
struct cutting {
    struct font_set *fonts;
    struct setting setting;
    const struct shaped *shaped;
    int count;
    TTF_Font *own;    /* the face's */
    TTF_Font *before; /* that of the character before */
};

/* Characters that are not seen but tell how others are: no font needs them. */
static bool is_quiet(uint32_t c)
{
    return (c >= 0x200b && c <= 0x200f) || (c >= 0x2060 && c <= 0x206f) ||
           (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0x1f3fb && c <= 0x1f3ff) ||
           (c >= 0xe0000 && c <= 0xe01ef) || c == 0x34f || c == 0xad;
}

static bool is_space(uint32_t c)
{
    return c == ' ' || c == 0xa0 || c == 0x2009;
}

static bool is_mark(uint32_t c)
{
    if (c < 0x300 || is_quiet(c))
        return false;
    hb_unicode_general_category_t kind =
        hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
    return kind == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           kind == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
           kind == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK;
}

static bool has_glyph(TTF_Font *font, uint32_t c)
{
    return font && TTF_GlyphIsProvided32(font, c) != 0;
}

/* The end of the letter that begins at `from`, with its marks. */
static int letter_end(const struct cutting *cutting, int from)
{
    int end = from + 1;
    while (end < cutting->count && (is_mark(cutting->shaped[end].character) ||
                                    is_quiet(cutting->shaped[end].character)))
        end++;
    return end;
}

static bool has_all(const struct cutting *cutting, TTF_Font *font, int from,
                    int end)
{
    for (int i = from; i < end; i++) {
        uint32_t c = cutting->shaped[i].character;
        if (!has_glyph(font, c) && !is_quiet(c) && !is_space(c))
            return false;
    }
    return font != NULL;
}

static TTF_Font *lender(const struct cutting *cutting, uint32_t c)
{
    return font_set_fallback(cutting->fonts, cutting->setting.face,
                             cutting->setting.size, cutting->setting.lang, c);
}

/* A font with all of a letter: the face's own, that of the text before it, or
 * whatever font of the system has it; NULL when none has. */
static TTF_Font *font_with_all(const struct cutting *cutting, int from, int end)
{
    uint32_t first = cutting->shaped[from].character;
    TTF_Font *other = NULL;
    if (is_quiet(first) || is_space(first))
        return cutting->before ? cutting->before : cutting->own;
    if (cutting->shaped[from].script == HB_SCRIPT_HAN &&
        font_has_han_shapes(cutting->setting.lang))
        other = lender(cutting, first);
    if (other && has_all(cutting, other, from, end))
        return other;
    if (has_all(cutting, cutting->own, from, end))
        return cutting->own;
    if (has_all(cutting, cutting->before, from, end))
        return cutting->before;
    for (int i = from; i < end; i++) {
        uint32_t c = cutting->shaped[i].character;
        other = is_quiet(c) ? NULL : lender(cutting, c);
        if (other && has_all(cutting, other, from, end))
            return other;
    }
    return NULL;
}

static void append(struct runs *runs, struct arena *arena, struct run run)
{
    struct run *last = runs->count ? &runs->list[runs->count - 1] : NULL;
    if (last && last->font == run.font && last->script == run.script &&
        last->level == run.level) {
        last->to = run.to;
        last->marked = last->marked || run.marked;
        last->lacking = last->lacking || run.lacking;
        return;
    }
    runs->list = arena_grow(arena, runs->list, runs->count, runs->count + 1,
                            &runs->capacity, sizeof *runs->list);
    runs->list[runs->count++] = run;
}

/* Rule L2 of the Unicode bidirectional algorithm (UAX #9): from the highest
 * level to the lowest odd one, every stretch at that level or above turns. */
static void reorder(struct runs *runs)
{
    int highest = 0;
    for (size_t i = 0; i < runs->count; i++)
        if (runs->list[i].level > highest)
            highest = runs->list[i].level;
    for (int level = highest; level > 0; level--) {
        for (size_t i = 0; i < runs->count; i++) {
            size_t end = i;
            while (end < runs->count && runs->list[end].level >= level)
                end++;
            for (size_t a = i, b = end; a + 1 < b; a++) {
                struct run kept = runs->list[a];
                runs->list[a] = runs->list[--b];
                runs->list[b] = kept;
            }
            i = end;
        }
    }
}

/* The next letter, or its first character alone when no font has all of it;
 * returns where it ends. */
static int cut(struct cutting *cutting, struct runs *runs, struct arena *arena,
               int from, size_t length)
{
    const struct shaped *shaped = cutting->shaped;
    int end = letter_end(cutting, from);
    TTF_Font *font = font_with_all(cutting, from, end);
    if (!font && end > from + 1) {
        end = from + 1;
        font = font_with_all(cutting, from, end);
    }
    bool lacking = !font;
    if (lacking)
        font = cutting->own;
    for (int i = from; i < end; i++) {
        size_t to = i + 1 < cutting->count ? shaped[i + 1].at : length;
        append(runs, arena,
               (struct run){font, shaped[i].at, to, shaped[i].character,
                            shaped[i].script, shaped[i].level,
                            is_mark(shaped[i].character), lacking});
    }
    cutting->before = font;
    return end;
}

struct runs runs_of(struct font_set *fonts, struct arena *arena,
                    struct setting setting, const char *text, size_t length)
{
    struct runs runs = {NULL, NULL, 0, 0};
    const char *line = text_is_utf8(text, length)
                           ? arena_copy(arena, text, length)
                           : text_mended(arena, text, length, NULL);
    runs.text = text_visible(arena, line);
    length = strlen(runs.text);
    font_set_begin_line(fonts);
    struct cutting cutting = {.fonts = fonts, .setting = setting};
    cutting.shaped = shaping_read(arena, runs.text, length, &cutting.count);
    cutting.own = font_set_face(fonts, setting.face, setting.size);
    for (int at = 0; at < cutting.count;)
        at = cut(&cutting, &runs, arena, at, length);
    reorder(&runs);
    return runs;
}
