/* A match: two columns of rows, and lines in ink between them. */
#include "app/laying.h"

#include "app/update.h"
#include "app/words.h"

enum {
    GUTTER = 88,
    GUTTER_LEAST = 76,
    NARROW_W = 600, /* logical px of both columns */
    KEY_X = 16,
    TEXT_X = 60,
    TEXT_END = 14,
    LINES_LEAST = 2, /* of text in a row, where there is room */
    KEY_H = 28,
    LINE = 2,
    DOT = 8,
    LEAD = 14, /* px of a line before it slants */
    LOOK = 8,  /* a row's number has its look and its place */
};

static const struct style row_style = {FACE_SERIF, 18, 23, TOKEN_INK};
static const struct style tight_style = {FACE_SERIF, 16, 20, TOKEN_INK};

/* The two columns of a body. */
struct columns {
    int left_w;
    int right_x; /* from the left side of the body */
    int right_w;
};

static struct columns columns_of(const struct pen *pen, int w)
{
    int gutter = pen_px(pen, w < pen_px(pen, NARROW_W) ? GUTTER_LEAST : GUTTER);
    int left = (w - gutter) * 78 / 154;
    return (struct columns){left, left + gutter, w - gutter - left};
}

static const char *right_text(const struct app *app, int k)
{
    return app->question.parts[app->question.places[k]].value;
}

static const char *letter(struct pen *pen, int k)
{
    return arena_printf(pen->list->arena, "%c", 'A' + k);
}

static const char *digit(struct pen *pen, int i)
{
    return arena_printf(pen->list->arena, "%d", i + 1);
}

static int text_room(const struct pen *pen, int w)
{
    return w - pen_px(pen, TEXT_X + TEXT_END);
}

static struct style style_of(int look)
{
    return laying_is_tight(look) ? tight_style : row_style;
}

static int text_height(struct pen *pen, const char *text, int w, int look)
{
    return pen_paragraph(pen, style_of(look), text, 0, 0, text_room(pen, w),
                         false, false);
}

/* Both sides of a row are as high as the higher one needs. */
static int row_height(struct pen *pen, struct columns columns, int i, int look)
{
    const struct app *app = pen->app;
    int pad = laying_looks[look].pad;
    int least = laying_is_tight(look)
                    ? pen_px(pen, KEY_H)
                    : LINES_LEAST * pen_px(pen, row_style.line_height);
    int left =
        text_height(pen, app->question.parts[i].title, columns.left_w, look);
    int right = text_height(pen, right_text(app, i), columns.right_w, look);
    int h = left > right ? left : right;
    return (h > least ? h : least) + 2 * pen_px(pen, pad);
}

/* One side of a row: what stands there, and what became of it. */
struct half {
    const char *key;
    const char *text;
    enum answered answered;
    bool is_joined;
    int look;
    struct control control;
};

static void draw_half(struct pen *pen, struct rect rect, struct half half)
{
    struct touch touch = {false, false, false};
    int radius = pen_px(pen, 6);
    int w = text_room(pen, rect.w);
    struct style style = style_of(half.look);
    if (half.answered == ANSWERED_NOT)
        touch = pen_control(pen, rect, radius, half.control);
    pen_row_box(pen, rect, half.answered, false, touch);
    if (half.is_joined)
        pen_box(pen, rect, radius, pen_px(pen, LINE), TOKEN_INK, TOKEN_NONE);
    pen_row_key(pen,
                (struct rect){rect.x + pen_px(pen, KEY_X), rect.y, 0, rect.h},
                half.key, half.answered == ANSWERED_OTHER);
    int h = text_height(pen, half.text, rect.w, half.look);
    pen_paragraph(pen, style, half.text, rect.x + pen_px(pen, TEXT_X),
                  rect.y + (rect.h - h) / 2 + 1, w, false, true);
}

/* In the place of its line: what it was joined with, struck out where that is
 * wrong, and what belongs to it. */
static void verdict(struct pen *pen, struct rect gutter, int i)
{
    const struct app *app = pen->app;
    enum answered answered = laying_answered_as(app, i);
    int size = pen_px(pen, 18);
    int x = gutter.x + pen_px(pen, 8);
    bool wrong = answered == ANSWERED_WRONG;
    if (answered != ANSWERED_OTHER)
        pen_icon(pen, wrong ? ICON_CROSS : ICON_RING, x,
                 gutter.y + (gutter.h - size) / 2, 18,
                 wrong ? TOKEN_WRONG : TOKEN_RIGHT);
    x += size + pen_px(pen, 7);
    laying_amended(pen, (struct rect){x, gutter.y, 0, gutter.h},
                   wrong ? letter(pen, app->laying.joined[i]) : NULL,
                   letter(pen, laying_place_of(app, i)), true);
}

/* A value is wrong for one and right for another: only what it was rightly
 * joined with marks it. */
static enum answered right_answered(const struct app *app, int k)
{
    enum answered answered = laying_answered_as(app, app->question.places[k]);
    return answered == ANSWERED_WRONG ? ANSWERED_OTHER : answered;
}

static void row(struct pen *pen, struct rect rect, int number)
{
    const struct app *app = pen->app;
    int i = number % LOOK;
    struct columns columns = columns_of(pen, rect.w);
    bool open = app->phase == PHASE_ASKING;
    struct half left = {.key = digit(pen, i),
                        .text = app->question.parts[i].title,
                        .answered = laying_answered_as(app, i),
                        .is_joined = open && app->laying.joined[i] >= 0,
                        .look = number / LOOK,
                        .control = control_of(MSG_LEFT, i)};
    struct half right = {.key = letter(pen, i),
                         .text = right_text(app, i),
                         .answered = right_answered(app, i),
                         .is_joined = open && laying_joined_to(app, i) >= 0,
                         .look = number / LOOK,
                         .control = control_of(MSG_RIGHT, i)};
    draw_half(pen, (struct rect){rect.x, rect.y, columns.left_w, rect.h}, left);
    draw_half(pen,
              (struct rect){rect.x + columns.right_x, rect.y, columns.right_w,
                            rect.h},
              right);
    if (!open)
        verdict(pen,
                (struct rect){rect.x + columns.left_w, rect.y,
                              columns.right_x - columns.left_w, rect.h},
                i);
}

static void rows(struct pen *pen, struct flow *flow, int look)
{
    const struct laying_look *about = &laying_looks[look];
    struct columns columns = columns_of(pen, flow->w);
    bool open = pen->app->phase == PHASE_ASKING;
    struct control none = control_of(MSG_NONE, 0);
    for (int i = 0; i < pen->app->question.part_count; i++) {
        if (i)
            flow_gap(flow, about->gap);
        flow_own(flow, row_height(pen, columns, i, look), row, look * LOOK + i,
                 open ? control_of(MSG_LEFT, i) : none);
        flow_beside_control(flow, open ? control_of(MSG_RIGHT, i) : none);
    }
}

/* The middle of a row's side that lines come from; one that was scrolled away
 * is as far off as it takes. */
static bool end_of(struct pen *pen, struct control control, struct rect body,
                   struct rect *end)
{
    const struct draw *item = draw_control(pen->list, control);
    if (!item)
        return false;
    *end = item->rect;
    end->y += end->h / 2;
    if (item->rect.h == 0)
        end->y = item->away < 0 ? body.y - body.h / 4 : body.y + body.h * 5 / 4;
    return true;
}

static void dot(struct pen *pen, int x, int y, enum token color,
                enum token fill)
{
    int size = pen_px(pen, fill == TOKEN_PAPER ? DOT + 3 : DOT);
    pen_box(pen, (struct rect){x - size / 2, y - size / 2, size, size},
            size / 2, fill == TOKEN_PAPER ? pen_px(pen, LINE) : 0, color, fill);
}

static void slant(struct pen *pen, int x, int y, int to_x, int to_y)
{
    int line = pen_px(pen, LINE);
    int top = (y < to_y ? y : to_y) - line / 2;
    int h = (y < to_y ? to_y - y : y - to_y) + line;
    struct draw *item = draw_add(
        pen->list, DRAW_MARK,
        (struct rect){x - line / 2, top, to_x - x + line, h}, TOKEN_INK);
    item->mark = y < to_y ? MARK_FALL : MARK_RISE;
    item->line = line;
}

/* From the left row to the right one: level, slanting, level. */
static void line_between(struct pen *pen, struct rect left, struct rect right)
{
    int line = pen_px(pen, LINE);
    int lead = pen_px(pen, LEAD);
    int from = left.x + left.w;
    int to = right.x;
    pen_fill(pen, (struct rect){from, left.y - line / 2, lead, line},
             TOKEN_INK);
    pen_fill(pen, (struct rect){to - lead, right.y - line / 2, lead, line},
             TOKEN_INK);
    slant(pen, from + lead, left.y, to - lead, right.y);
    dot(pen, from, left.y, TOKEN_INK, TOKEN_INK);
    dot(pen, to, right.y, TOKEN_INK, TOKEN_INK);
}

/* A line that waits for its other end; `side` is 1 to the right. */
static void loose_end(struct pen *pen, int x, int y, int side)
{
    int line = pen_px(pen, LINE);
    int dash = pen_px(pen, 5);
    for (int at = 0; at < 2; at++) {
        int from = pen_px(pen, 9) * at;
        pen_fill(pen,
                 (struct rect){side > 0 ? x + from : x - from - dash,
                               y - line / 2, dash, line},
                 TOKEN_FOCUS);
    }
    dot(pen, x + side * pen_px(pen, 18), y, TOKEN_FOCUS, TOKEN_PAPER);
}

static void lines(struct pen *pen, struct rect body)
{
    const struct laying *laying = &pen->app->laying;
    struct rect left;
    struct rect right;
    for (int i = 0; i < pen->app->question.part_count; i++)
        if (laying->joined[i] >= 0 &&
            end_of(pen, control_of(MSG_LEFT, i), body, &left) &&
            end_of(pen, control_of(MSG_RIGHT, laying->joined[i]), body,
                   &right)) {
            struct columns columns = columns_of(pen, body.w);
            left.x = body.x;
            left.w = columns.left_w;
            right.x = body.x + columns.right_x;
            line_between(pen, left, right);
        }
    if (laying->left >= 0 &&
        end_of(pen, control_of(MSG_LEFT, laying->left), body, &left))
        loose_end(pen, left.x + left.w, left.y, 1);
    if (laying->right >= 0 &&
        end_of(pen, control_of(MSG_RIGHT, laying->right), body, &right))
        loose_end(pen, right.x, right.y, -1);
}

static const char *says(struct pen *pen)
{
    const struct laying *laying = &pen->app->laying;
    struct arena *arena = pen->list->arena;
    if (pen->app->phase == PHASE_FEEDBACK)
        return laying->passed ? "The letters show what belongs together."
                              : laying_result(pen, "right");
    if (laying->left >= 0)
        return arena_printf(arena, "Now %d: which letter belongs to it?",
                            laying->left + 1);
    if (laying->right >= 0)
        return arena_printf(arena, "Now %s: which number belongs to it?",
                            letter(pen, laying->right));
    if (laying_left_to_match(pen->app) == 0)
        return "All are matched.";
    return "Choose one on the left, then what belongs to it.";
}

bool view_match(struct pen *pen, const struct card_place *place)
{
    struct rect body = {place->inner.x, place->body_top + 1, place->inner.w,
                        place->body_bottom - place->body_top - 1};
    bool more = laying_body(pen, place, says(pen), rows);
    if (pen->app->phase == PHASE_ASKING) {
        pen_clip(pen, body);
        lines(pen, body);
        pen_unclip(pen);
    }
    return more;
}

void view_match_controls(struct pen *pen, const struct card_place *place,
                         bool more)
{
    const struct app *app = pen->app;
    struct arena *arena = pen->list->arena;
    int count = app->question.part_count;
    int left = laying_left_to_match(app);
    bool any = left < count || app->laying.left >= 0 || app->laying.right >= 0;
    const struct card_hint pass = {
        "0", NULL, "I do not know", {MSG_DONT_KNOW, 0, 0}};
    const struct card_hint apart = {
        "Backspace", NULL, "take apart", {MSG_APART, 0, 0}};
    const struct card_hint hints[] = {
        {"1", digit(pen, count - 1), "choose left", {MSG_NONE, 0, 0}},
        {"A", letter(pen, count - 1), "match right", {MSG_NONE, 0, 0}},
        any ? apart : pass};
    bool brief = place->room != CARD_ROOMY || more;
    if (app->phase == PHASE_FEEDBACK) {
        laying_answered(pen, place, more);
        return;
    }
    laying_asking(pen, place, brief ? hints + 2 : hints, brief ? 1 : 3,
                  left ? arena_printf(arena, "%s left to match",
                                      words_number(arena, left, true))
                       : NULL,
                  "Check", more);
}
