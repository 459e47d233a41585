#include "study/session.h"

#include <assert.h>
#include <string.h>

void session_begin(struct session *session, const struct plan *plan, int limit,
                   struct arena *arena)
{
    memset(session, 0, sizeof *session);
    int count = plan->count;
    if (limit > 0 && limit < count)
        count = limit;
    for (int i = 0; i < count; i++) {
        session->entries[i] = (struct session_entry){
            .item = plan->entries[i].item, .is_new = plan->entries[i].is_new};
        session->queue[i] = (int16_t)i;
    }
    session->count = count;
    session->queue_count = count;
    session->steps =
        arena_array(arena, SESSION_UNDO_MAX, sizeof *session->steps);
}

const struct session_entry *session_current(const struct session *session)
{
    return session->queue_count ? &session->entries[session->queue[0]] : NULL;
}

/* Right once; twice for a new one whose first answer was wrong; at once what
 * no deck has any more. */
static bool may_leave(const struct session_entry *entry)
{
    int needed = entry->is_new && entry->first_wrong ? 2 : 1;
    return entry->gone || entry->right >= needed;
}

static void remove_at(struct session *session, int place)
{
    session->queue_count--;
    memmove(session->queue + place, session->queue + place + 1,
            (size_t)(session->queue_count - place) * sizeof session->queue[0]);
}

static void insert(struct session *session, int place, int16_t entry)
{
    memmove(session->queue + place + 1, session->queue + place,
            (size_t)(session->queue_count - place) * sizeof session->queue[0]);
    session->queue[place] = entry;
    session->queue_count++;
}

/* `entry` is as it is with the answer; NULL: not of this sitting. */
static void count_answer(struct session *session, const struct event *event,
                         const struct session_entry *entry, double recall,
                         int sign)
{
    bool right = event->grade != GRADE_AGAIN;
    bool first = entry && entry->times == 1;
    session->answers += sign;
    session->right += right * sign;
    session->first_answers += first * sign;
    session->first_right += (first && right) * sign;
    session->dur_ms += (int64_t)event->dur_ms * sign;
    if (first && !entry->is_new) {
        session->expected += recall * sign;
        session->expected_of += sign;
    }
}

/* The oldest answer gives way when there are too many to take back. */
static struct session_step *new_step(struct session *session)
{
    if (session->step_count == SESSION_UNDO_MAX) {
        int gone = session->steps[0].together - session->steps[0].part;
        session->step_count -= gone;
        memmove(session->steps, session->steps + gone,
                (size_t)session->step_count * sizeof *session->steps);
    }
    return &session->steps[session->step_count++];
}

/* Where the item of an event stands: its entry, and its place in the queue;
 * -1 where it has none. */
static int16_t find(const struct session *session, const char *item,
                    int16_t *place)
{
    *place = -1;
    for (int i = 0; i < session->count; i++) {
        if (!item || strcmp(session->entries[i].item->id, item) != 0)
            continue;
        for (int k = 0; k < session->queue_count; k++)
            if (session->queue[k] == i)
                *place = (int16_t)k;
        return (int16_t)i;
    }
    return -1;
}

static void mark(struct session_entry *entry, bool right)
{
    entry->times++;
    entry->right = (int16_t)(entry->right + right);
    entry->missed = entry->missed || !right;
    entry->first_wrong = entry->first_wrong || (!right && entry->times == 1);
}

/* It leaves, stays away, or comes (back) after a few others. */
static int16_t put_back(struct session *session, int16_t at, bool right)
{
    struct session_entry *entry = &session->entries[at];
    bool was_done = entry->done;
    entry->done = was_done ? right : may_leave(entry);
    session->done += entry->done - was_done;
    if (entry->done)
        return -1;
    int place =
        session->queue_count < SESSION_LAG ? session->queue_count : SESSION_LAG;
    insert(session, place, at);
    return (int16_t)place;
}

static void record(struct session *session, const struct event *event,
                   double recall, struct session_step *taken)
{
    bool right = event->grade != GRADE_AGAIN;
    bool is_of_sitting = taken->entry >= 0;
    struct session_entry *entry =
        is_of_sitting ? &session->entries[taken->entry] : NULL;
    taken->id = event->id;
    taken->grade = event->grade;
    taken->dur_ms = event->dur_ms;
    taken->recall = recall;
    taken->expected_before = session->expected;
    taken->queue_place = -1;
    if (entry) {
        taken->before = *entry;
        mark(entry, right);
    }
    count_answer(session, event, entry, recall, 1);
    if (taken->queue_from >= 0)
        remove_at(session, taken->queue_from);
    if (entry)
        taken->queue_place = put_back(session, taken->entry, right);
}

void session_record(struct session *session, const struct event *event,
                    double recall, const struct progress_step *step)
{
    if (event->kind == EVENT_ASIDE) {
        session_set_aside(session, event, step);
        return;
    }
    assert(session->queue_count > 0);
    struct session_step *taken = new_step(session);
    *taken = (struct session_step){
        .together = 1, .entry = session->queue[0], .step = *step};
    record(session, event, recall, taken);
}

void session_record_part(struct session *session, const struct event *event,
                         double recall, const struct progress_step *step,
                         int part, int together)
{
    int16_t place;
    int16_t entry = find(session, event->item, &place);
    struct session_step *taken = new_step(session);
    *taken = (struct session_step){.together = (int16_t)together,
                                   .part = (int16_t)part,
                                   .entry = entry,
                                   .queue_from = place,
                                   .step = *step};
    record(session, event, recall, taken);
}

void session_set_aside(struct session *session, const struct event *event,
                       const struct progress_step *step)
{
    assert(session->queue_count > 0);
    int16_t at = session->queue[0];
    struct session_entry *entry = &session->entries[at];
    *new_step(session) = (struct session_step){.is_aside = true,
                                               .together = 1,
                                               .entry = at,
                                               .before = *entry,
                                               .queue_place = -1,
                                               .id = event->id,
                                               .step = *step};
    remove_at(session, 0);
    entry->done = true;
    session->done++;
}

const struct session_step *session_last(const struct session *session)
{
    return session->step_count ? &session->steps[session->step_count - 1]
                               : NULL;
}

void session_take_back(struct session *session)
{
    assert(session->step_count > 0);
    const struct session_step *step = &session->steps[--session->step_count];
    struct session_entry *entry =
        step->entry >= 0 ? &session->entries[step->entry] : NULL;
    struct event event = {.grade = step->grade, .dur_ms = step->dur_ms};
    if (!step->is_aside) {
        count_answer(session, &event, entry, step->recall, -1);
        session->expected = step->expected_before;
    }
    if (step->queue_place >= 0)
        remove_at(session, step->queue_place);
    if (entry) {
        session->done += step->before.done - entry->done;
        *entry = step->before;
    }
    if (step->queue_from >= 0)
        insert(session, step->queue_from, step->entry);
}
