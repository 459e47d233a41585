/*
 * bench_cards.c -- a million cards in ten files: how long, and how much memory?
 *
 * Row D6 of the design: less than 10 s and 1 GB. The files are written to a
 * folder of their own first, in $TMPDIR or /tmp; the time is that of reading
 * them from the disk's cache and of building what is known.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "io/deck_file.h"
#include "knowledge/knowledge.h"

enum { FILES = 10, CARDS_A_FILE = 100000 };

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void write_card(FILE *file, int number)
{
    fprintf(file,
            "[card c%d]\n"
            "ask    = What is kept in the drawer that is number %d?\n"
            "answer = Paper %d\n"
            "wrong  = Paper %d\n"
            "wrong  = Paper %d\n"
            "source = Book %d\n",
            number, number, number * 3 + 1, number * 3 + 2, number * 3 + 3,
            number % 17);
}

static void write_deck(const char *path, int deck)
{
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        exit(1);
    }
    fprintf(file, "[deck]\ntitle = Drawers %d\n", deck);
    for (int i = 0; i < CARDS_A_FILE; i++)
        write_card(file, deck * CARDS_A_FILE + i);
    fclose(file);
}

int main(void)
{
    const char *place = getenv("TMPDIR");
    char folder[512], paths[FILES][600];
    static struct arena arena;
    struct problems problems;
    struct source sources[FILES];
    snprintf(folder, sizeof folder, "%s/pacta-cards-XXXXXX",
             place ? place : "/tmp");
    if (!mkdtemp(folder)) {
        perror(folder);
        return 1;
    }
    for (int i = 0; i < FILES; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/%d.ini", folder, i);
        write_deck(paths[i], i);
    }
    double begun = seconds();
    arena_init(&arena, (size_t)8 << 30);
    problems_init(&problems, &arena);
    for (int i = 0; i < FILES; i++)
        deck_file_read(paths[i], paths[i], &arena, &sources[i], &problems);
    struct knowledge *knowledge =
        knowledge_build(&arena, sources, FILES, &problems);
    double taken = seconds() - begun;
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    for (int i = 0; i < FILES; i++)
        unlink(paths[i]);
    rmdir(folder);
    double mb = (double)usage.ru_maxrss / 1024;
    bool is_good = taken < 10 && mb < 1000 &&
                   knowledge->card_count == FILES * CARDS_A_FILE;
    printf("%zu cards in %d files: %.2f s, %.0f MB (at most 10 s, 1000 MB)\n",
           knowledge->card_count, FILES, taken, mb);
    return is_good ? 0 : 1;
}
