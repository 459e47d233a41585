/*
 * date.h -- dates that may be partial, instants, and the study day.
 *
 * A date is compared only at the precision that both sides have: "2014" and
 * "September 2014" are not provably different. Pure: the clock is an argument.
 * Years 1 to 9999, proleptic Gregorian.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum { DATE_TEXT_MAX = 64, STUDY_DAY_STARTS_HOUR = 4 };

struct date {
    int year;
    int month;  /* 0: not known */
    int day;    /* 0: not known */
    bool about; /* "2014-08~" */
};

/* A moment as the learner sees it: the instant and the zone's offset. */
struct moment {
    int64_t at_ms;  /* since 1970-01-01 00:00 UTC; may be negative */
    int32_t tz_min; /* east of UTC */
};

/*
 * Reads an ISO 8601 date, whole or partial or approximate: 1960-01-19,
 * 2014-09, 2014, 2014-09~. False, with the remedy, for anything else and for a
 * day that does not exist.
 */
bool date_parse(const char *text, struct date *date, struct error *err);

/*
 * Reads a date as a learner may type it: ISO, "19 Jan 1960", "January 19,
 * 1960", "1960年1月19日", "Jan 1960", "1960", "about 2014", full-width digits.
 * False when it is no date or could be read in two ways ("3/4/1960").
 */
bool date_read(const char *text, struct date *date);

/* True if the calendar has it: 29 February only in leap years, a day only with
 * a month. */
bool date_exists(struct date date);

/* True if both name a day, month or year that cannot be the same; an
 * approximate date differs only from years apart by more than one. */
bool date_differs(struct date a, struct date b);

/* -1, 0, 1 by time; a partial date stands before what it contains. */
int date_compare(struct date a, struct date b);

/* "19 January 1960", "September 2014", "2014", "about September 2014". */
void date_format(struct date date, char *out, size_t size);

/* "1960年1月19日", "2014年9月", "2014年ごろ". */
void date_format_ja(struct date date, char *out, size_t size);

/* Days since 1970-01-01 of a civil date (month and day at least 1), and back.
 */
int32_t date_to_days(struct date date);
struct date date_from_days(int32_t days);

/* 0 Monday to 6 Sunday; English names of days and months. */
int date_weekday(int32_t days);
const char *date_weekday_name(int weekday);
const char *date_month_name(int month);

/* The learner's day: local date, changing at 04:00. Days since 1970-01-01. */
int32_t moment_study_day(struct moment moment);

/* The instant a study day begins in that zone. */
int64_t moment_day_start_ms(int32_t study_day, int32_t tz_min);

/* Reads "2026-11-23T10:00:00+09:00" (seconds and fraction optional, "Z" or an
 * offset required); false, with the remedy, otherwise. A leap second is the
 * second after. */
bool moment_parse(const char *text, struct moment *moment, struct error *err);

#endif
