/*
 * check_bots.h -- players who know nothing, each with one rule of thumb.
 * Inside the room only.
 *
 * Each sees head, prompt and options, and how often something is the right
 * answer over all decks; of equal ones it chooses each equally often. Pure.
 */
#ifndef KNOWLEDGE_CHECK_BOTS_H
#define KNOWLEDGE_CHECK_BOTS_H

#include "knowledge/question.h"
#include "knowledge/table.h"

enum bot {
    BOT_LONGEST,
    BOT_SHORTEST,
    BOT_STEM,
    BOT_MEDOID,
    BOT_FREQUENT,
    BOT_COUNT
};

struct bots {
    struct table stated; /* folded value: how often, as a number */
};

/* Counts the answers of all facts and cards; what is counted lives in
 * `lasting`. */
void bots_init(struct bots *bots, const struct knowledge *knowledge,
               struct arena *lasting);

/* How often each bot is right in that choice, 0 to 1. */
void bots_play(const struct bots *bots, const struct question *question,
               struct arena *arena, double right[BOT_COUNT]);

/* What a bot chooses: "the longest option". */
const char *bot_says(enum bot bot);

#endif
