#include <math.h>
#include <string.h>

#include "fit_bits.h"
#include "memory/fsrs7.h"

enum { SLOW = 7, FAST = 15, BLOCK = 8 };

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

/* Slopes in the state. */
struct slopes {
    lanes s, q, d;
};

struct terms {
    float w[FSRS7_WEIGHTS];
    float log_w25;
    float slow_power;
    float slow_base;
    float easy;
    float growth[2]; /* e^(b0 - 1.5) of slow and fast */
    float first_s[5];
    float first_d[5];
    float first_d_by[5];
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
    t.easy = (float)(w[4] - exp(3 * w[5]) + 1);
    t.growth[0] = (float)exp(w[SLOW] - 1.5);
    t.growth[1] = (float)exp(w[FAST] - 1.5);
    t.first_s[0] = t.first_d[0] = 1;
    t.first_d_by[0] = 0;
    for (int g = 1; g <= 4; g++) {
        double d = w[4] - exp(w[5] * (g - 1)) + 1;
        bool within = d > 1 && d < 10;
        t.first_s[g] = (float)w[g - 1];
        t.first_d[g] = (float)fmin(fmax(d, 1), 10);
        t.first_d_by[g] = within ? (float)(-(g - 1) * exp(w[5] * (g - 1))) : 0;
    }
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

/* One review forwards; fills the step and returns its loss. */
LANES_INLINE lanes forwards(const struct terms *t, struct step *k, lanes days,
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
    k->next_d =
        (k->d + (10.0f - k->d) * change) * .99f + lanes_of(.01f * t->easy);
    lanes likely = lanes_choose(grade == 1, k->forgot, 1.0f - k->forgot);
    return where(grade > 0, -lanes_log(likely));
}

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
                             lanes by_fast, struct slopes *to)
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

/* One review backwards. */
LANES_INLINE void backwards(const struct terms *t, const struct step *k,
                            struct sums *sum, lanes days, lane_bits grade,
                            lanes weight, struct slopes *by)
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
    struct slopes to = {where(~is_on, by->s), where(~is_on, by->q),
                        where(~is_on, by->d)};
    lanes by_forgot =
        where(is_on, weight * lanes_choose(failed, -1.0f / k->forgot,
                                           1.0f / (1.0f - k->forgot)));
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
                             const struct slopes *by, double *slope)
{
    for (int i = 0; i < LANES; i++) {
        int g = grade[i];
        if (g < 1)
            continue;
        slope[g - 1] += (double)(by->s[i] + FAST_PART * by->q[i]);
        if (t->first_d[g] > 1 && t->first_d[g] < 10)
            slope[4] += (double)by->d[i];
        slope[5] += (double)(by->d[i] * t->first_d_by[g]);
    }
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
    double easy = total(sum->easy);
    slope[4] += easy;
    slope[5] += easy * ((double)t->easy - (double)t->w[4] - 1) * 3;
    slope[6] += total(sum->w6);
    for (int i = 0; i < BLOCK; i++) {
        slope[SLOW + i] += total(sum->block[0][i]);
        slope[FAST + i] += total(sum->block[1][i]);
    }
    add_curve(t, sum, slope);
}

LANES_INLINE lanes walk(const struct fit_pack *pack,
                        const struct fit_group *group, const struct terms *t)
{
    const float *days = pack->days + group->at;
    const int32_t *grades = pack->grades + group->at;
    struct step *steps = (struct step *)pack->steps;
    lanes s = bounded(first_of(t->first_s, grades_at(grades)));
    lanes q = bounded(s * FAST_PART);
    lanes d = first_of(t->first_d, grades_at(grades));
    lanes loss = lanes_of(0.0f);
    for (int i = 1; i < group->steps; i++) {
        struct step *k = &steps[i];
        lane_bits grade = grades_at(grades + i * LANES);
        k->slow.x = s;
        k->fast.x = q;
        k->d = d;
        lanes own = forwards(t, k, lanes_load(days + i * LANES), grade);
        if (pack->weights)
            own *= lanes_load(pack->weights + group->at + i * LANES);
        loss += own;
        lanes slow = bounded(k->slow.next);
        lanes fast = bounded(k->fast.next);
        fast = lanes_choose((grade == 1) & (fast > slow * FAST_PART),
                            bounded(slow * FAST_PART), fast);
        s = lanes_choose(grade > 0, slow, s);
        q = lanes_choose(grade > 0, fast, q);
        d = lanes_choose(grade > 0, lanes_bounded(k->next_d, 1.0f, 10.0f), d);
    }
    return loss;
}

LANES_INLINE double group_loss(const struct fit_pack *pack,
                               const struct fit_group *group,
                               const struct terms *t, double *slope)
{
    const float *days = pack->days + group->at;
    const int32_t *grades = pack->grades + group->at;
    const float *weights = pack->weights ? pack->weights + group->at : NULL;
    const struct step *steps = (const struct step *)pack->steps;
    lanes loss = walk(pack, group, t);
    struct sums sum;
    struct slopes by;
    memset(&sum, 0, sizeof sum);
    memset(&by, 0, sizeof by);
    for (int i = group->steps - 1; i > 0; i--)
        backwards(t, &steps[i], &sum, lanes_load(days + i * LANES),
                  grades_at(grades + i * LANES),
                  weights ? lanes_load(weights + i * LANES) : lanes_of(1.0f),
                  &by);
    first_back(t, grades_at(grades), &by, slope);
    add_sums(t, &sum, slope);
    return total(loss);
}

LANES_INLINE double all_groups(const struct fit_pack *pack,
                               const struct terms *t, double *slope)
{
    double loss = 0;
    for (size_t i = 0; i < pack->count; i++)
        loss += group_loss(pack, &pack->groups[i], t, slope);
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

size_t fit_step_bytes7(void)
{
    return sizeof(struct step);
}

double fit_pack_loss7(const struct fit_pack *pack, const double *w,
                      double *slope)
{
    struct terms t = terms_of(w);
    memset(slope, 0, FSRS7_WEIGHTS * sizeof *slope);
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2"))
        return groups_wide(pack, &t, slope);
#endif
    return groups_plain(pack, &t, slope);
}
