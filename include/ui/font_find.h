/*
 * font_find.h -- which font file to use, asked of fontconfig.
 *
 * Between the files of ui/font* only. Files live as long as the book; there is
 * one at a time, since closing it ends fontconfig.
 */
#ifndef UI_FONT_FIND_H
#define UI_FONT_FIND_H

#include <stdbool.h>
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

/* Files of a face, best first: of the families that the design names, then of
 * others that are there. NULL when there are no more. */
const struct font_file *font_book_face(struct font_book *book, enum face face,
                                       int nth);

/* Files that have a character, best first, with the shapes of a language; NULL
 * when there are no more. */
const struct font_file *font_book_fallback(struct font_book *book,
                                           enum face face, const char *lang,
                                           uint32_t character, int nth);

/* True if Han characters look other in that language than in Japanese. */
bool font_has_han_shapes(const char *lang);

#endif
