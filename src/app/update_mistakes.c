#include "app/decks.h"
#include "app/update.h"

#include <stdio.h>

static const struct effect nothing = {EFFECT_NONE};

static int count_of(const struct app *app)
{
    return app->problems ? (int)app->problems->count : 0;
}

/* Errors first, each sort in the order of the decks. */
const struct problem *app_problem(const struct app *app)
{
    const struct problems *problems = app->problems;
    int before = 0;
    for (int sort = PROBLEM_ERROR; sort >= PROBLEM_WARNING; sort--)
        for (int i = 0; i < count_of(app); i++)
            if ((int)problems->list[i].severity == sort &&
                before++ == app->problem)
                return &problems->list[i];
    return NULL;
}

static struct effect show(struct app *app, int number)
{
    app->problem = number;
    app->scroll = 0;
    app->excerpt[0] = '\0';
    const struct problem *problem = app_problem(app);
    return (struct effect){problem && problem->line > 0 ? EFFECT_EXCERPT
                                                        : EFFECT_NONE};
}

struct effect app_go_mistakes(struct app *app)
{
    if (count_of(app) == 0) {
        app_toast(app, "Nothing is wrong with the decks");
        return nothing;
    }
    if (app->screen == SCREEN_MISTAKES)
        return nothing;
    app->mistakes_from = app->screen;
    app_go(app, SCREEN_MISTAKES);
    return show(app, 0);
}

static struct effect step(struct app *app, int by)
{
    int next = app->problem + by;
    if (next < 0 || next >= count_of(app))
        return nothing;
    app_forget_pointer(app);
    return show(app, next);
}

static struct effect edit(struct app *app)
{
    const struct problem *problem = app_problem(app);
    if (!problem)
        return nothing;
    app->edit_path = problem->file;
    app->edit_line = problem->line;
    return (struct effect){EFFECT_EDIT};
}

/* A sitting goes on where it was. */
static void leave(struct app *app)
{
    if (decks_has_sitting(app))
        app_go(app, app->mistakes_from);
    else
        app_go_home(app);
}

/* All mended: there is nothing to stay for. */
static struct effect decks_read(struct app *app, const struct msg *msg)
{
    if (!decks_has_sitting(app))
        update_home(app, msg);
    if (count_of(app) == 0) {
        leave(app);
        return nothing;
    }
    return show(app, app->problem < count_of(app) ? app->problem : 0);
}

/* Where nothing is mended M opens the menu, as everywhere. */
static struct effect mend(struct app *app)
{
    const struct problem *problem = app_problem(app);
    if (problem && problem->mended) {
        app->mended_line = problem->line;
        app->may_unmend = true;
        return (struct effect){EFFECT_MEND};
    }
    app_open_overlay(app, OVERLAY_MENU);
    return nothing;
}

struct effect app_unmend(struct app *app)
{
    app->may_unmend = false;
    return (struct effect){EFFECT_UNMEND};
}

struct effect update_mistakes(struct app *app, const struct msg *msg)
{
    switch (msg->kind) {
    case MSG_BACK:
        leave(app);
        return nothing;
    case MSG_PROBLEM:
        return step(app, msg->number);
    case MSG_EDIT:
        return edit(app);
    case MSG_MEND:
        return mend(app);
    case MSG_READ_DECKS:
        return (struct effect){EFFECT_READ_DECKS};
    case MSG_DECKS_READ:
        return decks_read(app, msg);
    case MSG_EXCERPT:
        snprintf(app->excerpt, sizeof app->excerpt, "%s",
                 msg->text ? msg->text : "");
        return nothing;
    default:
        return nothing;
    }
}
