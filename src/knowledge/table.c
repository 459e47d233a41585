#include "knowledge/table.h"

#include <stdbool.h>
#include <string.h>

#include "base/random.h"

enum { SLOTS_MIN = 16 };

/* More than three slots in four taken: a search would take long. */
static bool is_crowded(size_t keys, size_t slots)
{
    return keys / 3 >= slots / 4;
}

static void make_slots(struct table *table, size_t keys)
{
    size_t count = SLOTS_MIN;
    while (is_crowded(keys, count))
        count *= 2;
    table->slots = arena_array(table->arena, count, sizeof *table->slots);
    table->slot_count = count;
}

void table_init(struct table *table, struct arena *arena, size_t expected)
{
    memset(table, 0, sizeof *table);
    table->arena = arena;
    make_slots(table, expected);
    if (expected) {
        table->entries = arena_array(arena, expected, sizeof *table->entries);
        table->capacity = expected;
    }
}

struct table_key table_text(const char *text)
{
    return (struct table_key){.text = text};
}

static uint32_t hash_of(struct table_key key)
{
    uint64_t hash = (uint64_t)(uintptr_t)key.owner * 0x9e3779b97f4a7c15u;
    hash = hash_number(hash, key.number);
    if (key.text)
        hash = hash_text(hash, key.text);
    return (uint32_t)(hash >> 32);
}

static bool same_key(struct table_key a, struct table_key b)
{
    if (a.owner != b.owner || a.number != b.number || !a.text != !b.text)
        return false;
    return !a.text || a.text == b.text || strcmp(a.text, b.text) == 0;
}

/* The slot that holds the key, or the free one where it belongs. */
static struct table_slot *slot_of(const struct table *table, uint32_t hash,
                                  struct table_key key)
{
    size_t mask = table->slot_count - 1;
    size_t i = hash & mask;
    while (table->slots[i].entry) {
        const struct table_slot *slot = &table->slots[i];
        if (slot->hash == hash &&
            same_key(table->entries[slot->entry - 1].key, key))
            break;
        i = (i + 1) & mask;
    }
    return &table->slots[i];
}

void *table_find(const struct table *table, struct table_key key)
{
    const struct table_slot *slot = slot_of(table, hash_of(key), key);
    return slot->entry ? table->entries[slot->entry - 1].value : NULL;
}

static void grow_slots(struct table *table)
{
    const struct table_slot *old = table->slots;
    size_t old_count = table->slot_count;
    make_slots(table, table->count * 2);
    size_t mask = table->slot_count - 1;
    for (size_t k = 0; k < old_count; k++) {
        if (!old[k].entry)
            continue;
        size_t i = old[k].hash & mask;
        while (table->slots[i].entry)
            i = (i + 1) & mask;
        table->slots[i] = old[k];
    }
}

void **table_place(struct table *table, struct table_key key)
{
    if (is_crowded(table->count, table->slot_count))
        grow_slots(table);
    uint32_t hash = hash_of(key);
    struct table_slot *slot = slot_of(table, hash, key);
    if (!slot->entry) {
        table->entries = arena_grow(table->arena, table->entries, table->count,
                                    table->count + 1, &table->capacity,
                                    sizeof *table->entries);
        table->entries[table->count].key = key;
        table->count++;
        slot->hash = hash;
        slot->entry = (uint32_t)table->count;
    }
    return &table->entries[slot->entry - 1].value;
}
