#include "knowledge/check_bots.h"

#include <string.h>

#include "knowledge/leak.h"

static const char *const says[] = {
    [BOT_LONGEST] = "the longest option",
    [BOT_SHORTEST] = "the shortest option",
    [BOT_STEM] = "the option with most words of the question",
    [BOT_MEDOID] = "the option most like the others",
    [BOT_FREQUENT] = "the option that is right most often",
};

const char *bot_says(enum bot bot)
{
    return says[bot];
}

static double words_shared(const struct text_words *a,
                           const struct text_words *b)
{
    double count = 0;
    for (size_t i = 0; i < a->count; i++) {
        for (size_t k = 0; k < b->count; k++)
            count += strcmp(a->words[i], b->words[k]) == 0;
    }
    return count;
}

/* The words that say something. */
static struct text_words content_of(struct arena *arena, const char *text)
{
    struct text_words words = text_words(arena, text);
    size_t kept = 0;
    for (size_t i = 0; i < words.count; i++) {
        if (!leak_is_stop_word(words.words[i]))
            words.words[kept++] = words.words[i];
    }
    words.count = kept;
    return words;
}

static void count_one(struct bots *bots, const struct deck *deck,
                      const char *folded)
{
    struct table_key key = {.owner = deck, .text = folded};
    void **place = table_place(&bots->stated, key);
    *place = (char *)*place + 1;
}

/* How many facts of any field state each value, and how many cards of a deck
 * have each answer. */
void bots_init(struct bots *bots, const struct knowledge *knowledge,
               struct arena *lasting)
{
    table_init(&bots->stated, lasting, knowledge->fact_count);
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const struct fact *fact = knowledge->facts[i];
        for (size_t k = 0; k < fact->value_count && fact->field->ask.text; k++)
            count_one(bots, NULL, fact->values[k].folded);
    }
    for (size_t i = 0; i < knowledge->card_count; i++) {
        const struct card *card = knowledge->cards[i];
        if (card->wrong_count)
            count_one(bots, card->deck, text_fold(lasting, card->answer));
    }
}

/* How often an option is right elsewhere: a card's own answer is not counted,
 * or the one that no other card has would be known by that. */
static double frequency(const struct bots *bots, struct arena *arena,
                        const struct question *question,
                        const struct option *option)
{
    const struct item *item = question->request.item;
    if (item->back)
        return 0;
    struct table_key key = {.owner = item->card ? item->deck : NULL,
                            .text = text_fold(arena, option->text)};
    double count = (double)(uintptr_t)table_find(&bots->stated, key);
    return item->card && option->right ? count - 1 : count;
}

/* What each bot gives one option. */
static void rate(const struct bots *bots, struct arena *arena,
                 const struct question *question, const struct text_words *stem,
                 const struct text_words *words, int option,
                 double ratings[BOT_COUNT])
{
    const char *text = question->options[option].text;
    double length = (double)text_length(text);
    ratings[BOT_LONGEST] = length;
    ratings[BOT_SHORTEST] = -length;
    ratings[BOT_STEM] = words_shared(&words[option], stem);
    ratings[BOT_MEDOID] = 0;
    for (int k = 0; k < question->option_count; k++) {
        if (k != option)
            ratings[BOT_MEDOID] += words_shared(&words[option], &words[k]);
    }
    ratings[BOT_FREQUENT] =
        frequency(bots, arena, question, &question->options[option]);
}

/* The share of being right when equal ratings are chosen equally often. */
static double share_right(const double ratings[OPTIONS_MAX][BOT_COUNT],
                          int count, int right, int bot)
{
    int best = 0;
    for (int i = 0; i < count; i++) {
        if (ratings[i][bot] > ratings[right][bot])
            return 0;
        best += !(ratings[i][bot] < ratings[right][bot]);
    }
    return 1.0 / best;
}

void bots_play(const struct bots *bots, const struct question *question,
               struct arena *arena, double right[BOT_COUNT])
{
    struct text_words words[OPTIONS_MAX];
    double ratings[OPTIONS_MAX][BOT_COUNT];
    int count = question->option_count;
    struct text_words stem = content_of(
        arena, arena_printf(arena, "%s %s", question->head, question->prompt));
    for (int i = 0; i < count; i++)
        words[i] = content_of(arena, question->options[i].text);
    for (int i = 0; i < count; i++)
        rate(bots, arena, question, &stem, words, i, ratings[i]);
    for (int bot = 0; bot < BOT_COUNT; bot++)
        right[bot] = share_right(ratings, count, question->right, bot);
}
