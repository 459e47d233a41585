#include "knowledge/table.h"

#include <stdbool.h>
#include <string.h>

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

/* Eight bytes at a time: nothing but places in a table depends on it. */
static uint64_t hash_bytes(uint64_t hash, const char *text)
{
    size_t left = strlen(text);
    uint64_t word;
    hash ^= left;
    for (; left >= sizeof word; left -= sizeof word, text += sizeof word) {
        memcpy(&word, text, sizeof word);
        hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 32;
    }
    word = 0;
    memcpy(&word, text, left);
    hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 29;
}

static uint32_t hash_of(struct table_key key)
{
    uint64_t hash =
        ((uint64_t)(uintptr_t)key.owner + key.number) * 0x9e3779b97f4a7c15u;
    hash ^= hash >> 32;
    hash = (hash ^ key.number) * 0xbf58476d1ce4e5b9u;
    if (key.text)
        hash = hash_bytes(hash, key.text) * 0xbf58476d1ce4e5b9u;
    return (uint32_t)(hash >> 32);
}

static bool is_key_at(const struct table *table, size_t at,
                      struct table_key key)
{
    const struct table_whose *whose = table->whose ? &table->whose[at] : NULL;
    const char *text = table->entries[at].text;
    if (whose ? whose->owner != key.owner || whose->number != key.number
              : key.owner || key.number)
        return false;
    if (!text || !key.text)
        return text == key.text;
    return text == key.text || strcmp(text, key.text) == 0;
}

/* The slot that holds the key, or the free one where it belongs. */
static struct table_slot *slot_of(const struct table *table, uint32_t hash,
                                  struct table_key key)
{
    size_t mask = table->slot_count - 1;
    size_t i = hash & mask;
    while (table->slots[i].entry) {
        const struct table_slot *slot = &table->slots[i];
        if (slot->hash == hash && is_key_at(table, slot->entry - 1, key))
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

/* The first key that is more than a text makes room for that of all. */
static void note_whose(struct table *table, struct table_key key)
{
    if (!table->whose) {
        table->whose =
            arena_array(table->arena, table->capacity, sizeof *table->whose);
        table->whose_capacity = table->capacity;
    }
    table->whose =
        arena_grow(table->arena, table->whose, table->count, table->count + 1,
                   &table->whose_capacity, sizeof *table->whose);
    table->whose[table->count] = (struct table_whose){key.owner, key.number};
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
        table->entries[table->count].text = key.text;
        if (table->whose || key.owner || key.number)
            note_whose(table, key);
        table->count++;
        slot->hash = hash;
        slot->entry = (uint32_t)table->count;
    }
    return &table->entries[slot->entry - 1].value;
}
