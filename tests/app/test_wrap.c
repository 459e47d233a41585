#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/wrap.h"
#include "base/random.h"
#include "base/text.h"

/* Every character is 10 px wide; the bytes looked at are counted, since they
 * are what a real font's time goes by. */
struct ruler {
    size_t bytes;
};

static int ruler_width(void *self, enum face face, int size, const char *lang,
                       const char *text, size_t length)
{
    struct ruler *ruler = self;
    int characters = 0;
    (void)face, (void)size, (void)lang;
    for (size_t i = 0; i < length; i++)
        characters += ((unsigned char)text[i] & 0xc0) != 0x80;
    ruler->bytes += length;
    return 10 * characters;
}

static int ruler_ascent(void *self, enum face face, int size)
{
    (void)self, (void)face;
    return size;
}

struct desk {
    struct arena arena;
    struct ruler ruler;
    struct text_metrics metrics;
};

static const struct text_style plain = {FACE_SERIF, 20, NULL};

static int open_desk(void **state)
{
    static struct desk desk;
    memset(&desk, 0, sizeof desk);
    arena_init(&desk.arena, (size_t)64 << 20);
    desk.metrics =
        (struct text_metrics){&desk.ruler, ruler_width, ruler_ascent};
    *state = &desk;
    return 0;
}

static int close_desk(void **state)
{
    struct desk *desk = *state;
    arena_release(&desk->arena);
    return 0;
}

static struct text_lines wrap(struct desk *desk, const char *text,
                              int characters)
{
    return wrap_text(&desk->metrics, plain, text, 10 * characters,
                     &desk->arena);
}

static struct text_lines balance(struct desk *desk, const char *text,
                                 int characters)
{
    return wrap_balanced(&desk->metrics, plain, text, 10 * characters,
                         &desk->arena);
}

/* The lines with "|" between them. */
static const char *shown(struct desk *desk, struct text_lines lines)
{
    const char *all = "";
    for (int i = 0; i < lines.count; i++)
        all = arena_printf(&desk->arena, "%s%s%s", all, i ? "|" : "",
                           lines.lines[i].text);
    return all;
}

static void words_fill_lines_and_are_not_cut(void **state)
{
    struct desk *desk = *state;
    const char *text = "Act to meet the common danger";
    assert_string_equal(shown(desk, wrap(desk, text, 12)),
                        "Act to meet|the common|danger");
    assert_string_equal(shown(desk, wrap(desk, text, 11)),
                        "Act to meet|the common|danger");
    assert_string_equal(shown(desk, wrap(desk, text, 10)),
                        "Act to|meet the|common|danger");
    assert_string_equal(shown(desk, wrap(desk, text, 100)), text);
}

static void no_text_is_no_line(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(wrap(desk, "", 10).count, 0);
    assert_int_equal(balance(desk, "", 10).count, 0);
}

static void a_line_feed_ends_a_line_and_is_not_measured(void **state)
{
    struct desk *desk = *state;
    assert_string_equal(shown(desk, wrap(desk, "one\ntwo\n\nthree", 5)),
                        "one|two||three");
    assert_string_equal(shown(desk, wrap(desk, "exact\nexact", 5)),
                        "exact|exact");
}

static void a_word_longer_than_the_line_is_cut_and_nothing_is_lost(void **state)
{
    struct desk *desk = *state;
    assert_string_equal(
        shown(desk, wrap(desk, "an antidisestablishmentarian view", 10)),
        "an|antidisest|ablishment|arian view");
    assert_string_equal(shown(desk, wrap(desk, "abc", 0)), "a|b|c");
}

static void a_cut_word_keeps_characters_whole(void **state)
{
    struct desk *desk = *state;
    /* flags of Japan, the United Kingdom and India: two code points each */
    const char *flags = "\xf0\x9f\x87\xaf\xf0\x9f\x87\xb5"
                        "\xf0\x9f\x87\xac\xf0\x9f\x87\xa7"
                        "\xf0\x9f\x87\xae\xf0\x9f\x87\xb3";
    struct text_lines lines = wrap(desk, flags, 3);
    assert_int_equal(lines.count, 3);
    for (int i = 0; i < 3; i++)
        assert_int_equal(strlen(lines.lines[i].text), 8);
    lines = wrap(desk,
                 "e\xcc\x81"
                 "e\xcc\x81"
                 "e\xcc\x81",
                 3);
    assert_int_equal(lines.count, 3);
    assert_string_equal(lines.lines[2].text, "e\xcc\x81");
}

static bool begins_with_one_of(const char *text, const char *const *marks)
{
    for (; *marks; marks++)
        if (strncmp(text, *marks, strlen(*marks)) == 0)
            return true;
    return false;
}

/* Kinsoku: no line begins with a stop, a closing bracket or small kana, none
 * ends with an opening bracket. */
static void japanese_lines_begin_and_end_as_they_should(void **state)
{
    static const char *const never_first[] = {"、", "。", "」", "）", "ー",
                                              "っ", "ゃ", "々", "？", NULL};
    struct desk *desk = *state;
    const char *text = "日本国とアメリカ合衆国との間の「相互協力及び安全保障条"
                       "約」（昭和三十五年）は、ワシントンで署名された。一層の"
                       "友好関係を強化したっけ？人々の「平和」を、願って。";
    for (int width = 2; width < 30; width++) {
        struct text_lines lines = wrap(desk, text, width);
        for (int i = 0; i < lines.count; i++) {
            const char *line = lines.lines[i].text;
            size_t length = strlen(line);
            /* two characters hold no word with its stop and its brackets */
            if (width < 8)
                continue;
            assert_true(i == 0 || !begins_with_one_of(line, never_first));
            assert_false(length >= 3 && strcmp(line + length - 3, "「") == 0);
        }
        const char *joined = "";
        for (int i = 0; i < lines.count; i++)
            joined =
                arena_printf(&desk->arena, "%s%s", joined, lines.lines[i].text);
        assert_string_equal(joined, text);
    }
}

static void widths_are_those_of_the_lines(void **state)
{
    struct desk *desk = *state;
    struct text_lines lines = wrap(desk, "one two  three", 8);
    assert_int_equal(lines.count, 2);
    assert_string_equal(lines.lines[0].text, "one two");
    assert_int_equal(lines.lines[0].width, 70);
    assert_int_equal(lines.lines[1].width, 50);
}

/* The plain way: word by word, each as far as it goes. */
static const char *greedy(struct desk *desk, const char *text, int width)
{
    const char *all = "";
    const char *line = "";
    char word[32];
    int used;
    for (const char *p = text; sscanf(p, "%31s%n", word, &used) == 1;
         p += used) {
        size_t wanted = strlen(line) + (line[0] != 0) + strlen(word);
        if (line[0] && wanted > (size_t)width) {
            all = arena_printf(&desk->arena, "%s%s|", all, line);
            line = "";
        }
        line = arena_printf(&desk->arena, "%s%s%s", line, line[0] ? " " : "",
                            word);
    }
    return arena_printf(&desk->arena, "%s%s", all, line);
}

static void steps_find_the_same_lines_as_word_by_word(void **state)
{
    struct desk *desk = *state;
    struct random random = random_seeded(7);
    for (int round = 0; round < 300; round++) {
        char text[512];
        size_t used = 0;
        int words = 1 + (int)random_below(&random, 60);
        for (int i = 0; i < words; i++) {
            int length = 1 + (int)random_below(&random, 7);
            for (int k = 0; k < length; k++)
                text[used++] = (char)('a' + random_below(&random, 26));
            text[used++] = ' ';
        }
        text[used - 1] = '\0';
        int width = 8 + (int)random_below(&random, 40);
        assert_string_equal(shown(desk, wrap(desk, text, width)),
                            greedy(desk, text, width));
    }
}

static void balanced_lines_are_even_and_no_more(void **state)
{
    struct desk *desk = *state;
    const char *text = "When did the treaty enter into force?";
    assert_string_equal(shown(desk, wrap(desk, text, 30)),
                        "When did the treaty enter into|force?");
    assert_string_equal(shown(desk, balance(desk, text, 30)),
                        "When did the treaty|enter into force?");
}

static void no_word_is_cut_for_balance(void **state)
{
    struct desk *desk = *state;
    const char *text = "a incomprehensibilities b";
    assert_string_equal(shown(desk, balance(desk, text, 22)),
                        shown(desk, wrap(desk, text, 22)));
}

static size_t bytes_measured(struct desk *desk, const char *piece,
                             int characters)
{
    size_t length = strlen(piece);
    char *text = arena_alloc(&desk->arena, (size_t)characters * length + 1);
    for (int i = 0; i < characters; i++)
        memcpy(text + (size_t)i * length, piece, length);
    desk->ruler.bytes = 0;
    wrap(desk, text, 60);
    return desk->ruler.bytes;
}

/* 32,000 characters cost eight times what 4,000 do, not 64 times. */
static void time_goes_with_the_length_of_the_text(void **state)
{
    static const char *const pieces[] = {"word ", "x", "条", "日本 "};
    struct desk *desk = *state;
    for (int i = 0; i < 4; i++) {
        size_t few = bytes_measured(desk, pieces[i], 4000);
        size_t many = bytes_measured(desk, pieces[i], 32000);
        assert_true(many < 9 * few);
        assert_true(many < 32000 * strlen(pieces[i]) * 64);
    }
}

#define AT_A_DESK(test)                                                        \
    cmocka_unit_test_setup_teardown(test, open_desk, close_desk)

int main(void)
{
    const struct CMUnitTest tests[] = {
        AT_A_DESK(words_fill_lines_and_are_not_cut),
        AT_A_DESK(no_text_is_no_line),
        AT_A_DESK(a_line_feed_ends_a_line_and_is_not_measured),
        AT_A_DESK(a_word_longer_than_the_line_is_cut_and_nothing_is_lost),
        AT_A_DESK(a_cut_word_keeps_characters_whole),
        AT_A_DESK(japanese_lines_begin_and_end_as_they_should),
        AT_A_DESK(widths_are_those_of_the_lines),
        AT_A_DESK(steps_find_the_same_lines_as_word_by_word),
        AT_A_DESK(balanced_lines_are_even_and_no_more),
        AT_A_DESK(no_word_is_cut_for_balance),
        AT_A_DESK(time_goes_with_the_length_of_the_text),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
