/* An answer on its way into the log, out of it, and into it again. */
#include <stdio.h>
#include <string.h>

#include "app/held.h"
#include "app/update.h"

/* So that five options and what was typed fit an event's body. */
enum { BODY_TEXT_MAX = 280 };

static const struct effect nothing = {EFFECT_NONE};

static struct effect go_on(struct app *app);

/* While others are held it is held behind them: the log keeps their order. */
static struct effect save(struct app *app)
{
    app->pending.event.body = app->pending.body;
    if (app->held_count > 0) {
        held_put(app);
        return go_on(app);
    }
    app->pending.open = true;
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
static void foresee(struct app *app)
{
    struct pending *pending = &app->pending;
    const char *id = pending->event.item;
    const struct item_state *state = progress_of(app->progress, id);
    struct moment then = {pending->event.at_ms, pending->event.tz_min};
    pending->recall = state ? progress_recall(app->progress, state, then) : -1;
}

static void begin_pending(struct app *app, enum event_kind kind)
{
    struct pending *pending = &app->pending;
    memset(pending, 0, sizeof *pending);
    snprintf(pending->body, sizeof pending->body, "{}");
    pending->event.kind = (int)kind;
    pending->event.at_ms = app->now.at_ms;
    pending->event.tz_min = app->now.tz_min;
    pending->event.study_day = moment_study_day(app->now);
    pending->event.share = 1;
    pending->event.mode = MODE_STUDY;
}

struct effect app_review(struct app *app, enum grade grade)
{
    begin_pending(app, EVENT_REVIEW);
    struct event *event = &app->pending.event;
    event->item = app->question.request.item->id;
    event->grade = grade;
    event->chance = app->question.chance;
    event->dur_ms = answer_ms(app);
    app_review_body(app, app->pending.body, sizeof app->pending.body);
    foresee(app);
    return save(app);
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
    app->pending.event.target = last->id;
    app->pending.is_overrule = is_overrule;
    if (!held_is_ticket(&last->id))
        return save(app);
    held_take(app, last->id.seq);
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
    app->pending.event = again->event;
    app->pending.is_redo = true;
    snprintf(app->pending.body, sizeof app->pending.body, "%s",
             again->event.body);
    foresee(app);
    return save(app);
}

struct effect app_overrule(struct app *app)
{
    return undo(app, true);
}

struct effect app_save_setting(struct app *app, const char *name, double value)
{
    begin_pending(app, EVENT_SETTING);
    app->pending.event.name = name;
    app->pending.event.value = value;
    return save(app);
}

struct effect app_save_aside(struct app *app, const char *item)
{
    begin_pending(app, EVENT_ASIDE);
    app->pending.event.item = item;
    return save(app);
}

static void remember_given(struct app *app)
{
    struct given *given = arena_alloc(app->sitting, sizeof *given);
    given->event = app->pending.event;
    given->event.body = arena_text(app->sitting, app->pending.body);
    given->recall = app->pending.recall;
    given->next = app->history;
    app->history = given;
}

static void review_saved(struct app *app)
{
    bool is_redo = app->pending.is_redo;
    struct progress_step step =
        progress_apply(app->progress, &app->pending.event);
    session_record(&app->session, &app->pending.event, app->pending.recall,
                   &step);
    remember_given(app);
    app->redo = is_redo ? app->redo->next : NULL;
    if (step.is_aside) {
        app_aside_saved(app);
        return;
    }
    app_tell_stage(app, app->pending.event.item, &step);
    if (is_redo || app->phase == PHASE_BACK)
        app_next(app);
}

static void void_saved(struct app *app)
{
    struct given *given = app->history;
    const struct session_step *last = session_last(&app->session);
    progress_take_back(app->progress, &last->step);
    session_take_back(&app->session);
    app->history = given->next;
    given->next = app->redo;
    app->redo = given;
}

/* What was pending is durable or held: it counts. */
static struct effect go_on(struct app *app)
{
    bool is_void = app->pending.event.kind == EVENT_VOID;
    bool is_overrule = app->pending.is_overrule;
    bool was_aside = is_void && session_last(&app->session)->is_aside;
    if (app->pending.event.kind == EVENT_SETTING)
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

/* Appends to a JSON object; what no longer fits is left out whole. */
static void put(char *out, size_t size, size_t *used, const char *text)
{
    size_t length = strlen(text);
    if (*used + length + 3 >= size)
        return;
    memcpy(out + *used, text, length + 1);
    *used += length;
}

/* A long text is kept by its beginning: the fact's id tells the rest. */
static void put_text(char *out, size_t size, size_t *used, const char *text)
{
    char start[BODY_TEXT_MAX + 1];
    size_t length = 0;
    for (size_t step; (step = text_next(text + length)) > 0; length += step)
        if (length + step > BODY_TEXT_MAX)
            break;
    memcpy(start, text, length);
    start[length] = '\0';
    if (!text_json(start, out, size - 3, used))
        put(out, size, used, "\"\"");
}

static void put_options(const struct question *question, char *out, size_t size,
                        size_t *used)
{
    put(out, size, used, ",\"options\":[");
    for (int i = 0; i < question->option_count; i++) {
        put(out, size, used, i ? ",{\"of\":" : "{\"of\":");
        put_text(out, size, used,
                 question->options[i].of ? question->options[i].of : "");
        put(out, size, used, ",\"text\":");
        put_text(out, size, used, question->options[i].text);
        put(out, size, used, "}");
    }
    put(out, size, used, "]");
}

void app_review_body(const struct app *app, char *out, size_t size)
{
    const struct question *question = &app->question;
    size_t used = 0;
    char number[96];
    snprintf(number, sizeof number,
             "{\"form\":\"%s\",\"seed\":\"%llu\",\"target\":%.17g",
             form_name(question->request.form),
             (unsigned long long)question->request.seed,
             app->progress->settings.target);
    put(out, size, &used, number);
    if (question->option_count)
        put_options(question, out, size, &used);
    if (app->chosen >= 0) {
        snprintf(number, sizeof number, ",\"chosen\":%d", app->chosen);
        put(out, size, &used, number);
    }
    if (app_form(app) == FORM_TYPED) {
        put(out, size, &used, ",\"typed\":");
        put_text(out, size, &used, app->typed);
    }
    memcpy(out + used, "}", 2);
}
