/*
 * ask.h -- a sitting in the terminal, between the two files that make it.
 *
 * ask.c turns lines into messages, ask_show.c writes what is then to be seen.
 */
#ifndef CLI_ASK_H
#define CLI_ASK_H

#include "app/app.h"
#include "cli/desk.h"
#include "cli/lines.h"

struct ask {
    const struct options *options;
    struct desk desk;
    struct app app;
    struct arena frame; /* texts of one step */
    struct lines lines;
    bool ended;
};

/* Writes what is to be seen now: a question, an answer, feedback, the end. */
void ask_show(struct ask *ask);

/* Writes that a flip card was graded, and when it returns. */
void ask_show_graded(struct ask *ask, const char *item, enum grade grade,
                     double due_days);

/* Writes that an item was set aside. */
void ask_show_aside(struct ask *ask, const char *item);

/* Writes whether an answer was taken back. */
void ask_show_undo(struct ask *ask, bool undone);

/* Writes the score. */
void ask_show_end(struct ask *ask);

/* Writes what may be written now; no step, so never between objects. */
void ask_show_hint(const struct ask *ask, const char *text);

#endif
