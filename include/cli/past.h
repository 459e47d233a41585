/*
 * past.h -- the reviews that `fit` and `evaluate` work on: those of a table
 * (--csv FILE), else those of the learner's log.
 *
 * Between the files of the two commands only.
 */
#ifndef CLI_PAST_H
#define CLI_PAST_H

#include "cli/desk.h"
#include "memory/fit.h"
#include "memory/reviews.h"

struct past {
    struct arena arena;
    struct reviews reviews;
    struct desk desk; /* where has_desk */
    bool has_desk;
    struct event *events; /* of the log */
    size_t event_count;
    enum model_kind kind; /* --model, else that of the log, else FSRS-7 */
    enum fit_recency recency;
    bool prior;
};

/* Reads the options and the reviews; false with a sentence. To be closed in
 * either case. */
bool past_open(struct past *past, const struct options *options,
               struct error *err);
void past_close(struct past *past);

/* Fits the model to what is before the place `until`; the progress is shown
 * where standard error is a terminal, and SIGINT stops it. */
struct fit_result past_fit(struct past *past, uint32_t until);

/* After a fit that was stopped: says so and ends as SIGINT ends a program. */
int past_stopped(void);

/* "FSRS-7", and the name that --model has for it. */
const char *past_model_title(enum model_kind kind);
const char *past_model_name(enum model_kind kind);
const char *past_recency_name(enum fit_recency recency);

#endif
