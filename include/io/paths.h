/*
 * paths.h -- where the learner's files and the program's own files are.
 */
#ifndef IO_PATHS_H
#define IO_PATHS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"

/*
 * The folder of the learner's data: `wanted` (--data) where given, else
 * $XDG_DATA_HOME/pacta, else $HOME/.local/share/pacta. False with the remedy
 * when none of these is an absolute path of bearable length.
 */
bool paths_data_dir(const char *wanted, struct arena *arena, const char **dir,
                    struct error *err);

/* A folder that came with the program ("decks", "assets/kinds"): beside the
 * sources the program was built in, or under the installed share folder. NULL
 * when it is in neither. */
const char *paths_find(const char *name, struct arena *arena);

#endif
