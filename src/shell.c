#include "effects.h"

#include <stdio.h>
#include <string.h>

#include "io/paths.h"
#include "opening.h"
#include "reading.h"
#include "ui/logo.h"
#include "ui/paint.h"
#include "ui/sound.h"
#include "ui/window.h"

enum {
    ICON_PX = 64,
    HEAD_START_MS = 6, /* for the desk: most are open by then */
    PATIENCE_MS = 4,   /* before it is said that decks are read */
};

struct shell {
    struct desk *desk;
    const struct options *options;
    struct window *window;
    struct fonts *fonts;
    struct painter *painter;
    struct sound *sound;
    enum cue cue; /* to be heard with the next picture */
    struct look look;
    struct app app;
    struct opening opening;
    bool is_open; /* the program has begun */
    struct fitting_work fitting;
    struct reading reading;
    struct workbench bench;
    struct arena frames[2]; /* the list on show, and the one being made */
    struct draw_list list;
    int frame;
    bool changed;
    bool ended;
};

/* A cue lasts one message; an answer's own save must not silence it. */
static struct effect step(struct shell *shell, struct msg *msg)
{
    msg->at = clock_now(shell->options);
    msg->mono_ms = clock_mono_ms();
    struct effect effect = update(&shell->app, msg);
    if (shell->app.cue != CUE_NONE)
        shell->cue = shell->app.cue;
    return effect;
}

static void carry_out(struct shell *shell, struct effect effect)
{
    struct msg answer;
    while (effects_do(&shell->bench, effect.kind, &answer))
        effect = step(shell, &answer);
    if (effect.kind == EFFECT_QUIT)
        shell->ended = true;
}

/* The question on show keeps the decks that it was made of. */
static void let_go(struct shell *shell)
{
    const struct app *app = &shell->app;
    shell->desk->kept = app->has_question ? app->asked_of : NULL;
    if (!shell->reading.is_begun)
        desk_let_go(shell->desk);
}

static void send(struct shell *shell, struct msg msg)
{
    if (msg.kind == MSG_NONE)
        return;
    carry_out(shell, step(shell, &msg));
    let_go(shell);
    shell->changed = true;
}

/* The list on show stays as it is while the next one is made: clicks are
 * looked up in what a person sees. */
static void paint(struct shell *shell)
{
    struct text_metrics metrics = fonts_metrics(shell->fonts);
    struct arena *arena = &shell->frames[shell->frame ^= 1];
    arena_reset(arena);
    draw_init(&shell->list, arena);
    if (shell->is_open)
        view(&shell->app, &metrics, &shell->list);
    else
        view_opening(&shell->app, &metrics, &shell->list);
    painter_paint(shell->painter, &shell->list, app_theme(&shell->app));
    window_present(shell->window);
    window_text_input(shell->window, app_wants_text(&shell->app),
                      shell->list.caret);
    window_line_px(shell->window, 24 * app_scale(&shell->app) / 100);
    shell->changed = false;
}

static bool is_act(const struct input *input)
{
    return input->kind == INPUT_KEY || input->kind == INPUT_PRESS;
}

/* Nobody waits for a motion: what a person does finishes it, and is looked up
 * in what is then on show. */
static void take(struct shell *shell, const struct input *input)
{
    if (is_act(input) && motion_runs(&shell->app)) {
        send(shell, (struct msg){.kind = MSG_FINISH});
        paint(shell);
    }
    if (input->kind == INPUT_EXPOSE)
        shell->changed = true;
    else
        send(shell, app_message(&shell->app, &shell->list, input));
}

/* The answers are in the log already; those held in memory get one more try. */
static int lose_display(void *self)
{
    struct shell *shell = self;
    opening_end(&shell->opening, NULL);
    fitting_end(&shell->fitting);
    reading_close(&shell->reading);
    send(shell, (struct msg){.kind = MSG_QUIT});
    int held = app_held(&shell->app);
    shell->desk->is_ahead = held > 0;
    desk_close(shell->desk);
    if (held == 0)
        fputs("pacta: The display is gone; every answer is saved\n", stderr);
    else
        fprintf(stderr,
                "pacta: The display is gone, and %d of the answers could not "
                "be saved: %s\n",
                held, shell->app.notice);
    return EXIT_INPUT;
}

/* What nobody waits for comes behind the first picture. */
static void finish_opening(struct shell *shell)
{
    window_icon(shell->window,
                logo_draw(shell->fonts, app_theme(&shell->app), ICON_PX));
    shell->sound = sound_open();
}

static void be_heard(struct shell *shell)
{
    bool on = shell->app.settings.values[SETTING_SOUND] != 0;
    sound_switch(shell->sound, on);
    sound_play(shell->sound, shell->cue);
    sound_rest(shell->sound);
    shell->cue = CUE_NONE;
}

static int wait_ms(const struct shell *shell)
{
    int app = app_wait_ms(&shell->app);
    int sound = sound_wait_ms(shell->sound);
    return sound >= 0 && (app < 0 || sound < app) ? sound : app;
}

static void tell_fitting(struct shell *shell)
{
    struct msg msg;
    if (!shell->ended && fitting_report(&shell->fitting, clock_mono_ms(), &msg))
        send(shell, msg);
}

static void loop(struct shell *shell)
{
    paint(shell);
    finish_opening(shell);
    send(shell, (struct msg){.kind = MSG_SHOWN});
    while (!shell->ended) {
        struct input input = window_wait(shell->window, wait_ms(shell));
        take(shell, &input);
        tell_fitting(shell);
        /* A click refers to what is painted, so each change is painted before
         * the next input is looked up. */
        if (shell->changed && !shell->ended)
            paint(shell);
        be_heard(shell);
    }
}

/* What shows something at all. */
static bool open_easel(struct shell *shell, struct error *err)
{
    const struct options *options = shell->options;
    shell->window = window_open("Pacta", options->width, options->height, err);
    if (!shell->window)
        return false;
    shell->fonts = fonts_open(err);
    if (!shell->fonts)
        return false;
    shell->painter = painter_open(window_renderer(shell->window), shell->fonts);
    if (!shell->painter)
        return error_set(err, "There is not enough memory to paint with");
    window_size(shell->window, &shell->app.width, &shell->app.height);
    return true;
}

/* Many decks and answers take a moment: the window says so meanwhile. */
static void await_desk(struct shell *shell)
{
    if (opening_wait(&shell->opening, PATIENCE_MS))
        return;
    paint(shell);
    while (!opening_wait(&shell->opening, 0)) {
        struct input input = window_wait(shell->window, APP_FRAME_MS);
        if (input.kind == INPUT_CLOSE)
            shell->ended = true;
        if (input.kind == INPUT_RESIZE)
            window_size(shell->window, &shell->app.width, &shell->app.height);
        if (input.kind == INPUT_RESIZE || input.kind == INPUT_EXPOSE)
            paint(shell);
    }
}

static bool begin_app(struct shell *shell, struct error *err)
{
    struct desk *desk = shell->desk;
    if (!opening_end(&shell->opening, err))
        return false;
    desk_say_problems(desk);
    app_init(&shell->app, desk->knowledge, &desk->problems, &desk->progress,
             &desk->sitting, clock_now(shell->options));
    shell->is_open = true;
    return look_dress(&shell->look, shell->options, &shell->app, err);
}

/* What hinders before there is a window is said without one. */
static bool open_shell(struct shell *shell, struct error *err)
{
    const struct options *options = shell->options;
    opening_begin(&shell->opening, shell->desk, options);
    look_open(&shell->look, options, true);
    shell->app.settings = settings_default();
    if (!look_dress(&shell->look, options, &shell->app, err) ||
        (opening_wait(&shell->opening, HEAD_START_MS) &&
         !opening_end(&shell->opening, err)) ||
        !open_easel(shell, err))
        return false;
    await_desk(shell);
    return begin_app(shell, err);
}

int shell_run(struct desk *desk, const struct options *options,
              bool begin_at_once)
{
    static struct shell shell; /* large, and there is one */
    struct error err;
    memset(&shell, 0, sizeof shell);
    shell.desk = desk;
    shell.options = options;
    int status = EXIT_DONE;
    arena_init(&shell.frames[0], (size_t)64 << 20);
    arena_init(&shell.frames[1], (size_t)64 << 20);
    if (open_shell(&shell, &err)) {
        window_close_on_signals();
        window_on_loss(lose_display, &shell);
        arena_init(&shell.bench.texts, (size_t)16 << 20);
        mending_open(&shell.bench.mending);
        shell.bench.desk = desk;
        shell.bench.options = options;
        shell.bench.look = &shell.look;
        shell.bench.window = shell.window;
        shell.bench.app = &shell.app;
        shell.bench.fitting = &shell.fitting;
        shell.bench.reading = &shell.reading;
        shell.app.seed = options->seed;
        shell.app.saves_nothing = desk->saves_nothing;
        shell.app.form = options->form && form_of(options->form) >= 0
                             ? (enum form)form_of(options->form)
                             : FORM_COUNT;
        shell.app.decks_folder =
            paths_shown(desk_decks_folder(desk, options, &desk->log_paths),
                        &desk->log_paths);
        window_size(shell.window, &shell.app.width, &shell.app.height);
        carry_out(&shell, app_settings_agree(&shell.app));
        if (begin_at_once)
            send(&shell,
                 (struct msg){.kind = MSG_STUDY, .number = options->count});
        else
            app_welcome(&shell.app);
        send(&shell, (struct msg){.kind = MSG_FINISH}); /* nothing was there */
        reading_open(&shell.reading, desk, options);
        loop(&shell);
        desk->is_ahead = app_held(&shell.app) > 0;
    } else {
        status = cli_fail(&err);
    }
    opening_end(&shell.opening, NULL);
    fitting_end(&shell.fitting);
    reading_close(&shell.reading);
    painter_close(shell.painter);
    fonts_close(shell.fonts);
    sound_close(shell.sound);
    window_close(shell.window);
    arena_release(&shell.frames[0]);
    arena_release(&shell.frames[1]);
    arena_release(&shell.bench.texts);
    mending_close(&shell.bench.mending);
    look_close(&shell.look);
    app_close(&shell.app);
    return status;
}
