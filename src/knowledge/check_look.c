/* What a player who knows nothing sees: the one long option, the one with a
 * full stop, with quotes, with a number. */
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

void check_report(const struct card_check *check, const struct card *card,
                  int line, const char *rule, const char *remedy,
                  const char *what, const char *text)
{
    problems_add(check->problems, PROBLEM_WARNING, card->file, line, rule,
                 remedy, "in the card \"%s\" \"%s\" %s", card->id,
                 suggest_quoted(check->arena, text), what);
}

size_t check_compared(const struct card *card)
{
    return card->wrong_count < OPTIONS_COMPARED_MAX ? card->wrong_count
                                                    : OPTIONS_COMPARED_MAX;
}

static void check_length(const struct card_check *check,
                         const struct card *card)
{
    size_t right = text_length(card->answer);
    size_t longest = 0, shortest = SIZE_MAX;
    for (size_t i = 0; i < check_compared(card); i++) {
        size_t length = text_length(card->wrong[i]);
        longest = length > longest ? length : longest;
        shortest = length < shortest ? length : shortest;
    }
    const char *remedy = "write wrong options of about the same length";
    if (right >= LENGTH_LEAST && right * RATIO_BOTTOM > longest * RATIO_TOP)
        check_report(check, card, check_answer_line(card), "length", remedy,
                     "is the longest option by far, and right", card->answer);
    if (shortest >= LENGTH_LEAST && shortest * RATIO_BOTTOM > right * RATIO_TOP)
        check_report(check, card, check_answer_line(card), "length", remedy,
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
    for (size_t i = 0; i < check_compared(card); i++) {
        unsigned char first = (unsigned char)card->wrong[i][0];
        if (trait(card->wrong[i]) == right || !isalpha(first))
            return;
    }
    if (isalpha((unsigned char)card->answer[0]))
        check_report(check, card, check_answer_line(card), "look",
                     "write all options in one way", what, card->answer);
}

static bool has_quotes(const char *text)
{
    return strchr(text, '"') || strstr(text, "“") || strstr(text, "「");
}

static bool has_parentheses(const char *text)
{
    return strpbrk(text, "()[]") != NULL;
}

/* In a longer text: numbers alone are a sort of their own. */
static bool has_number(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

static bool is_long(const char *text)
{
    const char *space = strchr(text, ' ');
    return space && strchr(space + 1, ' ');
}

/* What the answer alone has, or alone lacks. */
static void check_mark(const struct card_check *check, const struct card *card,
                       bool mark(const char *), const char *what)
{
    bool right = mark(card->answer);
    for (size_t i = 0; i < check_compared(card); i++) {
        if (mark(card->wrong[i]) == right)
            return;
    }
    check_report(check, card, check_answer_line(card), "look",
                 "write all options in one way", what, card->answer);
}

static void check_marks(const struct card_check *check, const struct card *card)
{
    bool all_long = is_long(card->answer);
    check_mark(check, card, has_quotes, "is alone with its quotes, or without");
    check_mark(check, card, has_parentheses,
               "is alone with its parentheses, or without");
    for (size_t i = 0; i < check_compared(card); i++)
        all_long = all_long && is_long(card->wrong[i]);
    if (all_long)
        check_mark(check, card, has_number,
                   "is alone with its number, or without");
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
    if (check_mixes_scripts(text))
        check_report(check, card, line, "look",
                     "write the word in one alphabet",
                     "has letters of two alphabets in one word", text);
    if (text_words(check->arena, text).count == 0)
        check_report(check, card, line, "value", "write it in words or digits",
                     "has neither a letter nor a digit", text);
}

void check_look(const struct card_check *check, const struct card *card)
{
    check_braces(check, card);
    check_words(check, card, card->answer, check_answer_line(card));
    for (size_t i = 0; i < check_compared(card); i++)
        check_words(check, card, card->wrong[i], check_wrong_line(card, i));
    check_clean(check, card);
    if (card->wrong_count < 2)
        return;
    check_length(check, card);
    check_trait(check, card, ends_with_stop, "alone ends as it does");
    check_trait(check, card, begins_big, "alone begins as it does");
    check_marks(check, card);
}
