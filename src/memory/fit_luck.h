/*
 * fit_luck.h -- answers in lanes, their chance of luck and what they cost, and
 * mixtures of two. SAME_DAY_COUNTS is the model's word on whether answers on
 * the day of the last one are predicted. Between the files of memory/fit alone.
 */
#ifndef FIT_LUCK_H
#define FIT_LUCK_H

#include <stdbool.h>

#include "fit_bits.h"
#include "memory/evidence.h"

/* Keeps shares of nothing from being no numbers. */
#define LEAST 1e-30f

/* One step of eight cards. */
struct answers {
    lanes days;
    lane_bits grade;
    lanes weight;  /* in the loss */
    lanes chance;  /* of being right without knowing */
    bool is_lucky; /* one of them may be right by chance */
};

LANES_INLINE struct answers answers_at(const struct fit_pack *pack,
                                       const struct fit_group *group, int step,
                                       bool has_luck)
{
    size_t at = group->at + (size_t)step * LANES;
    return (struct answers){
        .days = lanes_load(pack->days + at),
        .grade = grades_at(pack->grades + at),
        .weight =
            pack->weights ? lanes_load(pack->weights + at) : lanes_of(1.0f),
        .chance = has_luck ? lanes_load(pack->chances + at) : lanes_of(0.0f),
        .is_lucky = has_luck && pack->lucky[at / LANES],
    };
}

LANES_INLINE lane_bits lucky_lanes(const struct answers *answers)
{
    return (answers->grade > 1) & (answers->chance > 0.0f);
}

/* P(right) = 1 - (1 - c) F, where F is forgotten. */
LANES_INLINE lanes right_of(lanes forgot, lanes chance)
{
    return 1.0f - (1.0f - chance) * forgot;
}

/* The chance that a right answer to what is new was memory, R / P(right). */
LANES_INLINE lanes share_at_first(lanes chance)
{
    lanes forgot = lanes_of(1.0f - (float)EVIDENCE_NEW_RECALL);
    return (1.0f - forgot) / right_of(forgot, chance);
}

/* The loss of an answer that is predicted, weighted: -ln P(right), or -ln (1 -
 * that); and its slope in what was forgotten. */
LANES_INLINE lane_bits is_counted(const struct answers *answers)
{
    lane_bits is_on = answers->grade > 0;
    return SAME_DAY_COUNTS ? is_on : is_on & (answers->days > 0.0f);
}

LANES_INLINE lanes missed_of(lanes forgot, const struct answers *answers)
{
    lanes missed = forgot * (1.0f - answers->chance);
    return lanes_choose(missed > DOUBT, missed, lanes_of(DOUBT));
}

LANES_INLINE lanes forgot_loss(lanes forgot, const struct answers *answers)
{
    lanes likely = lanes_choose(answers->grade == 1, missed_of(forgot, answers),
                                right_of(forgot, answers->chance));
    return where(is_counted(answers), -lanes_log(likely) * answers->weight);
}

LANES_INLINE lanes forgot_back(lanes forgot, const struct answers *answers)
{
    lanes unlucky = 1.0f - answers->chance;
    lanes by =
        lanes_choose(answers->grade == 1, -unlucky / missed_of(forgot, answers),
                     unlucky / right_of(forgot, answers->chance));
    return where(is_counted(answers), by * answers->weight);
}

/* A stability `share` of the way from b to a, in the logarithm. */
LANES_INLINE lanes mixed(lanes a, lanes b, lanes share)
{
    lanes log_b = lanes_log(b);
    return lanes_exp(log_b + share * (lanes_log(a) - log_b));
}

/* The slopes in a, in b and in the share. */
LANES_INLINE void mixed_back(lanes a, lanes b, lanes share, lanes by,
                             lanes *to_a, lanes *to_b, lanes *to_share)
{
    lanes log_b = lanes_log(b);
    lanes apart = lanes_log(a) - log_b;
    lanes by_log = by * lanes_exp(log_b + share * apart);
    *to_a = by_log * share / a;
    *to_b = by_log * (1.0f - share) / b;
    *to_share += by_log * apart;
}

/* That grade in all lanes; in some, 0 elsewhere. */
LANES_INLINE lane_bits grade_of(int grade)
{
    return (lane_bits){0} + grade;
}

LANES_INLINE lane_bits grade_where(lane_bits is, int grade)
{
    return is & grade_of(grade);
}

#endif
