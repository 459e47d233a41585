/* Deck files in a folder of their own: what is read, refused and found. */
#include "deck_reading.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/pacta-test-deck-XXXXXX";
static char path[sizeof folder + 32];

static const char *in_folder(const char *name)
{
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    static const char *const names[] = {
        "a.ini", "b.ini", "c.txt", ".d.ini", "pipe.ini", "loop.ini", "big.ini"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        unlink(in_folder(names[i]));
    return rmdir(folder);
}

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(in_folder(name), "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void assert_refused(const char *which, const char *message)
{
    struct reading reading;
    read_path(&reading, which);
    assert_false(reading.read);
    assert_int_equal(reading.problems.errors, 1);
    assert_string_equal(reading.problems.list[0].message, message);
    assert_string_equal(reading.problems.list[0].file, which);
    release(&reading);
}

static void a_file_is_read_under_the_name_it_is_shown_by(void **state)
{
    (void)state;
    struct reading reading = reading_begun();
    problems_init(&reading.problems, &reading.arena);
    write_file("a.ini", "[card a]\nask = 1\n");

    assert_true(deck_file_read(in_folder("a.ini"), "decks/a.ini",
                               &reading.arena, &reading.source,
                               &reading.problems));

    assert_string_equal(reading.source.file, "decks/a.ini");
    assert_string_equal(value(&reading, 0, 0), "1");
    release(&reading);
}

static void what_is_no_plain_file_is_refused_at_once(void **state)
{
    (void)state;
    assert_int_equal(mkfifo(in_folder("pipe.ini"), 0600), 0);
    assert_refused(in_folder("pipe.ini"),
                   "it is a pipe or a device, not a file");
    assert_refused("/dev/zero", "it is a pipe or a device, not a file");
    assert_refused(folder, "it is a folder, not a file");
    assert_int_equal(symlink("loop.ini", in_folder("loop.ini")), 0);
    assert_refused(in_folder("loop.ini"), "its links lead in a circle");
    assert_refused(in_folder("none.ini"), "there is no such file");
}

static void a_file_over_64_mib_is_refused(void **state)
{
    (void)state;
    write_file("big.ini", "[card a]\n");
    assert_int_equal(truncate(in_folder("big.ini"), DECK_FILE_MAX + 1), 0);
    assert_refused(in_folder("big.ini"), "the file is larger than 64 MiB");
}

static void the_decks_of_a_folder_are_found_in_order(void **state)
{
    (void)state;
    struct reading reading = reading_begun();
    const char **paths;
    problems_init(&reading.problems, &reading.arena);
    write_file("b.ini", "[card b]\n");
    write_file("a.ini", "[card a]\n");
    write_file("c.txt", "");
    write_file(".d.ini", "");
    unlink(in_folder("pipe.ini"));
    unlink(in_folder("loop.ini"));
    unlink(in_folder("big.ini"));

    size_t count =
        deck_files_find(folder, &reading.arena, &paths, &reading.problems);

    assert_int_equal(count, 2);
    assert_string_equal(paths[0], in_folder("a.ini"));
    assert_string_equal(paths[1], in_folder("b.ini"));
    assert_int_equal(reading.problems.count, 0);
    release(&reading);
}

static void a_file_is_found_by_its_own_name(void **state)
{
    (void)state;
    struct reading reading = reading_begun();
    const char **paths;
    problems_init(&reading.problems, &reading.arena);
    write_file("c.txt", "[card c]\n");

    assert_int_equal(deck_files_find(in_folder("c.txt"), &reading.arena, &paths,
                                     &reading.problems),
                     1);
    assert_string_equal(paths[0], in_folder("c.txt"));
    assert_int_equal(deck_files_find(in_folder("none"), &reading.arena, &paths,
                                     &reading.problems),
                     0);
    assert_int_equal(reading.problems.errors, 1);
    release(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_read_under_the_name_it_is_shown_by),
        cmocka_unit_test(what_is_no_plain_file_is_refused_at_once),
        cmocka_unit_test(a_file_over_64_mib_is_refused),
        cmocka_unit_test(the_decks_of_a_folder_are_found_in_order),
        cmocka_unit_test(a_file_is_found_by_its_own_name),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
