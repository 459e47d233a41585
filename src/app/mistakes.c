/* The page of mistakes: what is counted, and the source of a deck. */
#include "app/mistakes.h"

#include <stdlib.h>
#include <string.h>

enum {
    NUMBER_RIGHT = 48, /* logical px where a line's number ends */
    TEXT_X = 68,
    LINE_H = 36,
    LOW_LINE_H = 26,
    MORE_H = 24, /* of each line more that a long one takes */
    PAD_TOP = 14,
    PAD_BOTTOM = 10,
};

/* Closer where there is little room, so that the bad line is seen at once. */
static int line_h(const struct pen *pen)
{
    bool low = pen->app->height < pen_px(pen, 700);
    return pen_px(pen, low ? LOW_LINE_H : LINE_H);
}

/* Where one line of the excerpt stands in it. */
struct source_line {
    int number;
    const char *text;
};

static bool is_first_of_its_file(const struct problems *problems, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (strcmp(problems->list[i].file, problems->list[at].file) == 0)
            return false;
    return true;
}

int mistakes_files(const struct app *app)
{
    int count = 0;
    for (size_t i = 0; i < app->problems->count; i++)
        count += is_first_of_its_file(app->problems, i);
    return count;
}

int mistakes_sound_decks(const struct app *app)
{
    int sound = 0;
    for (size_t i = 0; i < app->knowledge->deck_count; i++) {
        bool named = false;
        for (size_t j = 0; j < app->problems->count && !named; j++)
            named = strcmp(app->problems->list[j].file,
                           app->knowledge->decks[i]->file) == 0;
        sound += !named;
    }
    return sound;
}

/* The n-th line of the excerpt; false past the last. */
static bool line_at(struct pen *pen, int n, struct source_line *line)
{
    const char *at = pen->app->excerpt;
    for (; n > 0 && *at; n--) {
        at += strcspn(at, "\n");
        at += *at == '\n';
    }
    if (!*at)
        return false;
    char *text;
    line->number = (int)strtol(at, &text, 10);
    text += *text == ' ';
    line->text = arena_copy(pen->list->arena, text, strcspn(text, "\n"));
    return true;
}

/* The longest of what the message quotes that stands in the line. */
static const char *quoted(struct pen *pen, const char *line, size_t *length)
{
    const char *found = NULL;
    *length = 0;
    for (const char *at = app_problem(pen->app)->message;
         (at = strchr(at, '"')) != NULL;) {
        const char *end = strchr(++at, '"');
        if (!end)
            break;
        const char *part = arena_copy(pen->list->arena, at, (size_t)(end - at));
        const char *here = *part ? strstr(line, part) : NULL;
        if (here && strlen(part) > *length) {
            found = here;
            *length = strlen(part);
        }
        at = end + 1;
    }
    return found;
}

static void strike(struct pen *pen, struct style style, const char *line, int x,
                   struct rect row)
{
    size_t length;
    const char *bad = quoted(pen, line, &length);
    struct arena *arena = pen->list->arena;
    if (!bad)
        return;
    int before =
        pen_width(pen, style, arena_copy(arena, line, (size_t)(bad - line)));
    int w = pen_width(pen, style, arena_copy(arena, bad, length));
    struct draw *item =
        draw_add(pen->list, DRAW_STRIKE,
                 (struct rect){x + before - pen_px(pen, 2),
                               row.y + (line_h(pen) - pen_px(pen, 24)) / 2,
                               w + pen_px(pen, 4), pen_px(pen, 24)},
                 TOKEN_WRONG);
    item->line = pen_px(pen, 1);
}

static void mark_bad(struct pen *pen, struct rect row)
{
    pen_fill(pen, row, TOKEN_WRONG_WASH);
    pen_fill(pen, (struct rect){row.x, row.y, pen_px(pen, 4), row.h},
             TOKEN_WRONG);
}

static void draw_number(struct pen *pen, struct rect row, int number, bool bad)
{
    struct style style =
        style_colored(STYLE_MONO, bad ? TOKEN_INK : TOKEN_INK2);
    if (bad)
        style.face = FACE_SANS_BOLD;
    pen_text_in(
        pen, style, arena_printf(pen->list->arena, "%d", number),
        (struct rect){row.x, row.y, pen_px(pen, NUMBER_RIGHT), line_h(pen)},
        ALIGN_RIGHT);
}

static void draw_line(struct pen *pen, struct rect row, int n)
{
    struct source_line line;
    struct style style = STYLE_MONO;
    if (!line_at(pen, n, &line))
        return;
    bool bad = line.number == app_problem(pen->app)->line;
    int x = row.x + pen_px(pen, TEXT_X);
    pen_fill(pen, row, TOKEN_WASH);
    if (bad)
        mark_bad(pen, row);
    draw_number(pen, row, line.number, bad);
    struct text_lines lines = pen_lines(
        pen, style, line.text, row.w - pen_px(pen, TEXT_X + 16), false);
    for (int i = 0; i < lines.count; i++)
        pen_text_in(pen, style, lines.lines[i].text,
                    (struct rect){x, row.y + i * pen_px(pen, MORE_H),
                                  lines.lines[i].width, line_h(pen)},
                    ALIGN_LEFT);
    if (bad && lines.count == 1)
        strike(pen, style, line.text, x, row);
}

static void draw_pad(struct pen *pen, struct rect row, int last)
{
    pen_fill(pen, row, TOKEN_WASH);
    if (last)
        pen_fill(pen,
                 (struct rect){row.x, row.y + row.h - pen_px(pen, 1), row.w,
                               pen_px(pen, 1)},
                 TOKEN_RULE);
}

void mistakes_source(struct pen *pen, struct flow *flow)
{
    struct source_line line;
    struct control none = control_of(MSG_NONE, 0);
    int w = flow->w - pen_px(pen, TEXT_X + 16);
    if (!line_at(pen, 0, &line))
        return;
    flow_own(flow, pen_px(pen, PAD_TOP), draw_pad, 0, none);
    for (int n = 0; line_at(pen, n, &line); n++) {
        int count = pen_lines(pen, STYLE_MONO, line.text, w, false).count;
        int more = count > 1 ? (count - 1) * pen_px(pen, MORE_H) : 0;
        flow_own(flow, line_h(pen) + more, draw_line, n, none);
    }
    flow_own(flow, pen_px(pen, PAD_BOTTOM + 1), draw_pad, 1, none);
}
