#include "app/wrap.h"

#include <string.h>

#include "base/text.h"

/* A text being cut: where lines may end, and the lines so far. */
struct cutting {
    const struct text_metrics *metrics;
    struct text_style style;
    const char *text;
    size_t length;
    const unsigned char *breaks;
    int width;
    struct arena *arena;
    struct text_lines lines;
    size_t capacity;
};

static int width_of(const struct cutting *c, size_t from, size_t to)
{
    while (to > from && c->text[to - 1] == ' ')
        to--;
    if (to == from)
        return 0;
    return c->metrics->width(c->metrics->self, c->style.face, c->style.size,
                             c->style.lang, c->text + from, to - from);
}

static void add_line(struct cutting *c, size_t from, size_t to)
{
    size_t end = to;
    while (end > from && (c->text[end - 1] == ' ' || c->text[end - 1] == '\n'))
        end--;
    c->lines.lines = arena_grow(
        c->arena, c->lines.lines, (size_t)c->lines.count,
        (size_t)c->lines.count + 1, &c->capacity, sizeof *c->lines.lines);
    c->lines.lines[c->lines.count++] =
        (struct text_line){arena_copy(c->arena, c->text + from, end - from),
                           width_of(c, from, end)};
}

static size_t next_break(const struct cutting *c, size_t from)
{
    for (size_t i = from + 1; i < c->length; i++)
        if (c->breaks[i] != TEXT_NO_BREAK)
            return i;
    return c->length;
}

/* A word longer than the line: as many characters as fit, at least one. */
static size_t cut_word(const struct cutting *c, size_t from, size_t to)
{
    size_t at = from + text_next(c->text + from);
    while (at < to) {
        size_t more = at + text_next(c->text + at);
        if (more > to || width_of(c, from, more) > c->width)
            break;
        at = more;
    }
    return at;
}

/* The end of the line that begins at `from`. Whole candidates are measured,
 * since widths of parts do not add up to the pixel; a line holds few. */
static size_t line_end(const struct cutting *c, size_t from)
{
    size_t end = from;
    while (end < c->length) {
        size_t next = next_break(c, end);
        if (width_of(c, from, next) > c->width)
            return end > from ? end : cut_word(c, from, next);
        end = next;
        if (end < c->length && c->breaks[end] == TEXT_MUST_BREAK)
            break;
    }
    return end;
}

static struct text_lines cut(struct cutting *c, int width)
{
    c->width = width > 0 ? width : 1;
    c->lines = (struct text_lines){NULL, 0};
    c->capacity = 0;
    for (size_t from = 0; from < c->length;) {
        size_t to = line_end(c, from);
        add_line(c, from, to);
        from = to;
    }
    return c->lines;
}

static struct cutting prepare(const struct text_metrics *metrics,
                              struct text_style style, const char *text,
                              struct arena *arena)
{
    struct cutting c = {.metrics = metrics,
                        .style = style,
                        .text = text,
                        .length = strlen(text),
                        .arena = arena};
    unsigned char *breaks = arena_alloc(arena, c.length + 1);
    text_line_breaks(text, c.length, breaks);
    c.breaks = breaks;
    return c;
}

struct text_lines wrap_text(const struct text_metrics *metrics,
                            struct text_style style, const char *text,
                            int width, struct arena *arena)
{
    struct cutting c = prepare(metrics, style, text, arena);
    return cut(&c, width);
}

static int widest(const struct text_lines *lines)
{
    int most = 0;
    for (int i = 0; i < lines->count; i++)
        if (lines->lines[i].width > most)
            most = lines->lines[i].width;
    return most;
}

struct text_lines wrap_balanced(const struct text_metrics *metrics,
                                struct text_style style, const char *text,
                                int width, struct arena *arena)
{
    enum { LINES_MAX = 6 };
    struct cutting c = prepare(metrics, style, text, arena);
    struct text_lines best = cut(&c, width);
    if (best.count < 2 || best.count > LINES_MAX)
        return best;
    /* Bisect the narrowest width that keeps the number of lines. */
    int low = width / 2;
    int high = widest(&best);
    while (low < high) {
        int middle = low + (high - low) / 2;
        struct text_lines tried = cut(&c, middle);
        if (tried.count > best.count) {
            low = middle + 1;
        } else {
            best = tried;
            high = middle;
        }
    }
    return best;
}
