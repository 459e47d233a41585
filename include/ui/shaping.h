/*
 * shaping.h -- what a font must be told about a stretch of text: in which
 * script it is written and in which direction it runs.
 *
 * Levels are those of the Unicode bidirectional algorithm, scripts those of
 * Unicode with common characters taken into what stands before them. Between
 * the files of ui alone.
 */
#ifndef UI_SHAPING_H
#define UI_SHAPING_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A code point of a line. */
struct shaped {
    uint32_t character;
    uint32_t script; /* ISO 15924, four letters in one number */
    size_t at;       /* its first byte */
    int level;       /* odd: right to left */
};

/* The code points of a line of well-formed UTF-8, in `arena`. */
struct shaped *shaping_read(struct arena *arena, const char *text,
                            size_t length, int *count);

#endif
