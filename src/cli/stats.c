#include <math.h>
#include <stdio.h>

#include "cli/desk.h"
#include "cli/json.h"

struct stats {
    int64_t reviews;
    int64_t right;
    struct progress_summary sum;
    int32_t streak_days;
    double recall_expected; /* NaN without reviews of what was met before */
    double recall_true;
};

static struct stats stats_of(const struct desk *desk, struct moment now)
{
    const struct recall_sums *sums = &desk->progress.sums;
    return (struct stats){
        desk->progress.reviews,
        desk->progress.right,
        progress_summarise(&desk->progress, desk->knowledge, NULL, now),
        progress_streak(&desk->progress, moment_study_day(now), NULL),
        sums->reviews ? sums->expected / (double)sums->reviews : (double)NAN,
        sums->reviews ? sums->recalled / (double)sums->reviews : (double)NAN,
    };
}

static void write_json(const struct stats *s)
{
    struct json out;
    json_open(&out);
    json_int(&out, "reviews", s->reviews);
    json_int(&out, "right", s->right);
    json_int(&out, "items", s->sum.items);
    json_int(&out, "new", s->sum.stage[STAGE_NEW]);
    json_int(&out, "learning", s->sum.stage[STAGE_LEARNING]);
    json_int(&out, "held", s->sum.stage[STAGE_HELD]);
    json_int(&out, "kept", s->sum.stage[STAGE_KEPT]);
    json_int(&out, "due_today", s->sum.due);
    json_int(&out, "streak_days", s->streak_days);
    json_real(&out, "recall_expected", s->recall_expected);
    json_real(&out, "recall_true", s->recall_true);
    json_close(&out);
}

static void write_csv(const struct stats *s)
{
    puts("reviews,right,items,new,learning,held,kept,due_today,streak_days,"
         "recall_expected,recall_true");
    printf("%lld,%lld,%d,%d,%d,%d,%d,%d,%d,", (long long)s->reviews,
           (long long)s->right, s->sum.items, s->sum.stage[STAGE_NEW],
           s->sum.stage[STAGE_LEARNING], s->sum.stage[STAGE_HELD],
           s->sum.stage[STAGE_KEPT], s->sum.due, s->streak_days);
    if (isfinite(s->recall_expected))
        printf("%.10g,%.10g\n", s->recall_expected, s->recall_true);
    else
        puts(",");
}

static void write_plain(const struct stats *s)
{
    printf("%lld review%s, %lld of them right\n", (long long)s->reviews,
           s->reviews == 1 ? "" : "s", (long long)s->right);
    printf("%d items: %d kept, %d held, %d learning, %d new\n", s->sum.items,
           s->sum.stage[STAGE_KEPT], s->sum.stage[STAGE_HELD],
           s->sum.stage[STAGE_LEARNING], s->sum.stage[STAGE_NEW]);
    printf("%d due now, %d study day%s in a row\n", s->sum.due, s->streak_days,
           s->streak_days == 1 ? "" : "s");
    if (isfinite(s->recall_expected))
        printf("Recall: %.1f %% expected, %.1f %% true (luck taken off)\n",
               100 * s->recall_expected, 100 * s->recall_true);
}

int cli_stats(const struct options *options)
{
    struct desk desk;
    struct error err;
    if (!desk_open_decks(&desk, options, &err) ||
        !desk_open_log_to_count(&desk, options, &err)) {
        desk_close(&desk);
        return cli_fail(&err);
    }
    desk_say_problems(&desk);
    struct stats stats = stats_of(&desk, clock_now(options));
    if (options->json)
        write_json(&stats);
    else if (options->csv)
        write_csv(&stats);
    else
        write_plain(&stats);
    desk_close(&desk);
    return EXIT_DONE;
}
