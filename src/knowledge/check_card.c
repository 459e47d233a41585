#include "knowledge/check_card.h"

#include <string.h>

#include "knowledge/index.h"
#include "knowledge/leak.h"
#include "knowledge/suggest.h"

enum { OPTIONS_COMPARED_MAX = 50 }; /* no card has more by hand */

static bool has_word(const struct text_words *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++) {
        if (strcmp(words->words[i], word) == 0)
            return true;
    }
    return false;
}

/* Folded in the arena of one card: knowledge_party folds in the knowledge's,
 * which would grow with every option of a large deck. */
const struct subject *check_party(const struct card_check *check,
                                  const char *name)
{
    return table_find(&check->knowledge->index->parties,
                      table_text(text_fold(check->arena, name)));
}

/* An option and all that it may be the same by. */
struct said {
    const char *text;
    struct text_words words;
    const struct subject *party; /* or NULL */
    struct date date;
    bool is_date;
};

static struct said said_by(const struct card_check *check, const char *text)
{
    struct said said = {
        .text = text,
        .words = text_words(check->arena, text),
        .party = check_party(check, text),
    };
    said.is_date = date_read(text, &said.date);
    return said;
}

/* The same place or day under two names is one option, not two. */
static bool are_twins(const struct said *a, const struct said *b)
{
    if (text_has_words(&a->words, &b->words) ||
        text_has_words(&b->words, &a->words))
        return true;
    if (a->party && a->party == b->party)
        return true;
    return a->is_date && b->is_date && !date_differs(a->date, b->date);
}

static void report_twins(const struct card_check *check,
                         const struct card *card, const struct said *a,
                         const struct said *b)
{
    if (!are_twins(a, b))
        return;
    problems_add(check->problems, PROBLEM_ERROR, card->file, card->line, "twin",
                 "replace one of the two options",
                 "in the card \"%s\", \"%s\" and \"%s\" say the same, or one "
                 "contains the other",
                 card->id, suggest_quoted(check->arena, a->text),
                 suggest_quoted(check->arena, b->text));
}

static size_t at_most(size_t count)
{
    return count < OPTIONS_COMPARED_MAX ? count : OPTIONS_COMPARED_MAX;
}

/* Each wrong option against what is right, then against one another. */
static void check_twins(const struct card_check *check, const struct card *card)
{
    struct said wrong[OPTIONS_COMPARED_MAX];
    size_t wrong_count = at_most(card->wrong_count);
    for (size_t i = 0; i < wrong_count; i++)
        wrong[i] = said_by(check, card->wrong[i]);
    struct said right = said_by(check, card->answer);
    for (size_t i = 0; i < wrong_count; i++)
        report_twins(check, card, &right, &wrong[i]);
    for (size_t k = 0; wrong_count && k < at_most(card->also_count); k++) {
        right = said_by(check, card->also[k]);
        for (size_t i = 0; i < wrong_count; i++)
            report_twins(check, card, &right, &wrong[i]);
    }
    for (size_t i = 0; i < wrong_count; i++) {
        for (size_t k = i + 1; k < wrong_count; k++)
            report_twins(check, card, &wrong[i], &wrong[k]);
    }
}

static void check_number(const struct card_check *check,
                         const struct card *card)
{
    if (card->wrong_count == 1)
        problems_add(check->problems, PROBLEM_WARNING, card->file, card->line,
                     "few-wrong",
                     "add a second `wrong` line, or take out the one",
                     "the card \"%s\" has one wrong option, too few for a "
                     "choice",
                     card->id);
}

/* True if every wrong option has the word, so that it sets none apart. */
static bool in_every_wrong(const struct card_check *check,
                           const struct card *card, const char *word)
{
    for (size_t i = 0; i < card->wrong_count; i++) {
        struct text_words words = text_words(check->arena, card->wrong[i]);
        if (!has_word(&words, word))
            return false;
    }
    return true;
}

/* The cloze text without what its braces hold. */
static const char *around_braces(struct arena *arena, const char *cloze)
{
    const char *open = strchr(cloze, '{');
    const char *close = strchr(cloze, '}');
    return arena_printf(arena, "%.*s %s", (int)(open - cloze), cloze,
                        close + 1);
}

static void check_leak(const struct card_check *check, const struct card *card)
{
    if (card->wrong_count == 0)
        return;
    struct text_words asked = text_words(
        check->arena,
        card->ask ? card->ask : around_braces(check->arena, card->cloze));
    struct text_words answer = text_words(check->arena, card->answer);
    for (size_t i = 0; i < answer.count; i++) {
        const char *word = answer.words[i];
        if (leak_is_stop_word(word) || !has_word(&asked, word) ||
            in_every_wrong(check, card, word))
            continue;
        problems_add(check->problems, PROBLEM_WARNING, card->file, card->line,
                     "leak",
                     "say it in another word, in the question or the answer",
                     "the question of \"%s\" has the word \"%s\" of its "
                     "answer",
                     card->id, word);
        return;
    }
}

/* The same question with another answer cannot be told apart. */
static void check_front(const struct card_check *check, struct table *fronts,
                        const struct card *card)
{
    const char *front = text_fold(
        check->knowledge->arena,
        card->ask ? card->ask : around_braces(check->arena, card->cloze));
    void **place = table_place(fronts, table_text(front));
    if (!*place) {
        *place = (void *)card;
        return;
    }
    const struct card *first = *place;
    problems_add(check->problems, PROBLEM_WARNING, card->file, card->line,
                 "duplicate-front", "ask for what sets the two apart",
                 "the card \"%s\" asks the same as \"%s\" in %s:%d", card->id,
                 first->id, first->file, first->line);
}

static void check_source(const struct card_check *check,
                         const struct card *card)
{
    if (!card->source)
        problems_add(check->problems, PROBLEM_WARNING, card->file, card->line,
                     "no-source",
                     "add a line such as `source = Treaty text, Article 6`",
                     "the card \"%s\" names no source", card->id);
}

void check_cards(const struct knowledge *knowledge, struct problems *problems)
{
    struct arena arena;
    arena_init(&arena, SIZE_MAX);
    struct card_check check = {knowledge, problems, &arena};
    struct table fronts;
    table_init(&fronts, knowledge->arena, knowledge->card_count);
    for (size_t i = 0; i < knowledge->card_count; i++) {
        const struct card *card = knowledge->cards[i];
        arena_reset(&arena);
        check_source(&check, card);
        check_number(&check, card);
        check_twins(&check, card);
        check_wrong_options(&check, card);
        check_leak(&check, card);
        check_front(&check, &fronts, card);
    }
    arena_release(&arena);
}
