#include "fit_dual.h"

#include <string.h>

#include "dual.h"
#include "dual_model.h"
#include "memory/evidence.h"

static const double surest = 1e-7; /* no answer costs more than this makes */

/* A learner's memory while the log is walked through. */
struct walk {
    const struct fit_log *log;
    const struct dual_model *model;
    double loss;
    double *slope;
    int count; /* of weights */
};

/* -ln P, with P = R + (1 - R) c of a right answer. */
static void add_loss(struct walk *walk, struct dual recall, double chance,
                     bool right, double weight)
{
    struct dual p = dual_linear(recall, 1 - chance, chance);
    if (!right)
        p = dual_linear(p, -1, 1);
    p = dual_bounded(p, surest, HUGE_VAL);
    struct dual loss = dual_log(p);
    walk->loss -= weight * loss.value;
    for (int i = 0; i < walk->count; i++)
        walk->slope[i] -= weight * dual_slope(&loss, i);
}

/* a by the share `p`, b by the rest: stabilities in the logarithm. */
static struct dual mixed_log(struct dual a, struct dual b, struct dual p)
{
    struct dual by = dual_subtract(dual_log(a), dual_log(b));
    return dual_exp(dual_add(dual_log(b), dual_multiply(p, by)));
}

/* As memory/evidence folds "remembered" and "lucky" into one. */
static struct dual_state mix(const struct dual_model *model,
                             struct dual_state remembered,
                             struct dual_state lucky, struct dual p)
{
    struct dual_state state = {
        .slow = mixed_log(remembered.slow, lucky.slow, p),
        .difficulty =
            dual_add(lucky.difficulty,
                     dual_multiply(p, dual_subtract(remembered.difficulty,
                                                    lucky.difficulty))),
    };
    if (model->kind == MODEL_FSRS7)
        state.fast = mixed_log(remembered.fast, lucky.fast, p);
    return state;
}

static double lucky_days(const struct dual_model *model)
{
    return model->kind == MODEL_FSRS6 ? 0
                                      : EVIDENCE_LUCKY_MINUTES / (24.0 * 60.0);
}

/* The chance that a right answer was memory: R / (R + (1 - R) c). */
static struct dual was_memory(struct dual recall, double chance)
{
    return dual_divide(recall, dual_linear(recall, 1 - chance, chance));
}

/* Forgotten, shown the answer, and right a moment later. */
static struct dual_state lucky_after(const struct dual_model *model,
                                     const struct dual_state *forgotten)
{
    double days = lucky_days(model);
    struct dual_recall recall = dual_recall(model, forgotten, days);
    return dual_after(model, forgotten, &recall, days, GRADE_GOOD);
}

static struct dual_state first(const struct dual_model *model, enum grade grade,
                               double chance)
{
    struct dual_state remembered = dual_first(model, grade);
    if (grade == GRADE_AGAIN || chance <= 0)
        return remembered;
    struct dual_state forgotten = dual_first(model, GRADE_AGAIN);
    struct dual_state lucky = lucky_after(model, &forgotten);
    return mix(model, remembered, lucky,
               was_memory(dual_of(EVIDENCE_NEW_RECALL), chance));
}

static struct dual_state next(const struct dual_model *model,
                              const struct dual_state *state,
                              const struct dual_recall *recall, double days,
                              enum grade grade, double chance)
{
    struct dual_state remembered =
        dual_after(model, state, recall, days, grade);
    if (grade == GRADE_AGAIN || chance <= 0)
        return remembered;
    struct dual_state forgotten =
        dual_after(model, state, recall, days, GRADE_AGAIN);
    struct dual_state lucky = lucky_after(model, &forgotten);
    return mix(model, remembered, lucky, was_memory(recall->whole, chance));
}

static void walk_card(struct walk *walk, size_t card)
{
    const struct fit_log *log = walk->log;
    const struct dual_model *model = walk->model;
    struct dual_state state = {.slow = {.value = 0}};
    for (uint32_t i = log->starts[card]; i < fit_card_end(log, card); i++) {
        enum grade grade = (enum grade)log->grades[i];
        double chance = log->chances ? (double)log->chances[i] : 0;
        double weight = log->weights ? (double)log->weights[i] : 1;
        double days = (double)log->days[i];
        if (i == log->starts[card]) {
            state = first(model, grade, chance);
            continue;
        }
        struct dual_recall recall = dual_recall(model, &state, days);
        if (days > 0 || model->kind == MODEL_FSRS7)
            add_loss(walk, recall.whole, chance, grade != GRADE_AGAIN, weight);
        state = next(model, &state, &recall, days, grade, chance);
    }
}

double fit_dual_loss(const struct fit_log *log, enum model_kind kind, int part,
                     const double *w, double *slope)
{
    struct dual_model model = dual_model_of(kind, w);
    struct walk walk = {log, &model, 0, slope,
                        kind == MODEL_FSRS6 ? FSRS6_WEIGHTS : FSRS7_WEIGHTS};
    memset(slope, 0, (size_t)walk.count * sizeof *slope);
    for (size_t i = 0; i < log->cards; i += (size_t)part)
        walk_card(&walk, i);
    return walk.loss;
}
