#include <stdio.h>

#include "app/words.h"
#include "cli/desk.h"
#include "cli/json.h"
#include "study/plan.h"

static void write_json(const struct desk *desk, const struct plan_entry *entry,
                       struct moment now)
{
    const struct item_state *state =
        progress_of(&desk->progress, entry->item->id);
    struct json out;
    json_open(&out);
    json_text(&out, "item", entry->item->id);
    json_int(&out, "due_ms", state ? state->due.ms : now.at_ms);
    json_int(&out, "due_day", state ? state->due.day : moment_study_day(now));
    if (state)
        json_real(&out, "recall", progress_recall(&desk->progress, state, now));
    else
        json_null(&out, "recall");
    json_real(&out, "strength_days", progress_strength(&desk->progress, state));
    json_bool(&out, "new", entry->is_new);
    json_close(&out);
}

static void write_plain(const struct desk *desk, const struct plan_entry *entry,
                        struct moment now)
{
    const struct item_state *state =
        progress_of(&desk->progress, entry->item->id);
    if (!state)
        printf("  new   %s\n", entry->item->id);
    else
        printf("  %3.0f%%  %s\n",
               100 * progress_recall(&desk->progress, state, now),
               entry->item->id);
}

int cli_due(const struct options *options)
{
    struct desk desk;
    struct error err;
    struct plan plan;
    struct moment now = clock_now(options);
    if (!desk_open_decks(&desk, options, &err) ||
        !desk_open_log_to_count(&desk, options, &err)) {
        desk_close(&desk);
        return cli_fail(&err);
    }
    desk_say_problems(&desk);
    plan_make(&plan, desk.knowledge, &desk.progress, NULL, now);
    if (!options->json)
        printf("%d to review, %d new\n", plan.due, plan.fresh);
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < plan.count; i++) {
            if (plan.entries[i].is_new != (pass == 1))
                continue;
            if (options->json)
                write_json(&desk, &plan.entries[i], now);
            else
                write_plain(&desk, &plan.entries[i], now);
        }
    desk_close(&desk);
    return EXIT_DONE;
}
