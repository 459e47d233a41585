/*
 * settings_file.h -- small INI files that a person or the program writes:
 * settings.ini and themes.
 *
 * Read through the deck reader, so that no limit of inih is felt. Written whole
 * or not at all, for the owner's eyes only; a file that is not this person's,
 * or is no plain text file, is neither read nor written. Knows no names and no
 * values.
 */
#ifndef IO_SETTINGS_FILE_H
#define IO_SETTINGS_FILE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "knowledge/problem.h"
#include "knowledge/source.h"

enum { SETTINGS_FILE_MAX = 1024 * 1024 }; /* bytes */

struct settings_file {
    const char *text;         /* to the byte; "" where there is no file */
    struct source source;     /* what it says */
    struct problems problems; /* lines that cannot be read at all */
};

/* Reads a file into `arena`; none of that name is an empty one. False with a
 * sentence when it cannot be read or must not be: a folder, another person's, a
 * text with NUL bytes or in UTF-16. */
bool settings_file_read(const char *path, struct arena *arena,
                        struct settings_file *file, struct error *err);

/* Reads a text as if a file had it. */
void settings_text_read(const char *path, const char *text, struct arena *arena,
                        struct settings_file *file);

/* Puts `text` in the file's place: a new one beside it, synced, renamed; mode
 * 0600, its folder made where it is missing. Where the path is a link, the file
 * it leads to is replaced. On failure the old one stays as it is. */
bool settings_file_write(const char *path, const char *text, struct error *err);

#endif
