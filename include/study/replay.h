/*
 * replay.h -- reviews as text in, memory states as text out.
 *
 * The middle of `pacta replay`: a line at a time, with nothing kept but the
 * memory of the item being read, so a log of any length passes. The lines of
 * one item stand together: another value in the first column than on the line
 * before starts a new item, of which nothing is remembered.
 *
 * In:   sequence,elapsed_days,rating
 * Out:  sequence,elapsed_days,rating,recall_before,stability,difficulty
 *       (FSRS-7: ...,stability_slow,stability_fast,difficulty)
 *
 * A rating is 1 (again) to 4 (easy). The first two columns are repeated as
 * they were written; computed numbers have 17 significant digits, so that they
 * are read back to the same bits. `recall_before` of an item's first line is 1.
 *
 * Pure: reads and writes no file. Numbers are read and written with a decimal
 * point if LC_NUMERIC is "C", as it is unless the program changes it.
 */
#ifndef STUDY_REPLAY_H
#define STUDY_REPLAY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "memory/model.h"

enum {
    REPLAY_LINE_MAX = 512, /* bytes of a line read, with its NUL */
    REPLAY_OUT_MAX = 1024, /* bytes enough for any line written */
};

struct replay {
    struct memory_model model;
    long line; /* the number of the line last read; the first is 1 */
    bool has_header;
    char sequence[REPLAY_LINE_MAX]; /* of the item being read */
    struct memory memory;           /* of the item being read */
};

/* Ready for the first line, the header. */
void replay_init(struct replay *replay, const struct memory_model *model);

/*
 * Reads the next line (with or without its line end) and writes what it
 * becomes into `out`, ending with "\n"; an empty line becomes "". `out_size`
 * is at least REPLAY_OUT_MAX. False, with a sentence that names the line,
 * where the line cannot be used; the memory is then as before.
 */
bool replay_line(struct replay *replay, const char *line, char *out,
                 size_t out_size, struct error *err);

/*
 * Reads "w0,w1,..." into `weights`, which has room for MODEL_WEIGHTS_MAX, and
 * their number into `count`. False, with a sentence, where one is no finite
 * number or there are too many; memory_model_make() tells whether the number
 * of them is right.
 */
bool replay_weights(const char *text, double *weights, int *count,
                    struct error *err);

#endif
