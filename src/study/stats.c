/* Counts of what is due and known: plan.h's forecast, progress.h's summary. */
#include <stdlib.h>
#include <string.h>

#include "study/plan.h"
#include "study/turn.h"

/* Where the log tells nothing, and what is believed of what it tells. */
static const double seconds_unknown = 15;
static const double seconds_min = 3;
static const double seconds_max = 120;

/* Study days looked back on for the time an answer takes. */
enum { DAYS_BACK = 31 };

/* Study days from today on which it can be asked; those that wait for their
 * other direction have tomorrow. */
static int64_t days_ahead(const struct turns *turns, const struct item *item,
                          const struct item_state *state)
{
    if (turn_of(turns, item, state) == TURN_WAITS)
        return 1;
    int64_t ahead = (int64_t)state->due.day - turns->today;
    return ahead < 0 ? 0 : ahead;
}

void plan_forecast(const struct knowledge *knowledge,
                   const struct progress *progress, const struct deck *deck,
                   struct moment now, int32_t *counts, int days)
{
    struct turns turns = turns_at(knowledge, progress, now);
    memset(counts, 0, (size_t)days * sizeof *counts);
    for (size_t i = 0; i < knowledge->item_count; i++) {
        const struct item *item = &knowledge->items[i];
        const struct item_state *state = progress_of(progress, item->id);
        if (!state || (deck && item->deck != deck))
            continue;
        int64_t ahead = days_ahead(&turns, item, state);
        if (ahead < days)
            counts[ahead]++;
    }
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The middle one of the last days' means: one day with the window left open
 * does not change it. */
double plan_seconds_per_answer(const struct progress *progress)
{
    double means[DAYS_BACK];
    size_t count = 0;
    for (size_t i = progress->day_count; i > 0 && count < DAYS_BACK; i--) {
        const struct day_count *day = &progress->days[i - 1];
        if (day->reviews > 0)
            means[count++] = (double)day->dur_ms / 1000 / day->reviews;
    }
    if (count == 0)
        return seconds_unknown;
    qsort(means, count, sizeof means[0], by_size);
    double seconds = means[count / 2];
    if (seconds < seconds_min)
        return seconds_min;
    return seconds > seconds_max ? seconds_max : seconds;
}

/* One item more; `room` is how many new ones the day still has. */
static void add_item(struct progress_summary *sum, const struct turns *turns,
                     const struct item *item, int32_t room)
{
    const struct item_state *state = progress_of(turns->progress, item->id);
    sum->items++;
    sum->stage[progress_stage(turns->progress, state)]++;
    if (state)
        sum->due += turn_of(turns, item, state) == TURN_DUE;
    else if (sum->fresh < room)
        sum->fresh += turn_of(turns, item, NULL) == TURN_NEW;
}

static int32_t room_for_new(const struct turns *turns)
{
    return turns->progress->settings.new_per_day -
           progress_day(turns->progress, turns->today).fresh;
}

struct progress_summary progress_summarise(const struct progress *progress,
                                           const struct knowledge *knowledge,
                                           const struct deck *deck,
                                           struct moment now)
{
    struct progress_summary sum;
    struct turns turns = turns_at(knowledge, progress, now);
    int32_t room = room_for_new(&turns);
    memset(&sum, 0, sizeof sum);
    for (size_t i = 0; i < knowledge->item_count; i++) {
        const struct item *item = &knowledge->items[i];
        if (!deck || item->deck == deck)
            add_item(&sum, &turns, item, room);
    }
    return sum;
}

/* Items stand in the order of their decks, so the deck of the one before is
 * nearly always the right one. */
static size_t deck_place(const struct knowledge *knowledge,
                         const struct deck *deck, size_t before)
{
    for (size_t i = 0; i < knowledge->deck_count; i++) {
        size_t at = (before + i) % knowledge->deck_count;
        if (knowledge->decks[at] == deck)
            return at;
    }
    return before; /* each item is of one of the decks */
}

void progress_summarise_decks(const struct progress *progress,
                              const struct knowledge *knowledge,
                              struct moment now, struct progress_summary *decks)
{
    struct turns turns = turns_at(knowledge, progress, now);
    int32_t room = room_for_new(&turns);
    size_t at = 0;
    memset(decks, 0, knowledge->deck_count * sizeof *decks);
    for (size_t i = 0; i < knowledge->item_count; i++) {
        const struct item *item = &knowledge->items[i];
        at = deck_place(knowledge, item->deck, at);
        add_item(&decks[at], &turns, item, room);
    }
}

int plan_cost_of_new(const struct study_settings *settings, struct moment now,
                     int days)
{
    int32_t last = moment_study_day(now) + days;
    struct item_state state;
    struct event review = {
        .kind = EVENT_REVIEW,
        .item = "new",
        .at_ms = now.at_ms,
        .tz_min = now.tz_min,
        .study_day = moment_study_day(now),
        .grade = GRADE_GOOD,
        .share = 1,
    };
    int count = 0;
    state = progress_after(settings, review.item, NULL, &review);
    while (state.due.day <= last && count < days) {
        count++;
        review.at_ms = state.due.ms;
        review.study_day = state.due.day;
        state = progress_after(settings, review.item, &state, &review);
    }
    return count;
}
