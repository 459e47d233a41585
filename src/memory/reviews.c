#include "memory/reviews.h"

#include <assert.h>
#include <string.h>

static const double day_ms = 24.0 * 60 * 60 * 1000;

static bool is_in_order(const struct reviews *reviews)
{
    for (size_t i = 1; i < reviews->count; i++)
        if (reviews->list[i].at_ms < reviews->list[i - 1].at_ms)
            return false;
    return true;
}

/* Merges two runs that follow each other; the first goes first where they are
 * of one instant. */
static void merge(const struct review *from, struct review *to, size_t first,
                  size_t middle, size_t end)
{
    size_t a = first;
    size_t b = middle;
    for (size_t i = first; i < end; i++) {
        bool take_a =
            a < middle && (b == end || from[a].at_ms <= from[b].at_ms);
        to[i] = take_a ? from[a++] : from[b++];
    }
}

/* By time; what is not in the list afterwards is the spare. */
static struct review *sort_by_time(struct reviews *reviews,
                                   struct review *spare)
{
    size_t count = reviews->count;
    for (size_t run = 1; run < count; run *= 2) {
        for (size_t first = 0; first < count; first += 2 * run) {
            size_t middle = first + run < count ? first + run : count;
            size_t end = middle + run < count ? middle + run : count;
            merge(reviews->list, spare, first, middle, end);
        }
        struct review *swap = reviews->list;
        reviews->list = spare;
        spare = swap;
    }
    return spare;
}

void reviews_arrange(struct reviews *reviews, struct arena *arena)
{
    assert(reviews->count <= REVIEWS_MAX);
    size_t count = reviews->count;
    struct review *spare = arena_array(arena, count + 1, sizeof *spare);
    uint32_t *starts =
        arena_array(arena, reviews->cards + 2, sizeof *reviews->starts);
    if (!is_in_order(reviews))
        spare = sort_by_time(reviews, spare);
    for (size_t i = 0; i < count; i++)
        starts[reviews->list[i].card + 2]++;
    for (size_t i = 2; i < reviews->cards + 2; i++)
        starts[i] += starts[i - 1];
    for (size_t i = 0; i < count; i++) {
        struct review *review = &reviews->list[i];
        review->place = (uint32_t)i;
        spare[starts[review->card + 1]++] = *review;
    }
    reviews->list = spare;
    reviews->starts = starts;
}

static bool is_first(const struct reviews *reviews, size_t at)
{
    return at == 0 || reviews->list[at].card != reviews->list[at - 1].card;
}

double reviews_days(const struct reviews *reviews, size_t at,
                    enum model_kind kind)
{
    if (is_first(reviews, at))
        return 0;
    const struct review *now = &reviews->list[at];
    double days = kind == MODEL_FSRS6
                      ? (double)now->study_day - (double)now[-1].study_day
                      : (double)(now->at_ms - now[-1].at_ms) / day_ms;
    return days > 0 ? days : 0;
}

bool reviews_is_daily(const struct reviews *reviews, size_t at)
{
    return reviews_days(reviews, at, MODEL_FSRS6) > 0;
}

/* Whether what stands at each place is a daily review. */
static bool *daily_places(const struct reviews *reviews, size_t *daily,
                          struct arena *arena)
{
    bool *is_daily = arena_array(arena, reviews->count + 1, sizeof *is_daily);
    *daily = 0;
    for (size_t i = 0; i < reviews->count; i++)
        if (reviews_is_daily(reviews, i)) {
            is_daily[reviews->list[i].place] = true;
            ++*daily;
        }
    return is_daily;
}

void reviews_cut(const struct reviews *reviews, int folds, uint32_t *cuts,
                 struct arena *arena)
{
    size_t daily;
    size_t met = 0;
    int cut = 0;
    bool *is_daily = daily_places(reviews, &daily, arena);
    size_t share = daily / ((size_t)folds + 1);
    for (size_t i = 0; i < reviews->count && cut < folds; i++) {
        if (!is_daily[i])
            continue;
        if (met++ == share * ((size_t)cut + 1))
            cuts[cut++] = (uint32_t)i;
    }
    for (; cut <= folds; cut++)
        cuts[cut] = (uint32_t)reviews->count;
}

/* The weights of what is predicted, by its order in time. */
static void weigh(const struct reviews *reviews, enum model_kind kind,
                  uint32_t until, enum fit_recency recency, float *by_place,
                  struct arena *arena)
{
    bool *is_target = arena_array(arena, (size_t)until + 1, sizeof *is_target);
    size_t targets = 0;
    for (size_t i = 0; i < reviews->count; i++) {
        uint32_t place = reviews->list[i].place;
        bool is = kind == MODEL_FSRS6 ? reviews_is_daily(reviews, i)
                                      : !is_first(reviews, i);
        if (place < until && is) {
            is_target[place] = true;
            targets++;
        }
    }
    size_t met = 0;
    for (uint32_t i = 0; i < until; i++)
        if (is_target[i])
            by_place[i] = (float)fit_recency_weight(recency, met++, targets);
}

struct fit_log reviews_log(const struct reviews *reviews, enum model_kind kind,
                           uint32_t until, enum fit_recency recency,
                           struct arena *arena)
{
    size_t room = (until < reviews->count ? until : reviews->count) + 1;
    uint32_t *starts =
        arena_array(arena, reviews->cards + 1, sizeof *reviews->starts);
    float *days = arena_array(arena, room, sizeof *days);
    uint8_t *grades = arena_array(arena, room, sizeof *grades);
    float *chances = arena_array(arena, room, sizeof *chances);
    float *weights = NULL;
    float *by_place = NULL;
    bool has_luck = false;
    uint32_t at = 0;
    if (recency != FIT_RECENCY_NONE) {
        weights = arena_array(arena, room, sizeof *weights);
        by_place = arena_array(arena, room, sizeof *by_place);
        weigh(reviews, kind, (uint32_t)(room - 1), recency, by_place, arena);
    }
    for (size_t i = 0; i < reviews->count; i++) {
        const struct review *review = &reviews->list[i];
        if (is_first(reviews, i))
            starts[review->card] = at;
        if (review->place >= until)
            continue;
        days[at] = (float)reviews_days(reviews, i, kind);
        grades[at] = review->grade;
        chances[at] = review->chance;
        has_luck |= review->chance > 0;
        if (weights)
            weights[at] = by_place[review->place];
        at++;
    }
    starts[reviews->cards] = at;
    return (struct fit_log){
        reviews->cards, starts, days, grades, has_luck ? chances : NULL,
        weights};
}
