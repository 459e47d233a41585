#include "memory/fsrs7.h"

#include <math.h>

/* Where the blocks of weights for the two stabilities begin. */
enum { SLOW_BLOCK = 7, FAST_BLOCK = 15 };

static const double stability_min = 0.0001;
static const double stability_max = 36500.0;

/* The fast stability begins at, and after a failure is at most, this share of
 * the slow one. */
static const double fast_part = 0.8;

/* Recall is kept this far from 0 and from 1. */
static const double doubt = 1e-5;

const double fsrs7_defaults[FSRS7_WEIGHTS] = {
    0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807, 1.9795, 0.0,
    1.3826, 0.7024, 0.5999, 0.8146,  0.6398, 1.0,    1.3207, 0.6707, 3.8668,
    0.4416, 0.0934, 1.8631, 0.6162,  1.0869, 0.1567, 0.0801, 0.2421, 0.9464,
    0.1433, 0.7145, 0.0,    0.5667,  0.3734, 0.5333, 0.3048,
};

/* srs-benchmark models/fsrs_v7.py; w1 to w3 and w26 have another weight as
 * their lower bound besides, see fsrs7_bound(). */
static const struct {
    double low, high;
} bounds[FSRS7_WEIGHTS] = {
    {1e-4, 50.0}, {1e-4, 100.0}, {1e-4, 100.0}, {1e-4, 100.0}, {1.0, 10.0},
    {0.001, 4.0}, {0.1, 4.0},    {0.0, 4.0},    {0.0, 1.2},    {0.3, 3.0},
    {0.01, 1.5},  {0.1, 1.0},    {0.0, 3.5},    {0.0, 1.0},    {1.0, 7.0},
    {0.0, 4.0},   {0.0, 2.0},    {0.5, 6.0},    {0.001, 1.5},  {0.001, 1.0},
    {0.0, 5.0},   {0.0, 1.0},    {1.0, 7.0},    {0.01, 0.25},  {0.01, 0.95},
    {0.2, 0.85},  {0.5, 0.99},   {0.01, 1.0},   {0.1, 1.0},    {0.0, 0.9},
    {0.1, 1.1},   {0.0, 1.0},    {0.0, 0.6},    {0.0, 0.6},
};

/* One of the two stabilities and what its four outcomes have in common. */
struct strand {
    const double *block; /* eight weights */
    double stability;    /* before */
    double left;         /* of it after forgetting */
    double gain;         /* growth by a Good answer */
};

struct review {
    const double *w;
    double difficulty; /* before */
    double recall;
    double reversion; /* 0.01 D0(4) */
    struct strand slow, fast;
};

void fsrs7_bounds(double *low, double *high)
{
    for (int i = 0; i < FSRS7_WEIGHTS; i++) {
        low[i] = bounds[i].low;
        high[i] = bounds[i].high;
    }
}

void fsrs7_bound(double *weights)
{
    for (int i = 0; i < FSRS7_WEIGHTS; i++) {
        double low = bounds[i].low;
        if (i >= 1 && i <= 3)
            low = weights[i - 1];
        if (i == 26)
            low = fmax(low, weights[25]);
        weights[i] = curve_bounded(weights[i], low, bounds[i].high);
    }
}

static double bounded_stability(double days)
{
    return curve_bounded(days, stability_min, stability_max);
}

static double bounded_difficulty(double difficulty)
{
    return curve_bounded(difficulty, 1.0, 10.0);
}

static struct memory_state bounded_state(const struct memory_state *state)
{
    return (struct memory_state){
        .slow = bounded_stability(state->slow),
        .fast = bounded_stability(state->fast),
        .difficulty = bounded_difficulty(state->difficulty),
    };
}

/* D0(G) = w4 - exp(w5 (G - 1)) + 1, as in FSRS-6. */
static double first_difficulty(const double *w, enum grade grade)
{
    return w[4] - exp(w[5] * (double)grade) + 1.0;
}

struct memory_state fsrs7_first(const double *weights, enum grade grade)
{
    double slow = bounded_stability(weights[grade]);
    return (struct memory_state){
        .slow = slow,
        .fast = bounded_stability(fast_part * slow),
        .difficulty = bounded_difficulty(first_difficulty(weights, grade)),
    };
}

/*
 * The forgetting curve of fsrs_v7.py, term by term. Fast, with Q:
 *   power = clamp(w23 Q^(w33 - 0.3)), factor = e^min(-ln w25 / power, 60) - 1;
 * slow, with S:
 *   power = clamp(w24), factor = (w26^(-1 / power) - 1) e^((D-5)(w32-0.3)).
 * Their shares are w27 Q^-w29 and w28 S^w30 e^((D-5)(w31-0.5)).
 */
static struct curve curve_of(const double *w, const struct memory_state *state)
{
    double hard = state->difficulty - 5.0;
    double fast_power =
        curve_bounded(w[23] * pow(state->fast, w[33] - 0.3), 0.01, 0.95);
    double slow_power = curve_bounded(w[24], 0.01, 0.95);
    double fast_share = w[27] * pow(state->fast, -w[29]);
    double slow_share =
        w[28] * pow(state->slow, w[30]) * exp(hard * (w[31] - 0.5));
    struct curve_term fast = {
        .share = fast_share,
        .factor = exp(fmin(log(w[25]) / -fast_power, 60.0)) - 1.0,
        .stability = state->fast,
        .power = fast_power,
    };
    struct curve_term slow = {
        .share = slow_share,
        .factor =
            (pow(w[26], 1.0 / -slow_power) - 1.0) * exp(hard * (w[32] - 0.3)),
        .stability = state->slow,
        .power = slow_power,
    };
    return (struct curve){
        .whole = fast_share + slow_share,
        .doubt = doubt,
        .count = 2,
        .term = {fast, slow},
    };
}

struct curve fsrs7_curve(const double *weights,
                         const struct memory_state *state)
{
    struct memory_state bounded = bounded_state(state);
    return curve_of(weights, &bounded);
}

/*
 * One rule for both stabilities x, with the recall that drives it:
 *   L = min(x, b3 ((x+1)^b4 - 1) e^((1-R) b5))                 left over
 *   U = x (1 + e^(b0-1.5) (11-D) x^-b1 (e^((1-R) b2) - 1) ...)  grown
 * fsrs_v7.py, stability_after_failure and _success.
 */
static struct strand strand_of(const double *block, double stability,
                               double difficulty, double recall)
{
    double forgotten = 1.0 - recall;
    double left = block[3] * (pow(stability + 1.0, block[4]) - 1.0) *
                  exp(forgotten * block[5]);
    return (struct strand){
        .block = block,
        .stability = stability,
        .left = left < stability ? left : stability,
        .gain = exp(block[0] - 1.5) * (11.0 - difficulty) *
                pow(stability, -block[1]) * (exp(forgotten * block[2]) - 1.0),
    };
}

static double strand_after(const struct strand *strand, enum grade grade)
{
    if (grade == GRADE_AGAIN)
        return bounded_stability(strand->left);
    double gain = strand->gain;
    if (grade == GRADE_HARD)
        gain *= strand->block[6];
    if (grade == GRADE_EASY)
        gain *= strand->block[7];
    double grown = strand->stability * (1.0 + gain);
    return bounded_stability(grown > strand->left ? grown : strand->left);
}

static struct review begin(const double *w, const struct memory_state *state,
                           double days)
{
    struct memory_state old = bounded_state(state);
    double since = curve_bounded(days, 0.0, HUGE_VAL);
    struct curve curve = curve_of(w, &old);
    double fast_recall = curve_term_recall(&curve.term[0], since);
    double recall = curve_recall(&curve, since);
    return (struct review){
        .w = w,
        .difficulty = old.difficulty,
        .recall = recall,
        .reversion = 0.01 * first_difficulty(w, GRADE_EASY),
        .slow = strand_of(w + SLOW_BLOCK, old.slow, old.difficulty, recall),
        .fast = strand_of(w + FAST_BLOCK, old.fast, old.difficulty,
                          curve_bounded(fast_recall, 0.0, 1.0)),
    };
}

/* As in FSRS-6, but reversion is fixed at 1 % and a failure weighs by how
 * surprising it was; fsrs_v7.py, next_difficulty. */
static double next_difficulty(const struct review *review, enum grade grade)
{
    double change = -review->w[6] * ((double)grade - (double)GRADE_GOOD);
    if (grade == GRADE_AGAIN)
        change *= review->recall + 0.1;
    double damped =
        review->difficulty + (10.0 - review->difficulty) * change / 9.0;
    return bounded_difficulty(review->reversion + 0.99 * damped);
}

static struct memory_state finish(const struct review *review, enum grade grade)
{
    double slow = strand_after(&review->slow, grade);
    double fast = strand_after(&review->fast, grade);
    if (grade == GRADE_AGAIN && fast > fast_part * slow)
        fast = bounded_stability(fast_part * slow);
    return (struct memory_state){
        .slow = slow,
        .fast = fast,
        .difficulty = next_difficulty(review, grade),
    };
}

struct memory_state fsrs7_after(const double *weights,
                                const struct memory_state *state, double days,
                                enum grade grade)
{
    struct review review = begin(weights, state, days);
    return finish(&review, grade);
}

void fsrs7_outcomes(const double *weights, const struct memory_state *state,
                    double days, struct memory_state after[GRADE_COUNT])
{
    struct review review = begin(weights, state, days);
    for (int grade = 0; grade < GRADE_COUNT; grade++)
        after[grade] = finish(&review, (enum grade)grade);
}
