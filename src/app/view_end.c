/* The end of a sitting: the result, what was missed, the seal. */
#include "app/end.h"

#include "app/words.h"

enum {
    SEAL = 122,
    SHEET_W = 912,
    MARGIN = 64,
    MARGIN_NARROW = 36,
    TESTIMONIUM_H = 54 /* logical: its two lines */
};

struct end_place {
    struct rect sheet;
    struct rect inner;
    int inset;
    int buttons; /* y */
    bool low;
};

static struct end_place end_place(struct pen *pen)
{
    const struct app *app = pen->app;
    int scale = app_scale(app);
    struct end_place place = {.low = end_is_low(pen)};
    int w = SHEET_W * (scale < 125 ? scale : 125) / 100;
    int most = app->width - (app->width < SHEET_W ? 32 : 64);
    if (scale >= 175)
        w = 1240;
    if (w > most)
        w = most;
    int top = place.low ? 16 : 40;
    int under = pen_px(pen, 48) + (place.low ? 20 + 16 : 36 + 40);
    int h = app->height - top - under;
    int tall = w < 600 ? 600 : w;
    if (h > tall) {
        top += (h - tall) / 2;
        h = tall;
    }
    int margin = place.low ? MARGIN_NARROW + 8 : MARGIN;
    place.inset = place.low ? 10 : 16;
    place.sheet = (struct rect){(app->width - w) / 2, top, w, h};
    place.inner = (struct rect){place.sheet.x + margin, top, w - 2 * margin, h};
    place.buttons = top + h + (place.low ? 20 : 36);
    return place;
}

/* The testimonium, at the foot of the sheet or below all else. */
static void testimonium(struct pen *pen, struct rect rect, int number)
{
    const struct app *app = pen->app;
    struct arena *arena = pen->list->arena;
    int32_t counts[3];
    int32_t today = moment_study_day(app->now);
    (void)number;
    plan_forecast(app->knowledge, app->progress, app->deck, app->now, counts,
                  3);
    pen_text(pen, STYLE_SERIF_ITALIC, words_testimonium(arena, today), rect.x,
             rect.y);
    pen_paragraph(pen, style_colored(STYLE_BODY, TOKEN_INK2),
                  arena_printf(arena, "%s tomorrow, %d on %s",
                               words_count(arena, counts[1], "card", "cards"),
                               counts[2],
                               date_weekday_name(date_weekday(today + 2))),
                  rect.x, rect.y + pen_px(pen, 29), rect.w, false, true);
}

/* The seal lies over the frame's corner, on paper only. */
static struct rect stamp_place(const struct pen *pen,
                               const struct end_place *place)
{
    int size = pen_px(pen, SEAL);
    int right = place->sheet.x + place->sheet.w - 10;
    int bottom = place->sheet.y + place->sheet.h - 10;
    return (struct rect){right - size, bottom - size, size, size};
}

static void stamp(struct pen *pen, const struct end_place *place)
{
    struct rect at = stamp_place(pen, place);
    pen_stamp(pen, SEAL_KEPT, "\xe5\xae\x88", at.x, at.y, SEAL,
              motion_at_ms(pen->app, MOTION_STAMP));
}

/* "Study the four again", "Undo the last card", "Done": what has less room has
 * fewer words. */
static void buttons(struct pen *pen, const struct end_place *place)
{
    const struct session *session = &pen->app->session;
    struct arena *arena = pen->list->arena;
    int missed = end_missed(session);
    int h = pen_px(pen, 48);
    int gap = 12;
    struct button again = {.look = BUTTON_PLAIN,
                           .label = "Study it again",
                           .key = "A",
                           .control = control_of(MSG_AGAIN, 0)};
    struct button undo = {.look = BUTTON_QUIET,
                          .label = "Undo the last card",
                          .key = "Ctrl+Z",
                          .control = control_of(MSG_UNDO, 0)};
    struct button done = {.look = BUTTON_INK,
                          .label = "Done",
                          .key = "Enter",
                          .control = control_of(MSG_CONTINUE, 0),
                          .initial = true};
    if (missed > 1)
        again.label = arena_printf(arena, "Study the %s again",
                                   words_number(arena, missed, false));
    int again_w = missed ? pen_button_width(pen, again, h) + gap : 0;
    int undo_w = session_last(session) ? pen_button_width(pen, undo, h) : 0;
    int least = pen_button_width(pen, done, h);
    if (again_w + undo_w + gap + least > place->sheet.w) {
        undo.label = "Undo";
        undo_w = undo_w ? pen_button_width(pen, undo, h) : 0;
    }
    int done_w = pen_px(pen, 208);
    int room = place->sheet.w - again_w - undo_w - gap;
    if (done_w > room)
        done_w = room > least ? room : least;
    struct rect at = {place->sheet.x, place->buttons, again_w - gap, h};
    if (missed)
        pen_button(pen, at, again);
    at.x += again_w;
    at.w = undo_w;
    if (undo_w)
        pen_button(pen, at, undo);
    at.x = place->sheet.x + place->sheet.w - done_w;
    at.w = done_w;
    pen_button(pen, at, done);
}

static void more_below(struct pen *pen, struct rect line)
{
    struct control sent = control_of(MSG_SCROLL, 1);
    int cap = pen_keycap_width(pen, "\xe2\x86\x93");
    int text = pen_width(pen, STYLE_SMALL, "More below");
    struct rect all = {line.x, line.y, text + pen_px(pen, 8) + cap, line.h};
    int y = line.y + (line.h - pen_px(pen, 22)) / 2;
    pen_control(pen, all, pen_px(pen, 4), sent);
    pen_text_in(pen, STYLE_SMALL, "More below", all, ALIGN_LEFT);
    pen_keycap(pen, "\xe2\x86\x93", line.x + text + pen_px(pen, 8), y, false,
               TOKEN_INK2, TOKEN_PAPER);
}

/* Head and testimonium stay, what was missed scrolls between them. */
static void pinned(struct pen *pen, const struct end_place *place, int head)
{
    int y = place->sheet.y + head;
    int foot =
        place->sheet.y + place->sheet.h - 47 - pen_px(pen, TESTIMONIUM_H);
    struct flow list = flow_open(pen, place->inner.w);
    struct rect room = {place->inner.x, y, place->inner.w, foot - 8 - y};
    end_add_missed(pen, &list);
    if (list.y > room.h)
        room.h -= pen_px(pen, 30);
    if (flow_draw(pen, &list, room))
        more_below(pen, (struct rect){room.x, room.y + room.h, room.w,
                                      pen_px(pen, 30)});
    testimonium(pen, (struct rect){place->inner.x, foot, place->inner.w, 0}, 0);
    stamp(pen, place);
}

/* Where there is no room for that, all of it scrolls. */
static void scrolled(struct pen *pen, const struct end_place *place)
{
    static const struct control none = {MSG_NONE, 0, 0};
    struct flow all = flow_open(pen, place->inner.w);
    int edge = place->inset + 6;
    struct rect room = {place->inner.x, place->sheet.y + edge, place->inner.w,
                        place->sheet.h - 2 * edge};
    end_add_head(pen, &all);
    end_add_missed(pen, &all);
    flow_gap(&all, 20);
    flow_own(&all, pen_px(pen, TESTIMONIUM_H), testimonium, 0, none);
    if (all.y > room.h)
        room.h -= pen_px(pen, 30);
    if (flow_draw(pen, &all, room))
        more_below(pen, (struct rect){room.x, room.y + room.h, room.w,
                                      pen_px(pen, 30)});
}

void view_end(struct pen *pen)
{
    const struct app *app = pen->app;
    struct end_place place = end_place(pen);
    struct flow head = flow_open(pen, place.inner.w);
    pen_fill(pen, (struct rect){0, 0, app->width, app->height}, TOKEN_DESK);
    pen_sheet(pen, place.sheet, place.inset, false);
    end_add_head(pen, &head);
    int rows = pen_px(pen, 3 * 44 + 34 + TESTIMONIUM_H) + 46 + 16;
    int edge = place.low ? place.inset + 6 : 0;
    if (edge + head.y + rows <= place.sheet.h) {
        flow_draw(pen, &head,
                  (struct rect){place.inner.x, place.sheet.y + edge,
                                place.inner.w, head.y});
        pinned(pen, &place, edge + head.y);
    } else {
        scrolled(pen, &place);
    }
    buttons(pen, &place);
}
