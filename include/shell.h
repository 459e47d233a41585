/*
 * shell.h -- the loop: wait, update, carry out, paint.
 *
 * The only place where the circle touches the world: it turns inputs into
 * messages, carries out effects, and paints when something changed.
 */
#ifndef SHELL_H
#define SHELL_H

#include "app/app.h"
#include "cli/desk.h"

/* Opens the desk, and runs the program in a window until it is closed; its exit
 * status. The desk is the caller's to close. */
int shell_run(struct desk *desk, const struct options *options,
              bool begin_at_once);

#endif
