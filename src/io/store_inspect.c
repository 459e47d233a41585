/* A file that is not understood is never written to: it is looked at first,
 * through a handle that cannot write and leaves no file beside it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "io/store_internal.h"

static int pragma_number(sqlite3 *db, const char *sql, int *number)
{
    sqlite3_stmt *statement = NULL;
    int result = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_step(statement);
    if (result == SQLITE_ROW)
        *number = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    return result;
}

static bool is_sound(sqlite3 *db)
{
    sqlite3_stmt *statement = NULL;
    bool sound = false;
    if (sqlite3_prepare_v2(db, "pragma quick_check(1)", -1, &statement,
                           NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        sound = strcmp((const char *)sqlite3_column_text(statement, 0),
                       "ok") == 0;
    sqlite3_finalize(statement);
    return sound;
}

static bool judge(sqlite3 *db, const char *path, struct error *err)
{
    int id = 0;
    int version = 0;
    int result = pragma_number(db, "pragma application_id", &id);
    if (result == SQLITE_ROW)
        result = pragma_number(db, "pragma user_version", &version);
    if (result == SQLITE_BUSY || result == SQLITE_LOCKED)
        return true; /* another Pacta is writing: opening will say so */
    if (result != SQLITE_ROW)
        return error_set(err,
                         "%s is damaged or is no database; nothing was "
                         "written to it; put a file from the folder backups "
                         "in its place, or move it away",
                         path);
    if (id != STORE_APPLICATION_ID)
        return error_set(err,
                         "%s is not a log of Pacta; nothing was written to "
                         "it; move it away, or use --data with another folder",
                         path);
    if (version > STORE_VERSION)
        return error_set(err,
                         "%s was written by a newer Pacta; nothing was "
                         "written to it; install the newer Pacta, or use "
                         "--data with another folder",
                         path);
    if (!is_sound(db))
        return error_set(err,
                         "%s is damaged; nothing was written to it; put a "
                         "file from the folder backups in its place",
                         path);
    return true;
}

static bool exists(const char *path, const char *tail)
{
    char name[4096];
    snprintf(name, sizeof name, "%s%s", path, tail);
    return access(name, F_OK) == 0;
}

/* A URI with the characters that mean something in one spelled out. */
static bool uri_of(const char *path, const char *query, char *out, size_t size)
{
    size_t used = (size_t)snprintf(out, size, "file:");
    for (const char *p = path; *p; p++) {
        bool plain = *p != '?' && *p != '#' && *p != '%';
        if (used + 4 >= size)
            return false;
        used += (size_t)snprintf(out + used, size - used, plain ? "%c" : "%%%02x",
                                 (unsigned char)*p);
    }
    return (size_t)snprintf(out + used, size - used, "%s", query) <
           size - used;
}

bool store_inspect(const char *path, struct error *err)
{
    struct stat about;
    if (stat(path, &about) != 0)
        return errno == ENOENT ||
               error_set(err, "%s cannot be read: %s; use --data with another "
                              "folder",
                         path, strerror(errno));
    if (!S_ISREG(about.st_mode))
        return error_set(err, "%s is not a file; move it away, or use --data "
                              "with another folder",
                         path);
    if (about.st_size == 0)
        return error_set(err,
                         "%s is empty, which a log of Pacta never is; nothing "
                         "was written to it; put a file from the folder "
                         "backups in its place, or delete it to begin anew",
                         path);
    /* With a log beside it the newest answers are there, and only the real
     * handle can read both; the file alone may look damaged. */
    const char *query = exists(path, "-wal") ? "?mode=ro" : "?immutable=1";
    char uri[8192];
    sqlite3 *db = NULL;
    if (!uri_of(path, query, uri, sizeof uri))
        return error_set(err, "The path of the data folder is too long; name "
                              "a shorter one with --data");
    bool had_index = exists(path, "-shm");
    bool good = true;
    if (sqlite3_open_v2(uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
                        NULL) == SQLITE_OK)
        good = judge(db, path, err);
    sqlite3_close(db);
    if (!had_index && exists(path, "-shm")) {
        char name[4096];
        snprintf(name, sizeof name, "%s-shm", path);
        unlink(name);
    }
    return good;
}
