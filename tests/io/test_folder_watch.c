/* Changes of decks are told: of any sort of writing, once for a flurry. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <limits.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/folder_watch.h"

static char home[64];
static char decks[PATH_MAX];
static int told[2]; /* a byte for each time */
static struct folder_watch watch;

static void tell(void *self)
{
    assert_ptr_equal(self, &told);
    assert_int_equal(write(told[1], "!", 1), 1);
}

static bool is_told(int most_ms)
{
    struct pollfd ready = {told[0], POLLIN, 0};
    char byte;
    return poll(&ready, 1, most_ms) == 1 && read(told[0], &byte, 1) == 1;
}

enum { SOON_MS = 10000, QUIET_MS = 3 * FOLDER_WATCH_QUIET_MS };

static const char *in(const char *folder, const char *name)
{
    static char path[2][PATH_MAX + 64];
    static int at;
    at = !at;
    snprintf(path[at], sizeof path[at], "%s/%s", folder, name);
    return path[at];
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void watch_path(const char *path)
{
    const char *paths[] = {path};
    assert_true(folder_watch_open(&watch, paths, 1, tell, &told));
}

static int make_home(void **state)
{
    (void)state;
    snprintf(home, sizeof home, "/tmp/pacta-watch-XXXXXX");
    if (!mkdtemp(home) || pipe(told) != 0)
        return -1;
    snprintf(decks, sizeof decks, "%s/decks", home);
    return mkdir(decks, 0700);
}

static int leave_home(void **state)
{
    char command[128];
    (void)state;
    folder_watch_close(&watch);
    close(told[0]);
    close(told[1]);
    snprintf(command, sizeof command, "rm -rf %s", home);
    return system(command);
}

static void given_a_deck_when_it_is_written_then_it_is_told_once(void **state)
{
    (void)state;
    write_file(in(decks, "a.ini"), "[deck]\n");
    watch_path(decks);
    for (int i = 0; i < 5; i++)
        write_file(in(decks, "a.ini"), "[deck]\ntitle = A\n");
    assert_true(is_told(SOON_MS));
    assert_false(is_told(QUIET_MS));
}

static void
given_a_deck_when_another_file_takes_its_name_then_it_is_told(void **state)
{
    (void)state;
    write_file(in(decks, "a.ini"), "[deck]\n");
    watch_path(decks);
    write_file(in(decks, ".a.ini.swp"), "x");
    assert_false(is_told(QUIET_MS));
    assert_int_equal(rename(in(decks, ".a.ini.swp"), in(decks, "a.ini")), 0);
    assert_true(is_told(SOON_MS));
}

static void given_a_deck_when_it_is_deleted_then_it_is_told(void **state)
{
    (void)state;
    write_file(in(decks, "a.ini"), "[deck]\n");
    watch_path(decks);
    unlink(in(decks, "a.ini"));
    assert_true(is_told(SOON_MS));
}

static void
given_other_files_when_they_are_written_then_nothing_is_told(void **state)
{
    (void)state;
    watch_path(decks);
    write_file(in(decks, "notes.txt"), "x");
    write_file(in(decks, "a.ini~"), "x");
    assert_false(is_told(QUIET_MS));
}

static void
given_no_folder_when_it_is_made_with_a_deck_then_it_is_told(void **state)
{
    char later[PATH_MAX];
    (void)state;
    snprintf(later, sizeof later, "%s/pacta/decks", home);
    watch_path(later);
    mkdir(in(home, "pacta"), 0700);
    mkdir(later, 0700);
    write_file(in(later, "a.ini"), "[deck]\n");
    assert_true(is_told(SOON_MS));
    while (is_told(QUIET_MS))
        ;
    write_file(in(later, "a.ini"), "[deck]\ntitle = A\n");
    assert_true(is_told(SOON_MS));
}

static void
given_a_folder_when_it_goes_and_comes_again_then_both_are_told(void **state)
{
    (void)state;
    watch_path(decks);
    rmdir(decks);
    assert_true(is_told(SOON_MS));
    mkdir(decks, 0700);
    assert_true(is_told(SOON_MS));
    while (is_told(QUIET_MS))
        ;
    write_file(in(decks, "a.ini"), "[deck]\n");
    assert_true(is_told(SOON_MS));
}

static void given_one_file_when_it_is_written_then_it_is_told(void **state)
{
    (void)state;
    write_file(in(home, "one.ini"), "[deck]\n");
    watch_path(in(home, "one.ini"));
    write_file(in(home, "one.ini"), "[deck]\ntitle = One\n");
    assert_true(is_told(SOON_MS));
}

static void
given_a_link_when_what_it_points_to_is_written_then_it_is_told(void **state)
{
    char real[PATH_MAX];
    (void)state;
    snprintf(real, sizeof real, "%s/real", home);
    mkdir(real, 0700);
    write_file(in(real, "a.ini"), "[deck]\n");
    assert_int_equal(symlink(in(real, "a.ini"), in(decks, "a.ini")), 0);
    watch_path(decks);
    write_file(in(real, "a.ini"), "[deck]\ntitle = A\n");
    assert_true(is_told(SOON_MS));
}

static void given_writing_without_end_then_it_is_told_all_the_same(void **state)
{
    int wrote = 0;
    (void)state;
    watch_path(decks);
    while (!is_told(FOLDER_WATCH_QUIET_MS / 10)) {
        write_file(in(decks, "a.ini"), "[deck]\n");
        assert_true(++wrote < 1000);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_home, leave_home)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(given_a_deck_when_it_is_written_then_it_is_told_once),
        TEST(given_a_deck_when_another_file_takes_its_name_then_it_is_told),
        TEST(given_a_deck_when_it_is_deleted_then_it_is_told),
        TEST(given_other_files_when_they_are_written_then_nothing_is_told),
        TEST(given_no_folder_when_it_is_made_with_a_deck_then_it_is_told),
        TEST(given_a_folder_when_it_goes_and_comes_again_then_both_are_told),
        TEST(given_one_file_when_it_is_written_then_it_is_told),
        TEST(given_a_link_when_what_it_points_to_is_written_then_it_is_told),
        TEST(given_writing_without_end_then_it_is_told_all_the_same),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
