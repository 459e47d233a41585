#include "cli/past.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "io/reviews_csv.h"
#include "study/weights.h"

static const char *const recencies[] = {"none", "mild", "strong"};

const char *past_model_title(enum model_kind kind)
{
    return kind == MODEL_FSRS6 ? "FSRS-6" : "FSRS-7";
}

const char *past_model_name(enum model_kind kind)
{
    return kind == MODEL_FSRS6 ? "fsrs6" : "fsrs7";
}

const char *past_recency_name(enum fit_recency recency)
{
    return recencies[recency];
}

static bool read_whole(const char *text, long most, long *number)
{
    char *end;
    errno = 0;
    *number = strtol(text, &end, 10);
    return end != text && *end == '\0' && !errno && *number >= 0 &&
           *number <= most;
}

/* "-7", "5.5", "+09:00": minutes east of UTC. */
static bool read_offset(const char *text, int *tz_min)
{
    char *end;
    bool is_west = *text == '-';
    const char *hours = text + (*text == '-' || *text == '+');
    if (*hours < '0' || *hours > '9')
        return false;
    double minutes = strtod(hours, &end) * 60;
    long more = 0;
    if (*end == ':' && read_whole(end + 1, 59, &more))
        end = strchr(end, '\0');
    minutes += (double)more;
    *tz_min = (int)(is_west ? -minutes : minutes);
    return *end == '\0' && minutes >= 0 && minutes <= 14 * 60;
}

static bool read_zone(const struct options *options, struct reviews_zone *zone,
                      struct error *err)
{
    long hour = 4;
    zone->tz_min = 0;
    if (options->utc_offset && !read_offset(options->utc_offset, &zone->tz_min))
        return error_set_cause(err, ERROR_USAGE,
                               "--utc-offset takes hours east of UTC, from "
                               "-14 to 14, such as -7 or 5.5, not \"%s\"",
                               options->utc_offset);
    if (options->rollover && !read_whole(options->rollover, 23, &hour))
        return error_set_cause(err, ERROR_USAGE,
                               "--rollover takes an hour from 0 to 23, not "
                               "\"%s\"",
                               options->rollover);
    zone->rollover_hour = (int)hour;
    return true;
}

static bool read_log(struct past *past, const struct options *options,
                     struct error *err)
{
    past->has_desk = true;
    if (!desk_open_decks_if_any(&past->desk, options, err) ||
        !desk_open_log_to_count(&past->desk, options, err) ||
        !store_read(past->desk.store, &past->arena, &past->events,
                    &past->event_count, err))
        return false;
    weights_reviews(past->events, past->event_count, past->desk.knowledge,
                    &past->arena, &past->reviews);
    if (!options->model)
        past->kind = past->desk.progress.settings.model.kind;
    return true;
}

static void choose_ways(struct past *past, const struct options *options)
{
    past->recency = fit_recency_default(past->kind);
    past->prior = fit_prior_default(past->kind);
    for (int i = 0; options->recency && i < 3; i++)
        if (strcmp(options->recency, recencies[i]) == 0)
            past->recency = (enum fit_recency)i;
    if (options->prior)
        past->prior = strcmp(options->prior, "default") == 0;
}

bool past_open(struct past *past, const struct options *options,
               struct error *err)
{
    struct reviews_zone zone = {0, 4};
    memset(past, 0, sizeof *past);
    arena_init(&past->arena, (size_t)16 << 30);
    past->kind = options->model && strcmp(options->model, "fsrs6") == 0
                     ? MODEL_FSRS6
                     : MODEL_FSRS7;
    if (!read_zone(options, &zone, err))
        return false;
    if (options->csv_file ? !reviews_csv_read(options->csv_file, zone,
                                              &past->arena, &past->reviews, err)
                          : !read_log(past, options, err))
        return false;
    choose_ways(past, options);
    return true;
}

void past_close(struct past *past)
{
    if (past->has_desk)
        desk_close(&past->desk);
    arena_release(&past->arena);
}
