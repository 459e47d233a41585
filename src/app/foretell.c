#include "app/foretell.h"

#include <math.h>
#include <string.h>

#include "app/app.h"
#include "app/words.h"
#include "study/exam.h"

#define PERCENT "\xe2\x80\x89%%"

/* Of one forecast; what it is made from is not in it. */
enum { FORETOLD_BYTES_MAX = 64 << 20 };

void foretell_init(struct app *app)
{
    memset(&app->foretold, 0, sizeof app->foretold);
    arena_init(&app->foretold.arena, FORETOLD_BYTES_MAX);
}

void foretell_close(struct app *app)
{
    arena_release(&app->foretold.arena);
}

int32_t foretell_days(const struct app *app)
{
    return exam_days_left(&app->progress->settings, moment_study_day(app->now));
}

static struct foretold_from from_of(const struct app *app)
{
    const struct study_settings *settings = &app->progress->settings;
    return (struct foretold_from){
        .today = moment_study_day(app->now),
        .exam_day = settings->exam_day,
        .minutes = settings->minutes,
        .new_per_day = settings->new_per_day,
        .items = app->knowledge->item_count,
        .reviews = app->progress->reviews,
        .target = settings->target,
        .expected = app->progress->sums.expected,
    };
}

static bool same_number(double a, double b)
{
    return !(a < b) && !(a > b);
}

static bool same(const struct foretold_from *a, const struct foretold_from *b)
{
    return a->today == b->today && a->exam_day == b->exam_day &&
           a->minutes == b->minutes && a->new_per_day == b->new_per_day &&
           a->items == b->items && a->reviews == b->reviews &&
           same_number(a->target, b->target) &&
           same_number(a->expected, b->expected);
}

void foretell(struct app *app)
{
    struct foretold *foretold = &app->foretold;
    struct foretold_from from = from_of(app);
    if ((foretold->run || foretold->is_known) && same(&from, &foretold->from))
        return;
    foretold->from = from;
    foretold->is_known = false;
    foretold->run = NULL;
    arena_reset(&foretold->arena);
    if (foretell_days(app) == 0)
        return;
    struct forecast_ask ask = {
        .now = app->now,
        .exam_day = from.exam_day,
        .minutes = from.minutes,
        .seconds = plan_seconds_per_answer(app->progress),
        .way = FORECAST_PLAN,
        .futures = FORETELL_FUTURES,
    };
    foretold->run =
        forecast_begin(&foretold->arena, app->knowledge, app->progress, &ask);
}

bool foretell_runs(const struct app *app)
{
    return app->foretold.run &&
           (app->screen == SCREEN_HOME || app->screen == SCREEN_SETTINGS);
}

void foretell_pass(struct app *app)
{
    struct foretold *foretold = &app->foretold;
    if (!foretell_runs(app) || !forecast_go_on(foretold->run, FORETELL_STEP))
        return;
    foretold->result = forecast_result(foretold->run);
    foretold->is_known = true;
    foretold->run = NULL;
}

const char *foretell_day(struct arena *arena, const struct app *app)
{
    struct date day = date_from_days(app->progress->settings.exam_day);
    struct date today = date_from_days(moment_study_day(app->now));
    const char *month = date_month_name(day.month);
    return day.year == today.year
               ? arena_printf(arena, "%d %s", day.day, month)
               : arena_printf(arena, "%d %s %d", day.day, month, day.year);
}

static int percent(double share)
{
    return (int)lround(100 * share);
}

const char *foretell_words(struct arena *arena, const struct app *app)
{
    const struct foretold *foretold = &app->foretold;
    if (app->progress->settings.exam_day == 0)
        return "A day on which to recall all of it: 2026-12-14";
    if (foretell_days(app) == 0)
        return arena_printf(arena, "It was on %s", foretell_day(arena, app));
    const char *day = foretell_day(arena, app);
    if (!foretold->is_known)
        return arena_printf(arena, "On %s, %s", day,
                            words_interval(arena, foretell_days(app)));
    return arena_printf(
        arena, "About %d" PERCENT " on %s, between %d and %d" PERCENT,
        percent(foretold->result.recall), day, percent(foretold->result.low),
        percent(foretold->result.high));
}

const char *foretell_minutes(struct arena *arena, const struct app *app)
{
    const struct foretold *foretold = &app->foretold;
    int32_t days = foretell_days(app);
    if (days == 0)
        return "What a day holds before an exam";
    int unmet = foretold->is_known ? (int)lround(foretold->result.unmet) : 0;
    if (unmet == 0)
        return "Until the exam a day holds no more than that";
    return arena_printf(arena, "%s would not be met before the exam",
                        words_count(arena, unmet, "card", "cards"));
}

const char *foretell_line(struct arena *arena, const struct app *app)
{
    const struct foretold *foretold = &app->foretold;
    int32_t days = foretell_days(app);
    if (days == 0)
        return NULL;
    const char *when =
        arena_printf(arena, "Exam on %s, %s", foretell_day(arena, app),
                     words_interval(arena, days));
    if (!foretold->is_known)
        return when;
    int minutes = app->progress->settings.minutes;
    return arena_printf(arena, "%s: about %d" PERCENT " at %d minute%s a day",
                        when, percent(foretold->result.recall), minutes,
                        minutes == 1 ? "" : "s");
}
