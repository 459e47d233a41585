#include "memory/simulate.h"

#include <math.h>
#include <stdbool.h>

#include "base/random.h"
#include "memory/evidence.h"

const double simulate_band_from[SIMULATE_BANDS] = {0, 3, 7, 21, 60, 180};

/* A thing failed again and again takes no longer than this. */
enum { ANSWERS_MAX = 20000 };

static const double soonest = 10.0 / (24.0 * 60.0);
static const double lucky_pause = EVIDENCE_LUCKY_MINUTES / (24.0 * 60.0);

/* One thing: what is remembered of it, and what is believed. */
struct thing {
    struct memory truth;
    struct memory belief;
    double last;     /* day of the last answer */
    double due;      /* day of the next one */
    double strength; /* as believed */
    double apart;    /* sum over due days of recall - belief */
};

/* A world while it is lived through. */
struct life {
    const struct simulate_world *world;
    struct random random;
    struct simulation seen;
    double apart_squared;
};

static double elapsed(const struct memory_model *model, double from, double to)
{
    return model->kind == MODEL_FSRS6 ? floor(to) - floor(from) : to - from;
}

static const struct simulate_rung *rung_of(const struct simulate_world *world,
                                           double strength)
{
    int at = 0;
    while (at + 1 < world->rungs && strength >= world->rung[at + 1].from_days)
        at++;
    return &world->rung[at];
}

static int band_of(double strength)
{
    int at = 0;
    while (at + 1 < SIMULATE_BANDS && strength >= simulate_band_from[at + 1])
        at++;
    return at;
}

/* Notes how far memory and belief are apart on a due day. */
static void note(struct life *life, struct thing *thing, double recall,
                 double belief)
{
    struct simulate_band *band = &life->seen.band[band_of(thing->strength)];
    double apart = recall - belief;
    band->answers++;
    band->recall += recall;
    band->belief += belief;
    band->square += apart * apart;
    band->overrated += apart < -SIMULATE_OVER;
    thing->apart += apart;
}

/* What an answer leaves in the learner, who is shown what was not known. */
static void learn(const struct memory_model *model, struct thing *thing,
                  double days, bool known, bool right)
{
    thing->truth = memory_after(model, &thing->truth, days,
                                known ? GRADE_GOOD : GRADE_AGAIN);
    if (known || !right)
        return;
    double pause = model->kind == MODEL_FSRS6 ? 0.0 : lucky_pause;
    thing->truth = memory_after(model, &thing->truth, pause, GRADE_GOOD);
}

/* One hypothesis in the place of two: what memory/evidence.h would be without
 * the second. */
static struct memory folded(const struct memory *memory)
{
    if (memory->count < 2)
        return *memory;
    const struct memory_state *a = &memory->branch[0];
    const struct memory_state *b = &memory->branch[1];
    double p = memory->weight[0];
    double q = memory->weight[1];
    struct memory_state one = {
        .slow = pow(a->slow, p) * pow(b->slow, q),
        .fast = pow(a->fast, p) * pow(b->fast, q),
        .difficulty = p * a->difficulty + q * b->difficulty,
    };
    return (struct memory){1, {1.0}, {one}};
}

static void plan(const struct simulate_world *world, struct thing *thing,
                 double now)
{
    double days =
        memory_days_until(&world->belief, &thing->belief, world->target);
    thing->strength = memory_strength_days(&world->belief, &thing->belief);
    thing->last = now;
    thing->due = now + (days < 1.0 ? fmax(days, soonest) : round(days));
}

/* What the scheduler makes of an answer. */
static void believe(const struct simulate_world *world, struct thing *thing,
                    double days, bool right, double chance)
{
    bool doubts =
        world->feed == SIMULATE_LUCK || world->feed == SIMULATE_FOLDED;
    struct evidence seen = {right ? GRADE_GOOD : GRADE_AGAIN,
                            doubts ? chance : 0.0, 1.0};
    thing->belief = evidence_after(&world->belief, &thing->belief, days, seen);
    if (world->feed == SIMULATE_FOLDED)
        thing->belief = folded(&thing->belief);
}

/* One answer; the first where nothing is remembered yet. */
static void answer(struct life *life, struct thing *thing)
{
    const struct simulate_world *world = life->world;
    const struct simulate_rung *rung = rung_of(world, thing->strength);
    double now = thing->due;
    double days = elapsed(&world->truth, thing->last, now);
    double since = elapsed(&world->belief, thing->last, now);
    bool is_new = thing->truth.count == 0;
    double recall = is_new ? world->new_recall
                           : memory_recall(&world->truth, &thing->truth, days);
    bool known = random_unit(&life->random) < recall;
    bool guessed = random_unit(&life->random) < rung->chance;
    bool right = known || (guessed && world->feed != SIMULATE_RECALL);
    if (!is_new && now - thing->last >= 1.0)
        note(life, thing, recall,
             memory_recall(&world->belief, &thing->belief, since));
    believe(world, thing, since, right, rung->chance);
    learn(&world->truth, thing, days, known, right);
    life->seen.answers++;
    life->seen.seconds += rung->seconds;
    plan(world, thing, now);
}

/* Recall summed from one answer to the next, or to the end. */
static double recall_until(const struct simulate_world *world,
                           const struct thing *thing)
{
    double end = fmin(thing->due, world->days);
    double days = elapsed(&world->truth, thing->last, end);
    double middle = memory_recall(&world->truth, &thing->truth, days / 2);
    double last = memory_recall(&world->truth, &thing->truth, days);
    /* Simpson's rule; just after the answer it is remembered. */
    return days * (1.0 + 4.0 * middle + last) / 6.0;
}

static void live_through(struct life *life)
{
    const struct simulate_world *world = life->world;
    struct thing thing = {.due = 0.0};
    for (int i = 0; i < ANSWERS_MAX && thing.due <= world->days; i++) {
        answer(life, &thing);
        life->seen.kept += recall_until(world, &thing);
    }
    life->apart_squared += thing.apart * thing.apart;
}

/* From sums to means. */
static struct simulation summed(const struct life *life)
{
    struct simulation seen = life->seen;
    double items = (double)life->world->items;
    for (int i = 0; i < SIMULATE_BANDS; i++) {
        const struct simulate_band *band = &seen.band[i];
        double apart = band->recall - band->belief;
        seen.due += band->answers;
        seen.recall += band->recall;
        seen.belief += band->belief;
        seen.spread += band->square;
        if (band->answers)
            seen.calibration += apart * apart / (double)band->answers;
    }
    double due = fmax((double)seen.due, 1.0);
    seen.recall /= due;
    seen.belief /= due;
    seen.spread = sqrt(seen.spread / due);
    seen.calibration = sqrt(seen.calibration / due);
    /* Of a ratio, where a thing's answers hang together. */
    double mean = seen.recall - seen.belief;
    double rest = life->apart_squared - mean * mean * due * due / items;
    seen.error = sqrt(fmax(rest, 0.0)) / due;
    seen.kept /= items * (double)life->world->days;
    seen.seconds /= items;
    return seen;
}

struct simulation simulate(const struct simulate_world *world)
{
    struct life life = {
        .world = world,
        .random = random_seeded(world->seed),
    };
    for (int i = 0; i < world->items; i++)
        live_through(&life);
    return summed(&life);
}
