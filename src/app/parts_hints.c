/* Keys and what they do, in a line. */
#include "app/parts.h"

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

void pen_hints_left(struct pen *pen, int x, int y, int w,
                    const char *const *pairs)
{
    int gap = pen_px(pen, 20);
    int end = x + w;
    for (int i = 0; pairs[i]; i += 2) {
        int own = hint_width(pen, pairs[i], pairs[i + 1]);
        if (x + own > end)
            return;
        const char *one[] = {pairs[i], pairs[i + 1], NULL};
        pen_hints(pen, x + own / 2, y, one);
        x += own + gap;
    }
}
