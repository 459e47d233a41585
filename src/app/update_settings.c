/* Settings: each change takes effect at once and can be taken back. */
#include <stdio.h>
#include <string.h>

#include "app/update.h"
#include "study/load.h"
#include "study/workload.h"

static const struct effect nothing = {EFFECT_NONE};

/* What a higher wanted recall costs is told at its end; at the end, what the
 * usual one would save. */
static void count_load(struct app *app)
{
    const int most = settings_bounded(SETTING_TARGET, 100);
    const struct settings normal = settings_default();
    int target = app->settings.values[SETTING_TARGET];
    app->other_target = target < most ? most : normal.values[SETTING_TARGET];
    app->load = load_per_day(app->progress, app->knowledge, app->now,
                             app->progress->settings.target);
    app->load_other = load_per_day(app->progress, app->knowledge, app->now,
                                   app->other_target / 100.0);
    for (int i = 0; i < TARGET_MARKS; i++)
        app->load_at[i] = load_per_day(app->progress, app->knowledge, app->now,
                                       workload_targets[i]);
    foretell(app);
}

void app_settings_counted(struct app *app)
{
    count_load(app);
}

void app_settings_shown(struct app *app)
{
    app->section = 0;
    count_load(app);
}

bool app_settings_is_field(struct control control)
{
    return control.kind == MSG_LEARNER || control.kind == MSG_EXAM;
}

static void put_exam(const struct app *app, char *text, size_t size)
{
    struct date date = date_from_days(app->settings.values[SETTING_EXAM]);
    text[0] = '\0';
    if (app->settings.values[SETTING_EXAM])
        snprintf(text, size, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static void open_field(struct app *app)
{
    if (app->focus.kind == MSG_EXAM)
        put_exam(app, app->typed, sizeof app->typed);
    else
        snprintf(app->typed, sizeof app->typed, "%s", app->settings.learner);
    app->caret = (int)strlen(app->typed);
    app->composing[0] = '\0';
}

/* The part of the page that a control belongs to. */
static int section_of(struct control control, int now)
{
    if (app_settings_is_field(control) || control.kind == MSG_FIT ||
        control.kind == MSG_FIT_STOP)
        return PART_STUDY;
    if (control.kind != MSG_SETTING && control.kind != MSG_SETTING_STEP)
        return now;
    return control.x < SETTING_THEME ? PART_STUDY : PART_LOOK;
}

void app_settings_focused(struct app *app, struct control before)
{
    app->section = section_of(app->focus, app->section);
    if (app_settings_is_field(app->focus) && app->focus.kind != before.kind)
        open_field(app);
}

struct effect app_settings_agree(struct app *app)
{
    const int *values = app->settings.values;
    struct settings log = app->settings;
    settings_take_study(&log, &app->progress->settings);
    if (values[SETTING_TARGET] != log.values[SETTING_TARGET])
        return app_save_setting(app, "target", values[SETTING_TARGET] / 100.0);
    if (values[SETTING_NEW] != log.values[SETTING_NEW])
        return app_save_setting(app, "new_per_day", values[SETTING_NEW]);
    if (values[SETTING_EXAM] != log.values[SETTING_EXAM])
        return app_save_setting(app, "exam_day", values[SETTING_EXAM]);
    if (values[SETTING_MINUTES] != log.values[SETTING_MINUTES])
        return app_save_setting(app, "minutes", values[SETTING_MINUTES]);
    return nothing;
}

/* The log first, then the file. */
static struct effect keep(struct app *app)
{
    struct effect effect = app_settings_agree(app);
    if (effect.kind == EFFECT_NONE)
        effect.kind = EFFECT_SETTINGS;
    return effect;
}

struct effect app_setting_saved(struct app *app)
{
    const struct event *event = &app->pending.events[0];
    progress_set(app->progress, event->name, event->value);
    if (app->screen == SCREEN_SETTINGS)
        count_load(app);
    foretell(app);
    return keep(app);
}

static void remember(struct app *app)
{
    struct settings *before = app->settings_before;
    if (app->settings_before_count == APP_SETTINGS_UNDO_MAX)
        app->fitting.undo_at--;
    if (app->settings_before_count == APP_SETTINGS_UNDO_MAX)
        memmove(before, before + 1,
                (size_t)--app->settings_before_count * sizeof *before);
    before[app->settings_before_count++] = app->settings;
}

/* The ring stays on a control although it sends another value from now on: a
 * switch the other one, segments the one that is chosen. */
static void keep_focus(struct app *app, enum setting setting)
{
    struct control *focus = &app->focus;
    int value = app->settings.values[setting];
    bool is_one_of = setting == SETTING_THEME || setting == SETTING_FORM;
    if (focus->kind == MSG_SETTING && focus->x == (int)setting)
        focus->number = is_one_of ? value : !value;
}

static int bounded(const struct app *app, enum setting setting, int value)
{
    value = settings_bounded(setting, value);
    if (setting == SETTING_THEME && value >= app->theme_count)
        value = app->theme_count > 0 ? app->theme_count - 1 : 0;
    return value;
}

static struct effect change(struct app *app, enum setting setting, int value)
{
    value = bounded(app, setting, value);
    if (value == app->settings.values[setting])
        return nothing;
    if (!app->drags)
        remember(app);
    app->settings.values[setting] = value;
    keep_focus(app, setting);
    return keep(app);
}

static struct effect open_log(struct app *app, const char *before)
{
    memmove(app->learner_before, before, sizeof app->learner_before);
    return (struct effect){EFFECT_LEARNER};
}

static struct effect take_back(struct app *app)
{
    struct settings now = app->settings;
    int last = app->settings_before_count - 1;
    if (fitting_is_last(app))
        return fitting_take_back(app);
    if (last < 0) {
        app_toast(app, "There is nothing to take back");
        return nothing;
    }
    const struct settings *before = &app->settings_before[last];
    if (app_held(app) && strcmp(now.learner, before->learner) != 0) {
        app_toast(app, "Some answers of this learner are not saved yet");
        return nothing;
    }
    app->settings = *before;
    app->settings_before_count = last;
    for (int i = 0; i < SETTING_COUNT; i++)
        keep_focus(app, (enum setting)i);
    if (app->focus.kind == MSG_EXAM)
        open_field(app);
    app_toast(app, "Setting taken back");
    if (strcmp(now.learner, app->settings.learner) != 0)
        return open_log(app, now.learner);
    return keep(app);
}

/* Said once: the page of settings says it for as long as it is so. */
static void not_kept(struct app *app, const char *why)
{
    char text[APP_NOTICE_MAX];
    if (app->settings_told)
        return;
    app->settings_told = true;
    snprintf(text, sizeof text, "%s. Changes hold until Pacta is closed", why);
    app_toast(app, text);
}

static struct effect zoom(struct app *app, int steps)
{
    int now = app->settings.values[SETTING_SCALE];
    return change(app, SETTING_SCALE,
                  steps ? settings_stepped(SETTING_SCALE, now, steps) : 100);
}

struct effect update_setting(struct app *app, const struct msg *msg)
{
    enum setting setting = (enum setting)msg->x;
    if (msg->kind == MSG_ZOOM)
        return zoom(app, msg->number);
    if (msg->kind == MSG_UNDO)
        return take_back(app);
    if (msg->kind == MSG_SETTINGS_SAVED && msg->text)
        not_kept(app, msg->text);
    if (msg->x < 0 || msg->x >= SETTING_COUNT)
        return nothing;
    if (msg->kind == MSG_SETTING_STEP)
        return change(app, setting,
                      settings_stepped(setting, app->settings.values[setting],
                                       msg->number));
    if (msg->kind != MSG_SETTING)
        return nothing;
    struct effect effect = change(app, setting, msg->number);
    app->drags = msg->y != 0;
    return effect;
}

/* The text of the field without the spaces around it. */
static void typed_name(const struct app *app, char *name, size_t size)
{
    const char *from = app->typed + strspn(app->typed, " ");
    snprintf(name, size, "%s", from);
    for (size_t n = strlen(name); n > 0 && name[n - 1] == ' '; n--)
        name[n - 1] = '\0';
}

static struct effect name_learner(struct app *app)
{
    char name[APP_TYPED_MAX];
    char before[SETTINGS_NAME_MAX];
    typed_name(app, name, sizeof name);
    if (name[0] && !settings_learner_may_be(name)) {
        app_toast(app, "This name is too long");
        return nothing;
    }
    if (strcmp(name, app->settings.learner) == 0)
        return nothing;
    remember(app);
    memcpy(before, app->settings.learner, sizeof before);
    snprintf(app->settings.learner, sizeof app->settings.learner, "%.*s",
             SETTINGS_NAME_MAX - 1, name);
    return open_log(app, before);
}

static struct effect name_exam(struct app *app)
{
    int day = settings_exam_read(app->typed);
    if (day < 0) {
        app_toast(app, "Write year, month, day: 2026-12-14");
        return nothing;
    }
    if (day > 0 && day <= moment_study_day(app->now)) {
        app_toast(app, "This day is not to come");
        return nothing;
    }
    struct effect effect = change(app, SETTING_EXAM, day);
    open_field(app);
    return effect;
}

/* Another log lies open: nothing that was answered before is in it. */
static struct effect learner_changed(struct app *app, const char *failure)
{
    char text[APP_NOTICE_MAX];
    const char *name = app->settings.learner;
    if (failure) {
        memcpy(app->settings.learner, app->learner_before,
               sizeof app->settings.learner);
        app_toast(app, failure);
        return nothing;
    }
    fitting_forget(app);
    app->history = NULL;
    app->redo = NULL;
    memset(&app->session, 0, sizeof app->session);
    settings_take_study(&app->settings, &app->progress->settings);
    count_load(app);
    open_field(app);
    snprintf(text, sizeof text, "The log of %s is open: %lld reviews",
             name[0] ? name : "the first learner",
             (long long)app->progress->reviews);
    app_toast(app, text);
    return (struct effect){EFFECT_SETTINGS};
}

static struct effect go_back(struct app *app)
{
    if (app_settings_is_field(app->focus))
        app_forget_pointer(app);
    else
        app_go_home(app);
    return nothing;
}

struct effect update_settings(struct app *app, const struct msg *msg)
{
    switch (msg->kind) {
    case MSG_BACK:
        return go_back(app);
    case MSG_SECTION:
        app->section = msg->number;
        app->scroll = msg->x;
        return nothing;
    case MSG_LEARNER:
        return name_learner(app);
    case MSG_LEARNER_CHANGED:
        return learner_changed(app, msg->text);
    case MSG_EXAM:
        return name_exam(app);
    default:
        return app_settings_is_field(app->focus) ? update_field(app, msg)
                                                 : nothing;
    }
}
