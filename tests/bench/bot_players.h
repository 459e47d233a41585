/*
 * bot_players.h -- players who know nothing, each with one rule of thumb.
 *
 * A bot gives every option a score and chooses the highest; equal ones equally
 * often, so that it is right by halves or thirds.
 */
#ifndef BENCH_BOT_PLAYERS_H
#define BENCH_BOT_PLAYERS_H

#include <math.h>

#include "bot_view.h"
#include "knowledge/leak.h"

typedef double bot_score(const struct view *view, int i);

static double words_shared(const struct text_words *a,
                           const struct text_words *b)
{
    double count = 0;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            count += !leak_is_stop_word(a->words[i]) &&
                     !strcmp(a->words[i], b->words[k]);
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

static double most_words(const struct view *view, int i)
{
    return (double)view->words[i].count;
}

static double medoid(const struct view *view, int i)
{
    double sum = 0;
    for (int k = 0; k < view->question->option_count; k++)
        if (k != i)
            sum += words_shared(&view->words[i], &view->words[k]);
    return sum;
}

static double odd_one(const struct view *view, int i)
{
    return -medoid(view, i);
}

static double most_frequent(const struct view *view, int i)
{
    return view->stated[i];
}

static double least_frequent(const struct view *view, int i)
{
    return -view->stated[i];
}

static double nearest_mean(const struct view *view, int i)
{
    double mean = 0;
    for (int k = 0; k < view->question->option_count; k++)
        mean += view->numbers[k] / view->question->option_count;
    return view->numeric ? -fabs(view->numbers[i] - mean) : 0;
}

static double furthest_mean(const struct view *view, int i)
{
    return -nearest_mean(view, i);
}

static double newest(const struct view *view, int i)
{
    return view->numeric ? view->numbers[i] : 0;
}

static double oldest(const struct view *view, int i)
{
    return -newest(view, i);
}

static double word_of_stem(const struct view *view, int i)
{
    return words_shared(&view->words[i], &view->stem);
}

static double no_word_of_stem(const struct view *view, int i)
{
    return -word_of_stem(view, i);
}

static double first_alphabet(const struct view *view, int i)
{
    double before = 0;
    for (int k = 0; k < view->question->option_count; k++)
        before += strcmp(view->question->options[k].text,
                         view->question->options[i].text) < 0;
    return -before;
}

static double last_alphabet(const struct view *view, int i)
{
    return -first_alphabet(view, i);
}

static double place(const struct view *view, int i, int at)
{
    return view->question->option_count > at && i == at;
}

static double place_a(const struct view *view, int i)
{
    return place(view, i, 0);
}

static double place_b(const struct view *view, int i)
{
    return place(view, i, 1);
}

static double place_c(const struct view *view, int i)
{
    return place(view, i, 2);
}

static double place_d(const struct view *view, int i)
{
    return place(view, i, 3);
}

static double place_e(const struct view *view, int i)
{
    return place(view, i, 4);
}

static const struct {
    const char *name;
    bot_score *score;
    bool over_all; /* judged over all questions only: what the writers of a few
                    * dozen cards happen to do is no rule of thumb */
} bots[] = {
    {"word of the stem", word_of_stem, false},
    {"no word of the stem", no_word_of_stem, false},
    {"longest", longest, false},
    {"shortest", shortest, false},
    {"most words", most_words, false},
    {"medoid", medoid, false},
    {"odd one out", odd_one, false},
    {"most frequent", most_frequent, false},
    {"rarest", least_frequent, false},
    {"nearest the mean", nearest_mean, false},
    {"furthest from it", furthest_mean, false},
    {"newest, largest", newest, false},
    {"oldest, smallest", oldest, false},
    {"first by alphabet", first_alphabet, false},
    {"last by alphabet", last_alphabet, false},
    {"always A", place_a, false},
    {"always B", place_b, false},
    {"always C", place_c, false},
    {"always D", place_d, false},
    {"always E", place_e, false},
};

enum { BOT_COUNT = sizeof bots / sizeof *bots };

/* How often the bot is right: one, or its share of equal best ones. */
static double bot_play(const struct view *view, int bot)
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

#endif
