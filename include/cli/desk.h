/*
 * desk.h -- what every command that asks or counts needs on its desk: the
 * decks that were read, the learner's log, the progress derived from it.
 */
#ifndef CLI_DESK_H
#define CLI_DESK_H

#include "cli/cli.h"
#include "io/store.h"
#include "knowledge/knowledge.h"
#include "study/progress.h"

struct desk {
    struct arena decks_arena;
    struct arena log_arena;
    struct arena sitting;
    struct problems problems;
    struct knowledge *knowledge;
    struct progress progress;
    struct store *store;  /* NULL until desk_open_log() */
    const char *data_dir; /* in decks_arena */
    bool saves_nothing;   /* the disk is read-only: the log is in memory */
};

/*
 * Reads kinds and decks: those named as words (files, folders, or names of
 * decks in --decks DIR, of bundled or of own ones), else --decks DIR, else the
 * bundled ones and the learner's own in DATA/decks. Problems are collected, not
 * printed. False when a file that was named cannot be read, or there is nothing
 * to ask; what was read is on the desk all the same, for `check`.
 */
bool desk_open_decks(struct desk *desk, const struct options *options,
                     struct error *err);

/* Says on standard error that decks have errors, where they do. */
void desk_say_problems(const struct desk *desk);

/* Opens the learner's log and derives progress; makes the daily backup. On a
 * read-only disk it goes on in memory and says so on standard error. */
bool desk_open_log(struct desk *desk, const struct options *options,
                   struct error *err);

/* The same for commands that only count: false as well where there is a log
 * that cannot be opened, for nothing is no count of it. */
bool desk_open_log_to_count(struct desk *desk, const struct options *options,
                            struct error *err);

/* Fine on a half-open desk. */
void desk_close(struct desk *desk);

#endif
