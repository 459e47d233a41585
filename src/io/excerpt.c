#include "io/excerpt.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "deck_lines.h"
#include "io/deck_file.h"

enum {
    AROUND = EXCERPT_LINES / 2,
    HELD_MAX = 4 * DECK_FILE_MAX, /* the file, and what it is decoded to */
};

static const char too_long[] = " [the line goes on]";

/* False with errno; a pipe or a folder is no deck. */
static bool read_bytes(int file, struct arena *arena, char **bytes,
                       size_t *length)
{
    struct stat about;
    if (fstat(file, &about) != 0)
        return false;
    errno = EINVAL;
    if (!S_ISREG(about.st_mode) || about.st_size > DECK_FILE_MAX)
        return false;
    size_t size = (size_t)about.st_size;
    *bytes = arena_alloc(arena, size + 1);
    *length = 0;
    while (*length < size) {
        ssize_t got = read(file, *bytes + *length, size - *length);
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

static bool read_file(const char *path, struct arena *arena, char **bytes,
                      size_t *length, struct error *err)
{
    int file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    bool good = file >= 0 && read_bytes(file, arena, bytes, length);
    int why = errno;
    if (file >= 0)
        close(file);
    return good ||
           error_set(err, "%s cannot be read again: %s", path, strerror(why));
}

/* Bytes of the line at `at`, and of what ends it. */
static size_t line_bytes(const char *at, const char *end, size_t *ending)
{
    const char *stop = at;
    while (stop < end && *stop != '\n' && *stop != '\r')
        stop++;
    *ending = stop < end;
    if (stop + 1 < end && stop[0] == '\r' && stop[1] == '\n')
        *ending = 2;
    return (size_t)(stop - at);
}

/* Whole characters of it that fit. */
static size_t fitting(const char *text, size_t most)
{
    size_t used = 0;
    for (size_t step; (step = text_next(text + used)) > 0; used += step)
        if (used + step > most)
            break;
    return used;
}

static void put_line(struct arena *arena, int number, const char *bytes,
                     size_t length, char *out, size_t size)
{
    size_t used = strlen(out);
    bool cut = length > EXCERPT_LINE_MAX;
    if (cut)
        length = EXCERPT_LINE_MAX;
    while (cut && length > 0 && ((unsigned char)bytes[length] & 0xc0) == 0x80)
        length--;
    const char *text =
        text_visible(arena, text_mended(arena, bytes, length, NULL));
    size_t fits = fitting(text, EXCERPT_LINE_MAX);
    cut = cut || text[fits];
    snprintf(out + used, size - used, "%d %.*s%s\n", number, (int)fits, text,
             cut ? too_long : "");
}

bool excerpt_read(const char *path, int line, char *out, size_t size,
                  struct error *err)
{
    struct arena arena;
    char *bytes = NULL;
    size_t length = 0;
    out[0] = '\0';
    arena_init(&arena, HELD_MAX);
    bool good = read_file(path, &arena, &bytes, &length, err);
    const char *at = good ? deck_decoded(&arena, bytes, &length) : NULL;
    const char *end = at ? at + length : NULL;
    for (int number = 1; at < end && number <= line + AROUND; number++) {
        size_t ending;
        size_t own = line_bytes(at, end, &ending);
        if (number >= line - AROUND)
            put_line(&arena, number, at, own, out, size);
        at += own + ending;
        if (at == end && number < line)
            out[0] = '\0';
    }
    arena_release(&arena);
    return good;
}
