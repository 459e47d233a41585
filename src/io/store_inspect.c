/* A file that is not understood is never written to: it is looked at first,
 * through a handle that cannot write and leaves no file beside it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "io/store_internal.h"

/* Where SQLite's header says how the file is journalled, and what. */
enum { HEADER_JOURNAL_AT = 18, HEADER_ROLLBACK = 1, NAME_MAX_BYTES = 600 };

static int pragma_number(sqlite3 *db, const char *sql, int *number)
{
    sqlite3_stmt *statement = NULL;
    int result = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_step(statement);
    if (result == SQLITE_ROW)
        *number = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    return result & 0xff;
}

static bool is_sound(sqlite3 *db)
{
    sqlite3_stmt *statement = NULL;
    bool sound = false;
    if (sqlite3_prepare_v2(db, "pragma quick_check(1)", -1, &statement, NULL) ==
            SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        sound =
            strcmp((const char *)sqlite3_column_text(statement, 0), "ok") == 0;
    sqlite3_finalize(statement);
    return sound;
}

static bool judge_kind(int id, int version, const char *path, struct error *err)
{
    if (id != STORE_APPLICATION_ID || version < 1)
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
    return true;
}

static bool judge(sqlite3 *db, const char *path, struct error *err)
{
    int id = 0;
    int version = 0;
    int result = pragma_number(db, "pragma application_id", &id);
    if (result == SQLITE_ROW)
        result = pragma_number(db, "pragma user_version", &version);
    if (result == SQLITE_BUSY)
        return true; /* another program has it: opening will say so */
    if (result == SQLITE_CANTOPEN || result == SQLITE_READONLY)
        return error_set_cause(err, ERROR_READ_ONLY,
                               "%s cannot be written; use --data with a "
                               "folder that can",
                               path);
    if (result != SQLITE_ROW)
        return error_set(err,
                         "%s is damaged or is no database; nothing was "
                         "written to it; put a file from the folder backups "
                         "in its place, or move it away",
                         path);
    if (!judge_kind(id, version, path, err))
        return false;
    return is_sound(db) ||
           error_set(err,
                     "%s is damaged; nothing was written to it; put a file "
                     "from the folder backups in its place",
                     path);
}

/* Bytes of the file beside the log; -1 where there is none. */
static int64_t size_beside(const char *path, const char *tail)
{
    char name[NAME_MAX_BYTES];
    struct stat about;
    snprintf(name, sizeof name, "%s%s", path, tail);
    return stat(name, &about) == 0 ? (int64_t)about.st_size : -1;
}

static bool is_rollback(const char *path)
{
    unsigned char byte = 0;
    FILE *file = fopen(path, "re");
    if (!file)
        return false;
    bool read = fseek(file, HEADER_JOURNAL_AT, SEEK_SET) == 0 &&
                fread(&byte, 1, 1, file) == 1;
    fclose(file);
    return read && byte == HEADER_ROLLBACK;
}

/* SQLite would play any journal of the right name into the log. A log in use
 * never has a rollback journal; a backup put in its place, which says so in
 * its header, has no write-ahead log. */
static bool journals_belong(const char *path, struct error *err)
{
    const char *stray = NULL;
    if (size_beside(path, "-journal") > 0)
        stray = "-journal";
    else if (size_beside(path, "-wal") > 0 && is_rollback(path))
        stray = "-wal";
    return !stray ||
           error_set(err,
                     "%s%s does not belong to the log beside it; nothing was "
                     "written; move it away",
                     path, stray);
}

/* A URI with the characters that mean something in one spelled out. */
static void uri_of(const char *path, const char *query, char *out, size_t size)
{
    size_t used = (size_t)snprintf(out, size, "file:");
    for (const char *p = path; *p; p++) {
        bool plain = *p != '?' && *p != '#' && *p != '%';
        used += (size_t)snprintf(out + used, size - used,
                                 plain ? "%c" : "%%%02x", (unsigned char)*p);
    }
    snprintf(out + used, size - used, "%s", query);
}

/* With a journal beside it the newest answers are there, and the file alone
 * may look damaged. Held exclusively it needs no index in shared memory, which
 * a full disk turns into a fatal signal; our lock on the folder stands in for
 * those that a handle for reading cannot take. Nothing is moved at the end. */
static int open_with_journal(const char *path, sqlite3 **db)
{
    int code = sqlite3_open_v2(path, db, SQLITE_OPEN_READONLY, "unix-none");
    if (code == SQLITE_OK)
        code = sqlite3_db_config(*db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1,
                                 (int *)NULL);
    if (code == SQLITE_OK)
        code = sqlite3_exec(*db, "pragma locking_mode = exclusive", NULL, NULL,
                            NULL);
    return code;
}

/* Without one it is read as if nobody could change it. */
static int open_alone(const char *path, sqlite3 **db)
{
    char uri[3 * STORE_PATH_MAX + 32];
    uri_of(path, "?immutable=1", uri, sizeof uri);
    return sqlite3_open_v2(uri, db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
                           NULL);
}

/* A file that cannot be opened even for reading is left to the real opening,
 * which says why. */
static bool look(const char *path, struct error *err)
{
    sqlite3 *db = NULL;
    int code = size_beside(path, "-wal") >= 0 ? open_with_journal(path, &db)
                                              : open_alone(path, &db);
    bool good = code != SQLITE_OK || judge(db, path, err);
    sqlite3_close(db);
    return good;
}

bool store_inspect(const char *path, struct error *err)
{
    struct stat about;
    if (stat(path, &about) != 0)
        return error_set(err,
                         "%s cannot be read: %s; use --data with another "
                         "folder",
                         path, strerror(errno));
    if (!S_ISREG(about.st_mode))
        return error_set(err,
                         "%s is not a file; move it away, or use --data "
                         "with another folder",
                         path);
    if (about.st_size == 0)
        return error_set(err,
                         "%s is empty, which a log of Pacta never is; nothing "
                         "was written to it; put a file from the folder "
                         "backups in its place, or delete it to begin anew",
                         path);
    return journals_belong(path, err) && look(path, err);
}
