#include "app/flow.h"

void flow_more(struct pen *pen, int x, int y)
{
    static const char *const down = "\xe2\x86\x93";
    struct style style = style_colored(STYLE_SMALL, TOKEN_INK);
    int h = pen_px(pen, 22);
    int gap = pen_px(pen, 8);
    int w = pen_width(pen, style, "More below");
    int cap = pen_keycap_width(pen, down);
    struct rect hit = {x - gap, y - pen_px(pen, 4), w + cap + 3 * gap,
                       h + pen_px(pen, 8)};
    pen_control(pen, hit, pen_px(pen, 4), control_of(MSG_SCROLL, 1));
    pen_text_in(pen, style, "More below", (struct rect){x, y, w, h},
                ALIGN_LEFT);
    pen_keycap(pen, down, x + w + gap, y, false, TOKEN_INK2, TOKEN_PAPER);
}
