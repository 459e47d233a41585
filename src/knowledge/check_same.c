/* Spellings of one thing: "1,230" and "1230", "five" and "5", "Louis XIV" and
 * "Louis 14", "third" and "3rd", "&" and "and". */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "knowledge/check_card.h"

/* "third" and "3rd" count as 3: what is numbered is the same thing. */
static const char *const ones[] = {
    "zero",    "one",     "two",       "three",    "four",
    "five",    "six",     "seven",     "eight",    "nine",
    "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
};
static const char *const ordinals[] = {
    "",          "first",     "second",      "third",      "fourth",
    "fifth",     "sixth",     "seventh",     "eighth",     "ninth",
    "tenth",     "eleventh",  "twelfth",     "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
};
static const char *const tens[] = {
    "twenty", "thirty",  "forty",  "fifty",
    "sixty",  "seventy", "eighty", "ninety",
};

enum { NUMBER_MOST = 1000000 }; /* no one writes more in words */

static long place_in(const char *const *list, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(list[i], word) == 0)
            return (long)i;
    }
    return -1;
}

/* The number of "3rd", or -1. */
static long ordinal_said(const char *word)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    char *end;
    if (!isdigit((unsigned char)*word) || strlen(word) > 6)
        return -1;
    long number = strtol(word, &end, 10);
    return place_in(endings, 4, end) < 0 ? -1 : number;
}

bool check_is_ordinal(const char *word)
{
    return ordinal_said(word) >= 0 ||
           (*word &&
            place_in(ordinals, sizeof ordinals / sizeof *ordinals, word) > 0);
}

/* The number that a word says, or -1. */
static long number_said(const char *word)
{
    long number = place_in(ones, sizeof ones / sizeof *ones, word);
    if (number < 0 && *word)
        number = place_in(ordinals, sizeof ordinals / sizeof *ordinals, word);
    if (number >= 0)
        return number;
    number = place_in(tens, sizeof tens / sizeof *tens, word);
    return number < 0 ? ordinal_said(word) : 10 * number + 20;
}

/* What "hundred" makes of the number before it; 0 for other words. */
static long multiple_said(const char *word)
{
    return strcmp(word, "hundred") == 0    ? 100
           : strcmp(word, "thousand") == 0 ? 1000
           : strcmp(word, "million") == 0  ? 1000000
                                           : 0;
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
static long roman_said(const char *word)
{
    long sum = 0;
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

/* "XIV", not "I" alone, nor "MIX". */
static size_t roman_length(const char *text)
{
    size_t length = strspn(text, "IVXL");
    return length > 1 && !isalnum((unsigned char)text[length]) &&
                   (signed char)text[length] >= 0
               ? length
               : 0;
}

/* True for a comma between groups of three digits. */
static bool is_group_mark(const char *text, const char *p)
{
    return *p == ',' && p > text && isdigit((unsigned char)p[-1]) &&
           strspn(p + 1, "0123456789") >= 3;
}

/* The length of ".0" behind a number. */
static size_t zeros_length(const char *text, const char *p)
{
    if (*p != '.' || p == text || !isdigit((unsigned char)p[-1]))
        return 0;
    size_t length = 1 + strspn(p + 1, "0");
    return length > 1 && !isdigit((unsigned char)p[length]) ? length : 0;
}

static void write_roman(const char *roman, size_t length, char *digits)
{
    char word[16] = "";
    for (size_t i = 0; i < length && i + 1 < sizeof word; i++)
        word[i] = (char)tolower((unsigned char)roman[i]);
    snprintf(digits, 16, "%ld", roman_said(word));
}

/* The text with its numbers in plain digits and "&" as a word. */
static const char *in_plain_digits(struct arena *arena, const char *text)
{
    char *plain = arena_alloc(arena, 5 * strlen(text) + 1);
    char *end = plain;
    for (const char *p = text; *p; p++) {
        bool begins = p == text || p[-1] == ' ' || p[-1] == '-';
        size_t roman = begins ? roman_length(p) : 0;
        if (roman) {
            char digits[16];
            write_roman(p, roman, digits);
            end = stpcpy(end, digits);
            p += roman - 1;
        } else if (zeros_length(text, p)) {
            p += zeros_length(text, p) - 1;
        } else if (*p == '&') {
            end = stpcpy(end, " and ");
        } else if (!is_group_mark(text, p)) {
            *end++ = *p;
        }
    }
    *end = '\0';
    return plain;
}

/* The number said by the words from `at` on: "one hundred", "twenty one";
 * `*used` of them, 0 where there is none. */
static long number_from(const struct text_words *words, size_t at, size_t *used)
{
    long number = number_said(words->words[at]);
    *used = number >= 0;
    if (number < 0 && at > 0 && counts_in_roman(words->words[at - 1])) {
        number = roman_said(words->words[at]);
        *used = number > 0;
    }
    for (size_t i = at + *used; *used && i < words->count; i++) {
        const char *word = words->words[i];
        long times = multiple_said(word);
        long next = number_said(word);
        bool adds = next > 0 && next < 10 && number >= 20 && number < 100 &&
                    number % 10 == 0;
        if ((!times && !adds) || number > NUMBER_MOST)
            break;
        number = times ? number * times : number + next;
        ++*used;
    }
    return number;
}

struct text_words check_words_of(const struct card_check *check,
                                 const char *text)
{
    struct text_words words =
        text_words(check->arena, in_plain_digits(check->arena, text));
    size_t count = 0, used = 0;
    for (size_t i = 0; i < words.count; i += used + !used) {
        long number = number_from(&words, i, &used);
        words.words[count++] =
            used ? arena_printf(check->arena, "%ld", number) : words.words[i];
    }
    words.count = count;
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
    if (a->count == 2 && b->count == 2)
        return strcmp(a->words[0], b->words[1]) == 0 &&
               strcmp(a->words[1], b->words[0]) == 0;
    if (a->count != b->count || !has_word(a, "and"))
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (!has_word(b, a->words[i]) || !has_word(a, b->words[i]))
            return false;
    }
    return true;
}
