/* Spellings of one thing: "1,230" and "1230", "five" and "5", "Article V" and
 * "Article 5". */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "knowledge/check_card.h"

/* The number that a word says, or -1. */
static int number_said(const char *word)
{
    static const char *const words[] = {
        "zero",     "one",      "two",      "three",   "four",    "five",
        "six",      "seven",    "eight",    "nine",    "ten",     "eleven",
        "twelve",   "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen", "twenty",
    };
    for (int i = 0; i < (int)(sizeof words / sizeof words[0]); i++) {
        if (strcmp(words[i], word) == 0)
            return i;
    }
    return -1;
}

static int roman_digit(char letter)
{
    return letter == 'i'   ? 1
           : letter == 'v' ? 5
           : letter == 'x' ? 10
           : letter == 'l' ? 50
                           : 0;
}

/* The number of "xiv", or -1. */
static int roman_said(const char *word)
{
    int sum = 0;
    for (; *word; word++) {
        int digit = roman_digit(*word);
        if (digit == 0)
            return -1;
        sum += digit < roman_digit(word[1]) ? -digit : digit;
    }
    return sum > 0 ? sum : -1;
}

static bool counts_in_roman(const char *word)
{
    static const char *const words[] = {"article", "art",   "chapter",
                                        "part",    "annex", "section"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(words[i], word) == 0)
            return true;
    }
    return false;
}

/* The text without the commas between groups of three digits. */
static const char *without_group_marks(struct arena *arena, const char *text)
{
    char *plain = arena_text(arena, text);
    char *end = plain;
    for (const char *p = text; *p; p++) {
        bool is_mark = *p == ',' && p > text && isdigit((unsigned char)p[-1]) &&
                       strspn(p + 1, "0123456789") >= 3;
        if (!is_mark)
            *end++ = *p;
    }
    *end = '\0';
    return plain;
}

struct text_words check_words_of(const struct card_check *check,
                                 const char *text)
{
    struct text_words words =
        text_words(check->arena, without_group_marks(check->arena, text));
    for (size_t i = 0; i < words.count; i++) {
        int number = number_said(words.words[i]);
        if (number < 0 && i > 0 && counts_in_roman(words.words[i - 1]))
            number = roman_said(words.words[i]);
        if (number >= 0)
            words.words[i] = arena_printf(check->arena, "%d", number);
    }
    return words;
}

static bool has_word(const struct text_words *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++) {
        if (strcmp(words->words[i], word) == 0)
            return true;
    }
    return false;
}

bool check_same_list(const struct text_words *a, const struct text_words *b)
{
    if (a->count != b->count || !has_word(a, "and"))
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (!has_word(b, a->words[i]) || !has_word(a, b->words[i]))
            return false;
    }
    return true;
}
