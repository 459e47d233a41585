/* What stands there while many decks and answers are read. */
#include "app/parts.h"

enum { SEAL_PX = 64, GAP = 28 };

static const struct style name = {FACE_DISPLAY, 36, 44, TOKEN_INK};
static const struct style says = {FACE_SERIF_ITALIC, 18, 26, TOKEN_INK2};

static int centered(struct pen *pen, struct style style, const char *text,
                    int y)
{
    int x = (pen->app->width - pen_width(pen, style, text)) / 2;
    return pen_text(pen, style, text, x, y);
}

void view_opening(const struct app *app, const struct text_metrics *metrics,
                  struct draw_list *list)
{
    struct pen pen = {.app = app, .metrics = metrics, .list = list};
    int size = pen_px(&pen, SEAL_PX);
    int gap = pen_px(&pen, GAP);
    int h = size + gap + pen_px(&pen, name.line_height + says.line_height);
    int y = (app->height - h) / 2;
    pen_fill(&pen, (struct rect){0, 0, app->width, app->height}, TOKEN_PAPER);
    pen_seal(&pen, SEAL_LOGO, "\xe7\xb4\x84", (app->width - size) / 2, y, size);
    centered(&pen, name, "Pacta", y + size + gap);
    centered(&pen, says, "Reading decks and answers",
             y + size + gap + pen_px(&pen, name.line_height));
}
