/* A fit that is watched: a bar with the time left, and SIGINT. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/past.h"

enum { BAR_CELLS = 24, BAR_EVERY_MS = 100 };

static volatile sig_atomic_t is_interrupted;

static void interrupt(int number)
{
    (void)number;
    is_interrupted = 1;
}

struct bar {
    bool is_shown;
    int64_t from_ms;
    int64_t last_ms;
    int width; /* of what stands there now */
};

/* About how long it will take, as far as what was done tells. */
static double seconds_left(const struct bar *bar, int64_t now_ms, double done)
{
    double spent = (double)(now_ms - bar->from_ms) / 1000;
    return done > 0 ? spent / done * (1 - done) : 0;
}

static bool watch(void *self, double done, double loss)
{
    struct bar *bar = self;
    int64_t now = clock_mono_ms();
    char cells[BAR_CELLS + 1];
    (void)loss;
    if (!bar->is_shown || now - bar->last_ms < BAR_EVERY_MS)
        return is_interrupted;
    bar->last_ms = now;
    for (int i = 0; i < BAR_CELLS; i++)
        cells[i] = i < done * BAR_CELLS ? '#' : '.';
    cells[BAR_CELLS] = '\0';
    int width = bar->width;
    bar->width = fprintf(stderr, "\rFitting [%s] %2.0f %%, %.0f s left", cells,
                         100 * done, seconds_left(bar, now, done));
    for (int i = bar->width; i < width; i++)
        fputc(' ', stderr);
    fflush(stderr);
    return is_interrupted;
}

static void clear(const struct bar *bar)
{
    if (bar->width)
        fprintf(stderr, "\r%*s\r", bar->width, "");
}

struct fit_result past_fit(struct past *past, uint32_t until)
{
    struct sigaction before;
    struct sigaction action = {.sa_handler = interrupt};
    struct bar bar = {.is_shown = isatty(STDERR_FILENO)};
    struct fit_options options = {
        .kind = past->kind, .prior = past->prior, .watch = watch, .self = &bar};
    struct arena room;
    arena_init(&room, (size_t)16 << 30);
    sigaction(SIGINT, &action, &before);
    bar.from_ms = bar.last_ms = clock_mono_ms();
    struct fit_log log =
        reviews_log(&past->reviews, past->kind, until, past->recency, &room);
    struct fit_result result = fit_model(&log, &options, &room);
    clear(&bar);
    sigaction(SIGINT, &before, NULL);
    arena_release(&room);
    return result;
}

int past_stopped(void)
{
    fputs("pacta: Stopped; nothing was changed\n", stderr);
    signal(SIGINT, SIG_DFL);
    raise(SIGINT);
    return EXIT_INPUT;
}
