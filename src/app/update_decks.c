#include "app/decks.h"

#include <stdio.h>
#include <string.h>

#include "app/update.h"

static const struct effect nothing = {EFFECT_NONE};

bool decks_has_sitting(const struct app *app)
{
    enum screen screen = app->screen;
    if (screen == SCREEN_MISTAKES)
        screen = app->mistakes_from;
    return screen == SCREEN_STUDY || screen == SCREEN_END;
}

void decks_tell(struct app *app, const char *wrong)
{
    char text[APP_NOTICE_MAX] = "Decks read again";
    const struct problems *problems = app->problems;
    size_t errors = problems ? problems->errors : 0;
    size_t count = errors || !problems ? errors : problems->warnings;
    if (count > 0)
        snprintf(text, sizeof text, "Decks read again: %zu %s%s", count,
                 errors ? "mistake" : "warning", count == 1 ? "" : "s");
    app_toast(app, wrong ? wrong : text);
    app->toast_leads = !wrong && count > 0 && app->screen != SCREEN_MISTAKES;
}

/* The deck that alone is studied, among those that were read. */
static const struct deck *deck_now(const struct app *app)
{
    const struct knowledge *knowledge = app->knowledge;
    for (size_t i = 0; app->deck && i < knowledge->deck_count; i++)
        if (strcmp(knowledge->decks[i]->file, app->deck->file) == 0)
            return knowledge->decks[i];
    return NULL;
}

/* Answers that can be taken back or given again name their items as these are
 * called now. */
static void name_again(struct app *app, struct given *given)
{
    for (; given; given = given->next)
        for (int i = 0; i < given->count; i++)
            given->events[i].item = arena_text(
                app->sitting,
                knowledge_current_id(app->knowledge, given->events[i].item));
}

/* As many answers can be taken back as the sitting still has steps. */
static void cut_history(struct app *app)
{
    struct given **end = &app->history;
    int steps = 0;
    while (*end && steps < app->session.step_count) {
        steps += (*end)->count;
        end = &(*end)->next;
    }
    *end = NULL;
}

static void refind(struct app *app)
{
    const struct item *shown =
        app->has_question ? app->question.request.item : NULL;
    int gone =
        session_refind(&app->session, app->knowledge, app->progress, shown);
    cut_history(app);
    if (gone > 0)
        app->redo = NULL;
    name_again(app, app->history);
    name_again(app, app->redo);
    app->deck = deck_now(app);
    app->plan.count = 0;
}

/* Outside a sitting nothing but the register points into what was read. */
static struct effect forget(struct app *app, const struct msg *msg)
{
    if (app->screen == SCREEN_MISTAKES)
        return update_mistakes(app, msg);
    update_home(app, msg);
    return nothing;
}

/* It can be taken back where Ctrl+Z takes no answer back. */
static void tell_mend(struct app *app)
{
    char text[APP_NOTICE_MAX];
    snprintf(text, sizeof text, "Line %d %s", app->mended_line,
             app->may_unmend ? "mended" : "is as it was");
    app_toast(app, text);
    app->toast_may_undo = app->may_unmend && (app->screen == SCREEN_MISTAKES ||
                                              app->screen == SCREEN_HOME);
}

static struct effect decks_read(struct app *app, const struct msg *msg)
{
    struct effect effect = nothing;
    bool is_told = !app->reads_beside && !decks_has_sitting(app);
    if (decks_has_sitting(app))
        refind(app);
    if (!decks_has_sitting(app) || app->screen == SCREEN_MISTAKES)
        effect = forget(app, msg);
    if (app->mends && !msg->text)
        tell_mend(app);
    else if (!is_told)
        decks_tell(app, msg->text);
    app->may_unmend = app->may_unmend && app->mends;
    app->mends = false;
    app->reads_beside = false;
    app->wants_decks = false;
    return effect;
}

struct effect decks_read_beside(struct app *app)
{
    app->wants_decks = true;
    return (struct effect){EFFECT_READ_BESIDE};
}

/* The file was written: it is read again, and that says the rest. */
static struct effect mended(struct app *app, const struct msg *msg)
{
    if (msg->text) {
        app->may_unmend = false;
        app_toast(app, msg->text);
        return nothing;
    }
    app->mends = true;
    return (struct effect){EFFECT_READ_DECKS};
}

bool decks_update(struct app *app, const struct msg *msg, struct effect *effect)
{
    *effect = nothing;
    switch (msg->kind) {
    case MSG_DECKS_CHANGED:
        effect->kind = EFFECT_READ_BESIDE;
        return true;
    case MSG_DECKS_READY:
        app->decks_ready = true;
        return true;
    case MSG_DECKS_READ:
        *effect = decks_read(app, msg);
        return true;
    case MSG_MENDED:
        *effect = mended(app, msg);
        return true;
    default:
        return false;
    }
}

struct effect decks_take(struct app *app)
{
    if (!app->decks_ready || app->pending.open || app->held_count > 0)
        return nothing;
    app->decks_ready = false;
    app->reads_beside = true;
    return (struct effect){EFFECT_TAKE_DECKS};
}
