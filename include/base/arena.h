/*
 * arena.h -- memory that lives and dies together.
 *
 * One arena per lifetime: decks (until read again), sitting, frame. Nothing
 * inside is freed singly. Memory comes zeroed. Running out of memory, or
 * past the limit the arena was given, ends the program with a sentence in
 * this one place: no caller checks for NULL.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *first;
    struct arena_block *current;
    size_t limit; /* bytes that may be held in all */
    size_t held;  /* bytes held in blocks */
    /* Called with `self` where there is no more, and never returns; NULL: the
     * program ends with a sentence. */
    void (*none_left)(void *self);
    void *self;
};

/* An empty arena that will hold at most `limit` bytes. */
void arena_init(struct arena *arena, size_t limit);

/* Gives everything back; the arena may be initialised again. */
void arena_release(struct arena *arena);

/* Forgets what was allocated but keeps the blocks for the next round. */
void arena_reset(struct arena *arena);

/* `size` zeroed bytes, aligned for any type; never NULL. */
void *arena_alloc(struct arena *arena, size_t size);

/* `size` zeroed bytes for a text, close behind what came before. */
char *arena_chars(struct arena *arena, size_t size);

/* `count` zeroed elements of `size` bytes; a product too large ends the
 * program as running out of memory does. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/*
 * An array in `arena` grown to hold at least `needed` elements: returns
 * `array` itself when `*capacity` is enough, else a copy of twice the size
 * with the first `count` elements (the old one stays until the reset).
 */
void *arena_grow(struct arena *arena, void *array, size_t count, size_t needed,
                 size_t *capacity, size_t size);

/* A copy of `length` bytes with a NUL behind them. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);

/* A copy of a NUL-terminated text; NULL gives NULL. */
char *arena_text(struct arena *arena, const char *text);

/* A text made as printf makes it. */
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
