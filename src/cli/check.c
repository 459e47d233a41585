#include <stdio.h>

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

static size_t subjects_with_facts(const struct knowledge *knowledge)
{
    size_t count = 0;
    for (size_t i = 0; i < knowledge->deck_count; i++)
        count += knowledge->decks[i]->subject_count;
    return count;
}

static size_t facts_stated(const struct knowledge *knowledge)
{
    size_t count = 0;
    for (size_t i = 0; i < knowledge->deck_count; i++)
        count += knowledge->decks[i]->fact_count;
    return count;
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
        printf("%zu decks, %zu subjects, %zu facts, %zu cards, %zu items: %zu "
               "errors, %zu warnings\n",
               desk.knowledge->deck_count, subjects_with_facts(desk.knowledge),
               facts_stated(desk.knowledge), desk.knowledge->card_count,
               desk.knowledge->item_count, errors, warnings);
    desk_close(&desk);
    return errors || (options->strict && warnings) ? EXIT_INPUT : EXIT_DONE;
}
