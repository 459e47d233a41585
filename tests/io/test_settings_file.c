#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/paths.h"
#include "io/settings_file.h"

static struct arena arena;
static char folder[64];
static char path[128];
static char inner[160];

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/pacta-settings-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/settings.ini", folder);
    snprintf(inner, sizeof inner, "%s/a/b/settings.ini", folder);
    arena_init(&arena, 8u << 20);
    return 0;
}

static int remove_folder(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    arena_release(&arena);
    return system(command);
}

static void put(const char *where, const char *bytes, size_t length)
{
    FILE *file = fopen(where, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static bool read_it(struct settings_file *file, struct error *err)
{
    memset(err, 0, sizeof *err);
    return settings_file_read(path, &arena, file, err);
}

static void no_file_is_an_empty_one(void **state)
{
    (void)state;
    struct settings_file file;
    struct error err;

    assert_true(read_it(&file, &err));

    assert_string_equal(file.text, "");
    assert_int_equal(file.source.count, 0);
    assert_int_equal(file.problems.count, 0);
}

static void lines_have_their_numbers_whatever_ends_them(void **state)
{
    static const char text[] = "\xef\xbb\xbf; first\r\n[look]\r\rtheme = dark\n"
                               "text-size=150\nghost = x";
    (void)state;
    struct settings_file file;
    struct error err;
    put(path, text, strlen(text));

    assert_true(read_it(&file, &err));

    const struct section *look = &file.source.sections[0];
    assert_string_equal(look->sort, "look");
    assert_int_equal(look->count, 3);
    assert_int_equal(look->entries[0].line, 4);
    assert_int_equal(look->entries[1].line, 5);
    assert_string_equal(look->entries[2].value, "x");
    assert_string_equal(file.text, text);
}

/* inih alone would cut these at 200 and 49 bytes. */
static void long_lines_and_names_are_whole(void **state)
{
    char text[1200];
    char value[601];
    (void)state;
    struct settings_file file;
    struct error err;
    memset(value, 'v', 600);
    value[600] = '\0';
    int length =
        snprintf(text, sizeof text, "[look]\nghost = %s\nsound = on\n", value);
    put(path, text, (size_t)length);

    assert_true(read_it(&file, &err));

    const struct section *look = &file.source.sections[0];
    assert_int_equal(look->count, 2);
    assert_string_equal(look->entries[0].value, value);
    assert_int_equal(look->entries[1].line, 3);
}

static void lines_that_say_nothing_are_problems_with_their_numbers(void **state)
{
    static const char text[] = "loose = 1\n[look]\nnonsense\nsound = on\n[x\n";
    (void)state;
    struct settings_file file;
    struct error err;
    put(path, text, strlen(text));

    assert_true(read_it(&file, &err));

    assert_true(file.problems.count >= 3);
    assert_int_equal(file.problems.list[0].line, 1);
    assert_int_equal(file.problems.list[1].line, 3);
    assert_int_equal(file.problems.list[2].line, 5);
}

static void what_is_no_text_is_not_read(void **state)
{
    (void)state;
    struct settings_file file;
    struct error err;
    put(path, "[look]\n\0sound = on\n", 19);
    assert_false(read_it(&file, &err));
    assert_non_null(strstr(err.text, "NUL"));
    put(path, "\xff\xfe[\0", 4);
    assert_false(read_it(&file, &err));
    assert_non_null(strstr(err.text, "UTF-16"));
    assert_string_equal(file.text, "");
}

static void a_folder_or_a_pipe_in_its_place_is_named(void **state)
{
    (void)state;
    struct settings_file file;
    struct error err;
    mkdir(path, 0700);
    assert_false(read_it(&file, &err));
    assert_non_null(strstr(err.text, "it is a folder"));
    assert_false(settings_file_write(path, "x", &err));
    rmdir(path);
    mkfifo(path, 0600);
    assert_false(read_it(&file, &err));
    assert_non_null(strstr(err.text, "a pipe"));
}

static void another_persons_file_is_not_read(void **state)
{
    (void)state;
    struct settings_file file;
    struct error err;
    put(path, "[look]\n", 7);
    if (chown(path, 12345, (gid_t)-1) != 0) {
        skip();
        return;
    }
    assert_false(read_it(&file, &err));
    assert_non_null(strstr(err.text, "belongs to another user"));
}

static void what_is_written_is_read_again_and_is_the_owners_alone(void **state)
{
    (void)state;
    struct settings_file file;
    struct stat about;
    struct error err;
    umask(0);

    assert_true(settings_file_write(path, "[look]\nsound = on\n", &err));
    assert_true(settings_file_write(path, "[look]\nsound = off\n", &err));

    assert_true(read_it(&file, &err));
    assert_string_equal(file.text, "[look]\nsound = off\n");
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    snprintf(inner, sizeof inner, "%s.new", path);
    assert_int_equal(access(inner, F_OK), -1);
}

static void folders_are_made_on_the_way(void **state)
{
    (void)state;
    struct stat about;
    assert_true(settings_file_write(inner, "x", NULL));
    assert_int_equal(stat(inner, &about), 0);
    snprintf(path, sizeof path, "%s/a", folder);
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0700);
}

static void a_link_stays_a_link(void **state)
{
    char real[128];
    (void)state;
    struct stat about;
    struct settings_file file;
    struct error err;
    snprintf(real, sizeof real, "%s/dotfile", folder);
    put(real, "[look]\n", 7);
    assert_int_equal(symlink(real, path), 0);

    assert_true(settings_file_write(path, "[study]\n", &err));

    assert_int_equal(lstat(path, &about), 0);
    assert_true(S_ISLNK(about.st_mode));
    assert_true(settings_file_read(real, &arena, &file, &err));
    assert_string_equal(file.text, "[study]\n");
}

static void a_place_that_cannot_be_written_keeps_the_old_one(void **state)
{
    (void)state;
    struct settings_file file;
    struct error err;
    put(path, "[look]\n", 7);
    snprintf(inner, sizeof inner, "%s.new", path);
    mkdir(inner, 0700);

    assert_false(settings_file_write(path, "x", &err));

    assert_non_null(strstr(err.text, "cannot be written"));
    assert_true(read_it(&file, &err));
    assert_string_equal(file.text, "[look]\n");
    assert_false(settings_file_write("/proc/nothing/settings.ini", "x", &err));
}

static void settings_lie_where_the_desktop_says(void **state)
{
    (void)state;
    setenv("HOME", "/home/hana", 1);
    unsetenv("XDG_CONFIG_HOME");
    assert_string_equal(paths_config_dir(NULL, &arena),
                        "/home/hana/.config/pacta");
    setenv("XDG_CONFIG_HOME", "/c", 1);
    assert_string_equal(paths_config_dir(NULL, &arena), "/c/pacta");
    assert_string_equal(paths_config_dir("/d", &arena), "/d");
    setenv("XDG_CONFIG_HOME", "relative", 1);
    setenv("HOME", "", 1);
    assert_null(paths_config_dir(NULL, &arena));
    assert_null(paths_config_dir("", &arena));
}

#define IN_FOLDER(test)                                                        \
    cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(no_file_is_an_empty_one),
        IN_FOLDER(lines_have_their_numbers_whatever_ends_them),
        IN_FOLDER(long_lines_and_names_are_whole),
        IN_FOLDER(lines_that_say_nothing_are_problems_with_their_numbers),
        IN_FOLDER(what_is_no_text_is_not_read),
        IN_FOLDER(a_folder_or_a_pipe_in_its_place_is_named),
        IN_FOLDER(another_persons_file_is_not_read),
        IN_FOLDER(what_is_written_is_read_again_and_is_the_owners_alone),
        IN_FOLDER(folders_are_made_on_the_way),
        IN_FOLDER(a_link_stays_a_link),
        IN_FOLDER(a_place_that_cannot_be_written_keeps_the_old_one),
        IN_FOLDER(settings_lie_where_the_desktop_says),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
