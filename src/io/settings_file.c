#include "io/settings_file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/deck_file.h"

static bool cannot_read(const char *path, const char *why, struct error *err)
{
    return error_set(err, "%s cannot be read: %s", path, why);
}

static bool is_ours(const char *path, const struct stat *about,
                    struct error *err)
{
    if (S_ISDIR(about->st_mode))
        return cannot_read(path, "it is a folder", err);
    if (!S_ISREG(about->st_mode))
        return cannot_read(path, "it is a pipe or a device", err);
    if (about->st_uid != geteuid())
        return cannot_read(path, "it belongs to another user", err);
    if (about->st_size > SETTINGS_FILE_MAX)
        return cannot_read(path, "it is larger than 1 MiB", err);
    return true;
}

/* -1 with errno for a file that may not be there. Opened without waiting: a
 * pipe would wait for its other end for ever. */
static int open_to_read(const char *path)
{
    return open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

static bool read_bytes(int file, char *bytes, size_t size, size_t *length)
{
    *length = 0;
    while (*length < size) {
        ssize_t got = read(file, bytes + *length, size - *length);
        if (got < 0 && errno != EINTR)
            return false;
        if (got == 0)
            break;
        *length += got > 0 ? (size_t)got : 0;
    }
    return true;
}

/* A text that would not come back to the byte is never written over. */
static bool is_text(const char *path, const char *bytes, size_t length,
                    struct error *err)
{
    if (length >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 ||
                        memcmp(bytes, "\xfe\xff", 2) == 0))
        return cannot_read(path, "it is in UTF-16; save it as UTF-8", err);
    if (memchr(bytes, '\0', length))
        return cannot_read(path, "it has NUL bytes; it is no text", err);
    return true;
}

static bool read_open_file(int file, const char *path, struct arena *arena,
                           const char **text, struct error *err)
{
    struct stat about;
    size_t length = 0;
    if (fstat(file, &about) != 0)
        return cannot_read(path, strerror(errno), err);
    if (!is_ours(path, &about, err))
        return false;
    size_t size = (size_t)about.st_size;
    char *bytes = arena_alloc(arena, size + 1);
    if (!read_bytes(file, bytes, size, &length))
        return cannot_read(path, strerror(errno), err);
    *text = bytes;
    return is_text(path, bytes, length, err);
}

void settings_text_read(const char *path, const char *text, struct arena *arena,
                        struct settings_file *file)
{
    memset(file, 0, sizeof *file);
    file->text = text;
    problems_init(&file->problems, arena);
    if (text[0])
        deck_text_read(text, strlen(text), path, arena, &file->source,
                       &file->problems);
}

bool settings_file_read(const char *path, struct arena *arena,
                        struct settings_file *file, struct error *err)
{
    const char *text = "";
    settings_text_read(path, "", arena, file);
    int open_file = open_to_read(path);
    if (open_file < 0 && (errno == ENOENT || errno == ENOTDIR))
        return true;
    if (open_file < 0)
        return cannot_read(path, strerror(errno), err);
    bool good = read_open_file(open_file, path, arena, &text, err);
    close(open_file);
    if (good)
        settings_text_read(path, text, arena, file);
    return good;
}

static bool cannot_write(const char *path, struct error *err)
{
    int reason = errno;
    if (reason == ENOSPC || reason == EDQUOT)
        return error_set(err, "The disk is full: %s cannot be written", path);
    return error_set(err, "%s cannot be written: %s", path, strerror(reason));
}

/* The folder of a path, in place: "" where the path names none. */
static void folder_of(char *path)
{
    char *stroke = strrchr(path, '/');
    if (stroke)
        stroke[stroke == path] = '\0';
    else
        memcpy(path, ".", 2);
}

static bool make_folder(const char *path)
{
    char part[PATH_MAX];
    size_t length = strlen(path);
    for (size_t i = 1; i <= length; i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        memcpy(part, path, i);
        part[i] = '\0';
        if (mkdir(part, 0700) != 0 && errno != EEXIST)
            return false;
    }
    return true;
}

static bool write_bytes(int file, const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        ssize_t put = write(file, text, left);
        if (put < 0 && errno != EINTR)
            return false;
        text += put > 0 ? put : 0;
        left -= put > 0 ? (size_t)put : 0;
    }
    return fsync(file) == 0;
}

/* Makes the new file beside the old one. */
static bool write_fresh(const char *fresh, const char *text)
{
    unlink(fresh);
    int file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    bool good = write_bytes(file, text);
    int reason = errno;
    good = close(file) == 0 && good;
    errno = reason;
    return good;
}

/* A name is only safe when its folder is synced; some disks cannot do it. */
static void sync_folder(const char *folder)
{
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return;
    fsync(file);
    close(file);
}

bool settings_file_write(const char *path, const char *text, struct error *err)
{
    char target[PATH_MAX];
    char folder[PATH_MAX];
    char fresh[PATH_MAX + 8];
    if (strlen(path) >= sizeof target) {
        errno = ENAMETOOLONG;
        return cannot_write(path, err);
    }
    if (!realpath(path, target))
        memcpy(target, path, strlen(path) + 1);
    memcpy(folder, target, strlen(target) + 1);
    folder_of(folder);
    snprintf(fresh, sizeof fresh, "%s.new", target);
    if (make_folder(folder) && write_fresh(fresh, text) &&
        rename(fresh, target) == 0) {
        sync_folder(folder);
        return true;
    }
    cannot_write(path, err);
    unlink(fresh);
    return false;
}
