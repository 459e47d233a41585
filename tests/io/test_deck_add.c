#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "io/deck_add.h"

static char home[64];
static char path[256];
static char folder[256];
static struct error err;

static int open_home(void **state)
{
    (void)state;
    strcpy(home, "/tmp/pacta-add-XXXXXX");
    assert_non_null(mkdtemp(home));
    snprintf(folder, sizeof folder, "%s/share/pacta/decks", home);
    memset(&err, 0, sizeof err);
    return 0;
}

static int close_home(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", home);
    return system(command);
}

/* A file in the home folder; its path is in `path`. */
static void make_file(const char *name, const char *text)
{
    snprintf(path, sizeof path, "%s/%s", home, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void expect_copy(const char *name, const char *text)
{
    char read[256] = "";
    char copy[512];
    snprintf(copy, sizeof copy, "%s/%s", folder, name);
    FILE *file = fopen(copy, "r");
    assert_non_null(file);
    assert_int_equal(fread(read, 1, sizeof read - 1, file), strlen(text));
    fclose(file);
    assert_string_equal(read, text);
}

static void a_deck_is_copied_into_a_folder_that_is_made(void **state)
{
    (void)state;
    make_file("rivers.ini", "[deck]\ntitle = Rivers\n");
    assert_true(deck_add(path, folder, &err));
    expect_copy("rivers.ini", "[deck]\ntitle = Rivers\n");
    assert_int_equal(access(path, F_OK), 0);
}

static void no_deck_is_written_over(void **state)
{
    (void)state;
    make_file("rivers.ini", "first");
    assert_true(deck_add(path, folder, &err));
    make_file("rivers.ini", "second");
    assert_false(deck_add(path, folder, &err));
    assert_non_null(strstr(err.text, "has a deck of the name rivers.ini"));
    expect_copy("rivers.ini", "first");
}

static void a_deck_let_go_over_itself_stays(void **state)
{
    char own[512];
    (void)state;
    make_file("rivers.ini", "first");
    assert_true(deck_add(path, folder, &err));
    snprintf(own, sizeof own, "%s/rivers.ini", folder);
    assert_false(deck_add(own, folder, &err));
    expect_copy("rivers.ini", "first");
}

static void what_is_no_deck_file_is_refused(void **state)
{
    (void)state;
    make_file("rivers.txt", "x");
    assert_false(deck_add(path, folder, &err));
    assert_non_null(strstr(err.text, "ends in .ini"));
    make_file(".ini", "x");
    assert_false(deck_add(path, folder, &err));
    snprintf(path, sizeof path, "%s/folder.ini", home);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_false(deck_add(path, folder, &err));
    assert_non_null(strstr(err.text, "is no file"));
    snprintf(path, sizeof path, "%s/pipe.ini", home);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_false(deck_add(path, folder, &err)); /* and does not wait */
    snprintf(path, sizeof path, "%s/none.ini", home);
    assert_false(deck_add(path, folder, &err));
    assert_non_null(strstr(err.text, "cannot be read"));
}

static void a_deck_too_large_is_refused_and_leaves_nothing(void **state)
{
    (void)state;
    make_file("large.ini", "x");
    assert_int_equal(truncate(path, 65 * 1024 * 1024), 0);
    assert_false(deck_add(path, folder, &err));
    assert_non_null(strstr(err.text, "larger than 64 MB"));
    assert_int_not_equal(access(folder, F_OK), 0);
}

static void where_no_folder_can_be_made_the_reason_is_said(void **state)
{
    (void)state;
    make_file("share", "a file in the folder's place");
    make_file("rivers.ini", "x");
    assert_false(deck_add(path, folder, &err));
    assert_non_null(strstr(err.text, "cannot be copied"));
}

int main(void)
{
#define AT_HOME(test)                                                          \
    cmocka_unit_test_setup_teardown(test, open_home, close_home)
    const struct CMUnitTest tests[] = {
        AT_HOME(a_deck_is_copied_into_a_folder_that_is_made),
        AT_HOME(no_deck_is_written_over),
        AT_HOME(a_deck_let_go_over_itself_stays),
        AT_HOME(what_is_no_deck_file_is_refused),
        AT_HOME(a_deck_too_large_is_refused_and_leaves_nothing),
        AT_HOME(where_no_folder_can_be_made_the_reason_is_said),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
