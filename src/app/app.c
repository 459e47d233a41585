#include "app/app.h"

#include <stdio.h>
#include <string.h>

#include "app/update.h"

void app_init(struct app *app, const struct knowledge *knowledge,
              const struct problems *problems, struct progress *progress,
              struct arena *sitting, struct moment now)
{
    memset(app, 0, sizeof *app);
    app->knowledge = knowledge;
    app->problems = problems;
    app->progress = progress;
    app->sitting = sitting;
    app->form = FORM_COUNT;
    app->now = now;
    app->width = 1280;
    app->height = 800;
    app->scale = 100;
    app_go_home(app);
}

void app_go(struct app *app, enum screen screen)
{
    app->screen = screen;
    app->focus = -1;
    app->hover = -1;
    app->scroll = 0;
}

void app_go_home(struct app *app)
{
    app_go(app, SCREEN_HOME);
    plan_make(&app->plan, app->knowledge, app->progress, app->deck, app->now);
}

void app_toast(struct app *app, const char *text)
{
    snprintf(app->toast, sizeof app->toast, "%s", text);
    app->toast_until_ms = app->mono_ms + APP_TOAST_MS;
}

static void pass_time(struct app *app)
{
    if (app->toast[0] && app->mono_ms >= app->toast_until_ms)
        app->toast[0] = '\0';
}

/* What every screen obeys; true when the message was one of these. */
static bool update_everywhere(struct app *app, const struct msg *msg)
{
    switch (msg->kind) {
    case MSG_RESIZE:
        app->width = msg->x;
        app->height = msg->y;
        app->hover = -1;
        return true;
    case MSG_FOCUS:
        app->focus = msg->number;
        return true;
    case MSG_HOVER:
        app->hover = msg->number;
        return true;
    case MSG_SCROLL:
        app->scroll += msg->number;
        if (app->scroll < 0)
            app->scroll = 0;
        return true;
    default:
        return msg->kind == MSG_NONE || msg->kind == MSG_SHOWN;
    }
}

static struct effect update_saving(struct app *app, const struct msg *msg)
{
    struct effect nothing = {EFFECT_NONE};
    bool due = msg->kind == MSG_RETRY ||
               (msg->kind == MSG_TICK && app->mono_ms >= app->retry_at_ms);
    if (msg->kind == MSG_SAVED)
        return app_saved(app);
    if (msg->kind == MSG_SAVE_FAILED) {
        app->pending.failed = true;
        app->retry_at_ms = app->mono_ms + APP_RETRY_MS;
        snprintf(app->notice, sizeof app->notice, "%s", msg->text);
        return nothing;
    }
    if (app->pending.failed && due)
        return (struct effect){EFFECT_SAVE};
    return nothing;
}

struct effect update(struct app *app, const struct msg *msg)
{
    static struct effect (*const screens[SCREEN_COUNT])(struct app *,
                                                        const struct msg *) = {
        [SCREEN_HOME] = update_home,
        [SCREEN_STUDY] = update_study,
        [SCREEN_END] = update_end,
    };
    app->now = msg->at;
    app->mono_ms = msg->mono_ms;
    pass_time(app);
    if (msg->kind == MSG_QUIT)
        return (struct effect){EFFECT_QUIT};
    if (update_everywhere(app, msg))
        return (struct effect){EFFECT_NONE};
    if (app->pending.open)
        return update_saving(app, msg);
    return screens[app->screen](app, msg);
}

int app_wait_ms(const struct app *app)
{
    int64_t next = INT64_MAX;
    if (app->toast[0])
        next = app->toast_until_ms;
    if (app->pending.failed && app->retry_at_ms < next)
        next = app->retry_at_ms;
    if (next == INT64_MAX)
        return -1;
    int64_t wait = next - app->mono_ms;
    return wait < 0 ? 0 : (int)wait;
}

bool app_wants_text(const struct app *app)
{
    return app->screen == SCREEN_STUDY && app->phase == PHASE_ASKING &&
           app->has_question && app->question.request.form == FORM_TYPED;
}
