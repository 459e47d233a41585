/* What no clean question has: "all of the above", NOT, two gaps, an option that
 * "an" fits alone. */
#include <ctype.h>
#include <string.h>

#include "knowledge/check_card.h"

static bool has_phrase(const struct card_check *check, const char *text,
                       const char *phrase)
{
    struct text_words whole = text_words(check->arena, text);
    struct text_words part = text_words(check->arena, phrase);
    return text_has_words(&whole, &part);
}

/* "A and C", "both B and D". */
static bool names_letters(const struct card_check *check, const char *text)
{
    struct text_words words = text_words(check->arena, text);
    size_t letters = 0;
    for (size_t i = 0; i < words.count; i++) {
        const char *word = words.words[i];
        bool is_letter = word[0] >= 'a' && word[0] <= 'e' && !word[1];
        if (!is_letter && strcmp(word, "and") != 0 && strcmp(word, "or") != 0 &&
            strcmp(word, "both") != 0 && strcmp(word, "only") != 0)
            return false;
        letters += is_letter;
    }
    return letters > 1;
}

/* "tea" and "coal" beside "both tea and coal". */
static bool names_others(const struct card_check *check,
                         const struct card *card, const char *text)
{
    struct text_words words = text_words(check->arena, text);
    if (words.count == 0 || strcmp(words.words[0], "both") != 0)
        return false;
    size_t named = has_phrase(check, text, card->answer);
    for (size_t i = 0; i < check_compared(card); i++)
        named += has_phrase(check, text, card->wrong[i]);
    return named > 1;
}

static void check_option(const struct card_check *check,
                         const struct card *card, const char *text, int line)
{
    static const char *const phrases[] = {
        "of the above",  "all of these",    "none of these",  "all of them",
        "none of them",  "all the above",   "neither of",     "both of them",
        "both of these", "cannot be known", "cannot be said", "no one knows",
        "not known",     "any of these",
    };
    bool is_bad = names_letters(check, text) || names_others(check, card, text);
    for (size_t i = 0; i < sizeof phrases / sizeof phrases[0]; i++)
        is_bad = is_bad || has_phrase(check, text, phrases[i]);
    if (is_bad)
        check_report(check, card, line, "clean-form",
                     "write an option that stands for itself",
                     "speaks of the other options", text);
}

/* "always" and "never" are seldom right, and who knows nothing knows that. */
static void check_absolute(const struct card_check *check,
                           const struct card *card)
{
    static const char *const words[] = {"always", "never", "under no"};
    size_t found = 0, last = 0;
    bool right = false;
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++) {
        right = right || has_phrase(check, card->answer, words[k]);
        for (size_t i = 0; i < check_compared(card); i++) {
            if (!has_phrase(check, card->wrong[i], words[k]))
                continue;
            found++;
            last = i;
        }
    }
    if (right == (found > 0))
        return;
    check_report(check, card,
                 right ? check_answer_line(card) : check_wrong_line(card, last),
                 "clean-form",
                 "leave the word out, or give it to several options",
                 "is told by \"always\" or \"never\"",
                 right ? card->answer : card->wrong[last]);
}

bool check_is_negative(const struct card_check *check, const char *asked)
{
    static const char *const words[] = {"NOT", "EXCEPT", "LEAST", "NEVER"};
    static const char *const phrases[] = {
        "of these is not",  "of these was not",  "of these are not",
        "these except",     "of these were not", "all of the following",
        "following is not", "following was not", "except which",
        "is false",         "is not true",       "is untrue",
        "are false",        "of these does not", "of these did not",
    };
    bool is_negative = false;
    for (size_t i = 0; i < sizeof phrases / sizeof phrases[0]; i++)
        is_negative = is_negative || has_phrase(check, asked, phrases[i]);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        const char *found = strstr(asked, words[i]);
        size_t length = strlen(words[i]);
        is_negative =
            is_negative || (found && (found == asked || found[-1] == ' ') &&
                            !isalnum((unsigned char)found[length]));
    }
    return is_negative;
}

/* "Which power never signed it?" */
static bool begins_negative(const struct card_check *check, const char *asked)
{
    struct text_words words = text_words(check->arena, asked);
    bool is_which = words.count && !strcmp(words.words[0], "which");
    for (size_t i = 1; is_which && i < words.count && i < 4; i++) {
        if (!strcmp(words.words[i], "never") || !strcmp(words.words[i], "not"))
            return true;
    }
    return false;
}

/* "Which of these was NOT signed?": the wrong ones would be the right ones. */
static void check_negative(const struct card_check *check,
                           const struct card *card)
{
    const char *asked = check_asked(check, card);
    if (check_is_negative(check, asked) || begins_negative(check, asked))
        check_report(check, card, check_ask_line(card), "clean-form",
                     "ask for what is the case",
                     "asks for what is not the case", asked);
}

static size_t runs_of(const char *text, const char *mark)
{
    size_t runs = 0, length = strlen(mark);
    for (const char *p = text; (p = strstr(p, mark)) != NULL; p += length) {
        bool goes_on =
            p >= text + length && strncmp(p - length, mark, length) == 0;
        runs += !goes_on;
    }
    return runs;
}

/* One question, or one gap. */
static void check_one_gap(const struct card_check *check,
                          const struct card *card)
{
    size_t gaps = runs_of(card->ask, "__") + runs_of(card->ask, "▢");
    if (gaps > 1)
        check_report(check, card, check_ask_line(card), "clean-form",
                     "leave one gap, or write `cloze` with braces",
                     "has several gaps and one answer", card->ask);
    else if (runs_of(card->ask, "? ") > 0 &&
             strrchr(card->ask, '?') > strstr(card->ask, "? "))
        check_report(check, card, check_ask_line(card), "clean-form",
                     "ask one thing, and make another card of the other",
                     "asks two questions", card->ask);
}

static bool sounds_like_vowel(const char *text)
{
    return *text && strchr("aeiouAEIOU", *text);
}

/* "an ▢" fits some options only. */
static void check_before_blank(const struct card_check *check,
                               const struct card *card)
{
    const char *open = card->cloze ? strchr(card->cloze, '{') : NULL;
    size_t before = open ? (size_t)(open - card->cloze) : 0;
    bool is_an = before >= 3 && strncmp(open - 3, "an ", 3) == 0 &&
                 (before == 3 || open[-4] == ' ');
    bool is_a = before >= 2 && strncmp(open - 2, "a ", 2) == 0 &&
                (before == 2 || open[-3] == ' ');
    for (size_t i = 0; (is_a || is_an) && i < check_compared(card); i++) {
        if (sounds_like_vowel(card->wrong[i]) ==
            sounds_like_vowel(card->answer))
            continue;
        check_report(check, card, check_ask_line(card), "clean-form",
                     "put \"a\" or \"an\" into the braces and the options",
                     "fits by \"a\" or \"an\" alone", card->answer);
        return;
    }
}

void check_clean(const struct card_check *check, const struct card *card)
{
    if (card->ask)
        check_one_gap(check, card);
    if (card->wrong_count < 2)
        return;
    check_option(check, card, card->answer, check_answer_line(card));
    for (size_t i = 0; i < check_compared(card); i++)
        check_option(check, card, card->wrong[i], check_wrong_line(card, i));
    check_absolute(check, card);
    check_negative(check, card);
    check_before_blank(check, card);
}
