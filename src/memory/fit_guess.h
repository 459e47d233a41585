/*
 * fit_guess.h -- a review whose answer may have been luck, in lanes: what
 * memory/evidence makes of up to two hypotheses, and its slopes.
 *
 * For one model: included behind its fit_step6.h or fit_back7.h, which say what
 * a state, a step and their slopes are. Between the files of memory/fit alone.
 */
#ifndef FIT_GUESS_H
#define FIT_GUESS_H

#include <string.h>

#include "fit_join.h"

/* Two hypotheses, of which the second is believed so far; 0: it is not there.
 * Or the slopes in them. */
struct doubt {
    struct state of[2];
    lanes second;
};

/* What a review is on the way forwards. Each hypothesis goes on as the answer
 * was graded; or was forgotten, and recalled a moment after that. */
struct guess {
    struct step own[2];
    struct step failed[2];
    struct step lucky[2];
    lanes second;
    bool is_two; /* anywhere in the lanes */
};

LANES_INLINE lanes whole_forgot(const struct guess *g)
{
    lanes forgot = g->own[0].forgot;
    return g->is_two ? forgot + g->second * (g->own[1].forgot - forgot)
                     : forgot;
}

/* Forgotten, shown the answer, and right a moment later. */
LANES_INLINE struct state lucky_state(const struct terms *t, struct step *lucky,
                                      struct state forgotten)
{
    step_from(t, lucky, forgotten, lanes_of(LUCKY_DAYS), grade_of(3));
    return after(lucky, grade_of(3));
}

LANES_INLINE lanes believed(const struct guess *g, int i)
{
    return i ? g->second : 1.0f - g->second;
}

LANES_INLINE struct endings endings_of(const struct guess *g,
                                       const struct answers *answers)
{
    struct endings e;
    for (int i = 0; i < 2; i++) {
        int k = i && g->is_two ? 1 : 0;
        lanes weight = believed(g, i);
        e.of[2 * i] = after(&g->own[k], answers->grade);
        e.of[2 * i + 1] = after(&g->lucky[k], grade_of(3));
        e.weight[2 * i] = weight * (1.0f - g->own[k].forgot);
        e.weight[2 * i + 1] = weight * g->own[k].forgot * answers->chance;
    }
    return e;
}

/* How each hypothesis foretold an answer that was no luck, by what it says is
 * forgotten. Where neither thought it possible, both are believed as before. */
LANES_INLINE void foretold(const struct guess *g, lane_bits failed,
                           lanes *weight)
{
    for (int i = 0; i < 2; i++) {
        lanes forgot = g->own[i && g->is_two ? 1 : 0].forgot;
        weight[i] =
            believed(g, i) * lanes_choose(failed, forgot, 1.0f - forgot);
    }
}

LANES_INLINE struct doubt guess_first(const struct terms *t, struct guess *g,
                                      const struct answers *answers)
{
    struct state own = first_state(t, answers->grade);
    struct doubt doubt = {{own, own}, lanes_of(0.0f)};
    if (!answers->is_lucky)
        return doubt;
    lane_bits is = lucky_lanes(answers);
    struct state lucky =
        lucky_state(t, &g->lucky[0], first_state(t, grade_of(1)));
    doubt.of[1] = chosen(is, lucky, own);
    doubt.second = where(is, 1.0f - share_at_first(answers->chance));
    return doubt;
}

LANES_INLINE struct doubt guess_forwards(const struct terms *t, struct guess *g,
                                         const struct doubt *doubt,
                                         const struct answers *answers)
{
    struct doubt next;
    lanes weight[2];
    int count = g->is_two ? 2 : 1;
    g->second = doubt->second;
    for (int i = 0; i < count; i++)
        step_from(t, &g->own[i], doubt->of[i], answers->days, answers->grade);
    foretold(g, answers->grade == 1, weight);
    next.second = lanes_choose(weight[0] + weight[1] > 0.0f, second_of(weight),
                               g->second);
    for (int i = 0; i < 2; i++)
        next.of[i] = after(&g->own[g->is_two ? i : 0], answers->grade);
    if (!answers->is_lucky)
        return next;
    for (int i = 0; i < count; i++) {
        step_from(t, &g->failed[i], doubt->of[i], answers->days, grade_of(1));
        lucky_state(t, &g->lucky[i], after(&g->failed[i], grade_of(1)));
    }
    struct join joins[2];
    struct endings e = endings_of(g, answers);
    if (g->is_two) {
        join_nearest(&e, 4, &joins[0]);
        join_nearest(&e, 3, &joins[1]);
    }
    lane_bits is = lucky_lanes(answers);
    for (int i = 0; i < 2; i++)
        next.of[i] = chosen(is, e.of[i], next.of[i]);
    next.second = lanes_choose(is, second_of(e.weight), next.second);
    return next;
}

/* Where the slopes of a review go before they are in the state before it. */
struct guess_slopes {
    struct state own[2];
    struct state lucky[2];
    lanes forgot[2];
    lanes second;
};

/* An answer that was no luck. */
LANES_INLINE void sure_back(const struct guess *g, lane_bits failed,
                            const struct doubt *by, struct guess_slopes *to)
{
    lanes weight[2];
    lanes to_weight[2];
    memset(to, 0, sizeof *to);
    to->own[0] = by->of[0];
    if (!g->is_two) {
        to->own[0] = sum_of(by->of[0], by->of[1]);
        return;
    }
    to->own[1] = by->of[1];
    foretold(g, failed, weight);
    lane_bits tells = weight[0] + weight[1] > 0.0f;
    second_back(weight, where(tells, by->second), to_weight);
    to->second = where(~tells, by->second);
    for (int i = 0; i < 2; i++) {
        lanes forgot = g->own[i].forgot;
        lanes slope = to_weight[i] * believed(g, i);
        lanes told = to_weight[i] * lanes_choose(failed, forgot, 1.0f - forgot);
        to->forgot[i] = lanes_choose(failed, slope, -slope);
        to->second = i ? to->second + told : to->second - told;
    }
}

/* One that may have been. */
LANES_INLINE void lucky_back(const struct guess *g,
                             const struct answers *answers,
                             const struct doubt *by, struct guess_slopes *to)
{
    struct join joins[2];
    struct endings e = endings_of(g, answers);
    struct endings to_e;
    memset(to, 0, sizeof *to);
    memset(&to_e, 0, sizeof to_e);
    if (g->is_two) {
        join_nearest(&e, 4, &joins[0]);
        join_nearest(&e, 3, &joins[1]);
    }
    to_e.of[0] = by->of[0];
    to_e.of[1] = by->of[1];
    second_back(e.weight, by->second, to_e.weight);
    if (g->is_two) {
        join_back(&to_e, 3, &joins[1]);
        join_back(&to_e, 4, &joins[0]);
    }
    for (int i = 0; i < (g->is_two ? 2 : 1); i++) {
        lanes forgot = g->own[i].forgot;
        lanes known = to_e.weight[2 * i];
        lanes guessed = to_e.weight[2 * i + 1] * answers->chance;
        lanes told = known * (1.0f - forgot) + guessed * forgot;
        to->own[i] = to_e.of[2 * i];
        to->lucky[i] = to_e.of[2 * i + 1];
        to->forgot[i] = (guessed - known) * believed(g, i);
        to->second = i ? to->second + told : to->second - told;
    }
}

LANES_INLINE void choose_slopes(lane_bits is, const struct guess_slopes *yes,
                                struct guess_slopes *to)
{
    for (int i = 0; i < 2; i++) {
        to->own[i] = chosen(is, yes->own[i], to->own[i]);
        to->lucky[i] = chosen(is, yes->lucky[i], nowhere());
        to->forgot[i] = lanes_choose(is, yes->forgot[i], to->forgot[i]);
    }
    to->second = lanes_choose(is, yes->second, to->second);
}

/* The slope of the loss goes to both hypotheses, as far as they are believed.
 */
LANES_INLINE void loss_slopes(const struct guess *g,
                              const struct answers *answers,
                              struct guess_slopes *to)
{
    lanes by = forgot_back(whole_forgot(g), answers);
    to->forgot[0] = to->forgot[0] + by * believed(g, 0);
    if (!g->is_two)
        return;
    to->forgot[1] = to->forgot[1] + by * g->second;
    to->second += by * (g->own[1].forgot - g->own[0].forgot);
}

LANES_INLINE void guess_backwards(const struct terms *t, const struct guess *g,
                                  struct sums *sum,
                                  const struct answers *answers,
                                  struct doubt *by)
{
    struct guess_slopes to, lucky;
    lane_bits is = lucky_lanes(answers);
    lanes zero = lanes_of(0.0f);
    lane_bits is_on = answers->grade > 0;
    struct doubt off = *by;
    sure_back(g, answers->grade == 1, by, &to);
    if (answers->is_lucky) {
        lucky_back(g, answers, by, &lucky);
        choose_slopes(is, &lucky, &to);
    }
    loss_slopes(g, answers, &to);
    for (int i = 0; i < 2; i++)
        by->of[i] = nowhere();
    for (int i = 0; i < (g->is_two ? 2 : 1); i++) {
        by->of[i] = chosen(is_on, to.own[i], nowhere());
        backwards(t, &g->own[i], sum, answers->days, answers->grade, zero,
                  where(is_on, to.forgot[i]), &by->of[i]);
        if (!answers->is_lucky)
            continue;
        backwards(t, &g->lucky[i], sum, lanes_of(LUCKY_DAYS),
                  grade_where(is, 3), zero, zero, &to.lucky[i]);
        backwards(t, &g->failed[i], sum, answers->days, grade_where(is, 1),
                  zero, zero, &to.lucky[i]);
        by->of[i] = sum_of(by->of[i], to.lucky[i]);
    }
    by->second = lanes_choose(is_on, to.second, off.second);
    for (int i = 0; i < 2; i++)
        by->of[i] = chosen(is_on, by->of[i], off.of[i]);
}

LANES_INLINE void guess_first_back(const struct terms *t, const struct guess *g,
                                   struct sums *sum,
                                   const struct answers *answers,
                                   const struct doubt *by, double *slope)
{
    lanes zero = lanes_of(0.0f);
    lane_bits is = lucky_lanes(answers);
    struct state own = by->of[0];
    if (!answers->is_lucky) {
        own = sum_of(own, by->of[1]);
    } else {
        struct state lucky = chosen(is, by->of[1], nowhere());
        own = sum_of(own, chosen(is, nowhere(), by->of[1]));
        backwards(t, &g->lucky[0], sum, lanes_of(LUCKY_DAYS),
                  grade_where(is, 3), zero, zero, &lucky);
        first_back(t, grade_where(is, 1), &lucky, slope);
    }
    first_back(t, answers->grade, &own, slope);
}

#endif
