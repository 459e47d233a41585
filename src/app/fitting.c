#include "app/fitting.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "app/held.h"
#include "app/update.h"
#include "study/weights.h"

static const struct effect nothing = {EFFECT_NONE};

static struct effect begin(struct app *app, bool by_itself)
{
    struct fitting *fitting = &app->fitting;
    if (fitting->runs || fitting->has_found || refit_missing(app->progress) > 0)
        return nothing;
    fitting->runs = true;
    fitting->by_itself = by_itself;
    fitting->stops = false;
    fitting->done = 0;
    fitting->seconds_left = -1;
    return (struct effect){EFFECT_FIT};
}

static struct effect begin_by_itself(struct app *app)
{
    if (!app->settings.values[SETTING_FIT] ||
        !refit_is_due(app->progress, moment_study_day(app->now)))
        return nothing;
    return begin(app, true);
}

static struct effect stop(struct app *app)
{
    if (!app->fitting.runs)
        return nothing;
    app->fitting.stops = true;
    return (struct effect){EFFECT_FIT_STOP};
}

static int percent(double share)
{
    return (int)lround(100 * share);
}

/* "Of your last 240 answers 86 in 100 were right; expected were 91, now 87" */
static void say(struct app *app, const struct refit *found)
{
    struct fitting *fitting = &app->fitting;
    if (found->stopped)
        snprintf(fitting->says, sizeof fitting->says,
                 "Stopped. Nothing was changed.");
    else if (found->too_few)
        snprintf(fitting->says, sizeof fitting->says,
                 "There are too few answers on later days yet.");
    else if (!found->is_better)
        snprintf(fitting->says, sizeof fitting->says,
                 "No fit foretells your answers better. Nothing was changed.");
    else
        snprintf(fitting->says, sizeof fitting->says,
                 "Of your last %zu answers %d in 100 were right. Expected "
                 "before: %d. Now: %d.",
                 found->judged, percent(found->right),
                 percent(found->expected_before), percent(found->expected));
}

static void take_result(struct app *app, const struct msg *msg)
{
    struct fitting *fitting = &app->fitting;
    if (!fitting->runs)
        return;
    fitting->runs = false;
    if (msg->text) {
        snprintf(fitting->says, sizeof fitting->says, "%.150s", msg->text);
        return;
    }
    if (!msg->refit)
        return;
    fitting->found = *msg->refit;
    fitting->has_found = true;
}

/* A sitting's answers can be taken back as they were given, so the model stays
 * while it lasts; and what the log does not have yet would be lost. */
static bool may_obey(const struct app *app)
{
    return app->fitting.has_found && !app->pending.open && app_held(app) == 0 &&
           app->screen != SCREEN_STUDY && app->screen != SCREEN_END;
}

static struct effect keep(struct app *app)
{
    struct event event;
    struct pending *pending = &app->pending;
    event = weights_event(&app->fitting.found.model, app->now, app->sitting);
    memset(pending, 0, sizeof *pending);
    snprintf(pending->bodies[0], sizeof pending->bodies[0], "%s", event.body);
    pending->count = 1;
    pending->events[0] = event;
    pending->events[0].body = pending->bodies[0];
    pending->open = true;
    app->fitting.saves = FITTING_KEEPS;
    return (struct effect){EFFECT_SAVE};
}

static struct effect obey(struct app *app)
{
    struct fitting *fitting = &app->fitting;
    const struct refit *found = &fitting->found;
    fitting->has_found = false;
    say(app, found);
    if (found->is_better)
        return keep(app);
    if (!fitting->by_itself) {
        if (!found->stopped)
            app_toast(app, fitting->says);
        return nothing;
    }
    if (found->stopped)
        return nothing;
    return app_save_setting(app, "fit_tried", moment_study_day(app->now));
}

static struct effect derived(struct app *app, const char *failure)
{
    struct fitting *fitting = &app->fitting;
    bool takes_back = fitting->saves == FITTING_TAKES_BACK;
    fitting->saves = FITTING_NOTHING;
    memset(&app->session, 0, sizeof app->session);
    app->history = NULL;
    app->redo = NULL;
    fitting->can_undo = !takes_back;
    fitting->undo_at = app->settings_before_count;
    if (takes_back)
        fitting->says[0] = '\0';
    app_toast(app, failure      ? failure
                   : takes_back ? "The fit is taken back"
                                : fitting->says);
    app->toast_may_undo = !failure && !takes_back;
    if (app->screen == SCREEN_SETTINGS)
        app_settings_counted(app);
    if (app->screen == SCREEN_HOME)
        home_count(app);
    return nothing;
}

/* The ring stays on the button whichever it is. */
static void keep_focus(struct app *app)
{
    struct control *focus = &app->focus;
    if (focus->kind == MSG_FIT || focus->kind == MSG_FIT_STOP)
        focus->kind = app->fitting.runs ? MSG_FIT_STOP : MSG_FIT;
}

static bool takes_escape(const struct app *app)
{
    return app->fitting.runs && !app->fitting.stops &&
           app->screen == SCREEN_SETTINGS && app->overlay == OVERLAY_NONE &&
           !app_wants_text(app);
}

static bool take(struct app *app, const struct msg *msg, struct effect *effect)
{
    switch (msg->kind) {
    case MSG_FIT:
        *effect = begin(app, false);
        return true;
    case MSG_FIT_STOP:
        *effect = stop(app);
        return true;
    case MSG_FITTING:
        app->fitting.done = msg->number;
        app->fitting.seconds_left = msg->x;
        return true;
    case MSG_FITTED:
        take_result(app, msg);
        return true;
    case MSG_DERIVED:
        if (app->fitting.saves != FITTING_NOTHING)
            *effect = derived(app, msg->text);
        return true;
    case MSG_SHOWN:
        home_show(app);
        *effect = begin_by_itself(app);
        return true;
    case MSG_BACK:
        if (!takes_escape(app))
            return false;
        *effect = stop(app);
        return true;
    default:
        return false;
    }
}

/* What it says to take back is another thing in a sitting. */
static void leave_toast(struct app *app)
{
    bool is_own =
        app->fitting.says[0] && strcmp(app->toast, app->fitting.says) == 0;
    if (is_own && app->toast_may_undo && app->screen == SCREEN_STUDY)
        app->toast[0] = '\0';
}

bool fitting_update(struct app *app, const struct msg *msg,
                    struct effect *effect)
{
    *effect = nothing;
    leave_toast(app);
    bool taken = take(app, msg, effect);
    bool idle = taken || msg->kind == MSG_TICK;
    if (idle && effect->kind == EFFECT_NONE && may_obey(app)) {
        *effect = obey(app);
        taken = true;
    }
    keep_focus(app);
    return taken;
}

bool fitting_is_last(const struct app *app)
{
    return app->fitting.can_undo &&
           app->fitting.undo_at == app->settings_before_count;
}

struct effect fitting_take_back(struct app *app)
{
    struct pending *pending = &app->pending;
    if (app_held(app) > 0) {
        app_toast(app, "Some answers are not saved yet");
        return nothing;
    }
    memset(pending, 0, sizeof *pending);
    pending->count = 1;
    snprintf(pending->bodies[0], sizeof pending->bodies[0], "{}");
    pending->events[0] = (struct event){
        .kind = EVENT_VOID,
        .at_ms = app->now.at_ms,
        .tz_min = app->now.tz_min,
        .study_day = moment_study_day(app->now),
        .share = 1,
        .target = app->fitting.event,
        .body = pending->bodies[0],
    };
    pending->open = true;
    app->fitting.saves = FITTING_TAKES_BACK;
    return (struct effect){EFFECT_SAVE};
}

struct effect fitting_saved(struct app *app)
{
    if (app->fitting.saves == FITTING_KEEPS)
        app->fitting.event = app->pending.events[0].id;
    return (struct effect){EFFECT_DERIVE};
}

void fitting_save_failed(struct app *app, const char *why)
{
    char text[APP_NOTICE_MAX];
    bool takes_back = app->fitting.saves == FITTING_TAKES_BACK;
    app->fitting.saves = FITTING_NOTHING;
    app->fitting.says[0] = '\0';
    snprintf(text, sizeof text, "%s. The fit was not %s", why,
             takes_back ? "taken back" : "kept");
    app_toast(app, text);
}

void fitting_forget(struct app *app)
{
    memset(&app->fitting, 0, sizeof app->fitting);
}

int fitting_wait_ms(const struct app *app)
{
    if (may_obey(app))
        return 0;
    return app->fitting.runs ? FITTING_EVERY_MS : -1;
}
