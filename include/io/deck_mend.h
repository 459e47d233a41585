/*
 * deck_mend.h -- one line of a deck file, written as it should be.
 *
 * The file is replaced whole or not at all, by one that was written beside it
 * and is on the disk; what it was before stands beside it as FILE~. Nothing
 * but the line changes: not the ends of lines, not the mode. A symbolic link
 * stays one. A file that has changed since it was read is left alone.
 */
#ifndef IO_DECK_MEND_H
#define IO_DECK_MEND_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

/* The line as the file has it now, without its end, in `arena`; NULL where it
 * has no such line, cannot be read, or is not UTF-8. */
char *deck_line_read(const char *path, int line, struct arena *arena);

/* The line, which must be `from`, becomes `to`. With `keeps_former` the file
 * is kept as FILE~ first. False with a sentence that says what to do. */
bool deck_line_write(const char *path, int line, const char *from,
                     const char *to, bool keeps_former, struct error *err);

/* What is seen of a file from outside: another number once it was written. */
uint64_t deck_file_seen(const char *path);

#endif
