#include "dual_model.h"

#include <stdbool.h>

enum { SLOW_BLOCK = 7, FAST_BLOCK = 15 };

static const double fast_part = 0.8;
static const double doubt = 1e-5;

/* D0(G) = w4 - e^(w5 (G - 1)) + 1 */
static struct dual first_difficulty(const struct dual_model *model,
                                    enum grade grade)
{
    struct dual power = dual_exp(dual_linear(model->w[5], (double)grade, 0));
    return dual_linear(dual_subtract(model->w[4], power), 1, 1);
}

struct dual_model dual_model_of(enum model_kind kind, const double *weights)
{
    struct dual_model model = {.kind = kind};
    int count = kind == MODEL_FSRS6 ? FSRS6_WEIGHTS : FSRS7_WEIGHTS;
    for (int i = 0; i < count; i++)
        model.w[i] = dual_weight(weights[i], i);
    model.easy = first_difficulty(&model, GRADE_EASY);
    if (kind == MODEL_FSRS6)
        model.factor = dual_expm1(dual_divide(dual_of(-log(0.9)), model.w[20]));
    return model;
}

static struct dual stability(const struct dual_model *model, struct dual days)
{
    return dual_bounded(days, model->kind == MODEL_FSRS6 ? .001 : .0001, 36500);
}

struct dual_state dual_first(const struct dual_model *model, enum grade grade)
{
    struct dual_state state = {
        .slow = stability(model, model->w[grade]),
        .difficulty = dual_bounded(first_difficulty(model, grade), 1, 10),
    };
    if (model->kind == MODEL_FSRS7)
        state.fast = stability(model, dual_linear(state.slow, fast_part, 0));
    return state;
}

/* x^y for x > 0 */
static struct dual power(struct dual x, struct dual y)
{
    return dual_exp(dual_multiply(y, dual_log(x)));
}

/* (1 + factor days / s)^-p */
static struct dual fade(struct dual factor, struct dual s, struct dual p,
                        double days)
{
    struct dual x = dual_divide(dual_linear(factor, days, 0), s);
    return dual_exp(dual_linear(dual_multiply(p, dual_log1p(x)), -1, 0));
}

/* How much of the fast strand of FSRS-7 is recalled, and of both together. */
static struct dual_recall recall7(const struct dual_model *model,
                                  const struct dual_state *state, double days)
{
    const struct dual *w = model->w;
    struct dual hard = dual_linear(state->difficulty, 1, -5);
    struct dual fast_power = dual_bounded(
        dual_multiply(w[23], power(state->fast, dual_linear(w[33], 1, -.3))),
        .01, .95);
    struct dual slow_power = dual_bounded(w[24], .01, .95);
    struct dual fast_factor = dual_expm1(dual_bounded(
        dual_divide(dual_linear(dual_log(w[25]), -1, 0), fast_power), -60, 60));
    struct dual slow_factor = dual_multiply(
        dual_expm1(
            dual_divide(dual_linear(dual_log(w[26]), -1, 0), slow_power)),
        dual_exp(dual_multiply(hard, dual_linear(w[32], 1, -.3))));
    struct dual fast = fade(fast_factor, state->fast, fast_power, days);
    struct dual slow = fade(slow_factor, state->slow, slow_power, days);
    struct dual a =
        dual_multiply(w[27], power(state->fast, dual_linear(w[29], -1, 0)));
    struct dual b = dual_multiply(
        dual_multiply(w[28], power(state->slow, w[30])),
        dual_exp(dual_multiply(hard, dual_linear(w[31], 1, -.5))));
    struct dual sum = dual_add(dual_multiply(a, fast), dual_multiply(b, slow));
    struct dual mean = dual_divide(sum, dual_add(a, b));
    return (struct dual_recall){fast, dual_linear(mean, 1 - 2 * doubt, doubt)};
}

struct dual_recall dual_recall(const struct dual_model *model,
                               const struct dual_state *state, double days)
{
    if (model->kind == MODEL_FSRS7)
        return recall7(model, state, days);
    struct dual whole = fade(model->factor, state->slow, model->w[20], days);
    return (struct dual_recall){whole, whole};
}

/* e^a (11 - D) x^-b (e^(c (1 - R)) - 1), the growth by a Good answer. */
static struct dual growth(struct dual a, struct dual b, struct dual c,
                          struct dual x, struct dual difficulty,
                          struct dual forgotten)
{
    struct dual free = dual_linear(difficulty, -1, 11);
    struct dual size =
        dual_exp(dual_subtract(a, dual_multiply(b, dual_log(x))));
    return dual_multiply(dual_multiply(size, free),
                         dual_expm1(dual_multiply(c, forgotten)));
}

/* (x + 1)^a - 1 */
static struct dual risen(struct dual x, struct dual a)
{
    return dual_expm1(dual_multiply(a, dual_log1p(x)));
}

/* One strand of FSRS-7; `b` are its eight weights. */
static struct dual strand(const struct dual_model *model, const struct dual *b,
                          struct dual x, struct dual difficulty,
                          struct dual recall, enum grade grade)
{
    struct dual forgotten = dual_linear(recall, -1, 1);
    if (grade == GRADE_AGAIN) {
        struct dual left =
            dual_multiply(dual_multiply(b[3], risen(x, b[4])),
                          dual_exp(dual_multiply(forgotten, b[5])));
        return stability(model, dual_min(left, x));
    }
    struct dual gain = growth(dual_linear(b[0], 1, -1.5), b[1], b[2], x,
                              difficulty, forgotten);
    if (grade == GRADE_HARD)
        gain = dual_multiply(gain, b[6]);
    if (grade == GRADE_EASY)
        gain = dual_multiply(gain, b[7]);
    /* never below x, so never below what a failure would have left */
    return stability(model, dual_multiply(x, dual_linear(gain, 1, 1)));
}

/* Linear damping and reversion; a failure of FSRS-7 weighs by its surprise. */
static struct dual next_difficulty(const struct dual_model *model,
                                   struct dual difficulty, struct dual recall,
                                   enum grade grade)
{
    const struct dual *w = model->w;
    struct dual change =
        dual_linear(w[6], -((double)grade - (double)GRADE_GOOD) / 9, 0);
    if (model->kind == MODEL_FSRS7 && grade == GRADE_AGAIN)
        change = dual_multiply(change, dual_linear(recall, 1, .1));
    struct dual damped = dual_add(
        difficulty, dual_multiply(dual_linear(difficulty, -1, 10), change));
    if (model->kind == MODEL_FSRS7)
        return dual_bounded(dual_add(dual_linear(model->easy, .01, 0),
                                     dual_linear(damped, .99, 0)),
                            1, 10);
    struct dual by = dual_subtract(model->easy, damped);
    return dual_bounded(dual_add(damped, dual_multiply(w[7], by)), 1, 10);
}

static struct dual_state after7(const struct dual_model *model,
                                const struct dual_state *state,
                                const struct dual_recall *recall,
                                enum grade grade)
{
    struct dual_state next = {
        .slow = strand(model, model->w + SLOW_BLOCK, state->slow,
                       state->difficulty, recall->whole, grade),
        .fast =
            strand(model, model->w + FAST_BLOCK, state->fast, state->difficulty,
                   dual_bounded(recall->fast, 0, 1), grade),
        .difficulty =
            next_difficulty(model, state->difficulty, recall->whole, grade),
    };
    struct dual most = dual_linear(next.slow, fast_part, 0);
    if (grade == GRADE_AGAIN && next.fast.value > most.value)
        next.fast = stability(model, most);
    return next;
}

static struct dual same_day6(const struct dual_model *model, struct dual s,
                             enum grade grade)
{
    const struct dual *w = model->w;
    double distance = (double)grade - (double)GRADE_GOOD;
    struct dual exponent =
        dual_subtract(dual_multiply(w[17], dual_linear(w[18], 1, distance)),
                      dual_multiply(w[19], dual_log(s)));
    struct dual factor = dual_exp(exponent);
    if (grade >= GRADE_HARD && factor.value < 1)
        return s;
    return dual_multiply(s, factor);
}

static struct dual failed6(const struct dual_model *model,
                           const struct dual_state *state,
                           struct dual forgotten)
{
    const struct dual *w = model->w;
    struct dual eased = dual_exp(
        dual_subtract(dual_multiply(w[14], forgotten),
                      dual_multiply(w[12], dual_log(state->difficulty))));
    struct dual left =
        dual_multiply(dual_multiply(w[11], risen(state->slow, w[13])), eased);
    struct dual most = dual_multiply(
        state->slow, dual_exp(dual_linear(dual_multiply(w[17], w[18]), -1, 0)));
    return dual_min(left, most);
}

static struct dual recalled6(const struct dual_model *model,
                             const struct dual_state *state,
                             struct dual forgotten, enum grade grade)
{
    const struct dual *w = model->w;
    struct dual gain =
        growth(w[8], w[9], w[10], state->slow, state->difficulty, forgotten);
    if (grade == GRADE_HARD)
        gain = dual_multiply(gain, w[15]);
    if (grade == GRADE_EASY)
        gain = dual_multiply(gain, w[16]);
    return dual_multiply(state->slow, dual_linear(gain, 1, 1));
}

static struct dual_state after6(const struct dual_model *model,
                                const struct dual_state *state,
                                const struct dual_recall *recall, double days,
                                enum grade grade)
{
    struct dual forgotten = dual_linear(recall->whole, -1, 1);
    struct dual s;
    if (!(days > 0))
        s = same_day6(model, state->slow, grade);
    else if (grade == GRADE_AGAIN)
        s = failed6(model, state, forgotten);
    else
        s = recalled6(model, state, forgotten, grade);
    return (struct dual_state){
        .slow = stability(model, s),
        .difficulty =
            next_difficulty(model, state->difficulty, recall->whole, grade),
    };
}

struct dual_state dual_after(const struct dual_model *model,
                             const struct dual_state *state,
                             const struct dual_recall *recall, double days,
                             enum grade grade)
{
    return model->kind == MODEL_FSRS6
               ? after6(model, state, recall, days, grade)
               : after7(model, state, recall, grade);
}
