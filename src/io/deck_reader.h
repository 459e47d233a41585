/*
 * deck_reader.h -- the reader in front of inih, and what it knows of a line.
 *
 * inih asks for lines; it gets short ones that no limit and no comment rule of
 * any of its releases can hurt. What inih makes of them is put together again
 * by io/deck_text. Private to io/deck_*.
 *
 * A section is handed on as its number, so that its length does not matter and
 * two alike in a row are told apart. A value is handed on in pieces between
 * guards: the first behind its key, the others as continuation lines.
 */
#ifndef DECK_READER_H
#define DECK_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "deck_lines.h"
#include "knowledge/problem.h"
#include "knowledge/source.h"

enum {
    DECK_KEY_MAX = 49,
    DECK_HEAD_MAX = 2 * DECK_KEY_MAX + 2,
    DECK_NAMES_KEPT = 256
};

/* Control characters, which no clean line holds, between us and inih only. */
enum {
    DECK_GUARD = 1, /* nothing: keeps spaces, `;` and `#` from inih */
    DECK_COLON = 2  /* a colon in a key, which inih takes for an equals sign */
};

/* How a piece joins what stands before it. */
enum deck_join { JOIN_NEW, JOIN_PIECE, JOIN_SPACE, JOIN_PARAGRAPH };

/* What an indented line goes on with. */
enum deck_open { OPEN_NOTHING, OPEN_VALUE, OPEN_REFUSED };

/* Where a key stands. */
enum deck_place { PLACE_BEFORE, PLACE_SECTION, PLACE_REFUSED };

struct deck_reader {
    struct deck_lines lines;
    struct deck_line line;
    struct arena *arena; /* of the source */
    struct source *source;
    struct problems *problems;

    enum deck_place place;
    enum deck_open open;
    bool blank; /* since the last line of a value */
    size_t key_count;

    bool has_piece; /* `head` and `rest` wait to be handed on */
    bool is_section;
    char head[DECK_HEAD_MAX];
    size_t head_length;
    const char *rest;
    size_t rest_length;
    enum deck_join join; /* of the piece that was handed on last */

    struct arena scratch;  /* gone when the text is read */
    struct entry *entries; /* of the section being read, in scratch */
    size_t entry_count;
    size_t entry_capacity;
    size_t section; /* that one, in the source */

    struct entry entry; /* being put together; no key: none */
    char *value;        /* as far as it was read, in scratch */
    size_t value_length;
    size_t value_capacity;
    bool value_too_long;
    const char *names[DECK_NAMES_KEPT]; /* most keys stand in many sections */
};

/* The name, the same text for the same one most often. */
const char *deck_name_kept(struct deck_reader *reader, const char *name);

/* The ini_reader of a struct deck_reader: the next line as inih may see it. */
char *deck_feed(char *out, int size, void *reader);

#endif
