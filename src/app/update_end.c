#include "app/decks.h"
#include "app/update.h"

/* What was missed becomes the plan of a sitting of its own. */
static void study_missed(struct app *app)
{
    struct plan *plan = &app->plan;
    int count = 0;
    for (int i = 0; i < app->session.count; i++)
        if (app->session.entries[i].missed)
            plan->entries[count++] =
                (struct plan_entry){app->session.entries[i].item, false};
    if (count == 0)
        return;
    plan->count = count;
    plan->due = count;
    plan->fresh = 0;
    arena_reset(app->sitting);
    app->home.decks = NULL;
    app->history = NULL;
    app->redo = NULL;
    session_begin(&app->session, plan, 0, app->sitting);
    app->session.kept_before =
        progress_summarise(app->progress, app->knowledge, app->deck, app->now)
            .stage[STAGE_KEPT];
    app_ask(app);
}

struct effect update_end(struct app *app, const struct msg *msg)
{
    switch (msg->kind) {
    case MSG_BACK:
    case MSG_CONTINUE:
        app_go_home(app);
        return (struct effect){EFFECT_NONE};
    case MSG_UNDO:
        return app_undo(app);
    case MSG_READ_DECKS:
        return decks_read_beside(app);
    case MSG_AGAIN:
        study_missed(app);
        return (struct effect){EFFECT_NONE};
    default:
        return (struct effect){EFFECT_NONE};
    }
}
