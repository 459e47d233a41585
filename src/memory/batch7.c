#include "memory/batch7.h"

#include <assert.h>
#include <math.h>

#include "fading64.h"
#include "memory/fsrs7.h"

enum { SLOW = 7, FAST = 15 };

#define FAST_PART 0.8

/* What is the same for every card. */
struct plan {
    const double *w;
    struct goal goal;
    double log_w25;
    double slow_power;
    double slow_base; /* w26^(-1 / power) - 1 */
    double reversion; /* 0.01 D0(4) */
    double growth[2]; /* e^(b0 - 1.5) of slow and fast */
    struct memory_state first[GRADE_COUNT];
};

/* Of so many cards at once: the state, the logarithms of its stabilities. */
struct state {
    lanes64 slow, fast, difficulty;
    lanes64 log_slow, log_fast;
};

/* One of the two stabilities and what its four outcomes have in common. */
struct strand {
    lanes64 stability, left, gain;
};

struct review {
    lanes64 difficulty, recall;
    lane_is64 is_new;
    struct strand slow, fast;
};

static struct plan plan_for(const double *w, double target)
{
    double power = curve_bounded(w[24], 0.01, 0.95);
    struct plan plan = {
        .w = w,
        .goal = goal_for(target),
        .log_w25 = log(w[25]),
        .slow_power = power,
        .slow_base = pow(w[26], -1.0 / power) - 1.0,
        .reversion = 0.01 * (w[4] - exp(w[5] * 3.0) + 1.0),
        .growth = {exp(w[SLOW] - 1.5), exp(w[FAST] - 1.5)},
    };
    for (int i = 0; i < GRADE_COUNT; i++)
        plan.first[i] = fsrs7_first(w, (enum grade)i);
    return plan;
}

LANES64_INLINE lanes64 bounded_stability(lanes64 days)
{
    return lanes64_bounded(days, 0.0001, 36500.0);
}

LANES64_INLINE lanes64 bounded_difficulty(lanes64 difficulty)
{
    return lanes64_bounded(difficulty, 1.0, 10.0);
}

LANES64_INLINE struct state state_of(lanes64 slow, lanes64 fast,
                                     lanes64 difficulty)
{
    struct state state = {
        .slow = bounded_stability(slow),
        .fast = bounded_stability(fast),
        .difficulty = bounded_difficulty(difficulty),
    };
    state.log_slow = lanes64_log(state.slow);
    state.log_fast = lanes64_log(state.fast);
    return state;
}

/* The curve of memory/fsrs7.c, powers as exponentials of logarithms. */
LANES64_INLINE struct fading fading_of(const struct plan *plan,
                                       const struct state *state)
{
    const double *w = plan->w;
    lanes64 hard = state->difficulty - 5.0;
    lanes64 power = lanes64_bounded(
        lanes64_exp(state->log_fast * (w[33] - 0.3)) * w[23], 0.01, 0.95);
    lanes64 fast = lanes64_exp(state->log_fast * -w[29]) * w[27];
    lanes64 slow =
        lanes64_exp(state->log_slow * w[30] + hard * (w[31] - 0.5)) * w[28];
    lanes64 exponent = lanes64_min(-plan->log_w25 / power, lanes64_of(60.0));
    return (struct fading){
        .fast = {fast / (fast + slow), lanes64_expm1(exponent) / state->fast,
                 power},
        .slow = {slow / (fast + slow),
                 lanes64_exp(hard * (w[32] - 0.3)) * plan->slow_base /
                     state->slow,
                 lanes64_of(plan->slow_power)},
    };
}

LANES64_INLINE struct strand strand_of(const double *block, double growth,
                                       lanes64 stability, lanes64 log_stability,
                                       lanes64 difficulty, lanes64 recall)
{
    lanes64 forgotten = 1.0 - recall;
    lanes64 power = lanes64_expm1(lanes64_log1p(stability) * block[4]);
    lanes64 left = power * lanes64_exp(forgotten * block[5]) * block[3];
    return (struct strand){
        .stability = stability,
        .left = lanes64_min(left, stability),
        .gain = lanes64_exp(log_stability * -block[1]) * (11.0 - difficulty) *
                lanes64_expm1(forgotten * block[2]) * growth,
    };
}

LANES64_INLINE struct review begin(const struct plan *plan, lanes64 slow,
                                   lanes64 fast, lanes64 difficulty,
                                   lanes64 elapsed)
{
    struct state old = state_of(slow, fast, difficulty);
    struct fading fading = fading_of(plan, &old);
    lanes64 days = lanes64_bounded(elapsed, 0.0, BATCH7_DAYS_MAX);
    lanes64 recall = lanes64_bounded(recall_at(&fading, days), 0.0, 1.0);
    lanes64 fast_recall =
        lanes64_bounded(term_recall(&fading.fast, days), 0.0, 1.0);
    return (struct review){
        .difficulty = old.difficulty,
        .recall = recall,
        .is_new = ~(slow > 0.0),
        .slow = strand_of(plan->w + SLOW, plan->growth[0], old.slow,
                          old.log_slow, old.difficulty, recall),
        .fast = strand_of(plan->w + FAST, plan->growth[1], old.fast,
                          old.log_fast, old.difficulty, fast_recall),
    };
}

LANES64_INLINE lanes64 strand_after(const struct strand *strand,
                                    const double *block, int grade)
{
    if (grade == GRADE_AGAIN)
        return bounded_stability(strand->left);
    lanes64 gain = strand->gain;
    if (grade == GRADE_HARD)
        gain *= block[6];
    if (grade == GRADE_EASY)
        gain *= block[7];
    lanes64 grown = strand->stability * (gain + 1.0);
    return bounded_stability(lanes64_max(grown, strand->left));
}

LANES64_INLINE struct state after(const struct plan *plan,
                                  const struct review *review, int grade)
{
    const struct memory_state *first = &plan->first[grade];
    lanes64 slow = strand_after(&review->slow, plan->w + SLOW, grade);
    lanes64 fast = strand_after(&review->fast, plan->w + FAST, grade);
    lanes64 change = lanes64_of(-plan->w[6] * (grade - GRADE_GOOD) / 9.0);
    if (grade == GRADE_AGAIN) {
        fast = lanes64_min(fast, bounded_stability(slow * FAST_PART));
        change *= review->recall + 0.1;
    }
    lanes64 damped = review->difficulty + (10.0 - review->difficulty) * change;
    lanes64 difficulty = damped * 0.99 + plan->reversion;
    return state_of(
        lanes64_choose(review->is_new, lanes64_of(first->slow), slow),
        lanes64_choose(review->is_new, lanes64_of(first->fast), fast),
        lanes64_choose(review->is_new, lanes64_of(first->difficulty),
                       difficulty));
}

_Static_assert((int)SEARCHES == (int)GRADE_COUNT, "one search a grade");

LANES64_INLINE void four_outcomes(const struct plan *plan,
                                  const struct batch7_cards *cards,
                                  const struct batch7_results *results,
                                  size_t at)
{
    struct searches searches;
    struct review review = begin(plan, lanes64_load(cards->slow + at),
                                 lanes64_load(cards->fast + at),
                                 lanes64_load(cards->difficulty + at),
                                 lanes64_load(cards->elapsed_days + at));
    searches.goal = &plan->goal;
    for (int grade = 0; grade < GRADE_COUNT; grade++) {
        struct state state = after(plan, &review, grade);
        searches.fading[grade] = fading_of(plan, &state);
        lanes64_store(results->slow[grade] + at, state.slow);
        lanes64_store(results->fast[grade] + at, state.fast);
        lanes64_store(results->difficulty[grade] + at, state.difficulty);
    }
    if (plan->goal.is_searched)
        searches_run(&searches);
    for (int grade = 0; grade < GRADE_COUNT; grade++)
        lanes64_store(results->days_until[grade] + at,
                      plan->goal.is_searched ? searches_days(&searches, grade)
                                             : lanes64_of(plan->goal.days));
}

/* All cards but the last few, fewer than there are lanes; how many these are
 * not. */
LANES64_INLINE size_t whole_lanes(const struct plan *plan,
                                  const struct batch7_cards *cards,
                                  const struct batch7_results *results)
{
    size_t at = 0;
    for (; cards->count - at >= LANES64; at += LANES64)
        four_outcomes(plan, cards, results, at);
    return at;
}

static size_t run_plain(const struct plan *plan,
                        const struct batch7_cards *cards,
                        const struct batch7_results *results)
{
    return whole_lanes(plan, cards, results);
}

#ifdef __x86_64__
/* The same operations on four lanes at once, where the processor can. */
__attribute__((target("avx2"))) static size_t
run_wide(const struct plan *plan, const struct batch7_cards *cards,
         const struct batch7_results *results)
{
    return whole_lanes(plan, cards, results);
}
#endif

static size_t run(const struct plan *plan, const struct batch7_cards *cards,
                  const struct batch7_results *results)
{
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2"))
        return run_wide(plan, cards, results);
#endif
    return run_plain(plan, cards, results);
}

/* The last few cards by way of full lanes. */
static void finish(const struct plan *plan, const struct batch7_cards *cards,
                   const struct batch7_results *results, size_t at)
{
    enum { OUTS = 4 };
    size_t bytes = (cards->count - at) * sizeof(double);
    double in[4][LANES64] = {{0}};
    double out[OUTS][GRADE_COUNT][LANES64];
    struct batch7_cards few = {LANES64, in[0], in[1], in[2], in[3]};
    struct batch7_results full;
    memcpy(in[0], cards->slow + at, bytes);
    memcpy(in[1], cards->fast + at, bytes);
    memcpy(in[2], cards->difficulty + at, bytes);
    memcpy(in[3], cards->elapsed_days + at, bytes);
    for (int grade = 0; grade < GRADE_COUNT; grade++) {
        full.slow[grade] = out[0][grade];
        full.fast[grade] = out[1][grade];
        full.difficulty[grade] = out[2][grade];
        full.days_until[grade] = out[3][grade];
    }
    run(plan, &few, &full);
    for (int grade = 0; grade < GRADE_COUNT; grade++) {
        memcpy(results->slow[grade] + at, out[0][grade], bytes);
        memcpy(results->fast[grade] + at, out[1][grade], bytes);
        memcpy(results->difficulty[grade] + at, out[2][grade], bytes);
        memcpy(results->days_until[grade] + at, out[3][grade], bytes);
    }
}

void batch7_outcomes(const struct memory_model *model, double target,
                     const struct batch7_cards *cards,
                     const struct batch7_results *results)
{
    assert(model->kind == MODEL_FSRS7);
    struct plan plan = plan_for(model->weights, target);
    size_t at = run(&plan, cards, results);
    if (at < cards->count)
        finish(&plan, cards, results, at);
}
