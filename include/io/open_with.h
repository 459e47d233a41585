/*
 * open_with.h -- shows a file or a folder in the programs of the desktop.
 *
 * The other program lives on its own; nothing waits for it. What it does with
 * the file is found out by reading the file again.
 */
#ifndef IO_OPEN_WITH_H
#define IO_OPEN_WITH_H

#include <stdbool.h>

#include "base/error.h"

/* Opens a text at a line: by $VISUAL or $EDITOR in a terminal window when one
 * of them is set and there is a terminal program, else by what the desktop has
 * for texts (which knows no lines). False with a sentence that names the file
 * and the line when nothing can be started. */
bool open_with_editor(const char *path, int line, struct error *err);

/* Shows a folder, made where it is missing. */
bool open_with_files(const char *path, struct error *err);

#endif
