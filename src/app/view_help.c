/* The keys, from the table that the program obeys: the groups of what is on
 * show first, in columns, scrolled where they are longer than the sheet. */
#include <string.h>

#include "app/flow.h"
#include "app/keys.h"

enum {
    SHEET_W = 1000,
    ROW_H = 33,
    CAPS_H = 26, /* more, where the caps have a line of their own */
    HEADING_H = 49,
    GROUP_GAP = 6,
    COLUMN_GAP = 56,
    TWO_COLUMNS_W = 640, /* logical px that they need */
    CAPS_MAX = 8,
};

/* One line of the help: all keys of the rows that say the same. */
struct key_line {
    const char *says;
    const struct key_row *rows[CAPS_MAX];
    int count;
};

struct column {
    int x;
    int y;
    int w;
};

/* B is a letter while parts are matched. */
static bool is_shadowed(const struct app *app, const struct key_row *row)
{
    const struct key_row *found = keys_find_below(app, row->key, row->mods);
    return app->screen == SCREEN_STUDY && row->screen == SCREEN_STUDY &&
           row->form == KEYS_ANY && row->msg == MSG_ASIDE && found != row;
}

/* What is wrong with the decks can be seen only when something is. */
static bool is_listed(const struct app *app, const struct key_row *row)
{
    bool any = app->problems && app->problems->count > 0;
    return row->says && !is_shadowed(app, row) &&
           (row->msg != MSG_GO || row->number != SCREEN_MISTAKES || any);
}

static bool has_key(const struct key_line *entry, const struct key_row *row)
{
    for (int i = 0; i < entry->count; i++)
        if (entry->rows[i]->key == row->key &&
            entry->rows[i]->mods == row->mods)
            return true;
    return false;
}

/* The entry that begins with row `at`; false when none does. */
static bool entry_at(const struct app *app, enum key_group group, size_t at,
                     struct key_line *entry)
{
    size_t count;
    const struct key_row *rows = keys_table(&count);
    const char *says = rows[at].says;
    memset(entry, 0, sizeof *entry);
    if (!says || keys_group(&rows[at]) != group || !is_listed(app, &rows[at]))
        return false;
    entry->says = says;
    for (size_t i = 0; i < count; i++) {
        bool same = keys_group(&rows[i]) == group && rows[i].says &&
                    strcmp(rows[i].says, says) == 0;
        if (same && i < at)
            return false;
        if (same && !has_key(entry, &rows[i]) && entry->count < CAPS_MAX)
            entry->rows[entry->count++] = &rows[i];
    }
    return true;
}

/* Ctrl and a sign stand apart: "Ctrl++" would be hard to read. */
static const char *sign_of(const struct key_row *row)
{
    if (!(row->mods & MOD_CTRL) || (row->key >= 'a' && row->key <= 'z'))
        return NULL;
    if (row->key == '-')
        return "\xe2\x88\x92";
    return row->key == '+' ? "+" : row->key == '0' ? "0" : NULL;
}

static const char *name_of(struct pen *pen, const struct key_row *row)
{
    return keys_name(pen->list->arena, row->key, row->mods);
}

static bool is_short(const struct key_row *row)
{
    return row->mods == 0 && ((row->key > KEY_SPACE && row->key < KEY_DELETE) ||
                              (row->key >= KEY_UP && row->key <= KEY_RIGHT));
}

/* Caps end at `right`; returns where they begin. With `draw` false it only
 * measures. */
static int caps(struct pen *pen, const struct key_line *entry, int right, int y,
                bool draw)
{
    int x = right;
    for (int i = entry->count - 1; i >= 0; i--) {
        const struct key_row *row = entry->rows[i];
        const char *sign = sign_of(row);
        const char *names[2] = {sign ? sign : name_of(pen, row),
                                sign ? "Ctrl" : NULL};
        for (int j = 0; j < 2 && names[j]; j++) {
            if (draw)
                pen_keycap(pen, names[j], x, y, true, TOKEN_INK2, TOKEN_PAPER);
            x -= pen_keycap_width(pen, names[j]) + pen_px(pen, 4);
        }
        if (i > 0 && !(is_short(row) && is_short(entry->rows[i - 1])))
            x -= pen_px(pen, 4);
    }
    return x + pen_px(pen, 4);
}

static bool fits(struct pen *pen, const struct key_line *entry, int w)
{
    return pen_width(pen, STYLE_BODY, entry->says) + pen_px(pen, 16) <=
           caps(pen, entry, w, 0, false);
}

static int entry_height(struct pen *pen, const struct key_line *entry, int w)
{
    return pen_px(pen, ROW_H) + (fits(pen, entry, w) ? 0 : pen_px(pen, CAPS_H));
}

/* Nothing is cut through: a line is there as a whole, or later. */
static bool is_whole(const struct pen *pen, int y, int h)
{
    return y >= pen->clip.y && y + h <= pen->clip.y + pen->clip.h;
}

static void draw_entry(struct pen *pen, const struct key_line *entry,
                       struct column at, bool first)
{
    int h = entry_height(pen, entry, at.w);
    if (!is_whole(pen, at.y, h))
        return;
    int line = pen_px(pen, ROW_H);
    int caps_y = at.y + h - pen_px(pen, ROW_H) + pen_px(pen, 6);
    if (!first)
        pen_fill(pen, (struct rect){at.x, at.y, at.w, pen_px(pen, 1)},
                 TOKEN_RULE);
    pen_text_in(pen, STYLE_BODY, entry->says,
                (struct rect){at.x, at.y - pen_px(pen, 1), at.w, line},
                ALIGN_LEFT);
    caps(pen, entry, at.x + at.w, caps_y, true);
}

/* A heading and its entries; returns their height. */
static int group(struct pen *pen, enum key_group which, struct column at,
                 bool draw)
{
    size_t count;
    int y = at.y;
    int heading = pen_px(pen, HEADING_H);
    struct key_line entry;
    keys_table(&count);
    for (size_t i = 0; i < count; i++) {
        if (!entry_at(pen->app, which, i, &entry))
            continue;
        bool first = y == at.y;
        if (first)
            y += heading;
        if (draw)
            draw_entry(pen, &entry, (struct column){at.x, y, at.w}, first);
        y += entry_height(pen, &entry, at.w);
    }
    if (y == at.y)
        return 0;
    if (draw && is_whole(pen, at.y, heading + pen_px(pen, ROW_H))) {
        pen_text(pen, style_sized(STYLE_H3, 20, 26), keys_group_name(which),
                 at.x, at.y + heading - pen_px(pen, 33));
        pen_fill(pen,
                 (struct rect){at.x, at.y + heading - pen_px(pen, 1), at.w,
                               pen_px(pen, 1)},
                 TOKEN_RULE);
    }
    return y - at.y;
}

/* The groups in order, those of what is on show first; returns how many. */
static int in_order(const struct app *app, enum key_group order[KEYS_GROUPS])
{
    static const enum key_group rest[] = {
        KEYS_EVERYWHERE, KEYS_GO,       KEYS_TODAY,   KEYS_STUDY,
        KEYS_CHOICE,     KEYS_TYPED,    KEYS_MATCH,   KEYS_ORDER,
        KEYS_END,        KEYS_SETTINGS, KEYS_MISTAKES};
    struct key_row here = {(int)app->screen, KEYS_ANY, KEYS_ANY, 0, 0,
                           MSG_NONE,         0,        NULL};
    int count = 0;
    if (app->screen == SCREEN_STUDY && app->has_question)
        here.form = (int)app_form(app);
    order[count++] = keys_group(&here);
    if (app->screen == SCREEN_STUDY && order[0] != KEYS_STUDY)
        order[count++] = KEYS_STUDY;
    for (size_t i = 0; i < sizeof rest / sizeof rest[0]; i++) {
        bool is_first = rest[i] == order[0] ||
                        (app->screen == SCREEN_STUDY && rest[i] == KEYS_STUDY);
        if (!is_first)
            order[count++] = rest[i];
    }
    return count;
}

/* Each group goes where there is less so far; returns the height of it all. */
static int columns(struct pen *pen, struct rect body, int scrolled, bool draw)
{
    enum key_group order[KEYS_GROUPS + 1];
    int count = in_order(pen->app, order);
    int gap = pen_px(pen, COLUMN_GAP);
    bool two = body.w >= pen_px(pen, TWO_COLUMNS_W);
    int w = two ? (body.w - gap) / 2 : body.w;
    int used[2] = {0, 0};
    for (int i = 0; i < count; i++) {
        int side = two && used[1] < used[0];
        int y = used[side] + (used[side] ? pen_px(pen, GROUP_GAP) : 0);
        int h = group(pen, order[i],
                      (struct column){body.x + side * (w + gap),
                                      body.y + y - scrolled, w},
                      draw);
        if (h > 0)
            used[side] = y + h;
    }
    return used[0] > used[1] ? used[0] : used[1];
}

static void close_button(struct pen *pen, int right, int y)
{
    struct style style = STYLE_BODY;
    int h = pen_px(pen, 36);
    int cap = pen_keycap_width(pen, "Esc");
    int text = pen_width(pen, style, "Close");
    int gap = pen_px(pen, 9);
    int pad = pen_px(pen, 8);
    struct rect rect = {right - cap - gap - text - pad, y,
                        cap + gap + text + 2 * pad, h};
    struct touch touch =
        pen_control(pen, rect, pen_px(pen, 4), control_of(MSG_CLOSE, 0));
    style.color = touch.hovered ? TOKEN_INK : TOKEN_INK2;
    pen_text_in(pen, style, "Close", (struct rect){rect.x + pad, y, text, h},
                ALIGN_LEFT);
    pen_keycap(pen, "Esc", right, y + (h - pen_px(pen, 22)) / 2, true,
               TOKEN_INK2, TOKEN_PAPER);
}

static void body(struct pen *pen, struct rect rect)
{
    int line = pen_px(pen, ROW_H);
    int foot = pen_px(pen, 30);
    int all = columns(pen, rect, 0, false);
    if (all > rect.h)
        rect.h -= foot;
    int hidden = all > rect.h ? all - rect.h : 0;
    int most = (hidden + line - 1) / line;
    int steps = pen->app->over_scroll < most ? pen->app->over_scroll : most;
    int scrolled = steps * line < hidden ? steps * line : hidden;
    pen->list->scroll_max = most;
    pen_clip(pen, rect);
    columns(pen, rect, scrolled, true);
    pen_unclip(pen);
    if (scrolled < hidden)
        flow_more(pen, rect.x, rect.y + rect.h + pen_px(pen, 8));
}

/* As high as the window lets it be, and no higher than its lines ask. */
static struct rect sheet_place(struct pen *pen, int around, int in, int head)
{
    const struct app *app = pen->app;
    int w = pen_px(pen, SHEET_W);
    if (w > app->width - 2 * around)
        w = app->width - 2 * around;
    struct rect body_rect = {0, 0, w - 2 * in, 0};
    int h = head + columns(pen, body_rect, 0, false);
    if (h > app->height - 2 * around)
        h = app->height - 2 * around;
    return (struct rect){(app->width - w) / 2, (app->height - h) / 2, w, h};
}

void view_help(struct pen *pen)
{
    const struct app *app = pen->app;
    bool low = app->height < 600 || app->width < 800;
    int in = low ? 36 : 60;
    int foot = low ? 20 : 32;
    int top = low ? 26 : 38;
    struct style title = {FACE_DISPLAY, low ? 28 : 36, low ? 34 : 46,
                          TOKEN_INK};
    struct rect sheet =
        sheet_place(pen, low ? 16 : 40, in,
                    top + foot + pen_px(pen, title.line_height + 15));
    int x = sheet.x + in;
    int right = sheet.x + sheet.w - in;
    int y = sheet.y + top;
    draw_cover(pen->list);
    pen_fill(pen, (struct rect){0, 0, app->width, app->height}, TOKEN_SCRIM);
    pen_sheet(pen, sheet, low ? 8 : 16, false);
    pen_text(pen, title, "Keys", x, y);
    int head = pen_px(pen, title.line_height);
    close_button(pen, right, y + (head - pen_px(pen, 36)) / 2);
    y += head + pen_px(pen, low ? 4 : 9);
    pen_oxford(pen, x, y, right - x);
    y += pen_px(pen, 6);
    body(pen, (struct rect){x, y, right - x, sheet.y + sheet.h - foot - y});
}
