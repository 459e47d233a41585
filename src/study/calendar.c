#include "study/calendar.h"

#include <stdlib.h>
#include <string.h>

static int by_size(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a;
    int32_t y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

/* Reviews of a busy day: nine tenths of the days that had any had no more. One
 * very long day does not make all the others pale. */
static int32_t busy(const int32_t *reviews, int count)
{
    int32_t some[CALENDAR_DAYS];
    size_t found = 0;
    for (int i = 0; i < count; i++)
        if (reviews[i] > 0)
            some[found++] = reviews[i];
    if (found == 0)
        return 1;
    qsort(some, found, sizeof some[0], by_size);
    return some[(found - 1) * 9 / 10];
}

static int8_t level_of(int32_t reviews, int32_t most)
{
    int64_t top = CALENDAR_LEVELS - 1;
    int64_t level = (reviews * top + most - 1) / most;
    return (int8_t)(level > top ? top : level);
}

struct calendar calendar_of(const struct progress *progress, int32_t today)
{
    struct calendar calendar;
    int32_t reviews[CALENDAR_DAYS];
    memset(&calendar, 0, sizeof calendar);
    calendar.count = CALENDAR_DAYS - 7 + date_weekday(today) + 1;
    calendar.first = today - calendar.count + 1;
    calendar.begun = today;
    for (int i = calendar.count - 1; i >= 0; i--) {
        reviews[i] = progress_day(progress, calendar.first + i).reviews;
        calendar.reviews += reviews[i];
        if (reviews[i] > 0)
            calendar.begun = calendar.first + i;
    }
    int32_t most = busy(reviews, calendar.count);
    for (int i = 0; i < calendar.count; i++)
        calendar.level[i] = level_of(reviews[i], most);
    return calendar;
}
