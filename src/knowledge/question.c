#include "knowledge/question.h"

#include <string.h>

#include "base/random.h"
#include "knowledge/question_draft.h"

enum { SALT_VALUE = 5 };

/* A form without a function is not made yet. */
static const struct {
    const char *name;
    bool (*make)(struct question_draft *draft);
} forms[FORM_COUNT] = {
    [FORM_FLIP] = {"flip", question_flip},
    [FORM_CHOICE] = {"choice", question_choice},
    [FORM_TYPED] = {"typed", question_typed},
    [FORM_TRUTH] = {"truth", NULL},
    [FORM_CLOZE] = {"cloze", NULL},
    [FORM_MATCH] = {"match", NULL},
    [FORM_ORDER] = {"order", NULL},
};

const char *form_name(enum form form)
{
    return forms[form].name;
}

int form_of(const char *name)
{
    for (int i = 0; i < FORM_COUNT; i++)
        if (!strcmp(forms[i].name, name))
            return i;
    return -1;
}

/* One of many values, by the seed; in a choice not one that is guessed. */
static const struct value *value_for(const struct draw *draw,
                                     const struct item *item, enum form form)
{
    const struct fact *fact = item->fact;
    uint64_t chance = hash_number(draw->seed, SALT_VALUE);
    size_t first = (size_t)(chance % fact->value_count);
    for (size_t i = 0; i < fact->value_count; i++) {
        const struct value *value =
            &fact->values[(first + i) % fact->value_count];
        if (form != FORM_CHOICE || item->back ||
            !options_too_common(draw, fact, value))
            return value;
    }
    return &fact->values[first];
}

static const char *all_values(const struct fact *fact, struct arena *arena)
{
    const char *text = fact->values[0].shown;
    for (size_t i = 1; i < fact->value_count; i++)
        text = arena_printf(arena, "%s; %s", text, fact->values[i].shown);
    return text;
}

static void fill_fact(struct question *question, const struct item *item,
                      struct arena *arena)
{
    const struct fact *fact = item->fact;
    question->label = fact->field->label;
    question->answer =
        item->back ? fact->subject->title : all_values(fact, arena);
    question->why = fact->why ? fact->why : fact->note;
    question->source = fact->source;
    question->file = fact->file;
    question->line = fact->line;
}

static void fill_card(struct question *question, const struct card *card)
{
    question->label = card->of ? card->of->kind->label : "card";
    question->answer = card->answer;
    question->why = card->why;
    question->source = card->source;
    question->file = card->file;
    question->line = card->line;
}

static void fill(struct question *question, struct question_request request,
                 struct arena *arena)
{
    const struct item *item = request.item;
    const struct subject *subject = item->subject;
    *question = (struct question){.request = request, .right = -1};
    if (item->fact)
        fill_fact(question, item, arena);
    else
        fill_card(question, item->card);
    question->answer_title = subject ? subject->title : item->deck->title;
    question->answer_seal =
        subject && subject->seal ? subject->seal : item->deck->seal;
}

bool question_make(const struct knowledge *knowledge,
                   struct question_request request, struct arena *arena,
                   struct question *question, struct error *why_not)
{
    const struct item *item = request.item;
    if (!forms[request.form].make)
        return error_set(why_not, "the form \"%s\" is not asked yet",
                         forms[request.form].name);
    fill(question, request, arena);
    struct question_draft draft = {
        .item = item,
        .draw = {.knowledge = knowledge,
                 .request = &question->request,
                 .fact = item->fact,
                 .arena = arena},
        .question = question,
        .why_not = why_not,
    };
    draft.draw.seed = options_seed(&question->request);
    draft.draw.shares = arena_alloc(arena, sizeof *draft.draw.shares);
    if (item->fact)
        draft.draw.value = value_for(&draft.draw, item, request.form);
    leak_init(&draft.leak, arena);
    return forms[request.form].make(&draft);
}
