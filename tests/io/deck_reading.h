/*
 * deck_reading.h -- one deck read, from a text or a file, and what came of it.
 */
#ifndef DECK_READING_H
#define DECK_READING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "io/deck_file.h"

/* One reading: what came of it, and in which arena. */
struct reading {
    struct arena arena;
    struct problems problems;
    struct source source;
    bool read;
};

static inline struct reading reading_begun(void)
{
    struct reading reading = {.read = false};
    arena_init(&reading.arena, (size_t)1 << 30);
    return reading;
}

static inline void read_bytes(struct reading *reading, const char *bytes,
                              size_t length)
{
    *reading = reading_begun();
    problems_init(&reading->problems, &reading->arena);
    reading->read = deck_text_read(bytes, length, "a.ini", &reading->arena,
                                   &reading->source, &reading->problems);
}

static inline void read_text(struct reading *reading, const char *text)
{
    read_bytes(reading, text, strlen(text));
}

static inline void read_path(struct reading *reading, const char *path)
{
    *reading = reading_begun();
    problems_init(&reading->problems, &reading->arena);
    reading->read = deck_file_read(path, path, &reading->arena,
                                   &reading->source, &reading->problems);
}

static inline void release(struct reading *reading)
{
    arena_release(&reading->arena);
}

static inline const struct entry *entry(const struct reading *reading,
                                        size_t section, size_t i)
{
    assert_true(section < reading->source.count);
    assert_true(i < reading->source.sections[section].count);
    return &reading->source.sections[section].entries[i];
}

static inline const char *value(const struct reading *reading, size_t section,
                                size_t i)
{
    return entry(reading, section, i)->value;
}

/* What was read, as a text: problems first, then sections. */
static inline char *dump(struct reading *reading)
{
    struct arena *arena = &reading->arena;
    char *out = arena_text(arena, "");
    for (size_t i = 0; i < reading->problems.count; i++) {
        const struct problem *p = &reading->problems.list[i];
        out = arena_printf(arena, "%s%d: %s: %s\n", out, p->line, p->rule,
                           p->message);
    }
    for (size_t i = 0; i < reading->source.count; i++) {
        const struct section *s = &reading->source.sections[i];
        out = arena_printf(arena, "%s%d: [%s|%s]\n", out, s->line, s->sort,
                           s->id);
        for (size_t j = 0; j < s->count; j++)
            out = arena_printf(arena, "%s%d: %s|%s\n", out, s->entries[j].line,
                               s->entries[j].key, s->entries[j].value);
    }
    return out;
}

static inline void assert_reads(const char *text, const char *expected)
{
    struct reading reading;
    read_text(&reading, text);
    assert_string_equal(dump(&reading), expected);
    release(&reading);
}

#endif
