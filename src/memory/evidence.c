#include "memory/evidence.h"

#include <math.h>
#include <stdbool.h>

#include "memory/curve.h"

/* A hypothesis believed less than this changes no recall that is looked at. */
static const double hardly = 1e-9;

/* One answer, with its numbers brought within their ranges. */
struct observed {
    const struct memory_model *model;
    double days; /* since the last review */
    struct evidence seen;
};

/* Each hypothesis held before ends as remembered, lucky or forgotten. */
enum { ENDINGS = 3 };

/* What an answer makes of one memory, before the like are joined. */
struct endings {
    int count;
    double weight[MEMORY_BRANCHES_MAX * ENDINGS];
    struct memory_state state[MEMORY_BRANCHES_MAX * ENDINGS];
};

double evidence_was_memory(double recall, double chance)
{
    double known = curve_bounded(recall, 0.0, 1.0);
    double lucky = (1.0 - known) * curve_bounded(chance, 0.0, 1.0);
    /* Where neither was possible, a right answer stands as it is. */
    return known + lucky > 0.0 ? known / (known + lucky) : 1.0;
}

/* What cannot be is no ending; a weight that is no number counts as 0. */
static void add(struct endings *endings, double weight,
                const struct memory *ending)
{
    if (!(weight > 0.0))
        return;
    endings->weight[endings->count] = weight;
    endings->state[endings->count++] = ending->branch[0];
}

/* Forgotten, shown the answer, and recalled a moment later: the same study
 * day for the model that counts in days. */
static struct memory lucky_after(const struct memory_model *model,
                                 const struct memory *forgotten)
{
    double days = model->kind == MODEL_FSRS6
                      ? 0.0
                      : EVIDENCE_LUCKY_MINUTES / (24.0 * 60.0);
    return memory_after(model, forgotten, days, GRADE_GOOD);
}

/* How far a hypothesis was believed, and is after a right and after a wrong
 * answer. */
struct belief {
    double recall;
    double right;
    double wrong;
};

/* Bayes' rule over the hypotheses; one that stands alone stays certain. */
static void believe(const struct observed *observed,
                    const struct memory *memory,
                    struct belief belief[MEMORY_BRANCHES_MAX])
{
    double right = 0.0;
    double wrong = 0.0;
    for (int i = 0; i < memory->count; i++) {
        struct memory one = {1, {1.0}, {memory->branch[i]}};
        double recall = memory_recall(observed->model, &one, observed->days);
        double luck = (1.0 - recall) * observed->seen.chance;
        belief[i].recall = recall;
        belief[i].right = memory->weight[i] * (recall + luck);
        belief[i].wrong = memory->weight[i] * (1.0 - recall - luck);
        right += belief[i].right;
        wrong += belief[i].wrong;
    }
    for (int i = 0; i < memory->count; i++) {
        double before = memory->weight[i];
        belief[i].right = right > 0.0 ? belief[i].right / right : before;
        belief[i].wrong = wrong > 0.0 ? belief[i].wrong / wrong : before;
    }
}

/* Adds what one hypothesis (or nothing, of something new) ends as. */
static void add_endings(struct endings *endings,
                        const struct observed *observed,
                        const struct memory *one, const struct belief *belief)
{
    const struct evidence *seen = &observed->seen;
    const struct memory_model *model = observed->model;
    double was_memory = evidence_was_memory(belief->recall, seen->chance);
    double right = seen->share * belief->right;
    struct memory remembered =
        memory_after(model, one, observed->days, seen->grade);
    struct memory forgotten =
        memory_after(model, one, observed->days, GRADE_AGAIN);
    struct memory lucky = lucky_after(model, &forgotten);
    add(endings, right * was_memory, &remembered);
    add(endings, right * (1.0 - was_memory), &lucky);
    add(endings, (1.0 - seen->share) * belief->wrong, &forgotten);
}

/* Two endings in the place of which one can stand: stabilities mix in the
 * logarithm, since they are ratios; difficulty linearly. */
static void join(const struct memory_model *model, struct endings *endings,
                 int into, int from)
{
    double weight = endings->weight[into] + endings->weight[from];
    double share = weight > 0.0 ? endings->weight[into] / weight : 0.5;
    struct memory_state *a = &endings->state[into];
    const struct memory_state *b = &endings->state[from];
    double rest = 1.0 - share;
    a->slow = exp(share * log(a->slow) + rest * log(b->slow));
    if (model->kind == MODEL_FSRS7)
        a->fast = exp(share * log(a->fast) + rest * log(b->fast));
    a->difficulty = share * a->difficulty + rest * b->difficulty;
    endings->weight[into] = weight;
    endings->count--;
    endings->weight[from] = endings->weight[endings->count];
    endings->state[from] = endings->state[endings->count];
}

/* What is lost of the spread of ln stability when two become one. */
static double loss(const struct endings *endings, int i, int j)
{
    double a = endings->weight[i];
    double b = endings->weight[j];
    double apart = log(endings->state[i].slow / endings->state[j].slow);
    return a + b > 0.0 ? a * b / (a + b) * apart * apart : 0.0;
}

/* Joins the two that lose least by it. */
static void join_nearest(const struct memory_model *model,
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

/* As many hypotheses as a memory holds, the likelier one first. */
static struct memory gather(const struct memory_model *model,
                            struct endings *endings)
{
    while (endings->count > MEMORY_BRANCHES_MAX)
        join_nearest(model, endings);
    int first = endings->weight[1] > endings->weight[0];
    struct memory memory = {1, {1.0}, {endings->state[first]}};
    double doubt = endings->weight[!first];
    if (endings->count < 2 || doubt < hardly)
        return memory;
    memory.count = 2;
    memory.weight[0] = 1.0 - doubt;
    memory.weight[1] = doubt;
    memory.branch[1] = endings->state[!first];
    return memory;
}

struct memory evidence_after(const struct memory_model *model,
                             const struct memory *memory, double elapsed_days,
                             struct evidence seen)
{
    seen.chance = curve_bounded(seen.chance, 0.0, 1.0);
    seen.share = curve_bounded(seen.share, 0.0, 1.0);
    if (seen.grade == GRADE_AGAIN || seen.share <= 0.0)
        return memory_after(model, memory, elapsed_days, GRADE_AGAIN);
    if (seen.chance <= 0.0 && seen.share >= 1.0)
        return memory_after(model, memory, elapsed_days, seen.grade);
    struct observed observed = {model, elapsed_days, seen};
    struct endings endings = {0};
    if (memory->count == 0) {
        struct belief fresh = {EVIDENCE_NEW_RECALL, 1.0, 1.0};
        add_endings(&endings, &observed, memory, &fresh);
    }
    struct belief belief[MEMORY_BRANCHES_MAX];
    believe(&observed, memory, belief);
    for (int i = 0; i < memory->count; i++) {
        struct memory one = {1, {1.0}, {memory->branch[i]}};
        add_endings(&endings, &observed, &one, &belief[i]);
    }
    return gather(model, &endings);
}
