#include <string.h>

#include "knowledge/build.h"
#include "knowledge/key.h"
#include "knowledge/setting.h"
#include "knowledge/mend.h"
#include "knowledge/suggest.h"

/* What the built-in keys of a section say. */
struct names {
    const char *name;
    const char *short_name;
    const char *name_ja;
};

bool build_take_id(struct builder *builder, const struct source *source,
                   const struct section *section)
{
    size_t good = strspn(section->id, "abcdefghijklmnopqrstuvwxyz"
                                      "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                      "0123456789-.");
    if (good == 0 || section->id[good] || good > SOURCE_ID_MAX) {
        problems_add(builder->problems, PROBLEM_ERROR, source->file,
                     section->line, "id",
                     "write letters, digits, - and . only: [treaty us-1960]",
                     "[%s %s] cannot be kept: \"%s\" is no id", section->sort,
                     section->id, section->id);
        return false;
    }
    struct place first;
    if (build_place_of(builder, section->id, &first)) {
        problems_add(builder->problems, PROBLEM_ERROR, source->file,
                     section->line, "duplicate-id",
                     "give one of the two another id",
                     "\"%s\" is the id of %s:%d already; that one is used",
                     section->id, first.file, first.line);
        return false;
    }
    return true;
}

void build_keep_id(struct builder *builder, const struct source *source,
                   const struct section *section)
{
    struct place *place = arena_alloc(builder->arena, sizeof *place);
    *place = (struct place){source->file, section->line};
    *table_place(&builder->ids, table_text(section->id)) = place;
}

bool build_place_of(const struct builder *builder, const char *id,
                    struct place *place)
{
    const struct knowledge_index *index = builder->knowledge->index;
    struct table_key key = table_text(id);
    const struct subject *subject = table_find(&index->subjects, key);
    const struct card *card = subject ? NULL : table_find(&index->cards, key);
    const struct place *kept = table_find(&builder->ids, key);
    if (subject)
        *place = (struct place){subject->file, subject->line};
    else if (card)
        *place = (struct place){card->file, card->line};
    else if (kept)
        *place = *kept;
    return subject || card || kept;
}

struct draft *build_draft(struct builder *builder)
{
    builder->drafts =
        arena_grow(builder->arena, builder->drafts, builder->draft_count,
                   builder->draft_count + 1, &builder->draft_capacity,
                   sizeof *builder->drafts);
    return &builder->drafts[builder->draft_count++];
}

/* A text that is given once: the first stands. */
static void set_once(struct builder *builder, const char *file,
                     const struct entry *entry, const char **text)
{
    if (*text)
        problems_add(builder->problems, PROBLEM_WARNING, file, entry->line,
                     "repeated-key", "keep one of the lines",
                     "\"%s\" stands here twice; the first is used", entry->key);
    else
        *text = entry->value;
}

static void read_builtin(struct builder *builder, struct subject *subject,
                         struct names *names, const struct key *key,
                         const struct entry *entry)
{
    const char *file = subject->file;
    if (key->language) {
        if (key->builtin == BUILTIN_NAME && strcmp(key->language, "ja") == 0)
            set_once(builder, file, entry, &names->name_ja);
        return;
    }
    switch (key->builtin) {
    case BUILTIN_NAME:
        set_once(builder, file, entry, &names->name);
        break;
    case BUILTIN_SHORT:
        set_once(builder, file, entry, &names->short_name);
        break;
    case BUILTIN_ALSO:
        subject->also = setting_append(builder->arena, subject->also,
                                       &subject->also_count, entry->value);
        break;
    case BUILTIN_THE:
        subject->takes_the =
            setting_flag(builder, file, entry, subject->takes_the);
        break;
    case BUILTIN_SOURCE:
        set_once(builder, file, entry, &subject->source);
        break;
    case BUILTIN_COVERS:
        subject->covers = setting_append(builder->arena, subject->covers,
                                         &subject->cover_count, entry->value);
        break;
    case BUILTIN_SEAL:
        set_once(builder, file, entry, &subject->seal);
        break;
    case BUILTIN_ADJECTIVE:
        subject->adjectives =
            setting_append(builder->arena, subject->adjectives,
                           &subject->adjective_count, entry->value);
        break;
    case BUILTIN_CITY:
        subject->cities = setting_append(builder->arena, subject->cities,
                                         &subject->city_count, entry->value);
        break;
    default: /* `was` waits until every id is known */
        break;
    }
}

/* The name and the title, which an id stands in for when they are missing. */
static void set_names(struct builder *builder, struct subject *subject,
                      const struct names *names)
{
    if (!names->name)
        problems_add(builder->problems, PROBLEM_ERROR, subject->file,
                     subject->line, "name", "add a line such as `name = ...`",
                     "\"%s\" has no name; its id stands in", subject->id);
    subject->name = names->name ? names->name : subject->id;
    subject->name_ja = names->name_ja;
    bool is_short =
        names->short_name && strcmp(subject->kind->title, "short") == 0;
    subject->title = is_short ? names->short_name : subject->name;
    const char *other = is_short ? NULL : names->short_name;
    if (other)
        subject->also = setting_append(builder->arena, subject->also,
                                       &subject->also_count, other);
}

/* The line where the name is written. */
static int name_line(const struct subject *subject, const char *name)
{
    const struct section *section = subject->section;
    for (size_t i = 0; i < section->count; i++) {
        if (section->entries[i].value == name)
            return section->entries[i].line;
    }
    return subject->line;
}

static void take_name(struct builder *builder, struct subject *subject,
                      const char *name, bool silently)
{
    struct arena *arena = builder->arena;
    struct table *parties = &builder->knowledge->index->parties;
    const char *folded = text_fold(arena, name);
    void **any = table_place(parties, table_text(folded));
    if (!*any)
        *any = subject;
    struct table_key key = {.owner = subject->kind, .text = folded};
    void **place = table_place(parties, key);
    const struct subject *first = *place;
    if (!first)
        *place = subject;
    if (!first || first == subject || silently)
        return;
    problems_add(builder->problems, PROBLEM_ERROR, subject->file,
                 name_line(subject, name), "duplicate-name",
                 "take the name out of one of the two",
                 "\"%s\" is a name of \"%s\" in %s:%d already; that one is "
                 "used",
                 suggest_quoted(arena, name), first->id, first->file,
                 first->line);
}

/* Other decks may call an entity by any of its names. */
static void declare_entity(struct builder *builder, struct subject *subject)
{
    struct arena *arena = builder->arena;
    struct text_words *names =
        arena_array(arena, subject->also_count + 2, sizeof *names);
    size_t count = 0;
    names[count++] = text_words(arena, subject->name);
    take_name(builder, subject, subject->name, false);
    if (strcmp(subject->title, subject->name) != 0) {
        names[count++] = text_words(arena, subject->title);
        take_name(builder, subject, subject->title, false);
    }
    for (size_t i = 0; i < subject->also_count; i++) {
        names[count++] = text_words(arena, subject->also[i]);
        take_name(builder, subject, subject->also[i], false);
    }
    take_name(builder, subject, subject->id, true);
    subject->names = names;
    subject->name_count = count;
}

static void read_names(struct builder *builder, struct subject *subject,
                       const struct section *section,
                       const struct key *const *keys)
{
    struct names names = {0};
    for (size_t i = 0; i < section->count; i++) {
        const struct entry *entry = &section->entries[i];
        if (keys[i]->builtin && keys[i]->part == PART_VALUE && *entry->value)
            read_builtin(builder, subject, &names, keys[i], entry);
    }
    set_names(builder, subject, &names);
}

static void read_subject(struct builder *builder, const struct source *source,
                         const struct section *section, const struct kind *kind,
                         struct deck *deck)
{
    if (!build_take_id(builder, source, section))
        return;
    struct knowledge *knowledge = builder->knowledge;
    struct subject *subject = arena_alloc(builder->arena, sizeof *subject);
    subject->id = section->id;
    subject->kind = kind;
    subject->deck = deck;
    subject->takes_the = kind->takes_the;
    subject->file = source->file;
    subject->line = section->line;
    subject->section = section;
    const struct key **keys = build_keys_of(builder, kind, section);
    read_names(builder, subject, section, keys);
    if (kind->entity)
        declare_entity(builder, subject);
    knowledge->subjects =
        arena_grow(builder->arena, knowledge->subjects,
                   knowledge->subject_count, knowledge->subject_count + 1,
                   &builder->subject_capacity, sizeof *knowledge->subjects);
    knowledge->subjects[knowledge->subject_count++] = subject;
    *table_place(&knowledge->index->subjects, table_text(subject->id)) =
        subject;
    struct draft *draft = build_draft(builder);
    draft->subject = subject;
    draft->keys = keys;
}

static bool is_read_elsewhere(const char *sort)
{
    return strcmp(sort, "deck") == 0 || strcmp(sort, "kind") == 0 ||
           strcmp(sort, "field") == 0;
}

/* The sorts that a section may be of; returns how many. */
static size_t sorts(struct builder *builder, const char *const **list)
{
    const struct knowledge *knowledge = builder->knowledge;
    const char **names =
        arena_array(builder->arena, knowledge->kind_count + 2, sizeof *names);
    size_t count = 0;
    names[count++] = "deck";
    names[count++] = "card";
    for (size_t i = 0; i < knowledge->kind_count; i++)
        names[count++] = knowledge->kinds[i]->id;
    *list = names;
    return count;
}

static const char *sort_remedy(struct builder *builder, const char *sort)
{
    const char *const *names;
    if (!build_is_worth_a_remedy(builder))
        return "declare it with [kind NAME], or correct the word";
    size_t count = sorts(builder, &names);
    return arena_printf(builder->arena, "%s, or declare [kind %s]",
                        suggest(builder->arena, sort, names, count), sort);
}

static void unknown_sort(struct builder *builder, const struct source *source,
                         const struct section *section)
{
    const char *const *names;
    problems_add(builder->problems, PROBLEM_ERROR, source->file, section->line,
                 "unknown-sort", sort_remedy(builder, section->sort),
                 "nothing is known of the kind \"%s\"; "
                 "the section is left out",
                 section->sort);
    if (!build_is_worth_a_remedy(builder))
        return;
    size_t count = sorts(builder, &names);
    const char *mended = mend_word(builder->arena, section->sort, names, count);
    if (mended)
        mend_last(builder->problems, PROBLEM_AT_START,
                  arena_printf(builder->arena, "[%s", section->sort),
                  arena_printf(builder->arena, "[%s", mended));
}

static void read_section(struct builder *builder, const struct source *source,
                         const struct section *section, struct deck *deck)
{
    if (is_read_elsewhere(section->sort))
        return;
    if (strcmp(section->sort, "card") == 0) {
        build_card(builder, source, section, deck);
        return;
    }
    const struct kind *kind = table_find(&builder->knowledge->index->kinds,
                                         table_text(section->sort));
    if (kind)
        read_subject(builder, source, section, kind, deck);
    else
        unknown_sort(builder, source, section);
}

void build_subjects(struct builder *builder)
{
    for (size_t i = 0; i < builder->source_count; i++) {
        const struct source *source = &builder->sources[i];
        for (size_t k = 0; k < source->count; k++)
            read_section(builder, source, &source->sections[k],
                         builder->deck_of[i]);
    }
}
