/*
 * option.h -- one row of the table of options, and reading its value.
 *
 * Between the two files that read the command line only.
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

/* Sets the field of a row from the text of its value (NULL for OPTION_NONE);
 * false (ERROR_USAGE) with what it takes. */
bool option_set(const struct option_row *row, const char *text,
                struct options *options, struct error *err);

#endif
