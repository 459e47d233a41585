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

enum {
    NAME_BYTES = 2 * STORE_PATH_MAX,
    FOUND_MAX = 4096,
    FRESH_DAYS = 2,
    DAILY = 12,
    WEEKLY = 10,
    MONTHLY = 9,
    BYTES_MAX = 200 * 1000 * 1000,
};

static void remove_copy(const char *path)
{
    char journal[NAME_BYTES + 16];
    snprintf(journal, sizeof journal, "%s-journal", path);
    unlink(path);
    unlink(journal);
}

static bool make_file(const char *path)
{
    remove_copy(path);
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0)
        close(file);
    return file >= 0;
}

static bool copy_into(struct store *store, const char *path)
{
    sqlite3_stmt *s = store_prepare(store, "vacuum into ?");
    sqlite3_bind_text(s, 1, path, -1, SQLITE_STATIC);
    bool good = sqlite3_step(s) == SQLITE_DONE;
    sqlite3_finalize(s);
    return good;
}

/* A backup that is put in the log's place goes on under a new device: the
 * numbers that came after it may be taken. The copy is thrown away when this
 * fails, so it needs no journal on the disk. */
static bool forget_place(const char *path)
{
    sqlite3 *db = NULL;
    bool good =
        sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
        sqlite3_exec(db,
                     "pragma journal_mode = memory;"
                     "delete from meta where name = 'place'",
                     NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_close(db);
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

/* The study day in a backup's name; -1 for other files. */
static int32_t day_of(const char *name)
{
    static const char start[] = "progress-";
    struct date date;
    char text[sizeof "2026-11-23"] = "";
    size_t length = strlen(start);
    if (strncmp(name, start, length) != 0 ||
        strlen(name) != strlen("progress-2026-11-23.db") ||
        strcmp(name + length + 10, ".db") != 0)
        return -1;
    memcpy(text, name + length, 10);
    return date_parse(text, &date, NULL) && date.day ? date_to_days(date) : -1;
}

static void name_of(const char *folder, int32_t day, char out[NAME_BYTES])
{
    struct date date = date_from_days(day);
    snprintf(out, NAME_BYTES, "%s/progress-%04d-%02d-%02d.db", folder,
             date.year, date.month, date.day);
}

static int newest_first(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a;
    int32_t y = *(const int32_t *)b;
    return (x < y) - (x > y);
}

/* How many were kept so far, and the last of each kind. */
struct kept {
    int daily;
    int weekly;
    int monthly;
    int32_t week;
    int32_t month;
    int64_t bytes;
};

/* Weeks and months are the calendar's: counted back from today they would
 * move on every day, and nothing would ever grow old. */
static bool is_kept(struct kept *kept, int32_t today, int32_t day)
{
    struct date date = date_from_days(day);
    int32_t week = (day - date_weekday(day)) / 7;
    int32_t month = date.year * 12 + date.month;
    bool new_week = week != kept->week;
    bool new_month = month != kept->month;
    int *place = NULL;
    kept->week = week;
    kept->month = month;
    if (today - day < FRESH_DAYS)
        return true;
    if (kept->daily < DAILY)
        place = &kept->daily;
    else if (new_week && kept->weekly < WEEKLY)
        place = &kept->weekly;
    else if (new_month && kept->weekly == WEEKLY && kept->monthly < MONTHLY)
        place = &kept->monthly;
    if (!place)
        return false;
    ++*place;
    return true;
}

static size_t find_days(const char *folder, int32_t days[FOUND_MAX])
{
    size_t count = 0;
    DIR *directory = opendir(folder);
    if (!directory)
        return 0;
    for (struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        int32_t day = day_of(entry->d_name);
        if (day >= 0 && count < FOUND_MAX)
            days[count++] = day;
    }
    closedir(directory);
    qsort(days, count, sizeof days[0], newest_first);
    return count;
}

/* The newest two stay whatever their size. */
static void thin_out(const char *folder, int32_t today)
{
    int32_t days[FOUND_MAX];
    struct kept kept = {.week = -1, .month = -1};
    size_t count = find_days(folder, days);
    for (size_t i = 0; i < count; i++) {
        char path[NAME_BYTES];
        struct stat about;
        name_of(folder, days[i], path);
        bool keep = is_kept(&kept, today, days[i]);
        if (stat(path, &about) == 0)
            kept.bytes += keep ? (int64_t)about.st_size : 0;
        if (!keep || (i >= 2 && kept.bytes > BYTES_MAX))
            unlink(path);
    }
}

static bool make_copy(struct store *store, const char *fresh, const char *path,
                      struct error *err)
{
    if (!make_file(fresh) || !copy_into(store, fresh) || !forget_place(fresh) ||
        !sync_path(fresh))
        return error_set(err,
                         "The backup %s could not be written; make room on "
                         "its disk. Answers are saved all the same",
                         path);
    if (count_in(fresh) != store->count)
        return error_set(err,
                         "The backup %s does not hold every answer and was "
                         "not kept; look after the disk",
                         path);
    if (rename(fresh, path) != 0)
        return error_set(err,
                         "The backup %s could not be named: %s; look "
                         "after the disk",
                         path, strerror(errno));
    return true;
}

bool store_backup(struct store *store, const char *dir, int32_t study_day,
                  struct error *err)
{
    char folder[STORE_PATH_MAX];
    char fresh[NAME_BYTES];
    char path[NAME_BYTES];
    if (!store->path[0] || store->count == 0)
        return true;
    if ((size_t)snprintf(folder, sizeof folder, "%s/backups", dir) >=
        sizeof folder - sizeof "/progress-2026-11-23.db")
        return error_set(err, "The path of the data folder is too long for "
                              "backups; name a shorter one with --data");
    name_of(folder, study_day, path);
    if (access(path, F_OK) == 0)
        return true;
    if (mkdir(folder, 0700) != 0 && errno != EEXIST)
        return error_set(err,
                         "The folder %s cannot be made: %s; answers are "
                         "saved all the same",
                         folder, strerror(errno));
    snprintf(fresh, sizeof fresh, "%s/progress.new", folder);
    bool good = make_copy(store, fresh, path, err);
    if (!good) {
        remove_copy(fresh);
        return false;
    }
    sync_path(folder);
    thin_out(folder, study_day);
    return true;
}
