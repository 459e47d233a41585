/* Does the question of a card tell which of its options is right? */
#include <string.h>

#include "knowledge/check_card.h"
#include "knowledge/leak.h"
#include "knowledge/suggest.h"

enum { NUMBER_WORDS_MAX = 2 }; /* "9", "9 members" */

/* The texts of a card, the answer first. */
struct texts {
    const char *list[OPTIONS_COMPARED_MAX + 1];
    size_t count;
};

static struct texts texts_of(const struct card *card)
{
    struct texts texts = {{card->answer}, 1};
    for (size_t i = 0; i < card->wrong_count && i < OPTIONS_COMPARED_MAX; i++)
        texts.list[texts.count++] = card->wrong[i];
    return texts;
}

static bool has_exactly(const struct text_words *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++) {
        if (strcmp(words->words[i], word) == 0)
            return true;
    }
    return false;
}

/* What must not be told if that text is not to be chosen for it. */
static struct leak leak_of(const struct card_check *check,
                           const struct texts *texts, size_t key)
{
    struct leak leak;
    leak_init(&leak, check->arena);
    for (size_t i = 0; i < texts->count; i++)
        leak_add_option(&leak, text_words(check->arena, texts->list[i]));
    leak_add_shown(&leak, text_words(check->arena, texts->list[key]));
    const struct subject *party = check_party(check, texts->list[key]);
    if (party)
        leak_add_short_names(&leak, party);
    return leak;
}

/* An ending or another name tells nothing if a wrong option is told as well:
 * "American soldiers in Japan" beside the Japanese and the American courts. */
static bool tells_another(const struct card_check *check,
                          const struct texts *texts, const char *asked)
{
    for (size_t i = 1; i < texts->count; i++) {
        struct leak leak = leak_of(check, texts, i);
        if (leak_in_text(&leak, asked))
            return true;
    }
    return false;
}

/* "Nine-Power" tells of 9. */
static const char *in_digits(const struct card_check *check, const char *text)
{
    struct text_words words = check_words_of(check, text);
    const char *said = "";
    for (size_t i = 0; i < words.count; i++)
        said = arena_printf(check->arena, "%s %s", said, words.words[i]);
    return said;
}

/* A number in words in the question, in digits in the answer alone. */
static void check_numbers(const struct card_check *check,
                          const struct card *card, const struct texts *texts)
{
    struct leak leak;
    struct text_words answer = check_words_of(check, card->answer);
    struct text_words plain = text_words(check->arena, card->answer);
    leak_init(&leak, check->arena);
    for (size_t i = 0; i < texts->count; i++)
        leak_add_option(&leak, check_words_of(check, texts->list[i]));
    leak_add_shown(&leak, answer);
    const char *asked = in_digits(check, check_asked(check, card));
    if (answer.count > NUMBER_WORDS_MAX || !plain.count ||
        !strpbrk(answer.words[0], "0123456789") ||
        check_is_ordinal(plain.words[0]) || !leak_in_text(&leak, asked))
        return;
    problems_add(
        check->problems, PROBLEM_WARNING, card->file, check_ask_line(card),
        "leak", "say it in another word, in the question or the answer",
        "the question of \"%s\" tells its answer by its number", card->id);
}

/* True if a wrong option has the same first letters. */
static bool others_begin_so(const struct card_check *check,
                            const struct texts *texts, const char *initials)
{
    for (size_t i = 1; i < texts->count; i++) {
        struct text_words words = text_words(check->arena, texts->list[i]);
        if (leak_is_initials_of(initials, &words))
            return true;
    }
    return false;
}

void check_card_leak(const struct card_check *check, const struct card *card)
{
    const char *asked = check_asked(check, card);
    struct texts texts = texts_of(card);
    struct leak leak = leak_of(check, &texts, 0);
    if (card->wrong_count == 0)
        return;
    if (!leak_in_text(&leak, asked)) {
        check_numbers(check, card, &texts);
        return;
    }
    struct text_words words = text_words(check->arena, asked);
    struct text_words answer = text_words(check->arena, card->answer);
    const char *told = NULL;
    bool is_exact = false;
    for (size_t i = 0; i < words.count && !is_exact; i++) {
        if (!leak_in_text(&leak, words.words[i]))
            continue;
        is_exact = has_exactly(&answer, words.words[i]) ||
                   (leak_is_initials_of(words.words[i], &answer) &&
                    !others_begin_so(check, &texts, words.words[i]));
        told = !told || is_exact ? words.words[i] : told;
    }
    if (!is_exact && tells_another(check, &texts, asked))
        return;
    problems_add(check->problems, PROBLEM_WARNING, card->file,
                 check_ask_line(card), "leak",
                 "say it in another word, in the question or the answer",
                 "the question of \"%s\" tells its answer by \"%s\"", card->id,
                 suggest_quoted(check->arena, told ? told : card->answer));
}
