#include "plan_exam.h"

#include <math.h>
#include <string.h>

#include "study/exam.h"

/* What is looked at, while it is: nothing of it stays. */
enum { WORK_BYTES_MAX = 256 << 20 };

/* Answers that today still holds. */
static double answers_left(const struct turns *turns)
{
    struct day_count done = progress_day(turns->progress, turns->today);
    double minutes = turns->progress->settings.minutes;
    double left = minutes - (double)done.dur_ms / 60000;
    return exam_answers(fmax(left, 0),
                        plan_seconds_per_answer(turns->progress));
}

static bool was_seen_today(const struct turns *turns,
                           const struct item_state *state)
{
    return state->last.study_day == turns->today;
}

/* All cards that were met, in whatever deck: they share the minutes. */
static size_t met_cards(struct exam_card *cards, const struct turns *turns,
                        int32_t days_left)
{
    const struct progress *progress = turns->progress;
    struct moment then = turns->now;
    size_t count = 0;
    then.at_ms =
        moment_day_start_ms(turns->today + days_left, then.tz_min) +
        (turns->now.at_ms - moment_day_start_ms(turns->today, then.tz_min));
    for (size_t i = 0; i < turns->knowledge->item_count; i++) {
        const struct item_state *state =
            progress_of(progress, turns->knowledge->items[i].id);
        if (!state || was_seen_today(turns, state))
            continue;
        int32_t due = state->due.day - turns->today;
        cards[count++] = (struct exam_card){
            .due = due > 0 ? due : 0,
            .recall =
                due < days_left ? 1 : progress_recall(progress, state, then),
            .keeps_days = state->due.days,
            .place = (uint32_t)i,
        };
    }
    return count;
}

static void add(struct plan *plan, const struct item *item)
{
    int at = plan->due++;
    memmove(&plan->entries[at + 1], &plan->entries[at],
            (size_t)(plan->count - at) * sizeof plan->entries[0]);
    plan->entries[at] = (struct plan_entry){item, false};
    plan->count++;
    plan->due_all++;
}

/* The other direction of a fact that is planned or was seen today waits. */
static bool may_come(const struct plan *plan, const struct turns *turns,
                     const struct item *item)
{
    if (turn_has_other(turns, item))
        return false;
    for (int i = 0; item->fact && i < plan->count; i++)
        if (plan->entries[i].item->fact == item->fact)
            return false;
    return true;
}

void plan_bring_forward(struct plan *plan, const struct turns *turns,
                        const struct deck *deck)
{
    const struct knowledge *knowledge = turns->knowledge;
    int32_t days_left =
        exam_days_left(&turns->progress->settings, turns->today);
    if (days_left == 0 || days_left > EXAM_DAYS_MAX)
        return;
    struct arena work;
    arena_init(&work, WORK_BYTES_MAX);
    struct exam_card *cards =
        arena_array(&work, knowledge->item_count + 1, sizeof *cards);
    size_t count = met_cards(cards, turns, days_left);
    double room = (answers_left(turns) - plan->fresh * EXAM_ANSWERS_NEW) /
                  EXAM_ANSWERS_DUE;
    count = exam_bring_forward(cards, count, days_left, (int32_t)fmax(room, 0));
    for (size_t i = 0; i < count && plan->count < PLAN_MAX; i++) {
        const struct item *item = &knowledge->items[cards[i].place];
        if ((!deck || item->deck == deck) && may_come(plan, turns, item))
            add(plan, item);
    }
    arena_release(&work);
}

void plan_cut(struct plan *plan, const struct turns *turns)
{
    if (exam_days_left(&turns->progress->settings, turns->today) == 0)
        return;
    double left = answers_left(turns);
    int kept = 0;
    int due = plan->due;
    plan->due = plan->fresh = 0;
    for (; kept < plan->count && left > 0; kept++) {
        bool is_new = plan->entries[kept].is_new;
        left -= is_new ? EXAM_ANSWERS_NEW : EXAM_ANSWERS_DUE;
        plan->due += !is_new;
        plan->fresh += is_new;
    }
    plan->count = kept;
    plan->due_all -= due - plan->due;
}
