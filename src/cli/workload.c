/* pacta forecast --targets: what each wanted recall costs. */
#include <stdio.h>

#include "cli/foretell.h"
#include "cli/json.h"
#include "study/workload.h"

enum { BAR_MAX = 40 };

static void write_json(const struct workload *load, bool is_cheapest)
{
    struct json out;
    json_open(&out);
    json_real(&out, "target", load->target);
    json_real(&out, "answers_a_day", load->answers);
    json_real(&out, "minutes_a_day", load->minutes);
    json_real(&out, "recalled", load->recalled);
    json_real(&out, "kept", load->kept);
    json_real(&out, "minutes_a_card", load->cost);
    json_bool(&out, "cheapest", is_cheapest);
    json_close(&out);
}

static void write_table(const struct workload *loads, int cheapest)
{
    printf("%-8s %11s %11s %9s %6s %14s\n", "target", "cards a day",
           "min a day", "recalled", "kept", "min a card");
    for (int i = 0; i < WORKLOAD_TARGETS; i++)
        printf("%4.0f %%   %11.1f %11.1f %9.0f %6.0f %14.2f%s\n",
               100 * loads[i].target, loads[i].answers, loads[i].minutes,
               loads[i].recalled, loads[i].kept, loads[i].cost,
               i == cheapest ? "  least" : "");
}

static void write_chart(const struct workload *loads)
{
    double most = 0;
    for (int i = 0; i < WORKLOAD_TARGETS; i++)
        most = loads[i].minutes > most ? loads[i].minutes : most;
    puts("\nMinutes a day");
    for (int i = 0; i < WORKLOAD_TARGETS; i++) {
        int length =
            most > 0 ? (int)(loads[i].minutes / most * BAR_MAX + .5) : 0;
        printf("%4.0f %%  ", 100 * loads[i].target);
        for (int k = 0; k < length; k++)
            putchar('#');
        printf(" %.1f\n", loads[i].minutes);
    }
}

void foretell_targets(const struct foretelling *telling)
{
    struct workload loads[WORKLOAD_TARGETS];
    int cheapest = workload_make(telling->arena, telling->desk->knowledge,
                                 &telling->desk->progress, NULL, telling->now,
                                 telling->seconds, loads);
    if (telling->options->json) {
        for (int i = 0; i < WORKLOAD_TARGETS; i++)
            write_json(&loads[i], i == cheapest);
        return;
    }
    puts("A year from now on, at each wanted recall; cards a day and minutes "
         "a day\nin its later half, minutes a card over the year\n");
    write_table(loads, cheapest);
    write_chart(loads);
    printf("\nA card recalled costs least at %.0f %%; the log is set to %.0f "
           "%%\n",
           100 * loads[cheapest].target,
           100 * telling->desk->progress.settings.target);
}
