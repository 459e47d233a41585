/* Decks by chance: what the format allows is read as it was written, and no
 * bytes stop the reader. */
#include "deck_reading.h"

#include <stdlib.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_decks_are_read_as_they_were_written),
        cmocka_unit_test(no_bytes_whatever_stop_the_reader),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
