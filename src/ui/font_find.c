#include "ui/font_find.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { FILES_MAX = 256, ORDERS_MAX = 16, LANG_MAX = 16 };

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
    const struct font_file *faces[FACE_COUNT]; /* the first of each */
    struct order orders[ORDERS_MAX];
    int order_count;
};

enum { FAMILIES = 5 };

struct wish {
    const char *families[FAMILIES];
    int weight;
    int slant;
    const char *japanese; /* what lends Han characters */
    const char *generic;
};

static const struct wish wishes[FACE_COUNT] = {
    [FACE_DISPLAY] = {{"Gentium Plus", "Gentium", "Charis SIL", "Noto Serif",
                       "DejaVu Serif"},
                      FC_WEIGHT_REGULAR,
                      FC_SLANT_ROMAN,
                      "Noto Serif CJK JP",
                      "serif"},
    [FACE_SERIF] = {{"Gentium Book Plus", "Gentium Plus", "Gentium",
                     "Noto Serif", "DejaVu Serif"},
                    FC_WEIGHT_REGULAR,
                    FC_SLANT_ROMAN,
                    "Noto Serif CJK JP",
                    "serif"},
    [FACE_SERIF_ITALIC] = {{"Gentium Book Plus", "Gentium Plus", "Gentium",
                            "Noto Serif", "DejaVu Serif"},
                           FC_WEIGHT_REGULAR,
                           FC_SLANT_ITALIC,
                           "Noto Serif CJK JP",
                           "serif"},
    [FACE_SERIF_BOLD] = {{"Gentium Book Plus", "Gentium Plus", "Gentium",
                          "Noto Serif", "DejaVu Serif"},
                         FC_WEIGHT_BOLD,
                         FC_SLANT_ROMAN,
                         "Noto Serif CJK JP",
                         "serif"},
    [FACE_SANS] = {{"Noto Sans CJK JP", "Noto Sans", "DejaVu Sans",
                    "Liberation Sans", "FreeSans"},
                   FC_WEIGHT_REGULAR,
                   FC_SLANT_ROMAN,
                   "Noto Sans CJK JP",
                   "sans-serif"},
    [FACE_SANS_BOLD] = {{"Noto Sans CJK JP", "Noto Sans", "DejaVu Sans",
                         "Liberation Sans", "FreeSans"},
                        FC_WEIGHT_BOLD,
                        FC_SLANT_ROMAN,
                        "Noto Sans CJK JP",
                        "sans-serif"},
    [FACE_SEAL] = {{"Noto Serif CJK JP", "Noto Sans CJK JP", "Noto Serif",
                    "DejaVu Serif", "DejaVu Sans"},
                   FC_WEIGHT_BOLD,
                   FC_SLANT_ROMAN,
                   "Noto Serif CJK JP",
                   "serif"},
    [FACE_MONO] = {{"Noto Sans Mono CJK JP", "DejaVu Sans Mono",
                    "Noto Sans Mono", "Liberation Mono", "FreeMono"},
                   FC_WEIGHT_REGULAR,
                   FC_SLANT_ROMAN,
                   "Noto Sans Mono CJK JP",
                   "monospace"},
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

/* The families wished for, then whatever there is of the kind. */
static const struct font_file *wished(struct font_book *book, enum face face,
                                      int nth)
{
    const struct wish *wish = &wishes[face];
    const struct font_file *file = NULL;
    for (int i = 0; i < FAMILIES && nth >= 0; i++) {
        file = match(book, wish, wish->families[i], true);
        nth -= file != NULL;
    }
    if (nth >= 0) {
        file = match(book, wish, wish->generic, false);
        nth -= file != NULL;
    }
    return nth < 0 ? file : NULL;
}

struct font_book *font_book_open(void)
{
    struct font_book *book = calloc(1, sizeof *book);
    if (!book)
        return NULL;
    arena_init(&book->arena, (size_t)1 << 20);
    book->config = FcInitLoadConfigAndFonts();
    if (!book->config || !font_book_face(book, FACE_SANS, 0)) {
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

/* Han characters have the shapes of Japanese unless the language has its own.
 * The family is named for Japanese alone, since a family goes before a
 * language. */
static FcFontSet *sort(const struct font_book *book, enum face face,
                       const char *lang)
{
    FcResult result;
    const struct wish *wish = &wishes[face];
    bool japanese = !lang[0] || strcmp(lang, "ja") == 0;
    FcPattern *pattern = pattern_of(
        wish, japanese ? wish->japanese : wish->generic, lang[0] ? lang : NULL);
    FcConfigSubstitute(book->config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcFontSet *set = FcFontSort(book->config, pattern, FcFalse, NULL, &result);
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

const struct font_file *font_book_face(struct font_book *book, enum face face,
                                       int nth)
{
    const struct font_file *file = NULL;
    if (nth == 0 && book->faces[face])
        return book->faces[face];
    if (nth <= FAMILIES)
        file = wished(book, face, nth);
    if (nth == 0)
        book->faces[face] = file;
    if (file)
        return file;
    /* Those wished for are out, of however many of them there are. */
    const FcFontSet *set = order_of(book, face, "");
    int at = nth > FAMILIES ? nth - FAMILIES - 1 : 0;
    return set && at < set->nfont ? file_of(book, set->fonts[at]) : NULL;
}

bool font_has_han_shapes(const char *lang)
{
    return lang && (strncmp(lang, "zh", 2) == 0 || strncmp(lang, "ko", 2) == 0);
}

/* Pictures in fixed sizes or of many colours, as of emoji, do not fit into a
 * line. */
static bool can_draw(FcPattern *font, uint32_t character)
{
    FcCharSet *has = NULL;
    FcBool outline = FcFalse;
    FcBool color = FcFalse;
    FcPatternGetBool(font, FC_OUTLINE, 0, &outline);
    FcPatternGetBool(font, FC_COLOR, 0, &color);
    return outline && !color &&
           FcPatternGetCharSet(font, FC_CHARSET, 0, &has) == FcResultMatch &&
           FcCharSetHasChar(has, character);
}

static bool is_han(uint32_t c)
{
    return (c >= 0x2e80 && c <= 0x312f) || (c >= 0x3190 && c <= 0x9fff) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xffef) ||
           (c >= 0x20000 && c <= 0x3ffff);
}

const struct font_file *font_book_fallback(struct font_book *book,
                                           enum face face, const char *lang,
                                           uint32_t character, int nth)
{
    bool as_japanese = is_han(character) && !font_has_han_shapes(lang);
    const FcFontSet *set = order_of(book, face, as_japanese ? "ja" : lang);
    for (int i = 0; set && i < set->nfont; i++)
        if (can_draw(set->fonts[i], character) && nth-- == 0)
            return file_of(book, set->fonts[i]);
    return NULL;
}
