/*
 * bench_store -- a durable answer beside one bare commit of SQLite.
 *
 * Both under the same pragmas, on the same disk, in turns: an answer through
 * store_append(), and a row of one number into a table of one column. The
 * medians are compared, for a disk has its moods; each round swaps which of
 * the two goes first.
 *
 *     store: a durable answer  0.31 ms, a bare commit 0.30 ms: 1.03 x
 *     (goal 1.2 x: met)
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "io/store.h"

enum { ROUNDS = 3000, WARM_UP = 100, GOAL_PER_CENT = 120 };

static double ours[ROUNDS], bare[ROUNDS];

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec * 1e-6;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static double at_part(double *times, double part)
{
    qsort(times, ROUNDS, sizeof *times, by_size);
    return times[(size_t)(part * (ROUNDS - 1))];
}

static sqlite3 *open_bare(const char *path)
{
    sqlite3 *db = NULL;
    if (sqlite3_open(path, &db) != SQLITE_OK ||
        sqlite3_exec(db,
                     "pragma locking_mode = exclusive;"
                     "pragma synchronous = extra;"
                     "pragma journal_mode = wal;"
                     "create table t(a integer)",
                     NULL, NULL, NULL) != SQLITE_OK)
        return NULL;
    return db;
}

static double append(struct store *store, int i)
{
    struct event event;
    char item[32];
    memset(&event, 0, sizeof event);
    snprintf(item, sizeof item, "us-1960/article/%d", i % 200);
    event.kind = EVENT_REVIEW;
    event.item = item;
    event.at_ms = INT64_C(1795395600000) + i;
    event.study_day = 20780;
    event.grade = GRADE_GOOD;
    event.chance = 1. / 3;
    event.share = 1;
    event.dur_ms = 4200;
    event.body = "{\"form\":\"choice\",\"seed\":\"1234567890123456789\","
                 "\"target\":0.9,\"options\":[{\"of\":\"us-1960/signed\","
                 "\"text\":\"19 January 1960\"},{\"of\":\"us-1951/signed\","
                 "\"text\":\"8 September 1951\"},{\"of\":\"uk-2023/signed\","
                 "\"text\":\"11 January 2023\"}],\"chosen\":0}";
    double start = now_ms();
    if (!store_append(store, &event, NULL))
        exit(1);
    return now_ms() - start;
}

static double commit(sqlite3_stmt *insert, int i)
{
    double start = now_ms();
    sqlite3_bind_int(insert, 1, i);
    sqlite3_step(insert);
    if (sqlite3_reset(insert) != SQLITE_OK)
        exit(1);
    return now_ms() - start;
}

static void run(struct store *store, sqlite3_stmt *insert)
{
    for (int i = -WARM_UP; i < ROUNDS; i++) {
        double first = i % 2 ? append(store, i + WARM_UP) : commit(insert, i);
        double second = i % 2 ? commit(insert, i) : append(store, i + WARM_UP);
        if (i < 0)
            continue;
        ours[i] = i % 2 ? first : second;
        bare[i] = i % 2 ? second : first;
    }
}

int main(void)
{
    char dir[] = "build/bench-store-XXXXXX";
    char path[64];
    struct error err = {.text = ""};
    sqlite3_stmt *insert = NULL;
    if (!mkdtemp(dir))
        return 1;
    snprintf(path, sizeof path, "%s/bare.db", dir);
    struct store *store = store_open(dir, NULL, &err);
    sqlite3 *db = open_bare(path);
    if (!store || !db ||
        sqlite3_prepare_v2(db, "insert into t values (?)", -1, &insert, NULL) !=
            SQLITE_OK) {
        fprintf(stderr, "bench_store: %s\n", err.text);
        return 1;
    }
    run(store, insert);
    double answer = at_part(ours, .5);
    double row = at_part(bare, .5);
    double ratio = answer / row;
    printf("store: a durable answer %.3f ms (p99 %.1f ms), a bare commit "
           "%.3f ms: %.2f x (goal %.1f x: %s)\n",
           answer, at_part(ours, .99), row, ratio, GOAL_PER_CENT / 100.,
           ratio * 100 <= GOAL_PER_CENT ? "met" : "missed");
    sqlite3_finalize(insert);
    sqlite3_close(db);
    store_close(store);
    remove(path);
    static const char *const left[] = {"progress.db", "progress.db.spare"};
    for (size_t i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%s", dir, left[i]);
        remove(path);
    }
    rmdir(dir);
    return 0;
}
