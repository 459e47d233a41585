#include <string.h>

#include "base/random.h"
#include "knowledge/build.h"
#include "knowledge/key.h"
#include "knowledge/mend.h"
#include "knowledge/suggest.h"
#include "knowledge/value.h"

/* Repeated values are looked for among this many; no fact has more by hand. */
enum { VALUES_COMPARED_MAX = 64 };

/* A fact that is being read. One value that is not understood spoils it:
 * what is left would pass for the whole truth. */
struct fact_draft {
    struct fact fact;
    bool spoilt;
};

/* The draft's fact in that slot, or NULL. */
static struct fact_draft *fact_in(const struct draft *draft,
                                  const struct fact_slot *slot)
{
    return slot->subject == draft->subject ? slot->fact : NULL;
}

/* The draft's fact of a field without an index, or NULL. */
static struct fact_draft *fact_of(struct builder *builder,
                                  const struct draft *draft,
                                  const struct field *field)
{
    return fact_in(draft, key_slot(builder, field, NULL));
}

/* "us-1960/article/5". */
static const char *fact_id(struct arena *arena, const struct fact *fact)
{
    size_t subject = strlen(fact->subject->id);
    size_t slug = strlen(fact->field->slug);
    size_t index = fact->index ? strlen(fact->index) + 1 : 0;
    char *id = arena_chars(arena, subject + 1 + slug + index + 1);
    memcpy(id, fact->subject->id, subject);
    id[subject] = '/';
    memcpy(id + subject + 1, fact->field->slug, slug);
    if (index) {
        id[subject + 1 + slug] = '/';
        memcpy(id + subject + 1 + slug + 1, fact->index, index - 1);
    }
    return id;
}

/* The draft's fact in that slot, made if it is new. */
static struct fact_draft *take_fact(struct builder *builder,
                                    const struct draft *draft,
                                    struct fact_slot *slot, int line)
{
    if (slot->subject == draft->subject)
        return slot->fact;
    struct knowledge *knowledge = builder->knowledge;
    struct fact_draft *made = arena_alloc(builder->arena, sizeof *made);
    slot->subject = draft->subject;
    slot->fact = made;
    made->fact.subject = draft->subject;
    made->fact.field = slot->field;
    made->fact.index = slot->index;
    made->fact.id = fact_id(builder->arena, &made->fact);
    made->fact.hash = hash_text(0, made->fact.id);
    made->fact.file = draft->subject->file;
    made->fact.line = line;
    knowledge->facts =
        arena_grow(builder->arena, knowledge->facts, knowledge->fact_count,
                   knowledge->fact_count + 1, &builder->fact_capacity,
                   sizeof *knowledge->facts);
    knowledge->facts[knowledge->fact_count++] = &made->fact;
    return made;
}

/* Room for one more value at the end; most facts have just one. */
static struct value *next_value(struct arena *arena, struct fact *fact)
{
    size_t count = fact->value_count;
    if ((count & (count - 1)) == 0) {
        size_t room = count ? count * 2 : 1;
        struct value *grown = arena_array(arena, room, sizeof *grown);
        if (count)
            memcpy(grown, fact->values, count * sizeof *grown);
        fact->values = grown;
    }
    return &fact->values[count];
}

static bool is_repeated(const struct fact *fact, const struct value *value)
{
    for (size_t i = 0; i < fact->value_count && i < VALUES_COMPARED_MAX; i++) {
        if (strcmp(fact->values[i].folded, value->folded) == 0)
            return true;
    }
    return false;
}

static void add_value(struct builder *builder, struct fact_draft *draft,
                      const struct entry *entry)
{
    struct fact *fact = &draft->fact;
    struct error err;
    struct value *value = next_value(builder->arena, fact);
    if (!build_value(builder, fact, entry, value, &err)) {
        draft->spoilt = true;
        build_problem(builder, fact->file, entry->line,
                      value_type_name(fact->field->type), &err);
        mend_value(builder->problems, fact->field, entry);
    } else if (is_repeated(fact, value)) {
        problems_add(builder->problems, PROBLEM_WARNING, fact->file,
                     entry->line, "repeated-value", "keep one of the lines",
                     "\"%s\" has this value already", entry->key);
    } else {
        fact->value_count++;
        builder->knowledge->index->value_count++;
    }
}

/* A line that states a value. */
static void read_line(struct builder *builder, const struct draft *draft,
                      const struct key *key, const struct entry *entry)
{
    const struct field *field = key->slot->field;
    struct problems *problems = builder->problems;
    if (!*entry->value) {
        problems_add(problems, PROBLEM_WARNING, draft->subject->file,
                     entry->line, "value",
                     "write its value behind the =, or leave it out",
                     "\"%s\" has no value", entry->key);
        return;
    }
    if (field->derived) {
        problems_add(problems, PROBLEM_ERROR, draft->subject->file, entry->line,
                     "derived", "leave the line out",
                     "\"%s\" is worked out from \"%s\" and cannot be stated",
                     entry->key, field->derived);
        return;
    }
    struct fact_draft *fact = take_fact(builder, draft, key->slot, entry->line);
    if (fact->fact.value_count > 0 && !field->many)
        problems_add(problems, PROBLEM_ERROR, draft->subject->file, entry->line,
                     "repeated-key", "keep one of the lines",
                     "\"%s\" can have one value only; the first is used",
                     entry->key);
    else
        add_value(builder, fact, entry);
}

static void unknown_key(struct builder *builder, const struct subject *subject,
                        const struct entry *entry)
{
    problems_add(builder->problems, PROBLEM_WARNING, subject->file, entry->line,
                 "unknown-key", key_remedy(builder, subject->kind, entry->key),
                 "\"%s\" is no field of the kind \"%s\"", entry->key,
                 subject->kind->id);
    if (build_is_worth_a_remedy(builder))
        mend_key(builder->problems, subject->kind, subject->section, entry);
}

static void read_values(struct builder *builder, const struct draft *draft)
{
    const struct section *section = draft->subject->section;
    for (size_t i = 0; i < section->count; i++) {
        const struct entry *entry = &section->entries[i];
        const struct key *key = draft->keys[i];
        if (!key->builtin && !key->slot)
            unknown_key(builder, draft->subject, entry);
        else if (key->slot && key->part == PART_VALUE && !key->translated)
            read_line(builder, draft, key, entry);
    }
}

static bool is_home(const struct deck *deck, const struct value *value,
                    const char *folded_home)
{
    if (deck->home_party)
        return value->refers == deck->home_party;
    return strcmp(value->folded, folded_home) == 0;
}

/* The partner is who is party beside the deck's home; where the home is no
 * party there is no partner. */
static void derive(struct builder *builder, const struct draft *draft,
                   const struct field *field)
{
    const struct field *base = kind_field(field->kind, field->derived);
    const struct fact_draft *from = fact_of(builder, draft, base);
    if (!from || from->spoilt || !draft->subject->deck ||
        !draft->subject->deck->home)
        return;
    const char *home =
        draft->subject->deck->home_party
            ? NULL
            : text_fold(builder->arena, draft->subject->deck->home);
    size_t others = 0;
    for (size_t i = 0; i < from->fact.value_count; i++)
        others += !is_home(draft->subject->deck, &from->fact.values[i], home);
    if (others == 0 || others == from->fact.value_count)
        return;
    struct fact *fact =
        &take_fact(builder, draft, key_slot(builder, field, NULL),
                   from->fact.line)
             ->fact;
    fact->values = arena_array(builder->arena, others, sizeof *fact->values);
    for (size_t i = 0; i < from->fact.value_count; i++) {
        if (!is_home(draft->subject->deck, &from->fact.values[i], home))
            fact->values[fact->value_count++] = from->fact.values[i];
    }
}

/* Lines that say more about a fact. */
static void read_remark(struct builder *builder, const struct draft *draft,
                        const struct key *key, const struct entry *entry)
{
    struct fact_draft *about = fact_in(draft, key->slot);
    if (!about) {
        problems_add(builder->problems, PROBLEM_WARNING, draft->subject->file,
                     entry->line, "remark",
                     "state the value too, or leave the line out",
                     "\"%s\" is about a value that is not stated", entry->key);
        return;
    }
    struct fact *fact = &about->fact;
    if (key->translated || !*entry->value)
        return;
    if (key->part == PART_ASK)
        fact->ask_line = entry->line;
    if (key->part == PART_SOURCE)
        fact->source = entry->value;
    else if (key->part == PART_WHY)
        fact->why = entry->value;
    else if (key->part == PART_ASK)
        fact->ask = entry->value;
    else
        fact->note = entry->value;
}

static void read_remarks(struct builder *builder, const struct draft *draft)
{
    const struct section *section = draft->subject->section;
    for (size_t i = 0; i < section->count; i++) {
        const struct entry *entry = &section->entries[i];
        const struct key *key = draft->keys[i];
        if (key->slot && key->part != PART_VALUE)
            read_remark(builder, draft, key, entry);
    }
}

/* What a fact does not say itself: a derived one has its base's remarks, any
 * one its subject's source. */
static void fill_remarks(struct builder *builder, const struct draft *draft,
                         struct fact *fact)
{
    const struct field *field = fact->field;
    if (field->derived) {
        const struct field *base = kind_field(field->kind, field->derived);
        const struct fact_draft *from = fact_of(builder, draft, base);
        if (from && !fact->source)
            fact->source = from->fact.source;
        if (from && !fact->why)
            fact->why = from->fact.why;
    }
    if (!fact->source)
        fact->source = draft->subject->source;
}

/* Drops what is spoilt and gives the subject its facts. */
static void settle(struct builder *builder, const struct draft *draft,
                   size_t first)
{
    struct knowledge *knowledge = builder->knowledge;
    size_t kept = first;
    for (size_t i = first; i < knowledge->fact_count; i++) {
        struct fact_draft *made = (struct fact_draft *)knowledge->facts[i];
        if (made->spoilt || made->fact.value_count == 0)
            continue;
        fill_remarks(builder, draft, &made->fact);
        knowledge->facts[kept++] = &made->fact;
    }
    knowledge->fact_count = kept;
    struct subject *subject = draft->subject;
    subject->fact_count = kept - first;
    subject->facts = arena_array(builder->arena, subject->fact_count,
                                 sizeof *subject->facts);
    for (size_t i = first; i < kept; i++)
        subject->facts[i - first] = knowledge->facts[i];
}

void build_facts(struct builder *builder)
{
    for (size_t i = 0; i < builder->draft_count; i++) {
        const struct draft *draft = &builder->drafts[i];
        if (!draft->subject)
            continue;
        size_t first = builder->knowledge->fact_count;
        read_values(builder, draft);
        const struct kind *kind = draft->subject->kind;
        for (size_t k = 0; k < kind->field_count; k++) {
            if (kind->fields[k]->derived)
                derive(builder, draft, kind->fields[k]);
        }
        read_remarks(builder, draft);
        settle(builder, draft, first);
    }
}
