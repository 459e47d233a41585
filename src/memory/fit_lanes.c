#define LANES 8
#include "fit_lanes.h"

#include <math.h>
#include <string.h>

#include "lanes.h"
#include "memory/fsrs6.h"

_Static_assert(LANES == FIT_LANES, "groups are as wide as the lanes");

/* A prediction is never quite certain: no answer costs more than this. */
#define DOUBT 1e-7f

/* What the way back needs of each step: the state before it, and the parts of
 * the formulas of memory/fsrs6.c. */
struct fit_step {
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
    float easy;      /* D0(4) */
    float first_s[5];
    float first_d[5];
    float first_d_by[5]; /* its slope in w5 */
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
    t.easy = (float)(w[4] - exp(3 * w[5]) + 1);
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

LANES_INLINE lane_bits grades_at(const int32_t *grades)
{
    lane_bits bits;
    memcpy(&bits, grades, sizeof bits);
    return bits;
}

LANES_INLINE lanes as_lanes(lane_bits bits)
{
    return __builtin_convertvector(bits, lanes);
}

/* `value` where the condition holds, else 0. */
LANES_INLINE lanes where(lane_bits is, lanes value)
{
    return lanes_from_bits(is & lanes_bits(value));
}

LANES_INLINE lanes first_of(const float *by_grade, lane_bits grades)
{
    lanes value = lanes_of(by_grade[0]);
    for (int g = 1; g <= 4; g++)
        value = lanes_choose(grades == g, lanes_of(by_grade[g]), value);
    return value;
}

LANES_INLINE lanes bonus_of(const struct terms *t, lane_bits grade)
{
    return lanes_choose(
        grade == 2, lanes_of(t->w[15]),
        lanes_choose(grade == 4, lanes_of(t->w[16]), lanes_of(1.0f)));
}

/* One review forwards; fills the step and returns the loss where it is
 * predicted. */
LANES_INLINE lanes forwards(const struct terms *t, struct fit_step *k,
                            lanes days, lane_bits grade)
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
    k->next_d = damped * (1.0f - w[7]) + w[7] * t->easy;
    lanes missed = lanes_choose(k->forgot > DOUBT, k->forgot, lanes_of(DOUBT));
    lanes loss = lanes_choose(grade == 1, -lanes_log(missed), k->u * w[20]);
    return where((grade > 0) & later, loss);
}

/* How a recalled answer's new stability depends on all before it. */
LANES_INLINE void recalled_back(const struct terms *t, const struct fit_step *k,
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

LANES_INLINE void failed_back(const struct terms *t, const struct fit_step *k,
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

LANES_INLINE void same_day_back(const struct terms *t, const struct fit_step *k,
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

/* The slope of the loss in 1 - R's exponent w20 ln(1 + F t / S). */
LANES_INLINE lanes loss_back(const struct fit_step *k, lane_bits grade,
                             lanes weight)
{
    lanes missed = lanes_choose(k->forgot > DOUBT, k->forgot, lanes_of(DOUBT));
    lanes wrong = (k->forgot - 1.0f) / missed;
    return weight * lanes_choose(grade == 1, wrong, lanes_of(1.0f));
}

/* One review backwards: from the slopes in the state after it to those in the
 * state before it. */
LANES_INLINE void backwards(const struct terms *t, const struct fit_step *k,
                            struct sums *sum, lanes days, lane_bits grade,
                            lanes weight, lanes *by_s, lanes *by_d)
{
    const float *w = t->w;
    lane_bits is_on = grade > 0;
    lane_bits later = is_on & (days > 0.0f);
    lanes a =
        where(is_on & (k->next_s > .001f) & (k->next_s < 36500.0f), *by_s);
    lanes b = where(is_on & (k->next_d > 1.0f) & (k->next_d < 10.0f), *by_d);
    lanes distance = as_lanes(grade - 3);
    lanes turn = distance * (-w[6] / 9.0f);
    lanes to_s = where(~is_on, *by_s);
    lanes to_d = where(~is_on, *by_d) + b * (1.0f - w[7]) * (1.0f - turn);
    lanes to_forgot = lanes_of(0.0f);
    sum->w6 -= b * (1.0f - w[7]) * (10.0f - k->d) * distance / 9.0f;
    sum->w7 += b * (t->easy - (k->d + (10.0f - k->d) * turn));
    sum->easy += b * w[7];
    recalled_back(t, k, sum, grade, where(later & (grade > 1), a), &to_s, &to_d,
                  &to_forgot);
    failed_back(t, k, sum, where(later & (grade == 1), a), &to_s, &to_d,
                &to_forgot);
    same_day_back(t, k, sum, grade, where(is_on & ~later, a), &to_s);
    lanes to_q = where(later, loss_back(k, grade, weight) +
                                  to_forgot * (1.0f - k->forgot));
    to_s -= to_q * w[20] * (1.0f - k->y) / k->s;
    sum->w20 += to_q * (k->u + days / k->s * k->y * (w[20] * t->factor_by));
    *by_s = to_s;
    *by_d = to_d;
}

LANES_INLINE double total(lanes value)
{
    double sum = 0;
    for (int i = 0; i < LANES; i++)
        sum += (double)value[i];
    return sum;
}

/* The first review's slopes go to the weights of its grade. */
LANES_INLINE void first_back(const struct terms *t, lane_bits grade, lanes by_s,
                             lanes by_d, double *slope)
{
    for (int i = 0; i < LANES; i++) {
        int g = grade[i];
        if (g < 1)
            continue;
        slope[g - 1] += (double)by_s[i];
        if (t->first_d[g] > 1 && t->first_d[g] < 10)
            slope[4] += (double)by_d[i];
        slope[5] += (double)(by_d[i] * t->first_d_by[g]);
    }
}

LANES_INLINE void add_sums(const struct terms *t, const struct sums *sum,
                           double *slope)
{
    double most = total(sum->most) * (double)t->most;
    double easy = total(sum->easy);
    slope[4] += easy;
    slope[5] += easy * ((double)t->easy - (double)t->w[4] - 1) * 3;
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

LANES_INLINE double group_loss(const struct fit_pack *pack,
                               const struct fit_group *group,
                               const struct terms *t, double *slope)
{
    const float *days = pack->days + group->at;
    const int32_t *grades = pack->grades + group->at;
    const float *weights = pack->weights ? pack->weights + group->at : NULL;
    struct fit_step *steps = pack->steps;
    lane_bits first = grades_at(grades);
    lanes s = lanes_bounded(first_of(t->first_s, first), .001f, 36500.0f);
    lanes d = first_of(t->first_d, first);
    lanes loss = lanes_of(0.0f);
    for (int i = 1; i < group->steps; i++) {
        struct fit_step *k = &steps[i];
        lane_bits grade = grades_at(grades + i * LANES);
        k->s = s;
        k->d = d;
        lanes own = forwards(t, k, lanes_load(days + i * LANES), grade);
        loss += weights ? own * lanes_load(weights + i * LANES) : own;
        s = lanes_choose(grade > 0, lanes_bounded(k->next_s, .001f, 36500.0f),
                         s);
        d = lanes_choose(grade > 0, lanes_bounded(k->next_d, 1.0f, 10.0f), d);
    }
    struct sums sum;
    memset(&sum, 0, sizeof sum);
    lanes by_s = lanes_of(0.0f);
    lanes by_d = lanes_of(0.0f);
    for (int i = group->steps - 1; i > 0; i--)
        backwards(t, &steps[i], &sum, lanes_load(days + i * LANES),
                  grades_at(grades + i * LANES),
                  weights ? lanes_load(weights + i * LANES) : lanes_of(1.0f),
                  &by_s, &by_d);
    first_back(t, first, by_s, by_d, slope);
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

/* Lanes lie where their size divides the address. */
struct fit_step *fit_steps(struct arena *arena, int count)
{
    size_t bytes = (size_t)count * sizeof(struct fit_step);
    char *room = arena_alloc(arena, bytes + sizeof(lanes));
    size_t past = (size_t)(uintptr_t)room % sizeof(lanes);
    return (struct fit_step *)(void *)(room +
                                       (past ? sizeof(lanes) - past : 0));
}

double fit_pack_loss(const struct fit_pack *pack, const double *w,
                     double *slope)
{
    struct terms t = terms_of(w);
    memset(slope, 0, FSRS6_WEIGHTS * sizeof *slope);
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2"))
        return groups_wide(pack, &t, slope);
#endif
    return groups_plain(pack, &t, slope);
}
