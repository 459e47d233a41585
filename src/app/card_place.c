/* Where the parts of the sheet lie, and its head. */
#include "app/card.h"

#include "app/words.h"

enum { LOW_HEIGHT = 700, NARROW_WIDTH = 912, CONTENT_MOST = 1240 };

static const struct card_look looks[CARD_ROOMS] = {
    [CARD_ROOMY] = {.inset = 16,
                    .margin = 56,
                    .seal = 32,
                    .head = 60,
                    .foot = 44,
                    .foot_seal = 48,
                    .above = 36,
                    .below = 34,
                    .title = 19,
                    .prompt = 20,
                    .answer = 32,
                    .why = 16,
                    .source = 14,
                    .gap_prompt = 22,
                    .gap_answer = 13,
                    .gap_rule = 23,
                    .gap_why = 16},
    [CARD_LOW] = {.inset = 10,
                  .margin = 36,
                  .seal = 28,
                  .head = 34,
                  .foot = 26,
                  .foot_seal = 40,
                  .above = 20,
                  .below = 16,
                  .title = 17,
                  .prompt = 17,
                  .answer = 28,
                  .why = 15,
                  .source = 13,
                  .gap_prompt = 13,
                  .gap_answer = 8,
                  .gap_rule = 11,
                  .gap_why = 11},
    [CARD_LARGE] = {.inset = 16,
                    .margin = 56,
                    .seal = 32,
                    .head = 64,
                    .foot = 32,
                    .foot_seal = 48,
                    .above = 24,
                    .below = 24,
                    .title = 19,
                    .prompt = 20,
                    .answer = 32,
                    .why = 16,
                    .source = 14,
                    .gap_prompt = 23,
                    .gap_answer = 14,
                    .gap_rule = 17,
                    .gap_why = 17},
    [CARD_HUGE] = {.inset = 16,
                   .margin = 44,
                   .seal = 32,
                   .head = 52,
                   .foot = 32,
                   .foot_seal = 48,
                   .above = 24,
                   .below = 24,
                   .title = 19,
                   .prompt = 17,
                   .answer = 24,
                   .why = 16,
                   .source = 14,
                   .gap_prompt = 15,
                   .gap_answer = 9,
                   .gap_rule = 12,
                   .gap_why = 14},
};

static enum card_room room_of(const struct pen *pen)
{
    const struct app *app = pen->app;
    int scale = app_scale(app);
    if (app->height * 100 / scale >= LOW_HEIGHT)
        return CARD_ROOMY;
    if (app->height < LOW_HEIGHT)
        return CARD_LOW;
    return scale >= 175 ? CARD_HUGE : CARD_LARGE;
}

static int sheet_width(const struct pen *pen)
{
    const struct app *app = pen->app;
    int scale = app_scale(app);
    int most = app->width - (app->width < NARROW_WIDTH ? 32 : 96);
    int w = 816 * (scale < 125 ? scale : 125) / 100;
    if (scale >= 175) {
        w = CONTENT_MOST;
        most = app->width - (app->width < NARROW_WIDTH ? 32 : 64);
    }
    return w < most ? w : most;
}

/* Grades take what their two lines need. */
static int controls_height(const struct pen *pen, enum card_room room,
                           enum form form)
{
    static const int pads[CARD_ROOMS] = {0, 14, 28, 38};
    if (form != FORM_FLIP)
        return pen_px(pen, 48);
    return room == CARD_ROOMY ? pen_px(pen, 80) : pen_px(pen, 50) + pads[room];
}

/* Top of the sheet, and what lies between its foot and the window's. */
static void vertical(const struct pen *pen, struct card_place *place,
                     enum form form)
{
    static const int tops[CARD_ROOMS] = {100, 56, 84, 84};
    bool roomy = place->room == CARD_ROOMY;
    int above = place->look->above;
    int below = place->look->below;
    int height = pen->app->height;
    int top = tops[place->room];
    if (roomy && form == FORM_FLIP) {
        below += pen_px(pen, 22) + 28;
    } else if (roomy) {
        bool rows = form != FORM_TYPED;
        top = rows ? 84 : top;
        above = rows ? 32 : 28;
        below = rows ? 36 : 84;
    }
    int h = height - top - above - place->controls_h - below;
    int most = place->sheet.w > 600 ? place->sheet.w : 600;
    if (h > most) { /* a high window: a sheet, not a column */
        top += (h - most) / 2;
        h = most;
    }
    place->sheet.y = top;
    place->sheet.h = h;
    place->controls = top + h + above;
    place->hints = roomy ? place->controls +
                               (form == FORM_FLIP ? place->controls_h + 34 : 6)
                         : 0;
}

static struct style title_style(const struct card_place *place)
{
    int size = place->look->title;
    return style_sized(STYLE_SERIF_ITALIC, size, size + 6);
}

/* "Signed" at the right; it goes where text is largest. */
static const char *label_of(const struct pen *pen,
                            const struct card_place *place)
{
    return place->room == CARD_HUGE ? NULL : pen->app->question.label;
}

static int title_left(const struct card_place *place, const char *seal)
{
    return seal ? place->seal + 12 : 0;
}

static int title_room(const struct pen *pen, const struct card_place *place,
                      const char *seal)
{
    const char *label = label_of(pen, place);
    int room = place->inner.w - title_left(place, seal);
    return label ? room - pen_width(pen, STYLE_SMALL, label) - 16 : room;
}

static int title_height(struct pen *pen, const struct card_place *place,
                        const char *title, const char *seal)
{
    if (!title)
        return 0;
    return pen_paragraph(pen, title_style(place), title, 0, 0,
                         title_room(pen, place, seal), true, false);
}

/* The head is as high as the higher of its two sides needs. */
static int head_height(struct pen *pen, const struct card_place *place,
                       enum form form)
{
    const struct question *question = &pen->app->question;
    int h = place->look->head + place->seal;
    if (place->room == CARD_ROOMY && form != FORM_FLIP)
        h -= 8;
    int front = title_height(pen, place, question->head, question->seal);
    int back =
        title_height(pen, place, question->answer_title, question->answer_seal);
    if (question->part_count > 0) /* of no one subject, then or later */
        back = 0;
    int needs = place->look->inset + 12 + (front > back ? front : back) + 4;
    return h > needs ? h : needs;
}

struct card_place card_place(struct pen *pen, enum form form)
{
    const struct app *app = pen->app;
    struct card_place place = {.room = room_of(pen)};
    place.look = &looks[place.room];
    place.controls_h = controls_height(pen, place.room, form);
    place.sheet.w = sheet_width(pen);
    place.sheet.x = (app->width - place.sheet.w) / 2;
    vertical(pen, &place, form);
    int margin = place.look->margin;
    place.inner = (struct rect){place.sheet.x + margin, place.sheet.y,
                                place.sheet.w - 2 * margin, place.sheet.h};
    place.seal = pen_px(pen, place.look->seal);
    if (place.seal > CARD_SEAL_MOST)
        place.seal = CARD_SEAL_MOST;
    place.body_top = place.sheet.y + head_height(pen, &place, form);
    int bottom = place.sheet.y + place.sheet.h;
    place.foot = bottom - place.look->foot - place.look->foot_seal;
    place.body_bottom =
        form == FORM_FLIP ? place.foot - 4 : bottom - place.look->inset - 12;
    return place;
}

/* The stage that at least half of the subject's facts have reached; a card
 * that is about none has its own. */
static enum stage subject_stage(const struct app *app)
{
    const struct item *item = app->question.request.item;
    const struct subject *subject = item->subject;
    size_t reached[STAGE_COUNT] = {0};
    if (!subject || subject->fact_count == 0)
        return progress_stage(app->progress,
                              progress_of(app->progress, item->id));
    for (size_t i = 0; i < subject->fact_count; i++) {
        const struct item_state *state =
            progress_of(app->progress, subject->facts[i]->id);
        int stage = (int)progress_stage(app->progress, state);
        for (int s = 0; s <= stage; s++)
            reached[s]++;
    }
    int stage = STAGE_KEPT;
    while (stage > STAGE_NEW && 2 * reached[stage] < subject->fact_count)
        stage--;
    return (enum stage)stage;
}

void card_head(struct pen *pen, const struct card_place *place)
{
    const struct question *question = &pen->app->question;
    bool open = pen->app->phase == PHASE_ASKING || question->part_count > 0;
    const char *seal = open ? question->seal : question->answer_seal;
    const char *head = open ? question->head : question->answer_title;
    const char *label = label_of(pen, place);
    int middle = (place->sheet.y + place->look->inset + place->body_top) / 2;
    struct rect line = {place->inner.x, middle - pen_px(pen, 12),
                        place->inner.w, pen_px(pen, 24)};
    if (seal) {
        pen_seal(pen, seal_of_stage(subject_stage(pen->app)), seal, line.x,
                 middle - place->seal / 2, 1);
        struct draw *item = &pen->list->items[pen->list->count - 1];
        item->rect.w = item->rect.h = place->seal;
    }
    if (head)
        pen_paragraph(pen, title_style(place), head,
                      line.x + title_left(place, seal),
                      middle - title_height(pen, place, head, seal) / 2,
                      title_room(pen, place, seal), true, true);
    pen_text_in(pen, STYLE_SMALL, words_capital(pen->list->arena, label), line,
                ALIGN_RIGHT);
    pen_fill(pen,
             (struct rect){place->inner.x, place->body_top, place->inner.w, 1},
             TOKEN_RULE);
}
