#include <string.h>

#include "knowledge/build.h"
#include "knowledge/value.h"

static bool is_asked(const struct fact *fact)
{
    return fact->ask || fact->field->ask.text;
}

/* True if a subject other than the fact's own may have the date in other
 * words: a month stands for any of its days, and an approximate date reaches
 * into the next year. */
static bool date_is_elsewhere(const struct knowledge *knowledge,
                              const struct fact *fact,
                              const struct value *value)
{
    for (int year = value->date.year - 1; year <= value->date.year + 1;
         year++) {
        size_t count;
        const struct fact *const *facts =
            index_near_dates(knowledge, fact->field, value->date, year, &count);
        for (size_t i = 0; i < count; i++) {
            if (facts[i]->subject != fact->subject &&
                !value_is_false_of(value, facts[i]))
                return true;
        }
    }
    return false;
}

static bool is_elsewhere(const struct knowledge *knowledge,
                         const struct fact *fact, const struct value *value)
{
    size_t count;
    const struct fact *const *facts = knowledge_having(
        knowledge, fact->field, fact->index, value->folded, &count);
    for (size_t i = 0; i < count; i++) {
        if (facts[i]->subject != fact->subject)
            return true;
    }
    return fact->field->type == TYPE_DATE &&
           date_is_elsewhere(knowledge, fact, value);
}

/* The way back needs a template and values that lead to this subject alone. */
static bool is_asked_back(const struct knowledge *knowledge,
                          const struct fact *fact)
{
    if (!fact->field->back.text)
        return false;
    for (size_t i = 0; i < fact->value_count; i++) {
        if (is_elsewhere(knowledge, fact, &fact->values[i]))
            return false;
    }
    return true;
}

/* A deck's counts are made with its items. */
static struct deck *deck_of(const struct draft *draft)
{
    return (struct deck *)(draft->subject ? draft->subject->deck
                                          : draft->card->deck);
}

static void add_item(struct builder *builder, const struct draft *draft,
                     struct item item)
{
    struct knowledge *knowledge = builder->knowledge;
    item.deck = deck_of(draft);
    struct item *added = &knowledge->items[knowledge->item_count++];
    *added = item;
    if (item.fact)
        index_item(knowledge, added);
    deck_of(draft)->item_count++;
}

static void add_fact(struct builder *builder, const struct draft *draft,
                     const struct fact *fact)
{
    struct item item = {.id = fact->id, .subject = fact->subject, .fact = fact};
    if (is_asked(fact))
        add_item(builder, draft, item);
    if (!is_asked_back(builder->knowledge, fact))
        return;
    size_t length = strlen(fact->id);
    char *id = arena_chars(builder->arena, length + sizeof "/back");
    memcpy(id, fact->id, length);
    memcpy(id + length, "/back", sizeof "/back");
    item.id = id;
    item.back = true;
    add_item(builder, draft, item);
}

/* What a subject is called is no fact of the count. */
static bool is_counted(const struct field *field)
{
    return !field->derived && strcmp(field->name, "name") != 0 &&
           strncmp(field->name, "name.", 5) != 0 &&
           strcmp(field->name, "short") != 0 &&
           strcmp(field->name, "also") != 0;
}

/* True if the facts stand in the order of the kind's fields, as they mostly
 * do. */
static bool is_in_order(const struct subject *subject)
{
    for (size_t i = 1; i < subject->fact_count; i++) {
        if (subject->facts[i]->field->place <
            subject->facts[i - 1]->field->place)
            return false;
    }
    return true;
}

/* The kind's order of fields, not the file's, says what is asked first. */
static void add_subject(struct builder *builder, const struct draft *draft)
{
    const struct subject *subject = draft->subject;
    if (subject->kind->entity || !subject->deck)
        return;
    size_t counted = 0;
    bool in_order = is_in_order(subject);
    for (size_t i = 0; in_order && i < subject->fact_count; i++)
        add_fact(builder, draft, subject->facts[i]);
    for (size_t f = 0; !in_order && f < subject->kind->field_count; f++)
        for (size_t i = 0; i < subject->fact_count; i++)
            if (subject->facts[i]->field == subject->kind->fields[f])
                add_fact(builder, draft, subject->facts[i]);
    for (size_t i = 0; i < subject->fact_count; i++)
        counted += is_counted(subject->facts[i]->field);
    deck_of(draft)->fact_count += counted;
    deck_of(draft)->subject_count += counted > 0;
}

static void add_card(struct builder *builder, const struct draft *draft)
{
    struct card *card = draft->card;
    if (draft->of) {
        const char *id = knowledge_current_id(builder->knowledge, draft->of);
        card->of = knowledge_subject(builder->knowledge, id);
        if (!card->of)
            problems_add(builder->problems, PROBLEM_ERROR, card->file,
                         section_line(card->section, "of", 0), "subject",
                         build_near_subject(builder, draft->of),
                         "the card \"%s\" is of a subject \"%s\" "
                         "that is not there",
                         card->id, draft->of);
    }
    card->item = (uint32_t)builder->knowledge->item_count;
    add_item(builder, draft,
             (struct item){.id = card->id, .subject = card->of, .card = card});
}

static void report_empty(struct builder *builder)
{
    const struct knowledge *knowledge = builder->knowledge;
    for (size_t i = 0; i < knowledge->deck_count; i++) {
        const struct deck *deck = knowledge->decks[i];
        if (deck->item_count == 0)
            problems_add(builder->problems, PROBLEM_WARNING, deck->file, 0,
                         "empty", "add a subject with facts, or a card",
                         "the deck \"%s\" has nothing to ask", deck->title);
    }
}

/* How many items facts can have at most. */
static size_t count_room(const struct knowledge *knowledge)
{
    size_t room = 0;
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const struct fact *fact = knowledge->facts[i];
        room += is_asked(fact) ? 1 : 0;
        room += fact->field->back.text ? 1 : 0;
    }
    return room;
}

void build_items(struct builder *builder)
{
    struct knowledge *knowledge = builder->knowledge;
    size_t room = count_room(knowledge);
    knowledge->items = arena_array(builder->arena, room + knowledge->card_count,
                                   sizeof *knowledge->items);
    table_init(&knowledge->index->items, builder->arena, room);
    for (size_t i = 0; i < builder->draft_count; i++) {
        const struct draft *draft = &builder->drafts[i];
        if (draft->subject)
            add_subject(builder, draft);
        else
            add_card(builder, draft);
    }
    report_empty(builder);
}
