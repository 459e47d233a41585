#include "cli/option.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COUNT_MAX = 1000000 };

static bool read_number(const char *name, const char *text, uint64_t most,
                        uint64_t *number, struct error *err)
{
    char *end;
    errno = 0;
    *number = strtoull(text, &end, 10);
    if (errno || !isdigit((unsigned char)text[0]) || *end || *number > most)
        return error_set_cause(err, ERROR_USAGE,
                               "%s takes a whole number from 0 to %llu, not "
                               "\"%s\"",
                               name, (unsigned long long)most, text);
    return true;
}

static bool read_size(const char *text, struct options *options,
                      struct error *err)
{
    int used = 0;
    if (sscanf(text, "%dx%d%n", &options->width, &options->height, &used) ==
            2 &&
        text[used] == '\0' && options->width >= 16 && options->height >= 16 &&
        options->width <= 8192 && options->height <= 8192)
        return true;
    return error_set_cause(err, ERROR_USAGE,
                           "--size takes a width and a height such as "
                           "1280x800, from 16x16 to 8192x8192, not \"%s\"",
                           text);
}

/* "flip, choice or typed" is what is shown, and what is allowed. */
size_t option_next_word(const char **says, const char **word)
{
    *says += strspn(*says, " ,");
    if (strncmp(*says, "or ", 3) == 0)
        *says += 3;
    *word = *says;
    *says += strcspn(*says, " ,");
    return (size_t)(*says - *word);
}

static bool read_word(const struct option_row *row, const char *text,
                      const char **word, struct error *err)
{
    const char *left = row->says;
    const char *allowed;
    size_t length;
    while ((length = option_next_word(&left, &allowed)) > 0)
        if (strlen(text) == length && strncmp(allowed, text, length) == 0) {
            *word = text;
            return true;
        }
    return error_set_cause(err, ERROR_USAGE, "%s takes %s, not \"%s\"",
                           row->name, row->says, text);
}

bool option_set(const struct option_row *row, const char *text,
                struct options *options, struct error *err)
{
    void *field = (char *)options + row->offset;
    uint64_t number = 0;
    switch (row->kind) {
    case OPTION_TEXT:
        *(const char **)field = text;
        return true;
    case OPTION_WORD:
        return read_word(row, text, field, err);
    case OPTION_TIME:
        options->has_now = true;
        return moment_parse(text, &options->now, err);
    case OPTION_SIZE:
        return read_size(text, options, err);
    case OPTION_NUMBER:
        return read_number(row->name, text, UINT64_MAX, field, err);
    case OPTION_COUNT:
        if (!read_number(row->name, text, COUNT_MAX, &number, err))
            return false;
        *(int *)field = (int)number;
        return true;
    case OPTION_NONE:
        break;
    }
    *(bool *)field = true;
    return true;
}
