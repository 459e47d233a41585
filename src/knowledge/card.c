#include <stddef.h>
#include <string.h>

#include "knowledge/build.h"
#include "knowledge/setting.h"

/* A card as its section states it. */
struct card_text {
    struct card card;
    const char *of;
};

#define CARD_AT(member) offsetof(struct card_text, card.member)

static const struct setting card_settings[] = {
    {"ask", SETTING_TEXT, CARD_AT(ask), 0},
    {"ask.ja", SETTING_TEXT, CARD_AT(ask_ja), 0},
    {"cloze", SETTING_TEXT, CARD_AT(cloze), 0},
    {"answer", SETTING_TEXT, CARD_AT(answer), 0},
    {"also", SETTING_LIST, CARD_AT(also), CARD_AT(also_count)},
    {"wrong", SETTING_LIST, CARD_AT(wrong), CARD_AT(wrong_count)},
    {"covers", SETTING_LIST, CARD_AT(covers), CARD_AT(cover_count)},
    {"why", SETTING_TEXT, CARD_AT(why), 0},
    {"source", SETTING_TEXT, CARD_AT(source), 0},
    {"of", SETTING_TEXT, offsetof(struct card_text, of), 0},
    {"note", SETTING_SKIP, 0, 0},
    {"was", SETTING_SKIP, 0, 0},
};

enum { CARD_SETTINGS = sizeof card_settings / sizeof card_settings[0] };

static bool card_problem(struct builder *builder, const struct card *card,
                         const char *key, const char *remedy, const char *what)
{
    problems_add(builder->problems, PROBLEM_ERROR, card->file,
                 section_line(card->section, key, 0), "card", remedy,
                 "the card \"%s\" %s", card->id, what);
    return false;
}

/* What the one pair of braces holds; NULL if there is not just one. */
static const char *cloze_answer(struct arena *arena, const char *cloze)
{
    const char *open = strchr(cloze, '{');
    const char *close = open ? strchr(open, '}') : NULL;
    if (!close || close == open + 1 || strchr(open + 1, '{') ||
        strchr(close + 1, '}') || strchr(cloze, '}') != close)
        return NULL;
    return arena_copy(arena, open + 1, (size_t)(close - open - 1));
}

/* A card asks by `ask` and `answer`, or by `cloze`. */
static bool is_whole(struct builder *builder, struct card *card)
{
    if (card->ask && card->cloze)
        return card_problem(builder, card, "cloze", "keep one of the two lines",
                            "has both `ask` and `cloze`");
    if (!card->ask && !card->cloze)
        return card_problem(builder, card, "",
                            "add a line such as `ask = ...?`", "asks nothing");
    if (card->ask && !card->answer)
        return card_problem(builder, card, "",
                            "add a line such as `answer = ...`",
                            "has no answer");
    if (card->ask)
        return true;
    const char *answer = cloze_answer(builder->arena, card->cloze);
    if (!answer)
        return card_problem(builder, card, "cloze",
                            "put braces around the part to recall: "
                            "It covers {Japan}.",
                            "needs one pair of braces in `cloze`");
    if (card->answer)
        card_problem(builder, card, "answer", "leave the line `answer` out",
                     "has its answer in the braces of `cloze`");
    card->answer = answer;
    return true;
}

void build_card(struct builder *builder, const struct source *source,
                const struct section *section, struct deck *deck)
{
    if (!build_take_id(builder, source, section))
        return;
    struct knowledge *knowledge = builder->knowledge;
    struct card_text *text = arena_alloc(builder->arena, sizeof *text);
    struct card *card = &text->card;
    card->id = section->id;
    card->deck = deck;
    card->file = source->file;
    card->line = section->line;
    card->section = section;
    setting_rows_read(builder, source->file, section, card_settings,
                      CARD_SETTINGS, text);
    if (!is_whole(builder, card)) {
        build_keep_id(builder, source, section);
        return;
    }
    knowledge->cards =
        arena_grow(builder->arena, knowledge->cards, knowledge->card_count,
                   knowledge->card_count + 1, &builder->card_capacity,
                   sizeof *knowledge->cards);
    knowledge->cards[knowledge->card_count++] = card;
    *table_place(&knowledge->index->cards, table_text(card->id)) = card;
    struct draft *draft = build_draft(builder);
    draft->card = card;
    draft->of = text->of;
}
