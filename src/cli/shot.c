/* Any screen as a picture: the program is driven to it by messages. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "cli/shot.h"
#include "io/excerpt.h"
#include "io/png_file.h"
#include "ui/picture.h"

enum { PAUSE_MS = 1000 }; /* longer than any motion */

void shot_view(struct shot *shot, struct draw_list *list, struct arena *arena)
{
    struct text_metrics metrics = fonts_metrics(shot->fonts);
    arena_reset(arena);
    draw_init(list, arena);
    view(&shot->app, &metrics, list);
}

static struct effect send(struct shot *shot, struct msg msg)
{
    msg.at = clock_now(shot->options);
    msg.mono_ms = shot->mono_ms;
    return update(&shot->app, &msg);
}

/* What an effect is answered with: a picture changes nothing, so answers and
 * settings are not written anywhere. */
static enum msg_kind reply(const struct shot *shot, enum effect_kind kind)
{
    if (kind == EFFECT_SAVE)
        return shot->disk_full ? MSG_SAVE_FAILED : MSG_SAVED;
    return kind == EFFECT_SETTINGS  ? MSG_SETTINGS_SAVED
           : kind == EFFECT_EXCERPT ? MSG_EXCERPT
                                    : MSG_NONE;
}

void shot_act(struct shot *shot, struct msg msg)
{
    static const char full[] = "The disk is full; make room on the disk of "
                               "/home";
    static char excerpt[EXCERPT_MAX];
    const struct problem *problem;
    shot->mono_ms += PAUSE_MS;
    send(shot, (struct msg){.kind = MSG_FINISH});
    if (shot->options->at >= 0)
        shot_view(shot, &shot->before, &shot->before_arena);
    struct effect effect = send(shot, msg);
    for (enum msg_kind kind; (kind = reply(shot, effect.kind)) != MSG_NONE;) {
        const char *text = kind == MSG_SAVE_FAILED ? full : NULL;
        if (kind == MSG_EXCERPT && (problem = app_problem(&shot->app)) &&
            excerpt_read(problem->file, problem->line, excerpt, sizeof excerpt,
                         NULL))
            text = excerpt;
        effect = send(shot, (struct msg){.kind = kind, .text = text});
    }
}

/* Everything stands still, or is as far as was asked for. */
static void settle(struct shot *shot)
{
    while (foretell_runs(&shot->app))
        send(shot, (struct msg){.kind = MSG_NONE});
    if (shot->options->at < 0) {
        shot->mono_ms += PAUSE_MS;
        send(shot, (struct msg){.kind = MSG_FINISH});
        return;
    }
    shot->mono_ms += shot->options->at;
    send(shot, (struct msg){.kind = MSG_NONE});
}

/* An invented learner: ten weeks of studying what was due, always the
 * same. */
static void invent(struct desk *desk, struct moment now)
{
    enum { DAYS = 70, ANSWER_MS = 13000, DAY_MS = 86400000 };
    struct random random = random_seeded(1960);
    static struct plan plan;
    for (int day = DAYS; day > 0; day--) {
        struct moment then = {now.at_ms - (int64_t)day * DAY_MS, now.tz_min};
        plan_make(&plan, desk->knowledge, &desk->progress, NULL, then);
        for (int i = 0; i < plan.count; i++) {
            const char *id = plan.entries[i].item->id;
            const struct item_state *state = progress_of(&desk->progress, id);
            double recall = progress_recall(&desk->progress, state, then);
            bool right = !state || random_unit(&random) < recall;
            struct event review = {
                .kind = EVENT_REVIEW,
                .item = id,
                .at_ms = then.at_ms + (int64_t)i * ANSWER_MS,
                .tz_min = now.tz_min,
                .study_day = moment_study_day(then),
                .grade = right ? GRADE_GOOD : GRADE_AGAIN,
                .share = 1,
                .dur_ms = ANSWER_MS,
            };
            progress_apply(&desk->progress, &review);
        }
    }
}

static bool paint(struct shot *shot, const char *path, struct error *err)
{
    struct draw_list list;
    int w = shot->options->width;
    int h = shot->options->height;
    settle(shot);
    shot_view(shot, &list, &shot->frame);
    uint8_t *rgb = arena_alloc(&shot->frame, (size_t)w * (size_t)h * 3);
    return picture_paint_after(shot->before.arena ? &shot->before : NULL, &list,
                               app_theme(&shot->app), shot->fonts, w, h, rgb,
                               err) &&
           png_file_write(path, w, h, rgb, err);
}

/* "home, study-front or end", from the table. */
static const char *screen_names(struct arena *arena)
{
    size_t count;
    const struct shot_row *rows = shot_table(&count);
    const char *names = rows[0].name;
    for (size_t i = 1; i < count; i++)
        names = arena_printf(arena, "%s%s%s", names,
                             i + 1 < count ? ", " : " or ", rows[i].name);
    return names;
}

static bool go(struct shot *shot, const char *name, struct error *err)
{
    size_t count;
    const struct shot_row *rows = shot_table(&count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].name, name) != 0)
            continue;
        return rows[i].go(shot) ||
               error_set(
                   err, "There is nothing to show on the screen %s; %s", name,
                   shot->options->sample ? "name decks with which there is"
                                         : "try --sample");
    }
    return error_set_cause(err, ERROR_USAGE, "\"%s\" is no screen; write %s",
                           name, screen_names(&shot->frame));
}

static bool prepare(struct shot *shot, const struct options *decks,
                    struct error *err)
{
    if (!desk_open_decks(&shot->desk, decks, err))
        return false;
    if (shot->options->sample) {
        shot->desk.store = store_open_memory(err);
        shot->desk.saves_nothing = true;
        progress_init(&shot->desk.progress, &shot->desk.log_arena,
                      shot->desk.knowledge, study_settings_default());
        invent(&shot->desk, clock_now(shot->options));
    } else if (!desk_open_log(&shot->desk, decks, err)) {
        return false;
    }
    shot->desk.saves_nothing = true; /* what is shown is not kept */
    shot->fonts = fonts_open(err);
    return shot->fonts != NULL;
}

bool shot_open(struct shot *shot, const struct options *options,
               const struct options *decks, struct error *err)
{
    memset(shot, 0, sizeof *shot);
    shot->options = options;
    bool good = prepare(shot, decks, err);
    look_open(&shot->look, options, false);
    if (!good)
        return false;
    arena_init(&shot->frame, (size_t)1 << 30);
    arena_init(&shot->before_arena, (size_t)1 << 28);
    app_init(&shot->app, shot->desk.knowledge, &shot->desk.problems,
             &shot->desk.progress, &shot->desk.sitting, clock_now(options));
    shot->app.seed = options->seed;
    shot->app.width = options->width;
    shot->app.height = options->height;
    return look_dress(&shot->look, options, &shot->app, err);
}

void shot_close(struct shot *shot)
{
    if (shot->app.knowledge)
        app_close(&shot->app);
    fonts_close(shot->fonts);
    arena_release(&shot->frame);
    arena_release(&shot->before_arena);
    look_close(&shot->look);
    desk_close(&shot->desk);
}

int cli_shot(const struct options *options)
{
    static struct shot shot; /* large, and there is one */
    struct options decks = *options;
    struct error err;
    if (options->word_count < 2) {
        error_set_cause(&err, ERROR_USAGE,
                        "Name a screen and a file: pacta shot home home.png");
        return cli_fail(&err);
    }
    if (strcmp(options->words[0], "icon") == 0)
        return cli_icon(options);
    decks.word_count = options->word_count - 2;
    memmove(decks.words, decks.words + 2,
            (size_t)decks.word_count * sizeof decks.words[0]);
    bool good = shot_open(&shot, options, &decks, &err) &&
                go(&shot, options->words[0], &err) &&
                paint(&shot, options->words[1], &err);
    shot_close(&shot);
    return good ? EXIT_DONE : cli_fail(&err);
}
