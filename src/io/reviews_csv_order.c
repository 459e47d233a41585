/* One order for the same reviews, whichever way their lines stood. */
#include <stdlib.h>
#include <string.h>

#include "reviews_csv_table.h"

/* An id, and the number it was met as. */
struct met {
    struct csv_field id;
    uint32_t number;
};

static int by_id(const void *a, const void *b)
{
    const struct csv_field *x = &((const struct met *)a)->id;
    const struct csv_field *y = &((const struct met *)b)->id;
    size_t least = x->length < y->length ? x->length : y->length;
    int order = memcmp(x->text, y->text, least);
    return order ? order : (x->length > y->length) - (x->length < y->length);
}

/* By time; of one instant by card, and by answer where even that is one. */
static int by_time(const void *a, const void *b)
{
    const struct review *x = a;
    const struct review *y = b;
    if (x->at_ms != y->at_ms)
        return x->at_ms < y->at_ms ? -1 : 1;
    if (x->card != y->card)
        return x->card < y->card ? -1 : 1;
    if (x->grade != y->grade)
        return x->grade < y->grade ? -1 : 1;
    return (x->chance > y->chance) - (x->chance < y->chance);
}

static bool is_in_order(const struct reviews *reviews)
{
    for (size_t i = 1; i < reviews->count; i++)
        if (by_time(&reviews->list[i - 1], &reviews->list[i]) > 0)
            return false;
    return true;
}

void csv_order(const struct csv_ids *ids, struct reviews *reviews)
{
    struct met *list = arena_array(ids->arena, ids->count + 1, sizeof *list);
    uint32_t *number = arena_array(ids->arena, ids->count + 1, sizeof *number);
    for (size_t i = 0; i < ids->count; i++)
        list[i] = (struct met){ids->list[i], (uint32_t)i};
    qsort(list, ids->count, sizeof *list, by_id);
    for (size_t i = 0; i < ids->count; i++)
        number[list[i].number] = (uint32_t)i;
    for (size_t i = 0; i < reviews->count; i++)
        reviews->list[i].card = number[reviews->list[i].card];
    if (!is_in_order(reviews))
        qsort(reviews->list, reviews->count, sizeof *reviews->list, by_time);
}
