/*
 * bot_view.h -- a question as a player sees it who knows nothing.
 *
 * Head, prompt and options, cut into words and read as numbers; and how often
 * each answer is the right one over all decks, which whoever has played a while
 * knows without having learnt a single fact.
 */
#ifndef BENCH_BOT_VIEW_H
#define BENCH_BOT_VIEW_H

#include <stdlib.h>
#include <string.h>

#include "knowledge/question.h"

struct view {
    const struct question *question;
    struct text_words stem;
    struct text_words words[OPTIONS_MAX];
    double numbers[OPTIONS_MAX]; /* days, or the number a text begins with */
    bool numeric;
    double stated[OPTIONS_MAX]; /* how often it is the answer, all over */
};

/* Every answer there is, sorted, to count equal ones. */
struct answers {
    const char **texts;
    size_t count;
    size_t capacity;
};

static inline int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static inline void answers_add(struct answers *answers, const char *text,
                               struct arena *arena)
{
    answers->texts =
        arena_grow(arena, answers->texts, answers->count, answers->count + 1,
                   &answers->capacity, sizeof *answers->texts);
    answers->texts[answers->count++] = text;
}

static inline struct answers answers_of(const struct knowledge *knowledge,
                                        struct arena *arena)
{
    struct answers answers = {0};
    for (size_t i = 0; i < knowledge->item_count; i++) {
        const struct item *item = &knowledge->items[i];
        const struct fact *fact = item->fact;
        for (size_t k = 0; fact && k < fact->value_count; k++) {
            const char *text =
                item->back ? fact->subject->title : fact->values[k].shown;
            answers_add(&answers, text, arena);
        }
    }
    if (answers.count)
        qsort(answers.texts, answers.count, sizeof *answers.texts, by_text);
    return answers;
}

/* The first of the sorted texts that is not before `text`. */
static inline size_t answers_first(const struct answers *answers,
                                   const char *text)
{
    size_t low = 0, high = answers->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(answers->texts[middle], text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static inline double answers_times(const struct answers *answers,
                                   const char *text)
{
    size_t first = answers_first(answers, text), i = first;
    while (i < answers->count && !strcmp(answers->texts[i], text))
        i++;
    return (double)(i - first);
}

static inline bool read_number(const char *text, double *number)
{
    struct date date;
    if (date_read(text, &date)) {
        *number = date.year + date.month / 12.0 + date.day / 372.0;
        return true;
    }
    char *end;
    *number = strtod(text, &end);
    return end != text;
}

static inline struct view view_of(const struct question *question,
                                  const struct answers *answers,
                                  struct arena *arena)
{
    struct view view = {.question = question, .numeric = true};
    view.stem = text_words(
        arena, arena_printf(arena, "%s %s", question->head, question->prompt));
    for (int i = 0; i < question->option_count; i++) {
        const char *text = question->options[i].text;
        view.words[i] = text_words(arena, text);
        view.stated[i] = answers_times(answers, text);
        view.numeric = read_number(text, &view.numbers[i]) && view.numeric;
    }
    return view;
}

#endif
