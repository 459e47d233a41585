/* What a player who knows nothing sees: the one long option, the one with a
 * full stop, "all of the above", the vowel behind "an". */
#include <ctype.h>
#include <string.h>

#include "knowledge/check_card.h"
#include "knowledge/leak.h"
#include "knowledge/suggest.h"

enum {
    LENGTH_LEAST = 16 /* characters from which on a length is seen */
};

/* As long again as half of what is nearest to it, or shorter by a third. */
static const size_t RATIO_TOP = 3, RATIO_BOTTOM = 2;

static void add(const struct card_check *check, const struct card *card,
                int line, const char *rule, const char *remedy,
                const char *what, const char *text)
{
    problems_add(check->problems, PROBLEM_WARNING, card->file, line, rule,
                 remedy, "in the card \"%s\" \"%s\" %s", card->id,
                 suggest_quoted(check->arena, text), what);
}

static size_t compared(const struct card *card)
{
    return card->wrong_count < OPTIONS_COMPARED_MAX ? card->wrong_count
                                                    : OPTIONS_COMPARED_MAX;
}

static void check_length(const struct card_check *check,
                         const struct card *card)
{
    size_t right = text_length(card->answer);
    size_t longest = 0, shortest = SIZE_MAX;
    for (size_t i = 0; i < compared(card); i++) {
        size_t length = text_length(card->wrong[i]);
        longest = length > longest ? length : longest;
        shortest = length < shortest ? length : shortest;
    }
    const char *remedy = "write wrong options of about the same length";
    if (right >= LENGTH_LEAST && right * RATIO_BOTTOM > longest * RATIO_TOP)
        add(check, card, check_answer_line(card), "length", remedy,
            "is the longest option by far, and right", card->answer);
    if (shortest >= LENGTH_LEAST && shortest * RATIO_BOTTOM > right * RATIO_TOP)
        add(check, card, check_answer_line(card), "length", remedy,
            "is the shortest option by far, and right", card->answer);
}

static bool ends_with_stop(const char *text)
{
    size_t length = strlen(text);
    bool is_abbreviation =
        length > 2 && (text[length - 3] == '.' || text[length - 3] == ' ');
    return length > 1 && text[length - 1] == '.' && !is_abbreviation;
}

static bool begins_big(const char *text)
{
    return isupper((unsigned char)text[0]) != 0;
}

/* Digits have no case, and a stop behind some options tells of none. */
static void check_trait(const struct card_check *check, const struct card *card,
                        bool trait(const char *), const char *what)
{
    bool right = trait(card->answer);
    for (size_t i = 0; i < compared(card); i++) {
        unsigned char first = (unsigned char)card->wrong[i][0];
        if (trait(card->wrong[i]) == right || !isalpha(first))
            return;
    }
    if (isalpha((unsigned char)card->answer[0]))
        add(check, card, check_answer_line(card), "look",
            "write all options in one way", what, card->answer);
}

static bool has_phrase(const struct card_check *check, const char *text,
                       const char *phrase)
{
    struct text_words whole = text_words(check->arena, text);
    struct text_words part = text_words(check->arena, phrase);
    return text_has_words(&whole, &part);
}

static void check_option(const struct card_check *check,
                         const struct card *card, const char *text, int line)
{
    static const char *const phrases[] = {
        "all of the above", "none of the above", "both of the above",
        "all of these",     "none of these",     "all of them",
        "none of them",     "any of the above",  "all the above",
        "both a and b",     "a and b",
    };
    for (size_t i = 0; i < sizeof phrases / sizeof phrases[0]; i++) {
        if (!has_phrase(check, text, phrases[i]))
            continue;
        add(check, card, line, "clean-form",
            "write an option that stands for itself",
            "speaks of the other options", text);
        return;
    }
}

/* "Which of these was NOT signed?": the wrong ones would be the right ones. */
static void check_negative(const struct card_check *check,
                           const struct card *card)
{
    static const char *const words[] = {"NOT", "EXCEPT", "LEAST", "NEVER"};
    const char *asked = check_asked(check, card);
    bool is_negative = has_phrase(check, asked, "which of these is not") ||
                       has_phrase(check, asked, "which of these was not") ||
                       has_phrase(check, asked, "all of these except");
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        const char *found = strstr(asked, words[i]);
        size_t length = strlen(words[i]);
        is_negative =
            is_negative || (found && (found == asked || found[-1] == ' ') &&
                            !isalnum((unsigned char)found[length]));
    }
    if (is_negative)
        add(check, card, check_ask_line(card), "clean-form",
            "ask for what is the case", "asks for what is not the case", asked);
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
    for (size_t i = 0; (is_a || is_an) && i < compared(card); i++) {
        if (sounds_like_vowel(card->wrong[i]) ==
            sounds_like_vowel(card->answer))
            continue;
        add(check, card, check_ask_line(card), "clean-form",
            "put \"a\" or \"an\" into the braces and the options",
            "fits by \"a\" or \"an\" alone", card->answer);
        return;
    }
}

static void check_braces(const struct card_check *check,
                         const struct card *card)
{
    if (card->ask && strpbrk(card->ask, "{}"))
        problems_add(check->problems, PROBLEM_ERROR, card->file,
                     check_ask_line(card), "template",
                     "write the words themselves, or a gap with `cloze`",
                     "the card \"%s\" has braces in `ask`, which nothing fills",
                     card->id);
}

/* What is all marks cannot be typed, nor told from other marks. */
static void check_words(const struct card_check *check, const struct card *card,
                        const char *text, int line)
{
    if (text_words(check->arena, text).count == 0)
        add(check, card, line, "value", "write it in words or digits",
            "has neither a letter nor a digit", text);
}

void check_look(const struct card_check *check, const struct card *card)
{
    check_braces(check, card);
    check_words(check, card, card->answer, check_answer_line(card));
    for (size_t i = 0; i < compared(card); i++)
        check_words(check, card, card->wrong[i], check_wrong_line(card, i));
    if (card->wrong_count < 2)
        return;
    check_length(check, card);
    check_trait(check, card, ends_with_stop, "alone ends as it does");
    check_trait(check, card, begins_big, "alone begins as it does");
    check_option(check, card, card->answer, check_answer_line(card));
    for (size_t i = 0; i < compared(card); i++)
        check_option(check, card, card->wrong[i], check_wrong_line(card, i));
    check_negative(check, card);
    check_before_blank(check, card);
}
