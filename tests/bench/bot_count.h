/*
 * bot_count.h -- how often each bot was right, over all and by group.
 *
 * A group is a type of field, the way back from it, or cards. Whether a bot
 * does well is asked of the whole and of each group of GROUP_ITEMS items.
 */
#ifndef BENCH_BOT_COUNT_H
#define BENCH_BOT_COUNT_H

#include <stdio.h>

#include "bot_players.h"

enum { GROUPS_MAX = 128, GROUP_ITEMS = 30 };

static const double BOT_MARGIN = 0.05;
static const double CHI_SQUARE_P = 0.001;

struct tally {
    const char *name;
    size_t items; /* asked at least once */
    double right[BOT_COUNT];
    double places[OPTIONS_MAX];
    double asked;
    double chance;
};

struct tallies {
    struct tally list[GROUPS_MAX];
    int count;
};

static inline int tally_find(struct tallies *tallies, const char *name)
{
    int i = 0;
    while (i < tallies->count && strcmp(tallies->list[i].name, name) != 0)
        i++;
    if (i == tallies->count && i + 1 < GROUPS_MAX)
        tallies->list[tallies->count++].name = name;
    return i < GROUPS_MAX ? i : GROUPS_MAX - 1;
}

static inline void tally_add(struct tally *tally, const struct view *view,
                             const double right[BOT_COUNT])
{
    tally->asked++;
    tally->chance += view->question->chance;
    tally->places[view->question->right]++;
    for (int bot = 0; bot < BOT_COUNT; bot++)
        tally->right[bot] += right[bot];
}

/* The chance that equal places differ so much (chi-square with 2 to 4 degrees
 * of freedom, in closed form). */
static inline double places_p(const struct tally *tally, int options)
{
    double mean = tally->asked / options, x = 0;
    for (int i = 0; i < options; i++)
        x += (tally->places[i] - mean) * (tally->places[i] - mean) / mean;
    if (options == 3)
        return exp(-x / 2);
    if (options == 5)
        return exp(-x / 2) * (1 + x / 2);
    return erfc(sqrt(x / 2)) + sqrt(2 * x / acos(-1)) * exp(-x / 2);
}

/* Names what gives answers away; true if nothing does. */
static inline bool tally_judge(const struct tally *tally, int options,
                               bool is_all)
{
    bool met = true;
    double chance = tally->chance / tally->asked;
    for (int bot = 0; tally->asked > 0 && bot < BOT_COUNT; bot++) {
        double rate = tally->right[bot] / tally->asked;
        if (rate <= chance + BOT_MARGIN || (bots[bot].over_all && !is_all))
            continue;
        printf("  %d options, %s (%zu items): %s is right in %.1f %%: "
               "missed\n",
               options, tally->name, tally->items, bots[bot].name, 100 * rate);
        met = false;
    }
    return met;
}

#endif
