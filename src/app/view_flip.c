/* A flip card: the question alone, then the answer with its four grades. */
#include "app/card.h"
#include "app/words.h"

/* The largest step that fits four lines and the height there is. */
static struct style question_style(struct pen *pen, const char *text, int w,
                                   int h)
{
    static const int sizes[] = {42, 36, 32, 30, 28, 24};
    struct style style = {FACE_DISPLAY, 24, 31, TOKEN_INK};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        style.face = sizes[i] >= 28 ? FACE_DISPLAY : FACE_SERIF;
        style = style_sized(style, sizes[i], (sizes[i] * 128 + 50) / 100);
        int tall = pen_paragraph(pen, style, text, 0, 0, w, true, false);
        if (tall <= h && tall <= 4 * pen_px(pen, style.line_height))
            break;
    }
    return style;
}

static struct style answer_style(struct pen *pen, const char *text, int w,
                                 int h)
{
    static const int sizes[] = {32, 28, 24};
    struct style style = {FACE_DISPLAY, 24, 31, TOKEN_INK};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        style.face = sizes[i] >= 28 ? FACE_DISPLAY : FACE_SERIF;
        style = style_sized(style, sizes[i], (sizes[i] * 13 + 5) / 10);
        if (pen_paragraph(pen, style, text, 0, 0, w, true, false) <= h)
            break;
    }
    return style;
}

static const struct style japanese = {FACE_SERIF, 20, 30, TOKEN_INK2};

static void front(struct pen *pen, const struct card_place *place)
{
    const struct question *question = &pen->app->question;
    struct rect in = place->inner;
    int room = place->body_bottom - place->body_top - pen_px(pen, 48);
    int ja = question->prompt_ja ? pen_px(pen, 45) : 0;
    struct style style = question_style(pen, question->prompt, in.w, room - ja);
    int tall =
        pen_paragraph(pen, style, question->prompt, 0, 0, in.w, true, false);
    int below = question->prompt_ja
                    ? pen_px(pen, 15) + pen_paragraph(pen, japanese,
                                                      question->prompt_ja, 0, 0,
                                                      in.w, false, false)
                    : 0;
    int y = place->body_top +
            (place->body_bottom - place->body_top - tall - below) / 2;
    if (y < place->body_top + pen_px(pen, 16))
        y = place->body_top + pen_px(pen, 16);
    y -= pen->app->scroll * pen_px(pen, style.line_height);
    y = pen_paragraph(pen, style, question->prompt, in.x, y, in.w, true, true);
    if (question->prompt_ja)
        pen_paragraph(pen, japanese, question->prompt_ja, in.x,
                      y + pen_px(pen, 15), in.w, false, true);
}

static void back(struct pen *pen, const struct card_place *place)
{
    const struct question *question = &pen->app->question;
    struct rect in = place->inner;
    int line = pen_px(pen, 1);
    int y =
        place->body_top + pen_px(pen, 22) - pen->app->scroll * pen_px(pen, 24);
    y = pen_paragraph(pen, style_colored(STYLE_CHOICE, TOKEN_INK2),
                      question->prompt, in.x, y, in.w, false, true);
    y += pen_px(pen, 14);
    int room = place->body_bottom - y - pen_px(pen, 90);
    struct style style = answer_style(pen, question->answer, in.w, room);
    y = pen_paragraph(pen, style, question->answer, in.x, y, in.w, true, true);
    if (!question->why)
        return;
    y += pen_px(pen, 19);
    pen_fill(pen, (struct rect){in.x, y, in.w, line}, TOKEN_RULE);
    pen_paragraph(pen, STYLE_BODY, question->why, in.x, y + pen_px(pen, 17),
                  in.w, false, true);
}

static const char *last_seen(struct pen *pen, const struct item_state *state)
{
    struct arena *arena = pen->list->arena;
    if (!state)
        return "Not asked before";
    int days = moment_study_day(pen->app->now) - state->last.study_day;
    if (days <= 0)
        return "Last seen today";
    if (days == 1)
        return "Last seen yesterday";
    return arena_printf(arena, "Last seen %d days ago", days);
}

static void foot(struct pen *pen, const struct card_place *place)
{
    const struct app *app = pen->app;
    struct rect in = place->inner;
    const struct item_state *state =
        progress_of(app->progress, app->question.request.item->id);
    enum stage stage = progress_stage(app->progress, state);
    int right = in.x + in.w;
    int y = place->body_bottom;
    struct style style = {FACE_SANS, 15, 22, TOKEN_INK2};
    struct rect words = {in.x, y + pen_px(pen, 4), in.w - pen_px(pen, 60),
                         pen_px(pen, 20)};
    int days = state ? (int)progress_strength(app->progress, state) : 0;
    pen_seal(pen, seal_of_stage(stage), "\xe5\xae\x88", right - pen_px(pen, 48),
             y, 48);
    pen_text_in(pen, STYLE_SMALL, words_stage(stage), words, ALIGN_RIGHT);
    words.y += pen_px(pen, 18);
    if (stage != STAGE_NEW)
        pen_text_in(pen, STYLE_SMALL,
                    days < 1 ? "for hours"
                             : arena_printf(pen->list->arena, "for %s",
                                            words_count(pen->list->arena, days,
                                                        "day", "days")),
                    words, ALIGN_RIGHT);
    if (app->phase == PHASE_BACK && !app->seeing_front)
        card_source(pen, in.x, y + pen_px(pen, 14), in.w - pen_px(pen, 150),
                    true);
    else
        pen_text(pen, style, last_seen(pen, state), in.x, y + pen_px(pen, 14));
}

static void grade(struct pen *pen, enum grade grade, struct rect rect,
                  double days)
{
    static const struct {
        const char *name;
        const char *key;
        enum token color;
        enum token wash;
    } looks[GRADE_COUNT] = {
        [GRADE_AGAIN] = {"Again", "1", TOKEN_WRONG, TOKEN_WRONG_WASH},
        [GRADE_HARD] = {"Hard", "2", TOKEN_HARD, TOKEN_HARD_WASH},
        [GRADE_GOOD] = {"Good", "3", TOKEN_RIGHT, TOKEN_RIGHT_WASH},
        [GRADE_EASY] = {"Easy", "4", TOKEN_EASY, TOKEN_EASY_WASH},
    };
    bool good = grade == GRADE_GOOD;
    int line = pen_px(pen, good ? 2 : 1);
    int radius = pen_px(pen, 6);
    struct touch touch = pen_clickable(pen, rect, MSG_GRADE, (int)grade);
    pen_box(pen, rect, radius, line, good ? TOKEN_INK : TOKEN_EDGE,
            touch.hovered ? looks[grade].wash : TOKEN_PAPER);
    pen_fill(pen,
             (struct rect){rect.x + line, rect.y + line - pen_px(pen, 1),
                           rect.w - 2 * line, pen_px(pen, 5)},
             looks[grade].color);
    int key_w = pen_px(pen, 28);
    int x = rect.x + pen_px(pen, 17);
    int text_x = rect.x + pen_px(pen, 57);
    struct rect key = {x, rect.y + (rect.h - key_w) / 2 + pen_px(pen, 2), key_w,
                       key_w};
    if (rect.w < pen_px(pen, 150)) {
        key.w = 0;
        text_x = x;
    }
    if (key.w) {
        pen_box(pen, key, pen_px(pen, 4), pen_px(pen, 1), TOKEN_EDGE,
                TOKEN_PAPER);
        pen_text_in(pen, STYLE_BODY, looks[grade].key, key, ALIGN_CENTRE);
    }
    int y = rect.y + rect.h / 2 - pen_px(pen, 22);
    pen_text(pen, style_sized(STYLE_BODY_BOLD, 18, 26), looks[grade].name,
             text_x, y);
    pen_text(pen, style_colored(STYLE_BODY, TOKEN_INK2),
             words_interval(pen->list->arena, days), text_x,
             y + pen_px(pen, 26));
    if (touch.focused)
        pen_ring(pen, rect, radius);
}

static void grades(struct pen *pen, const struct card_place *place)
{
    struct due dues[GRADE_COUNT];
    int gap = pen_px(pen, 12);
    int w = (place->sheet.w - 3 * gap) / 4;
    app_grade_dues(pen->app, dues);
    for (int i = 0; i < GRADE_COUNT; i++) {
        int x = place->sheet.x + i * (place->sheet.w + gap) / 4;
        grade(pen, (enum grade)i,
              (struct rect){x, place->controls, w, pen_px(pen, 80)},
              dues[i].days);
    }
}

void view_flip(struct pen *pen, const struct card_place *place)
{
    const struct app *app = pen->app;
    bool is_back = app->phase == PHASE_BACK;
    int clip = place->body_bottom - place->body_top;
    draw_add(
        pen->list, DRAW_CLIP,
        (struct rect){place->sheet.x, place->body_top, place->sheet.w, clip},
        TOKEN_NONE);
    if (is_back && !app->seeing_front)
        back(pen, place);
    else
        front(pen, place);
    draw_add(pen->list, DRAW_CLIP, (struct rect){0, 0, 0, 0}, TOKEN_NONE);
    foot(pen, place);
    int centre = place->sheet.x + place->sheet.w / 2;
    if (is_back) {
        static const char *const hints[] = {"Space", "Good", "F",
                                            "see the front", NULL};
        grades(pen, place);
        if (place->hints)
            pen_hints(pen, centre, place->hints, hints);
        return;
    }
    int w = pen_px(pen, 320);
    pen_button(pen,
               (struct rect){centre - w / 2, place->controls + pen_px(pen, 8),
                             w, pen_px(pen, 56)},
               BUTTON_INK, "Show the answer", "Space", MSG_SHOW, 0, false);
}
