/* The sheet of motions: each at moments, drawn by what moves in the screens. */
#include "app/sheets.h"

enum { MARGIN = 48, PITCH = 238, SEAL = 87, CARD_W = 190, CARD_H = 124 };

static const char keep[] = "\xe5\xae\x88";

static const struct style when = {FACE_SANS, 15, 22, TOKEN_INK};

/* "1.35", "0.7", "1". */
static const char *number(struct pen *pen, double value)
{
    int hundredths = (int)(value * 100 + .5);
    int whole = hundredths / 100;
    struct arena *arena = pen->list->arena;
    if (hundredths % 100 == 0)
        return arena_printf(arena, "%d", whole);
    if (hundredths % 10 == 0)
        return arena_printf(arena, "%d.%d", whole, hundredths % 100 / 10);
    return arena_printf(arena, "%d.%02d", whole, hundredths % 100);
}

/* What a motion is, and how it is done. */
static void heading(struct pen *pen, const char *title, const char *how,
                    int top)
{
    pen_text(pen, STYLE_H2, title, MARGIN, pen_px(pen, top - 1));
    if (how)
        pen_text(pen, STYLE_SMALL, how, MARGIN, pen_px(pen, top + 30));
}

/* The middle of the i-th moment, from the left. */
static int middle_of(struct pen *pen, int i)
{
    return MARGIN + pen_px(pen, CARD_W / 2 + PITCH * i);
}

/* When, and how far it is then. */
static void moment_text(struct pen *pen, int i, int y, int ms, const char *far)
{
    int w = pen_px(pen, PITCH);
    int x = middle_of(pen, i) - w / 2;
    pen_text_in(pen, when, arena_printf(pen->list->arena, "%d ms", ms),
                (struct rect){x, pen_px(pen, y), w, pen_px(pen, 22)},
                ALIGN_CENTRE);
    pen_text_in(pen, style_colored(STYLE_CAPTION, TOKEN_INK2), far,
                (struct rect){x, pen_px(pen, y + 23), w, pen_px(pen, 18)},
                ALIGN_CENTRE);
}

/* Lines of writing on a small card: a question, or it with its answer. */
static void writing(struct pen *pen, int x, int y, bool back)
{
    static const struct {
        bool back;
        int y;
        int w;
        int h;
        enum token color;
    } lines[] = {
        {false, 50, 90, 8, TOKEN_INK}, {false, 68, 56, 8, TOKEN_INK},
        {true, 34, 72, 4, TOKEN_INK2}, {true, 52, 120, 8, TOKEN_INK},
        {true, 70, 102, 8, TOKEN_INK}, {true, 92, 52, 4, TOKEN_INK2},
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        if (lines[i].back == back)
            pen_fill(
                pen,
                (struct rect){x + pen_px(pen, 33), y + pen_px(pen, lines[i].y),
                              pen_px(pen, lines[i].w), pen_px(pen, lines[i].h)},
                lines[i].color);
}

static void card(struct pen *pen, int i, int ms)
{
    int w = pen_px(pen, CARD_W);
    int h = pen_px(pen, CARD_H);
    int in = pen_px(pen, 8);
    int line = pen_px(pen, 1);
    struct rect rect = {middle_of(pen, i) - w / 2, pen_px(pen, 178), w, h};
    struct draw *layer = draw_add(pen->list, DRAW_LAYER, rect, TOKEN_NONE);
    layer->squeeze = (int)(1000 * (1 - motion_turn_width(ms)));
    layer->shade = (int)(1000 * motion_turn_shade(ms));
    pen_box(pen, rect, pen_px(pen, 3), line, TOKEN_EDGE, TOKEN_PAPER);
    pen_box(pen,
            (struct rect){rect.x + in, rect.y + in, w - 2 * in, h - 2 * in}, 0,
            line, TOKEN_FRAME1, TOKEN_NONE);
    if (ms != motion_ms(MOTION_TURN) / 2) /* seen from the edge */
        writing(pen, rect.x, rect.y, ms > motion_ms(MOTION_TURN) / 2);
    draw_add(pen->list, DRAW_LAYER_END, rect, TOKEN_NONE);
}

static void turning(struct pen *pen)
{
    static const int moments[] = {0, 55, 110, 165, 220};
    heading(pen, "Turn the card, 220 ms",
            "Draw the card once to a texture; scale its width about the "
            "centre, ease in to the edge, ease out from it. Swap the texture "
            "at 110 ms. Shade up to 10 %.",
            105);
    for (int i = 0; i < 5; i++) {
        int ms = moments[i];
        card(pen, i, ms);
        moment_text(pen, i, 314, ms,
                    arena_printf(pen->list->arena, "width \xc3\x97 %s",
                                 number(pen, motion_turn_width(ms))));
    }
}

static void stamping(struct pen *pen)
{
    static const int moments[] = {0, 80, 160, 220};
    int y = pen_px(pen, 454);
    heading(pen, "Stamp the seal, 220 ms",
            "Only when a fact passes to a higher stage. Scale 1.35 to 0.96 to "
            "1, ink 0 to 100 %, turn \xe2\x88\x92"
            "9\xc2\xb0 to \xe2\x88\x92"
            "4\xc2\xb0.",
            381);
    for (int i = 0; i < 4; i++) {
        int ms = moments[i];
        int x = middle_of(pen, i) - pen_px(pen, SEAL) / 2;
        pen_seal(pen, SEAL_HELD, keep, x, y, SEAL);
        pen_stamp(pen, SEAL_KEPT, keep, x, y, SEAL, ms);
        moment_text(pen, i, 581, ms,
                    arena_printf(pen->list->arena, "\xc3\x97 %s, ink %.0f %%",
                                 number(pen, motion_stamp_size(ms)),
                                 100 * motion_stamp_ink(ms)));
    }
}

static void striking(struct pen *pen)
{
    static const char text[] = "Reciprocal Access";
    static const int moments[] = {0, 60, 120, 180, 240};
    heading(pen, "Strike out a wrong answer, 240 ms", NULL, 647);
    for (int i = 0; i < 5; i++) {
        int ms = moments[i];
        int x = MARGIN + pen_px(pen, PITCH * i);
        int y = pen_px(pen, 704);
        int w = pen_text(pen, STYLE_H2, text, x, y);
        struct draw *item =
            draw_add(pen->list, DRAW_STRIKE,
                     (struct rect){x - pen_px(pen, 2), y, w + pen_px(pen, 4),
                                   pen_px(pen, STYLE_H2.line_height)},
                     TOKEN_WRONG);
        item->line = pen_px(pen, 1);
        item->rest = 1000 - 1000 * ms / motion_ms(MOTION_STRIKE);
        pen_text(pen, when, arena_printf(pen->list->arena, "%d ms", ms), x,
                 pen_px(pen, 749));
    }
}

void view_motion(struct pen *pen)
{
    int w = pen->app->width - 2 * MARGIN;
    int line = pen_px(pen, 1);
    sheet_head(pen, "Motion",
               "Reduced motion: no scale, no turn, 80 ms cross-fade only");
    turning(pen);
    pen_fill(pen, (struct rect){MARGIN, pen_px(pen, 366), w, line}, TOKEN_RULE);
    stamping(pen);
    pen_fill(pen, (struct rect){MARGIN, pen_px(pen, 634), w, line}, TOKEN_RULE);
    striking(pen);
}
