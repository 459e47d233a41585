/* What strangers call: their numbers are judged here, and nowhere below. */
#include "pacta-memory.h"

#include <math.h>
#include <string.h>

#include "library.h"
#include "memory/evidence.h"
#include "memory/sm2.h"

_Static_assert((int)PACTA_WEIGHTS_MAX == (int)MODEL_WEIGHTS_MAX,
               "a model is as large outside as inside");

const char *pacta_status_text(int status)
{
    static const char *const texts[PACTA_STATUS_COUNT] = {
        [PACTA_OK] = "done",
        [PACTA_BAD_MODEL] = "the model is neither FSRS-6 nor FSRS-7",
        [PACTA_BAD_WEIGHTS] = "the weights are not finite or not all given",
        [PACTA_BAD_MEMORY] = "a number of the memory is not finite or below 0",
        [PACTA_BAD_DAYS] = "the days are not a number",
        [PACTA_BAD_RATING] = "a rating is not 1 to 4",
        [PACTA_BAD_CHANCE] = "a chance is not 0 to below 1",
        [PACTA_BAD_TIME] = "a time is too far from 1970",
        [PACTA_BAD_SM2] = "ease, interval or retention make no sense",
        [PACTA_BAD_OPTIONS] = "an option of the fit is out of range",
        [PACTA_TOO_FEW] = "there are too few reviews to fit to",
        [PACTA_TOO_MANY] = "there are more reviews than a fit takes",
        [PACTA_NO_MEMORY] = "there is not enough memory",
        [PACTA_STOPPED] = "the fit was stopped",
    };
    if (status < 0 || status >= PACTA_STATUS_COUNT)
        return "no such status";
    return texts[status];
}

bool library_kind(int kind, enum model_kind *inside)
{
    *inside = kind == PACTA_FSRS6 ? MODEL_FSRS6 : MODEL_FSRS7;
    return kind == PACTA_FSRS6 || kind == PACTA_FSRS7;
}

void library_model(const struct memory_model *inside, struct pacta_model *model)
{
    memset(model, 0, sizeof *model);
    model->kind = inside->kind == MODEL_FSRS6 ? PACTA_FSRS6 : PACTA_FSRS7;
    memcpy(model->weights, inside->weights, sizeof model->weights);
}

int pacta_model_init(struct pacta_model *model, int kind)
{
    enum model_kind inside;
    if (!library_kind(kind, &inside))
        return PACTA_BAD_MODEL;
    struct memory_model found = memory_model_default(inside);
    library_model(&found, model);
    return PACTA_OK;
}

/* Older vectors raised to FSRS-6's, as fsrs-rs does: FSRS-4.5 had another
 * difficulty, both another curve and no rule for the same day. */
static int raised(double *w, int count)
{
    if (count == 17) {
        w[4] += 2.0 * w[5];
        w[5] = log(3.0 * w[5] + 1.0) / 3.0;
        w[6] += 0.5;
    }
    if (count == 17 || count == 19) {
        memset(w + count, 0, (size_t)(FSRS6_WEIGHTS - count) * sizeof *w);
        w[20] = 0.5;
        return FSRS6_WEIGHTS;
    }
    return count;
}

int pacta_model_set(struct pacta_model *model, int kind, const double *weights,
                    int count)
{
    double own[MODEL_WEIGHTS_MAX] = {0};
    enum model_kind inside;
    struct memory_model made;
    if (!library_kind(kind, &inside))
        return PACTA_BAD_MODEL;
    if (count < 0 || count > MODEL_WEIGHTS_MAX)
        return PACTA_BAD_WEIGHTS;
    memcpy(own, weights, (size_t)count * sizeof own[0]);
    if (inside == MODEL_FSRS6)
        count = raised(own, count);
    if (!memory_model_make(&made, inside, own, count, true, NULL))
        return PACTA_BAD_WEIGHTS;
    library_model(&made, model);
    return PACTA_OK;
}

static bool is_size(double value)
{
    return isfinite(value) && value >= 0.0;
}

/* Every number of it is finite and none below 0. */
static bool is_memory(const struct pacta_memory *memory)
{
    return is_size(memory->stability) && is_size(memory->stability_fast) &&
           is_size(memory->difficulty) && is_size(memory->other) &&
           memory->other <= 1.0 && is_size(memory->other_stability) &&
           is_size(memory->other_stability_fast) &&
           is_size(memory->other_difficulty);
}

/* A model and a memory as they are inside. */
struct inside {
    struct memory_model model;
    struct memory memory;
};

static int enter(struct inside *inside, const struct pacta_model *model,
                 const struct pacta_memory *memory)
{
    if (!library_kind(model->kind, &inside->model.kind))
        return PACTA_BAD_MODEL;
    if (!is_memory(memory))
        return PACTA_BAD_MEMORY;
    memcpy(inside->model.weights, model->weights, sizeof model->weights);
    inside->memory = (struct memory){0};
    if (memory->stability > 0.0)
        inside->memory = (struct memory){
            .count = memory->other > 0.0 ? 2 : 1,
            .weight = {1.0 - memory->other, memory->other},
            .branch = {{memory->stability, memory->stability_fast,
                        memory->difficulty},
                       {memory->other_stability, memory->other_stability_fast,
                        memory->other_difficulty}},
        };
    return PACTA_OK;
}

static struct pacta_memory leave(const struct memory *memory)
{
    struct pacta_memory left = {
        .stability = memory->branch[0].slow,
        .stability_fast = memory->branch[0].fast,
        .difficulty = memory->branch[0].difficulty,
    };
    if (memory->count < 2)
        return left;
    left.other = memory->weight[1];
    left.other_stability = memory->branch[1].slow;
    left.other_stability_fast = memory->branch[1].fast;
    left.other_difficulty = memory->branch[1].difficulty;
    return left;
}

double pacta_recall(const struct pacta_model *model,
                    const struct pacta_memory *memory, double days)
{
    struct inside inside;
    if (enter(&inside, model, memory) != PACTA_OK || isnan(days))
        return (double)NAN;
    return memory_recall(&inside.model, &inside.memory, days);
}

double pacta_interval(const struct pacta_model *model,
                      const struct pacta_memory *memory, double retention)
{
    struct inside inside;
    if (enter(&inside, model, memory) != PACTA_OK ||
        !(retention > 0.0 && retention < 1.0))
        return (double)NAN;
    return memory_days_until(&inside.model, &inside.memory, retention);
}

int pacta_next(const struct pacta_model *model,
               const struct pacta_memory *memory, double days, int rating,
               struct pacta_memory *after)
{
    return pacta_evidence(model, memory, days, rating, 0.0, after);
}

int pacta_outcomes(const struct pacta_model *model,
                   const struct pacta_memory *memory, double days,
                   struct pacta_memory after[4])
{
    struct inside inside;
    struct memory outcomes[GRADE_COUNT];
    int status = enter(&inside, model, memory);
    if (status == PACTA_OK && isnan(days))
        status = PACTA_BAD_DAYS;
    if (status != PACTA_OK)
        return status;
    memory_outcomes(&inside.model, &inside.memory, days, outcomes);
    for (int i = 0; i < GRADE_COUNT; i++)
        after[i] = leave(&outcomes[i]);
    return PACTA_OK;
}

int pacta_evidence(const struct pacta_model *model,
                   const struct pacta_memory *memory, double days, int rating,
                   double chance, struct pacta_memory *after)
{
    struct inside inside;
    int status = enter(&inside, model, memory);
    if (status == PACTA_OK && isnan(days))
        status = PACTA_BAD_DAYS;
    if (status == PACTA_OK && !library_is_rating(rating))
        status = PACTA_BAD_RATING;
    if (status == PACTA_OK && !library_is_chance(chance))
        status = PACTA_BAD_CHANCE;
    if (status != PACTA_OK)
        return status;
    struct evidence seen = {(enum grade)(rating - 1), chance, 1.0};
    struct memory found =
        evidence_after(&inside.model, &inside.memory, days, seen);
    *after = leave(&found);
    return PACTA_OK;
}

int pacta_from_sm2(const struct pacta_model *model, double ease,
                   double interval_days, double retention,
                   struct pacta_memory *memory)
{
    const struct pacta_memory nothing = PACTA_NOTHING;
    struct inside inside;
    struct sm2 old = {ease, interval_days};
    int status = enter(&inside, model, &nothing);
    if (status != PACTA_OK)
        return status;
    if (!memory_from_sm2(&inside.model, old, retention, &inside.memory, NULL))
        return PACTA_BAD_SM2;
    *memory = leave(&inside.memory);
    return PACTA_OK;
}
