/*
 * Any bytes as a deck. Whatever is read is clean text within the limits, and
 * every problem names a line that exists. Build with
 * clang -fsanitize=fuzzer,address,undefined.
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "io/deck_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_text(struct arena *arena, const char *text, size_t limit)
{
    size_t length = strlen(text);
    assert(length <= limit);
    assert(text_is_utf8(text, length));
    assert(text_visible(arena, text) == text);
}

static void check_section(struct arena *arena, const struct section *section)
{
    check_text(arena, section->id, SOURCE_ID_MAX);
    check_text(arena, section->sort, SOURCE_ID_MAX);
    assert(section->sort[0]);
    for (size_t i = 0; i < section->count; i++) {
        const struct entry *entry = &section->entries[i];
        check_text(arena, entry->key, SOURCE_ID_MAX);
        check_text(arena, entry->value, SOURCE_VALUE_MAX);
        assert(entry->key[0] && entry->line > section->line);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct problems problems;
    struct source source;
    arena_init(&arena, (size_t)1 << 28);
    problems_init(&problems, &arena);
    assert(deck_text_read((const char *)data, size, "fuzz.ini", &arena, &source,
                          &problems));
    for (size_t i = 0; i < source.count; i++)
        check_section(&arena, &source.sections[i]);
    for (size_t i = 0; i < problems.count; i++)
        assert((size_t)problems.list[i].line <= size + 1);
    arena_release(&arena);
    return 0;
}
