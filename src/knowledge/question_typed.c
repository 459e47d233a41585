#include <string.h>

#include "knowledge/question_draft.h"

/* Accepted answers as they are gathered. */
struct accepted {
    struct arena *arena;
    const char **list;
    size_t count;
    size_t capacity;
};

static void accept(struct accepted *accepted, const char *text)
{
    if (!text)
        return;
    for (size_t i = 0; i < accepted->count; i++)
        if (!strcmp(accepted->list[i], text))
            return;
    accepted->list = arena_grow(accepted->arena, accepted->list,
                                accepted->count, accepted->count + 1,
                                &accepted->capacity, sizeof *accepted->list);
    accepted->list[accepted->count++] = text;
}

static void accept_names(struct accepted *accepted,
                         const struct subject *subject)
{
    accept(accepted, subject->title);
    accept(accepted, subject->name);
    for (size_t i = 0; i < subject->also_count; i++)
        accept(accepted, subject->also[i]);
}

/* Small numbers may be written out. */
static void accept_number(struct accepted *accepted, double number)
{
    static const char *const words[] = {
        "zero",  "one",   "two",  "three", "four",   "five",   "six",
        "seven", "eight", "nine", "ten",   "eleven", "twelve",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (number > (double)i - 0.25 && number < (double)i + 0.25)
            accept(accepted, words[i]);
}

static void accept_article(struct accepted *accepted, const struct value *value)
{
    accept(accepted, arena_printf(accepted->arena, "Article %s", value->shown));
    accept(accepted, arena_printf(accepted->arena, "Art. %s", value->shown));
}

/* A person's name is right in either order: the family name comes first in
 * Japanese and Korean, last in English. */
static void accept_turned(struct accepted *accepted, const char *name)
{
    const char *space = strchr(name, ' ');
    if (space)
        accept(accepted, arena_printf(accepted->arena, "%s %.*s", space + 1,
                                      (int)(space - name), name));
}

static void accept_value(struct accepted *accepted, enum value_type type,
                         const struct value *value)
{
    accept(accepted, value->shown);
    accept(accepted, value->text);
    if (value->refers)
        accept_names(accepted, value->refers);
    if (type == TYPE_NAME)
        accept_turned(accepted, value->shown);
    if (type == TYPE_COUNT)
        accept_number(accepted, value->number);
    if (type == TYPE_ARTICLE)
        accept_article(accepted, value);
}

static bool is_short(const struct text_words *words, const char *text)
{
    return words->count <= TYPED_WORDS_MAX &&
           text_length(text) <= TYPED_LENGTH_MAX;
}

static bool accept_fact(struct question_draft *draft, struct accepted *accepted)
{
    const struct fact *fact = draft->item->fact;
    const struct value *value = draft->draw.value;
    enum value_type type = fact->field->type;
    if (fact->value_count != 1)
        return error_set(draft->why_not, "it has %zu answers, and one is typed",
                         fact->value_count);
    if (type == TYPE_TEXT || ((type == TYPE_NAME || type == TYPE_CHOICE) &&
                              !is_short(&value->words, value->shown)))
        return error_set(draft->why_not, "its answer is too long to type");
    accept_value(accepted, type, value);
    draft->question->is_date = type == TYPE_DATE;
    draft->question->date = value->date;
    return true;
}

static bool accept_card(struct question_draft *draft, struct accepted *accepted)
{
    const struct card *card = draft->item->card;
    struct text_words words = text_words(draft->draw.arena, card->answer);
    if (!is_short(&words, card->answer))
        return error_set(draft->why_not, "its answer is too long to type");
    accept(accepted, card->answer);
    for (size_t i = 0; i < card->also_count; i++)
        accept(accepted, card->also[i]);
    /* A whole date on a card may be typed in any spelling as well; a number
     * alone, like a year, is compared as it stands. */
    struct date date;
    if (date_read(card->answer, &date) && date.day) {
        draft->question->is_date = true;
        draft->question->date = date;
    }
    return true;
}

bool question_accept(struct question_draft *draft)
{
    struct accepted accepted = {.arena = draft->draw.arena};
    if (draft->item->card) {
        if (!accept_card(draft, &accepted))
            return false;
    } else if (draft->item->back) {
        accept_names(&accepted, draft->item->subject);
    } else if (!accept_fact(draft, &accepted)) {
        return false;
    }
    draft->question->accepted = accepted.list;
    draft->question->accepted_count = accepted.count;
    return true;
}
