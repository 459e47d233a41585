/* What a question costs, over the bundled decks. */
#include <stdio.h>
#include <time.h>

#include "io/deck_file.h"
#include "knowledge/question.h"

enum { ROUNDS = 20, SOURCES_MAX = 64 };

static double now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static struct knowledge *load(struct arena *arena, struct problems *problems)
{
    static struct source sources[SOURCES_MAX];
    static const char *const folders[] = {"assets/kinds", "decks"};
    size_t count = 0;
    for (int f = 0; f < 2; f++) {
        const char **paths;
        size_t found = deck_files_find(folders[f], arena, &paths, problems);
        for (size_t i = 0; i < found && count < SOURCES_MAX; i++)
            if (deck_file_read(paths[i], paths[i], arena, &sources[count],
                               problems))
                count++;
    }
    return knowledge_build(arena, sources, count, problems);
}

int main(void)
{
    static const enum form forms[] = {FORM_FLIP, FORM_CHOICE, FORM_TYPED};
    struct arena arena;
    struct arena frame;
    struct problems problems;
    arena_init(&arena, (size_t)1 << 30);
    arena_init(&frame, (size_t)64 << 20);
    problems_init(&problems, &arena);
    struct knowledge *knowledge = load(&arena, &problems);
    for (int f = 0; f < 3; f++) {
        int made = 0;
        double start = now_us();
        for (int round = 0; round < ROUNDS; round++)
            for (size_t i = 0; i < knowledge->item_count; i++) {
                struct question question;
                struct question_request request = {
                    &knowledge->items[i], forms[f], 4, (uint64_t)round, 20780};
                arena_reset(&frame);
                made +=
                    question_make(knowledge, request, &frame, &question, NULL);
            }
        double each =
            (now_us() - start) / (double)(knowledge->item_count * ROUNDS);
        printf("question: %s: %.1f microseconds each, %d made of %zu\n",
               form_name(forms[f]), each, made / ROUNDS, knowledge->item_count);
    }
    arena_release(&frame);
    arena_release(&arena);
    return 0;
}
