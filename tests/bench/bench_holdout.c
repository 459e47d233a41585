/*
 * bench_holdout FILE.csv fsrs6|fsrs7 WEIGHTS -- how near a fit comes to the
 * learner that it is fitted to.
 *
 * A fit without recency and prior, beside the true weights and beside the best
 * of several long searches: from the defaults, from the true weights and from
 * places around them. Prints the end of a table's row: mean loss with the true
 * weights, of the fit, of the best; how far the fit is from that; and its
 * processor seconds.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "../../src/memory/fit_lanes.h"
#include "base/random.h"
#include "io/reviews_csv.h"
#include "memory/fsrs6.h"
#include "memory/fsrs7.h"
#include "memory/minimise.h"
#include "study/replay.h"

enum { STARTS = 6, STEPS = 300, ROUNDS = 3 };

struct field {
    struct fit_pack pack;
    enum model_kind kind;
    int count;
    double targets;
};

static struct arena arena;

static double mean_loss(void *self, const double *x, double *slope)
{
    struct field *field = self;
    double sum = (field->kind == MODEL_FSRS6 ? fit_pack_loss6 : fit_pack_loss7)(
        &field->pack, x, slope);
    for (int i = 0; i < field->count; i++)
        slope[i] /= field->targets;
    return sum / field->targets;
}

/* Some rounds, each of which forgets the shape that the last one learnt. */
static double search(struct field *field, double *x)
{
    double low[MODEL_WEIGHTS_MAX];
    double high[MODEL_WEIGHTS_MAX];
    double scale[MODEL_WEIGHTS_MAX];
    bool is_six = field->kind == MODEL_FSRS6;
    (is_six ? fsrs6_bounds : fsrs7_bounds)(low, high);
    for (int i = 0; i < field->count; i++)
        scale[i] = .1 + .3 * fabs(x[i]);
    struct minimise_problem problem = {.count = field->count,
                                       .low = low,
                                       .high = high,
                                       .scale = scale,
                                       .value = mean_loss,
                                       .self = field};
    double least = HUGE_VAL;
    for (int i = 0; i < ROUNDS; i++)
        least = fmin(least, minimise(&problem, x, 1e-9, STEPS).value);
    return least;
}

static double optimum(struct field *field, const struct memory_model *truth,
                      const struct memory_model *fitted)
{
    struct memory_model plain = memory_model_default(field->kind);
    struct random random = random_seeded(5);
    double least = HUGE_VAL;
    for (int start = 0; start < STARTS; start++) {
        double x[MODEL_WEIGHTS_MAX];
        memcpy(x,
               (start == 0   ? &plain
                : start == 1 ? fitted
                             : truth)
                   ->weights,
               sizeof x);
        for (int i = 0; start > 2 && i < field->count; i++)
            x[i] *= .8 + .4 * random_unit(&random);
        least = fmin(least, search(field, x));
    }
    return least;
}

static bool read_truth(const char *text, enum model_kind kind,
                       struct memory_model *truth, struct error *err)
{
    double weights[MODEL_WEIGHTS_MAX];
    int count = 0;
    return replay_weights(text, weights, &count, err) &&
           memory_model_make(truth, kind, weights, count, true, err);
}

int main(int argc, char **argv)
{
    struct error err;
    struct reviews reviews;
    struct memory_model truth;
    double slope[MODEL_WEIGHTS_MAX];
    if (argc < 4) {
        fputs("bench_holdout FILE.csv fsrs6|fsrs7 WEIGHTS\n", stderr);
        return 2;
    }
    enum model_kind kind =
        strcmp(argv[2], "fsrs6") == 0 ? MODEL_FSRS6 : MODEL_FSRS7;
    arena_init(&arena, (size_t)8 << 30);
    if (!reviews_csv_read(argv[1], (struct reviews_zone){0, 4}, &arena,
                          &reviews, &err) ||
        !read_truth(argv[3], kind, &truth, &err)) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    struct fit_log log = reviews_log(&reviews, kind, (uint32_t)reviews.count,
                                     FIT_RECENCY_NONE, &arena);
    struct fit_options options = {.kind = kind};
    clock_t from = clock();
    struct fit_result fit = fit_model(&log, &options, &arena);
    double seconds = (double)(clock() - from) / CLOCKS_PER_SEC;
    struct field field = {.kind = kind,
                          .count = kind == MODEL_FSRS6 ? FSRS6_WEIGHTS
                                                       : FSRS7_WEIGHTS,
                          .targets = (double)fit_targets(&log, kind)};
    fit_pack_make(&field.pack, &log, kind, 1, &arena);
    double best = optimum(&field, &truth, &fit.model);
    printf(" %.6f | %.6f | %.6f | %.6f | %.2f |\n",
           mean_loss(&field, truth.weights, slope), fit.loss, best,
           fit.loss - best, seconds);
    arena_release(&arena);
    return 0;
}
