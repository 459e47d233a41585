/*
 * frame -- how long one screen takes to be seen, in a real window.
 *
 *     frame SCREEN
 *
 * Goes to the screen as `pacta shot` does, with its invented learner. Writes
 * the milliseconds of the first frame after the last message, of the slowest
 * frame of what then moves (0: nothing does), the number of these, and of the
 * median frame at rest. A frame is view, paint and present.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/shot.h"
#include "ui/paint.h"
#include "ui/window.h"

enum { REST_FRAMES = 41, STEP_MS = 16, WIDTH = 1280, HEIGHT = 800 };

struct theatre {
    struct shot shot;
    struct window *window;
    struct painter *painter;
    struct arena arenas[2];
    struct draw_list list;
    int frame;
};

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec * 1e-6;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static void tell(struct shot *shot, enum msg_kind kind)
{
    struct msg msg = {
        .kind = kind, .at = clock_now(shot->options), .mono_ms = shot->mono_ms};
    update(&shot->app, &msg);
}

/* What a shell does for each frame. */
static double paint(struct theatre *theatre)
{
    double start = now_ms();
    shot_view(&theatre->shot, &theatre->list,
              &theatre->arenas[theatre->frame ^= 1]);
    painter_paint(theatre->painter, &theatre->list,
                  app_theme(&theatre->shot.app));
    window_present(theatre->window);
    return now_ms() - start;
}

/* The last message has just been sent; what was there before is painted, then
 * what moves, as often as a shell would. */
static void measure(struct theatre *theatre)
{
    double rest[REST_FRAMES];
    double slowest = 0;
    int moving = 0;
    struct shot *shot = &theatre->shot;
    if (shot->before.arena) {
        painter_paint(theatre->painter, &shot->before, app_theme(&shot->app));
        window_present(theatre->window);
    }
    double first = paint(theatre);
    for (; motion_runs(&shot->app); moving++) {
        shot->mono_ms += STEP_MS;
        tell(shot, MSG_TICK);
        double ms = paint(theatre);
        slowest = ms > slowest ? ms : slowest;
    }
    tell(shot, MSG_FINISH);
    for (int i = 0; i < REST_FRAMES; i++)
        rest[i] = paint(theatre);
    qsort(rest, REST_FRAMES, sizeof *rest, by_size);
    printf("%.2f %.2f %d %.2f\n", first, slowest, moving,
           rest[REST_FRAMES / 2]);
}

static bool open_theatre(struct theatre *theatre, struct options *options,
                         struct error *err)
{
    struct shot *shot = &theatre->shot;
    struct options decks = *options;
    decks.word_count = 0;
    if (!shot_open(shot, options, &decks, err))
        return false;
    arena_init(&theatre->arenas[0], (size_t)1 << 28);
    arena_init(&theatre->arenas[1], (size_t)1 << 28);
    theatre->window = window_open("frame", WIDTH, HEIGHT, err);
    theatre->painter =
        theatre->window
            ? painter_open(window_renderer(theatre->window), shot->fonts)
            : NULL;
    return theatre->painter != NULL;
}

static bool go(struct shot *shot, const char *name)
{
    size_t count;
    const struct shot_row *rows = shot_table(&count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(rows[i].name, name) == 0)
            return rows[i].go(shot);
    return false;
}

int main(int argc, char **argv)
{
    static struct theatre theatre; /* large, and there is one */
    struct options options;
    struct error err = {.text = "there is no such screen"};
    char *words[] = {"pacta",
                     "shot",
                     "home",
                     "-",
                     "--sample",
                     "--now",
                     "2026-10-14T10:00:00+09:00"};
    int count = sizeof words / sizeof words[0];
    if (argc != 2 || !options_parse(count, words, &options, &err))
        return 2;
    options.at = 0;
    if (!open_theatre(&theatre, &options, &err) ||
        !go(&theatre.shot, argv[1])) {
        fprintf(stderr, "frame: %s: %s\n", argv[1], err.text);
        return 1;
    }
    measure(&theatre);
    return 0;
}
