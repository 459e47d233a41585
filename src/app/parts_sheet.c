/* Sheets, dialogs, and strips over them. */
#include <string.h>

#include "app/parts.h"

static void frame(struct pen *pen, struct rect rect, int inset, int line,
                  enum token color)
{
    struct rect inner = {rect.x + inset, rect.y + inset, rect.w - 2 * inset,
                         rect.h - 2 * inset};
    pen_box(pen, inner, 0, line, color, TOKEN_NONE);
}

/* Two fine lines; from the back of a room only thick ones are seen. */
static void frames(struct pen *pen, struct rect rect, int inset)
{
    if (strcmp(app_theme(pen->app)->stem, "projector") == 0) {
        frame(pen, rect, inset, 5, TOKEN_FRAME1);
        frame(pen, rect, inset + 8, 2, TOKEN_FRAME2);
        return;
    }
    frame(pen, rect, inset, pen_px(pen, 1), TOKEN_FRAME1);
    frame(pen, rect, inset + 4, pen_px(pen, 1), TOKEN_FRAME2);
}

/* Two sheets that still lie below, each a little narrower. */
static void pile(struct pen *pen, struct rect rect)
{
    int under = pen_px(pen, 4);
    for (int i = 2; i > 0; i--) {
        int in = pen_px(pen, 7 * i);
        struct rect edge = {rect.x + in, rect.y + rect.h - under,
                            rect.w - 2 * in, under + pen_px(pen, 5 * i)};
        pen_box(pen, edge, pen_px(pen, 3), pen_px(pen, 1), TOKEN_UNDER,
                TOKEN_PAPER);
    }
}

static void shadow(struct pen *pen, struct rect rect)
{
    struct draw *item = draw_add(pen->list, DRAW_SHADOW, rect, TOKEN_SHADOW);
    item->size = pen_px(pen, 28);
    item->radius = pen_px(pen, 3);
}

/* The sheet throws its shadow on the pile as well. */
void pen_sheet(struct pen *pen, struct rect rect, int inset, bool more_below)
{
    if (more_below)
        pile(pen, rect);
    shadow(pen, rect);
    pen_box(pen, rect, pen_px(pen, 3), 0, TOKEN_NONE, TOKEN_PAPER);
    frames(pen, rect, inset);
}

struct rect pen_dialog(struct pen *pen, int w, int h)
{
    const struct app *app = pen->app;
    int pad = pen_px(pen, 40);
    draw_cover(pen->list);
    pen_fill(pen, (struct rect){0, 0, app->width, app->height}, TOKEN_SCRIM);
    if (w > app->width - 32)
        w = app->width - 32;
    int y = app->height / 4;
    if (y + h > app->height - 16)
        y = app->height - 16 - h > 16 ? app->height - 16 - h : 16;
    struct rect sheet = {(app->width - w) / 2, y, w, h};
    shadow(pen, sheet);
    pen_box(pen, sheet, pen_px(pen, 3), 0, TOKEN_NONE, TOKEN_PAPER);
    return (struct rect){sheet.x + pad, sheet.y + pad, w - 2 * pad,
                         h - 2 * pad};
}

/* What stands before a toast's words. */
static void toast_sign(struct pen *pen, struct toast toast, int x, int y, int h)
{
    if (toast.undoes) {
        pen_icon(pen, ICON_UNDO, x, y + (h - pen_px(pen, 20)) / 2, 20,
                 TOKEN_PAPER);
    } else if (toast.sealed) {
        pen_seal(pen, toast.seal, "\xe5\xae\x88", x,
                 y + (h - pen_px(pen, 30)) / 2, 30);
    }
}

/* Words too long for the window go on in another line. */
struct rect pen_toast(struct pen *pen, struct toast toast, int x, int y,
                      bool draw)
{
    struct style style = style_colored(STYLE_BODY, TOKEN_PAPER);
    int pad = pen_px(pen, 18);
    int sign = pen_px(pen, toast.undoes ? 35 : toast.sealed ? 44 : 0);
    int key =
        toast.key ? pen_keycap_width(pen, toast.key) + pen_px(pen, 12) : 0;
    int most = pen->app->width - 2 * 16 - 2 * pad - sign - key;
    int text = pen_width(pen, style, toast.text);
    if (text > most)
        text = most;
    int lines = pen_paragraph(pen, style, toast.text, 0, 0, text, false, false);
    struct rect box = {x, y, 2 * pad + sign + text + key,
                       lines + pen_px(pen, 28)};
    if (!draw)
        return box;
    pen_box(pen, box, pen_px(pen, 6), 0, TOKEN_NONE, TOKEN_INK);
    toast_sign(pen, toast, x + pad, y, box.h);
    pen_paragraph(pen, style, toast.text, x + pad + sign, y + pen_px(pen, 14),
                  text, false, true);
    if (toast.key)
        pen_keycap(pen, toast.key, x + box.w - pen_px(pen, 14),
                   y + (box.h - pen_px(pen, 22)) / 2, true, TOKEN_PAPER,
                   TOKEN_NONE);
    return box;
}

void pen_tooltip(struct pen *pen, const char *text, int x, int y)
{
    int w = pen_width(pen, STYLE_SMALL, text) + pen_px(pen, 20);
    int h = pen_px(pen, 33);
    int tip = pen_px(pen, 8);
    int most = pen->app->width - 8 - w;
    struct rect box = {x - pen_px(pen, 24), y - tip - h, w, h};
    if (box.x > most)
        box.x = most;
    if (box.x < 8)
        box.x = 8;
    pen_box(pen, box, pen_px(pen, 4), 0, TOKEN_NONE, TOKEN_INK);
    struct draw *mark =
        draw_add(pen->list, DRAW_MARK,
                 (struct rect){x - tip, box.y + h, 2 * tip, tip}, TOKEN_INK);
    mark->mark = MARK_TIP;
    pen_text_in(pen, style_colored(STYLE_SMALL, TOKEN_PAPER), text, box,
                ALIGN_CENTRE);
}

static bool meet(struct rect a, struct rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h &&
           b.y < a.y + a.h;
}

/* The bottom of the window, or above the buttons there (smaller things are
 * words about keys); where they fill the lower half, the bottom. */
static int toast_top(struct pen *pen, struct rect box)
{
    const struct draw_list *list = pen->list;
    int bottom = box.y;
    for (size_t i = list->count; i > 0; i--) {
        const struct draw *item = &list->items[i - 1];
        if (!item->clickable || item->rect.h < pen_px(pen, 48) ||
            !meet(box, item->rect))
            continue;
        box.y = item->rect.y - pen_px(pen, 12) - box.h;
        i = list->count + 1; /* it may meet another one there */
        if (box.y < pen->app->height / 2)
            return bottom;
    }
    return box.y;
}

/* A toast can be clicked away, or does what its key does. */
void pen_notices(struct pen *pen)
{
    const struct app *app = pen->app;
    struct toast toast = {.text = app->toast,
                          .key = app->toast_undoes     ? "Ctrl+Y"
                                 : app->toast_may_undo ? "Ctrl+Z"
                                 : app->toast_leads && !app_wants_text(app)
                                     ? "W"
                                     : NULL,
                          .undoes = app->toast_undoes,
                          .sealed = app->toast_sealed,
                          .seal = app->toast_seal};
    if (!app->toast[0])
        return;
    size_t first = pen->list->count;
    struct rect box = pen_toast(pen, toast, 0, 0, false);
    box.x = (app->width - box.w) / 2;
    box.y = app->height - 24 - box.h;
    box.y = toast_top(pen, box);
    pen_control(pen, box, pen_px(pen, 6), app_toast_control(app));
    pen_toast(pen, toast, box.x, box.y, true);
    for (size_t i = first; i < pen->list->count; i++)
        pen->list->items[i].fade = (int)(1000 * (1 - motion_toast_ink(app)));
}
