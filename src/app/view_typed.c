/* A typed answer: the question, one field, and what was made of it. */
#include <string.h>

#include "app/card.h"
#include "app/words.h"

enum { FIELD_H = 64 };

static void field_box(struct pen *pen, struct rect rect)
{
    const struct app *app = pen->app;
    bool open = app->phase == PHASE_ASKING;
    enum token border = open        ? TOKEN_EDGE
                        : app->knew ? TOKEN_RIGHT
                                    : TOKEN_WRONG;
    enum token fill = open        ? TOKEN_PAPER
                      : app->knew ? TOKEN_RIGHT_WASH
                                  : TOKEN_WRONG_WASH;
    pen_box(pen, rect, pen_px(pen, 6), pen_px(pen, open ? 1 : 2), border, fill);
    if (open && app->focus < 0)
        pen_ring(pen, rect, pen_px(pen, 6));
}

/* What was typed, what is being composed (underlined), the caret. The end is
 * what shows when it is longer than the field. */
static void field_text(struct pen *pen, struct rect rect)
{
    const struct app *app = pen->app;
    struct style style = {FACE_SERIF, 24, 30, TOKEN_INK};
    int pad = pen_px(pen, 20);
    int typed = app->typed[0] ? pen_width(pen, style, app->typed) : 0;
    int composed =
        app->composing[0] ? pen_width(pen, style, app->composing) : 0;
    int room = rect.w - 2 * pad;
    int x = rect.x + pad;
    int h = pen_px(pen, 30);
    int y = rect.y + (rect.h - h) / 2;
    if (typed + composed > room)
        x -= typed + composed - room;
    draw_add(pen->list, DRAW_CLIP,
             (struct rect){rect.x + pad / 2, rect.y, rect.w - pad, rect.h},
             TOKEN_NONE);
    pen_text_in(pen, style, app->typed, (struct rect){x, y, typed, h},
                ALIGN_LEFT);
    x += typed;
    pen_text_in(pen, style, app->composing, (struct rect){x, y, composed, h},
                ALIGN_LEFT);
    if (composed)
        pen_fill(pen, (struct rect){x, y + h, composed, pen_px(pen, 1)},
                 TOKEN_INK);
    x += composed;
    if (app->phase == PHASE_ASKING)
        pen_fill(pen, (struct rect){x + pen_px(pen, 1), y, pen_px(pen, 2), h},
                 TOKEN_INK);
    draw_add(pen->list, DRAW_CLIP, (struct rect){0, 0, 0, 0}, TOKEN_NONE);
}

static const char *verdict_words(const struct app *app)
{
    if (!app->judgement.meant)
        return app->knew ? "Right answer" : "Not known this time";
    if (app->judgement.verdict == ANSWER_SLIP)
        return "Right, with one slip";
    if (app->judgement.verdict == ANSWER_RIGHT)
        return "Right answer";
    return app->judgement.note ? app->judgement.note : "Not this time";
}

static void feedback(struct pen *pen, int x, int y, int w)
{
    const struct app *app = pen->app;
    const struct question *question = &app->question;
    enum token color = app->knew ? TOKEN_RIGHT : TOKEN_WRONG;
    int size = pen_px(pen, 20);
    struct style bold = {FACE_SANS_BOLD, 15, 22, color};
    struct draw *icon =
        draw_add(pen->list, DRAW_ICON, (struct rect){x, y, size, size}, color);
    icon->icon = app->knew ? ICON_RING : ICON_CROSS;
    pen_text(pen, bold, verdict_words(app), x + size + pen_px(pen, 9), y);
    y += pen_px(pen, 34);
    y = pen_paragraph(pen, (struct style){FACE_SERIF, 24, 31, TOKEN_INK},
                      question->answer, x, y, w, true, true) +
        pen_px(pen, 14);
    if (question->why)
        y = pen_paragraph(pen, STYLE_BODY, question->why, x, y, w, false,
                          true) +
            pen_px(pen, 8);
    card_source(pen, x, y, w, true);
}

static void controls(struct pen *pen, const struct card_place *place)
{
    const struct app *app = pen->app;
    struct rect sheet = place->sheet;
    int w = pen_px(pen, 208);
    int h = pen_px(pen, 48);
    int x = sheet.x + sheet.w - w;
    int y = place->controls + pen_px(pen, 8);
    if (app->phase == PHASE_ASKING) {
        pen_button(pen, (struct rect){x, y, w, h}, BUTTON_INK, "Check", "Enter",
                   MSG_CHECK, 0, false);
        struct rect quiet = {sheet.x, y, pen_px(pen, 150), h};
        struct touch touch = pen_clickable(pen, quiet, MSG_DONT_KNOW, 0);
        pen_box(pen, quiet, pen_px(pen, 6), pen_px(pen, 1), TOKEN_EDGE,
                touch.hovered ? TOKEN_WASH : TOKEN_PAPER);
        pen_text_in(pen, STYLE_BODY, "I do not know", quiet, ALIGN_CENTRE);
        if (touch.focused)
            pen_ring(pen, quiet, pen_px(pen, 6));
        return;
    }
    struct style style = {FACE_SANS, 15, 22, TOKEN_INK2};
    pen_button(pen, (struct rect){x, y, w, h}, BUTTON_INK, "Continue", "Space",
               MSG_CONTINUE, 0, false);
    if (app->knew || !app->judgement.meant) {
        pen_text_in(pen, style, words_return(pen->list->arena, app),
                    (struct rect){sheet.x, y, sheet.w - w, h}, ALIGN_LEFT);
        return;
    }
    pen_button(pen, (struct rect){sheet.x, y, pen_px(pen, 190), h},
               BUTTON_PLAIN, "I was right", "R", MSG_OVERRULE, 0, false);
}

void view_typed(struct pen *pen, const struct card_place *place)
{
    const struct app *app = pen->app;
    struct rect in = place->inner;
    int y = place->body_top + pen_px(pen, 22) - app->scroll * pen_px(pen, 24);
    struct style style = {FACE_DISPLAY, 30, 38, TOKEN_INK};
    draw_add(pen->list, DRAW_CLIP,
             (struct rect){place->sheet.x, place->body_top + 1, place->sheet.w,
                           place->body_bottom - place->body_top},
             TOKEN_NONE);
    y = pen_paragraph(pen, style, app->question.prompt, in.x, y, in.w, true,
                      true) +
        pen_px(pen, 22);
    struct rect field = {in.x, y, in.w, pen_px(pen, FIELD_H)};
    field_box(pen, field);
    field_text(pen, field);
    y += field.h + pen_px(pen, 20);
    if (app->phase == PHASE_FEEDBACK)
        feedback(pen, in.x, y, in.w);
    draw_add(pen->list, DRAW_CLIP, (struct rect){0, 0, 0, 0}, TOKEN_NONE);
    controls(pen, place);
}
