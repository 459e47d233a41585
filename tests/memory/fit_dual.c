#include "fit_dual.h"

#include <string.h>

#include "dual.h"
#include "dual_evidence.h"
#include "dual_model.h"

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

static void walk_card(struct walk *walk, size_t card)
{
    const struct fit_log *log = walk->log;
    const struct dual_model *model = walk->model;
    struct dual_memory memory = {.count = 0};
    for (uint32_t i = log->starts[card]; i < fit_card_end(log, card); i++) {
        struct dual_answer answer = {
            .days = (double)log->days[i],
            .grade = (enum grade)log->grades[i],
            .chance = log->chances ? (double)log->chances[i] : 0,
        };
        double weight = log->weights ? (double)log->weights[i] : 1;
        if (i == log->starts[card]) {
            memory = dual_evidence_first(model, answer);
            continue;
        }
        struct dual_recalls recalls =
            dual_evidence_recalls(model, &memory, answer.days);
        if (answer.days > 0 || model->kind == MODEL_FSRS7)
            add_loss(walk, recalls.whole, answer.chance,
                     answer.grade != GRADE_AGAIN, weight);
        dual_evidence_after(model, &memory, &recalls, answer);
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
