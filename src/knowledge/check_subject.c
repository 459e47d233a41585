/* Which subject is a card about that says it of none? The one whose title its
 * question has. */
#include <string.h>

#include "knowledge/check_card.h"
#include "knowledge/table.h"

enum { TITLE_WORDS_MIN = 2, TITLE_WORDS_MAX = 12, FIRST_WORD = 1 };

/* So many of the words from `at` on, with a space between them. */
static const char *joined(struct arena *arena, const struct text_words *words,
                          size_t at, size_t count)
{
    size_t size = 1;
    for (size_t i = at; i < at + count; i++)
        size += strlen(words->words[i]) + 1;
    char *text = arena_alloc(arena, size);
    char *end = text;
    for (size_t i = at; i < at + count; i++) {
        end = stpcpy(end, i > at ? " " : "");
        end = stpcpy(end, words->words[i]);
    }
    return text;
}

static void take(struct table *titles, const struct subject *subject,
                 const char *title)
{
    struct text_words words = text_words(titles->arena, title);
    if (words.count < TITLE_WORDS_MIN || words.count > TITLE_WORDS_MAX)
        return;
    const char *key = joined(titles->arena, &words, 0, words.count);
    *table_place(titles, (struct table_key){.number = FIRST_WORD,
                                            .text = words.words[0]}) = titles;
    void **place = table_place(titles, table_text(key));
    if (!*place)
        *place = (void *)subject;
}

void check_gather_titles(const struct knowledge *knowledge,
                         struct table *titles)
{
    for (size_t i = 0; i < knowledge->subject_count; i++) {
        const struct subject *subject = knowledge->subjects[i];
        if (subject->kind->entity)
            continue;
        take(titles, subject, subject->title);
        if (subject->name != subject->title)
            take(titles, subject, subject->name);
    }
}

const struct subject *check_subject_of(const struct card_check *check,
                                       const struct card *card)
{
    if (card->of || !check->titles->count)
        return card->of;
    struct text_words words =
        text_words(check->arena, check_asked(check, card));
    const struct subject *found = NULL;
    for (size_t i = 0; i < words.count; i++) {
        struct table_key first = {.number = FIRST_WORD, .text = words.words[i]};
        size_t most = words.count - i < TITLE_WORDS_MAX ? words.count - i
                                                        : TITLE_WORDS_MAX;
        if (!table_find(check->titles, first))
            continue;
        for (size_t n = most; n >= TITLE_WORDS_MIN && !found; n--)
            found = table_find(check->titles,
                               table_text(joined(check->arena, &words, i, n)));
    }
    return found;
}
