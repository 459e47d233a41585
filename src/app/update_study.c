#include "app/decks.h"
#include "app/update.h"

#include <stdio.h>
#include <string.h>

static const struct effect nothing = {EFFECT_NONE};

/* The sitting is over: its end is sealed. */
static void go_end(struct app *app)
{
    app_go(app, SCREEN_END);
    motion_begin(app, MOTION_STAMP);
    app->cue = CUE_SEAL;
}

/* What was asked for at the start stands over the setting. */
static enum form wanted(const struct app *app)
{
    int value = app->settings.values[SETTING_FORM];
    if (app->form != FORM_COUNT)
        return app->form;
    return value > 0 ? (enum form)(value - 1) : FORM_COUNT;
}

void app_ask(struct app *app)
{
    session_let_go(&app->session);
    const struct session_entry *entry = session_current(&app->session);
    if (entry)
        app_go(app, SCREEN_STUDY);
    else
        go_end(app);
    app->has_question = entry != NULL;
    app->asked_of = app->knowledge;
    app->phase = PHASE_ASKING;
    app->chosen = -1;
    app->picked = -1;
    app->knew = false;
    app->seeing_front = false;
    app->typed[0] = '\0';
    app->caret = 0;
    app->composing[0] = '\0';
    laying_begin(app);
    app->shown_mono_ms = app->mono_ms;
    if (entry)
        ladder_question(app->knowledge, app->progress, entry->item, wanted(app),
                        app->seed, moment_study_day(app->now), app->sitting,
                        &app->question);
}

void app_next(struct app *app)
{
    app->form_before = app_form(app);
    app_ask(app);
    if (app->screen == SCREEN_STUDY)
        motion_begin(app, MOTION_LEAVE);
}

/* Of whichever of the question's items. */
static const char *title_of(const struct app *app, const char *item)
{
    const struct question *question = &app->question;
    for (int i = 0; i < question->part_count; i++)
        if (strcmp(question->parts[i].item->id, item) == 0)
            return question->parts[i].title;
    return question->answer_title;
}

void app_tell_stage(struct app *app, const char *item,
                    const struct progress_step *step)
{
    const struct progress *progress = app->progress;
    const char *title = title_of(app, item);
    const char *label =
        app->question.request.item->card ? NULL : app->question.label;
    enum stage before =
        step->was_new ? STAGE_NEW : progress_stage(progress, &step->before);
    enum stage now = progress_stage(progress, progress_of(progress, item));
    char text[APP_NOTICE_MAX];
    if (now <= before || now < STAGE_HELD || !title)
        return;
    snprintf(text, sizeof text, "%s: %s%s%s",
             now == STAGE_KEPT ? "Kept" : "Held", title, label ? ", " : "",
             label ? label : "");
    app_toast(app, text);
    app->toast_sealed = true;
    app->toast_seal = now == STAGE_KEPT ? SEAL_KEPT : SEAL_HELD;
    app->cue = CUE_SEAL;
}

static struct effect stop(struct app *app)
{
    if (app->session.answers > 0)
        go_end(app);
    else
        app_go_home(app);
    return nothing;
}

static struct effect answer(struct app *app, bool right)
{
    app->phase = PHASE_FEEDBACK;
    app->scroll = 0;
    app->knew = right;
    app->cue = right ? CUE_RIGHT : CUE_WRONG;
    if (!right && (app->chosen >= 0 || app->judgement.meant))
        motion_begin(app, MOTION_STRIKE);
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

int app_picked_next(const struct app *app, int step)
{
    bool is_order = app_form(app) == FORM_ORDER;
    int count =
        is_order ? app->question.part_count : app->question.option_count;
    if (count == 0)
        return -1;
    if (app->picked < 0 || app->picked >= count)
        return step > 0 ? 0 : count - 1;
    return ((app->picked + step) % count + count) % count;
}

/* Moves the chosen line up or down, round the ends, and into sight. */
static void pick(struct app *app, const struct msg *msg)
{
    app->picked = app_picked_next(app, msg->number);
    app->scroll = app->scroll + msg->x > 0 ? app->scroll + msg->x : 0;
    app->focus = (struct control){MSG_NONE, 0, 0};
}

/* The other side of the card comes to the front. */
static void turn(struct app *app)
{
    app->scroll = 0;
    app->cue = CUE_CARD;
    motion_begin(app, MOTION_TURN);
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

static struct effect update_asking(struct app *app, const struct msg *msg)
{
    enum form form = app_form(app);
    if (form == FORM_MATCH)
        return update_match(app, msg);
    if (form == FORM_ORDER)
        return update_order(app, msg);
    switch (msg->kind) {
    case MSG_SHOW:
        if (form == FORM_FLIP) {
            app->phase = PHASE_BACK;
            turn(app);
        }
        return nothing;
    case MSG_CHOOSE:
        return form == FORM_CHOICE ? choose(app, msg->number) : nothing;
    case MSG_PICK:
        pick(app, msg);
        return nothing;
    case MSG_DONT_KNOW:
        if (form == FORM_FLIP)
            return nothing;
        app->judgement = (struct judgement){ANSWER_WRONG, NULL, NULL};
        return answer(app, false);
    case MSG_CHECK:
        return form == FORM_TYPED ? check_typed(app) : nothing;
    default:
        return form == FORM_TYPED ? update_field(app, msg) : nothing;
    }
}

static struct effect update_back(struct app *app, const struct msg *msg)
{
    if (msg->kind == MSG_FRONT) {
        app->seeing_front = !app->seeing_front;
        turn(app);
    }
    if (msg->kind != MSG_GRADE || msg->number < 0 || msg->number >= GRADE_COUNT)
        return nothing;
    app->knew = msg->number != GRADE_AGAIN;
    return app_review(app, (enum grade)msg->number);
}

static struct effect update_feedback(struct app *app, const struct msg *msg)
{
    if (msg->kind == MSG_CONTINUE)
        app_next(app);
    if (msg->kind == MSG_OVERRULE && !app->knew && app_form(app) == FORM_TYPED)
        return app_overrule(app);
    return nothing;
}

static struct effect edit(struct app *app)
{
    if (!app->question.file)
        return nothing;
    app->edit_path = app->question.file;
    app->edit_line = app->question.line;
    return (struct effect){EFFECT_EDIT};
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
    case MSG_EDIT:
        return edit(app);
    case MSG_READ_DECKS:
        return decks_read_beside(app);
    case MSG_ASIDE:
        return app_aside(app);
    default:
        break;
    }
    if (app->phase == PHASE_ASKING)
        return update_asking(app, msg);
    if (app->phase == PHASE_BACK)
        return update_back(app, msg);
    return update_feedback(app, msg);
}
