/* The line of keys below the sheet; what it names can be clicked as well. */
#include "app/card.h"

static const struct style hint_style = {FACE_SANS, 13, 18, TOKEN_INK2};

enum { CAP_GAP = 6, HINT_GAP = 20, HINTS_MOST = 8 };

static bool is_range(const struct card_hint *hint)
{
    return hint->key2 && hint->key[1] == '\0'; /* arrows take more bytes */
}

static int caps_width(const struct pen *pen, const struct card_hint *hint)
{
    int w = pen_keycap_width(pen, hint->key);
    if (hint->key2)
        w += pen_px(pen, CAP_GAP) + pen_keycap_width(pen, hint->key2);
    if (is_range(hint))
        w += pen_px(pen, CAP_GAP) + pen_width(pen, hint_style, "\xe2\x80\x93");
    return w;
}

static int hint_width(const struct pen *pen, const struct card_hint *hint)
{
    return caps_width(pen, hint) + pen_px(pen, CAP_GAP + 1) +
           pen_width(pen, hint_style, hint->says);
}

static void caps(struct pen *pen, const struct card_hint *hint, int x, int y)
{
    int gap = pen_px(pen, CAP_GAP);
    struct rect line = {x, y, 0, pen_px(pen, 22)};
    line.x += pen_keycap(pen, hint->key, x, y, false, TOKEN_INK2, TOKEN_PAPER);
    if (is_range(hint)) {
        line.x += gap;
        line.w = pen_width(pen, hint_style, "\xe2\x80\x93");
        pen_text_in(pen, hint_style, "\xe2\x80\x93", line, ALIGN_LEFT);
        line.x += line.w;
    }
    if (hint->key2)
        pen_keycap(pen, hint->key2, line.x + gap, y, false, TOKEN_INK2,
                   TOKEN_PAPER);
}

/* Seven px around it answer a click, so that it is 36 high. */
static void one(struct pen *pen, const struct card_hint *hint, int x, int y)
{
    int around = pen_px(pen, 7);
    int w = hint_width(pen, hint);
    int h = pen_px(pen, 22);
    int to = x + caps_width(pen, hint) + pen_px(pen, CAP_GAP + 1);
    struct style style = hint_style;
    if (hint->sent.kind != MSG_NONE) {
        struct touch touch =
            pen_control(pen,
                        (struct rect){x - around, y - around, w + 2 * around,
                                      h + 2 * around},
                        pen_px(pen, 4), hint->sent);
        if (touch.hovered || touch.pressed)
            style.color = TOKEN_INK;
    }
    caps(pen, hint, x, y);
    pen_text_in(pen, style, hint->says, (struct rect){to, y, x + w - to, h},
                ALIGN_LEFT);
}

static int line_width(const struct pen *pen,
                      const struct card_hint *const *hints, int count)
{
    int w = -pen_px(pen, HINT_GAP);
    for (int i = 0; i < count; i++)
        w += hint_width(pen, hints[i]) + pen_px(pen, HINT_GAP);
    return w;
}

/* What cannot be clicked goes first where there is no room for all. */
static int dropped(const struct card_hint *const *hints, int count)
{
    for (int i = count - 1; i >= 0; i--)
        if (hints[i]->sent.kind == MSG_NONE)
            return i;
    return count - 1;
}

void card_hints(struct pen *pen, const struct card_place *place, int y,
                const struct card_hint *hints, int count)
{
    const struct card_hint *kept[HINTS_MOST] = {NULL};
    int room = pen->app->width - 32;
    if (count > HINTS_MOST - 1)
        count = HINTS_MOST - 1;
    for (int i = 0; i < count; i++)
        kept[i] = &hints[i];
    while (count > 1 && line_width(pen, kept, count) > room) {
        int gone = dropped(kept, count--);
        for (int i = gone; i < count; i++)
            kept[i] = kept[i + 1];
    }
    int x =
        place->sheet.x + (place->sheet.w - line_width(pen, kept, count)) / 2;
    for (int i = 0; i < count; i++) {
        one(pen, kept[i], x, y);
        x += hint_width(pen, kept[i]) + pen_px(pen, HINT_GAP);
    }
}

void card_hints_left(struct pen *pen, int x, int y, int w,
                     const struct card_hint *hints, int count)
{
    int end = x + w;
    for (int i = 0; i < count; i++) {
        int own = hint_width(pen, &hints[i]);
        if (x + own > end)
            return;
        one(pen, &hints[i], x, y);
        x += own + pen_px(pen, HINT_GAP);
    }
}
