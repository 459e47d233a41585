/* Instants and study days. */
#include <ctype.h>
#include <string.h>

#include "base/date.h"

enum { DAY_MS = 86400000, HOUR_MS = 3600000, MINUTE_MS = 60000 };

static int64_t floor_divide(int64_t a, int64_t b)
{
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0));
}

int32_t moment_study_day(struct moment moment)
{
    int64_t local = moment.at_ms + (int64_t)moment.tz_min * MINUTE_MS -
                    (int64_t)STUDY_DAY_STARTS_HOUR * HOUR_MS;
    return (int32_t)floor_divide(local, DAY_MS);
}

int64_t moment_day_start_ms(int32_t study_day, int32_t tz_min)
{
    return (int64_t)study_day * DAY_MS +
           (int64_t)STUDY_DAY_STARTS_HOUR * HOUR_MS -
           (int64_t)tz_min * MINUTE_MS;
}

static bool two(const char **text, int most, int *number)
{
    const char *p = *text;
    if (!isdigit((unsigned char)p[0]) || !isdigit((unsigned char)p[1]))
        return false;
    *number = (p[0] - '0') * 10 + (p[1] - '0');
    *text = p + 2;
    return *number <= most;
}

static bool skip(const char **text, char c)
{
    if (**text != c)
        return false;
    (*text)++;
    return true;
}

/* ":SS" and ".fff" where they stand. */
static bool read_seconds(const char **text, int *second, int *ms)
{
    *second = 0;
    *ms = 0;
    if (!skip(text, ':'))
        return true;
    if (!two(text, 60, second))
        return false;
    if (!skip(text, '.'))
        return true;
    if (!isdigit((unsigned char)**text))
        return false;
    for (int unit = 100; isdigit((unsigned char)**text); unit /= 10)
        *ms += (*(*text)++ - '0') * unit;
    return true;
}

static bool read_offset(const char **text, int32_t *tz_min)
{
    int hours = 0;
    int minutes = 0;
    if (skip(text, 'Z')) {
        *tz_min = 0;
        return true;
    }
    bool west = **text == '-';
    if (!skip(text, '+') && !skip(text, '-'))
        return false;
    if (!two(text, 18, &hours))
        return false;
    skip(text, ':');
    if (!two(text, 59, &minutes))
        return false;
    *tz_min = (west ? -1 : 1) * (hours * 60 + minutes);
    return true;
}

static bool read_moment(const char *text, struct moment *moment)
{
    char day[11] = {0};
    struct date date;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int ms = 0;
    if (strlen(text) < sizeof day)
        return false;
    memcpy(day, text, sizeof day - 1);
    if (!date_parse(day, &date, NULL) || !date.day || date.about)
        return false;
    text += sizeof day - 1;
    if (!skip(&text, 'T') && !skip(&text, ' '))
        return false;
    if (!two(&text, 23, &hour) || !skip(&text, ':') || !two(&text, 59, &minute))
        return false;
    if (!read_seconds(&text, &second, &ms) ||
        !read_offset(&text, &moment->tz_min))
        return false;
    moment->at_ms = (int64_t)date_to_days(date) * DAY_MS +
                    (int64_t)hour * HOUR_MS + (int64_t)minute * MINUTE_MS +
                    (int64_t)second * 1000 + ms -
                    (int64_t)moment->tz_min * MINUTE_MS;
    return *text == '\0';
}

bool moment_parse(const char *text, struct moment *moment, struct error *err)
{
    if (read_moment(text, moment))
        return true;
    return error_set_cause(err, ERROR_USAGE,
                           "\"%s\" is not a time; write it with its zone: "
                           "2026-11-23T10:00:00+09:00",
                           text);
}
