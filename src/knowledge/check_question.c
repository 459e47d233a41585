/* Every question that can be made, proved one by one. */
#include <string.h>

#include "knowledge/check.h"
#include "knowledge/check_chance.h"
#include "knowledge/check_proof.h"

/* Each form with each number of options that it may have. */
static const struct {
    enum form form;
    int options;
} ways[] = {
    {FORM_FLIP, 0},  {FORM_CHOICE, 3}, {FORM_CHOICE, 4}, {FORM_CHOICE, 5},
    {FORM_TYPED, 0}, {FORM_TRUTH, 2},  {FORM_CLOZE, 0},  {FORM_MATCH, 3},
    {FORM_MATCH, 4}, {FORM_ORDER, 3},  {FORM_ORDER, 4},  {FORM_ORDER, 5},
};

enum { WAYS = sizeof ways / sizeof ways[0] };

struct question_check {
    const struct knowledge *knowledge;
    struct problems *problems;
    struct proof proof;
    struct table asked; /* folded prompt: the item that asks so */
    struct arena lasting;
    struct arena arena; /* forgotten after each question */
    int32_t today;
    bool has_bad_template; /* what comes of it is told already */
};

static void report(struct question_check *check,
                   const struct question *question, struct fault fault)
{
    problems_add(check->problems, PROBLEM_ERROR, question->file, question->line,
                 fault.rule, fault.remedy, "the %s of \"%s\": %s",
                 form_name(question->request.form), question->request.item->id,
                 fault.message);
}

/* Two that are told of already: titles that are the same, a card beside its
 * own subject's fact or another card. */
static bool is_known(struct question_check *check, const struct item *a,
                     const struct item *b)
{
    if (a->card && b->card)
        return true;
    if (a->card || b->card)
        return a->subject == b->subject;
    return a->subject != b->subject &&
           strcmp(text_fold(&check->arena, a->subject->title),
                  text_fold(&check->arena, b->subject->title)) == 0;
}

/* Rule 1 for all questions together: the same words ask for one thing. */
static void check_asked(struct question_check *check,
                        const struct question *question)
{
    const struct item *item = question->request.item;
    const char *folded = text_fold(&check->lasting, question->prompt);
    void **place = table_place(&check->asked, table_text(folded));
    const struct item *first = *place;
    if (!first) {
        *place = (void *)item;
        return;
    }
    if (first == item || is_known(check, first, item))
        return;
    const char *file = first->fact ? first->fact->file : first->card->file;
    int line = first->fact ? first->fact->line : first->card->line;
    problems_add(check->problems, PROBLEM_WARNING, question->file,
                 question->line, "same-question",
                 "name in the question what sets the two apart",
                 "\"%s\" asks the same as \"%s\" in %s:%d", item->id, first->id,
                 file, line);
}

static bool has_rule(const struct problems *problems, const char *rule)
{
    for (size_t i = 0; i < problems->count; i++) {
        if (strcmp(problems->list[i].rule, rule) == 0)
            return true;
    }
    return false;
}

static bool make(struct question_check *check, struct question_request *request,
                 struct question *question)
{
    struct error why_not;
    arena_reset(&check->arena);
    return question_make(check->knowledge, *request, &check->arena, question,
                         &why_not);
}

/* Proves one item in one way; false at its first fault. */
static bool prove(struct question_check *check, const struct item *item,
                  size_t way, uint64_t seeds)
{
    struct question_request request = {
        .item = item,
        .form = ways[way].form,
        .options = ways[way].options,
        .today = check->today,
    };
    bool is_drawn = request.form != FORM_FLIP && request.form != FORM_TYPED &&
                    request.form != FORM_CLOZE;
    for (; request.seed < (is_drawn ? seeds : 1); request.seed++) {
        struct question question;
        if (!make(check, &request, &question))
            continue;
        if (check->has_bad_template && item->fact)
            continue;
        struct fault found = proof_of(&check->proof, &question);
        if (found.rule) {
            report(check, &question, found);
            return false;
        }
        if (request.form == FORM_FLIP)
            check_asked(check, &question);
    }
    return true;
}

/* Every form; of many items only the smallest size of each. */
static void prove_all(struct question_check *check, const struct item *item,
                      bool is_large)
{
    uint64_t seeds = is_large ? 1 : CHECK_SEEDS_PROVED;
    for (size_t way = 0; way < WAYS; way++) {
        if (is_large && ways[way].options > OPTIONS_MIN)
            continue;
        if (!prove(check, item, way, seeds))
            return;
    }
}

void check_questions(const struct knowledge *knowledge, int32_t today,
                     struct check_watch watch, struct problems *problems)
{
    struct question_check check = {
        .knowledge = knowledge, .problems = problems, .today = today};
    arena_init(&check.lasting, SIZE_MAX);
    arena_init(&check.arena, SIZE_MAX);
    proof_init(&check.proof, knowledge, today, &check.lasting, &check.arena);
    table_init(&check.asked, &check.lasting, knowledge->item_count);
    check.has_bad_template = has_rule(problems, "template");
    bool is_large = knowledge->item_count > CHECK_ITEMS_PROVED;
    for (size_t i = 0; i < knowledge->item_count; i++) {
        prove_all(&check, &knowledge->items[i], is_large);
        if (watch.told)
            watch.told(watch.listener, i + 1, 2 * knowledge->item_count);
    }
    check_chances(knowledge, today, watch, problems);
    arena_release(&check.arena);
    arena_release(&check.lasting);
}
