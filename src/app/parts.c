#include "app/parts.h"

#include <math.h>
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
const struct style STYLE_MONO = {FACE_MONO, 16, 36, TOKEN_INK};

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
    int scaled = (logical * app_scale(pen->app) + 50) / 100;
    return logical > 0 && scaled < 1 ? 1 : scaled;
}

int pen_width_that_counts(const struct pen *pen)
{
    return pen->app->width * 100 / app_scale(pen->app);
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

struct text_lines pen_lines(struct pen *pen, struct style style,
                            const char *text, int w, bool balanced)
{
    struct text_style measured = {style.face, pen_px(pen, style.size),
                                  language_of(text)};
    return (balanced ? wrap_balanced : wrap_text)(
        pen->metrics, measured, bounded(pen, text), w, pen->list->arena);
}

int pen_paragraph(struct pen *pen, struct style style, const char *text, int x,
                  int y, int w, bool balanced, bool draw)
{
    struct text_lines lines = pen_lines(pen, style, text, w, balanced);
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

void pen_icon(struct pen *pen, enum icon icon, int x, int y, int size,
              enum token color)
{
    int px = pen_px(pen, size);
    struct draw *item =
        draw_add(pen->list, DRAW_ICON, (struct rect){x, y, px, px}, color);
    item->icon = icon;
}

static int later(int a, int b)
{
    return a > b ? a : b;
}

/* What two rects share. An empty clip would be none: nothing is shared by a
 * px that is never on show. */
static struct rect shared(struct rect a, struct rect b)
{
    int x = later(a.x, b.x);
    int y = later(a.y, b.y);
    int w = -later(-(a.x + a.w), -(b.x + b.w)) - x;
    int h = -later(-(a.y + a.h), -(b.y + b.h)) - y;
    return w > 0 && h > 0 ? (struct rect){x, y, w, h}
                          : (struct rect){-1, -1, 1, 1};
}

void pen_clip(struct pen *pen, struct rect rect)
{
    enum { MOST = sizeof pen->clips / sizeof pen->clips[0] };
    if (pen->clip_count > 0)
        rect = shared(rect, pen->clip);
    if (pen->clip_count < MOST)
        pen->clips[pen->clip_count++] = pen->clip;
    pen->clip = rect;
    draw_add(pen->list, DRAW_CLIP, rect, TOKEN_NONE);
}

void pen_unclip(struct pen *pen)
{
    pen->clip = pen->clip_count > 0 ? pen->clips[--pen->clip_count]
                                    : (struct rect){0, 0, 0, 0};
    draw_add(pen->list, DRAW_CLIP, pen->clip, TOKEN_NONE);
}

struct control control_of(enum msg_kind kind, int number)
{
    return (struct control){.kind = kind, .number = number};
}

static bool same(struct control a, struct control b)
{
    return a.kind == b.kind && a.number == b.number && a.x == b.x;
}

/* A control that scrolled out of sight can still be reached by Tab: how far it
 * must come back goes with it. */
static void keep_within(struct draw *item, struct rect clip)
{
    struct rect *r = &item->rect;
    if (clip.h == 0)
        return;
    if (r->y < clip.y)
        item->away = r->y - clip.y;
    else if (r->y + r->h > clip.y + clip.h)
        item->away = r->y + r->h - clip.y - clip.h;
    int bottom = r->y + r->h < clip.y + clip.h ? r->y + r->h : clip.y + clip.h;
    if (r->y < clip.y)
        r->y = clip.y;
    r->h = bottom > r->y ? bottom - r->y : 0;
}

struct touch pen_control(struct pen *pen, struct rect rect, int radius,
                         struct control control)
{
    const struct app *app = pen->app;
    if (pen->forced)
        return *pen->forced;
    struct draw *item = draw_add(pen->list, DRAW_FILL, rect, TOKEN_NONE);
    keep_within(item, pen->clip);
    item->clickable = true;
    item->radius = radius;
    item->msg = (struct msg){
        .kind = control.kind, .number = control.number, .x = control.x};
    item->focused = same(control, app->focus);
    return (struct touch){same(control, app->hover), item->focused,
                          same(control, app->pressed)};
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
    enum token border = color == TOKEN_INK2         ? TOKEN_EDGE
                        : color == TOKEN_INK3       ? TOKEN_RULE
                        : color == TOKEN_SPINE_INK2 ? TOKEN_SPINE_KEY
                                                    : color;
    if (from_right)
        x -= w;
    pen_box(pen, (struct rect){x, y, w, h}, pen_px(pen, 4), line, border, fill);
    pen_fill(pen,
             (struct rect){x + pen_px(pen, 2), y + h - 2 * line,
                           w - 2 * pen_px(pen, 2), line},
             border);
    pen_text_in(pen, style, name, (struct rect){x, y, w, h - 2 * line},
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

void pen_stamp(struct pen *pen, enum seal seal, const char *text, int x, int y,
               int size, int ms)
{
    pen_seal(pen, seal, text, x, y, size);
    struct draw *item = &pen->list->items[pen->list->count - 1];
    item->turn = (int)lround(motion_stamp_turn(ms));
    item->grow = (int)lround(1000 * (motion_stamp_size(ms) - 1));
    item->fade = (int)lround(1000 * (1 - motion_stamp_ink(ms)));
}
