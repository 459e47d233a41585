/*
 * fit_back7.h -- one review by FSRS-7 in lanes, backwards: the slopes of what
 * fit_step7.h computes. Between the files of memory/fit alone.
 */
#ifndef FIT_BACK7_H
#define FIT_BACK7_H

#include "fit_step7.h"

/* Where the slopes of one strand go. */
struct strand_slopes {
    lanes *x, *d, *forgot;
};

/* A grown stability, backwards. */
LANES_INLINE void grown_back(const float *b, const struct strand *s, lanes *sum,
                             lane_bits grade, lanes d, lanes a,
                             struct strand_slopes to)
{
    lanes bonus = bonus_of(b, grade);
    lanes plain = s->growth * s->surprise;
    lanes gain = plain * bonus;
    lanes of_gain = a * s->x;
    lanes steep = of_gain * s->growth * bonus * (s->surprise + 1.0f);
    *to.x += a * (gain * (1.0f - b[1]) + 1.0f);
    *to.d -= of_gain * gain / (11.0f - d);
    *to.forgot += steep * b[2];
    sum[0] += of_gain * gain;
    sum[1] -= of_gain * gain * s->log_x;
    sum[2] += steep * s->forgot;
    sum[6] += where(grade == 2, of_gain * plain);
    sum[7] += where(grade == 4, of_gain * plain);
}

/* What is left of a stability, backwards. */
LANES_INLINE void left_back(const float *b, const struct strand *s, lanes *sum,
                            lanes a, struct strand_slopes to)
{
    lanes left = s->left * s->power;
    lane_bits is_left = left < s->x;
    lanes of_left = where(is_left, a);
    lanes steep = of_left * s->left * (s->power + 1.0f);
    *to.x += steep * b[4] / (s->x + 1.0f) + where(~is_left, a);
    *to.forgot += of_left * left * b[5];
    sum[3] += of_left * s->power * (s->left / b[3]);
    sum[4] += steep * s->log_x1;
    sum[5] += of_left * left * s->forgot;
}

/* One term of the curve, from the slope in what it forgot. `by_factor` is the
 * slope in its factor. */
LANES_INLINE void term_back(const struct term *term, lanes x, lanes days,
                            lanes by_forgot, lanes *to_x, lanes *by_power,
                            lanes *by_factor)
{
    lanes by_q = by_forgot * (1.0f - term->forgot);
    lanes by_u = by_q * term->power;
    *by_power = by_q * term->u;
    *to_x -= by_u * (1.0f - term->y) / x;
    *by_factor = by_u * term->y * days / x;
}

/* The whole curve: from the slopes in what was forgotten by both and by the
 * fast term to those in the state and the weights. */
LANES_INLINE void curve_back(const struct terms *t, const struct step *k,
                             struct sums *sum, lanes days, lanes by_forgot,
                             lanes by_fast, struct state *to)
{
    const float *w = t->w;
    const struct term *fast = &k->fast_term;
    const struct term *slow = &k->slow_term;
    lanes hard = k->d - 5.0f;
    lanes by_mean = by_forgot * SURE;
    lanes whole = by_mean / (fast->share + slow->share);
    lanes a = whole * (fast->forgot - k->mean) * fast->share;
    lanes b = whole * (slow->forgot - k->mean) * slow->share;
    lanes by_power, by_factor;
    lanes to_log_q = a * -w[29];
    term_back(slow, k->slow.x, days, whole * slow->share, &to->s, &by_power,
              &by_factor);
    sum->slow_power += by_power;
    sum->slow_base += by_factor * slow->factor;
    sum->w32 += by_factor * slow->factor * hard;
    to->d += by_factor * slow->factor * (w[32] - .3f) + b * (w[31] - .5f);
    to->s += b * w[30] / k->slow.x;
    term_back(fast, k->fast.x, days, by_fast + whole * fast->share, &to->q,
              &by_power, &by_factor);
    lanes by_exponent =
        where(k->exponent < 60.0f, by_factor * (fast->factor + 1.0f));
    by_power -= by_exponent * k->exponent / fast->power;
    lanes steep = where((fast->power > .01f) & (fast->power < .95f),
                        by_power * fast->power);
    to_log_q += steep * (w[33] - .3f);
    to->q += to_log_q / k->fast.x;
    sum->w25 -= by_exponent / (fast->power * w[25]);
    sum->w23 += steep / w[23];
    sum->w33 += steep * k->fast.log_x;
    sum->w27 += a / w[27];
    sum->w29 -= a * k->fast.log_x;
    sum->w28 += b / w[28];
    sum->w30 += b * k->slow.log_x;
    sum->w31 += b * hard;
}

/* Difficulty, backwards: fills the slopes in it and in what was forgotten. */
LANES_INLINE void difficulty_back(const struct terms *t, const struct step *k,
                                  struct sums *sum, lane_bits grade, lanes b,
                                  lanes *to_d, lanes *by_forgot)
{
    float w6 = t->w[6];
    lanes distance = as_lanes(grade - 3);
    lanes weight = lanes_choose(grade == 1, 1.1f - k->forgot, lanes_of(1.0f));
    lanes change = distance * (-w6 / 9.0f) * weight;
    lanes by_change = b * .99f * (10.0f - k->d);
    *to_d += b * .99f * (1.0f - change);
    *by_forgot += where(grade == 1, by_change * distance * (w6 / 9.0f));
    sum->w6 -= by_change * distance * weight / 9.0f;
    sum->easy += b * .01f;
}

/* One review backwards: from the slopes in the state after it to those in the
 * state before it. `by_loss` is the loss_back() of an answer that is predicted,
 * `to_forgot` the slope of all else in what was forgotten. */
LANES_INLINE void backwards(const struct terms *t, const struct step *k,
                            struct sums *sum, lanes days, lane_bits grade,
                            lanes by_loss, lanes to_forgot, struct state *by)
{
    lane_bits is_on = grade > 0;
    lane_bits failed = grade == 1;
    lanes zero = lanes_of(0.0f);
    lanes most = bounded(k->slow.next) * FAST_PART;
    lane_bits is_cut = failed & (bounded(k->fast.next) > most);
    lanes by_q = where(is_on, by->q);
    lanes by_s =
        where(is_on, by->s) + where(is_cut & is_within(most), by_q) * FAST_PART;
    by_q = where(~is_cut & is_within(k->fast.next), by_q);
    by_s = where(is_within(k->slow.next), by_s);
    lanes by_d = where(is_on & (k->next_d > 1.0f) & (k->next_d < 10.0f), by->d);
    struct state to = {where(~is_on, by->s), where(~is_on, by->q),
                       where(~is_on, by->d)};
    lanes by_forgot = by_loss + to_forgot;
    lanes by_fast = zero;
    struct strand_slopes slow = {&to.s, &to.d, &by_forgot};
    struct strand_slopes fast = {&to.q, &to.d, &by_fast};
    difficulty_back(t, k, sum, grade, by_d, &to.d, &by_forgot);
    grown_back(t->w + SLOW, &k->slow, sum->block[0], grade, k->d,
               where(~failed, by_s), slow);
    left_back(t->w + SLOW, &k->slow, sum->block[0], where(failed, by_s), slow);
    grown_back(t->w + FAST, &k->fast, sum->block[1], grade, k->d,
               where(~failed, by_q), fast);
    left_back(t->w + FAST, &k->fast, sum->block[1], where(failed, by_q), fast);
    curve_back(t, k, sum, days, by_forgot, by_fast, &to);
    *by = to;
}

LANES_INLINE void first_back(const struct terms *t, lane_bits grade,
                             const struct state *by, double *slope)
{
    firsts_back(&t->firsts, grade, by->s + FAST_PART * by->q, by->d, slope);
}

LANES_INLINE void add_curve(const struct terms *t, const struct sums *sum,
                            double *slope)
{
    double base = (double)t->slow_base;
    double power = (double)t->slow_power;
    double w26 = (double)t->w[26];
    double by_base = total(sum->slow_base) / base;
    double by_power = total(sum->slow_power) +
                      by_base * (base + 1) * log(w26) / (power * power);
    if (t->w[24] > .01f && t->w[24] < .95f)
        slope[24] += by_power;
    slope[26] -= by_base * (base + 1) / (power * w26);
    slope[23] += total(sum->w23);
    slope[25] += total(sum->w25);
    slope[27] += total(sum->w27);
    slope[28] += total(sum->w28);
    slope[29] += total(sum->w29);
    slope[30] += total(sum->w30);
    slope[31] += total(sum->w31);
    slope[32] += total(sum->w32);
    slope[33] += total(sum->w33);
}

LANES_INLINE void add_sums(const struct terms *t, const struct sums *sum,
                           double *slope)
{
    easy_back(&t->firsts, total(sum->easy), slope);
    slope[6] += total(sum->w6);
    for (int i = 0; i < BLOCK; i++) {
        slope[SLOW + i] += total(sum->block[0][i]);
        slope[FAST + i] += total(sum->block[1][i]);
    }
    add_curve(t, sum, slope);
}

#endif
