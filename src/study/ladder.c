#include "study/ladder.h"

#include <assert.h>

#include "base/random.h"

enum { RUNGS_MAX = 5 };

struct rung {
    enum form form;
    int options;
};

/* Strength in days from which a rung holds, weakest first. */
enum { STRONGER_DAYS = 7, STRONG_DAYS = 21 };

/* Forms to try, in order; the last one is flip, which never declines. */
static int rungs_of(double strength, enum form wanted,
                    struct rung rungs[RUNGS_MAX])
{
    int options = strength < STRONGER_DAYS ? 3 : strength < STRONG_DAYS ? 4 : 5;
    int count = 0;
    bool choice = wanted == FORM_CHOICE ||
                  (wanted == FORM_COUNT && strength < STRONG_DAYS);
    for (int n = options; choice && n >= OPTIONS_MIN; n--)
        rungs[count++] = (struct rung){FORM_CHOICE, n};
    if (wanted != FORM_COUNT && !choice)
        rungs[count++] = (struct rung){wanted, options};
    if (wanted == FORM_COUNT && strength >= STRONGER_DAYS)
        rungs[count++] = (struct rung){FORM_TYPED, 0};
    rungs[count++] = (struct rung){FORM_FLIP, 0};
    return count;
}

void ladder_question(const struct knowledge *knowledge,
                     const struct progress *progress, const struct item *item,
                     enum form form, uint64_t seed, int32_t today,
                     struct arena *arena, struct question *question)
{
    const struct item_state *state = progress_of(progress, item->id);
    uint64_t reviews = state ? (uint64_t)state->reviews : 0;
    struct rung rungs[RUNGS_MAX];
    int count = rungs_of(progress_strength(progress, state), form, rungs);
    struct question_request request = {
        .item = item,
        .seed = hash_text(hash_number(seed, reviews), item->id),
        .today = today,
        .confusions = confusions_of(&progress->confused, item->id),
    };
    bool made = false;
    for (int i = 0; i < count && !made; i++) {
        request.form = rungs[i].form;
        request.options = rungs[i].options;
        made = question_make(knowledge, request, arena, question, NULL);
    }
    assert(made); /* a flip card is possible for every item */
}
