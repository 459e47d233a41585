/* The lines around a mistake, from files of any bytes. */
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

#include "base/text.h"
#include "io/excerpt.h"

static char path[] = "/tmp/pacta-excerpt-XXXXXX";
static char out[EXCERPT_MAX];
static struct error err;

static int open_file(void **state)
{
    (void)state;
    strcpy(path + strlen(path) - 6, "XXXXXX");
    int file = mkstemp(path);
    return file < 0 || close(file) != 0;
}

static int remove_file(void **state)
{
    (void)state;
    return unlink(path);
}

static void write_bytes(const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void write_text(const char *text)
{
    write_bytes(text, strlen(text));
}

static void expect(int line, const char *excerpt)
{
    assert_true(excerpt_read(path, line, out, sizeof out, &err));
    assert_string_equal(out, excerpt);
}

static void seven_lines_stand_around_the_one_that_is_meant(void **state)
{
    (void)state;
    write_text("a\nb\nc\nd\ne\nf\ng\nh\ni\n");
    expect(5, "2 b\n3 c\n4 d\n5 e\n6 f\n7 g\n8 h\n");
}

static void there_are_fewer_at_the_ends_of_the_file(void **state)
{
    (void)state;
    write_text("a\nb\nc\nd\ne\nf\ng");
    expect(1, "1 a\n2 b\n3 c\n4 d\n");
    expect(7, "4 d\n5 e\n6 f\n7 g\n");
}

static void a_line_that_is_not_there_any_more_gives_none(void **state)
{
    (void)state;
    write_text("a\nb\n");
    expect(3, "");
    expect(900, "");
    write_text("");
    expect(1, "");
}

static void lines_end_as_the_reader_of_decks_ends_them(void **state)
{
    (void)state;
    write_text("a\r\nb\rc\n\nd");
    expect(3, "1 a\n2 b\n3 c\n4 \n5 d\n");
}

static void what_cannot_be_seen_is_shown(void **state)
{
    (void)state;
    write_bytes("a\0b\n\x1b[2Jc\n\xff\xfe", 12);
    expect(1, "1 a\xe2\x90\x80"
              "b\n2 \xe2\x90\x9b[2Jc\n3 \xef\xbf\xbd\n");
}

static void text_of_sixteen_bits_is_read_like_any_other(void **state)
{
    (void)state;
    write_bytes("\xff\xfe"
                "a\0\n\0b\0",
                8);
    expect(2, "1 a\n2 b\n");
    write_bytes("\xef\xbb\xbfz\n", 5);
    expect(1, "1 z\n");
}

static void a_long_line_says_that_it_goes_on(void **state)
{
    static char text[90000];
    (void)state;
    for (size_t i = 0; i + 3 < sizeof text; i += 3)
        memcpy(text + i, "\xe6\x97\xa5", 3);
    write_text(text);
    assert_true(excerpt_read(path, 1, out, sizeof out, &err));
    assert_non_null(strstr(out, "[the line goes on]"));
    assert_true(strlen(out) < EXCERPT_LINE_MAX + 40);
    assert_true(text_is_utf8(out, strlen(out)));
    assert_null(strstr(out, "\xef\xbf\xbd"));
}

static void seven_long_lines_fit_all_the_same(void **state)
{
    static char text[7 * 2001 + 1];
    (void)state;
    for (int i = 0; i < 7; i++) {
        memset(text + i * 2001, '\x01', 2000);
        text[i * 2001 + 2000] = '\n';
    }
    write_text(text);
    assert_true(excerpt_read(path, 4, out, sizeof out, &err));
    assert_non_null(strstr(out, "\n7 "));
    assert_int_equal(out[strlen(out) - 1], '\n');
}

static void what_is_no_file_is_refused_with_a_sentence(void **state)
{
    (void)state;
    assert_false(excerpt_read("/tmp", 1, out, sizeof out, &err));
    assert_non_null(strstr(err.text, "/tmp cannot be read again"));
    assert_false(excerpt_read("/nowhere/x.ini", 1, out, sizeof out, &err));
    assert_string_equal(out, "");
    unlink(path);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_false(excerpt_read(path, 1, out, sizeof out, &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define WITH_FILE(test)                                                        \
    cmocka_unit_test_setup_teardown(test, open_file, remove_file)
        WITH_FILE(seven_lines_stand_around_the_one_that_is_meant),
        WITH_FILE(there_are_fewer_at_the_ends_of_the_file),
        WITH_FILE(a_line_that_is_not_there_any_more_gives_none),
        WITH_FILE(lines_end_as_the_reader_of_decks_ends_them),
        WITH_FILE(what_cannot_be_seen_is_shown),
        WITH_FILE(text_of_sixteen_bits_is_read_like_any_other),
        WITH_FILE(a_long_line_says_that_it_goes_on),
        WITH_FILE(seven_long_lines_fit_all_the_same),
        WITH_FILE(what_is_no_file_is_refused_with_a_sentence),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
