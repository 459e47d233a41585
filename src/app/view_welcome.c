/* The first page: what is done here, in three steps, and what seals mean. */
#include "app/welcome.h"

enum {
    SHEET_W = 960,
    SHEET_H = 640,
    ABOVE = 40,
    GAP_BUTTONS = 31,
    BUTTON_H = 56,
    QUIET_H = 48,
};

static const struct style display = {FACE_DISPLAY, 44, 50, TOKEN_INK};
static const struct style display_small = {FACE_DISPLAY, 30, 38, TOKEN_INK};
static const struct style motto = {FACE_SERIF_ITALIC, 20, 25, TOKEN_INK2};

static bool is_low(const struct pen *pen)
{
    return pen->app->height < pen_px(pen, 700) ||
           pen_width_that_counts(pen) < 1000;
}

static void draw_head(struct pen *pen, struct rect row, int small)
{
    int seal = small ? 56 : 72;
    int x = row.x + pen_px(pen, seal + 20);
    struct style title = small ? display_small : display;
    int y = row.y - pen_px(pen, small ? 4 : 5);
    pen_seal(pen, SEAL_LOGO, "\xe7\xb4\x84", row.x, row.y, seal);
    pen_text(pen, title, "Agreements must be kept", x, y);
    pen_text(pen, motto, "Pacta sunt servanda. Pacta keeps them in memory.", x,
             y + pen_px(pen, title.line_height));
}

/* Where the words stand on one line beside the seal; else one above the other,
 * broken as they must. */
static void add_head(struct pen *pen, struct flow *flow, bool low)
{
    const char *words = "Pacta sunt servanda. Pacta keeps them in memory.";
    int room = flow->w - pen_px(pen, low ? 76 : 92);
    if (pen_width(pen, motto, words) <= room &&
        pen_width(pen, low ? display_small : display,
                  "Agreements must be kept") <= room) {
        flow_own(flow, pen_px(pen, low ? 62 : 72), draw_head, low,
                 control_of(MSG_NONE, 0));
        return;
    }
    flow_text(pen, flow, display_small, "Agreements must be kept", true);
    flow_text(pen, flow, motto, words, false);
}

static void draw_oxford(struct pen *pen, struct rect row, int number)
{
    (void)number;
    pen_oxford(pen, row.x, row.y, row.w);
}

static struct flow content(struct pen *pen, int w, bool low)
{
    struct flow flow = flow_open(pen, w);
    struct control none = control_of(MSG_NONE, 0);
    add_head(pen, &flow, low);
    flow_gap(&flow, pen_px(pen, low ? 12 : 32));
    flow_own(&flow, pen_px(pen, 6), draw_oxford, 0, none);
    flow_gap(&flow, pen_px(pen, low ? 20 : 30));
    welcome_steps(pen, &flow);
    flow_gap(&flow, pen_px(pen, low ? 16 : 26));
    flow_rule(&flow);
    flow_gap(&flow, pen_px(pen, low ? 14 : 23));
    flow_text(pen, &flow, style_colored(STYLE_BODY, TOKEN_INK2),
              "Each fact carries a seal. It takes more ink the longer you will "
              "remember.",
              false);
    flow_gap(&flow, pen_px(pen, low ? 8 : 13));
    welcome_seals(pen, &flow);
    return flow;
}

/* Skip left, the one thing to do right. */
static void buttons(struct pen *pen, struct rect sheet, int y, int h)
{
    struct button begin = {.look = BUTTON_MAIN,
                           .label = "Try five cards",
                           .key = "Enter",
                           .control = control_of(MSG_STUDY, APP_FIRST_CARDS),
                           .initial = true};
    struct button skip = {.look = BUTTON_QUIET,
                          .label = "Skip",
                          .key = "Esc",
                          .control = control_of(MSG_BACK, 0)};
    int quiet = pen_px(pen, QUIET_H);
    int w = pen_button_width(pen, begin, h);
    int own = pen_button_width(pen, skip, quiet);
    int pad = pen_px(pen, 12);
    pen_button(pen,
               (struct rect){sheet.x - (sheet.x > 2 * pad ? pad - 1 : 0),
                             y + (h - quiet) / 2, own, quiet},
               skip);
    pen_button(pen, (struct rect){sheet.x + sheet.w - w, y, w, h}, begin);
}

/* In the middle of a large window, within 16 px of a small one. */
static struct rect sheet_place(struct pen *pen, bool low, int foot)
{
    const struct app *app = pen->app;
    int around = low ? 16 : ABOVE;
    int w = pen_px(pen, SHEET_W);
    int h = pen_px(pen, SHEET_H);
    int room = app->height - around - foot;
    if (w > app->width - 2 * around)
        w = app->width - 2 * around;
    int top = around;
    if (h < room)
        top += (room - h) / 2;
    return (struct rect){(app->width - w) / 2, top, w, h < room ? h : room};
}

void view_welcome(struct pen *pen)
{
    const struct app *app = pen->app;
    bool low = is_low(pen);
    int h = pen_px(pen, low ? QUIET_H : BUTTON_H);
    int gap = low ? 18 : GAP_BUTTONS;
    struct rect sheet = sheet_place(pen, low, gap + h + (low ? 16 : 33));
    int in = low ? 40 : 72;
    int top = low ? 34 : 52;
    struct rect body = {sheet.x + in, sheet.y + top, sheet.w - 2 * in,
                        sheet.h - top - (low ? 24 : 32)};
    pen_fill(pen, (struct rect){0, 0, app->width, app->height}, TOKEN_DESK);
    pen_sheet(pen, sheet, low ? 10 : 16, false);
    struct flow flow = content(pen, body.w, low);
    if (flow.y > body.h)
        body.h -= pen_px(pen, 26);
    if (flow_draw(pen, &flow, body))
        flow_more(pen, body.x, body.y + body.h + pen_px(pen, 4));
    buttons(pen, sheet, sheet.y + sheet.h + gap, h);
}
