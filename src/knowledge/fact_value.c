/* One value of a fact: read by its type, then found among what has a name. */
#include <string.h>

#include "base/random.h"
#include "knowledge/build.h"
#include "knowledge/suggest.h"
#include "knowledge/value.h"

static void refer_to_party(struct builder *builder, const struct field *field,
                           struct value *value)
{
    const struct knowledge *knowledge = builder->knowledge;
    struct table_key key = {.text = value->folded};
    if (field->of)
        key.owner = knowledge_kind(knowledge, field->of);
    value->refers = table_find(&knowledge->index->parties, key);
    if (value->refers && strcmp(value->refers->title, value->text) != 0)
        value_show(builder->arena, value, value->refers->title);
}

static bool refer_to_subject(struct builder *builder, const struct fact *fact,
                             struct value *value, struct error *err)
{
    const struct knowledge *knowledge = builder->knowledge;
    const char *now = knowledge_current_id(knowledge, value->text);
    const struct subject *subject = knowledge_subject(knowledge, now);
    const char *kind = fact->field->of;
    if (!subject)
        return error_set(err, "there is no subject \"%s\"; %s",
                         suggest_quoted(builder->arena, value->text),
                         build_near_subject(builder, value->text));
    if (subject == fact->subject)
        return error_set(err, "\"%s\" names itself; write the id of another",
                         value->text);
    if (kind && strcmp(subject->kind->id, kind) != 0)
        return error_set(err,
                         "\"%s\" is of the kind \"%s\"; write the id of "
                         "one of the kind \"%s\"",
                         value->text, subject->kind->id, kind);
    value->refers = subject;
    value_show(builder->arena, value, subject->title);
    return true;
}

/* By its length and its last eight bytes, in which values differ most. */
static struct value_read_before *read_before(struct builder *builder,
                                             const struct field *field,
                                             const char *text)
{
    size_t length = strlen(text);
    uint64_t end = 0;
    size_t taken = length < sizeof end ? length : sizeof end;
    memcpy(&end, text + length - taken, taken);
    uint64_t hash = hash_number((uint64_t)(uintptr_t)field + length, end);
    return &builder->before[hash % VALUES_KEPT];
}

bool build_value(struct builder *builder, const struct fact *fact,
                 const struct entry *entry, struct value *value,
                 struct error *err)
{
    const struct field *field = fact->field;
    if (field->type == TYPE_SUBJECT)
        return value_read(builder->arena, field, entry->value, entry->line,
                          value, err) &&
               refer_to_subject(builder, fact, value, err);
    struct value_read_before *before =
        read_before(builder, field, entry->value);
    if (before->field == field && !strcmp(before->value.text, entry->value)) {
        *value = before->value;
        value->line = entry->line;
        return true;
    }
    if (!value_read(builder->arena, field, entry->value, entry->line, value,
                    err))
        return false;
    if (field->type == TYPE_PARTY)
        refer_to_party(builder, field, value);
    *before = (struct value_read_before){field, *value};
    return true;
}
