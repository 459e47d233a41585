/* The window; with no display the same session in the terminal; with neither,
 * what is due and the first question. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "shell.h"
#include "study/ladder.h"

static bool has_display(void)
{
    const char *x11 = getenv("DISPLAY");
    const char *wayland = getenv("WAYLAND_DISPLAY");
    const char *driver = getenv("SDL_VIDEODRIVER");
    return (x11 && x11[0]) || (wayland && wayland[0]) || (driver && driver[0]);
}

/* For a machine without display and terminal: the first question, in print. */
static int print_first(const struct options *options)
{
    struct desk desk;
    struct error err;
    struct plan plan;
    struct question question;
    struct moment now = clock_now(options);
    if (!desk_open_decks(&desk, options, &err) ||
        !desk_open_log(&desk, options, &err)) {
        desk_close(&desk);
        return cli_fail(&err);
    }
    plan_make(&plan, desk.knowledge, &desk.progress, NULL, now);
    printf("%d to review, %d new\n", plan.due, plan.fresh);
    if (plan.count) {
        ladder_question(desk.knowledge, &desk.progress, plan.entries[0].item,
                        FORM_COUNT, options->seed, moment_study_day(now),
                        &desk.sitting, &question);
        printf("%s\n", question.prompt);
        for (int i = 0; i < question.option_count; i++)
            printf("  %d  %s\n", i + 1, question.options[i].text);
    }
    desk_close(&desk);
    return EXIT_DONE;
}

static int open_window(const struct options *options)
{
    struct desk desk;
    int status = shell_run(&desk, options, options->command != NULL);
    desk_close(&desk);
    return status;
}

int cli_window(const struct options *options)
{
    if (has_display())
        return open_window(options);
    fputs("There is no display: the session runs in the terminal\n", stderr);
    if (isatty(STDIN_FILENO))
        return cli_ask(options);
    return print_first(options);
}
