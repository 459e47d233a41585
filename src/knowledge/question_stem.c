#include <ctype.h>
#include <string.h>

#include "knowledge/describe.h"
#include "knowledge/question_draft.h"
#include "knowledge/template.h"

/* A sentence that holds whatever the template lacks. */
static const char *plain_prompt(const struct question_draft *draft)
{
    const struct fact *fact = draft->item->fact;
    if (draft->item->back)
        return arena_printf(draft->draw.arena, "Which %s? %s: %s",
                            fact->field->kind->label, fact->field->label,
                            draft->draw.value->shown);
    return arena_printf(draft->draw.arena, "%s: %s?", fact->subject->title,
                        fact->field->label);
}

const struct value *question_blank(void)
{
    static const struct value blank = {
        .text = "▢", .shown = "▢", .folded = "", .number = 2};
    return &blank;
}

/* What truth and cloze say, with that value in its place. */
static const char *statement(const struct question_draft *draft,
                             const char *description, const struct value *value)
{
    const struct fact *fact = draft->item->fact;
    struct template_values values = {.subject = fact->subject,
                                     .fact = fact,
                                     .value = value,
                                     .description = description};
    return template_fill(draft->draw.arena, draft->statement, &values);
}

/* The prompt of a fact with its title or the description that stands for it. */
static const char *fact_prompt(const struct question_draft *draft,
                               const char *description)
{
    const struct item *item = draft->item;
    const struct fact *fact = item->fact;
    const char *text = fact->ask ? fact->ask : fact->field->ask.text;
    if (draft->statement) {
        const char *said = statement(draft, description, draft->stated);
        return said ? said : plain_prompt(draft);
    }
    if (item->back)
        text = fact->field->back.text;
    struct template_values values = {
        .subject = fact->subject, .fact = fact, .description = description};
    if (item->back)
        values.value = draft->draw.value;
    const char *prompt =
        text ? template_fill(draft->draw.arena, text, &values) : NULL;
    return prompt ? prompt : plain_prompt(draft);
}

/* What a way back says in Japanese, in the deck's words; "" for others. */
static const char *said_in_japanese(const struct question_draft *draft)
{
    struct arena *arena = draft->draw.arena;
    const struct value *value = draft->draw.value;
    if (!draft->item->back)
        return "";
    struct text_words words = leak_words_told(arena, draft->item->fact, value);
    const char *said = "";
    for (size_t i = value->words.count; i < words.count; i++)
        said = arena_printf(arena, "%s %s", said, words.words[i]);
    return said;
}

struct text_words question_shared_words(const struct question_draft *draft)
{
    const char *title = draft->item->fact->subject->title;
    struct arena *arena = draft->draw.arena;
    struct text_words words = text_words(arena, title);
    const char *asked = fact_prompt(draft, NULL);
    struct text_words prompt = text_words(
        arena, arena_printf(arena, "%s %s", asked, said_in_japanese(draft)));
    return leak_shared(arena, &words, &prompt);
}

/* The same in Japanese, where the title may be shown and is known. */
static const char *prompt_ja(const struct question_draft *draft)
{
    const struct item *item = draft->item;
    const struct fact *fact = item->fact;
    const char *text = item->back ? fact->field->back.ja : fact->field->ask.ja;
    if (!text || (fact->ask && !item->back))
        return NULL;
    struct template_values values = {
        .subject = fact->subject, .fact = fact, .ja = true};
    if (item->back)
        values.value = draft->draw.value;
    const char *prompt = template_fill(draft->draw.arena, text, &values);
    return leak_in_text(&draft->leak, prompt) ? NULL : prompt;
}

/* "Which element has the symbol He?" is answered by who cannot but read. */
static bool symbol_tells(const struct question_draft *draft)
{
    const struct item *item = draft->item;
    if (!item->back || draft->draw.value->words.count != 1 ||
        draft->leak.option_count == 0)
        return false;
    struct text_words title =
        text_words(draft->draw.arena, item->fact->subject->title);
    return leak_begins_word(&title, draft->draw.value->words.words[0]);
}

/* True if the prompt tells; what a statement itself says is left out. */
static bool tells(const struct question_draft *draft, const char *description,
                  const char *prompt)
{
    if (!draft->statement)
        return symbol_tells(draft) || leak_in_text(&draft->leak, prompt) ||
               leak_in_text(&draft->leak, said_in_japanese(draft));
    return leak_in_text(&draft->leak,
                        statement(draft, description, question_blank()));
}

/* The description that may stand for the title, or NULL. */
static const char *describe(const struct question_draft *draft)
{
    return describe_subject(draft->draw.knowledge, draft->item->subject,
                            draft->item->fact->field, &draft->leak,
                            draft->draw.arena);
}

/* Asks with the title, or if that tells, with a description. */
static bool ask_fact(struct question_draft *draft, bool strict)
{
    struct question *question = draft->question;
    question->prompt = fact_prompt(draft, NULL);
    if (!tells(draft, NULL, question->prompt)) {
        question->prompt_ja = draft->statement ? NULL : prompt_ja(draft);
        return true;
    }
    const char *description = draft->item->back ? NULL : describe(draft);
    const char *hidden = description ? fact_prompt(draft, description) : NULL;
    if (hidden && !tells(draft, description, hidden)) {
        question->prompt = hidden;
        return true;
    }
    return !strict ||
           error_set(draft->why_not, "its question would tell the answer, "
                                     "and no description fits it alone");
}

/* Cloze: the text with a blank where the braces are. */
static const char *card_prompt(const struct question_draft *draft)
{
    const struct card *card = draft->item->card;
    if (card->ask)
        return card->ask;
    struct template_place place;
    if (!template_place_find(card->cloze, &place))
        return card->cloze;
    return arena_printf(draft->draw.arena, "%.*s▢%s",
                        (int)(place.begin - card->cloze), card->cloze,
                        place.end);
}

static bool ask_card(struct question_draft *draft, bool strict)
{
    struct question *question = draft->question;
    question->prompt = card_prompt(draft);
    question->prompt_ja = draft->item->card->ask_ja;
    if (!strict || !leak_in_text(&draft->leak, question->prompt))
        return true;
    return error_set(draft->why_not, "its question has words of the answer");
}

/* Where titles are the options, a deck's name tells unless all are its own. */
static bool head_may_be_deck(const struct question_draft *draft)
{
    const struct item *item = draft->item;
    if (item->back && !draft->picks.count)
        return false;
    for (int i = 0; item->back && i < draft->picks.count; i++)
        if (draft->picks.list[i].fact->subject->deck != item->deck)
            return false;
    return !leak_in_text(&draft->leak, item->deck->title);
}

static const char *capital(struct arena *arena, const char *label)
{
    char *text = arena_text(arena, label);
    text[0] = (char)toupper((unsigned char)text[0]);
    return text;
}

void question_plain_head(struct question_draft *draft)
{
    const struct subject *subject = draft->item->subject;
    const char *label = subject ? subject->kind->label : "question";
    draft->question->head = capital(draft->draw.arena, label);
    if (leak_in_text(&draft->leak, draft->question->head))
        draft->question->head = "Question";
}

static void write_head(struct question_draft *draft)
{
    struct question *question = draft->question;
    const struct item *item = draft->item;
    if (head_may_be_deck(draft)) {
        question->head = item->deck->title;
        if (!leak_in_text(&draft->leak, item->deck->seal_letters))
            question->seal = item->deck->seal;
        return;
    }
    question_plain_head(draft);
}

bool question_stem(struct question_draft *draft, bool strict)
{
    bool asked =
        draft->item->card ? ask_card(draft, strict) : ask_fact(draft, strict);
    if (!asked)
        return false;
    write_head(draft);
    return true;
}
