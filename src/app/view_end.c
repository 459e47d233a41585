/* The end of a sitting: the result, what was missed, the seal. */
#include "app/parts.h"
#include "app/words.h"

enum { FIGURES = 4, ROW_H = 44 };

struct figure {
    const char *number;
    const char *word;
    const char *below;
};

static int missed_count(const struct session *session)
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

static void figures(struct pen *pen, int x, int y, int w)
{
    struct figure list[FIGURES];
    figures_of(pen, list);
    for (int i = 0; i < FIGURES; i++) {
        int at = x + i * w / FIGURES * 97 / 100;
        if (i)
            pen_fill(pen,
                     (struct rect){at - pen_px(pen, 22), y, pen_px(pen, 1),
                                   pen_px(pen, 82)},
                     TOKEN_RULE);
        pen_text(pen, STYLE_FIGURE, list[i].number, at, y);
        pen_text(pen, STYLE_BODY, list[i].word, at, y + pen_px(pen, 38));
        pen_text(pen, style_colored(STYLE_SMALL, TOKEN_INK3), list[i].below, at,
                 y + pen_px(pen, 62));
    }
}

/* An item in a few words: its title and the kind of fact, or the card's ask. */
static const char *short_name(struct pen *pen, const struct item *item)
{
    if (item->card)
        return item->card->ask ? item->card->ask : item->card->cloze;
    const char *label = item->fact->field->label;
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

static int missed_row(struct pen *pen, const struct item *item, struct rect row)
{
    const struct app *app = pen->app;
    const struct item_state *state = progress_of(app->progress, item->id);
    enum stage stage = progress_stage(app->progress, state);
    int text_x = row.x + pen_px(pen, 40);
    int returns_w = pen_px(pen, 100);
    int text_w = (row.w - pen_px(pen, 40) - returns_w) * 6 / 10;
    int answer_x = text_x + text_w + pen_px(pen, 16);
    int answer_w = row.x + row.w - returns_w - answer_x;
    int pad = pen_px(pen, 10);
    struct style serif = {FACE_SERIF, 16, 24, TOKEN_INK};
    int below = pen_paragraph(pen, STYLE_BODY, short_name(pen, item), text_x,
                              row.y + pad, text_w, false, true);
    int other = pen_paragraph(pen, serif, short_answer(item), answer_x,
                              row.y + pad, answer_w, false, true);
    if (other > below)
        below = other;
    row.h = below + pad - row.y;
    pen_seal(pen, seal_of_stage(stage), NULL, row.x,
             row.y + (row.h - pen_px(pen, 24)) / 2, 24);
    if (state)
        pen_text_in(pen, style_sized(STYLE_SMALL, 15, 22),
                    words_interval(pen->list->arena, state->due.days), row,
                    ALIGN_RIGHT);
    pen_fill(pen, (struct rect){row.x, row.y + row.h, row.w, pen_px(pen, 1)},
             TOKEN_RULE);
    return row.y + row.h;
}

static void missed(struct pen *pen, int x, int y, int w, int bottom)
{
    const struct session *session = &pen->app->session;
    struct arena *arena = pen->list->arena;
    int count = missed_count(session);
    if (count == 0) {
        pen_text(pen, STYLE_H3, "Nothing was missed", x, y);
        return;
    }
    pen_text(pen, STYLE_H3, arena_printf(arena, "%d to look at again", count),
             x, y);
    pen_text_in(pen, style_colored(STYLE_SMALL, TOKEN_INK3), "Returns",
                (struct rect){x, y, w, pen_px(pen, 25)}, ALIGN_RIGHT);
    y += pen_px(pen, 34);
    pen_fill(pen, (struct rect){x, y, w, pen_px(pen, 1)}, TOKEN_RULE);
    int skip = pen->app->scroll;
    for (int i = 0; i < session->count && y < bottom; i++)
        if (session->entries[i].missed && skip-- <= 0)
            y = missed_row(pen, session->entries[i].item,
                           (struct rect){x, y, w, pen_px(pen, ROW_H)});
}

static void testimonium(struct pen *pen, int x, int y)
{
    const struct app *app = pen->app;
    struct arena *arena = pen->list->arena;
    int32_t counts[3];
    plan_forecast(app->knowledge, app->progress, app->deck, app->now, counts,
                  3);
    int32_t today = moment_study_day(app->now);
    pen_text(pen, STYLE_SERIF_ITALIC, words_testimonium(arena, today), x, y);
    pen_text(pen, style_colored(STYLE_BODY, TOKEN_INK2),
             arena_printf(arena, "%s tomorrow, %d on %s",
                          words_count(arena, counts[1], "review", "reviews"),
                          counts[2],
                          date_weekday_name(date_weekday(today + 2))),
             x, y + pen_px(pen, 29));
}

static void buttons(struct pen *pen, struct rect sheet)
{
    const struct session *session = &pen->app->session;
    int y = sheet.y + sheet.h + pen_px(pen, 36);
    int h = pen_px(pen, 48);
    int x = sheet.x;
    if (missed_count(session) > 0) {
        const char *label = "Study these again";
        int w = pen_px(pen, 230);
        pen_button(pen, (struct rect){x, y, w, h}, BUTTON_PLAIN, label, "A",
                   MSG_AGAIN, 0, false);
        x += w + pen_px(pen, 12);
    }
    if (session_last(session) && sheet.w >= pen_px(pen, 720))
        pen_button(pen, (struct rect){x, y, pen_px(pen, 240), h}, BUTTON_QUIET,
                   "Undo the last card", "Ctrl+Z", MSG_UNDO, 0, false);
    int w = pen_px(pen, 208);
    pen_button(pen, (struct rect){sheet.x + sheet.w - w, y, w, h}, BUTTON_INK,
               "Done", "Enter", MSG_CONTINUE, 0, true);
}

/* The seal over the frame's corner, on paper only. */
static void stamp(struct pen *pen, struct rect sheet)
{
    int size = pen_px(pen, 122);
    int in = size + pen_px(pen, 10);
    struct draw *seal =
        draw_add(pen->list, DRAW_SEAL,
                 (struct rect){sheet.x + sheet.w - in, sheet.y + sheet.h - in,
                               size, size},
                 TOKEN_SEAL);
    seal->seal = SEAL_KEPT;
    seal->text = "\xe5\xae\x88";
    seal->lang = "ja";
    seal->turn = -4;
}

void view_end(struct pen *pen)
{
    const struct app *app = pen->app;
    int w = pen_px(pen, 912);
    if (w > app->width - 48)
        w = app->width - 48;
    int top = pen_px(pen, app->height < pen_px(pen, 700) ? 16 : 40);
    struct rect sheet = {(app->width - w) / 2, top, w,
                         app->height - top - pen_px(pen, 124)};
    int x = sheet.x + pen_px(pen, 64);
    int inner = w - pen_px(pen, 128);
    int y = sheet.y + pen_px(pen, 50);
    pen_fill(pen, (struct rect){0, 0, app->width, app->height}, TOKEN_DESK);
    pen_sheet(pen, sheet, false);
    pen_text(pen, STYLE_HERO, words_result(pen->list->arena, &app->session), x,
             y - pen_px(pen, 4));
    figures(pen, x, y + pen_px(pen, 78), inner);
    y += pen_px(pen, 188);
    pen_oxford(pen, x, y, inner);
    bool low = sheet.h < pen_px(pen, 460);
    int foot = sheet.y + sheet.h - pen_px(pen, low ? 24 : 104);
    missed(pen, x, y + pen_px(pen, low ? 12 : 20), inner,
           foot - pen_px(pen, low ? 44 : 40));
    if (!low) {
        testimonium(pen, x, foot);
        stamp(pen, sheet);
    }
    buttons(pen, sheet);
}
