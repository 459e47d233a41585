/* Lines and rings that show how much. */
#include "app/parts.h"

void pen_ink_line(struct pen *pen, struct rect rect,
                  const int32_t counts[STAGE_COUNT], int grown)
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
    rect.w = rect.w * grown / 1000;
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

void pen_progress_line(struct pen *pen, struct rect rect, int share)
{
    pen_fill(pen, rect, TOKEN_TRACK);
    rect.w = rect.w * share / 1000;
    pen_fill(pen, rect, TOKEN_INK);
}

void pen_share_ring(struct pen *pen, struct rect rect, int line, int share,
                    const char *text)
{
    struct draw *track = draw_add(pen->list, DRAW_ARC, rect, TOKEN_WASH2);
    track->line = line;
    struct draw *arc = draw_add(pen->list, DRAW_ARC, rect, TOKEN_INK);
    arc->line = line;
    arc->rest = 1000 - share;
    pen_text_in(pen, STYLE_H2, text, rect, ALIGN_CENTRE);
}
