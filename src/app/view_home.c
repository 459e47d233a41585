/* The first page: what is due, one main button, the register of decks. */
#include "app/parts.h"
#include "app/words.h"

enum { SPINE_W = 204, ROW_H = 64, SIDE_W = 289, FORECAST_DAYS = 7 };

static struct rect page_of(struct pen *pen)
{
    const struct app *app = pen->app;
    int margin = pen_px(pen, 48);
    int left = app->width * 100 >= 1120 * app->scale ? pen_px(pen, SPINE_W) : 0;
    if (app->width * 100 < 760 * app->scale)
        margin = pen_px(pen, 28);
    int w = app->width - left - 2 * margin;
    int most = pen_px(pen, 1240);
    if (w > most) {
        margin += (w - most) / 2;
        w = most;
    }
    return (struct rect){left + margin, 0, w, app->height};
}

/* The bound spine with its stitches and the tab that joins the page. */
static void spine(struct pen *pen)
{
    const struct app *app = pen->app;
    int w = pen_px(pen, SPINE_W);
    int line = pen_px(pen, 1);
    pen_fill(pen, (struct rect){0, 0, w, app->height}, TOKEN_SPINE);
    int thread = pen_px(pen, 13);
    pen_fill(pen, (struct rect){thread, 0, line, app->height}, TOKEN_STITCH);
    for (int y = pen_px(pen, 86); y < app->height; y += pen_px(pen, 209))
        for (int i = 0; i < 2; i++)
            pen_fill(pen,
                     (struct rect){0, y + i * pen_px(pen, 6), thread, line},
                     TOKEN_STITCH);
    pen_seal(pen, SEAL_LOGO, "\xe7\xb4\x84", pen_px(pen, 36), pen_px(pen, 36),
             44);
    struct style name = {FACE_SERIF, 30, 38, TOKEN_SPINE_INK};
    pen_text(pen, name, "Pacta", pen_px(pen, 92), pen_px(pen, 40));
    struct rect tab = {pen_px(pen, 24), pen_px(pen, 124), w - pen_px(pen, 24),
                       pen_px(pen, 44)};
    pen_box(pen, tab, pen_px(pen, 4), 0, TOKEN_NONE, TOKEN_PAPER);
    pen_fill(pen,
             (struct rect){w - pen_px(pen, 6), tab.y, pen_px(pen, 6), tab.h},
             TOKEN_PAPER);
    struct draw *icon =
        draw_add(pen->list, DRAW_ICON,
                 (struct rect){pen_px(pen, 37), pen_px(pen, 136),
                               pen_px(pen, 20), pen_px(pen, 20)},
                 TOKEN_INK);
    icon->icon = ICON_TODAY;
    pen_text_in(pen, STYLE_BODY_BOLD, "Today",
                (struct rect){pen_px(pen, 70), tab.y, pen_px(pen, 100), tab.h},
                ALIGN_LEFT);
}

/* A number and its word, then a thin rule; returns the x behind it. */
static int figure(struct pen *pen, int x, int y, const char *before,
                  const char *number, const char *word, bool last)
{
    struct style big = {FACE_DISPLAY, 28, 34, TOKEN_INK};
    int h = pen_px(pen, 34);
    int gap = pen_px(pen, 8);
    if (before) {
        int w = pen_width(pen, STYLE_BODY, before);
        pen_text_in(pen, STYLE_BODY, before, (struct rect){x, y, w, h},
                    ALIGN_LEFT);
        x += w + gap;
    }
    x += pen_text(pen, big, number, x, y) + gap;
    int w = pen_width(pen, STYLE_BODY, word);
    pen_text_in(pen, STYLE_BODY, word, (struct rect){x, y, w, h}, ALIGN_LEFT);
    x += w + pen_px(pen, 20);
    if (!last)
        pen_fill(pen,
                 (struct rect){x, y + pen_px(pen, 2), pen_px(pen, 1),
                               pen_px(pen, 29)},
                 TOKEN_RULE);
    return x + pen_px(pen, 21);
}

static int minutes_of(const struct app *app, int cards)
{
    double seconds = plan_seconds_per_answer(app->progress) * cards;
    int minutes = (int)(seconds / 60 + .5);
    return minutes < 1 ? 1 : minutes;
}

static int figures(struct pen *pen, int x, int y)
{
    const struct app *app = pen->app;
    struct arena *arena = pen->list->arena;
    x = figure(pen, x, y, NULL, arena_printf(arena, "%d", app->plan.due),
               "to review", false);
    x = figure(pen, x, y, NULL, arena_printf(arena, "%d", app->plan.fresh),
               "new", false);
    int minutes = minutes_of(app, app->plan.count);
    figure(pen, x, y, "about", arena_printf(arena, "%d", minutes),
           minutes == 1 ? "minute" : "minutes", true);
    return y + pen_px(pen, 58);
}

/* What a person should know before beginning; NULL when all is well. */
static const char *note(struct pen *pen)
{
    const struct app *app = pen->app;
    if (app->saves_nothing)
        return "Answers are not saved: their folder cannot be written";
    if (app->problems && app->problems->errors)
        return arena_printf(
            pen->list->arena, "%s in the decks, pacta check names %s",
            words_count(pen->list->arena, (int64_t)app->problems->errors,
                        "mistake", "mistakes"),
            app->problems->errors == 1 ? "it" : "them");
    return NULL;
}

/* Date, sentence, figures, the one main button; returns the y below. */
static int head(struct pen *pen, struct rect page)
{
    const struct app *app = pen->app;
    struct arena *arena = pen->list->arena;
    int count = app->plan.count;
    int y = pen_px(pen, 45);
    pen_text(pen, style_colored(STYLE_SERIF_ITALIC, TOKEN_INK2),
             words_day(arena, moment_study_day(app->now)), page.x, y);
    const char *known = note(pen);
    if (known)
        pen_text_in(pen, style_colored(STYLE_SMALL, TOKEN_WRONG), known,
                    (struct rect){page.x, y, page.w, pen_px(pen, 25)},
                    ALIGN_RIGHT);
    const char *due =
        app->knowledge->item_count == 0 ? "No deck has been read"
        : count == 0                    ? "Kept for today"
        : count == 1                    ? "1 card is due today"
                     : arena_printf(arena, "%d cards are due today", count);
    y = pen_paragraph(pen, STYLE_HERO, due, page.x, pen_px(pen, 98), page.w,
                      true, true);
    if (count == 0) {
        pen_text(pen, style_colored(STYLE_BODY, TOKEN_INK2),
                 app->knowledge->item_count == 0
                     ? "Name a deck file, or put one into the decks folder."
                     : "Nothing is due until tomorrow morning.",
                 page.x, y + pen_px(pen, 18));
        return y + pen_px(pen, 76);
    }
    y = figures(pen, page.x, y + pen_px(pen, 18));
    struct rect button = {page.x, y, pen_px(pen, 202), pen_px(pen, 56)};
    pen_button(pen, button, BUTTON_MAIN, "Study now", "Enter", MSG_STUDY, 0,
               true);
    return y + pen_px(pen, 90);
}

static enum stage stage_of(const struct progress_summary *sum)
{
    int32_t reached = 0;
    for (int stage = STAGE_KEPT; stage > STAGE_NEW; stage--) {
        reached += sum->stage[stage];
        if (reached * 2 >= sum->items && sum->items > 0)
            return (enum stage)stage;
    }
    return STAGE_NEW;
}

struct columns {
    int name;
    int line;
    int line_w;
    int due;
    int fresh;
};

static struct columns columns_of(struct pen *pen, int x, int w)
{
    struct columns c;
    c.fresh = x + w - pen_px(pen, 12);
    c.due = c.fresh - pen_px(pen, 60);
    c.name = x + pen_px(pen, 56);
    c.line = x + w * 291 / 639;
    c.line_w = pen_px(pen, 144);
    if (c.line + c.line_w + pen_px(pen, 60) > c.due - pen_px(pen, 40))
        c.line_w = 0;
    return c;
}

static void number_at(struct pen *pen, struct style style, int32_t n, int right,
                      struct rect row)
{
    const char *text =
        n > 0 ? arena_printf(pen->list->arena, "%d", n) : "\xe2\x80\x93";
    pen_text_in(
        pen, style, text,
        (struct rect){right - pen_px(pen, 60), row.y, pen_px(pen, 60), row.h},
        ALIGN_RIGHT);
}

/* How many of a deck are in today's plan, so that the rows add up to it. */
static int32_t planned(const struct app *app, const struct deck *deck,
                       bool is_new)
{
    int32_t count = 0;
    for (int i = 0; i < app->plan.count; i++)
        count += app->plan.entries[i].item->deck == deck &&
                 app->plan.entries[i].is_new == is_new;
    return count;
}

static void deck_row(struct pen *pen, const struct deck *deck, struct rect row)
{
    const struct app *app = pen->app;
    struct arena *arena = pen->list->arena;
    struct progress_summary sum =
        progress_summarise(app->progress, app->knowledge, deck, app->now);
    struct columns c = columns_of(pen, row.x, row.w);
    pen_fill(pen, (struct rect){row.x, row.y, row.w, pen_px(pen, 1)},
             TOKEN_RULE);
    pen_seal(pen, seal_of_stage(stage_of(&sum)),
             deck->seal ? deck->seal : deck->seal_letters, row.x,
             row.y + pen_px(pen, 13), 38);
    pen_text(pen, STYLE_CHOICE, deck->title, c.name, row.y + pen_px(pen, 8));
    const char *says = arena_printf(
        arena, "%s, %s",
        words_count(arena, (int64_t)deck->subject_count, "subject", "subjects"),
        words_count(arena, (int64_t)deck->fact_count, "fact", "facts"));
    pen_text(pen, style_colored(STYLE_SMALL, TOKEN_INK3), says, c.name,
             row.y + pen_px(pen, 36));
    if (c.line_w) {
        struct rect line = {c.line, row.y + pen_px(pen, 26), c.line_w,
                            pen_px(pen, 12)};
        pen_ink_line(pen, line, sum.stage);
        int kept = sum.items ? sum.stage[STAGE_KEPT] * 100 / sum.items : 0;
        pen_text(pen, STYLE_SMALL,
                 arena_printf(arena, "%d\xe2\x80\x89%%", kept),
                 c.line + c.line_w + pen_px(pen, 12), row.y + pen_px(pen, 22));
    }
    number_at(pen, STYLE_CHOICE, planned(app, deck, false), c.due, row);
    number_at(pen, style_colored(STYLE_CHOICE, TOKEN_INK2),
              planned(app, deck, true), c.fresh, row);
}

static void register_of_decks(struct pen *pen, int x, int y, int w)
{
    const struct knowledge *knowledge = pen->app->knowledge;
    struct columns c = columns_of(pen, x, w);
    struct style caption = style_colored(STYLE_SMALL, TOKEN_INK3);
    struct rect top = {x, y + pen_px(pen, 14), w, pen_px(pen, 20)};
    pen_text(pen, caption, "Deck", c.name, top.y);
    if (c.line_w)
        pen_text(pen, caption, "Facts kept", c.line, top.y);
    pen_text_in(
        pen, caption, "Due",
        (struct rect){c.due - pen_px(pen, 60), top.y, pen_px(pen, 60), top.h},
        ALIGN_RIGHT);
    pen_text_in(
        pen, caption, "New",
        (struct rect){c.fresh - pen_px(pen, 60), top.y, pen_px(pen, 60), top.h},
        ALIGN_RIGHT);
    y += pen_px(pen, 40);
    int step = pen_px(pen, ROW_H);
    int first = pen->app->scroll;
    if (first > (int)knowledge->deck_count - 1)
        first = knowledge->deck_count ? (int)knowledge->deck_count - 1 : 0;
    for (size_t i = (size_t)first; i < knowledge->deck_count; i++, y += step) {
        if (y + step > pen->app->height)
            break;
        deck_row(pen, knowledge->decks[i], (struct rect){x, y, w, step});
    }
    if (y + step <= pen->app->height)
        pen_fill(pen, (struct rect){x, y, w, pen_px(pen, 1)}, TOKEN_RULE);
}

static void stage_counts(struct pen *pen, int x, int y, int w,
                         const struct progress_summary *sum)
{
    static const enum stage order[] = {STAGE_KEPT, STAGE_HELD, STAGE_LEARNING,
                                       STAGE_NEW};
    struct arena *arena = pen->list->arena;
    static const int places[STAGE_COUNT] = {0, 70, 141, 233}; /* of 289 */
    for (int i = 0; i < STAGE_COUNT; i++) {
        int at = x + places[i] * w / SIDE_W;
        pen_seal(pen, seal_of_stage(order[i]), NULL, at, y + pen_px(pen, 10),
                 18);
        int text = at + pen_px(pen, 24);
        pen_text(pen, style_sized(STYLE_BODY_BOLD, 14, 18),
                 arena_printf(arena, "%d", sum->stage[order[i]]), text, y);
        pen_text(pen, STYLE_CAPTION, words_stage(order[i]), text,
                 y + pen_px(pen, 18));
    }
}

static void coming_days(struct pen *pen, int x, int y, int w)
{
    const struct app *app = pen->app;
    struct arena *arena = pen->list->arena;
    int32_t counts[FORECAST_DAYS];
    int32_t most = 1;
    int32_t today = moment_study_day(app->now);
    int h = pen_px(pen, 60);
    plan_forecast(app->knowledge, app->progress, app->deck, app->now, counts,
                  FORECAST_DAYS);
    for (int i = 0; i < FORECAST_DAYS; i++)
        most = counts[i] > most ? counts[i] : most;
    pen_text(pen, STYLE_H3, "Coming days", x, y);
    pen_text_in(pen, style_colored(STYLE_SMALL, TOKEN_INK3), "reviews due",
                (struct rect){x, y, w, pen_px(pen, 25)}, ALIGN_RIGHT);
    int base = y + pen_px(pen, 44) + h;
    for (int i = 0; i < FORECAST_DAYS; i++) {
        int at = x + i * w / FORECAST_DAYS;
        int bar = counts[i] * h / most;
        int width = w / FORECAST_DAYS - pen_px(pen, 17);
        pen_fill(pen,
                 (struct rect){at + pen_px(pen, 4), base - bar, width, bar},
                 i == 0 ? TOKEN_SEAL : TOKEN_INK2);
        struct rect label = {at, base - bar - pen_px(pen, 21),
                             width + pen_px(pen, 8), pen_px(pen, 20)};
        pen_text_in(pen, STYLE_SMALL, arena_printf(arena, "%d", counts[i]),
                    label, ALIGN_CENTRE);
        label.y = base + pen_px(pen, 4);
        pen_text_in(pen, STYLE_SMALL,
                    arena_printf(arena, "%.3s",
                                 date_weekday_name(date_weekday(today + i))),
                    label, ALIGN_CENTRE);
    }
    pen_fill(pen, (struct rect){x, base, w, pen_px(pen, 1)}, TOKEN_EDGE);
}

static void side(struct pen *pen, int x, int y, int w)
{
    const struct app *app = pen->app;
    struct progress_summary sum =
        progress_summarise(app->progress, app->knowledge, NULL, app->now);
    pen_fill(pen,
             (struct rect){x - pen_px(pen, 32), y, pen_px(pen, 1),
                           app->height - y - pen_px(pen, 26)},
             TOKEN_RULE);
    pen_text(pen, STYLE_H3,
             arena_printf(pen->list->arena, "%d of %d kept",
                          sum.stage[STAGE_KEPT], sum.items),
             x, y + pen_px(pen, 17));
    stage_counts(pen, x, y + pen_px(pen, 52), w, &sum);
    int line = y + pen_px(pen, 102);
    pen_fill(pen, (struct rect){x, line, w, pen_px(pen, 1)}, TOKEN_RULE);
    if (line + pen_px(pen, 150) < app->height)
        coming_days(pen, x, line + pen_px(pen, 14), w);
}

void view_home(struct pen *pen)
{
    const struct app *app = pen->app;
    bool has_side = app->width * 100 >= 1120 * app->scale;
    struct rect page = page_of(pen);
    pen_fill(pen, (struct rect){0, 0, app->width, app->height}, TOKEN_PAPER);
    if (has_side)
        spine(pen);
    int y = head(pen, page);
    pen_oxford(pen, page.x, y, page.w);
    y += pen_px(pen, 6);
    int side_w = has_side ? pen_px(pen, SIDE_W) : 0;
    int gap = has_side ? pen_px(pen, 52) : 0;
    register_of_decks(pen, page.x, y, page.w - side_w - gap);
    if (has_side)
        side(pen, page.x + page.w - side_w, y, side_w);
}
