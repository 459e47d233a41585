#include <stdio.h>

#include "app/words.h"
#include "cli/desk.h"
#include "cli/json.h"
#include "knowledge/check.h"

static void say(const struct problem *problem, bool json)
{
    static const char *const names[] = {
        [PROBLEM_WARNING] = "warning", [PROBLEM_ERROR] = "error"};
    if (!json) {
        printf("%s:%d: %s: %s; %s\n", problem->file ? problem->file : "pacta",
               problem->line, problem->rule, problem->message,
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
    json_close(&out);
}

static void sum_up(struct desk *desk)
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

int cli_check(const struct options *options)
{
    struct desk desk;
    struct error err;
    bool is_complete = desk_open_decks(&desk, options, &err);
    if (!is_complete && desk.problems.count == 0) {
        desk_close(&desk);
        return cli_fail(&err);
    }
    check_knowledge(desk.knowledge, moment_study_day(clock_now(options)),
                    &desk.problems);
    problems_sort(&desk.problems);
    for (size_t i = 0; i < desk.problems.count; i++)
        say(&desk.problems.list[i], options->json);
    size_t errors = desk.problems.errors;
    size_t warnings = desk.problems.warnings;
    if (!options->json)
        sum_up(&desk);
    desk_close(&desk);
    return errors || (options->strict && warnings) ? EXIT_INPUT : EXIT_DONE;
}
