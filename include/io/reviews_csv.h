/*
 * reviews_csv.h -- reviews as a table: `card_id,review_time,review_rating`.
 *
 * The first line names the columns; those three stand in any order among
 * others, which are passed over (`rating` is as good as `review_rating`).
 * Times are milliseconds since 1970 UTC, ratings 1 again, 2 hard, 3 good,
 * 4 easy; 0 is a change by hand that says nothing about memory, and is passed
 * over. A column `chance` holds the chance of being right without knowing, 0 to
 * below 1. Card ids are any text. Lines come in any order; "quotes", empty
 * lines and both kinds of line ends are understood.
 *
 * Files are only ever read. The first line that cannot be used ends the
 * reading, and is named.
 */
#ifndef IO_REVIEWS_CSV_H
#define IO_REVIEWS_CSV_H

#include "base/error.h"
#include "memory/reviews.h"

enum {
    REVIEWS_CSV_COLUMNS_MAX = 64,
    REVIEWS_CSV_ID_MAX = 255, /* bytes of a card's id */
};

#define REVIEWS_CSV_BYTES_MAX ((size_t)2 << 30)

/* Where the study day of a review begins. */
struct reviews_zone {
    int tz_min;        /* east of UTC */
    int rollover_hour; /* 0 to 23, local: 4 in Pacta */
};

/* Reads a file into `reviews`, arranged, in `arena`; false with a sentence that
 * names the file and the line. */
bool reviews_csv_read(const char *path, struct reviews_zone zone,
                      struct arena *arena, struct reviews *reviews,
                      struct error *err);

/* The same of a text in memory, which is called `name`. */
bool reviews_csv_parse(const char *bytes, size_t length, const char *name,
                       struct reviews_zone zone, struct arena *arena,
                       struct reviews *reviews, struct error *err);

#endif
