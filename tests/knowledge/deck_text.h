/*
 * deck_text.h -- a deck from a plain text, for tests that may not read files.
 *
 * Knows sections, `key = value` lines, comments and continuation lines, and
 * nothing of what a person may do wrong: that is the deck reader's part.
 */
#ifndef DECK_TEXT_H
#define DECK_TEXT_H

#include <string.h>

#include "base/arena.h"
#include "knowledge/source.h"

/* The text between two places without spaces at its ends. */
static inline char *deck_text_part(struct arena *arena, const char *start,
                                   const char *end)
{
    while (start < end && *start == ' ')
        start++;
    while (end > start && end[-1] == ' ')
        end--;
    return arena_copy(arena, start, (size_t)(end - start));
}

/* [sort id] */
static inline void deck_text_section(struct arena *arena, struct source *source,
                                     const char *line, const char *end,
                                     int number)
{
    source->sections =
        arena_grow(arena, source->sections, source->count, source->count + 1,
                   &source->capacity, sizeof *source->sections);
    struct section *section = &source->sections[source->count++];
    const char *close = memchr(line, ']', (size_t)(end - line));
    const char *space = memchr(line, ' ', (size_t)(close - line));
    const char *sort_end = space ? space : close;
    *section = (struct section){
        .sort = deck_text_part(arena, line + 1, sort_end),
        .id = deck_text_part(arena, sort_end, close),
        .line = number,
    };
}

/* key = value, or more of the value above */
static inline void deck_text_entry(struct arena *arena, struct section *section,
                                   const char *line, const char *end,
                                   int number)
{
    if (*line == ' ') {
        struct entry *last = &section->entries[section->count - 1];
        last->value = arena_printf(arena, "%s %s", last->value,
                                   deck_text_part(arena, line, end));
        return;
    }
    section->entries =
        arena_grow(arena, section->entries, section->count, section->count + 1,
                   &section->capacity, sizeof *section->entries);
    const char *equals = memchr(line, '=', (size_t)(end - line));
    section->entries[section->count++] = (struct entry){
        .key = deck_text_part(arena, line, equals),
        .value = deck_text_part(arena, equals + 1, end),
        .line = number,
    };
}

/* The sections of a text, as if they had been read from `file`. */
static inline struct source deck_text(struct arena *arena, const char *file,
                                      const char *text)
{
    struct source source = {.file = file};
    int number = 1;
    for (const char *line = text; *line; number++) {
        const char *end = strchr(line, '\n');
        if (!end)
            end = line + strlen(line);
        if (*line == '[')
            deck_text_section(arena, &source, line, end, number);
        else if (end > line && *line != ';')
            deck_text_entry(arena, &source.sections[source.count - 1], line,
                            end, number);
        line = *end ? end + 1 : end;
    }
    return source;
}

#endif
