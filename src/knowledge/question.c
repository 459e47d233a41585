#include "knowledge/question.h"

#include <string.h>

#include "knowledge/question_draft.h"

static const struct {
    const char *name;
    bool (*make)(struct question_draft *draft);
} forms[FORM_COUNT] = {
    [FORM_FLIP] = {"flip", question_flip},
    [FORM_CHOICE] = {"choice", question_choice},
    [FORM_TYPED] = {"typed", question_typed},
    [FORM_TRUTH] = {"truth", question_truth},
    [FORM_CLOZE] = {"cloze", question_cloze},
    [FORM_MATCH] = {"match", question_match},
    [FORM_ORDER] = {"order", question_order},
};

const char *form_name(enum form form)
{
    return forms[form].name;
}

enum form form_answered(enum form form)
{
    return form == FORM_TRUTH   ? FORM_CHOICE
           : form == FORM_CLOZE ? FORM_TYPED
                                : form;
}

int form_of(const char *name)
{
    for (int i = 0; i < FORM_COUNT; i++)
        if (!strcmp(forms[i].name, name))
            return i;
    return -1;
}

static const char *all_values(const struct fact *fact, struct arena *arena)
{
    if (fact->value_count == 1)
        return fact->values[0].shown;
    size_t size = 1;
    for (size_t i = 0; i < fact->value_count; i++)
        size += strlen(fact->values[i].shown) + 2;
    char *text = arena_alloc(arena, size);
    char *end = text;
    for (size_t i = 0; i < fact->value_count; i++) {
        end = stpcpy(end, i ? "; " : "");
        end = stpcpy(end, fact->values[i].shown);
    }
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
        draft.draw.value = options_asked(&draft.draw, item->fact, item->id);
    leak_init(&draft.leak, arena);
    return forms[request.form].make(&draft);
}
