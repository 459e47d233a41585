#include "io/reviews_csv.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "reviews_csv_table.h"

enum { CHUNK = 1 << 16 };

/* No instant is further than this from 1970: the years 1 to 9999. */
static const long long farthest_ms = 253402300799999;

static const int64_t hour_ms = (int64_t)60 * 60 * 1000;

enum column { CARD, TIME, RATING, CHANCE, COLUMNS };

/* One reading of a table. */
struct reading {
    struct csv_table table;
    struct reviews_zone zone;
    int column[COLUMNS]; /* which one of the line; -1: it is not there */
    struct csv_ids ids;
    struct reviews *reviews;
};

static int column_of(const struct csv_line *line, const char *name,
                     const char *other)
{
    for (int i = 0; i < line->count; i++)
        if (csv_is(&line->field[i], name) ||
            (other && csv_is(&line->field[i], other)))
            return i;
    return -1;
}

static bool read_header(struct reading *reading, struct error *err)
{
    static const char *const names[] = {"card_id", "review_time",
                                        "review_rating"};
    struct csv_line line;
    if (!csv_next(&reading->table, &line))
        return error_set(err,
                         "%s is empty; begin it with the line "
                         "card_id,review_time,review_rating",
                         reading->table.name);
    reading->column[CARD] = column_of(&line, "card_id", NULL);
    reading->column[TIME] = column_of(&line, "review_time", NULL);
    reading->column[RATING] = column_of(&line, "review_rating", "rating");
    reading->column[CHANCE] = column_of(&line, "chance", NULL);
    for (int i = 0; i <= RATING; i++)
        if (reading->column[i] < 0)
            return error_set(err,
                             "%s:%zu: no column is called %s; name the "
                             "columns there: card_id,review_time,review_rating",
                             reading->table.name, line.number, names[i]);
    return true;
}

/* The text of a column, for a sentence: short, and without what cannot be
 * seen. */
static const char *shown(const struct csv_field *field, char *out, size_t size)
{
    size_t length = field->length < size - 1 ? field->length : size - 1;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)field->text[i];
        out[i] = c >= ' ' && c < 127 ? (char)c : '?';
    }
    out[length] = '\0';
    return out;
}

static bool wrong(const struct reading *reading, const struct csv_line *line,
                  enum column column, const char *wants, struct error *err)
{
    static const char *const names[] = {"card_id", "review_time",
                                        "review_rating", "chance"};
    char text[40];
    return error_set(
        err, "%s:%zu: %s is \"%s\"; %s", reading->table.name, line->number,
        names[column],
        shown(&line->field[reading->column[column]], text, sizeof text), wants);
}

/* Whole milliseconds; a fraction that some programs write is cut off. */
static bool read_time(const struct csv_field *field, int64_t *ms)
{
    char text[40];
    char *end;
    if (field->length == 0 || field->length >= sizeof text)
        return false;
    memcpy(text, field->text, field->length);
    text[field->length] = '\0';
    if (text[strspn(text, "0123456789.-")] ||
        (text[1] && strchr(text + 1, '-')))
        return false;
    errno = 0;
    long long whole = strtoll(text, &end, 10);
    if (end == text || errno || llabs(whole) > farthest_ms)
        return false;
    if (*end == '.')
        end += 1 + strspn(end + 1, "0123456789");
    *ms = whole;
    return *end == '\0';
}

static bool read_chance(const struct csv_field *field, float *chance)
{
    char text[40];
    char *end;
    *chance = 0;
    if (field->length == 0)
        return true;
    if (field->length >= sizeof text)
        return false;
    memcpy(text, field->text, field->length);
    text[field->length] = '\0';
    if (text[strspn(text, "0123456789.eE+-")])
        return false;
    *chance = strtof(text, &end);
    return *end == '\0' && *chance >= 0 && *chance < 1;
}

static int32_t study_day(const struct reviews_zone *zone, int64_t at_ms)
{
    int64_t day_ms = 24 * hour_ms;
    int64_t local =
        at_ms + (int64_t)zone->tz_min * 60000 - zone->rollover_hour * hour_ms;
    return (int32_t)(local >= 0 ? local / day_ms
                                : -((-local - 1) / day_ms) - 1);
}

/* False with a sentence; `*is_one` tells whether the line is a review. */
static bool read_review(struct reading *reading, const struct csv_line *line,
                        struct review *review, bool *is_one, struct error *err)
{
    for (int i = 0; i < COLUMNS; i++)
        if (reading->column[i] >= line->count)
            return error_set(err,
                             "%s:%zu: there are %d columns, fewer than the "
                             "first line names; give each, with commas between",
                             reading->table.name, line->number, line->count);
    const struct csv_field *card = &line->field[reading->column[CARD]];
    const struct csv_field *rating = &line->field[reading->column[RATING]];
    if (card->length == 0 || card->length > REVIEWS_CSV_ID_MAX)
        return wrong(reading, line, CARD, "name the card by 1 to 255 bytes",
                     err);
    if (!read_time(&line->field[reading->column[TIME]], &review->at_ms))
        return wrong(reading, line, TIME,
                     "give whole milliseconds since 1970 (UTC)", err);
    if (rating->length != 1 || rating->text[0] < '0' || rating->text[0] > '4')
        return wrong(reading, line, RATING,
                     "give 1 (again), 2 (hard), 3 (good) or 4 (easy)", err);
    if (reading->column[CHANCE] >= 0 &&
        !read_chance(&line->field[reading->column[CHANCE]], &review->chance))
        return wrong(reading, line, CHANCE, "give a number from 0 to below 1",
                     err);
    *is_one = rating->text[0] != '0';
    if (!*is_one)
        return true;
    review->grade = (uint8_t)(rating->text[0] - '1');
    review->study_day = study_day(&reading->zone, review->at_ms);
    review->card = csv_id(&reading->ids, card);
    return true;
}

static bool read_reviews(struct reading *reading, struct error *err)
{
    struct csv_line line;
    while (csv_next(&reading->table, &line)) {
        bool is_one = false;
        struct review review = {.at_ms = 0};
        if (!read_review(reading, &line, &review, &is_one, err))
            return false;
        if (is_one)
            reading->reviews->list[reading->reviews->count++] = review;
    }
    return true;
}

bool reviews_csv_parse(const char *bytes, size_t length, const char *name,
                       struct reviews_zone zone, struct arena *arena,
                       struct reviews *reviews, struct error *err)
{
    struct arena ids;
    struct reading reading = {
        .table = csv_table_of(bytes, length, name),
        .zone = zone,
        .reviews = reviews,
    };
    size_t lines = csv_lines(bytes, length);
    memset(reviews, 0, sizeof *reviews);
    if (lines > REVIEWS_MAX)
        return error_set(err, "%s has more than %d lines; split it", name,
                         REVIEWS_MAX);
    arena_init(&ids, (size_t)8 << 30);
    reading.ids.arena = &ids;
    reviews->list = arena_array(arena, lines + 1, sizeof *reviews->list);
    bool good = read_header(&reading, err) && read_reviews(&reading, err);
    reviews->cards = reading.ids.count;
    if (good)
        csv_order(&reading.ids, reviews);
    arena_release(&ids);
    if (good)
        reviews_arrange(reviews, arena);
    return good;
}

/* All that a file gives, however it comes: a pipe has no size. */
static bool read_all(int file, struct arena *arena, char **bytes,
                     size_t *length)
{
    struct stat about;
    size_t capacity = 0;
    size_t room = fstat(file, &about) == 0 && about.st_size > 0
                      ? (size_t)about.st_size + 1
                      : CHUNK;
    *bytes = NULL;
    *length = 0;
    for (;;) {
        size_t needed = room > *length ? room : *length + CHUNK;
        *bytes = arena_grow(arena, *bytes, *length, needed, &capacity, 1);
        ssize_t got = read(file, *bytes + *length, capacity - *length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        *length += (size_t)got;
        if (*length > REVIEWS_CSV_BYTES_MAX) {
            errno = EFBIG;
            return false;
        }
    }
}

bool reviews_csv_read(const char *path, struct reviews_zone zone,
                      struct arena *arena, struct reviews *reviews,
                      struct error *err)
{
    struct arena raw;
    char *bytes;
    size_t length;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0)
        return error_set(err, "%s cannot be read: %s; check its name", path,
                         strerror(errno));
    arena_init(&raw, 4 * REVIEWS_CSV_BYTES_MAX);
    bool good = read_all(file, &raw, &bytes, &length);
    if (good)
        good =
            reviews_csv_parse(bytes, length, path, zone, arena, reviews, err);
    else
        error_set(err, "%s cannot be read: %s; copy it to another place", path,
                  strerror(errno));
    close(file);
    arena_release(&raw);
    return good;
}
