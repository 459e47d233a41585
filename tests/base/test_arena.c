/* Memory that lives and dies together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdalign.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

static void memory_comes_zeroed_and_aligned(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 24);
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *memory = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0xff, size);
    }
    arena_release(&arena);
}

static void what_is_reset_is_zeroed_again_and_takes_no_more(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 24);
    memset(arena_alloc(&arena, 500 * 1000), 1, 500 * 1000);
    size_t held = arena.held;
    for (int round = 0; round < 100; round++) {
        arena_reset(&arena);
        char *memory = arena_alloc(&arena, 500 * 1000);
        for (size_t i = 0; i < 500 * 1000; i += 1000)
            assert_int_equal(memory[i], 0);
        memset(memory, 1, 500 * 1000);
    }
    assert_int_equal(arena.held, held);
    arena_release(&arena);
    assert_int_equal(arena.held, 0);
}

static void an_array_grows_and_keeps_what_it_has(void **state)
{
    (void)state;
    struct arena arena;
    int *list = NULL;
    size_t capacity = 0;
    arena_init(&arena, 1 << 24);
    for (int i = 0; i < 10000; i++) {
        list = arena_grow(&arena, list, (size_t)i, (size_t)i + 1, &capacity,
                          sizeof *list);
        list[i] = i;
    }
    for (int i = 0; i < 10000; i++)
        assert_int_equal(list[i], i);
    assert_ptr_equal(
        arena_grow(&arena, list, 10000, 10000, &capacity, sizeof *list), list);
    arena_release(&arena);
}

static void texts_are_copied_and_printed(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 24);
    assert_string_equal(arena_copy(&arena, "abcdef", 3), "abc");
    assert_string_equal(arena_copy(&arena, NULL, 0), "");
    assert_string_equal(arena_text(&arena, "abc"), "abc");
    assert_null(arena_text(&arena, NULL));
    assert_string_equal(arena_printf(&arena, "%s %d", "a", 7), "a 7");
    arena_release(&arena);
}

/* In a process of its own, since it ends the program. */
static int ending_of(size_t count, size_t size)
{
    pid_t child = fork();
    if (child == 0) {
        struct rlimit no_core = {0, 0};
        struct arena arena;
        setrlimit(RLIMIT_CORE, &no_core);
        close(STDERR_FILENO);
        arena_init(&arena, 1 << 20);
        arena_array(&arena, count, size);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

static void more_than_the_limit_ends_the_program(void **state)
{
    (void)state;
    assert_true(WIFEXITED(ending_of(1000, 1000)));
    assert_false(WIFEXITED(ending_of(2000, 1000)) &&
                 WEXITSTATUS(ending_of(2000, 1000)) == 0);
    assert_false(WIFEXITED(ending_of(SIZE_MAX / 2, 3)) &&
                 WEXITSTATUS(ending_of(SIZE_MAX / 2, 3)) == 0);
    assert_false(WIFEXITED(ending_of(1, SIZE_MAX)) &&
                 WEXITSTATUS(ending_of(1, SIZE_MAX)) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_comes_zeroed_and_aligned),
        cmocka_unit_test(what_is_reset_is_zeroed_again_and_takes_no_more),
        cmocka_unit_test(an_array_grows_and_keeps_what_it_has),
        cmocka_unit_test(texts_are_copied_and_printed),
        cmocka_unit_test(more_than_the_limit_ends_the_program),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
