/* True or false: what the field's sentence says, with its own value or with one
 * that is proved wrong; and the same sentence with a blank to be filled in. */
#include <string.h>

#include "base/random.h"
#include "knowledge/question_draft.h"

enum { SALT_TRUTH = 11, TRUTH_OPTIONS = 2 };

static bool has_statement(struct question_draft *draft)
{
    const struct item *item = draft->item;
    if (item->card || item->back)
        return error_set(draft->why_not,
                         "only a fact is said, a value of its subject");
    draft->statement = item->fact->field->truth.text;
    return draft->statement ||
           error_set(draft->why_not,
                     "the field \"%s\" has no sentence that states it; add a "
                     "line such as `true = {title} was signed on {value}.`",
                     item->fact->field->name);
}

/* A sentence that does not show its value cannot be wrong, or filled in. */
static bool states_its_value(struct question_draft *draft)
{
    return strstr(draft->question->prompt, draft->stated->shown) ||
           error_set(draft->why_not, "its sentence does not show the value");
}

static void show_verdicts(struct question_draft *draft, bool is_true)
{
    struct question *question = draft->question;
    const struct pick *wrong = &draft->picks.list[!draft->picks.right];
    question->option_count = TRUTH_OPTIONS;
    question->right = is_true ? 0 : 1;
    question->chance = 1.0 / TRUTH_OPTIONS;
    question->options[0] = (struct option){
        .text = "True", .right = is_true, .of = draft->item->fact->id};
    question->options[1] = (struct option){
        .text = "False", .right = !is_true, .of = draft->item->fact->id};
    if (!is_true) {
        question->options[0].of = wrong->fact->id;
        question->options[0].belongs =
            options_value_belongs(&draft->draw, wrong);
    }
}

bool question_truth(struct question_draft *draft)
{
    if (!has_statement(draft))
        return false;
    draft->question->request.options = TRUTH_OPTIONS;
    if (!options_of_values(&draft->draw, &draft->picks, draft->why_not))
        return false;
    const struct pick *wrong = &draft->picks.list[!draft->picks.right];
    bool is_true = hash_number(draft->draw.seed, SALT_TRUTH) & 1;
    draft->stated = is_true ? draft->draw.value : wrong->value;
    question_guard_answer(draft);
    leak_add_parties_told(&draft->leak, draft->item->fact, draft->draw.value);
    leak_add_value_of(&draft->leak, wrong->fact, wrong->value);
    if (!question_stem(draft, true) || !states_its_value(draft))
        return false;
    show_verdicts(draft, is_true);
    return true;
}

static bool cloze_card(struct question_draft *draft)
{
    return draft->item->card->cloze
               ? question_typed(draft)
               : error_set(draft->why_not, "this card has no {blank}");
}

bool question_cloze(struct question_draft *draft)
{
    if (draft->item->card)
        return cloze_card(draft);
    if (!has_statement(draft) || !question_accept(draft))
        return false;
    draft->stated = question_blank();
    question_guard_answer(draft);
    return question_stem(draft, true) && states_its_value(draft);
}
