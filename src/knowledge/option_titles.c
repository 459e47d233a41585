#include <string.h>

#include "knowledge/leak.h"
#include "knowledge/options.h"
#include "knowledge/value.h"

/* A title must be the answer to a question of its own, else "never right"
 * would give it away. */
static bool is_answer_somewhere(const struct draw *draw,
                                const struct fact *fact)
{
    const char *back = arena_printf(draw->arena, "%s/back", fact->id);
    const struct item *item = knowledge_item(draw->knowledge, back);
    return item && item->fact == fact;
}

/* The words of a title that its own question has must be those that the key's
 * has of its own: then no word of the prompt tells the one from the other. */
static bool shares_alike(const struct draw *draw, const struct unit *unit,
                         const struct text_words *template)
{
    const struct text_words *title = &unit->pick.words;
    struct text_words asked = leak_shared(draw->arena, title, template);
    struct text_words said =
        leak_words_told(draw->arena, unit->fact, unit->value);
    struct text_words told = leak_shared(draw->arena, title, &said);
    if (!leak_has_all(&draw->shared, &asked) ||
        !leak_has_all(&draw->shared, &told))
        return false;
    for (size_t i = 0; i < draw->shared.count; i++) {
        struct text_words word = {&draw->shared.words[i], 1};
        if (!leak_has_all(&asked, &word) && !leak_has_all(&told, &word))
            return false;
    }
    return true;
}

static struct pick pick_title(const struct draw *draw, const struct fact *fact)
{
    const char *title = fact->subject->title;
    return (struct pick){.fact = fact,
                         .value = fact->values,
                         .text = title,
                         .words = text_words(draw->arena, title)};
}

/* Facts whose way back may be asked with the words of this one's prompt. */
static void gather(const struct draw *draw, struct units *units)
{
    struct pool_walk walk = options_walk(draw, draw->request->seed);
    struct text_words template =
        text_words(draw->arena, draw->fact->field->back.text);
    const struct fact *fact;
    while ((fact = options_walk_next(&walk)) != NULL) {
        if (fact->field != draw->fact->field || !fact->value_count)
            continue;
        bool is_key = fact == draw->fact;
        if (!is_key && !is_answer_somewhere(draw, fact))
            continue;
        struct unit unit = {.fact = fact,
                            .value = is_key ? draw->value : fact->values,
                            .pick = pick_title(draw, fact)};
        unit.pick.value = unit.value;
        if (is_key || shares_alike(draw, &unit, &template))
            units_add(draw, units, unit);
    }
}

/* A title that is another name of the subject would be right as well. */
static bool is_name_of(const struct draw *draw, const struct unit *title,
                       const struct subject *subject)
{
    struct text_words words = text_words(draw->arena, subject->name);
    bool same = words.count == title->pick.words.count &&
                text_has_words(&words, &title->pick.words);
    for (size_t i = 0; i < subject->also_count && !same; i++) {
        words = text_words(draw->arena, subject->also[i]);
        same = words.count == title->pick.words.count &&
               text_has_words(&words, &title->pick.words);
    }
    return same;
}

static bool titles_apart(const struct draw *draw, struct unit *a,
                         struct unit *b)
{
    return a->fact->subject != b->fact->subject &&
           value_is_false_of(a->value, b->fact) &&
           value_is_false_of(b->value, a->fact) &&
           picks_apart(&a->pick, &b->pick) &&
           !is_name_of(draw, a, b->fact->subject) &&
           !is_name_of(draw, b, a->fact->subject);
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
    struct units units = {.count = 0};
    gather(draw, &units);
    if (!units_sort(draw, &units) ||
        !units_block(draw, &units, titles_apart, true, picks))
        return error_set(why_not, "fewer than %d other %s are proved wrong%s",
                         draw->request->options - 1, field->kind->plural,
                         draw->shared.count ? " and share the words that "
                                              "its question has"
                                            : "");
    units_confuse(draw, &units, titles_apart, picks);
    picks_shuffle(draw, picks);
    return true;
}
