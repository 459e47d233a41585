/* A field to write in: what was typed, what is being composed, the caret; and
 * what it turned out to be. */
#include <string.h>

#include "app/parts.h"

enum { VERDICT_GAP = 9, VERDICT_ICON = 20, TALL = 64 };

static void field_box(struct pen *pen, struct rect rect, enum answered answered)
{
    static const struct {
        int line;
        enum token border;
        enum token fill;
    } looks[] = {
        [ANSWERED_NOT] = {1, TOKEN_EDGE, TOKEN_PAPER},
        [ANSWERED_RIGHT] = {2, TOKEN_RIGHT, TOKEN_RIGHT_WASH},
        [ANSWERED_WRONG] = {2, TOKEN_WRONG, TOKEN_WRONG_WASH},
        [ANSWERED_OTHER] = {1, TOKEN_RULE, TOKEN_WASH},
    };
    pen_box(pen, rect, pen_px(pen, 6), pen_px(pen, looks[answered].line),
            looks[answered].border, looks[answered].fill);
}

static bool is_judged(struct text_field field)
{
    return field.answered == ANSWERED_RIGHT || field.answered == ANSWERED_WRONG;
}

static struct style verdict_style(enum answered answered)
{
    return (struct style){FACE_SANS_BOLD, 14, 20,
                          answered == ANSWERED_RIGHT ? TOKEN_RIGHT
                                                     : TOKEN_WRONG};
}

/* What the verdict takes at the right end. */
static int verdict_width(const struct pen *pen, struct text_field field)
{
    if (!is_judged(field))
        return 0;
    int w = field.verdict
                ? pen_width(pen, verdict_style(field.answered), field.verdict) +
                      pen_px(pen, VERDICT_GAP)
                : 0;
    return w + pen_px(pen, VERDICT_ICON) + pen_px(pen, 12);
}

static void verdict(struct pen *pen, struct rect rect, int pad,
                    struct text_field field)
{
    bool right = field.answered == ANSWERED_RIGHT;
    struct style style = verdict_style(field.answered);
    int size = pen_px(pen, VERDICT_ICON);
    if (!is_judged(field))
        return;
    int w = field.verdict ? pen_width(pen, style, field.verdict) : 0;
    int x = rect.x + rect.w - pad - w;
    pen_text_in(pen, style, field.verdict, (struct rect){x, rect.y, w, rect.h},
                ALIGN_LEFT);
    x -= size + (w ? pen_px(pen, VERDICT_GAP) : 0);
    pen_icon(pen, right ? ICON_RING : ICON_CROSS, x,
             rect.y + (rect.h - size) / 2, VERDICT_ICON, style.color);
}

static int part_width(struct pen *pen, struct style style, const char *text,
                      size_t length)
{
    if (length == 0)
        return 0;
    return pen_width(pen, style, arena_copy(pen->list->arena, text, length));
}

/* Typed text with the composed text at the caret, moved left as far as the
 * caret needs. */
static void open_text(struct pen *pen, struct rect rect,
                      struct text_field field)
{
    struct style style = field.style;
    const char *composing = field.composing ? field.composing : "";
    size_t before = (size_t)field.caret;
    const char *shown =
        arena_printf(pen->list->arena, "%.*s%s%s", (int)before, field.text,
                     composing, field.text + before);
    int h = pen_px(pen, style.line_height);
    int y = rect.y + (rect.h - h) / 2;
    int from = part_width(pen, style, shown, before);
    int to = part_width(pen, style, shown, before + strlen(composing));
    int past = to + pen_px(pen, 4) - rect.w;
    int x = rect.x - (past > 0 ? past : 0);
    pen_text_in(
        pen, style, shown,
        (struct rect){x, y, shown[0] ? pen_width(pen, style, shown) : 0, h},
        ALIGN_LEFT);
    if (composing[0])
        pen_fill(pen, (struct rect){x + from, y + h, to - from, pen_px(pen, 1)},
                 TOKEN_INK);
    pen->list->caret = (struct rect){x + from, y, to - from + pen_px(pen, 2),
                                     h + pen_px(pen, 4)};
    if (!field.caret_hidden)
        pen_fill(pen,
                 (struct rect){x + to + (to ? pen_px(pen, 1) : 0), y,
                               pen_px(pen, 2), h},
                 TOKEN_INK);
}

/* What was answered, in as many lines as it needs; struck out where wrong. */
static void closed_text(struct pen *pen, struct rect rect,
                        struct text_field field)
{
    struct text_lines lines =
        pen_lines(pen, field.style, field.text, rect.w, false);
    int step = pen_px(pen, field.style.line_height);
    int y = rect.y + (rect.h - lines.count * step) / 2;
    for (int i = 0; i < lines.count; i++, y += step) {
        int w = lines.lines[i].width;
        pen_text_in(pen, field.style, lines.lines[i].text,
                    (struct rect){rect.x, y, w, step}, ALIGN_LEFT);
        if (field.answered != ANSWERED_WRONG)
            continue;
        struct draw *item = draw_add(
            pen->list, DRAW_STRIKE,
            (struct rect){rect.x - pen_px(pen, 2), y, w + pen_px(pen, 4), step},
            TOKEN_WRONG);
        item->line = pen_px(pen, 1);
        item->rest = field.strike_rest;
    }
}

static int pad_of(const struct pen *pen, int h)
{
    return pen_px(pen, h >= pen_px(pen, TALL) ? 16 : 15);
}

int pen_field_width(const struct pen *pen, struct text_field field, int h)
{
    return pen_width(pen, field.style, field.text) + 2 * pad_of(pen, h) +
           verdict_width(pen, field);
}

int pen_field_height(struct pen *pen, struct text_field field, int w, int least)
{
    int room = w - 2 * pad_of(pen, least) - verdict_width(pen, field);
    int h =
        pen_paragraph(pen, field.style, field.text, 0, 0, room, false, false) +
        2 * pen_px(pen, 12);
    return field.caret >= 0 || h < least ? least : h;
}

void pen_field(struct pen *pen, struct rect rect, struct text_field field)
{
    int radius = pen_px(pen, 6);
    int pad = pad_of(pen, rect.h);
    struct touch touch = {false, false, false};
    if (field.control.kind != MSG_NONE || pen->forced)
        touch = pen_control(pen, rect, radius, field.control);
    if (field.caret >= 0 && !pen->forced)
        pen->initial = field.control;
    field_box(pen, rect, field.answered);
    verdict(pen, rect, pad, field);
    struct rect in = {rect.x + pad, rect.y,
                      rect.w - 2 * pad - verdict_width(pen, field), rect.h};
    if (!field.text[0] && !(field.composing && field.composing[0]) &&
        field.hint && field.answered == ANSWERED_NOT)
        pen_text_in(pen, style_colored(field.style, TOKEN_INK3), field.hint, in,
                    ALIGN_LEFT);
    if (field.caret < 0) {
        closed_text(pen, in, field);
    } else {
        pen_clip(pen, in);
        open_text(pen, in, field);
        pen_unclip(pen);
    }
    if (pen->forced && touch.focused)
        pen_ring(pen, rect, radius);
}
