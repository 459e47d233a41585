#include <stdio.h>
#include <time.h>

#include "cli/json.h"
#include "cli/past.h"
#include "memory/metrics.h"
#include "study/weights.h"

/* What a fit came to. */
struct fitted {
    struct fit_result result;
    struct judgement before;
    struct judgement after;
    double seconds; /* of one processor */
};

static double processor_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static int weights_of(enum model_kind kind)
{
    return kind == MODEL_FSRS6 ? FSRS6_WEIGHTS : FSRS7_WEIGHTS;
}

/* What the model was fitted to foretell. */
static const struct metrics *own(const struct judgement *judgement,
                                 enum model_kind kind)
{
    return kind == MODEL_FSRS6 ? &judgement->daily : &judgement->all;
}

static void write_json(const struct past *past, const struct fitted *fitted)
{
    struct json out;
    const struct fit_result *result = &fitted->result;
    const struct metrics *before = own(&fitted->before, past->kind);
    const struct metrics *after = own(&fitted->after, past->kind);
    json_open(&out);
    json_text(&out, "model", past_model_name(past->kind));
    json_uint(&out, "reviews", past->reviews.count);
    json_uint(&out, "cards", past->reviews.cards);
    json_uint(&out, "targets", result->targets);
    json_bool(&out, "too_few", result->too_few);
    json_text(&out, "recency", past_recency_name(past->recency));
    json_text(&out, "prior", past->prior ? "default" : "none");
    json_list_open(&out, "weights");
    for (int i = 0; i < weights_of(past->kind); i++)
        json_real(&out, NULL, result->model.weights[i]);
    json_list_close(&out);
    json_real(&out, "log_loss_before", before->log_loss);
    json_real(&out, "log_loss", after->log_loss);
    json_real(&out, "rmse_bins", after->rmse_bins);
    json_real(&out, "auc", after->auc);
    json_real(&out, "log_loss_daily", fitted->after.daily.log_loss);
    json_int(&out, "iterations", result->iterations);
    json_real(&out, "seconds", fitted->seconds);
    json_close(&out);
}

static void write_plain(const struct past *past, const struct fitted *fitted)
{
    const struct fit_result *result = &fitted->result;
    const struct metrics *before = own(&fitted->before, past->kind);
    const struct metrics *after = own(&fitted->after, past->kind);
    printf("%zu reviews of %zu cards, %zu of them foretold by %s\n",
           past->reviews.count, past->reviews.cards, result->targets,
           past_model_title(past->kind));
    if (result->too_few) {
        printf("Too few to fit to: it takes %d; the default weights stay\n",
               FIT_TARGETS_MIN);
        return;
    }
    printf("%-12s %10s %10s %8s\n", "", "log loss", "RMSE(bins)", "AUC");
    printf("%-12s %10.6f %10.4f %8.4f\n", "before", before->log_loss,
           before->rmse_bins, before->auc);
    printf("%-12s %10.6f %10.4f %8.4f\n", "fitted", after->log_loss,
           after->rmse_bins, after->auc);
    printf("%d steps, %.2f s\nweights ", result->iterations, fitted->seconds);
    for (int i = 0; i < weights_of(past->kind); i++)
        printf("%s%.6g", i ? "," : "", result->model.weights[i]);
    puts("");
}

/* The fit becomes the learner's, and what was derived is derived anew. */
static bool keep(struct past *past, const struct options *options,
                 const struct memory_model *model, struct error *err)
{
    struct event event = weights_event(model, clock_now(options), &past->arena);
    if (past->desk.saves_nothing)
        return error_set(err, "The log cannot be written here; the fit was "
                              "not kept");
    if (!store_append(past->desk.store, &event, err))
        return false;
    past->desk.is_ahead = true; /* the cache is of before */
    return true;
}

static int take_back(struct past *past, const struct options *options)
{
    struct error err;
    struct moment now = clock_now(options);
    const struct event *last =
        weights_last(past->events, past->event_count, &past->arena);
    if (!last) {
        error_set(&err, "There is no fit to take back");
        return cli_fail(&err);
    }
    struct event event = {.kind = EVENT_VOID,
                          .at_ms = now.at_ms,
                          .tz_min = now.tz_min,
                          .study_day = moment_study_day(now),
                          .target = last->id};
    if (!store_append(past->desk.store, &event, &err))
        return cli_fail(&err);
    past->desk.is_ahead = true;
    puts("The last fit is taken back");
    return EXIT_DONE;
}

static int fit(struct past *past, const struct options *options)
{
    struct error err;
    struct fitted fitted;
    uint32_t all = (uint32_t)past->reviews.count;
    struct memory_model now = past->has_desk
                                  ? past->desk.progress.settings.model
                                  : memory_model_default(past->kind);
    if (now.kind != past->kind)
        now = memory_model_default(past->kind);
    double from = processor_seconds();
    fitted.result = past_fit(past, all);
    fitted.seconds = processor_seconds() - from;
    if (fitted.result.stopped)
        return past_stopped();
    fitted.before = metrics_judge(&now, &past->reviews, 0, all, &past->arena);
    fitted.after = metrics_judge(&fitted.result.model, &past->reviews, 0, all,
                                 &past->arena);
    if (past->has_desk && !fitted.result.too_few &&
        !keep(past, options, &fitted.result.model, &err))
        return cli_fail(&err);
    if (options->json)
        write_json(past, &fitted);
    else
        write_plain(past, &fitted);
    return EXIT_DONE;
}

int cli_fit(const struct options *options)
{
    struct past past;
    struct error err;
    int status;
    if (options->undo && options->csv_file) {
        error_set_cause(&err, ERROR_USAGE,
                        "--undo is of the log; leave --csv away");
        return cli_fail(&err);
    }
    if (!past_open(&past, options, &err))
        status = cli_fail(&err);
    else
        status =
            options->undo ? take_back(&past, options) : fit(&past, options);
    past_close(&past);
    return status;
}
