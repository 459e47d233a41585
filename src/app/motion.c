#include "app/motion.h"

#include <math.h>
#include <string.h>

#include "app/app.h"

enum {
    TURN_HALF_MS = 110,
    STAMP_DOWN_MS = 160,
    STROKE_MS = 120,
    TOAST_FADE_MS = 120
};

static const double TURN_LEAST = .06;

int motion_ms(enum motion_kind kind)
{
    static const int lasts[MOTION_COUNT] = {
        [MOTION_TURN] = 220,  [MOTION_STAMP] = 220, [MOTION_STRIKE] = 240,
        [MOTION_LEAVE] = 160, [MOTION_PAGE] = 120,  [MOTION_GROW] = 300,
        [MOTION_RING] = 80,   [MOTION_FADE] = 80,
    };
    return lasts[kind];
}

void motion_begin(struct app *app, enum motion_kind kind)
{
    if (!app->settings.values[SETTING_MOTION])
        kind = MOTION_FADE;
    app->motions[kind] = (struct motion){app->mono_ms, true};
    app->motion_serial++;
}

void motion_ring(struct app *app)
{
    if (app->settings.values[SETTING_MOTION])
        app->motions[MOTION_RING] = (struct motion){app->mono_ms, true};
}

void motion_finish(struct app *app)
{
    memset(app->motions, 0, sizeof app->motions);
}

void motion_pass(struct app *app)
{
    for (int i = 0; i < MOTION_COUNT; i++)
        if (app->mono_ms - app->motions[i].from_ms >=
            motion_ms((enum motion_kind)i))
            app->motions[i].runs = false;
}

int motion_at_ms(const struct app *app, enum motion_kind kind)
{
    int64_t at = app->mono_ms - app->motions[kind].from_ms;
    int most = motion_ms(kind);
    if (!app->motions[kind].runs || at > most)
        return most;
    return at < 0 ? 0 : (int)at;
}

double motion_share(const struct app *app, enum motion_kind kind)
{
    return (double)motion_at_ms(app, kind) / motion_ms(kind);
}

bool motion_runs(const struct app *app)
{
    for (int i = 0; i < MOTION_COUNT; i++)
        if (app->motions[i].runs)
            return true;
    return false;
}

double motion_ease_out(double t)
{
    return 1 - (1 - t) * (1 - t) * (1 - t);
}

double motion_ease_in(double t)
{
    return t * t * t;
}

/* A sheet that turns away is as wide as the cosine of its angle; it comes back
 * fast and settles slowly. */
double motion_turn_width(int ms)
{
    static const double quarter = 1.5707963267948966;
    double t = (double)ms / TURN_HALF_MS;
    double seen = t < 1 ? cos(quarter * t) : 1 - pow(2 - t, 5. / 3);
    return TURN_LEAST + (1 - TURN_LEAST) * seen;
}

double motion_turn_shade(int ms)
{
    return .1 * (1 - motion_turn_width(ms));
}

/* It comes down a little faster all the time. */
double motion_stamp_size(int ms)
{
    if (ms < STAMP_DOWN_MS)
        return 1.35 - .39 * pow((double)ms / STAMP_DOWN_MS, 1.2);
    return .96 + .04 * (ms - STAMP_DOWN_MS) /
                     (motion_ms(MOTION_STAMP) - STAMP_DOWN_MS);
}

double motion_stamp_ink(int ms)
{
    return ms < STAMP_DOWN_MS ? (double)ms / STAMP_DOWN_MS : 1;
}

double motion_stamp_turn(int ms)
{
    return ms < STAMP_DOWN_MS ? -9 + 5.0 * ms / STAMP_DOWN_MS : -4;
}

double motion_strike_length(int stroke, int ms)
{
    double length = (double)(ms - stroke * STROKE_MS) / STROKE_MS;
    return length < 0 ? 0 : length > 1 ? 1 : length;
}

static int toast_fade_ms(const struct app *app)
{
    return app->settings.values[SETTING_MOTION] ? TOAST_FADE_MS : 0;
}

int motion_toast_ms(const struct app *app)
{
    return APP_TOAST_MS + 2 * toast_fade_ms(app);
}

/* Milliseconds of the fading in or out that are over; the fade's own when it
 * is neither. */
static int toast_shown_ms(const struct app *app)
{
    int64_t came = app->mono_ms - app->toast_from_ms;
    int64_t goes = app->toast_until_ms - app->mono_ms;
    int64_t shown = came < goes ? came : goes;
    int most = toast_fade_ms(app);
    return shown > most ? most : shown < 0 ? 0 : (int)shown;
}

double motion_toast_ink(const struct app *app)
{
    int most = toast_fade_ms(app);
    return most ? (double)toast_shown_ms(app) / most : 1;
}

int motion_toast_wait_ms(const struct app *app)
{
    int most = toast_fade_ms(app);
    int64_t goes = app->toast_until_ms - app->mono_ms;
    if (toast_shown_ms(app) < most)
        return APP_FRAME_MS;
    return goes > most ? (int)(goes - most) : goes > 0 ? (int)goes : 0;
}
