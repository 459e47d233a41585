#include "ui/fonts.h"

#include <stdlib.h>
#include <string.h>

#include "ui/font_set.h"
#include "ui/shaping.h"

enum { WIDTHS = 4096, LINE_BYTES_MAX = 16000 };

/* A stretch of a line that one font draws in one direction. */
struct run {
    TTF_Font *font;
    size_t from;
    size_t to;
    uint32_t first; /* its first character */
    uint32_t script;
    int level;
};

/* A line cut into runs, in the order in which they are seen. */
struct runs {
    struct run *list;
    size_t count;
    size_t capacity;
};

struct width_entry {
    uint64_t key;
    int width;
};

struct fonts {
    struct font_set *set;
    struct arena line; /* reset for each line */
    struct width_entry widths[WIDTHS];
};

/* How a line is to be set. */
struct setting {
    enum face face;
    int size;
    const char *lang;
};

struct fonts *fonts_open(struct error *err)
{
    struct fonts *fonts = calloc(1, sizeof *fonts);
    if (!fonts) {
        error_set(err, "There is not enough memory for fonts");
        return NULL;
    }
    arena_init(&fonts->line, (size_t)16 << 20);
    fonts->set = font_set_open(err);
    if (!fonts->set) {
        fonts_close(fonts);
        return NULL;
    }
    return fonts;
}

void fonts_close(struct fonts *fonts)
{
    if (!fonts)
        return;
    font_set_close(fonts->set);
    arena_release(&fonts->line);
    free(fonts);
}

int fonts_ascent(struct fonts *fonts, enum face face, int size)
{
    TTF_Font *font = font_set_face(fonts->set, face, size);
    return font ? TTF_FontAscent(font) : size;
}

int fonts_descent(struct fonts *fonts, enum face face, int size)
{
    TTF_Font *font = font_set_face(fonts->set, face, size);
    return font ? -TTF_FontDescent(font) : size / 4;
}

/* Characters that stay with the font of those before them. */
static bool joins_run(uint32_t c)
{
    return c == ' ' || c == 0xa0 || c == 0x200b || c == 0x200c || c == 0x200d ||
           c == 0x2009 || (c >= 0x300 && c <= 0x36f) ||
           (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff) ||
           (c >= 0x20d0 && c <= 0x20ff) || (c >= 0x3099 && c <= 0x309a) ||
           (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xfe20 && c <= 0xfe2f) ||
           (c >= 0x1f3fb && c <= 0x1f3ff) || (c >= 0xe0000 && c <= 0xe01ef);
}

static bool has_glyph(TTF_Font *font, uint32_t c)
{
    return font && TTF_GlyphIsProvided32(font, c) != 0;
}

/* The font for a character: that of the text before it where the two belong
 * together, the face's own, else whatever font of the system has it. */
static TTF_Font *font_for(struct fonts *fonts, struct setting set, uint32_t c,
                          TTF_Font *own, TTF_Font *before)
{
    if (before && joins_run(c))
        return before;
    if (has_glyph(own, c))
        return own;
    if (has_glyph(before, c))
        return before;
    TTF_Font *other =
        font_set_fallback(fonts->set, set.face, set.size, set.lang, c);
    return has_glyph(other, c) ? other : own;
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

static struct runs runs_of(struct fonts *fonts, struct setting set,
                           const char *text, size_t length)
{
    int count;
    struct runs runs = {NULL, 0, 0};
    arena_reset(&fonts->line);
    font_set_begin_line(fonts->set);
    struct shaped *shaped = shaping_read(&fonts->line, text, length, &count);
    TTF_Font *own = font_set_face(fonts->set, set.face, set.size);
    TTF_Font *before = NULL;
    for (int i = 0; i < count; i++) {
        const struct shaped *s = &shaped[i];
        TTF_Font *font = font_for(fonts, set, s->character, own, before);
        size_t end = i + 1 < count ? shaped[i + 1].at : length;
        struct run *last = runs.count ? &runs.list[runs.count - 1] : NULL;
        before = font;
        if (last && last->font == font && last->script == s->script &&
            last->level == s->level) {
            last->to = end;
            continue;
        }
        runs.list =
            arena_grow(&fonts->line, runs.list, runs.count, runs.count + 1,
                       &runs.capacity, sizeof(struct run));
        runs.list[runs.count++] =
            (struct run){font, s->at, end, s->character, s->script, s->level};
    }
    reorder(&runs);
    return runs;
}

/* The text of a run; its font is told what it is. */
static const char *prepare(struct fonts *fonts, const struct run *run,
                           const char *text)
{
    const char script[5] = {(char)(run->script >> 24),
                            (char)(run->script >> 16), (char)(run->script >> 8),
                            (char)run->script, 0};
    TTF_SetFontScriptName(run->font, script);
    TTF_SetFontDirection(run->font, run->level % 2 ? TTF_DIRECTION_RTL
                                                   : TTF_DIRECTION_LTR);
    return arena_copy(&fonts->line, text + run->from, run->to - run->from);
}

/* Pixels by which the first glyph reaches over to the left of where it stands,
 * as an italic J does: SDL_ttf adds them to the width. */
static int overhang(const struct run *run)
{
    int left = 0;
    if (run->level % 2 || TTF_GlyphMetrics32(run->font, run->first, &left, NULL,
                                             NULL, NULL, NULL) != 0)
        return 0;
    return left < 0 ? -left : 0;
}

static int run_width(struct fonts *fonts, const struct run *run,
                     const char *text)
{
    int w = 0;
    if (!run->font ||
        TTF_SizeUTF8(run->font, prepare(fonts, run, text), &w, NULL) != 0)
        return 0;
    return w - overhang(run);
}

static int runs_width(struct fonts *fonts, const struct runs *runs,
                      const char *text)
{
    int width = 0;
    for (size_t i = 0; i < runs->count; i++)
        width += run_width(fonts, &runs->list[i], text);
    return width;
}

/* FNV-1a; no text is empty, so no key is 0. */
static uint64_t width_key(struct setting set, const char *text, size_t length)
{
    uint64_t hash =
        0xcbf29ce484222325u ^ ((uint64_t)set.face * 4099 + (uint64_t)set.size);
    for (const char *p = set.lang ? set.lang : ""; *p; p++)
        hash = (hash ^ (unsigned char)*p) * 0x100000001b3u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 0x100000001b3u;
    hash ^= hash >> 29;
    return hash ? hash : 1;
}

/* No screen is wide enough for more. */
static size_t bounded(const char *text, size_t length)
{
    if (length <= LINE_BYTES_MAX)
        return length;
    length = LINE_BYTES_MAX;
    while (((unsigned char)text[length] & 0xc0) == 0x80)
        length--;
    return length;
}

static int width(void *self, enum face face, int size, const char *lang,
                 const char *text, size_t length)
{
    struct fonts *fonts = self;
    struct setting set = {face, size, lang};
    length = bounded(text, length);
    uint64_t key = width_key(set, text, length);
    struct width_entry *entry = &fonts->widths[key % WIDTHS];
    if (entry->key != key) {
        struct runs runs = runs_of(fonts, set, text, length);
        *entry = (struct width_entry){key, runs_width(fonts, &runs, text)};
    }
    return entry->width;
}

static int ascent(void *self, enum face face, int size)
{
    return fonts_ascent(self, face, size);
}

struct text_metrics fonts_metrics(struct fonts *fonts)
{
    return (struct text_metrics){fonts, width, ascent};
}

/* Runs meet where an overhang lies over the glyph before it: ink adds up. */
static int blit_run(struct fonts *fonts, const struct run *run,
                    const char *text, const struct line_image *line, int x)
{
    static const SDL_Color white = {255, 255, 255, 255};
    SDL_Surface *piece =
        run->font ? TTF_RenderUTF8_Blended(run->font, prepare(fonts, run, text),
                                           white)
                  : NULL;
    if (!piece)
        return x;
    SDL_Rect to = {x - overhang(run), line->ascent - TTF_FontAscent(run->font),
                   piece->w, piece->h};
    x = to.x + piece->w;
    SDL_SetSurfaceBlendMode(piece, to.x == 0 ? SDL_BLENDMODE_NONE
                                             : SDL_BLENDMODE_BLEND);
    SDL_BlitSurface(piece, NULL, line->surface, &to);
    SDL_FreeSurface(piece);
    return x;
}

/* The rows a line needs: those of its tallest font. */
static void find_rows(const struct runs *runs, int *above, int *below)
{
    *above = 0;
    *below = 0;
    for (size_t i = 0; i < runs->count; i++) {
        TTF_Font *font = runs->list[i].font;
        if (font && TTF_FontAscent(font) > *above)
            *above = TTF_FontAscent(font);
        if (font && TTF_FontHeight(font) - TTF_FontAscent(font) > *below)
            *below = TTF_FontHeight(font) - TTF_FontAscent(font);
    }
}

struct line_image fonts_render(struct fonts *fonts, enum face face, int size,
                               const char *lang, const char *text)
{
    struct line_image line = {NULL, 0, 0};
    int below;
    struct setting set = {face, size, lang};
    struct runs runs = runs_of(fonts, set, text, bounded(text, strlen(text)));
    if (runs.count && runs.list[0].font)
        line.left = overhang(&runs.list[0]);
    find_rows(&runs, &line.ascent, &below);
    int w = runs_width(fonts, &runs, text) + line.left;
    if (w <= 0 || line.ascent + below <= 0)
        return line;
    line.surface = SDL_CreateRGBSurfaceWithFormat(0, w, line.ascent + below, 32,
                                                  SDL_PIXELFORMAT_ARGB8888);
    if (!line.surface)
        return line;
    SDL_FillRect(line.surface, NULL, 0x00ffffff);
    int x = line.left;
    for (size_t i = 0; i < runs.count; i++)
        x = blit_run(fonts, &runs.list[i], text, &line, x);
    return line;
}
