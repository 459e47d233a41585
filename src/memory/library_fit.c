/* A stranger's history, judged and arranged, and fitted to. */
#include <setjmp.h>
#include <stdlib.h>

#include "library.h"
#include "memory/reviews.h"

enum { MINUTES_MAX = 24 * 60 };

static const double day_ms = 86400000.0;

static const struct pacta_fit_options no_options;

_Static_assert((int)PACTA_REVIEWS_MAX == (int)REVIEWS_MAX,
               "a history is as long outside as inside");
_Static_assert((int)PACTA_CARD_MAX == (int)FIT_CARD_MAX, "and a card");

/* One fit, and where it goes when memory runs out. */
struct fitting {
    const struct pacta_review *reviews;
    size_t count;
    const struct pacta_fit_options *options;
    enum model_kind kind;
    struct arena arena;
    struct fit_result found;
    jmp_buf none_left;
};

/* A card's number as it was given, and where. */
struct place {
    int64_t card;
    size_t at;
};

static int judge(const struct pacta_review *reviews, size_t count,
                 size_t *bad_review)
{
    for (size_t i = 0; i < count; i++) {
        const struct pacta_review *review = &reviews[i];
        *bad_review = i;
        if (!library_is_rating(review->rating))
            return PACTA_BAD_RATING;
        if (!library_is_chance((double)review->chance))
            return PACTA_BAD_CHANCE;
        if (review->at_ms > PACTA_AT_MS_MAX || review->at_ms < -PACTA_AT_MS_MAX)
            return PACTA_BAD_TIME;
    }
    *bad_review = 0;
    return PACTA_OK;
}

static bool are_sound(const struct pacta_fit_options *options)
{
    return options->recency >= PACTA_RECENCY_DEFAULT &&
           options->recency <= PACTA_RECENCY_STRONG &&
           options->prior >= PACTA_DEFAULT && options->prior <= PACTA_ON &&
           options->utc_offset_minutes >= -MINUTES_MAX &&
           options->utc_offset_minutes <= MINUTES_MAX &&
           options->day_starts_hour >= 0 && options->day_starts_hour <= 23 &&
           options->iterations >= 0;
}

static int by_card(const void *a, const void *b)
{
    const struct place *one = a;
    const struct place *other = b;
    if (one->card != other->card)
        return one->card < other->card ? -1 : 1;
    return (one->at > other->at) - (one->at < other->at);
}

/* The history by card, in the order of their numbers: so the order in which it
 * is given changes nothing, not even among answers of one instant. */
static struct place *places_of(struct fitting *fit)
{
    struct place *places =
        arena_array(&fit->arena, fit->count + 1, sizeof *places);
    bool is_in_order = true;
    for (size_t i = 0; i < fit->count; i++) {
        places[i] = (struct place){fit->reviews[i].card, i};
        is_in_order &= i == 0 || places[i].card >= places[i - 1].card;
    }
    if (!is_in_order)
        qsort(places, fit->count, sizeof *places, by_card);
    return places;
}

/* The day as the learner sees it, below 0 before 1970. */
static int32_t study_day(const struct pacta_fit_options *options, int64_t at_ms)
{
    int64_t shift_min =
        options->utc_offset_minutes - (int64_t)options->day_starts_hour * 60;
    double days = (double)(at_ms + shift_min * 60000) / day_ms;
    int32_t whole = (int32_t)days;
    return days < (double)whole ? whole - 1 : whole;
}

static struct fit_log log_of(struct fitting *fit, enum fit_recency recency)
{
    struct reviews reviews = {.count = fit->count};
    struct place *places = places_of(fit);
    reviews.list =
        arena_array(&fit->arena, fit->count + 1, sizeof *reviews.list);
    for (size_t i = 0; i < fit->count; i++) {
        const struct pacta_review *given = &fit->reviews[places[i].at];
        reviews.cards += i == 0 || places[i].card != places[i - 1].card;
        reviews.list[i] = (struct review){
            .at_ms = given->at_ms,
            .study_day = study_day(fit->options, given->at_ms),
            .card = (uint32_t)(reviews.cards - 1),
            .chance = given->chance,
            .grade = (uint8_t)(given->rating - 1),
        };
    }
    reviews_arrange(&reviews, &fit->arena);
    return reviews_log(&reviews, fit->kind, (uint32_t)fit->count, recency,
                       &fit->arena);
}

static void run_out(void *self)
{
    struct fitting *fit = self;
    longjmp(fit->none_left, 1);
}

static void open_arena(struct fitting *fit)
{
    size_t most = fit->options->bytes_max;
    arena_init(&fit->arena, most > 0 ? most : SIZE_MAX);
    fit->arena.none_left = run_out;
    fit->arena.self = fit;
}

/* What is below knows no failure of memory, so it comes back here. */
static int run(struct fitting *fit)
{
    const struct pacta_fit_options *options = fit->options;
    enum fit_recency recency = fit_recency_default(fit->kind);
    struct fit_options inside = {
        .kind = fit->kind,
        .prior = options->prior == PACTA_DEFAULT ? fit_prior_default(fit->kind)
                                                 : options->prior == PACTA_ON,
        .iterations = options->iterations,
        .watch = options->watch,
        .self = options->self,
    };
    if (options->recency != PACTA_RECENCY_DEFAULT)
        recency = (enum fit_recency)(options->recency - PACTA_RECENCY_NONE);
    open_arena(fit);
    if (setjmp(fit->none_left))
        return PACTA_NO_MEMORY;
    struct fit_log log = log_of(fit, recency);
    fit->found = fit_model(&log, &inside, &fit->arena);
    if (fit->found.too_few)
        return PACTA_TOO_FEW;
    return fit->found.stopped ? PACTA_STOPPED : PACTA_OK;
}

static void report(const struct fit_result *found,
                   struct pacta_fit_result *result)
{
    library_model(&found->model, &result->model);
    result->loss_before = found->loss_before;
    result->loss = found->loss;
    result->targets = found->targets;
    result->iterations = found->iterations;
}

int pacta_fit(int kind, const struct pacta_review *reviews, size_t count,
              const struct pacta_fit_options *options,
              struct pacta_fit_result *result)
{
    struct fitting fit = {
        .reviews = reviews,
        .count = count,
        .options = options ? options : &no_options,
    };
    *result = (struct pacta_fit_result){0};
    if (!library_kind(kind, &fit.kind))
        return PACTA_BAD_MODEL;
    pacta_model_init(&result->model, kind);
    if (!are_sound(fit.options))
        return PACTA_BAD_OPTIONS;
    if (count > REVIEWS_MAX)
        return PACTA_TOO_MANY;
    int status = judge(reviews, count, &result->bad_review);
    if (status != PACTA_OK)
        return status;
    status = run(&fit);
    arena_release(&fit.arena);
    if (status != PACTA_NO_MEMORY)
        report(&fit.found, result);
    return status;
}
