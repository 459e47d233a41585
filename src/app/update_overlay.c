/* What lies over a screen: the keys, the menu, the dialog of saving. */
#include "app/update.h"

void app_open_overlay(struct app *app, enum overlay overlay)
{
    if (app->overlay == overlay)
        return;
    if (app->overlay == OVERLAY_NONE)
        app->focus_before = app->focus;
    app_forget_pointer(app);
    app->over_scroll = 0;
    app->overlay = overlay;
}

void app_close_overlay(struct app *app)
{
    app_forget_pointer(app);
    app->overlay = OVERLAY_NONE;
    app->focus = app->focus_before;
    app->may_quit = false;
}

/* What concerns the window, and answers to what was asked before. */
static bool passes(enum msg_kind kind)
{
    switch (kind) {
    case MSG_FULL_SCREEN:
    case MSG_ZOOM:
    case MSG_SETTINGS_SAVED:
    case MSG_DECKS_READ:
    case MSG_LEARNER_CHANGED:
    case MSG_EXCERPT:
    case MSG_NOT_DONE:
    case MSG_TICK:
        return true;
    default:
        return false;
    }
}

/* What the menu offers is done on the screen below it. */
static bool is_chosen(enum msg_kind kind)
{
    switch (kind) {
    case MSG_DONT_KNOW:
    case MSG_ASIDE:
    case MSG_EDIT:
    case MSG_UNDO:
    case MSG_REDO:
    case MSG_BACK:
    case MSG_GO:
    case MSG_HELP:
    case MSG_QUIT:
    case MSG_READ_DECKS:
        return true;
    default:
        return false;
    }
}

bool update_overlay(struct app *app, const struct msg *msg,
                    struct effect *effect)
{
    bool full = app->held_count >= APP_HELD_MAX;
    *effect = (struct effect){EFFECT_NONE};
    if (msg->kind == MSG_CLOSE && app->overlay == OVERLAY_SAVE && full)
        return true;
    if (msg->kind == MSG_CLOSE) {
        app_close_overlay(app);
        return true;
    }
    if (app->overlay == OVERLAY_MENU && is_chosen(msg->kind)) {
        app_close_overlay(app);
        return false;
    }
    if (app->overlay == OVERLAY_MENU && msg->kind == MSG_FULL_SCREEN)
        app_close_overlay(app);
    return !passes(msg->kind);
}

struct effect update_picture(struct app *app, const struct msg *msg)
{
    if (msg->kind == MSG_BACK)
        app_go_home(app);
    return (struct effect){EFFECT_NONE};
}
