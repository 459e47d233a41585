#include "ui/fonts.h"

#include <SDL_ttf.h>
#include <stdlib.h>
#include <string.h>

#include "ui/font_find.h"

enum { OPEN_MAX = 96, RUNS_MAX = 256, WIDTHS = 4096, TEXT_MAX = 8000 };

struct open_font {
    const struct font_file *file;
    int size;
    TTF_Font *font;
};

/* A stretch of a line that one font draws. */
struct run {
    TTF_Font *font;
    size_t from;
    size_t to;
};

struct width_entry {
    uint64_t key;
    int width;
};

struct fonts {
    struct font_book *book;
    struct open_font open[OPEN_MAX];
    int open_count;
    struct width_entry widths[WIDTHS];
    char piece[TEXT_MAX + 1];
};

struct fonts *fonts_open(struct error *err)
{
    struct fonts *fonts = calloc(1, sizeof *fonts);
    if (!fonts || TTF_Init() != 0) {
        free(fonts);
        error_set(err, "The fonts cannot be used: %s", TTF_GetError());
        return NULL;
    }
    fonts->book = font_book_open();
    if (!fonts->book) {
        error_set(err, "No font was found; install the package "
                       "fonts-dejavu-core");
        fonts_close(fonts);
        return NULL;
    }
    return fonts;
}

void fonts_close(struct fonts *fonts)
{
    if (!fonts)
        return;
    for (int i = 0; i < fonts->open_count; i++)
        TTF_CloseFont(fonts->open[i].font);
    font_book_close(fonts->book);
    TTF_Quit();
    free(fonts);
}

/* The font of a file at a size, opened the first time it is needed. */
static TTF_Font *font_at(struct fonts *fonts, const struct font_file *file,
                         int size)
{
    for (int i = 0; i < fonts->open_count; i++)
        if (fonts->open[i].file == file && fonts->open[i].size == size)
            return fonts->open[i].font;
    TTF_Font *font = TTF_OpenFontIndex(file->path, size, file->index);
    if (!font)
        return NULL;
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT);
    if (fonts->open_count == OPEN_MAX) {
        TTF_CloseFont(fonts->open[0].font);
        memmove(fonts->open, fonts->open + 1,
                (OPEN_MAX - 1) * sizeof fonts->open[0]);
        fonts->open_count--;
    }
    fonts->open[fonts->open_count++] = (struct open_font){file, size, font};
    return font;
}

static TTF_Font *main_font(struct fonts *fonts, enum face face, int size)
{
    return font_at(fonts, font_book_face(fonts->book, face), size);
}

int fonts_ascent(struct fonts *fonts, enum face face, int size)
{
    TTF_Font *font = main_font(fonts, face, size);
    return font ? TTF_FontAscent(font) : size;
}

int fonts_descent(struct fonts *fonts, enum face face, int size)
{
    TTF_Font *font = main_font(fonts, face, size);
    return font ? -TTF_FontDescent(font) : size / 4;
}

/* One code point of well-formed UTF-8; its bytes. */
static size_t decode(const char *text, size_t left, uint32_t *c)
{
    const unsigned char *p = (const unsigned char *)text;
    size_t length = p[0] < 0x80 ? 1 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
    if (length > left)
        length = left;
    *c = length == 1   ? p[0]
         : length == 2 ? p[0] & 0x1fu
         : length == 3 ? p[0] & 0x0fu
                       : p[0] & 0x07u;
    for (size_t i = 1; i < length; i++)
        *c = *c << 6 | (p[i] & 0x3fu);
    return length;
}

/* Characters that stay with the font of those before them. */
static bool joins_run(uint32_t c)
{
    return c == ' ' || c == 0xa0 || c == 0x200d || c == 0x2009 ||
           (c >= 0x300 && c <= 0x36f) || (c >= 0xfe00 && c <= 0xfe0f) ||
           (c >= 0x20d0 && c <= 0x20ff);
}

static bool has_glyph(TTF_Font *font, uint32_t c)
{
    return font && TTF_GlyphIsProvided32(font, c) != 0;
}

/* The font for a character: the face's own, the one before, the face's
 * Japanese companion, else whatever font of the system has it. */
static TTF_Font *font_for(struct fonts *fonts, enum face face, int size,
                          const char *lang, uint32_t c, TTF_Font *before)
{
    TTF_Font *own = main_font(fonts, face, size);
    if (joins_run(c) && before)
        return before;
    if (has_glyph(own, c))
        return own;
    if (before && has_glyph(before, c))
        return before;
    const struct font_file *other =
        font_book_fallback(fonts->book, face, lang, c);
    TTF_Font *font = other ? font_at(fonts, other, size) : NULL;
    return has_glyph(font, c) ? font : own;
}

static int runs_of(struct fonts *fonts, enum face face, int size,
                   const char *lang, const char *text, size_t length,
                   struct run *runs)
{
    int count = 0;
    TTF_Font *before = NULL;
    for (size_t i = 0; i < length;) {
        uint32_t c;
        size_t step = decode(text + i, length - i, &c);
        TTF_Font *font = font_for(fonts, face, size, lang, c, before);
        if (!font)
            break;
        if (count == 0 || (font != before && count < RUNS_MAX))
            runs[count++] = (struct run){font, i, i + step};
        else
            runs[count - 1].to = i + step;
        before = font;
        i += step;
    }
    return count;
}

static const char *piece_of(struct fonts *fonts, const char *text, size_t from,
                            size_t to)
{
    size_t length = to - from > TEXT_MAX ? TEXT_MAX : to - from;
    memcpy(fonts->piece, text + from, length);
    fonts->piece[length] = '\0';
    return fonts->piece;
}

static uint64_t width_key(enum face face, int size, const char *text,
                          size_t length)
{
    uint64_t hash =
        0xcbf29ce484222325u ^ ((uint64_t)face * 4099 + (uint64_t)size);
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 0x100000001b3u;
    return hash ^ hash >> 29;
}

static int measure(struct fonts *fonts, enum face face, int size,
                   const char *lang, const char *text, size_t length)
{
    struct run runs[RUNS_MAX];
    int count = runs_of(fonts, face, size, lang, text, length, runs);
    int width = 0;
    for (int i = 0; i < count; i++) {
        int w = 0;
        TTF_SizeUTF8(runs[i].font,
                     piece_of(fonts, text, runs[i].from, runs[i].to), &w, NULL);
        width += w;
    }
    return width;
}

static int width(void *self, enum face face, int size, const char *lang,
                 const char *text, size_t length)
{
    struct fonts *fonts = self;
    uint64_t key = width_key(face, size, text, length);
    struct width_entry *entry = &fonts->widths[key % WIDTHS];
    if (entry->key != key)
        *entry = (struct width_entry){
            key, measure(fonts, face, size, lang, text, length)};
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

static void blit_run(struct fonts *fonts, const struct run *run,
                     const char *text, SDL_Surface *line, int *x, int base)
{
    static const SDL_Color white = {255, 255, 255, 255};
    SDL_Surface *piece = TTF_RenderUTF8_Blended(
        run->font, piece_of(fonts, text, run->from, run->to), white);
    if (!piece)
        return;
    SDL_Rect to = {*x, base - TTF_FontAscent(run->font), piece->w, piece->h};
    SDL_SetSurfaceBlendMode(piece, SDL_BLENDMODE_NONE);
    SDL_BlitSurface(piece, NULL, line, &to);
    *x += piece->w;
    SDL_FreeSurface(piece);
}

SDL_Surface *fonts_render(struct fonts *fonts, enum face face, int size,
                          const char *lang, const char *text)
{
    struct run runs[RUNS_MAX];
    size_t length = strnlen(text, TEXT_MAX);
    int count = runs_of(fonts, face, size, lang, text, length, runs);
    int w = measure(fonts, face, size, lang, text, length);
    int h = fonts_ascent(fonts, face, size) + fonts_descent(fonts, face, size);
    if (count == 0 || w <= 0 || h <= 0)
        return NULL;
    SDL_Surface *line =
        SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!line)
        return NULL;
    SDL_FillRect(line, NULL, 0x00ffffff);
    int x = 0;
    int base = fonts_ascent(fonts, face, size);
    for (int i = 0; i < count; i++)
        blit_run(fonts, &runs[i], text, line, &x, base);
    return line;
}
