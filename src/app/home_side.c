/* The column at the right: what is kept, the days so far, the days to come. */
#include <stdio.h>

#include "app/home_page.h"
#include "app/words.h"
#include "study/calendar.h"

enum { SIDE_W = 289 };

static void stage_counts(struct pen *pen, int x, int y, int w,
                         const struct progress_summary *sum)
{
    static const enum stage order[] = {STAGE_KEPT, STAGE_HELD, STAGE_LEARNING,
                                       STAGE_NEW};
    static const int places[STAGE_COUNT] = {0, 70, 141, 236}; /* of 289 */
    struct arena *arena = pen->list->arena;
    for (int i = 0; i < STAGE_COUNT; i++) {
        int at = x + places[i] * w / SIDE_W;
        pen_seal(pen, seal_of_stage(order[i]), NULL, at, y + pen_px(pen, 9),
                 18);
        int text = at + pen_px(pen, 26);
        pen_text(pen, style_sized(STYLE_BODY_BOLD, 15, 18),
                 arena_printf(arena, "%d", sum->stage[order[i]]), text, y);
        pen_text(pen, STYLE_CAPTION, words_stage(order[i]), text,
                 y + pen_px(pen, 16));
    }
}

static int kept(struct pen *pen, struct rect area)
{
    const struct progress_summary *sum = &pen->app->home.all;
    pen_text(pen, STYLE_H3,
             arena_printf(pen->list->arena, "%d of %d cards kept",
                          sum->stage[STAGE_KEPT], sum->items),
             area.x, area.y + pen_px(pen, 15));
    stage_counts(pen, area.x, area.y + pen_px(pen, 53), area.w, sum);
    return area.y + pen_px(pen, 101);
}

/* "2,614". */
static const char *grouped(struct arena *arena, int64_t n)
{
    if (n < 1000)
        return arena_printf(arena, "%lld", (long long)n);
    return arena_printf(arena, "%s,%03lld", grouped(arena, n / 1000),
                        (long long)(n % 1000));
}

static void section_head(struct pen *pen, struct rect area, const char *title,
                         const char *says)
{
    int y = area.y + pen_px(pen, 12);
    pen_fill(pen, (struct rect){area.x, area.y, area.w, pen_px(pen, 1)},
             TOKEN_RULE);
    pen_text(pen, STYLE_H3, title, area.x, y);
    pen_text_in(pen, STYLE_CAPTION, says,
                (struct rect){area.x, y, area.w, pen_px(pen, 25)}, ALIGN_RIGHT);
}

/* A day: the more reviews, the larger and darker. */
static void day_cell(struct pen *pen, struct rect place, int level,
                     bool is_today)
{
    static const int shares[CALENDAR_LEVELS] = {28, 46, 64, 82, 100};
    int cell = pen_px(pen, 11);
    int side = (cell * shares[level] + 50) / 100;
    struct rect box = {place.x + (place.w - side) / 2,
                       place.y + (place.h - side) / 2, side, side};
    pen_box(pen, box, side > pen_px(pen, 6) ? pen_px(pen, 2) : 0, 0, TOKEN_NONE,
            (enum token)((int)TOKEN_HEAT0 + level));
    if (is_today)
        pen_box(pen, place, pen_px(pen, 3), pen_px(pen, 2), TOKEN_SEAL,
                TOKEN_NONE);
}

static int days_so_far(struct pen *pen, struct rect area)
{
    struct arena *arena = pen->list->arena;
    int32_t today = moment_study_day(pen->app->now);
    struct calendar calendar = calendar_of(pen->app->progress, today);
    int32_t from =
        calendar.begun < calendar.first + 7 ? calendar.first : calendar.begun;
    const char *title = arena_printf(
        arena, "Since %s", date_month_name(date_from_days(from).month));
    section_head(pen, area, calendar.reviews ? title : "Your days",
                 arena_printf(arena, "%s review%s",
                              grouped(arena, calendar.reviews),
                              calendar.reviews == 1 ? "" : "s"));
    int side = pen_px(pen, 17);
    int pitch_tenths = pen_px(pen, 144);
    for (int i = 0; i < calendar.count; i++) {
        int x = area.x + (i / 7) * pitch_tenths / 10;
        int y = area.y + pen_px(pen, 47) + (i % 7) * pitch_tenths / 10;
        day_cell(pen, (struct rect){x, y, side, side}, calendar.level[i],
                 i == calendar.count - 1);
    }
    return area.y + pen_px(pen, 166);
}

static void day_bar(struct pen *pen, struct rect bar, int32_t count, int day)
{
    struct rect label = {bar.x - pen_px(pen, 8), bar.y - pen_px(pen, 21),
                         bar.w + pen_px(pen, 16), pen_px(pen, 20)};
    int32_t today = moment_study_day(pen->app->now);
    struct arena *arena = pen->list->arena;
    pen_fill(pen, bar, day == 0 ? TOKEN_SEAL : TOKEN_INK2);
    pen_text_in(pen, style_colored(STYLE_SMALL, TOKEN_INK),
                arena_printf(arena, "%d", count), label, ALIGN_CENTRE);
    label.y = bar.y + bar.h + pen_px(pen, 3);
    pen_text_in(pen, STYLE_CAPTION,
                arena_printf(arena, "%.3s",
                             date_weekday_name(date_weekday(today + day))),
                label, ALIGN_CENTRE);
}

static void coming_days(struct pen *pen, struct rect area, int grown)
{
    const int32_t *counts = pen->app->home.coming;
    int most_h = pen_px(pen, 59);
    int base = area.y + pen_px(pen, 128);
    int64_t most = 1;
    section_head(pen, area, "Coming days", "cards due");
    for (int i = 0; i < HOME_COMING_DAYS; i++)
        most = counts[i] > most ? counts[i] : most;
    for (int i = 0; i < HOME_COMING_DAYS; i++) {
        int h = (int)(counts[i] * most_h / most) * grown / 1000;
        day_bar(
            pen,
            (struct rect){area.x + pen_px(pen, 4) +
                              i * (area.w - pen_px(pen, 2)) / HOME_COMING_DAYS,
                          base - h, pen_px(pen, 24), h},
            counts[i], i);
    }
    pen_fill(pen, (struct rect){area.x, base, area.w, pen_px(pen, 1)},
             TOKEN_EDGE);
}

/* What does not fit below is not begun: it is in the progress too. */
void home_side(struct pen *pen, struct rect area, const struct home_page *home)
{
    int bottom = area.y + area.h;
    area.y = kept(pen, area);
    if (area.y + pen_px(pen, 160) > bottom)
        return;
    area.y = days_so_far(pen, area);
    if (area.y + pen_px(pen, 156) <= bottom)
        coming_days(pen, area, home->grown);
}
