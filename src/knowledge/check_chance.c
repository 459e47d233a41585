#include "knowledge/check_chance.h"

#include <math.h>
#include <string.h>

#include "base/random.h"
#include "knowledge/leak.h"
#include "knowledge/question.h"
#include "knowledge/table.h"

enum { OPTIONS_ASKED = 4, SEEDS_LEAST = 4, TALLY_ITEMS_LEAST = 8 };

/* Of some hundred scores one would pass the 99 % point by luck: the 99.9 %
 * point of the normal distribution, one-sided. */
static const double Z_MOST = 3.09;
/* The 99.9 % points of chi-square for 2 to 4 degrees of freedom. */
static const double chi_square_most[] = {
    [2] = 13.816, [3] = 16.266, [4] = 18.467};

enum bot {
    BOT_LONGEST,
    BOT_SHORTEST,
    BOT_STEM,
    BOT_MEDOID,
    BOT_FREQUENT,
    BOT_COUNT
};

static const char *const bot_says[] = {
    [BOT_LONGEST] = "the longest option",
    [BOT_SHORTEST] = "the shortest option",
    [BOT_STEM] = "the option with most words of the question",
    [BOT_MEDOID] = "the option most like the others",
    [BOT_FREQUENT] = "the option that is right most often",
};

/* The questions of one sort in one deck: facts, ways back, cards. */
enum sort { SORT_FACT, SORT_BACK, SORT_CARD, SORT_COUNT };

static const char *const sort_names[] = {
    [SORT_FACT] = "facts", [SORT_BACK] = "titles", [SORT_CARD] = "cards"};

struct tally {
    size_t room;             /* items there are */
    size_t items;            /* those that are asked */
    double score[BOT_COUNT]; /* sums over items of the share right */
    double chance;
};

struct chance_check {
    const struct knowledge *knowledge;
    struct problems *problems;
    struct arena lasting;
    struct arena arena;    /* forgotten after each question */
    struct table stated;   /* folded value: how often, as a number */
    struct tally *tallies; /* SORT_COUNT a deck */
    double places[OPTIONS_MAX + 1][OPTIONS_MAX]; /* of shuffled keys */
    int32_t today;
    size_t seeds;
    size_t skip; /* every how manieth item is asked */
};

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

static void count_one(struct chance_check *check, const struct deck *deck,
                      const char *folded)
{
    struct table_key key = {.owner = deck, .text = folded};
    void **place = table_place(&check->stated, key);
    *place = (char *)*place + 1;
}

/* How many facts of any field state each value, and how many cards of a deck
 * have each answer. */
static void count_values(struct chance_check *check)
{
    const struct knowledge *knowledge = check->knowledge;
    table_init(&check->stated, &check->lasting, knowledge->fact_count);
    for (size_t i = 0; i < knowledge->fact_count; i++) {
        const struct fact *fact = knowledge->facts[i];
        for (size_t k = 0; k < fact->value_count && fact->field->ask.text; k++)
            count_one(check, NULL, fact->values[k].folded);
    }
    for (size_t i = 0; i < knowledge->card_count; i++) {
        const struct card *card = knowledge->cards[i];
        if (card->wrong_count)
            count_one(check, card->deck,
                      text_fold(&check->lasting, card->answer));
    }
}

/* How often an option is right elsewhere: a card's own answer is not counted,
 * or the one that no other card has would be known by that. */
static double frequency(struct chance_check *check,
                        const struct question *question,
                        const struct option *option)
{
    const struct item *item = question->request.item;
    if (item->back)
        return 0;
    struct table_key key = {.owner = item->card ? item->deck : NULL,
                            .text = text_fold(&check->arena, option->text)};
    double count = (double)(uintptr_t)table_find(&check->stated, key);
    return item->card && option->right ? count - 1 : count;
}

/* What each bot gives one option. */
static void rate(struct chance_check *check, const struct question *question,
                 const struct text_words *stem, const struct text_words *words,
                 int option, double ratings[BOT_COUNT])
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
        frequency(check, question, &question->options[option]);
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

static void play(struct chance_check *check, const struct question *question,
                 double weight, struct tally *tally)
{
    struct text_words words[OPTIONS_MAX];
    double ratings[OPTIONS_MAX][BOT_COUNT];
    struct arena *arena = &check->arena;
    int count = question->option_count;
    struct text_words stem = content_of(
        arena, arena_printf(arena, "%s %s", question->head, question->prompt));
    for (int i = 0; i < count; i++)
        words[i] = content_of(arena, question->options[i].text);
    for (int i = 0; i < count; i++)
        rate(check, question, &stem, words, i, ratings[i]);
    for (int bot = 0; bot < BOT_COUNT; bot++)
        tally->score[bot] +=
            weight * share_right(ratings, count, question->right, bot);
    tally->chance += weight / count;
}

static bool is_shuffled(const struct item *item)
{
    return item->card || item->back || item->fact->field->type == TYPE_CHOICE ||
           item->fact->field->type == TYPE_NAME ||
           item->fact->field->type == TYPE_PLACE;
}

/* A choice of four, or of three where there are no more. */
static bool make(struct chance_check *check, const struct item *item,
                 uint64_t seed, struct question *question)
{
    struct question_request request = {
        .item = item, .form = FORM_CHOICE, .seed = seed, .today = check->today};
    struct error why_not;
    for (request.options = OPTIONS_ASKED; request.options >= OPTIONS_MIN;
         request.options--) {
        arena_reset(&check->arena);
        if (question_make(check->knowledge, request, &check->arena, question,
                          &why_not))
            return true;
    }
    return false;
}

/* Which of the CHECK_SEEDS: another part of them for each item. */
static uint64_t seed_of(const struct chance_check *check,
                        const struct item *item, size_t nth)
{
    size_t step = CHECK_SEEDS / check->seeds;
    return nth * step + hash_text(0, item->id) % step;
}

static void ask(struct chance_check *check, const struct item *item,
                struct tally *tally)
{
    struct question question;
    double weight = 1.0 / (double)check->seeds;
    for (size_t i = 0; i < check->seeds; i++) {
        if (!make(check, item, seed_of(check, item, i), &question)) {
            if (i == 0)
                return;
            continue;
        }
        tally->items += i == 0;
        play(check, &question, weight, tally);
        if (is_shuffled(item))
            check->places[question.option_count][question.right]++;
    }
}

static void report_tally(struct chance_check *check, const struct deck *deck,
                         enum sort sort, const struct tally *tally)
{
    double items = (double)tally->items;
    double chance = tally->chance / items;
    double most =
        chance + CHECK_MARGIN + Z_MOST * sqrt(chance * (1 - chance) / items);
    for (int bot = 0; bot < BOT_COUNT; bot++) {
        double score = tally->score[bot] / items;
        if (score <= most)
            continue;
        problems_add(
            check->problems, PROBLEM_WARNING, deck->file, deck->line, "tell",
            "balance the options: lengths, words and how often each "
            "is right",
            "among the %s of this deck %s is right %.0f times in 100, "
            "and chance would be %.0f",
            sort_names[sort], bot_says[bot], 100 * score, 100 * chance);
    }
}

/* Rule 9: where options are shuffled, the key stands anywhere. */
static void report_places(struct chance_check *check)
{
    for (int count = OPTIONS_MIN; count <= OPTIONS_MAX; count++) {
        double all = 0, chi_square = 0;
        for (int i = 0; i < count; i++)
            all += check->places[count][i];
        for (int i = 0; i < count && all > 0; i++) {
            double off = check->places[count][i] - all / count;
            chi_square += off * off / (all / count);
        }
        if (all > 0 && chi_square > chi_square_most[count - 1])
            problems_add(check->problems, PROBLEM_WARNING,
                         check->knowledge->decks[0]->file,
                         check->knowledge->decks[0]->line, "order",
                         "add cards and facts of more sorts",
                         "the right one of %d options stands in one place more "
                         "often than chance would have it",
                         count);
    }
}

static struct tally *tally_of(struct chance_check *check,
                              const struct item *item)
{
    enum sort sort = item->card   ? SORT_CARD
                     : item->back ? SORT_BACK
                                  : SORT_FACT;
    size_t deck = 0;
    while (check->knowledge->decks[deck] != item->deck)
        deck++;
    return &check->tallies[deck * SORT_COUNT + sort];
}

static void report_all(struct chance_check *check)
{
    for (size_t i = 0; i < check->knowledge->deck_count; i++) {
        for (int sort = 0; sort < SORT_COUNT; sort++) {
            const struct tally *tally =
                &check->tallies[i * SORT_COUNT + (size_t)sort];
            if (tally->items >= TALLY_ITEMS_LEAST)
                report_tally(check, check->knowledge->decks[i], (enum sort)sort,
                             tally);
        }
    }
    report_places(check);
}

static size_t within(size_t number, size_t least, size_t most)
{
    return number < least ? least : number > most ? most : number;
}

void check_chances(const struct knowledge *knowledge, int32_t today,
                   struct check_watch watch, struct problems *problems)
{
    size_t items = knowledge->item_count;
    struct chance_check check = {
        .knowledge = knowledge, .problems = problems, .today = today};
    if (items == 0)
        return;
    check.skip = 1 + items / (CHECK_DRAWINGS / SEEDS_LEAST);
    check.seeds = within(CHECK_DRAWINGS / items, SEEDS_LEAST, CHECK_SEEDS);
    arena_init(&check.arena, SIZE_MAX);
    arena_init(&check.lasting, SIZE_MAX);
    check.tallies =
        arena_array(&check.lasting, knowledge->deck_count * SORT_COUNT,
                    sizeof *check.tallies);
    count_values(&check);
    for (size_t i = 0; i < items; i += check.skip)
        tally_of(&check, &knowledge->items[i])->room++;
    for (size_t i = 0; i < items; i += check.skip) {
        const struct item *item = &knowledge->items[i];
        struct tally *tally = tally_of(&check, item);
        if (tally->room >= TALLY_ITEMS_LEAST)
            ask(&check, item, tally);
        if (watch.told)
            watch.told(watch.listener, items + i, 2 * items);
    }
    report_all(&check);
    arena_release(&check.lasting);
    arena_release(&check.arena);
}
