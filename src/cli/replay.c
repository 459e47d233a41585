#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "study/replay.h"

static bool choose_model(const struct options *options,
                         struct memory_model *model, struct error *err)
{
    double weights[MODEL_WEIGHTS_MAX];
    int count = 0;
    bool is_old = options->model && strcmp(options->model, "fsrs6") == 0;
    enum model_kind kind = is_old ? MODEL_FSRS6 : MODEL_FSRS7;
    *model = memory_model_default(kind);
    if (!options->weights)
        return true;
    /* not clamped: a replay shows what these weights do */
    return replay_weights(options->weights, weights, &count, err) &&
           memory_model_make(model, kind, weights, count, false, err);
}

/* A line that is too long for any row is cut; the reader then names it. */
static bool next_line(char *line, int size)
{
    if (!fgets(line, size, stdin))
        return false;
    if (!strchr(line, '\n'))
        for (int c; (c = getchar()) != EOF && c != '\n';)
            ;
    return true;
}

int cli_replay(const struct options *options)
{
    struct memory_model model;
    struct replay replay;
    struct error err;
    char line[REPLAY_LINE_MAX];
    char out[REPLAY_OUT_MAX];
    int status = EXIT_DONE;
    if (!choose_model(options, &model, &err))
        return cli_fail(&err);
    replay_init(&replay, &model);
    while (next_line(line, sizeof line)) {
        if (replay_line(&replay, line, out, sizeof out, &err)) {
            fputs(out, stdout);
            continue;
        }
        status = cli_fail(&err);
        if (!replay.has_header)
            break;
    }
    if (!replay.has_header && status == EXIT_DONE) {
        error_set(&err, "There is nothing to replay; begin with the header "
                        "sequence,elapsed_days,rating");
        status = cli_fail(&err);
    }
    return status;
}
