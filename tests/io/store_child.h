/*
 * store_child.h -- what a test of the store does in a process of its own.
 */
#ifndef STORE_CHILD_H
#define STORE_CHILD_H

#include <signal.h>
#include <sys/wait.h>

#include "io/store_world.h"

/* In a child nothing may be asserted: it would go on with the next test. */
#define check(condition)                                                       \
    do {                                                                       \
        if (!(condition)) {                                                    \
            fprintf(stderr, "line %d: %s\n", __LINE__, #condition);            \
            return 1;                                                          \
        }                                                                      \
    } while (0)

/* Runs in a child what would disturb the others; its status is the answer. */
static inline int in_child(int (*run)(const char *), const char *dir)
{
    int status = 0;
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(run(dir));
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static inline pid_t start(int (*run)(const char *, int), const char *dir,
                          int *read_end)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        _exit(run(dir, ends[1]));
    }
    close(ends[1]);
    *read_end = ends[0];
    return child;
}

/* Answers without end; each is told of once it is in the log. */
static inline int answer_for_ever(const char *dir, int out)
{
    struct store *store = store_open(dir, NULL, NULL);
    for (int64_t i = 0; store; i++) {
        struct event event = store_review("a/b", STORE_NOON + i);
        if (!store_append(store, &event, NULL) ||
            write(out, &event.id.seq, sizeof event.id.seq) < 0)
            return 1;
    }
    return 1;
}

#endif
