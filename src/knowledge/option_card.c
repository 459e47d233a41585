#include <string.h>

#include "base/random.h"
#include "knowledge/options.h"

enum { CARD_WRONG_MAX = 16, SALT_WRONG = 4 };

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

static bool is_apart(const struct picks *picks, const struct pick *pick)
{
    for (int i = 0; i < picks->count; i++)
        if (!picks_apart(&picks->list[i], pick))
            return false;
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

bool options_of_card(const struct draw *draw, struct picks *picks,
                     struct error *why_not)
{
    struct pick wrong[CARD_WRONG_MAX];
    int count = read_wrong(draw, wrong);
    int wanted = draw->request->options;
    *picks = (struct picks){.count = 1};
    picks->list[0] = pick_text(draw, draw->request->item->card->answer);
    for (int i = 0; i < count && picks->count < wanted; i++)
        if (is_apart(picks, &wrong[i]))
            picks->list[picks->count++] = wrong[i];
    if (picks->count < wanted)
        return error_set(why_not,
                         "the card has %d wrong options that can "
                         "stand beside the answer, not %d",
                         picks->count - 1, wanted - 1);
    picks_shuffle(draw, picks);
    return true;
}
