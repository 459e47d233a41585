#include "io/deck_mend.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/random.h"
#include "base/text.h"
#include "io/deck_file.h"

enum { HELD_MAX = 4 * DECK_FILE_MAX };

/* A file as it is, and where one of its lines stands. */
struct paper {
    char path[PATH_MAX]; /* what a link points to */
    struct arena arena;
    struct stat about;
    char *bytes;
    size_t length;
    size_t at;
    size_t line_length;
};

static bool take_bytes(int file, struct paper *paper)
{
    size_t size = (size_t)paper->about.st_size;
    paper->bytes = arena_alloc(&paper->arena, size + 1);
    while (paper->length < size) {
        ssize_t got =
            read(file, paper->bytes + paper->length, size - paper->length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        paper->length += (size_t)got;
    }
    return true;
}

/* False with errno; a pipe is not waited for. */
static bool read_paper(struct paper *paper, const char *path)
{
    memset(paper, 0, sizeof *paper);
    arena_init(&paper->arena, HELD_MAX);
    if (!realpath(path, paper->path))
        return false;
    int file = open(paper->path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file < 0)
        return false;
    bool good = fstat(file, &paper->about) == 0;
    if (good && (!S_ISREG(paper->about.st_mode) ||
                 paper->about.st_size > DECK_FILE_MAX)) {
        errno = EINVAL;
        good = false;
    }
    good = good && take_bytes(file, paper);
    int why = errno;
    close(file);
    errno = why;
    return good;
}

static bool is_utf16(const struct paper *paper)
{
    return paper->length >= 2 && (memcmp(paper->bytes, "\xff\xfe", 2) == 0 ||
                                  memcmp(paper->bytes, "\xfe\xff", 2) == 0);
}

/* Lines are counted as the reader of decks counts them. */
static bool find_line(struct paper *paper, int line)
{
    bool has_mark =
        paper->length >= 3 && memcmp(paper->bytes, "\xef\xbb\xbf", 3) == 0;
    size_t at = has_mark ? 3 : 0;
    if (is_utf16(paper))
        return false;
    for (int number = 1; at < paper->length; number++) {
        size_t end = at;
        while (end < paper->length && paper->bytes[end] != '\n' &&
               paper->bytes[end] != '\r')
            end++;
        if (number == line) {
            paper->at = at;
            paper->line_length = end - at;
            return true;
        }
        bool is_pair = end + 1 < paper->length && paper->bytes[end] == '\r' &&
                       paper->bytes[end + 1] == '\n';
        at = end + (is_pair ? 2 : 1);
    }
    return false;
}

char *deck_line_read(const char *path, int line, struct arena *arena)
{
    struct paper paper;
    char *text = NULL;
    if (read_paper(&paper, path) && find_line(&paper, line) &&
        text_is_utf8(paper.bytes + paper.at, paper.line_length) &&
        !memchr(paper.bytes + paper.at, '\0', paper.line_length))
        text = arena_copy(arena, paper.bytes + paper.at, paper.line_length);
    arena_release(&paper.arena);
    return text;
}

static bool write_all(int to, const char *bytes, size_t count)
{
    while (count > 0) {
        ssize_t wrote = write(to, bytes, count);
        if (wrote < 0 && errno != EINTR)
            return false;
        bytes += wrote > 0 ? wrote : 0;
        count -= wrote > 0 ? (size_t)wrote : 0;
    }
    return true;
}

/* Three parts, one behind the other. */
struct part {
    const char *bytes;
    size_t length;
};

static bool fill(int file, const struct paper *paper,
                 const struct part parts[3])
{
    for (int i = 0; i < 3; i++)
        if (!write_all(file, parts[i].bytes, parts[i].length))
            return false;
    /* whose it is cannot be kept by everyone; the mode can */
    if (fchown(file, paper->about.st_uid, paper->about.st_gid) != 0)
        errno = 0;
    return fchmod(file, paper->about.st_mode & 07777) == 0 && fsync(file) == 0;
}

static void sync_folder(const char *path)
{
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", path);
    char *stroke = strrchr(folder, '/');
    if (!stroke)
        return;
    stroke[stroke == folder] = '\0';
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return;
    fsync(file);
    close(file);
}

/* Under a hidden name beside it first; false with errno. */
static bool put(const struct paper *paper, const char *path,
                const struct part parts[3])
{
    char fresh[PATH_MAX + 16];
    const char *name = strrchr(path, '/') + 1;
    snprintf(fresh, sizeof fresh, "%.*s.%s.XXXXXX", (int)(name - path), path,
             name);
    int file = mkostemp(fresh, O_CLOEXEC);
    if (file < 0)
        return false;
    bool good = fill(file, paper, parts);
    int why = errno;
    if (close(file) != 0 && good) {
        why = errno;
        good = false;
    }
    if (good && rename(fresh, path) != 0) {
        why = errno;
        good = false;
    }
    if (!good)
        unlink(fresh);
    errno = why;
    return good;
}

static bool keep_former(const struct paper *paper)
{
    char former[PATH_MAX];
    const struct part parts[3] = {{paper->bytes, paper->length}};
    int length = snprintf(former, sizeof former, "%s~", paper->path);
    if (length >= (int)sizeof former) {
        errno = ENAMETOOLONG;
        return false;
    }
    return put(paper, former, parts);
}

static bool put_line(const struct paper *paper, const char *to)
{
    size_t end = paper->at + paper->line_length;
    const struct part parts[3] = {
        {paper->bytes, paper->at},
        {to, strlen(to)},
        {paper->bytes + end, paper->length - end},
    };
    return put(paper, paper->path, parts);
}

static bool failed(const char *path, int why, struct error *err)
{
    if (why == ENOSPC || why == EDQUOT)
        return error_set(err,
                         "The disk is full: %s stays as it was; free some "
                         "space and mend it again",
                         path);
    if (why == EACCES || why == EPERM || why == EROFS)
        return error_set(err,
                         "%s may only be read: copy it to the folder of your "
                         "decks, or allow writing there",
                         path);
    return error_set(err, "%s cannot be written: %s", path, strerror(why));
}

/* The file may not be written although its folder may: then it stays. */
static bool may_write(const struct paper *paper)
{
    return faccessat(AT_FDCWD, paper->path, W_OK, AT_EACCESS) == 0;
}

static bool write_paper(struct paper *paper, const char *path, const char *from,
                        const char *to, bool keeps_former, struct error *err)
{
    if (paper->line_length != strlen(from) ||
        memcmp(paper->bytes + paper->at, from, paper->line_length) != 0)
        return error_set(err,
                         "%s has changed since it was read; read the decks "
                         "again with F5",
                         path);
    if (!may_write(paper) || (keeps_former && !keep_former(paper)) ||
        !put_line(paper, to))
        return failed(path, errno, err);
    sync_folder(paper->path);
    return true;
}

bool deck_line_write(const char *path, int line, const char *from,
                     const char *to, bool keeps_former, struct error *err)
{
    struct paper paper;
    bool good = false;
    if (!read_paper(&paper, path))
        error_set(err, "%s cannot be read again: %s", path, strerror(errno));
    else if (is_utf16(&paper))
        error_set(err, "%s is not UTF-8; save it as UTF-8 and mend it again",
                  path);
    else if (!find_line(&paper, line))
        error_set(err,
                  "%s has changed since it was read; read the decks again "
                  "with F5",
                  path);
    else
        good = write_paper(&paper, path, from, to, keeps_former, err);
    arena_release(&paper.arena);
    return good;
}

uint64_t deck_file_seen(const char *path)
{
    struct stat about;
    if (stat(path, &about) != 0)
        return 0;
    uint64_t hash = hash_number(1, (uint64_t)about.st_mtim.tv_sec);
    hash = hash_number(hash, (uint64_t)about.st_mtim.tv_nsec);
    hash = hash_number(hash, (uint64_t)about.st_ino);
    return hash_number(hash, (uint64_t)about.st_size);
}
