/* What match and order share on the sheet and below it. */
#include "app/laying.h"

#include "app/update.h"
#include "app/words.h"

enum {
    LOOKS = 5,
    FIRST_TIGHT = 3,
    FEEDBACK_GAP = 13,
    BELONGS_GAP = 3,
    BUTTON_W = 208,
    SAYS_GAP = 16,
    SAYS_LEAST = 64
};

const struct laying_look laying_looks[LOOKS] = {
    {30, 38, 26, 6, 18, 10, 10}, {30, 38, 22, 4, 14, 7, 8},
    {30, 38, 20, 4, 12, 4, 6},   {24, 31, 16, 3, 10, 6, 6},
    {24, 30, 10, 1, 7, 4, 4},
};

bool laying_is_tight(int look)
{
    return look >= FIRST_TIGHT;
}

static void add_question(struct pen *pen, struct flow *flow,
                         const struct laying_look *look, const char *says)
{
    struct style style = {look->question >= 28 ? FACE_DISPLAY : FACE_SERIF,
                          look->question, look->line, TOKEN_INK};
    flow_gap(flow, look->above);
    flow_text(pen, flow, style, pen->app->question.prompt, true);
    flow_gap(flow, look->between);
    flow_text(pen, flow, STYLE_SMALL, says, false);
    flow_gap(flow, look->below);
}

static const struct style belongs_style = {FACE_SANS, 14, 20, TOKEN_INK};

/* What each part that was laid wrong belongs to; an order's strips say it
 * themselves. */
static void add_belongs(struct pen *pen, struct flow *flow)
{
    const struct question *question = &pen->app->question;
    bool is_match = app_form(pen->app) == FORM_MATCH;
    flow_gap(flow, BELONGS_GAP);
    flow_beside(pen, flow, TOKEN_RIGHT);
    for (int i = 0; i < question->part_count && is_match; i++)
        if (!laying_is_right(pen->app, i))
            flow_text(pen, flow, belongs_style,
                      arena_printf(pen->list->arena, "%s: %s",
                                   question->parts[i].title,
                                   question->parts[i].value),
                      false);
    flow_beside(pen, flow, TOKEN_NONE);
}

static void add_feedback(struct pen *pen, const struct card_place *place,
                         struct flow *flow)
{
    flow_gap(flow, FEEDBACK_GAP);
    card_feedback(pen, place, flow, pen->app->question.why ? "Why" : NULL,
                  NULL);
}

/* The roomiest look with which why, source and what a pair belongs to that was
 * mistaken for another will fit, so that nothing moves when they come; else
 * they are scrolled to. The line below the question is one line whatever it
 * says. */
int laying_look(struct pen *pen, const struct card_place *place,
                laying_rows *rows)
{
    bool roomy = place->room == CARD_ROOMY;
    int room = place->body_bottom - place->body_top - 1;
    for (int i = roomy ? 0 : FIRST_TIGHT; i < LOOKS; i++) {
        struct flow flow = flow_open(pen, place->inner.w);
        add_question(pen, &flow, &laying_looks[i], "1");
        rows(pen, &flow, i);
        add_feedback(pen, place, &flow);
        if (app_form(pen->app) == FORM_MATCH)
            flow_gap(&flow, BELONGS_GAP + 2 * pen_px(pen, 20));
        if (flow.y <= room)
            return i;
    }
    return roomy                       ? FIRST_TIGHT - 1
           : place->room == CARD_LARGE ? FIRST_TIGHT
                                       : LOOKS - 1;
}

bool laying_body(struct pen *pen, const struct card_place *place,
                 const char *says, laying_rows *rows)
{
    struct rect body = {place->inner.x, place->body_top + 1, place->inner.w,
                        place->body_bottom - place->body_top - 1};
    int look = laying_look(pen, place, rows);
    struct flow flow = flow_open(pen, body.w);
    add_question(pen, &flow, &laying_looks[look], says);
    rows(pen, &flow, look);
    if (pen->app->phase == PHASE_FEEDBACK) {
        add_feedback(pen, place, &flow);
        add_belongs(pen, &flow);
    }
    return flow_draw(pen, &flow, body);
}

static int check_width(const struct pen *pen, const struct card_place *place,
                       struct button check)
{
    int w = pen_px(pen, BUTTON_W);
    int least = pen_button_width(pen, check, place->controls_h);
    if (w > place->sheet.w / 3)
        w = place->sheet.w / 3;
    return w > least ? w : least;
}

/* Right of the keys, before the button that is closed; returns its left side.
 */
static int say_why_not(struct pen *pen, const struct card_place *place,
                       const char *why_not, int left, int right)
{
    struct style style = STYLE_SMALL;
    int w = pen_width(pen, style, why_not);
    int room = right - SAYS_GAP - left;
    if (room < pen_px(pen, SAYS_LEAST))
        return right; /* the line below the question says what to do */
    if (w > room)
        w = room;
    int h = pen_paragraph(pen, style, why_not, 0, 0, w, false, false);
    int x = right - SAYS_GAP - w;
    pen_paragraph(pen, style, why_not, x,
                  place->controls + (place->controls_h - h) / 2, w, false,
                  true);
    return x;
}

void laying_asking(struct pen *pen, const struct card_place *place,
                   const struct card_hint *hints, int count,
                   const char *why_not, const char *label, bool more)
{
    struct button check = {.look = BUTTON_INK,
                           .label = label,
                           .key = "Enter",
                           .control = control_of(MSG_CHECK, 0),
                           .disabled = why_not != NULL};
    int w = check_width(pen, place, check);
    int left = place->sheet.x;
    int right = left + place->sheet.w - w;
    int y = place->controls + (place->controls_h - pen_px(pen, 22)) / 2;
    struct rect button = {right, place->controls, w, place->controls_h};
    if (more)
        left = card_more(pen, place, right) + pen_px(pen, 12);
    if (why_not)
        right = say_why_not(pen, place, why_not, left, right);
    card_hints_left(pen, left, y, right - SAYS_GAP - left, hints, count);
    pen_button(pen, button, check);
}

void laying_answered(struct pen *pen, const struct card_place *place, bool more)
{
    if (more)
        card_more(pen, place, card_continue_left(pen, place));
    else
        card_returns(pen, place, card_continue_left(pen, place));
    card_continue(pen, place);
}

const char *laying_result(struct pen *pen, const char *right)
{
    struct arena *arena = pen->list->arena;
    int all = pen->app->question.part_count;
    int count = laying_right_count(pen->app);
    const char *of = words_number(arena, all, false);
    if (count == all)
        return arena_printf(arena, "All %s are %s.", of, right);
    if (count == 0)
        return arena_printf(arena, "None of %s is %s.", of, right);
    return arena_printf(arena, "%s of %s %s %s.",
                        words_number(arena, count, true), of,
                        count == 1 ? "is" : "are", right);
}

/* Over a letter or a number. */
static void strike(struct pen *pen, struct rect rect)
{
    const struct app *app = pen->app;
    int out = pen_px(pen, 3);
    struct draw *item =
        draw_add(pen->list, DRAW_STRIKE,
                 (struct rect){rect.x - out, rect.y, rect.w + 2 * out, rect.h},
                 TOKEN_WRONG);
    item->line = pen_px(pen, 1);
    item->rest = (int)(1000 * (1 - motion_share(app, MOTION_STRIKE)));
}

int laying_amended(struct pen *pen, struct rect rect, const char *meant,
                   const char *right, bool draw)
{
    struct style bold = {FACE_SANS_BOLD, 16, 22, TOKEN_RIGHT};
    struct style wrong = {FACE_SANS, 16, 22, TOKEN_WRONG};
    int h = pen_px(pen, bold.line_height);
    int x = rect.x;
    int y = rect.y + (rect.h - h) / 2;
    if (meant) {
        struct rect at = {x, y, pen_width(pen, wrong, meant), h};
        if (draw) {
            pen_text_in(pen, wrong, meant, at, ALIGN_LEFT);
            strike(pen, at);
        }
        x += at.w + pen_px(pen, 10);
    }
    if (draw)
        pen_text(pen, bold, right, x, y);
    return x + pen_width(pen, bold, right) - rect.x;
}
