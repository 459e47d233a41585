#include "io/deck_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

static bool refuse(struct problems *problems, const char *shown,
                   const char *remedy, const char *what)
{
    problems_add(problems, PROBLEM_ERROR, shown, 0, "file", remedy, "%s", what);
    return false;
}

/* Opened without waiting: a pipe would wait for its other end for ever. */
static int open_regular(const char *path, const char *shown, struct stat *about,
                        struct problems *problems)
{
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0 || fstat(file, about) != 0) {
        refuse(problems, shown, "name a deck file that can be read",
               strerror(errno));
        return -1;
    }
    const char *what = NULL;
    if (!S_ISREG(about->st_mode))
        what = "this is not a regular file";
    else if (about->st_size > DECK_FILE_MAX)
        what = "the file is larger than 64 MiB";
    if (!what)
        return file;
    refuse(problems, shown,
           S_ISREG(about->st_mode) ? "split the deck into several files"
                                   : "name a deck file, or a folder of them",
           what);
    close(file);
    return -1;
}

static size_t read_all(int file, char *bytes, size_t room)
{
    size_t used = 0;
    while (used < room) {
        ssize_t got = read(file, bytes + used, room - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        used += (size_t)got;
    }
    return used;
}

bool deck_file_read(const char *path, const char *shown, struct arena *arena,
                    struct source *source, struct problems *problems)
{
    struct stat about;
    int file = open_regular(path, shown, &about, problems);
    if (file < 0)
        return false;
    size_t room = (size_t)about.st_size;
    char *bytes = arena_alloc(arena, room + 1);
    size_t length = read_all(file, bytes, room);
    close(file);
    return deck_text_read(bytes, length, shown, arena, source, problems);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_ini(const char *name)
{
    size_t length = strlen(name);
    return name[0] != '.' && length > 4 &&
           strcmp(name + length - 4, ".ini") == 0;
}

static size_t list_directory(DIR *directory, const char *path,
                             struct arena *arena, const char ***paths)
{
    size_t count = 0;
    size_t capacity = 0;
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        if (!is_ini(entry->d_name))
            continue;
        *paths = arena_grow(arena, *paths, count, count + 1, &capacity,
                            sizeof **paths);
        (*paths)[count++] = arena_printf(arena, "%s/%s", path, entry->d_name);
    }
    if (count)
        qsort(*paths, count, sizeof **paths, by_name);
    return count;
}

size_t deck_files_find(const char *path, struct arena *arena,
                       const char ***paths, struct problems *problems)
{
    *paths = NULL;
    DIR *directory = opendir(path);
    if (directory) {
        size_t count = list_directory(directory, path, arena, paths);
        closedir(directory);
        if (count == 0)
            problems_add(problems, PROBLEM_WARNING, path, 0, "file",
                         "put deck files that end in .ini into it",
                         "the folder holds no deck");
        return count;
    }
    if (errno != ENOTDIR) {
        refuse(problems, path, "name a deck file, or a folder of them",
               strerror(errno));
        return 0;
    }
    *paths = arena_array(arena, 1, sizeof **paths);
    (*paths)[0] = arena_text(arena, path);
    return 1;
}
