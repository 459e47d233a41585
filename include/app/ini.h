/*
 * ini.h -- lines of an INI file, and sentences about those not understood.
 *
 * Themes and settings are read from these; a reader outside makes them from
 * files. Reading never fails: a line that means nothing gives what would be
 * without it, and a sentence. Pure.
 */
#ifndef APP_INI_H
#define APP_INI_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { INI_PROBLEMS_MAX = 16 };

/* `name = value` in `[section]`. */
struct ini_line {
    int line;
    const char *section;
    const char *name;
    const char *value;
};

/* What is wrong with a line and what is taken instead, without trailing stop.
 */
struct ini_problem {
    int line; /* 0: no line is meant */
    const char *text;
};

struct ini_problems {
    struct arena *arena;
    struct ini_problem list[INI_PROBLEMS_MAX];
    int count; /* of all, also those not kept */
};

/* Adds one; its text lives in `problems->arena`. */
void ini_problem_add(struct ini_problems *problems, int line,
                     const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A whole number from 0 to 999,999 that fills the text, but for a per cent
 * sign behind it; -1 for all else. */
int ini_number(const char *text);

#endif
