/*
 * How far the model may be off for this learner.
 *
 * Memory fades at the pace of the model times a factor. Of its logarithm is
 * known, before any answer, how far learners lie from the default weights; the
 * log adds how recall reached differs from recall expected. A pace that is
 * 1 % faster takes so much off the recall of a card that is due: by that the
 * difference is read as a pace. Both are weighed by how sure they are. What
 * stays, however long the log, is that the cards and months to come are not
 * those of the past.
 */
#include <math.h>

#include "forecast_run.h"

/*
 * Found by living learners whose weights lie half the published spread from
 * the default ones: with these the truth is inside four of five intervals, for
 * who has no log, a month's or four months' (tests/study/test_forecast.c). On
 * average they forget a little faster than the default weights say. The last
 * one: who is far off in pace is so in other ways too.
 */
static const double between_mean = -.2;
static const double between_learners = .7;
static const double always = .28;
static const double of_what_is_seen = .7;

enum { NORMAL_STEPS = 60, SLOPE_SAMPLE = 200 };

double forecast_normal(double share)
{
    double low = -8;
    double high = 8;
    for (int i = 0; i < NORMAL_STEPS; i++) {
        double middle = (low + high) / 2;
        if (.5 * erfc(-middle / sqrt(2)) < share)
            low = middle;
        else
            high = middle;
    }
    return (low + high) / 2;
}

/* What a pace of one e-fold takes from a memory's recall, at that recall. */
static double slope_of(const struct memory_model *model,
                       const struct memory *memory, double recall)
{
    static const double step = .01;
    double days = memory_days_until(model, memory, recall);
    return (memory_recall(model, memory, days * exp(-step)) -
            memory_recall(model, memory, days * exp(step))) /
           (2 * step);
}

/* The mean over the learner's own memories. */
static double slope(const struct progress *progress, double recall)
{
    size_t each = progress->count / SLOPE_SAMPLE + 1;
    double sum = 0;
    int count = 0;
    for (size_t i = 0; i < progress->count; i += each) {
        const struct item_state *state = &progress->entries[i].state;
        if (state->memory.count == 0)
            continue;
        sum += slope_of(&progress->settings.model, &state->memory, recall);
        count++;
    }
    return count ? sum / count : 0;
}

struct forecast_error forecast_error_of(const struct progress *progress)
{
    struct forecast_error error = {between_mean,
                                   hypot(between_learners, always)};
    const struct recall_sums *sums = &progress->sums;
    double count = (double)sums->reviews;
    if (sums->reviews == 0)
        return error;
    double recall = fmin(fmax(sums->expected / count, .3), .99);
    double by = slope(progress, recall);
    if (!(by > 0))
        return error;
    double seen = (sums->recalled - sums->expected) / count / by;
    double doubt = recall * (1 - recall) / (count * by * by);
    double prior = between_learners * between_learners;
    double trust = prior / (prior + doubt);
    error.mean = between_mean + trust * (seen - between_mean);
    error.spread = sqrt(prior * (1 - trust) + always * always +
                        pow(of_what_is_seen * trust * seen, 2));
    return error;
}
