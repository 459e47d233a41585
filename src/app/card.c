/* The parts of the sheet that all forms share. */
#include "app/card.h"

#include "app/words.h"

void card_stage(struct pen *pen, const struct card_place *place)
{
    const struct app *app = pen->app;
    const struct item_state *state =
        progress_of(app->progress, app->question.request.item->id);
    enum stage stage = progress_stage(app->progress, state);
    bool brief = place->room == CARD_LARGE || place->room == CARD_HUGE;
    struct style style = style_sized(STYLE_SMALL, 14, 18);
    int size = place->look->foot_seal;
    int h = pen_px(pen, style.line_height);
    struct rect in = place->inner;
    struct rect words = {in.x, place->foot + size / 2, in.w - size - 12, h};
    int days = state ? (int)progress_strength(app->progress, state) : 0;
    pen_seal(pen, seal_of_stage(stage), "\xe5\xae\x88", in.x + in.w - size,
             place->foot, 1);
    struct draw *seal = &pen->list->items[pen->list->count - 1];
    seal->rect.w = seal->rect.h = size;
    bool two = !brief && stage != STAGE_NEW;
    words.y -= two ? h : h / 2;
    pen_text_in(pen, style, words_stage(stage), words, ALIGN_RIGHT);
    words.y += h;
    if (two)
        pen_text_in(pen, style,
                    days < 1 ? "for hours"
                             : arena_printf(pen->list->arena, "for %s",
                                            words_count(pen->list->arena, days,
                                                        "day", "days")),
                    words, ALIGN_RIGHT);
}

/* In a band `h` px high; returns its right side. */
/* Without its key where that would reach beyond `right`. */
static int more_below(struct pen *pen, int x, int y, int h, int right)
{
    int pad = 8;
    int after_icon = 12;
    struct style style = style_colored(STYLE_SMALL, TOKEN_INK);
    int text = pen_width(pen, style, "More below");
    int icon = pen_px(pen, 18);
    int cap = pen_keycap_width(pen, "\xe2\x86\x93");
    int gap = pen_px(pen, 8);
    int w = 2 * pad + icon + after_icon + text;
    bool has_key = x + w + gap + cap <= right;
    struct rect all = {x, y, has_key ? w + gap + cap : w, pen_px(pen, 22) + 8};
    all.y += (h - all.h) / 2;
    pen_control(pen, all, pen_px(pen, 4), control_of(MSG_SCROLL, 1));
    x += pad;
    pen_icon(pen, ICON_DOWN, x, all.y + (all.h - icon) / 2, 18, TOKEN_INK);
    x += icon + after_icon;
    pen_text_in(pen, style, "More below", (struct rect){x, all.y, text, all.h},
                ALIGN_LEFT);
    if (has_key)
        pen_keycap(pen, "\xe2\x86\x93", x + text + gap,
                   all.y + (all.h - pen_px(pen, 22)) / 2, false, TOKEN_INK2,
                   TOKEN_PAPER);
    return all.x + all.w;
}

int card_more_in_foot(struct pen *pen, const struct card_place *place)
{
    return more_below(pen, place->inner.x, place->foot, place->look->foot_seal,
                      place->inner.x + place->inner.w);
}

int card_more(struct pen *pen, const struct card_place *place, int right)
{
    return more_below(pen, place->sheet.x, place->controls, place->controls_h,
                      right);
}

static const struct button continue_button = {.look = BUTTON_INK,
                                              .label = "Continue",
                                              .key = "Space",
                                              .control = {MSG_CONTINUE, 0, 0}};

int card_continue_left(const struct pen *pen, const struct card_place *place)
{
    struct rect sheet = place->sheet;
    int w = pen_px(pen, 208);
    int least = pen_button_width(pen, continue_button, place->controls_h);
    if (w > sheet.w / 3)
        w = sheet.w / 3 > least ? sheet.w / 3 : least;
    return sheet.x + sheet.w - w;
}

void card_continue(struct pen *pen, const struct card_place *place)
{
    int x = card_continue_left(pen, place);
    int w = place->sheet.x + place->sheet.w - x;
    pen_button(pen, (struct rect){x, place->controls, w, place->controls_h},
               continue_button);
}

void card_returns(struct pen *pen, const struct card_place *place, int right)
{
    struct style style = STYLE_SMALL;
    const char *words = words_return(pen->list->arena, pen->app);
    int w = right - place->sheet.x - 16;
    int h = pen_paragraph(pen, style, words, 0, 0, w, true, false);
    pen_paragraph(pen, style, words, place->sheet.x,
                  place->controls + (place->controls_h - h) / 2, w, true, true);
}

void card_feedback(struct pen *pen, const struct card_place *place,
                   struct flow *flow, const char *bold, const char *more)
{
    const struct question *question = &pen->app->question;
    int size = place->look->source;
    struct style source = {FACE_SANS, size, size + 7, TOKEN_INK2};
    flow_beside(pen, flow, TOKEN_RIGHT);
    if (bold && bold[0])
        flow_text(pen, flow, STYLE_BODY_BOLD, bold, false);
    if (question->why)
        flow_text(pen, flow, STYLE_BODY, question->why, false);
    if (more && more[0])
        flow_text(pen, flow, STYLE_BODY, more, false);
    if (question->source && question->source[0]) {
        flow_gap(flow, 7);
        flow_source(pen, flow, source, question->source);
    }
    flow_beside(pen, flow, TOKEN_NONE);
}
