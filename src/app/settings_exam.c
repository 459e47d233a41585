/* The rows about an exam, and what each of four targets would ask a day. */
#include <string.h>

#include "app/settings_rows.h"
#include "study/workload.h"

enum { BAR_H = 26, BAR_W = 20, DATE_W = 200, FIELD_H = 48, ROW_H = 40 };

void settings_loads(struct pen *pen, struct rect area, int least, int steps)
{
    const int *each = pen->app->load_at;
    int most_h = pen_px(pen, BAR_H);
    int base = area.y + area.h;
    int most = 1;
    for (int i = 0; i < TARGET_MARKS; i++)
        most = each[i] > most ? each[i] : most;
    for (int i = 0; i < TARGET_MARKS; i++) {
        int mark = (int)(workload_targets[i] * 100 + .5);
        int x = area.x + area.w * (mark - least) / steps;
        int w = pen_px(pen, BAR_W);
        int h = each[i] * most_h / most;
        bool now = mark == pen->app->settings.values[SETTING_TARGET];
        h = each[i] > 0 && h < pen_px(pen, 1) ? pen_px(pen, 1) : h;
        pen_fill(pen, (struct rect){x - w / 2, base - h, w, h},
                 now ? TOKEN_SEAL : TOKEN_INK2);
        pen_text_in(pen, STYLE_CAPTION,
                    arena_printf(pen->list->arena, "%d", each[i]),
                    (struct rect){x - 2 * w, base - h - pen_px(pen, 19), 4 * w,
                                  pen_px(pen, 18)},
                    ALIGN_CENTRE);
    }
}

bool settings_has_loads(const struct pen *pen)
{
    for (int i = 0; i < TARGET_MARKS; i++)
        if (pen->app->load_at[i] > 0)
            return true;
    return false;
}

static void exam_row(struct pen *pen, struct settings_column *column)
{
    const struct app *app = pen->app;
    struct arena *arena = pen->list->arena;
    bool open = app->focus.kind == MSG_EXAM;
    int day = app->settings.values[SETTING_EXAM];
    const char *set = day ? settings_exam_text(arena, day) : "";
    const char *text = open ? app->typed : set;
    bool other = strcmp(text, set) != 0;
    struct settings_row row = settings_row_begin(
        pen, column, "Exam",
        other ? "Enter sets the day" : foretell_words(arena, app), FIELD_H);
    row.control.w = row.control.w < pen_px(pen, DATE_W) ? row.control.w
                                                        : pen_px(pen, DATE_W);
    pen_field(pen, row.control,
              (struct text_field){.text = text,
                                  .composing = open ? app->composing : NULL,
                                  .hint = "None",
                                  .caret = open ? app->caret : -1,
                                  .caret_hidden = !app_caret_shows(app),
                                  .style = STYLE_BODY,
                                  .control = control_of(MSG_EXAM, 0)});
    settings_row_end(pen, column, row, false);
}

static void minutes_row(struct pen *pen, struct settings_column *column)
{
    struct arena *arena = pen->list->arena;
    struct settings_row row = settings_row_begin(
        pen, column, "Minutes a day", foretell_minutes(arena, pen->app), ROW_H);
    struct rect stepper = row.control;
    stepper.w = pen_px(pen, 152);
    pen_stepper(
        pen, stepper, SETTING_MINUTES,
        arena_printf(arena, "%d", pen->app->settings.values[SETTING_MINUTES]));
    settings_row_end(pen, column, row, false);
}

void settings_exam_rows(struct pen *pen, struct settings_column *column)
{
    exam_row(pen, column);
    minutes_row(pen, column);
}
