/*
 * effects.h -- what update() asks for, done.
 *
 * Between the two files of the shell only. An effect that must be reported is
 * answered by a message; the others are done and that is all.
 */
#ifndef EFFECTS_H
#define EFFECTS_H

#include "cli/look.h"
#include "fitting.h"
#include "mending.h"
#include "reading.h"
#include "shell.h"
#include "ui/window.h"

/* What effects work on. */
struct workbench {
    struct desk *desk;
    const struct options *options;
    struct look *look;
    struct window *window;
    struct app *app;
    struct fitting_work *fitting;
    struct reading *reading;
    struct mending mending;
    struct arena texts; /* of one answer */
};

/* Does what is asked. True when `answer` is to be sent back; its text lives
 * until the next call. */
bool effects_do(struct workbench *bench, enum effect_kind kind,
                struct msg *answer);

#endif
