/* A choice: one option is right, the others are proved wrong, none tells. */
#include <string.h>

#include "knowledge/check_proof.h"
#include "knowledge/leak.h"
#include "knowledge/value.h"

static const struct fault sound; /* no rule is broken */

/* The value of the fact that reads so, or NULL. */
static const struct value *value_read_as(const struct fact *fact,
                                         const char *text)
{
    for (size_t i = 0; i < fact->value_count; i++) {
        if (strcmp(fact->values[i].shown, text) == 0)
            return &fact->values[i];
    }
    return NULL;
}

/* Rules 1 and 2 of a value as an option. */
static struct fault prove_value(const struct proof *proof,
                                const struct fact *asked,
                                const struct option *option)
{
    const struct fact *from = proof_fact(proof, option->of);
    const struct value *value = from ? value_read_as(from, option->text) : NULL;
    if (!value)
        return proof_fault(proof, "trace", "correct the value",
                           "an option comes from nowhere", option->text);
    if (option->right && from != asked)
        return proof_fault(proof, "one-key", "correct the value",
                           "the right option is no value of the fact",
                           option->text);
    if (!option->right && !value_is_false_of(value, asked))
        return proof_fault(proof, "wrong-is-right", "correct the value",
                           "a wrong option may be right", option->text);
    return sound;
}

/* Rules 1 and 2 of a title as an option. */
static struct fault prove_title(const struct proof *proof,
                                const struct question *question,
                                const struct option *option)
{
    const struct fact *asked = question->request.item->fact;
    const struct fact *from = proof_fact(proof, option->of);
    if (!from || strcmp(from->subject->title, option->text) != 0)
        return proof_fault(proof, "trace", "correct the title",
                           "an option comes from nowhere", option->text);
    for (size_t i = 0; !option->right && i < asked->value_count; i++) {
        const struct value *value = &asked->values[i];
        if (strstr(question->prompt, value->shown) &&
            !value_is_false_of(value, from))
            return proof_fault(proof, "wrong-is-right", "correct the value",
                               "a wrong title may be right", option->text);
    }
    return sound;
}

static struct fault prove_options(const struct proof *proof,
                                  const struct question *question)
{
    const struct item *item = question->request.item;
    int right = 0;
    for (int i = 0; i < question->option_count; i++) {
        const struct option *option = &question->options[i];
        struct fault found = sound;
        right += option->right;
        if (item->fact && !item->back)
            found = prove_value(proof, item->fact, option);
        else if (item->fact)
            found = prove_title(proof, question, option);
        if (found.rule)
            return found;
    }
    if (right != 1 || !question->options[question->right].right)
        return proof_fault(proof, "one-key", "correct the options",
                           "not exactly one option is right", question->prompt);
    return sound;
}

/* Rule 4: nothing stands twice, under no spelling, nor in another. */
static struct fault prove_apart(const struct proof *proof,
                                const struct question *question)
{
    struct text_words words[OPTIONS_MAX];
    for (int i = 0; i < question->option_count; i++)
        words[i] = text_words(proof->arena, question->options[i].text);
    for (int i = 0; i < question->option_count; i++) {
        for (int k = 0; k < question->option_count; k++) {
            if (i != k && text_has_words(&words[i], &words[k]))
                return proof_fault(proof, "twin", "say what sets the two apart",
                                   "an option stands in another",
                                   question->options[k].text);
        }
    }
    return sound;
}

static int32_t first_day(struct date date)
{
    date.month = date.month ? date.month : 1;
    date.day = date.day ? date.day : 1;
    return date_to_days(date);
}

static bool same_shape(struct date a, struct date b)
{
    return !a.month == !b.month && !a.day == !b.day && a.about == b.about;
}

/* Rules 3 and 9: of one precision, none to come, within range, in order. The
 * key is looked at where it is written. */
static struct fault prove_shape(const struct proof *proof,
                                const struct question *question)
{
    const struct fact *asked = question->request.item->fact;
    enum value_type type = asked->field->type;
    double last = check_last_article(asked->subject);
    const struct value *before = NULL;
    for (int i = 0; i < question->option_count; i++) {
        const struct option *option = &question->options[i];
        const struct value *value =
            value_read_as(proof_fact(proof, option->of), option->text);
        if (type == TYPE_DATE && !option->right &&
            first_day(value->date) > proof->today)
            return proof_fault(proof, "future-date", "correct the date",
                               "an option has not come yet", option->text);
        if (type == TYPE_ARTICLE && !option->right && last > 0 &&
            value->number > last)
            return proof_fault(proof, "article-range", "correct the number",
                               "an option is past the last", option->text);
        if (type == TYPE_DATE && before &&
            !same_shape(value->date, before->date))
            return proof_fault(proof, "shape", "write the dates alike",
                               "an option is of another precision",
                               option->text);
        if (value_is_ordered(type) && before &&
            value_compare(type, before, value) >= 0)
            return proof_fault(proof, "order", "correct the value",
                               "the options are not in order", option->text);
        before = value;
    }
    return sound;
}

/* Rule 7: no word of the key in head or prompt that sets it apart. */
static struct fault prove_silence(const struct proof *proof,
                                  const struct question *question)
{
    struct leak leak;
    leak_init(&leak, proof->arena);
    for (int i = 0; i < question->option_count; i++)
        leak_add_option(&leak,
                        text_words(proof->arena, question->options[i].text));
    leak_add_shown(&leak, text_words(proof->arena,
                                     question->options[question->right].text));
    if (leak_in_text(&leak, question->prompt) ||
        leak_in_text(&leak, question->head))
        return proof_fault(proof, "leak", "say it in another word",
                           "the question tells its answer", question->prompt);
    return sound;
}

struct fault proof_choice(const struct proof *proof,
                          const struct question *question)
{
    const struct item *item = question->request.item;
    struct fault found = prove_options(proof, question);
    if (!found.rule)
        found = prove_apart(proof, question);
    if (!found.rule && item->fact && !item->back)
        found = prove_shape(proof, question);
    if (!found.rule)
        found = prove_silence(proof, question);
    return found;
}
