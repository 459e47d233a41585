#include "app/parts.h"

#include <string.h>

const struct style STYLE_HERO = {FACE_DISPLAY, 52, 58, TOKEN_INK};
const struct style STYLE_FIGURE = {FACE_DISPLAY, 34, 40, TOKEN_INK};
const struct style STYLE_TITLE = {FACE_DISPLAY, 44, 48, TOKEN_INK};
const struct style STYLE_H2 = {FACE_SERIF, 24, 30, TOKEN_INK};
const struct style STYLE_H3 = {FACE_SERIF, 19, 25, TOKEN_INK};
const struct style STYLE_SERIF_ITALIC = {FACE_SERIF_ITALIC, 19, 25, TOKEN_INK};
const struct style STYLE_CHOICE = {FACE_SERIF, 20, 26, TOKEN_INK};
const struct style STYLE_BODY = {FACE_SANS, 16, 24, TOKEN_INK};
const struct style STYLE_BODY_BOLD = {FACE_SANS_BOLD, 16, 24, TOKEN_INK};
const struct style STYLE_SMALL = {FACE_SANS, 14, 20, TOKEN_INK2};
const struct style STYLE_CAPTION = {FACE_SANS, 13, 18, TOKEN_INK3};
const struct style STYLE_QUESTION_SMALL = {FACE_SERIF, 24, 30, TOKEN_INK};

struct style style_colored(struct style style, enum token color)
{
    style.color = color;
    return style;
}

struct style style_sized(struct style style, int size, int line_height)
{
    style.size = size;
    style.line_height = line_height;
    return style;
}

int pen_px(const struct pen *pen, int logical)
{
    int scaled = (logical * pen->app->scale + 50) / 100;
    return logical > 0 && scaled < 1 ? 1 : scaled;
}

/* Han characters have other shapes in Japanese than elsewhere. */
static const char *language_of(const char *text)
{
    for (const char *p = text; *p; p++)
        if ((unsigned char)*p >= 0xe3)
            return "ja";
    return NULL;
}

int pen_width(const struct pen *pen, struct style style, const char *text)
{
    return pen->metrics->width(pen->metrics->self, style.face,
                               pen_px(pen, style.size), language_of(text), text,
                               strlen(text));
}

void pen_text_in(struct pen *pen, struct style style, const char *text,
                 struct rect rect, enum align align)
{
    if (!text || !*text)
        return;
    struct draw *item = draw_add(pen->list, DRAW_TEXT, rect, style.color);
    item->face = style.face;
    item->size = pen_px(pen, style.size);
    item->align = align;
    item->text = text;
    item->lang = language_of(text);
}

int pen_text(struct pen *pen, struct style style, const char *text, int x,
             int y)
{
    int w = pen_width(pen, style, text);
    struct rect box = {x, y, w, pen_px(pen, style.line_height)};
    pen_text_in(pen, style, text, box, ALIGN_LEFT);
    return w;
}

/* Nobody reads more than a page of it on a sheet; the deck has the rest. */
static const char *bounded(struct pen *pen, const char *text)
{
    enum { SHOWN_BYTES_MAX = 4000 };
    size_t length = strlen(text);
    size_t cut = SHOWN_BYTES_MAX;
    if (length <= cut)
        return text;
    while (cut > 0 && ((unsigned char)text[cut] & 0xc0) == 0x80)
        cut--;
    return arena_printf(pen->list->arena,
                        "%.*s\n%zu bytes more stand in the "
                        "deck file",
                        (int)cut, text, length - cut);
}

int pen_paragraph(struct pen *pen, struct style style, const char *text, int x,
                  int y, int w, bool balanced, bool draw)
{
    struct text_style measured = {style.face, pen_px(pen, style.size),
                                  language_of(text)};
    struct text_lines lines = (balanced ? wrap_balanced : wrap_text)(
        pen->metrics, measured, bounded(pen, text), w, pen->list->arena);
    int step = pen_px(pen, style.line_height);
    for (int i = 0; i < lines.count; i++, y += step)
        if (draw)
            pen_text_in(pen, style, lines.lines[i].text,
                        (struct rect){x, y, lines.lines[i].width, step},
                        ALIGN_LEFT);
    return y;
}

void pen_fill(struct pen *pen, struct rect rect, enum token color)
{
    draw_add(pen->list, DRAW_FILL, rect, color);
}

void pen_box(struct pen *pen, struct rect rect, int radius, int line,
             enum token border, enum token fill)
{
    struct draw *item = draw_add(pen->list, DRAW_BOX, rect, border);
    item->fill = fill;
    item->line = line;
    item->radius = radius;
}

struct touch pen_clickable(struct pen *pen, struct rect rect,
                           enum msg_kind kind, int number)
{
    struct draw *item = draw_add(pen->list, DRAW_FILL, rect, TOKEN_NONE);
    item->clickable = true;
    item->msg = (struct msg){.kind = kind, .number = number};
    int index = pen->clickables++;
    item->focused = index == pen->app->focus;
    return (struct touch){index == pen->app->hover, item->focused};
}

void pen_ring(struct pen *pen, struct rect rect, int radius)
{
    int gap = pen_px(pen, 5);
    struct rect ring = {rect.x - gap, rect.y - gap, rect.w + 2 * gap,
                        rect.h + 2 * gap};
    pen_box(pen, ring, radius + gap - 1, pen_px(pen, 3), TOKEN_FOCUS,
            TOKEN_NONE);
}

int pen_keycap_width(const struct pen *pen, const char *name)
{
    int w = pen_width(pen, style_colored(STYLE_CAPTION, TOKEN_INK2), name) +
            pen_px(pen, 12);
    return w < pen_px(pen, 22) ? pen_px(pen, 22) : w;
}

int pen_keycap(struct pen *pen, const char *name, int x, int y, bool from_right,
               enum token color, enum token fill)
{
    struct style style = style_colored(STYLE_CAPTION, color);
    int w = pen_keycap_width(pen, name);
    int h = pen_px(pen, 22);
    int line = pen_px(pen, 1);
    enum token border = color == TOKEN_INK2 ? TOKEN_EDGE : color;
    if (from_right)
        x -= w;
    pen_box(pen, (struct rect){x, y, w, h}, pen_px(pen, 4), line, border, fill);
    pen_fill(pen,
             (struct rect){x + pen_px(pen, 3), y + h - 2 * line,
                           w - 2 * pen_px(pen, 3), line},
             border);
    pen_text_in(pen, style, name, (struct rect){x, y, w, h - line},
                ALIGN_CENTRE);
    return w;
}

enum seal seal_of_stage(enum stage stage)
{
    static const enum seal seals[STAGE_COUNT] = {
        [STAGE_NEW] = SEAL_NEW,
        [STAGE_LEARNING] = SEAL_LEARNING,
        [STAGE_HELD] = SEAL_HELD,
        [STAGE_KEPT] = SEAL_KEPT,
    };
    return seals[stage];
}

void pen_seal(struct pen *pen, enum seal seal, const char *text, int x, int y,
              int size)
{
    int px = pen_px(pen, size);
    struct draw *item =
        draw_add(pen->list, DRAW_SEAL, (struct rect){x, y, px, px}, TOKEN_SEAL);
    item->seal = seal;
    item->text = text;
    item->lang = "ja";
}
