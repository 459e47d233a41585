/* Decks as people write them, well and badly, and what is read from them. */
#include "deck_reading.h"

#include <stdlib.h>

static void a_deck_is_sections_keys_and_values(void **state)
{
    (void)state;
    assert_reads("; a comment\n"
                 "[deck]\n"
                 "title   = Japan\n"
                 "\n"
                 "# another\n"
                 "[treaty us-1960]\n"
                 "party= Japan\n"
                 "party =United States\n"
                 "article 5.why = yes\n"
                 "empty =\n",
                 "2: [deck|]\n"
                 "3: title|Japan\n"
                 "6: [treaty|us-1960]\n"
                 "7: party|Japan\n"
                 "8: party|United States\n"
                 "9: article 5.why|yes\n"
                 "10: empty|\n");
}

static void two_sections_alike_in_a_row_are_two(void **state)
{
    (void)state;
    assert_reads("[card a]\n[card a]\nask = 1\n[card a]\nask = 2\n",
                 "1: [card|a]\n"
                 "2: [card|a]\n"
                 "3: ask|1\n"
                 "4: [card|a]\n"
                 "5: ask|2\n");
}

static void lines_that_go_on_are_joined_by_a_space(void **state)
{
    (void)state;
    assert_reads("[card a]\n"
                 "why = one\n"
                 "  two\n"
                 "\t three \n"
                 "ask =\n"
                 "  four\n",
                 "1: [card|a]\n"
                 "2: why|one two three\n"
                 "5: ask|four\n");
}

static void a_blank_line_inside_a_value_is_a_paragraph(void **state)
{
    (void)state;
    assert_reads("[card a]\n"
                 "why = one\n"
                 "\n"
                 " \t\n"
                 "  two\n"
                 "\n"
                 "ask = three\n"
                 "\n",
                 "1: [card|a]\n"
                 "2: why|one\n\ntwo\n"
                 "7: ask|three\n");
}

static void semicolons_and_hashes_inside_a_value_are_text(void **state)
{
    (void)state;
    assert_reads("[card a]\n"
                 "why = one ; two;three # four\n"
                 "  ; five\n"
                 "  # six\n"
                 "; a comment does not end the value\n"
                 "  [seven] = \"eight ; nine\"\n"
                 "a ;b = ;\n",
                 "1: [card|a]\n"
                 "2: why|one ; two;three # four ; five # six "
                 "[seven] = \"eight ; nine\"\n"
                 "7: a ;b|;\n");
}

static void only_the_first_equals_sign_parts_key_and_value(void **state)
{
    (void)state;
    assert_reads("[card a]\nask = a = b: c\nx:y = 1\n",
                 "1: [card|a]\n2: ask|a = b: c\n3: x:y|1\n");
}

static void wide_and_unbroken_spaces_are_blanks(void **state)
{
    (void)state;
    assert_reads("[card\xe3\x80\x80"
                 "a]\n"
                 "ask\xc2\xa0=\xe3\x80\x80one\xe3\x80\x80\n"
                 "\xe3\x80\x80two\xc2\xa0\n",
                 "1: [card|a]\n2: ask|one two\n");
}

static void every_end_of_line_is_counted_once(void **state)
{
    (void)state;
    assert_reads("[card a]\r\nask = 1\r\n\r\nwhy = 2\r\n",
                 "1: [card|a]\n2: ask|1\n4: why|2\n");
    assert_reads("[card a]\rask = 1\r\rwhy = 2",
                 "1: [card|a]\n2: ask|1\n4: why|2\n");
}

static void a_key_of_49_bytes_keeps_a_long_value_whole(void **state)
{
    (void)state;
    char text[4096] = "[card a]\n";
    char key[] = "0123456789;123456789;123456789;123456789;12345678";
    assert_int_equal(strlen(key), 49);
    char long_value[1001];
    for (size_t i = 0; i < 1000; i++)
        long_value[i] = (char)('a' + i % 26);
    long_value[1000] = '\0';
    sprintf(text + strlen(text), "%s = %s\n", key, long_value);
    struct reading reading;

    read_text(&reading, text);

    assert_int_equal(reading.problems.count, 0);
    assert_string_equal(entry(&reading, 0, 0)->key, key);
    assert_string_equal(value(&reading, 0, 0), long_value);
    release(&reading);
}

static void a_section_id_may_have_49_bytes(void **state)
{
    (void)state;
    assert_reads("[information-security-agreement "
                 "0123456789012345678901234567890123456789012345678]\n"
                 "a = 1\n",
                 "1: [information-security-agreement|"
                 "0123456789012345678901234567890123456789012345678]\n"
                 "2: a|1\n");
}

static void
names_that_are_too_long_are_refused_with_what_is_theirs(void **state)
{
    (void)state;
    assert_reads("[card 01234567890123456789012345678901234567890123456789]\n"
                 "ask = lost\n"
                 "[card b]\n"
                 "01234567890123456789012345678901234567890123456789 = lost\n"
                 "  lost too\n"
                 "ask = kept\n",
                 "1: section: the section's name is too long; its keys are "
                 "left out\n"
                 "4: key: the key is too long\n"
                 "3: [card|b]\n"
                 "6: ask|kept\n");
}

static void what_is_not_understood_is_named_and_the_rest_read(void **state)
{
    (void)state;
    assert_reads("ask = too early\n"
                 "[card a\n"
                 "ask = 1\n"
                 "this line has nothing\n"
                 "  and goes on\n"
                 "why: with a colon\n"
                 "= no key\n"
                 "[card b] said who\n"
                 "why = 2\n"
                 "[]\n"
                 "why = 3\n",
                 "1: section: the key stands before the first section\n"
                 "2: section: the section has no closing bracket\n"
                 "4: line: \"this line has nothing\" has no equals sign\n"
                 "6: line: \"why: with a colon\" has no equals sign\n"
                 "7: key: there is no key before the equals sign\n"
                 "8: section: what follows the closing bracket is not read\n"
                 "10: section: the section has no name; its keys are left "
                 "out\n"
                 "2: [card|a]\n"
                 "3: ask|1\n"
                 "8: [card|b]\n"
                 "9: why|2\n");
}

static void an_indented_key_is_read_and_named(void **state)
{
    (void)state;
    assert_reads("[card a]\n  ; a comment\n  ask = 1\n  why = 2\n",
                 "3: line: the key is indented, so indented lines below it "
                 "are read as its value\n"
                 "1: [card|a]\n"
                 "3: ask|1 why = 2\n");
}

static void both_sides_of_a_merge_are_kept_and_the_marks_named(void **state)
{
    (void)state;
    assert_reads("[card a]\n"
                 "<<<<<<< HEAD\n"
                 "ask = mine\n"
                 "||||||| base\n"
                 "=======\n"
                 "ask = theirs\n"
                 ">>>>>>> other\n"
                 "why = ======= no mark\n",
                 "2: conflict: the file was merged and both sides still stand "
                 "in it\n"
                 "4: conflict: the file was merged and both sides still stand "
                 "in it\n"
                 "5: conflict: the file was merged and both sides still stand "
                 "in it\n"
                 "7: conflict: the file was merged and both sides still stand "
                 "in it\n"
                 "1: [card|a]\n"
                 "3: ask|mine\n"
                 "6: ask|theirs\n"
                 "8: why|======= no mark\n");
}

static void a_file_without_sections_says_so(void **state)
{
    (void)state;
    const char *empty = "0: empty: the file has no section: 0 cards were "
                        "read\n";
    assert_reads("", empty);
    assert_reads("\xef\xbb\xbf", empty);
    assert_reads("\n ; only\n# comments\n", empty);
}

static void utf16_is_read_by_its_mark(void **state)
{
    (void)state;
    static const char little[] = "\xff\xfe[\0a\0]\0\n\0k\0=\0\x65\x67\x3d\xd8"
                                 "\x00\xde\n";
    static const char big[] = "\xfe\xff\0[\0a\0]\0\n\0k\0=\x67\x65\xd8\x3d\xde";
    struct reading reading;

    read_bytes(&reading, little, sizeof little);

    assert_string_equal(dump(&reading),
                        "1: [a|]\n2: k|\xe6\x9d\xa5\xf0\x9f\x98\x80\n");
    release(&reading);

    read_bytes(&reading, big, sizeof big);

    assert_string_equal(dump(&reading),
                        "1: [a|]\n2: k|\xe6\x9d\xa5\xf0\x9f\x98\x80\n");
    release(&reading);
}

static void a_character_that_was_lost_is_named_with_its_line(void **state)
{
    (void)state;
    static const char half[] = "\xff\xfe[\0a\0]\0\n\0k\0=\0\x00\xd8.";
    const char *expected =
        "2: lost: the line has \xef\xbf\xbd in place of a character that was "
        "lost\n"
        "1: [a|]\n";
    struct reading reading;

    read_bytes(&reading, half, sizeof half - 1);

    assert_string_equal(dump(&reading),
                        arena_printf(&reading.arena,
                                     "%s2: k|\xef\xbf\xbd\xef\xbf\xbd\n",
                                     expected));
    release(&reading);

    read_text(&reading, "[a]\nk = Z\xef\xbf\xbdrich\n");

    assert_string_equal(
        dump(&reading),
        arena_printf(&reading.arena, "%s2: k|Z\xef\xbf\xbdrich\n", expected));
    release(&reading);
}

static void
bytes_that_are_no_utf8_are_marked_and_their_lines_named(void **state)
{
    (void)state;
    const char *said = "the line has bytes that are not UTF-8; each run of "
                       "them is shown as \xef\xbf\xbd";
    struct reading reading;

    /* Latin-1, then Shift-JIS (one byte of it is a plain letter), then a
     * surrogate written as UTF-8 */
    read_text(&reading, "[card a]\nask = Z\xfcrich\nwhy = \x93\xfa\x96\x7b\n"
                        "a = 1\nb = \xed\xa0\x80.\n");

    assert_string_equal(
        dump(&reading),
        arena_printf(&reading.arena,
                     "2: encoding: %s\n3: encoding: %s\n5: encoding: %s\n"
                     "1: [card|a]\n"
                     "2: ask|Z\xef\xbf\xbdrich\n"
                     "3: why|\xef\xbf\xbd{\n"
                     "4: a|1\n"
                     "5: b|\xef\xbf\xbd.\n",
                     said, said, said));
    assert_int_equal(reading.problems.errors, 3);
    release(&reading);
}

static void after_twenty_bad_lines_the_rest_is_counted(void **state)
{
    (void)state;
    char text[1024] = "[card a]\n";
    for (int i = 0; i < 50; i++)
        strcat(text, "a = \xff\n");
    struct reading reading;

    read_text(&reading, text);

    assert_int_equal(reading.problems.count, 21);
    assert_string_equal(reading.problems.list[20].message,
                        "30 more lines have the same fault");
    assert_int_equal(reading.source.sections[0].count, 50);
    release(&reading);
}

static void what_cannot_be_seen_becomes_a_mark(void **state)
{
    (void)state;
    static const char text[] = "[card a]\n"
                               "ask = a\0b\n"
                               "why = a\x1f"
                               "b\xe2\x80\xae"
                               "c\n"
                               "x\t=\ttab\t\xe6\x97\xa5\n";
    struct reading reading;

    read_bytes(&reading, text, sizeof text - 1);

    assert_string_equal(dump(&reading),
                        "2: control: the line has a character that cannot be "
                        "seen; it is shown as a mark\n"
                        "3: control: the line has a character that cannot be "
                        "seen; it is shown as a mark\n"
                        "1: [card|a]\n"
                        "2: ask|a\xe2\x90\x80"
                        "b\n"
                        "3: why|a\xe2\x90\x9f"
                        "b[U+202E]c\n"
                        "4: x|tab \xe6\x97\xa5\n");
    assert_int_equal(reading.problems.errors, 0);
    release(&reading);
}

/* A deck with one value of so many bytes. */
static char *deck_of(size_t bytes, char letter)
{
    char *text = malloc(bytes + 64);
    size_t used = (size_t)sprintf(text, "[card a]\nwhy = ");
    memset(text + used, letter, bytes);
    strcpy(text + used + bytes, "\nask = 1\n");
    return text;
}

static void a_value_of_1_mib_is_kept_and_a_longer_one_refused(void **state)
{
    (void)state;
    char *fits = deck_of(SOURCE_VALUE_MAX, ';');
    char *too_long = deck_of(SOURCE_VALUE_MAX + 1, ';');
    struct reading reading;

    read_text(&reading, fits);

    assert_int_equal(reading.problems.count, 0);
    assert_int_equal(strlen(value(&reading, 0, 0)), SOURCE_VALUE_MAX);
    release(&reading);

    read_text(&reading, too_long);

    assert_string_equal(dump(&reading),
                        "2: value: the value of \"why\" is longer than 1 MiB "
                        "and is left out\n"
                        "1: [card|a]\n"
                        "3: ask|1\n");
    release(&reading);
    free(fits);
    free(too_long);
}

static void a_line_of_60_mb_of_rubbish_is_refused(void **state)
{
    (void)state;
    char *text = deck_of(60 * 1000 * 1000, '\xff');
    struct reading reading;

    read_text(&reading, text);

    assert_string_equal(dump(&reading),
                        "2: value: the line is longer than 1 MiB and is left "
                        "out\n"
                        "1: [card|a]\n"
                        "3: ask|1\n");
    release(&reading);
    free(text);
}

/* A deck of one line, over and over. */
static char *deck_of_lines(const char *first, const char *line, size_t count)
{
    size_t length = strlen(line);
    char *text = malloc(strlen(first) + count * length + 1);
    char *end = stpcpy(text, first);
    for (size_t i = 0; i < count; i++, end += length)
        memcpy(end, line, length);
    *end = '\0';
    return text;
}

static void
a_deck_of_too_many_sections_or_keys_is_read_as_far_as_it_may(void **state)
{
    (void)state;
    struct reading reading;
    char *sections = deck_of_lines("", "[a]\n", DECK_SECTIONS_MAX + 3);
    char *keys = deck_of_lines("[a]\n", "k=\n", DECK_ENTRIES_MAX + 3);

    read_text(&reading, sections);

    assert_int_equal(reading.source.count, DECK_SECTIONS_MAX);
    assert_int_equal(reading.problems.count, 1);
    assert_int_equal(reading.problems.list[0].line, DECK_SECTIONS_MAX + 1);
    assert_string_equal(reading.problems.list[0].message,
                        "the file has more than 2000000 sections; from here "
                        "on nothing is read");
    release(&reading);

    read_text(&reading, keys);

    assert_int_equal(reading.source.sections[0].count, DECK_ENTRIES_MAX);
    assert_int_equal(reading.problems.count, 1);
    assert_int_equal(reading.problems.list[0].line, DECK_ENTRIES_MAX + 2);
    assert_string_equal(reading.problems.list[0].message,
                        "the file has more than 5000000 keys; from here on "
                        "nothing is read");
    release(&reading);
    free(sections);
    free(keys);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_deck_is_sections_keys_and_values),
        cmocka_unit_test(two_sections_alike_in_a_row_are_two),
        cmocka_unit_test(lines_that_go_on_are_joined_by_a_space),
        cmocka_unit_test(a_blank_line_inside_a_value_is_a_paragraph),
        cmocka_unit_test(semicolons_and_hashes_inside_a_value_are_text),
        cmocka_unit_test(only_the_first_equals_sign_parts_key_and_value),
        cmocka_unit_test(wide_and_unbroken_spaces_are_blanks),
        cmocka_unit_test(every_end_of_line_is_counted_once),
        cmocka_unit_test(a_key_of_49_bytes_keeps_a_long_value_whole),
        cmocka_unit_test(a_section_id_may_have_49_bytes),
        cmocka_unit_test(
            names_that_are_too_long_are_refused_with_what_is_theirs),
        cmocka_unit_test(what_is_not_understood_is_named_and_the_rest_read),
        cmocka_unit_test(an_indented_key_is_read_and_named),
        cmocka_unit_test(both_sides_of_a_merge_are_kept_and_the_marks_named),
        cmocka_unit_test(a_file_without_sections_says_so),
        cmocka_unit_test(utf16_is_read_by_its_mark),
        cmocka_unit_test(a_character_that_was_lost_is_named_with_its_line),
        cmocka_unit_test(
            bytes_that_are_no_utf8_are_marked_and_their_lines_named),
        cmocka_unit_test(after_twenty_bad_lines_the_rest_is_counted),
        cmocka_unit_test(what_cannot_be_seen_becomes_a_mark),
        cmocka_unit_test(a_value_of_1_mib_is_kept_and_a_longer_one_refused),
        cmocka_unit_test(a_line_of_60_mb_of_rubbish_is_refused),
        cmocka_unit_test(
            a_deck_of_too_many_sections_or_keys_is_read_as_far_as_it_may),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
