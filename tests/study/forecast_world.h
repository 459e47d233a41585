/*
 * forecast_world.h -- learners whose memory is not quite what the program
 * believes, who study what it plans day by day.
 */
#ifndef FORECAST_WORLD_H
#define FORECAST_WORLD_H

#include <math.h>

#include "memory/evidence.h"
#include "memory/fsrs7.h"
#include "study/exam.h"
#include "study/forecast.h"
#include "study/plan.h"
#include "study_world.h"

enum { ANSWER_MS = 15000, ASKED_AGAIN_MS = 10 * MINUTE };

/*
 * How far learners' weights lie from the default ones: the spreads by which
 * fsrs-rs pulls a fit back. Those of the first four, in their logarithm, are
 * guesses. They hold the noise of the fits too, so that half of them is taken
 * for how far learners truly differ.
 */
static const double spread_of_weights[FSRS7_WEIGHTS] = {
    .5,    .5,    .5,    .5,    .523,  .2528, .4329, .2966, .2139,
    .2889, .1862, .175,  .3812, .3013, .9104, .3234, .2448, .3273,
    .1842, .1735, .4608, .311,  .864,  .0418, .2596, .0798, .0682,
    .1282, .1397, .1407, .1489, .2,    .15,   .15};
static const double common_spread = .7; /* of the first four together */

struct learner {
    const struct knowledge *knowledge;
    struct memory_model model; /* the true one */
    struct memory *memories;
    struct random random;
    struct progress progress;
    int minutes; /* a day */
    int answers; /* since they were set to 0 */
    int worst;   /* on one day */
};

static inline double normal(struct random *random)
{
    double u = random_unit(random);
    double v = random_unit(random);
    return sqrt(-2 * log(1 - u)) * cos(2 * acos(-1.0) * v);
}

static inline struct memory_model model_near(double share,
                                             struct random *random)
{
    struct memory_model model = memory_model_default(MODEL_FSRS7);
    double weights[FSRS7_WEIGHTS];
    double common = common_spread * share * normal(random);
    for (int i = 0; i < FSRS7_WEIGHTS; i++) {
        double moved = share * spread_of_weights[i] * normal(random);
        weights[i] = i < 4 ? model.weights[i] * exp(moved + common)
                           : model.weights[i] + moved;
    }
    assert_true(memory_model_make(&model, MODEL_FSRS7, weights, FSRS7_WEIGHTS,
                                  true, NULL));
    return model;
}

/* What a deck of `count` rivers states: three cards of each. */
static inline struct knowledge *rivers_of(struct arena *arena, int count)
{
    enum { TEXT_BYTES = 100000 };
    char *text = arena_alloc(arena, TEXT_BYTES);
    size_t used = (size_t)snprintf(text, TEXT_BYTES, "[deck]\ntitle = R\n");
    for (int i = 1; i <= count; i++)
        used += (size_t)snprintf(text + used, TEXT_BYTES - used,
                                 "[river r%d]\nname = R %d\nlength = %d\n"
                                 "mouth = Sea %d\n",
                                 i, i, 1000 + i, i);
    assert_true(used < TEXT_BYTES);
    return knowledge_of(arena, (const char *const[]){RIVER_KIND, text, NULL});
}

static inline void learner_begin(struct learner *learner, struct arena *arena,
                                 const struct knowledge *knowledge,
                                 double share, uint64_t seed)
{
    memset(learner, 0, sizeof *learner);
    learner->knowledge = knowledge;
    learner->random = random_seeded(seed);
    learner->model = model_near(share, &learner->random);
    learner->memories =
        arena_array(arena, knowledge->item_count, sizeof *learner->memories);
    learner->minutes = 20;
    progress_init(&learner->progress, arena, knowledge,
                  study_settings_default());
}

static inline double days_since(const struct item_state *state, int64_t ms)
{
    return (double)(tokyo(ms).at_ms - state->last.at_ms) / DAY;
}

/* One answer as the true memory has it; true if it was right. */
static inline bool learner_answer(struct learner *learner,
                                  const struct item *item, int64_t ms)
{
    struct memory *memory =
        &learner->memories[item - learner->knowledge->items];
    const struct item_state *state = progress_of(&learner->progress, item->id);
    double days = state ? days_since(state, ms) : 0;
    double recall = state ? memory_recall(&learner->model, memory, days)
                          : EVIDENCE_NEW_RECALL;
    bool right = random_unit(&learner->random) < recall;
    struct event event = answer(item->id, ms, right ? GRADE_GOOD : GRADE_AGAIN);
    event.dur_ms = ANSWER_MS;
    *memory = memory_after(&learner->model, memory, days, event.grade);
    progress_apply(&learner->progress, &event);
    return right;
}

/* Asks a card until it leaves the sitting; answers that took. */
static inline int learner_ask(struct learner *learner,
                              const struct plan_entry *entry, int64_t ms)
{
    int answers = 1;
    if (learner_answer(learner, entry->item, ms))
        return answers;
    for (int needed = entry->is_new ? 2 : 1; needed > 0; answers++) {
        ms += ASKED_AGAIN_MS;
        needed -= learner_answer(learner, entry->item, ms);
    }
    return answers;
}

/* Studies what is planned for a day until the minutes are over. */
static inline void learner_study(struct learner *learner, int day)
{
    static struct plan plan;
    int64_t ms = (int64_t)day * DAY;
    int most = learner->minutes * MINUTE / ANSWER_MS;
    int answers = 0;
    plan_make(&plan, learner->knowledge, &learner->progress, NULL, tokyo(ms));
    for (int i = 0; i < plan.count && answers < most; i++)
        answers += learner_ask(learner, &plan.entries[i],
                               ms + (int64_t)answers * ANSWER_MS);
    learner->answers += answers;
    learner->worst = answers > learner->worst ? answers : learner->worst;
}

/* The share of all cards that is recalled on a day, by true memory. */
static inline double learner_recalls(struct learner *learner, int day)
{
    const struct knowledge *knowledge = learner->knowledge;
    int64_t ms = (int64_t)day * DAY;
    int recalled = 0;
    for (size_t i = 0; i < knowledge->item_count; i++) {
        const struct item_state *state =
            progress_of(&learner->progress, knowledge->items[i].id);
        if (state)
            recalled += random_unit(&learner->random) <
                        memory_recall(&learner->model, &learner->memories[i],
                                      days_since(state, ms));
    }
    return (double)recalled / (double)knowledge->item_count;
}

#endif
