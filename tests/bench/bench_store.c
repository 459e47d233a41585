/* A durable answer beside one bare SQLite commit, in turn, on the same disk. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "io/store.h"

enum { ROUNDS = 600 };

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static sqlite3 *open_bare(const char *path)
{
    sqlite3 *db = NULL;
    sqlite3_open(path, &db);
    sqlite3_exec(db,
                 "pragma locking_mode = exclusive; pragma synchronous = extra; "
                 "pragma journal_mode = wal; create table t(a integer primary "
                 "key, b text)",
                 NULL, NULL, NULL);
    return db;
}

int main(void)
{
    static double ours[ROUNDS];
    static double bare[ROUNDS];
    char dir[] = "/tmp/pacta-bench-XXXXXX";
    char path[128];
    struct error err;
    struct event event = {.kind = EVENT_REVIEW,
                          .item = "us-1960/signed",
                          .share = 1,
                          .body = "{\"form\":\"choice\",\"seed\":\"12345\"}"};
    if (!mkdtemp(dir))
        return 1;
    snprintf(path, sizeof path, "%s/bare.db", dir);
    sqlite3 *db = open_bare(path);
    struct store *store = store_open(dir, NULL, &err);
    sqlite3_stmt *insert = NULL;
    sqlite3_prepare_v2(db, "insert into t(b) values ('us-1960/signed')", -1,
                       &insert, NULL);
    for (int i = 0; store && i < ROUNDS; i++) {
        double start = now_ms();
        event.at_ms = i;
        if (!store_append(store, &event, &err))
            return 1;
        double middle = now_ms();
        sqlite3_step(insert);
        sqlite3_reset(insert);
        ours[i] = middle - start;
        bare[i] = now_ms() - middle;
    }
    sqlite3_finalize(insert);
    sqlite3_close(db);
    store_close(store);
    qsort(ours, ROUNDS, sizeof ours[0], ascending);
    qsort(bare, ROUNDS, sizeof bare[0], ascending);
    double ratio = ours[ROUNDS / 2] / bare[ROUNDS / 2];
    printf("store: a durable answer %.3f ms, a bare commit %.3f ms (medians), "
           "%.2f x, goal 1.2 x: %s\n",
           ours[ROUNDS / 2], bare[ROUNDS / 2], ratio,
           ratio <= 1.2 ? "met" : "missed");
    snprintf(path, sizeof path, "rm -rf '%s'", dir);
    return system(path) == 0 ? 0 : 1;
}
