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
    unsigned scripts;
    const char *unit; /* of a number: "years", "%" */
};

static const char *const sort_names[] = {
    [SORT_TEXT] = "a text",       [SORT_NUMBER] = "a number",
    [SORT_DAY] = "a day",         [SORT_MONTH] = "a month",
    [SORT_YEAR] = "about a year",
};

/* Where digits do not say it: "no articles". */
static bool is_number_word(const char *folded)
{
    static const char *const words[] = {
        "no", "half", "hundred", "hundreds", "thousands",
    };
    size_t length = strcspn(folded, " ");
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strlen(words[i]) == length && !memcmp(words[i], folded, length))
            return true;
    }
    return false;
}

static bool is_number(const char *folded, size_t words)
{
    return ((*folded >= '0' && *folded <= '9') || is_number_word(folded)) &&
           words <= NUMBER_WORDS_MAX;
}

/* What is counted; "" where nothing is said. */
static const char *unit_of(const char *text, const struct text_words *words)
{
    if (words->count == NUMBER_WORDS_MAX)
        return words->words[1];
    return strchr(text, '%') ? "%" : "";
}

/* A bare year is a number like any other. */
static struct shape shape_of(const struct card_check *check, const char *text)
{
    struct shape shape = {.scripts = check_scripts_of(text)};
    struct text_words words = check_words_of(check, text);
    struct date date;
    if (date_read(text, &date) && (date.month || date.about)) {
        shape.about = date.about;
        shape.sort = date.day ? SORT_DAY : date.month ? SORT_MONTH : SORT_YEAR;
    } else if (words.count && is_number(words.words[0], words.count) &&
               !check_is_ordinal(text_words(check->arena, text).words[0])) {
        shape.sort = SORT_NUMBER;
        shape.unit = unit_of(text, &words);
    }
    return shape;
}

static bool is_time(const char *unit)
{
    static const char *const units[] = {"year", "month", "week", "day", "hour"};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (strncmp(unit, units[i], strlen(units[i])) == 0)
            return true;
    }
    return false;
}

/* "year" and "years" are one unit, and "six months" stands beside a year. */
static bool same_unit(const char *a, const char *b)
{
    if (is_time(a) && is_time(b))
        return true;
    size_t x = strlen(a), y = strlen(b);
    size_t shorter = x < y ? x : y;
    return shorter == 0 ? x == y : strncmp(a, b, shorter) == 0;
}

static const char *difference(struct shape right, struct shape wrong)
{
    if (right.sort != wrong.sort || right.about != wrong.about)
        return sort_names[wrong.sort];
    if (right.sort == SORT_NUMBER && !same_unit(right.unit, wrong.unit))
        return "in another unit";
    if (right.scripts && wrong.scripts &&
        (right.scripts & SCRIPT_HAN) != (wrong.scripts & SCRIPT_HAN))
        return check_script_name(wrong.scripts & SCRIPT_HAN ? SCRIPT_HAN
                                                            : wrong.scripts);
    if (right.scripts && wrong.scripts && !(right.scripts & wrong.scripts))
        return check_script_name(wrong.scripts);
    return NULL;
}

/* Those are twins, and told as such. */
static bool may_be_one_day(const char *a, const char *b)
{
    struct date x, y;
    return date_read(a, &x) && date_read(b, &y) && !date_differs(x, y);
}

static const char *option_difference(const struct card_check *check,
                                     const struct card *card, size_t nth)
{
    if (may_be_one_day(card->answer, card->wrong[nth]))
        return NULL;
    return difference(shape_of(check, card->answer),
                      shape_of(check, card->wrong[nth]));
}

static void check_option(const struct card_check *check,
                         const struct card *card, size_t nth)
{
    const char *what = option_difference(check, card, nth);
    if (what)
        problems_add(check->problems, PROBLEM_WARNING, card->file,
                     check_wrong_line(card, nth), "shape",
                     "write all options in one way",
                     "\"%s\" is %s, which the answer \"%s\" is not",
                     suggest_quoted(check->arena, card->wrong[nth]), what,
                     suggest_quoted(check->arena, card->answer));
}

/* True if the answer alone is unlike all others: then it is told of once. */
static bool is_unlike_all(const struct card_check *check,
                          const struct card *card, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!option_difference(check, card, i))
            return false;
    }
    if (count < 2)
        return false;
    problems_add(check->problems, PROBLEM_WARNING, card->file,
                 check_answer_line(card), "shape",
                 "write all options in one way",
                 "the answer \"%s\" is of another sort than all wrong options",
                 suggest_quoted(check->arena, card->answer));
    return true;
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

static bool asks_article(const struct card_check *check,
                         const struct card *card)
{
    struct text_words words =
        text_words(check->arena, check_asked(check, card));
    for (size_t i = 0; i < words.count; i++) {
        if (!strcmp(words.words[i], "article"))
            return true;
    }
    return false;
}

/* "Article XII", "Art. 12", where an article is asked for "12"; 0 for anything
 * else. */
static double article_of(const struct card_check *check,
                         const struct card *card, const char *text)
{
    struct text_words words = check_words_of(check, text);
    if (words.count == 1 && asks_article(check, card))
        return strtod(words.words[0], NULL);
    if (words.count != 2 || (strcmp(words.words[0], "article") != 0 &&
                             strcmp(words.words[0], "art") != 0))
        return 0;
    return strtod(words.words[1], NULL);
}

static void check_article(const struct card_check *check,
                          const struct card *card, const char *text, int line)
{
    double last = check_last_article(card->of);
    double number = article_of(check, card, text);
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
    size_t count = check_compared(card);
    bool is_told = is_unlike_all(check, card, count);
    for (size_t i = 0; i < count; i++) {
        if (!is_told)
            check_option(check, card, i);
        check_future(check, card, i);
        if (card->of)
            check_article(check, card, card->wrong[i],
                          check_wrong_line(card, i));
    }
}
