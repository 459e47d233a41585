/*
 * deck_file.h -- deck and kinds files: finding them, reading them.
 *
 * Reads INI through inih and hides inih's limits: lines of any length, ` ;`
 * and `#` inside values, blank lines inside values, sections in a row. What
 * the sections mean is not known here. Files are only ever read: nothing is
 * written, nothing blocks (pipes and devices are refused).
 *
 * Text is UTF-8, or UTF-16 with a byte order mark. What is not becomes U+FFFD,
 * control characters become visible marks, and the lines are named.
 */
#ifndef IO_DECK_FILE_H
#define IO_DECK_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "knowledge/problem.h"
#include "knowledge/source.h"

/* Of one file; a text of nothing but small sections and keys would take twenty
 * times its own size. */
enum {
    DECK_FILE_MAX = 64 * 1024 * 1024, /* bytes */
    DECK_SECTIONS_MAX = 2000000,
    DECK_ENTRIES_MAX = 5000000,
    DECK_FILES_MAX = 10000 /* of one folder */
};

/*
 * Reads a file into `source`, whose texts live in `arena`; `shown` is how
 * people call it. Whatever cannot be understood is a problem with its line,
 * the rest works. False when nothing could be read; a problem says why.
 */
bool deck_file_read(const char *path, const char *shown, struct arena *arena,
                    struct source *source, struct problems *problems);

/* The same for a text in memory; false only when it is over DECK_FILE_MAX. */
bool deck_text_read(const char *bytes, size_t length, const char *shown,
                    struct arena *arena, struct source *source,
                    struct problems *problems);

/*
 * The paths of all *.ini in a directory, sorted by the bytes of their names,
 * or the one file that `path` names. Hidden files and folders inside are passed
 * over. Returns how many; 0 with a problem when there is nothing of that name.
 * Of more than DECK_FILES_MAX the first are returned, with a problem.
 */
size_t deck_files_find(const char *path, struct arena *arena,
                       const char ***paths, struct problems *problems);

#endif
