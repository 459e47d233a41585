/*
 * forecast_run.h -- one future at a time; between the files of the forecast
 * only.
 */
#ifndef STUDY_FORECAST_RUN_H
#define STUDY_FORECAST_RUN_H

#include "base/random.h"
#include "study/exam.h"
#include "study/forecast.h"

/* A card in the future that is lived; times are days from now. */
struct forecast_card {
    struct memory memory;
    double last;       /* when it was reviewed last */
    double recall;     /* as the model believes, on the day that is lived */
    double then;       /* the same on the day of the exam, if left alone */
    double keeps_days; /* its interval */
    int32_t due;
    int32_t other;  /* the same fact the other way round; -1: none */
    int32_t seen;   /* the day of its last review; -1: before today */
    int32_t chosen; /* the day on which it was planned last; -1: never */
    bool is_met;
    bool is_back;
};

struct forecast {
    struct study_settings settings;
    struct forecast_ask ask;
    struct forecast_error error;
    int32_t days; /* until the exam */
    size_t count; /* cards that live on */
    double share; /* of all the cards that those are */
    int32_t fresh_today;
    double minutes_today; /* studied before the forecast */
    const struct forecast_card *start;
    struct forecast_card *cards;
    uint32_t *due; /* room to choose in */
    uint32_t *fresh;
    struct exam_card *exam;

    int future; /* that is lived */
    int32_t day;
    double slower; /* time passes so much slower for the learner's memory */
    double debt;   /* answers that the day before took of this one */
    double spent;  /* answers of this future */
    double spent_later;
    double worst;
    double held;
    int32_t held_days;
    struct random random;

    double *recalls; /* of each future lived */
    struct forecast_result sum;
};

/* Lives one day; returns what it cost, in about answers. */
int forecast_live(struct forecast *forecast);

/* A standard normal number that `share` of all are below. */
double forecast_normal(double share);

#endif
