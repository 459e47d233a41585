#include <string.h>

#include "base/random.h"
#include "knowledge/index.h"
#include "knowledge/options.h"

enum { SALT_VALUE = 5 };

/* The most of a value's share that is made up for. */
static const double SHARE_MOST = 0.95;

static bool same_text(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

bool options_same_home(const struct fact *a, const struct fact *b)
{
    const struct deck *x = a->subject->deck;
    const struct deck *y = b->subject->deck;
    if (!x || !y)
        return x == y;
    if (x->home_party || y->home_party)
        return x->home_party == y->home_party;
    return same_text(x->home, y->home);
}

/* The facts and answers of a field among decks of the draw's home: counted
 * once, and reckoned from the sample where a pool is long. */
static struct share_field field_share(const struct draw *draw,
                                      const struct fact *fact)
{
    struct shares *shares = draw->shares;
    for (size_t i = 0; i < shares->field_count; i++)
        if (shares->fields[i].field == fact->field)
            return shares->fields[i];
    struct share_field share = {.field = fact->field};
    struct pool_walk walk = options_walk(draw, 0);
    size_t seen = 0;
    const struct fact *other;
    for (; (other = options_walk_next(&walk)) != NULL; seen++) {
        if (other->field != fact->field)
            continue;
        share.facts++;
        share.answers += other->value_count;
    }
    if (seen > 0 && walk.most < walk.count) {
        share.facts = share.facts * walk.count / seen;
        share.answers = share.answers * walk.count / seen;
    }
    if (shares->field_count < OPTIONS_SHARE_FIELDS)
        shares->fields[shares->field_count++] = share;
    return share;
}

/* Of a very common value every k-th fact is looked at, and counts for k. */
static size_t count_having(const struct draw *draw, const struct fact *fact,
                           const struct value *value)
{
    size_t count, same = 0;
    if (index_count_having(draw->knowledge, fact, value->folded,
                           draw->fact->subject, &count))
        return count;
    const struct fact *const *having = knowledge_having(
        draw->knowledge, fact->field, fact->index, value->folded, &count);
    size_t step = count / OPTIONS_COUNTED + 1;
    for (size_t i = 0; i < count; i += step)
        same += options_same_home(having[i], draw->fact) ? step : 0;
    return same;
}

/* How many facts of decks with this home have the value; remembered, since
 * the common ones come again and again. */
static size_t value_share(const struct draw *draw, const struct fact *fact,
                          const struct value *value)
{
    uint64_t hash = hash_text(0, value->folded);
    struct share_value *share =
        &draw->shares->values[hash % OPTIONS_SHARE_VALUES];
    if (share->field == fact->field && !strcmp(share->folded, value->folded))
        return share->count;
    *share = (struct share_value){fact->field, value->folded,
                                  count_having(draw, fact, value)};
    return share->count;
}

bool options_too_common(const struct draw *draw, const struct fact *fact,
                        const struct value *value)
{
    if (fact->field->indexed)
        return false;
    /* Most values are rare, and need no counting of the rest. */
    size_t same = value_share(draw, fact, value);
    if (same * OPTIONS_RATE_PART <= OPTIONS_RATE_FACTS)
        return false;
    struct share_field share = field_share(draw, fact);
    return share.facts >= OPTIONS_RATE_FACTS &&
           same * OPTIONS_RATE_PART > share.answers;
}

/* In a choice, and in what is true or not, a value that is guessed gives way to
 * another one. */
const struct value *options_asked(const struct draw *draw,
                                  const struct fact *fact, const char *item_id)
{
    enum form form = draw->request->form;
    bool guessable = form == FORM_CHOICE || form == FORM_TRUTH;
    uint64_t seed = hash_text(draw->request->seed, item_id);
    size_t first = (size_t)(hash_number(seed, SALT_VALUE) % fact->value_count);
    if (fact->value_count == 1 || !guessable || draw->request->item->back)
        return &fact->values[first];
    for (size_t i = 0; i < fact->value_count; i++) {
        const struct value *value =
            &fact->values[(first + i) % fact->value_count];
        if (!options_too_common(draw, fact, value))
            return value;
    }
    return &fact->values[first];
}

bool options_is_rare(const struct draw *draw)
{
    struct share_field share = field_share(draw, draw->fact);
    size_t same = value_share(draw, draw->fact, draw->value);
    size_t room = (size_t)draw->request->options + OPTIONS_RATE_ROOM;
    return same <= 2 || share.facts < OPTIONS_RATE_FACTS ||
           same * room <= share.answers;
}

/*
 * A value that is the answer to a share p of the questions must stand among
 * the wrong options of (n - 1) p of them, or whoever chooses the most frequent
 * one is right too often. Of the other questions that is the share
 * q = (n - 1) p / (1 - p); the odds of q over those of chance make up for it.
 */
double options_common_weight(const struct draw *draw, const struct fact *fact,
                             const struct value *value)
{
    if (fact->field != draw->fact->field || fact->field->indexed)
        return 1;
    size_t having = value_share(draw, fact, value);
    size_t answers = having < 2 ? 0 : field_share(draw, fact).answers;
    if (having >= answers)
        return 1;
    double p = (double)having / (double)answers;
    double q = (draw->request->options - 1) * p / (1 - p);
    return 1 / ((1 - p) * (1 - (q < SHARE_MOST ? q : SHARE_MOST)));
}
