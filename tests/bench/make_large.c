/*
 * make_large -- the data of a learner who has studied much.
 *
 *     make_large DIR ITEMS REVIEWS
 *
 * Writes decks of ITEMS facts to DIR/decks and a log of REVIEWS answers to
 * DIR/progress.db, the same ones each time. An answer is a durable commit, so
 * DIR had best lie in memory.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/random.h"
#include "io/store.h"

enum {
    DECKS = 20,
    HALF_SUBJECT_ITEMS = 15, /* a subject has seven and a half */
    DAYS = 365,
    DAY_MS = 86400000,
    ANSWER_MS = 8000,
};

static const int64_t last_ms =
    INT64_C(1795395600000); /* 2026-11-23 01:00 UTC */

static bool write_deck(const char *dir, int deck, int subjects)
{
    char path[512];
    struct random random = random_seeded((uint64_t)deck + 1);
    snprintf(path, sizeof path, "%s/decks/large-%02d.ini", dir, deck);
    FILE *file = fopen(path, "w");
    if (!file)
        return false;
    fprintf(file, "[deck]\ntitle = Large deck %d\nhome = Japan\n\n", deck);
    for (int i = 0; i < subjects; i++) {
        int year = 1900 + (int)random_below(&random, 120);
        fprintf(file,
                "[treaty l%02d-%d]\n"
                "name = Agreement number %d of series %d\n"
                "signed = %d-%02d-%02d\n"
                "in force = %d-%02d-%02d\n"
                "place = Place %d\n"
                "party = Japan\nparty = United States\n"
                "duration = %d years, then for as long as neither side ends "
                "it\n"
                "aim = mutual supply of fuel and ammunition, in part %d of "
                "the region\n"
                "source = Treaty text, page %d\n\n",
                deck, i, i, deck, year, 1 + (int)random_below(&random, 12),
                1 + (int)random_below(&random, 28), year + 1,
                1 + (int)random_below(&random, 12),
                1 + (int)random_below(&random, 28),
                (int)random_below(&random, 500),
                1 + (int)random_below(&random, 90), i, i % 900);
    }
    return fclose(file) == 0;
}

/* Each fact is answered about equally often, spread over a year. */
static bool append(struct store *store, int i, int reviews, int subjects,
                   struct error *err)
{
    static const char *const facts[] = {"signed", "in force", "place",
                                        "duration", "aim"};
    char item[64];
    int subject = (int)((uint64_t)i * 7919 % ((uint64_t)subjects * DECKS));
    int day = (int)((int64_t)i * DAYS / reviews) - DAYS;
    snprintf(item, sizeof item, "l%02d-%d/%s", subject % DECKS, subject / DECKS,
             facts[i / (subjects * DECKS) % 5]);
    struct event event = {
        .kind = EVENT_REVIEW,
        .item = item,
        .at_ms = last_ms + (int64_t)day * DAY_MS + i % 1000 * ANSWER_MS,
        .tz_min = 540,
        .study_day = 20780 + day,
        .grade = i % 7 == 3 ? GRADE_AGAIN : GRADE_GOOD,
        .chance = 1. / 3,
        .share = 1,
        .dur_ms = ANSWER_MS,
        .body = "{\"form\":\"choice\",\"seed\":\"1234567890123456789\","
                "\"target\":0.9,\"chosen\":0}",
    };
    return store_append(store, &event, err);
}

int main(int argc, char **argv)
{
    struct error err = {.text = "it takes a folder, items and reviews"};
    char path[512];
    if (argc != 4) {
        fprintf(stderr, "make_large: %s\n", err.text);
        return 2;
    }
    int subjects = atoi(argv[2]) * 2 / HALF_SUBJECT_ITEMS / DECKS;
    int reviews = atoi(argv[3]);
    mkdir(argv[1], 0700);
    snprintf(path, sizeof path, "%s/decks", argv[1]);
    mkdir(path, 0700);
    for (int deck = 0; deck < DECKS; deck++)
        if (!write_deck(argv[1], deck, subjects))
            return 1;
    struct store *store = store_open(argv[1], NULL, &err);
    for (int i = 0; store && i < reviews; i++)
        if (!append(store, i, reviews, subjects, &err)) {
            store_close(store);
            store = NULL;
        }
    if (!store)
        fprintf(stderr, "make_large: %s\n", err.text);
    store_close(store);
    return store ? 0 : 1;
}
