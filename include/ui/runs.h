/*
 * runs.h -- a line of text cut into stretches that one font draws in one
 * direction.
 *
 * A letter and its marks stay together; what a font lacks is taken from
 * another that has it; Han characters have the shapes of the line's language.
 * What cannot be seen is made visible. Between the files of ui/font* only.
 */
#ifndef UI_RUNS_H
#define UI_RUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "ui/font_set.h"

/* How a line is to be set. */
struct setting {
    enum face face;
    int size;
    const char *lang;
};

struct run {
    TTF_Font *font; /* NULL when there is none */
    size_t from;    /* bytes of the line's text */
    size_t to;
    uint32_t first; /* its first character */
    uint32_t script;
    int level;    /* odd: right to left */
    bool marked;  /* has marks, which may stand higher than its font says */
    bool lacking; /* has what no font has: a box is drawn */
};

/* In the order in which they are seen. */
struct runs {
    const char *text; /* what is seen of the line; in the arena, or the line */
    struct run *list;
    size_t count;
    size_t capacity;
};

/* The runs of a line of at most `length` bytes, in `arena`. */
struct runs runs_of(struct font_set *fonts, struct arena *arena,
                    struct setting setting, const char *text, size_t length);

#endif
