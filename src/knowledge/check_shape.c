/* Options of one shape: an answer among things of another sort stands out. */
#include <stdlib.h>
#include <string.h>

#include "knowledge/check_card.h"
#include "knowledge/check_proof.h"
#include "knowledge/suggest.h"
#include "knowledge/value.h"

enum { NUMBER_WORDS_MAX = 2 }; /* "15", "15 years" */

enum sort { SORT_TEXT, SORT_NUMBER, SORT_DAY, SORT_MONTH, SORT_YEAR };

struct shape {
    enum sort sort;
    bool about;
    bool japanese; /* in kana or Han */
    bool latin;
};

static const char *const sort_names[] = {
    [SORT_TEXT] = "a text",       [SORT_NUMBER] = "a number",
    [SORT_DAY] = "a day",         [SORT_MONTH] = "a month",
    [SORT_YEAR] = "about a year",
};

/* Kana and Han lie between U+3040 and U+9FFF. */
static bool has_japanese(const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
        if ((*p == 0xe3 && p[1] >= 0x81) || (*p >= 0xe4 && *p <= 0xe9))
            return true;
    }
    return false;
}

static bool has_latin(const char *text)
{
    for (; *text; text++) {
        if ((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z'))
            return true;
    }
    return false;
}

/* The first word of "fifteen years". */
static bool is_number_word(const char *folded)
{
    static const char *const words[] = {
        "no",     "one",   "two",    "three",   "four",   "five",   "six",
        "seven",  "eight", "nine",   "ten",     "eleven", "twelve", "twenty",
        "thirty", "fifty", "ninety", "hundred", "half",
    };
    size_t length = strcspn(folded, " ");
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strlen(words[i]) == length && !memcmp(words[i], folded, length))
            return true;
    }
    return false;
}

static bool is_number(const struct card_check *check, const char *text)
{
    const char *folded = text_fold(check->arena, text);
    return ((*folded >= '0' && *folded <= '9') || is_number_word(folded)) &&
           text_words(check->arena, text).count <= NUMBER_WORDS_MAX;
}

/* A bare year is a number like any other. */
static struct shape shape_of(const struct card_check *check, const char *text)
{
    struct shape shape = {.japanese = has_japanese(text),
                          .latin = has_latin(text)};
    struct date date;
    if (date_read(text, &date) && (date.month || date.about)) {
        shape.about = date.about;
        shape.sort = date.day ? SORT_DAY : date.month ? SORT_MONTH : SORT_YEAR;
    } else if (is_number(check, text)) {
        shape.sort = SORT_NUMBER;
    }
    return shape;
}

static const char *difference(struct shape right, struct shape wrong)
{
    if (right.sort != wrong.sort || right.about != wrong.about)
        return sort_names[wrong.sort];
    if (right.japanese && !wrong.japanese && wrong.latin)
        return "in Latin letters";
    if (wrong.japanese && !right.japanese && right.latin)
        return "in Japanese";
    return NULL;
}

/* Those are twins, and told as such. */
static bool may_be_one_day(const char *a, const char *b)
{
    struct date x, y;
    return date_read(a, &x) && date_read(b, &y) && !date_differs(x, y);
}

static void check_option(const struct card_check *check,
                         const struct card *card, size_t nth)
{
    struct shape right = shape_of(check, card->answer);
    const char *what = difference(right, shape_of(check, card->wrong[nth]));
    if (what && !may_be_one_day(card->answer, card->wrong[nth]))
        problems_add(check->problems, PROBLEM_WARNING, card->file,
                     check_wrong_line(card, nth), "shape",
                     "write all options in one way",
                     "\"%s\" is %s, which the answer \"%s\" is not",
                     suggest_quoted(check->arena, card->wrong[nth]), what,
                     suggest_quoted(check->arena, card->answer));
}

static bool asks_when(const struct card_check *check, const struct card *card)
{
    struct text_words words =
        text_words(check->arena, check_asked(check, card));
    for (size_t i = 0; i < words.count; i++) {
        if (!strcmp(words.words[i], "when") || !strcmp(words.words[i], "year"))
            return true;
    }
    return false;
}

static bool is_to_come(const struct card_check *check, const struct card *card,
                       const char *text)
{
    struct date date;
    if (!date_read(text, &date) || (!date.month && !asks_when(check, card)))
        return false;
    date.month = date.month ? date.month : 1;
    date.day = date.day ? date.day : 1;
    return date_to_days(date) > check->today;
}

/* A day to come stands out among days that have passed; where what is planned
 * is asked for, all of them are to come. A bare number is a year only where
 * one is asked for. */
static void check_future(const struct card_check *check,
                         const struct card *card, size_t nth)
{
    if (is_to_come(check, card, card->wrong[nth]) &&
        !is_to_come(check, card, card->answer))
        problems_add(check->problems, PROBLEM_ERROR, card->file,
                     check_wrong_line(card, nth), "future-date",
                     "replace it by a day that has passed",
                     "\"%s\" of the card \"%s\" has not come yet",
                     suggest_quoted(check->arena, card->wrong[nth]), card->id);
}

/* "Article 12", "Art. 12"; 0 for anything else. */
static double article_of(const struct card_check *check, const char *text)
{
    struct text_words words = text_words(check->arena, text);
    if (words.count != 2 || (strcmp(words.words[0], "article") != 0 &&
                             strcmp(words.words[0], "art") != 0))
        return 0;
    return strtod(words.words[1], NULL);
}

static void check_article(const struct card_check *check,
                          const struct card *card, const char *text, int line)
{
    double last = check_last_article(card->of);
    double number = article_of(check, text);
    if (last > 0 && number > last)
        problems_add(check->problems, PROBLEM_ERROR, card->file, line,
                     "article-range", "name an article that there is",
                     "\"%s\" of the card \"%s\" is past the last: \"%s\" has "
                     "%.0f",
                     suggest_quoted(check->arena, text), card->id, card->of->id,
                     last);
}

void check_shapes(const struct card_check *check, const struct card *card)
{
    if (card->of)
        check_article(check, card, card->answer, check_answer_line(card));
    for (size_t i = 0; i < card->wrong_count && i < OPTIONS_COMPARED_MAX; i++) {
        check_option(check, card, i);
        check_future(check, card, i);
        if (card->of)
            check_article(check, card, card->wrong[i],
                          check_wrong_line(card, i));
    }
}
