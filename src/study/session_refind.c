#include <string.h>

#include "study/progress_table.h"
#include "study/session.h"

static int lost_before(const int16_t *queue, int place,
                       const bool lost[SESSION_MAX])
{
    int count = 0;
    for (int i = 0; i < place; i++)
        count += queue[i] >= 0 && lost[queue[i]];
    return count;
}

/* A step names places in the queue as it was then; it is made again from the
 * last step to the first, and places are counted without what leaves. */
static void shift_places(struct session *session, const bool lost[SESSION_MAX])
{
    int16_t queue[SESSION_MAX];
    memcpy(queue, session->queue, sizeof queue);
    for (int i = session->step_count - 1; i >= 0; i--) {
        struct session_step *step = &session->steps[i];
        int from = step->queue_from;
        int to = step->queue_place;
        if (to >= 0) {
            step->queue_place = (int16_t)(to - lost_before(queue, to, lost));
            memmove(queue + to, queue + to + 1,
                    (size_t)(SESSION_MAX - to - 1) * sizeof *queue);
        }
        if (from >= 0) {
            step->queue_from = (int16_t)(from - lost_before(queue, from, lost));
            memmove(queue + from + 1, queue + from,
                    (size_t)(SESSION_MAX - from - 1) * sizeof *queue);
            queue[from] = step->entry;
        }
    }
}

/* Takes entries out of the sitting; what was answered still counts. */
static void take_out(struct session *session, const bool lost[SESSION_MAX])
{
    int16_t now_at[SESSION_MAX] = {0};
    int kept = 0;
    int queued = 0;
    shift_places(session, lost);
    for (int i = 0; i < session->count; i++) {
        now_at[i] = (int16_t)(lost[i] ? -1 : kept);
        if (lost[i])
            session->done -= session->entries[i].done;
        else
            session->entries[kept++] = session->entries[i];
    }
    for (int i = 0; i < session->queue_count; i++)
        if (now_at[session->queue[i]] >= 0)
            session->queue[queued++] = now_at[session->queue[i]];
    for (int i = 0; i < session->step_count; i++)
        if (session->steps[i].entry >= 0)
            session->steps[i].entry = now_at[session->steps[i].entry];
    session->count = kept;
    session->queue_count = queued;
}

/* Steps are taken back last first: those up to and with `last` never are, nor
 * the others of the same answer. */
static void forget_steps(struct session *session, int last)
{
    last += session->steps[last].together - 1 - session->steps[last].part;
    session->step_count -= last + 1;
    memmove(session->steps, session->steps + last + 1,
            (size_t)session->step_count * sizeof *session->steps);
}

static void forget_steps_of(struct session *session,
                            const bool lost[SESSION_MAX])
{
    for (int i = session->step_count - 1; i >= 0; i--) {
        int entry = session->steps[i].entry;
        if (entry < 0 || !lost[entry])
            continue;
        forget_steps(session, i);
        return;
    }
}

/* Where progress has what each step changed: items met first in the sitting
 * stand at its end, the last one last, or the steps cannot be taken back. */
static void refind_steps(struct session *session,
                         const struct progress *progress)
{
    size_t end = progress->count;
    for (int i = session->step_count - 1; i >= 0; i--) {
        struct session_step *step = &session->steps[i];
        if (step->entry < 0) { /* whose item it was is not known here */
            forget_steps(session, i);
            return;
        }
        const struct session_entry *entry = &session->entries[step->entry];
        step->before.item = entry->item;
        step->before.gone = entry->gone;
        if (step->is_aside)
            continue;
        step->step.entry = progress_find(progress, entry->item->id);
        bool is_last = step->step.entry + 1 == end;
        if (step->step.entry == PROGRESS_NONE ||
            (step->step.was_new && !is_last)) {
            forget_steps(session, i);
            return;
        }
        end -= step->step.was_new;
    }
}

int session_refind(struct session *session, const struct knowledge *knowledge,
                   const struct progress *progress, const struct item *shown)
{
    bool lost[SESSION_MAX] = {false};
    int count = 0;
    for (int i = 0; i < session->count; i++) {
        struct session_entry *entry = &session->entries[i];
        const struct item *found = knowledge_item(knowledge, entry->item->id);
        entry->gone = !found;
        lost[i] = !found && entry->item != shown;
        count += !found;
        if (found)
            entry->item = found;
    }
    forget_steps_of(session, lost);
    take_out(session, lost);
    refind_steps(session, progress);
    return count;
}

void session_let_go(struct session *session)
{
    bool lost[SESSION_MAX];
    bool is_any = false;
    for (int i = 0; i < session->count; i++) {
        lost[i] = session->entries[i].gone;
        is_any = is_any || lost[i];
    }
    if (!is_any)
        return;
    forget_steps_of(session, lost);
    take_out(session, lost);
}
