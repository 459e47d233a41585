#include "app/update.h"

void app_welcome(struct app *app)
{
    if (app->progress->reviews > 0 || app->knowledge->item_count == 0)
        return;
    app_go(app, SCREEN_WELCOME);
    motion_finish(app);
}

struct effect update_welcome(struct app *app, const struct msg *msg)
{
    if (msg->kind == MSG_STUDY) {
        app->deck = NULL;
        app_begin(app, msg->number);
    }
    if (msg->kind == MSG_BACK)
        app_go_home(app);
    return (struct effect){EFFECT_NONE};
}
