#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { BLOCK_MIN = 64 * 1024, HUGE_PAGE = 2 * 1024 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t size; /* of data */
    size_t used;
    alignas(max_align_t) unsigned char data[];
};

static _Noreturn void out_of_memory(const struct arena *arena, size_t size)
{
    if (arena->none_left)
        arena->none_left(arena->self);
    fprintf(stderr,
            "pacta: %zu bytes of memory more are not to be had; "
            "close other programs or load fewer decks\n",
            size);
    abort();
}

void arena_init(struct arena *arena, size_t limit)
{
    memset(arena, 0, sizeof *arena);
    arena->limit = limit;
}

void arena_release(struct arena *arena)
{
    struct arena_block *block = arena->first;
    while (block) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
    arena_init(arena, arena->limit);
}

/* Debug builds fill what is forgotten, so that a stale pointer shows. */
static void forget(struct arena_block *block)
{
#ifndef NDEBUG
    memset(block->data, 0x55, block->used);
#endif
    block->used = 0;
}

void arena_reset(struct arena *arena)
{
    for (struct arena_block *b = arena->first; b; b = b->next)
        forget(b);
    arena->current = arena->first;
}

/* Large blocks stand in huge pages where the system has them: else a third of
 * the time in which decks load goes into page faults. */
static void *memory_for(size_t size)
{
#ifdef MADV_HUGEPAGE
    if (size >= HUGE_PAGE) {
        size_t whole = (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
        void *memory = aligned_alloc(HUGE_PAGE, whole);
        if (memory)
            madvise(memory, whole, MADV_HUGEPAGE);
        return memory;
    }
#endif
    return malloc(size);
}

static struct arena_block *new_block(struct arena *arena, size_t size)
{
    size_t wanted = arena->held > BLOCK_MIN ? arena->held : BLOCK_MIN;
    if (wanted < size)
        wanted = size;
    if (size > arena->limit - arena->held)
        out_of_memory(arena, size);
    if (wanted > arena->limit - arena->held)
        wanted = size;
    struct arena_block *block = memory_for(sizeof *block + wanted);
    if (!block)
        out_of_memory(arena, size);
    block->next = NULL;
    block->size = wanted;
    block->used = 0;
    arena->held += wanted;
    return block;
}

/* The next block with room; blocks kept by a reset are used again in turn. */
static struct arena_block *block_with_room(struct arena *arena, size_t size)
{
    struct arena_block *last = arena->current;
    for (struct arena_block *b = last; b; b = b->next) {
        if (b->size - b->used >= size)
            return b;
        last = b;
    }
    struct arena_block *block = new_block(arena, size);
    if (last)
        last->next = block;
    else
        arena->first = block;
    return block;
}

/* A type's size is a multiple of its alignment: what is not of sixteen bytes
 * needs no more than a pointer does. */
static size_t alignment_of(size_t size)
{
    const size_t most = alignof(max_align_t), least = alignof(void *);
    return size % most ? least : most;
}

static void *take(struct arena *arena, size_t size, size_t align)
{
    if (size > SIZE_MAX - align)
        out_of_memory(arena, size);
    struct arena_block *block = block_with_room(arena, size + align - 1);
    size_t start = (block->used + align - 1) / align * align;
    arena->current = block;
    block->used = start + size;
    return memset(block->data + start, 0, size);
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return take(arena, size, alignof(max_align_t));
}

char *arena_chars(struct arena *arena, size_t size)
{
    return take(arena, size, 1);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        out_of_memory(arena, SIZE_MAX);
    return take(arena, count * size, alignment_of(size));
}

void *arena_grow(struct arena *arena, void *array, size_t count, size_t needed,
                 size_t *capacity, size_t size)
{
    if (needed <= *capacity)
        return array;
    size_t room = *capacity ? *capacity * 2 : 8;
    while (room < needed)
        room *= 2;
    void *grown = arena_array(arena, room, size);
    if (count)
        memcpy(grown, array, count * size);
    *capacity = room;
    return grown;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_chars(arena, length + 1);
    if (length)
        memcpy(copy, bytes, length);
    return copy;
}

char *arena_text(struct arena *arena, const char *text)
{
    return text ? arena_copy(arena, text, strlen(text)) : NULL;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length < 0)
        length = 0;
    char *text = arena_chars(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}
