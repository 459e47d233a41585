/* An order: numbered places along a line, and strips that lie on them. */
#include "app/laying.h"

#include <string.h>

#include "app/words.h"

enum {
    STRIP_X = 64,
    PLACE_X = 20, /* the middle of the line */
    CIRCLE = 30,
    LINE = 2,
    GRIP_X = 11,
    SEAL_X = 49,
    SEAL = 34,
    TEXT_X = 99,
    TEXT_END = 20,
    TEXT_TIGHT_END = 12,
    BELOW_GAP = 4,
    END_W = 118,      /* what stands at the right of a strip */
    END_TIGHT_W = 62, /* without the word and the date */
    LOOK = 8,         /* a row's number has its look and its place */
    LIFT_X = 8,
    LIFT_Y = 5,
    ARROW = 44,
    SHADOW_BLUR = 28,
};

static const struct style title_style = {FACE_SERIF, 20, 26, TOKEN_INK};
static const struct style below_style = {FACE_SANS, 14, 20, TOKEN_INK3};
static const struct style date_style = {FACE_SANS, 14, 20, TOKEN_INK2};

static const struct part *part_at(const struct app *app, int place)
{
    return &app->question.parts[app->laying.at[place]];
}

/* Its deck, but for one whose title has a year in it. */
static const char *below_title(const struct part *part)
{
    const struct deck *deck = part->item->deck;
    if (!deck || !deck->title || strpbrk(deck->title, "0123456789"))
        return "";
    return deck->title;
}

/* The look of the strips, the same for all of them. */
static struct style titles(bool tight)
{
    return tight ? style_sized(title_style, 18, 23) : title_style;
}

/* Room for what comes beside it, so that it never takes another line. */
static int end_width(struct pen *pen, bool tight)
{
    const struct question *question = &pen->app->question;
    int w = pen_px(pen, END_W);
    if (tight)
        return pen_px(pen, END_TIGHT_W);
    for (int i = 0; i < question->part_count; i++) {
        int own = pen_width(pen, date_style, question->parts[i].value);
        if (own > w)
            w = own;
    }
    return w;
}

static int text_room(struct pen *pen, int w, bool tight)
{
    int end = tight ? TEXT_TIGHT_END : TEXT_END;
    return w - pen_px(pen, TEXT_X + 2 * end) - end_width(pen, tight);
}

/* Where there is little room the date takes the place of the deck. */
static const char *below_of(const struct app *app, const struct part *part,
                            bool tight)
{
    return tight && app->phase == PHASE_FEEDBACK ? part->value
                                                 : below_title(part);
}

static int text_height(struct pen *pen, const struct part *part,
                       const char *below, int room, bool tight)
{
    int h = pen_paragraph(pen, titles(tight), part->title, 0, 0, room, false,
                          false);
    if (!tight)
        h += pen_px(pen, BELOW_GAP);
    return pen_paragraph(pen, below_style, below, 0, h, room, false, false);
}

/* All are as high as the highest, whichever lies where. */
static int strip_height(struct pen *pen, int w, int look)
{
    const struct question *question = &pen->app->question;
    bool tight = laying_is_tight(look);
    int room = text_room(pen, w - pen_px(pen, STRIP_X), tight);
    int most = pen_px(pen, SEAL);
    for (int i = 0; i < question->part_count; i++) {
        const struct part *part = &question->parts[i];
        int h = text_height(pen, part, below_title(part), room, tight);
        int dated = text_height(pen, part, part->value, room, tight);
        most = h > most ? h : most;
        most = dated > most ? dated : most;
    }
    return most + 2 * pen_px(pen, laying_looks[look].pad - 2);
}

static bool has_seal(const struct part *part)
{
    const struct deck *deck = part->item->deck;
    return deck && (deck->seal || deck->seal_letters);
}

static void seal(struct pen *pen, const struct part *part, int x, int y)
{
    const struct progress *progress = pen->app->progress;
    const struct deck *deck = part->item->deck;
    struct arena *arena = pen->list->arena;
    if (!has_seal(part))
        return;
    pen_seal(pen,
             seal_of_stage(progress_stage(
                 progress, progress_of(progress, part->item->id))),
             arena_printf(arena, "%s %s", deck->seal ? deck->seal : "",
                          deck->seal_letters ? deck->seal_letters : ""),
             x, y, SEAL);
}

/* The number of a place, and the line from it to the next. */
static void draw_place(struct pen *pen, struct rect rect, int place)
{
    bool last = place == pen->app->question.part_count - 1;
    int size = pen_px(pen, CIRCLE);
    int line = pen_px(pen, LINE);
    int x = rect.x + pen_px(pen, PLACE_X);
    int y = rect.y + rect.h / 2;
    int down = last ? y + size / 2 + pen_px(pen, 12) - rect.y
                    : rect.h + pen_px(pen, 12);
    struct style bold = style_sized(STYLE_BODY_BOLD, 15, 20);
    pen_fill(pen, (struct rect){x - line / 2, rect.y, line, down}, TOKEN_INK2);
    if (last)
        pen_icon(pen, ICON_DOWN, x - pen_px(pen, 12),
                 rect.y + down - pen_px(pen, 16), 24, TOKEN_INK);
    struct rect circle = {x - size / 2, y - size / 2, size, size};
    pen_box(pen, circle, size / 2, line, TOKEN_INK, TOKEN_PAPER);
    pen_text_in(pen, bold, arena_printf(pen->list->arena, "%d", place + 1),
                (struct rect){circle.x, circle.y - 1, size, size},
                ALIGN_CENTRE);
}

/* "Place 2 3", the two struck out, and the date below. */
static void verdict(struct pen *pen, struct rect strip, int place, bool tight)
{
    const struct app *app = pen->app;
    struct arena *arena = pen->list->arena;
    enum answered answered = laying_answered_as(app, app->laying.at[place]);
    bool wrong = answered == ANSWERED_WRONG;
    int right = laying_place_of(app, app->laying.at[place]);
    int w = end_width(pen, tight);
    int x = strip.x + strip.w - pen_px(pen, TEXT_END) - w;
    int line = pen_px(pen, 22);
    int icon = pen_px(pen, 18);
    int y = strip.y + (strip.h - line - (tight ? 0 : pen_px(pen, 20))) / 2;
    if (answered != ANSWERED_OTHER) {
        pen_icon(pen, wrong ? ICON_CROSS : ICON_RING, x, y + (line - icon) / 2,
                 18, wrong ? TOKEN_WRONG : TOKEN_RIGHT);
        x += icon + pen_px(pen, 6);
    }
    if (!tight)
        x += pen_text(pen, date_style, "Place", x, y + pen_px(pen, 1)) +
             pen_px(pen, 6);
    laying_amended(pen, (struct rect){x, y, 0, line},
                   wrong ? arena_printf(arena, "%d", place + 1) : NULL,
                   arena_printf(arena, "%d", right + 1), true);
    if (!tight)
        pen_text(pen, date_style, part_at(app, place)->value,
                 strip.x + strip.w - pen_px(pen, TEXT_END) - w, y + line);
}

/* Up and down, on the strip that is lifted. */
static void arrow(struct pen *pen, struct rect rect, enum icon icon, int step)
{
    struct touch touch =
        pen_control(pen, rect, pen_px(pen, 4), control_of(MSG_MOVE, step));
    int size = pen_px(pen, 18);
    int y = step < 0 ? rect.y + rect.h - size - 1 : rect.y + 1;
    if (touch.hovered || touch.pressed)
        pen_box(pen, rect, pen_px(pen, 4), 0, TOKEN_NONE,
                touch.pressed ? TOKEN_WASH2 : TOKEN_WASH);
    pen_icon(pen, icon, rect.x + (rect.w - size) / 2, y, 18, TOKEN_INK);
}

static void arrows(struct pen *pen, struct rect strip)
{
    const struct app *app = pen->app;
    int edge = pen_px(pen, LINE);
    int w = pen_px(pen, ARROW);
    int h = strip.h / 2 - edge;
    int x = strip.x + strip.w - w - pen_px(pen, 7);
    if (app->laying.lifted > 0)
        arrow(pen, (struct rect){x, strip.y + edge, w, h}, ICON_UP, -1);
    if (app->laying.lifted < app->question.part_count - 1)
        arrow(pen, (struct rect){x, strip.y + strip.h / 2, w, h}, ICON_DOWN, 1);
}

/* What stands on a strip. */
static void inside(struct pen *pen, struct rect strip, int place, bool tight)
{
    const struct part *part = part_at(pen->app, place);
    const char *below = below_of(pen->app, part, tight);
    bool faded = pen->app->phase == PHASE_FEEDBACK;
    int room = text_room(pen, strip.w, tight);
    int x = strip.x + pen_px(pen, has_seal(part) ? TEXT_X : SEAL_X);
    int y =
        strip.y + (strip.h - text_height(pen, part, below, room, tight)) / 2;
    pen_icon(pen, ICON_GRIP, strip.x + pen_px(pen, GRIP_X),
             strip.y + (strip.h - pen_px(pen, 24)) / 2, 24,
             faded ? TOKEN_RULE : TOKEN_INK3);
    seal(pen, part, strip.x + pen_px(pen, SEAL_X),
         strip.y + (strip.h - pen_px(pen, SEAL)) / 2);
    y = pen_paragraph(pen, titles(tight), part->title, x, y, room, false, true);
    if (!tight)
        y += pen_px(pen, BELOW_GAP);
    pen_paragraph(pen, faded ? date_style : below_style, below, x, y, room,
                  false, true);
}

static struct rect strip_of(const struct pen *pen, struct rect rect)
{
    int x = pen_px(pen, STRIP_X);
    return (struct rect){rect.x + x, rect.y, rect.w - x, rect.h};
}

/* The place of a lifted strip is empty; it is drawn when all else is. */
static void row(struct pen *pen, struct rect rect, int number)
{
    const struct app *app = pen->app;
    int place = number % LOOK;
    bool tight = laying_is_tight(number / LOOK);
    struct rect strip = strip_of(pen, rect);
    enum answered answered = laying_answered_as(app, app->laying.at[place]);
    struct touch touch = {false, false, false};
    bool picked = answered == ANSWERED_NOT && app->picked == place;
    draw_place(pen, rect, place);
    if (answered == ANSWERED_NOT)
        touch = pen_control(pen, strip, pen_px(pen, 6),
                            control_of(MSG_STRIP, place));
    if (app->laying.lifted == place)
        return;
    if (picked)
        pen->initial = control_of(MSG_STRIP, place);
    pen_row_box(pen, strip, answered, picked, touch);
    inside(pen, strip, place, tight);
    if (answered != ANSWERED_NOT)
        verdict(pen, strip, place, tight);
}

static void lifted(struct pen *pen, bool tight)
{
    const struct laying *laying = &pen->app->laying;
    const struct draw *item =
        draw_control(pen->list, control_of(MSG_STRIP, laying->lifted));
    if (laying->lifted < 0 || !item || item->rect.h == 0)
        return;
    struct rect strip = item->rect;
    strip.x -= LIFT_X;
    strip.y += laying->drag_px - LIFT_Y;
    struct draw *shadow = draw_add(pen->list, DRAW_SHADOW, strip, TOKEN_SHADOW);
    shadow->size = SHADOW_BLUR;
    pen_box(pen, strip, pen_px(pen, 6), pen_px(pen, LINE), TOKEN_INK,
            TOKEN_PAPER);
    inside(pen, strip, laying->lifted, tight);
    arrows(pen, strip);
}

static void rows(struct pen *pen, struct flow *flow, int look)
{
    const struct laying_look *about = &laying_looks[look];
    bool open = pen->app->phase == PHASE_ASKING;
    int h = strip_height(pen, flow->w, look);
    int gap = about->gap + (look == 0 ? 2 : 0);
    if (look == 0)
        flow_gap(flow, -8); /* strips stand closer to the line than columns */
    for (int k = 0; k < pen->app->question.part_count; k++) {
        if (k)
            flow_gap(flow, gap);
        flow_own(flow, h, row, look * LOOK + k,
                 open ? control_of(MSG_STRIP, k) : control_of(MSG_NONE, 0));
    }
}

static const char *says(struct pen *pen)
{
    const struct app *app = pen->app;
    if (app->phase == PHASE_ASKING)
        return "Earliest first.";
    if (app->laying.passed)
        return "Earliest first. The numbers show where each belongs.";
    return arena_printf(pen->list->arena, "Earliest first. %s",
                        laying_result(pen, "in place"));
}

bool view_order(struct pen *pen, const struct card_place *place)
{
    bool more = laying_body(pen, place, says(pen), rows);
    if (pen->app->phase == PHASE_ASKING)
        lifted(pen, laying_is_tight(laying_look(pen, place, rows)));
    return more;
}

void view_order_controls(struct pen *pen, const struct card_place *place,
                         bool more)
{
    const struct app *app = pen->app;
    const char *count =
        arena_printf(pen->list->arena, "%d", app->question.part_count);
    const struct card_hint carrying[] = {
        {"\xe2\x86\x91", "\xe2\x86\x93", "move", {MSG_NONE, 0, 0}},
        {"1", count, "move to that place", {MSG_NONE, 0, 0}},
        {"Space", NULL, "put down", {MSG_LIFT, 0, 0}}};
    const struct card_hint choosing[] = {
        {"\xe2\x86\x91", "\xe2\x86\x93", "choose", {MSG_NONE, 0, 0}},
        {"Space", NULL, "lift", {MSG_LIFT, 0, 0}},
        {"1", count, "lift that one", {MSG_NONE, 0, 0}},
        {"0", NULL, "I do not know", {MSG_DONT_KNOW, 0, 0}}};
    bool carries = app->laying.lifted >= 0;
    bool brief = place->room != CARD_ROOMY || more;
    if (app->phase == PHASE_FEEDBACK) {
        laying_answered(pen, place, more);
        return;
    }
    bool small = pen_width_that_counts(pen) < 500;
    int all = carries ? 3 : 4;
    const struct card_hint *hints = carries ? carrying : choosing;
    laying_asking(pen, place, brief ? hints + all - 1 : hints, brief ? 1 : all,
                  NULL, small ? "Check" : "Check the order", more);
}
