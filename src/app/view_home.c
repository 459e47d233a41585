/* The first page: what is due, one main button, the register of decks. */
#include "app/home_page.h"
#include "app/words.h"

enum { WEEK_W = 288, WEEK_PITCH = 41, WEEK_DAYS = 7 };

static const char keep[] = "\xe5\xae\x88"; /* 守 */

int home_px(const struct pen *pen, const struct home_page *home, int large,
            int middle, int small)
{
    return pen_px(pen, home->measure == HOME_LARGE    ? large
                       : home->measure == HOME_MIDDLE ? middle
                                                      : small);
}

static struct style hero(const struct home_page *home)
{
    return home->measure == HOME_LARGE    ? STYLE_HERO
           : home->measure == HOME_MIDDLE ? style_sized(STYLE_HERO, 40, 46)
                                          : style_sized(STYLE_HERO, 36, 42);
}

/* A quiet line with the warning's icon; with a key it can be gone to. Returns
 * its width. */
static int warning(struct pen *pen, const char *text, bool leads, int x, int y,
                   bool draw)
{
    struct style style = style_colored(STYLE_SMALL, TOKEN_WRONG);
    int pad = pen_px(pen, 8);
    int icon = pen_px(pen, 24);
    int words = pen_width(pen, style, text);
    int key = leads ? pen_px(pen, 10) + pen_keycap_width(pen, "W") : 0;
    struct rect box = {x - pad, y, icon + words + key + 2 * pad,
                       pen_px(pen, 30)};
    if (!draw)
        return box.w - pad;
    if (leads) {
        struct touch touch = pen_control(
            pen, box, pen_px(pen, 6), control_of(MSG_GO, (int)SCREEN_MISTAKES));
        if (touch.hovered || touch.pressed)
            pen_box(pen, box, pen_px(pen, 6), 0, TOKEN_NONE,
                    touch.pressed ? TOKEN_WASH2 : TOKEN_WASH);
    }
    pen_icon(pen, ICON_WARNING, x, y + pen_px(pen, 6), 18, TOKEN_WRONG);
    pen_text_in(pen, style, text, (struct rect){x + icon, y, words, box.h},
                ALIGN_LEFT);
    if (leads)
        pen_keycap(pen, "W", x + icon + words + key, y + pen_px(pen, 4), true,
                   TOKEN_INK2, TOKEN_PAPER);
    return box.w - pad;
}

/* What a person should know before beginning, right of the date or below it;
 * returns the height that this takes more. */
static int notes(struct pen *pen, const struct home_page *home, int x, int y)
{
    const struct app *app = pen->app;
    size_t errors = app->problems ? app->problems->errors : 0;
    int most = home->page.x + home->page.w;
    int first = y;
    const char *texts[2] = {NULL, NULL};
    if (app->saves_nothing)
        texts[0] = "Answers are not saved: their folder cannot be written";
    if (errors)
        texts[1] = arena_printf(pen->list->arena, "%s in the decks",
                                words_count(pen->list->arena, (int64_t)errors,
                                            "mistake", "mistakes"));
    for (int i = 0; i < 2; i++) {
        if (!texts[i])
            continue;
        int w = warning(pen, texts[i], i == 1, 0, 0, false);
        if (x + w > most) {
            x = home->page.x;
            y += pen_px(pen, 30);
        }
        warning(pen, texts[i], i == 1, x, y, true);
        x += w + pen_px(pen, 16);
    }
    const char *text = foretell_line(pen->list->arena, app);
    if (!text)
        return y - first;
    struct style style = style_colored(STYLE_SMALL, TOKEN_INK2);
    y += pen_px(pen, 5);
    if (x + pen_width(pen, style, text) <= most)
        pen_text(pen, style, text, x, y);
    else
        y = pen_paragraph(pen, style, text, home->page.x, y + pen_px(pen, 24),
                          home->page.w, false, true) -
            pen_px(pen, 20);
    return y - pen_px(pen, 5) - first;
}

int home_title(struct pen *pen, const struct home_page *home, const char *title)
{
    struct rect page = home->page;
    struct style date = {FACE_SERIF_ITALIC, 18, 25, TOKEN_INK2};
    int y = page.y + home_px(pen, home, 44, 28, 9);
    int w = pen_text(
        pen, date, words_day(pen->list->arena, moment_study_day(pen->app->now)),
        page.x, y);
    int more =
        notes(pen, home, page.x + w + pen_px(pen, 24), y - pen_px(pen, 3));
    if (!title)
        return y + more;
    y = page.y + more + home_px(pen, home, 97, 67, 32);
    return pen_paragraph(pen, hero(home), title, page.x, y, page.w, true, true);
}

/* A number and its word, then a thin rule; returns the x behind it. */
static int figure(struct pen *pen, int x, int y, const char *before, int number,
                  const char *word, bool last)
{
    struct style big = {FACE_DISPLAY, 28, 34, TOKEN_INK};
    struct style small = style_sized(STYLE_BODY, 16, 34);
    int line = pen_px(pen, 3);
    int gap = pen_px(pen, 9);
    if (before)
        x += pen_text(pen, small, before, x, y + line) + gap;
    x +=
        pen_text(pen, big, arena_printf(pen->list->arena, "%d", number), x, y) +
        gap;
    x += pen_text(pen, small, word, x, y + line) + pen_px(pen, 20);
    if (!last)
        pen_fill(pen,
                 (struct rect){x, y + pen_px(pen, 2), pen_px(pen, 1),
                               pen_px(pen, 29)},
                 TOKEN_RULE);
    return x + pen_px(pen, 20);
}

/* Returns the x behind them. */
static int figures(struct pen *pen, int x, int y)
{
    const struct app *app = pen->app;
    int minutes = home_minutes(app, app->home.today);
    if (app->plan.due_all > 0)
        x = figure(pen, x, y, NULL, app->plan.due_all, "to review", false);
    if (app->plan.fresh > 0)
        x = figure(pen, x, y, NULL, app->plan.fresh, "new", false);
    return figure(pen, x, y, "about", minutes,
                  minutes == 1 ? "minute" : "minutes", true);
}

/* Where today's seal will be: four corners. */
static void corners(struct pen *pen, int x, int y, int px)
{
    int line = (pen_px(pen, 3) + 1) / 2;
    int reach = px / 4;
    for (int i = 0; i < 4; i++) {
        int right = i & 1;
        int low = i >> 1;
        pen_fill(pen,
                 (struct rect){x + right * (px - reach), y + low * (px - line),
                               reach, line},
                 TOKEN_INK3);
        pen_fill(pen,
                 (struct rect){x + right * (px - line), y + low * (px - reach),
                               line, reach},
                 TOKEN_INK3);
    }
}

static void day_seal(struct pen *pen, int32_t day, int x, int y, int size)
{
    const struct app *app = pen->app;
    int px = pen_px(pen, size);
    int dot = pen_px(pen, 4);
    bool is_today = day == moment_study_day(app->now);
    if (progress_day(app->progress, day).reviews > 0)
        pen_seal(pen, SEAL_KEPT, size < 28 ? NULL : keep, x, y, size);
    else if (is_today && size < 28)
        pen_seal(pen, SEAL_NEW, NULL, x, y, size);
    else if (is_today)
        corners(pen, x, y, px);
    else
        pen_box(pen,
                (struct rect){x + (px - dot) / 2, y + (px - dot) / 2, dot, dot},
                pen_px(pen, 1), 0, TOKEN_NONE, TOKEN_RULE);
}

static const char *streak(struct pen *pen)
{
    int32_t today = moment_study_day(pen->app->now);
    int32_t days = progress_streak(pen->app->progress, today, NULL);
    return days > 0 ? home_streak(pen->list->arena, days)
                    : "The last seven days";
}

/* In little room: the words beside the date, small seals beside the figures. */
static void small_week(struct pen *pen, const struct home_page *home, int from,
                       int y)
{
    struct rect page = home->page;
    int pitch = pen_px(pen, 22);
    int32_t today = moment_study_day(pen->app->now);
    int x = page.x + page.w - WEEK_DAYS * pitch + pen_px(pen, 4);
    if (x < from + pen_px(pen, 8))
        return;
    for (int i = 0; i < WEEK_DAYS; i++)
        day_seal(pen, today - WEEK_DAYS + 1 + i, x + i * pitch, y, 18);
    const char *words = streak(pen);
    int w = pen_width(pen, STYLE_H3, words);
    pen_text(pen, STYLE_H3, words, page.x + page.w - w, y - pen_px(pen, 34));
}

static void week(struct pen *pen, const struct home_page *home, int y)
{
    int x = home->page.x + home->page.w - pen_px(pen, WEEK_W);
    int32_t today = moment_study_day(pen->app->now);
    pen_text(pen, STYLE_H3, streak(pen), x, y - pen_px(pen, 1));
    for (int i = 0; i < WEEK_DAYS; i++) {
        int32_t day = today - WEEK_DAYS + 1 + i;
        int at = x + i * pen_px(pen, WEEK_PITCH);
        struct style style =
            style_sized(day == today ? STYLE_BODY_BOLD : STYLE_SMALL, 13, 20);
        struct rect label = {at, y + pen_px(pen, 73), pen_px(pen, 33),
                             pen_px(pen, 20)};
        day_seal(pen, day, at, y + pen_px(pen, 37), 33);
        pen_text_in(pen,
                    style_colored(style, day == today ? TOKEN_INK : TOKEN_INK3),
                    arena_printf(pen->list->arena, "%.2s",
                                 date_weekday_name(date_weekday(day))),
                    label, ALIGN_CENTRE);
    }
}

static void buttons(struct pen *pen, struct rect page, int y, int h)
{
    const struct app *app = pen->app;
    struct button all = {.look = BUTTON_MAIN,
                         .label = "Study now",
                         .key = "Enter",
                         .control = control_of(MSG_STUDY, 0),
                         .initial = true};
    struct button some = {.look = BUTTON_PLAIN,
                          .label = "Only five minutes",
                          .key = "5",
                          .control = control_of(MSG_MINUTES, HOME_MINUTES)};
    struct rect rect = {page.x, y, pen_button_width(pen, all, h), h};
    pen_button(pen, rect, all);
    rect.x += rect.w + pen_px(pen, 16);
    rect.w = pen_button_width(pen, some, h);
    if (home_answers(app, HOME_MINUTES) < app->plan.count)
        pen_button(pen, rect, some);
}

/* Date, sentence, figures, the main button, the week; returns the y of the
 * Oxford rule. */
static int head(struct pen *pen, const struct home_page *home)
{
    struct rect page = home->page;
    int today = pen->app->home.today;
    int y =
        home_title(pen, home,
                   today == 1 ? "1 card is due today"
                              : arena_printf(pen->list->arena,
                                             "%d cards are due today", today));
    y += home_px(pen, home, 17, 10, 5);
    int x = figures(pen, page.x, y);
    if (home->measure == HOME_SMALL)
        small_week(pen, home, x, y + pen_px(pen, 8));
    else
        week(pen, home, y - home_px(pen, home, 74, 55, 0));
    y += home_px(pen, home, 60, 49, 41);
    buttons(pen, page, y, home_px(pen, home, 56, 56, 48));
    return y + home_px(pen, home, 90, 74, 60);
}

static enum home_measure measure_of(const struct pen *pen)
{
    int counts = pen_width_that_counts(pen);
    int height = pen->app->height * 100 / app_scale(pen->app);
    if (counts >= 1120 && height >= 700)
        return HOME_LARGE;
    return counts >= 760 && height >= 500 ? HOME_MIDDLE : HOME_SMALL;
}

static void due_page(struct pen *pen, struct home_page *home)
{
    enum { SIDE_W = 289 };
    struct rect page = home->page;
    int bottom = pen->app->height;
    int y = head(pen, home);
    pen_oxford(pen, page.x, y, page.w);
    y += pen_px(pen, 6);
    struct rect area = {page.x, y, page.w, bottom - y};
    if (home->has_side) {
        int w = pen_px(pen, SIDE_W);
        struct rect side = {page.x + page.w - w, y, w, bottom - y};
        area.w -= w + 64;
        pen_fill(pen,
                 (struct rect){side.x - 32, y, pen_px(pen, 1),
                               bottom - y - pen_px(pen, 26)},
                 TOKEN_RULE);
        home_register(pen, area, home);
        home_side(pen, side, home);
    } else {
        home_register(pen, area, home);
    }
}

void view_home(struct pen *pen)
{
    const struct app *app = pen->app;
    struct home_page home = {.measure = measure_of(pen)};
    home.page = pen_page(pen);
    home.has_side = pen_width_that_counts(pen) >= 1120;
    home.grown = (int)(1000 * motion_ease_out(motion_share(app, MOTION_GROW)));
    if (app->knowledge->item_count == 0)
        home_empty(pen, &home);
    else if (app->home.today == 0 || !app->home.decks)
        home_done(pen, &home);
    else
        due_page(pen, &home);
}
