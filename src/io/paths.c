#include "io/paths.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

/* SQLite opens no path of more than 512 bytes; a backup's name comes on top. */
enum { DATA_DIR_MAX = 440, PATH_BYTES_MAX = 4096 };

bool paths_data_dir(const char *wanted, struct arena *arena, const char **dir,
                    struct error *err)
{
    const char *share = getenv("XDG_DATA_HOME");
    const char *home = getenv("HOME");
    if (wanted && !wanted[0])
        return error_set(err, "The folder named with --data is empty; name "
                              "one, or leave --data away");
    if (wanted)
        *dir = arena_text(arena, wanted);
    else if (share && share[0] == '/')
        *dir = arena_printf(arena, "%s/pacta", share);
    else if (home && home[0] == '/')
        *dir = arena_printf(arena, "%s/.local/share/pacta", home);
    else
        return error_set(err, "There is no home folder to keep answers in; "
                              "name a folder with --data");
    if (strlen(*dir) > DATA_DIR_MAX)
        return error_set(err, "The path of the data folder is too long; name "
                              "a shorter one with --data");
    return true;
}

const char *paths_config_dir(const char *wanted, struct arena *arena)
{
    const char *config = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");
    if (wanted)
        return wanted[0] ? arena_text(arena, wanted) : NULL;
    if (config && config[0] == '/')
        return arena_printf(arena, "%s/pacta", config);
    if (home && home[0] == '/')
        return arena_printf(arena, "%s/.config/pacta", home);
    return NULL;
}

static bool is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* The length of a path without its last part, with the stroke before that. */
static size_t above(const char *path, size_t length)
{
    while (length > 0 && path[length - 1] == '/')
        length--;
    while (length > 0 && path[length - 1] != '/')
        length--;
    return length;
}

const char *paths_find(const char *name, struct arena *arena)
{
    char self[PATH_BYTES_MAX];
    ssize_t got = readlink("/proc/self/exe", self, sizeof self);
    size_t length = got > 0 ? above(self, (size_t)got) : 0;
    /* build/pacta, or build/<kind>/pacta, stands in the sources */
    for (int up = 0; up < 2 && length > 1; up++) {
        length = above(self, length);
        const char *kinds =
            arena_printf(arena, "%.*sassets/kinds", (int)length, self);
        const char *path =
            arena_printf(arena, "%.*s%s", (int)length, self, name);
        if (is_folder(kinds) && is_folder(path))
            return path;
    }
    const char *installed = arena_printf(arena, "%s/%s", PACTA_SHARE, name);
    return is_folder(installed) ? installed : NULL;
}

const char *paths_shown(const char *path, struct arena *arena)
{
    const char *home = getenv("HOME");
    size_t length = home ? strlen(home) : 0;
    if (!path)
        return NULL;
    if (length > 1 && strncmp(path, home, length) == 0 && path[length] == '/')
        path = arena_printf(arena, "~%s", path + length);
    return text_visible(arena, text_mended(arena, path, strlen(path), NULL));
}
