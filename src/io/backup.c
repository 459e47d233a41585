/* A copy a day: under a temporary name, synced, opened again and counted, and
 * only then under its own. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "io/store_internal.h"

enum { NAME_MAX_BYTES = 4096, KEPT_MAX = 4096 };

static bool write_copy(struct store *store, const char *path,
                       struct error *err)
{
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(store->db, "vacuum into ?", -1, &s, NULL) !=
        SQLITE_OK)
        return store_failed(store, err);
    sqlite3_bind_text(s, 1, path, -1, SQLITE_STATIC);
    bool good = sqlite3_step(s) == SQLITE_DONE;
    if (!good)
        store_failed(store, err);
    sqlite3_finalize(s);
    return good;
}

static bool sync_path(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    bool good = fsync(file) == 0;
    close(file);
    return good;
}

static int64_t count_in(const char *path)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *s = NULL;
    int64_t count = -1;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(db, "select count(*) from event", -1, &s, NULL) ==
            SQLITE_OK &&
        sqlite3_step(s) == SQLITE_ROW)
        count = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    sqlite3_close(db);
    return count;
}

static int32_t day_of(const char *name)
{
    struct date date;
    char text[11] = {0};
    static const char start[] = "progress-";
    size_t length = strlen(start);
    if (strncmp(name, start, length) != 0 || strlen(name) != length + 13)
        return -1;
    memcpy(text, name + length, 10);
    return date_parse(text, &date, NULL) && date.day ? date_to_days(date) : -1;
}

static int newest_first(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a;
    int32_t y = *(const int32_t *)b;
    return (x < y) - (x > y);
}

/* 2 days all, then 12 daily, 10 weekly, 9 monthly: the newest of each. */
static bool is_kept(int32_t today, int32_t day, int32_t *last_week,
                    int32_t *last_month)
{
    int32_t age = today - day;
    if (age < 14)
        return true;
    int32_t week = age / 7;
    int32_t month = age / 30;
    bool keep = (age < 84 && week != *last_week) ||
                (age >= 84 && age < 360 && month != *last_month);
    *last_week = week;
    *last_month = month;
    return keep;
}

static void thin_out(const char *folder, int32_t today)
{
    int32_t days[KEPT_MAX];
    size_t count = 0;
    DIR *directory = opendir(folder);
    if (!directory)
        return;
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        int32_t day = day_of(entry->d_name);
        if (day >= 0 && count < KEPT_MAX)
            days[count++] = day;
    }
    closedir(directory);
    qsort(days, count, sizeof days[0], newest_first);
    int32_t week = -1;
    int32_t month = -1;
    for (size_t i = 0; i < count; i++) {
        struct date date = date_from_days(days[i]);
        char path[NAME_MAX_BYTES];
        if (is_kept(today, days[i], &week, &month))
            continue;
        snprintf(path, sizeof path, "%s/progress-%04d-%02d-%02d.db", folder,
                 date.year, date.month, date.day);
        unlink(path);
    }
}

static bool make_backup(struct store *store, const char *folder,
                        const char *path, struct error *err)
{
    char temporary[NAME_MAX_BYTES];
    snprintf(temporary, sizeof temporary, "%s.new", path);
    unlink(temporary);
    if (!write_copy(store, temporary, err) || !sync_path(temporary)) {
        unlink(temporary);
        return error_set(err, "The backup %s could not be written; look "
                              "after the disk",
                         path);
    }
    if (count_in(temporary) != store->count) {
        unlink(temporary);
        return error_set(err, "The backup %s does not hold every answer and "
                              "was not kept",
                         path);
    }
    if (rename(temporary, path) != 0)
        return error_set(err, "The backup %s could not be named: %s", path,
                         strerror(errno));
    sync_path(folder);
    return true;
}

bool store_backup(struct store *store, const char *dir, int32_t study_day,
                  struct error *err)
{
    char folder[NAME_MAX_BYTES / 2];
    char path[NAME_MAX_BYTES - 8];
    struct date date = date_from_days(study_day);
    if (!store->path || store->count == 0)
        return true;
    if ((size_t)snprintf(folder, sizeof folder, "%s/backups", dir) >=
        sizeof folder)
        return error_set(err, "The path of the data folder is too long for "
                              "backups; name a shorter one with --data");
    snprintf(path, sizeof path, "%s/progress-%04d-%02d-%02d.db", folder,
             date.year, date.month, date.day);
    if (access(path, F_OK) == 0)
        return true;
    if (mkdir(folder, 0700) != 0 && errno != EEXIST)
        return error_set(err, "The folder %s cannot be made: %s", folder,
                         strerror(errno));
    mode_t mask = umask(0077);
    bool good = make_backup(store, folder, path, err);
    umask(mask);
    if (good)
        thin_out(folder, study_day);
    return good;
}
