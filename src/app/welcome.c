/* The three steps of the first page with their pictures, and its four seals. */
#include "app/welcome.h"

enum {
    STEPS = 3,
    PICTURE_W = 132,
    PICTURE_H = 88,
    SIDE_BY_SIDE_W = 700, /* logical px that three columns need */
    SEAL = 56,
    SEAL_GAP = 14,
    SEAL_TURN = -4,
    NEXT = 18, /* the arrow between two seals */
};

static const struct style number_style = {FACE_SERIF, 21, 26, TOKEN_SEAL};
static const struct style head_style = {FACE_SERIF, 21, 26, TOKEN_INK};
static const struct style text_style = {FACE_SANS, 16, 24, TOKEN_INK2};
static const struct style small_style = {FACE_SANS, 14, 20, TOKEN_INK2};

static const struct step {
    const char *number;
    const char *head;
    const char *text;
    const char *key;
    const char *last_key; /* of a row of keys, or NULL */
} steps[STEPS] = {
    {"1", "Read the card", "Answer in your head before you look.", NULL, NULL},
    {"2", "Turn it", "Compare your answer with the treaty.", "Space", NULL},
    {"3", "Grade yourself", "Pacta picks the day the card returns.", "1", "4"},
};

static const struct stage_words {
    enum seal seal;
    const char *name;
    const char *says;
} stages[STAGE_COUNT] = {
    {SEAL_NEW, "New", "not yet seen"},
    {SEAL_LEARNING, "Learning", "a few days"},
    {SEAL_HELD, "Held", "three weeks"},
    {SEAL_KEPT, "Kept", "three months"},
};

static void line_of_text(struct pen *pen, int x, int y, int w)
{
    pen_fill(pen, (struct rect){x, y, w, pen_px(pen, 5)}, TOKEN_INK);
}

static void picture_read(struct pen *pen, int x, int y)
{
    struct rect card = {x, y, pen_px(pen, PICTURE_W), pen_px(pen, PICTURE_H)};
    int in = pen_px(pen, 6);
    pen_box(pen, card, pen_px(pen, 4), pen_px(pen, 1), TOKEN_EDGE, TOKEN_PAPER);
    pen_box(pen,
            (struct rect){x + in, y + in, card.w - 2 * in, card.h - 2 * in}, 0,
            pen_px(pen, 1), TOKEN_FRAME1, TOKEN_NONE);
    line_of_text(pen, x + pen_px(pen, 20), y + pen_px(pen, 33),
                 pen_px(pen, 74));
    line_of_text(pen, x + pen_px(pen, 20), y + pen_px(pen, 47),
                 pen_px(pen, 46));
}

static void flap(struct pen *pen, struct rect rect, enum token color)
{
    draw_add(pen->list, DRAW_MARK, rect, color)->mark = MARK_FLAP;
}

static void picture_turn(struct pen *pen, int x, int y)
{
    struct rect card = {x, y, pen_px(pen, PICTURE_W), pen_px(pen, PICTURE_H)};
    int line = pen_px(pen, 1);
    struct rect sheet = {x + pen_px(pen, 44), y, pen_px(pen, 44), card.h};
    struct draw *dashes = draw_add(pen->list, DRAW_DASHES, card, TOKEN_EDGE);
    dashes->line = line;
    dashes->radius = pen_px(pen, 4);
    flap(pen, sheet, TOKEN_EDGE);
    flap(pen,
         (struct rect){sheet.x + line, sheet.y + line, sheet.w - 2 * line,
                       sheet.h - 2 * line},
         TOKEN_PAPER);
    pen_icon(pen, ICON_TURN_LEFT, x + pen_px(pen, 10), y + pen_px(pen, 26), 36,
             TOKEN_INK);
    pen_icon(pen, ICON_TURN_RIGHT, x + pen_px(pen, 86), y + pen_px(pen, 26), 36,
             TOKEN_INK);
}

/* Like the buttons of grades, with no more than their key. */
static void grade(struct pen *pen, struct rect rect, const char *key,
                  enum token color)
{
    int radius = pen_px(pen, 3);
    int band = pen_px(pen, 5);
    struct rect text = {rect.x, rect.y + band - pen_px(pen, 1), rect.w,
                        rect.h - band};
    pen_box(pen, rect, radius, pen_px(pen, 1), TOKEN_EDGE, TOKEN_PAPER);
    pen_fill(pen, (struct rect){rect.x, rect.y, rect.w, band}, color);
    pen_text_in(pen, style_sized(STYLE_SMALL, 15, 20), key, text, ALIGN_CENTRE);
}

static void picture_grade(struct pen *pen, int x, int y)
{
    static const enum token colors[] = {TOKEN_WRONG, TOKEN_HARD, TOKEN_RIGHT,
                                        TOKEN_EASY};
    static const char *const keys[] = {"1", "2", "3", "4"};
    struct rect card = {x, y, pen_px(pen, PICTURE_W), pen_px(pen, 51)};
    pen_box(pen, card, pen_px(pen, 4), pen_px(pen, 1), TOKEN_EDGE, TOKEN_PAPER);
    line_of_text(pen, x + pen_px(pen, 16), y + pen_px(pen, 15),
                 pen_px(pen, 60));
    line_of_text(pen, x + pen_px(pen, 16), y + pen_px(pen, 29),
                 pen_px(pen, 90));
    for (int i = 0; i < 4; i++) {
        int from = x + i * (card.w + pen_px(pen, 3)) / 4;
        int to = x + (i + 1) * (card.w + pen_px(pen, 3)) / 4 - pen_px(pen, 3);
        grade(pen,
              (struct rect){from, y + pen_px(pen, 57), to - from,
                            pen_px(pen, 31)},
              keys[i], colors[i]);
    }
}

static void picture(struct pen *pen, int step, int x, int y)
{
    static void (*const pictures[STEPS])(struct pen *, int, int) = {
        picture_read, picture_turn, picture_grade};
    pictures[step](pen, x, y);
}

static void step_keys(struct pen *pen, const struct step *step, int x, int y)
{
    if (!step->key)
        return;
    x += pen_keycap(pen, step->key, x, y, false, TOKEN_INK2, TOKEN_PAPER);
    if (!step->last_key)
        return;
    int dash = pen_px(pen, 14);
    pen_text_in(pen, STYLE_SMALL, "\xe2\x80\x93",
                (struct rect){x, y, dash, pen_px(pen, 22)}, ALIGN_CENTRE);
    pen_keycap(pen, step->last_key, x + dash, y, false, TOKEN_INK2,
               TOKEN_PAPER);
}

/* Heading, sentence, key from (x, y); returns the y below. */
static int words(struct pen *pen, const struct step *step, int x, int y, int w,
                 bool draw)
{
    if (draw) {
        pen_text(pen, number_style, step->number, x, y);
        pen_text(pen, head_style, step->head, x + pen_px(pen, 23), y);
    }
    y += pen_px(pen, 32);
    y = pen_paragraph(pen, text_style, step->text, x, y, w, false, draw);
    y += pen_px(pen, 10);
    if (draw)
        step_keys(pen, step, x, y);
    return y + pen_px(pen, 22);
}

/* Where the words of a step stand in a row of three `w` wide, from its left;
 * `line` is the hairline behind it. */
struct column {
    int x;
    int w;
    int line;
};

static struct column column_at(const struct pen *pen, int step, int w)
{
    int before = pen_px(pen, 33);
    int first = (w - 2 * before) / STEPS + before / 2;
    int pitch = (w - first) / 2;
    struct column column = {step ? first + (step - 1) * pitch + before : 0, 0,
                            first + step * pitch};
    int end = step + 1 < STEPS ? column.line - pen_px(pen, 14) : w;
    column.w = end - column.x;
    return column;
}

static void draw_columns(struct pen *pen, struct rect row, int number)
{
    (void)number;
    for (int i = 0; i < STEPS; i++) {
        struct column column = column_at(pen, i, row.w);
        int x = row.x + column.x;
        picture(pen, i, x, row.y);
        words(pen, &steps[i], x, row.y + pen_px(pen, PICTURE_H + 22), column.w,
              true);
        if (i + 1 < STEPS)
            pen_fill(pen,
                     (struct rect){row.x + column.line, row.y, pen_px(pen, 1),
                                   row.h},
                     TOKEN_RULE);
    }
}

static void draw_step(struct pen *pen, struct rect row, int step)
{
    int x = row.x + pen_px(pen, PICTURE_W + 24);
    picture(pen, step, row.x, row.y);
    words(pen, &steps[step], x, row.y - pen_px(pen, 4), row.x + row.w - x,
          true);
}

void welcome_steps(struct pen *pen, struct flow *flow)
{
    struct control none = control_of(MSG_NONE, 0);
    bool beside = flow->w >= pen_px(pen, SIDE_BY_SIDE_W);
    int w = flow->w - pen_px(pen, PICTURE_W + 24);
    int most = 0;
    for (int i = 0; i < STEPS; i++) {
        int own = column_at(pen, i, flow->w).w;
        int h = words(pen, &steps[i], 0, 0, own, false);
        most = h > most ? h : most;
    }
    if (beside) {
        flow_own(flow, pen_px(pen, PICTURE_H + 22) + most, draw_columns, 0,
                 none);
        return;
    }
    for (int i = 0; i < STEPS; i++) {
        int h = words(pen, &steps[i], 0, 0, w, false);
        int tall = h > pen_px(pen, PICTURE_H) ? h : pen_px(pen, PICTURE_H);
        if (i)
            flow_gap(flow, pen_px(pen, 14));
        flow_own(flow, tall, draw_step, i, none);
    }
}

static int stage_width(struct pen *pen, const struct stage_words *stage)
{
    int name = pen_width(pen, STYLE_BODY_BOLD, stage->name);
    int says = pen_width(pen, small_style, stage->says);
    return pen_px(pen, SEAL + SEAL_GAP) + (name > says ? name : says);
}

static void draw_stage(struct pen *pen, struct rect row, int number)
{
    const struct stage_words *stage = &stages[number];
    int x = row.x + pen_px(pen, SEAL + SEAL_GAP);
    pen_seal(pen, stage->seal, "\xe5\xae\x88", row.x, row.y, SEAL);
    if (stage->seal == SEAL_KEPT)
        pen->list->items[pen->list->count - 1].turn = SEAL_TURN;
    pen_text(pen, STYLE_BODY_BOLD, stage->name, x, row.y + pen_px(pen, 7));
    pen_text(pen, small_style, stage->says, x, row.y + pen_px(pen, 28));
}

static int all_stages_w(struct pen *pen)
{
    int w = 0;
    for (int i = 0; i < STAGE_COUNT; i++)
        w += stage_width(pen, &stages[i]);
    return w + (STAGE_COUNT - 1) * pen_px(pen, NEXT);
}

static void draw_stages(struct pen *pen, struct rect row, int number)
{
    int gap = (row.w - all_stages_w(pen)) / (2 * (STAGE_COUNT - 1));
    int x = row.x;
    (void)number;
    for (int i = 0; i < STAGE_COUNT; i++) {
        draw_stage(pen, (struct rect){x, row.y, row.w, row.h}, i);
        x += stage_width(pen, &stages[i]) + gap;
        if (i + 1 < STAGE_COUNT)
            pen_icon(pen, ICON_NEXT, x, row.y + (row.h - pen_px(pen, NEXT)) / 2,
                     NEXT, TOKEN_INK3);
        x += pen_px(pen, NEXT) + gap;
    }
}

void welcome_seals(struct pen *pen, struct flow *flow)
{
    struct control none = control_of(MSG_NONE, 0);
    int least = all_stages_w(pen) + 6 * pen_px(pen, 8);
    if (least <= flow->w) {
        flow_own(flow, pen_px(pen, SEAL), draw_stages, 0, none);
        return;
    }
    for (int i = 0; i < STAGE_COUNT; i++) {
        if (i)
            flow_gap(flow, pen_px(pen, 8));
        flow_own(flow, pen_px(pen, SEAL), draw_stage, i, none);
    }
}
