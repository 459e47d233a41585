#include "memory/fsrs6.h"

#include <math.h>

static const double stability_min = 0.001;
static const double stability_max = 36500.0;

const double fsrs6_defaults[FSRS6_WEIGHTS] = {
    0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
    0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
};

static const struct {
    double low, high;
} bounds[FSRS6_WEIGHTS] = {
    {0.001, 100.0}, {0.001, 100.0}, {0.001, 100.0}, {0.001, 100.0}, {1.0, 10.0},
    {0.001, 4.0},   {0.001, 4.0},   {0.001, 0.75},  {0.0, 4.5},     {0.0, 0.8},
    {0.001, 3.5},   {0.001, 5.0},   {0.001, 0.25},  {0.001, 0.9},   {0.0, 4.0},
    {0.0, 1.0},     {1.0, 6.0},     {0.0, 2.0},     {0.0, 2.0},     {0.0, 0.8},
    {0.1, 0.8},
};

/* What the four outcomes of one review have in common. */
struct review {
    const double *w;
    double days;
    double stability;  /* before */
    double difficulty; /* before */
    double forgotten;  /* 1 - R */
    double gain;       /* growth of stability by a Good answer */
    double same_day;   /* S^-w19 */
    double reversion;  /* w7 * D0(4) */
};

void fsrs6_bounds(double *low, double *high)
{
    for (int i = 0; i < FSRS6_WEIGHTS; i++) {
        low[i] = bounds[i].low;
        high[i] = bounds[i].high;
    }
}

void fsrs6_bound(double *weights)
{
    for (int i = 0; i < FSRS6_WEIGHTS; i++)
        weights[i] = curve_bounded(weights[i], bounds[i].low, bounds[i].high);
}

static double bounded_stability(double days)
{
    return curve_bounded(days, stability_min, stability_max);
}

static double bounded_difficulty(double difficulty)
{
    return curve_bounded(difficulty, 1.0, 10.0);
}

/* D0(G) = w4 - exp(w5 (G - 1)) + 1, fsrs-rs model.rs, init_difficulty. */
static double first_difficulty(const double *w, enum grade grade)
{
    return w[4] - exp(w[5] * (double)grade) + 1.0;
}

struct memory_state fsrs6_first(const double *weights, enum grade grade)
{
    return (struct memory_state){
        .slow = bounded_stability(weights[grade]),
        .difficulty = bounded_difficulty(first_difficulty(weights, grade)),
    };
}

/* R(t, S) = (1 + F t / S)^-w20 with F = 0.9^(-1 / w20) - 1, so R(S, S) = 0.9;
 * fsrs-rs model.rs, power_forgetting_curve. */
static struct curve_term forgetting(const double *w, double stability)
{
    return (struct curve_term){
        .share = 1.0,
        .factor = exp(log(0.9) / -w[20]) - 1.0,
        .stability = stability,
        .power = w[20],
    };
}

struct curve fsrs6_curve(const double *weights,
                         const struct memory_state *state)
{
    return (struct curve){
        .whole = 1.0,
        .count = 1,
        .term = {forgetting(weights, bounded_stability(state->slow))},
    };
}

static struct review begin(const double *w, const struct memory_state *state,
                           double days)
{
    struct review review = {
        .w = w,
        .days = curve_bounded(days, 0.0, HUGE_VAL),
        .stability = bounded_stability(state->slow),
        .difficulty = bounded_difficulty(state->difficulty),
        .reversion = w[7] * first_difficulty(w, GRADE_EASY),
    };
    if (review.days > 0.0) {
        struct curve_term term = forgetting(w, review.stability);
        double recall = curve_term_recall(&term, review.days);
        review.forgotten = 1.0 - curve_bounded(recall, 0.0, 1.0);
        review.gain = exp(w[8]) * (11.0 - review.difficulty) *
                      pow(review.stability, -w[9]) *
                      (exp(w[10] * review.forgotten) - 1.0);
    } else {
        review.same_day = pow(review.stability, -w[19]);
    }
    return review;
}

/* fsrs-rs model.rs, stability_short_term. */
static double same_day_stability(const struct review *review, enum grade grade)
{
    const double *w = review->w;
    double distance = (double)grade - (double)GRADE_GOOD;
    double factor = exp(w[17] * (distance + w[18])) * review->same_day;
    if (grade >= GRADE_HARD && factor < 1.0)
        factor = 1.0;
    return review->stability * factor;
}

/* fsrs-rs model.rs, stability_after_failure: forgetting never leaves more
 * than failing again on the same day would. */
static double failed_stability(const struct review *review)
{
    const double *w = review->w;
    double left = w[11] * pow(review->difficulty, -w[12]) *
                  (pow(review->stability + 1.0, w[13]) - 1.0) *
                  exp(w[14] * review->forgotten);
    double most = review->stability / exp(w[17] * w[18]);
    return left < most ? left : most;
}

/* fsrs-rs model.rs, stability_after_success. */
static double recalled_stability(const struct review *review, enum grade grade)
{
    double gain = review->gain;
    if (grade == GRADE_HARD)
        gain *= review->w[15];
    if (grade == GRADE_EASY)
        gain *= review->w[16];
    return review->stability * (1.0 + gain);
}

/* Linear damping, then reversion to the difficulty of an easy beginning;
 * fsrs-rs model.rs, next_difficulty and mean_reversion. */
static double next_difficulty(const struct review *review, enum grade grade)
{
    const double *w = review->w;
    double change = -w[6] * ((double)grade - (double)GRADE_GOOD);
    double damped =
        review->difficulty + (10.0 - review->difficulty) / 9.0 * change;
    return bounded_difficulty(review->reversion + (1.0 - w[7]) * damped);
}

static struct memory_state finish(const struct review *review, enum grade grade)
{
    double stability;
    if (!(review->days > 0.0))
        stability = same_day_stability(review, grade);
    else if (grade == GRADE_AGAIN)
        stability = failed_stability(review);
    else
        stability = recalled_stability(review, grade);
    return (struct memory_state){
        .slow = bounded_stability(stability),
        .difficulty = next_difficulty(review, grade),
    };
}

struct memory_state fsrs6_after(const double *weights,
                                const struct memory_state *state, double days,
                                enum grade grade)
{
    struct review review = begin(weights, state, days);
    return finish(&review, grade);
}

void fsrs6_outcomes(const double *weights, const struct memory_state *state,
                    double days, struct memory_state after[GRADE_COUNT])
{
    struct review review = begin(weights, state, days);
    for (int grade = 0; grade < GRADE_COUNT; grade++)
        after[grade] = finish(&review, (enum grade)grade);
}
