#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "knowledge/options.h"
#include "knowledge/value.h"

enum { SALT_KEY_RANK = 3 };

/* The longest text shown is at most half as long again as the shortest. */
static const size_t RATIO_TOP = 3, RATIO_BOTTOM = 2;

/* A day among months, or "about" among certain ones, would stand out. */
static bool same_shape(struct date a, struct date b)
{
    return !a.month == !b.month && !a.day == !b.day && a.about == b.about;
}

static bool is_past(struct date date, int32_t today)
{
    date.month = date.month ? date.month : 1;
    date.day = date.day ? date.day : 1;
    return date_to_days(date) <= today;
}

/* The bound of an article's number, 0 where none is stated. */
static double last_article(const struct fact *fact)
{
    const char *limit = fact->field->limit ? fact->field->limit : "articles";
    const struct fact *count = subject_fact(fact->subject, limit, NULL);
    return count && count->value_count ? count->values[0].number : 0;
}

/* A wrong option must be the answer to a question of its own, else "never
 * right" would give it away. */
static bool is_answer_somewhere(const struct fact *fact)
{
    return fact->field->complete && (fact->ask || fact->field->ask.text);
}

static bool has_shape(const struct draw *draw, const struct value *value)
{
    switch (draw->fact->field->type) {
    case TYPE_DATE:
        return same_shape(value->date, draw->value->date) &&
               is_past(value->date, draw->request->today);
    case TYPE_ARTICLE:
        return value->number <= last_article(draw->fact);
    case TYPE_SUBJECT:
        return value->refers != draw->fact->subject;
    default:
        return true;
    }
}

static bool is_wrong_for_certain(const struct draw *draw,
                                 const struct fact *fact,
                                 const struct value *value)
{
    return is_answer_somewhere(fact) && has_shape(draw, value) &&
           value_differs(draw->fact->field->type, value, draw->value) &&
           value_is_false_of(value, draw->fact) &&
           !options_too_common(draw, fact, value);
}

/* Ordered values go to the list of their side of the key. */
static void shortlist_values(const struct draw *draw, struct shortlist sides[2])
{
    size_t count;
    enum value_type type = draw->fact->field->type;
    const struct fact *const *pool =
        knowledge_pool(draw->knowledge, draw->fact, &count);
    for (size_t i = 0; i < count; i++) {
        if (pool[i] == draw->fact)
            continue;
        for (size_t k = 0; k < pool[i]->value_count; k++) {
            const struct value *value = &pool[i]->values[k];
            struct shortlist *side =
                &sides[value_compare(type, value, draw->value) > 0];
            struct candidate candidate = {.fact = pool[i], .value = value};
            if (options_rank(draw, side, &candidate) &&
                is_wrong_for_certain(draw, pool[i], value))
                shortlist_add(side, candidate);
        }
    }
}

static struct pick pick_of(const struct fact *fact, const struct value *value)
{
    return (struct pick){.fact = fact,
                         .value = value,
                         .text = value->shown,
                         .words = value->words};
}

/* Only texts are measured: names and dates are as long as they are. */
static bool fits_length(enum value_type type, const struct picks *picks,
                        const char *text)
{
    if (type != TYPE_TEXT)
        return true;
    size_t length = text_length(text);
    for (int i = 0; i < picks->count; i++) {
        size_t other = text_length(picks->list[i].text);
        size_t longest = length > other ? length : other;
        size_t shortest = length > other ? other : length;
        if (longest * RATIO_BOTTOM > shortest * RATIO_TOP)
            return false;
    }
    return true;
}

static bool fits(enum value_type type, const struct picks *picks,
                 const struct pick *pick)
{
    for (int i = 0; i < picks->count; i++) {
        const struct pick *other = &picks->list[i];
        if (!value_differs(type, pick->value, other->value) ||
            !picks_apart(pick, other))
            return false;
    }
    return fits_length(type, picks, pick->text);
}

/* Adds up to `wanted` of the list that differ from all there are; returns how
 * many were added. */
static int pick_some(enum value_type type, const struct shortlist *list,
                     int wanted, struct picks *picks)
{
    int added = 0;
    for (int i = 0; i < list->count && added < wanted; i++) {
        struct pick pick = pick_of(list->list[i].fact, list->list[i].value);
        if (!fits(type, picks, &pick))
            continue;
        picks->list[picks->count++] = pick;
        added++;
    }
    return added;
}

/*
 * How many values stand below the key: drawn first, each number that both
 * sides allow equally often; values nearest to the key, or drawn freely, would
 * put the key in the middle.
 */
static int draw_key_rank(const struct draw *draw, int wrong, int below,
                         int above)
{
    int least = wrong > above ? wrong - above : 0;
    int most = wrong < below ? wrong : below;
    if (most < least)
        return -1;
    struct random random =
        random_seeded(hash_number(draw->seed, SALT_KEY_RANK));
    return least +
           (int)random_below(&random, (uint64_t)most - (uint64_t)least + 1);
}

static int by_value(const void *a, const void *b)
{
    const struct pick *x = a;
    const struct pick *y = b;
    int order = value_compare(x->fact->field->type, x->value, y->value);
    return order ? order : strcmp(x->text, y->text);
}

static int count_side(const struct draw *draw, const struct shortlist *list,
                      int wanted)
{
    struct picks alone = {.count = 1};
    alone.list[0] = pick_of(draw->fact, draw->value);
    return pick_some(draw->fact->field->type, list, wanted, &alone);
}

static void pick_ordered(const struct draw *draw,
                         const struct shortlist sides[2], int wrong,
                         struct picks *picks)
{
    enum value_type type = draw->fact->field->type;
    int below = count_side(draw, &sides[0], wrong);
    int above = count_side(draw, &sides[1], wrong);
    int rank = draw_key_rank(draw, wrong, below, above);
    if (rank < 0)
        return;
    pick_some(type, &sides[0], rank, picks);
    pick_some(type, &sides[1], wrong - rank, picks);
    qsort(picks->list, (size_t)picks->count, sizeof *picks->list, by_value);
    for (int i = 0; i < picks->count; i++)
        if (picks->list[i].value == draw->value)
            picks->right = i;
}

bool options_of_values(const struct draw *draw, struct picks *picks,
                       struct error *why_not)
{
    const struct field *field = draw->fact->field;
    if (!field->complete)
        return error_set(why_not,
                         "the true values of \"%s\" are not all "
                         "stated, so no option is proved wrong",
                         field->name);
    if (options_too_common(draw, draw->fact, draw->value))
        return error_set(why_not,
                         "\"%s\" is the answer so often that it "
                         "would be guessed",
                         draw->value->shown);
    struct shortlist sides[2] = {{.count = 0}, {.count = 0}};
    shortlist_values(draw, sides);
    int wrong = draw->request->options - 1;
    *picks = (struct picks){.count = 1};
    picks->list[0] = pick_of(draw->fact, draw->value);
    if (value_is_ordered(field->type))
        pick_ordered(draw, sides, wrong, picks);
    else
        pick_some(field->type, &sides[0], wrong, picks);
    if (picks->count <= wrong)
        return error_set(why_not,
                         "fewer than %d values of \"%s\" are proved "
                         "wrong and alike in shape",
                         wrong, field->name);
    if (!value_is_ordered(field->type))
        picks_shuffle(draw, picks);
    return true;
}
