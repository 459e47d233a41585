/*
 * font_set.h -- fonts opened at the sizes in which they are needed.
 *
 * Between the files of ui/font* only. A font keeps its size until the next line
 * begins; then it may be set in another.
 */
#ifndef UI_FONT_SET_H
#define UI_FONT_SET_H

#include <SDL_ttf.h>
#include <stdint.h>

#include "app/draw.h"
#include "base/error.h"

struct font_set;

/* NULL with a sentence when the system has no font that can be read. */
struct font_set *font_set_open(struct error *err);
void font_set_close(struct font_set *set);

/* A new line begins: fonts used from here on stay as they are until the next.
 */
void font_set_begin_line(struct font_set *set);

/* A face at a size, of the best file that can be read; NULL: there is none. */
TTF_Font *font_set_face(struct font_set *set, enum face face, int size);

/* A font that has a character the face lacks, or NULL. */
TTF_Font *font_set_fallback(struct font_set *set, enum face face, int size,
                            const char *lang, uint32_t character);

#endif
