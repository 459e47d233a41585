#include "base/date.h"

#include <stdio.h>
#include <string.h>

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Exactly `count` digits at *text, which moves on; -1 when they are not. */
static int digits(const char **text, int count)
{
    int number = 0;
    for (int i = 0; i < count; i++) {
        char c = (*text)[i];
        if (c < '0' || c > '9')
            return -1;
        number = number * 10 + (c - '0');
    }
    *text += count;
    return number;
}

bool date_exists(struct date date)
{
    if (date.year < 1 || date.year > 9999 || date.month < 0 || date.month > 12)
        return false;
    if (date.month == 0)
        return date.day == 0;
    return date.day >= 0 && date.day <= days_in(date.year, date.month);
}

static bool read_iso(const char *text, struct date *date)
{
    memset(date, 0, sizeof *date);
    date->year = digits(&text, 4);
    if (date->year < 0)
        return false;
    if (*text == '-') {
        text++;
        date->month = digits(&text, 2);
        if (date->month <= 0)
            return false;
        if (*text == '-') {
            text++;
            date->day = digits(&text, 2);
            if (date->day <= 0)
                return false;
        }
    }
    if (*text == '~') {
        date->about = true;
        text++;
    }
    return *text == '\0';
}

static bool no_such_date(const char *text, struct date date, struct error *err)
{
    char why[64] = "there are twelve months";
    if (date.year < 1)
        snprintf(why, sizeof why, "years go from 1 to 9999");
    else if (date.month >= 1 && date.month <= 12)
        snprintf(why, sizeof why, "%s %d has %d days",
                 date_month_name(date.month), date.year,
                 days_in(date.year, date.month));
    return error_set(err,
                     "\"%s\" is a date that does not exist; %s, so write year, "
                     "month, day: 2016-11-23",
                     text, why);
}

bool date_parse(const char *text, struct date *date, struct error *err)
{
    if (!read_iso(text, date))
        return error_set(err,
                         "\"%s\" is not a date; write year, month, day: "
                         "2016-11-23, 2016-11 or 2016",
                         text);
    return date_exists(*date) || no_such_date(text, *date, err);
}

static int order(int a, int b)
{
    return (a > b) - (a < b);
}

bool date_differs(struct date a, struct date b)
{
    if (a.about || b.about) {
        int years = a.year - b.year;
        return years > 1 || years < -1;
    }
    if (a.year != b.year)
        return true;
    if (!a.month || !b.month)
        return false;
    if (a.month != b.month)
        return true;
    return a.day && b.day && a.day != b.day;
}

int date_compare(struct date a, struct date b)
{
    int by = order(a.year, b.year);
    if (by == 0)
        by = order(a.month, b.month);
    return by ? by : order(a.day, b.day);
}

void date_format(struct date date, char *out, size_t size)
{
    const char *about = date.about ? "about " : "";
    if (date.day)
        snprintf(out, size, "%s%d %s %d", about, date.day,
                 date_month_name(date.month), date.year);
    else if (date.month)
        snprintf(out, size, "%s%s %d", about, date_month_name(date.month),
                 date.year);
    else
        snprintf(out, size, "%s%d", about, date.year);
}

void date_format_ja(struct date date, char *out, size_t size)
{
    const char *about = date.about ? "\xe3\x81\x94\xe3\x82\x8d" : "";
    if (date.day)
        snprintf(out, size, "%d\xe5\xb9\xb4%d\xe6\x9c\x88%d\xe6\x97\xa5%s",
                 date.year, date.month, date.day, about);
    else if (date.month)
        snprintf(out, size, "%d\xe5\xb9\xb4%d\xe6\x9c\x88%s", date.year,
                 date.month, about);
    else
        snprintf(out, size, "%d\xe5\xb9\xb4%s", date.year, about);
}

/* Days of the proleptic Gregorian calendar, counted in eras of 400 years that
 * begin on 1 March, so that the leap day is the last of its year. */
int32_t date_to_days(struct date date)
{
    int month = date.month ? date.month : 1;
    int day = date.day ? date.day : 1;
    int year = date.year - (month <= 2);
    int era = (year >= 0 ? year : year - 399) / 400;
    int of_era = year - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return (int32_t)(era * 146097 + day_of_era - 719468);
}

struct date date_from_days(int32_t days)
{
    int64_t z = (int64_t)days + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t doe = z - era * 146097;
    int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int64_t mp = (5 * doy + 2) / 153;
    int day = (int)(doy - (153 * mp + 2) / 5 + 1);
    int month = (int)(mp < 10 ? mp + 3 : mp - 9);
    int year = (int)(yoe + era * 400 + (month <= 2));
    return (struct date){year, month, day, false};
}

int date_weekday(int32_t days)
{
    int64_t shifted = ((int64_t)days + 3) % 7;
    return (int)(shifted < 0 ? shifted + 7 : shifted);
}

const char *date_weekday_name(int weekday)
{
    static const char *const names[] = {"Monday",   "Tuesday", "Wednesday",
                                        "Thursday", "Friday",  "Saturday",
                                        "Sunday"};
    return names[weekday];
}

const char *date_month_name(int month)
{
    static const char *const names[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return names[month - 1];
}
