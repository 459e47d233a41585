#include "io/deck_bytes.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

static bool begins_with(const char *bytes, size_t length, const char *mark,
                        size_t mark_length)
{
    return length >= mark_length && memcmp(bytes, mark, mark_length) == 0;
}

/* Takes the byte order mark away, and with it UTF-16. */
static const char *decode(const char *bytes, size_t *length,
                          struct arena *arena)
{
    if (begins_with(bytes, *length, "\xef\xbb\xbf", 3)) {
        *length -= 3;
        return bytes + 3;
    }
    bool little = begins_with(bytes, *length, "\xff\xfe", 2);
    if (little || begins_with(bytes, *length, "\xfe\xff", 2))
        return text_from_utf16(arena, bytes + 2, *length - 2, little, length);
    return bytes;
}

static bool needs_care(const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)line[i];
        if ((c < 0x20 && c != '\t') || c >= 0x7f)
            return true;
    }
    return false;
}

struct cleaning {
    const char *shown;
    struct arena *arena;
    struct problems *problems;
    bool told_bytes;
    bool told_unseen;
};

static void tell(struct cleaning *c, bool *told, int line, const char *remedy,
                 const char *message)
{
    if (*told)
        return;
    *told = true;
    problems_add(c->problems, PROBLEM_WARNING, c->shown, line, "text", remedy,
                 "%s", message);
}

/* One line with NUL bytes, ill-formed bytes and unseen characters replaced. */
static const char *clean_line(struct cleaning *c, const char *line,
                              size_t *length, int number)
{
    size_t bad = 0;
    if (!needs_care(line, *length))
        return line;
    bool has_nul = memchr(line, 0, *length) != NULL;
    const char *mended = line;
    if (has_nul || !text_is_utf8(line, *length))
        mended = text_mended(c->arena, line, *length, &bad);
    else
        mended = arena_copy(c->arena, line, *length);
    const char *visible = text_visible(c->arena, mended);
    if (bad)
        tell(c, &c->told_bytes, number, "save the file as UTF-8",
             "this line has bytes that are not UTF-8, shown as \xef\xbf\xbd");
    if (has_nul || visible != mended)
        tell(c, &c->told_unseen, number, "delete them, or type them anew",
             "this line has control characters, shown by visible marks");
    *length = strlen(visible);
    return visible;
}

static bool is_clean(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c >= 0x7f)
            return false;
    }
    return true;
}

const char *deck_bytes_clean(const char *bytes, size_t *length,
                             const char *shown, struct arena *arena,
                             struct problems *problems)
{
    const char *text = decode(bytes, length, arena);
    if (is_clean(text, *length))
        return text;
    struct cleaning cleaning = {shown, arena, problems, false, false};
    char *out = NULL;
    size_t used = 0;
    size_t capacity = 0;
    const char *end = text + *length;
    int number = 1;
    for (const char *p = text; p < end;) {
        const char *stop = p;
        while (stop < end && *stop != '\n' && *stop != '\r')
            stop++;
        size_t size = (size_t)(stop - p);
        const char *line = clean_line(&cleaning, p, &size, number++);
        out = arena_grow(arena, out, used, used + size + 1, &capacity, 1);
        memcpy(out + used, line, size);
        used += size;
        out[used++] = '\n';
        if (stop < end && *stop == '\r' && stop + 1 < end && stop[1] == '\n')
            stop++;
        p = stop + 1;
    }
    *length = used;
    return out ? out : "";
}
