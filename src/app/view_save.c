/* The dialog of answers that could not be saved, and the line about them that
 * stays until they are. */
#include <string.h>

#include "app/parts.h"
#include "app/words.h"

enum { DIALOG_W = 640, RULE_GAP = 23, BUTTON_H = 48 };

static const struct style display = {FACE_DISPLAY, 29, 36, TOKEN_INK};
static const struct style body_style = {FACE_SANS, 16, 25, TOKEN_INK};

/* Reviews are what a person counts; taking back and settings come along. */
static int answers(const struct app *app)
{
    int count = 0;
    for (int i = 0; i < app->held_count; i++)
        count += app->held[i]->event.kind == EVENT_REVIEW;
    return count;
}

/* "Your last 7 answers are not saved" */
static const char *head_words(struct pen *pen)
{
    int count = answers(pen->app);
    struct arena *arena = pen->list->arena;
    if (count == 0)
        return "Your last change is not saved";
    if (count == 1)
        return "Your last answer is not saved";
    return arena_printf(arena, "Your last %d answers are not saved", count);
}

/* What happened is said up to the first semicolon, what to do behind it. */
static const char *happened(struct pen *pen)
{
    const char *all = pen->app->notice;
    return arena_copy(pen->list->arena, all, strcspn(all, ";"));
}

static const char *to_do(struct pen *pen)
{
    const char *rest = strchr(pen->app->notice, ';');
    if (!rest)
        return NULL;
    rest += 1 + strspn(rest + 1, " ");
    return arena_printf(pen->list->arena, "%s.",
                        words_capital(pen->list->arena, rest));
}

static const char *meaning(struct pen *pen)
{
    const struct app *app = pen->app;
    if (app->held_count >= APP_HELD_MAX)
        return "Pacta holds your answers in memory and has no room for more. "
               "It tries again every 10 seconds.";
    if (app->may_quit)
        return "Pacta holds your answers in memory. Ctrl+Q once more closes "
               "the window, and they are lost.";
    return "Pacta holds your answers in memory and tries again every 10 "
           "seconds.";
}

/* So that a person who tries sees that it was tried. */
static const char *tried(struct pen *pen)
{
    struct moment at = pen->app->held_tried;
    int64_t second = (at.at_ms / 1000 + (int64_t)at.tz_min * 60) % 86400;
    if (second < 0)
        second += 86400;
    return arena_printf(pen->list->arena, "Tried last at %d:%02d:%02d.",
                        (int)(second / 3600), (int)(second / 60 % 60),
                        (int)(second % 60));
}

static struct button again(void)
{
    return (struct button){.look = BUTTON_INK,
                           .label = "Try again",
                           .key = "Enter",
                           .control = control_of(MSG_RETRY, 0),
                           .initial = true};
}

static struct button hide(void)
{
    return (struct button){.look = BUTTON_QUIET,
                           .label = "Hide",
                           .key = "Esc",
                           .control = control_of(MSG_CLOSE, 0)};
}

/* Side by side, or one below the other; returns their height. */
static int buttons(struct pen *pen, struct rect at, bool draw)
{
    int h = pen_px(pen, BUTTON_H);
    int gap = pen_px(pen, 12);
    int w = pen_button_width(pen, again(), h);
    int own = pen_button_width(pen, hide(), h);
    bool full = pen->app->held_count >= APP_HELD_MAX;
    bool beside = w + gap + own <= at.w;
    if (draw)
        pen_button(pen, (struct rect){at.x, at.y, w, h}, again());
    if (draw && !full)
        pen_button(pen,
                   (struct rect){beside ? at.x + at.w - own : at.x,
                                 beside ? at.y : at.y + h + gap, own, h},
                   hide());
    return beside || full ? h : 2 * h + gap;
}

static int head(struct pen *pen, struct rect at, bool draw)
{
    struct style bold = style_colored(STYLE_BODY_BOLD, TOKEN_WRONG);
    int icon = pen_px(pen, 36);
    int w = at.w - icon;
    if (draw)
        pen_icon(pen, ICON_WARNING, at.x, at.y, 24, TOKEN_WRONG);
    return pen_paragraph(pen, bold, head_words(pen), at.x + icon, at.y, w,
                         false, draw);
}

/* All that stands in it; returns its height. */
static int content(struct pen *pen, struct rect at, bool draw)
{
    int y = head(pen, at, draw) + pen_px(pen, 10);
    const char *action = to_do(pen);
    struct rect foot = at;
    y = pen_paragraph(pen, display, happened(pen), at.x, y, at.w, true, draw);
    y += pen_px(pen, 8);
    y = pen_paragraph(pen, body_style, meaning(pen), at.x, y, at.w, false,
                      draw);
    y += pen_px(pen, RULE_GAP - 4);
    if (draw)
        pen_fill(pen, (struct rect){at.x, y, at.w, pen_px(pen, 1)}, TOKEN_RULE);
    y += pen_px(pen, RULE_GAP);
    if (action)
        y = pen_paragraph(pen, STYLE_BODY, action, at.x, y, at.w, false, draw);
    y = pen_paragraph(pen, STYLE_SMALL, tried(pen), at.x, y + pen_px(pen, 4),
                      at.w, false, draw);
    foot.y = y + pen_px(pen, RULE_GAP);
    return foot.y + buttons(pen, foot, draw) - at.y;
}

void view_save(struct pen *pen)
{
    int pad = pen_px(pen, 40);
    int w = pen_px(pen, DIALOG_W);
    if (w > pen->app->width - 32)
        w = pen->app->width - 32;
    int h = content(pen, (struct rect){0, 0, w - 2 * pad, 0}, false);
    struct rect at = pen_dialog(pen, w, h + 2 * pad);
    pen->list->scroll_max = 0;
    content(pen, at, true);
}

void view_strip(struct pen *pen)
{
    const struct app *app = pen->app;
    struct rect strip = {0, app->height, app->width, app->strip};
    struct style style = style_colored(STYLE_BODY_BOLD, TOKEN_PAPER);
    int count = answers(app);
    if (app->strip == 0)
        return;
    const char *words =
        count == 0 ? "Your last change is not saved yet"
                   : arena_printf(pen->list->arena, "%s not saved yet",
                                  words_count(pen->list->arena, count,
                                              "answer is", "answers are"));
    int icon = pen_px(pen, 30);
    int text = pen_width(pen, style, words);
    int cap = pen_keycap_width(pen, "Ctrl+S");
    int gap = pen_px(pen, 12);
    int x = (app->width - icon - text - gap - cap) / 2;
    pen_fill(pen, strip, TOKEN_INK);
    if (app->overlay == OVERLAY_NONE)
        pen_control(pen,
                    (struct rect){x - gap, strip.y + gap / 2,
                                  icon + text + cap + 3 * gap, strip.h - gap},
                    pen_px(pen, 4), control_of(MSG_RETRY, 0));
    pen_icon(pen, ICON_WARNING, x, strip.y + (strip.h - pen_px(pen, 20)) / 2,
             20, TOKEN_PAPER);
    pen_text_in(pen, style, words,
                (struct rect){x + icon, strip.y, text, strip.h}, ALIGN_LEFT);
    pen_keycap(pen, "Ctrl+S", x + icon + text + gap,
               strip.y + (strip.h - pen_px(pen, 22)) / 2, false, TOKEN_PAPER,
               TOKEN_NONE);
}
