#include "memory/batch.h"

#include <assert.h>
#include <math.h>

#include "lanes.h"
#include "memory/fsrs6.h"

/* What is the same for every card, computed once in 64 bits. */
struct plan {
    float w[FSRS6_WEIGHTS];
    float factor;    /* of the forgetting curve */
    float growth;    /* e^w8 */
    float most_kept; /* of a stability after a failure */
    float interval;  /* days for each day of stability */
    float reversion;
    float same_day[GRADE_COUNT];
    float change[GRADE_COUNT]; /* of difficulty, before damping */
    float bonus[GRADE_COUNT];  /* on the growth of stability */
    float first_stability[GRADE_COUNT];
    float first_difficulty[GRADE_COUNT];
};

/* What the four outcomes of four cards have in common. */
struct review {
    lanes stability;
    lanes difficulty;
    lane_bits is_new;
    lane_bits same_day;
    lanes gain;       /* growth of stability by a Good answer */
    lanes left;       /* stability after a failure */
    lanes same_power; /* S^-w19 */
};

static struct plan plan_for(const double *w, double target)
{
    struct memory_state one = {.slow = 1.0, .difficulty = 5.0};
    struct curve curve = fsrs6_curve(w, &one);
    double easy_beginning = w[4] - exp(w[5] * 3.0) + 1.0;
    struct plan plan = {
        .factor = (float)curve.term[0].factor,
        .growth = (float)exp(w[8]),
        .most_kept = (float)exp(-w[17] * w[18]),
        .interval = (float)(expm1(-log(target) / w[20]) / curve.term[0].factor),
        .reversion = (float)(w[7] * easy_beginning),
        .bonus = {1.0f, (float)w[15], 1.0f, (float)w[16]},
    };
    for (int i = 0; i < FSRS6_WEIGHTS; i++)
        plan.w[i] = (float)w[i];
    for (int i = 0; i < GRADE_COUNT; i++) {
        struct memory_state first = fsrs6_first(w, (enum grade)i);
        plan.first_stability[i] = (float)first.slow;
        plan.first_difficulty[i] = (float)first.difficulty;
        plan.same_day[i] = (float)exp(w[17] * (i - 2.0 + w[18]));
        plan.change[i] = (float)(-w[6] * (i - 2.0) / 9.0);
    }
    return plan;
}

static lanes bounded_stability(lanes stability)
{
    return lanes_bounded(stability, 0.001f, 36500.0f);
}

static lanes bounded_difficulty(lanes difficulty)
{
    return lanes_bounded(difficulty, 1.0f, 10.0f);
}

/* The formulas of memory/fsrs6.c, powers as exponentials of logarithms. */
static struct review begin(const struct plan *plan, lanes stability,
                           lanes difficulty, lanes elapsed)
{
    const float *w = plan->w;
    lanes s = bounded_stability(stability);
    lanes d = bounded_difficulty(difficulty);
    lanes days = lanes_bounded(elapsed, 0.0f, 1e9f);
    lanes log_s = lanes_log(s);
    lanes fading = lanes_log1p(days * plan->factor / s) * -w[20];
    lanes forgotten = -lanes_expm1(fading);
    lanes gain = lanes_exp(log_s * -w[9]) * (11.0f - d) *
                 lanes_expm1(forgotten * w[10]) * plan->growth;
    lanes eased = lanes_exp(forgotten * w[14] - lanes_log(d) * w[12]);
    lanes left = lanes_expm1(lanes_log1p(s) * w[13]) * eased * w[11];
    return (struct review){
        .stability = s,
        .difficulty = d,
        .is_new = ~(stability > 0.0f),
        .same_day = days <= 0.0f,
        .gain = gain,
        .left = lanes_min(left, s * plan->most_kept),
        .same_power = lanes_exp(log_s * -w[19]),
    };
}

static lanes next_stability(const struct plan *plan,
                            const struct review *review, int grade)
{
    lanes factor = review->same_power * plan->same_day[grade];
    if (grade != GRADE_AGAIN)
        factor = lanes_choose(factor < 1.0f, lanes_of(1.0f), factor);
    lanes same_day = review->stability * factor;
    lanes later = review->left;
    if (grade != GRADE_AGAIN)
        later = review->stability * (review->gain * plan->bonus[grade] + 1.0f);
    lanes known =
        bounded_stability(lanes_choose(review->same_day, same_day, later));
    return lanes_choose(review->is_new, lanes_of(plan->first_stability[grade]),
                        known);
}

static lanes next_difficulty(const struct plan *plan,
                             const struct review *review, int grade)
{
    lanes d = review->difficulty;
    lanes damped = d + (10.0f - d) * plan->change[grade];
    lanes known =
        bounded_difficulty(damped * (1.0f - plan->w[7]) + plan->reversion);
    return lanes_choose(review->is_new, lanes_of(plan->first_difficulty[grade]),
                        known);
}

static void write_results(const struct plan *plan, const struct review *review,
                          const struct batch_results *results, size_t at)
{
    for (int grade = 0; grade < GRADE_COUNT; grade++) {
        lanes stability = next_stability(plan, review, grade);
        lanes days = lanes_bounded(stability * plan->interval, 0.0f,
                                   (float)CURVE_DAYS_MAX);
        lanes_store(results->stability[grade] + at, stability);
        lanes_store(results->difficulty[grade] + at,
                    next_difficulty(plan, review, grade));
        lanes_store(results->days_until[grade] + at, days);
    }
}

/* The last few cards, fewer than there are lanes, by way of full ones. */
static void finish(const struct plan *plan, const struct batch_cards *cards,
                   const struct batch_results *results, size_t at)
{
    size_t bytes = (cards->count - at) * sizeof(float);
    float in[3][LANES] = {{0}};
    float out[3][GRADE_COUNT][LANES];
    struct batch_results full;
    memcpy(in[0], cards->stability + at, bytes);
    memcpy(in[1], cards->difficulty + at, bytes);
    memcpy(in[2], cards->elapsed_days + at, bytes);
    for (int grade = 0; grade < GRADE_COUNT; grade++) {
        full.stability[grade] = out[0][grade];
        full.difficulty[grade] = out[1][grade];
        full.days_until[grade] = out[2][grade];
    }
    struct review review =
        begin(plan, lanes_load(in[0]), lanes_load(in[1]), lanes_load(in[2]));
    write_results(plan, &review, &full, 0);
    for (int grade = 0; grade < GRADE_COUNT; grade++) {
        memcpy(results->stability[grade] + at, out[0][grade], bytes);
        memcpy(results->difficulty[grade] + at, out[1][grade], bytes);
        memcpy(results->days_until[grade] + at, out[2][grade], bytes);
    }
}

void batch_outcomes(const struct memory_model *model, double target,
                    const struct batch_cards *cards,
                    const struct batch_results *results)
{
    assert(model->kind == MODEL_FSRS6);
    struct plan plan = plan_for(model->weights, target);
    size_t at = 0;
    for (; cards->count - at >= LANES; at += LANES) {
        struct review review = begin(&plan, lanes_load(cards->stability + at),
                                     lanes_load(cards->difficulty + at),
                                     lanes_load(cards->elapsed_days + at));
        write_results(&plan, &review, results, at);
    }
    if (at < cards->count)
        finish(&plan, cards, results, at);
}
