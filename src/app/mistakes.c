/* The page of mistakes: what is counted, and the source of a deck. */
#include "app/mistakes.h"

#include "knowledge/mend.h"

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
    MEND_GAP = 14, /* between the struck word and the mended one */
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

static void strike_at(struct pen *pen, int x, int w, struct rect row)
{
    struct draw *item =
        draw_add(pen->list, DRAW_STRIKE,
                 (struct rect){x - pen_px(pen, 2),
                               row.y + (line_h(pen) - pen_px(pen, 24)) / 2,
                               w + pen_px(pen, 4), pen_px(pen, 24)},
                 TOKEN_WRONG);
    item->line = pen_px(pen, 1);
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
    strike_at(pen, x + before,
              pen_width(pen, style, arena_copy(arena, bad, length)), row);
}

/* The bad line cut at the word that is struck out. */
struct cut {
    const char *before;
    const char *struck;
    const char *mended;
    const char *behind;
};

/* False where there is no mend, or the line is not as it was read. */
static bool cut_line(struct pen *pen, const struct source_line *line,
                     struct cut *cut)
{
    size_t at;
    struct arena *arena = pen->list->arena;
    const struct problem *problem = app_problem(pen->app);
    if (line->number != problem->line || !problem->mended ||
        !mend_find(problem, line->text, strlen(line->text), &at))
        return false;
    *cut = (struct cut){arena_copy(arena, line->text, at), problem->struck,
                        problem->mended,
                        line->text + at + strlen(problem->struck)};
    return true;
}

static int cut_width(struct pen *pen, const struct cut *cut)
{
    const struct style style = STYLE_MONO;
    int gaps = pen_px(pen, MEND_GAP) * (*cut->behind ? 2 : 1);
    return pen_width(pen, style, cut->before) +
           pen_width(pen, style, cut->struck) +
           pen_width(pen, style, cut->mended) +
           pen_width(pen, style, cut->behind) + gaps;
}

/* A word of the source; returns where it ends. */
static int word(struct pen *pen, const char *text, enum token color, int x,
                struct rect row)
{
    struct style style = style_colored(STYLE_MONO, color);
    int w = pen_width(pen, style, text);
    pen_text_in(pen, style, text, (struct rect){x, row.y, w, line_h(pen)},
                ALIGN_LEFT);
    return x + w;
}

static int mended_word(struct pen *pen, const char *text, int x,
                       struct rect row)
{
    int end = word(pen, text, TOKEN_RIGHT, x, row);
    int y = row.y + (line_h(pen) + pen_px(pen, 24)) / 2 - pen_px(pen, 2);
    pen_fill(pen, (struct rect){x, y, end - x, pen_px(pen, 2)}, TOKEN_RIGHT);
    return end;
}

/* The struck word, and the right one beside it as a clerk amends a text. */
static void draw_mend(struct pen *pen, const struct cut *cut, int x,
                      struct rect row)
{
    int gap = pen_px(pen, MEND_GAP);
    int from = word(pen, cut->before, TOKEN_INK, x, row);
    int to = word(pen, cut->struck, TOKEN_INK, from, row);
    strike_at(pen, from, to - from, row);
    int end = mended_word(pen, cut->mended, to + gap, row);
    if (*cut->behind)
        word(pen, cut->behind, TOKEN_INK, end + gap, row);
}

static int text_width(const struct pen *pen, int w)
{
    return w - pen_px(pen, TEXT_X + 16);
}

/* Lines that the text of one takes, and those that its mend takes below it. */
static int lines_of(struct pen *pen, const struct source_line *line, int w,
                    int *below)
{
    struct cut cut;
    *below = 0;
    if (cut_line(pen, line, &cut)) {
        if (cut_width(pen, &cut) <= text_width(pen, w))
            return 1;
        *below =
            pen_lines(pen, STYLE_MONO, cut.mended, text_width(pen, w), false)
                .count;
    }
    return pen_lines(pen, STYLE_MONO, line->text, text_width(pen, w), false)
        .count;
}

static void draw_below(struct pen *pen, const struct source_line *line, int x,
                       struct rect row, int lines)
{
    struct cut cut;
    if (!cut_line(pen, line, &cut))
        return;
    struct text_lines mended =
        pen_lines(pen, STYLE_MONO, cut.mended, text_width(pen, row.w), false);
    for (int i = 0; i < mended.count; i++) {
        struct rect at = row;
        at.y += (lines + i) * pen_px(pen, MORE_H);
        mended_word(pen, mended.lines[i].text, x, at);
    }
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
    struct cut cut;
    int below;
    lines_of(pen, &line, row.w, &below);
    if (below == 0 && cut_line(pen, &line, &cut)) {
        draw_mend(pen, &cut, x, row);
        return;
    }
    struct text_lines lines =
        pen_lines(pen, style, line.text, text_width(pen, row.w), false);
    for (int i = 0; i < lines.count; i++)
        pen_text_in(pen, style, lines.lines[i].text,
                    (struct rect){x, row.y + i * pen_px(pen, MORE_H),
                                  lines.lines[i].width, line_h(pen)},
                    ALIGN_LEFT);
    if (bad && lines.count == 1)
        strike(pen, style, line.text, x, row);
    if (below > 0)
        draw_below(pen, &line, x, row, lines.count);
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
    if (!line_at(pen, 0, &line))
        return;
    flow_own(flow, pen_px(pen, PAD_TOP), draw_pad, 0, none);
    for (int n = 0; line_at(pen, n, &line); n++) {
        int below;
        int count = lines_of(pen, &line, flow->w, &below);
        count += below;
        int more = count > 1 ? (count - 1) * pen_px(pen, MORE_H) : 0;
        flow_own(flow, line_h(pen) + more, draw_line, n, none);
    }
    flow_own(flow, pen_px(pen, PAD_BOTTOM + 1), draw_pad, 1, none);
}
