/* A choice: the question, its rows, and the feedback in place. */
#include "app/card.h"
#include "app/words.h"

enum { ROW_PAD = 12 };

static int row_height(struct pen *pen, const char *text, int w)
{
    return pen_paragraph(pen, STYLE_CHOICE, text, 0, 0, w, false, false) +
           2 * pen_px(pen, ROW_PAD);
}

enum row_state { ROW_OPEN, ROW_RIGHT, ROW_WRONG, ROW_OTHER };

static enum row_state state_of(const struct app *app, int i)
{
    if (app->phase != PHASE_FEEDBACK)
        return ROW_OPEN;
    if (i == app->question.right)
        return ROW_RIGHT;
    return i == app->chosen ? ROW_WRONG : ROW_OTHER;
}

/* "Right answer" and its ring, or "Your answer" and its cross. */
static void verdict(struct pen *pen, struct rect row, bool right)
{
    const char *text = right ? "Right answer" : "Your answer";
    enum token color = right ? TOKEN_RIGHT : TOKEN_WRONG;
    struct style style = {FACE_SANS_BOLD, 15, 22, color};
    int w = pen_width(pen, style, text);
    int x = row.x + row.w - pen_px(pen, 20) - w;
    int size = pen_px(pen, 20);
    pen_text_in(pen, style, text, (struct rect){x, row.y, w, row.h},
                ALIGN_LEFT);
    struct draw *icon =
        draw_add(pen->list, DRAW_ICON,
                 (struct rect){x - size - pen_px(pen, 9),
                               row.y + (row.h - size) / 2, size, size},
                 color);
    icon->icon = right ? ICON_RING : ICON_CROSS;
}

static void row_box(struct pen *pen, struct rect row, enum row_state state,
                    bool washed)
{
    static const struct {
        int line;
        enum token border;
        enum token fill;
    } looks[] = {
        [ROW_OPEN] = {1, TOKEN_EDGE, TOKEN_PAPER},
        [ROW_RIGHT] = {2, TOKEN_RIGHT, TOKEN_RIGHT_WASH},
        [ROW_WRONG] = {2, TOKEN_WRONG, TOKEN_WRONG_WASH},
        [ROW_OTHER] = {1, TOKEN_RULE, TOKEN_PAPER},
    };
    pen_box(pen, row, pen_px(pen, 6), pen_px(pen, looks[state].line),
            looks[state].border, washed ? TOKEN_WASH : looks[state].fill);
}

static void row_key(struct pen *pen, struct rect row, int i, bool faded)
{
    int size = pen_px(pen, 28);
    struct rect key = {row.x + pen_px(pen, 17), row.y + (row.h - size) / 2,
                       size, size};
    pen_box(pen, key, pen_px(pen, 4), pen_px(pen, 1),
            faded ? TOKEN_RULE : TOKEN_EDGE, TOKEN_PAPER);
    pen_text_in(pen, style_colored(STYLE_BODY, faded ? TOKEN_INK3 : TOKEN_INK2),
                arena_printf(pen->list->arena, "%d", i + 1), key, ALIGN_CENTRE);
}

/* Two strokes over each line of a wrong answer, as a clerk amends a treaty. */
static void strike(struct pen *pen, const char *text, int x, int y, int w)
{
    struct text_style style = {STYLE_CHOICE.face,
                               pen_px(pen, STYLE_CHOICE.size), NULL};
    struct text_lines lines =
        wrap_text(pen->metrics, style, text, w, pen->list->arena);
    int step = pen_px(pen, STYLE_CHOICE.line_height);
    for (int i = 0; i < lines.count; i++) {
        struct draw *item =
            draw_add(pen->list, DRAW_STRIKE,
                     (struct rect){x - pen_px(pen, 2), y + i * step,
                                   lines.lines[i].width + pen_px(pen, 4), step},
                     TOKEN_WRONG);
        item->line = pen_px(pen, 1);
    }
}

static void option_row(struct pen *pen, int i, struct rect row, int text_w)
{
    const struct app *app = pen->app;
    enum row_state state = state_of(app, i);
    struct touch touch = {false, false};
    if (state == ROW_OPEN)
        touch = pen_clickable(pen, row, MSG_CHOOSE, i);
    bool picked = touch.focused || (state == ROW_OPEN && app->picked == i);
    row_box(pen, row, state, touch.hovered || picked);
    row_key(pen, row, i, state == ROW_OTHER);
    const char *text = app->question.options[i].text;
    enum token color = state == ROW_OTHER ? TOKEN_INK3 : TOKEN_INK;
    int x = row.x + pen_px(pen, 61);
    int y = row.y + pen_px(pen, ROW_PAD);
    pen_paragraph(pen, style_colored(STYLE_CHOICE, color), text, x, y, text_w,
                  false, true);
    if (state == ROW_WRONG)
        strike(pen, text, x, y, text_w);
    if (state == ROW_RIGHT || state == ROW_WRONG)
        verdict(pen, row, state == ROW_RIGHT);
    if (picked)
        pen_ring(pen, row, pen_px(pen, 6));
}

/* What is said after the answer: what the chosen option belongs to, why, and
 * the source. Returns the y below it; `draw` false only measures. */
static int feedback(struct pen *pen, int x, int y, int w, bool draw)
{
    const struct app *app = pen->app;
    const char *belongs =
        words_belongs(pen->list->arena, &app->question, app->chosen);
    int top = y;
    x += pen_px(pen, 23);
    w -= pen_px(pen, 23);
    if (app->question.why) {
        if (draw)
            pen_text(pen, STYLE_BODY_BOLD, "Why", x, y);
        y = pen_paragraph(pen, STYLE_BODY, app->question.why, x,
                          y + pen_px(pen, 24), w, false, draw);
    }
    if (belongs[0])
        y = pen_paragraph(pen, STYLE_BODY, belongs, x, y, w, false, draw);
    y = card_source(pen, x, y + pen_px(pen, y > top ? 6 : 0), w, draw);
    if (draw && y > top)
        pen_fill(
            pen,
            (struct rect){x - pen_px(pen, 23), top, pen_px(pen, 3), y - top},
            app->knew ? TOKEN_RIGHT : TOKEN_WRONG);
    return y;
}

static void controls(struct pen *pen, const struct card_place *place)
{
    static const char *const hints[] = {
        "1", "to", "5", "answer", "0", "I do not know", NULL};
    const struct app *app = pen->app;
    struct rect sheet = place->sheet;
    if (app->phase == PHASE_FEEDBACK) {
        int w = pen_px(pen, 208);
        int h = pen_px(pen, 48);
        struct rect words = {sheet.x, place->controls, sheet.w - w, h};
        struct style style = {FACE_SANS, 15, 22, TOKEN_INK2};
        pen_text_in(pen, style, words_return(pen->list->arena, app), words,
                    ALIGN_LEFT);
        pen_button(pen,
                   (struct rect){sheet.x + sheet.w - w, place->controls, w, h},
                   BUTTON_INK, "Continue", "Space", MSG_CONTINUE, 0, false);
        return;
    }
    const char *own[] = {hints[0], hints[1], NULL, hints[3], NULL, NULL,
                         NULL,     NULL,     NULL, NULL,     NULL};
    own[2] = arena_printf(pen->list->arena, "%d", app->question.option_count);
    own[4] = "\xe2\x86\x91 \xe2\x86\x93";
    own[5] = "choose";
    own[6] = "Enter";
    own[7] = "answer with the chosen line";
    if (sheet.w < pen_px(pen, 700))
        own[4] = NULL;
    int centre = sheet.x + sheet.w / 2;
    pen_hints(pen, centre, place->controls - pen_px(pen, 2), own);
    int w = pen_px(pen, 190);
    pen_button(pen,
               (struct rect){centre - w / 2, place->controls + pen_px(pen, 28),
                             w, pen_px(pen, 36)},
               BUTTON_QUIET, "I do not know", "0", MSG_DONT_KNOW, 0, false);
}

void view_choice(struct pen *pen, const struct card_place *place)
{
    const struct app *app = pen->app;
    const struct question *question = &app->question;
    struct rect in = place->inner;
    int text_w = in.w - pen_px(pen, 61 + 160);
    int y = place->body_top + pen_px(pen, 19) - app->scroll * pen_px(pen, 24);
    draw_add(pen->list, DRAW_CLIP,
             (struct rect){place->sheet.x, place->body_top + 1, place->sheet.w,
                           place->body_bottom - place->body_top},
             TOKEN_NONE);
    y = pen_paragraph(pen, STYLE_QUESTION_SMALL, question->prompt, in.x, y,
                      in.w, true, true) +
        pen_px(pen, 16);
    for (int i = 0; i < question->option_count; i++) {
        int h = row_height(pen, question->options[i].text, text_w);
        option_row(pen, i, (struct rect){in.x, y, in.w, h}, text_w);
        y += h + pen_px(pen, 8);
    }
    y += pen_px(pen, 12);
    if (app->phase == PHASE_FEEDBACK)
        y = feedback(pen, in.x, y, in.w, true);
    draw_add(pen->list, DRAW_CLIP, (struct rect){0, 0, 0, 0}, TOKEN_NONE);
    if (y > place->body_bottom)
        pen_text_in(
            pen, STYLE_CAPTION, "More below",
            (struct rect){in.x, place->body_bottom, in.w, pen_px(pen, 18)},
            ALIGN_RIGHT);
    controls(pen, place);
}
