#include "knowledge/knowledge.h"

#include <string.h>

#include "knowledge/build.h"
#include "knowledge/mend.h"
#include "knowledge/suggest.h"

bool build_is_worth_a_remedy(const struct builder *builder)
{
    return builder->problems->count < SUGGESTIONS_MAX;
}

void build_problem(struct builder *builder, const char *file, int line,
                   const char *rule, const struct error *err)
{
    char *message = arena_text(builder->arena, err->text);
    char *remedy = NULL;
    for (char *p = strstr(message, "; "); p; p = strstr(p + 2, "; "))
        remedy = p;
    if (remedy) {
        *remedy = '\0';
        remedy += 2;
    }
    problems_add(builder->problems, PROBLEM_ERROR, file, line, rule,
                 remedy ? remedy : "correct or leave out the line", "%s",
                 message);
}

static const char *near_key(struct builder *builder, const struct table *table,
                            const char *id)
{
    if (!build_is_worth_a_remedy(builder))
        return "correct the word";
    const char **ids = arena_array(builder->arena, table->count, sizeof *ids);
    for (size_t i = 0; i < table->count; i++)
        ids[i] = table->entries[i].text;
    return suggest(builder->arena, id, ids, table->count);
}

const char *build_near_subject(struct builder *builder, const char *id)
{
    return near_key(builder, &builder->knowledge->index->subjects, id);
}

const char *build_near_kind(struct builder *builder, const char *id)
{
    return near_key(builder, &builder->knowledge->index->kinds, id);
}

void build_each_section(struct builder *builder, const char *sort,
                        void read(struct builder *, const struct source *,
                                  const struct section *))
{
    for (size_t i = 0; i < builder->source_count; i++) {
        const struct source *source = &builder->sources[i];
        for (size_t k = 0; k < source->count; k++) {
            if (strcmp(source->sections[k].sort, sort) == 0)
                read(builder, source, &source->sections[k]);
        }
    }
}

static size_t count_sections(const struct source *sources, size_t count,
                             size_t *cards)
{
    size_t sections = 0;
    for (size_t i = 0; i < count; i++) {
        sections += sources[i].count;
        for (size_t k = 0; k < sources[i].count; k++)
            *cards += strcmp(sources[i].sections[k].sort, "card") == 0;
    }
    return sections;
}

static void init_tables(struct builder *builder)
{
    struct arena *arena = builder->arena;
    struct knowledge_index *index = builder->knowledge->index;
    size_t cards = 0;
    size_t sections =
        count_sections(builder->sources, builder->source_count, &cards);
    table_init(&index->kinds, arena, 0);
    table_init(&index->subjects, arena, sections - cards);
    table_init(&index->cards, arena, cards);
    table_init(&index->parties, arena, 0);
    table_init(&index->was, arena, 0);
    table_init(&builder->keys, arena, 0);
    table_init(&builder->ids, arena, 0);
    table_init(&builder->slots, arena, 0);
    builder->before = arena_array(arena, VALUES_KEPT, sizeof *builder->before);
    builder->drafts = arena_array(arena, sections, sizeof *builder->drafts);
    builder->draft_capacity = sections;
    builder->knowledge->cards =
        arena_array(arena, cards, sizeof *builder->knowledge->cards);
    builder->card_capacity = cards;
}

struct knowledge *knowledge_build(struct arena *arena,
                                  const struct source *sources, size_t count,
                                  struct problems *problems)
{
    struct knowledge *knowledge = arena_alloc(arena, sizeof *knowledge);
    knowledge->arena = arena;
    knowledge->index = arena_alloc(arena, sizeof *knowledge->index);
    struct builder builder = {
        .arena = arena,
        .knowledge = knowledge,
        .problems = problems,
        .sources = sources,
        .source_count = count,
    };
    init_tables(&builder);
    build_kinds(&builder);
    build_fields(&builder);
    build_decks(&builder);
    build_subjects(&builder);
    build_homes(&builder);
    build_was(&builder);
    build_facts(&builder);
    index_fill(knowledge);
    build_items(&builder);
    mend_lines(&builder);
    return knowledge;
}

const struct subject *knowledge_subject(const struct knowledge *knowledge,
                                        const char *id)
{
    return table_find(&knowledge->index->subjects, table_text(id));
}

const struct kind *knowledge_kind(const struct knowledge *knowledge,
                                  const char *id)
{
    return table_find(&knowledge->index->kinds, table_text(id));
}

const struct subject *knowledge_party(const struct knowledge *knowledge,
                                      const char *name)
{
    const char *folded = text_fold(knowledge->arena, name);
    return table_find(&knowledge->index->parties, table_text(folded));
}

/* Only what stands before the first slash was renamed. */
const char *knowledge_current_id(const struct knowledge *knowledge,
                                 const char *id)
{
    const struct table *was = &knowledge->index->was;
    if (was->count == 0)
        return id;
    size_t length = strcspn(id, "/");
    char head[SOURCE_ID_MAX + 1];
    if (length >= sizeof head)
        return id;
    memcpy(head, id, length);
    head[length] = '\0';
    const char *now = table_find(was, table_text(head));
    if (!now)
        return id;
    return id[length] ? arena_printf(knowledge->arena, "%s%s", now, id + length)
                      : now;
}

const struct item *knowledge_item(const struct knowledge *knowledge,
                                  const char *id)
{
    const struct item *item = index_item_of(knowledge, id);
    if (item)
        return item;
    return index_item_of(knowledge, knowledge_current_id(knowledge, id));
}

const struct fact *subject_fact(const struct subject *subject,
                                const char *field, const char *index)
{
    for (size_t i = 0; i < subject->fact_count; i++) {
        const struct fact *fact = subject->facts[i];
        if (strcmp(fact->field->name, field) != 0 || !fact->index != !index)
            continue;
        if (!index || strcmp(fact->index, index) == 0)
            return fact;
    }
    return NULL;
}
