#include "study/refit.h"

#include <string.h>

#include "memory/metrics.h"

/* Of the answers; the last share judges. */
enum { SHARES = 5 };

/* What of the work the first fit is. */
static const double first_work = .45;

/* Those of the first day with an answer, and of the days after the last fit. */
bool refit_is_due(const struct progress *progress, int32_t today)
{
    int32_t from = progress->settings.fit_day;
    int64_t fresh = 0;
    if (progress->day_count == 0 || refit_missing(progress) > 0)
        return false;
    if (from == 0)
        from = progress->days[0].day;
    for (size_t i = progress->day_count; i > 0; i--)
        if (progress->days[i - 1].day >= from)
            fresh += progress->days[i - 1].reviews;
    return today - from >= REFIT_DAYS && fresh >= REFIT_NEW_MIN;
}

int64_t refit_missing(const struct progress *progress)
{
    int64_t missing = REFIT_TARGETS_MIN - progress->sums.reviews;
    return missing > 0 ? missing : 0;
}

/* Both fits are one work for who watches. */
struct watching {
    bool (*watch)(void *self, double done, double loss);
    void *self;
    double from;
    double share;
};

static bool watch_part(void *self, double done, double loss)
{
    const struct watching *watching = self;
    return watching->watch &&
           watching->watch(watching->self,
                           watching->from + watching->share * done, loss);
}

/* The place where the last share of the predicted answers begins. */
static uint32_t last_share(const struct reviews *reviews, enum model_kind kind,
                           struct arena *arena)
{
    bool *is_target = arena_array(arena, reviews->count + 1, sizeof *is_target);
    size_t targets = 0;
    size_t met = 0;
    for (size_t card = 0; card < reviews->cards; card++)
        for (uint32_t i = reviews->starts[card] + 1;
             i < reviews->starts[card + 1]; i++)
            if (kind == MODEL_FSRS7 || reviews_is_daily(reviews, i)) {
                is_target[reviews->list[i].place] = true;
                targets++;
            }
    uint32_t at = 0;
    size_t before = targets - targets / SHARES;
    while (at < reviews->count && met < before)
        met += is_target[at++];
    return at;
}

static struct fit_result fit_until(const struct reviews *reviews,
                                   enum model_kind kind, uint32_t until,
                                   struct watching *watching,
                                   struct arena *arena)
{
    struct fit_log log =
        reviews_log(reviews, kind, until, fit_recency_default(kind), arena);
    struct fit_options options = {.kind = kind,
                                  .prior = fit_prior_default(kind),
                                  .watch = watch_part,
                                  .self = watching};
    return fit_model(&log, &options, arena);
}

static struct metrics judge(const struct memory_model *model,
                            const struct reviews *reviews, uint32_t from,
                            struct arena *arena)
{
    struct judgement judgement =
        metrics_judge(model, reviews, from, (uint32_t)reviews->count, arena);
    return model->kind == MODEL_FSRS6 ? judgement.daily : judgement.all;
}

struct refit refit_model(const struct reviews *reviews,
                         const struct memory_model *now,
                         bool (*watch)(void *self, double done, double loss),
                         void *self, struct arena *arena)
{
    struct refit refit = {.model = *now};
    struct watching watching = {watch, self, 0, first_work};
    uint32_t cut = last_share(reviews, now->kind, arena);
    struct fit_result fit =
        fit_until(reviews, now->kind, cut, &watching, arena);
    refit.too_few = fit.too_few;
    refit.stopped = fit.stopped;
    if (fit.too_few || fit.stopped)
        return refit;
    struct metrics before = judge(now, reviews, cut, arena);
    struct metrics after = judge(&fit.model, reviews, cut, arena);
    refit.judged = after.targets;
    refit.right = after.right;
    refit.expected_before = before.expected;
    refit.expected = after.expected;
    if (after.targets == 0 || after.log_loss > before.log_loss)
        return refit;
    watching.from = first_work;
    watching.share = 1 - first_work;
    fit = fit_until(reviews, now->kind, (uint32_t)reviews->count, &watching,
                    arena);
    refit.stopped = fit.stopped;
    refit.is_better = !fit.stopped && !fit.too_few;
    if (refit.is_better)
        refit.model = fit.model;
    return refit;
}
