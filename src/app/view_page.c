/* What a page lies in: the bound spine, the rail of a narrower window, or the
 * head bar of a narrow one. */
#include "app/parts.h"

enum {
    SPINE_W = 204,
    RAIL_W = 80,
    BAR_H = 44,
    PAGE_MOST_W = 1240,
    PITCH = 48, /* from one entry to the next */
    TAB_H = 44,
    FOOT_PITCH = 32,
};

/* What can be gone to, in order. */
static const struct page {
    enum screen screen;
    enum icon icon;
    const char *label;
    const char *key;
} pages[] = {
    {SCREEN_HOME, ICON_TODAY, "Today", "H"},
    {SCREEN_SETTINGS, ICON_SETTINGS, "Settings", "S"},
};

enum { PAGE_COUNT = (int)(sizeof pages / sizeof pages[0]) };

static const struct style bound = {FACE_SANS, 16, 24, TOKEN_SPINE_INK};
static const struct style bound_small = {FACE_SANS, 13, 20, TOKEN_SPINE_INK2};

/* The page of mistakes belongs to today's. */
static bool is_open(const struct pen *pen, const struct page *page)
{
    enum screen screen = pen->app->screen;
    return page->screen == screen ||
           (page->screen == SCREEN_HOME && screen == SCREEN_MISTAKES);
}

static void spine_key(struct pen *pen, const char *key, int right, int y)
{
    pen_keycap(pen, key, right, y, true, TOKEN_SPINE_INK2, TOKEN_NONE);
}

/* On navy the ring alone is too dark to be seen. */
static void bound_touch(struct pen *pen, struct rect rect, struct touch touch)
{
    int radius = pen_px(pen, 6);
    if (touch.hovered || touch.pressed)
        pen_box(pen, rect, radius, 0, TOKEN_NONE, TOKEN_STITCH);
    if (touch.focused)
        pen_box(pen, rect, radius, pen_px(pen, 2), TOKEN_SPINE_INK, TOKEN_NONE);
}

/* The strip, its thread and the stitches through it. */
static void binding(struct pen *pen, int w)
{
    const struct app *app = pen->app;
    int line = pen_px(pen, 2);
    int thread = pen_px(pen, 12);
    pen_fill(pen, (struct rect){0, 0, w, app->height}, TOKEN_SPINE);
    if (w < pen_px(pen, SPINE_W))
        return;
    pen_fill(pen, (struct rect){thread, 0, line, app->height}, TOKEN_STITCH);
    for (int y = pen_px(pen, 85); y < app->height; y += pen_px(pen, 209))
        for (int i = 0; i < 2; i++)
            pen_fill(pen,
                     (struct rect){0, y + i * pen_px(pen, 6), thread, line},
                     TOKEN_STITCH);
}

/* The open page is a tab of its paper, which runs into the page. */
static void paper_tab(struct pen *pen, struct rect tab)
{
    int radius = pen_px(pen, 6);
    pen_box(pen, tab, radius, 0, TOKEN_NONE, TOKEN_PAPER);
    pen_fill(
        pen,
        (struct rect){tab.x + tab.w - 2 * radius, tab.y, 2 * radius, tab.h},
        TOKEN_PAPER);
}

static void page_tab(struct pen *pen, const struct page *page, struct rect tab,
                     bool labelled)
{
    bool open = is_open(pen, page);
    int key = tab.x + tab.w - pen_px(pen, labelled ? 14 : 10);
    int top = tab.y + (tab.h - pen_px(pen, 22)) / 2;
    if (page->screen != pen->app->screen) {
        struct rect hit = tab;
        hit.w -= pen_px(pen, 6);
        struct touch touch = pen_control(pen, hit, pen_px(pen, 6),
                                         control_of(MSG_GO, (int)page->screen));
        if (!open)
            bound_touch(pen, hit, touch);
    }
    if (open)
        paper_tab(pen, tab);
    pen_icon(pen, page->icon, tab.x + pen_px(pen, labelled ? 13 : 11),
             tab.y + pen_px(pen, 12), 20, open ? TOKEN_INK : TOKEN_SPINE_INK);
    if (labelled)
        pen_text_in(pen, open ? STYLE_BODY_BOLD : bound, page->label,
                    (struct rect){tab.x + pen_px(pen, 46), tab.y,
                                  pen_px(pen, 96), tab.h},
                    ALIGN_LEFT);
    if (open)
        pen_keycap(pen, page->key, key, top, true, TOKEN_INK2, TOKEN_PAPER);
    else
        spine_key(pen, page->key, key, top);
}

static void foot_entry(struct pen *pen, const char *label, const char *key,
                       struct rect row, enum msg_kind kind)
{
    int top = row.y + (row.h - pen_px(pen, 22)) / 2;
    struct touch touch =
        pen_control(pen, row, pen_px(pen, 6), control_of(kind, 0));
    bound_touch(pen, row, touch);
    if (label)
        pen_text_in(pen, bound_small, label,
                    (struct rect){row.x + pen_px(pen, 8), row.y,
                                  pen_px(pen, 100), row.h},
                    ALIGN_LEFT);
    else
        pen_icon(pen, ICON_INFO, row.x + pen_px(pen, 7),
                 row.y + (row.h - pen_px(pen, 20)) / 2, 20, TOKEN_SPINE_INK2);
    spine_key(pen, key, row.x + row.w - pen_px(pen, 8), top);
}

/* The first entry's y: where the window is too low for all, the name goes. */
static int entries_top(struct pen *pen, int top, int foot_h)
{
    int needed = pen_px(pen, top) + PAGE_COUNT * pen_px(pen, PITCH) + foot_h;
    return pen_px(pen, needed > pen->app->height ? 16 : top);
}

static void spine(struct pen *pen)
{
    int w = pen_px(pen, SPINE_W);
    int y = entries_top(pen, 124, pen_px(pen, 100));
    int foot = pen->app->height - pen_px(pen, 90);
    binding(pen, w);
    if (y == pen_px(pen, 124)) {
        struct style name = {FACE_DISPLAY, 31, 38, TOKEN_SPINE_INK};
        pen_seal(pen, SEAL_LOGO, "\xe7\xb4\x84", pen_px(pen, 36),
                 pen_px(pen, 36), 44);
        pen_text(pen, name, "Pacta", pen_px(pen, 92), pen_px(pen, 40));
    }
    for (int i = 0; i < PAGE_COUNT; i++, y += pen_px(pen, PITCH))
        page_tab(pen, &pages[i],
                 (struct rect){pen_px(pen, 24), y, w - pen_px(pen, 24),
                               pen_px(pen, TAB_H)},
                 true);
    struct rect row = {pen_px(pen, 28), foot, w - pen_px(pen, 34),
                       pen_px(pen, FOOT_PITCH - 4)};
    foot_entry(pen, "Help", "F1", row, MSG_HELP);
    row.y += pen_px(pen, FOOT_PITCH);
    foot_entry(pen, "Full screen", "F11", row, MSG_FULL_SCREEN);
}

static void rail(struct pen *pen)
{
    int w = pen_px(pen, RAIL_W);
    int y = entries_top(pen, 84, pen_px(pen, 60));
    binding(pen, w);
    if (y == pen_px(pen, 84))
        pen_seal(pen, SEAL_LOGO, "\xe7\xb4\x84", pen_px(pen, 18),
                 pen_px(pen, 20), 44);
    for (int i = 0; i < PAGE_COUNT; i++, y += pen_px(pen, PITCH))
        page_tab(pen, &pages[i],
                 (struct rect){pen_px(pen, 8), y, w - pen_px(pen, 8),
                               pen_px(pen, TAB_H)},
                 false);
    struct rect row = {pen_px(pen, 12), pen->app->height - pen_px(pen, 50),
                       w - pen_px(pen, 14), pen_px(pen, 36)};
    foot_entry(pen, NULL, "F1", row, MSG_HELP);
}

static void bar_menu(struct pen *pen, struct rect bar, int margin)
{
    int label = pen_width(pen, bound, "Menu");
    const struct problem *problem =
        pen->app->screen == SCREEN_MISTAKES ? app_problem(pen->app) : NULL;
    bool has_key = !problem || !problem->mended; /* else M mends */
    int w = label + pen_px(pen, 20) +
            (has_key ? pen_keycap_width(pen, "M") + pen_px(pen, 12) : 0);
    int h = pen_px(pen, 36);
    struct rect rect = {bar.w - margin - w + pen_px(pen, 10), (bar.h - h) / 2,
                        w, h};
    struct touch touch =
        pen_control(pen, rect, pen_px(pen, 6), control_of(MSG_MENU, 0));
    bound_touch(pen, rect, touch);
    pen_text_in(pen, bound, "Menu",
                (struct rect){rect.x + pen_px(pen, 10), rect.y, label, h},
                ALIGN_LEFT);
    if (has_key)
        spine_key(pen, "M", rect.x + w - pen_px(pen, 10),
                  rect.y + (h - pen_px(pen, 22)) / 2);
}

static void head_bar(struct pen *pen, int margin)
{
    struct rect bar = {0, 0, pen->app->width, pen_px(pen, BAR_H)};
    struct style name = {FACE_SERIF, 22, 28, TOKEN_SPINE_INK};
    pen_fill(pen, bar, TOKEN_SPINE);
    pen_seal(pen, SEAL_LOGO, "\xe7\xb4\x84", margin,
             (bar.h - pen_px(pen, 30)) / 2, 30);
    pen_text_in(
        pen, name, "Pacta",
        (struct rect){margin + pen_px(pen, 42), 0, pen_px(pen, 200), bar.h},
        ALIGN_LEFT);
    bar_menu(pen, bar, margin);
}

struct rect pen_page(struct pen *pen)
{
    const struct app *app = pen->app;
    int counts = pen_width_that_counts(pen);
    int margin = counts >= 1120 ? 48 : 28;
    int left = counts >= 1120  ? pen_px(pen, SPINE_W)
               : counts >= 760 ? pen_px(pen, RAIL_W)
                               : 0;
    int top = counts < 760 ? pen_px(pen, BAR_H) : 0;
    int w = app->width - left - 2 * margin;
    int most = pen_px(pen, PAGE_MOST_W);
    pen_fill(pen, (struct rect){0, 0, app->width, app->height}, TOKEN_PAPER);
    if (counts >= 1120)
        spine(pen);
    else if (counts >= 760)
        rail(pen);
    else
        head_bar(pen, margin);
    if (w > most) {
        margin += (w - most) / 2;
        w = most;
    }
    return (struct rect){left + margin, top, w, app->height - top};
}
