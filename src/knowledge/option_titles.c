#include <string.h>

#include "knowledge/leak.h"
#include "knowledge/options.h"
#include "knowledge/value.h"

/* A title must be the answer to a question of its own, else "never right"
 * would give it away: asked back, and not told by its own value. */
static bool is_answer_somewhere(const struct draw *draw,
                                const struct fact *fact)
{
    const char *back = arena_printf(draw->arena, "%s/back", fact->id);
    const struct item *item = knowledge_item(draw->knowledge, back);
    if (!item || item->fact != fact)
        return false;
    struct text_words title = text_words(draw->arena, fact->subject->title);
    struct text_words told =
        leak_shared(draw->arena, &title, &fact->values[0].words);
    return leak_has_all(&draw->shared, &told);
}

/* Subjects of which the value asked about is proved false. */
static void shortlist_titles(const struct draw *draw,
                             struct shortlist *shortlist)
{
    size_t count;
    const struct fact *const *pool =
        knowledge_pool(draw->knowledge, draw->fact, &count);
    for (size_t i = 0; i < count; i++) {
        const struct fact *fact = pool[i];
        if (fact->field != draw->fact->field || !fact->value_count ||
            fact->subject == draw->fact->subject)
            continue;
        struct candidate candidate = {.fact = fact, .value = fact->values};
        if (options_rank(draw, shortlist, &candidate) &&
            value_is_false_of(draw->value, fact) &&
            is_answer_somewhere(draw, fact))
            shortlist_add(shortlist, candidate);
    }
}

static struct pick pick_title(const struct draw *draw, const struct fact *fact,
                              const struct value *value)
{
    const char *title = fact->subject->title;
    return (struct pick){.fact = fact,
                         .value = value,
                         .text = title,
                         .words = text_words(draw->arena, title)};
}

/* The words of all names of the key's subject: another title that is one of
 * them would be right as well. */
struct names {
    struct text_words *words;
    size_t count;
};

static struct names names_of(const struct draw *draw)
{
    const struct subject *subject = draw->fact->subject;
    struct names names = {0};
    names.words =
        arena_array(draw->arena, subject->also_count + 1, sizeof *names.words);
    names.words[names.count++] = text_words(draw->arena, subject->name);
    for (size_t i = 0; i < subject->also_count; i++)
        names.words[names.count++] = text_words(draw->arena, subject->also[i]);
    return names;
}

static bool is_one_of(const struct names *names, const struct pick *pick)
{
    for (size_t i = 0; i < names->count; i++)
        if (names->words[i].count == pick->words.count &&
            text_has_words(&names->words[i], &pick->words))
            return true;
    return false;
}

/* May stand with those there are, and tells by no word of the prompt. */
static bool fits(const struct draw *draw, const struct picks *picks,
                 const struct pick *pick)
{
    if (!leak_has_all(&pick->words, &draw->shared))
        return false;
    for (int i = 0; i < picks->count; i++)
        if (!picks_apart(&picks->list[i], pick))
            return false;
    return true;
}

bool options_of_titles(const struct draw *draw, struct picks *picks,
                       struct error *why_not)
{
    const struct field *field = draw->fact->field;
    if (!field->complete || field->indexed)
        return error_set(why_not,
                         "the true values of \"%s\" are not all "
                         "stated, so no %s is proved wrong",
                         field->name, field->kind->label);
    struct shortlist shortlist = {.count = 0};
    shortlist_titles(draw, &shortlist);
    int wanted = draw->request->options;
    struct names names = names_of(draw);
    *picks = (struct picks){.count = 1};
    picks->list[0] = pick_title(draw, draw->fact, draw->value);
    for (int i = 0; i < shortlist.count && picks->count < wanted; i++) {
        struct pick pick =
            pick_title(draw, shortlist.list[i].fact, shortlist.list[i].value);
        if (fits(draw, picks, &pick) && !is_one_of(&names, &pick))
            picks->list[picks->count++] = pick;
    }
    if (picks->count < wanted)
        return error_set(why_not, "fewer than %d other %s are proved wrong%s",
                         wanted - 1, field->kind->plural,
                         draw->shared.count ? " and share the words that "
                                              "its question has"
                                            : "");
    picks_shuffle(draw, picks);
    return true;
}
