#include "knowledge/setting.h"

#include <string.h>

#include "knowledge/key.h"
#include "knowledge/mend.h"
#include "knowledge/suggest.h"

bool setting_flag(struct builder *builder, const char *file,
                  const struct entry *entry, bool otherwise)
{
    static const char *const flags[] = {"yes", "no"};
    if (strcmp(entry->value, "yes") == 0)
        return true;
    if (strcmp(entry->value, "no") == 0)
        return false;
    problems_add(builder->problems, PROBLEM_ERROR, file, entry->line, "value",
                 "write yes or no", "\"%s\" is \"%s\", which is neither",
                 entry->key, suggest_quoted(builder->arena, entry->value));
    mend_last(builder->problems, PROBLEM_IN_VALUE, entry->value,
              mend_word(builder->arena, entry->value, flags, 2));
    return otherwise;
}

const char **setting_append(struct arena *arena, const char **list,
                            size_t *count, const char *text)
{
    /* Full exactly when the count is a power of two. */
    if ((*count & (*count - 1)) == 0) {
        size_t room = *count ? *count * 2 : 1;
        const char **grown = arena_array(arena, room, sizeof *grown);
        if (*count)
            memcpy(grown, list, *count * sizeof *grown);
        list = grown;
    }
    list[(*count)++] = text;
    return list;
}

static const struct setting *setting_named(const struct setting *settings,
                                           size_t count, const char *key)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(settings[i].key, key) == 0)
            return &settings[i];
    }
    return NULL;
}

/* "ask.de" where "ask" is known: another edition's text, not ours to judge. */
static bool is_other_language(struct arena *arena,
                              const struct setting *settings, size_t count,
                              const char *key)
{
    const char *dot = strrchr(key, '.');
    if (!dot || !key_is_language(dot + 1))
        return false;
    char *base = arena_copy(arena, key, (size_t)(dot - key));
    return setting_named(settings, count, base) != NULL;
}

static void report_unknown(struct builder *builder, const char *file,
                           const struct section *section,
                           const struct setting *settings, size_t count,
                           const struct entry *entry)
{
    struct arena *arena = builder->arena;
    if (is_other_language(arena, settings, count, entry->key))
        return;
    const char *remedy = "leave it out";
    const char *mended = NULL;
    if (build_is_worth_a_remedy(builder)) {
        const char **names = arena_array(arena, count, sizeof *names);
        for (size_t i = 0; i < count; i++)
            names[i] = settings[i].key;
        remedy = suggest(arena, entry->key, names, count);
        mended = mend_word(arena, entry->key, names, count);
    }
    problems_add(builder->problems, PROBLEM_WARNING, file, entry->line,
                 "unknown-key", remedy, "\"%s\" is no key of a [%s] section",
                 entry->key, section->sort);
    mend_last(builder->problems, PROBLEM_IN_KEY, entry->key, mended);
}

static void *at(void *target, size_t offset)
{
    return (char *)target + offset;
}

static void apply(struct builder *builder, const char *file,
                  const struct setting *setting, const struct entry *entry,
                  void *target)
{
    switch (setting->sort) {
    case SETTING_TEXT: {
        const char **text = at(target, setting->offset);
        *text = entry->value;
        if (setting->more)
            *(int *)at(target, setting->more) = entry->line;
        break;
    }
    case SETTING_FLAG: {
        bool *flag = at(target, setting->offset);
        *flag = setting_flag(builder, file, entry, *flag);
        break;
    }
    case SETTING_LIST: {
        const char ***list = at(target, setting->offset);
        *list = setting_append(builder->arena, *list, at(target, setting->more),
                               entry->value);
        break;
    }
    case SETTING_SKIP:
        break;
    }
}

/* True if an earlier line of the section has the same key. */
static bool came_before(const struct section *section, size_t entry)
{
    for (size_t i = 0; i < entry; i++) {
        if (strcmp(section->entries[i].key, section->entries[entry].key) == 0)
            return true;
    }
    return false;
}

void setting_rows_read(struct builder *builder, const char *file,
                       const struct section *section,
                       const struct setting *settings, size_t count,
                       void *target)
{
    for (size_t i = 0; i < section->count; i++) {
        const struct entry *entry = &section->entries[i];
        const struct setting *setting =
            setting_named(settings, count, entry->key);
        bool once = setting && (setting->sort == SETTING_TEXT ||
                                setting->sort == SETTING_FLAG);
        if (!setting)
            report_unknown(builder, file, section, settings, count, entry);
        else if (!*entry->value)
            problems_add(builder->problems, PROBLEM_WARNING, file, entry->line,
                         "value",
                         "write its value behind the =, or leave it out",
                         "\"%s\" has no value", entry->key);
        else if (once && came_before(section, i))
            problems_add(builder->problems, PROBLEM_WARNING, file, entry->line,
                         "repeated-key", "keep one of the lines",
                         "\"%s\" stands here twice; the first is used",
                         entry->key);
        else
            apply(builder, file, setting, entry, target);
    }
}
