/* A choice: the question, its rows, and the feedback in place. */
#include "app/card.h"
#include "app/words.h"

/* How large and how far apart question and rows are. */
struct choice_look {
    int question; /* type */
    int line;
    int above; /* px from the hairline to the question */
    int below; /* from the question to the rows */
    int pad;   /* logical px around a row's text */
    int gap;   /* px between rows */
};

enum { LOOKS = 4, FEEDBACK_GAP = 20 };

static const struct choice_look looks[LOOKS] = {
    {30, 38, 27, 25, 15, 12},
    {28, 36, 22, 18, 12, 8},
    {24, 30, 18, 15, 12, 8},
    {24, 30, 12, 10, 8, 6},
};

static enum answered answered_of(const struct app *app, int i)
{
    if (app->phase != PHASE_FEEDBACK)
        return ANSWERED_NOT;
    if (i == app->question.right)
        return ANSWERED_RIGHT;
    return i == app->chosen ? ANSWERED_WRONG : ANSWERED_OTHER;
}

static bool is_brief(const struct pen *pen)
{
    return pen_width_that_counts(pen) < 760;
}

static int strike_rest(const struct app *app)
{
    return (int)(1000 * (1 - motion_share(app, MOTION_STRIKE)));
}

static void row(struct pen *pen, struct rect rect, int i)
{
    const struct app *app = pen->app;
    pen_choice_row(pen, rect,
                   (struct choice_row){
                       .key = arena_printf(pen->list->arena, "%d", i + 1),
                       .text = app->question.options[i].text,
                       .answered = answered_of(app, i),
                       .picked = app->phase == PHASE_ASKING && app->picked == i,
                       .brief = is_brief(pen),
                       .strike_rest = strike_rest(app),
                       .control = control_of(MSG_CHOOSE, i)});
}

static void add_rows(struct pen *pen, struct flow *flow,
                     const struct choice_look *look)
{
    const struct app *app = pen->app;
    bool open = app->phase == PHASE_ASKING;
    struct style style = {look->question >= 28 ? FACE_DISPLAY : FACE_SERIF,
                          look->question, look->line, TOKEN_INK};
    flow_gap(flow, look->above);
    flow_text(pen, flow, style, app->question.prompt, true);
    flow_gap(flow, look->below);
    for (int i = 0; i < app->question.option_count; i++) {
        int h = pen_choice_row_height(pen, app->question.options[i].text,
                                      flow->w, look->pad, is_brief(pen));
        if (i)
            flow_gap(flow, look->gap);
        flow_own(flow, h, row, i,
                 open ? control_of(MSG_CHOOSE, i) : control_of(MSG_NONE, 0));
    }
}

static void add_feedback(struct pen *pen, const struct card_place *place,
                         struct flow *flow, int chosen)
{
    const struct question *question = &pen->app->question;
    flow_gap(flow, FEEDBACK_GAP);
    card_feedback(pen, place, flow, question->why ? "Why" : NULL,
                  words_belongs(pen->list->arena, question, chosen));
}

/* Height of all with the longest feedback that any answer can bring. */
static int height_with_feedback(struct pen *pen, const struct card_place *place,
                                const struct choice_look *look)
{
    struct flow rows = flow_open(pen, place->inner.w);
    int most = 0;
    add_rows(pen, &rows, look);
    for (int i = 0; i < pen->app->question.option_count; i++) {
        struct flow all = rows;
        add_feedback(pen, place, &all, i);
        if (all.y > most)
            most = all.y;
    }
    return most;
}

/* The roomiest look with which the feedback will fit, so that nothing moves
 * when it comes; else it is scrolled to. */
static const struct choice_look *
look_for(struct pen *pen, const struct card_place *place, int room)
{
    int first = place->room == CARD_ROOMY ? 0 : 2;
    for (int i = first; i < LOOKS; i++)
        if (height_with_feedback(pen, place, &looks[i]) <= room)
            return &looks[i];
    return place->room == CARD_ROOMY || place->room == CARD_LARGE
               ? &looks[2]
               : &looks[LOOKS - 1];
}

bool view_choice(struct pen *pen, const struct card_place *place)
{
    const struct app *app = pen->app;
    struct rect body = {place->inner.x, place->body_top + 1, place->inner.w,
                        place->body_bottom - place->body_top - 1};
    const struct choice_look *look = look_for(pen, place, body.h);
    struct flow flow = flow_open(pen, body.w);
    add_rows(pen, &flow, look);
    if (app->phase == PHASE_FEEDBACK)
        add_feedback(pen, place, &flow, app->chosen);
    return flow_draw(pen, &flow, body);
}

static void asking_controls(struct pen *pen, const struct card_place *place,
                            bool more)
{
    const struct card_hint hints[] = {
        {"1",
         arena_printf(pen->list->arena, "%d", pen->app->question.option_count),
         "answer",
         {MSG_NONE, 0, 0}},
        {"\xe2\x86\x91", "\xe2\x86\x93", "choose", {MSG_NONE, 0, 0}},
        {"Enter", NULL, "answer with the chosen line", {MSG_NONE, 0, 0}},
        {"0", NULL, "I do not know", {MSG_DONT_KNOW, 0, 0}}};
    int y = place->hints
                ? place->hints
                : place->controls + (place->controls_h - pen_px(pen, 22)) / 2;
    if (more) {
        struct card_place rest = *place;
        int right = place->sheet.x + place->sheet.w;
        rest.sheet.x = card_more(pen, place, right);
        rest.sheet.w = right - rest.sheet.x;
        card_hints(pen, &rest, y, hints + 3, 1);
        return;
    }
    card_hints(pen, place, y, hints, 4);
}

void view_choice_controls(struct pen *pen, const struct card_place *place,
                          bool more)
{
    if (pen->app->phase == PHASE_ASKING) {
        asking_controls(pen, place, more);
        return;
    }
    if (more)
        card_more(pen, place, card_continue_left(pen, place));
    else
        card_returns(pen, place, card_continue_left(pen, place));
    card_continue(pen, place);
}
