/* What a sitting in the terminal writes: sentences, or an object a step. */
#include "cli/ask.h"

#include <stdio.h>
#include <string.h>

#include "app/words.h"
#include "cli/ask_parts.h"
#include "cli/json_question.h"

static const char *const grades[GRADE_COUNT] = {"again", "hard", "good",
                                                "easy"};

/* A line where there is something to say. */
static void say(const char *text)
{
    if (text && text[0])
        puts(text);
}

static void open_step(struct json *json, const char *step)
{
    json_open(json);
    json_text(json, "step", step);
}

/* The fields that every step of a question has. */
static void add_question(struct json *json, const struct ask *ask,
                         bool answered)
{
    const struct question *question = &ask->app.question;
    json_int(json, "done", ask->app.session.done);
    json_int(json, "of", ask->app.session.count);
    json_question(json, question, question->request.seed, answered);
}

static void show_question(struct ask *ask)
{
    const struct question *question = &ask->app.question;
    const struct session *session = &ask->app.session;
    if (ask->options->json) {
        struct json out;
        open_step(&out, "question");
        add_question(&out, ask, false);
        json_close(&out);
        return;
    }
    printf("\n%d of %d", session->done + 1, session->count);
    if (question->head && strcmp(question->head, question->prompt) != 0)
        printf("  %s", question->head);
    printf("\n%s\n", question->prompt);
    for (int i = 0; i < question->option_count; i++)
        printf("  %d  %s\n", i + 1, question->options[i].text);
    ask_parts_show(ask);
}

static void show_back(struct ask *ask)
{
    const struct question *question = &ask->app.question;
    struct due dues[GRADE_COUNT];
    app_grade_dues(&ask->app, dues);
    if (ask->options->json) {
        struct json out;
        open_step(&out, "answer");
        add_question(&out, ask, true);
        for (int i = 0; i < GRADE_COUNT; i++)
            json_real(&out, grades[i], dues[i].days);
        json_close(&out);
        return;
    }
    printf("= %s\n", question->answer);
    say(question->why);
    say(question->source);
    for (int i = 0; i < GRADE_COUNT; i++)
        printf("  %d %s %s", i + 1, grades[i],
               words_interval(&ask->frame, dues[i].days));
    puts("");
}

static void write_feedback(struct ask *ask, const char *belongs)
{
    const struct app *app = &ask->app;
    const char *note = app->judgement.note;
    struct json out;
    open_step(&out, "feedback");
    add_question(&out, ask, true);
    json_bool(&out, "right", app->knew);
    if (app->chosen >= 0)
        json_int(&out, "chosen", app->chosen + 1);
    else
        json_null(&out, "chosen");
    if (app->question.part_count)
        ask_parts_json(&out, ask);
    json_text(&out, "typed", app->typed[0] ? app->typed : NULL);
    json_text(&out, "belongs", belongs[0] ? belongs : NULL);
    json_text(&out, "note", note && note[0] ? note : NULL);
    json_close(&out);
}

static void show_feedback(struct ask *ask)
{
    const struct app *app = &ask->app;
    const struct question *question = &app->question;
    const char *belongs = words_belongs(&ask->frame, question, app->chosen);
    bool is_typed = app_form(app) == FORM_TYPED;
    if (ask->options->json) {
        write_feedback(ask, belongs);
        return;
    }
    if (question->part_count) {
        puts(app->knew ? "Right" : "Not all of it is right");
        ask_parts_show_result(ask);
    } else if (app->knew && is_typed && app->judgement.verdict == ANSWER_SLIP)
        printf("Right, with one slip: %s\n", question->answer);
    else
        printf("%s: %s\n", app->knew ? "Right" : "Wrong. Right is",
               question->answer);
    if (belongs[0] && question->request.form != FORM_TRUTH)
        printf("Your answer, %s\n", belongs);
    else
        say(belongs);
    say(app->judgement.note);
    say(question->why);
    say(question->source);
    say(words_return(&ask->frame, app));
    if (is_typed && !app->knew && app->typed[0])
        say("Write r if you were right");
}

void ask_show_graded(struct ask *ask, const char *item, enum grade grade,
                     double due_days)
{
    if (!ask->options->json) {
        printf("%s: it returns %s\n", grades[grade],
               words_interval(&ask->frame, due_days));
        return;
    }
    struct json out;
    open_step(&out, "graded");
    json_text(&out, "item", item);
    json_text(&out, "grade", grades[grade]);
    json_real(&out, "due_days", due_days);
    json_close(&out);
}

void ask_show_aside(struct ask *ask, const char *item)
{
    if (!ask->options->json) {
        say(ask->app.toast);
        return;
    }
    struct json out;
    open_step(&out, "aside");
    json_text(&out, "item", item);
    json_close(&out);
}

void ask_show_undo(struct ask *ask, bool undone)
{
    if (!ask->options->json) {
        say(ask->app.toast);
        return;
    }
    struct json out;
    open_step(&out, "undo");
    json_bool(&out, "undone", undone);
    json_close(&out);
}

void ask_show_end(struct ask *ask)
{
    const struct session *session = &ask->app.session;
    if (ask->options->json) {
        struct json out;
        open_step(&out, "end");
        json_int(&out, "answers", session->answers);
        json_int(&out, "right", session->right);
        json_int(&out, "asked", session->first_answers);
        json_int(&out, "recalled", session->first_right);
        json_close(&out);
        return;
    }
    if (session->answers == 0)
        return;
    printf("\n%s, %d of %d answers right\n", words_result(&ask->frame, session),
           session->right, session->answers);
    for (int i = 0; i < session->count; i++)
        if (session->entries[i].missed)
            printf("  to look at again: %s\n", session->entries[i].item->id);
}

void ask_show_hint(const struct ask *ask, const char *text)
{
    fprintf(ask->options->json ? stderr : stdout, "%s\n", text);
}

void ask_show(struct ask *ask)
{
    if (ask->app.screen == SCREEN_END)
        ask_show_end(ask);
    else if (ask->app.screen != SCREEN_STUDY)
        return;
    else if (ask->app.phase == PHASE_ASKING)
        show_question(ask);
    else if (ask->app.phase == PHASE_BACK)
        show_back(ask);
    else
        show_feedback(ask);
}
