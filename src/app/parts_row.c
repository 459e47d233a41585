/* The rows of a choice, and the buttons of the four grades. */
#include "app/parts.h"

enum {
    ROW_KEY_X = 17,
    ROW_TEXT_X = 61,
    VERDICT_END = 20,
    VERDICT_GAP = 9,
    VERDICT_ICON = 20
};

static const char *verdict_text(bool right, bool brief)
{
    if (brief)
        return right ? "Right" : "Yours";
    return right ? "Right answer" : "Your answer";
}

static struct style verdict_style(bool right)
{
    return (struct style){FACE_SANS_BOLD, 14, 20,
                          right ? TOKEN_RIGHT : TOKEN_WRONG};
}

/* "Right answer" and its ring, or "Your answer" and its cross. */
static void verdict(struct pen *pen, struct rect row, bool right, bool brief)
{
    const char *text = verdict_text(right, brief);
    struct style style = verdict_style(right);
    int w = pen_width(pen, style, text);
    int x = row.x + row.w - pen_px(pen, VERDICT_END) - w;
    int size = pen_px(pen, VERDICT_ICON);
    pen_text_in(pen, style, text, (struct rect){x, row.y, w, row.h},
                ALIGN_LEFT);
    pen_icon(pen, right ? ICON_RING : ICON_CROSS,
             x - size - pen_px(pen, VERDICT_GAP), row.y + (row.h - size) / 2,
             VERDICT_ICON, style.color);
}

/* The text keeps its lines whatever the row turns out to be, so that there is
 * always room for the longer verdict. */
static int text_room(const struct pen *pen, int w, bool brief)
{
    int right = pen_width(pen, verdict_style(true), verdict_text(true, brief));
    int wrong =
        pen_width(pen, verdict_style(false), verdict_text(false, brief));
    return w - pen_px(pen, ROW_TEXT_X) - (right > wrong ? right : wrong) -
           pen_px(pen, VERDICT_END + VERDICT_ICON + 2 * VERDICT_GAP);
}

int pen_choice_row_height(struct pen *pen, const char *text, int w, int pad,
                          bool brief)
{
    return pen_paragraph(pen, STYLE_CHOICE, text, 0, 0,
                         text_room(pen, w, brief), false, false) +
           2 * pen_px(pen, pad);
}

void pen_row_box(struct pen *pen, struct rect row, enum answered answered,
                 bool picked, struct touch touch)
{
    static const struct {
        int line;
        enum token border;
        enum token fill;
    } looks[] = {
        [ANSWERED_NOT] = {1, TOKEN_EDGE, TOKEN_PAPER},
        [ANSWERED_RIGHT] = {2, TOKEN_RIGHT, TOKEN_RIGHT_WASH},
        [ANSWERED_WRONG] = {2, TOKEN_WRONG, TOKEN_WRONG_WASH},
        [ANSWERED_OTHER] = {1, TOKEN_RULE, TOKEN_PAPER},
    };
    enum token fill = touch.pressed             ? TOKEN_WASH2
                      : touch.hovered || picked ? TOKEN_WASH
                                                : looks[answered].fill;
    pen_box(pen, row, pen_px(pen, 6), pen_px(pen, looks[answered].line),
            looks[answered].border, fill);
}

void pen_row_key(struct pen *pen, struct rect row, const char *key, bool faded)
{
    int size = pen_px(pen, 28);
    struct rect cap = {row.x, row.y + (row.h - size) / 2, size, size};
    enum token border = faded ? TOKEN_RULE : TOKEN_EDGE;
    pen_box(pen, cap, pen_px(pen, 4), pen_px(pen, 1), border, TOKEN_PAPER);
    pen_fill(pen,
             (struct rect){cap.x + pen_px(pen, 2),
                           cap.y + cap.h - 2 * pen_px(pen, 1),
                           cap.w - 2 * pen_px(pen, 2), pen_px(pen, 1)},
             border);
    pen_text_in(pen, style_colored(STYLE_BODY, faded ? TOKEN_INK3 : TOKEN_INK2),
                key, cap, ALIGN_CENTRE);
}

/* Two strokes over each line of a wrong answer, as a clerk amends a treaty. */
static void strike(struct pen *pen, struct style written, const char *text,
                   int x, int y, int w, int rest)
{
    struct text_style style = {written.face, pen_px(pen, written.size), NULL};
    struct text_lines lines =
        wrap_text(pen->metrics, style, text, w, pen->list->arena);
    int step = pen_px(pen, written.line_height);
    for (int i = 0; i < lines.count; i++) {
        struct draw *item =
            draw_add(pen->list, DRAW_STRIKE,
                     (struct rect){x - pen_px(pen, 2), y + i * step,
                                   lines.lines[i].width + pen_px(pen, 4), step},
                     TOKEN_WRONG);
        item->line = pen_px(pen, 1);
        item->rest = rest;
    }
}

void pen_choice_row(struct pen *pen, struct rect rect, struct choice_row row)
{
    struct touch touch = {false, false, false};
    int radius = pen_px(pen, 6);
    if (row.answered == ANSWERED_NOT) {
        touch = pen_control(pen, rect, radius, row.control);
        if (row.picked)
            pen->initial = row.control;
    }
    pen_row_box(pen, rect, row.answered, row.picked, touch);
    pen_row_key(
        pen, (struct rect){rect.x + pen_px(pen, ROW_KEY_X), rect.y, 0, rect.h},
        row.key, row.answered == ANSWERED_OTHER);
    int x = rect.x + pen_px(pen, ROW_TEXT_X);
    int room = row.small ? rect.w - pen_px(pen, ROW_TEXT_X + ROW_KEY_X)
                         : text_room(pen, rect.w, row.brief);
    if (row.answered == ANSWERED_RIGHT || row.answered == ANSWERED_WRONG)
        verdict(pen, rect, row.answered == ANSWERED_RIGHT, row.brief);
    enum token color = row.answered == ANSWERED_OTHER ? TOKEN_INK3 : TOKEN_INK;
    struct style style = style_colored(STYLE_CHOICE, color);
    if (row.small)
        style = style_sized(style, 17, 26);
    int h = pen_paragraph(pen, style, row.text, 0, 0, room, false, false);
    int y = rect.y + (rect.h - h) / 2;
    pen_paragraph(pen, style, row.text, x, y, room, false, true);
    if (row.answered == ANSWERED_WRONG)
        strike(pen, style, row.text, x, y, room, row.strike_rest);
    if (pen->forced && touch.focused)
        pen_ring(pen, rect, radius);
}

const struct style pen_grade_returns = {FACE_SANS, 15, 24, TOKEN_INK2};

struct grade_look {
    const char *name;
    const char *key;
    enum token color;
    enum token wash;
};

static struct grade_look grade_look(enum grade grade)
{
    static const struct grade_look looks[GRADE_COUNT] = {
        [GRADE_AGAIN] = {"Again", "1", TOKEN_WRONG, TOKEN_WRONG_WASH},
        [GRADE_HARD] = {"Hard", "2", TOKEN_HARD, TOKEN_HARD_WASH},
        [GRADE_GOOD] = {"Good", "3", TOKEN_RIGHT, TOKEN_RIGHT_WASH},
        [GRADE_EASY] = {"Easy", "4", TOKEN_EASY, TOKEN_EASY_WASH},
    };
    return looks[grade];
}

/* Paper below, a band of the grade's colour inside the border that keeps the
 * round corners. */
static void grade_box(struct pen *pen, struct rect rect, enum grade grade,
                      struct touch touch)
{
    struct grade_look look = grade_look(grade);
    bool good = grade == GRADE_GOOD;
    int radius = pen_px(pen, 6);
    int line = pen_px(pen, good ? 2 : 1);
    enum token fill = touch.hovered || touch.pressed ? look.wash : TOKEN_PAPER;
    pen_box(pen, rect, radius, 0, TOKEN_NONE, fill);
    pen_clip(pen, (struct rect){rect.x, rect.y, rect.w, line + pen_px(pen, 4)});
    pen_box(pen, rect, radius, 0, TOKEN_NONE, look.color);
    pen_unclip(pen);
    pen_box(pen, rect, radius, line, good ? TOKEN_INK : TOKEN_EDGE, TOKEN_NONE);
}

/* As drawn at 80 px; what is lower than that keeps closer together. */
static int grade_key_x(const struct pen *pen, int h)
{
    return h >= pen_px(pen, 80) ? pen_px(pen, 17) : 11;
}

/* The key needs room beside the longest name. */
static bool grade_has_key(const struct pen *pen, int w)
{
    struct style name = style_sized(STYLE_BODY_BOLD, 17, 26);
    return w >= pen_px(pen, 28) + 29 + pen_width(pen, name, "Again");
}

int pen_grade_text_x(const struct pen *pen, int w, int h)
{
    int key = grade_key_x(pen, h);
    if (!grade_has_key(pen, w))
        return key;
    return key + pen_px(pen, 28) +
           (h >= pen_px(pen, 80) ? pen_px(pen, 12) : 10);
}

void pen_grade(struct pen *pen, struct rect rect, enum grade grade,
               const char *returns)
{
    struct grade_look look = grade_look(grade);
    int radius = pen_px(pen, 6);
    struct touch touch =
        pen_control(pen, rect, radius, control_of(MSG_GRADE, (int)grade));
    if (touch.pressed)
        rect.y += pen_px(pen, 1);
    grade_box(pen, rect, grade, touch);
    if (grade_has_key(pen, rect.w))
        pen_row_key(pen,
                    (struct rect){rect.x + grade_key_x(pen, rect.h),
                                  rect.y + pen_px(pen, 2), 0, rect.h},
                    look.key, false);
    int x = rect.x + pen_grade_text_x(pen, rect.w, rect.h);
    int y = rect.y + (rect.h - pen_px(pen, 50)) / 2 + 3;
    pen_text(pen, style_sized(STYLE_BODY_BOLD, 17, 26), look.name, x, y);
    pen_text(pen, pen_grade_returns, returns, x,
             y + pen_px(pen, rect.h < 70 ? 23 : 26) - 1);
    if (pen->forced && touch.focused)
        pen_ring(pen, rect, radius);
}
