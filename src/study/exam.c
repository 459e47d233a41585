#include "study/exam.h"

#include <stdlib.h>
#include <string.h>

int32_t exam_days_left(const struct study_settings *settings, int32_t today)
{
    int32_t day = settings->exam_day;
    return day > today ? day - today : 0;
}

double exam_answers(double minutes, double seconds_per_answer)
{
    return minutes * 60 / seconds_per_answer;
}

static bool is_wanting(const struct exam_card *card, int32_t days_left)
{
    return card->due > 0 && card->due >= days_left &&
           card->recall < EXAM_RECALL;
}

/* The strongest first; of equals the one that comes first anyway. */
static int by_strength(const void *a, const void *b)
{
    const struct exam_card *x = a;
    const struct exam_card *y = b;
    if (x->keeps_days < y->keeps_days || x->keeps_days > y->keeps_days)
        return x->keeps_days > y->keeps_days ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* Those that want a review before the day, first. */
static size_t gather(struct exam_card *cards, size_t count, int32_t days_left)
{
    size_t found = 0;
    for (size_t i = 0; i < count; i++)
        if (is_wanting(&cards[i], days_left)) {
            struct exam_card one = cards[i];
            cards[i] = cards[found];
            cards[found++] = one;
        }
    return found;
}

/* Cards that the days after today hold beside what is due on them; no day
 * takes more than `most`. */
static size_t room_later(const struct exam_card *cards, size_t count,
                         int32_t days_left, int32_t room, int32_t most)
{
    int32_t due[EXAM_DAYS_MAX] = {0};
    size_t left = 0;
    for (size_t i = 0; i < count; i++)
        if (cards[i].due > 0 && cards[i].due < days_left)
            due[cards[i].due]++;
    for (int32_t day = 1; day < days_left; day++) {
        int32_t beside = room - due[day];
        left += beside <= 0 ? 0 : (size_t)(beside < most ? beside : most);
    }
    return left;
}

static size_t room_today(const struct exam_card *cards, size_t count,
                         int32_t room)
{
    for (size_t i = 0; i < count && room > 0; i++)
        room -= cards[i].due <= 0;
    return room > 0 ? (size_t)room : 0;
}

size_t exam_bring_forward(struct exam_card *cards, size_t count,
                          int32_t days_left, int32_t room)
{
    if (days_left <= 0 || days_left > EXAM_DAYS_MAX)
        return 0;
    size_t wanting = gather(cards, count, days_left);
    int32_t most = (int32_t)((wanting + EXAM_DAYS_LEAST - 1) / EXAM_DAYS_LEAST);
    size_t later = room_later(cards, count, days_left, room, most);
    size_t today = room_today(cards, count, room);
    if (wanting <= later)
        return 0;
    size_t over = wanting - later;
    qsort(cards, wanting, sizeof *cards, by_strength);
    /* Where even so there is no room for all, the strongest go without. */
    size_t without = over > today ? over - today : 0;
    size_t chosen = over - without;
    if (without)
        memmove(cards, cards + without, chosen * sizeof *cards);
    return chosen;
}
