#include "app/end.h"

#include "app/words.h"

enum { FIGURES = 4, FIGURE_GAP = 22, ROW_H = 44 };

struct figure {
    const char *number;
    const char *word;
    const char *below;
};

/* Type of the head; less of it where the window is low. */
struct end_look {
    struct style result;
    struct style number;
    struct style word;
    struct style below;
    int word_y; /* logical px from a figure's top */
    int below_y;
    int height;
};

static const struct end_look looks[] = {{{FACE_DISPLAY, 52, 58, TOKEN_INK},
                                         {FACE_DISPLAY, 34, 40, TOKEN_INK},
                                         {FACE_SANS, 16, 24, TOKEN_INK},
                                         {FACE_SANS, 14, 20, TOKEN_INK3},
                                         38,
                                         62,
                                         82},
                                        {{FACE_DISPLAY, 36, 42, TOKEN_INK},
                                         {FACE_DISPLAY, 28, 32, TOKEN_INK},
                                         {FACE_SANS, 14, 20, TOKEN_INK},
                                         {FACE_SANS, 13, 18, TOKEN_INK3},
                                         32,
                                         51,
                                         69}};

static const struct control none = {MSG_NONE, 0, 0};
static const struct style answer_serif = {FACE_SERIF, 18, 24, TOKEN_INK};
static const struct style returns_style = {FACE_SANS, 14, 20, TOKEN_INK2};

int end_missed(const struct session *session)
{
    int count = 0;
    for (int i = 0; i < session->count; i++)
        count += session->entries[i].missed;
    return count;
}

static const char *expected_words(struct pen *pen)
{
    const struct session *session = &pen->app->session;
    if (session->expected_of == 0)
        return "all of it new";
    int percent = (int)(100 * session->expected / session->expected_of + .5);
    return arena_printf(pen->list->arena, "%d\xe2\x80\x89%% expected", percent);
}

static void figures_of(struct pen *pen, struct figure figures[FIGURES])
{
    const struct app *app = pen->app;
    const struct session *session = &app->session;
    struct arena *arena = pen->list->arena;
    int32_t longest = 0;
    int32_t streak =
        progress_streak(app->progress, moment_study_day(app->now), &longest);
    struct progress_summary sum =
        progress_summarise(app->progress, app->knowledge, app->deck, app->now);
    int answers = session->answers > 0 ? session->answers : 1;
    int asked = session->first_answers > 0 ? session->first_answers : 1;
    int kept = sum.stage[STAGE_KEPT] - session->kept_before;
    figures[0] =
        (struct figure){arena_printf(arena, "%d\xe2\x80\x89%%",
                                     session->first_right * 100 / asked),
                        "recalled", expected_words(pen)};
    figures[1] = (struct figure){
        words_duration(arena, session->dur_ms), "of study",
        arena_printf(arena, "%s a card",
                     words_duration(arena, session->dur_ms / answers))};
    figures[2] = (struct figure){arena_printf(arena, "%d", streak),
                                 streak == 1 ? "day in a row" : "days in a row",
                                 arena_printf(arena, "longest %d", longest)};
    figures[3] = (struct figure){
        arena_printf(arena, "%d", kept > 0 ? kept : 0),
        kept == 1 ? "fact newly kept" : "facts newly kept",
        arena_printf(arena, "%d of %d", sum.stage[STAGE_KEPT], sum.items)};
}

static const struct end_look *look_of(const struct pen *pen)
{
    return &looks[end_is_low(pen)];
}

static int figure_width(const struct pen *pen, const struct figure *figure)
{
    const struct end_look *look = look_of(pen);
    int number = pen_width(pen, look->number, figure->number);
    int word = pen_width(pen, look->word, figure->word);
    int below = pen_width(pen, look->below, figure->below);
    int most = number > word ? number : word;
    return most > below ? most : below;
}

/* Four, two or one beside each other. */
static int columns(struct pen *pen, int w)
{
    struct figure list[FIGURES];
    int widest = 0;
    figures_of(pen, list);
    for (int i = 0; i < FIGURES; i++)
        if (figure_width(pen, &list[i]) > widest)
            widest = figure_width(pen, &list[i]);
    for (int count = FIGURES; count > 1; count /= 2)
        if ((w + FIGURE_GAP) / count - FIGURE_GAP >= widest)
            return count;
    return 1;
}

/* The row of figures that begins with `first`. */
static void figures(struct pen *pen, struct rect rect, int first)
{
    const struct end_look *look = look_of(pen);
    struct figure list[FIGURES];
    int count = columns(pen, rect.w);
    figures_of(pen, list);
    for (int i = 0; i < count && first + i < FIGURES; i++) {
        const struct figure *figure = &list[first + i];
        int x = rect.x + i * (rect.w + FIGURE_GAP) / count;
        if (i)
            pen_fill(pen, (struct rect){x - FIGURE_GAP, rect.y, 1, rect.h},
                     TOKEN_RULE);
        pen_text(pen, look->number, figure->number, x, rect.y);
        pen_text(pen, look->word, figure->word, x,
                 rect.y + pen_px(pen, look->word_y));
        pen_text(pen, look->below, figure->below, x,
                 rect.y + pen_px(pen, look->below_y));
    }
}

static void oxford(struct pen *pen, struct rect rect, int number)
{
    (void)number;
    pen_oxford(pen, rect.x, rect.y, rect.w);
}

bool end_is_low(const struct pen *pen)
{
    const struct app *app = pen->app;
    return app->height * 100 / app_scale(app) < END_LOW_HEIGHT;
}

void end_add_head(struct pen *pen, struct flow *flow)
{
    bool low = end_is_low(pen);
    int count = columns(pen, flow->w);
    flow_gap(flow, low ? 6 : 44);
    flow_text(pen, flow, look_of(pen)->result,
              words_result(pen->list->arena, &pen->app->session), true);
    flow_gap(flow, low ? 8 : 25);
    for (int i = 0; i < FIGURES; i += count) {
        if (i)
            flow_gap(flow, 12);
        flow_own(flow, pen_px(pen, look_of(pen)->height), figures, i, none);
    }
    flow_gap(flow, low ? 12 : 28);
    flow_own(flow, pen_px(pen, 6), oxford, 0, none);
    flow_gap(flow, low ? 6 : 13);
}

/* An item in a few words: its title and the kind of fact, or the card's ask. */
static const char *short_name(struct pen *pen, const struct item *item)
{
    if (item->card)
        return item->card->ask ? item->card->ask : item->card->cloze;
    const char *label =
        words_capital(pen->list->arena, item->fact->field->label);
    if (item->back)
        return arena_printf(pen->list->arena, "%s: %s", label,
                            item->fact->values[0].shown);
    return arena_printf(pen->list->arena, "%s: %s", item->subject->title,
                        label);
}

static const char *short_answer(const struct item *item)
{
    if (item->card)
        return item->card->answer;
    return item->back ? item->subject->title : item->fact->values[0].shown;
}

static const char *returns(struct pen *pen, const struct item *item)
{
    const struct item_state *state = progress_of(pen->app->progress, item->id);
    return state ? words_interval(pen->list->arena, state->due.days) : "";
}

/* Where the parts of a row lie; the answer goes below the question where they
 * cannot stand side by side. */
struct row_place {
    int text_x;
    int text_w;
    int answer_x; /* 0: below */
    int answer_w;
    int name_h;
    int answer_h;
};

static struct row_place row_place(struct pen *pen, const struct item *item,
                                  int w)
{
    int left = pen_px(pen, 24) + 16;
    int right = pen_width(pen, returns_style, "in 10 months") + 16;
    int room = w - left - right;
    struct row_place place = {left, room, 0, room, 0, 0};
    if (room >= pen_px(pen, 420)) {
        place.answer_x = w * 532 / 784;
        place.text_w = place.answer_x - left - 12;
        place.answer_w = w - right - place.answer_x;
    }
    place.name_h = pen_paragraph(pen, STYLE_BODY, short_name(pen, item), 0, 0,
                                 place.text_w, false, false);
    place.answer_h = pen_paragraph(pen, answer_serif, short_answer(item), 0, 0,
                                   place.answer_w, false, false);
    return place;
}

static int row_height(struct pen *pen, const struct item *item, int w)
{
    struct row_place place = row_place(pen, item, w);
    int text = place.name_h > place.answer_h ? place.name_h : place.answer_h;
    if (!place.answer_x)
        text = place.name_h + place.answer_h;
    int pad = (pen_px(pen, ROW_H) - pen_px(pen, 24)) / 2;
    return text + 2 * pad;
}

static void row(struct pen *pen, struct rect rect, int entry)
{
    const struct app *app = pen->app;
    const struct item *item = app->session.entries[entry].item;
    const struct item_state *state = progress_of(app->progress, item->id);
    struct row_place place = row_place(pen, item, rect.w);
    int pad = (pen_px(pen, ROW_H) - pen_px(pen, 24)) / 2;
    int y = rect.y + pad;
    struct rect line = {rect.x, y, rect.w, pen_px(pen, 24)};
    pen_seal(pen, seal_of_stage(progress_stage(app->progress, state)), NULL,
             rect.x, y, 24);
    pen_paragraph(pen, STYLE_BODY, short_name(pen, item), rect.x + place.text_x,
                  y, place.text_w, false, true);
    int x = place.answer_x ? place.answer_x : place.text_x;
    pen_paragraph(pen, answer_serif, short_answer(item), rect.x + x,
                  place.answer_x ? y : y + place.name_h, place.answer_w, false,
                  true);
    pen_text_in(pen, returns_style, returns(pen, item), line, ALIGN_RIGHT);
    pen_fill(pen, (struct rect){rect.x, rect.y + rect.h - 1, rect.w, 1},
             TOKEN_RULE);
}

static void heading(struct pen *pen, struct rect rect, int missed)
{
    struct arena *arena = pen->list->arena;
    struct rect line = {rect.x, rect.y, rect.w, pen_px(pen, 26)};
    pen_text_in(pen, STYLE_H3,
                arena_printf(arena, "%s to look at again",
                             words_number(arena, missed, true)),
                line, ALIGN_LEFT);
    pen_text_in(pen, STYLE_CAPTION, "Returns", line, ALIGN_RIGHT);
    pen_fill(pen, (struct rect){rect.x, rect.y + rect.h - 1, rect.w, 1},
             TOKEN_RULE);
}

void end_add_missed(struct pen *pen, struct flow *flow)
{
    const struct session *session = &pen->app->session;
    int missed = end_missed(session);
    if (missed == 0) {
        flow_text(pen, flow, STYLE_H3, "Nothing was missed", true);
        return;
    }
    flow_own(flow, pen_px(pen, 26) + 8, heading, missed, none);
    for (int i = 0; i < session->count; i++)
        if (session->entries[i].missed)
            flow_own(flow, row_height(pen, session->entries[i].item, flow->w),
                     row, i, none);
}
