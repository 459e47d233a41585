/*
 * folder_watch.h -- tells when decks in some folders change.
 *
 * A thread waits for the system's word and calls back once a flurry of changes
 * is over: editors write a file in several steps. A folder may be made later,
 * or go and come again. No deck is read here, nothing is polled. Where the
 * system has no watches left nothing is told, and nothing else fails. What a
 * symbolic link in a folder points to is watched too.
 */
#ifndef IO_FOLDER_WATCH_H
#define IO_FOLDER_WATCH_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    FOLDER_WATCH_MAX = 64,       /* paths; those past it are not watched */
    FOLDER_WATCH_QUIET_MS = 300, /* without a change, then it is told */
    FOLDER_WATCH_MOST_MS = 2000  /* and after so long in any case */
};

struct folder_watch {
    pthread_t thread;
    bool is_open;
    int notes; /* what the system says */
    int end;   /* becomes readable when it is over */
    const char *paths[FOLDER_WATCH_MAX];
    bool is_there[FOLDER_WATCH_MAX];
    size_t count;
    void (*changed)(void *self);
    void *self;
};

/* Watches folders and single files; the paths outlive the watch. `changed` is
 * called by the watch's own thread. False where there can be no watch. */
bool folder_watch_open(struct folder_watch *watch, const char *const *paths,
                       size_t count, void (*changed)(void *self), void *self);

/* Waits for the end of its thread. Fine on one that could not be opened. */
void folder_watch_close(struct folder_watch *watch);

#endif
