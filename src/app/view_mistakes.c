/* What is wrong with the decks, one mistake at a time: where it stands, what is
 * wrong, how it is mended. */
#include <string.h>

#include "app/flow.h"
#include "app/mistakes.h"
#include "app/words.h"

enum { BUTTON_H = 48, BUTTONS_MAX = 4, PAGE_MOST_H = 860 };

static const struct style page_title = {FACE_DISPLAY, 44, 52, TOKEN_INK};
static const struct style page_title_small = {FACE_DISPLAY, 28, 34, TOKEN_INK};

/* "in_force" is no field ...: the source below shows what it is about. */
static const char *without_subject(const char *message)
{
    static const char *const verbs[] = {"is a ", "is an ", "is no ", "is the "};
    const char *end = message[0] == '"' ? strchr(message + 1, '"') : NULL;
    if (!end || end[1] != ' ')
        return message;
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
        if (strncmp(end + 2, verbs[i], strlen(verbs[i])) == 0)
            return end + 2 + strlen("is ");
    return message;
}

static const char *title_of(struct pen *pen, const struct problem *problem)
{
    struct arena *arena = pen->list->arena;
    const char *message =
        arena_copy(arena, problem->message, strcspn(problem->message, ";"));
    if (problem->line <= 0)
        return words_capital(arena, message);
    return arena_printf(arena, "Line %d: %s", problem->line,
                        without_subject(message));
}

static const char *sentence(struct pen *pen, const char *text)
{
    return arena_printf(pen->list->arena, "%s.",
                        words_capital(pen->list->arena, text));
}

/* "2 mistakes, 1 warning in 2 decks" */
static const char *counts(struct pen *pen)
{
    const struct problems *problems = pen->app->problems;
    struct arena *arena = pen->list->arena;
    const char *errors =
        words_count(arena, (int64_t)problems->errors, "mistake", "mistakes");
    const char *warnings =
        words_count(arena, (int64_t)problems->warnings, "warning", "warnings");
    const char *files =
        words_count(arena, mistakes_files(pen->app), "deck", "decks");
    if (problems->errors == 0)
        return arena_printf(arena, "%s in %s", warnings, files);
    if (problems->warnings == 0)
        return arena_printf(arena, "%s in %s", errors, files);
    return arena_printf(arena, "%s, %s in %s", errors, warnings, files);
}

/* A step to the mistake before or after, with its key; returns its left. */
static int step(struct pen *pen, const char *key, int right, int y, int by)
{
    int pad = pen_px(pen, 7);
    int w = pen_keycap_width(pen, key);
    int h = pen_px(pen, 22);
    pen_control(
        pen, (struct rect){right - w - pad, y - pad, w + 2 * pad, h + 2 * pad},
        pen_px(pen, 4), control_of(MSG_PROBLEM, by));
    pen_keycap(pen, key, right, y, true, TOKEN_INK2, TOKEN_PAPER);
    return right - w - 2 * pad;
}

static void place_among(struct pen *pen, struct rect row)
{
    const struct app *app = pen->app;
    int count = (int)app->problems->count;
    int right = row.x + row.w;
    if (count < 2)
        return;
    if (app->problem + 1 < count)
        right = step(pen, "Page Down", right, row.y, 1);
    if (app->problem > 0)
        right = step(pen, "Page Up", right, row.y, -1);
    pen_text_in(
        pen, STYLE_BODY,
        arena_printf(pen->list->arena, "%d of %d", app->problem + 1, count),
        (struct rect){row.x, row.y, right - row.x, row.h}, ALIGN_RIGHT);
}

static void draw_head(struct pen *pen, struct rect row, int number)
{
    const struct problem *problem = app_problem(pen->app);
    enum token color =
        problem->severity == PROBLEM_ERROR ? TOKEN_WRONG : TOKEN_HARD;
    struct style bold = style_colored(STYLE_BODY_BOLD, color);
    (void)number;
    row.h = pen_px(pen, 24);
    pen_icon(pen, ICON_WARNING, row.x, row.y, 24, color);
    pen_text_in(pen, bold, counts(pen),
                (struct rect){row.x + pen_px(pen, 36), row.y, row.w, row.h},
                ALIGN_LEFT);
    place_among(pen, row);
}

static void draw_oxford(struct pen *pen, struct rect row, int number)
{
    (void)number;
    pen_oxford(pen, row.x, row.y, row.w);
}

static const char *base_name(const char *file)
{
    const char *slash = strrchr(file, '/');
    return slash && slash[1] ? slash + 1 : file;
}

/* What else can be studied meanwhile. */
static const char *stays(struct pen *pen, const struct problem *problem)
{
    struct arena *arena = pen->list->arena;
    int others = mistakes_sound_decks(pen->app);
    bool left_out = problem->severity == PROBLEM_ERROR && problem->line == 0;
    const char *own = left_out ? "cannot be read."
                      : problem->severity == PROBLEM_ERROR
                          ? "is used without this line until you mend it."
                          : "is used as it is.";
    if (others == 0)
        return own;
    if (others == 1)
        return arena_printf(arena, "%s The other deck is ready.", own);
    return arena_printf(arena, "%s The other %s decks are ready.", own,
                        words_number(arena, others, false));
}

/* The file's name as the source has it, then the sentence about it. */
static void draw_file(struct pen *pen, struct rect row, int number)
{
    const struct problem *problem = app_problem(pen->app);
    struct style mono = style_sized(STYLE_MONO, 16, 24);
    const char *name = base_name(problem->file);
    int x = row.x + pen_text(pen, mono, name, row.x, row.y);
    struct style style = style_colored(STYLE_BODY, TOKEN_INK2);
    (void)number;
    pen_text(pen, style, stays(pen, problem), x + pen_px(pen, 5), row.y);
}

static void add_file(struct pen *pen, struct flow *flow,
                     const struct problem *problem)
{
    struct style mono = style_sized(STYLE_MONO, 16, 24);
    struct style style = style_colored(STYLE_BODY, TOKEN_INK2);
    const char *name = base_name(problem->file);
    const char *words = stays(pen, problem);
    int w = pen_width(pen, mono, name) + pen_px(pen, 5) +
            pen_width(pen, style, words);
    if (w <= flow->w) {
        flow_own(flow, pen_px(pen, 24), draw_file, 0, control_of(MSG_NONE, 0));
        return;
    }
    flow_text(pen, flow, mono, name, false);
    flow_text(pen, flow, style, words_capital(pen->list->arena, words), false);
}

/* What is wrong left, how to mend it right, or one below the other. */
static void column(struct pen *pen, struct flow *flow, const char *head,
                   const char *text)
{
    flow_text(pen, flow, STYLE_H3, head, false);
    flow_gap(flow, pen_px(pen, 4));
    flow_text(pen, flow, STYLE_BODY, text, false);
}

static const char *remedy_of(struct pen *pen, const struct problem *problem)
{
    return arena_printf(pen->list->arena,
                        "%s Then save the file; Pacta reads it again by "
                        "itself.",
                        sentence(pen, problem->remedy));
}

static int column_height(struct pen *pen, const char *text, int w)
{
    return pen_px(pen, STYLE_H3.line_height + 4) +
           pen_paragraph(pen, STYLE_BODY, text, 0, 0, w, false, false);
}

static void draw_columns(struct pen *pen, struct rect row, int number)
{
    const struct problem *problem = app_problem(pen->app);
    int gap = pen_px(pen, 32);
    int w = row.w / 2 - gap;
    int text = row.y + pen_px(pen, STYLE_H3.line_height + 4);
    int right = row.x + row.w / 2;
    (void)number;
    pen_text(pen, STYLE_H3, "What is wrong", row.x, row.y);
    pen_paragraph(pen, STYLE_BODY, sentence(pen, problem->message), row.x, text,
                  w, false, true);
    pen_fill(pen, (struct rect){right, row.y, pen_px(pen, 1), row.h},
             TOKEN_RULE);
    right += gap;
    pen_text(pen, STYLE_H3, "How to mend it", right, row.y);
    pen_paragraph(pen, STYLE_BODY, remedy_of(pen, problem), right, text, w,
                  false, true);
}

static void add_columns(struct pen *pen, struct flow *flow,
                        const struct problem *problem)
{
    const char *wrong = sentence(pen, problem->message);
    const char *remedy = remedy_of(pen, problem);
    int w = flow->w / 2 - pen_px(pen, 32);
    if (pen_width_that_counts(pen) < 760) {
        column(pen, flow, "What is wrong", wrong);
        flow_gap(flow, pen_px(pen, 16));
        column(pen, flow, "How to mend it", remedy);
        return;
    }
    int h = column_height(pen, wrong, w);
    int other = column_height(pen, remedy, w);
    flow_own(flow, h > other ? h : other, draw_columns, 0,
             control_of(MSG_NONE, 0));
}

/* From the left, the last one at the right end, on as many lines as it takes;
 * returns the height. With `draw` false it only measures. */
static int buttons(struct pen *pen, struct rect at, bool draw)
{
    const struct problem *problem = app_problem(pen->app);
    const char *open =
        problem->line > 0
            ? arena_printf(pen->list->arena, "Open line %d", problem->line)
            : "Open the file";
    const struct button all[BUTTONS_MAX] = {
        {BUTTON_MAIN, "Mend it for me", "M", control_of(MSG_MEND, 0), true,
         false},
        {BUTTON_PLAIN, open, "E", control_of(MSG_EDIT, 0), !problem->mended,
         false},
        {BUTTON_QUIET, "Read again", "F5", control_of(MSG_READ_DECKS, 0), false,
         false},
        {BUTTON_QUIET, "Go on without it", "Esc", control_of(MSG_BACK, 0),
         false, false},
    };
    int h = pen_px(pen, BUTTON_H);
    int x = at.x;
    int y = at.y;
    for (int i = problem->mended ? 0 : 1; i < BUTTONS_MAX; i++) {
        int w = pen_button_width(pen, all[i], h);
        if (x > at.x && x + w > at.x + at.w) {
            x = at.x;
            y += h + pen_px(pen, 8);
        }
        if (i == BUTTONS_MAX - 1)
            x = at.x + at.w - w;
        if (draw)
            pen_button(pen, (struct rect){x, y, w, h}, all[i]);
        x += w + pen_px(pen, 12);
    }
    return y + h - at.y;
}

static struct flow content(struct pen *pen, int w, bool low)
{
    const struct problem *problem = app_problem(pen->app);
    struct flow flow = flow_open(pen, w);
    struct control none = control_of(MSG_NONE, 0);
    flow_own(&flow, pen_px(pen, 24), draw_head, 0, none);
    flow_gap(&flow, pen_px(pen, low ? 8 : 15));
    flow_text(pen, &flow, low ? page_title_small : page_title,
              title_of(pen, problem), true);
    flow_gap(&flow, pen_px(pen, low ? 6 : 13));
    add_file(pen, &flow, problem);
    flow_gap(&flow, pen_px(pen, low ? 12 : 27));
    flow_own(&flow, pen_px(pen, 6), draw_oxford, 0, none);
    mistakes_source(pen, &flow);
    flow_gap(&flow, pen_px(pen, low ? 16 : 24));
    add_columns(pen, &flow, problem);
    return flow;
}

void view_mistakes(struct pen *pen)
{
    struct rect page = pen_page(pen);
    bool low =
        pen->app->height < pen_px(pen, 700) || pen_width_that_counts(pen) < 760;
    int top = page.y + (low ? 20 : 45);
    int bottom = pen->app->height - (low ? 20 : 40);
    int most = page.y + pen_px(pen, PAGE_MOST_H);
    if (bottom > most)
        bottom = most;
    if (!app_problem(pen->app)) {
        pen_text(pen, STYLE_H2, "Nothing is wrong with the decks", page.x, top);
        return;
    }
    int foot = buttons(pen, page, false);
    struct rect body = {page.x, top, page.w, bottom - foot - top - 16};
    struct flow flow = content(pen, page.w, low);
    if (flow.y > body.h)
        body.h -= pen_px(pen, 30) - 8;
    if (flow_draw(pen, &flow, body))
        flow_more(pen, body.x, body.y + body.h + pen_px(pen, 4));
    buttons(pen, (struct rect){page.x, bottom - foot, page.w, foot}, true);
}
