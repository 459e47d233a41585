/*
 * Who stands beside whom. The seed divides all units into blocks of as many as
 * are shown, and each unit's question shows its block: of every block each one
 * is the key of its own question, so that nothing that can be seen on the
 * options tells which of them it is.
 */
#include "base/random.h"
#include "knowledge/question_draft.h"

enum { CHUNK = 64, SUBJECT_MOST = 2, SALT_FIRST = 23 };

struct block {
    size_t members[OPTIONS_MAX];
    int count;
};

/* The blocks of a stretch of units. */
struct blocks {
    const struct draw *draw;
    struct units *units;
    units_apart *apart;
    struct block *list;
    size_t count;
    int size; /* of a whole block */
};

/* Of one subject two dates may stand together, not all: their order is known
 * without knowing them. */
static bool has_room(const struct blocks *blocks, const struct block *block,
                     const struct unit *unit)
{
    if (unit->fact->field->type != TYPE_DATE)
        return true;
    int same = 0;
    for (int i = 0; i < block->count; i++)
        same += blocks->units->list[block->members[i]].fact->subject ==
                unit->fact->subject;
    return same < SUBJECT_MOST;
}

static bool fits(const struct blocks *blocks, const struct block *block,
                 size_t at)
{
    struct unit *unit = &blocks->units->list[at];
    if (block->count == blocks->size || !has_room(blocks, block, unit))
        return false;
    for (int i = 0; i < block->count; i++) {
        struct unit *other = &blocks->units->list[block->members[i]];
        if (!blocks->apart(blocks->draw, unit, other))
            return false;
    }
    return true;
}

/* Into the first block that takes it, or one of its own; returns which. */
static struct block *place(struct blocks *blocks, size_t at)
{
    size_t i = 0;
    while (i < blocks->count && !fits(blocks, &blocks->list[i], at))
        i++;
    if (i == blocks->count)
        blocks->list[blocks->count++] = (struct block){.count = 0};
    struct block *block = &blocks->list[i];
    block->members[block->count++] = at;
    return block;
}

/* Whole blocks take nothing more and need not be asked again. */
static void drop_whole(struct blocks *blocks)
{
    size_t kept = 0;
    for (size_t i = 0; i < blocks->count; i++)
        if (blocks->list[i].count < blocks->size)
            blocks->list[kept++] = blocks->list[i];
    blocks->count = kept;
}

static bool has_key(const struct blocks *blocks, const struct block *block)
{
    for (int i = 0; i < block->count; i++)
        if (block->members[i] == blocks->units->key)
            return true;
    return false;
}

/* One whose own question is never asked would never be right. */
static bool may_stand(const struct blocks *blocks, size_t at)
{
    const struct draw *draw = blocks->draw;
    if (at == blocks->units->key || draw->request->form != FORM_CHOICE)
        return true;
    const char *id = blocks->units->list[at].fact->id;
    if (draw->request->item->back)
        id = arena_printf(draw->arena, "%s/back", id);
    const struct item *item = knowledge_item(draw->knowledge, id);
    return item && question_is_askable(draw, item);
}

/* Places the units in a row until the key's block is whole; true if it is. */
static bool place_all(struct blocks *blocks, const size_t *row, size_t count,
                      struct block *of_key)
{
    for (size_t i = 0; i < count; i++) {
        if (!may_stand(blocks, row[i]))
            continue;
        struct block *block = place(blocks, row[i]);
        if (block->count < blocks->size)
            continue;
        *of_key = *block;
        if (has_key(blocks, block))
            return true;
        drop_whole(blocks);
    }
    return false;
}

/* Those that found no whole block: the first ones were not tried. */
static size_t left_over(const struct blocks *blocks, size_t first, size_t *row)
{
    size_t count = first;
    for (size_t i = 0; i < blocks->count; i++)
        for (int k = 0; k < blocks->list[i].count; k++)
            row[count++] = blocks->list[i].members[k];
    return count;
}

/* Around the key, whoever may stand there, the nearest first: for the few that
 * are left over. */
static bool borrow(struct blocks *blocks, struct block *block)
{
    size_t count = blocks->units->count, key = blocks->units->key;
    *block = (struct block){.members = {key}, .count = 1};
    for (size_t i = 2; i < 2 * count && block->count < blocks->size; i++) {
        size_t at = i % 2 ? key - i / 2 : key + i / 2;
        if (at < count && fits(blocks, block, at) && may_stand(blocks, at))
            block->members[block->count++] = at;
    }
    return block->count == blocks->size;
}

/* The stretch of a long list that the key is in. */
static size_t read_chunk(const struct blocks *blocks, size_t *row)
{
    const struct units *units = blocks->units;
    size_t chunks = units->count / CHUNK + !(units->count / CHUNK);
    size_t chunk = units->key * chunks / units->count;
    size_t count = 0;
    for (size_t i = 0; i < units->count; i++)
        if (i * chunks / units->count == chunk)
            row[count++] = i;
    return count;
}

/* Whole blocks first, begun at one of the first few, so that each unit comes to
 * stand at every place of its block; of what is left as many again as can be.
 */
static bool divide(struct blocks *blocks, struct block *block)
{
    struct arena *arena = blocks->draw->arena;
    uint64_t seed = hash_number(blocks->draw->request->seed, SALT_FIRST);
    size_t *row = arena_array(arena, blocks->units->count, sizeof *row);
    size_t count = read_chunk(blocks, row);
    size_t first = (size_t)(seed % (uint64_t)blocks->size);
    first = first < count ? first : count;
    blocks->list = arena_array(arena, count + 1, sizeof *blocks->list);
    if (place_all(blocks, row + first, count - first, block))
        return true;
    count = left_over(blocks, first, row);
    blocks->count = 0;
    return place_all(blocks, row, count, block);
}

bool units_block(const struct draw *draw, struct units *units,
                 units_apart *apart, bool may_borrow, struct picks *picks)
{
    struct blocks blocks = {.draw = draw,
                            .units = units,
                            .apart = apart,
                            .size = draw->request->options};
    struct block block;
    bool made =
        divide(&blocks, &block) || (may_borrow && borrow(&blocks, &block));
    *picks = (struct picks){.count = 0};
    for (int i = 0; made && i < block.count; i++) {
        struct pick pick = units->list[block.members[i]].pick;
        bool is_key = block.members[i] == units->key;
        picks->list[picks->count++] = is_key && i ? picks->list[0] : pick;
        if (is_key)
            picks->list[0] = pick;
    }
    return made;
}
