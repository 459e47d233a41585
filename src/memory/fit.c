#include "memory/fit.h"

#include <math.h>
#include <string.h>

#include "fit_dual.h"
#include "fit_lanes.h"
#include "memory/fsrs6.h"
#include "memory/fsrs7.h"
#include "memory/minimise.h"

/* How much the weights differ between learners: fsrs-rs training.rs and
 * training_v7.rs. FSRS-7's first four are free there. */
static const double spread6[FSRS6_WEIGHTS] = {
    6.43, 9.66, 17.58, 27.85, .57, .28,  .6,  .12, .39, .18, .33,
    .3,   .09,  .16,   .57,   .25, 1.03, .31, .32, .14, .27,
};
static const double spread7[FSRS7_WEIGHTS] = {
    9999,  9999,  9999,  9999,  .523,  .2528, .4329, .2966, .2139,
    .2889, .1862, .175,  .3812, .3013, .9104, .3234, .2448, .3273,
    .1842, .1735, .4608, .311,  .864,  .0418, .2596, .0798, .0682,
    .1282, .1397, .1407, .1489, .2,    .15,   .15,
};

/* First steps of the search, where the spread says nothing. */
static const double first_steps[4] = {.3, 1, 2, 6};

/* A long log is searched in a part of itself first: what is found there is so
 * near that few steps through the whole remain. */
enum {
    PART_REVIEWS = 120000,
    SLOW_PART_REVIEWS = 10000, /* where luck makes it slow */
    STEPS_MAX = 400,
    WATCH_STEPS = 60
};

static const double rough = 2e-5;
static const double fine = 1e-6;

/* One search through (part of) a log. */
struct fitting {
    const struct fit_log *log;
    const struct fit_options *options;
    struct fit_pack pack;
    bool is_packed; /* no answer may have been luck: the fast way */
    int part;
    double targets;
    const double *middle; /* the prior's */
    const double *spread;
    int count;
    double from; /* of all work, how much is done before this search */
    double share;
};

static bool has_luck(const struct fit_log *log)
{
    if (!log->chances)
        return false;
    for (uint32_t i = 0; i < log->starts[log->cards]; i++)
        if (log->chances[i] > 0)
            return true;
    return false;
}

/* The mean loss and, where asked, the pull of the prior. */
static double mean_loss(void *self, const double *x, double *slope)
{
    struct fitting *fit = self;
    bool is_six = fit->options->kind == MODEL_FSRS6;
    double sum;
    if (!fit->is_packed)
        sum = fit_dual_loss(fit->log, fit->options->kind, fit->part, x, slope);
    else if (is_six)
        sum = fit_pack_loss6(&fit->pack, x, slope);
    else
        sum = fit_pack_loss7(&fit->pack, x, slope);
    double targets = fit->targets > 0 ? fit->targets : 1;
    sum /= targets;
    for (int i = 0; i < fit->count; i++)
        slope[i] /= targets;
    if (!fit->options->prior)
        return sum;
    for (int i = 0; i < fit->count; i++) {
        double away = (x[i] - fit->middle[i]) / fit->spread[i];
        sum += away * away / targets;
        slope[i] += 2 * away / fit->spread[i] / targets;
    }
    return sum;
}

static bool watch(void *self, int iteration, double value)
{
    struct fitting *fit = self;
    if (!fit->options->watch)
        return false;
    double within = 1 - exp(-3.0 * iteration / WATCH_STEPS);
    return fit->options->watch(fit->options->self,
                               fit->from + fit->share * within, value);
}

static double targets_in(const struct fit_log *log, enum model_kind kind,
                         int part)
{
    double targets = 0;
    for (size_t i = 0; i < log->cards; i += (size_t)part)
        for (uint32_t k = log->starts[i] + 1; k < log->starts[i + 1]; k++)
            if (log->days[k] > 0 || kind == MODEL_FSRS7)
                targets += log->weights ? (double)log->weights[k] : 1;
    return targets;
}

static void open_fitting(struct fitting *fit, int part, struct arena *arena)
{
    fit->part = part;
    fit->is_packed = !has_luck(fit->log);
    fit->targets = targets_in(fit->log, fit->options->kind, part);
    if (fit->is_packed)
        fit_pack_make(&fit->pack, fit->log, fit->options->kind, part, arena);
}

static struct minimise_result search(struct fitting *fit, double *x,
                                     double tolerance, int most)
{
    double low[MODEL_WEIGHTS_MAX];
    double high[MODEL_WEIGHTS_MAX];
    double scale[MODEL_WEIGHTS_MAX];
    bool is_six = fit->options->kind == MODEL_FSRS6;
    (is_six ? fsrs6_bounds : fsrs7_bounds)(low, high);
    for (int i = 0; i < fit->count; i++)
        scale[i] = i < 4 ? first_steps[i] : fit->spread[i];
    struct minimise_problem problem = {fit->count, low,   high, scale,
                                       mean_loss,  watch, fit};
    return minimise(&problem, x, tolerance, most);
}

static size_t reviews_of(const struct fit_log *log)
{
    return log->starts[log->cards];
}

/* Rough first where the log is long, then to the end. */
static struct minimise_result run(struct fitting *fit, double *x,
                                  struct arena *arena)
{
    int most =
        fit->options->iterations > 0 ? fit->options->iterations : STEPS_MAX;
    bool is_fast = !has_luck(fit->log);
    int part = (int)(reviews_of(fit->log) /
                     (is_fast ? PART_REVIEWS : SLOW_PART_REVIEWS));
    struct minimise_result result = {0, 0, false};
    fit->share = 1;
    if (part > 1) {
        fit->share = .5;
        open_fitting(fit, part, arena);
        result = search(fit, x, rough, most);
        fit->from = .5;
    }
    if (result.stopped)
        return result;
    int before = result.iterations;
    open_fitting(fit, 1, arena);
    result = search(fit, x, fine, most);
    result.iterations += before;
    return result;
}

size_t fit_targets(const struct fit_log *log, enum model_kind kind)
{
    struct fit_log plain = *log;
    plain.weights = NULL;
    return (size_t)targets_in(&plain, kind, 1);
}

struct fit_result fit_model(const struct fit_log *log,
                            const struct fit_options *options,
                            struct arena *arena)
{
    bool is_six = options->kind == MODEL_FSRS6;
    struct fit_result result = {.model = memory_model_default(options->kind)};
    struct fitting fit = {
        .log = log,
        .options = options,
        .middle = is_six ? fsrs6_defaults : fsrs7_defaults,
        .spread = is_six ? spread6 : spread7,
        .count = is_six ? FSRS6_WEIGHTS : FSRS7_WEIGHTS,
    };
    double x[MODEL_WEIGHTS_MAX];
    double slope[MODEL_WEIGHTS_MAX];
    result.targets = fit_targets(log, options->kind);
    result.too_few = result.targets < FIT_TARGETS_MIN;
    if (result.too_few)
        return result;
    memcpy(x, result.model.weights, sizeof x);
    struct minimise_result found = run(&fit, x, arena);
    result.iterations = found.iterations;
    result.stopped = found.stopped;
    struct fit_options plain = *options;
    plain.prior = false;
    fit.options = &plain;
    result.loss_before = mean_loss(&fit, fit.middle, slope);
    result.loss = result.loss_before;
    if (found.stopped)
        return result;
    (is_six ? fsrs6_bound : fsrs7_bound)(x);
    memcpy(result.model.weights, x, sizeof x);
    result.loss = mean_loss(&fit, x, slope);
    return result;
}

double fit_recency_weight(enum fit_recency recency, size_t at, size_t count)
{
    double x = count > 1 ? (double)at / (double)(count - 1) : 1;
    switch (recency) {
    case FIT_RECENCY_MILD:
        return .25 + .75 * x * x * x;
    case FIT_RECENCY_STRONG:
        return .0667 + .9333 * pow(x, 11.25);
    case FIT_RECENCY_NONE:
        break;
    }
    return 1;
}

enum fit_recency fit_recency_default(enum model_kind kind)
{
    (void)kind;
    return FIT_RECENCY_NONE;
}

bool fit_prior_default(enum model_kind kind)
{
    (void)kind;
    return true;
}
