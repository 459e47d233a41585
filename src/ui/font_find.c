#include "ui/font_find.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { FILES_MAX = 64, ORDERS_MAX = 16, LANG_MAX = 16 };

/* The fonts of the system in the order in which they stand in for a face;
 * asking fontconfig costs milliseconds. */
struct order {
    enum face face;
    char lang[LANG_MAX];
    FcFontSet *set;
};

struct font_book {
    FcConfig *config;
    struct arena arena;
    struct font_file files[FILES_MAX];
    int file_count;
    const struct font_file *faces[FACE_COUNT];
    struct order orders[ORDERS_MAX];
    int order_count;
};

struct wish {
    const char *families[5];
    int weight;
    int slant;
    bool serif;
};

static const struct wish wishes[FACE_COUNT] = {
    [FACE_DISPLAY] = {{"Gentium Plus", "Gentium", "Charis SIL", "Noto Serif",
                       "DejaVu Serif"},
                      FC_WEIGHT_REGULAR,
                      FC_SLANT_ROMAN,
                      true},
    [FACE_SERIF] = {{"Gentium Book Plus", "Gentium Plus", "Gentium",
                     "Noto Serif", "DejaVu Serif"},
                    FC_WEIGHT_REGULAR,
                    FC_SLANT_ROMAN,
                    true},
    [FACE_SERIF_ITALIC] = {{"Gentium Book Plus", "Gentium Plus", "Gentium",
                            "Noto Serif", "DejaVu Serif"},
                           FC_WEIGHT_REGULAR,
                           FC_SLANT_ITALIC,
                           true},
    [FACE_SERIF_BOLD] = {{"Gentium Book Plus", "Gentium Plus", "Gentium",
                          "Noto Serif", "DejaVu Serif"},
                         FC_WEIGHT_BOLD,
                         FC_SLANT_ROMAN,
                         true},
    [FACE_SANS] = {{"Noto Sans CJK JP", "Noto Sans", "DejaVu Sans",
                    "Liberation Sans", "FreeSans"},
                   FC_WEIGHT_REGULAR,
                   FC_SLANT_ROMAN,
                   false},
    [FACE_SANS_BOLD] = {{"Noto Sans CJK JP", "Noto Sans", "DejaVu Sans",
                         "Liberation Sans", "FreeSans"},
                        FC_WEIGHT_BOLD,
                        FC_SLANT_ROMAN,
                        false},
    [FACE_SEAL] = {{"Noto Serif CJK JP", "Noto Sans CJK JP", "Noto Serif",
                    "DejaVu Serif", "DejaVu Sans"},
                   FC_WEIGHT_BOLD,
                   FC_SLANT_ROMAN,
                   true},
};

static const struct font_file *file_of(struct font_book *book, FcPattern *font)
{
    FcChar8 *path = NULL;
    int index = 0;
    if (FcPatternGetString(font, FC_FILE, 0, &path) != FcResultMatch)
        return NULL;
    FcPatternGetInteger(font, FC_INDEX, 0, &index);
    index &= 0xffff; /* above are the instances of variable fonts */
    for (int i = 0; i < book->file_count; i++)
        if (book->files[i].index == index &&
            strcmp(book->files[i].path, (const char *)path) == 0)
            return &book->files[i];
    if (book->file_count == FILES_MAX)
        return NULL;
    book->files[book->file_count] =
        (struct font_file){arena_text(&book->arena, (const char *)path), index};
    return &book->files[book->file_count++];
}

static FcPattern *pattern_of(const struct wish *wish, const char *family,
                             const char *lang)
{
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    FcPatternAddInteger(pattern, FC_WEIGHT, wish->weight);
    FcPatternAddInteger(pattern, FC_SLANT, wish->slant);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    if (lang)
        FcPatternAddString(pattern, FC_LANG, (const FcChar8 *)lang);
    return pattern;
}

static bool is_family(FcPattern *font, const char *family)
{
    FcChar8 *name = NULL;
    for (int i = 0;
         FcPatternGetString(font, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (strcasecmp((const char *)name, family) == 0)
            return true;
    return false;
}

/* A match counts only if it is the family that was asked for. */
static const struct font_file *match(struct font_book *book,
                                     const struct wish *wish,
                                     const char *family, bool exact)
{
    FcResult result;
    FcPattern *pattern = pattern_of(wish, family, NULL);
    FcConfigSubstitute(book->config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcPattern *font = FcFontMatch(book->config, pattern, &result);
    const struct font_file *file = NULL;
    if (font && (!exact || is_family(font, family)))
        file = file_of(book, font);
    if (font)
        FcPatternDestroy(font);
    FcPatternDestroy(pattern);
    return file;
}

static const struct font_file *find_face(struct font_book *book, enum face face)
{
    const struct wish *wish = &wishes[face];
    for (int i = 0; i < 5; i++) {
        const struct font_file *file =
            match(book, wish, wish->families[i], true);
        if (file)
            return file;
    }
    return match(book, wish, wish->serif ? "serif" : "sans-serif", false);
}

struct font_book *font_book_open(void)
{
    struct font_book *book = calloc(1, sizeof *book);
    if (!book)
        return NULL;
    arena_init(&book->arena, (size_t)1 << 20);
    book->config = FcInitLoadConfigAndFonts();
    if (!book->config || !font_book_face(book, FACE_SANS)) {
        font_book_close(book);
        return NULL;
    }
    return book;
}

static void drop_order(struct font_book *book)
{
    FcFontSet *set = book->orders[--book->order_count].set;
    if (set)
        FcFontSetDestroy(set);
}

void font_book_close(struct font_book *book)
{
    if (!book)
        return;
    while (book->order_count > 0)
        drop_order(book);
    arena_release(&book->arena);
    if (book->config)
        FcConfigDestroy(book->config);
    free(book);
    FcFini();
}

const struct font_file *font_book_face(struct font_book *book, enum face face)
{
    if (!book->faces[face])
        book->faces[face] = find_face(book, face);
    return book->faces[face];
}

/* Without a language Han characters are Japanese. The family is named for
 * Japanese alone, since a family goes before a language. */
static FcFontSet *sort(const struct font_book *book, enum face face,
                       const char *lang)
{
    FcResult result;
    const struct wish *wish = &wishes[face];
    bool japanese = !lang[0] || strcmp(lang, "ja") == 0;
    const char *family = wish->serif ? japanese ? "Noto Serif CJK JP" : "serif"
                         : japanese  ? "Noto Sans CJK JP"
                                     : "sans-serif";
    FcPattern *pattern = pattern_of(wish, family, lang[0] ? lang : NULL);
    FcConfigSubstitute(book->config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcFontSet *set = FcFontSort(book->config, pattern, FcTrue, NULL, &result);
    FcPatternDestroy(pattern);
    return set;
}

static const FcFontSet *order_of(struct font_book *book, enum face face,
                                 const char *lang)
{
    char name[LANG_MAX] = "";
    strncat(name, lang ? lang : "", LANG_MAX - 1);
    for (int i = 0; i < book->order_count; i++)
        if (book->orders[i].face == face &&
            strcmp(book->orders[i].lang, name) == 0)
            return book->orders[i].set;
    if (book->order_count == ORDERS_MAX)
        drop_order(book);
    struct order *order = &book->orders[book->order_count++];
    order->face = face;
    memcpy(order->lang, name, sizeof name);
    order->set = sort(book, face, name);
    return order->set;
}

/* Pictures in fixed sizes, as of emoji, do not fit into a line. */
static bool can_draw(FcPattern *font, uint32_t character)
{
    FcCharSet *has = NULL;
    FcBool outline = FcFalse;
    FcPatternGetBool(font, FC_OUTLINE, 0, &outline);
    return outline &&
           FcPatternGetCharSet(font, FC_CHARSET, 0, &has) == FcResultMatch &&
           FcCharSetHasChar(has, character);
}

const struct font_file *font_book_fallback(struct font_book *book,
                                           enum face face, const char *lang,
                                           uint32_t character)
{
    const FcFontSet *set = order_of(book, face, lang);
    for (int i = 0; set && i < set->nfont; i++)
        if (can_draw(set->fonts[i], character))
            return file_of(book, set->fonts[i]);
    return NULL;
}
