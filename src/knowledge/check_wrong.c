#include "knowledge/check_card.h"

#include <string.h>

#include "knowledge/leak.h"
#include "knowledge/suggest.h"
#include "knowledge/template.h"
#include "knowledge/value.h"

enum {
    STEM_LETTERS = 4,  /* "signed" and "signature", "party" and "parties" */
    OWN_WORDS_MAX = 2, /* words of a question that its field does not have */
    OWN_WORDS_OF_SHARED_MAX = 3
};

/* True if the value is what the text says. */
static bool says(const struct card_check *check, const char *text,
                 const struct value *value, enum value_type type)
{
    if (strcmp(text_fold(check->arena, text), value->folded) == 0)
        return true;
    if (type == TYPE_PARTY && value->refers)
        return check_party(check, text) == value->refers;
    struct date date;
    return type == TYPE_DATE && date_read(text, &date) &&
           !date_differs(date, value->date);
}

static bool is_value_of(const struct card_check *check, const char *text,
                        const struct fact *fact)
{
    for (size_t i = 0; i < fact->value_count; i++) {
        if (says(check, text, &fact->values[i], fact->field->type))
            return true;
    }
    return false;
}

static bool same_stem(const char *a, const char *b)
{
    return strcmp(a, b) == 0 ||
           (strlen(a) >= STEM_LETTERS && strncmp(a, b, STEM_LETTERS) == 0);
}

static bool has_stem(const struct card_check *check, const char *text,
                     const char *word)
{
    if (!text)
        return false;
    struct text_words words = text_words(check->arena, text);
    for (size_t i = 0; i < words.count; i++) {
        if (same_stem(words.words[i], word))
            return true;
    }
    return false;
}

static bool field_has(const struct card_check *check, const struct field *field,
                      const char *word)
{
    return has_stem(check, field->name, word) ||
           has_stem(check, field->label, word) ||
           has_stem(check, field->ask.text, word) ||
           has_stem(check, field->truth.text, word);
}

static bool subject_has(const struct card_check *check,
                        const struct subject *subject, const char *word)
{
    return has_stem(check, subject->name, word) ||
           has_stem(check, subject->title, word) ||
           has_stem(check, subject->kind->label, word) ||
           has_stem(check, subject->kind->id, word);
}

/* "Who beside Japan and India": those are its values. */
static bool values_have(const struct fact *fact, const char *word)
{
    for (size_t i = 0; i < fact->value_count; i++) {
        const struct text_words *words = &fact->values[i].words;
        for (size_t k = 0; k < words->count; k++) {
            if (same_stem(words->words[k], word))
                return true;
        }
    }
    return false;
}

/*
 * A card does not say which fact it asks about. It is taken to ask about this
 * one if its question has words of the field and next to none of its own, or
 * if its answer is one of several values and the question has few words of its
 * own: "Where was the first draft of 2012 signed?" is another question than
 * "Where was it signed?".
 */
static bool asks_about(const struct card_check *check, const struct card *card,
                       const struct fact *fact)
{
    const char *asked = card->ask ? card->ask : card->cloze;
    struct text_words words = text_words(check->arena, asked);
    size_t own = 0, shared = 0;
    for (size_t i = 0; i < words.count; i++) {
        const char *word = words.words[i];
        if (leak_is_stop_word(word))
            continue;
        if (field_has(check, fact->field, word))
            shared++;
        else if (!subject_has(check, fact->subject, word) &&
                 !values_have(fact, word))
            own++;
    }
    if (shared > 0 && own <= OWN_WORDS_MAX)
        return true;
    return own <= OWN_WORDS_OF_SHARED_MAX &&
           is_value_of(check, card->answer, fact);
}

/* A fact of another meaning has fair wrong options for this card: the day of
 * signing beside the day of entry into force. */
static bool answer_is_elsewhere(const struct card_check *check,
                                const struct card *card,
                                const struct fact *fact)
{
    const struct subject *subject = fact->subject;
    for (size_t i = 0; i < subject->fact_count; i++) {
        const struct fact *other = subject->facts[i];
        if (other != fact && is_value_of(check, card->answer, other))
            return !is_value_of(check, card->answer, fact);
    }
    return false;
}

static void check_against(const struct card_check *check,
                          const struct card *card, const struct fact *fact)
{
    for (size_t i = 0; i < card->wrong_count; i++) {
        if (!is_value_of(check, card->wrong[i], fact) ||
            answer_is_elsewhere(check, card, fact) ||
            !asks_about(check, card, fact))
            continue;
        problems_add(
            check->problems, PROBLEM_ERROR, card->file,
            check_wrong_line(card, i), "wrong-is-right",
            "replace the wrong option",
            "in the card \"%s\" the wrong option \"%s\" is right: it is the "
            "value of \"%s\" in %s:%d",
            card->id, suggest_quoted(check->arena, card->wrong[i]), fact->id,
            fact->file, fact->line);
    }
}

/* True if the card's question is word for word that of the fact. */
static bool asks_the_same(const struct card_check *check,
                          const struct card *card, const struct fact *fact)
{
    const char *text = fact->ask ? fact->ask : fact->field->ask.text;
    struct template_values values = {.subject = fact->subject, .fact = fact};
    const char *asked =
        text && card->ask ? template_fill(check->arena, text, &values) : NULL;
    return asked && strcmp(text_fold(check->arena, asked),
                           text_fold(check->arena, card->ask)) == 0;
}

static void check_same(const struct card_check *check, const struct card *card,
                       const struct fact *fact)
{
    if (!asks_the_same(check, card, fact))
        return;
    if (is_value_of(check, card->answer, fact))
        problems_add(check->problems, PROBLEM_WARNING, card->file,
                     check_ask_line(card), "duplicate-front",
                     "leave the card out: the fact is asked already",
                     "the card \"%s\" asks the same as \"%s\" in %s:%d",
                     card->id, fact->id, fact->file, fact->line);
    else
        problems_add(check->problems, PROBLEM_ERROR, card->file,
                     check_answer_line(card), "contradiction",
                     "correct one of the two",
                     "the card \"%s\" answers \"%s\", but \"%s\" in %s:%d says "
                     "otherwise",
                     card->id, suggest_quoted(check->arena, card->answer),
                     fact->id, fact->file, fact->line);
}

void check_wrong_options(const struct card_check *check,
                         const struct card *card)
{
    const struct subject *subject = check_subject_of(check, card);
    for (size_t i = 0; subject && i < subject->fact_count; i++) {
        const struct fact *fact = subject->facts[i];
        if (!fact->field->derived)
            check_against(check, card, fact);
        check_same(check, card, fact);
    }
}
