/*
 * bench_fit -- how long a fit takes and how good it is, beside a peer's.
 *
 * bench_fit FILE.csv UTC_OFFSET [PEER.txt]: the table of reviews, and what
 * peer_fit.mjs made of it. Prints lines of words and numbers: ours and the
 * peer's processor seconds and log losses (all by one evaluator, the daily
 * reviews, each counts the same), that of the optimum, and of five folds. Each
 * time is the least of BENCH_ROUNDS; reading the table is not in it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "io/reviews_csv.h"
#include "memory/metrics.h"
#include "study/replay.h"

enum { BENCH_ROUNDS = 3, FOLDS = 5, LINE_MAX_BYTES = 4096 };

/* What a peer's file says. */
struct peer {
    bool is_there;
    double seconds;
    struct memory_model model;
    struct memory_model folds[FOLDS];
    int fold_count;
};

static struct arena arena;
static struct reviews reviews;

static double processor_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static uint32_t everything(void)
{
    return (uint32_t)reviews.count;
}

/* A fit to what is before a place, without recency and prior; as fine as can
 * be where it is asked. */
static struct fit_result fit(enum model_kind kind, uint32_t until, bool fine,
                             double *seconds)
{
    struct arena room;
    struct fit_options options = {.kind = kind, .fine = fine};
    arena_init(&room, (size_t)8 << 30);
    double from = processor_seconds();
    struct fit_log log =
        reviews_log(&reviews, kind, until, FIT_RECENCY_NONE, &room);
    struct fit_result result = fit_model(&log, &options, &room);
    *seconds = processor_seconds() - from;
    arena_release(&room);
    return result;
}

static double loss_of(const struct memory_model *model)
{
    struct arena room;
    arena_init(&room, (size_t)8 << 30);
    double loss =
        metrics_judge(model, &reviews, 0, everything(), &room).daily.log_loss;
    arena_release(&room);
    return loss;
}

static bool read_model(const char *text, struct memory_model *model)
{
    double weights[MODEL_WEIGHTS_MAX];
    int count = 0;
    struct error err;
    return replay_weights(text, weights, &count, &err) &&
           memory_model_make(model, MODEL_FSRS6, weights, count, true, &err);
}

static void read_peer(const char *path, struct peer *peer)
{
    char line[LINE_MAX_BYTES];
    char weights[LINE_MAX_BYTES];
    double seconds;
    int fold;
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        if (sscanf(line, "fit %lf %4000s", &seconds, weights) == 2) {
            peer->seconds = seconds;
            peer->is_there = read_model(weights, &peer->model);
        } else if (sscanf(line, "fold %d %lf %4000s", &fold, &seconds,
                          weights) == 3 &&
                   fold >= 1 && fold <= FOLDS &&
                   read_model(weights, &peer->folds[fold - 1])) {
            peer->fold_count++;
        }
    }
    if (file)
        fclose(file);
}

static double best_fit(enum model_kind kind, struct fit_result *result)
{
    double best = 1e9;
    for (int i = 0; i < BENCH_ROUNDS; i++) {
        double seconds;
        *result = fit(kind, everything(), false, &seconds);
        best = seconds < best ? seconds : best;
    }
    return best;
}

static void judge_folds(const struct peer *peer)
{
    uint32_t cuts[FOLDS + 1];
    struct memory_model six[FOLDS];
    struct memory_model seven[FOLDS];
    double seconds;
    reviews_cut(&reviews, FOLDS, cuts, &arena);
    for (int i = 0; i < FOLDS; i++) {
        six[i] = fit(MODEL_FSRS6, cuts[i], false, &seconds).model;
        seven[i] = fit(MODEL_FSRS7, cuts[i], false, &seconds).model;
    }
    printf(
        "folds6 %.6f\n",
        metrics_judge_folds(six, &reviews, cuts, FOLDS, &arena).daily.log_loss);
    printf("folds7 %.6f\n",
           metrics_judge_folds(seven, &reviews, cuts, FOLDS, &arena)
               .daily.log_loss);
    if (peer->fold_count == FOLDS)
        printf("peer-folds %.6f\n",
               metrics_judge_folds(peer->folds, &reviews, cuts, FOLDS, &arena)
                   .daily.log_loss);
}

static long peak_mib(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

int main(int argc, char **argv)
{
    struct error err;
    struct peer peer = {.is_there = false};
    struct fit_result six;
    struct fit_result seven;
    struct memory_model defaults = memory_model_default(MODEL_FSRS6);
    double seconds;
    if (argc < 3) {
        fputs("bench_fit FILE.csv UTC_OFFSET [PEER.txt]\n", stderr);
        return 2;
    }
    struct reviews_zone zone = {atoi(argv[2]) * 60, 4};
    arena_init(&arena, (size_t)16 << 30);
    if (!reviews_csv_read(argv[1], zone, &arena, &reviews, &err)) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    if (argc > 3)
        read_peer(argv[3], &peer);
    printf("reviews %zu\n", reviews.count);
    printf("seconds6 %.6f\n", best_fit(MODEL_FSRS6, &six));
    printf("peak %ld\n", peak_mib());
    printf("seconds7 %.6f\n", best_fit(MODEL_FSRS7, &seven));
    printf("loss-defaults %.6f\n", loss_of(&defaults));
    printf("loss6 %.6f\n", loss_of(&six.model));
    printf("loss7 %.6f\n", loss_of(&seven.model));
    six = fit(MODEL_FSRS6, everything(), true, &seconds);
    printf("optimum6 %.6f\n", loss_of(&six.model));
    if (peer.is_there)
        printf("peer-seconds %.6f\npeer-loss %.6f\n", peer.seconds,
               loss_of(&peer.model));
    if (reviews.count <= 20000)
        judge_folds(&peer);
    arena_release(&arena);
    return 0;
}
