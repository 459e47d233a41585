/* A typed answer: the question, one field, and what was made of it. */
#include "app/card.h"

#include "app/words.h"

struct typed_look {
    int question; /* type */
    int line;
    int above; /* px from the hairline to the question */
    int below; /* from the question to the field */
    int after; /* from the field to the feedback */
};

enum { LOOKS = 4, FIELD_H = 64, ARROW_ROOM = 52, LEFT_SHARE = 54 };

static const struct typed_look looks[LOOKS] = {{36, 45, 40, 34, 30},
                                               {30, 38, 27, 24, 24},
                                               {24, 31, 18, 18, 18},
                                               {24, 31, 12, 12, 12}};

static struct text_field plain_field(const char *text, enum answered answered,
                                     const char *verdict)
{
    return (struct text_field){.text = text,
                               .caret = -1,
                               .answered = answered,
                               .verdict = verdict,
                               .style = {FACE_SERIF, 32, 40, TOKEN_INK}};
}

static struct text_field yours(const struct app *app)
{
    struct text_field field =
        plain_field(app->typed, app->knew ? ANSWERED_RIGHT : ANSWERED_WRONG,
                    app->knew ? "Right answer" : "Your answer");
    field.strike_rest = (int)(1000 * (1 - motion_share(app, MOTION_STRIKE)));
    if (app->judgement.verdict == ANSWER_SLIP)
        field.verdict = "One slip";
    return field;
}

static struct text_field right_one(const struct app *app)
{
    return plain_field(app->question.answer, ANSWERED_RIGHT, "Right answer");
}

static struct text_field open_field(const struct app *app)
{
    struct text_field field = plain_field(app->typed, ANSWERED_NOT, NULL);
    field.composing = app->composing;
    field.caret = app->caret;
    field.caret_hidden = !app_caret_shows(app);
    field.control = control_of(MSG_CARET, CARET_END);
    return field;
}

/* Typed as it is written, or overruled: one field says all. */
static bool has_both(const struct app *app)
{
    return app->phase == PHASE_FEEDBACK && app->judgement.meant &&
           (!app->knew || app->judgement.verdict != ANSWER_RIGHT);
}

static struct text_field only_field(const struct app *app)
{
    if (app->phase == PHASE_ASKING)
        return open_field(app);
    return app->judgement.meant ? yours(app) : right_one(app);
}

/* Widths of two fields side by side; 0: one below the other. */
static int left_width(const struct pen *pen, int w)
{
    int h = pen_px(pen, FIELD_H);
    int rest = w - pen_px(pen, ARROW_ROOM);
    int left = rest * LEFT_SHARE / 100;
    int needs = pen_field_width(pen, yours(pen->app), h);
    int others = pen_field_width(pen, right_one(pen->app), h);
    if (needs + others > rest)
        return 0;
    if (needs > left)
        return needs;
    return rest - left < others ? rest - others : left;
}

/* `number`: 0 the only field, 1 both side by side, 2 yours, 3 the right
 * one. */
static void field(struct pen *pen, struct rect rect, int number)
{
    const struct app *app = pen->app;
    struct text_field own = number == 0   ? only_field(app)
                            : number == 3 ? right_one(app)
                                          : yours(app);
    if (number != 1) {
        pen_field(pen, rect, own);
        return;
    }
    int arrow = pen_px(pen, ARROW_ROOM);
    int icon = pen_px(pen, 20);
    struct rect left = {rect.x, rect.y, left_width(pen, rect.w), rect.h};
    struct rect right = {left.x + left.w + arrow, rect.y,
                         rect.w - left.w - arrow, rect.h};
    pen_field(pen, left, own);
    pen_icon(pen, ICON_NEXT, left.x + left.w + (arrow - icon) / 2,
             rect.y + (rect.h - icon) / 2, 20, TOKEN_INK2);
    pen_field(pen, right, right_one(app));
}

static void add_fields(struct pen *pen, struct flow *flow)
{
    static const struct control none = {MSG_NONE, 0, 0};
    const struct app *app = pen->app;
    int least = pen_px(pen, FIELD_H);
    if (!has_both(app)) {
        struct text_field only = only_field(app);
        flow_own(flow, pen_field_height(pen, only, flow->w, least), field, 0,
                 only.control);
        return;
    }
    if (left_width(pen, flow->w) > 0) {
        flow_own(flow, least, field, 1, none);
        return;
    }
    flow_own(flow, pen_field_height(pen, yours(app), flow->w, least), field, 2,
             none);
    flow_gap(flow, 8);
    flow_own(flow, pen_field_height(pen, right_one(app), flow->w, least), field,
             3, none);
}

static const char *bold_words(const struct app *app)
{
    if (app->knew && app->judgement.verdict == ANSWER_SLIP)
        return "Right, with one slip";
    if (!app->knew && app->judgement.note)
        return app->judgement.note;
    return app->question.why ? "Why" : NULL;
}

static void add_question(struct pen *pen, struct flow *flow,
                         const struct typed_look *look)
{
    struct style style = {look->question >= 28 ? FACE_DISPLAY : FACE_SERIF,
                          look->question, look->line, TOKEN_INK};
    flow_gap(flow, look->above);
    flow_text(pen, flow, style, pen->app->question.prompt, true);
    flow_gap(flow, look->below);
}

/* The largest look with which the feedback fits beside the longest note, so
 * that the field stays where it is. */
static const struct typed_look *
look_for(struct pen *pen, const struct card_place *place, int room)
{
    int first = place->room == CARD_ROOMY ? 0 : 2;
    for (int i = first; i < LOOKS; i++) {
        struct flow flow = flow_open(pen, place->inner.w);
        add_question(pen, &flow, &looks[i]);
        flow_gap(&flow, pen_px(pen, FIELD_H) + looks[i].after);
        card_feedback(pen, place, &flow, "Why", NULL);
        if (flow.y <= room)
            return &looks[i];
    }
    return &looks[place->room == CARD_ROOMY ? 2 : LOOKS - 1];
}

bool view_typed(struct pen *pen, const struct card_place *place)
{
    const struct app *app = pen->app;
    struct rect body = {place->inner.x, place->body_top + 1, place->inner.w,
                        place->body_bottom - place->body_top - 1};
    const struct typed_look *look = look_for(pen, place, body.h);
    struct flow flow = flow_open(pen, body.w);
    add_question(pen, &flow, look);
    add_fields(pen, &flow);
    if (app->phase == PHASE_FEEDBACK) {
        flow_gap(&flow, look->after);
        card_feedback(pen, place, &flow, bold_words(app), NULL);
    }
    return flow_draw(pen, &flow, body);
}

static void asking_controls(struct pen *pen, const struct card_place *place)
{
    struct button check = {.look = BUTTON_INK,
                           .label = "Check",
                           .key = "Enter",
                           .control = control_of(MSG_CHECK, 0)};
    struct button pass = {.look = BUTTON_QUIET,
                          .label = "I do not know",
                          .key = "Ctrl+Enter",
                          .control = control_of(MSG_DONT_KNOW, 0)};
    struct rect sheet = place->sheet;
    int h = place->controls_h;
    int w = pen_px(pen, 208) < sheet.w / 3 ? pen_px(pen, 208) : sheet.w / 3;
    int least = pen_button_width(pen, check, h);
    if (w < least)
        w = least;
    pen_button(pen,
               (struct rect){sheet.x - pen_px(pen, 12), place->controls,
                             pen_button_width(pen, pass, h), h},
               pass);
    pen_button(pen, (struct rect){sheet.x + sheet.w - w, place->controls, w, h},
               check);
}

/* "I was right", and what it is for as far as there is room; that more lies
 * below goes before it. */
static void overrule(struct pen *pen, const struct card_place *place, int right,
                     bool more)
{
    static const char why[] = "Use it for another spelling or a slip.";
    struct style style = STYLE_SMALL;
    struct button button = {.look = BUTTON_QUIET,
                            .label = "I was right",
                            .key = "R",
                            .control = control_of(MSG_OVERRULE, 0)};
    int w = pen_button_width(pen, button, place->controls_h);
    struct rect rect = {place->sheet.x - pen_px(pen, 12), place->controls, w,
                        place->controls_h};
    pen_button(pen, rect, button);
    int x = rect.x + w + pen_px(pen, 13);
    if (more) {
        struct card_place rest = *place;
        rest.sheet.x = x;
        card_more(pen, &rest, right);
        return;
    }
    int room = right - 16 - x;
    int h = pen_paragraph(pen, style, why, 0, 0, room, true, false);
    if (room > pen_px(pen, 120) && h <= place->controls_h)
        pen_paragraph(pen, style, why, x,
                      place->controls + (place->controls_h - h) / 2, room, true,
                      true);
}

void view_typed_controls(struct pen *pen, const struct card_place *place,
                         bool more)
{
    const struct app *app = pen->app;
    int right = card_continue_left(pen, place);
    if (app->phase == PHASE_ASKING) {
        asking_controls(pen, place);
        return;
    }
    if (!app->knew && app->judgement.meant)
        overrule(pen, place, right, more);
    else if (more)
        card_more(pen, place, right);
    else
        card_returns(pen, place, right);
    card_continue(pen, place);
}
