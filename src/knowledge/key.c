#include "knowledge/key.h"

#include <stdlib.h>
#include <string.h>

#include "knowledge/mend.h"
#include "knowledge/suggest.h"

static const char *const builtin_names[BUILTIN_COUNT] = {
    [BUILTIN_NONE] = "",         [BUILTIN_NAME] = "name",
    [BUILTIN_SHORT] = "short",   [BUILTIN_ALSO] = "also",
    [BUILTIN_THE] = "the",       [BUILTIN_WAS] = "was",
    [BUILTIN_SOURCE] = "source", [BUILTIN_COVERS] = "covers",
    [BUILTIN_SEAL] = "seal",     [BUILTIN_ADJECTIVE] = "adjective",
    [BUILTIN_CITY] = "city",
};

static const struct {
    const char *name;
    enum key_part part;
} parts[] = {
    {"source", PART_SOURCE},
    {"why", PART_WHY},
    {"ask", PART_ASK},
    {"note", PART_NOTE},
};

/* ISO 639-1, so that a slip in "signed.wy" is no language. */
static const char languages[] =
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce "
    "ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr "
    "fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is "
    "it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln "
    "lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv "
    "ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk "
    "sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw "
    "ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

bool key_is_language(const char *text)
{
    if (strlen(text) != 2)
        return false;
    for (const char *p = languages; *p; p += p[2] ? 3 : 2) {
        if (p[0] == text[0] && p[1] == text[1])
            return true;
    }
    return false;
}

/* The number behind "article " without zeros in front, or NULL. */
static const char *index_in(const char *text, const struct field *field)
{
    size_t length = strlen(field->name);
    if (!field->indexed || strncmp(text, field->name, length) != 0 ||
        text[length] != ' ')
        return NULL;
    const char *digits = text + length + strspn(text + length, " ");
    digits += strspn(digits, "0");
    size_t count = strspn(digits, "0123456789");
    return count >= 1 && count <= 6 && !digits[count] ? digits : NULL;
}

struct fact_slot *key_slot(struct builder *builder, const struct field *field,
                           const char *index)
{
    struct table_key at = {
        .owner = field,
        .number = index ? (uint64_t)strtoul(index, NULL, 10) + 1 : 0,
    };
    void **place = table_place(&builder->slots, at);
    if (!*place) {
        struct fact_slot *slot = arena_alloc(builder->arena, sizeof *slot);
        slot->field = field;
        slot->index = index;
        *place = slot;
    }
    return *place;
}

/* Fills in what `text`, without its suffixes, names; false: nothing known. */
static bool name_base(struct builder *builder, const struct kind *kind,
                      const char *text, struct key *key)
{
    for (int i = 1; i < BUILTIN_COUNT; i++) {
        if (strcmp(text, builtin_names[i]) == 0)
            key->builtin = (enum builtin)i;
    }
    const struct field *field = kind_field(kind, text);
    if (field && !field->indexed)
        key->slot = key_slot(builder, field, NULL);
    for (size_t i = 0; i < kind->field_count && !key->slot; i++) {
        const char *index = index_in(text, kind->fields[i]);
        if (index)
            key->slot = key_slot(builder, kind->fields[i], index);
    }
    return key->builtin || key->slot;
}

/* Cuts the last ".suffix" off a copy; NULL if there is none. */
static const char *cut_suffix(char *text)
{
    char *dot = strrchr(text, '.');
    if (!dot)
        return NULL;
    *dot = '\0';
    return dot + 1;
}

static bool part_of(const char *suffix, enum key_part *part)
{
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (strcmp(suffix, parts[i].name) == 0) {
            *part = parts[i].part;
            return true;
        }
    }
    return false;
}

/* Base, then at most one part, then at most one language. */
static bool read_suffixed(struct builder *builder, const struct kind *kind,
                          const char *text, struct key *key)
{
    struct arena *arena = builder->arena;
    char *base = arena_text(arena, text);
    const char *suffix = cut_suffix(base);
    if (!suffix)
        return false;
    if (key_is_language(suffix)) {
        key->language = suffix;
        key->translated = true;
        if (name_base(builder, kind, arena_text(arena, base), key))
            return true;
        suffix = cut_suffix(base);
    }
    return suffix && part_of(suffix, &key->part) &&
           name_base(builder, kind, base, key);
}

static struct key *read_key(struct builder *builder, const struct kind *kind,
                            const char *text)
{
    struct key *key = arena_alloc(builder->arena, sizeof *key);
    if (!name_base(builder, kind, text, key)) {
        if (!read_suffixed(builder, kind, text, key))
            *key = (struct key){0};
        return key;
    }
    /* "name.ja" may be declared as a field; it is still the name in ja. */
    struct key named = {0};
    if (!key->builtin && read_suffixed(builder, kind, text, &named) &&
        named.part == PART_VALUE) {
        key->builtin = named.builtin;
        key->language = named.language;
    }
    return key;
}

static const struct key *key_of(struct builder *builder,
                                const struct kind *kind, const char *text)
{
    struct table_key at = {.owner = kind, .text = text};
    const struct key *known = table_find(&builder->keys, at);
    if (known)
        return known;
    struct key *key = read_key(builder, kind, text);
    *table_place(&builder->keys, at) = key;
    return key;
}

/*
 * Most sections have the keys of the section before in the same order, so each
 * is compared with that one before it is looked up.
 */
const struct key **build_keys_of(struct builder *builder,
                                 const struct kind *kind,
                                 const struct section *section)
{
    const struct draft *last = builder->draft_count
                                   ? &builder->drafts[builder->draft_count - 1]
                                   : NULL;
    bool alike = last && last->subject && last->subject->kind == kind;
    const struct key **keys =
        arena_array(builder->arena, section->count, sizeof *keys);
    for (size_t i = 0; i < section->count; i++) {
        const char *text = section->entries[i].key;
        bool same = alike && i < last->subject->section->count &&
                    strcmp(last->subject->section->entries[i].key, text) == 0;
        keys[i] = same ? last->keys[i] : key_of(builder, kind, text);
    }
    return keys;
}

size_t key_names(struct arena *arena, const struct kind *kind,
                 const char *const **names)
{
    const char **list =
        arena_array(arena, kind->field_count + BUILTIN_COUNT, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *field = kind->fields[i];
        list[count++] = field->indexed
                            ? arena_printf(arena, "%s 1", field->name)
                            : field->name;
    }
    for (int i = 1; i < BUILTIN_COUNT; i++)
        list[count++] = builtin_names[i];
    *names = list;
    return count;
}

const char *key_mended(struct arena *arena, const struct kind *kind,
                       const char *text)
{
    enum key_part part;
    const char **names =
        arena_array(arena, kind->field_count + BUILTIN_COUNT, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < kind->field_count; i++)
        if (!kind->fields[i]->indexed) /* its number could be any */
            names[count++] = kind->fields[i]->name;
    for (int i = 1; i < BUILTIN_COUNT; i++)
        names[count++] = builtin_names[i];
    char *base = arena_text(arena, text);
    const char *suffix = cut_suffix(base);
    bool suffixed = suffix && part_of(suffix, &part);
    const char *near = mend_word(arena, suffixed ? base : text, names, count);
    return near && suffixed ? arena_printf(arena, "%s.%s", near, suffix) : near;
}

const char *key_remedy(struct builder *builder, const struct kind *kind,
                       const char *text)
{
    if (!build_is_worth_a_remedy(builder))
        return "see the fields of its kind";
    struct arena *arena = builder->arena;
    const char *const *names;
    size_t count = key_names(arena, kind, &names);
    char *base = arena_text(arena, text);
    const char *suffix = cut_suffix(base);
    enum key_part part;
    bool suffixed = suffix && part_of(suffix, &part);
    const char *near =
        suggest_nearest(arena, suffixed ? base : text, names, count);
    if (near && suffixed)
        return arena_printf(arena, "write \"%s.%s\"", near, suffix);
    if (near)
        return arena_printf(arena, "write \"%s\"", near);
    return suggest(arena, text, names, count);
}
