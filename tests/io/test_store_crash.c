/* Two at once, and the program killed at any moment. */
#include "io/store_child.h"

#include <sqlite3.h>

#include "base/random.h"

enum { KILLS = 100 };

static int open_in_child(const char *dir)
{
    struct error err;
    struct store *store = store_open(dir, NULL, &err);
    if (!store)
        return err.cause == ERROR_IN_USE &&
                       strstr(err.text, "Pacta is already open on ") &&
                       strstr(err.text, "--data")
                   ? 3
                   : 1;
    store_close(store);
    return 0;
}

static void p1_a_second_pacta_is_told_of_the_first(void **state)
{
    struct store *store = store_opened(*state);
    assert_int_equal(in_child(open_in_child, *state), 3);
    store_append_one(store, "a/b", STORE_NOON);
    assert_int_equal(in_child(open_in_child, *state), 3);
    store_append_one(store, "a/c", STORE_NOON);
    store_close(store);
    assert_int_equal(in_child(open_in_child, *state), 0);
    assert_int_equal(store_counted(*state), 2);
}

/* Any program that holds the file, such as a database browser. */
static void p1_another_program_in_the_file_is_told_of_too(void **state)
{
    struct error err;
    sqlite3 *db = NULL;
    store_filled(*state, 1);
    sqlite3_open(store_path(*state, "progress.db"), &db);
    sqlite3_exec(db, "begin immediate", NULL, NULL, NULL);

    err = store_refusal(*state);

    assert_int_equal(err.cause, ERROR_IN_USE);
    sqlite3_close(db);
}

static uint64_t last_told(int in)
{
    uint64_t seq = 0;
    uint64_t next;
    while (read(in, &next, sizeof next) == (ssize_t)sizeof next)
        seq = next;
    close(in);
    return seq;
}

/* P3: every answer that was acknowledged is there, at most one more. */
static void p3_an_answer_outlives_the_killing_of_the_program(void **state)
{
    struct random random = random_seeded(9);
    int64_t before = 0;
    int64_t all = 0;
    for (int i = 0; i < KILLS; i++) {
        int in;
        pid_t child = start(answer_for_ever, *state, &in);
        usleep(
            (useconds_t)random_below(&random, i < KILLS / 2 ? 12000 : 40000));
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        int64_t told = (int64_t)last_told(in);

        int64_t count = store_counted(*state);

        assert_true(count >= before && (told == 0 || count >= told));
        assert_true(count <= (told > before ? told : before) + 1);
        all += told > before ? told - before : 0;
        before = count;
    }
    assert_true(all > 100);
}

static int hold(const char *dir, int out)
{
    struct store *store = store_open(dir, NULL, NULL);
    char good = store != NULL;
    if (write(out, &good, 1) == 1)
        pause();
    return 0;
}

static void p1_the_lock_of_a_killed_pacta_blocks_nobody(void **state)
{
    int in;
    char good = 0;
    pid_t child = start(hold, *state, &in);
    assert_int_equal(read(in, &good, 1), 1);
    assert_true(good);
    assert_int_equal(store_refusal(*state).cause, ERROR_IN_USE);

    kill(child, SIGKILL);
    waitpid(child, NULL, 0);

    assert_int_equal(store_counted(*state), 0);
    close(in);
}

/* Both begin where nothing is yet: one opens, the other is told. */
static void p1_of_two_that_start_at_once_one_opens(void **state)
{
    for (int i = 0; i < 20; i++) {
        char dir[STORE_NAME_MAX];
        int in[2];
        char good[2] = {0, 0};
        pid_t children[2];
        snprintf(dir, sizeof dir, "%s/%d", (char *)*state, i);
        for (int j = 0; j < 2; j++)
            children[j] = start(hold, dir, &in[j]);
        for (int j = 0; j < 2; j++)
            assert_int_equal(read(in[j], &good[j], 1), 1);
        assert_int_equal(good[0] + good[1], 1);
        for (int j = 0; j < 2; j++) {
            kill(children[j], SIGKILL);
            waitpid(children[j], NULL, 0);
            close(in[j]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        store_test(p1_a_second_pacta_is_told_of_the_first),
        store_test(p1_another_program_in_the_file_is_told_of_too),
        store_test(p1_the_lock_of_a_killed_pacta_blocks_nobody),
        store_test(p1_of_two_that_start_at_once_one_opens),
        store_test(p3_an_answer_outlives_the_killing_of_the_program),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
