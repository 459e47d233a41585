/* What a setting is changed with: segments, a switch, a stepper, a slider. */
#include "app/parts.h"

static const struct style segment_plain = {FACE_SANS, 15, 22, TOKEN_INK};
static const struct style segment_bold = {FACE_SANS_BOLD, 15, 22, TOKEN_INK};

static struct control sets(enum msg_kind kind, enum setting setting, int number)
{
    return (struct control){.kind = kind, .number = number, .x = (int)setting};
}

/* A pointer finds it; Tab and the ring pass it by. */
static struct touch pointed(struct pen *pen, struct rect rect,
                            struct control control)
{
    struct touch touch = pen_control(pen, rect, 0, control);
    if (!pen->forced)
        pen->list->items[pen->list->count - 1].unlisted = true;
    return touch;
}

/* Which sides of a segment are the ends of them all. */
enum { FIRST = 1, LAST = 2 };

/* Round where the frame around all of them is, square inside. */
static void segment_fill(struct pen *pen, struct rect rect, int sides,
                         enum token color)
{
    int radius = pen_px(pen, 5);
    pen_box(pen, rect, sides ? radius : 0, 0, TOKEN_NONE, color);
    if (sides && !(sides & FIRST))
        pen_fill(pen, (struct rect){rect.x, rect.y, 2 * radius, rect.h}, color);
    if (sides && !(sides & LAST))
        pen_fill(pen,
                 (struct rect){rect.x + rect.w - 2 * radius, rect.y, 2 * radius,
                               rect.h},
                 color);
}

static void segment(struct pen *pen, struct rect rect, const char *label,
                    bool chosen, int sides, struct control control)
{
    struct touch touch = chosen
                             ? pen_control(pen, rect, pen_px(pen, 6), control)
                             : pointed(pen, rect, control);
    struct style style =
        chosen ? style_colored(segment_bold, TOKEN_PAPER) : segment_plain;
    if (chosen || touch.hovered || touch.pressed)
        segment_fill(pen, rect, sides,
                     chosen          ? TOKEN_INK
                     : touch.pressed ? TOKEN_WASH2
                                     : TOKEN_WASH);
    int check = chosen ? pen_px(pen, 22) : 0;
    int w = pen_width(pen, style, label) + check;
    int x = rect.x + (rect.w - w) / 2;
    if (chosen)
        pen_icon(pen, ICON_CHECK, x - pen_px(pen, 1),
                 rect.y + (rect.h - pen_px(pen, 16)) / 2, 16, TOKEN_PAPER);
    pen_text_in(pen, style, label,
                (struct rect){x + check, rect.y, w - check, rect.h},
                ALIGN_LEFT);
}

int pen_segment_width(const struct pen *pen, const char *label)
{
    return pen_width(pen, segment_bold, label) + pen_px(pen, 46);
}

/* Equal where the words let them be, else each as wide as its words ask. */
static int segment_end(const struct pen *pen, struct rect rect,
                       const char *const *labels, int count, int last)
{
    int all = 0;
    int before = 0;
    int widest = 0;
    for (int i = 0; i < count; i++) {
        int w = pen_segment_width(pen, labels[i]);
        all += w;
        before += i <= last ? w : 0;
        widest = w > widest ? w : widest;
    }
    if (widest * count <= rect.w + count * pen_px(pen, 24))
        return rect.x + (last + 1) * rect.w / count;
    return rect.x + (int)((int64_t)before * rect.w / all);
}

/* Only the chosen one is on the way of Tab: arrow keys choose another. */
void pen_segments(struct pen *pen, struct rect rect, enum setting setting,
                  const char *const *labels, const int *values, int count,
                  int chosen)
{
    int x = rect.x;
    pen_box(pen, rect, pen_px(pen, 6), 0, TOKEN_NONE, TOKEN_PAPER);
    for (int i = 0; i < count; i++) {
        int end = segment_end(pen, rect, labels, count, i);
        segment(pen, (struct rect){x, rect.y, end - x, rect.h}, labels[i],
                i == chosen, (i == 0 ? FIRST : 0) | (i + 1 == count ? LAST : 0),
                sets(MSG_SETTING, setting, values[i]));
        if (i)
            pen_fill(pen, (struct rect){x, rect.y, pen_px(pen, 1), rect.h},
                     TOKEN_EDGE);
        x = end;
    }
    pen_box(pen, rect, pen_px(pen, 6), pen_px(pen, 1), TOKEN_EDGE, TOKEN_NONE);
}

void pen_switch(struct pen *pen, int x, int y, enum setting setting, bool on)
{
    struct rect box = {x, y, pen_px(pen, 52), pen_px(pen, 28)};
    int radius = pen_px(pen, 4);
    int right = pen_px(pen, 52);
    struct rect reach = {box.x, box.y, box.w + right, box.h};
    pointed(pen, reach, sets(MSG_SETTING, setting, !on));
    pen_control(pen, box, radius, sets(MSG_SETTING, setting, !on));
    pen_box(pen, box, radius, pen_px(pen, 2), TOKEN_INK,
            on ? TOKEN_INK : TOKEN_PAPER);
    int knob = pen_px(pen, 18);
    int in = pen_px(pen, 6);
    pen_box(pen,
            (struct rect){on ? box.x + box.w - knob - in : box.x + in,
                          box.y + (box.h - knob) / 2, knob, knob},
            pen_px(pen, 2), 0, TOKEN_NONE, on ? TOKEN_PAPER : TOKEN_INK3);
    pen_text_in(pen, STYLE_BODY, on ? "On" : "Off",
                (struct rect){box.x + box.w + pen_px(pen, 12), box.y,
                              pen_px(pen, 40), box.h},
                ALIGN_LEFT);
}

static void step(struct pen *pen, struct rect rect, const char *sign,
                 struct control control)
{
    struct touch touch = pen_control(pen, rect, pen_px(pen, 6), control);
    if (touch.hovered || touch.pressed)
        pen_fill(pen, rect, touch.pressed ? TOKEN_WASH2 : TOKEN_WASH);
    pen_text_in(pen, style_sized(STYLE_BODY, 18, 26), sign, rect, ALIGN_CENTRE);
}

void pen_stepper(struct pen *pen, struct rect rect, enum setting setting,
                 const char *value)
{
    int side = pen_px(pen, 46);
    int line = pen_px(pen, 1);
    pen_box(pen, rect, pen_px(pen, 6), 0, TOKEN_NONE, TOKEN_PAPER);
    step(pen, (struct rect){rect.x, rect.y, side, rect.h}, "\xe2\x88\x92",
         sets(MSG_SETTING_STEP, setting, -1));
    step(pen, (struct rect){rect.x + rect.w - side, rect.y, side, rect.h}, "+",
         sets(MSG_SETTING_STEP, setting, 1));
    pen_fill(pen, (struct rect){rect.x + side - line, rect.y, line, rect.h},
             TOKEN_EDGE);
    pen_fill(pen, (struct rect){rect.x + rect.w - side, rect.y, line, rect.h},
             TOKEN_EDGE);
    pen_text_in(pen, STYLE_BODY, value, rect, ALIGN_CENTRE);
    pen_box(pen, rect, pen_px(pen, 6), line, TOKEN_EDGE, TOKEN_NONE);
}

static void ticks(struct pen *pen, struct rect rect, int steps,
                  const char *const *marks)
{
    int middle = rect.y + rect.h / 2;
    int line = pen_px(pen, 1);
    for (int i = 0; i <= steps; i++) {
        int x = rect.x + rect.w * i / steps;
        if (marks && !marks[i])
            continue;
        pen_fill(pen,
                 (struct rect){x - line / 2, middle + pen_px(pen, 10), line,
                               pen_px(pen, 6)},
                 TOKEN_EDGE);
        if (!marks)
            continue;
        int w = pen_width(pen, STYLE_CAPTION, marks[i]);
        pen_text(pen, STYLE_CAPTION, marks[i], x - w / 2,
                 middle + pen_px(pen, 14));
    }
}

/* Where the thumb goes when the line is clicked, or the thumb drawn there. */
static bool zones(struct pen *pen, struct rect rect, enum setting setting,
                  int steps)
{
    int least = settings_bounded(setting, 0);
    int reach = pen_px(pen, 24);
    bool touched = false;
    rect.y += rect.h / 2 - reach;
    for (int i = 0; i <= steps; i++) {
        int from =
            i ? rect.x + rect.w * (2 * i - 1) / (2 * steps) : rect.x - reach;
        int to = i < steps ? rect.x + rect.w * (2 * i + 1) / (2 * steps)
                           : rect.x + rect.w + reach;
        struct touch touch = pointed(
            pen, (struct rect){from, rect.y, to - from, 2 * reach},
            sets(MSG_SETTING, setting, settings_stepped(setting, least, i)));
        touched = touched || touch.hovered || touch.pressed;
    }
    return touched;
}

/* Where the thumb is while it is held, wherever it will come to rest. */
static int held_at(const struct pen *pen, enum setting setting, int at,
                   int steps)
{
    const struct control *pressed = &pen->app->pressed;
    const struct control *hover = &pen->app->hover;
    int least = settings_bounded(setting, 0);
    if (pen->forced || pressed->kind != MSG_SETTING ||
        hover->kind != MSG_SETTING || pressed->x != (int)setting ||
        hover->x != (int)setting)
        return at;
    for (int i = 0; i <= steps; i++)
        if (settings_stepped(setting, least, i) == hover->number)
            return i;
    return at;
}

void pen_slider(struct pen *pen, struct rect rect, enum setting setting, int at,
                int steps, const char *const *marks)
{
    at = held_at(pen, setting, at, steps);
    int middle = rect.y + rect.h / 2;
    int thick = pen_px(pen, 6);
    int thin = pen_px(pen, 2);
    int thumb = pen_px(pen, 20);
    int x = rect.x + rect.w * at / steps;
    struct rect box = {x - thumb / 2, middle - thumb / 2, thumb, thumb};
    pen_fill(pen, (struct rect){rect.x, middle - thin / 2, rect.w, thin},
             TOKEN_EDGE);
    pen_fill(pen, (struct rect){rect.x, middle - thick / 2, x - rect.x, thick},
             TOKEN_INK);
    ticks(pen, rect, steps, marks);
    struct touch touch = pen_control(pen, box, pen_px(pen, 3),
                                     sets(MSG_SETTING_STEP, setting, 0));
    bool touched = pen->forced ? touch.hovered || touch.pressed
                               : zones(pen, rect, setting, steps);
    pen_box(pen, box, pen_px(pen, 3), pen_px(pen, 3), TOKEN_INK,
            touched ? TOKEN_WASH2 : TOKEN_PAPER);
    if (pen->forced && touch.focused)
        pen_ring(pen, box, pen_px(pen, 3));
}

int pen_chip(struct pen *pen, const char *text, int x, int y)
{
    struct style style = style_colored(STYLE_CAPTION, TOKEN_INK2);
    int w = pen_width(pen, style, text) + pen_px(pen, 18);
    struct rect box = {x, y, w, pen_px(pen, 26)};
    pen_box(pen, box, pen_px(pen, 4), pen_px(pen, 1), TOKEN_RULE, TOKEN_PAPER);
    pen_text_in(pen, style, text, box, ALIGN_CENTRE);
    return w;
}
