#include "shell.h"

#include <string.h>

#include "ui/paint.h"
#include "ui/window.h"

struct shell {
    struct desk *desk;
    const struct options *options;
    struct window *window;
    struct fonts *fonts;
    struct painter *painter;
    const struct theme *theme;
    struct app app;
    struct arena frames[2]; /* the list on show, and the one being made */
    struct draw_list list;
    int frame;
    bool changed;
    bool ended;
};

static void carry_out(struct shell *shell, struct effect effect)
{
    while (effect.kind == EFFECT_SAVE) {
        struct error err;
        struct msg answer = {.kind = MSG_SAVED,
                             .at = clock_now(shell->options),
                             .mono_ms = clock_mono_ms()};
        if (!store_append(shell->desk->store, &shell->app.pending.event,
                          &err)) {
            answer.kind = MSG_SAVE_FAILED;
            answer.text = err.text;
        }
        effect = update(&shell->app, &answer);
    }
    if (effect.kind == EFFECT_QUIT)
        shell->ended = true;
}

static void send(struct shell *shell, struct msg msg)
{
    if (msg.kind == MSG_NONE)
        return;
    msg.at = clock_now(shell->options);
    msg.mono_ms = clock_mono_ms();
    carry_out(shell, update(&shell->app, &msg));
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
    view(&shell->app, &metrics, &shell->list);
    painter_paint(shell->painter, &shell->list, shell->theme);
    window_present(shell->window);
    window_text_input(
        shell->window, app_wants_text(&shell->app),
        (struct rect){shell->app.width / 2, shell->app.height / 2, 1, 40});
    shell->changed = false;
}

static void take(struct shell *shell, const struct input *input)
{
    if (input->kind == INPUT_EXPOSE)
        shell->changed = true;
    else
        send(shell, app_message(&shell->app, &shell->list, input));
}

static void loop(struct shell *shell)
{
    paint(shell);
    while (!shell->ended) {
        struct input input =
            window_wait(shell->window, app_wait_ms(&shell->app));
        take(shell, &input);
        /* A click refers to what is painted, so each change is painted before
         * the next input is looked up. */
        if (shell->changed && !shell->ended)
            paint(shell);
    }
}

static bool open_shell(struct shell *shell, struct error *err)
{
    const struct options *options = shell->options;
    shell->theme = theme_find(options->theme);
    if (!shell->theme)
        return error_set_cause(err, ERROR_USAGE,
                               "\"%s\" is no theme; write --theme light",
                               options->theme);
    shell->window = window_open("Pacta", options->width, options->height, err);
    if (!shell->window)
        return false;
    shell->fonts = fonts_open(err);
    if (!shell->fonts)
        return false;
    shell->painter = painter_open(window_renderer(shell->window), shell->fonts);
    return shell->painter ||
           error_set(err, "There is not enough memory to paint with");
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
    if (open_shell(&shell, &err)) {
        window_close_on_signals();
        arena_init(&shell.frames[0], (size_t)64 << 20);
        arena_init(&shell.frames[1], (size_t)64 << 20);
        app_init(&shell.app, desk->knowledge, &desk->problems, &desk->progress,
                 &desk->sitting, clock_now(options));
        shell.app.seed = options->seed;
        shell.app.saves_nothing = desk->saves_nothing;
        shell.app.scale = options->scale;
        shell.app.form = options->form && form_of(options->form) >= 0
                             ? (enum form)form_of(options->form)
                             : FORM_COUNT;
        window_size(shell.window, &shell.app.width, &shell.app.height);
        if (begin_at_once)
            send(&shell,
                 (struct msg){.kind = MSG_STUDY, .number = options->count});
        loop(&shell);
    } else {
        status = cli_fail(&err);
    }
    painter_close(shell.painter);
    fonts_close(shell.fonts);
    window_close(shell.window);
    arena_release(&shell.frames[0]);
    arena_release(&shell.frames[1]);
    return status;
}
