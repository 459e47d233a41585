#include "io/folder_watch.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    COMES = IN_CREATE | IN_MOVED_TO,
    CHANGES = COMES | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_DELETE,
    ENDS = IN_DELETE_SELF | IN_MOVE_SELF,
    LINKS_MAX = 1000, /* of one folder */
};

static int64_t clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool is_deck_name(const char *name)
{
    size_t length = strlen(name);
    return length > 4 && name[0] != '.' &&
           strcmp(name + length - 4, ".ini") == 0;
}

static void add(struct folder_watch *watch, const char *folder, uint32_t mask)
{
    inotify_add_watch(watch->notes, folder, mask | IN_MASK_ADD | IN_ONLYDIR);
}

/* Makes the path of what holds it; false at the root. */
static bool go_up(char *path)
{
    char *stroke = strrchr(path, '/');
    if (strcmp(path, "/") == 0 || strcmp(path, ".") == 0)
        return false;
    if (!stroke)
        snprintf(path, 2, ".");
    else if (stroke == path)
        path[1] = '\0';
    else
        *stroke = '\0';
    return true;
}

static void add_around(struct folder_watch *watch, const char *file)
{
    char folder[PATH_MAX];
    if (strlen(file) >= sizeof folder)
        return;
    snprintf(folder, sizeof folder, "%s", file);
    if (go_up(folder))
        add(watch, folder, CHANGES | ENDS);
}

/* A deck that is a link changes where it points to. */
static void add_links(struct folder_watch *watch, const char *path)
{
    DIR *folder = opendir(path);
    int links = 0;
    if (!folder)
        return;
    for (struct dirent *entry;
         links < LINKS_MAX && (entry = readdir(folder));) {
        char link[PATH_MAX];
        if (entry->d_type != DT_LNK || !is_deck_name(entry->d_name))
            continue;
        int length = snprintf(link, sizeof link, "%s/%s", path, entry->d_name);
        char *target = length < (int)sizeof link ? realpath(link, NULL) : NULL;
        if (target)
            add_around(watch, target);
        free(target);
        links++;
    }
    closedir(folder);
}

/* The nearest folder that is there tells when what is missing comes. */
static void await(struct folder_watch *watch, const char *path)
{
    char above[PATH_MAX];
    struct stat about;
    if (strlen(path) >= sizeof above)
        return;
    snprintf(above, sizeof above, "%s", path);
    while (go_up(above))
        if (stat(above, &about) == 0)
            break;
    add(watch, above, COMES | ENDS);
}

/* Watches everything as it is now; true if some path came or went. What is
 * watched already is not watched twice. */
static bool arm(struct folder_watch *watch)
{
    bool is_other = false;
    for (size_t i = 0; i < watch->count; i++) {
        struct stat about;
        const char *path = watch->paths[i];
        bool is_there = stat(path, &about) == 0;
        is_other = is_other || is_there != watch->is_there[i];
        watch->is_there[i] = is_there;
        if (!is_there) {
            await(watch, path);
        } else if (S_ISDIR(about.st_mode)) {
            add(watch, path, CHANGES | ENDS);
            add_links(watch, path);
        } else {
            add_around(watch, path);
        }
    }
    return is_other;
}

static bool is_news(const struct inotify_event *event)
{
    if (event->mask & (ENDS | IN_Q_OVERFLOW | IN_UNMOUNT))
        return true;
    return event->len > 0 && is_deck_name(event->name);
}

/* Takes what the system says; true if some of it is about decks. */
static bool take_notes(struct folder_watch *watch)
{
    _Alignas(struct inotify_event) char bytes[4096];
    bool is_any = false;
    ssize_t got = read(watch->notes, bytes, sizeof bytes);
    for (ssize_t at = 0; at < got;) {
        const struct inotify_event *event =
            (const struct inotify_event *)(const void *)(bytes + at);
        is_any = is_any || is_news(event);
        at += (ssize_t)(sizeof *event + event->len);
    }
    bool is_other = arm(watch);
    return is_any || is_other;
}

static void *run(void *self)
{
    struct folder_watch *watch = self;
    int64_t from_ms = -1; /* of the first change not told yet */
    for (;;) {
        struct pollfd ready[2] = {{watch->notes, POLLIN, 0},
                                  {watch->end, POLLIN, 0}};
        int got = poll(ready, 2, from_ms < 0 ? -1 : FOLDER_WATCH_QUIET_MS);
        if (got < 0 && errno != EINTR)
            return NULL;
        if (got > 0 && ready[1].revents)
            return NULL;
        bool is_change = got > 0 && ready[0].revents && take_notes(watch);
        if (is_change && from_ms < 0)
            from_ms = clock_ms();
        if (from_ms < 0 ||
            (got != 0 && clock_ms() - from_ms < FOLDER_WATCH_MOST_MS))
            continue;
        from_ms = -1;
        watch->changed(watch->self);
    }
}

bool folder_watch_open(struct folder_watch *watch, const char *const *paths,
                       size_t count, void (*changed)(void *self), void *self)
{
    memset(watch, 0, sizeof *watch);
    watch->changed = changed;
    watch->self = self;
    watch->count = count < FOLDER_WATCH_MAX ? count : FOLDER_WATCH_MAX;
    for (size_t i = 0; i < watch->count; i++)
        watch->paths[i] = paths[i];
    watch->notes = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    watch->end = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (watch->notes >= 0 && watch->end >= 0) {
        arm(watch);
        watch->is_open = pthread_create(&watch->thread, NULL, run, watch) == 0;
    }
    if (watch->is_open)
        return true;
    if (watch->notes >= 0)
        close(watch->notes);
    if (watch->end >= 0)
        close(watch->end);
    return false;
}

void folder_watch_close(struct folder_watch *watch)
{
    const uint64_t one = 1;
    if (!watch->is_open)
        return;
    if (write(watch->end, &one, sizeof one) == (ssize_t)sizeof one)
        pthread_join(watch->thread, NULL);
    close(watch->notes);
    close(watch->end);
    watch->is_open = false;
}
