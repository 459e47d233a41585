#include "knowledge/check_card.h"

#include <string.h>

#include "knowledge/index.h"
#include "knowledge/suggest.h"

/* Folded in the arena of one card: knowledge_party folds in the knowledge's,
 * which would grow with every option of a large deck. */
const struct subject *check_party(const struct card_check *check,
                                  const char *name)
{
    const char *folded = text_fold(check->arena, name);
    if (strncmp(folded, "the ", 4) == 0)
        folded += 4;
    return table_find(&check->knowledge->index->parties, table_text(folded));
}

int check_ask_line(const struct card *card)
{
    return section_line(card->section, card->ask ? "ask" : "cloze", 0);
}

int check_answer_line(const struct card *card)
{
    return section_line(card->section, card->ask ? "answer" : "cloze", 0);
}

int check_wrong_line(const struct card *card, size_t nth)
{
    return section_line(card->section, "wrong", nth);
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
        .words = check_words_of(check, text),
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
    if ((a->party && a->party == b->party) ||
        check_same_list(&a->words, &b->words))
        return true;
    return a->is_date && b->is_date && !date_differs(a->date, b->date);
}

static void report_twins(const struct card_check *check,
                         const struct card *card, const struct said *a,
                         const struct said *b, size_t nth)
{
    if (!are_twins(a, b))
        return;
    problems_add(check->problems, PROBLEM_ERROR, card->file,
                 check_wrong_line(card, nth), "twin",
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
        report_twins(check, card, &right, &wrong[i], i);
    for (size_t k = 0; wrong_count && k < at_most(card->also_count); k++) {
        right = said_by(check, card->also[k]);
        for (size_t i = 0; i < wrong_count; i++)
            report_twins(check, card, &right, &wrong[i], i);
    }
    for (size_t i = 0; i < wrong_count; i++) {
        for (size_t k = i + 1; k < wrong_count; k++)
            report_twins(check, card, &wrong[i], &wrong[k], k);
    }
}

static void check_number(const struct card_check *check,
                         const struct card *card)
{
    if (card->wrong_count == 1)
        problems_add(check->problems, PROBLEM_WARNING, card->file,
                     check_wrong_line(card, 0), "few-wrong",
                     "add a second `wrong` line, or take out the one",
                     "the card \"%s\" has one wrong option, too few for a "
                     "choice",
                     card->id);
    if (card->wrong_count > OPTIONS_COMPARED_MAX)
        problems_add(check->problems, PROBLEM_WARNING, card->file,
                     check_wrong_line(card, OPTIONS_COMPARED_MAX), "too-many",
                     "keep the best three or four",
                     "the card \"%s\" has %zu wrong options", card->id,
                     card->wrong_count);
}

const char *check_asked(const struct card_check *check, const struct card *card)
{
    if (card->ask)
        return card->ask;
    const char *open = strchr(card->cloze, '{');
    const char *close = strchr(card->cloze, '}');
    return arena_printf(check->arena, "%.*s▢%s", (int)(open - card->cloze),
                        card->cloze, close + 1);
}

/* The same question with another answer cannot be told apart. */
static void check_front(const struct card_check *check, struct table *fronts,
                        const struct card *card)
{
    const char *front =
        text_fold(check->knowledge->arena, check_asked(check, card));
    void **place = table_place(fronts, table_text(front));
    if (!*place) {
        *place = (void *)card;
        return;
    }
    const struct card *first = *place;
    problems_add(check->problems, PROBLEM_WARNING, card->file,
                 check_ask_line(card), "duplicate-front",
                 "ask for what sets the two apart",
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

void check_cards(const struct knowledge *knowledge, int32_t today,
                 struct problems *problems)
{
    struct arena arena;
    arena_init(&arena, SIZE_MAX);
    struct table fronts, titles;
    struct card_check check = {knowledge, problems, &arena, today, &titles};
    table_init(&fronts, knowledge->arena, knowledge->card_count);
    table_init(&titles, knowledge->arena, 0);
    check_gather_titles(knowledge, &titles);
    for (size_t i = 0; i < knowledge->card_count; i++) {
        const struct card *card = knowledge->cards[i];
        arena_reset(&arena);
        check_source(&check, card);
        check_number(&check, card);
        check_twins(&check, card);
        check_wrong_options(&check, card);
        check_shapes(&check, card);
        check_look(&check, card);
        check_card_leak(&check, card);
        check_front(&check, &fronts, card);
    }
    arena_release(&arena);
}
