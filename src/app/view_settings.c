/* Settings: the list of parts left, their rows right, which scroll. */
#include "app/settings_rows.h"

enum {
    LIST_W = 220, /* of the list of parts, 12 px of it in the margin */
    GUTTER = 37,  /* from the line between them to the rows */
    LINE = 24,    /* by which the rows scroll */
    MORE_H = 30,
};

/* The rows as they lie unscrolled; nothing of it stays in the list. */
static struct settings_column measured(struct pen *pen, struct rect area)
{
    struct settings_column column = settings_column_in(pen, area);
    size_t count = pen->list->count;
    settings_rows(pen, &column);
    pen->list->count = count;
    return column;
}

static void part_entry(struct pen *pen, struct rect rect, int part, int scroll)
{
    bool chosen = pen->app->section == part;
    struct control control = {MSG_SECTION, part, scroll};
    struct touch touch = pen_control(pen, rect, 0, control);
    if (chosen || touch.hovered || touch.pressed)
        pen_fill(pen, rect, touch.pressed ? TOKEN_WASH2 : TOKEN_WASH);
    if (chosen)
        pen_fill(pen, (struct rect){rect.x, rect.y, pen_px(pen, 3), rect.h},
                 TOKEN_SEAL);
    pen_text_in(pen, chosen ? STYLE_BODY_BOLD : STYLE_BODY,
                settings_parts[part],
                (struct rect){rect.x + pen_px(pen, 15), rect.y,
                              rect.w - pen_px(pen, 15), rect.h},
                ALIGN_LEFT);
}

/* The list of parts and the line beside it. */
static void part_list(struct pen *pen, struct rect body,
                      const struct settings_column *all, int scroll_max)
{
    int w = pen_px(pen, LIST_W);
    int h = pen_px(pen, 44);
    int bottom = pen->app->height - 48;
    struct rect rect = {body.x - 12, body.y + pen_px(pen, 20), w, h};
    for (int i = 0; i < PART_COUNT; i++, rect.y += h) {
        int scroll = (all->part_y[i] - all->part_y[0]) / pen_px(pen, LINE);
        part_entry(pen, rect, i, scroll < scroll_max ? scroll : scroll_max);
    }
    int line = rect.x + w + 12;
    pen_fill(pen,
             (struct rect){line, body.y, pen_px(pen, 1),
                           bottom > body.y ? bottom - body.y : 0},
             TOKEN_RULE);
}

static bool has_list(const struct pen *pen)
{
    return pen_width_that_counts(pen) >= 760;
}

/* What is left for the rows beside the list. */
static struct rect rows_area(const struct pen *pen, struct rect body)
{
    if (!has_list(pen))
        return body;
    int x = body.x - 12 + pen_px(pen, LIST_W) + 12 + pen_px(pen, GUTTER);
    return (struct rect){x, body.y, body.x + body.w - x, body.h};
}

/* Title, what becomes of changes, Oxford rule; returns what is below. */
static struct rect head(struct pen *pen, struct rect page)
{
    const char *trouble = pen->app->settings_trouble;
    const char *says = trouble ? trouble : "Changes are kept at once";
    struct style style =
        style_colored(STYLE_SMALL, trouble ? TOKEN_WRONG : TOKEN_INK2);
    int y = page.y + (page.y ? 12 : 46);
    int title = pen_text(pen, STYLE_TITLE, "Settings", page.x, y);
    int room = page.w - title - pen_px(pen, 32);
    y += pen_px(pen, STYLE_TITLE.line_height);
    if (pen_width(pen, style, says) <= room)
        pen_text_in(
            pen, style, says,
            (struct rect){page.x, y - pen_px(pen, 23), page.w, pen_px(pen, 20)},
            ALIGN_RIGHT);
    else
        y = pen_paragraph(pen, style, says, page.x, y, page.w, false, true);
    y += pen_px(pen, 12);
    pen_oxford(pen, page.x, y, page.w);
    y += 6 * pen_px(pen, 1);
    return (struct rect){page.x, y, page.w, pen->app->height - y};
}

/* Says that there is more to see; over the rows, at the window's end. */
static void more_below(struct pen *pen, struct rect area)
{
    int h = pen_px(pen, MORE_H);
    int x = area.x + area.w;
    struct rect strip = {area.x - 6, area.y + area.h - h, area.w + 12, h};
    pen_fill(pen, strip, TOKEN_PAPER);
    pen_fill(pen, (struct rect){area.x, strip.y, area.w, pen_px(pen, 1)},
             TOKEN_RULE);
    int cap = pen_keycap(pen, "Page Down", x, strip.y + pen_px(pen, 4), true,
                         TOKEN_INK2, TOKEN_PAPER);
    strip.w = x - cap - pen_px(pen, 10) - strip.x;
    pen_text_in(pen, STYLE_CAPTION, "More below", strip, ALIGN_RIGHT);
}

void view_settings(struct pen *pen)
{
    struct rect body = head(pen, pen_page(pen));
    struct rect area = rows_area(pen, body);
    struct settings_column all = measured(pen, area);
    int line = pen_px(pen, LINE);
    int over = all.y - area.y - area.h;
    if (over > 0) {
        area.h -= pen_px(pen, MORE_H);
        over += pen_px(pen, MORE_H);
    }
    int most = over > 0 ? (over + line - 1) / line : 0;
    int scroll = pen->app->scroll < most ? pen->app->scroll : most;
    pen->list->scroll_max = most;
    if (has_list(pen))
        part_list(pen, body, &all, most);
    int around = pen_px(pen, 16);
    pen_clip(pen, (struct rect){area.x - around, area.y, area.w + 2 * around,
                                area.h});
    struct settings_column column = settings_column_in(pen, area);
    column.y -= scroll * line;
    settings_rows(pen, &column);
    pen_unclip(pen);
    if (scroll < most) {
        area.h += pen_px(pen, MORE_H);
        more_below(pen, area);
    }
}
