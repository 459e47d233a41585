/* The text field that is open: what goes in, what goes out, the caret. */
#include <stdio.h>
#include <string.h>

#include "app/update.h"
#include "base/text.h"

static const struct effect nothing = {EFFECT_NONE};

/* As much of `text` as there is room for, in whole characters. */
static void insert(struct app *app, const char *text)
{
    size_t room = sizeof app->typed - 1 - strlen(app->typed);
    size_t used = 0;
    for (size_t step; (step = text_next(text + used)) > 0; used += step)
        if (used + step > room || text[used] == '\n')
            break;
    char *at = app->typed + app->caret;
    memmove(at + used, at, strlen(at) + 1);
    memcpy(at, text, used);
    app->caret += (int)used;
    app->composing[0] = '\0';
}

/* The byte where the character before the caret begins. */
static int before(const struct app *app)
{
    int last = 0;
    for (int at = 0; at < app->caret;) {
        last = at;
        at += (int)text_next(app->typed + at);
    }
    return last;
}

/* The character before the caret, or the one after it. */
static void erase(struct app *app, bool after)
{
    int from = after ? app->caret : before(app);
    int to = app->caret;
    if (after)
        to += (int)text_next(app->typed + app->caret);
    memmove(app->typed + from, app->typed + to, strlen(app->typed + to) + 1);
    app->caret = from;
}

static void move(struct app *app, enum caret_move to)
{
    if (to == CARET_HOME)
        app->caret = 0;
    else if (to == CARET_END)
        app->caret = (int)strlen(app->typed);
    else if (to == CARET_LEFT)
        app->caret = before(app);
    else
        app->caret += (int)text_next(app->typed + app->caret);
}

static struct effect copy(struct app *app, bool cut)
{
    snprintf(app->clip, sizeof app->clip, "%s", app->typed);
    if (cut) {
        app->typed[0] = '\0';
        app->caret = 0;
    }
    return (struct effect){app->clip[0] ? EFFECT_COPY : EFFECT_NONE};
}

struct effect update_field(struct app *app, const struct msg *msg)
{
    switch (msg->kind) {
    case MSG_TEXT:
        insert(app, msg->text);
        return nothing;
    case MSG_COMPOSE:
        app->composing[0] = '\0';
        strncat(app->composing, msg->text, sizeof app->composing - 1);
        return nothing;
    case MSG_DELETE:
        erase(app, msg->number == 1);
        return nothing;
    case MSG_CARET:
        move(app, (enum caret_move)msg->number);
        return nothing;
    case MSG_COPY:
    case MSG_CUT:
        return copy(app, msg->kind == MSG_CUT);
    case MSG_PASTE:
        return (struct effect){EFFECT_PASTE};
    default:
        return nothing;
    }
}
