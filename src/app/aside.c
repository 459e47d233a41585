/* An item that waits until tomorrow: no answer, and no question today. */
#include "app/update.h"

/* While the question is open; after an answer there is nothing to put off. */
struct effect app_aside(struct app *app)
{
    if (!app->has_question || app->phase == PHASE_FEEDBACK)
        return (struct effect){EFFECT_NONE};
    return app_save_aside(app, app->question.request.item->id);
}

void app_aside_saved(struct app *app)
{
    app_next(app);
    app_toast(app, "Set aside until tomorrow");
    app->toast_may_undo = true;
}
