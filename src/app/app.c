#include "app/app.h"

#include <stdio.h>
#include <string.h>

#include "app/decks.h"
#include "app/held.h"
#include "app/update.h"

static const struct control control_none = {MSG_NONE, 0, 0};

enum { HELD_BYTES_MAX = 8 << 20 };

void app_init(struct app *app, const struct knowledge *knowledge,
              const struct problems *problems, struct progress *progress,
              struct arena *sitting, struct moment now)
{
    memset(app, 0, sizeof *app);
    app->knowledge = knowledge;
    app->problems = problems;
    app->progress = progress;
    app->sitting = sitting;
    app->form = FORM_COUNT;
    app->now = now;
    app->width = 1280;
    app->height = 800;
    app->settings = settings_default();
    arena_init(&app->held_texts, HELD_BYTES_MAX);
    foretell_init(app);
    app_go_home(app);
}

void app_close(struct app *app)
{
    arena_release(&app->held_texts);
    foretell_close(app);
}

void app_go(struct app *app, enum screen screen)
{
    if (screen != app->screen)
        motion_begin(app, MOTION_PAGE);
    app->screen = screen;
    app->overlay = OVERLAY_NONE;
    app_forget_pointer(app);
    app->scroll = 0;
}

void app_forget_pointer(struct app *app)
{
    app->focus = control_none;
    app->hover = control_none;
    app->pressed = control_none;
}

void app_go_home(struct app *app)
{
    app->deck = NULL;
    app_go(app, SCREEN_HOME);
    home_count(app);
    if (app->mono_ms > 0) /* else it is not painted yet */
        home_show(app);
}

void app_toast(struct app *app, const char *text)
{
    snprintf(app->toast, sizeof app->toast, "%s", text);
    app->toast_sealed = false;
    app->toast_undoes = false;
    app->toast_may_undo = false;
    app->toast_leads = false;
    app->toast_from_ms = app->mono_ms;
    app->toast_until_ms = app->mono_ms + motion_toast_ms(app);
}

struct control app_toast_control(const struct app *app)
{
    if (app->toast_leads)
        return (struct control){MSG_GO, SCREEN_MISTAKES, 1};
    if (app->toast_may_undo) /* another control than the one of the bar */
        return (struct control){.kind = MSG_UNDO, .x = 1};
    return (struct control){.kind = app->toast_undoes ? MSG_REDO : MSG_TOAST};
}

/* Nobody loses a toast while reading it. */
static void hold_toast(struct app *app, const struct msg *msg)
{
    enum msg_kind kind = app_toast_control(app).kind;
    bool held = app->hover.kind == kind || app->focus.kind == kind ||
                (msg->kind == MSG_FOCUS && msg->target.kind == kind);
    if (held && app->toast_until_ms < app->mono_ms + APP_TOAST_HELD_MS)
        app->toast_until_ms = app->mono_ms + APP_TOAST_HELD_MS;
}

static void pass_time(struct app *app, const struct msg *msg)
{
    motion_pass(app);
    if (app->toast[0])
        hold_toast(app, msg);
    if (app->toast[0] && app->mono_ms >= app->toast_until_ms)
        app->toast[0] = '\0';
    home_pass(app);
    foretell_pass(app);
}

/* Of what lies over the screen while something does. */
static void scroll_by(struct app *app, int lines)
{
    int *at = app->overlay == OVERLAY_NONE ? &app->scroll : &app->over_scroll;
    *at += lines;
    if (*at < 0)
        *at = 0;
}

/* What every screen obeys; true when the message was one of these. */
static bool update_everywhere(struct app *app, const struct msg *msg)
{
    struct control before;
    switch (msg->kind) {
    case MSG_RESIZE:
        app->width = msg->x;
        app->height = msg->y;
        app->strip = 0;
        held_fit(app);
        app_forget_pointer(app);
        return true;
    case MSG_FOCUS:
        motion_ring(app);
        before = app->focus;
        app->focus = msg->target;
        scroll_by(app, msg->number);
        if (app->screen == SCREEN_SETTINGS)
            app_settings_focused(app, before);
        return true;
    case MSG_HOVER:
        app->hover = msg->target;
        return true;
    case MSG_PRESS:
        app->pressed = msg->target;
        app->drags = false;
        app->laying.hold_px = msg->y;
        return true;
    case MSG_FINISH:
        motion_finish(app);
        return true;
    case MSG_SCROLL:
        scroll_by(app, msg->number);
        return true;
    case MSG_SHOWN:
        home_show(app);
        return true;
    default:
        return msg->kind == MSG_NONE;
    }
}

static struct effect update_saving(struct app *app, const struct msg *msg)
{
    if (msg->kind == MSG_SAVED)
        return app_saved(app);
    if (msg->kind == MSG_SAVE_FAILED)
        return app_save_failed(app, msg->text);
    return (struct effect){EFFECT_NONE};
}

/* What can be done on any screen, and under nothing that lies over it. */
static bool update_common(struct app *app, const struct msg *msg,
                          struct effect *effect)
{
    *effect = (struct effect){EFFECT_NONE};
    switch (msg->kind) {
    case MSG_HELP:
        app_open_overlay(app, OVERLAY_HELP);
        break;
    case MSG_MENU:
        app_open_overlay(app, OVERLAY_MENU);
        break;
    case MSG_FULL_SCREEN:
        effect->kind = EFFECT_FULL_SCREEN;
        break;
    case MSG_ZOOM:
    case MSG_SETTING:
    case MSG_SETTING_STEP:
    case MSG_SETTINGS_SAVED:
        *effect = update_setting(app, msg);
        held_fit(app);
        break;
    case MSG_UNDO:
        if (app->screen == SCREEN_STUDY || app->screen == SCREEN_END)
            return false;
        *effect = app->may_unmend && app->screen != SCREEN_SETTINGS
                      ? app_unmend(app)
                      : update_setting(app, msg);
        break;
    case MSG_NOT_DONE:
        app_toast(app, msg->text);
        break;
    case MSG_TOAST:
        app->toast[0] = '\0';
        break;
    case MSG_GO:
        if (msg->number == SCREEN_MISTAKES)
            *effect = app_go_mistakes(app);
        else
            app_go_to(app, (enum screen)msg->number);
        break;
    default:
        return false;
    }
    app->pressed = control_none;
    if (app->drags)
        app->pressed = (struct control){MSG_SETTING, msg->number, msg->x};
    return true;
}

static struct effect update_one(struct app *app, const struct msg *msg)
{
    static struct effect (*const screens[SCREEN_COUNT])(struct app *,
                                                        const struct msg *) = {
        [SCREEN_HOME] = update_home,
        [SCREEN_STUDY] = update_study,
        [SCREEN_END] = update_end,
        [SCREEN_SETTINGS] = update_settings,
        [SCREEN_WELCOME] = update_welcome,
        [SCREEN_MISTAKES] = update_mistakes,
        [SCREEN_COMPONENTS] = update_picture,
        [SCREEN_MOTION] = update_picture,
    };
    struct effect effect;
    app->now = msg->at;
    app->mono_ms = msg->mono_ms;
    app->cue = CUE_NONE;
    if (msg->kind != MSG_TICK)
        app->caret_from_ms = app->mono_ms;
    pass_time(app, msg);
    if (msg->kind == MSG_QUIT)
        return app_quit(app);
    if (fitting_update(app, msg, &effect))
        return effect;
    if (update_everywhere(app, msg))
        return (struct effect){EFFECT_NONE};
    if (app->pending.open)
        return update_saving(app, msg);
    if (decks_update(app, msg, &effect))
        return effect;
    if (held_update(app, msg, &effect))
        return effect;
    if (app->overlay != OVERLAY_NONE && update_overlay(app, msg, &effect))
        return effect;
    if (update_common(app, msg, &effect))
        return effect;
    app->pressed = control_none;
    return screens[app->screen](app, msg);
}

/* What waits for a moment in which nothing is done is done then. */
struct effect update(struct app *app, const struct msg *msg)
{
    struct effect effect = update_one(app, msg);
    return effect.kind == EFFECT_NONE ? decks_take(app) : effect;
}

static bool blinks(const struct app *app)
{
    return app->settings.values[SETTING_MOTION] && app_wants_text(app) &&
           app->mono_ms - app->caret_from_ms < APP_BLINKS_MS;
}

static int64_t next_blink(const struct app *app)
{
    int64_t since = app->mono_ms - app->caret_from_ms;
    return app->mono_ms + APP_BLINK_MS - since % APP_BLINK_MS;
}

bool app_caret_shows(const struct app *app)
{
    int64_t since = app->mono_ms - app->caret_from_ms;
    return !blinks(app) || since / APP_BLINK_MS % 2 == 0;
}

int app_wait_ms(const struct app *app)
{
    int64_t next = INT64_MAX;
    if (foretell_runs(app))
        return 0;
    if (motion_runs(app))
        return APP_FRAME_MS;
    if (app->toast[0])
        next = app->mono_ms + motion_toast_wait_ms(app);
    if (app->held_count > 0 && app->retry_at_ms < next)
        next = app->retry_at_ms;
    if (blinks(app))
        next = next_blink(app) < next ? next_blink(app) : next;
    if (app->screen == SCREEN_HOME && home_wait_ms(app) >= 0 &&
        home_wait_ms(app) < next - app->mono_ms)
        next = app->mono_ms + home_wait_ms(app); /* the next day */
    if (fitting_wait_ms(app) >= 0 && fitting_wait_ms(app) < next - app->mono_ms)
        next = app->mono_ms + fitting_wait_ms(app);
    if (next == INT64_MAX)
        return -1;
    int64_t wait = next - app->mono_ms;
    return wait < 0 ? 0 : (int)wait;
}

bool app_wants_text(const struct app *app)
{
    if (app->overlay != OVERLAY_NONE)
        return false;
    if (app->screen == SCREEN_SETTINGS)
        return app_settings_is_field(app->focus);
    return app->screen == SCREEN_STUDY && app->phase == PHASE_ASKING &&
           app->has_question && app_form(app) == FORM_TYPED;
}

enum form app_form(const struct app *app)
{
    return form_answered(app->question.request.form);
}

int app_scale(const struct app *app)
{
    return app->settings.values[SETTING_SCALE];
}

const struct theme *app_theme(const struct app *app)
{
    int theme = app->settings.values[SETTING_THEME];
    if (app->theme_count == 0)
        return theme_builtin();
    return &app->themes[theme < app->theme_count ? theme : 0];
}

void app_go_to(struct app *app, enum screen screen)
{
    if (screen == app->screen || screen < 0 || screen >= SCREEN_COUNT ||
        screen == SCREEN_STUDY || screen == SCREEN_END)
        return;
    if (screen == SCREEN_HOME)
        app_go_home(app);
    else
        app_go(app, screen);
    if (screen == SCREEN_SETTINGS)
        app_settings_shown(app);
}
