#include "knowledge/check_chance.h"

#include <math.h>
#include <string.h>

#include "base/random.h"
#include "knowledge/check_bots.h"
#include "knowledge/check_shown.h"
#include "knowledge/question.h"
#include "knowledge/table.h"

enum {
    OPTIONS_ASKED = 4,
    SEEDS_LEAST = 4,
    TALLY_ITEMS_LEAST = 8,
    VALUES_A_QUESTION = 16
};

/* Of some hundred scores one would pass the 99 % point by luck: the 99.9 %
 * point of the normal distribution, one-sided. */
static const double Z_MOST = 3.09;
/* From here on a wrong option counts as plausible. */
static const double LIKENESS_LEAST = 0.5;
/* The 99.9 % points of chi-square for 2 to 4 degrees of freedom. */
static const double chi_square_most[] = {
    [2] = 13.816, [3] = 16.266, [4] = 18.467};

/* The questions of one sort in one deck: facts, ways back, cards. */
enum sort { SORT_FACT, SORT_BACK, SORT_CARD, SORT_COUNT };

static const char *const sort_names[] = {
    [SORT_FACT] = "facts", [SORT_BACK] = "titles", [SORT_CARD] = "cards"};

struct tally {
    size_t room;             /* items there are */
    size_t items;            /* those that are asked */
    double score[BOT_COUNT]; /* sums over items of the share right */
    double chance;
    double wrong; /* options seen, and those of them that are plausible */
    double plausible;
};

struct chance_check {
    const struct knowledge *knowledge;
    struct problems *problems;
    struct arena lasting;
    struct arena arena; /* forgotten after each question */
    struct table shown; /* how often each value is right when shown */
    struct bots bots;
    struct tally *tallies;                       /* SORT_COUNT a deck */
    double places[OPTIONS_MAX + 1][OPTIONS_MAX]; /* of shuffled keys */
    int32_t today;
    size_t seeds;
    size_t skip; /* every how manieth item is asked */
};

static void play(struct chance_check *check, const struct question *question,
                 double weight, struct tally *tally)
{
    double right[BOT_COUNT];
    int count = question->option_count;
    bots_play(&check->bots, question, &check->arena, right);
    for (int bot = 0; bot < BOT_COUNT; bot++)
        tally->score[bot] += weight * right[bot];
    tally->chance += weight / count;
    for (int i = 0; i < count && question->request.item->fact; i++) {
        bool is_wrong = i != question->right;
        tally->wrong += is_wrong;
        tally->plausible +=
            is_wrong && question->options[i].likeness >= LIKENESS_LEAST;
    }
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
        shown_add(&check->shown, &question);
        if (is_shuffled(item))
            check->places[question.option_count][question.right]++;
    }
}

/* Rule 5: wrong options are of the same sort, time or side. */
static void report_plausible(struct chance_check *check,
                             const struct deck *deck, enum sort sort,
                             const struct tally *tally)
{
    if (tally->plausible * 3 >= tally->wrong)
        return;
    problems_add(check->problems, PROBLEM_WARNING, deck->file, deck->line,
                 "few-wrong",
                 "add subjects of the same sort, time or side, or a field of "
                 "type choice that says the sort",
                 "among the %s of this deck %.0f in 100 wrong options are near "
                 "enough to the answer, and a third should be",
                 sort_names[sort], 100 * tally->plausible / tally->wrong);
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
        problems_add(check->problems, PROBLEM_WARNING, deck->file, deck->line,
                     "tell",
                     "balance the options: lengths, words and how often each "
                     "is right",
                     "among the %s of this deck %s is right %.0f times in 100, "
                     "and chance would be %.0f",
                     sort_names[sort], bot_says((enum bot)bot), 100 * score,
                     100 * chance);
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
            if (tally->items >= TALLY_ITEMS_LEAST) {
                report_tally(check, check->knowledge->decks[i], (enum sort)sort,
                             tally);
                report_plausible(check, check->knowledge->decks[i],
                                 (enum sort)sort, tally);
            }
        }
    }
    report_places(check);
    shown_report(&check->shown, check->problems);
}

static size_t within(size_t number, size_t least, size_t most)
{
    return number < least ? least : number > most ? most : number;
}

/* How many questions the items are worth: each value of a fact is looked at. */
static size_t load_of(const struct knowledge *knowledge)
{
    size_t load = 0;
    for (size_t i = 0; i < knowledge->item_count; i++) {
        const struct fact *fact = knowledge->items[i].fact;
        load += 1 + (fact ? fact->value_count / VALUES_A_QUESTION : 0);
    }
    return load;
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
    check.seeds =
        within(CHECK_DRAWINGS / load_of(knowledge), SEEDS_LEAST, CHECK_SEEDS);
    arena_init(&check.arena, SIZE_MAX);
    arena_init(&check.lasting, SIZE_MAX);
    check.tallies =
        arena_array(&check.lasting, knowledge->deck_count * SORT_COUNT,
                    sizeof *check.tallies);
    bots_init(&check.bots, knowledge, &check.lasting);
    shown_init(&check.shown, &check.lasting);
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
