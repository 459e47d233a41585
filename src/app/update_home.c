#include "app/update.h"

#include <stdio.h>

/* A sitting with what app->plan holds; false when that is nothing. */
static bool begin(struct app *app, int limit)
{
    if (app->plan.count == 0)
        return false;
    arena_reset(app->sitting);
    app->home.decks = NULL;
    app->history = NULL;
    app->redo = NULL;
    session_begin(&app->session, &app->plan, limit, app->sitting);
    app->session.kept_before =
        progress_summarise(app->progress, app->knowledge, app->deck, app->now)
            .stage[STAGE_KEPT];
    app_ask(app);
    return true;
}

void app_begin(struct app *app, int limit)
{
    plan_make(&app->plan, app->knowledge, app->progress, app->deck, app->now);
    begin(app, limit);
}

/* What is learned past today's number is in no plan of the day. */
static void more_new(struct app *app)
{
    plan_more_new(&app->plan, app->knowledge, app->progress, NULL, app->now,
                  HOME_MORE);
    if (!begin(app, 0))
        home_count(app);
}

static void study_deck(struct app *app)
{
    if (app->deck_row >= (int)app->knowledge->deck_count)
        return;
    app->deck = app->knowledge->decks[app->deck_row];
    plan_make(&app->plan, app->knowledge, app->progress, app->deck, app->now);
    if (begin(app, 0))
        return;
    char text[APP_NOTICE_MAX];
    snprintf(text, sizeof text, "Nothing is due in %s", app->deck->title);
    app_toast(app, text);
    app->deck = NULL;
    home_count(app);
}

static void choose_deck(struct app *app, int row)
{
    if (row == -1 || row == app->deck_row)
        study_deck(app);
    else if (row >= 0 && row < (int)app->knowledge->deck_count)
        app->deck_row = row;
}

static void step_deck(struct app *app, const struct msg *msg)
{
    int row = app->deck_row + msg->number;
    if (row < 0 || row >= (int)app->knowledge->deck_count)
        return;
    app->deck_row = row;
    app->scroll += msg->x;
    if (app->scroll < 0)
        app->scroll = 0;
}

/* With nothing to study Enter does what the main button then says. */
static struct effect study(struct app *app, int limit)
{
    if (app->knowledge->item_count == 0)
        return (struct effect){EFFECT_OPEN_FOLDER};
    app_begin(app, limit);
    return (struct effect){EFFECT_NONE};
}

static struct effect drop(struct app *app, const char *path)
{
    int length =
        snprintf(app->dropped, sizeof app->dropped, "%s", path ? path : "");
    if (length > 0 && length < (int)sizeof app->dropped)
        return (struct effect){EFFECT_ADD_DECK};
    app_toast(app, "The path of that file is too long");
    return (struct effect){EFFECT_NONE};
}

/* What stood in the decks before is gone, and with it all that points there. */
static void decks_read(struct app *app, const char *wrong)
{
    char text[APP_NOTICE_MAX];
    size_t count = app->knowledge->deck_count;
    app->deck = NULL;
    app->has_question = false;
    app->scroll = 0;
    home_count(app);
    snprintf(text, sizeof text, "%zu deck%s read", count,
             count == 1 ? "" : "s");
    app_toast(app, wrong ? wrong : text);
}

/* Decks are chosen while they are on show: not on a day that is done. */
static bool has_register(const struct app *app)
{
    return app->home.today > 0;
}

struct effect update_home(struct app *app, const struct msg *msg)
{
    switch (msg->kind) {
    case MSG_STUDY:
        return study(app, msg->number);
    case MSG_MINUTES:
        return study(app, home_answers(app, msg->number));
    case MSG_MORE_NEW:
        if (!has_register(app))
            more_new(app);
        break;
    case MSG_DECK:
        if (has_register(app))
            choose_deck(app, msg->number);
        break;
    case MSG_DECK_STEP:
        if (has_register(app))
            step_deck(app, msg);
        break;
    case MSG_READ_DECKS:
        return (struct effect){EFFECT_READ_DECKS};
    case MSG_OPEN_FOLDER:
        return (struct effect){EFFECT_OPEN_FOLDER};
    case MSG_DROP:
        return drop(app, msg->text);
    case MSG_DECKS_READ:
        decks_read(app, msg->text);
        break;
    case MSG_TICK:
        home_count(app);
        break;
    default:
        break;
    }
    return (struct effect){EFFECT_NONE};
}
