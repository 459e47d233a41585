#include "reviews_csv_table.h"

#include <string.h>

enum { SLOTS_FIRST = 1024 };

struct csv_table csv_table_of(const char *bytes, size_t length,
                              const char *name)
{
    static const char mark[] = "\xEF\xBB\xBF";
    struct csv_table table = {name, bytes, bytes + length, 0};
    if (length >= 3 && memcmp(bytes, mark, 3) == 0)
        table.at += 3;
    return table;
}

size_t csv_lines(const char *bytes, size_t length)
{
    size_t lines = 1;
    const char *end = bytes + length;
    for (const char *at = bytes; at < end; at++, lines++) {
        at = memchr(at, '\n', (size_t)(end - at));
        if (!at)
            break;
    }
    return lines;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static struct csv_field trimmed(const char *from, const char *to)
{
    while (from < to && is_space(*from))
        from++;
    while (to > from && is_space(to[-1]))
        to--;
    if (to - from >= 2 && *from == '"' && to[-1] == '"') {
        from++;
        to--;
    }
    return (struct csv_field){from, (size_t)(to - from)};
}

/* Where a field ends: a comma in quotes is part of it. */
static const char *field_end(const char *from, const char *to)
{
    bool is_quoted = false;
    for (; from < to && (is_quoted || *from != ','); from++)
        is_quoted ^= *from == '"';
    return from;
}

static void split(const char *from, const char *to, struct csv_line *line)
{
    line->count = 0;
    for (;;) {
        const char *end = field_end(from, to);
        if (line->count < REVIEWS_CSV_COLUMNS_MAX)
            line->field[line->count++] = trimmed(from, end);
        if (end == to)
            return;
        from = end + 1;
    }
}

bool csv_next(struct csv_table *table, struct csv_line *line)
{
    while (table->at < table->end) {
        const char *from = table->at;
        const char *to = memchr(from, '\n', (size_t)(table->end - from));
        if (!to)
            to = table->end;
        table->at = to < table->end ? to + 1 : to;
        line->number = ++table->number;
        split(from, to, line);
        if (line->count > 1 || line->field[0].length > 0)
            return true;
    }
    return false;
}

bool csv_is(const struct csv_field *field, const char *word)
{
    return field->length == strlen(word) &&
           memcmp(field->text, word, field->length) == 0;
}

static uint64_t hash_of(const struct csv_field *field)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < field->length; i++)
        hash = (hash ^ (unsigned char)field->text[i]) * 1099511628211u;
    return hash ^ (hash >> 29);
}

static size_t slot_of(const struct csv_ids *ids, const struct csv_field *field)
{
    size_t slot = (size_t)hash_of(field) & (ids->slot_count - 1);
    for (; ids->slots[slot]; slot = (slot + 1) & (ids->slot_count - 1)) {
        const struct csv_field *other = &ids->list[ids->slots[slot] - 1];
        if (other->length == field->length &&
            memcmp(other->text, field->text, field->length) == 0)
            break;
    }
    return slot;
}

static void grow(struct csv_ids *ids)
{
    ids->slot_count = ids->slot_count ? 2 * ids->slot_count : SLOTS_FIRST;
    ids->slots = arena_array(ids->arena, ids->slot_count, sizeof *ids->slots);
    for (size_t i = 0; i < ids->count; i++)
        ids->slots[slot_of(ids, &ids->list[i])] = (uint32_t)(i + 1);
}

uint32_t csv_id(struct csv_ids *ids, const struct csv_field *field)
{
    if (2 * (ids->count + 1) > ids->slot_count)
        grow(ids);
    size_t slot = slot_of(ids, field);
    if (ids->slots[slot])
        return ids->slots[slot] - 1;
    ids->list = arena_grow(ids->arena, ids->list, ids->count, ids->count + 1,
                           &ids->capacity, sizeof *ids->list);
    ids->list[ids->count] = *field;
    ids->slots[slot] = (uint32_t)++ids->count;
    return (uint32_t)(ids->count - 1);
}
