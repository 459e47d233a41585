#include "io/deck_add.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/deck_file.h"

static const char *name_of(const char *path)
{
    const char *stroke = strrchr(path, '/');
    return stroke ? stroke + 1 : path;
}

static bool is_deck_name(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && name[0] != '.' &&
           strcmp(name + length - 4, ".ini") == 0;
}

static bool failed(const char *path, const char *folder, struct error *err)
{
    int reason = errno;
    if (reason == EEXIST)
        return error_set(err,
                         "%s has a deck of the name %s; give the new one "
                         "another name",
                         folder, name_of(path));
    if (reason == ENOSPC || reason == EDQUOT)
        return error_set(err, "The disk is full: %s was not copied",
                         name_of(path));
    return error_set(err, "%s cannot be copied to %s: %s", path, folder,
                     strerror(reason));
}

/* A pipe or device is not waited for. */
static int open_deck(const char *path, struct error *err)
{
    struct stat about;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file < 0 || fstat(file, &about) != 0) {
        error_set(err, "%s cannot be read: %s", path, strerror(errno));
    } else if (!S_ISREG(about.st_mode)) {
        error_set(err, "%s is no file", path);
    } else if (about.st_size > DECK_FILE_MAX) {
        error_set(err, "%s is larger than %d MB; cut it into several decks",
                  path, DECK_FILE_MAX / 1024 / 1024);
    } else {
        return file;
    }
    if (file >= 0)
        close(file);
    return -1;
}

static bool make_folder(const char *path)
{
    char part[PATH_MAX];
    size_t length = strlen(path);
    if (length >= sizeof part) {
        errno = ENAMETOOLONG;
        return false;
    }
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

static bool write_all(int to, const char *bytes, size_t count)
{
    while (count > 0) {
        ssize_t put = write(to, bytes, count);
        if (put < 0 && errno != EINTR)
            return false;
        bytes += put > 0 ? put : 0;
        count -= put > 0 ? (size_t)put : 0;
    }
    return true;
}

static bool copy_bytes(int from, int to)
{
    char bytes[1 << 16];
    ssize_t all = 0;
    for (;;) {
        ssize_t got = read(from, bytes, sizeof bytes);
        if (got < 0 && errno == EINTR)
            continue;
        all += got > 0 ? got : 0;
        if (all > DECK_FILE_MAX) /* it grows while it is read */
            errno = EFBIG;
        if (got < 0 || all > DECK_FILE_MAX)
            return false;
        if (got == 0)
            return fsync(to) == 0;
        if (!write_all(to, bytes, (size_t)got))
            return false;
    }
}

/* Under a hidden name first, which the deck reader passes over; the link fails
 * where there is something of the last name. */
static bool copy_to(int from, const char *fresh, const char *target)
{
    unlink(fresh);
    int to = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (to < 0)
        return false;
    bool good = copy_bytes(from, to);
    int reason = errno;
    close(to);
    errno = reason;
    good = good && link(fresh, target) == 0;
    reason = errno;
    unlink(fresh);
    errno = reason;
    return good;
}

bool deck_add(const char *path, const char *folder, struct error *err)
{
    char target[PATH_MAX];
    char fresh[PATH_MAX];
    const char *name = name_of(path);
    if (!is_deck_name(name))
        return error_set(err, "%s is no deck: the name of one ends in .ini",
                         name);
    int most = snprintf(fresh, sizeof fresh, "%s/.%s.new", folder, name);
    snprintf(target, sizeof target, "%s/%s", folder, name);
    if (most < 0 || most >= (int)sizeof fresh)
        return error_set(err, "The path of %s is too long", name);
    int from = open_deck(path, err);
    if (from < 0)
        return false;
    bool good = (make_folder(folder) && copy_to(from, fresh, target)) ||
                failed(path, folder, err);
    close(from);
    return good;
}
