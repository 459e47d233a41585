/* Buttons, hints and the larger pieces of a screen. */
#include "app/parts.h"

struct button_colors {
    enum token fill;
    enum token hovered;
    enum token border;
    enum token text;
};

static struct button_colors colors_of(enum button_look look)
{
    static const struct button_colors colors[] = {
        [BUTTON_MAIN] = {TOKEN_SEAL_FILL, TOKEN_SEAL_HI, TOKEN_NONE,
                         TOKEN_ON_SEAL},
        [BUTTON_INK] = {TOKEN_INK, TOKEN_INK2, TOKEN_NONE, TOKEN_PAPER},
        [BUTTON_PLAIN] = {TOKEN_PAPER, TOKEN_WASH, TOKEN_EDGE, TOKEN_INK},
        [BUTTON_QUIET] = {TOKEN_NONE, TOKEN_WASH, TOKEN_NONE, TOKEN_INK},
    };
    return colors[look];
}

void pen_button(struct pen *pen, struct rect rect, enum button_look look,
                const char *label, const char *key, enum msg_kind kind,
                int number, bool ring)
{
    struct touch touch = pen_clickable(pen, rect, kind, number);
    struct button_colors colors = colors_of(look);
    bool bold = look == BUTTON_MAIN || look == BUTTON_INK;
    struct style style = bold ? STYLE_BODY_BOLD : STYLE_BODY;
    if (rect.h >= pen_px(pen, 56))
        style = style_sized(style, 18, 26);
    int radius = pen_px(pen, 6);
    int pad = pen_px(pen, look == BUTTON_QUIET ? 12 : 20);
    pen_box(pen, rect, radius, colors.border ? pen_px(pen, 1) : 0,
            colors.border, touch.hovered ? colors.hovered : colors.fill);
    pen_text_in(pen, style_colored(style, colors.text), label,
                (struct rect){rect.x + pad, rect.y, rect.w - 2 * pad, rect.h},
                ALIGN_LEFT);
    pen_keycap(pen, key, rect.x + rect.w - pad,
               rect.y + (rect.h - pen_px(pen, 22)) / 2, true,
               bold ? colors.text : TOKEN_INK2,
               bold ? TOKEN_NONE : TOKEN_PAPER);
    if (touch.focused || (ring && pen->app->focus < 0))
        pen_ring(pen, rect, radius);
}

static int hint_width(const struct pen *pen, const char *key, const char *says)
{
    return pen_keycap_width(pen, key) + pen_px(pen, 7) +
           pen_width(pen, STYLE_SMALL, says);
}

void pen_hints(struct pen *pen, int x, int y, const char *const *pairs)
{
    int gap = pen_px(pen, 20);
    int width = -gap;
    for (int i = 0; pairs[i]; i += 2)
        width += hint_width(pen, pairs[i], pairs[i + 1]) + gap;
    x -= width / 2;
    for (int i = 0; pairs[i]; i += 2) {
        int w = pen_keycap(pen, pairs[i], x, y, false, TOKEN_INK2, TOKEN_PAPER);
        pen_text_in(pen, STYLE_SMALL, pairs[i + 1],
                    (struct rect){x + w + pen_px(pen, 7), y,
                                  pen_width(pen, STYLE_SMALL, pairs[i + 1]),
                                  pen_px(pen, 22)},
                    ALIGN_LEFT);
        x += hint_width(pen, pairs[i], pairs[i + 1]) + gap;
    }
}

void pen_ink_line(struct pen *pen, struct rect rect,
                  const int32_t counts[STAGE_COUNT])
{
    static const struct {
        enum stage stage;
        int height;
        enum token color;
    } parts[] = {
        {STAGE_KEPT, 12, TOKEN_SEAL},
        {STAGE_HELD, 8, TOKEN_INK2},
        {STAGE_LEARNING, 4, TOKEN_INK3},
        {STAGE_NEW, 1, TOKEN_EDGE},
    };
    int64_t all = 0;
    for (int i = 0; i < STAGE_COUNT; i++)
        all += counts[i];
    int base = rect.y + rect.h;
    int gap = pen_px(pen, 2);
    int64_t before = 0;
    for (int i = 0; i < STAGE_COUNT && all > 0; i++) {
        int64_t count = counts[parts[i].stage];
        int from = rect.x + (int)(before * rect.w / all);
        int to = rect.x + (int)((before + count) * rect.w / all);
        int h = pen_px(pen, parts[i].height);
        before += count;
        if (to - from > gap)
            pen_fill(pen, (struct rect){from, base - h, to - from - gap, h},
                     parts[i].color);
    }
}

void pen_oxford(struct pen *pen, int x, int y, int w)
{
    int thin = pen_px(pen, 1);
    pen_fill(pen, (struct rect){x, y, w, 3 * thin}, TOKEN_INK);
    pen_fill(pen, (struct rect){x, y + 5 * thin, w, thin}, TOKEN_INK);
}

static void frame(struct pen *pen, struct rect rect, int inset,
                  enum token color)
{
    int by = pen_px(pen, inset);
    struct rect inner = {rect.x + by, rect.y + by, rect.w - 2 * by,
                         rect.h - 2 * by};
    pen_box(pen, inner, 0, pen_px(pen, 1), color, TOKEN_NONE);
}

void pen_sheet(struct pen *pen, struct rect rect, bool more_below)
{
    struct draw *shadow = draw_add(pen->list, DRAW_SHADOW, rect, TOKEN_SHADOW);
    shadow->size = pen_px(pen, 28);
    shadow->radius = pen_px(pen, 3);
    for (int i = 2; i > 0 && more_below; i--) {
        int inset = pen_px(pen, 7 * i);
        struct rect edge = {rect.x + inset, rect.y + rect.h - pen_px(pen, 4),
                            rect.w - 2 * inset,
                            pen_px(pen, 4) + pen_px(pen, 5 * i)};
        pen_box(pen, edge, pen_px(pen, 3), pen_px(pen, 1), TOKEN_UNDER,
                TOKEN_PAPER);
    }
    pen_box(pen, rect, pen_px(pen, 3), 0, TOKEN_NONE, TOKEN_PAPER);
    frame(pen, rect, 16, TOKEN_FRAME1);
    frame(pen, rect, 20, TOKEN_FRAME2);
}

void pen_notices(struct pen *pen)
{
    const struct app *app = pen->app;
    const char *text = app->notice[0] ? app->notice : app->toast;
    if (!text[0])
        return;
    struct style style = style_colored(STYLE_BODY, TOKEN_PAPER);
    int room = app->width - pen_px(pen, 96);
    int w = pen_width(pen, style, text);
    int pad = pen_px(pen, 20);
    if (w > room)
        w = room;
    int h = pen_paragraph(pen, style, text, 0, 0, w, false, false);
    struct rect box = {(app->width - w) / 2 - pad,
                       app->height - pen_px(pen, 24) - h - pad, w + 2 * pad,
                       h + pad};
    pen_box(pen, box, pen_px(pen, 6), 0, TOKEN_NONE, TOKEN_INK);
    pen_paragraph(pen, style, text, box.x + pad, box.y + pad / 2, w, false,
                  true);
}
