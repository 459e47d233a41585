/* One row a setting: what it is called, what it means, what changes it. */
#include "app/settings_rows.h"

#include <string.h>

enum {
    CONTROL_W = 372,
    LABEL_LEAST_W = 200,
    LABEL_GAP = 24,
    LABEL_H = 22, /* of a label with words below it */
    ROW_PAD = 14,
    ROW_LEAST_H = 40,
    SLIDER_H = 72,
    LOADS_H = 48, /* the bars above it, which reach into its height */
    LOADS_UP = 16,
    FIELD_H = 48,
    THEMES_SHOWN = 16,
};

static const struct style caption = {FACE_SANS, 14, 18, TOKEN_INK2};
static const struct style label_style = {FACE_SANS, 16, LABEL_H, TOKEN_INK};
static const struct style value_style = {FACE_DISPLAY, 26, 32, TOKEN_INK};

const char *const settings_parts[PART_COUNT] = {"Study", "Look and sound"};

struct settings_column settings_column_in(const struct pen *pen,
                                          struct rect area)
{
    int control = pen_px(pen, CONTROL_W);
    struct settings_column column = {.x = area.x, .y = area.y, .w = area.w};
    column.stacked = area.w < control + pen_px(pen, LABEL_LEAST_W + LABEL_GAP);
    column.control_w = control < area.w ? control : area.w;
    column.control_x =
        column.stacked ? area.x : area.x + area.w - column.control_w;
    column.label_w = column.stacked
                         ? area.w
                         : area.w - column.control_w - pen_px(pen, LABEL_GAP);
    return column;
}

static int words_height(struct pen *pen, const struct settings_column *column,
                        const char *says)
{
    int h = pen_px(pen, says ? LABEL_H : STYLE_BODY.line_height);
    return says ? pen_paragraph(pen, caption, says, 0, h, column->label_w,
                                false, false)
                : h;
}

static void words(struct pen *pen, const struct settings_column *column,
                  const char *label, const char *says, int y)
{
    struct style style = says ? label_style : STYLE_BODY;
    pen_text(pen, style, label, column->x, y);
    if (says)
        pen_paragraph(pen, caption, says, column->x, y + pen_px(pen, LABEL_H),
                      column->label_w, false, true);
}

struct settings_row settings_row_begin(struct pen *pen,
                                       const struct settings_column *column,
                                       const char *label, const char *says,
                                       int h)
{
    int pad = pen_px(pen, ROW_PAD);
    int text = words_height(pen, column, says);
    int control = pen_px(pen, h);
    int gap = column->stacked ? pen_px(pen, 8) : 0;
    int inside = column->stacked  ? text + gap + control
                 : text > control ? text
                                  : control;
    int least = pen_px(pen, ROW_LEAST_H);
    if (inside < least)
        inside = least;
    int y = column->y + pad;
    int text_y = column->stacked ? y : y + (inside - text) / 2;
    int control_y =
        column->stacked ? y + text + gap : y + (inside - control) / 2;
    words(pen, column, label, says, text_y);
    return (struct settings_row){
        {column->control_x, control_y, column->control_w, control},
        y + inside + pad};
}

void settings_row_end(struct pen *pen, struct settings_column *column,
                      struct settings_row row, bool last)
{
    int line = pen_px(pen, 1);
    if (!last)
        pen_fill(pen,
                 (struct rect){column->x, row.bottom - line, column->w, line},
                 TOKEN_RULE);
    column->y = row.bottom;
}

static void part_begin(struct pen *pen, struct settings_column *column,
                       enum settings_part part)
{
    column->y += pen_px(pen, part == 0 ? 17 : 27);
    column->part_y[part] = column->y;
    pen_text(pen, STYLE_H2, settings_parts[part], column->x, column->y);
    column->y += pen_px(pen, 1) + pen_px(pen, STYLE_H2.line_height);
}

/* "16 cards a day now; 95 % would make it 27." */
static const char *cost(struct pen *pen)
{
    const struct app *app = pen->app;
    struct arena *arena = pen->list->arena;
    static const char how[] = "How sure you want to be when a card returns.";
    if (app->load == 0 && app->load_other == 0)
        return how;
    return arena_printf(arena,
                        "%s %d card%s a day now; %d\xe2\x80\x89%% would make "
                        "it %d.",
                        how, app->load, app->load == 1 ? "" : "s",
                        app->other_target, app->load_other);
}

static const char *percent(struct pen *pen, enum setting setting)
{
    return arena_printf(pen->list->arena, "%d\xe2\x80\x89%%",
                        pen->app->settings.values[setting]);
}

static void target_row(struct pen *pen, struct settings_column *column)
{
    static const char *const marks[16] = {
        [0] = "80", [5] = "85", [10] = "90", [15] = "95"};
    struct settings_row row = settings_row_begin(
        pen, column, "Wanted recall", cost(pen),
        settings_has_loads(pen) ? SLIDER_H + LOADS_H : SLIDER_H);
    struct rect slider = row.control;
    struct control thumb = {MSG_SETTING_STEP, 0, SETTING_TARGET};
    struct rect value = row.control;
    slider.w -= pen_px(pen, 108);
    if (settings_has_loads(pen)) {
        struct rect chart = slider;
        chart.h = pen_px(pen, LOADS_H);
        slider.y = value.y = slider.y + chart.h - pen_px(pen, LOADS_UP);
        slider.h = value.h = pen_px(pen, SLIDER_H);
        settings_loads(pen, chart, 80, 15);
    }
    pen_slider(pen, slider, SETTING_TARGET,
               pen->app->settings.values[SETTING_TARGET] - 80, 15, marks);
    pen->initial = thumb;
    pen_text_in(pen, value_style, percent(pen, SETTING_TARGET), value,
                ALIGN_RIGHT);
    settings_row_end(pen, column, row, false);
}

static void new_row(struct pen *pen, struct settings_column *column)
{
    struct settings_row row =
        settings_row_begin(pen, column, "New cards a day", NULL, ROW_LEAST_H);
    struct rect stepper = row.control;
    stepper.w = pen_px(pen, 152);
    pen_stepper(pen, stepper, SETTING_NEW,
                arena_printf(pen->list->arena, "%d",
                             pen->app->settings.values[SETTING_NEW]));
    settings_row_end(pen, column, row, false);
}

static void learner_row(struct pen *pen, struct settings_column *column)
{
    const struct app *app = pen->app;
    bool open = app->focus.kind == MSG_LEARNER;
    const char *text = open ? app->typed : app->settings.learner;
    bool other = strcmp(text, app->settings.learner) != 0;
    struct settings_row row =
        settings_row_begin(pen, column, "Learner",
                           other ? "Enter opens the log of this name"
                                 : "Each name has a log of its own",
                           FIELD_H);
    pen_field(pen, row.control,
              (struct text_field){.text = text,
                                  .composing = open ? app->composing : NULL,
                                  .hint = "Nobody is named",
                                  .caret = open ? app->caret : -1,
                                  .caret_hidden = !app_caret_shows(app),
                                  .style = STYLE_BODY,
                                  .control = control_of(MSG_LEARNER, 0)});
    settings_row_end(pen, column, row, true);
}

static int theme_names(const struct app *app, const char *names[THEMES_SHOWN],
                       int values[THEMES_SHOWN])
{
    int count = 0;
    for (; count < app->theme_count && count < THEMES_SHOWN; count++) {
        names[count] = app->themes[count].name;
        values[count] = count;
    }
    return count;
}

static void theme_row(struct pen *pen, struct settings_column *column)
{
    const char *names[THEMES_SHOWN];
    int values[THEMES_SHOWN];
    struct settings_choice choice = {SETTING_THEME, names, values,
                                     theme_names(pen->app, names, values),
                                     pen->app->settings.values[SETTING_THEME]};
    settings_choice_row(pen, column, choice, "Theme", NULL);
}

/* Weak forms first in the order in which the ladder climbs. */
static void form_row(struct pen *pen, struct settings_column *column)
{
    static const char *const names[] = {"By strength", "Truth", "Choice",
                                        "Match",       "Order", "Cloze",
                                        "Typed",       "Flip"};
    static const int values[] = {0,
                                 FORM_TRUTH + 1,
                                 FORM_CHOICE + 1,
                                 FORM_MATCH + 1,
                                 FORM_ORDER + 1,
                                 FORM_CLOZE + 1,
                                 FORM_TYPED + 1,
                                 FORM_FLIP + 1};
    enum { FORMS = (int)(sizeof values / sizeof values[0]) };
    int chosen = 0;
    while (chosen < FORMS - 1 &&
           values[chosen] != pen->app->settings.values[SETTING_FORM])
        chosen++;
    struct settings_choice choice = {SETTING_FORM, names, values, FORMS,
                                     chosen};
    settings_choice_row(pen, column, choice, "Ask as",
                        "What cannot be asked so is asked by strength.");
}

/* Two keycaps; returns the x behind them. */
static int caps(struct pen *pen, const char *key, int x, struct rect row)
{
    int y = row.y + (row.h - pen_px(pen, 22)) / 2;
    x += pen_keycap(pen, "Ctrl", x, y, false, TOKEN_INK2, TOKEN_PAPER) +
         pen_px(pen, 6);
    return x + pen_keycap(pen, key, x, y, false, TOKEN_INK2, TOKEN_PAPER);
}

static void scale_row(struct pen *pen, struct settings_column *column)
{
    int value = pen->app->settings.values[SETTING_SCALE];
    int at = 0;
    while (at < 5 && settings_stepped(SETTING_SCALE, 100, at + 1) <= value)
        at++;
    struct settings_row row =
        settings_row_begin(pen, column, "Text size", NULL, ROW_LEAST_H);
    struct rect slider = row.control;
    bool has_caps = slider.w >= pen_px(pen, CONTROL_W);
    slider.w -= pen_px(pen, 108);
    if (has_caps) {
        slider.x =
            caps(pen, "\xe2\x88\x92", slider.x, row.control) + pen_px(pen, 19);
        slider.w = pen_px(pen, 142);
        caps(pen, "+", slider.x + slider.w + pen_px(pen, 18), row.control);
    }
    pen_slider(pen, slider, SETTING_SCALE, at, 5, NULL);
    pen_text_in(pen, STYLE_BODY, percent(pen, SETTING_SCALE), row.control,
                ALIGN_RIGHT);
    settings_row_end(pen, column, row, false);
}

static void switch_row(struct pen *pen, struct settings_column *column,
                       enum setting setting, const char *label,
                       const char *says, bool last)
{
    struct settings_row row =
        settings_row_begin(pen, column, label, says, ROW_LEAST_H);
    pen_switch(pen, row.control.x,
               row.control.y + (row.control.h - pen_px(pen, 28)) / 2, setting,
               pen->app->settings.values[setting]);
    settings_row_end(pen, column, row, last);
}

void settings_rows(struct pen *pen, struct settings_column *column)
{
    part_begin(pen, column, PART_STUDY);
    target_row(pen, column);
    new_row(pen, column);
    form_row(pen, column);
    settings_exam_rows(pen, column);
    settings_fit_row(pen, column);
    switch_row(pen, column, SETTING_FIT, "Fit each month by itself", NULL,
               false);
    learner_row(pen, column);
    part_begin(pen, column, PART_LOOK);
    theme_row(pen, column);
    scale_row(pen, column);
    switch_row(pen, column, SETTING_MOTION, "Motion",
               "Turning cards, stamping seals", false);
    switch_row(pen, column, SETTING_SOUND, "Sound", NULL, true);
    column->y += pen_px(pen, 8);
}
