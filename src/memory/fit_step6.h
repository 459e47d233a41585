/*
 * fit_step6.h -- one review by FSRS-6 in lanes, forwards and backwards: the
 * formulas of memory/fsrs6.c and their slopes. Between the files of memory/fit
 * alone.
 */
#ifndef FIT_STEP6_H
#define FIT_STEP6_H

#include <math.h>

#define SAME_DAY_COUNTS false
#include "fit_firsts.h"
#include "fit_luck.h"
#include "memory/fsrs6.h"

/* Of eight cards; or the slopes in it. */
struct state {
    lanes s, d;
};

/* A moment is the same day. */
#define LUCKY_DAYS 0.0f

/* What the way back needs of each step: the state before it, and the parts of
 * the formulas of memory/fsrs6.c. */
struct step {
    lanes s, d;     /* before the review */
    lanes log_s;    /* ln S */
    lanes log_d;    /* ln D */
    lanes u;        /* ln(1 + F t / S) */
    lanes y;        /* 1 / (1 + F t / S) */
    lanes forgot;   /* 1 - R */
    lanes growth;   /* e^w8 S^-w9 (11 - D) */
    lanes surprise; /* e^(w10 (1 - R)) - 1 */
    lanes log_s1;   /* ln(S + 1) */
    lanes power;    /* (S + 1)^w13 - 1 */
    lanes left;     /* w11 D^-w12 e^(w14 (1 - R)) */
    lanes same;     /* e^(w17 (G - 3 + w18)) S^-w19 */
    lanes next_s;   /* after, before it is bounded */
    lanes next_d;
};

/* Slopes of the parts that many lanes share, to be split up at the end. */
struct sums {
    lanes w6, w7, w8, w9, w10, w11, w12, w13, w14, w15, w16, w18, w19, w20;
    lanes most;    /* of e^(-w17 w18) */
    lanes distant; /* of the exponent w17 (G - 3 + w18), by G - 3 + w18 */
    lanes easy;    /* of the difficulty of an easy beginning */
};

/* What is the same for all cards. */
struct terms {
    float w[FSRS6_WEIGHTS];
    float factor;    /* F of the forgetting curve */
    float factor_by; /* its slope in w20 */
    float growth;    /* e^w8 */
    float most;      /* e^(-w17 w18) */
    struct firsts firsts;
};

static struct terms terms_of(const double *w)
{
    struct terms t;
    double factor = expm1(-log(0.9) / w[20]);
    for (int i = 0; i < FSRS6_WEIGHTS; i++)
        t.w[i] = (float)w[i];
    t.factor = (float)factor;
    t.factor_by = (float)((factor + 1) * log(0.9) / (w[20] * w[20]));
    t.growth = (float)exp(w[8]);
    t.most = (float)exp(-w[17] * w[18]);
    t.firsts = firsts_of(w);
    return t;
}

LANES_INLINE struct state first_state(const struct terms *t, lane_bits grade)
{
    return (struct state){
        lanes_bounded(first_of(t->firsts.s, grade), .001f, 36500.0f),
        first_of(t->firsts.d, grade)};
}

LANES_INLINE lanes bonus_of(const struct terms *t, lane_bits grade)
{
    return lanes_choose(
        grade == 2, lanes_of(t->w[15]),
        lanes_choose(grade == 4, lanes_of(t->w[16]), lanes_of(1.0f)));
}

/* One review forwards: fills the step. */
LANES_INLINE void forwards(const struct terms *t, struct step *k, lanes days,
                           lane_bits grade)
{
    const float *w = t->w;
    lanes distance = as_lanes(grade - 3);
    lane_bits later = days > 0.0f;
    lanes x = days * t->factor / k->s;
    k->log_s = lanes_log(k->s);
    k->log_d = lanes_log(k->d);
    k->u = lanes_log1p(x);
    k->y = 1.0f / (x + 1.0f);
    k->forgot = -lanes_expm1(k->u * -w[20]);
    k->growth = lanes_exp(k->log_s * -w[9]) * (11.0f - k->d) * t->growth;
    k->surprise = lanes_expm1(k->forgot * w[10]);
    k->log_s1 = lanes_log1p(k->s);
    k->power = lanes_expm1(k->log_s1 * w[13]);
    k->left = lanes_exp(k->forgot * w[14] - k->log_d * w[12]) * w[11];
    k->same = lanes_exp((distance + w[18]) * w[17] - k->log_s * w[19]);
    lanes kept =
        lanes_choose((grade >= 2) & (k->same < 1.0f), lanes_of(1.0f), k->same);
    lanes recalled =
        k->s * (k->growth * k->surprise * bonus_of(t, grade) + 1.0f);
    lanes failed = lanes_min(k->left * k->power, k->s * t->most);
    k->next_s = lanes_choose(later, lanes_choose(grade == 1, failed, recalled),
                             k->s * kept);
    lanes damped = k->d + (10.0f - k->d) * distance * (-w[6] / 9.0f);
    k->next_d = damped * (1.0f - w[7]) + w[7] * t->firsts.easy;
}

/* The state after a step. */
LANES_INLINE struct state after(const struct step *k, lane_bits grade)
{
    (void)grade;
    return (struct state){lanes_bounded(k->next_s, .001f, 36500.0f),
                          lanes_bounded(k->next_d, 1.0f, 10.0f)};
}

LANES_INLINE void step_from(const struct terms *t, struct step *k,
                            struct state state, lanes days, lane_bits grade)
{
    k->s = state.s;
    k->d = state.d;
    forwards(t, k, days, grade);
}

LANES_INLINE struct state chosen(lane_bits is, struct state yes,
                                 struct state no)
{
    return (struct state){lanes_choose(is, yes.s, no.s),
                          lanes_choose(is, yes.d, no.d)};
}

LANES_INLINE struct state sum_of(struct state a, struct state b)
{
    return (struct state){a.s + b.s, a.d + b.d};
}

/* `share` of a, the rest of b; and from the slopes in that to those in both,
 * and in the share. */
LANES_INLINE struct state mixture(struct state a, struct state b, lanes share)
{
    return (struct state){mixed(a.s, b.s, share), b.d + share * (a.d - b.d)};
}

LANES_INLINE lanes mixture_back(struct state a, struct state b, lanes share,
                                struct state by, struct state *to_a,
                                struct state *to_b)
{
    lanes to_share = by.d * (a.d - b.d);
    mixed_back(a.s, b.s, share, by.s, &to_a->s, &to_b->s, &to_share);
    to_a->d = by.d * share;
    to_b->d = by.d * (1.0f - share);
    return to_share;
}

/* The loss of an answer that was no luck: -ln R without a detour by R. */
LANES_INLINE lanes loss_of(const struct terms *t, const struct step *k,
                           const struct answers *answers)
{
    lanes loss = lanes_choose(answers->grade == 1,
                              -lanes_log(missed_of(k->forgot, answers)),
                              k->u * t->w[20]);
    return where(is_counted(answers), loss * answers->weight);
}

/* How a recalled answer's new stability depends on all before it. */
LANES_INLINE void recalled_back(const struct terms *t, const struct step *k,
                                struct sums *sum, lane_bits grade, lanes a,
                                lanes *to_s, lanes *to_d, lanes *to_forgot)
{
    lanes bonus = bonus_of(t, grade);
    lanes plain = k->growth * k->surprise;
    lanes gain = plain * bonus;
    lanes of_gain = a * k->s;
    lanes steep = of_gain * k->growth * bonus * (k->surprise + 1.0f);
    *to_s += a * (gain * (1.0f - t->w[9]) + 1.0f);
    *to_d -= of_gain * gain / (11.0f - k->d);
    *to_forgot += steep * t->w[10];
    sum->w8 += of_gain * gain;
    sum->w9 -= of_gain * gain * k->log_s;
    sum->w10 += steep * k->forgot;
    sum->w15 += where(grade == 2, of_gain * plain);
    sum->w16 += where(grade == 4, of_gain * plain);
}

LANES_INLINE void failed_back(const struct terms *t, const struct step *k,
                              struct sums *sum, lanes a, lanes *to_s,
                              lanes *to_d, lanes *to_forgot)
{
    const float *w = t->w;
    lanes left = k->left * k->power;
    lane_bits is_left = left <= k->s * t->most;
    lanes b = where(is_left, a);
    lanes c = where(~is_left, a);
    lanes steep = b * k->left * (k->power + 1.0f);
    *to_s += steep * w[13] / (k->s + 1.0f) + c * t->most;
    *to_d -= b * left * w[12] / k->d;
    *to_forgot += b * left * w[14];
    sum->w11 += b * left;
    sum->w12 -= b * left * k->log_d;
    sum->w13 += steep * k->log_s1;
    sum->w14 += b * left * k->forgot;
    sum->most += c * k->s;
}

LANES_INLINE void same_day_back(const struct terms *t, const struct step *k,
                                struct sums *sum, lane_bits grade, lanes a,
                                lanes *to_s)
{
    lane_bits moves = (grade < 2) | (k->same >= 1.0f);
    lanes b = where(moves, a);
    lanes all = b * k->s * k->same;
    *to_s += b * k->same * (1.0f - t->w[19]) + where(~moves, a);
    sum->distant += all * (as_lanes(grade - 3) + t->w[18]);
    sum->w18 += all;
    sum->w19 -= all * k->log_s;
}

/* The slope of that in R's exponent w20 ln(1 + F t / S). */
LANES_INLINE lanes loss_back(const struct step *k,
                             const struct answers *answers)
{
    lanes wrong = (k->forgot - 1.0f) / missed_of(k->forgot, answers);
    return answers->weight *
           lanes_choose(answers->grade == 1, wrong, lanes_of(1.0f));
}

/* One review backwards: from the slopes in the state after it to those in the
 * state before it. `by_loss` is the
 * loss_back() of an answer that is predicted, `to_forgot` the slope of all else
 * in 1 - R. */
LANES_INLINE void backwards(const struct terms *t, const struct step *k,
                            struct sums *sum, lanes days, lane_bits grade,
                            lanes by_loss, lanes to_forgot, struct state *by)
{
    const float *w = t->w;
    lane_bits is_on = grade > 0;
    lane_bits later = is_on & (days > 0.0f);
    lanes a =
        where(is_on & (k->next_s > .001f) & (k->next_s < 36500.0f), by->s);
    lanes b = where(is_on & (k->next_d > 1.0f) & (k->next_d < 10.0f), by->d);
    lanes distance = as_lanes(grade - 3);
    lanes turn = distance * (-w[6] / 9.0f);
    lanes to_s = where(~is_on, by->s);
    lanes to_d = where(~is_on, by->d) + b * (1.0f - w[7]) * (1.0f - turn);
    sum->w6 -= b * (1.0f - w[7]) * (10.0f - k->d) * distance / 9.0f;
    sum->w7 += b * (t->firsts.easy - (k->d + (10.0f - k->d) * turn));
    sum->easy += b * w[7];
    recalled_back(t, k, sum, grade, where(later & (grade > 1), a), &to_s, &to_d,
                  &to_forgot);
    failed_back(t, k, sum, where(later & (grade == 1), a), &to_s, &to_d,
                &to_forgot);
    same_day_back(t, k, sum, grade, where(is_on & ~later, a), &to_s);
    lanes to_q = where(later, by_loss + to_forgot * (1.0f - k->forgot));
    to_s -= to_q * w[20] * (1.0f - k->y) / k->s;
    sum->w20 += to_q * (k->u + days / k->s * k->y * (w[20] * t->factor_by));
    *by = (struct state){to_s, to_d};
}

/* The first review's slopes go to the weights of its grade. */
LANES_INLINE void first_back(const struct terms *t, lane_bits grade,
                             const struct state *by, double *slope)
{
    firsts_back(&t->firsts, grade, by->s, by->d, slope);
}

LANES_INLINE void add_sums(const struct terms *t, const struct sums *sum,
                           double *slope)
{
    double most = total(sum->most) * (double)t->most;
    easy_back(&t->firsts, total(sum->easy), slope);
    slope[6] += total(sum->w6);
    slope[7] += total(sum->w7);
    slope[8] += total(sum->w8);
    slope[9] += total(sum->w9);
    slope[10] += total(sum->w10);
    slope[11] += total(sum->w11) / (double)t->w[11];
    slope[12] += total(sum->w12);
    slope[13] += total(sum->w13);
    slope[14] += total(sum->w14);
    slope[15] += total(sum->w15);
    slope[16] += total(sum->w16);
    slope[17] += total(sum->distant) - (double)t->w[18] * most;
    slope[18] += total(sum->w18) * (double)t->w[17] - (double)t->w[17] * most;
    slope[19] += total(sum->w19);
    slope[20] += total(sum->w20);
}

#endif
