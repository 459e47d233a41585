/* The row that fits the model to the learner, and what became of it. */
#include "app/settings_rows.h"
#include "app/words.h"

enum { BUTTON_H = 40, LINE_H = 6 };

static const struct style label_style = {FACE_SANS, 16, 22, TOKEN_INK};

static const char *how_far(struct pen *pen)
{
    const struct fitting *fitting = &pen->app->fitting;
    struct arena *arena = pen->list->arena;
    int percent = fitting->done / 10;
    if (fitting->stops)
        return "Stopping.";
    if (fitting->seconds_left < 0)
        return arena_printf(arena, "%d\xe2\x80\x89%% done.", percent);
    return arena_printf(
        arena, "%d\xe2\x80\x89%% done, about %s left.", percent,
        words_duration(arena, (int64_t)fitting->seconds_left * 1000));
}

static const char *fit_says(struct pen *pen)
{
    const struct app *app = pen->app;
    struct arena *arena = pen->list->arena;
    int64_t missing = refit_missing(app->progress);
    if (app->fitting.runs)
        return how_far(pen);
    if (missing > 0)
        return arena_printf(
            arena, "It takes %s to cards met before.",
            words_count(arena, missing, "more answer", "more answers"));
    if (app->fitting.says[0])
        return app->fitting.says;
    return "Cards return when your own answers say you would forget them.";
}

static struct button fit_button(const struct app *app)
{
    if (app->fitting.runs)
        return (struct button){.look = BUTTON_PLAIN,
                               .label = "Stop",
                               .key = "Esc",
                               .control = control_of(MSG_FIT_STOP, 0),
                               .disabled = app->fitting.stops};
    return (struct button){.look = BUTTON_PLAIN,
                           .label = "Fit now",
                           .key = "F",
                           .control = control_of(MSG_FIT, 0),
                           .disabled = refit_missing(app->progress) > 0};
}

void settings_fit_row(struct pen *pen, struct settings_column *column)
{
    const struct app *app = pen->app;
    struct arena *arena = pen->list->arena;
    const char *reviews =
        words_count(arena, app->progress->reviews, "review", "reviews");
    const char *label = arena_printf(arena, "Fit to my memory (%s)", reviews);
    const char *says = fit_says(pen);
    struct button button = fit_button(app);
    if (pen_width(pen, label_style, label) > column->label_w) {
        label = "Fit to my memory";
        says = arena_printf(arena, "%s. %s", reviews, says);
    }
    struct settings_row row =
        settings_row_begin(pen, column, label, says, BUTTON_H);
    struct rect rect = row.control;
    int most = rect.w;
    rect.w = pen_button_width(pen, button, rect.h);
    pen_button(pen, rect, button);
    int x = rect.w + pen_px(pen, 20);
    if (app->fitting.runs && most > x)
        pen_progress_line(pen,
                          (struct rect){rect.x + x,
                                        rect.y + (rect.h - LINE_H) / 2,
                                        most - x, pen_px(pen, LINE_H)},
                          app->fitting.done);
    settings_row_end(pen, column, row, false);
}
