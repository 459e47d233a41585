#include "memory/metrics.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "memory/evidence.h"

static const double surest = 1e-7; /* no answer costs more than this makes */

/* Steps of a geometric scale: `first` x `ratio`^whole, the step below. */
static uint32_t step_of(double value, double first, double ratio)
{
    if (!(value > 0))
        return 0;
    double step = round(first * pow(ratio, floor(log(value) / log(ratio))));
    return step < 16777215.0 ? (uint32_t)step : 16777215u;
}

/* Three small numbers, and which three they are matters alone. */
uint32_t metrics_bin(double days, uint32_t length, uint32_t lapses)
{
    uint32_t distance = step_of(days, 248, 3.62);
    uint32_t reviews = step_of(length + 1.0, 1.99, 1.89);
    uint32_t failures = step_of(lapses, 1.65, 1.73);
    uint32_t bin = distance * 2654435761u;
    bin = (bin ^ reviews) * 2246822519u;
    bin = (bin ^ (bin >> 15) ^ failures) * 3266489917u;
    return bin;
}

static int by_chance(const void *a, const void *b)
{
    double x = ((const struct foretold *)a)->chance;
    double y = ((const struct foretold *)b)->chance;
    return (x > y) - (x < y);
}

/* And by chance within one: sums come out the same for any order before. */
static int by_bin(const void *a, const void *b)
{
    const struct foretold *x = a;
    const struct foretold *y = b;
    if (x->bin != y->bin)
        return x->bin < y->bin ? -1 : 1;
    if (x->right != y->right)
        return x->right ? 1 : -1;
    return by_chance(a, b);
}

/* The chance that a right answer was foretold above a wrong one (Mann and
 * Whitney); equal ones are half above. */
static double area(const struct foretold *list, size_t count)
{
    double above = 0;
    double rights = 0;
    double wrongs = 0;
    for (size_t from = 0; from < count;) {
        size_t to = from;
        double right = 0;
        while (to < count && list[to].chance <= list[from].chance)
            right += list[to++].right ? 1 : 0;
        double wrong = (double)(to - from) - right;
        above += right * (wrongs + wrong / 2);
        rights += right;
        wrongs += wrong;
        from = to;
    }
    return rights > 0 && wrongs > 0 ? above / (rights * wrongs) : .5;
}

/* Sum over bins of how many there are times the square of how far off. */
static double off_squared(const struct foretold *list, size_t count)
{
    double sum = 0;
    for (size_t from = 0; from < count;) {
        size_t to = from;
        double off = 0;
        while (to < count && list[to].bin == list[from].bin) {
            off += list[to].chance - (list[to].right ? 1 : 0);
            to++;
        }
        sum += off * off / (double)(to - from);
        from = to;
    }
    return sum;
}

struct metrics metrics_of(struct foretold *list, size_t count)
{
    struct metrics metrics = {count, 0, 0, .5, 0, 0};
    double loss = 0;
    double right = 0;
    double expected = 0;
    if (count == 0)
        return metrics;
    qsort(list, count, sizeof *list, by_bin);
    for (size_t i = 0; i < count; i++) {
        double p = list[i].right ? list[i].chance : 1 - list[i].chance;
        loss -= log(p > surest ? p : surest);
        right += list[i].right ? 1 : 0;
        expected += list[i].chance;
    }
    metrics.expected = expected / (double)count;
    metrics.log_loss = loss / (double)count;
    metrics.right = right / (double)count;
    metrics.rmse_bins = sqrt(off_squared(list, count) / (double)count);
    qsort(list, count, sizeof *list, by_chance);
    metrics.auc = area(list, count);
    return metrics;
}

/* A card walked through, and what was foretold on the way. */
struct walk {
    const struct reviews *reviews;
    struct foretold *daily;
    struct foretold *all;
    size_t daily_count;
    size_t all_count;
    uint32_t days_met; /* of this card: reviews a day or more apart */
    uint32_t days_failed;
    uint32_t met; /* all but the first */
    uint32_t failed;
};

static void foretell(struct walk *walk, size_t at, double recall, bool counts)
{
    const struct review *review = &walk->reviews->list[at];
    double chance = recall + (1 - recall) * (double)review->chance;
    bool right = review->grade != GRADE_AGAIN;
    double exact = reviews_days(walk->reviews, at, MODEL_FSRS7);
    double whole = reviews_days(walk->reviews, at, MODEL_FSRS6);
    walk->met++;
    if (counts)
        walk->all[walk->all_count++] = (struct foretold){
            chance, metrics_bin(exact, walk->met, walk->failed), right};
    walk->failed += !right;
    if (!(whole > 0))
        return;
    walk->days_met++;
    if (counts)
        walk->daily[walk->daily_count++] = (struct foretold){
            chance, metrics_bin(whole, walk->days_met, walk->days_failed),
            right};
    walk->days_failed += !right;
}

static void walk_card(struct walk *walk, const struct memory_model *model,
                      size_t card, uint32_t from, uint32_t until)
{
    const struct reviews *reviews = walk->reviews;
    struct memory memory = {.count = 0};
    walk->days_met = walk->days_failed = walk->met = walk->failed = 0;
    for (size_t i = reviews->starts[card]; i < reviews->starts[card + 1]; i++) {
        const struct review *review = &reviews->list[i];
        double days = reviews_days(reviews, i, model->kind);
        if (review->place >= until)
            break;
        if (i > reviews->starts[card])
            foretell(walk, i, memory_recall(model, &memory, days),
                     review->place >= from);
        memory = evidence_after(model, &memory, days,
                                (struct evidence){(enum grade)review->grade,
                                                  (double)review->chance, 1});
    }
}

static void open_walk(struct walk *walk, const struct reviews *reviews,
                      struct arena *arena)
{
    memset(walk, 0, sizeof *walk);
    walk->reviews = reviews;
    walk->daily = arena_array(arena, reviews->count + 1, sizeof *walk->daily);
    walk->all = arena_array(arena, reviews->count + 1, sizeof *walk->all);
}

static void walk_cards(struct walk *walk, const struct memory_model *model,
                       uint32_t from, uint32_t until)
{
    for (size_t card = 0; card < walk->reviews->cards; card++)
        walk_card(walk, model, card, from, until);
}

static struct judgement judgement_of(struct walk *walk)
{
    return (struct judgement){metrics_of(walk->daily, walk->daily_count),
                              metrics_of(walk->all, walk->all_count)};
}

struct judgement metrics_judge(const struct memory_model *model,
                               const struct reviews *reviews, uint32_t from,
                               uint32_t until, struct arena *arena)
{
    struct walk walk;
    open_walk(&walk, reviews, arena);
    walk_cards(&walk, model, from, until);
    return judgement_of(&walk);
}

struct judgement metrics_judge_folds(const struct memory_model *models,
                                     const struct reviews *reviews,
                                     const uint32_t *cuts, int folds,
                                     struct arena *arena)
{
    struct walk walk;
    open_walk(&walk, reviews, arena);
    for (int i = 0; i < folds; i++)
        walk_cards(&walk, &models[i], cuts[i], cuts[i + 1]);
    return judgement_of(&walk);
}
