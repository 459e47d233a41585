/*
 * bots.c -- players who know nothing answer every question.
 *
 * Whoever knows nothing should be right by chance, whatever the rule of thumb.
 * Prints tables and exits with 1 when a bot is right more than BOT_MARGIN
 * above it, or when the place of the right answer is not chance.
 *
 * usage: bots [--seeds N] [--fields] FILE... (kinds files first)
 */
#include "bot_count.h"
#include "bot_parts.h"
#include "io/deck_file.h"
#include "knowledge/options.h"

enum { PLAUSIBLE_SEEDS = 20 };
enum { SEEDS = 1000, TODAY = 20781, FILES_MAX = 256 }; /* 2026-11-24 */

static const double DECLINED_MOST = 1.0 / 3;

struct bench {
    const struct knowledge *knowledge;
    struct answers answers;
    struct arena arena; /* of the whole run */
    struct arena work;  /* of one question */
    uint64_t seeds;
    bool fields; /* judge every field, not only every type */
};

static const char *type_group(struct bench *bench, const struct item *item)
{
    static const char *const names[TYPE_COUNT_OF] = {
        "texts",   "names",  "dates",    "places",   "parties",
        "numbers", "counts", "articles", "subjects", "words",
    };
    if (item->card)
        return "cards";
    const char *name = names[item->fact->field->type];
    return item->back ? arena_printf(&bench->arena, "back from %s", name)
                      : name;
}

static const char *field_group(struct bench *bench, const struct item *item)
{
    return item->card
               ? "card"
               : arena_printf(&bench->arena, "%s%s", item->fact->field->name,
                              item->back ? "/back" : "");
}

/* Why items have no choice of three: the reasons, without what they name. */
static void print_declined(struct bench *bench)
{
    struct tallies reasons = {.count = 0};
    for (size_t i = 0; i < bench->knowledge->item_count; i++) {
        struct question question;
        struct error why_not;
        struct question_request request = {.item = &bench->knowledge->items[i],
                                           .form = FORM_CHOICE,
                                           .options = OPTIONS_MIN,
                                           .today = TODAY};
        arena_reset(&bench->work);
        if (question_make(bench->knowledge, request, &bench->work, &question,
                          &why_not))
            continue;
        const char *quote = strrchr(why_not.text, '"');
        const char *what = quote ? quote + 1 : why_not.text;
        int at = tally_find(&reasons, arena_text(&bench->arena, what));
        reasons.list[at].items++;
    }
    printf("of %zu items, no choice with the first seed:\n",
           bench->knowledge->item_count);
    for (int i = 0; i < reasons.count; i++)
        printf("  %4zu %s\n", reasons.list[i].items, reasons.list[i].name);
}

/* One item with every seed; true if it was asked at least once. */
static bool ask_item(struct bench *bench, const struct item *item, int options,
                     struct tally *const groups[2])
{
    bool asked = false;
    for (uint64_t seed = 0; seed < bench->seeds; seed++) {
        struct question question;
        struct question_request request = {.item = item,
                                           .form = FORM_CHOICE,
                                           .options = options,
                                           .seed = seed,
                                           .today = TODAY};
        arena_reset(&bench->work);
        if (!question_make(bench->knowledge, request, &bench->work, &question,
                           NULL))
            continue;
        double right[BOT_COUNT];
        struct view view = view_of(&question, &bench->answers, &bench->work);
        for (int bot = 0; bot < BOT_COUNT; bot++)
            right[bot] = bot_play(&view, bot);
        for (int g = 0; g < 2; g++)
            tally_add(groups[g], &view, right);
        asked = true;
    }
    return asked;
}

static void ask_all(struct bench *bench, int options, struct tallies *tallies)
{
    tally_find(tallies, "all");
    for (size_t i = 0; i < bench->knowledge->item_count; i++) {
        const struct item *item = &bench->knowledge->items[i];
        const char *name =
            bench->fields ? field_group(bench, item) : type_group(bench, item);
        struct tally *groups[2] = {&tallies->list[0],
                                   &tallies->list[tally_find(tallies, name)]};
        bool asked = ask_item(bench, item, options, groups);
        groups[0]->items += asked;
        groups[1]->items += asked;
    }
}

/* The table of the choice form, as it stands in README.md. */
static void print_table(const struct tallies *by_options)
{
    printf("| bot | 3 options | 4 options | 5 options |\n|---|---|---|---|\n");
    for (int bot = 0; bot < BOT_COUNT; bot++) {
        printf("| %s |", bots[bot].name);
        for (int n = 0; n <= OPTIONS_MAX - OPTIONS_MIN; n++) {
            const struct tally *all = &by_options[n].list[0];
            printf(" %.1f %% |", 100 * all->right[bot] / all->asked);
        }
        printf("\n");
    }
}

static bool judge_choice(struct bench *bench, int options,
                         struct tallies *tallies)
{
    const struct tally *all = &tallies->list[0];
    double p = places_p(all, options);
    double lost = 1 - (double)all->items / (double)bench->knowledge->item_count;
    printf("%d options: %.0f questions about %zu items, chance %.1f %%, place "
           "of the answer p = %.3f, no choice for %.1f %% of the items\n",
           options, all->asked, all->items, 100.0 / options, p, 100 * lost);
    bool met =
        p > CHI_SQUARE_P && (options > OPTIONS_MIN || lost <= DECLINED_MOST);
    for (int i = 0; i < tallies->count; i++)
        if (i == 0 || tallies->list[i].items >= GROUP_ITEMS)
            met = tally_judge(&tallies->list[i], options, i == 0) && met;
    return met;
}

static bool run_choice(struct bench *bench)
{
    static struct tallies by_options[OPTIONS_MAX - OPTIONS_MIN + 1];
    bool met = true;
    for (int n = OPTIONS_MIN; n <= OPTIONS_MAX; n++) {
        struct tallies *tallies = &by_options[n - OPTIONS_MIN];
        ask_all(bench, n, tallies);
        met = judge_choice(bench, n, tallies) && met;
    }
    print_table(by_options);
    return met;
}

/* The bots of truth, match and order; true if none is better than chance. */
static bool run_parts(struct bench *bench, enum form form, int options)
{
    struct part_tally tally = {.asked = 0};
    for (size_t i = 0; i < bench->knowledge->item_count; i++)
        for (uint64_t seed = 0; seed < bench->seeds; seed++) {
            struct question question;
            struct question_request request = {.item =
                                                   &bench->knowledge->items[i],
                                               .form = form,
                                               .options = options,
                                               .seed = seed,
                                               .today = TODAY};
            arena_reset(&bench->work);
            if (question_make(bench->knowledge, request, &bench->work,
                              &question, NULL))
                part_tally_add(&tally, &question, &bench->work);
        }
    return part_tally_judge(&tally, form, options);
}

/* How many wrong options of a choice are near of kin to what is asked. */
static int count_kin(const struct knowledge *knowledge,
                     const struct question *question)
{
    const struct subject *asked = question->request.item->subject;
    int kin = 0;
    for (int i = 0; i < question->option_count; i++) {
        const struct item *other =
            knowledge_item(knowledge, question->options[i].of);
        if (i != question->right && other && other->subject && asked)
            kin += options_kinship(asked, other->subject) > 0;
    }
    return kin;
}

/* In how many choices of 4 at least two wrong options are of the family, the
 * deck, the partner or the time of what is asked. */
static void print_plausible(struct bench *bench)
{
    size_t asked = 0, plausible = 0;
    for (size_t i = 0; i < bench->knowledge->item_count * PLAUSIBLE_SEEDS;
         i++) {
        const struct item *item = &bench->knowledge->items[i / PLAUSIBLE_SEEDS];
        struct question question;
        struct question_request request = {.item = item,
                                           .form = FORM_CHOICE,
                                           .options = 4,
                                           .seed = i % PLAUSIBLE_SEEDS,
                                           .today = TODAY};
        arena_reset(&bench->work);
        if (!item->fact || !question_make(bench->knowledge, request,
                                          &bench->work, &question, NULL))
            continue;
        asked++;
        plausible += count_kin(bench->knowledge, &question) >= 2;
    }
    if (asked)
        printf("two wrong options near of kin in %.0f %% of the choices of 4 "
               "about facts\n",
               100 * (double)plausible / (double)asked);
}

static struct knowledge *read_all(struct arena *arena, char **paths, int count)
{
    static struct source sources[FILES_MAX];
    size_t read = 0;
    struct problems problems;
    problems_init(&problems, arena);
    for (int i = 0; i < count && read < FILES_MAX; i++)
        read += deck_file_read(paths[i], paths[i], arena, &sources[read],
                               &problems);
    return knowledge_build(arena, sources, read, &problems);
}

int main(int argc, char **argv)
{
    static struct bench bench = {.seeds = SEEDS};
    int first = 1;
    if (first + 1 < argc && !strcmp(argv[first], "--seeds")) {
        bench.seeds = strtoul(argv[first + 1], NULL, 10);
        first += 2;
    }
    if (first < argc && !strcmp(argv[first], "--fields")) {
        bench.fields = true;
        first++;
    }
    arena_init(&bench.arena, (size_t)1 << 30);
    arena_init(&bench.work, (size_t)1 << 28);
    bench.knowledge = read_all(&bench.arena, argv + first, argc - first);
    bench.answers = answers_of(bench.knowledge, &bench.arena);
    bool met = bench.knowledge->item_count > 0 && run_choice(&bench);
    met = run_parts(&bench, FORM_TRUTH, 2) && met;
    for (int n = OPTIONS_MIN; n <= OPTIONS_MIN + 1; n++)
        met = run_parts(&bench, FORM_MATCH, n) && met;
    for (int n = OPTIONS_MIN; n <= OPTIONS_MAX; n++)
        met = run_parts(&bench, FORM_ORDER, n) && met;
    print_plausible(&bench);
    print_declined(&bench);
    print_lopsided_cards(bench.knowledge, &bench.arena);
    arena_release(&bench.work);
    arena_release(&bench.arena);
    return met ? 0 : 1;
}
