/* What a question costs: over the bundled decks, and in a deck of 100,000
 * facts. */
#include <stdio.h>
#include <time.h>

#include "big_deck.h"
#include "knowledge/question.h"

enum { ROUNDS = 20, SOURCES_MAX = 64, BIG_SUBJECTS = 8400, BIG_ASKED = 4000 };

static double now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static struct knowledge *load(struct arena *arena)
{
    static struct source sources[SOURCES_MAX];
    static const char *const folders[] = {"assets/kinds", "decks"};
    struct problems problems;
    size_t count = 0;
    problems_init(&problems, arena);
    for (int f = 0; f < 2; f++) {
        const char **paths;
        size_t found = deck_files_find(folders[f], arena, &paths, &problems);
        for (size_t i = 0; i < found && count < SOURCES_MAX; i++)
            if (deck_file_read(paths[i], paths[i], arena, &sources[count],
                               &problems))
                count++;
    }
    return knowledge_build(arena, sources, count, &problems);
}

/* Asks every `step`-th item in every form, so many times. */
static void time_forms(const struct knowledge *knowledge, const char *name,
                       size_t step, int rounds)
{
    struct arena frame;
    arena_init(&frame, (size_t)64 << 20);
    for (int f = 0; f < FORM_COUNT; f++) {
        int made = 0, asked = 0;
        double start = now_us();
        for (int round = 0; round < rounds; round++)
            for (size_t i = 0; i < knowledge->item_count; i += step) {
                struct question question;
                struct question_request request = {.item = &knowledge->items[i],
                                                   .form = (enum form)f,
                                                   .options = 4,
                                                   .seed = (uint64_t)round,
                                                   .today = 20780};
                arena_reset(&frame);
                asked++;
                made +=
                    question_make(knowledge, request, &frame, &question, NULL);
            }
        printf("question: %s, %s: %.1f microseconds each, %d made of %d\n",
               name, form_name((enum form)f), (now_us() - start) / asked, made,
               asked);
    }
    arena_release(&frame);
}

int main(void)
{
    struct arena arena;
    arena_init(&arena, (size_t)2 << 30);
    time_forms(load(&arena), "bundled decks", 1, ROUNDS);
    const struct knowledge *big = big_deck(&arena, BIG_SUBJECTS);
    char name[64];
    snprintf(name, sizeof name, "%zu facts", big->fact_count);
    time_forms(big, name, big->item_count / BIG_ASKED + 1, 1);
    arena_release(&arena);
    return 0;
}
