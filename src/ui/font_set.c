#include "ui/font_set.h"

#include <stdlib.h>

#include "ui/font_find.h"

enum {
    OPEN_MAX = 96,
    SIZES_MAX = 1, /* of one file at a time, if no line needs more */
    TRIES_MAX = 8,
};

struct open_font {
    const struct font_file *file;
    int size;
    TTF_Font *font; /* NULL: the file cannot be read */
    unsigned used;  /* the line it was last used in */
};

struct font_set {
    struct font_book *book;
    struct open_font open[OPEN_MAX];
    int count;
    int first[FACE_COUNT]; /* of the face's files, that can be read */
    unsigned line;
};

static void close_font(struct open_font *open)
{
    if (open->font)
        TTF_CloseFont(open->font);
}

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
    if (!font_set_face(set, FACE_SANS, 16)) {
        error_set(err, "No font can be read; install the package "
                       "fonts-dejavu-core anew");
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
        close_font(&set->open[i]);
    font_book_close(set->book);
    TTF_Quit();
    free(set);
}

void font_set_begin_line(struct font_set *set)
{
    set->line++;
}

/* A free place, or that of the font not used for longest; NULL when the line
 * uses them all. */
static struct open_font *place(struct font_set *set)
{
    if (set->count < OPEN_MAX)
        return &set->open[set->count++];
    struct open_font *oldest = &set->open[0];
    for (int i = 1; i < OPEN_MAX; i++)
        if (set->open[i].used < oldest->used)
            oldest = &set->open[i];
    if (oldest->used == set->line)
        return NULL;
    close_font(oldest);
    return oldest;
}

/* A large font costs a millisecond and megabytes each time it is opened; to
 * set another size loses only its glyphs. So what is open changes its size,
 * unless the line uses it. NULL: one must be opened. */
static struct open_font *resize(struct font_set *set,
                                const struct font_file *file, int size)
{
    struct open_font *oldest = NULL;
    int sizes = 0;
    for (int i = 0; i < set->count; i++) {
        struct open_font *open = &set->open[i];
        if (open->file != file)
            continue;
        sizes++;
        if (open->used != set->line && (!oldest || open->used < oldest->used))
            oldest = open;
    }
    if (sizes < SIZES_MAX || !oldest ||
        (oldest->font && TTF_SetFontSize(oldest->font, size) != 0))
        return NULL;
    oldest->size = size;
    oldest->used = set->line;
    return oldest;
}

static struct open_font *open_at(struct font_set *set,
                                 const struct font_file *file, int size)
{
    struct open_font *open = place(set);
    if (!open)
        return NULL;
    TTF_Font *font = TTF_OpenFontIndex(file->path, size, file->index);
    if (font)
        TTF_SetFontHinting(font, TTF_HINTING_LIGHT);
    *open = (struct open_font){file, size, font, set->line};
    return open;
}

static TTF_Font *font_at(struct font_set *set, const struct font_file *file,
                         int size)
{
    for (int i = 0; i < set->count; i++)
        if (set->open[i].file == file && set->open[i].size == size) {
            set->open[i].used = set->line;
            return set->open[i].font;
        }
    struct open_font *open = resize(set, file, size);
    if (!open)
        open = open_at(set, file, size);
    return open ? open->font : NULL;
}

/* A file that is broken, or has not even an e, is passed over for good. */
TTF_Font *font_set_face(struct font_set *set, enum face face, int size)
{
    const struct font_file *file;
    for (int i = set->first[face];
         (file = font_book_face(set->book, face, i)) != NULL; i++) {
        TTF_Font *font = font_at(set, file, size);
        if (font && TTF_GlyphIsProvided32(font, 'e')) {
            set->first[face] = i;
            return font;
        }
    }
    return NULL;
}

/* fontconfig knows what was in a file when it read it last. */
TTF_Font *font_set_fallback(struct font_set *set, enum face face, int size,
                            const char *lang, uint32_t character)
{
    const struct font_file *file;
    for (int i = 0;
         i < TRIES_MAX && (file = font_book_fallback(set->book, face, lang,
                                                     character, i)) != NULL;
         i++) {
        TTF_Font *font = font_at(set, file, size);
        if (font && TTF_GlyphIsProvided32(font, character))
            return font;
    }
    return NULL;
}
