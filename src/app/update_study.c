#include "app/update.h"

#include <string.h>

static const struct effect nothing = {EFFECT_NONE};

void app_ask(struct app *app)
{
    const struct session_entry *entry = session_current(&app->session);
    app_go(app, entry ? SCREEN_STUDY : SCREEN_END);
    app->has_question = entry != NULL;
    app->phase = PHASE_ASKING;
    app->chosen = -1;
    app->picked = -1;
    app->knew = false;
    app->seeing_front = false;
    app->typed[0] = '\0';
    app->composing[0] = '\0';
    app->shown_mono_ms = app->mono_ms;
    if (entry)
        ladder_question(app->knowledge, app->progress, entry->item, app->form,
                        app->seed, moment_study_day(app->now), app->sitting,
                        &app->question);
}

static struct effect stop(struct app *app)
{
    if (app->session.answers > 0)
        app_go(app, SCREEN_END);
    else
        app_go_home(app);
    return nothing;
}

static struct effect answer(struct app *app, bool right)
{
    app->phase = PHASE_FEEDBACK;
    app->scroll = 0;
    app->knew = right;
    return app_review(app, right ? GRADE_GOOD : GRADE_AGAIN);
}

static struct effect choose(struct app *app, int option)
{
    const struct question *question = &app->question;
    if (option < 0 || option >= question->option_count)
        return nothing;
    app->chosen = option;
    return answer(app, option == question->right);
}

/* Moves the chosen line up or down, round the ends. */
static void pick(struct app *app, int step)
{
    int count = app->question.option_count;
    if (count == 0)
        return;
    if (app->picked < 0)
        app->picked = step > 0 ? 0 : count - 1;
    else
        app->picked = (app->picked + step + count) % count;
    app->focus = -1;
}

static void type(struct app *app, const char *text)
{
    size_t room = sizeof app->typed - 1 - strlen(app->typed);
    for (size_t used = 0; text[used];) {
        size_t step = text_next(text + used);
        if (step == 0 || step > room)
            break;
        strncat(app->typed, text + used, step);
        room -= step;
        used += step;
    }
    app->composing[0] = '\0';
}

static void erase(struct app *app)
{
    size_t last = 0;
    for (size_t at = 0; app->typed[at];) {
        last = at;
        at += text_next(app->typed + at);
    }
    app->typed[last] = '\0';
}

static struct effect check_typed(struct app *app)
{
    if (strspn(app->typed, " \t") == strlen(app->typed)) {
        app_toast(app, "Type the answer first");
        return nothing;
    }
    app->judgement = answer_judge(&app->question, app->typed, app->sitting);
    return answer(app, app->judgement.verdict != ANSWER_WRONG);
}

static struct effect update_field(struct app *app, const struct msg *msg)
{
    switch (msg->kind) {
    case MSG_TEXT:
        type(app, msg->text);
        return nothing;
    case MSG_COMPOSE:
        app->composing[0] = '\0';
        strncat(app->composing, msg->text, sizeof app->composing - 1);
        return nothing;
    case MSG_DELETE:
        erase(app);
        return nothing;
    case MSG_CHECK:
        return check_typed(app);
    default:
        return nothing;
    }
}

static struct effect update_asking(struct app *app, const struct msg *msg)
{
    enum form form = app->question.request.form;
    switch (msg->kind) {
    case MSG_SHOW:
        if (form == FORM_FLIP) {
            app->phase = PHASE_BACK;
            app->scroll = 0;
        }
        return nothing;
    case MSG_CHOOSE:
        return form == FORM_CHOICE ? choose(app, msg->number) : nothing;
    case MSG_PICK:
        pick(app, msg->number);
        return nothing;
    case MSG_DONT_KNOW:
        if (form == FORM_FLIP)
            return nothing;
        app->judgement = (struct judgement){ANSWER_WRONG, NULL, NULL};
        return answer(app, false);
    default:
        return form == FORM_TYPED ? update_field(app, msg) : nothing;
    }
}

static struct effect update_back(struct app *app, const struct msg *msg)
{
    if (msg->kind == MSG_FRONT)
        app->seeing_front = !app->seeing_front;
    if (msg->kind != MSG_GRADE || msg->number < 0 || msg->number >= GRADE_COUNT)
        return nothing;
    app->knew = msg->number != GRADE_AGAIN;
    return app_review(app, (enum grade)msg->number);
}

static struct effect update_feedback(struct app *app, const struct msg *msg)
{
    if (msg->kind == MSG_CONTINUE)
        app_ask(app);
    if (msg->kind == MSG_OVERRULE && !app->knew &&
        app->question.request.form == FORM_TYPED)
        return app_overrule(app);
    return nothing;
}

struct effect update_study(struct app *app, const struct msg *msg)
{
    switch (msg->kind) {
    case MSG_BACK:
        return stop(app);
    case MSG_UNDO:
        return app_undo(app);
    case MSG_REDO:
        return app_redo(app);
    default:
        break;
    }
    if (app->phase == PHASE_ASKING)
        return update_asking(app, msg);
    if (app->phase == PHASE_BACK)
        return update_back(app, msg);
    return update_feedback(app, msg);
}
