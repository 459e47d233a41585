/* A flip card: the question alone, then the answer with its four grades. */
#include "app/card.h"
#include "app/words.h"

enum { QUESTION_LINES = 4, MEASURE_EM = 45 };

/* Large type has a face of its own. */
static struct style display(const struct pen *pen, int size, int line_height)
{
    bool large = pen_px(pen, size) >= 28;
    return (struct style){large ? FACE_DISPLAY : FACE_SERIF, size, line_height,
                          TOKEN_INK};
}

/* The largest step that fits four lines and the height there is. */
static struct style question_style(struct pen *pen, const char *text, int w,
                                   int h)
{
    static const int sizes[][2] = {{42, 54}, {36, 46}, {32, 41},
                                   {30, 38}, {28, 36}, {24, 31}};
    struct style style = display(pen, 24, 31);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        style = display(pen, sizes[i][0], sizes[i][1]);
        int tall = pen_paragraph(pen, style, text, 0, 0, w, true, false);
        if (tall <= h &&
            tall <= QUESTION_LINES * pen_px(pen, style.line_height))
            break;
    }
    return style;
}

/* The largest step with which all of the answer is in sight. */
static struct style answer_style(struct pen *pen, const char *text, int w,
                                 int h, int most)
{
    static const int sizes[][2] = {{32, 41}, {28, 35}, {24, 30}};
    struct style style = display(pen, 24, 30);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        style = display(pen, sizes[i][0], sizes[i][1]);
        if (sizes[i][0] <= most &&
            pen_paragraph(pen, style, text, 0, 0, w, true, false) <= h)
            break;
    }
    return style;
}

static const struct style japanese = {FACE_SERIF, 20, 30, TOKEN_INK2};

static bool shows_back(const struct app *app)
{
    return app->phase == PHASE_BACK && !app->seeing_front;
}

static struct rect body_of(const struct card_place *place, int top)
{
    int y = place->body_top + 1 + top;
    return (struct rect){place->inner.x, y, place->inner.w,
                         place->body_bottom - y};
}

/* In the middle of the sheet while it fits. */
static bool front(struct pen *pen, const struct card_place *place)
{
    const struct question *question = &pen->app->question;
    struct rect body = body_of(place, 12);
    int w = place->inner.w;
    struct flow flow = flow_open(pen, w);
    int below = question->prompt_ja
                    ? 15 + pen_paragraph(pen, japanese, question->prompt_ja, 0,
                                         0, w, false, false)
                    : 0;
    struct style style =
        question_style(pen, question->prompt, w, body.h - below);
    flow_text(pen, &flow, style, question->prompt, true);
    if (question->prompt_ja) {
        flow_gap(&flow, 15);
        flow_text(pen, &flow, japanese, question->prompt_ja, false);
    }
    if (flow.y < body.h) {
        body.y += (body.h - flow.y) / 2;
        body.h = flow.y;
    }
    return flow_draw(pen, &flow, body);
}

static struct style source_style(const struct card_place *place)
{
    int size = place->look->source;
    return (struct style){FACE_SANS, size, size + 7, TOKEN_INK2};
}

/* The source stands in the foot where all fits, else below all. */
static bool source_in_foot(struct pen *pen, const struct card_place *place,
                           const struct flow *flow, int room)
{
    const char *source = pen->app->question.source;
    struct style style = source_style(place);
    int w = place->inner.w - place->look->foot_seal - pen_px(pen, 100 + 26);
    if (!source || place->room == CARD_LARGE || place->room == CARD_HUGE)
        return false;
    int h = pen_paragraph(pen, style, source, 0, 0, w, false, false);
    return flow->y <= room && h <= 2 * pen_px(pen, style.line_height) &&
           h <= place->look->foot_seal + place->look->foot_seal / 4;
}

static void foot_source(struct pen *pen, const struct card_place *place)
{
    const char *source = pen->app->question.source;
    struct style style = source_style(place);
    int icon = pen_px(pen, 26);
    int w = place->inner.w - place->look->foot_seal - pen_px(pen, 100 + 26);
    int step = pen_px(pen, style.line_height);
    int h = pen_paragraph(pen, style, source, 0, 0, w, false, false);
    int y = place->foot + place->look->foot_seal - 1 - h;
    pen_icon(pen, ICON_PAGE, place->inner.x, y + (step - pen_px(pen, 18)) / 2,
             18, TOKEN_INK2);
    pen_paragraph(pen, style, source, place->inner.x + icon, y, w, false, true);
}

static bool back(struct pen *pen, const struct card_place *place)
{
    const struct question *question = &pen->app->question;
    const struct card_look *look = place->look;
    struct rect body = body_of(place, 0);
    struct flow flow = flow_open(pen, place->inner.w);
    flow_gap(&flow, look->gap_prompt);
    flow_text(
        pen, &flow,
        (struct style){FACE_SERIF, look->prompt, look->prompt + 6, TOKEN_INK2},
        question->prompt, false);
    flow_gap(&flow, look->gap_answer);
    flow_text(pen, &flow,
              answer_style(pen, question->answer, flow.w, body.h - flow.y,
                           look->answer),
              question->answer, true);
    if (question->why) {
        flow_gap(&flow, look->gap_rule);
        flow_rule(&flow);
        flow_gap(&flow, look->gap_why);
        if (flow.w > pen_px(pen, look->why * MEASURE_EM))
            flow.w = pen_px(pen, look->why * MEASURE_EM);
        flow_text(pen, &flow, style_sized(STYLE_BODY, look->why, look->why + 8),
                  question->why, false);
        flow.w = place->inner.w;
    }
    if (source_in_foot(pen, place, &flow, body.h)) {
        foot_source(pen, place);
    } else if (question->source) {
        flow_gap(&flow, pen_px(pen, 12));
        flow_source(pen, &flow, source_style(place), question->source);
    }
    return flow_draw(pen, &flow, body);
}

static void last_seen(struct pen *pen, const struct card_place *place)
{
    const struct app *app = pen->app;
    const struct item_state *state =
        progress_of(app->progress, app->question.request.item->id);
    const char *text = "Not asked before";
    int days = state ? moment_study_day(app->now) - state->last.study_day : 0;
    if (state)
        text = days <= 0   ? "Last seen today"
               : days == 1 ? "Last seen yesterday"
                           : arena_printf(pen->list->arena,
                                          "Last seen %d days ago", days);
    pen_text_in(pen, source_style(place), text,
                (struct rect){place->inner.x, place->foot,
                              pen_width(pen, source_style(place), text),
                              place->look->foot_seal},
                ALIGN_LEFT);
}

bool view_flip(struct pen *pen, const struct card_place *place)
{
    bool is_back = shows_back(pen->app);
    bool more = is_back ? back(pen, place) : front(pen, place);
    if (more)
        card_more_in_foot(pen, place);
    else if (!is_back)
        last_seen(pen, place);
    card_stage(pen, place);
    return more;
}

/* All four or none, so that they can be compared. */
static void intervals(struct pen *pen, const struct card_place *place, int w,
                      const char *words[GRADE_COUNT])
{
    struct due dues[GRADE_COUNT];
    struct arena *arena = pen->list->arena;
    bool brief = place->room == CARD_HUGE;
    app_grade_dues(pen->app, dues);
    for (int i = 0; i < GRADE_COUNT; i++) {
        words[i] = words_interval(arena, dues[i].days);
        brief = brief || pen_width(pen, pen_grade_returns, words[i]) > w;
    }
    for (int i = 0; i < GRADE_COUNT && brief; i++)
        words[i] = words_interval_short(arena, dues[i].days);
}

static void grades(struct pen *pen, const struct card_place *place)
{
    const char *words[GRADE_COUNT];
    int gap = place->room == CARD_LOW ? 8 : 12;
    int w = (place->sheet.w - 3 * gap) / GRADE_COUNT;
    intervals(pen, place, w - pen_grade_text_x(pen, w, place->controls_h) - 8,
              words);
    for (int i = 0; i < GRADE_COUNT; i++) {
        int x = place->sheet.x + i * (place->sheet.w + gap) / GRADE_COUNT;
        pen_grade(pen, (struct rect){x, place->controls, w, place->controls_h},
                  (enum grade)i, words[i]);
    }
}

void view_flip_controls(struct pen *pen, const struct card_place *place)
{
    const struct app *app = pen->app;
    static const struct card_hint asking[] = {
        {"E", NULL, "edit the card", {MSG_EDIT, 0, 0}},
        {"B", NULL, "set aside until tomorrow", {MSG_ASIDE, 0, 0}}};
    static const struct card_hint answered[] = {
        {"Space", NULL, "Good", {MSG_NONE, 0, 0}},
        {"F", NULL, "see the front", {MSG_FRONT, 0, 0}},
        {"E", NULL, "edit the card", {MSG_EDIT, 0, 0}}};
    if (app->phase == PHASE_BACK) {
        grades(pen, place);
        if (place->hints)
            card_hints(pen, place, place->hints, answered, 3);
        return;
    }
    int w = pen_px(pen, 320);
    int h = pen_px(pen, 56);
    if (w > place->sheet.w)
        w = place->sheet.w;
    pen_button(pen,
               (struct rect){place->sheet.x + (place->sheet.w - w) / 2,
                             place->controls + (place->controls_h - h) / 3, w,
                             h},
               (struct button){.look = BUTTON_INK,
                               .label = "Show the answer",
                               .key = "Space",
                               .control = control_of(MSG_SHOW, 0)});
    if (place->hints)
        card_hints(pen, place, place->hints, asking, 2);
}
