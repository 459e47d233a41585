/*
 * deck_bytes.h -- the bytes of a deck file as clean UTF-8 lines.
 *
 * Between the files of io/deck_* only. UTF-16 is converted by its mark; bytes
 * that are no UTF-8 become U+FFFD and characters that cannot be seen become
 * visible marks, each with a problem that names the first such line. The file
 * itself is never changed.
 */
#ifndef IO_DECK_BYTES_H
#define IO_DECK_BYTES_H

#include <stddef.h>

#include "base/arena.h"
#include "knowledge/problem.h"

/* The clean text and in `*length` its bytes; `bytes` itself where it is clean. */
const char *deck_bytes_clean(const char *bytes, size_t *length,
                             const char *shown, struct arena *arena,
                             struct problems *problems);

#endif
