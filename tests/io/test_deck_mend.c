/* One line of a file is mended, or the file is left as it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "io/deck_mend.h"
#include "io/deck_file.h"
#include "knowledge/knowledge.h"
#include "knowledge/mend.h"

static char home[64];
static char deck[PATH_MAX];
static char former[PATH_MAX];

static void write_bytes(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void write_deck(const char *text)
{
    write_bytes(deck, text, strlen(text));
}

static bool holds(const char *path, const char *text)
{
    char bytes[4096] = "";
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    size_t got = fread(bytes, 1, sizeof bytes - 1, file);
    fclose(file);
    return got == strlen(text) && memcmp(bytes, text, got) == 0;
}

/* Files in the folder, hidden ones too. */
static int files(void)
{
    int count = 0;
    DIR *folder = opendir(home);
    for (struct dirent *entry; (entry = readdir(folder));)
        count +=
            strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(folder);
    return count;
}

static int make_home(void **state)
{
    (void)state;
    snprintf(home, sizeof home, "/tmp/pacta-mend-XXXXXX");
    if (!mkdtemp(home))
        return -1;
    snprintf(deck, sizeof deck, "%s/a.ini", home);
    snprintf(former, sizeof former, "%s/a.ini~", home);
    return chmod(home, 0755);
}

static int leave_home(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof command, "rm -rf %s", home);
    return system(command);
}

static void given_a_line_when_mended_then_all_else_stays(void **state)
{
    struct stat about;
    struct error err;
    (void)state;
    write_deck("[deck]\r\nsigned = b\r\nlast");
    chmod(deck, 0640);
    assert_true(
        deck_line_write(deck, 2, "signed = b", "signed = cc", true, &err));
    assert_true(holds(deck, "[deck]\r\nsigned = cc\r\nlast"));
    assert_true(holds(former, "[deck]\r\nsigned = b\r\nlast"));
    assert_int_equal(stat(deck, &about), 0);
    assert_int_equal(about.st_mode & 07777, 0640);
    assert_int_equal(files(), 2);
}

static void
given_lines_of_every_ending_then_the_right_one_is_mended(void **state)
{
    struct error err;
    (void)state;
    write_deck("\xef\xbb\xbf"
               "a\rb\nc\r\n\nd");
    assert_true(deck_line_write(deck, 1, "a", "A", false, &err));
    assert_true(deck_line_write(deck, 3, "c", "C", false, &err));
    assert_true(deck_line_write(deck, 5, "d", "D", false, &err));
    assert_true(holds(deck, "\xef\xbb\xbf"
                            "A\rb\nC\r\n\nD"));
    assert_int_equal(files(), 1);
}

static void
given_a_file_that_changed_then_it_is_left_and_one_is_told(void **state)
{
    struct error err;
    (void)state;
    write_deck("[deck]\nnew line\n");
    assert_false(deck_line_write(deck, 2, "old line", "x", true, &err));
    assert_non_null(strstr(err.text, "has changed since it was read"));
    assert_false(deck_line_write(deck, 9, "old line", "x", true, &err));
    assert_non_null(strstr(err.text, "has changed since it was read"));
    assert_true(holds(deck, "[deck]\nnew line\n"));
    assert_int_equal(files(), 1);
}

static void
given_a_link_then_it_stays_one_and_its_target_is_mended(void **state)
{
    struct stat about;
    struct error err;
    char link[PATH_MAX];
    (void)state;
    write_deck("one\n");
    snprintf(link, sizeof link, "%s/link.ini", home);
    assert_int_equal(symlink("a.ini", link), 0);
    assert_true(deck_line_write(link, 1, "one", "two", true, &err));
    assert_int_equal(lstat(link, &about), 0);
    assert_true(S_ISLNK(about.st_mode));
    assert_true(holds(deck, "two\n"));
    assert_true(holds(former, "one\n"));
}

static void given_no_file_or_a_pipe_then_one_is_told(void **state)
{
    struct error err;
    (void)state;
    assert_false(deck_line_write(deck, 1, "a", "b", true, &err));
    assert_non_null(strstr(err.text, "cannot be read again"));
    assert_int_equal(mkfifo(deck, 0600), 0);
    assert_false(deck_line_write(deck, 1, "a", "b", true, &err));
    assert_int_equal(files(), 1);
}

static void given_utf16_then_it_is_left_and_one_is_told(void **state)
{
    struct error err;
    (void)state;
    write_bytes(deck,
                "\xff\xfe"
                "a\0\n\0",
                6);
    assert_false(deck_line_write(deck, 1, "a", "b", true, &err));
    assert_non_null(strstr(err.text, "UTF-8"));
    assert_int_equal(files(), 1);
}

/* Root may write everywhere: another one tries. */
static bool is_refused_to_others(const char *path)
{
    struct error err = {.text = ""};
    pid_t child = fork();
    if (child == 0) {
        bool is_apart = getuid() != 0 || setuid(65534) == 0;
        bool good = is_apart && !deck_line_write(path, 1, "a", "b", true, &err);
        _exit(good && strstr(err.text, "may only be read") ? 0 : 1);
    }
    int status = 1;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void
given_a_file_or_a_folder_that_may_only_be_read_then_one_is_told(void **state)
{
    (void)state;
    write_deck("a\n");
    chmod(deck, 0444);
    assert_true(is_refused_to_others(deck));
    chmod(deck, 0666);
    chmod(home, 0555);
    assert_true(is_refused_to_others(deck));
    chmod(home, 0755);
    assert_true(holds(deck, "a\n"));
    assert_int_equal(files(), 1);
}

enum { NO_DISK = 77 };

/* A disk of its own that is full but for a page. */
static int mend_on_a_full_disk(void)
{
    struct error err = {.text = ""};
    static char block[4096];
    char filler[PATH_MAX];
    if (unshare(CLONE_NEWNS) != 0 ||
        mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
        mount("tmpfs", home, "tmpfs", 0, "size=1m") != 0)
        return NO_DISK;
    snprintf(filler, sizeof filler, "%s/filler", home);
    write_deck("a\n");
    int file = open(filler, O_WRONLY | O_CREAT, 0600);
    while (write(file, block, sizeof block) > 0)
        ;
    close(file);
    bool good = !deck_line_write(deck, 1, "a", "b", true, &err) &&
                strstr(err.text, "The disk is full") && holds(deck, "a\n") &&
                files() == 2;
    return good ? 0 : 1;
}

static void given_a_full_disk_then_the_file_stays_and_one_is_told(void **state)
{
    (void)state;
    pid_t child = fork();
    if (child == 0)
        _exit(mend_on_a_full_disk());
    int status = 1;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == NO_DISK)
        skip();
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void
given_a_mended_file_when_written_again_then_that_is_seen(void **state)
{
    struct error err;
    (void)state;
    write_deck("one\n");
    uint64_t before = deck_file_seen(deck);
    assert_int_equal(deck_file_seen(deck), before);
    assert_true(deck_line_write(deck, 1, "one", "two", false, &err));
    assert_true(deck_file_seen(deck) != before);
    unlink(deck);
    assert_int_equal(deck_file_seen(deck), 0);
}

/* What a line without an equals sign becomes, read as a deck is. */
static const char *mended(struct arena *arena, const char *line)
{
    static const char head[] =
        "[kind river]\nlabel = river\nplural = rivers\ntitle = name\n"
        "[field river.opened]\ntype = date\nlabel = Opened\n"
        "ask = When was {title} opened?\n"
        "[field river.town]\ntype = text\nmany = yes\nlabel = Town\n"
        "ask = What stands on {title}?\n"
        "[deck]\ntitle = Rivers\nlang = en\n"
        "[river rhine]\nname = Rhine\ntown = Bonn\n";
    struct problems problems;
    struct source source;
    problems_init(&problems, arena);
    const char *text = arena_printf(arena, "%s%s\n", head, line);
    assert_true(
        deck_text_read(text, strlen(text), "a.ini", arena, &source, &problems));
    knowledge_build(arena, &source, 1, &problems);
    assert_int_equal(problems.count, 1);
    return mend_whole(arena, &problems.list[0], line, strlen(line));
}

static void
given_a_line_without_its_sign_then_only_a_sure_one_is_mended(void **state)
{
    struct arena arena;
    (void)state;
    arena_init(&arena, 64u << 20);
    assert_string_equal(mended(&arena, "opened 1990-11-23"),
                        "opened = 1990-11-23");
    assert_string_equal(mended(&arena, "opened: 1990-11-23"),
                        "opened = 1990-11-23");
    assert_string_equal(mended(&arena, "town   K\xc3\xb6ln"),
                        "town = K\xc3\xb6ln");
    assert_string_equal(mended(&arena, "town \xef\xbc\x9d Mainz"),
                        "town = Mainz");
    assert_null(mended(&arena, "town and country meet there"));
    assert_null(mended(&arena, "the town meets there"));
    arena_release(&arena);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_home, leave_home)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(given_a_line_when_mended_then_all_else_stays),
        TEST(given_lines_of_every_ending_then_the_right_one_is_mended),
        TEST(given_a_file_that_changed_then_it_is_left_and_one_is_told),
        TEST(given_a_link_then_it_stays_one_and_its_target_is_mended),
        TEST(given_no_file_or_a_pipe_then_one_is_told),
        TEST(given_utf16_then_it_is_left_and_one_is_told),
        TEST(given_a_file_or_a_folder_that_may_only_be_read_then_one_is_told),
        TEST(given_a_full_disk_then_the_file_stays_and_one_is_told),
        TEST(given_a_mended_file_when_written_again_then_that_is_seen),
        TEST(given_a_line_without_its_sign_then_only_a_sure_one_is_mended),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
