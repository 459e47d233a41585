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

/* Right once; twice for a new one whose first answer was wrong. */
static bool may_leave(const struct session_entry *entry)
{
    int needed = entry->is_new && entry->first_wrong ? 2 : 1;
    return entry->right >= needed;
}

static void remove_first(struct session *session)
{
    session->queue_count--;
    memmove(session->queue, session->queue + 1,
            (size_t)session->queue_count * sizeof session->queue[0]);
}

static void insert(struct session *session, int place, int16_t entry)
{
    memmove(session->queue + place + 1, session->queue + place,
            (size_t)(session->queue_count - place) * sizeof session->queue[0]);
    session->queue[place] = entry;
    session->queue_count++;
}

static void count_answer(struct session *session, const struct event *event,
                         const struct session_entry *entry, double recall,
                         int sign)
{
    bool right = event->grade != GRADE_AGAIN;
    bool first = entry->times == 1;
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

/* The oldest step gives way when there are too many to take back. */
static struct session_step *new_step(struct session *session)
{
    if (session->step_count == SESSION_UNDO_MAX) {
        session->step_count--;
        memmove(session->steps, session->steps + 1,
                (size_t)session->step_count * sizeof *session->steps);
    }
    return &session->steps[session->step_count++];
}

void session_record(struct session *session, const struct event *event,
                    double recall, const struct progress_step *step)
{
    if (event->kind == EVENT_ASIDE) {
        session_set_aside(session, event, step);
        return;
    }
    assert(session->queue_count > 0);
    int16_t at = session->queue[0];
    struct session_entry *entry = &session->entries[at];
    struct session_step *taken = new_step(session);
    bool right = event->grade != GRADE_AGAIN;
    *taken = (struct session_step){.entry = at,
                                   .before = *entry,
                                   .queue_place = -1,
                                   .id = event->id,
                                   .grade = event->grade,
                                   .dur_ms = event->dur_ms,
                                   .recall = recall,
                                   .expected_before = session->expected,
                                   .step = *step};
    entry->times++;
    entry->right = (int16_t)(entry->right + right);
    entry->missed = entry->missed || !right;
    entry->first_wrong = entry->first_wrong || (!right && entry->times == 1);
    count_answer(session, event, entry, recall, 1);
    remove_first(session);
    if (may_leave(entry)) {
        entry->done = true;
        session->done++;
        return;
    }
    int place =
        session->queue_count < SESSION_LAG ? session->queue_count : SESSION_LAG;
    taken->queue_place = (int16_t)place;
    insert(session, place, at);
}

void session_set_aside(struct session *session, const struct event *event,
                       const struct progress_step *step)
{
    assert(session->queue_count > 0);
    int16_t at = session->queue[0];
    struct session_entry *entry = &session->entries[at];
    *new_step(session) = (struct session_step){.is_aside = true,
                                               .entry = at,
                                               .before = *entry,
                                               .queue_place = -1,
                                               .id = event->id,
                                               .step = *step};
    remove_first(session);
    entry->done = true;
    session->done++;
}

const struct session_step *session_last(const struct session *session)
{
    return session->step_count ? &session->steps[session->step_count - 1]
                               : NULL;
}

static void take_from_queue(struct session *session, int place)
{
    session->queue_count--;
    memmove(session->queue + place, session->queue + place + 1,
            (size_t)(session->queue_count - place) * sizeof session->queue[0]);
}

void session_take_back(struct session *session)
{
    assert(session->step_count > 0);
    const struct session_step *step = &session->steps[--session->step_count];
    struct session_entry *entry = &session->entries[step->entry];
    struct event event = {.grade = step->grade, .dur_ms = step->dur_ms};
    if (!step->is_aside) {
        count_answer(session, &event, entry, step->recall, -1);
        session->expected = step->expected_before;
    }
    if (step->queue_place >= 0)
        take_from_queue(session, step->queue_place);
    else
        session->done--;
    *entry = step->before;
    insert(session, 0, step->entry);
}
