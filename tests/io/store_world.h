/*
 * store_world.h -- a folder of its own for each test of the store, and
 * answers to put into it.
 */
#ifndef STORE_WORLD_H
#define STORE_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/store.h"

/* 2026-11-23 10:00 in Tokyo, as the learner's day 20780. */
#define STORE_NOON INT64_C(1795395600000)

enum { STORE_TODAY = 20780, STORE_NAME_MAX = 600, STORE_PATHS_MAX = 1200 };

static inline int store_world_remove_one(const char *path,
                                         const struct stat *about, int kind,
                                         struct FTW *walk)
{
    (void)about;
    (void)kind;
    (void)walk;
    return remove(path);
}

static inline void store_world_remove(const char *dir)
{
    nftw(dir, store_world_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* In memory where the system has a place for that: thousands of syncs. */
static inline int store_world_set_up(void **state)
{
    bool has_memory = access("/dev/shm", W_OK) == 0;
    char *dir = strdup(has_memory ? "/dev/shm/pacta-store-XXXXXX"
                                  : "/tmp/pacta-store-XXXXXX");
    *state = dir;
    return dir && mkdtemp(dir) ? 0 : -1;
}

static inline int store_world_tear_down(void **state)
{
    store_world_remove(*state);
    free(*state);
    return 0;
}

#define store_test(name)                                                       \
    cmocka_unit_test_setup_teardown(name, store_world_set_up,                  \
                                    store_world_tear_down)

/* "<dir>/<name>" in a buffer of its own for each of the last four calls. */
static inline const char *store_path(const char *dir, const char *name)
{
    static char paths[4][STORE_PATHS_MAX];
    static int turn;
    char *path = paths[turn = (turn + 1) % 4];
    assert_in_range(snprintf(path, STORE_PATHS_MAX, "%s/%s", dir, name), 0,
                    STORE_PATHS_MAX - 1);
    return path;
}

static inline struct event store_review(const char *item, int64_t at_ms)
{
    struct event event;
    memset(&event, 0, sizeof event);
    event.kind = EVENT_REVIEW;
    event.item = item;
    event.at_ms = at_ms;
    event.tz_min = 540;
    event.study_day = STORE_TODAY;
    event.grade = GRADE_GOOD;
    event.chance = 1. / 3;
    event.share = 1;
    event.dur_ms = 4200;
    event.body = "{\"form\":\"choice\",\"seed\":\"7\"}";
    return event;
}

static inline struct store *store_opened(const char *dir)
{
    struct error err = {.text = ""};
    struct store *store = store_open(dir, NULL, &err);
    if (!store)
        fail_msg("%s", err.text);
    return store;
}

static inline void store_append_one(struct store *store, const char *item,
                                    int64_t at_ms)
{
    struct error err = {.text = ""};
    struct event event = store_review(item, at_ms);
    if (!store_append(store, &event, &err))
        fail_msg("%s", err.text);
}

/* A log of `count` answers that is closed again. */
static inline void store_filled(const char *dir, int count)
{
    struct store *store = store_opened(dir);
    for (int i = 0; i < count; i++) {
        char item[32];
        snprintf(item, sizeof item, "us-1960/field-%d", i);
        store_append_one(store, item, STORE_NOON + i);
    }
    store_close(store);
}

/* The number of answers that a log opens with. */
static inline int64_t store_counted(const char *dir)
{
    struct store *store = store_opened(dir);
    int64_t count = store_count(store);
    store_close(store);
    return count;
}

/* Why a folder cannot be opened; it must not be. */
static inline struct error store_refusal(const char *dir)
{
    struct error err = {.text = ""};
    struct store *store = store_open(dir, NULL, &err);
    assert_null(store);
    assert_true(err.text[0] != '\0');
    return err;
}

/* The bytes of a file, to be freed; NULL where there is none. */
static inline char *store_bytes(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    *size = 0;
    if (!file)
        return NULL;
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*size + 1);
    assert_int_equal(fread(bytes, 1, *size, file), *size);
    fclose(file);
    return bytes;
}

static inline void store_write_file(const char *path, const void *bytes,
                                    size_t size)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

/* The names in a folder, sorted, each with a space behind it. */
static inline const char *store_names(const char *dir)
{
    static char text[4096];
    struct dirent **names = NULL;
    int count = scandir(dir, &names, NULL, alphasort);
    text[0] = '\0';
    for (int i = 0; i < count; i++) {
        if (names[i]->d_name[0] != '.') {
            size_t used = strlen(text);
            snprintf(text + used, sizeof text - used, "%s ", names[i]->d_name);
        }
        free(names[i]);
    }
    free(names);
    return text;
}

#endif
