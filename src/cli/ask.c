/* The same circle without a window: one line in, one step on. */
#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/words.h"
#include "cli/desk.h"
#include "cli/json.h"

enum { LINE_BYTES_MAX = 1024 };

struct ask {
    const struct options *options;
    struct desk desk;
    struct app app;
    struct arena frame; /* texts of one step */
    bool ended;
};

static volatile sig_atomic_t stopped;

static void stop(int signal)
{
    (void)signal;
    stopped = 1;
}

/* Without SA_RESTART, so that waiting for a line ends with the signal. */
static void listen_for_signals(void)
{
    struct sigaction action = {.sa_handler = stop};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
}

static void send(struct ask *ask, struct msg msg)
{
    msg.at = clock_now(ask->options);
    msg.mono_ms = clock_mono_ms();
    struct effect effect = update(&ask->app, &msg);
    while (effect.kind == EFFECT_SAVE) {
        struct error err;
        struct msg answer = {
            .kind = MSG_SAVED, .at = msg.at, .mono_ms = msg.mono_ms};
        if (!store_append(ask->desk.store, &ask->app.pending.event, &err)) {
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

static const struct question *question_of(const struct ask *ask)
{
    return &ask->app.question;
}

/* A line for people; machine output has its own objects. */
static void say(const struct ask *ask, const char *text)
{
    if (!ask->options->json && text && text[0])
        puts(text);
}

static void json_question(const struct ask *ask)
{
    const struct question *question = question_of(ask);
    const struct session *session = &ask->app.session;
    struct json out;
    json_open(&out);
    json_text(&out, "step", "question");
    json_text(&out, "item", question->request.item->id);
    json_text(&out, "form", form_name(question->request.form));
    json_int(&out, "done", session->done);
    json_int(&out, "of", session->count);
    json_text(&out, "head", question->head);
    json_text(&out, "prompt", question->prompt);
    json_list_open(&out, "options");
    for (int i = 0; i < question->option_count; i++)
        json_text(&out, NULL, question->options[i].text);
    json_list_close(&out);
    json_close(&out);
}

static void show_question(struct ask *ask)
{
    const struct question *question = question_of(ask);
    const struct session *session = &ask->app.session;
    if (ask->options->json) {
        json_question(ask);
        return;
    }
    printf("\n%d of %d", session->done + 1, session->count);
    if (question->head && strcmp(question->head, question->prompt) != 0)
        printf("  %s", question->head);
    printf("\n%s\n", question->prompt);
    for (int i = 0; i < question->option_count; i++)
        printf("  %d  %s\n", i + 1, question->options[i].text);
}

static void show_back(struct ask *ask)
{
    static const char *const names[] = {"again", "hard", "good", "easy"};
    const struct question *question = question_of(ask);
    struct due dues[GRADE_COUNT];
    app_grade_dues(&ask->app, dues);
    if (ask->options->json) {
        struct json out;
        json_open(&out);
        json_text(&out, "step", "answer");
        json_text(&out, "item", question->request.item->id);
        json_text(&out, "answer", question->answer);
        json_text(&out, "why", question->why);
        json_text(&out, "source", question->source);
        for (int i = 0; i < GRADE_COUNT; i++)
            json_real(&out, names[i], dues[i].days);
        json_close(&out);
        return;
    }
    printf("= %s\n", question->answer);
    say(ask, question->why);
    for (int i = 0; i < GRADE_COUNT; i++)
        printf("  %d %s %s", i + 1, names[i],
               words_interval(&ask->frame, dues[i].days));
    puts("");
}

static void show_feedback(struct ask *ask)
{
    const struct app *app = &ask->app;
    const struct question *question = question_of(ask);
    const char *belongs = words_belongs(&ask->frame, question, app->chosen);
    if (ask->options->json) {
        struct json out;
        json_open(&out);
        json_text(&out, "step", "feedback");
        json_text(&out, "item", question->request.item->id);
        json_bool(&out, "right", app->knew);
        json_text(&out, "answer", question->answer);
        json_text(&out, "belongs", belongs[0] ? belongs : NULL);
        json_text(&out, "note", app->judgement.note);
        json_text(&out, "why", question->why);
        json_text(&out, "source", question->source);
        json_close(&out);
        return;
    }
    const char *answer = question->answer;
    if (app->knew && app->judgement.verdict == ANSWER_SLIP &&
        question->request.form == FORM_TYPED)
        printf("Right, with one slip: %s\n", answer);
    else
        printf("%s: %s\n", app->knew ? "Right" : "Wrong. Right is", answer);
    if (belongs[0])
        printf("Your answer, %s\n", belongs);
    say(ask, app->judgement.note);
    say(ask, question->why);
    say(ask, question->source);
}

static void show_unsaved(const struct ask *ask)
{
    if (ask->app.pending.failed)
        fprintf(stderr, "pacta: %s\n", ask->app.notice);
}

static void show_end(struct ask *ask)
{
    const struct session *session = &ask->app.session;
    if (ask->options->json) {
        struct json out;
        json_open(&out);
        json_text(&out, "step", "end");
        json_int(&out, "answers", session->answers);
        json_int(&out, "right", session->right);
        json_int(&out, "asked", session->first_answers);
        json_int(&out, "recalled", session->first_right);
        json_close(&out);
        return;
    }
    printf("\n%s, %d of %d answers right\n", words_result(&ask->frame, session),
           session->right, session->answers);
    for (int i = 0; i < session->count; i++)
        if (session->entries[i].missed)
            printf("  to look at again: %s\n", session->entries[i].item->id);
}

static void show(struct ask *ask)
{
    arena_reset(&ask->frame);
    if (ask->app.screen == SCREEN_END)
        show_end(ask);
    else if (ask->app.screen != SCREEN_STUDY)
        return;
    else if (ask->app.phase == PHASE_ASKING)
        show_question(ask);
    else if (ask->app.phase == PHASE_BACK)
        show_back(ask);
    else
        show_feedback(ask);
}

static void undo(struct ask *ask)
{
    act(ask, MSG_UNDO, 0);
    if (ask->options->json) {
        struct json out;
        json_open(&out);
        json_text(&out, "step", "undo");
        json_close(&out);
    }
    say(ask, ask->app.toast);
}

static void type_answer(struct ask *ask, const char *line)
{
    ask->app.typed[0] = '\0';
    send(ask, (struct msg){.kind = MSG_TEXT, .text = line});
    act(ask, MSG_CHECK, 0);
}

static void answer_open(struct ask *ask, const char *line)
{
    enum form form = question_of(ask)->request.form;
    bool is_digit = isdigit((unsigned char)line[0]) && line[1] == '\0';
    if (strcmp(line, "0") == 0 && form != FORM_FLIP)
        act(ask, MSG_DONT_KNOW, 0);
    else if (form == FORM_CHOICE && is_digit)
        act(ask, MSG_CHOOSE, line[0] - '1');
    else if (form == FORM_TYPED && line[0])
        type_answer(ask, line);
    else if (form == FORM_FLIP)
        act(ask, MSG_SHOW, 0);
    else
        say(ask, form == FORM_CHOICE
                     ? "Write the number of a line, or 0 if you do not know"
                     : "Write the answer, or 0 if you do not know");
}

static void answer_back(struct ask *ask, const char *line)
{
    if (line[0] == '\0')
        act(ask, MSG_GRADE, GRADE_GOOD);
    else if (line[0] >= '1' && line[0] <= '4' && line[1] == '\0')
        act(ask, MSG_GRADE, line[0] - '1');
    else
        say(ask, "Write 1 again, 2 hard, 3 good or 4 easy");
}

static void step(struct ask *ask, const char *line)
{
    if (ask->app.pending.failed) {
        act(ask, MSG_RETRY, 0);
        return;
    }
    if (strcmp(line, "q") == 0) {
        act(ask, MSG_BACK, 0);
        ask->ended = true;
    } else if (strcmp(line, "u") == 0) {
        undo(ask);
    } else if (ask->app.screen == SCREEN_END) {
        ask->ended = true;
    } else if (ask->app.phase == PHASE_ASKING) {
        answer_open(ask, line);
    } else if (ask->app.phase == PHASE_BACK) {
        answer_back(ask, line);
    } else if (strcmp(line, "r") == 0) {
        act(ask, MSG_OVERRULE, 0);
    } else {
        act(ask, MSG_CONTINUE, 0);
    }
}

static bool read_line(char *line, int size)
{
    if (stopped || !fgets(line, size, stdin))
        return false;
    line[strcspn(line, "\r\n")] = '\0';
    return !stopped;
}

static void run(struct ask *ask)
{
    char line[LINE_BYTES_MAX];
    act(ask, MSG_STUDY, ask->options->count);
    if (ask->app.screen != SCREEN_STUDY) {
        say(ask, "Nothing is due. New cards come tomorrow morning");
        return;
    }
    show(ask);
    while (!ask->ended) {
        fflush(stdout);
        if (!read_line(line, sizeof line))
            break;
        step(ask, line);
        show_unsaved(ask);
        if (!ask->ended || ask->app.screen == SCREEN_END)
            show(ask);
    }
    if (!ask->ended && ask->app.screen == SCREEN_STUDY &&
        ask->app.session.answers > 0) {
        act(ask, MSG_BACK, 0);
        show(ask);
    }
}

int cli_ask(const struct options *options)
{
    static struct ask ask; /* large, and there is one */
    struct error err;
    memset(&ask, 0, sizeof ask);
    ask.options = options;
    int form = options->form ? form_of(options->form) : FORM_COUNT;
    if (form < 0) {
        error_set_cause(&err, ERROR_USAGE,
                        "\"%s\" is no form; write --form flip, choice or typed",
                        options->form);
        return cli_fail(&err);
    }
    listen_for_signals();
    signal(SIGPIPE, SIG_IGN);
    if (!desk_open_decks(&ask.desk, options, &err) ||
        !desk_open_log(&ask.desk, options, &err)) {
        desk_close(&ask.desk);
        return cli_fail(&err);
    }
    arena_init(&ask.frame, (size_t)16 << 20);
    app_init(&ask.app, ask.desk.knowledge, &ask.desk.problems,
             &ask.desk.progress, &ask.desk.sitting, clock_now(options));
    ask.app.seed = options->seed;
    ask.app.form = (enum form)form;
    run(&ask);
    int status = ask.app.pending.failed ? EXIT_INPUT : EXIT_DONE;
    arena_release(&ask.frame);
    desk_close(&ask.desk);
    return status;
}
