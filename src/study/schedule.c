#include "study/schedule.h"

#include <math.h>

#include "base/random.h"

enum { DAY_MS = 86400000 };

double schedule_chance(const char *item, int32_t reviews)
{
    uint64_t hash =
        hash_text(hash_number(0x66757a7au, (uint64_t)reviews), item);
    return (double)(hash >> 11) * 0x1.0p-53;
}

static double at_least_0(double x)
{
    return x > 0 ? x : 0;
}

/* The table that Anki, ts-fsrs and py-fsrs share. */
int32_t schedule_fuzz(double days, double u)
{
    double whole = round(days);
    if (days < 2.5)
        return (int32_t)(whole < 1 ? 1 : whole);
    double delta = 1 + .15 * at_least_0(fmin(days, 7) - 2.5) +
                   .10 * at_least_0(fmin(days, 20) - 7) +
                   .05 * at_least_0(days - 20);
    double lower = fmax(2, round(days - delta));
    double upper = fmin(SCHEDULE_DAYS_MAX, round(days + delta));
    if (lower > upper)
        lower = upper;
    /* A u just below 1 would be rounded up to the day after the last. */
    return (int32_t)fmin(upper, floor(lower + u * (upper - lower + 1)));
}

struct due schedule_due(const struct memory_model *model,
                        const struct memory *memory, double target,
                        struct moment now, double u)
{
    double days = memory_days_until(model, memory, target);
    struct due due;
    if (days < 1) {
        int64_t ms = (int64_t)(days * DAY_MS);
        if (ms < SCHEDULE_SOONEST_MS)
            ms = SCHEDULE_SOONEST_MS;
        due.ms = now.at_ms + ms;
        due.day = moment_study_day((struct moment){due.ms, now.tz_min});
        due.days = (double)ms / DAY_MS;
        return due;
    }
    int32_t whole = schedule_fuzz(fmin(days, SCHEDULE_DAYS_MAX), u);
    due.day = moment_study_day(now) + whole;
    due.ms = moment_day_start_ms(due.day, now.tz_min);
    due.days = whole;
    return due;
}
