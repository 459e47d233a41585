/*
 * report.h -- what `pacta check` says: problems, the sum of it, what changed.
 *
 * Between the files of the command only.
 */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "cli/desk.h"

/* Reads and checks the decks; problems are sorted. False where nothing could be
 * read at all. The desk is open in either case. */
bool report_open(struct desk *desk, const struct options *options,
                 struct error *err);

/* Writes one problem; one that is no more as "mended". */
void report_say(const struct problem *problem, bool json, bool is_mended);

/* "6 decks, 69 subjects, ...: 0 errors, 0 warnings". */
void report_sum(struct desk *desk);

/* Checks again and again until Ctrl+C and says what has changed. */
int report_watch(const struct options *options);

/* EXIT_DONE or EXIT_INPUT. */
int report_status(const struct desk *desk, const struct options *options);

#endif
