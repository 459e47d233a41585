/* The bar above the sheet: back, how far it is, undo, more. */
#include "app/card.h"

#include "app/words.h"

enum { ICON = 18, CAP = 22, TARGET = 36, PROGRESS_MOST = 420, LINE = 4 };

struct bar {
    int middle; /* y */
    int margin; /* from the window's sides to the first icon, the last cap */
    bool tight; /* words go */
    bool low;
    struct style style;
};

static struct bar bar_of(struct pen *pen)
{
    enum card_room room = card_place(pen, app_form(pen->app)).room;
    int scale = app_scale(pen->app);
    int middle = 32 + 13 * (scale - 100) / 100;
    bool low = room == CARD_LOW;
    bool huge = scale >= 175 && room != CARD_ROOMY;
    return (struct bar){
        .middle = low           ? 26
                  : middle < 40 ? middle
                                : 40,
        .margin = (low ? 13 : 25) + pen_px(pen, 12),
        .tight = low || huge,
        .low = low,
        .style = style_sized(STYLE_BODY, room == CARD_ROOMY ? 15 : 14, 24)};
}

static struct rect target(struct pen *pen, int x, int middle, int w)
{
    int h = pen_px(pen, TARGET);
    int most = 2 * middle - 8;
    if (h > most)
        h = most;
    return (struct rect){x - pen_px(pen, 12), middle - h / 2,
                         w + pen_px(pen, 24), h};
}

/* What can be done, from `x` to the right: icon, word, key. Returns its width;
 * `draw` false only measures. */
static int action(struct pen *pen, const struct bar *bar, int x, int icon,
                  const char *word, const char *key, struct control sent,
                  bool draw)
{
    int size = pen_px(pen, ICON);
    int middle = bar->middle;
    int text = word ? pen_width(pen, bar->style, word) : 0;
    int cap = pen_keycap_width(pen, key);
    int to_text = icon >= 0 ? size + pen_px(pen, 10) : 0;
    int to_cap = to_text + (word ? text + pen_px(pen, 8) : 0);
    int w = to_cap + cap;
    if (!draw)
        return w;
    struct touch touch =
        pen_control(pen, target(pen, x, middle, w), pen_px(pen, 6), sent);
    if (touch.hovered || touch.pressed)
        pen_box(pen, target(pen, x, middle, w), pen_px(pen, 6), 0, TOKEN_NONE,
                touch.pressed ? TOKEN_WASH2 : TOKEN_WASH);
    if (icon >= 0)
        pen_icon(pen, (enum icon)icon, x, middle - size / 2, ICON, TOKEN_INK);
    if (word)
        pen_text_in(pen, bar->style, word,
                    (struct rect){x + to_text, middle - pen_px(pen, 12), text,
                                  pen_px(pen, 24)},
                    ALIGN_LEFT);
    pen_keycap(pen, key, x + to_cap, middle - pen_px(pen, CAP) / 2, false,
               TOKEN_INK2, TOKEN_PAPER);
    return w;
}

static int back(struct pen *pen, const struct bar *bar, bool draw)
{
    return action(pen, bar, bar->margin, ICON_BACK, "Today", "Esc",
                  control_of(MSG_BACK, 0), draw);
}

static int more(struct pen *pen, const struct bar *bar, int x, bool draw)
{
    return action(pen, bar, x, -1, "More", "M", control_of(MSG_MENU, 0), draw);
}

static int undo(struct pen *pen, const struct bar *bar, int x, bool draw)
{
    if (!session_last(&pen->app->session))
        return 0;
    return action(pen, bar, x, ICON_UNDO, bar->tight ? NULL : "Undo", "Ctrl+Z",
                  control_of(MSG_UNDO, 0), draw);
}

static int between(const struct pen *pen)
{
    return pen_px(pen, 24) + 9;
}

static int more_left(struct pen *pen, const struct bar *bar)
{
    return pen->app->width - bar->margin - more(pen, bar, 0, false);
}

static int undo_left(struct pen *pen, const struct bar *bar)
{
    int w = undo(pen, bar, 0, false);
    int x = more_left(pen, bar);
    return w ? x - between(pen) - w : x;
}

/* A field takes every letter, so that M types there. */
void study_bar_end(struct pen *pen)
{
    struct bar bar = bar_of(pen);
    undo(pen, &bar, undo_left(pen, &bar), true);
    more(pen, &bar, more_left(pen, &bar), true);
}

static const char *minutes_left(struct pen *pen)
{
    const struct session *session = &pen->app->session;
    double seconds = plan_seconds_per_answer(pen->app->progress) *
                     (session->count - session->done);
    int minutes = (int)(seconds / 60 + .5);
    if (minutes < 1)
        return "less than a minute left";
    if (minutes == 1)
        return "about 1 minute left";
    return arena_printf(pen->list->arena, "about %d minutes left", minutes);
}

/* Between what stands left and right, in the middle where there is room. */
static struct rect progress_place(struct pen *pen, const struct bar *bar)
{
    int pad = 16;
    int left = bar->margin + back(pen, bar, false) + pen_px(pen, 12) + pad;
    int right = undo_left(pen, bar) - pen_px(pen, 12) - pad;
    int w = bar->low ? 320 : PROGRESS_MOST;
    if (w > right - left)
        w = right - left;
    int x = (pen->app->width - w) / 2;
    if (x < left)
        x = left;
    if (x + w > right)
        x = right - w;
    int gap = bar->middle >= 32 && app_scale(pen->app) == 100 ? 7 : 4;
    int h = pen_px(pen, 20) + gap + LINE;
    return (struct rect){x, bar->middle - (h + 1) / 2, w, h};
}

/* How many cards the answer on show has told. */
static int told(const struct app *app)
{
    const struct session *session = &app->session;
    const struct session_step *last = session_last(session);
    int count = 0;
    if (app->phase != PHASE_FEEDBACK || !last)
        return 0;
    for (int i = 0; i < last->together; i++) {
        const struct session_step *step = last - i;
        count += step->entry >= 0 && session->entries[step->entry].done &&
                 !step->before.done;
    }
    return count;
}

/* Which card of the sitting is on show: one that has just been answered stays
 * the one it was until the next is asked. */
static int number_of_card(const struct app *app)
{
    const struct session *session = &app->session;
    int number = session->done - told(app) + 1;
    return number < session->count ? number : session->count;
}

static void progress(struct pen *pen, const struct bar *bar)
{
    const struct session *session = &pen->app->session;
    struct arena *arena = pen->list->arena;
    struct rect at = progress_place(pen, bar);
    struct style bold = {FACE_SANS_BOLD, 14, 20, TOKEN_INK};
    const char *number = arena_printf(arena, "%d", number_of_card(pen->app));
    const char *of = arena_printf(arena, " of %d", session->count);
    const char *left = minutes_left(pen);
    int used = pen_width(pen, bold, number);
    int count_w = used + pen_width(pen, STYLE_SMALL, of);
    if (at.w < count_w)
        return;
    pen_text(pen, bold, number, at.x, at.y);
    pen_text(pen, STYLE_SMALL, of, at.x + used, at.y);
    bool fits = count_w + 16 + pen_width(pen, STYLE_SMALL, left) <= at.w;
    if (fits && !(bar->tight && !bar->low))
        pen_text_in(pen, STYLE_SMALL, left,
                    (struct rect){at.x, at.y, at.w, pen_px(pen, 20)},
                    ALIGN_RIGHT);
    pen_progress_line(pen, (struct rect){at.x, at.y + at.h - LINE, at.w, LINE},
                      session->count ? 1000 * session->done / session->count
                                     : 0);
}

void study_bar(struct pen *pen)
{
    struct bar bar = bar_of(pen);
    back(pen, &bar, true);
    progress(pen, &bar);
}
