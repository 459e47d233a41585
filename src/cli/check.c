#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/words.h"
#include "cli/json.h"
#include "cli/report.h"
#include "io/deck_mend.h"
#include "knowledge/check.h"
#include "knowledge/mend.h"

enum { PATIENCE_MS = 1000, REDRAW_MS = 100 };

/* How far the proving is, on a terminal, once it takes long. */
struct progress_line {
    int64_t begun_ms;
    int64_t drawn_ms;
    bool is_drawn;
};

static void draw_progress(void *listener, size_t done, size_t all)
{
    struct progress_line *line = listener;
    int64_t now_ms = clock_mono_ms();
    if (now_ms - line->begun_ms < PATIENCE_MS ||
        now_ms - line->drawn_ms < REDRAW_MS)
        return;
    line->drawn_ms = now_ms;
    line->is_drawn = true;
    fprintf(stderr, "\rProving questions: %zu %%", 100 * done / (all + !all));
    fflush(stderr);
}

static void prove(struct desk *desk, int32_t today)
{
    struct progress_line line = {.begun_ms = clock_mono_ms()};
    struct check_watch watch = {draw_progress, &line};
    if (!isatty(STDERR_FILENO))
        watch.told = NULL;
    check_questions(desk->knowledge, today, watch, &desk->problems);
    if (line.is_drawn)
        fputs("\r\033[K", stderr);
}

bool report_open(struct desk *desk, const struct options *options,
                 struct error *err)
{
    int32_t today = moment_study_day(clock_now(options));
    bool is_complete = desk_open_decks(desk, options, err);
    if (!is_complete && desk->problems.count == 0)
        return false;
    check_knowledge(desk->knowledge, today, &desk->problems);
    prove(desk, today);
    problems_sort(&desk->problems);
    return true;
}

/* The whole line as it should be, where only one reading is possible. */
static void say_mend(struct json *out, const struct problem *problem)
{
    struct arena arena;
    arena_init(&arena, (size_t)64 << 20);
    const char *line = deck_line_read(problem->file, problem->line, &arena);
    const char *whole =
        line ? mend_whole(&arena, problem, line, strlen(line)) : NULL;
    if (whole)
        json_text(out, "mended", whole);
    arena_release(&arena);
}

void report_say(const struct problem *problem, bool json, bool is_mended)
{
    static const char *const names[] = {
        [PROBLEM_WARNING] = "warning", [PROBLEM_ERROR] = "error"};
    if (!json) {
        printf("%s%s:%d: %s: %s; %s\n", is_mended ? "mended: " : "",
               problem->file ? problem->file : "pacta", problem->line,
               problem->rule, problem->message,
               problem->remedy ? problem->remedy : "");
        return;
    }
    struct json out;
    json_open(&out);
    json_text(&out, "file", problem->file);
    json_int(&out, "line", problem->line);
    json_text(&out, "severity", names[problem->severity]);
    json_text(&out, "rule", problem->rule);
    json_text(&out, "message", problem->message);
    json_text(&out, "remedy", problem->remedy);
    if (is_mended)
        json_bool(&out, "mended", true);
    else if (problem->mended)
        say_mend(&out, problem);
    json_close(&out);
}

void report_sum(struct desk *desk)
{
    const struct knowledge *knowledge = desk->knowledge;
    struct arena *arena = &desk->sitting;
    size_t subjects = 0;
    size_t facts = 0;
    for (size_t i = 0; i < knowledge->deck_count; i++) {
        subjects += knowledge->decks[i]->subject_count;
        facts += knowledge->decks[i]->fact_count;
    }
    const struct {
        size_t count;
        const char *one;
        const char *many;
        const char *next;
    } sums[] = {
        {knowledge->deck_count, "deck", "decks", ", "},
        {subjects, "subject", "subjects", ", "},
        {facts, "fact", "facts", ", "},
        {knowledge->card_count, "card", "cards", ", "},
        {knowledge->item_count, "item", "items", ": "},
        {desk->problems.errors, "error", "errors", ", "},
        {desk->problems.warnings, "warning", "warnings", "\n"},
    };
    for (size_t i = 0; i < sizeof sums / sizeof sums[0]; i++)
        printf("%s%s",
               words_count(arena, (int64_t)sums[i].count, sums[i].one,
                           sums[i].many),
               sums[i].next);
}

int report_status(const struct desk *desk, const struct options *options)
{
    bool is_wrong =
        desk->problems.errors || (options->strict && desk->problems.warnings);
    return is_wrong ? EXIT_INPUT : EXIT_DONE;
}

int cli_check(const struct options *options)
{
    struct desk desk;
    struct error err;
    if (options->watch)
        return report_watch(options);
    if (!report_open(&desk, options, &err)) {
        desk_close(&desk);
        return cli_fail(&err);
    }
    for (size_t i = 0; i < desk.problems.count; i++)
        report_say(&desk.problems.list[i], options->json, false);
    if (!options->json)
        report_sum(&desk);
    int status = report_status(&desk, options);
    desk_close(&desk);
    return status;
}
