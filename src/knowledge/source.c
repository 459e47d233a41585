#include "knowledge/source.h"

#include <string.h>

int section_line(const struct section *section, const char *key, size_t nth)
{
    for (size_t i = 0; i < section->count; i++) {
        const struct entry *entry = &section->entries[i];
        if (*entry->value && strcmp(entry->key, key) == 0 && nth-- == 0)
            return entry->line;
    }
    return section->line;
}
