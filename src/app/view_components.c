/* The sheet of components: every part in every state. */
#include "app/sheets.h"

enum { MARGIN = 48, PARTS_X = 180, PAD = 14, CAPTION = 26 };

void sheet_head(struct pen *pen, const char *title, const char *about)
{
    const struct app *app = pen->app;
    struct style display = {FACE_DISPLAY, 36, 44, TOKEN_INK};
    struct style word = style_colored(STYLE_BODY, TOKEN_INK2);
    int w = app->width - 2 * MARGIN;
    int step = pen_px(pen, 44);
    pen_fill(pen, (struct rect){0, 0, app->width, app->height}, TOKEN_PAPER);
    pen_text(pen, display, title, MARGIN, pen_px(pen, 31));
    pen_text_in(pen, word, about,
                (struct rect){MARGIN, pen_px(pen, 31), w, step}, ALIGN_RIGHT);
    pen_oxford(pen, MARGIN, pen_px(pen, 85), w);
}

void sheet_caption(const struct sheet_row *row, const char *text)
{
    pen_text(row->pen, STYLE_CAPTION, text, row->x,
             row->top - pen_px(row->pen, CAPTION + 1));
}

static const struct {
    const char *label;
    int parts; /* logical px high */
    int room;  /* above and below them */
    bool captioned;
    void (*draw)(struct sheet_row *row);
} rows[] = {
    {"Main button", 48, PAD, true, sheet_main_buttons},
    {"Button", 48, PAD, true, sheet_buttons},
    {"Choice row", 48, PAD, true, sheet_choices},
    {"Answered", 48, PAD, true, sheet_answered},
    {"Grades", 80, PAD, false, sheet_grades},
    {"Seal", 60, PAD, false, sheet_seals},
    {"Text field", 48, PAD, true, sheet_fields},
    {"Settings", 40, PAD, false, sheet_settings},
    {"Measures", 80, 16, false, sheet_measures},
    {"Messages", 52, PAD, false, sheet_messages},
    {"Kinds", 25, PAD, false, sheet_kinds},
    {"Icons", 24, PAD, false, sheet_icons},
};

void view_components(struct pen *pen)
{
    int y = pen_px(pen, 92);
    sheet_head(pen, "Components and states",
               "Type: Gentium Plus, Gentium Book Plus, Noto Serif CJK JP, "
               "Noto Sans CJK JP");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int parts = pen_px(pen, rows[i].parts);
        int line = pen_px(pen, 1);
        int top = y + line + pen_px(pen, rows[i].room) +
                  (rows[i].captioned ? pen_px(pen, CAPTION) : 0);
        int end = top + parts + pen_px(pen, rows[i].room);
        struct sheet_row row = {pen, pen_px(pen, PARTS_X), top,
                                top + parts / 2};
        if (i > 0)
            pen_fill(
                pen,
                (struct rect){MARGIN, y, pen->app->width - 2 * MARGIN, line},
                TOKEN_RULE);
        pen_text_in(pen, STYLE_H3, rows[i].label,
                    (struct rect){MARGIN, y + line, pen_px(pen, PARTS_X),
                                  end - y - line},
                    ALIGN_LEFT);
        rows[i].draw(&row);
        y = end;
    }
    pen->forced = NULL;
}
