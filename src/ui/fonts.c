#include "ui/fonts.h"

#include <stdlib.h>
#include <string.h>

#include "ui/runs.h"

enum { WIDTHS = 4096, HEIGHTS = 128, LINE_BYTES_MAX = 16000 };

struct height {
    int ascent;
    int descent;
};

struct width_entry {
    uint64_t key;
    int width;
};

struct fonts {
    struct font_set *set;
    struct arena line; /* reset for each line */
    struct width_entry widths[WIDTHS];
    struct height heights[FACE_COUNT][HEIGHTS]; /* by size; of 0 any other */
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

/* Asked for each line of each frame. */
static const struct height *height_of(struct fonts *fonts, enum face face,
                                      int size)
{
    bool kept = size >= 0 && size < HEIGHTS;
    struct height *height = &fonts->heights[face][kept ? size : 0];
    if (kept && height->ascent)
        return height;
    font_set_begin_line(fonts->set);
    TTF_Font *font = font_set_face(fonts->set, face, size);
    height->ascent = font ? TTF_FontAscent(font) : size;
    height->descent = font ? -TTF_FontDescent(font) : size / 4;
    return height;
}

int fonts_ascent(struct fonts *fonts, enum face face, int size)
{
    return height_of(fonts, face, size)->ascent;
}

int fonts_descent(struct fonts *fonts, enum face face, int size)
{
    return height_of(fonts, face, size)->descent;
}

static struct runs cut(struct fonts *fonts, struct setting set,
                       const char *text, size_t length)
{
    arena_reset(&fonts->line);
    return runs_of(fonts->set, &fonts->line, set, text, length);
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

static int runs_width(struct fonts *fonts, const struct runs *runs)
{
    int width = 0;
    for (size_t i = 0; i < runs->count; i++)
        width += run_width(fonts, &runs->list[i], runs->text);
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
        struct runs runs = cut(fonts, set, text, length);
        *entry = (struct width_entry){key, runs_width(fonts, &runs)};
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

static SDL_Surface *render_run(struct fonts *fonts, const struct run *run,
                               const char *text)
{
    static const SDL_Color white = {255, 255, 255, 255};
    if (!run->font)
        return NULL;
    return TTF_RenderUTF8_Blended(run->font, prepare(fonts, run, text), white);
}

/* The first row that is ink from side to side, or -1. */
static int solid_row(const SDL_Surface *s)
{
    for (int y = 0; s && y < s->h; y++) {
        const uint8_t *alpha = (const uint8_t *)s->pixels + y * s->pitch + 3;
        int x = 0;
        while (x < s->w && alpha[4 * x] == 255)
            x++;
        if (x == s->w)
            return y;
    }
    return -1;
}

/* Where an underline is drawn under a run. */
static int underline_row(struct fonts *fonts, const struct run *run,
                         const char *text)
{
    TTF_SetFontStyle(run->font, TTF_STYLE_UNDERLINE);
    SDL_Surface *underlined = render_run(fonts, run, text);
    TTF_SetFontStyle(run->font, TTF_STYLE_NORMAL);
    int row = solid_row(underlined);
    SDL_FreeSurface(underlined);
    return row;
}

/* Marks piled on a letter reach above the font's ascent. SDL_ttf moves the
 * baseline down by that much and does not say so; but it moves the underline
 * with it. */
static int lift_of(struct fonts *fonts, const struct run *run, const char *text)
{
    struct run plain = *run;
    if (!run->marked || !run->font)
        return 0;
    plain.from = 0;
    plain.to = 1;
    int moved = underline_row(fonts, run, text);
    int usual = underline_row(fonts, &plain, "x");
    return moved > usual && usual >= 0 ? moved - usual : 0;
}

/* A run as it stands in a line. */
struct piece {
    SDL_Surface *image;
    int above; /* rows over the baseline */
};

/* Runs meet where an overhang lies over the glyph before it: ink adds up. */
static int blit(const struct piece *piece, const struct run *run,
                const struct line_image *line, int x)
{
    if (!piece->image)
        return x;
    SDL_Rect to = {x - overhang(run), line->ascent - piece->above,
                   piece->image->w, piece->image->h};
    x = to.x + piece->image->w;
    SDL_SetSurfaceBlendMode(piece->image, to.x == 0 ? SDL_BLENDMODE_NONE
                                                    : SDL_BLENDMODE_BLEND);
    SDL_BlitSurface(piece->image, NULL, line->surface, &to);
    return x;
}

/* The runs' images, and the rows a line needs: those of its tallest one. */
static struct piece *pieces_of(struct fonts *fonts, const struct runs *runs,
                               int *above, int *below)
{
    struct piece *pieces =
        arena_array(&fonts->line, runs->count, sizeof *pieces);
    *above = 0;
    *below = 0;
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = &runs->list[i];
        struct piece *piece = &pieces[i];
        piece->image = render_run(fonts, run, runs->text);
        if (!piece->image)
            continue;
        piece->above =
            TTF_FontAscent(run->font) + lift_of(fonts, run, runs->text);
        if (piece->above > *above)
            *above = piece->above;
        if (piece->image->h - piece->above > *below)
            *below = piece->image->h - piece->above;
    }
    return pieces;
}

struct line_image fonts_render(struct fonts *fonts, enum face face, int size,
                               const char *lang, const char *text)
{
    struct line_image line = {NULL, 0, 0};
    int below;
    struct setting set = {face, size, lang};
    struct runs runs = cut(fonts, set, text, bounded(text, strlen(text)));
    if (runs.count && runs.list[0].font)
        line.left = overhang(&runs.list[0]);
    int w = runs_width(fonts, &runs) + line.left;
    struct piece *pieces = pieces_of(fonts, &runs, &line.ascent, &below);
    if (w > 0 && line.ascent + below > 0)
        line.surface = SDL_CreateRGBSurfaceWithFormat(
            0, w, line.ascent + below, 32, SDL_PIXELFORMAT_ARGB8888);
    if (line.surface)
        SDL_FillRect(line.surface, NULL, 0x00ffffff);
    int x = line.left;
    for (size_t i = 0; i < runs.count; i++) {
        if (line.surface)
            x = blit(&pieces[i], &runs.list[i], &line, x);
        SDL_FreeSurface(pieces[i].image);
    }
    return line;
}

bool fonts_can(struct fonts *fonts, enum face face, int size, const char *lang,
               const char *text)
{
    struct setting set = {face, size, lang};
    struct runs runs = cut(fonts, set, text, bounded(text, strlen(text)));
    for (size_t i = 0; i < runs.count; i++)
        if (runs.list[i].lacking)
            return false;
    return true;
}
