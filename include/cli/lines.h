/*
 * lines.h -- standard input line by line, until its end or a signal.
 *
 * SIGINT, SIGTERM and SIGHUP end it like the end of input, also while it waits,
 * so that a command can close what it has open. One of them is enough for a
 * process: the signals are.
 */
#ifndef CLI_LINES_H
#define CLI_LINES_H

#include <stdbool.h>
#include <stddef.h>

enum { LINE_BYTES_MAX = 1024, LINES_READ_MAX = 4096 };

struct lines {
    char line[LINE_BYTES_MAX]; /* without its end; ends with a NUL */
    size_t length;             /* bytes, NULs among them */
    char read[LINES_READ_MAX];
    size_t at; /* the first byte of `read` that no line has taken */
    size_t end;
};

/* Begins to listen for the signals; those that are ignored stay so. */
void lines_init(struct lines *lines);

/* Waits for the next line; false at the end of input and after a signal. What
 * is longer than LINE_BYTES_MAX is cut there. */
bool lines_next(struct lines *lines);

#endif
