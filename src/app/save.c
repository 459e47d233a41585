/* An answer on its way into the log, out of it, and into it again. */
#include <stdio.h>
#include <string.h>

#include "app/held.h"
#include "app/update.h"

static const struct effect nothing = {EFFECT_NONE};

static struct effect go_on(struct app *app);

/* While others are held it is held behind them: the log keeps their order. */
static struct effect save(struct app *app)
{
    struct pending *pending = &app->pending;
    for (int i = 0; i < pending->count; i++)
        pending->events[i].body = pending->bodies[i];
    if (app->held_count > 0) {
        held_put(app);
        return go_on(app);
    }
    pending->open = true;
    return (struct effect){EFFECT_SAVE};
}

static int32_t answer_ms(const struct app *app)
{
    int64_t ms = app->mono_ms - app->shown_mono_ms;
    if (ms < 0)
        return 0;
    return ms > APP_ANSWER_MS_MAX ? APP_ANSWER_MS_MAX : (int32_t)ms;
}

/* The recall predicted for a review just before it; -1 for what is new. */
static double foresee(const struct app *app, const struct event *review)
{
    const struct item_state *state = progress_of(app->progress, review->item);
    struct moment then = {review->at_ms, review->tz_min};
    return state ? progress_recall(app->progress, state, then) : -1;
}

static struct event *begin_pending(struct app *app, enum event_kind kind)
{
    struct pending *pending = &app->pending;
    memset(pending, 0, sizeof *pending);
    pending->count = 1;
    snprintf(pending->bodies[0], sizeof pending->bodies[0], "{}");
    pending->events[0] = (struct event){
        .kind = (int)kind,
        .at_ms = app->now.at_ms,
        .tz_min = app->now.tz_min,
        .study_day = moment_study_day(app->now),
        .share = 1,
        .mode = MODE_STUDY,
    };
    return &pending->events[0];
}

struct effect app_review(struct app *app, enum grade grade)
{
    struct event *event = begin_pending(app, EVENT_REVIEW);
    event->item = app->question.request.item->id;
    event->grade = grade;
    event->chance = app->question.chance;
    event->dur_ms = answer_ms(app);
    review_body(app, -1, app->pending.bodies[0]);
    app->pending.recalls[0] = foresee(app, event);
    return save(app);
}

/* The time that the answer took is shared out, so that sums stay true. */
struct effect app_review_parts(struct app *app, const struct part_grade *grades)
{
    struct event one = *begin_pending(app, EVENT_REVIEW);
    struct pending *pending = &app->pending;
    int count = app->question.part_count;
    int32_t ms = answer_ms(app);
    pending->count = count;
    for (int i = 0; i < count; i++) {
        struct event *event = &pending->events[i];
        *event = one;
        event->item = app->question.parts[i].item->id;
        event->grade = grades[i].grade;
        event->chance = grades[i].chance;
        event->dur_ms = ms / count + (i < ms % count);
        review_body(app, i, pending->bodies[i]);
        pending->recalls[i] = foresee(app, event);
    }
    return save(app);
}

/* All of an answer: its steps end with `last`. */
static void void_all(struct app *app, const struct session_step *last)
{
    struct pending *pending = &app->pending;
    pending->count = last->together;
    for (int i = 0; i < pending->count; i++) {
        pending->events[i] = pending->events[0];
        pending->events[i].target = last[-i].id;
        memcpy(pending->bodies[i], "{}", sizeof "{}");
    }
}

/* What is not in the log yet never comes there. */
static struct effect undo(struct app *app, bool is_overrule)
{
    const struct session_step *last = session_last(&app->session);
    if (!last) {
        app_toast(app, "There is nothing to take back");
        return nothing;
    }
    begin_pending(app, EVENT_VOID);
    void_all(app, last);
    app->pending.is_overrule = is_overrule;
    if (!held_is_ticket(&last->id))
        return save(app);
    for (int i = 0; i < last->together; i++)
        held_take(app, app->pending.events[i].target.seq);
    return go_on(app);
}

struct effect app_undo(struct app *app)
{
    return undo(app, false);
}

struct effect app_redo(struct app *app)
{
    const struct given *again = app->redo;
    if (!again) {
        app_toast(app, "There is nothing to give again");
        return nothing;
    }
    begin_pending(app, EVENT_REVIEW);
    struct pending *pending = &app->pending;
    pending->is_redo = true;
    pending->count = again->count;
    for (int i = 0; i < again->count; i++) {
        pending->events[i] = again->events[i];
        snprintf(pending->bodies[i], sizeof pending->bodies[i], "%s",
                 again->events[i].body);
        pending->recalls[i] = foresee(app, &pending->events[i]);
    }
    return save(app);
}

struct effect app_overrule(struct app *app)
{
    return undo(app, true);
}

struct effect app_save_setting(struct app *app, const char *name, double value)
{
    struct event *event = begin_pending(app, EVENT_SETTING);
    event->name = name;
    event->value = value;
    return save(app);
}

struct effect app_save_aside(struct app *app, const char *item)
{
    begin_pending(app, EVENT_ASIDE)->item = item;
    return save(app);
}

static void remember_given(struct app *app)
{
    const struct pending *pending = &app->pending;
    size_t count = (size_t)pending->count;
    struct given *given = arena_alloc(app->sitting, sizeof *given);
    given->count = pending->count;
    given->events = arena_array(app->sitting, count, sizeof *given->events);
    given->recalls = arena_array(app->sitting, count, sizeof *given->recalls);
    for (size_t i = 0; i < count; i++) {
        given->events[i] = pending->events[i];
        given->events[i].body = arena_text(app->sitting, pending->bodies[i]);
        given->recalls[i] = pending->recalls[i];
    }
    given->next = app->history;
    app->history = given;
}

/* Each review counts for its item; the first that raised one is told of. */
static bool apply(struct app *app)
{
    const struct pending *pending = &app->pending;
    bool is_aside = false;
    for (int i = 0; i < pending->count; i++) {
        const struct event *event = &pending->events[i];
        struct progress_step step = progress_apply(app->progress, event);
        double recall = pending->recalls[i];
        is_aside = step.is_aside;
        if (pending->count == 1)
            session_record(&app->session, event, recall, &step);
        else
            session_record_part(&app->session, event, recall, &step, i,
                                pending->count);
        if (!is_aside)
            app_tell_stage(app, event->item, &step);
    }
    return !is_aside;
}

static void review_saved(struct app *app)
{
    bool is_redo = app->pending.is_redo;
    bool is_answer = apply(app);
    remember_given(app);
    app->redo = is_redo ? app->redo->next : NULL;
    if (!is_answer)
        app_aside_saved(app);
    else if (is_redo || app->phase == PHASE_BACK)
        app_next(app);
}

static void void_saved(struct app *app)
{
    struct given *given = app->history;
    for (int i = 0; i < given->count; i++) {
        progress_take_back(app->progress, &session_last(&app->session)->step);
        session_take_back(&app->session);
    }
    app->history = given->next;
    given->next = app->redo;
    app->redo = given;
}

/* What was pending is durable or held: it counts. */
static struct effect go_on(struct app *app)
{
    bool is_void = app->pending.events[0].kind == EVENT_VOID;
    bool is_overrule = app->pending.is_overrule;
    if (app->fitting.saves != FITTING_NOTHING)
        return fitting_saved(app);
    bool was_aside = is_void && session_last(&app->session)->is_aside;
    if (app->pending.events[0].kind == EVENT_SETTING)
        return app_setting_saved(app);
    if (!is_void) {
        review_saved(app);
        return nothing;
    }
    void_saved(app);
    if (is_overrule) {
        app->knew = true;
        return app_review(app, GRADE_GOOD);
    }
    app_ask(app);
    app_toast(app, was_aside ? "No longer set aside" : "Grade taken back");
    app->toast_undoes = true;
    return nothing;
}

struct effect app_saved(struct app *app)
{
    app->pending.open = false;
    return app->pending.is_held ? held_saved(app) : go_on(app);
}

struct effect app_save_failed(struct app *app, const char *why)
{
    bool was_held = app->pending.is_held;
    struct effect effect = nothing;
    app->pending.open = false;
    if (app->fitting.saves != FITTING_NOTHING) {
        fitting_save_failed(app, why);
        return nothing;
    }
    app->retry_at_ms = app->mono_ms + APP_RETRY_MS;
    app->held_tried = app->now;
    if (!was_held) {
        held_put(app);
        effect = go_on(app);
    }
    snprintf(app->notice, sizeof app->notice, "%s", why);
    app->may_quit = app->may_quit || app->quitting;
    if (!was_held || app->quitting)
        app_open_overlay(app, OVERLAY_SAVE);
    app->quitting = false;
    return effect;
}

struct effect app_quit(struct app *app)
{
    if (app->held_count == 0 || app->may_quit || app->pending.open)
        return (struct effect){EFFECT_QUIT};
    app->quitting = true;
    return held_save(app);
}
