#include "study/ladder.h"

#include <assert.h>

#include "base/random.h"

enum { RUNGS_MAX = 8 };

struct rung {
    enum form form;
    int options;
};

/* One question in so many is about several items at once; its options. */
enum { TOGETHER_ONE_IN = 4, TOGETHER = 4, SALT_TOGETHER = 31 };

/* Some questions of items that are not weak ask about several together. */
static bool asks_together(double strength, uint64_t seed)
{
    return strength >= LADDER_STRONGER_DAYS &&
           hash_number(seed, SALT_TOGETHER) % TOGETHER_ONE_IN == 0;
}

/* Forms to try, in order; the last one is flip, which never declines. */
static int rungs_of(double strength, enum form wanted, uint64_t seed,
                    struct rung rungs[RUNGS_MAX])
{
    int options = strength < LADDER_STRONGER_DAYS ? 3
                  : strength < LADDER_STRONG_DAYS ? 4
                                                  : 5;
    int count = 0;
    if (wanted == FORM_COUNT && asks_together(strength, seed)) {
        rungs[count++] = (struct rung){FORM_ORDER, TOGETHER};
        rungs[count++] = (struct rung){FORM_MATCH, TOGETHER};
    }
    if (wanted == FORM_ORDER || wanted == FORM_MATCH) {
        rungs[count++] = (struct rung){wanted, TOGETHER};
        wanted = FORM_COUNT; /* few items can: the others as ever */
    }
    bool choice = wanted == FORM_CHOICE ||
                  (wanted == FORM_COUNT && strength < LADDER_STRONG_DAYS);
    for (int n = options; choice && n >= OPTIONS_MIN; n--)
        rungs[count++] = (struct rung){FORM_CHOICE, n};
    if (wanted != FORM_COUNT && !choice)
        rungs[count++] = (struct rung){wanted, options};
    if (wanted == FORM_COUNT && strength >= LADDER_STRONGER_DAYS)
        rungs[count++] = (struct rung){FORM_TYPED, 0};
    rungs[count++] = (struct rung){FORM_FLIP, 0};
    return count;
}

/* What the learner has not met yet is not asked about along with others. */
static bool all_met(const struct progress *progress,
                    const struct question *question)
{
    for (int i = 0; i < question->part_count; i++)
        if (!progress_of(progress, question->parts[i].item->id))
            return false;
    return true;
}

void ladder_question(const struct knowledge *knowledge,
                     const struct progress *progress, const struct item *item,
                     enum form form, uint64_t seed, int32_t today,
                     struct arena *arena, struct question *question)
{
    const struct item_state *state = progress_of(progress, item->id);
    uint64_t reviews = state ? (uint64_t)state->reviews : 0;
    struct rung rungs[RUNGS_MAX];
    uint64_t own_seed = hash_text(hash_number(seed, reviews), item->id);
    double strength = progress_strength(progress, state);
    int count = rungs_of(strength, form, own_seed, rungs);
    struct question_request request = {
        .item = item,
        .seed = own_seed,
        .today = today,
        .confusions = confusions_of(&progress->confused, item->id),
    };
    bool made = false;
    for (int i = 0; i < count && !made; i++) {
        request.form = rungs[i].form;
        request.options = rungs[i].options;
        made = question_make(knowledge, request, arena, question, NULL) &&
               (form != FORM_COUNT || all_met(progress, question));
    }
    assert(made); /* a flip card is possible for every item */
}
