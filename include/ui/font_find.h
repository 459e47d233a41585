/*
 * font_find.h -- which font file to use, asked of fontconfig.
 *
 * Between the files of ui/font* only. Files live as long as the book.
 */
#ifndef UI_FONT_FIND_H
#define UI_FONT_FIND_H

#include <stdint.h>

#include "app/draw.h"

struct font_file {
    const char *path;
    int index; /* of a face in a collection */
};

struct font_book;

/* NULL when the system has no font at all. */
struct font_book *font_book_open(void);
void font_book_close(struct font_book *book);

/* The file of a face: the family the design names, or the next that is there.
 */
const struct font_file *font_book_face(struct font_book *book, enum face face);

/* A file that has a character, with the shapes of a language; NULL: none. */
const struct font_file *font_book_fallback(struct font_book *book,
                                           enum face face, const char *lang,
                                           uint32_t character);

#endif
