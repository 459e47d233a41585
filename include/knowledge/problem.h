/*
 * problem.h -- what is wrong with a deck, where, and how to mend it.
 *
 * Everything that was understood still works; each problem is shown as
 * `file:line: rule: message; remedy`. At most PROBLEMS_MAX are kept; the
 * counts go on.
 */
#ifndef KNOWLEDGE_PROBLEM_H
#define KNOWLEDGE_PROBLEM_H

#include <stddef.h>

#include "base/arena.h"

enum { PROBLEMS_MAX = 1000 };

/* Where in its line the struck word stands: before the equals sign, behind it,
 * or as the first of its sort anywhere. */
enum problem_place { PROBLEM_IN_KEY, PROBLEM_IN_VALUE, PROBLEM_AT_START };

enum severity { PROBLEM_WARNING, PROBLEM_ERROR };

struct problem {
    enum severity severity;
    const char *file;    /* as the person named it */
    int line;            /* 1 is the first; 0 where no line is meant */
    const char *rule;    /* a short word: "date", "twin", "duplicate-id" */
    const char *message; /* what is wrong */
    const char *remedy;  /* what to write instead */
    enum problem_place place;
    const char *struck; /* the word that is wrong, where one reading only is
                         * possible; else NULL */
    const char *mended; /* what belongs there; NULL: nobody knows */
    const char *bare;   /* a line without an equals sign; else NULL */
    const char *sort;   /* of the section it stands in */
};

struct problems {
    struct arena *arena;
    struct problem *list;
    size_t count;
    size_t capacity;
    size_t errors; /* all of them, also those not kept */
    size_t warnings;
};

/* An empty list whose texts live in `arena`. */
void problems_init(struct problems *problems, struct arena *arena);

/* Adds one; `remedy` and `format` are sentences without trailing stop. */
void problems_add(struct problems *problems, enum severity severity,
                  const char *file, int line, const char *rule,
                  const char *remedy, const char *format, ...)
    __attribute__((format(printf, 7, 8)));

/* Sorts by file, then line, keeping the order of equal ones. */
void problems_sort(struct problems *problems);

#endif
