#include "app/held.h"

#include <stdio.h>
#include <string.h>

#include "app/update.h"

enum { TICKET_BYTE = 0xff, STRIP_H = 36 };

static const struct effect nothing = {EFFECT_NONE};

bool held_is_ticket(const struct event_id *id)
{
    for (int i = 0; i < EVENT_DEVICE_BYTES; i++)
        if (id->device[i] != TICKET_BYTE)
            return false;
    return true;
}

static struct event_id new_ticket(struct app *app)
{
    struct event_id id;
    memset(id.device, TICKET_BYTE, sizeof id.device);
    id.seq = ++app->held_ticket;
    return id;
}

/* Ids end with the decks that are read; these may not. */
static const char *keep_item(struct app *app, struct held *held,
                             const char *item)
{
    size_t length = item ? strlen(item) : 0;
    if (!item)
        return NULL;
    if (length >= sizeof held->item)
        return arena_text(&app->held_texts, item);
    memcpy(held->item, item, length + 1);
    return held->item;
}

static void hold(struct app *app, int nth)
{
    struct pending *pending = &app->pending;
    struct event *event = &pending->events[nth];
    if (app->held_count == app->held_room)
        app->held[app->held_room++] =
            arena_alloc(&app->held_texts, sizeof *app->held[0]);
    struct held *held = app->held[app->held_count++];
    event->id = new_ticket(app);
    held->together = nth == 0 ? pending->count : 0;
    held->event = *event;
    held->event.item = keep_item(app, held, event->item);
    snprintf(held->body, sizeof held->body, "%s", pending->bodies[nth]);
    held->event.body = held->body;
}

void held_put(struct app *app)
{
    for (int i = 0; i < app->pending.count; i++)
        hold(app, i);
    app->pending.open = false;
    held_fit(app);
}

/* The last one is gone: the log knows everything again. */
static void end(struct app *app)
{
    app->notice[0] = '\0';
    app->may_quit = false;
    if (app->overlay == OVERLAY_SAVE)
        app_close_overlay(app);
    held_fit(app);
}

static void take_at(struct app *app, int at)
{
    struct held *gone = app->held[at];
    app->held_count--;
    memmove(&app->held[at], &app->held[at + 1],
            (size_t)(app->held_count - at) * sizeof app->held[0]);
    app->held[app->held_count] = gone;
    if (app->held_count == 0)
        end(app);
}

void held_take(struct app *app, uint64_t ticket)
{
    for (int i = app->held_count; i > 0; i--) {
        if (app->held[i - 1]->event.id.seq != ticket)
            continue;
        take_at(app, i - 1);
        return;
    }
}

struct effect held_save(struct app *app)
{
    struct pending *pending = &app->pending;
    if (app->held_count == 0)
        return nothing;
    memset(pending, 0, sizeof *pending);
    pending->open = true;
    pending->is_held = true;
    pending->count = app->held[0]->together;
    for (int i = 0; i < pending->count; i++) {
        const struct held *held = app->held[i];
        pending->events[i] = held->event;
        memset(&pending->events[i].id, 0, sizeof pending->events[i].id);
        memcpy(pending->bodies[i], held->body, sizeof pending->bodies[i]);
        pending->events[i].body = pending->bodies[i];
    }
    return (struct effect){EFFECT_SAVE};
}

/* An answer that can be taken back is known by its id from here on. */
static void exchange(struct app *app, uint64_t ticket,
                     const struct event_id *id)
{
    struct session *session = &app->session;
    for (int i = session->step_count; i > 0; i--) {
        struct event_id *known = &session->steps[i - 1].id;
        if (!held_is_ticket(known) || known->seq != ticket)
            continue;
        *known = *id;
        return;
    }
}

struct effect held_saved(struct app *app)
{
    for (int i = 0; i < app->pending.count; i++) {
        exchange(app, app->held[0]->event.id.seq, &app->pending.events[i].id);
        take_at(app, 0);
    }
    if (app->held_count > 0)
        return held_save(app);
    if (app->quitting)
        return (struct effect){EFFECT_QUIT};
    app_toast(app, "All answers are saved");
    return nothing;
}

/* These begin anew with what the log says, which is not all. */
static bool needs_the_log(enum msg_kind kind)
{
    return kind == MSG_READ_DECKS || kind == MSG_LEARNER || kind == MSG_DROP;
}

bool held_update(struct app *app, const struct msg *msg, struct effect *effect)
{
    bool due = msg->kind == MSG_TICK && app->mono_ms >= app->retry_at_ms;
    *effect = nothing;
    if (app->held_count == 0 && msg->kind == MSG_RETRY)
        app_toast(app, "All answers are saved");
    if (app->held_count == 0)
        return msg->kind == MSG_RETRY;
    if (app->held_count >= APP_HELD_MAX || needs_the_log(msg->kind))
        app_open_overlay(app, OVERLAY_SAVE);
    if (msg->kind == MSG_RETRY)
        app_open_overlay(app, OVERLAY_SAVE);
    if (msg->kind == MSG_RETRY || due)
        *effect = held_save(app);
    return msg->kind == MSG_RETRY || due || needs_the_log(msg->kind);
}

void held_fit(struct app *app)
{
    int strip = app->held_count > 0 ? STRIP_H * app_scale(app) / 100 : 0;
    app->height += app->strip - strip;
    app->strip = strip;
}

int app_held(const struct app *app)
{
    return app->held_count;
}
