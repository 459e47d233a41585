#include "app/draw.h"

#include <stdio.h>
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

const struct draw *draw_clickable(const struct draw_list *list, int n)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].clickable && n-- == 0)
            return &list->items[i];
    return NULL;
}

int draw_clickable_count(const struct draw_list *list)
{
    int count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->items[i].clickable;
    return count;
}

static const char *kind_name(enum draw_kind kind)
{
    static const char *const names[] = {"fill", "box",  "shadow", "text",
                                        "icon", "seal", "strike", "clip"};
    return names[kind];
}

const char *draw_dump(const struct draw_list *list)
{
    char *out = NULL;
    size_t used = 0;
    size_t capacity = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct draw *item = &list->items[i];
        struct rect r = item->rect;
        const char *line = arena_printf(
            list->arena, "%4d,%4d %4dx%-4d %-6s %s%s%s%s%s%s%s\n", r.x, r.y,
            r.w, r.h, kind_name(item->kind), token_name(item->color),
            item->fill ? " on " : "", item->fill ? token_name(item->fill) : "",
            item->text ? " \"" : "", item->text ? item->text : "",
            item->text ? "\"" : "",
            item->clickable
                ? arena_printf(list->arena, " -> %d %d", (int)item->msg.kind,
                               item->msg.number)
                : "");
        size_t length = strlen(line);
        out =
            arena_grow(list->arena, out, used, used + length + 1, &capacity, 1);
        memcpy(out + used, line, length);
        used += length;
        out[used] = '\0';
    }
    return out ? out : "";
}
