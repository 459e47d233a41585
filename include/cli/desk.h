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

enum { DESK_ARENAS = 3 };

struct desk {
    struct arena decks_arenas[DESK_ARENAS]; /* what is in use, what is still on
                                             * show, and what is read again */
    struct arena *decks_arena;
    struct arena log_arena;
    struct arena sitting;
    struct problems problems;
    struct knowledge *knowledge;
    const struct knowledge *kept; /* what is on show points into it, or NULL */
    uint64_t seen;                /* of the files, from outside */
    struct progress progress;
    struct store *store;  /* NULL until desk_open_log() */
    const char *data_dir; /* in log_paths */
    struct arena log_paths;
    bool may_be_empty;  /* no deck at all is no error */
    bool saves_nothing; /* the disk is read-only: the log is in memory */
    bool is_ahead;      /* progress has answers that the log never got */
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

/* The same for the window, which also opens when there is no deck yet: then the
 * folder of decks may be empty, now and when it is read again. */
bool desk_open_decks_if_any(struct desk *desk, const struct options *options,
                            struct error *err);

/* Reads kinds and decks again and derives progress for them; what was read
 * before stays until desk_let_go(). False with a sentence when they cannot be
 * read: what was there stays as it is. */
bool desk_read_again(struct desk *desk, const struct options *options,
                     struct error *err);

/* Decks that were read beside those in use. */
struct desk_beside {
    struct desk desk; /* arena, problems, knowledge and what was seen */
    bool good;
    struct error err;
};

/* Makes room beside what is in use and kept; then reads there, which another
 * thread may do: the desk is not looked at. */
void desk_begin_beside(struct desk *desk, struct desk_beside *beside);
void desk_read_beside(struct desk_beside *beside,
                      const struct options *options);

/* They take the place of those in use, and progress is derived for them. */
bool desk_take(struct desk *desk, const struct desk_beside *beside,
               struct error *err);

/* Gives back what was read before and is not kept. */
void desk_let_go(struct desk *desk);

/* The files and folders where decks are looked for, in log_paths, at most
 * `room` of them; returns how many. */
size_t desk_places(struct desk *desk, const struct options *options,
                   const char **places, size_t room);

/* Where decks are put so that the next reading finds them: --decks, else
 * DATA/decks; NULL where there is no such place. */
const char *desk_decks_folder(const struct desk *desk,
                              const struct options *options,
                              struct arena *arena);

/* Derives progress from the log anew, as after another model became the
 * learner's. */
bool desk_derive_again(struct desk *desk, struct error *err);

/* Another learner's log takes the place of this one's; false with a sentence
 * leaves all as it was. */
bool desk_change_learner(struct desk *desk, const char *learner,
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
