#include "app/update.h"

struct effect update_home(struct app *app, const struct msg *msg)
{
    if (msg->kind == MSG_STUDY)
        app_begin(app, msg->number);
    if (msg->kind == MSG_TICK)
        app_go_home(app);
    return (struct effect){EFFECT_NONE};
}

void app_begin(struct app *app, int limit)
{
    plan_make(&app->plan, app->knowledge, app->progress, app->deck, app->now);
    if (app->plan.count == 0)
        return;
    arena_reset(app->sitting);
    app->history = NULL;
    app->redo = NULL;
    session_begin(&app->session, &app->plan, limit, app->sitting);
    app->session.kept_before =
        progress_summarise(app->progress, app->knowledge, app->deck, app->now)
            .stage[STAGE_KEPT];
    app_ask(app);
}
