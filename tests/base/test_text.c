/* Folding, words, edits, breaks, and what cannot be seen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/text.h"

static struct arena arena;

static int begin(void **state)
{
    (void)state;
    arena_init(&arena, (size_t)1 << 28);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

struct pair {
    const char *a;
    const char *b;
};

static void texts_that_readers_call_the_same_fold_alike(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"Zürich", "ZURICH"},
        {"Zu\xcc\x88rich", "zürich"},
        {"１９６０年", "1960年"},
        {"ＡＢＣ", "abc"},
        {"ソウル", "そうる"},
        {"ｿｳﾙ", "ソウル"},
        {"ガ", "カ\xe3\x82\x99"},
        {"Washington, D.C.", "washington dc"},
        {"Washington, Ｄ．Ｃ．", "washington dc"},
        {"Japan’s", "Japan's"},
        {"Japan's", "japans"},
        {"São Tomé's", "Sao Tomes"},
        {"Japan–United States", "Japan-United States"},
        {"Japan−US", "Japan—US"},
        {"  two\u3000wide\u00a0spaces ", "two wide spaces"},
        {"Straße", "STRASSE"},
        {"Łódź", "Lodz"},
        {"Ὀδυσσεύς", "οδυσσευσ"},
        {"soft\u00adhyphen", "softhyphen"},
        {"\"quoted\"", "“quoted”"},
        {"A+B", "Ａ＋Ｂ"},
        {"km²", "km2"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        assert_string_equal(text_fold(&arena, pairs[i].a),
                            text_fold(&arena, pairs[i].b));
}

static void texts_that_differ_fold_apart(void **state)
{
    (void)state;
    static const struct pair pairs[] = {
        {"かき", "がき"}, {"1", "10"},      {"article 1", "article 10"},
        {"3.5", "35"},    {"東京", "京東"}, {"は", "ば"},
        {"１０", "1 0"},  {"€5", "£5"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        assert_string_not_equal(text_fold(&arena, pairs[i].a),
                                text_fold(&arena, pairs[i].b));
}

static void a_folded_text_folds_to_itself(void **state)
{
    (void)state;
    static const char *const texts[] = {"Treaty of Mutual Cooperation, 1960",
                                        "日本国とアメリカ合衆国",
                                        "ガギグ D.C. (Zürich)",
                                        "  ",
                                        "",
                                        "...",
                                        "한국어",
                                        "「\u033D",
                                        "ŁÓDŹ’s"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        const char *once = text_fold(&arena, texts[i]);
        assert_string_equal(text_fold(&arena, once), once);
    }
}

static void no_letters_fold_to_nothing(void **state)
{
    (void)state;
    assert_string_equal(text_fold(&arena, " -- . ' \t"), "");
    assert_string_equal(text_fold(&arena, "「」、。"), "");
    assert_int_equal(text_words(&arena, "…").count, 0);
}

static void words_are_cut_at_spaces_and_wide_ones_at_characters(void **state)
{
    (void)state;
    struct text_words words = text_words(&arena, "The U.S.–Japan pact, 1960");
    assert_int_equal(words.count, 5);
    assert_string_equal(words.words[1], "us");
    assert_string_equal(words.words[4], "1960");
    words = text_words(&arena, "安保 条約");
    assert_int_equal(words.count, 4);
    assert_string_equal(words.words[3], "約");
}

static bool has(const char *whole, const char *part)
{
    struct text_words w = text_words(&arena, whole);
    struct text_words p = text_words(&arena, part);
    return text_has_words(&w, &p);
}

static void words_contain_words_and_not_letters(void **state)
{
    (void)state;
    assert_true(has("Washington, D.C.", "washington"));
    assert_true(has("the United States of America", "States of"));
    assert_true(has("日米安全保障条約", "安全保障"));
    assert_false(has("10", "1"));
    assert_false(has("Malabar 2014", "Malabar 14"));
    assert_false(has("united kingdom", "united states"));
    assert_false(has("states united", "united states"));
    assert_false(has("anything", ""));
    assert_false(has("a", "a b"));
}

static void edits_are_counted_in_characters(void **state)
{
    (void)state;
    assert_int_equal(text_edits("canberra", "canberra", 2), 0);
    assert_int_equal(text_edits("canbera", "canberra", 2), 1);
    assert_int_equal(text_edits("canberar", "canberra", 2), 1);
    assert_int_equal(text_edits("canbewwa", "canberra", 2), 2);
    assert_int_equal(text_edits("tokyo", "canberra", 2), 3);
    assert_int_equal(text_edits("", "abc", 5), 3);
    assert_int_equal(text_edits("東京", "東狂", 2), 1);
    assert_int_equal(text_edits("\U0001F1EF\U0001F1F5", "", 5), 1);
}

static void long_texts_that_differ_are_never_the_same(void **state)
{
    (void)state;
    char a[602], b[602];
    memset(a, 'a', sizeof a);
    memset(b, 'a', sizeof b);
    a[601] = b[601] = '\0';
    assert_int_equal(text_edits(a, b, 1), 0);
    b[500] = 'b';
    assert_int_equal(text_edits(a, b, 1), 2);
}

static void a_character_is_what_a_reader_sees(void **state)
{
    (void)state;
    assert_int_equal(text_length("Japan"), 5);
    assert_int_equal(text_length("日本"), 2);
    assert_int_equal(text_length("e\xcc\x81"), 1);
    assert_int_equal(text_length("\U0001F1EF\U0001F1F5"), 1);
    assert_int_equal(text_length("\U0001F469\u200D\U0001F692"), 1);
    assert_int_equal(text_length("\U0001F1EF\U0001F1F5\U0001F1FA\U0001F1F8"),
                     2);
    assert_int_equal(text_next(""), 0);
    assert_int_equal(text_next("日本"), 3);
}

static void a_million_characters_are_counted_at_once(void **state)
{
    (void)state;
    enum { BYTES = 3 * 1000 * 1000 };
    char *text = arena_alloc(&arena, BYTES + 1);
    for (size_t i = 0; i < BYTES; i += 3)
        memcpy(text + i, "本", 3);
    assert_int_equal(text_length(text), 1000 * 1000);
}

static void a_heap_of_marks_is_cut_between_characters(void **state)
{
    (void)state;
    char text[1001] = "e";
    for (size_t i = 1; i < 999; i += 2)
        memcpy(text + i, "\xcc\x81", 3);
    size_t at = 0;
    for (size_t step; (step = text_next(text + at)) > 0; at += step)
        assert_true(text_is_utf8(text + at, step));
    assert_int_equal(at, 999);
}

static void ill_formed_bytes_become_one_mark_a_run(void **state)
{
    (void)state;
    size_t bad = 9;
    assert_string_equal(text_mended(&arena, "Z\xfc\xfcrich\xff", 8, &bad),
                        "Z\uFFFDrich\uFFFD");
    assert_int_equal(bad, 2);
    assert_string_equal(text_mended(&arena, "\xed\xa0\x80", 3, NULL), "\uFFFD");
    assert_string_equal(text_mended(&arena, "\xc0\x80", 2, NULL), "\uFFFD");
    assert_string_equal(text_mended(&arena, "a\0b", 3, &bad), "a␀b");
    assert_int_equal(bad, 0);
    assert_true(text_is_utf8("日本", 6));
    assert_false(text_is_utf8("日本", 5));
}

static void utf16_becomes_utf8(void **state)
{
    (void)state;
    size_t length = 0;
    static const char little[] = {'a',  0,      '\x3d', '\xd8',
                                  '\0', '\xde', '\0',   '\xd8'};
    static const char big[] = {0, 'a', '\x67', '\x65'};
    assert_string_equal(
        text_from_utf16(&arena, little, sizeof little, true, &length),
        "a\U0001F600\uFFFD");
    assert_int_equal(length, 8);
    assert_string_equal(
        text_from_utf16(&arena, big, sizeof big, false, &length), "a来");
    assert_int_equal(length, 4);
    assert_string_equal(text_from_utf16(&arena, big, 3, false, &length),
                        "a\uFFFD");
    assert_int_equal(length, 4);
}

static void what_cannot_be_seen_is_shown(void **state)
{
    (void)state;
    const char *plain = "日本\nUnited States";
    assert_ptr_equal(text_visible(&arena, plain), plain);
    assert_string_equal(text_visible(&arena, "a\x1f\x7f"), "a␟␡");
    assert_string_equal(text_visible(&arena, "a\u202Eb"), "a[U+202E]b");
    assert_string_equal(text_visible(&arena, "\uFEFFa\xc2\x85"),
                        "[U+FEFF]a[U+0085]");
    assert_string_equal(text_visible(&arena, "a\u2028b\U0001FFFE"),
                        "a[U+2028]b[U+1FFFE]");
}

static void lines_may_break_where_unicode_lets_them(void **state)
{
    (void)state;
    unsigned char breaks[16];
    text_line_breaks("a bc\nd", 6, breaks);
    assert_int_equal(breaks[1], TEXT_NO_BREAK);
    assert_int_equal(breaks[2], TEXT_MAY_BREAK);
    assert_int_equal(breaks[3], TEXT_NO_BREAK);
    text_line_breaks("日本。", 9, breaks);
    assert_int_equal(breaks[3], TEXT_MAY_BREAK);
    assert_int_equal(breaks[6], TEXT_NO_BREAK);
    text_line_breaks("a\u00a0b", 4, breaks);
    assert_int_equal(breaks[3], TEXT_NO_BREAK);
}

static void json_is_quoted_and_never_overruns(void **state)
{
    (void)state;
    char out[64];
    size_t used = 0;
    assert_true(text_json("a\"\\\n\x01日", out, sizeof out, &used));
    assert_string_equal(out, "\"a\\\"\\\\\\n\\u0001日\"");
    assert_int_equal(used, strlen(out));
    for (size_t size = 0; size < 19; size++) {
        char small[32];
        memset(small, 'x', sizeof small);
        used = 0;
        assert_false(text_json("a\"\\\n\x01日", small, size, &used));
        assert_int_equal(used, 0);
        assert_int_equal(small[size], 'x');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_that_readers_call_the_same_fold_alike),
        cmocka_unit_test(texts_that_differ_fold_apart),
        cmocka_unit_test(a_folded_text_folds_to_itself),
        cmocka_unit_test(no_letters_fold_to_nothing),
        cmocka_unit_test(words_are_cut_at_spaces_and_wide_ones_at_characters),
        cmocka_unit_test(words_contain_words_and_not_letters),
        cmocka_unit_test(edits_are_counted_in_characters),
        cmocka_unit_test(long_texts_that_differ_are_never_the_same),
        cmocka_unit_test(a_character_is_what_a_reader_sees),
        cmocka_unit_test(a_million_characters_are_counted_at_once),
        cmocka_unit_test(a_heap_of_marks_is_cut_between_characters),
        cmocka_unit_test(ill_formed_bytes_become_one_mark_a_run),
        cmocka_unit_test(utf16_becomes_utf8),
        cmocka_unit_test(what_cannot_be_seen_is_shown),
        cmocka_unit_test(lines_may_break_where_unicode_lets_them),
        cmocka_unit_test(json_is_quoted_and_never_overruns),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, begin, end);
}
