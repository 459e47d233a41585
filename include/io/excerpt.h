/*
 * excerpt.h -- the lines of a deck around one of them, to be shown.
 *
 * Lines are counted as the reader of decks counts them. What cannot be seen
 * becomes a visible mark, ill-formed bytes U+FFFD; of a line too long for the
 * eye the beginning stands, with a mark that says so. Writes nothing, keeps no
 * file open. The file may have changed since it was read as a deck: what is
 * there now is shown.
 */
#ifndef IO_EXCERPT_H
#define IO_EXCERPT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

enum {
    EXCERPT_LINES = 7,
    EXCERPT_LINE_MAX = 400, /* bytes shown of one line */
    EXCERPT_MAX = 4096      /* bytes enough for all of them */
};

/*
 * Writes "38 [treaty x]\n39 name = y\n" into `out`: at most EXCERPT_LINES with
 * `line` in the middle, fewer at the file's ends, none where the file has no
 * such line. `size` is at least EXCERPT_MAX. False where it cannot be read.
 */
bool excerpt_read(const char *path, int line, char *out, size_t size,
                  struct error *err);

#endif
