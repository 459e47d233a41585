#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/fonts.h"
#include "ui/shaping.h"

static int open_fonts(void **state)
{
    struct error err;
    *state = fonts_open(&err);
    return *state ? 0 : -1;
}

static int close_fonts(void **state)
{
    fonts_close(*state);
    return 0;
}

static int width_in(struct fonts *fonts, const char *lang, const char *text)
{
    struct text_metrics metrics = fonts_metrics(fonts);
    return metrics.width(metrics.self, FACE_SERIF, 20, lang, text,
                         strlen(text));
}

static int width(struct fonts *fonts, const char *text)
{
    return width_in(fonts, NULL, text);
}

static long ink(const SDL_Surface *s)
{
    long sum = 0;
    for (int y = 0; s && y < s->h; y++)
        for (int x = 0; x < s->w; x++)
            sum += ((const uint8_t *)s->pixels)[y * s->pitch + 4 * x + 3];
    return sum / 255;
}

static struct line_image image(struct fonts *fonts, enum face face,
                               const char *lang, const char *text)
{
    return fonts_render(fonts, face, 20, lang, text);
}

static void an_image_is_as_wide_as_was_measured(void **state)
{
    static const char *const texts[] = {
        "Treaty of Mutual Cooperation and Security",
        "Japan–Australia",
        "日本国とアメリカ合衆国との間の条約 (1960)",
        "Zürich שלום 1960 العربية (2016) abc",
        "  two spaces  ",
    };
    struct fonts *fonts = *state;
    for (int face = 0; face < FACE_COUNT; face++)
        for (int i = 0; i < 5; i++) {
            struct text_metrics metrics = fonts_metrics(fonts);
            struct line_image line =
                image(fonts, (enum face)face, NULL, texts[i]);
            assert_non_null(line.surface);
            assert_true(ink(line.surface) > 20);
            assert_int_equal(line.surface->w - line.left,
                             metrics.width(metrics.self, (enum face)face, 20,
                                           NULL, texts[i], strlen(texts[i])));
            assert_true(line.ascent > 0 && line.ascent < line.surface->h);
            SDL_FreeSurface(line.surface);
        }
}

static void a_line_has_the_pixels_of_its_letters(void **state)
{
    struct fonts *fonts = *state;
    struct line_image line = image(fonts, FACE_SERIF, NULL, "H");

    assert_true(ink(line.surface) > 40);
    for (int y = line.ascent; y < line.surface->h; y++)
        for (int x = 0; x < line.surface->w; x++)
            assert_int_equal(
                ((const uint8_t *)
                     line.surface->pixels)[y * line.surface->pitch + 4 * x + 3],
                0);
    SDL_FreeSurface(line.surface);
}

static void text_without_ink_is_no_harm(void **state)
{
    struct fonts *fonts = *state;
    struct line_image nothing = image(fonts, FACE_SANS, NULL, "");
    assert_null(nothing.surface);
    assert_int_equal(width(fonts, ""), 0);

    struct line_image space = image(fonts, FACE_SANS, NULL, "   ");
    assert_int_equal(ink(space.surface), 0);
    assert_true(width(fonts, "   ") > 0);
    SDL_FreeSurface(space.surface);
}

static void what_no_font_has_is_shown_as_a_box(void **state)
{
    static const char *const texts[] = {
        "\xef\xbf\xbf",     /* U+FFFF */
        "\xf4\x8f\xbf\xbf", /* U+10FFFF */
        "\xee\x80\x80",     /* private use */
    };
    struct fonts *fonts = *state;
    for (int i = 0; i < 3; i++) {
        struct line_image line = image(fonts, FACE_SERIF, NULL, texts[i]);
        assert_true(ink(line.surface) > 0);
        SDL_FreeSurface(line.surface);
    }
}

static void emoji_and_flags_are_set_whatever_fonts_there_are(void **state)
{
    static const char *const texts[] = {
        "🇯🇵🇦🇺🇬🇧", "👨‍👩‍👧", "👍🏽",     "❤️",
        "🇯",      "\xe2\x80\x8d",       "a\xe2\x80\x8d"};
    struct fonts *fonts = *state;
    for (int i = 0; i < 7; i++) {
        struct line_image line = image(fonts, FACE_SANS, NULL, texts[i]);
        assert_true(width(fonts, texts[i]) >= 0);
        SDL_FreeSurface(line.surface);
    }
}

static void an_accent_stands_over_its_letter(void **state)
{
    struct fonts *fonts = *state;
    int letter = width(fonts, "ooooo");
    int accented = width(fonts, "oo\xcc\x81ooo");
    assert_true(abs(accented - letter) <= 2);
}

static void an_italic_letter_may_reach_over_to_the_left(void **state)
{
    struct fonts *fonts = *state;
    struct line_image upright = image(fonts, FACE_SANS, NULL, "Hat");
    struct line_image italic = image(fonts, FACE_SERIF_ITALIC, NULL, "Japan");
    assert_int_equal(upright.left, 0);
    assert_true(italic.left >= 0 && italic.left < 10);
    SDL_FreeSurface(upright.surface);
    SDL_FreeSurface(italic.surface);
}

static void a_line_of_20000_px_is_set_whole(void **state)
{
    struct fonts *fonts = *state;
    char text[4001];
    memset(text, 'n', 4000);
    text[4000] = '\0';

    struct line_image line = image(fonts, FACE_SERIF, NULL, text);

    assert_true(line.surface->w > 20000);
    assert_int_equal(line.surface->w - line.left, width(fonts, text));
    SDL_FreeSurface(line.surface);
}

/* An image ends at a limit, in the middle of no character. */
static void a_line_without_end_is_bounded(void **state)
{
    struct fonts *fonts = *state;
    enum { CHARACTERS = 20000 };
    char *text = calloc(CHARACTERS * 3 + 1, 1);
    for (int i = 0; i < CHARACTERS; i++)
        memcpy(text + 3 * i, "条", 3);
    int one = width(fonts, "条");

    int all = width(fonts, text);

    assert_int_equal(all % one, 0);
    assert_true(all / one > 5000 && all / one < 6000);
    free(text);
}

static void many_sizes_can_be_used_in_turn(void **state)
{
    struct fonts *fonts = *state;
    int first = width(fonts, "Pacta 約");
    for (int size = 8; size < 140; size++) {
        struct line_image line =
            fonts_render(fonts, FACE_DISPLAY, size, NULL, "Pacta 約 שלום");
        assert_true(ink(line.surface) > 0);
        SDL_FreeSurface(line.surface);
    }
    struct line_image again = image(fonts, FACE_SERIF, NULL, "Pacta 約");
    assert_int_equal(again.surface->w - again.left, first);
    SDL_FreeSurface(again.surface);
}

static void han_characters_take_the_shapes_of_the_language(void **state)
{
    struct fonts *fonts = *state;
    struct line_image ja = image(fonts, FACE_SERIF, "ja", "直骨");
    struct line_image zh = image(fonts, FACE_SERIF, "zh-cn", "直骨");
    struct line_image none = image(fonts, FACE_SERIF, NULL, "直骨");
    size_t size = (size_t)(ja.surface->h * ja.surface->pitch);

    assert_memory_equal(ja.surface->pixels, none.surface->pixels, size);
    assert_true(zh.surface->w != ja.surface->w ||
                zh.surface->h != ja.surface->h ||
                memcmp(zh.surface->pixels, ja.surface->pixels, size) != 0);
    SDL_FreeSurface(ja.surface);
    SDL_FreeSurface(zh.surface);
    SDL_FreeSurface(none.surface);
}

static void arabic_letters_join(void **state)
{
    struct fonts *fonts = *state;
    /* beh beh beh; with a mark between them that keeps them apart */
    int joined = width(fonts, "ببب");
    int apart = width(fonts, "ب\xe2\x80\x8cب\xe2\x80\x8cب");
    assert_true(joined < apart);
}

static void numbers_in_hebrew_run_left_to_right(void **state)
{
    int count;
    struct arena arena;
    (void)state;
    arena_init(&arena, 1 << 20);

    struct shaped *shaped =
        shaping_read(&arena, "של 19", strlen("של 19"), &count);

    assert_int_equal(count, 5);
    assert_int_equal(shaped[0].level, 1);
    assert_int_equal(shaped[1].level, 1);
    assert_int_equal(shaped[3].level, 2);
    assert_int_equal(shaped[4].level, 2);
    arena_release(&arena);
}

static void japanese_is_one_script_and_stops_belong_to_it(void **state)
{
    int count;
    struct arena arena;
    (void)state;
    arena_init(&arena, 1 << 20);

    struct shaped *shaped =
        shaping_read(&arena, "日の本、Aテ1", strlen("日の本、Aテ1"), &count);

    assert_int_equal(count, 7);
    for (int i = 0; i < 4; i++)
        assert_int_equal(shaped[i].script, shaped[0].script);
    assert_int_not_equal(shaped[4].script, shaped[0].script);
    assert_int_equal(shaped[5].script, shaped[0].script);
    assert_int_equal(shaped[6].script, shaped[0].script);
    for (int i = 0; i < count; i++)
        assert_int_equal(shaped[i].level, 0);
    arena_release(&arena);
}

static void a_system_without_fonts_gets_a_sentence(void **state)
{
    struct error err;
    char path[4096];
    (void)state;
    assert_non_null(realpath("tests/ui/data/no_fonts.conf", path));
    setenv("FONTCONFIG_FILE", path, 1);

    struct fonts *fonts = fonts_open(&err);

    unsetenv("FONTCONFIG_FILE");
    assert_null(fonts);
    assert_string_equal(err.text, "No font was found; install the package "
                                  "fonts-dejavu-core");
    fonts_close(NULL);
}

#define WITH_FONTS(test)                                                       \
    cmocka_unit_test_setup_teardown(test, open_fonts, close_fonts)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FONTS(an_image_is_as_wide_as_was_measured),
        WITH_FONTS(a_line_has_the_pixels_of_its_letters),
        WITH_FONTS(text_without_ink_is_no_harm),
        WITH_FONTS(what_no_font_has_is_shown_as_a_box),
        WITH_FONTS(emoji_and_flags_are_set_whatever_fonts_there_are),
        WITH_FONTS(an_accent_stands_over_its_letter),
        WITH_FONTS(an_italic_letter_may_reach_over_to_the_left),
        WITH_FONTS(a_line_of_20000_px_is_set_whole),
        WITH_FONTS(a_line_without_end_is_bounded),
        WITH_FONTS(many_sizes_can_be_used_in_turn),
        WITH_FONTS(han_characters_take_the_shapes_of_the_language),
        WITH_FONTS(arabic_letters_join),
        cmocka_unit_test(numbers_in_hebrew_run_left_to_right),
        cmocka_unit_test(japanese_is_one_script_and_stops_belong_to_it),
        cmocka_unit_test(a_system_without_fonts_gets_a_sentence),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
