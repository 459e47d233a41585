#include <stdio.h>

#include "cli/json.h"
#include "cli/past.h"
#include "memory/metrics.h"
#include "study/replay.h"

enum { FOLDS_MAX = 50 };

static bool choose_model(const struct past *past, const struct options *options,
                         struct memory_model *model, struct error *err)
{
    double weights[MODEL_WEIGHTS_MAX];
    int count = 0;
    *model = memory_model_default(past->kind);
    if (past->has_desk && past->desk.progress.settings.model.kind == past->kind)
        *model = past->desk.progress.settings.model;
    if (!options->weights)
        return true;
    return replay_weights(options->weights, weights, &count, err) &&
           memory_model_make(model, past->kind, weights, count, true, err);
}

static void write_json_figures(struct json *out, const char *name,
                               const struct metrics *metrics)
{
    char key[64];
    snprintf(key, sizeof key, "targets%s", name);
    json_uint(out, key, metrics->targets);
    snprintf(key, sizeof key, "log_loss%s", name);
    json_real(out, key, metrics->log_loss);
    snprintf(key, sizeof key, "rmse_bins%s", name);
    json_real(out, key, metrics->rmse_bins);
    snprintf(key, sizeof key, "auc%s", name);
    json_real(out, key, metrics->auc);
}

static void write_json(const struct past *past, const struct options *options,
                       const struct judgement *judgement)
{
    struct json out;
    json_open(&out);
    json_text(&out, "model", past_model_name(past->kind));
    json_uint(&out, "reviews", past->reviews.count);
    json_uint(&out, "cards", past->reviews.cards);
    json_int(&out, "folds", options->folds);
    if (options->folds) {
        json_text(&out, "recency", past_recency_name(past->recency));
        json_text(&out, "prior", past->prior ? "default" : "none");
    }
    json_real(&out, "right", judgement->daily.right);
    write_json_figures(&out, "", &judgement->daily);
    if (past->kind == MODEL_FSRS7)
        write_json_figures(&out, "_all", &judgement->all);
    json_close(&out);
}

static void write_row(const char *name, const struct metrics *metrics)
{
    printf("%-24s %9zu %10.6f %10.4f %8.4f\n", name, metrics->targets,
           metrics->log_loss, metrics->rmse_bins, metrics->auc);
}

static void write_plain(const struct past *past, const struct options *options,
                        const struct judgement *judgement)
{
    printf("%zu reviews of %zu cards, %s", past->reviews.count,
           past->reviews.cards, past_model_title(past->kind));
    if (options->folds)
        printf(", fitted to what came before each of %d shares of the time",
               options->folds);
    printf("\n%-24s %9s %10s %10s %8s\n", "", "foretold", "log loss",
           "RMSE(bins)", "AUC");
    write_row("a day or more apart", &judgement->daily);
    if (past->kind == MODEL_FSRS7)
        write_row("all", &judgement->all);
}

/* A model fitted to what came before each fold; false when it was stopped. */
static bool judge_folds(struct past *past, int folds,
                        struct judgement *judgement)
{
    uint32_t cuts[FOLDS_MAX + 1];
    struct memory_model models[FOLDS_MAX];
    reviews_cut(&past->reviews, folds, cuts, &past->arena);
    for (int i = 0; i < folds; i++) {
        struct fit_result result = past_fit(past, cuts[i]);
        if (result.stopped)
            return false;
        models[i] = result.model;
    }
    *judgement =
        metrics_judge_folds(models, &past->reviews, cuts, folds, &past->arena);
    return true;
}

static int evaluate(struct past *past, const struct options *options)
{
    struct error err;
    struct memory_model model;
    struct judgement judgement;
    if (!choose_model(past, options, &model, &err))
        return cli_fail(&err);
    if (options->folds == 0)
        judgement = metrics_judge(&model, &past->reviews, 0,
                                  (uint32_t)past->reviews.count, &past->arena);
    else if (!judge_folds(past, options->folds, &judgement))
        return past_stopped();
    if (options->json)
        write_json(past, options, &judgement);
    else
        write_plain(past, options, &judgement);
    return EXIT_DONE;
}

static bool is_sound(const struct options *options, struct error *err)
{
    if (options->folds > FOLDS_MAX)
        return error_set_cause(err, ERROR_USAGE,
                               "--folds takes a number up to %d", FOLDS_MAX);
    if (options->folds && options->weights)
        return error_set_cause(err, ERROR_USAGE,
                               "--folds fits weights of its own; leave "
                               "--weights away");
    return true;
}

int cli_evaluate(const struct options *options)
{
    struct past past;
    struct error err;
    int status;
    if (!is_sound(options, &err))
        return cli_fail(&err);
    if (past_open(&past, options, &err))
        status = evaluate(&past, options);
    else
        status = cli_fail(&err);
    past_close(&past);
    return status;
}
