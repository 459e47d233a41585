/*
 * reading.h -- decks are read again while the window goes on.
 *
 * Between the files of the shell only. A watch tells the window when a file
 * changed; a thread reads beside what is in use and tells the window when it is
 * done. Nothing in use is touched before reading_take().
 */
#ifndef READING_H
#define READING_H

#include <pthread.h>
#include <stdatomic.h>

#include "cli/desk.h"
#include "io/folder_watch.h"

struct reading {
    struct desk *desk;
    const struct options *options;
    struct folder_watch watch;
    const char *places[FOLDER_WATCH_MAX];
    pthread_t thread;
    bool is_begun; /* there is a thread to wait for */
    bool is_wanted_again;
    struct desk_beside beside;
};

/* From here on a change of the decks is told. */
void reading_open(struct reading *reading, struct desk *desk,
                  const struct options *options);
void reading_close(struct reading *reading);

/* Begins to read, or to read once more after that. */
void reading_begin(struct reading *reading);

/* What was read is of no use any more. */
void reading_drop(struct reading *reading);

enum reading_result {
    READING_NOTHING, /* nothing was read, no file is another, or it is read once
                      * more */
    READING_TAKEN,
    READING_FAILED /* with the sentence; all is as it was */
};

/* Uses what was read; where no file is another only when `wanted`. */
enum reading_result reading_take(struct reading *reading, bool wanted,
                                 struct error *err);

#endif
