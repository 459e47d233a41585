#include "memory/sm2.h"

#include <math.h>

#include "memory/curve.h"
#include "memory/fsrs6.h"
#include "memory/fsrs7.h"

/* FSRS-7's beginning, where nothing is known but an interval. */
static const double middle_difficulty = 5.0;
static const double fast_part = 0.8;
static const double stability_min = 0.0001;
static const double stability_max = 36500.0;

/* Halving the logarithms between the bounds so often leaves nothing. */
enum { HALVINGS = 64 };

/* fsrs-rs inference.rs, memory_state_from_sm2: the stability whose interval
 * it is, and the rule of growth solved for difficulty. */
static struct memory_state state6(const double *w, const struct sm2 *old,
                                  double retention)
{
    struct memory_state one = {.slow = 1.0, .difficulty = 1.0};
    struct curve curve = fsrs6_curve(w, &one);
    double per_day = curve_days_until(&curve, retention);
    double slow =
        curve_bounded(old->interval_days / per_day, 0.001, stability_max);
    double growth =
        exp(w[8]) * pow(slow, -w[9]) * expm1((1.0 - retention) * w[10]);
    double difficulty = 11.0 - (old->ease - 1.0) / growth;
    return (struct memory_state){
        .slow = slow,
        .difficulty = curve_bounded(difficulty, 1.0, 10.0),
    };
}

static struct memory_state middle(double slow)
{
    return (struct memory_state){
        .slow = slow,
        .fast = fmax(fast_part * slow, stability_min),
        .difficulty = middle_difficulty,
    };
}

/* Neither stability is the interval, so the one that ends there is searched. */
static struct memory_state state7(const double *w, const struct sm2 *old,
                                  double retention)
{
    double low = log(stability_min);
    double high = log(stability_max);
    for (int i = 0; i < HALVINGS; i++) {
        double at = low + (high - low) / 2.0;
        struct memory_state state = middle(exp(at));
        struct curve curve = fsrs7_curve(w, &state);
        if (curve_recall(&curve, old->interval_days) < retention)
            low = at;
        else
            high = at;
    }
    return middle(curve_bounded(exp(high), stability_min, stability_max));
}

bool memory_from_sm2(const struct memory_model *model, struct sm2 old,
                     double retention, struct memory *memory, struct error *err)
{
    if (!isfinite(old.ease) || !isfinite(old.interval_days))
        return error_set(err, "ease and interval have to be numbers; leave "
                              "the card out");
    if (!(retention > 0.0 && retention < 1.0))
        return error_set(err,
                         "retention %g is not between 0 and 1; 0.9 is "
                         "usual",
                         retention);
    old.interval_days = fmax(old.interval_days, SM2_DAYS_MIN);
    *memory = (struct memory){.count = 1, .weight = {1.0}};
    memory->branch[0] = model->kind == MODEL_FSRS6
                            ? state6(model->weights, &old, retention)
                            : state7(model->weights, &old, retention);
    return true;
}
