/*
 * bots.c -- players who know nothing answer every choice question.
 *
 * Each bot looks at head, prompt and options alone and gives every option a
 * score; it chooses the highest, and equal ones equally often. Whoever knows
 * nothing should be right by chance. Prints a table and exits with 1 when a bot
 * is right more than BOT_MARGIN above it.
 *
 * usage: bots DECK... (kinds files first)
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "io/deck_file.h"
#include "knowledge/question.h"

enum { SEEDS = 40, TODAY = 20781, FILES_MAX = 64 }; /* 2026-11-24 */

static const double BOT_MARGIN = 0.05;

/* One question as a bot sees it. */
struct view {
    const struct question *question;
    struct text_words stem;
    struct text_words words[OPTIONS_MAX];
    double numbers[OPTIONS_MAX]; /* days, or the number a text begins with */
    bool numeric;
    double frequent[OPTIONS_MAX]; /* how often it is stated in all decks */
};

/* Every value stated, sorted, to count equal ones. */
struct stated {
    const char **texts;
    size_t count;
};

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static struct stated state_all(const struct knowledge *knowledge,
                               struct arena *arena)
{
    struct stated stated = {0};
    size_t capacity = 0;
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const struct fact *fact = knowledge->facts[i];
        for (size_t k = 0; k < fact->value_count && fact->field->ask.text;
             k++) {
            stated.texts =
                arena_grow(arena, stated.texts, stated.count, stated.count + 1,
                           &capacity, sizeof *stated.texts);
            stated.texts[stated.count++] = fact->values[k].shown;
        }
    }
    if (stated.count)
        qsort(stated.texts, stated.count, sizeof *stated.texts, by_text);
    return stated;
}

/* The first of the sorted texts that is not before `text`. */
static size_t first_of(const struct stated *stated, const char *text)
{
    size_t low = 0, high = stated->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(stated->texts[middle], text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static double times_stated(const struct stated *stated, const char *text)
{
    size_t first = first_of(stated, text), i = first;
    while (i < stated->count && !strcmp(stated->texts[i], text))
        i++;
    return (double)(i - first);
}

static bool read_number(const char *text, double *number)
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

static struct view view_of(const struct question *question,
                           const struct stated *stated, struct arena *arena)
{
    struct view view = {.question = question, .numeric = true};
    view.stem = text_words(
        arena, arena_printf(arena, "%s %s", question->head, question->prompt));
    for (int i = 0; i < question->option_count; i++) {
        const char *text = question->options[i].text;
        view.words[i] = text_words(arena, text);
        view.frequent[i] = times_stated(stated, text);
        view.numeric = read_number(text, &view.numbers[i]) && view.numeric;
    }
    return view;
}

static double shared(const struct text_words *a, const struct text_words *b)
{
    double count = 0;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            count += !strcmp(a->words[i], b->words[k]);
    return count;
}

static double longest(const struct view *view, int i)
{
    return (double)text_length(view->question->options[i].text);
}

static double shortest(const struct view *view, int i)
{
    return -longest(view, i);
}

static double medoid(const struct view *view, int i)
{
    double sum = 0;
    for (int k = 0; k < view->question->option_count; k++)
        if (k != i)
            sum += shared(&view->words[i], &view->words[k]);
    return sum;
}

static double odd_one(const struct view *view, int i)
{
    return -medoid(view, i);
}

static double most_frequent(const struct view *view, int i)
{
    return view->frequent[i];
}

static double least_frequent(const struct view *view, int i)
{
    return -view->frequent[i];
}

static double nearest_mean(const struct view *view, int i)
{
    double mean = 0;
    for (int k = 0; k < view->question->option_count; k++)
        mean += view->numbers[k] / view->question->option_count;
    return view->numeric ? -fabs(view->numbers[i] - mean) : 0;
}

static double word_of_stem(const struct view *view, int i)
{
    return shared(&view->words[i], &view->stem);
}

static double place_a(const struct view *view, int i)
{
    (void)view;
    return i == 0;
}

static double place_b(const struct view *view, int i)
{
    (void)view;
    return i == 1;
}

static double place_c(const struct view *view, int i)
{
    (void)view;
    return i == 2;
}

static double place_last(const struct view *view, int i)
{
    return i == view->question->option_count - 1;
}

static const struct {
    const char *name;
    double (*score)(const struct view *view, int i);
} bots[] = {
    {"longest", longest},
    {"shortest", shortest},
    {"most like others", medoid},
    {"odd one out", odd_one},
    {"most frequent", most_frequent},
    {"least frequent", least_frequent},
    {"nearest the mean", nearest_mean},
    {"word of the stem", word_of_stem},
    {"always first", place_a},
    {"always second", place_b},
    {"always third", place_c},
    {"always last", place_last},
};

enum { BOT_COUNT = sizeof bots / sizeof *bots };

/* How often the bot is right: one, or its share of equal best ones. */
static double play(const struct view *view, int bot)
{
    double best = -INFINITY, ties = 0;
    bool right = false;
    for (int i = 0; i < view->question->option_count; i++) {
        double score = bots[bot].score(view, i);
        if (score > best) {
            best = score;
            ties = 0;
            right = false;
        }
        if (score >= best) {
            ties++;
            right = right || i == view->question->right;
        }
    }
    return right ? 1 / ties : 0;
}

struct tally {
    double right[BOT_COUNT];
    double asked;
    double chance;
};

static void ask_all(const struct knowledge *knowledge, int options,
                    struct tally *tally)
{
    struct arena once, work;
    arena_init(&once, (size_t)1 << 28);
    arena_init(&work, (size_t)1 << 28);
    struct stated stated = state_all(knowledge, &once);
    for (size_t i = 0; i < knowledge->item_count * SEEDS; i++) {
        struct question question;
        struct question_request request = {.item = &knowledge->items[i / SEEDS],
                                           .form = FORM_CHOICE,
                                           .options = options,
                                           .seed = i % SEEDS,
                                           .today = TODAY};
        arena_reset(&work);
        if (!question_make(knowledge, request, &work, &question, NULL))
            continue;
        struct view view = view_of(&question, &stated, &work);
        tally->asked++;
        tally->chance += question.chance;
        for (int bot = 0; bot < BOT_COUNT; bot++)
            tally->right[bot] += play(&view, bot);
    }
    arena_release(&work);
    arena_release(&once);
}

static bool print(int options, const struct tally *tally)
{
    bool met = true;
    double chance = tally->chance / tally->asked;
    printf("%d options: %.0f questions, chance %.1f %%\n", options,
           tally->asked, 100 * chance);
    for (int bot = 0; bot < BOT_COUNT; bot++) {
        double rate = tally->right[bot] / tally->asked;
        bool fair = rate <= chance + BOT_MARGIN;
        printf("  %-18s %5.1f %%  %s\n", bots[bot].name, 100 * rate,
               fair ? "met" : "missed");
        met = met && fair;
    }
    return met;
}

int main(int argc, char **argv)
{
    struct arena arena;
    struct problems problems;
    struct source sources[FILES_MAX];
    size_t count = 0;
    arena_init(&arena, (size_t)1 << 30);
    problems_init(&problems, &arena);
    for (int i = 1; i < argc && count < FILES_MAX; i++)
        count += deck_file_read(argv[i], argv[i], &arena, &sources[count],
                                &problems);
    struct knowledge *knowledge =
        knowledge_build(&arena, sources, count, &problems);
    bool met = knowledge->item_count > 0;
    for (int options = OPTIONS_MIN; options <= OPTIONS_MAX; options++) {
        struct tally tally = {.asked = 0};
        ask_all(knowledge, options, &tally);
        met = print(options, &tally) && met;
    }
    arena_release(&arena);
    return met ? 0 : 1;
}
