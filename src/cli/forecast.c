/* pacta forecast: what will be recalled on the day of an exam. */
#include <stdio.h>

#include "cli/foretell.h"
#include "cli/json.h"
#include "study/exam.h"
#include "study/forecast.h"
#include "study/plan.h"

/* Minutes a day that are compared, beside those asked for. */
static const int compared[] = {0, 5, 10, 20, 30, 45, 60};

enum { COMPARED = (int)(sizeof compared / sizeof compared[0]) };

static const struct {
    enum forecast_way way;
    bool is_endless; /* as many minutes as it takes */
    const char *name;
    const char *says;
} ways[] = {
    {FORECAST_PLAN, false, "plan", "the plan before an exam"},
    {FORECAST_PLAIN, false, "plain", "as if no exam were set"},
    {FORECAST_NAIVE, false, "naive", "intervals cut at the day"},
    {FORECAST_NAIVE, true, "naive-endless", "the same, all of it done"},
};

enum { WAYS = (int)(sizeof ways / sizeof ways[0]) };

/* The day and the minutes that are asked about. */
struct question_of {
    const struct foretelling *telling;
    int32_t day;
    int minutes;
};

static const char *day_text(const struct question_of *asked, char *text,
                            size_t size)
{
    date_format(date_from_days(asked->day), text, size);
    return text;
}

static struct forecast_result result_of(const struct question_of *asked,
                                        double minutes, enum forecast_way way)
{
    const struct foretelling *telling = asked->telling;
    struct forecast_ask ask = {
        .now = telling->now,
        .exam_day = asked->day,
        .minutes = minutes,
        .seconds = telling->seconds,
        .way = way,
        .futures = FORECAST_FUTURES,
        .seed = telling->options->seed,
    };
    return forecast_make(telling->arena, telling->desk->knowledge,
                         &telling->desk->progress, &ask);
}

static void write_json(const struct question_of *asked, const char *way,
                       double minutes, const struct forecast_result *result)
{
    struct json out;
    char iso[16];
    struct date date = date_from_days(asked->day);
    double seconds = asked->telling->seconds;
    snprintf(iso, sizeof iso, "%04d-%02d-%02d", date.year % 10000,
             date.month % 100, date.day % 100);
    json_open(&out);
    json_text(&out, "exam", iso);
    json_int(&out, "days", asked->day - moment_study_day(asked->telling->now));
    json_uint(&out, "cards", result->cards);
    json_real(&out, "seconds", seconds);
    json_text(&out, "way", way);
    if (minutes < 0)
        json_null(&out, "minutes");
    else
        json_real(&out, "minutes", minutes);
    json_real(&out, "recall", result->recall);
    json_real(&out, "low", result->low);
    json_real(&out, "high", result->high);
    json_real(&out, "answers", result->answers);
    json_real(&out, "longest_day_minutes", result->worst_day * seconds / 60);
    json_real(&out, "unmet", result->unmet);
    json_close(&out);
}

/* Minutes compared in order, those asked for among them. */
static int minutes_of(int asked, int list[COMPARED + 1])
{
    int count = 0;
    bool has = false;
    for (int i = 0; i < COMPARED; i++) {
        if (!has && compared[i] > asked) {
            list[count++] = asked;
            has = true;
        }
        has = has || compared[i] == asked;
        list[count++] = compared[i];
    }
    if (!has)
        list[count++] = asked;
    return count;
}

static void write_columns(const char *first)
{
    printf("%-26s %9s %14s %9s %12s %9s\n", first, "recalled", "4 times of 5",
           "answers", "longest day", "not met");
}

static void write_row(const struct question_of *asked, const char *name,
                      const struct forecast_result *result)
{
    printf("%-26s %7.0f %% %7.0f to %2.0f %% %9.0f %8.0f min %9.0f\n", name,
           100 * result->recall, 100 * result->low, 100 * result->high,
           result->answers, result->worst_day * asked->telling->seconds / 60,
           result->unmet);
}

static void tell_minutes(const struct question_of *asked)
{
    int list[COMPARED + 1];
    int count = minutes_of(asked->minutes, list);
    if (!asked->telling->options->json)
        write_columns("minutes a day");
    for (int i = 0; i < count; i++) {
        char name[32];
        struct forecast_result result =
            result_of(asked, list[i], FORECAST_PLAN);
        snprintf(name, sizeof name, "%3d%s", list[i],
                 list[i] == asked->minutes ? "  asked for" : "");
        if (asked->telling->options->json)
            write_json(asked, ways[0].name, list[i], &result);
        else
            write_row(asked, name, &result);
    }
}

static void tell_ways(const struct question_of *asked)
{
    bool json = asked->telling->options->json;
    if (!json) {
        printf("\nOther ways at %d minutes a day\n", asked->minutes);
        write_columns("");
    }
    for (int i = json ? 1 : 0; i < WAYS; i++) {
        double minutes = ways[i].is_endless ? -1 : asked->minutes;
        struct forecast_result result = result_of(asked, minutes, ways[i].way);
        if (json)
            write_json(asked, ways[i].name, minutes, &result);
        else
            write_row(asked, ways[i].says, &result);
    }
}

static void tell_exam(const struct question_of *asked)
{
    const struct foretelling *telling = asked->telling;
    if (!telling->options->json) {
        char text[DATE_TEXT_MAX];
        printf("Exam on %s, in %d days; an answer takes %.0f s%s\n\n",
               day_text(asked, text, sizeof text),
               asked->day - moment_study_day(telling->now), telling->seconds,
               telling->seconds_seen ? "" : ", as long as the log tells none");
    }
    tell_minutes(asked);
    tell_ways(asked);
}

/* --exam, else the day that the log has. */
static bool find_day(struct question_of *asked, struct error *err)
{
    const struct foretelling *telling = asked->telling;
    int32_t today = moment_study_day(telling->now);
    struct date date;
    asked->day = telling->desk->progress.settings.exam_day;
    if (telling->options->exam) {
        if (!date_parse(telling->options->exam, &date, err)) {
            err->cause = ERROR_USAGE;
            return false;
        }
        if (!date.month || !date.day)
            return error_set_cause(err, ERROR_USAGE,
                                   "--exam takes a whole date such as "
                                   "2026-12-14, not \"%s\"",
                                   telling->options->exam);
        asked->day = date_to_days(date);
    } else if (asked->day == 0) {
        return error_set_cause(err, ERROR_USAGE,
                               "No exam is set; name its day: pacta forecast "
                               "--exam 2026-12-14");
    }
    if (asked->day <= today)
        return error_set_cause(err, ERROR_USAGE,
                               "The day of the exam is not to come; name a "
                               "later one");
    if (asked->day - today > FORECAST_DAYS_MAX)
        return error_set_cause(err, ERROR_USAGE,
                               "The exam is more than %d days away; name an "
                               "earlier one",
                               FORECAST_DAYS_MAX);
    return true;
}

static bool foretell(const struct foretelling *telling, struct error *err)
{
    struct question_of asked = {.telling = telling};
    if (telling->options->targets) {
        foretell_targets(telling);
        return true;
    }
    asked.minutes = telling->options->minutes >= 0
                        ? telling->options->minutes
                        : telling->desk->progress.settings.minutes;
    if (asked.minutes > EXAM_MINUTES_MAX)
        return error_set_cause(err, ERROR_USAGE,
                               "--minutes takes at most %d a day",
                               EXAM_MINUTES_MAX);
    if (!find_day(&asked, err))
        return false;
    tell_exam(&asked);
    return true;
}

static bool add_deck(struct options *options, struct error *err)
{
    if (options->deck && options->word_count == CLI_DECKS_MAX)
        return error_set_cause(err, ERROR_USAGE, "Too many decks are named");
    if (options->deck)
        options->words[options->word_count++] = options->deck;
    return true;
}

static bool open_desk(struct desk *desk, const struct options *options,
                      struct error *err)
{
    return desk_open_decks(desk, options, err) &&
           desk_open_log_to_count(desk, options, err);
}

int cli_forecast(const struct options *given)
{
    enum { WORK_BYTES_MAX = 1 << 30 };
    struct options options = *given;
    struct desk desk;
    struct arena arena;
    struct error err;
    if (!add_deck(&options, &err))
        return cli_fail(&err);
    if (!open_desk(&desk, &options, &err)) {
        desk_close(&desk);
        return cli_fail(&err);
    }
    desk_say_problems(&desk);
    arena_init(&arena, WORK_BYTES_MAX);
    struct foretelling telling = {
        .options = &options,
        .desk = &desk,
        .arena = &arena,
        .now = clock_now(&options),
        .seconds = plan_seconds_per_answer(&desk.progress),
        .seconds_seen = desk.progress.day_count > 0,
    };
    int status = foretell(&telling, &err) ? EXIT_DONE : cli_fail(&err);
    arena_release(&arena);
    desk_close(&desk);
    return status;
}
