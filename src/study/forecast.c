#include "study/forecast.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "forecast_run.h"

enum { ID_MAX = 512 };

static const double kept_days = 90;

/* The item `i` of those that live on, of `all` in the deck. */
static bool lives_on(size_t i, size_t all, size_t count)
{
    return (i + 1) * count / all > i * count / all;
}

static size_t items_of(const struct knowledge *knowledge,
                       const struct deck *deck)
{
    size_t all = 0;
    for (size_t i = 0; i < knowledge->item_count; i++)
        all += !deck || knowledge->items[i].deck == deck;
    return all;
}

static void begin_card(struct forecast *run, struct forecast_card *card,
                       const struct item *item, const struct item_state *state)
{
    int32_t today = moment_study_day(run->ask.now);
    struct review_time now = {run->ask.now.at_ms, today};
    card->other = -1;
    card->seen = card->chosen = -1;
    card->is_back = item->back;
    if (!state)
        return;
    card->is_met = true;
    card->memory = state->memory;
    card->last = -memory_elapsed_days(&run->settings.model, state->last, now);
    card->keeps_days = state->due.days;
    card->due = state->due.day > today ? state->due.day - today : 0;
    card->seen = state->last.study_day == today ? 0 : -1;
    card->then = memory_recall(&run->settings.model, &card->memory,
                               run->days - card->last);
    if (run->ask.way == FORECAST_NAIVE && card->due >= run->days)
        card->due = run->days - 1;
}

/* Items stand in the order of their facts: the other direction is near. */
static void join(struct forecast_card *cards, const struct item **items,
                 size_t count)
{
    enum { NEAR = 16 };
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count && k <= i + NEAR; k++)
            if (items[i]->fact && items[i]->fact == items[k]->fact &&
                items[i]->back != items[k]->back) {
                cards[i].other = (int32_t)k;
                cards[k].other = (int32_t)i;
            }
}

static void begin_cards(struct forecast *run, struct arena *arena,
                        const struct knowledge *knowledge,
                        const struct progress *progress)
{
    size_t all = items_of(knowledge, run->ask.deck);
    size_t count = all < FORECAST_SAMPLE ? all : FORECAST_SAMPLE;
    const struct item **items = arena_array(arena, count + 1, sizeof *items);
    struct forecast_card *start = arena_array(arena, count + 1, sizeof *start);
    size_t at = 0;
    for (size_t i = 0; i < knowledge->item_count; i++) {
        const struct item *item = &knowledge->items[i];
        if ((run->ask.deck && item->deck != run->ask.deck) ||
            !lives_on(at++, all, count))
            continue;
        items[run->count] = item;
        begin_card(run, &start[run->count++], item,
                   progress_of(progress, item->id));
    }
    join(start, items, count);
    run->start = start;
    run->share = all ? (double)count / (double)all : 1;
}

/* Errors of the model lie evenly spread over the futures, in a seeded order,
 * so that few of them tell as much as many. */
static void begin_future(struct forecast *run)
{
    int futures = run->ask.futures;
    int place = (int)((run->future * INT64_C(7919)) % futures);
    double error = run->error.mean +
                   run->error.spread * forecast_normal((place + .5) / futures);
    memcpy(run->cards, run->start, run->count * sizeof *run->cards);
    run->random =
        random_seeded(hash_number(run->ask.seed, (uint64_t)run->future));
    run->slower = exp(-error);
    run->day = 0;
    run->debt = run->spent = run->spent_later = 0;
    run->worst = run->held = 0;
    run->held_days = 0;
    for (size_t i = 0; i < run->count; i++) {
        struct memory *memory = &run->cards[i].memory;
        if (memory->count < 2)
            continue;
        int branch = random_unit(&run->random) >= memory->weight[0];
        *memory = (struct memory){1, {1}, {memory->branch[branch]}};
    }
}

/* The share recalled on the day, with the luck of that day; a sample's luck is
 * made that of all the cards. */
static double exam(struct forecast *run)
{
    double expected = 0;
    double recalled = 0;
    for (size_t i = 0; i < run->count; i++) {
        const struct forecast_card *card = &run->cards[i];
        double days = fmax(run->days - card->last, 0);
        if (!card->is_met)
            continue;
        double recall = memory_recall(&run->settings.model, &card->memory,
                                      days * run->slower);
        expected += recall;
        recalled += random_unit(&run->random) < recall;
        run->sum.kept +=
            memory_recall(&run->settings.model, &card->memory, kept_days) >= .9;
    }
    double count = run->count ? (double)run->count : 1;
    double luck = (recalled - expected) / count * sqrt(run->share);
    return fmin(fmax(expected / count + luck, 0), 1);
}

static void end_future(struct forecast *run)
{
    struct forecast_result *sum = &run->sum;
    int32_t later = run->days - run->days / 2;
    run->recalls[run->future++] = exam(run);
    sum->recall += run->recalls[run->future - 1];
    sum->answers += run->spent;
    sum->worst_day += run->worst;
    sum->answers_later += later ? run->spent_later / later : 0;
    sum->held += run->held_days ? run->held / run->held_days : 0;
    for (size_t i = 0; i < run->count; i++)
        sum->unmet += !run->cards[i].is_met;
    if (run->future < run->ask.futures)
        begin_future(run);
}

static struct forecast_ask bounded(struct forecast_ask ask)
{
    if (ask.futures < 1)
        ask.futures = 1;
    if (ask.futures > FORECAST_FUTURES_MAX)
        ask.futures = FORECAST_FUTURES_MAX;
    if (!(ask.seconds > 0))
        ask.seconds = 1;
    return ask;
}

static int32_t days_until(const struct forecast_ask *ask, int32_t today)
{
    int64_t days = (int64_t)ask->exam_day - today;
    if (days < 0)
        return 0;
    return days < FORECAST_DAYS_MAX ? (int32_t)days : FORECAST_DAYS_MAX;
}

struct forecast *forecast_begin(struct arena *arena,
                                const struct knowledge *knowledge,
                                const struct progress *progress,
                                const struct forecast_ask *ask)
{
    struct forecast *run = arena_alloc(arena, sizeof *run);
    int32_t today = moment_study_day(ask->now);
    struct day_count done = progress_day(progress, today);
    run->settings = progress->settings;
    run->ask = bounded(*ask);
    if (ask->target > 0)
        run->settings.target = ask->target;
    run->days = days_until(ask, today);
    run->error = forecast_error_of(progress);
    run->fresh_today = done.fresh;
    run->minutes_today = (double)done.dur_ms / 60000;
    begin_cards(run, arena, knowledge, progress);
    run->cards = arena_array(arena, run->count + 1, sizeof *run->cards);
    run->due = arena_array(arena, run->count + 1, sizeof *run->due);
    run->fresh = arena_array(arena, run->count + 1, sizeof *run->fresh);
    run->exam = arena_array(arena, run->count + 1, sizeof *run->exam);
    run->recalls = arena_array(arena, (size_t)run->ask.futures, sizeof(double));
    begin_future(run);
    return run;
}

bool forecast_go_on(struct forecast *run, int answers)
{
    while (run->future < run->ask.futures && answers > 0) {
        if (run->day < run->days)
            answers -= forecast_live(run);
        if (run->day >= run->days) {
            end_future(run);
            answers -= (int)(run->count / 4) + 1;
        }
    }
    return run->future >= run->ask.futures;
}

double forecast_done(const struct forecast *run)
{
    double part = run->days ? (double)run->day / run->days : 0;
    if (run->future >= run->ask.futures)
        part = 0;
    return (run->future + part) / run->ask.futures;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The share `part` of the futures is below; the room between two of them is
 * cut where it belongs. */
static double below(const double *sorted, int count, double part)
{
    double at = fmin(fmax(part * (count + 1) - 1, 0), count - 1);
    int low = (int)at;
    int high = low + 1 < count ? low + 1 : low;
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}

struct forecast_result forecast_result(const struct forecast *run)
{
    struct forecast_result result = run->sum;
    int count = run->ask.futures;
    double all = count * run->share;
    qsort(run->recalls, (size_t)count, sizeof run->recalls[0], by_size);
    result.recall /= count;
    result.low = below(run->recalls, count, .1);
    result.high = below(run->recalls, count, .9);
    result.answers /= all;
    result.worst_day /= all;
    result.answers_later /= all;
    result.held /= all;
    result.unmet /= all;
    result.kept /= all;
    result.cards = (size_t)lround((double)run->count / run->share);
    return result;
}

struct forecast_result forecast_make(struct arena *arena,
                                     const struct knowledge *knowledge,
                                     const struct progress *progress,
                                     const struct forecast_ask *ask)
{
    struct forecast *run = forecast_begin(arena, knowledge, progress, ask);
    bool is_done = false;
    while (!is_done)
        is_done = forecast_go_on(run, 1000000);
    return forecast_result(run);
}
