/* Lines of text as pictures: what is seen of what is written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/canvas.h"

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

static struct line_image image(void **state, enum face face, const char *lang,
                               const char *text)
{
    return fonts_render(*state, face, 24, lang, text);
}

static int alpha(const SDL_Surface *s, int x, int y)
{
    return ((const uint8_t *)s->pixels)[y * s->pitch + 4 * x + 3];
}

static long ink(const struct line_image *line)
{
    long sum = 0;
    for (int y = 0; line->surface && y < line->surface->h; y++)
        for (int x = 0; x < line->surface->w; x++)
            sum += alpha(line->surface, x, y);
    return sum / 255;
}

/* Columns with ink, and the first row that counts. */
struct span {
    int from;
    int to;
    int top;
};

static struct span inked(const SDL_Surface *s)
{
    struct span span = {s->w, 0, 0};
    for (int y = 0; y < s->h; y++)
        for (int x = 0; x < s->w; x++)
            if (alpha(s, x, y)) {
                span.from = x < span.from ? x : span.from;
                span.to = x >= span.to ? x + 1 : span.to;
            }
    return span;
}

static bool lies_at(const struct line_image *part, struct span span,
                    const struct line_image *whole, int x)
{
    for (int y = span.top; y < part->surface->h; y++) {
        int row = y - part->ascent + whole->ascent;
        for (int i = span.from; i < span.to; i++) {
            int want = alpha(part->surface, i, y);
            bool in = row >= 0 && row < whole->surface->h;
            int is = in ? alpha(whole->surface, x + i - span.from, row) : 0;
            if (abs(want - is) > 2)
                return false;
        }
    }
    return true;
}

/* The column of a line where the picture of a part of it is seen, or -1. */
static int column_of(void **state, enum face face, const char *lang,
                     const char *part, const char *whole)
{
    struct line_image a = image(state, face, lang, part);
    struct line_image b = image(state, face, lang, whole);
    struct span span = inked(a.surface);
    int found = -1;
    for (int x = 0; found < 0 && x + span.to - span.from <= b.surface->w; x++)
        if (lies_at(&a, span, &b, x))
            found = x;
    SDL_FreeSurface(a.surface);
    SDL_FreeSurface(b.surface);
    return found;
}

static bool look_the_same(void **state, enum face face, const char *text,
                          const char *lang_a, const char *lang_b)
{
    struct line_image a = image(state, face, lang_a, text);
    struct line_image b = image(state, face, lang_b, text);
    bool same = a.surface->w == b.surface->w && a.surface->h == b.surface->h &&
                memcmp(a.surface->pixels, b.surface->pixels,
                       (size_t)(a.surface->h * a.surface->pitch)) == 0;
    SDL_FreeSurface(a.surface);
    SDL_FreeSurface(b.surface);
    return same;
}

static int width(void **state, enum face face, const char *text)
{
    struct text_metrics metrics = fonts_metrics(*state);
    return metrics.width(metrics.self, face, 24, NULL, text, strlen(text));
}

/* Everything that a line might hold. */
static const char *const odd[] = {
    "Z\xcc\xb7\xcc\xa2\xcc\x84\xcc\x88\xcc\x81\xcc\x81\xcc\x81\xcc\x81",
    "\xcc\x81",                    /* a mark alone */
    "\xe2\x83\x9d",                /* an enclosing circle alone */
    "🇯🇵🇦🇺",                        /* flags */
    "🇯",                           /* half a flag */
    "👨\xe2\x80\x8d👩\xe2\x80\x8d👧", /* one person of three */
    "👍🏽",
    "❤\xef\xb8\x8f",
    "\xef\xbf\xbf",         /* U+FFFF */
    "\xf4\x8f\xbf\xbf",     /* U+10FFFF */
    "\xee\x80\x80",         /* private use */
    "\xff\xfe",             /* no UTF-8 */
    "\xed\xa0\x80",         /* a lone surrogate */
    "\x01\x1f\x7f\xc2\x85", /* controls */
    "\xe2\x80\xaetxet",     /* an override of direction */
    "معاهدة",
    "שָׁלוֹם",
    "हिन्दी",
    "ไทย",
    "조약",
    "Ἑλλάς",
    "\xf0\x92\x80\x80", /* a sign of Cuneiform */
};

enum { ODD = sizeof odd / sizeof odd[0] };

static void F2_nothing_that_is_written_is_left_blank(void **state)
{
    for (int face = 0; face < FACE_COUNT; face++)
        for (int i = 0; i < ODD; i++) {
            struct line_image line =
                image(state, (enum face)face, NULL, odd[i]);
            assert_true(ink(&line) > 0);
            SDL_FreeSurface(line.surface);
        }
}

static void F2_what_has_no_ink_is_no_harm(void **state)
{
    static const char *const texts[] = {"", " ", "\xe2\x80\x8b", "\xe2\x80\x8d",
                                        "\xc2\xa0 "};
    for (int i = 0; i < 5; i++) {
        struct line_image line = image(state, FACE_SERIF, NULL, texts[i]);
        assert_int_equal(ink(&line), 0);
        SDL_FreeSurface(line.surface);
    }
    assert_true(fonts_can(*state, FACE_SANS, 20, NULL, ""));
}

/* A letter at the beginning stays where it is whatever comes after it. */
static void F2_one_baseline_runs_through_a_mixed_line(void **state)
{
    for (int i = 0; i < ODD; i++) {
        char text[128];
        if (i == 15 || i == 16)
            continue; /* begins a line that runs from the right */
        snprintf(text, sizeof text, "Hxg %s", odd[i]);
        assert_int_equal(column_of(state, FACE_SERIF, NULL, "Hxg", text),
                         column_of(state, FACE_SERIF, NULL, "Hxg", "Hxg "));
    }
}

/* More marks than a font has room for stand over the line, not in it. */
static void F2_piled_marks_do_not_push_the_line_down(void **state)
{
    static const char pile[] = "Hx\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc"
                               "\x81\xcc\x81\xcc\x81\xcc\x81";
    struct line_image plain = image(state, FACE_SERIF, NULL, "Hx");
    struct line_image piled = image(state, FACE_SERIF, NULL, pile);

    assert_true(piled.ascent > plain.ascent + 5);
    assert_true(ink(&piled) > ink(&plain) + 30);
    assert_int_equal(column_of(state, FACE_SERIF, NULL, "H", pile),
                     column_of(state, FACE_SERIF, NULL, "H", "Hx"));
    SDL_FreeSurface(plain.surface);
    SDL_FreeSurface(piled.surface);
}

/* A font without the mark does not get the letter either. */
static void F2_a_letter_and_its_marks_come_from_one_font(void **state)
{
    assert_true(fonts_can(*state, FACE_MONO, 24, NULL, "q\xcc\x81"));
    assert_true(fonts_can(*state, FACE_SERIF, 24, NULL, "Z\xcc\xb7\xcc\xa2"));
    assert_false(fonts_can(*state, FACE_SERIF, 24, NULL, "\xee\x80\x80"));
    assert_false(fonts_can(*state, FACE_SERIF, 24, NULL, "a\xee\x80\x80"));
}

/* From right to left: the word, the number as it is, the bracket turned. */
static void F2_a_number_in_arabic_stays_as_it_is(void **state)
{
    static const char *const lines[][3] = {
        {"معاهدة 1960 (الأمن)", "معاهدة ", " (الأمن)"},
        {"אמנה משנת 1960 (ביטחון)", "אמנה משנת ", " (ביטחון)"}};
    for (int i = 0; i < 2; i++) {
        const char *lang = i ? "he" : "ar";
        int year = column_of(state, FACE_SERIF, lang, "1960", lines[i][0]);
        int bracket = column_of(state, FACE_SERIF, lang, "(", lines[i][0]);
        int left = width(state, FACE_SERIF, lines[i][2]);
        int right = width(state, FACE_SERIF, lines[i][1]);
        assert_true(0 <= bracket && bracket < 6);
        assert_true(abs(year - left) <= 4);
        assert_true(right > 50);
        assert_true(abs(width(state, FACE_SERIF, lines[i][0]) - left - right -
                        width(state, FACE_SERIF, "1960")) <= 4);
    }
}

static void F2_words_of_both_directions_keep_their_places(void **state)
{
    const char *line = "a 12 שלום 34 b";
    int first = column_of(state, FACE_SERIF, NULL, "a 12", line);
    int word = column_of(state, FACE_SERIF, NULL, "ש", line);
    int after = column_of(state, FACE_SERIF, NULL, "34", line);
    int last = column_of(state, FACE_SERIF, NULL, "b", line);
    assert_true(0 <= first && first < after && after < word && word < last);
}

/* The sign for i is written after its consonant and seen before it; the two are
 * joined by the line over them. */
static void F2_devanagari_is_shaped(void **state)
{
    struct line_image ka = image(state, FACE_SERIF, "hi", "क");
    struct line_image ki = image(state, FACE_SERIF, "hi", "कि");
    struct span span = inked(ka.surface);
    span.from += 3;
    span.top = ka.ascent - 10;
    bool right = false;
    for (int x = 5; x + span.to - span.from <= ki.surface->w; x++)
        right = right || lies_at(&ka, span, &ki, x);
    assert_true(right);
    struct line_image apart = image(state, FACE_SERIF, "hi", "क\xe2\x80\x8cष");
    struct line_image joined = image(state, FACE_SERIF, "hi", "क्ष");
    assert_true(joined.surface->w < apart.surface->w);
    SDL_FreeSurface(ka.surface);
    SDL_FreeSurface(ki.surface);
    SDL_FreeSurface(apart.surface);
    SDL_FreeSurface(joined.surface);
}

static void F2_han_characters_follow_the_language_in_every_face(void **state)
{
    static const enum face faces[] = {FACE_SERIF, FACE_SANS, FACE_SANS_BOLD,
                                      FACE_DISPLAY};
    for (int i = 0; i < 4; i++) {
        const char *text = "直骨誤";
        assert_true(look_the_same(state, faces[i], text, NULL, "ja"));
        assert_true(look_the_same(state, faces[i], text, "en", "ja"));
        assert_true(look_the_same(state, faces[i], text, "ar", "ja"));
        assert_false(look_the_same(state, faces[i], text, "zh-cn", "ja"));
        assert_false(look_the_same(state, faces[i], text, "ko", "ja"));
        assert_false(look_the_same(state, faces[i], text, "zh-cn", "zh-tw"));
    }
}

static void the_source_of_a_deck_stands_in_columns(void **state)
{
    assert_int_equal(width(state, FACE_MONO, "iiii"),
                     width(state, FACE_MONO, "MMMM"));
    assert_int_equal(width(state, FACE_MONO, "[1960]"),
                     width(state, FACE_MONO, "signed"));
    assert_int_equal(width(state, FACE_MONO, "条約"),
                     width(state, FACE_MONO, "abcd"));
    assert_int_not_equal(width(state, FACE_SANS, "iiii"),
                         width(state, FACE_SANS, "MMMM"));
}

/* As much as is asked for is set, and painted from its beginning. */
static void F3_a_line_wider_than_any_texture_is_painted(void **state)
{
    struct canvas canvas;
    (void)state;
    canvas_open(&canvas, 200, 40);
    char *text = calloc(1, 8001);
    memset(text, 'n', 4000);
    canvas_ground(&canvas);
    canvas_text(&canvas, FACE_SERIF, 24, (struct rect){5, 0, 190, 40}, text);
    canvas_paint(&canvas);
    uint8_t *wide = canvas.rgb;

    text[100] = '\0';
    canvas_paint(&canvas);

    assert_true(canvas_ink(&canvas).count > 500);
    assert_memory_equal(wide, canvas.rgb, 200 * 40 * 3);
    free(text);
    canvas_close(&canvas);
}

static void F3_32000_characters_of_any_script_end(void **state)
{
    static const char *const pieces[] = {"n",   "条",       "ب",
                                         "क्षि", "👍🏽", "a\xcc\x81"};
    for (int i = 0; i < 6; i++) {
        size_t length = strlen(pieces[i]);
        char *text = calloc(32000 * length + 1, 1);
        for (size_t k = 0; k < 32000; k++)
            memcpy(text + k * length, pieces[i], length);
        struct line_image line = image(state, FACE_SERIF, NULL, text);
        assert_true(ink(&line) > 10000);
        SDL_FreeSurface(line.surface);
        free(text);
    }
}

#define WITH_FONTS(test)                                                       \
    cmocka_unit_test_setup_teardown(test, open_fonts, close_fonts)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FONTS(F2_nothing_that_is_written_is_left_blank),
        WITH_FONTS(F2_what_has_no_ink_is_no_harm),
        WITH_FONTS(F2_one_baseline_runs_through_a_mixed_line),
        WITH_FONTS(F2_piled_marks_do_not_push_the_line_down),
        WITH_FONTS(F2_a_letter_and_its_marks_come_from_one_font),
        WITH_FONTS(F2_a_number_in_arabic_stays_as_it_is),
        WITH_FONTS(F2_words_of_both_directions_keep_their_places),
        WITH_FONTS(F2_devanagari_is_shaped),
        WITH_FONTS(F2_han_characters_follow_the_language_in_every_face),
        WITH_FONTS(the_source_of_a_deck_stands_in_columns),
        cmocka_unit_test(F3_a_line_wider_than_any_texture_is_painted),
        WITH_FONTS(F3_32000_characters_of_any_script_end),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
