/* A day of a future, studied. */
#include <math.h>
#include <stdlib.h>

#include "forecast_run.h"
#include "memory/evidence.h"
#include "memory/model.h"
#include "study/schedule.h"

/* A card that was wrong, or new, is asked again in the same sitting. */
static const double again_days = 10.0 / (24 * 60);

/* Looking at so many cards costs as much as an answer. */
enum { LOOKS_AN_ANSWER = 32, HELD_EVERY = 16, AGAIN_MAX = 12 };

static bool chance(struct forecast *run, double probability)
{
    return random_unit(&run->random) < probability;
}

static double believed(const struct forecast *run,
                       const struct forecast_card *card, double day)
{
    return memory_recall(&run->settings.model, &card->memory,
                         fmax(day - card->last, 0));
}

/* The learner forgets as the model says, but at a pace of their own. */
static double true_recall(const struct forecast *run,
                          const struct forecast_card *card, double day)
{
    double days = fmax(day - card->last, 0) * run->slower;
    return memory_recall(&run->settings.model, &card->memory, days);
}

static void review(struct forecast *run, struct forecast_card *card,
                   double days, enum grade grade)
{
    card->memory =
        memory_after(&run->settings.model, &card->memory, days, grade);
}

/* When it comes back, and what is left of it on the day. */
static void put_off(struct forecast *run, struct forecast_card *card)
{
    int32_t day = run->day;
    double days = memory_days_until(&run->settings.model, &card->memory,
                                    run->settings.target);
    int32_t whole =
        schedule_fuzz(fmin(days, SCHEDULE_DAYS_MAX), random_unit(&run->random));
    card->last = day;
    card->seen = day;
    card->keeps_days = days;
    card->due = day + (whole < 1 ? 1 : whole);
    if (run->ask.way == FORECAST_NAIVE && card->due >= run->days &&
        day < run->days - 1)
        card->due = run->days - 1;
    card->then =
        run->ask.way == FORECAST_PLAN ? believed(run, card, run->days) : 0;
}

/* Asks again until it was right `needed` times; answers that took. */
static int ask_again(struct forecast *run, struct forecast_card *card,
                     int needed)
{
    int answers = 0;
    while (needed > 0 && answers < AGAIN_MAX) {
        double recall = memory_recall(&run->settings.model, &card->memory,
                                      again_days * run->slower);
        bool right = chance(run, recall);
        review(run, card, again_days, right ? GRADE_GOOD : GRADE_AGAIN);
        needed -= right;
        answers++;
    }
    return answers;
}

/* One card until it leaves the sitting; answers that took. */
static int ask_due(struct forecast *run, struct forecast_card *card)
{
    double days = fmax(run->day - card->last, 0);
    bool right = chance(run, true_recall(run, card, run->day));
    review(run, card, days, right ? GRADE_GOOD : GRADE_AGAIN);
    int again = right ? 0 : ask_again(run, card, 1);
    put_off(run, card);
    return 1 + again;
}

static int ask_new(struct forecast *run, struct forecast_card *card)
{
    bool right = chance(run, EVIDENCE_NEW_RECALL);
    review(run, card, 0, right ? GRADE_GOOD : GRADE_AGAIN);
    int again = right ? 0 : ask_again(run, card, 2);
    card->is_met = true;
    put_off(run, card);
    return 1 + again;
}

/* One direction of a fact a day: the other one tells the answer. */
static bool waits(const struct forecast *run, const struct forecast_card *card)
{
    if (card->other < 0)
        return false;
    const struct forecast_card *other = &run->cards[card->other];
    if (other->is_met && other->seen == run->day)
        return true;
    if (!card->is_met)
        return other->is_met ? other->due <= run->day : card->is_back;
    return other->is_met && other->due <= run->day &&
           (other->recall < card->recall ||
            (!(other->recall > card->recall) && card->is_back));
}

static size_t gather_due(struct forecast *run)
{
    size_t count = 0;
    for (size_t i = 0; i < run->count; i++) {
        struct forecast_card *card = &run->cards[i];
        if (card->is_met && card->due <= run->day)
            card->recall = believed(run, card, run->day);
    }
    for (size_t i = 0; i < run->count; i++)
        if (run->cards[i].is_met && run->cards[i].due <= run->day &&
            !waits(run, &run->cards[i])) {
            run->cards[i].chosen = run->day;
            run->due[count++] = (uint32_t)i;
        }
    return count;
}

static size_t gather_new(struct forecast *run)
{
    double most = run->settings.new_per_day - (run->day ? 0 : run->fresh_today);
    double room = most * run->share;
    size_t count = 0;
    /* a share of a card is met on a share of the days */
    if (room < (double)run->count && chance(run, room - floor(room)))
        room += 1;
    for (size_t i = 0; i < run->count && (double)count + 1 <= room; i++)
        if (!run->cards[i].is_met && !waits(run, &run->cards[i])) {
            run->cards[i].chosen = run->day;
            run->fresh[count++] = (uint32_t)i;
        }
    return count;
}

/* Adds what the exam brings forward. */
static size_t bring_forward(struct forecast *run, size_t due, size_t fresh,
                            double budget)
{
    size_t met = 0;
    double room = (budget - (double)fresh * EXAM_ANSWERS_NEW * run->share) /
                  EXAM_ANSWERS_DUE;
    for (size_t i = 0; i < run->count; i++) {
        const struct forecast_card *card = &run->cards[i];
        if (card->is_met && card->seen != run->day)
            run->exam[met++] =
                (struct exam_card){card->due - run->day, card->then,
                                   card->keeps_days, (uint32_t)i};
    }
    size_t forward =
        exam_bring_forward(run->exam, met, run->days - run->day,
                           room < 1e6 ? (int32_t)fmax(room, 0) : 1000000);
    for (size_t i = 0; i < forward; i++) {
        struct forecast_card *card = &run->cards[run->exam[i].place];
        if (card->other >= 0 && run->cards[card->other].chosen == run->day)
            continue;
        card->recall = believed(run, card, run->day);
        card->chosen = run->day;
        run->due[due++] = run->exam[i].place;
    }
    return due;
}

/* The least recalled first, as the plan has them. */
static void sort_due(struct forecast *run, size_t count)
{
    for (size_t gap = count / 2; gap > 0; gap = gap == 2 ? 1 : gap * 5 / 11)
        for (size_t i = gap; i < count; i++) {
            uint32_t one = run->due[i];
            double recall = run->cards[one].recall;
            size_t at = i;
            for (; at >= gap && run->cards[run->due[at - gap]].recall > recall;
                 at -= gap)
                run->due[at] = run->due[at - gap];
            run->due[at] = one;
        }
}

/* Due and new ones side by side until the minutes are over. */
static double study(struct forecast *run, size_t due, size_t fresh,
                    double budget)
{
    double spent = 0;
    size_t reviewed = 0;
    size_t met = 0;
    for (size_t i = 0; i < due + fresh && spent < budget; i++) {
        size_t by_now = (i + 1) * fresh / (due + fresh);
        bool is_new = met < fresh && (met < by_now || reviewed == due);
        if (is_new)
            spent += ask_new(run, &run->cards[run->fresh[met++]]);
        else
            spent += ask_due(run, &run->cards[run->due[reviewed++]]);
    }
    return spent;
}

static double budget_of(const struct forecast *run)
{
    if (run->ask.minutes < 0)
        return HUGE_VAL;
    double minutes = run->ask.minutes - (run->day ? 0 : run->minutes_today);
    double answers = exam_answers(minutes, run->ask.seconds);
    return fmax(answers, 0) * run->share - run->debt;
}

/* In the later half of the days, now and then: what is remembered. */
static void count_held(struct forecast *run)
{
    int32_t before = run->days - 1 - run->day;
    if (run->day < run->days / 2 || before % HELD_EVERY != 0)
        return;
    for (size_t i = 0; i < run->count; i++)
        if (run->cards[i].is_met)
            run->held += true_recall(run, &run->cards[i], run->day);
    run->held_days++;
}

int forecast_live(struct forecast *run)
{
    double budget = budget_of(run);
    double spent = 0;
    if (budget > 0) {
        size_t due = gather_due(run);
        size_t fresh = gather_new(run);
        if (run->ask.way == FORECAST_PLAN)
            due = bring_forward(run, due, fresh, budget);
        if ((double)due + (double)fresh > budget / 2)
            sort_due(run, due);
        spent = study(run, due, fresh, budget);
    }
    /* what a share of a day's minutes cannot hold, the next day pays */
    run->debt = run->share < 1 && spent > budget ? spent - budget : 0;
    run->spent += spent;
    run->worst = fmax(run->worst, spent);
    if (run->day >= run->days / 2)
        run->spent_later += spent;
    count_held(run);
    run->day++;
    return (int)spent + (int)(run->count / LOOKS_AN_ANSWER) + 1;
}
