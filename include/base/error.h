/*
 * error.h -- why something outside failed, as a sentence for the learner.
 *
 * The text names the thing and the place and says what to do; it is written
 * once, where the failure is found, and has no trailing stop. No error is
 * ever a number alone.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

enum { ERROR_TEXT_MAX = 1024 };

/* What went wrong in kind: it decides the exit status of a command. */
enum error_cause {
    ERROR_INPUT,     /* the input or the data has something wrong: exit 1 */
    ERROR_USAGE,     /* the command line is not understood: exit 2 */
    ERROR_IN_USE,    /* another Pacta holds the data: exit 3 */
    ERROR_READ_ONLY, /* the place cannot be written: one may go on without
                        saving; exit 1 */
};

struct error {
    enum error_cause cause;
    char text[ERROR_TEXT_MAX];
};

/*
 * Writes the sentence with the cause ERROR_INPUT and returns false, so that a
 * failure is one line. `err` may be NULL when the caller does not care.
 */
bool error_set(struct error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The same with another cause. */
bool error_set_cause(struct error *err, enum error_cause cause,
                     const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
