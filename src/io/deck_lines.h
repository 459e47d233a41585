/*
 * deck_lines.h -- the lines of a deck as clean text, one after the other.
 *
 * Ends of lines may be LF, CR LF or CR; tabs become spaces. Bytes that are no
 * UTF-8 and characters that cannot be seen are replaced; the first lines that
 * have them, or have lost some, are named as problems, the rest counted.
 * Private to io.
 */
#ifndef IO_DECK_LINES_H
#define IO_DECK_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "knowledge/problem.h"
#include "knowledge/source.h"

enum {
    DECK_LINE_MAX = SOURCE_VALUE_MAX + 4096, /* longer ones are refused */
    DECK_LINES_NAMED = 20                    /* of each sort of bad character */
};

struct deck_line {
    const char *text; /* until the next line is taken; no NUL behind it */
    size_t length;
    int number;
    bool too_long; /* text is as it stands in the file */
};

struct deck_lines {
    const char *at;
    const char *end;
    const char *next_lf; /* the first at or after `at`, or `end` */
    const char *next_cr;
    int number;
    const char *file;
    struct problems *problems;
    struct arena scratch; /* the line on hand, if it had to be changed */
    size_t ill_formed;    /* lines so far */
    size_t unseen;
    size_t lost; /* before this reading: in UTF-16, or when it was saved */
};

/* Stands before the first line; `bytes` must outlive it. */
void deck_lines_init(struct deck_lines *lines, const char *bytes, size_t length,
                     const char *file, struct problems *problems);

/* Gives memory back and says how many lines were not named. */
void deck_lines_release(struct deck_lines *lines);

/* Takes the next line; false after the last. */
bool deck_lines_next(struct deck_lines *lines, struct deck_line *line);

/* The text without a byte order mark, UTF-16 as UTF-8 in `arena`; `*length`
 * changes with it. */
const char *deck_decoded(struct arena *arena, const char *bytes,
                         size_t *length);

#endif
