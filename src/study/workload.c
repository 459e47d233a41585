#include "study/workload.h"

#include "study/forecast.h"

const double workload_targets[WORKLOAD_TARGETS] = {.8, .85, .9, .95};

static struct workload load_of(const struct forecast_result *result,
                               double target, double seconds)
{
    return (struct workload){
        .target = target,
        .answers = result->answers_later,
        .minutes = result->answers_later * seconds / 60,
        .recalled = result->held,
        .kept = result->kept,
        .cost = result->held > 0 ? result->answers * seconds / 60 / result->held
                                 : 0,
    };
}

int workload_make(struct arena *arena, const struct knowledge *knowledge,
                  const struct progress *progress, const struct deck *deck,
                  struct moment now, double seconds,
                  struct workload loads[WORKLOAD_TARGETS])
{
    int cheapest = 0;
    for (int i = 0; i < WORKLOAD_TARGETS; i++) {
        struct forecast_ask ask = {
            .deck = deck,
            .now = now,
            .exam_day = moment_study_day(now) + WORKLOAD_DAYS,
            .minutes = -1,
            .seconds = seconds,
            .target = workload_targets[i],
            .way = FORECAST_PLAIN,
            .futures = WORKLOAD_FUTURES,
        };
        struct forecast_result result =
            forecast_make(arena, knowledge, progress, &ask);
        loads[i] = load_of(&result, ask.target, seconds);
        if (loads[i].cost < loads[cheapest].cost)
            cheapest = i;
    }
    return cheapest;
}
