#include "app/draw.h"

#include <string.h>

void draw_init(struct draw_list *list, struct arena *arena)
{
    memset(list, 0, sizeof *list);
    list->arena = arena;
}

struct draw *draw_add(struct draw_list *list, enum draw_kind kind,
                      struct rect rect, enum token color)
{
    list->items =
        arena_grow(list->arena, list->items, list->count, list->count + 1,
                   &list->capacity, sizeof *list->items);
    struct draw *item = &list->items[list->count++];
    *item = (struct draw){.kind = kind, .rect = rect, .color = color};
    return item;
}

static bool holds(struct rect rect, int x, int y)
{
    return x >= rect.x && y >= rect.y && x < rect.x + rect.w &&
           y < rect.y + rect.h;
}

const struct draw *draw_at(const struct draw_list *list, int x, int y)
{
    for (size_t i = list->count; i > 0; i--) {
        const struct draw *item = &list->items[i - 1];
        if (item->clickable && holds(item->rect, x, y))
            return item;
    }
    return NULL;
}

void draw_cover(struct draw_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        list->items[i].clickable = false;
}

const struct draw *draw_control(const struct draw_list *list,
                                struct control control)
{
    for (size_t i = list->count; i > 0; i--) {
        const struct draw *item = &list->items[i - 1];
        if (item->clickable && item->msg.kind == control.kind &&
            item->msg.number == control.number && item->msg.x == control.x)
            return item;
    }
    return NULL;
}

static bool is_listed(const struct draw *item)
{
    return item->clickable && !item->unlisted;
}

const struct draw *draw_clickable(const struct draw_list *list, int n)
{
    for (size_t i = 0; i < list->count; i++)
        if (is_listed(&list->items[i]) && n-- == 0)
            return &list->items[i];
    return NULL;
}

int draw_clickable_count(const struct draw_list *list)
{
    int count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += is_listed(&list->items[i]);
    return count;
}
