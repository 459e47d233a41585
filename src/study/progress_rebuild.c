/* The log, replayed: states are derived from events and nothing else. */
#include <string.h>

#include "base/random.h"
#include "study/progress.h"
#include "study/weights.h"

/* A set of event ids that were taken back. */
struct voids {
    const struct event **slots; /* the void events, by their target */
    size_t count;               /* of slots, a power of two; 0: none */
};

static uint64_t id_hash(const struct event_id *id)
{
    uint64_t parts[2];
    memcpy(parts, id->device, sizeof parts);
    return hash_number(hash_number(parts[0], parts[1]), id->seq);
}

static bool id_equal(const struct event_id *a, const struct event_id *b)
{
    return a->seq == b->seq &&
           memcmp(a->device, b->device, EVENT_DEVICE_BYTES) == 0;
}

static size_t void_slot(const struct voids *voids, const struct event_id *id)
{
    size_t slot = (size_t)id_hash(id) & (voids->count - 1);
    while (voids->slots[slot] && !id_equal(&voids->slots[slot]->target, id))
        slot = (slot + 1) & (voids->count - 1);
    return slot;
}

static struct voids voids_of(struct arena *arena, const struct event *events,
                             size_t count)
{
    struct voids voids = {NULL, 0};
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        found += events[i].kind == EVENT_VOID;
    if (found == 0)
        return voids;
    for (voids.count = 16; voids.count < 2 * found;)
        voids.count *= 2;
    voids.slots = arena_array(arena, voids.count, sizeof(const struct event *));
    for (size_t i = 0; i < count; i++)
        if (events[i].kind == EVENT_VOID)
            voids.slots[void_slot(&voids, &events[i].target)] = &events[i];
    return voids;
}

static bool is_void(const struct voids *voids, const struct event_id *id)
{
    return voids->count && voids->slots[void_slot(voids, id)];
}

static int order_of(const struct event *a, const struct event *b)
{
    if (a->hlc != b->hlc)
        return a->hlc < b->hlc ? -1 : 1;
    int device = memcmp(a->id.device, b->id.device, EVENT_DEVICE_BYTES);
    if (device)
        return device;
    return (a->id.seq > b->id.seq) - (a->id.seq < b->id.seq);
}

/* The events in replay order; they mostly are in it already. */
static const struct event **ordered(struct arena *arena,
                                    const struct event *events, size_t count)
{
    const struct event **list =
        arena_array(arena, count + 1, sizeof(const struct event *));
    const struct event **spare =
        arena_array(arena, count + 1, sizeof(const struct event *));
    for (size_t i = 0; i < count; i++)
        list[i] = &events[i];
    for (size_t run = 1; run < count; run *= 2) {
        for (size_t from = 0; from < count; from += 2 * run) {
            size_t middle = from + run < count ? from + run : count;
            size_t end = middle + run < count ? middle + run : count;
            for (size_t i = from, a = from, b = middle; i < end; i++) {
                bool take_a =
                    a < middle && (b == end || order_of(list[a], list[b]) <= 0);
                spare[i] = take_a ? list[a++] : list[b++];
            }
        }
        const struct event **swap = list;
        list = spare;
        spare = swap;
    }
    return list;
}

static bool is_of_item(const struct event *event)
{
    return event->item &&
           (event->kind == EVENT_REVIEW || event->kind == EVENT_ASIDE);
}

const struct event **progress_standing(struct arena *arena,
                                       const struct event *events, size_t count,
                                       size_t *standing)
{
    struct voids voids = voids_of(arena, events, count);
    const struct event **list = ordered(arena, events, count);
    *standing = 0;
    for (size_t i = 0; i < count; i++)
        if (!is_void(&voids, &list[i]->id))
            list[(*standing)++] = list[i];
    return list;
}

void progress_rebuild(struct progress *progress, const struct event *events,
                      size_t count)
{
    const struct event **list =
        progress_standing(progress->arena, events, count, &count);
    struct study_settings settings = progress->settings;
    for (size_t i = 0; i < count; i++)
        if (list[i]->kind == EVENT_SETTING && !weights_obey(&settings, list[i]))
            study_settings_obey(&settings, list[i]->name, list[i]->value);
    progress_init(progress, progress->arena, progress->knowledge, settings);
    for (size_t i = 0; i < count; i++)
        if (is_of_item(list[i]))
            progress_apply(progress, list[i]);
}
