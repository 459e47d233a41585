#include "io/deck_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void refuse(struct problems *problems, const char *file,
                   const char *remedy, const char *message)
{
    problems_add(problems, PROBLEM_ERROR, file, 0, "file", remedy, "%s",
                 message);
}

static void refuse_errno(struct problems *problems, const char *file, int error)
{
    if (error == ENOENT)
        refuse(problems, file, "check how its name is written",
               "there is no such file");
    else if (error == EACCES || error == EPERM)
        refuse(problems, file, "ask its owner to let you read it",
               "you may not read it");
    else if (error == ELOOP)
        refuse(problems, file, "put the file itself in place of the link",
               "its links lead in a circle");
    else
        problems_add(problems, PROBLEM_ERROR, file, 0, "file",
                     "copy the file to another place and try again",
                     "it cannot be read: %s", strerror(error));
}

static bool is_deck_size(const struct stat *about, const char *file,
                         struct problems *problems)
{
    if (S_ISDIR(about->st_mode))
        refuse(problems, file, "name a file in it",
               "it is a folder, not a file");
    else if (!S_ISREG(about->st_mode))
        refuse(problems, file, "copy what it gives into a file",
               "it is a pipe or a device, not a file");
    else if (about->st_size > DECK_FILE_MAX)
        refuse(problems, file, "split it into several decks",
               "the file is larger than 64 MiB");
    else
        return true;
    return false;
}

/* Opened without waiting: a pipe would wait for its other end for ever. */
static int open_deck(const char *path, const char *shown, size_t *size,
                     struct problems *problems)
{
    struct stat about;
    int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file < 0) {
        refuse_errno(problems, shown, errno);
        return -1;
    }
    if (fstat(file, &about) != 0)
        refuse_errno(problems, shown, errno);
    else if (is_deck_size(&about, shown, problems)) {
        *size = (size_t)about.st_size;
        return file;
    }
    close(file);
    return -1;
}

/* False with errno; a file that has become shorter is read as it is now. */
static bool read_all(int file, char *bytes, size_t size, size_t *length)
{
    *length = 0;
    while (*length < size) {
        ssize_t got = read(file, bytes + *length, size - *length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            break;
        *length += (size_t)got;
    }
    return true;
}

bool deck_file_read(const char *path, const char *shown, struct arena *arena,
                    struct source *source, struct problems *problems)
{
    struct arena raw;
    size_t size = 0;
    size_t length = 0;
    int file = open_deck(path, shown, &size, problems);
    if (file < 0)
        return false;
    arena_init(&raw, DECK_FILE_MAX + 64);
    char *bytes = arena_alloc(&raw, size);
    bool read = read_all(file, bytes, size, &length);
    if (read)
        read = deck_text_read(bytes, length, shown, arena, source, problems);
    else
        refuse_errno(problems, shown, errno);
    close(file);
    arena_release(&raw);
    return read;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_ini(const char *name)
{
    size_t length = strlen(name);
    return name[0] != '.' && length > 4 &&
           strcmp(name + length - 4, ".ini") == 0;
}

static size_t list_folder(DIR *directory, const char *folder,
                          struct arena *arena, const char ***paths)
{
    size_t count = 0;
    size_t capacity = 0;
    const char *slash = folder[strlen(folder) - 1] == '/' ? "" : "/";
    struct dirent *entry;
    while ((entry = readdir(directory)) != NULL) {
        if (!is_ini(entry->d_name))
            continue;
        *paths = arena_grow(arena, *paths, count, count + 1, &capacity,
                            sizeof **paths);
        (*paths)[count++] =
            arena_printf(arena, "%s%s%s", folder, slash, entry->d_name);
    }
    if (count)
        qsort(*paths, count, sizeof **paths, by_bytes);
    return count;
}

size_t deck_files_find(const char *path, struct arena *arena,
                       const char ***paths, struct problems *problems)
{
    *paths = NULL;
    DIR *directory = opendir(path);
    if (directory) {
        size_t count = list_folder(directory, path, arena, paths);
        closedir(directory);
        if (count == 0)
            problems_add(problems, PROBLEM_WARNING, path, 0, "file",
                         "put decks into it; their names end in .ini",
                         "the folder has no deck");
        if (count <= DECK_FILES_MAX)
            return count;
        refuse(problems, path, "join small decks into larger ones",
               "the folder has more than 10000 decks; the last of them by "
               "name are not read");
        return DECK_FILES_MAX;
    }
    if (errno != ENOTDIR) {
        refuse_errno(problems, path, errno);
        return 0;
    }
    *paths = arena_array(arena, 1, sizeof **paths);
    (*paths)[0] = arena_text(arena, path);
    return 1;
}
