/* Any screen as a picture: the program is driven to it by messages. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "base/random.h"
#include "cli/desk.h"
#include "io/png_file.h"
#include "ui/picture.h"

struct shot {
    const struct options *options;
    struct desk desk;
    struct app app;
    struct fonts *fonts;
    struct arena frame;
};

static void act(struct shot *shot, enum msg_kind kind, int number,
                const char *text)
{
    struct msg msg = {.kind = kind,
                      .number = number,
                      .text = text,
                      .at = clock_now(shot->options)};
    struct effect effect = update(&shot->app, &msg);
    while (effect.kind == EFFECT_SAVE) {
        /* a picture changes nothing: the answer is not written anywhere */
        struct msg saved = {.kind = MSG_SAVED, .at = msg.at};
        effect = update(&shot->app, &saved);
    }
}

/* Goes on until the question has a form; false when no question has. */
static bool reach(struct shot *shot, enum form form)
{
    for (int i = 0; i < 2 * SESSION_MAX; i++) {
        if (shot->app.screen != SCREEN_STUDY)
            return false;
        if (shot->app.question.request.form == form)
            return true;
        switch (shot->app.question.request.form) {
        case FORM_FLIP:
            act(shot, MSG_SHOW, 0, NULL);
            act(shot, MSG_GRADE, GRADE_GOOD, NULL);
            break;
        default:
            act(shot, MSG_CHOOSE, shot->app.question.right, NULL);
            act(shot, MSG_TEXT, 0, shot->app.question.answer);
            act(shot, MSG_CHECK, 0, NULL);
            act(shot, MSG_CONTINUE, 0, NULL);
            break;
        }
    }
    return false;
}

static void answer_all(struct shot *shot)
{
    for (int i = 0; i < 4 * SESSION_MAX; i++) {
        const struct question *question = &shot->app.question;
        if (shot->app.screen != SCREEN_STUDY)
            return;
        bool wrong = i % 5 == 3;
        if (question->request.form == FORM_CHOICE)
            act(shot, MSG_CHOOSE,
                (question->right + wrong) % question->option_count, NULL);
        else if (question->request.form == FORM_TYPED)
            act(shot, MSG_DONT_KNOW, 0, NULL);
        else {
            act(shot, MSG_SHOW, 0, NULL);
            act(shot, MSG_GRADE, wrong ? GRADE_AGAIN : GRADE_GOOD, NULL);
        }
        act(shot, MSG_CONTINUE, 0, NULL);
    }
}

static bool reach_form(struct shot *shot, enum form form)
{
    shot->app.form = form;
    act(shot, MSG_STUDY, 0, NULL);
    return reach(shot, form);
}

static bool go_study_front(struct shot *shot)
{
    return reach_form(shot, FORM_FLIP);
}

static bool go_study_back(struct shot *shot)
{
    bool there = reach_form(shot, FORM_FLIP);
    act(shot, MSG_SHOW, 0, NULL);
    return there;
}

static bool go_choice_open(struct shot *shot)
{
    return reach_form(shot, FORM_CHOICE);
}

static bool go_choice(struct shot *shot)
{
    bool there = reach_form(shot, FORM_CHOICE);
    act(shot, MSG_PICK, 1, NULL);
    act(shot, MSG_PICK, 1, NULL);
    return there;
}

static bool go_choice_wrong(struct shot *shot)
{
    bool there = reach_form(shot, FORM_CHOICE);
    if (there)
        act(shot, MSG_CHOOSE,
            (shot->app.question.right + 1) % shot->app.question.option_count,
            NULL);
    return there;
}

static bool go_choice_right(struct shot *shot)
{
    bool there = reach_form(shot, FORM_CHOICE);
    act(shot, MSG_CHOOSE, shot->app.question.right, NULL);
    return there;
}

static bool go_typed(struct shot *shot)
{
    return reach_form(shot, FORM_TYPED);
}

static bool go_typed_wrong(struct shot *shot)
{
    bool there = reach_form(shot, FORM_TYPED);
    act(shot, MSG_TEXT, 0, "19 Jan 1960");
    act(shot, MSG_CHECK, 0, NULL);
    return there;
}

static bool go_end(struct shot *shot)
{
    act(shot, MSG_STUDY, 0, NULL);
    answer_all(shot);
    return shot->app.screen == SCREEN_END;
}

static bool go_home(struct shot *shot)
{
    return shot->app.screen == SCREEN_HOME;
}

static const struct {
    const char *name;
    bool (*go)(struct shot *);
} screens[] = {
    {"home", go_home},
    {"study-front", go_study_front},
    {"study-back", go_study_back},
    {"choice", go_choice},
    {"choice-open", go_choice_open},
    {"choice-wrong", go_choice_wrong},
    {"choice-right", go_choice_right},
    {"typed", go_typed},
    {"typed-wrong", go_typed_wrong},
    {"end", go_end},
};

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
    const struct theme *theme = theme_find(shot->options->theme);
    struct text_metrics metrics = fonts_metrics(shot->fonts);
    struct draw_list list;
    int w = shot->options->width;
    int h = shot->options->height;
    if (!theme)
        return error_set_cause(err, ERROR_USAGE,
                               "\"%s\" is no theme; write --theme light",
                               shot->options->theme);
    uint8_t *rgb = arena_alloc(&shot->frame, (size_t)w * (size_t)h * 3);
    draw_init(&list, &shot->frame);
    view(&shot->app, &metrics, &list);
    return picture_paint(&list, theme, shot->fonts, w, h, rgb, err) &&
           png_file_write(path, w, h, rgb, err);
}

static bool go(struct shot *shot, const char *name, struct error *err)
{
    for (size_t i = 0; i < sizeof screens / sizeof screens[0]; i++) {
        if (strcmp(screens[i].name, name) != 0)
            continue;
        return screens[i].go(shot) ||
               error_set(err,
                         "There is nothing to show on the screen %s now; "
                         "try --sample",
                         name);
    }
    return error_set_cause(err, ERROR_USAGE,
                           "\"%s\" is no screen; write home, study-front, "
                           "study-back, choice, choice-open, choice-wrong, "
                           "choice-right, typed, typed-wrong or end",
                           name);
}

static bool prepare(struct shot *shot, struct options *decks, struct error *err)
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

int cli_shot(const struct options *options)
{
    static struct shot shot; /* large, and there is one */
    struct options decks = *options;
    struct error err;
    memset(&shot, 0, sizeof shot);
    if (options->word_count < 2) {
        error_set_cause(&err, ERROR_USAGE,
                        "Name a screen and a file: pacta shot home home.png");
        return cli_fail(&err);
    }
    decks.word_count = options->word_count - 2;
    memmove(decks.words, decks.words + 2,
            (size_t)decks.word_count * sizeof decks.words[0]);
    shot.options = options;
    bool good = prepare(&shot, &decks, &err);
    if (good) {
        arena_init(&shot.frame, (size_t)1 << 30);
        app_init(&shot.app, shot.desk.knowledge, &shot.desk.problems,
                 &shot.desk.progress, &shot.desk.sitting, clock_now(options));
        shot.app.seed = options->seed;
        shot.app.width = options->width;
        shot.app.height = options->height;
        shot.app.scale = options->scale;
        good = go(&shot, options->words[0], &err) &&
               paint(&shot, options->words[1], &err);
    }
    fonts_close(shot.fonts);
    arena_release(&shot.frame);
    desk_close(&shot.desk);
    return good ? EXIT_DONE : cli_fail(&err);
}
