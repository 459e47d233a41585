/* Whether an item can be asked as a choice at all: one that cannot must not
 * stand among the options of others, or "never right" would give it away. */
#include "knowledge/index.h"
#include "knowledge/question_draft.h"

enum { NOT_TRIED, ASKABLE, NOT_ASKABLE };

/* The key alone, and beside it an option that shares only what all share. */
static void guard_alone(struct question_draft *draft)
{
    const struct item *item = draft->item;
    struct arena *arena = draft->draw.arena;
    struct text_words shared = {NULL, 0};
    struct text_words key = draft->draw.value->words;
    if (item->back) {
        shared = question_shared_words(draft);
        key = text_words(arena, item->subject->title);
    }
    leak_add_option(&draft->leak, key);
    leak_add_option(&draft->leak, shared);
    leak_add_shown(&draft->leak, key);
    question_guard_names(draft);
    if (item->back)
        return;
    leak_add_value_of(&draft->leak, item->fact, draft->draw.value);
    leak_add_parties_told(&draft->leak, item->fact, draft->draw.value);
}

static bool try_item(const struct draw *draw, const struct item *item)
{
    struct question question = {.request = {.item = item,
                                            .form = FORM_CHOICE,
                                            .today = draw->request->today}};
    struct error why_not;
    struct question_draft draft = {
        .item = item,
        .draw = {.knowledge = draw->knowledge,
                 .request = &question.request,
                 .fact = item->fact,
                 .value = item->fact->values,
                 .shares = draw->shares,
                 .arena = draw->arena},
        .question = &question,
        .why_not = &why_not,
    };
    leak_init(&draft.leak, draw->arena);
    guard_alone(&draft);
    return question_stem(&draft, true);
}

/* What was found out is noted beside the item: it can only be found again. */
bool question_is_askable(const struct draw *draw, const struct item *item)
{
    const struct knowledge *knowledge = draw->knowledge;
    struct knowledge_index *index = knowledge->index;
    if (!item->fact)
        return true;
    if (!index->askable)
        index->askable = arena_alloc(knowledge->arena, knowledge->item_count);
    unsigned char *noted = &index->askable[item - knowledge->items];
    if (*noted == NOT_TRIED)
        *noted = try_item(draw, item) ? ASKABLE : NOT_ASKABLE;
    return *noted == ASKABLE;
}
