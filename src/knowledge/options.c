#include "knowledge/options.h"

#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "knowledge/index.h"

/* Streams of one seed that must not run alike. */
enum { SALT_RANK = 1, SALT_SHUFFLE = 2, SALT_STRETCH = 24 };

enum { KINSHIP_MAX = 4 };

uint64_t options_seed(const struct question_request *request)
{
    return hash_text(request->seed, request->item->id);
}

/* The first of the facts, in the order of hashes, that is not before `hash`. */
static size_t first_at(const struct fact *const *facts, size_t count,
                       uint64_t hash)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (facts[middle]->hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct pool_walk options_walk(const struct draw *draw, uint64_t seed)
{
    struct pool_walk walk = {.asked = draw->fact};
    walk.facts = knowledge_pool(draw->knowledge, draw->fact, &walk.count);
    walk.most = walk.count;
    walk.own = draw->fact->subject->fact_count;
    if (walk.count <= OPTIONS_POOL_WHOLE)
        return walk;
    walk.facts = index_pool_by_hash(draw->knowledge, draw->fact, &walk.count);
    walk.first =
        first_at(walk.facts, walk.count, hash_number(seed, SALT_STRETCH));
    walk.most = OPTIONS_POOL_SAMPLE;
    walk.own = 0;
    return walk;
}

/* Of a stretch, the asked subject's facts come at the end, and only there. */
const struct fact *options_walk_next(struct pool_walk *walk)
{
    const struct subject *subject = walk->asked->subject;
    bool whole = walk->most == walk->count;
    while (walk->at < walk->most) {
        size_t at = (walk->first + walk->at++) % walk->count;
        if (whole || walk->facts[at]->subject != subject)
            return walk->facts[at];
    }
    while (walk->own < subject->fact_count) {
        const struct fact *fact = subject->facts[walk->own++];
        const struct field *field = walk->asked->field;
        if (fact->field == field ||
            (field->type == TYPE_DATE && fact->field->type == TYPE_DATE))
            return fact;
    }
    return NULL;
}

static bool same_value(const struct value *a, const struct value *b)
{
    if (a->refers || b->refers)
        return a->refers == b->refers;
    return !strcmp(a->folded, b->folded);
}

static bool shares_value(const struct fact *a, const struct fact *b)
{
    for (size_t i = 0; i < a->value_count; i++)
        for (size_t k = 0; k < b->value_count; k++)
            if (same_value(&a->values[i], &b->values[k]))
                return true;
    return false;
}

int options_era(const struct subject *subject)
{
    for (size_t i = 0; i < subject->fact_count; i++)
        if (subject->facts[i]->field->type == TYPE_DATE)
            return subject->facts[i]->values[0].date.year;
    return 0;
}

/* The first vocabulary a kind declares says what sort a subject is. */
static const struct field *family_of(const struct kind *kind)
{
    for (size_t i = 0; i < kind->field_count; i++)
        if (kind->fields[i]->type == TYPE_CHOICE)
            return kind->fields[i];
    return NULL;
}

/* Partners are derived: the home, which all have in common, is left out. */
static bool is_partner(const struct fact *fact)
{
    return fact->field->type == TYPE_PARTY && fact->field->derived;
}

const struct fact *options_family(const struct subject *subject)
{
    const struct field *field = family_of(subject->kind);
    for (size_t i = 0; field && i < subject->fact_count; i++)
        if (subject->facts[i]->field == field)
            return subject->facts[i];
    return NULL;
}

const struct fact *options_partner(const struct subject *subject)
{
    for (size_t i = 0; i < subject->fact_count; i++)
        if (is_partner(subject->facts[i]))
            return subject->facts[i];
    return NULL;
}

int options_kinship(const struct subject *a, const struct subject *b)
{
    if (a == b)
        return KINSHIP_MAX;
    const struct field *family_field = family_of(a->kind);
    bool family = false;
    bool near = a->deck == b->deck;
    for (size_t i = 0; i < a->fact_count; i++) {
        const struct fact *fact = a->facts[i];
        bool is_family = fact->field == family_field;
        if (!is_family && !is_partner(fact))
            continue;
        for (size_t k = 0; k < b->fact_count; k++) {
            if (b->facts[k]->field != fact->field ||
                !shares_value(fact, b->facts[k]))
                continue;
            family = family || is_family;
            near = near || !is_family;
        }
    }
    int years = abs(options_era(a) - options_era(b));
    return (family ? 2 : 0) + near + (years <= OPTIONS_ERA_YEARS);
}

static int candidate_compare(const struct candidate *a,
                             const struct candidate *b)
{
    if (a->rank < b->rank || a->rank > b->rank)
        return a->rank < b->rank ? -1 : 1;
    int text = strcmp(a->value->folded, b->value->folded);
    return text ? text : strcmp(a->fact->id, b->fact->id);
}

static int twin_of(const struct shortlist *shortlist,
                   const struct candidate *candidate)
{
    for (int i = 0; i < shortlist->count; i++)
        if (!strcmp(shortlist->list[i].value->folded, candidate->value->folded))
            return i;
    return -1;
}

/* True if the candidate could enter: there is room, and no better twin. */
static bool could_enter(const struct shortlist *shortlist,
                        const struct candidate *candidate)
{
    int last = shortlist->count - 1;
    if (shortlist->count == OPTIONS_SHORTLIST &&
        candidate_compare(&shortlist->list[last], candidate) <= 0)
        return false;
    int twin = twin_of(shortlist, candidate);
    return twin < 0 || candidate_compare(candidate, &shortlist->list[twin]) < 0;
}

/*
 * The smallest of w numbers drawn is small w times as often, so dividing one
 * number by w lets the plausible come first without shutting out the rest: an
 * option that never comes would be a tell. Most candidates of a long list
 * would not enter as the nearest of kin, and their kinship is not asked.
 */
bool options_rank(const struct draw *draw, const struct shortlist *shortlist,
                  struct candidate *candidate)
{
    const struct fact *fact = candidate->fact;
    uint64_t seed = hash_number(draw->seed, SALT_RANK);
    struct random random = random_seeded(
        hash_text(hash_text(seed, fact->id), candidate->value->folded));
    double chance = random_unit(&random) /
                    options_common_weight(draw, fact, candidate->value);
    candidate->rank = chance / (1 + KINSHIP_MAX * KINSHIP_MAX);
    if (!could_enter(shortlist, candidate))
        return false;
    int kinship = options_kinship(draw->fact->subject, fact->subject);
    candidate->rank = chance / (1 + kinship * kinship);
    return could_enter(shortlist, candidate);
}

static void remove_at(struct shortlist *shortlist, int at)
{
    struct candidate *place = &shortlist->list[at];
    shortlist->count--;
    memmove(place, place + 1, (size_t)(shortlist->count - at) * sizeof *place);
}

void shortlist_add(struct shortlist *shortlist, struct candidate candidate)
{
    int twin = twin_of(shortlist, &candidate);
    if (twin >= 0) {
        if (candidate_compare(&shortlist->list[twin], &candidate) <= 0)
            return;
        remove_at(shortlist, twin);
    }
    if (shortlist->count == OPTIONS_SHORTLIST) {
        struct candidate *last = &shortlist->list[shortlist->count - 1];
        if (candidate_compare(last, &candidate) <= 0)
            return;
        shortlist->count--;
    }
    int at = shortlist->count;
    while (at && candidate_compare(&candidate, &shortlist->list[at - 1]) < 0) {
        shortlist->list[at] = shortlist->list[at - 1];
        at--;
    }
    shortlist->list[at] = candidate;
    shortlist->count++;
}

bool picks_apart(const struct pick *a, const struct pick *b)
{
    if (!a->words.count || !b->words.count)
        return false;
    return !text_has_words(&a->words, &b->words) &&
           !text_has_words(&b->words, &a->words);
}

static int by_order(const void *a, const void *b)
{
    const struct pick *x = a;
    const struct pick *y = b;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return strcmp(x->text, y->text);
}

void picks_shuffle(const struct draw *draw, struct picks *picks)
{
    uint64_t seed = hash_number(draw->seed, SALT_SHUFFLE);
    const char *key = picks->list[0].text;
    for (int i = 0; i < picks->count; i++)
        picks->list[i].order = hash_text(seed, picks->list[i].text);
    qsort(picks->list, (size_t)picks->count, sizeof *picks->list, by_order);
    for (int i = 0; i < picks->count; i++)
        if (picks->list[i].text == key)
            picks->right = i;
}
