/*
 * bot_parts.h -- bots for the forms without options to choose from: truth,
 * match and order; and the cards whose right answer stands out by its length.
 */
#ifndef BENCH_BOT_PARTS_H
#define BENCH_BOT_PARTS_H

#include "bot_count.h"

enum { PART_BOTS = 4 };

/* What share of the places a bot gets right. */
typedef double part_score(const struct question *question, struct arena *arena);

struct part_tally {
    double right[PART_BOTS];
    double asked;
    double chance;
};

static inline double says_true(const struct question *question,
                               struct arena *arena)
{
    (void)arena;
    return question->right == 0;
}

static inline double says_false(const struct question *question,
                                struct arena *arena)
{
    return 1 - says_true(question, arena);
}

/* Top with top; in an order: as shown. */
static inline double as_shown(const struct question *question,
                              struct arena *arena)
{
    (void)arena;
    double right = 0;
    for (int k = 0; k < question->part_count; k++)
        right += question->places[k] == k;
    return right / question->part_count;
}

static inline double upside_down(const struct question *question,
                                 struct arena *arena)
{
    (void)arena;
    double right = 0;
    for (int k = 0; k < question->part_count; k++)
        right += question->places[k] == question->part_count - 1 - k;
    return right / question->part_count;
}

/* The titles by alphabet, from the top. */
static inline double by_alphabet(const struct question *question,
                                 struct arena *arena)
{
    (void)arena;
    double right = 0;
    for (int k = 0; k < question->part_count; k++) {
        int before = 0;
        for (int i = 0; i < question->part_count; i++)
            before += strcmp(question->parts[i].title,
                             question->parts[question->places[k]].title) < 0;
        right += before == k;
    }
    return right / question->part_count;
}

/* Each value goes to the title that shares most words with it. */
static inline double by_words(const struct question *question,
                              struct arena *arena)
{
    double right = 0;
    for (int k = 0; k < question->part_count; k++) {
        const struct part *own = &question->parts[question->places[k]];
        struct text_words value = text_words(arena, own->value);
        double best = 0, ties = 0, own_score = 0;
        for (int i = 0; i < question->part_count; i++) {
            struct text_words title =
                text_words(arena, question->parts[i].title);
            double score = words_shared(&value, &title);
            if (i == question->places[k])
                own_score = score;
            ties = score > best || i == 0 ? 1 : ties + !(score < best);
            best = score > best || i == 0 ? score : best;
        }
        right += own_score < best ? 0 : 1 / ties;
    }
    return right / question->part_count;
}

static const struct {
    const char *name;
    part_score *truth;
    part_score *parts;
} part_bots[PART_BOTS] = {
    {"as shown / always true", says_true, as_shown},
    {"upside down / always false", says_false, upside_down},
    {"by alphabet", NULL, by_alphabet},
    {"words in common", NULL, by_words},
};

static inline void part_tally_add(struct part_tally *tally,
                                  const struct question *question,
                                  struct arena *arena)
{
    bool truth = question->request.form == FORM_TRUTH;
    tally->asked++;
    tally->chance += truth ? .5 : 1.0 / question->part_count;
    for (int bot = 0; bot < PART_BOTS; bot++) {
        part_score *score = truth ? part_bots[bot].truth : part_bots[bot].parts;
        tally->right[bot] += score ? score(question, arena) : 0;
    }
}

static inline bool part_tally_judge(const struct part_tally *tally,
                                    enum form form, int options)
{
    bool met = true;
    double chance = tally->chance / tally->asked;
    printf("%s of %d: %.0f questions, chance %.1f %%:", form_name(form),
           options, tally->asked, 100 * chance);
    for (int bot = 0; bot < PART_BOTS; bot++) {
        if (form == FORM_TRUTH && !part_bots[bot].truth)
            continue;
        double rate = tally->right[bot] / tally->asked;
        bool fair = !(rate > chance + BOT_MARGIN);
        printf("%s %s %.1f %%%s", bot ? "," : "", part_bots[bot].name,
               100 * rate, fair ? "" : " (missed)");
        met = met && fair;
    }
    printf("\n");
    return met;
}

static inline void print_lopsided_cards(const struct knowledge *knowledge,
                                        struct arena *arena)
{
    (void)arena;
    printf("cards whose answer is longer or shorter than every wrong option "
           "(rewrite one of them):\n");
    for (size_t i = 0; i < knowledge->card_count; i++) {
        const struct card *card = knowledge->cards[i];
        size_t own = text_length(card->answer), shorter = 0, longer = 0;
        for (size_t k = 0; k < card->wrong_count; k++) {
            size_t other = text_length(card->wrong[k]);
            shorter += other < own;
            longer += other > own;
        }
        if (card->wrong_count && shorter == card->wrong_count)
            printf("  %s:%d: %s: longest\n", card->file, card->line, card->id);
        if (card->wrong_count && longer == card->wrong_count)
            printf("  %s:%d: %s: shortest\n", card->file, card->line, card->id);
    }
}

#endif
