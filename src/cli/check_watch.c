#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/random.h"
#include "cli/report.h"

enum { LOOK_EVERY_MS = 500 };

static volatile sig_atomic_t is_over;

static void end(int signal)
{
    (void)signal;
    is_over = 1;
}

static void listen_for_the_end(void)
{
    struct sigaction action = {.sa_handler = end};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

/* What is known of a file from outside, carried on from `hash`. */
static uint64_t look_at(uint64_t hash, const char *path)
{
    struct stat about;
    if (!path || stat(path, &about) != 0)
        return hash_number(hash, 0);
    hash = hash_number(hash, (uint64_t)about.st_mtim.tv_sec);
    hash = hash_number(hash, (uint64_t)about.st_mtim.tv_nsec);
    hash = hash_number(hash, (uint64_t)about.st_ino);
    return hash_number(hash, (uint64_t)about.st_size);
}

/* The file and the folder it is in, which changes when files come and go. */
static uint64_t look_around(uint64_t hash, const char *path,
                            struct arena *arena)
{
    const char *slash = path ? strrchr(path, '/') : NULL;
    const char *folder =
        slash ? arena_copy(arena, path, (size_t)(slash - path)) : ".";
    return look_at(look_at(hash, path), folder);
}

/* Changes when anything does that the check was made of. */
static uint64_t look(const struct desk *desk, const struct options *options)
{
    struct arena arena;
    uint64_t hash = 0;
    arena_init(&arena, (size_t)64 << 20);
    for (int i = 0; i < options->word_count; i++)
        hash = look_around(hash, options->words[i], &arena);
    if (options->decks)
        hash = look_at(hash, options->decks);
    for (size_t i = 0; i < desk->knowledge->deck_count; i++)
        hash = look_around(hash, desk->knowledge->decks[i]->file, &arena);
    for (size_t i = 0; i < desk->knowledge->kind_count; i++)
        hash = look_around(hash, desk->knowledge->kinds[i]->file, &arena);
    for (size_t i = 0; i < desk->problems.count; i++)
        hash = look_at(hash, desk->problems.list[i].file);
    arena_release(&arena);
    return hash;
}

/* Lines move while one writes: a problem is the same in another line. */
static bool is_same(const struct problem *a, const struct problem *b)
{
    bool is_file =
        a->file && b->file ? strcmp(a->file, b->file) == 0 : a->file == b->file;
    return is_file && strcmp(a->rule, b->rule) == 0 &&
           strcmp(a->message, b->message) == 0;
}

static bool is_among(const struct problem *problem,
                     const struct problems *problems)
{
    for (size_t i = 0; problems && i < problems->count; i++) {
        if (is_same(problem, &problems->list[i]))
            return true;
    }
    return false;
}

/* Says those of the first that are not among the second. */
static size_t say_missing(const struct problems *problems,
                          const struct problems *others, bool json,
                          bool is_mended)
{
    size_t said = 0;
    for (size_t i = 0; i < problems->count; i++) {
        if (is_among(&problems->list[i], others))
            continue;
        report_say(&problems->list[i], json, is_mended);
        said++;
    }
    return said;
}

static void say_change(struct desk *desk, const struct desk *before,
                       const struct options *options)
{
    size_t said = 0;
    if (before)
        said += say_missing(&before->problems, &desk->problems, options->json,
                            true);
    said += say_missing(&desk->problems, before ? &before->problems : NULL,
                        options->json, false);
    if (!options->json && (said > 0 || !before))
        report_sum(desk);
    fflush(stdout);
}

/* Waits until something was saved; false when it is time to end. */
static bool wait_for_a_change(const struct desk *desk,
                              const struct options *options, uint64_t seen)
{
    const struct timespec pause = {LOOK_EVERY_MS / 1000,
                                   LOOK_EVERY_MS % 1000 * 1000000L};
    while (!is_over && look(desk, options) == seen)
        nanosleep(&pause, NULL);
    return !is_over;
}

int report_watch(const struct options *options)
{
    struct desk desks[2];
    struct error err;
    const struct desk *before = NULL;
    int at = 0;
    listen_for_the_end();
    for (;;) {
        struct desk *desk = &desks[at];
        if (!report_open(desk, options, &err)) {
            desk_close(desk);
            if (before)
                desk_close(&desks[!at]);
            return cli_fail(&err);
        }
        uint64_t seen = look(desk, options);
        say_change(desk, before, options);
        if (before)
            desk_close(&desks[!at]);
        if (!wait_for_a_change(desk, options, seen))
            break;
        before = desk;
        at = !at;
    }
    int status = report_status(&desks[at], options);
    desk_close(&desks[at]);
    return status;
}
