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
    size_t piece_from; /* the piece last walked over, between two breaks */
    size_t piece_to;
    int width;
    struct arena *arena;
    struct text_lines lines;
    size_t capacity;
};

static size_t trimmed(const struct cutting *c, size_t from, size_t to)
{
    while (to > from && c->text[to - 1] == ' ')
        to--;
    return to;
}

static int width_of(const struct cutting *c, size_t from, size_t to)
{
    to = trimmed(c, from, to);
    if (to == from)
        return 0;
    return c->metrics->width(c->metrics->self, c->style.face, c->style.size,
                             c->style.lang, c->text + from, to - from);
}

/* Text that is far too long is found out by its beginning, so that a line
 * costs what it holds and not what follows it. */
static bool fits(const struct cutting *c, size_t from, size_t to)
{
    enum { FIRST_LOOK = 256 };
    for (size_t look = FIRST_LOOK; look < to - from; look *= 2) {
        size_t end = from + look;
        while (((unsigned char)c->text[end] & 0xc0) == 0x80)
            end--;
        if (width_of(c, from, end) > c->width)
            return false;
    }
    return width_of(c, from, to) <= c->width;
}

static void add_line(struct cutting *c, size_t from, size_t to)
{
    size_t end = trimmed(c, from, to);
    c->lines.lines = arena_grow(
        c->arena, c->lines.lines, (size_t)c->lines.count,
        (size_t)c->lines.count + 1, &c->capacity, sizeof *c->lines.lines);
    c->lines.lines[c->lines.count++] =
        (struct text_line){arena_copy(c->arena, c->text + from, end - from),
                           width_of(c, from, end)};
}

/* A piece can be as long as the text, and many lines begin in it. */
static size_t next_break(struct cutting *c, size_t from)
{
    if (from < c->piece_from || from >= c->piece_to) {
        c->piece_from = from++;
        while (from < c->length && c->breaks[from] == TEXT_NO_BREAK)
            from++;
        c->piece_to = from;
    }
    return c->piece_to;
}

static bool ends_line(const struct cutting *c, size_t at)
{
    return at >= c->length || c->breaks[at] == TEXT_MUST_BREAK;
}

static size_t skip_breaks(struct cutting *c, size_t from, size_t count)
{
    do {
        from = next_break(c, from);
    } while (--count > 0 && !ends_line(c, from));
    return from;
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
    return at < to ? at : to;
}

/* The end of the line that begins at `from`. Whole candidates are measured,
 * since widths of parts do not add up to the pixel; steps double while they
 * fit and halve from the first that does not. */
static size_t line_end(struct cutting *c, size_t from)
{
    size_t end = from;
    bool growing = true;
    for (size_t step = 1; step > 0 && !ends_line(c, end);) {
        size_t next = skip_breaks(c, end, step);
        bool good = fits(c, from, next);
        growing = growing && good;
        end = good ? next : end;
        step = growing ? step * 2 : step / 2;
    }
    if (end > from || ends_line(c, from))
        return end;
    return cut_word(c, from, next_break(c, from));
}

static struct text_lines cut(struct cutting *c, int width)
{
    c->width = width > 0 ? width : 1;
    c->lines = (struct text_lines){NULL, 0};
    c->capacity = 0;
    c->piece_from = 0;
    c->piece_to = 0;
    for (size_t from = 0; from < c->length;) {
        size_t to = line_end(c, from);
        add_line(c, from, to);
        /* where a line must end stands the line feed that says so */
        if (to < c->length && c->breaks[to] == TEXT_MUST_BREAK)
            to += text_next(c->text + to);
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

/* The widest word that need not be cut, so that none is cut for balance. */
static int widest_piece(struct cutting *c, int width)
{
    int most = 0;
    for (size_t from = 0; from < c->length; from = c->piece_to) {
        int w = width_of(c, from, next_break(c, from));
        if (w > most && w <= width)
            most = w;
    }
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
    int low = widest_piece(&c, width);
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
