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

/* The folder of settings.ini and of own themes: `wanted` (--data) where given,
 * so that all of one learner's things lie together, else
 * $XDG_CONFIG_HOME/pacta, else $HOME/.config/pacta. NULL when none of these is
 * an absolute path. */
const char *paths_config_dir(const char *wanted, struct arena *arena);

/* A folder that came with the program ("decks", "assets/kinds"): beside the
 * sources the program was built in, or under the installed share folder. NULL
 * when it is in neither. */
const char *paths_find(const char *name, struct arena *arena);

/* A path as it is shown: "~" for the home folder, whatever bytes it has; NULL
 * for NULL. */
const char *paths_shown(const char *path, struct arena *arena);

#endif
