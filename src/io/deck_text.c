/* What inih found, put together as sections, keys and values. */
#include <ini.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "deck_reader.h"
#include "io/deck_file.h"

enum { SCRATCH_MAX = 1024 * 1024 * 1024 };

/* Adds a text that was handed to inih between guards, as the file has it. */
static void append(struct deck_reader *reader, const char *text)
{
    size_t room = strlen(text);
    if (reader->value_too_long)
        return;
    reader->value =
        arena_grow(&reader->scratch, reader->value, reader->value_length,
                   reader->value_length + room, &reader->value_capacity, 1);
    while (*text) {
        const char *guard = strchrnul(text, DECK_GUARD);
        size_t length = (size_t)(guard - text);
        memcpy(reader->value + reader->value_length, text, length);
        reader->value_length += length;
        text = *guard ? guard + 1 : guard;
    }
    reader->value_too_long = reader->value_length > SOURCE_VALUE_MAX;
}

/* A key as the file has it; the same text for the same key, most often. */
const char *deck_name_kept(struct deck_reader *reader, const char *name)
{
    size_t length = strlen(name);
    unsigned char first = (unsigned char)name[0];
    unsigned char last = length ? (unsigned char)name[length - 1] : 0;
    size_t place = (31 * length + 7 * first + last) % DECK_NAMES_KEPT;
    const char **kept = &reader->names[place];
    if (!*kept || strcmp(*kept, name) != 0)
        *kept = arena_text(reader->arena, name);
    return *kept;
}

static const char *key_of(struct deck_reader *reader, const char *name)
{
    char key[DECK_HEAD_MAX] = "";
    size_t used = 0;
    for (; *name; name++)
        if (*name != DECK_GUARD)
            key[used++] = *name == DECK_COLON ? ':' : *name;
    return deck_name_kept(reader, key);
}

/* So many lines can be a section at most. */
static size_t count_sections(const char *text, size_t length)
{
    size_t count = length > 0 && *text == '[';
    const char *end = text + length;
    for (const char *p = text; p < end; p++) {
        p = memchr(p, '[', (size_t)(end - p));
        if (!p)
            break;
        count += p > text && (p[-1] == '\n' || p[-1] == '\r');
    }
    return count;
}

/* The entry is complete: another one begins, or the file ends. */
static void close_entry(struct deck_reader *reader)
{
    struct entry *entry = &reader->entry;
    if (!entry->key)
        return;
    if (reader->value_too_long) {
        problems_add(reader->problems, PROBLEM_ERROR, reader->source->file,
                     entry->line, "value", "split it into several",
                     "the value of \"%s\" is longer than 1 MiB and is left out",
                     entry->key);
        return;
    }
    entry->value =
        arena_copy(reader->arena, reader->value, reader->value_length);
    reader->entries = arena_grow(&reader->scratch, reader->entries,
                                 reader->entry_count, reader->entry_count + 1,
                                 &reader->entry_capacity, sizeof *entry);
    reader->entries[reader->entry_count++] = *entry;
}

/* Its entries are known: they are kept in an array without spare room. */
static void close_section(struct deck_reader *reader)
{
    size_t count = reader->entry_count;
    if (count == 0)
        return;
    struct section *section = &reader->source->sections[reader->section];
    section->entries =
        arena_array(reader->arena, count, sizeof *section->entries);
    memcpy(section->entries, reader->entries, count * sizeof *section->entries);
    section->count = count;
    section->capacity = count;
    reader->entry_count = 0;
}

static void open_entry(struct deck_reader *reader, const char *section,
                       const char *name)
{
    size_t number = strtoul(section, NULL, 10);
    if (number != reader->section)
        close_section(reader);
    reader->section = number;
    reader->entry.key = key_of(reader, name);
    reader->entry.line = reader->line.number;
    reader->value_length = 0;
    reader->value_too_long = false;
}

/* The ini_handler: a key with the first piece of its value, or a piece more.
 * inih names the key again for each. */
static int take_piece(void *user, const char *section, const char *name,
                      const char *value)
{
    struct deck_reader *reader = user;
    if (reader->join == JOIN_NEW) {
        close_entry(reader);
        open_entry(reader, section, name);
    } else if (reader->value_length > 0 && reader->join != JOIN_PIECE) {
        append(reader, reader->join == JOIN_SPACE ? " " : "\n\n");
    }
    append(reader, value);
    reader->join = JOIN_PIECE;
    return 1;
}

static void read_all(struct deck_reader *reader)
{
    int stopped = ini_parse_stream(deck_feed, reader, take_piece, reader);
    close_entry(reader);
    close_section(reader);
    if (stopped != 0)
        problems_add(reader->problems, PROBLEM_ERROR, reader->source->file, 0,
                     "file", "install the INI library of your system again",
                     "the INI library did not understand what it was given");
    else if (reader->source->count == 0)
        problems_add(reader->problems, PROBLEM_WARNING, reader->source->file, 0,
                     "empty", "begin with [deck], then write [card ...]",
                     "the file has no section: 0 cards were read");
}

bool deck_text_read(const char *bytes, size_t length, const char *shown,
                    struct arena *arena, struct source *source,
                    struct problems *problems)
{
    struct deck_reader reader = {
        .arena = arena, .source = source, .problems = problems};
    memset(source, 0, sizeof *source);
    source->file =
        text_visible(arena, text_mended(arena, shown, strlen(shown), NULL));
    if (length > DECK_FILE_MAX) {
        problems_add(problems, PROBLEM_ERROR, source->file, 0, "file",
                     "split it into several decks",
                     "the text is larger than 64 MiB");
        return false;
    }
    arena_init(&reader.scratch, SCRATCH_MAX);
    const char *text = deck_decoded(&reader.scratch, bytes, &length);
    source->capacity = count_sections(text, length);
    if (source->capacity > DECK_SECTIONS_MAX)
        source->capacity = DECK_SECTIONS_MAX;
    source->sections =
        arena_array(arena, source->capacity, sizeof *source->sections);
    deck_lines_init(&reader.lines, text, length, source->file, problems);
    read_all(&reader);
    deck_lines_release(&reader.lines);
    arena_release(&reader.scratch);
    return true;
}
