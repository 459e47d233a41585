#include "knowledge/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/random.h"

enum { POOLS_KEPT = 64 };

/* Decks of one home share their options; facts of no deck have none. */
static uint64_t home_of(const struct subject *subject)
{
    if (!subject->deck)
        return 0;
    if (subject->deck->home_party)
        return (uint64_t)(uintptr_t)subject->deck->home_party;
    return (uint64_t)(uintptr_t)subject->deck->home;
}

/* The home as what groups remember of it, never HOMES_MIXED. */
static uint32_t short_home(const struct subject *subject)
{
    return (uint32_t)(hash_number(0, home_of(subject)) >> 32) | 1;
}

/* What is signed and what is in force are mixed up, so dates share a pool. */
static struct table_key pool_key(const struct fact *fact)
{
    const struct field *field = fact->field;
    return (struct table_key){
        .owner = field->type == TYPE_DATE ? (const void *)field->kind
                                          : (const void *)field,
        .number = home_of(fact->subject),
    };
}

static struct table_key having_key(const struct field *field, const char *index,
                                   const char *folded)
{
    return (struct table_key){
        .owner = field,
        .number = index ? (uint64_t)strtoul(index, NULL, 10) + 1 : 0,
        .text = folded,
    };
}

static struct table_key year_key(const struct field *field, int year,
                                 bool loose)
{
    return (struct table_key){
        .owner = field,
        .number = (uint64_t)year * 2 + (loose ? 1 : 0),
    };
}

/* A date that stands for more than one day. */
static bool is_loose(struct date date)
{
    return date.about || !date.day;
}

/*
 * Facts are grouped in two rounds, so that each group is one array of just its
 * size: the first counts and notes which groups each fact joins, the second
 * joins them in the same order without looking anything up again.
 */
struct joinings {
    struct fact_group **list;
    size_t count;
    size_t capacity;
    struct fact_group *pools[POOLS_KEPT]; /* found last, by hash */
    struct table_key pool_keys[POOLS_KEPT];
};

static struct fact_group *group_at(struct knowledge *knowledge,
                                   struct table *table, struct table_key key)
{
    void **place = table_place(table, key);
    if (!*place)
        *place = arena_alloc(knowledge->arena, sizeof(struct fact_group));
    return *place;
}

/* There are few pools, and the same ones come again with each subject. */
static struct fact_group *pool_of(struct knowledge *knowledge,
                                  struct joinings *joinings,
                                  const struct fact *fact)
{
    struct table_key key = pool_key(fact);
    size_t at = ((uintptr_t)key.owner >> 4) % POOLS_KEPT;
    struct table_key *kept = &joinings->pool_keys[at];
    if (kept->owner != key.owner || kept->number != key.number) {
        joinings->pools[at] =
            group_at(knowledge, &knowledge->index->pools, key);
        *kept = key;
    }
    return joinings->pools[at];
}

static void note(struct knowledge *knowledge, struct joinings *joinings,
                 struct fact_group *group, uint32_t home)
{
    group->home = group->count && group->home != home ? HOMES_MIXED : home;
    group->count++;
    joinings->list = arena_grow(knowledge->arena, joinings->list,
                                joinings->count, joinings->count + 1,
                                &joinings->capacity, sizeof *joinings->list);
    joinings->list[joinings->count++] = group;
}

static void note_fact(struct knowledge *knowledge, struct joinings *joinings,
                      const struct fact *fact, uint32_t home)
{
    struct knowledge_index *index = knowledge->index;
    const struct field *field = fact->field;
    note(knowledge, joinings, pool_of(knowledge, joinings, fact), home);
    for (size_t i = 0; i < fact->value_count; i++) {
        const struct value *value = &fact->values[i];
        struct table_key key = having_key(field, fact->index, value->folded);
        note(knowledge, joinings, group_at(knowledge, &index->having, key),
             home);
        if (field->type != TYPE_DATE)
            continue;
        key = year_key(field, value->date.year, false);
        note(knowledge, joinings, group_at(knowledge, &index->years, key),
             home);
        if (!is_loose(value->date))
            continue;
        key = year_key(field, value->date.year, true);
        note(knowledge, joinings, group_at(knowledge, &index->years, key),
             home);
    }
}

/* How many groups note_fact has noted for it. */
static size_t joined_by(const struct fact *fact)
{
    size_t count = 1 + fact->value_count;
    for (size_t i = 0; fact->field->type == TYPE_DATE && i < fact->value_count;
         i++)
        count += is_loose(fact->values[i].date) ? 2 : 1;
    return count;
}

/* A fact that has the value twice comes twice in a row and joins once. */
static void join(struct arena *arena, struct fact_group *group,
                 const struct fact *fact)
{
    if (!group->facts) {
        group->facts =
            group->count == 1
                ? &group->only
                : arena_array(arena, group->count, sizeof(const struct fact *));
        group->count = 0;
    }
    if (group->count == 0 || group->facts[group->count - 1] != fact)
        group->facts[group->count++] = fact;
}

static void group_facts(struct knowledge *knowledge)
{
    struct joinings joinings = {.capacity = knowledge->fact_count * 3 + 1};
    uint32_t home = 0;
    joinings.list =
        arena_array(knowledge->arena, joinings.capacity, sizeof *joinings.list);
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const struct fact *fact = knowledge->facts[i];
        if (i == 0 || fact->subject != knowledge->facts[i - 1]->subject)
            home = short_home(fact->subject);
        note_fact(knowledge, &joinings, fact, home);
    }
    struct fact_group **next = joinings.list;
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const struct fact *fact = knowledge->facts[i];
        for (size_t k = joined_by(fact); k > 0; k--)
            join(knowledge->arena, *next++, fact);
    }
}

static void gather_subjects(struct knowledge *knowledge)
{
    for (size_t i = 0; i < knowledge->subject_count; i++) {
        const struct subject *subject = knowledge->subjects[i];
        struct table_key key = {.owner = subject->kind};
        void **place = table_place(&knowledge->index->members, key);
        if (!*place)
            *place =
                arena_alloc(knowledge->arena, sizeof(struct subject_group));
        struct subject_group *group = *place;
        group->subjects = arena_grow(knowledge->arena, group->subjects,
                                     group->count, group->count + 1,
                                     &group->capacity, sizeof *group->subjects);
        group->subjects[group->count++] = subject;
    }
}

void index_fill(struct knowledge *knowledge)
{
    struct knowledge_index *index = knowledge->index;
    struct arena *arena = knowledge->arena;
    table_init(&index->pools, arena, 0);
    table_init(&index->by_hash, arena, 0);
    table_init(&index->having, arena, index->value_count);
    table_init(&index->years, arena, 0);
    table_init(&index->members, arena, knowledge->kind_count);
    group_facts(knowledge);
    gather_subjects(knowledge);
}

void index_item(struct knowledge *knowledge, struct item *item)
{
    *table_place(&knowledge->index->items, table_text(item->id)) = item;
}

const struct item *index_item_of(const struct knowledge *knowledge,
                                 const char *id)
{
    struct table_key key = table_text(id);
    const struct item *item = table_find(&knowledge->index->items, key);
    const struct card *card =
        item ? NULL : table_find(&knowledge->index->cards, key);
    return card ? &knowledge->items[card->item] : item;
}

static const struct fact *const *facts_at(const struct table *table,
                                          struct table_key key, size_t *count)
{
    const struct fact_group *group = table_find(table, key);
    *count = group ? group->count : 0;
    return group ? group->facts : NULL;
}

const struct fact *const *knowledge_pool(const struct knowledge *knowledge,
                                         const struct fact *fact, size_t *count)
{
    return facts_at(&knowledge->index->pools, pool_key(fact), count);
}

bool index_count_having(const struct knowledge *knowledge,
                        const struct fact *fact, const char *folded,
                        const struct subject *home, size_t *count)
{
    const struct fact_group *group =
        table_find(&knowledge->index->having,
                   having_key(fact->field, fact->index, folded));
    *count = group ? group->count : 0;
    return !group ||
           (group->home != HOMES_MIXED && group->home == short_home(home));
}

static int by_hash(const void *a, const void *b)
{
    const struct fact *x = *(const struct fact *const *)a;
    const struct fact *y = *(const struct fact *const *)b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return strcmp(x->id, y->id);
}

/* Sorted when it is first asked for: only the long ones are, and loading does
 * not wait for it. */
const struct fact *const *index_pool_by_hash(const struct knowledge *knowledge,
                                             const struct fact *fact,
                                             size_t *count)
{
    const struct fact *const *pool = knowledge_pool(knowledge, fact, count);
    void **place = table_place(&knowledge->index->by_hash, pool_key(fact));
    if (*place || !*count)
        return *place;
    size_t size = sizeof(const struct fact *);
    const struct fact **sorted = arena_array(knowledge->arena, *count, size);
    memcpy(sorted, pool, *count * size);
    qsort(sorted, *count, size, by_hash);
    *place = sorted;
    return sorted;
}

const struct fact *const *knowledge_having(const struct knowledge *knowledge,
                                           const struct field *field,
                                           const char *index,
                                           const char *folded, size_t *count)
{
    return facts_at(&knowledge->index->having, having_key(field, index, folded),
                    count);
}

const struct fact *const *index_near_dates(const struct knowledge *knowledge,
                                           const struct field *field,
                                           struct date date, int year,
                                           size_t *count)
{
    return facts_at(&knowledge->index->years,
                    year_key(field, year, !is_loose(date)), count);
}

const struct subject *const *
knowledge_of_kind(const struct knowledge *knowledge, const struct kind *kind,
                  size_t *count)
{
    struct table_key key = {.owner = kind};
    const struct subject_group *group =
        table_find(&knowledge->index->members, key);
    *count = group ? group->count : 0;
    return group ? group->subjects : NULL;
}
