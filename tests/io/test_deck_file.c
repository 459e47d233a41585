/* Decks as people write them, well and badly, and what is read from them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "io/deck_file.h"

/* One reading: what came of it, and in which arena. */
struct reading {
    struct arena arena;
    struct problems problems;
    struct source source;
    bool read;
};

static struct reading reading_begun(void)
{
    struct reading reading = {.read = false};
    arena_init(&reading.arena, (size_t)1 << 30);
    return reading;
}

static void read_bytes(struct reading *reading, const char *bytes,
                       size_t length)
{
    *reading = reading_begun();
    problems_init(&reading->problems, &reading->arena);
    reading->read = deck_text_read(bytes, length, "a.ini", &reading->arena,
                                   &reading->source, &reading->problems);
}

static void read_text(struct reading *reading, const char *text)
{
    read_bytes(reading, text, strlen(text));
}

static void read_path(struct reading *reading, const char *path)
{
    *reading = reading_begun();
    problems_init(&reading->problems, &reading->arena);
    reading->read = deck_file_read(path, path, &reading->arena,
                                   &reading->source, &reading->problems);
}

static void release(struct reading *reading)
{
    arena_release(&reading->arena);
}

static const struct entry *entry(const struct reading *reading, size_t section,
                                 size_t i)
{
    assert_true(section < reading->source.count);
    assert_true(i < reading->source.sections[section].count);
    return &reading->source.sections[section].entries[i];
}

static const char *value(const struct reading *reading, size_t section,
                         size_t i)
{
    return entry(reading, section, i)->value;
}

/* What was read, as a text: problems first, then sections. */
static char *dump(struct reading *reading)
{
    struct arena *arena = &reading->arena;
    char *out = arena_text(arena, "");
    for (size_t i = 0; i < reading->problems.count; i++) {
        const struct problem *p = &reading->problems.list[i];
        out = arena_printf(arena, "%s%d: %s: %s\n", out, p->line, p->rule,
                           p->message);
    }
    for (size_t i = 0; i < reading->source.count; i++) {
        const struct section *s = &reading->source.sections[i];
        out = arena_printf(arena, "%s%d: [%s|%s]\n", out, s->line, s->sort,
                           s->id);
        for (size_t j = 0; j < s->count; j++)
            out = arena_printf(arena, "%s%d: %s|%s\n", out, s->entries[j].line,
                               s->entries[j].key, s->entries[j].value);
    }
    return out;
}

static void assert_reads(const char *text, const char *expected)
{
    struct reading reading;
    read_text(&reading, text);
    assert_string_equal(dump(&reading), expected);
    release(&reading);
}

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

/* Random decks, written by the rules of the format and read again. */

struct random_deck {
    uint64_t state;
    char *text;
    size_t length;
    char *expected;
    size_t expected_length;
    size_t room;
};

static uint64_t dice(struct random_deck *deck, uint64_t n)
{
    deck->state = deck->state * 6364136223846793005u + 1442695040888963407u;
    return (deck->state >> 33) % n;
}

static void put(struct random_deck *deck, const char *text, bool both)
{
    size_t length = strlen(text);
    assert_true(deck->length + length < deck->room);
    assert_true(deck->expected_length + length < deck->room);
    memcpy(deck->text + deck->length, text, length + 1);
    deck->length += length;
    if (!both)
        return;
    memcpy(deck->expected + deck->expected_length, text, length + 1);
    deck->expected_length += length;
}

/* Words with all that is special somewhere; none begins or ends blank. */
static void put_words(struct random_deck *deck, bool first)
{
    static const char *const words[] = {
        ";",
        "#",
        "; a",
        " ;b",
        "\"",
        "'",
        "=",
        "==",
        "[x]",
        "[",
        "]",
        ":",
        "a:b",
        "\\",
        "a\\",
        "\xe6\x9d\xa1",
        "a",
        "Japan",
        "a  b",
        "; ;;",
        "\xc3\x85",
        "\xe2\x80\xa6",
        "\xf0\x9f\x98\x80",
        "#;#",
    };
    size_t count = 1 + dice(deck, dice(deck, 4) ? 6 : 120);
    for (size_t i = 0; i < count; i++) {
        const char *word = words[dice(deck, sizeof words / sizeof words[0])];
        if (i > 0 && dice(deck, 3))
            put(deck, " ", true);
        if (i == 0)
            word += strspn(word, " ");
        if (first && i == 0 && dice(deck, 9) == 0) /* the edge at 199 bytes */
            for (uint64_t n = 55 + dice(deck, 15); n > 0; n--)
                put(deck, "\xe6\x9d\xa1", true);
        put(deck, word, true);
    }
}

static void put_entry(struct random_deck *deck)
{
    static const char *const keys[] = {
        "a",
        "article 5.why",
        "name.ja",
        "k;k",
        "k ; k",
        "a:b",
        "\xe6\x9d\xa1",
        "0123456789012345678901234567890123456789012345678"};
    static const char *const ends[] = {"\n", "\r\n", "\n; a comment\n",
                                       " \t\n"};
    const char *key = keys[dice(deck, sizeof keys / sizeof keys[0])];
    put(deck, key, true);
    put(deck, dice(deck, 2) ? " = " : "=", false);
    memcpy(deck->expected + deck->expected_length, "|", 2);
    deck->expected_length++;
    put_words(deck, true);
    for (uint64_t lines = dice(deck, 4); lines > 0; lines--) {
        put(deck, ends[dice(deck, 4)], false);
        bool paragraph = dice(deck, 3) == 0;
        if (paragraph)
            put(deck, dice(deck, 2) ? "\n" : "\n \r\n", false);
        put(deck, dice(deck, 2) ? "  " : "\t", false);
        strcpy(deck->expected + deck->expected_length,
               paragraph ? "\n\n" : " ");
        deck->expected_length += paragraph ? 2 : 1;
        put_words(deck, false);
    }
    put(deck, ends[dice(deck, 4)], false);
    strcpy(deck->expected + deck->expected_length, "\n");
    deck->expected_length++;
}

static void put_deck(struct random_deck *deck)
{
    for (uint64_t sections = 1 + dice(deck, 4); sections > 0; sections--) {
        put(deck, "[card a-1]\n", true);
        for (uint64_t entries = dice(deck, 5); entries > 0; entries--)
            put_entry(deck);
    }
}

/* What was read in the form of `expected` above. */
static char *plain_dump(struct reading *reading)
{
    size_t used = 0;
    char *out = arena_alloc(&reading->arena, 1 << 20);
    for (size_t i = 0; i < reading->source.count; i++) {
        const struct section *s = &reading->source.sections[i];
        used += (size_t)sprintf(out + used, "[%s %s]\n", s->sort, s->id);
        for (size_t j = 0; j < s->count; j++)
            used += (size_t)sprintf(out + used, "%s|%s\n", s->entries[j].key,
                                    s->entries[j].value);
    }
    return out;
}

static void random_decks_are_read_as_they_were_written(void **state)
{
    (void)state;
    struct random_deck deck = {.room = 1 << 19};
    deck.text = malloc(deck.room);
    deck.expected = malloc(deck.room);
    for (uint64_t seed = 1; seed <= 2000; seed++) {
        struct reading reading;
        deck.state = seed * 7919;
        deck.length = 0;
        deck.expected_length = 0;
        put_deck(&deck);

        read_bytes(&reading, deck.text, deck.length);

        assert_int_equal(reading.problems.count, 0);
        assert_string_equal(plain_dump(&reading), deck.expected);
        release(&reading);
    }
    free(deck.text);
    free(deck.expected);
}

static void no_bytes_whatever_stop_the_reader(void **state)
{
    (void)state;
    static const char likely[] = "[]=;#: \n\r\t\\\"<>\x01\x02\xe3\x80\xff";
    struct random_deck deck = {.state = 42};
    char text[600];
    for (int round = 0; round < 5000; round++) {
        struct reading reading;
        size_t length = dice(&deck, sizeof text);
        for (size_t i = 0; i < length; i++)
            text[i] = dice(&deck, 2) ? likely[dice(&deck, sizeof likely)]
                                     : (char)dice(&deck, 256);

        read_bytes(&reading, text, length);

        assert_true(reading.read);
        for (size_t i = 0; i < reading.source.count; i++)
            for (size_t j = 0; j < reading.source.sections[i].count; j++) {
                const char *v = value(&reading, i, j);
                assert_true(text_is_utf8(v, strlen(v)));
                assert_ptr_equal(text_visible(&reading.arena, v), v);
            }
        release(&reading);
    }
}

/* Files, in a folder of their own. */

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
        cmocka_unit_test(random_decks_are_read_as_they_were_written),
        cmocka_unit_test(no_bytes_whatever_stop_the_reader),
        cmocka_unit_test(a_file_is_read_under_the_name_it_is_shown_by),
        cmocka_unit_test(what_is_no_plain_file_is_refused_at_once),
        cmocka_unit_test(a_file_over_64_mib_is_refused),
        cmocka_unit_test(the_decks_of_a_folder_are_found_in_order),
        cmocka_unit_test(a_file_is_found_by_its_own_name),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
