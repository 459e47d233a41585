#include "knowledge/check_proof.h"

#include <string.h>

#include "knowledge/answer.h"
#include "knowledge/value.h"

static const struct fault sound; /* no rule is broken */

void proof_init(struct proof *proof, const struct knowledge *knowledge,
                int32_t today, struct arena *lasting, struct arena *arena)
{
    *proof =
        (struct proof){.knowledge = knowledge, .today = today, .arena = arena};
    table_init(&proof->facts, lasting, knowledge->fact_count);
    for (size_t i = 0; i < knowledge->fact_count; i++)
        *table_place(&proof->facts, table_text(knowledge->facts[i]->id)) =
            (void *)knowledge->facts[i];
}

double check_last_article(const struct subject *subject)
{
    const char *limit = "articles";
    for (size_t i = 0; i < subject->kind->field_count; i++) {
        if (subject->kind->fields[i]->limit)
            limit = subject->kind->fields[i]->limit;
    }
    const struct fact *fact = subject_fact(subject, limit, NULL);
    return fact && fact->field->type == TYPE_COUNT ? fact->values[0].number : 0;
}

struct fault proof_fault(const struct proof *proof, const char *rule,
                         const char *remedy, const char *what, const char *text)
{
    return (struct fault){
        .rule = arena_text(proof->knowledge->arena, rule),
        .message =
            arena_printf(proof->knowledge->arena, "%s: \"%s\"", what, text),
        .remedy = remedy,
    };
}

const struct fact *proof_fact(const struct proof *proof, const char *id)
{
    return id ? table_find(&proof->facts, table_text(id)) : NULL;
}

/* The value of the fact that the prompt shows, or NULL. */
static const struct value *value_shown_in(const struct fact *fact,
                                          const char *prompt)
{
    for (size_t i = 0; i < fact->value_count; i++) {
        if (strstr(prompt, fact->values[i].shown))
            return &fact->values[i];
    }
    return NULL;
}

static struct fault prove_truth(const struct proof *proof,
                                const struct question *question)
{
    const struct fact *asked = question->request.item->fact;
    const struct fact *from = proof_fact(proof, question->options[0].of);
    const struct value *value =
        from ? value_shown_in(from, question->prompt) : NULL;
    if (!value)
        return proof_fault(proof, "trace", "show {value} in the sentence",
                           "a statement does not show its value",
                           question->prompt);
    if (question->right != 0 && !value_is_false_of(value, asked))
        return proof_fault(proof, "wrong-is-right", "correct the value",
                           "a statement called false may be true",
                           question->prompt);
    return sound;
}

/* What is typed is judged by what is accepted; the answer must be. */
static struct fault prove_typed(const struct proof *proof,
                                const struct question *question)
{
    for (size_t i = 0; i < question->accepted_count; i++) {
        if (text_words(proof->arena, question->accepted[i]).count == 0)
            continue; /* told where it is written */
        struct judgement judgement =
            answer_judge(question, question->accepted[i], proof->arena);
        if (judgement.verdict == ANSWER_WRONG)
            return proof_fault(proof, "one-key", "correct the answer",
                               "a right answer is taken for wrong",
                               question->accepted[i]);
    }
    if (question->accepted_count == 0)
        return proof_fault(proof, "one-key", "correct the answer",
                           "no answer is right", question->prompt);
    return sound;
}

/* Two parts that could change places, or a title that shows its value. */
static struct fault prove_pair(const struct proof *proof, const struct part *a,
                               const struct part *b)
{
    const struct fact *x = a->item->fact;
    const struct fact *y = b->item->fact;
    struct text_words title = text_words(proof->arena, a->title);
    struct text_words value = text_words(proof->arena, b->value);
    if (a != b && (!value_is_false_of(&x->values[0], y) ||
                   !value_is_false_of(&y->values[0], x)))
        return proof_fault(proof, "wrong-is-right", "correct the value",
                           "two parts may change places", a->title);
    if (a != b && strcmp(text_fold(proof->arena, a->title),
                         text_fold(proof->arena, b->title)) == 0)
        return proof_fault(proof, "twin", "say what sets the two apart",
                           "two parts are called the same", a->title);
    if (value.count && text_has_words(&title, &value))
        return proof_fault(proof, "leak", "give it a title that does not tell",
                           "a title tells its value", a->title);
    return sound;
}

static struct fault prove_parts(const struct proof *proof,
                                const struct question *question)
{
    for (int i = 0; i < question->part_count; i++) {
        for (int k = 0; k < question->part_count; k++) {
            struct fault found =
                prove_pair(proof, &question->parts[i], &question->parts[k]);
            if (found.rule)
                return found;
        }
    }
    for (int k = 1;
         question->request.form == FORM_ORDER && k < question->part_count;
         k++) {
        const struct part *early = &question->parts[question->places[k - 1]];
        const struct part *late = &question->parts[question->places[k]];
        struct date a = early->item->fact->values[0].date;
        struct date b = late->item->fact->values[0].date;
        if (!date_differs(a, b) || date_compare(a, b) >= 0)
            return proof_fault(proof, "order", "correct one of the dates",
                               "two dates have no order", late->title);
    }
    return sound;
}

static size_t times_in(const char *text, const char *part)
{
    size_t times = 0;
    for (; (text = strstr(text, part)) != NULL; text += strlen(part))
        times++;
    return times;
}

static bool has_braces(const struct fact *fact)
{
    for (size_t i = 0; fact && i < fact->value_count; i++)
        if (strpbrk(fact->values[i].shown, "{}"))
            return true;
    return fact && strpbrk(fact->subject->title, "{}");
}

/* What a deck is about may be written with braces: "{1, 2}". */
static bool holds_braces(const struct proof *proof,
                         const struct question *question)
{
    const char *of =
        question->option_count > 0 ? question->options[0].of : NULL;
    return has_braces(question->request.item->fact) ||
           has_braces(proof_fact(proof, of));
}

/* Rule 8, and the traces of rule 10. */
static struct fault prove_form(const struct proof *proof,
                               const struct question *question)
{
    const char *prompt = question->prompt;
    bool is_card = question->request.item->card;
    bool has_blank = question->request.form == FORM_CLOZE;
    if (!is_card && strpbrk(prompt, "{}") && !holds_braces(proof, question))
        return proof_fault(proof, "clean-form", "correct the template",
                           "a place was not filled", prompt);
    if (!*prompt || (has_blank && times_in(prompt, "▢") != 1))
        return proof_fault(proof, "clean-form",
                           "show {value} once in the sentence",
                           "not exactly one gap", prompt);
    if (!question->file || question->line < 1)
        return proof_fault(proof, "trace", "correct the deck",
                           "a question has no line", prompt);
    return sound;
}

struct fault proof_of(const struct proof *proof,
                      const struct question *question)
{
    struct fault found = prove_form(proof, question);
    if (found.rule)
        return found;
    switch (question->request.form) {
    case FORM_CHOICE:
        return proof_choice(proof, question);
    case FORM_TRUTH:
        return prove_truth(proof, question);
    case FORM_TYPED:
    case FORM_CLOZE:
        return prove_typed(proof, question);
    case FORM_MATCH:
    case FORM_ORDER:
        return prove_parts(proof, question);
    default:
        return sound;
    }
}
