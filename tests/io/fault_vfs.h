/*
 * fault_vfs.h -- a disk that fails when it is told to.
 *
 * Stands before SQLite's own and counts what changes a file: writes, syncs,
 * truncations, deletions. The n-th of them fails, once or from then on. A write
 * that fails has written its first half; a sync that fails has happened, as on
 * a disk that reports too late: so what was not acknowledged may be there.
 */
#ifndef FAULT_VFS_H
#define FAULT_VFS_H

#include <sqlite3.h>
#include <stdbool.h>
#include <string.h>

struct fault {
    long countdown; /* operations until it fails; 0: never */
    bool stays;     /* all later ones fail too */
    bool full;      /* writes say that the disk is full, else that it broke */
    long failed;    /* how many did */
};

struct fault_file {
    sqlite3_file base;
    sqlite3_file *real;
};

static struct fault fault;

static inline bool fault_strikes(void)
{
    if (fault.countdown == 0 || (fault.failed && !fault.stays))
        return false;
    if (fault.countdown > 1) {
        fault.countdown--;
        return false;
    }
    fault.failed++;
    return true;
}

static inline sqlite3_file *fault_real(sqlite3_file *file)
{
    return ((struct fault_file *)(void *)file)->real;
}

static int fault_close(sqlite3_file *file)
{
    return fault_real(file)->pMethods->xClose(fault_real(file));
}

static int fault_read(sqlite3_file *file, void *out, int size, sqlite3_int64 at)
{
    return fault_real(file)->pMethods->xRead(fault_real(file), out, size, at);
}

static int fault_write(sqlite3_file *file, const void *bytes, int size,
                       sqlite3_int64 at)
{
    sqlite3_file *real = fault_real(file);
    if (!fault_strikes())
        return real->pMethods->xWrite(real, bytes, size, at);
    real->pMethods->xWrite(real, bytes, size / 2, at);
    return fault.full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int fault_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (fault_strikes())
        return SQLITE_IOERR_TRUNCATE;
    return fault_real(file)->pMethods->xTruncate(fault_real(file), size);
}

static int fault_sync(sqlite3_file *file, int flags)
{
    int code = fault_real(file)->pMethods->xSync(fault_real(file), flags);
    return fault_strikes() ? SQLITE_IOERR_FSYNC : code;
}

static int fault_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return fault_real(file)->pMethods->xFileSize(fault_real(file), size);
}

static int fault_lock(sqlite3_file *file, int level)
{
    return fault_real(file)->pMethods->xLock(fault_real(file), level);
}

static int fault_unlock(sqlite3_file *file, int level)
{
    return fault_real(file)->pMethods->xUnlock(fault_real(file), level);
}

static int fault_check(sqlite3_file *file, int *is_locked)
{
    return fault_real(file)->pMethods->xCheckReservedLock(fault_real(file),
                                                          is_locked);
}

static int fault_control(sqlite3_file *file, int what, void *value)
{
    return fault_real(file)->pMethods->xFileControl(fault_real(file), what,
                                                    value);
}

static int fault_sector(sqlite3_file *file)
{
    return fault_real(file)->pMethods->xSectorSize(fault_real(file));
}

static int fault_traits(sqlite3_file *file)
{
    return fault_real(file)->pMethods->xDeviceCharacteristics(fault_real(file));
}

static int fault_shm_map(sqlite3_file *file, int page, int size, int extend,
                         void volatile **out)
{
    return fault_real(file)->pMethods->xShmMap(fault_real(file), page, size,
                                               extend, out);
}

static int fault_shm_lock(sqlite3_file *file, int from, int count, int flags)
{
    return fault_real(file)->pMethods->xShmLock(fault_real(file), from, count,
                                                flags);
}

static void fault_shm_barrier(sqlite3_file *file)
{
    fault_real(file)->pMethods->xShmBarrier(fault_real(file));
}

static int fault_shm_unmap(sqlite3_file *file, int deletes)
{
    return fault_real(file)->pMethods->xShmUnmap(fault_real(file), deletes);
}

static const sqlite3_io_methods fault_methods = {
    .iVersion = 2,
    .xClose = fault_close,
    .xRead = fault_read,
    .xWrite = fault_write,
    .xTruncate = fault_truncate,
    .xSync = fault_sync,
    .xFileSize = fault_size,
    .xLock = fault_lock,
    .xUnlock = fault_unlock,
    .xCheckReservedLock = fault_check,
    .xFileControl = fault_control,
    .xSectorSize = fault_sector,
    .xDeviceCharacteristics = fault_traits,
    .xShmMap = fault_shm_map,
    .xShmLock = fault_shm_lock,
    .xShmBarrier = fault_shm_barrier,
    .xShmUnmap = fault_shm_unmap,
};

static inline sqlite3_vfs *fault_under(sqlite3_vfs *vfs)
{
    return vfs->pAppData;
}

static int fault_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file,
                      int flags, int *out_flags)
{
    struct fault_file *mine = (struct fault_file *)(void *)file;
    sqlite3_vfs *under = fault_under(vfs);
    mine->real = (sqlite3_file *)(void *)(mine + 1);
    int code = under->xOpen(under, name, mine->real, flags, out_flags);
    mine->base.pMethods = code == SQLITE_OK ? &fault_methods : NULL;
    return code;
}

static int fault_delete(sqlite3_vfs *vfs, const char *name, int sync_dir)
{
    sqlite3_vfs *under = fault_under(vfs);
    if (fault_strikes())
        return SQLITE_IOERR_DELETE;
    return under->xDelete(under, name, sync_dir);
}

/* From now on every database goes through it. */
static inline void fault_install(void)
{
    static sqlite3_vfs vfs;
    sqlite3_vfs *under = sqlite3_vfs_find(NULL);
    if (under == &vfs)
        return;
    vfs = *under;
    vfs.pNext = NULL;
    vfs.zName = "fault";
    vfs.pAppData = under;
    vfs.szOsFile = (int)sizeof(struct fault_file) + under->szOsFile;
    vfs.xOpen = fault_open;
    vfs.xDelete = fault_delete;
    sqlite3_vfs_register(&vfs, 1);
}

/* The n-th operation fails from here on; 0: none. */
static inline void fault_at(long n, bool stays, bool full)
{
    fault = (struct fault){n, stays, full, 0};
}

#endif
