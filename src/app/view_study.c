/* The study screen: the bar above, the sheet, what can be done below. */
#include "app/card.h"
#include "app/words.h"

static void icon_at(struct pen *pen, enum icon icon, int x, int y, int size,
                    enum token color)
{
    struct draw *item = draw_add(
        pen->list, DRAW_ICON,
        (struct rect){x, y, pen_px(pen, size), pen_px(pen, size)}, color);
    item->icon = icon;
}

static void bar_back(struct pen *pen)
{
    int x = pen_px(pen, 37);
    int y = pen_px(pen, 21);
    int text = pen_px(pen, 65);
    int w = pen_width(pen, STYLE_BODY, "Today");
    int key = text + w + pen_px(pen, 9);
    struct rect all = {x, y - pen_px(pen, 7),
                       key - x + pen_keycap_width(pen, "Esc"), pen_px(pen, 36)};
    struct touch touch = pen_clickable(pen, all, MSG_BACK, 0);
    if (touch.focused)
        pen_ring(pen, all, pen_px(pen, 4));
    icon_at(pen, ICON_BACK, x, y + pen_px(pen, 2), 18, TOKEN_INK);
    pen_text_in(pen, STYLE_BODY, "Today",
                (struct rect){text, y, w, pen_px(pen, 24)}, ALIGN_LEFT);
    pen_keycap(pen, "Esc", key, y, false, TOKEN_INK2, TOKEN_PAPER);
}

static void bar_undo(struct pen *pen)
{
    if (!session_last(&pen->app->session))
        return;
    int y = pen_px(pen, 21);
    int right = pen->app->width - pen_px(pen, 37);
    int key_w = pen_keycap_width(pen, "Ctrl+Z");
    int w = pen_width(pen, STYLE_BODY, "Undo");
    int text = right - key_w - pen_px(pen, 8) - w;
    int x = text - pen_px(pen, 27);
    struct rect all = {x, y - pen_px(pen, 7), right - x, pen_px(pen, 36)};
    struct touch touch = pen_clickable(pen, all, MSG_UNDO, 0);
    if (touch.focused)
        pen_ring(pen, all, pen_px(pen, 4));
    icon_at(pen, ICON_UNDO, x, y + pen_px(pen, 2), 18, TOKEN_INK);
    pen_text_in(pen, STYLE_BODY, "Undo",
                (struct rect){text, y, w, pen_px(pen, 24)}, ALIGN_LEFT);
    pen_keycap(pen, "Ctrl+Z", right, y, true, TOKEN_INK2, TOKEN_PAPER);
}

static void bar_progress(struct pen *pen)
{
    const struct session *session = &pen->app->session;
    struct arena *arena = pen->list->arena;
    int w = pen_px(pen, 420);
    if (w > pen->app->width - pen_px(pen, 480))
        w = pen->app->width - pen_px(pen, 480);
    if (w < pen_px(pen, 100))
        return;
    int x = (pen->app->width - w) / 2;
    int y = pen_px(pen, 16);
    int at =
        session->done < session->count ? session->done + 1 : session->count;
    struct style bold = {FACE_SANS_BOLD, 14, 20, TOKEN_INK};
    int used = pen_text(pen, bold, arena_printf(arena, "%d", at), x, y);
    pen_text(pen, STYLE_SMALL, arena_printf(arena, " of %d", session->count),
             x + used, y);
    double seconds = plan_seconds_per_answer(pen->app->progress) *
                     (session->count - session->done);
    int minutes = (int)(seconds / 60 + .5);
    const char *left =
        minutes < 1    ? "less than a minute left"
        : minutes == 1 ? "about 1 minute left"
                       : arena_printf(arena, "about %d minutes left", minutes);
    if (w >= pen_px(pen, 300))
        pen_text_in(pen, STYLE_SMALL, left,
                    (struct rect){x, y, w, pen_px(pen, 20)}, ALIGN_RIGHT);
    struct rect track = {x, pen_px(pen, 43), w, pen_px(pen, 4)};
    pen_fill(pen, track, TOKEN_TRACK);
    track.w = session->count ? w * session->done / session->count : 0;
    pen_fill(pen, track, TOKEN_INK);
}

struct card_place card_place(struct pen *pen)
{
    const struct app *app = pen->app;
    bool low = app->height < pen_px(pen, 700);
    bool narrow = app->width < pen_px(pen, 912);
    bool choice = app->question.option_count > 0;
    int w = pen_px(pen, 816);
    int most = app->width - (narrow ? 32 : 96);
    int top = pen_px(pen, low ? 64 : choice ? 84 : 100);
    int controls_h = pen_px(pen, choice ? 116 : low ? 116 : 200);
    struct card_place place;
    if (w > most)
        w = most;
    place.sheet = (struct rect){(app->width - w) / 2, top, w,
                                app->height - top - controls_h};
    int margin = pen_px(pen, narrow ? 36 : 56);
    place.inner = (struct rect){place.sheet.x + margin, place.sheet.y,
                                w - 2 * margin, place.sheet.h};
    int head_h = low ? 76 : choice ? 84 : 92;
    int foot_h = choice ? 28 : low ? 76 : 92;
    place.body_top = top + pen_px(pen, head_h);
    place.body_bottom = top + place.sheet.h - pen_px(pen, foot_h);
    place.controls = top + place.sheet.h +
                     pen_px(pen, choice ? 32
                                 : low  ? 22
                                        : 36);
    place.hints = low ? 0 : app->height - pen_px(pen, 50);
    return place;
}

/* A kind's label stands in sentences too, so it is written small there. */
static const char *capitalised(struct pen *pen, const char *label)
{
    if (!label || label[0] < 'a' || label[0] > 'z')
        return label;
    char *copy = arena_text(pen->list->arena, label);
    copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy;
}

void card_head(struct pen *pen, const struct card_place *place)
{
    const struct question *question = &pen->app->question;
    bool open = pen->app->phase == PHASE_ASKING;
    const char *seal = open ? question->seal : question->answer_seal;
    const char *head = open ? question->head : question->answer_title;
    int y = place->body_top - pen_px(pen, 54);
    int x = place->inner.x;
    int right = place->inner.x + place->inner.w;
    if (seal) {
        pen_seal(pen, SEAL_KEPT, seal, x, y, 32);
        x += pen_px(pen, 44);
    }
    struct style style = style_colored(STYLE_BODY, TOKEN_INK2);
    int label_w = question->label ? pen_width(pen, style, question->label) : 0;
    struct rect line = {x, y, right - x - label_w - pen_px(pen, 16),
                        pen_px(pen, 32)};
    if (head && pen_width(pen, STYLE_SERIF_ITALIC, head) > line.w) {
        line.y -= pen_px(pen, 9);
        pen_paragraph(pen, STYLE_SERIF_ITALIC, head, x, line.y, line.w, true,
                      true);
    } else {
        pen_text_in(pen, STYLE_SERIF_ITALIC, head, line, ALIGN_LEFT);
    }
    pen_text_in(
        pen, style, capitalised(pen, question->label),
        (struct rect){place->inner.x, y, place->inner.w, pen_px(pen, 32)},
        ALIGN_RIGHT);
    pen_fill(pen,
             (struct rect){place->inner.x, place->body_top, place->inner.w,
                           pen_px(pen, 1)},
             TOKEN_RULE);
}

int card_source(struct pen *pen, int x, int y, int w, bool draw)
{
    const char *source = pen->app->question.source;
    struct style style = {FACE_SANS, 15, 22, TOKEN_INK2};
    if (!source || !source[0])
        return y;
    if (draw)
        icon_at(pen, ICON_PAGE, x, y + pen_px(pen, 2), 18, TOKEN_INK2);
    return pen_paragraph(pen, style, source, x + pen_px(pen, 26), y,
                         w - pen_px(pen, 26), false, draw);
}

void view_study(struct pen *pen)
{
    const struct app *app = pen->app;
    struct card_place place = card_place(pen);
    pen_fill(pen, (struct rect){0, 0, app->width, app->height}, TOKEN_DESK);
    bar_back(pen);
    bar_progress(pen);
    pen_sheet(pen, place.sheet, app->session.queue_count > 1);
    card_head(pen, &place);
    if (app->question.request.form == FORM_CHOICE)
        view_choice(pen, &place);
    else if (app->question.request.form == FORM_TYPED)
        view_typed(pen, &place);
    else
        view_flip(pen, &place);
    bar_undo(pen);
}
