#include "ui/font_set.h"

#include <stdlib.h>

#include "ui/font_find.h"

enum { OPEN_MAX = 96 };

struct open_font {
    const struct font_file *file;
    int size;
    TTF_Font *font;
    unsigned used; /* the line it was last used in */
};

struct font_set {
    struct font_book *book;
    struct open_font open[OPEN_MAX];
    int count;
    unsigned line;
};

struct font_set *font_set_open(struct error *err)
{
    struct font_set *set = calloc(1, sizeof *set);
    if (!set || TTF_Init() != 0) {
        error_set(err, "The fonts cannot be used: %s",
                  set ? TTF_GetError() : "there is not enough memory");
        free(set);
        return NULL;
    }
    set->book = font_book_open();
    if (!set->book) {
        error_set(err, "No font was found; install the package "
                       "fonts-dejavu-core");
        font_set_close(set);
        return NULL;
    }
    return set;
}

void font_set_close(struct font_set *set)
{
    if (!set)
        return;
    for (int i = 0; i < set->count; i++)
        TTF_CloseFont(set->open[i].font);
    font_book_close(set->book);
    TTF_Quit();
    free(set);
}

void font_set_begin_line(struct font_set *set)
{
    set->line++;
}

/* A free place, or that of the font not used for longest. A line is set in one
 * size and a system's font files that stand in are fewer than the places, so
 * none that the line uses is taken away. */
static struct open_font *place(struct font_set *set)
{
    if (set->count < OPEN_MAX)
        return &set->open[set->count++];
    struct open_font *oldest = &set->open[0];
    for (int i = 1; i < OPEN_MAX; i++)
        if (set->open[i].used < oldest->used)
            oldest = &set->open[i];
    TTF_CloseFont(oldest->font);
    return oldest;
}

static TTF_Font *font_at(struct font_set *set, const struct font_file *file,
                         int size)
{
    for (int i = 0; i < set->count; i++)
        if (set->open[i].file == file && set->open[i].size == size) {
            set->open[i].used = set->line;
            return set->open[i].font;
        }
    TTF_Font *font =
        file ? TTF_OpenFontIndex(file->path, size, file->index) : NULL;
    if (!font)
        return NULL;
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT);
    *place(set) = (struct open_font){file, size, font, set->line};
    return font;
}

TTF_Font *font_set_face(struct font_set *set, enum face face, int size)
{
    return font_at(set, font_book_face(set->book, face), size);
}

TTF_Font *font_set_fallback(struct font_set *set, enum face face, int size,
                            const char *lang, uint32_t character)
{
    return font_at(set, font_book_fallback(set->book, face, lang, character),
                   size);
}
