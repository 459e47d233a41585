#include "ui/font_find.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <string.h>

enum { FILES_MAX = 64, KNOWN_MAX = 1024 };

/* What was found for a character, so that fontconfig is asked once. */
struct known {
    uint32_t character;
    enum face face;
    bool japanese;
    const struct font_file *file;
};

struct font_book {
    FcConfig *config;
    struct font_file files[FILES_MAX];
    int file_count;
    const struct font_file *faces[FACE_COUNT];
    struct known known[KNOWN_MAX];
    int known_count;
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
    char *copy = strdup((const char *)path);
    if (!copy)
        return NULL;
    book->files[book->file_count] = (struct font_file){copy, index};
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
    book->config = FcInitLoadConfigAndFonts();
    if (!book->config || !font_book_face(book, FACE_SANS)) {
        font_book_close(book);
        return NULL;
    }
    return book;
}

void font_book_close(struct font_book *book)
{
    if (!book)
        return;
    for (int i = 0; i < book->file_count; i++)
        free(book->files[i].path);
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

/* The first font in fontconfig's order that has the character. */
static const struct font_file *search(struct font_book *book, enum face face,
                                      const char *lang, uint32_t character)
{
    FcResult result;
    const struct wish *wish = &wishes[face];
    const char *family = wish->serif ? "Noto Serif CJK JP" : "Noto Sans CJK JP";
    FcPattern *pattern = pattern_of(wish, family, lang);
    FcConfigSubstitute(book->config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcFontSet *set = FcFontSort(book->config, pattern, FcTrue, NULL, &result);
    const struct font_file *file = NULL;
    for (int i = 0; set && i < set->nfont && !file; i++) {
        FcCharSet *has = NULL;
        if (FcPatternGetCharSet(set->fonts[i], FC_CHARSET, 0, &has) ==
                FcResultMatch &&
            FcCharSetHasChar(has, character))
            file = file_of(book, set->fonts[i]);
    }
    if (set)
        FcFontSetDestroy(set);
    FcPatternDestroy(pattern);
    return file;
}

const struct font_file *font_book_fallback(struct font_book *book,
                                           enum face face, const char *lang,
                                           uint32_t character)
{
    bool japanese = lang && strcmp(lang, "ja") == 0;
    for (int i = 0; i < book->known_count; i++)
        if (book->known[i].character == character &&
            book->known[i].face == face && book->known[i].japanese == japanese)
            return book->known[i].file;
    const struct font_file *file = search(book, face, lang, character);
    if (book->known_count == KNOWN_MAX)
        book->known_count = 0;
    book->known[book->known_count++] =
        (struct known){character, face, japanese, file};
    return file;
}
