#include "memory/model.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "memory/curve.h"
#include "memory/fsrs6.h"
#include "memory/fsrs7.h"

static const double ms_per_day = 86400000.0;

/* A hypothesis believed less than this changes no recall that is looked at. */
static const double hardly = 1e-9;

/* What a model is to the rest of this file. */
static const struct engine {
    const char *name;
    int weights;
    const double *defaults;
    void (*bound)(double *weights);
    struct memory_state (*first)(const double *weights, enum grade grade);
    struct curve (*curve)(const double *weights,
                          const struct memory_state *state);
    struct memory_state (*after)(const double *weights,
                                 const struct memory_state *state, double days,
                                 enum grade grade);
    void (*outcomes)(const double *weights, const struct memory_state *state,
                     double days, struct memory_state after[GRADE_COUNT]);
} engines[] = {
    [MODEL_FSRS6] = {"FSRS-6", FSRS6_WEIGHTS, fsrs6_defaults, fsrs6_bound,
                     fsrs6_first, fsrs6_curve, fsrs6_after, fsrs6_outcomes},
    [MODEL_FSRS7] = {"FSRS-7", FSRS7_WEIGHTS, fsrs7_defaults, fsrs7_bound,
                     fsrs7_first, fsrs7_curve, fsrs7_after, fsrs7_outcomes},
};

static const struct engine *engine_of(enum model_kind kind)
{
    assert(kind == MODEL_FSRS6 || kind == MODEL_FSRS7);
    return &engines[kind];
}

struct memory_model memory_model_default(enum model_kind kind)
{
    const struct engine *engine = engine_of(kind);
    struct memory_model model = {.kind = kind};
    memcpy(model.weights, engine->defaults,
           (size_t)engine->weights * sizeof model.weights[0]);
    return model;
}

bool memory_model_make(struct memory_model *model, enum model_kind kind,
                       const double *weights, int count, bool clamp,
                       struct error *err)
{
    const struct engine *engine = engine_of(kind);
    if (count != engine->weights)
        return error_set(err,
                         "%s takes %d weights but %d were given; give them "
                         "all, or none for the defaults",
                         engine->name, engine->weights, count);
    for (int i = 0; i < count; i++) {
        if (!isfinite(weights[i]))
            return error_set(err,
                             "weight w%d of %s is not a finite number; "
                             "correct it, or give no weights for the defaults",
                             i, engine->name);
    }
    *model = (struct memory_model){.kind = kind};
    memcpy(model->weights, weights, (size_t)count * sizeof weights[0]);
    if (clamp)
        engine->bound(model->weights);
    return true;
}

/* In floating point, where no pair of instants overflows; milliseconds are
 * exact for longer than there have been people. */
double memory_elapsed_days(const struct memory_model *model,
                           struct review_time from, struct review_time to)
{
    double days = model->kind == MODEL_FSRS6
                      ? (double)to.study_day - (double)from.study_day
                      : ((double)to.at_ms - (double)from.at_ms) / ms_per_day;
    return days > 0.0 ? days : 0.0;
}

static struct curve curve_of(const struct memory_model *model,
                             const struct memory *memory)
{
    const struct engine *engine = engine_of(model->kind);
    if (memory->count == 1)
        return engine->curve(model->weights, &memory->branch[0]);
    struct curve mixed = {0};
    for (int i = 0; i < memory->count; i++) {
        struct curve one = engine->curve(model->weights, &memory->branch[i]);
        curve_add(&mixed, &one, memory->weight[i]);
    }
    return mixed;
}

double memory_recall(const struct memory_model *model,
                     const struct memory *memory, double days)
{
    if (memory->count == 0)
        return 1.0;
    struct curve curve = curve_of(model, memory);
    return curve_recall(&curve, days);
}

/* What each hypothesis said about the answer decides how far it is believed
 * from now on (Bayes' rule). One that stands alone stays certain. */
static void weigh(const struct memory_model *model, const struct memory *memory,
                  double days, bool recalled, struct memory *after)
{
    double sum = 0.0;
    for (int i = 0; i < memory->count; i++) {
        struct curve curve =
            engine_of(model->kind)->curve(model->weights, &memory->branch[i]);
        double recall = curve_recall(&curve, days);
        after->weight[i] =
            memory->weight[i] * (recalled ? recall : 1.0 - recall);
        sum += after->weight[i];
    }
    for (int i = 0; i < memory->count; i++)
        after->weight[i] =
            sum > 0.0 ? after->weight[i] / sum : memory->weight[i];
    /* One number says how far each of two is believed. */
    if (memory->count == 2)
        after->weight[0] = 1.0 - after->weight[1];
}

static struct memory certain(struct memory_state state)
{
    return (struct memory){.count = 1, .weight = {1.0}, .branch = {state}};
}

/* One of two that is hardly believed any more is let go. */
static struct memory without_doubt(const struct memory *memory)
{
    if (memory->count == 2 && memory->weight[1] < hardly)
        return certain(memory->branch[0]);
    if (memory->count == 2 && memory->weight[0] < hardly)
        return certain(memory->branch[1]);
    return *memory;
}

struct memory memory_after(const struct memory_model *model,
                           const struct memory *memory, double elapsed_days,
                           enum grade grade)
{
    const struct engine *engine = engine_of(model->kind);
    if (memory->count == 0)
        return certain(engine->first(model->weights, grade));
    if (memory->count == 1)
        return certain(engine->after(model->weights, &memory->branch[0],
                                     elapsed_days, grade));
    struct memory after = {.count = memory->count};
    weigh(model, memory, elapsed_days, grade != GRADE_AGAIN, &after);
    for (int i = 0; i < memory->count; i++)
        after.branch[i] = engine->after(model->weights, &memory->branch[i],
                                        elapsed_days, grade);
    return without_doubt(&after);
}

void memory_outcomes(const struct memory_model *model,
                     const struct memory *memory, double elapsed_days,
                     struct memory after[GRADE_COUNT])
{
    const struct engine *engine = engine_of(model->kind);
    struct memory_state states[GRADE_COUNT];
    if (memory->count == 1)
        engine->outcomes(model->weights, &memory->branch[0], elapsed_days,
                         states);
    for (int i = 0; i < GRADE_COUNT; i++)
        after[i] =
            memory->count == 1
                ? certain(states[i])
                : memory_after(model, memory, elapsed_days, (enum grade)i);
}

double memory_days_until(const struct memory_model *model,
                         const struct memory *memory, double target)
{
    if (memory->count == 0)
        return 0.0;
    struct curve curve = curve_of(model, memory);
    return curve_days_until(&curve, target);
}

double memory_strength_days(const struct memory_model *model,
                            const struct memory *memory)
{
    return memory_days_until(model, memory, 0.9);
}
