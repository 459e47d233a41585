/*
 * fit_join.h -- how two hypotheses may have ended, and those joined that are
 * most alike, until two remain: as memory/evidence does, in lanes, forwards and
 * backwards.
 *
 * For one model: included behind its fit_step6.h or fit_back7.h, which say what
 * a state is. Between the files of memory/fit alone.
 */
#ifndef FIT_JOIN_H
#define FIT_JOIN_H

#include <string.h>

#include "fit_luck.h"

/* How the hypotheses may have ended: remembered and lucky of each. */
enum { ENDINGS = 4 };

struct endings {
    struct state of[ENDINGS];
    lanes weight[ENDINGS];
};

/* Which two are joined, the second of them into the first. */
struct join {
    lane_bits into;
    lane_bits from;
    struct endings before;
};

LANES_INLINE struct state nowhere(void)
{
    struct state none;
    memset(&none, 0, sizeof none);
    return none;
}

/* What is lost of the spread of ln stability when two become one. */
LANES_INLINE lanes lost(const struct endings *e, const lanes *log_s, int i,
                        int k)
{
    lanes apart = log_s[i] - log_s[k];
    lanes weight = e->weight[i] + e->weight[k] + LEAST;
    return e->weight[i] * e->weight[k] / weight * apart * apart;
}

/* Those two of `count` that lose least by it. */
LANES_INLINE void find_nearest(const struct endings *e, int count,
                               struct join *join)
{
    lanes log_s[ENDINGS];
    lanes least = lanes_of(3e38f);
    for (int i = 0; i < count; i++)
        log_s[i] = lanes_log(e->of[i].s);
    join->into = (lane_bits){0};
    join->from = (lane_bits){0} + 1;
    for (int i = 0; i < count; i++) {
        for (int k = i + 1; k < count; k++) {
            lanes now = lost(e, log_s, i, k);
            lane_bits is = now < least;
            least = lanes_choose(is, now, least);
            join->into = (is & i) | (~is & join->into);
            join->from = (is & k) | (~is & join->from);
        }
    }
}

/* The one of that number, in each lane its own. */
LANES_INLINE struct state one_of(const struct endings *e, int count,
                                 lane_bits number, lanes *weight)
{
    struct state state = e->of[0];
    *weight = e->weight[0];
    for (int i = 1; i < count; i++) {
        state = chosen(number == i, e->of[i], state);
        *weight = lanes_choose(number == i, e->weight[i], *weight);
    }
    return state;
}

/* Joins two of `count`; the last one takes the place that becomes free. */
LANES_INLINE void join_nearest(struct endings *e, int count, struct join *join)
{
    lanes a_weight, b_weight;
    find_nearest(e, count, join);
    join->before = *e;
    struct state a = one_of(e, count, join->into, &a_weight);
    struct state b = one_of(e, count, join->from, &b_weight);
    lanes weight = a_weight + b_weight;
    struct state joined = mixture(a, b, a_weight / (weight + LEAST));
    for (int i = 0; i + 1 < count; i++) {
        lane_bits moves = join->from == i;
        e->of[i] = chosen(moves, e->of[count - 1], e->of[i]);
        e->weight[i] = lanes_choose(moves, e->weight[count - 1], e->weight[i]);
        e->of[i] = chosen(join->into == i, joined, e->of[i]);
        e->weight[i] = lanes_choose(join->into == i, weight, e->weight[i]);
    }
}

/* From the slopes in `count` - 1 endings to those in the `count` before. */
LANES_INLINE void join_back(struct endings *by, int count,
                            const struct join *join)
{
    const struct endings *e = &join->before;
    lanes zero = lanes_of(0.0f);
    lanes a_weight, b_weight, by_weight;
    struct state to_a, to_b;
    struct state a = one_of(e, count, join->into, &a_weight);
    struct state b = one_of(e, count, join->from, &b_weight);
    struct state by_joined = one_of(by, count - 1, join->into, &by_weight);
    lanes weight = a_weight + b_weight + LEAST;
    lanes to_share =
        mixture_back(a, b, a_weight / weight, by_joined, &to_a, &to_b) / weight;
    lanes to_a_weight = by_weight + to_share * (b_weight / weight);
    lanes to_b_weight = by_weight - to_share * (a_weight / weight);
    by->of[count - 1] = nowhere();
    by->weight[count - 1] = zero;
    for (int i = 0; i + 1 < count; i++) {
        lane_bits moves = join->from == i;
        by->of[count - 1] = chosen(moves, by->of[i], by->of[count - 1]);
        by->weight[count - 1] =
            lanes_choose(moves, by->weight[i], by->weight[count - 1]);
    }
    for (int i = 0; i < count; i++) {
        by->of[i] = chosen(join->into == i, to_a, by->of[i]);
        by->weight[i] =
            lanes_choose(join->into == i, to_a_weight, by->weight[i]);
        by->of[i] = chosen(join->from == i, to_b, by->of[i]);
        by->weight[i] =
            lanes_choose(join->from == i, to_b_weight, by->weight[i]);
    }
}

/* The share of the second weight of two; and its slopes in both. */
LANES_INLINE lanes second_of(const lanes *weight)
{
    return weight[1] / (weight[0] + weight[1] + LEAST);
}

LANES_INLINE void second_back(const lanes *weight, lanes by, lanes *to)
{
    lanes all = weight[0] + weight[1] + LEAST;
    lanes each = by / all;
    to[0] = -each * (weight[1] / all);
    to[1] = each * (weight[0] / all);
}

#endif
