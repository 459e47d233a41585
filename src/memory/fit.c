#include "memory/fit.h"

#include <math.h>
#include <string.h>

#include "fit_lanes.h"
#include "memory/fsrs6.h"
#include "memory/fsrs7.h"
#include "memory/minimise.h"

/* How much the weights differ between learners: fsrs-rs training.rs and
 * training_v7.rs. FSRS-7's first four are free there, which costs those who
 * have few reviews; a tenth of FSRS-6's does not. */
static const double spread6[FSRS6_WEIGHTS] = {
    6.43, 9.66, 17.58, 27.85, .57, .28,  .6,  .12, .39, .18, .33,
    .3,   .09,  .16,   .57,   .25, 1.03, .31, .32, .14, .27,
};
static const double spread7[FSRS7_WEIGHTS] = {
    .643,  .966,  1.758, 2.785, .523,  .2528, .4329, .2966, .2139,
    .2889, .1862, .175,  .3812, .3013, .9104, .3234, .2448, .3273,
    .1842, .1735, .4608, .311,  .864,  .0418, .2596, .0798, .0682,
    .1282, .1397, .1407, .1489, .2,    .15,   .15,
};

/* First steps of the search, where the spread says nothing. */
static const double first_steps[4] = {.3, 1, 2, 6};

/* A long log is searched in a part of itself first: what is found there is so
 * near that few steps through the whole remain. */
enum {
    PART_REVIEWS = 15000,
    PART_GROWS = 6,
    STEPS_MAX = 400,
    WATCH_STEPS = 60
};

/* A search ends where five steps gain less than this share of the loss: in a
 * part, in all of a long log, in all of a short one, where it is to be as fine
 * as can be. */
static const double rough = 1e-5;
static const double coarse = 4e-6;
static const double fine = 1e-6;
static const double finest = 1e-9;

/* A search that gained this share of the loss is worth another. */
static const double again = 1e-4;

/* One search through (part of) a log. */
struct fitting {
    const struct fit_log *log;
    const struct fit_options *options;
    struct fit_pack pack;
    int part;
    double targets;
    struct minimise_shape shape;
    const double *middle; /* the prior's */
    const double *spread;
    int count;
    int made;    /* steps, of the searches of this part before */
    double from; /* of all work, how much is done before this search */
    double share;
};

/* How strong the prior is: with FSRS-6 twice what its authors have. */
static double pull(const struct fitting *fit)
{
    return fit->options->kind == MODEL_FSRS6 ? 2 : 1.0 / 3;
}

/* The mean loss and, where asked, the pull of the prior. */
static double mean_loss(void *self, const double *x, double *slope)
{
    struct fitting *fit = self;
    bool is_six = fit->options->kind == MODEL_FSRS6;
    double sum =
        (is_six ? fit_pack_loss6 : fit_pack_loss7)(&fit->pack, x, slope);
    double targets = fit->targets;
    sum /= targets;
    for (int i = 0; i < fit->count; i++)
        slope[i] /= targets;
    if (!fit->options->prior)
        return sum;
    for (int i = 0; i < fit->count; i++) {
        double away = (x[i] - fit->middle[i]) / fit->spread[i];
        sum += pull(fit) * away * away / targets;
        slope[i] += pull(fit) * 2 * away / fit->spread[i] / targets;
    }
    return sum;
}

static bool watch(void *self, int iteration, double value)
{
    struct fitting *fit = self;
    if (!fit->options->watch)
        return false;
    double within = 1 - exp(-3.0 * (fit->made + iteration) / WATCH_STEPS);
    return fit->options->watch(fit->options->self,
                               fit->from + fit->share * within, value);
}

uint32_t fit_card_end(const struct fit_log *log, size_t card)
{
    uint32_t most = log->starts[card] + FIT_CARD_MAX;
    return log->starts[card + 1] < most ? log->starts[card + 1] : most;
}

static double targets_in(const struct fit_log *log, enum model_kind kind,
                         int part)
{
    double targets = 0;
    for (size_t i = 0; i < log->cards; i += (size_t)part)
        for (uint32_t k = log->starts[i] + 1; k < fit_card_end(log, i); k++)
            if (log->days[k] > 0 || kind == MODEL_FSRS7)
                targets += log->weights ? (double)log->weights[k] : 1;
    return targets;
}

static void open_fitting(struct fitting *fit, int part, struct arena *arena)
{
    fit->part = part;
    fit->targets = fmax(targets_in(fit->log, fit->options->kind, part), 1e-9);
    fit_pack_make(&fit->pack, fit->log, fit->options->kind, part, arena);
}

/* What is searched, with the room for its bounds and scales. */
struct bounds {
    double low[MODEL_WEIGHTS_MAX];
    double high[MODEL_WEIGHTS_MAX];
    double scale[MODEL_WEIGHTS_MAX];
};

static struct minimise_problem problem_of(struct fitting *fit,
                                          struct bounds *bounds)
{
    bool is_six = fit->options->kind == MODEL_FSRS6;
    (is_six ? fsrs6_bounds : fsrs7_bounds)(bounds->low, bounds->high);
    for (int i = 0; i < fit->count; i++)
        bounds->scale[i] = i < 4 ? first_steps[i] : fit->spread[i];
    return (struct minimise_problem){
        .count = fit->count,
        .low = bounds->low,
        .high = bounds->high,
        .scale = bounds->scale,
        .value = mean_loss,
        .shape = &fit->shape,
        .watch = watch,
        .self = fit,
    };
}

static bool is_long(const struct fitting *fit)
{
    return fit->log->starts[fit->log->cards] > PART_GROWS * PART_REVIEWS;
}

static void add_square(struct fitting *fit, const double *slope)
{
    for (int i = 0; i < fit->count; i++)
        for (int k = 0; k <= i; k++)
            fit->shape.bend[i][k] += slope[i] * slope[k];
}

static void add_groups(struct fitting *fit, const double *x)
{
    double slope[MODEL_WEIGHTS_MAX];
    bool is_six = fit->options->kind == MODEL_FSRS6;
    struct fit_pack one = fit->pack;
    one.count = 1;
    for (size_t i = 0; i < fit->pack.count; i++) {
        one.groups = &fit->pack.groups[i];
        (is_six ? fit_pack_loss6 : fit_pack_loss7)(&one, x, slope);
        add_square(fit, slope);
    }
}

/* Where weights explain the answers, the mean square of a card's slope is the
 * curvature (Fisher's information): for the price of one look at the log the
 * search knows which weights hang together. */
static void find_shape(struct fitting *fit, const double *x)
{
    memset(&fit->shape, 0, sizeof fit->shape);
    add_groups(fit, x);
    for (int i = 0; i < fit->count; i++) {
        for (int k = 0; k <= i; k++) {
            double bend = fit->shape.bend[i][k] / fit->targets;
            fit->shape.bend[i][k] = fit->shape.bend[k][i] = bend;
        }
        if (fit->options->prior)
            fit->shape.bend[i][i] += 2 * pull(fit) / fit->targets /
                                     (fit->spread[i] * fit->spread[i]);
    }
}

/* The valley is long and bent: a search that stands still in it goes on where
 * it looks at the shape anew. */
static bool begins_again(const struct fitting *fit,
                         const struct minimise_result *before,
                         const struct minimise_result *now)
{
    return fit->part == 1 && !now->stopped &&
           before->value - now->value > again * now->value;
}

/* Where FSRS-6's growth (w8) is at its least bound, the search may stand in a
 * valley of its own in that corner: the next one begins at the defaults, and
 * the better of both counts. */
static void leave_corner(const struct fitting *fit, const struct bounds *bounds,
                         double *x)
{
    if (fit->options->kind == MODEL_FSRS6 && x[8] <= bounds->low[8])
        memcpy(x, fit->middle, (size_t)fit->count * sizeof *x);
}

/* Through every `part`-th card, with what is known from before. */
static struct minimise_result search_part(struct fitting *fit, int part,
                                          double *x, struct arena *arena)
{
    int most =
        fit->options->iterations > 0 ? fit->options->iterations : STEPS_MAX;
    struct bounds bounds;
    open_fitting(fit, part, arena);
    double tolerance = is_long(fit) ? coarse : fine;
    if (part == 1 && fit->options->fine)
        tolerance = finest;
    else if (part > 1)
        tolerance = rough;
    struct minimise_problem problem = problem_of(fit, &bounds);
    struct minimise_result result = {HUGE_VAL, 0, false};
    bool goes_on = true;
    while (goes_on && result.iterations < most) {
        struct minimise_result before = result;
        double kept[MODEL_WEIGHTS_MAX];
        memcpy(kept, x, sizeof kept);
        if (before.iterations > 0)
            leave_corner(fit, &bounds, x);
        find_shape(fit, x);
        fit->made = before.iterations;
        result = minimise(&problem, x, tolerance, most - before.iterations);
        goes_on = begins_again(fit, &before, &result);
        result.iterations += before.iterations;
        if (result.value > before.value) {
            memcpy(x, kept, sizeof kept);
            result.value = before.value;
        }
    }
    return result;
}

/* Rough first where the log is long, then to the end. */
static struct minimise_result run(struct fitting *fit, double *x,
                                  struct arena *arena)
{
    double reviews = (double)fit->log->starts[fit->log->cards];
    int parts = 1;
    struct minimise_result result = {0, 0, false};
    for (double size = PART_REVIEWS; size * PART_GROWS <= reviews;
         size *= PART_GROWS)
        parts++;
    fit->share = 1.0 / parts;
    for (int i = 0; i < parts && !result.stopped; i++) {
        double size = PART_REVIEWS * pow(PART_GROWS, i);
        int part = i + 1 < parts ? (int)(reviews / size) : 1;
        int before = result.iterations;
        result = search_part(fit, part, x, arena);
        result.iterations += before;
        fit->from += fit->share;
    }
    return result;
}

/* The stabilities after a first answer rise with its grade in FSRS-7. Those of
 * grades that no card began with tell nothing: they make way for the others. */
static void order_firsts(const struct fit_log *log, double *x)
{
    bool is_met[GRADE_COUNT] = {false};
    for (size_t i = 0; i < log->cards; i++)
        if (fit_card_end(log, i) > log->starts[i])
            is_met[log->grades[log->starts[i]]] = true;
    for (int g = GRADE_EASY - 1; g >= 0; g--)
        if (!is_met[g] && x[g] > x[g + 1])
            x[g] = x[g + 1];
    for (int g = 1; g < GRADE_COUNT; g++)
        if (!is_met[g] && x[g] < x[g - 1])
            x[g] = x[g - 1];
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
    if (!is_six)
        order_firsts(log, x);
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

/* Both models' defaults are the same, as tests/bench/folds.sh shows. */
enum fit_recency fit_recency_default(enum model_kind kind)
{
    (void)kind;
    return FIT_RECENCY_MILD;
}

bool fit_prior_default(enum model_kind kind)
{
    (void)kind;
    return true;
}
