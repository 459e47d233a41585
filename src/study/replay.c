#include "study/replay.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 3 };

static const char header[] = "sequence,elapsed_days,rating";

/* Some editors put this in front of a file; it is no part of the header. */
static const char byte_order_mark[] = "\xEF\xBB\xBF";

void replay_init(struct replay *replay, const struct memory_model *model)
{
    memset(replay, 0, sizeof *replay);
    replay->model = *model;
}

/* A number that fills the whole text, by the form of strtod() without its
 * words for what is not finite and its hexadecimal. */
static bool read_number(const char *text, double *number)
{
    char *end;
    if (*text == '\0' || text[strspn(text, "0123456789+-.eE")] != '\0')
        return false;
    *number = strtod(text, &end);
    return *end == '\0' && isfinite(*number);
}

/* Cuts spaces and tabs off both ends. */
static char *trimmed(char *text)
{
    text += strspn(text, " \t");
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t", text[length - 1]))
        length--;
    text[length] = '\0';
    return text;
}

/* Splits in place; returns how many columns there are. */
static int split(char *line, char *columns[COLUMNS])
{
    int count = 0;
    for (char *at = line; at; count++) {
        char *comma = strchr(at, ',');
        if (comma)
            *comma++ = '\0';
        if (count < COLUMNS)
            columns[count] = at;
        at = comma;
    }
    return count;
}

static bool read_header(struct replay *replay, const char *line, char *out,
                        size_t out_size, struct error *err)
{
    size_t mark = strlen(byte_order_mark);
    if (strncmp(line, byte_order_mark, mark) == 0)
        line += mark;
    if (strcmp(line, header) != 0)
        return error_set(err,
                         "line %ld: the reviews have to begin with the line "
                         "\"%s\"; put it first",
                         replay->line, header);
    replay->has_header = true;
    snprintf(out, out_size, "%s,recall_before,%s,difficulty\n", header,
             replay->model.kind == MODEL_FSRS6
                 ? "stability"
                 : "stability_slow,stability_fast");
    return true;
}

/* What a line of three columns says. */
struct replayed {
    const char *sequence;
    const char *elapsed;
    double days;
    enum grade grade;
};

static bool read_review(const struct replay *replay, char *line,
                        struct replayed *review, struct error *err)
{
    char *column[COLUMNS];
    int count = split(line, column);
    if (count != COLUMNS)
        return error_set(err,
                         "line %ld has %d column%s where \"%s\" asks for %d; "
                         "give each once, separated by commas",
                         replay->line, count, count == 1 ? "" : "s", header,
                         COLUMNS);
    const char *rating = trimmed(column[2]);
    if (strlen(rating) != 1 || *rating < '1' || *rating > '4')
        return error_set(err,
                         "line %ld: the rating \"%s\" is none of 1 (again), "
                         "2 (hard), 3 (good), 4 (easy); correct it",
                         replay->line, rating);
    review->sequence = column[0];
    review->elapsed = trimmed(column[1]);
    review->grade = (enum grade)(*rating - '1');
    if (!read_number(review->elapsed, &review->days) || review->days < 0.0)
        return error_set(err,
                         "line %ld: elapsed_days is \"%s\"; give a number of "
                         "days that is 0 or more",
                         replay->line, review->elapsed);
    return true;
}

static void write_state(const struct replay *replay,
                        const struct replayed *review, double recall, char *out,
                        size_t out_size)
{
    const struct memory_state *state = &replay->memory.branch[0];
    char fast[40] = "";
    if (replay->model.kind == MODEL_FSRS7)
        snprintf(fast, sizeof fast, "%.17g,", state->fast);
    snprintf(out, out_size, "%s,%s,%d,%.17g,%.17g,%s%.17g\n", review->sequence,
             review->elapsed, (int)review->grade + 1, recall, state->slow, fast,
             state->difficulty);
}

bool replay_line(struct replay *replay, const char *line, char *out,
                 size_t out_size, struct error *err)
{
    assert(out_size >= REPLAY_OUT_MAX);
    char copy[REPLAY_LINE_MAX];
    size_t length = strcspn(line, "\r\n");
    out[0] = '\0';
    replay->line++;
    if (length == 0)
        return true;
    if (length >= sizeof copy)
        return error_set(err,
                         "line %ld is longer than %d bytes; shorten its "
                         "sequence",
                         replay->line, REPLAY_LINE_MAX - 1);
    memcpy(copy, line, length);
    copy[length] = '\0';
    if (!replay->has_header)
        return read_header(replay, copy, out, out_size, err);

    struct replayed review = {.sequence = "", .elapsed = ""};
    if (!read_review(replay, copy, &review, err))
        return false;
    if (strcmp(review.sequence, replay->sequence) != 0)
        replay->memory.count = 0;
    snprintf(replay->sequence, sizeof replay->sequence, "%s", review.sequence);
    double recall = memory_recall(&replay->model, &replay->memory, review.days);
    replay->memory = memory_after(&replay->model, &replay->memory, review.days,
                                  review.grade);
    write_state(replay, &review, recall, out, out_size);
    return true;
}

bool replay_weights(const char *text, double *weights, int *count,
                    struct error *err)
{
    char number[64];
    *count = 0;
    for (const char *at = text; at;) {
        size_t length = strcspn(at, ",");
        const char *next = at[length] == ',' ? at + length + 1 : NULL;
        if (*count == MODEL_WEIGHTS_MAX)
            return error_set(err,
                             "there are more than %d weights; FSRS-6 takes "
                             "%d, FSRS-7 %d",
                             MODEL_WEIGHTS_MAX, FSRS6_WEIGHTS, FSRS7_WEIGHTS);
        snprintf(number, sizeof number, "%.*s",
                 (int)(length < 64 ? length : 63), at);
        if (length >= sizeof number ||
            !read_number(trimmed(number), &weights[*count]))
            return error_set(err,
                             "weight w%d is \"%s\", which is no number; write "
                             "the weights as \"0.2,1.3,...\"",
                             *count, number);
        ++*count;
        at = next;
    }
    return true;
}
