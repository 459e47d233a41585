#include <string.h>

#include "knowledge/index.h"
#include "knowledge/question_draft.h"

/* The names of the key count as it does; what all subjects of the kind are
 * called, their home and the sentence all are asked with are no news. */
void question_guard_names(struct question_draft *draft)
{
    const struct item *item = draft->item;
    const struct fact *fact = item->fact;
    struct leak *leak = &draft->leak;
    leak_excuse(leak, fact->field->kind->label);
    leak_excuse(leak, fact->field->kind->plural);
    leak_excuse(leak, item->deck->home);
    leak_excuse(leak,
                item->back ? fact->field->back.text : fact->field->ask.text);
    if (item->back)
        leak_add_names(leak, fact->subject);
}

static void guard_card(struct question_draft *draft)
{
    leak_add_shown(&draft->leak,
                   text_words(draft->draw.arena, draft->item->card->answer));
}

void question_guard_answer(struct question_draft *draft)
{
    const struct item *item = draft->item;
    if (item->card) {
        guard_card(draft);
        return;
    }
    question_guard_names(draft);
    if (item->back)
        return;
    for (size_t i = 0; i < item->fact->value_count; i++)
        leak_add_value_of(&draft->leak, item->fact, &item->fact->values[i]);
}

/* "British" tells of the United Kingdom. */
static void guard_party(struct question_draft *draft)
{
    const char *folded =
        text_fold(draft->draw.arena, draft->item->card->answer);
    const struct subject *party =
        table_find(&draft->draw.knowledge->index->parties, table_text(folded));
    if (party)
        leak_add_short_names(&draft->leak, party);
}

static void guard_options(struct question_draft *draft)
{
    const struct picks *picks = &draft->picks;
    for (int i = 0; i < picks->count; i++)
        leak_add_option(&draft->leak, picks->list[i].words);
    leak_add_shown(&draft->leak, picks->list[picks->right].words);
    if (draft->item->card) {
        guard_party(draft);
        return;
    }
    question_guard_names(draft);
    if (draft->item->back)
        return;
    leak_add_value_of(&draft->leak, draft->item->fact, draft->draw.value);
    leak_add_parties_told(&draft->leak, draft->item->fact, draft->draw.value);
}

bool question_flip(struct question_draft *draft)
{
    question_guard_answer(draft);
    return question_stem(draft, false);
}

bool question_typed(struct question_draft *draft)
{
    if (!question_accept(draft))
        return false;
    question_guard_answer(draft);
    return question_stem(draft, false);
}

static bool draw_options(struct question_draft *draft)
{
    int wanted = draft->question->request.options;
    if (wanted < OPTIONS_MIN || wanted > OPTIONS_MAX)
        return error_set(draft->why_not,
                         "a choice has %d to %d options, not %d", OPTIONS_MIN,
                         OPTIONS_MAX, wanted);
    if (draft->item->card)
        return options_of_card(&draft->draw, &draft->picks, draft->why_not);
    if (!draft->item->back)
        return options_of_values(&draft->draw, &draft->picks, draft->why_not);
    draft->draw.shared = question_shared_words(draft);
    return options_of_titles(&draft->draw, &draft->picks, draft->why_not);
}

/* What was chosen instead before is as plausible as can be. */
static double likeness_of(const struct question_draft *draft,
                          const struct pick *pick)
{
    const struct confusions *confusions = draft->draw.request->confusions;
    for (int i = 0; confusions && i < confusions->count; i++) {
        if (!strcmp(confusions->facts[i], pick->fact->id))
            return 1;
    }
    return options_likeness(draft->item->subject, pick->fact->subject);
}

static void show_options(struct question_draft *draft)
{
    struct question *question = draft->question;
    const struct item *item = draft->item;
    question->option_count = draft->picks.count;
    question->right = draft->picks.right;
    question->chance = 1.0 / draft->picks.count;
    for (int i = 0; i < draft->picks.count; i++) {
        const struct pick *pick = &draft->picks.list[i];
        struct option *option = &question->options[i];
        option->text = pick->text;
        option->right = i == question->right;
        option->of = pick->fact ? pick->fact->id : item->card->id;
        if (!pick->fact || option->right)
            continue;
        option->likeness = likeness_of(draft, pick);
        option->belongs = item->back
                              ? options_title_belongs(&draft->draw, pick)
                              : options_value_belongs(&draft->draw, pick);
    }
}

bool question_choice(struct question_draft *draft)
{
    if (!draw_options(draft))
        return false;
    guard_options(draft);
    if (!question_stem(draft, true))
        return false;
    show_options(draft);
    return true;
}
