#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "knowledge/options.h"

enum {
    CARD_WRONG_MAX = 8,
    CONFUSED_SHOWN_MAX = 2,
    CONFUSED_FIRST = 100, /* more than any rank is off */
    SALT_WRONG = 4,
    SALT_RANKS = 6
};

static struct pick pick_text(const struct draw *draw, const char *text)
{
    uint64_t seed = hash_number(draw->seed, SALT_WRONG);
    return (struct pick){.text = text,
                         .words = text_words(draw->arena, text),
                         .order = hash_text(seed, text)};
}

/* A wrong option must say neither the answer nor what else is right. */
static bool is_wrong(const struct draw *draw, const struct pick *wrong)
{
    const struct card *card = draw->request->item->card;
    for (size_t i = 0; i < card->also_count; i++) {
        struct pick right = pick_text(draw, card->also[i]);
        if (!picks_apart(wrong, &right))
            return false;
    }
    return true;
}

/* The written wrong options in the order of this draw; returns how many. */
static int read_wrong(const struct draw *draw,
                      struct pick wrong[CARD_WRONG_MAX])
{
    const struct card *card = draw->request->item->card;
    int count = 0;
    for (size_t i = 0; i < card->wrong_count && count < CARD_WRONG_MAX; i++) {
        struct pick pick = pick_text(draw, card->wrong[i]);
        if (!is_wrong(draw, &pick))
            continue;
        int at = count++;
        for (; at && pick.order < wrong[at - 1].order; at--)
            wrong[at] = wrong[at - 1];
        wrong[at] = pick;
    }
    return count;
}

/* Where the key stands among its options, by length and by alphabet. */
struct stand {
    int shorter; /* options: half as many count where they are alike */
    int before;
};

static struct stand stand_of(const struct pick *key, const struct pick *wrong,
                             unsigned set)
{
    struct stand stand = {0, 0};
    size_t own = text_length(key->text);
    for (int i = 0; set >> i; i++) {
        if (!(set >> i & 1))
            continue;
        size_t length = text_length(wrong[i].text);
        stand.shorter += (length < own) + (length <= own);
        stand.before += 2 * (strcmp(wrong[i].text, key->text) < 0);
    }
    return stand;
}

static bool all_apart(const struct pick *key, const struct pick *wrong,
                      unsigned set)
{
    for (int i = 0; set >> i; i++) {
        if (!(set >> i & 1))
            continue;
        if (!picks_apart(key, &wrong[i]))
            return false;
        for (int k = 0; k < i; k++)
            if (set >> k & 1 && !picks_apart(&wrong[k], &wrong[i]))
                return false;
    }
    return true;
}

static int members(unsigned set)
{
    int count = 0;
    for (; set; set >>= 1)
        count += (int)(set & 1);
    return count;
}

/* Those that were chosen instead before, as a set; of a long one the log has
 * the beginning. */
static unsigned confused(const struct draw *draw, const struct pick *wrong,
                         int count)
{
    const struct confusions *confusions = draw->request->confusions;
    unsigned set = 0;
    for (int k = 0; confusions && k < confusions->count; k++) {
        for (int i = 0; i < count && members(set) < CONFUSED_SHOWN_MAX; i++) {
            const char *text = confusions->facts[k];
            if (strncmp(wrong[i].text, text, strlen(text)) == 0)
                set |= 1u << i;
        }
    }
    return set;
}

/*
 * Which of the wrong options are shown: those that put the key nearest to the
 * ranks drawn for it, by length and by alphabet, so that it is the longest no
 * more often than it must be; what was chosen instead before comes first of
 * all. Of equal ones the first in this draw's order.
 */
static unsigned choose(const struct draw *draw, const struct pick *key,
                       const struct pick *wrong, int count)
{
    int wanted = draw->request->options - 1;
    struct random random = random_seeded(hash_number(draw->seed, SALT_RANKS));
    int shorter = 2 * (int)random_below(&random, (uint64_t)wanted + 1);
    int before = 2 * (int)random_below(&random, (uint64_t)wanted + 1);
    unsigned before_chosen = confused(draw, wrong, count);
    unsigned best = 0;
    int least = 0;
    for (unsigned set = 1; set < 1u << count; set++) {
        if (members(set) != wanted || !all_apart(key, wrong, set))
            continue;
        struct stand stand = stand_of(key, wrong, set);
        int off = abs(stand.shorter - shorter) + abs(stand.before - before) +
                  CONFUSED_FIRST * members(before_chosen & ~set);
        if (best && off >= least)
            continue;
        best = set;
        least = off;
    }
    return best;
}

bool options_of_card(const struct draw *draw, struct picks *picks,
                     struct error *why_not)
{
    struct pick wrong[CARD_WRONG_MAX];
    int count = read_wrong(draw, wrong);
    struct pick key = pick_text(draw, draw->request->item->card->answer);
    unsigned set = choose(draw, &key, wrong, count);
    if (!set)
        return error_set(why_not,
                         "the card has not %d wrong options that can stand "
                         "beside the answer and each other",
                         draw->request->options - 1);
    *picks = (struct picks){.count = 1};
    picks->list[0] = key;
    for (int i = 0; i < count; i++)
        if (set >> i & 1)
            picks->list[picks->count++] = wrong[i];
    picks_shuffle(draw, picks);
    return true;
}
