/* The same circle without a window: one line in, one step on. */
#include "cli/ask.h"

#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/ask_parts.h"

static void send(struct ask *ask, struct msg msg)
{
    msg.at = clock_now(ask->options);
    msg.mono_ms = clock_mono_ms();
    struct effect effect = update(&ask->app, &msg);
    while (effect.kind == EFFECT_SAVE) {
        struct error err;
        struct msg answer = {
            .kind = MSG_SAVED, .at = msg.at, .mono_ms = msg.mono_ms};
        if (!store_append_all(ask->desk.store, ask->app.pending.events,
                              (size_t)ask->app.pending.count, &err)) {
            answer.kind = MSG_SAVE_FAILED;
            answer.text = err.text;
        }
        effect = update(&ask->app, &answer);
    }
}

static void act(struct ask *ask, enum msg_kind kind, int number)
{
    send(ask, (struct msg){.kind = kind, .number = number});
}

static enum form form_on_show(const struct ask *ask)
{
    return app_form(&ask->app);
}

static void undo(struct ask *ask)
{
    int before = ask->app.session.step_count;
    act(ask, MSG_UNDO, 0);
    if (!app_held(&ask->app))
        ask_show_undo(ask, ask->app.session.step_count < before);
}

/* In a typed answer it is a letter. */
static bool is_aside(const struct ask *ask, const char *line)
{
    bool typing =
        ask->app.phase == PHASE_ASKING && form_on_show(ask) == FORM_TYPED;
    return strcmp(line, "b") == 0 && ask->app.phase != PHASE_FEEDBACK &&
           !typing;
}

static void put_aside(struct ask *ask)
{
    const char *item = ask->app.question.request.item->id;
    act(ask, MSG_ASIDE, 0);
    if (!app_held(&ask->app))
        ask_show_aside(ask, item);
}

static void type_answer(struct ask *ask, const char *line)
{
    ask->app.typed[0] = '\0';
    send(ask, (struct msg){.kind = MSG_TEXT, .text = line});
    act(ask, MSG_CHECK, 0);
}

/* Lays all of it and has it checked; a line that does not say all is not an
 * answer. */
static void lay_parts(struct ask *ask, const char *line)
{
    int laid[PARTS_MAX];
    const struct app *app = &ask->app;
    if (!ask_parts_read(ask, line, laid)) {
        ask_show_hint(ask, ask_parts_hint(ask));
        return;
    }
    for (int k = 0; k < app->question.part_count; k++) {
        if (app_form(app) == FORM_MATCH) {
            act(ask, MSG_LEFT, k);
            act(ask, MSG_RIGHT, laid[k]);
            continue;
        }
        int from = k;
        while (app->laying.at[from] != laid[k])
            from++;
        act(ask, MSG_STRIP, from);
        act(ask, MSG_STRIP, k);
    }
    act(ask, MSG_CHECK, 0);
}

static void answer_open(struct ask *ask, const char *line)
{
    enum form form = form_on_show(ask);
    bool is_digit = isdigit((unsigned char)line[0]) && line[1] == '\0';
    int option = is_digit ? line[0] - '1' : -1;
    if (form == FORM_FLIP)
        act(ask, MSG_SHOW, 0);
    else if (strcmp(line, "0") == 0)
        act(ask, MSG_DONT_KNOW, 0);
    else if (form == FORM_MATCH || form == FORM_ORDER)
        lay_parts(ask, line);
    else if (form == FORM_TYPED && line[0])
        type_answer(ask, line);
    else if (form == FORM_TYPED)
        ask_show_hint(ask, "Write the answer, or 0 if you do not know");
    else if (option >= 0 && option < ask->app.question.option_count)
        act(ask, MSG_CHOOSE, option);
    else
        ask_show_hint(ask,
                      "Write the number of a line, or 0 if you do not know");
}

static void grade_card(struct ask *ask, enum grade grade)
{
    const char *item = ask->app.question.request.item->id;
    struct due dues[GRADE_COUNT];
    app_grade_dues(&ask->app, dues);
    act(ask, MSG_GRADE, (int)grade);
    if (!app_held(&ask->app))
        ask_show_graded(ask, item, grade, dues[grade].days);
}

static void answer_back(struct ask *ask, const char *line)
{
    if (line[0] == '\0')
        grade_card(ask, GRADE_GOOD);
    else if (strcmp(line, "0") == 0)
        grade_card(ask, GRADE_AGAIN);
    else if (line[0] >= '1' && line[0] <= '4' && line[1] == '\0')
        grade_card(ask, (enum grade)(line[0] - '1'));
    else
        ask_show_hint(ask, "Write 1 again, 2 hard, 3 good or 4 easy");
}

static void answer_feedback(struct ask *ask, const char *line)
{
    bool may_overrule = form_on_show(ask) == FORM_TYPED && !ask->app.knew;
    bool overrules = may_overrule && strcmp(line, "r") == 0;
    act(ask, overrules ? MSG_OVERRULE : MSG_CONTINUE, 0);
}

static void step(struct ask *ask, const char *line)
{
    if (strcmp(line, "q") == 0)
        ask->ended = true;
    else if (app_held(&ask->app))
        act(ask, MSG_RETRY, 0);
    else if (strcmp(line, "u") == 0)
        undo(ask);
    else if (ask->app.screen != SCREEN_STUDY)
        ask->ended = true;
    else if (is_aside(ask, line))
        put_aside(ask);
    else if (ask->app.phase == PHASE_ASKING)
        answer_open(ask, line);
    else if (ask->app.phase == PHASE_BACK)
        answer_back(ask, line);
    else
        answer_feedback(ask, line);
}

/* Of any bytes, what may be shown and logged; without spaces around. */
static const char *clean_line(struct ask *ask)
{
    struct lines *lines = &ask->lines;
    char *line = text_mended(&ask->frame, lines->line, lines->length, NULL);
    line += strspn(line, " \t");
    for (size_t end = strlen(line);
         end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t'); end--)
        line[end - 1] = '\0';
    return text_visible(&ask->frame, line);
}

/* What is not saved is not shown as answered. */
static void show(struct ask *ask)
{
    if (app_held(&ask->app))
        fprintf(stderr, "pacta: %s; an empty line tries again\n",
                ask->app.notice);
    else
        ask_show(ask);
}

/* False when nobody reads it any longer. */
static bool flush_shown(void)
{
    return fflush(stdout) == 0;
}

static void run(struct ask *ask)
{
    act(ask, MSG_STUDY, ask->options->count);
    if (ask->app.screen != SCREEN_STUDY) {
        ask_show_hint(ask, "Nothing is due. New cards come tomorrow morning");
        ask_show_end(ask);
        return;
    }
    show(ask);
    while (flush_shown() && lines_next(&ask->lines)) {
        arena_reset(&ask->frame);
        step(ask, clean_line(ask));
        if (ask->ended)
            break;
        show(ask);
    }
    if (app_held(&ask->app))
        act(ask, MSG_RETRY, 0);
    if (ask->app.screen == SCREEN_STUDY) {
        act(ask, MSG_BACK, 0);
        ask_show_end(ask);
    }
}

int cli_ask(const struct options *options)
{
    static struct ask ask; /* large, and there is one */
    struct error err;
    memset(&ask, 0, sizeof ask);
    ask.options = options;
    signal(SIGPIPE, SIG_IGN);
    lines_init(&ask.lines);
    if (!desk_open_decks(&ask.desk, options, &err) ||
        !desk_open_log(&ask.desk, options, &err)) {
        desk_close(&ask.desk);
        return cli_fail(&err);
    }
    desk_say_problems(&ask.desk);
    arena_init(&ask.frame, (size_t)16 << 20);
    app_init(&ask.app, ask.desk.knowledge, &ask.desk.problems,
             &ask.desk.progress, &ask.desk.sitting, clock_now(options));
    ask.app.seed = options->seed;
    if (options->form)
        ask.app.form = (enum form)form_of(options->form);
    run(&ask);
    int status = app_held(&ask.app) ? EXIT_INPUT : EXIT_DONE;
    ask.desk.is_ahead = app_held(&ask.app) > 0;
    app_close(&ask.app);
    arena_release(&ask.frame);
    desk_close(&ask.desk);
    return status;
}
