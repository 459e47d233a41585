/* What was taken for what, in the cache: the earliest first, as it is noted. */
#include "io/store_internal.h"

static bool write_one(sqlite3_stmt *s, const struct confusion_entry *entry)
{
    bool good = true;
    for (int k = entry->of.count - 1; good && k >= 0; k--) {
        sqlite3_bind_text(s, 1, entry->item, -1, SQLITE_STATIC);
        sqlite3_bind_text(s, 2, entry->of.facts[k], -1, SQLITE_STATIC);
        sqlite3_step(s);
        good = sqlite3_reset(s) == SQLITE_OK;
    }
    return good;
}

bool store_write_confused(struct store *store, const struct progress *progress)
{
    const struct confusion_book *book = &progress->confused;
    sqlite3_stmt *s =
        store_prepare(store, "insert into confused(item, fact) values (?,?)");
    bool good = s != NULL;
    for (size_t i = 0; good && i < book->count; i++)
        good = write_one(s, &book->entries[i]);
    sqlite3_finalize(s);
    return good;
}

bool store_read_confused(struct store *store, struct progress *progress)
{
    int step = SQLITE_ERROR;
    sqlite3_stmt *s =
        store_prepare(store, "select item, fact from confused order by place");
    while (s && (step = sqlite3_step(s)) == SQLITE_ROW)
        confusions_note(&progress->confused,
                        (const char *)sqlite3_column_text(s, 0),
                        (const char *)sqlite3_column_text(s, 1));
    sqlite3_finalize(s);
    return step == SQLITE_DONE;
}
