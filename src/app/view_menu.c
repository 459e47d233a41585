/* What else can be done here: on the sheet of a card, or on a page whose
 * window has no room for the spine. Its keys are those of the table. */
#include "app/keys.h"
#include "app/parts.h"

enum { MENU_W = 440, ROW_H = 44, PAD = 24, HEAD_H = 44, ENTRIES_MAX = 12 };

struct menu_line {
    const char *says;
    enum msg_kind msg;
    int number;
    bool no_key; /* its key closes the menu first */
};

static const struct menu_line study[] = {
    {"I do not know", MSG_DONT_KNOW, 0, false},
    {"Set aside until tomorrow", MSG_ASIDE, 0, false},
    {"Edit the card", MSG_EDIT, 0, false},
    {"Undo", MSG_UNDO, 0, false},
    {"Redo", MSG_REDO, 0, false},
    {"Keys", MSG_HELP, 0, false},
    {"Full screen", MSG_FULL_SCREEN, 0, false},
    {"Stop", MSG_BACK, 0, true},
};

static const struct menu_line page[] = {
    {"Today", MSG_GO, SCREEN_HOME, false},
    {"Settings", MSG_GO, SCREEN_SETTINGS, false},
    {"Read decks again", MSG_READ_DECKS, 0, false},
    {"Keys", MSG_HELP, 0, false},
    {"Full screen", MSG_FULL_SCREEN, 0, false},
    {"Quit", MSG_QUIT, 0, false},
};

/* What the table does not know here cannot be done here. */
static bool is_offered(const struct app *app, const struct menu_line *entry)
{
    if (entry->msg == MSG_GO && entry->number == (int)app->screen)
        return false;
    if (entry->msg == MSG_UNDO && app->screen == SCREEN_STUDY)
        return session_last(&app->session) != NULL;
    if (entry->msg == MSG_REDO)
        return app->redo != NULL;
    return keys_of(app, entry->msg, entry->number) != NULL;
}

/* Entries of this screen; returns how many. */
static int entries_of(const struct app *app,
                      const struct menu_line *entries[ENTRIES_MAX])
{
    bool is_study = app->screen == SCREEN_STUDY;
    const struct menu_line *all = is_study ? study : page;
    int of = is_study ? (int)(sizeof study / sizeof study[0])
                      : (int)(sizeof page / sizeof page[0]);
    int count = 0;
    for (int i = 0; i < of; i++)
        if (is_offered(app, &all[i]))
            entries[count++] = &all[i];
    return count;
}

static void draw_entry(struct pen *pen, const struct menu_line *entry,
                       struct rect row)
{
    const struct key_row *key = keys_of(pen->app, entry->msg, entry->number);
    int pad = pen_px(pen, 12);
    struct touch touch = pen_control(pen, row, pen_px(pen, 4),
                                     control_of(entry->msg, entry->number));
    if (touch.hovered || touch.pressed)
        pen_box(pen, row, pen_px(pen, 4), 0, TOKEN_NONE,
                touch.pressed ? TOKEN_WASH2 : TOKEN_WASH);
    pen_text_in(pen, STYLE_BODY, entry->says,
                (struct rect){row.x + pad, row.y, row.w - 2 * pad, row.h},
                ALIGN_LEFT);
    if (key && !entry->no_key &&
        keys_find_below(pen->app, key->key, key->mods) == key)
        pen_keycap(pen, keys_name(pen->list->arena, key->key, key->mods),
                   row.x + row.w - pad, row.y + (row.h - pen_px(pen, 22)) / 2,
                   true, TOKEN_INK2, TOKEN_PAPER);
}

static void head(struct pen *pen, struct rect row, const char *title)
{
    int pad = pen_px(pen, 12);
    int cap = pen_keycap_width(pen, "Esc");
    int text = pen_width(pen, STYLE_BODY, "Close");
    struct rect close = {row.x + row.w - cap - text - 2 * pad - pen_px(pen, 9),
                         row.y, 0, pen_px(pen, 36)};
    close.w = row.x + row.w - close.x;
    pen_text_in(pen, STYLE_H2, title,
                (struct rect){row.x + pad, row.y, row.w - 2 * pad, close.h},
                ALIGN_LEFT);
    pen_control(pen, close, pen_px(pen, 4), control_of(MSG_CLOSE, 0));
    pen_text_in(pen, style_colored(STYLE_BODY, TOKEN_INK2), "Close",
                (struct rect){close.x + pad, close.y, text, close.h},
                ALIGN_LEFT);
    pen_keycap(pen, "Esc", close.x + close.w - pad,
               close.y + (close.h - pen_px(pen, 22)) / 2, true, TOKEN_INK2,
               TOKEN_PAPER);
}

void view_menu(struct pen *pen)
{
    const struct app *app = pen->app;
    const struct menu_line *entries[ENTRIES_MAX];
    int count = entries_of(app, entries);
    int pad = pen_px(pen, PAD);
    int top = pen_px(pen, HEAD_H);
    int row_h = pen_px(pen, ROW_H);
    int w = pen_px(pen, MENU_W);
    if (w > app->width - 32)
        w = app->width - 32;
    int h = 2 * pad + top + count * row_h;
    if (h > app->height - 32) {
        row_h = (app->height - 32 - top - 2 * pad) / count;
        h = 2 * pad + top + count * row_h;
    }
    struct rect text = pen_dialog(pen, w, h);
    struct rect row = {text.x + text.w / 2 - w / 2 + pad,
                       text.y + text.h / 2 - h / 2 + pad, w - 2 * pad, top};
    pen->list->scroll_max = 0;
    head(pen, row, app->screen == SCREEN_STUDY ? "More" : "Menu");
    row.y += top;
    row.h = row_h;
    for (int i = 0; i < count; i++, row.y += row_h) {
        pen_fill(pen, (struct rect){row.x, row.y, row.w, pen_px(pen, 1)},
                 TOKEN_RULE);
        draw_entry(pen, entries[i], row);
    }
    if (count > 0)
        pen->initial = control_of(entries[0]->msg, entries[0]->number);
}
