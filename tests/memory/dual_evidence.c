#include "dual_evidence.h"

#include <math.h>
#include <stdbool.h>

#include "dual.h"
#include "memory/evidence.h"

/* Each hypothesis ends as remembered or lucky. */
enum { ENDINGS_MAX = 2 * MEMORY_BRANCHES_MAX };

struct endings {
    int count;
    struct dual weight[ENDINGS_MAX]; /* before they are made to sum 1 */
    struct dual_state state[ENDINGS_MAX];
};

static void add(struct endings *endings, const struct dual *weight,
                const struct dual_state *state)
{
    if (!(weight->value > 0))
        return;
    endings->weight[endings->count] = *weight;
    endings->state[endings->count++] = *state;
}

/* a by the share, b by the rest: stabilities in the logarithm. */
static struct dual mixed_log(struct dual a, struct dual b, struct dual share)
{
    struct dual by = dual_subtract(dual_log(a), dual_log(b));
    return dual_exp(dual_add(dual_log(b), dual_multiply(share, by)));
}

/* One ending in the place of two, as memory/evidence joins them. */
static void join(const struct dual_model *model, struct endings *endings,
                 int into, int from)
{
    struct dual weight = dual_add(endings->weight[into], endings->weight[from]);
    struct dual share = dual_divide(endings->weight[into], weight);
    struct dual_state *a = &endings->state[into];
    const struct dual_state *b = &endings->state[from];
    a->slow = mixed_log(a->slow, b->slow, share);
    if (model->kind == MODEL_FSRS7)
        a->fast = mixed_log(a->fast, b->fast, share);
    a->difficulty = dual_add(
        b->difficulty,
        dual_multiply(share, dual_subtract(a->difficulty, b->difficulty)));
    endings->weight[into] = weight;
    endings->count--;
    endings->weight[from] = endings->weight[endings->count];
    endings->state[from] = endings->state[endings->count];
}

static double loss(const struct endings *endings, int i, int j)
{
    double a = endings->weight[i].value;
    double b = endings->weight[j].value;
    double apart =
        log(endings->state[i].slow.value / endings->state[j].slow.value);
    return a * b / (a + b) * apart * apart;
}

static void join_nearest(const struct dual_model *model,
                         struct endings *endings)
{
    int into = 0;
    int from = 1;
    double least = HUGE_VAL;
    for (int i = 0; i < endings->count; i++) {
        for (int j = i + 1; j < endings->count; j++) {
            double lost = loss(endings, i, j);
            if (lost < least) {
                least = lost;
                into = i;
                from = j;
            }
        }
    }
    join(model, endings, into, from);
}

static void gather(const struct dual_model *model, struct endings *endings,
                   struct dual_memory *memory)
{
    struct dual whole = dual_of(0);
    while (endings->count > MEMORY_BRANCHES_MAX)
        join_nearest(model, endings);
    for (int i = 0; i < endings->count; i++)
        whole = dual_add(whole, endings->weight[i]);
    bool turned = endings->weight[1].value > endings->weight[0].value;
    memory->count = endings->count;
    for (int i = 0; i < endings->count; i++) {
        int from = turned && endings->count == 2 ? 1 - i : i;
        memory->weight[i] = dual_divide(endings->weight[from], whole);
        memory->branch[i] = endings->state[from];
    }
}

/* Forgotten, shown the answer, and right a moment later. */
static struct dual_state lucky_after(const struct dual_model *model,
                                     const struct dual_state *forgotten)
{
    double days =
        model->kind == MODEL_FSRS6 ? 0 : EVIDENCE_LUCKY_MINUTES / (24.0 * 60.0);
    struct dual_recall recall = dual_recall(model, forgotten, days);
    return dual_after(model, forgotten, &recall, days, GRADE_GOOD);
}

struct dual_memory dual_evidence_first(const struct dual_model *model,
                                       struct dual_answer answer)
{
    struct dual_memory memory = {
        .count = 1,
        .weight = {dual_of(1)},
        .branch = {dual_first(model, answer.grade)},
    };
    if (answer.grade == GRADE_AGAIN || answer.chance <= 0)
        return memory;
    struct endings endings = {.count = 0};
    struct dual_state forgotten = dual_first(model, GRADE_AGAIN);
    struct dual_state lucky = lucky_after(model, &forgotten);
    struct dual known = dual_of(EVIDENCE_NEW_RECALL);
    struct dual guessed = dual_linear(known, -answer.chance, answer.chance);
    add(&endings, &known, &memory.branch[0]);
    add(&endings, &guessed, &lucky);
    gather(model, &endings, &memory);
    return memory;
}

struct dual_recalls dual_evidence_recalls(const struct dual_model *model,
                                          const struct dual_memory *memory,
                                          double days)
{
    struct dual_recalls recalls;
    recalls.of[0] = dual_recall(model, &memory->branch[0], days);
    recalls.whole = recalls.of[0].whole;
    if (memory->count < 2)
        return recalls;
    recalls.of[1] = dual_recall(model, &memory->branch[1], days);
    recalls.whole =
        dual_add(dual_multiply(memory->weight[0], recalls.of[0].whole),
                 dual_multiply(memory->weight[1], recalls.of[1].whole));
    return recalls;
}

/* An answer that leaves no doubt whether it was memory: each hypothesis goes
 * its way, and is believed by what it foretold. */
static void go_on(const struct dual_model *model, struct dual_memory *memory,
                  const struct dual_recalls *recalls, struct dual_answer answer)
{
    struct dual whole = dual_of(0);
    struct dual weight[MEMORY_BRANCHES_MAX];
    for (int i = 0; i < memory->count; i++) {
        struct dual_state *state = &memory->branch[i];
        const struct dual_recall *recall = &recalls->of[i];
        struct dual foretold = answer.grade == GRADE_AGAIN
                                   ? dual_linear(recall->whole, -1, 1)
                                   : recall->whole;
        weight[i] = dual_multiply(memory->weight[i], foretold);
        whole = dual_add(whole, weight[i]);
        *state = dual_after(model, state, recall, answer.days, answer.grade);
    }
    for (int i = 0; memory->count > 1 && i < memory->count; i++)
        if (whole.value > 0)
            memory->weight[i] = dual_divide(weight[i], whole);
}

/* What one hypothesis ends as after a right answer that may be luck. */
static void add_endings(struct endings *endings, const struct dual_model *model,
                        const struct dual_memory *memory, int i,
                        const struct dual_recall *recall,
                        struct dual_answer answer)
{
    const struct dual_state *before = &memory->branch[i];
    struct dual_state remembered =
        dual_after(model, before, recall, answer.days, answer.grade);
    struct dual_state forgotten =
        dual_after(model, before, recall, answer.days, GRADE_AGAIN);
    struct dual_state lucky = lucky_after(model, &forgotten);
    struct dual known = dual_multiply(memory->weight[i], recall->whole);
    struct dual guessed = dual_multiply(
        memory->weight[i],
        dual_linear(recall->whole, -answer.chance, answer.chance));
    add(endings, &known, &remembered);
    add(endings, &guessed, &lucky);
}

void dual_evidence_after(const struct dual_model *model,
                         struct dual_memory *memory,
                         const struct dual_recalls *recalls,
                         struct dual_answer answer)
{
    if (answer.grade == GRADE_AGAIN || answer.chance <= 0) {
        go_on(model, memory, recalls, answer);
        return;
    }
    struct endings endings = {.count = 0};
    for (int i = 0; i < memory->count; i++)
        add_endings(&endings, model, memory, i, &recalls->of[i], answer);
    gather(model, &endings, memory);
}
