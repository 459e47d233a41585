/*
 * fit_walk.h -- all cards of a pack, forwards and backwards.
 *
 * For one model: included behind its fit_step6.h or fit_step7.h, which say what
 * a state, a step and their slopes are. Between the files of memory/fit alone.
 */
#ifndef FIT_WALK_H
#define FIT_WALK_H

#include <string.h>

#include "fit_guess.h"

/* Where answers may have been luck. */
LANES_INLINE double guess_group(const struct fit_pack *pack,
                                const struct fit_group *group,
                                const struct terms *t, double *slope)
{
    struct guess *steps = (struct guess *)pack->steps;
    struct answers first = answers_at(pack, group, 0, true);
    struct doubt doubt = guess_first(t, &steps[0], &first);
    bool is_two = first.is_lucky;
    lanes loss = lanes_of(0.0f);
    for (int i = 1; i < group->steps; i++) {
        struct answers answers = answers_at(pack, group, i, true);
        steps[i].is_two = is_two;
        struct doubt next = guess_forwards(t, &steps[i], &doubt, &answers);
        loss += forgot_loss(whole_forgot(&steps[i]), &answers);
        for (int k = 0; k < 2; k++)
            doubt.of[k] = chosen(answers.grade > 0, next.of[k], doubt.of[k]);
        doubt.second =
            lanes_choose(answers.grade > 0, next.second, doubt.second);
        is_two = is_two || answers.is_lucky;
    }
    struct sums sum;
    struct doubt by;
    memset(&sum, 0, sizeof sum);
    memset(&by, 0, sizeof by);
    for (int i = group->steps - 1; i > 0; i--) {
        struct answers answers = answers_at(pack, group, i, true);
        guess_backwards(t, &steps[i], &sum, &answers, &by);
    }
    guess_first_back(t, &steps[0], &sum, &first, &by, slope);
    add_sums(t, &sum, slope);
    return total(loss);
}

/* Where no answer of the log can have been luck. */
LANES_INLINE double sure_group(const struct fit_pack *pack,
                               const struct fit_group *group,
                               const struct terms *t, double *slope)
{
    struct step *steps = (struct step *)pack->steps;
    struct answers first = answers_at(pack, group, 0, false);
    struct state state = first_state(t, first.grade);
    lanes loss = lanes_of(0.0f);
    for (int i = 1; i < group->steps; i++) {
        struct answers answers = answers_at(pack, group, i, false);
        step_from(t, &steps[i], state, answers.days, answers.grade);
        loss += loss_of(t, &steps[i], &answers);
        state =
            chosen(answers.grade > 0, after(&steps[i], answers.grade), state);
    }
    struct sums sum;
    struct state by;
    memset(&sum, 0, sizeof sum);
    memset(&by, 0, sizeof by);
    for (int i = group->steps - 1; i > 0; i--) {
        struct answers answers = answers_at(pack, group, i, false);
        backwards(t, &steps[i], &sum, answers.days, answers.grade,
                  loss_back(&steps[i], &answers), lanes_of(0.0f), &by);
    }
    first_back(t, first.grade, &by, slope);
    add_sums(t, &sum, slope);
    return total(loss);
}

LANES_INLINE double all_groups(const struct fit_pack *pack,
                               const struct terms *t, double *slope)
{
    double loss = 0;
    for (size_t i = 0; i < pack->count; i++)
        loss += pack->chances ? guess_group(pack, &pack->groups[i], t, slope)
                              : sure_group(pack, &pack->groups[i], t, slope);
    return loss;
}

static double groups_plain(const struct fit_pack *pack, const struct terms *t,
                           double *slope)
{
    return all_groups(pack, t, slope);
}

#ifdef __x86_64__
/* The same operations on eight lanes at once, where the processor can. */
__attribute__((target("avx2"))) static double
groups_wide(const struct fit_pack *pack, const struct terms *t, double *slope)
{
    return all_groups(pack, t, slope);
}
#endif

static double groups_loss(const struct fit_pack *pack, const struct terms *t,
                          double *slope)
{
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2"))
        return groups_wide(pack, t, slope);
#endif
    return groups_plain(pack, t, slope);
}

#endif
