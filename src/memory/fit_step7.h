/*
 * fit_step7.h -- one review by FSRS-7 in lanes, forwards: the formulas of
 * memory/fsrs7.c. Between the files of memory/fit alone.
 */
#ifndef FIT_STEP7_H
#define FIT_STEP7_H

#include <math.h>

#define SAME_DAY_COUNTS true
#include "fit_firsts.h"
#include "fit_luck.h"
#include "memory/fsrs7.h"

/* Of eight cards; or the slopes in it. */
struct state {
    lanes s, q, d;
};

enum { SLOW = 7, FAST = 15, BLOCK = 8 };

/* What passes before a forgotten answer was right by luck. */
#define LUCKY_DAYS ((float)(EVIDENCE_LUCKY_MINUTES / (24.0 * 60.0)))

#define FAST_PART .8f
#define SURE (1.0f - 2e-5f) /* recall is kept 1e-5 from 0 and from 1 */
#define UNSURE 1e-5f

/* One stability on its way through a review: the formulas of memory/fsrs7.c. */
struct strand {
    lanes x;        /* before */
    lanes log_x;    /* ln x */
    lanes forgot;   /* that drives it */
    lanes growth;   /* e^(b0-1.5) (11 - D) x^-b1 */
    lanes surprise; /* e^(b2 forgot) - 1 */
    lanes log_x1;   /* ln(x + 1) */
    lanes power;    /* (x + 1)^b4 - 1 */
    lanes left;     /* b3 e^(b5 forgot) */
    lanes next;     /* after, before it is bounded */
};

/* One term of the forgetting curve. */
struct term {
    lanes power;
    lanes factor;
    lanes u;      /* ln(1 + factor t / x) */
    lanes y;      /* 1 / (1 + factor t / x) */
    lanes forgot; /* 1 - (1 + factor t / x)^-power */
    lanes share;
};

/* What the way back needs of each step. */
struct step {
    lanes d;
    struct term fast_term, slow_term;
    struct strand fast, slow;
    lanes exponent; /* of the fast factor */
    lanes mean;     /* forgotten, of both terms */
    lanes forgot;   /* the same, kept from 0 and 1 */
    lanes next_d;
};

/* Slopes of what many lanes share. */
struct sums {
    lanes block[2][BLOCK]; /* slow, fast */
    lanes w6, w23, w25, w27, w28, w29, w30, w31, w32, w33;
    lanes slow_power; /* of the slow term's power */
    lanes slow_base;  /* of w26^(-1 / power) - 1, times itself */
    lanes easy;
};

struct terms {
    float w[FSRS7_WEIGHTS];
    float log_w25;
    float slow_power;
    float slow_base;
    float growth[2]; /* e^(b0 - 1.5) of slow and fast */
    struct firsts firsts;
};

static struct terms terms_of(const double *w)
{
    struct terms t;
    double power = fmin(fmax(w[24], .01), .95);
    for (int i = 0; i < FSRS7_WEIGHTS; i++)
        t.w[i] = (float)w[i];
    t.log_w25 = (float)log(w[25]);
    t.slow_power = (float)power;
    t.slow_base = (float)expm1(-log(w[26]) / power);
    t.growth[0] = (float)exp(w[SLOW] - 1.5);
    t.growth[1] = (float)exp(w[FAST] - 1.5);
    t.firsts = firsts_of(w);
    return t;
}

LANES_INLINE lanes bounded(lanes stability)
{
    return lanes_bounded(stability, 1e-4f, 36500.0f);
}

LANES_INLINE lane_bits is_within(lanes stability)
{
    return (stability > 1e-4f) & (stability < 36500.0f);
}

LANES_INLINE lanes bonus_of(const float *b, lane_bits grade)
{
    return lanes_choose(
        grade == 2, lanes_of(b[6]),
        lanes_choose(grade == 4, lanes_of(b[7]), lanes_of(1.0f)));
}

LANES_INLINE void term_forwards(struct term *term, lanes x, lanes days)
{
    lanes far = days * term->factor / x;
    term->u = lanes_log1p(far);
    term->y = 1.0f / (far + 1.0f);
    term->forgot = -lanes_expm1(-term->u * term->power);
}

LANES_INLINE void curve_forwards(const struct terms *t, struct step *k,
                                 lanes days)
{
    const float *w = t->w;
    lanes hard = k->d - 5.0f;
    lanes log_q = k->fast.log_x;
    struct term *fast = &k->fast_term;
    struct term *slow = &k->slow_term;
    fast->power =
        lanes_bounded(lanes_exp(log_q * (w[33] - .3f)) * w[23], .01f, .95f);
    k->exponent = lanes_min(-t->log_w25 / fast->power, lanes_of(60.0f));
    fast->factor = lanes_expm1(k->exponent);
    slow->power = lanes_of(t->slow_power);
    slow->factor = lanes_exp(hard * (w[32] - .3f)) * t->slow_base;
    fast->share = lanes_exp(log_q * -w[29]) * w[27];
    slow->share =
        lanes_exp(k->slow.log_x * w[30] + hard * (w[31] - .5f)) * w[28];
    term_forwards(fast, k->fast.x, days);
    term_forwards(slow, k->slow.x, days);
    k->mean = (fast->share * fast->forgot + slow->share * slow->forgot) /
              (fast->share + slow->share);
    k->forgot = k->mean * SURE + UNSURE;
}

LANES_INLINE void strand_forwards(const float *b, float growth,
                                  struct strand *s, lanes d, lane_bits grade)
{
    s->growth = lanes_exp(s->log_x * -b[1]) * (11.0f - d) * growth;
    s->surprise = lanes_expm1(s->forgot * b[2]);
    s->log_x1 = lanes_log1p(s->x);
    s->power = lanes_expm1(s->log_x1 * b[4]);
    s->left = lanes_exp(s->forgot * b[5]) * b[3];
    lanes grown = s->x * (s->growth * s->surprise * bonus_of(b, grade) + 1.0f);
    s->next =
        lanes_choose(grade == 1, lanes_min(s->left * s->power, s->x), grown);
}

/* One review forwards: fills the step. */
LANES_INLINE void forwards(const struct terms *t, struct step *k, lanes days,
                           lane_bits grade)
{
    const float *w = t->w;
    k->slow.log_x = lanes_log(k->slow.x);
    k->fast.log_x = lanes_log(k->fast.x);
    curve_forwards(t, k, days);
    k->slow.forgot = k->forgot;
    k->fast.forgot = k->fast_term.forgot;
    strand_forwards(w + SLOW, t->growth[0], &k->slow, k->d, grade);
    strand_forwards(w + FAST, t->growth[1], &k->fast, k->d, grade);
    lanes change = as_lanes(grade - 3) * (-w[6] / 9.0f);
    change = lanes_choose(grade == 1, change * (1.1f - k->forgot), change);
    k->next_d = (k->d + (10.0f - k->d) * change) * .99f +
                lanes_of(.01f * t->firsts.easy);
}

LANES_INLINE void step_from(const struct terms *t, struct step *k,
                            struct state state, lanes days, lane_bits grade)
{
    k->slow.x = state.s;
    k->fast.x = state.q;
    k->d = state.d;
    forwards(t, k, days, grade);
}

/* The state after a step: failing leaves the fast strand a part of the slow. */
LANES_INLINE struct state after(const struct step *k, lane_bits grade)
{
    lanes slow = bounded(k->slow.next);
    lanes fast = bounded(k->fast.next);
    fast = lanes_choose((grade == 1) & (fast > slow * FAST_PART),
                        bounded(slow * FAST_PART), fast);
    return (struct state){slow, fast, lanes_bounded(k->next_d, 1.0f, 10.0f)};
}

LANES_INLINE struct state first_state(const struct terms *t, lane_bits grade)
{
    lanes slow = bounded(first_of(t->firsts.s, grade));
    return (struct state){slow, bounded(slow * FAST_PART),
                          first_of(t->firsts.d, grade)};
}

LANES_INLINE struct state chosen(lane_bits is, struct state yes,
                                 struct state no)
{
    return (struct state){lanes_choose(is, yes.s, no.s),
                          lanes_choose(is, yes.q, no.q),
                          lanes_choose(is, yes.d, no.d)};
}

LANES_INLINE struct state sum_of(struct state a, struct state b)
{
    return (struct state){a.s + b.s, a.q + b.q, a.d + b.d};
}

/* `share` of a, the rest of b; and from the slopes in that to those in both,
 * and in the share. */
LANES_INLINE struct state mixture(struct state a, struct state b, lanes share)
{
    return (struct state){mixed(a.s, b.s, share), mixed(a.q, b.q, share),
                          b.d + share * (a.d - b.d)};
}

LANES_INLINE lanes mixture_back(struct state a, struct state b, lanes share,
                                struct state by, struct state *to_a,
                                struct state *to_b)
{
    lanes to_share = by.d * (a.d - b.d);
    mixed_back(a.s, b.s, share, by.s, &to_a->s, &to_b->s, &to_share);
    mixed_back(a.q, b.q, share, by.q, &to_a->q, &to_b->q, &to_share);
    to_a->d = by.d * share;
    to_b->d = by.d * (1.0f - share);
    return to_share;
}

LANES_INLINE lanes loss_of(const struct terms *t, const struct step *k,
                           const struct answers *answers)
{
    (void)t;
    return forgot_loss(k->forgot, answers);
}

LANES_INLINE lanes loss_back(const struct step *k,
                             const struct answers *answers)
{
    return forgot_back(k->forgot, answers);
}

#endif
