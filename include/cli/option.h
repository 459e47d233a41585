/*
 * option.h -- the tables of options and of commands, and reading a value.
 *
 * Between the files that read the command line and those that describe it only.
 */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include <stddef.h>

#include "cli/cli.h"

enum option_kind {
    OPTION_NONE,   /* bool: it stands there or not */
    OPTION_TEXT,   /* const char *: anything */
    OPTION_WORD,   /* const char *: one of those that `says` lists */
    OPTION_COUNT,  /* int */
    OPTION_NUMBER, /* uint64_t */
    OPTION_TIME,   /* has_now and now */
    OPTION_SIZE,   /* width and height */
};

struct option_row {
    const char *name;  /* "--data" */
    const char *value; /* "DIR"; NULL: takes none */
    enum option_kind kind;
    size_t offset;        /* of its field in struct options */
    const char *commands; /* " ask due "; "" every one */
    const char *says;     /* for --help */
};

struct command_row {
    const char *name;
    const char *words; /* what stands after it: "[DECK...]" */
    int words_max;
    const char *says;
};

/* The whole tables. */
const struct option_row *options_table(size_t *count);
const struct command_row *commands_table(size_t *count);

/* Whether a command (NULL: the window, when none is named) takes an option. */
bool option_belongs(const struct option_row *row, const char *command);

/* The next of the words that an OPTION_WORD takes, in what is left of `says`;
 * its length, 0 after the last. */
size_t option_next_word(const char **says, const char **word);

/* Sets the field of a row from the text of its value (NULL for OPTION_NONE);
 * false (ERROR_USAGE) with what it takes. */
bool option_set(const struct option_row *row, const char *text,
                struct options *options, struct error *err);

#endif
