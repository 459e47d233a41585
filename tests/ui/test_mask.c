#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "themes.h"
#include "ui/mask.h"

static uint32_t argb(const SDL_Surface *s, int x, int y)
{
    const uint8_t *row = (const uint8_t *)s->pixels + y * s->pitch;
    uint32_t pixel;
    memcpy(&pixel, row + 4 * x, 4);
    return pixel;
}

static int alpha(const SDL_Surface *s, int x, int y)
{
    return (int)(argb(s, x, y) >> 24);
}

static long total(const SDL_Surface *s)
{
    long sum = 0;
    for (int y = 0; y < s->h; y++)
        for (int x = 0; x < s->w; x++)
            sum += alpha(s, x, y);
    return sum;
}

static void assert_symmetric(const SDL_Surface *s)
{
    for (int y = 0; y < s->h; y++)
        for (int x = 0; x < s->w; x++) {
            assert_int_equal(alpha(s, x, y), alpha(s, s->w - 1 - x, y));
            assert_int_equal(alpha(s, x, y), alpha(s, x, s->h - 1 - y));
            assert_int_equal(alpha(s, x, y), alpha(s, y, x));
        }
}

static void a_disc_is_round(void **state)
{
    (void)state;
    for (int radius = 1; radius <= 40; radius++) {
        SDL_Surface *disc = mask_disc(radius, 0);
        double area = (double)total(disc) / 255;
        assert_symmetric(disc);
        if (radius > 3) {
            assert_int_equal(alpha(disc, 0, 0), 0);
            assert_int_equal(alpha(disc, radius, radius), 255);
            assert_true(area > .98 * 3.1416 * radius * radius);
            assert_true(area < 1.02 * 3.1416 * radius * radius);
        }
        SDL_FreeSurface(disc);
    }
}

static void a_ring_is_clear_inside(void **state)
{
    (void)state;
    SDL_Surface *ring = mask_disc(10, 3);

    assert_symmetric(ring);
    assert_int_equal(alpha(ring, 0, 0), 0);
    assert_int_equal(alpha(ring, 10, 10), 0);
    assert_true(alpha(ring, 10, 0) > 250);
    assert_int_equal(alpha(ring, 10, 1), 255);
    assert_true(alpha(ring, 10, 3) < 10);
    SDL_FreeSurface(ring);
}

static void the_corner_of_a_ring_meets_its_straight_side(void **state)
{
    (void)state;
    for (int line = 1; line <= 3; line++) {
        SDL_Surface *ring = mask_disc(6, line);
        for (int y = 0; y < 6; y++)
            assert_true(abs(alpha(ring, 5, y) - (y < line ? 255 : 0)) < 20);
        SDL_FreeSurface(ring);
    }
}

static void a_shadow_is_half_as_dark_over_the_edge(void **state)
{
    (void)state;
    SDL_Surface *shadow = mask_shadow(28);
    int middle = shadow->w / 2;

    assert_symmetric(shadow);
    assert_int_equal(alpha(shadow, 0, 0), 0);
    assert_true(alpha(shadow, middle, middle) >= 240);
    int edge = alpha(shadow, 28, middle) + alpha(shadow, 27, middle);
    assert_true(abs(edge - 255) < 10);
    for (int x = 1; x <= middle; x++)
        assert_true(alpha(shadow, x, middle) >= alpha(shadow, x - 1, middle));
    SDL_FreeSurface(shadow);
}

static void every_icon_has_ink_and_stays_in_its_square(void **state)
{
    (void)state;
    for (int icon = 0; icon < ICON_COUNT; icon++)
        for (int size = 1; size < 50; size += 7) {
            SDL_Surface *s = mask_icon((enum icon)icon, size);
            assert_int_equal(s->w, size);
            assert_true(total(s) > 0);
            for (int i = 0; i < size && size >= 18; i++) {
                assert_int_equal(alpha(s, 0, i), 0);
                assert_int_equal(alpha(s, i, 0), 0);
                assert_int_equal(alpha(s, size - 1, i), 0);
                assert_int_equal(alpha(s, i, size - 1), 0);
            }
            SDL_FreeSurface(s);
        }
}

static long seal_ink(enum seal seal, int size, bool has_text)
{
    SDL_Surface *s = mask_seal(seal, size, has_text, theme_from_file("light"));
    long ink = total(s) / 255;
    SDL_FreeSurface(s);
    return ink;
}

static void stages_differ_in_shape_not_only_in_colour(void **state)
{
    (void)state;
    static const int sizes[] = {14, 20, 28, 48, 84};
    for (int i = 0; i < 5; i++) {
        bool has_text = sizes[i] >= 28;
        long fresh = seal_ink(SEAL_NEW, sizes[i], has_text);
        long learning = seal_ink(SEAL_LEARNING, sizes[i], has_text);
        long held = seal_ink(SEAL_HELD, sizes[i], has_text);
        long kept = seal_ink(SEAL_KEPT, sizes[i], has_text);
        assert_true(0 < fresh && fresh < learning);
        assert_true(learning < held && held < kept);
    }
}

static void a_seal_is_the_same_every_time(void **state)
{
    (void)state;
    const struct theme *theme = theme_from_file("dark");
    SDL_Surface *a = mask_seal(SEAL_KEPT, 48, true, theme);
    SDL_Surface *b = mask_seal(SEAL_KEPT, 48, true, theme);

    assert_memory_equal(a->pixels, b->pixels, (size_t)(a->h * a->pitch));
    SDL_FreeSurface(a);
    SDL_FreeSurface(b);
}

/* Pixels of the seal's field that are not its colour. */
static int specks(int size)
{
    const struct theme *theme = theme_from_file("light");
    SDL_Surface *s = mask_seal(SEAL_KEPT, size, true, theme);
    int margin = SEAL_MARGIN + size / 8 + 1;
    int count = 0;
    for (int y = margin; y < s->h - margin; y++)
        for (int x = margin; x < s->w - margin; x++)
            count += argb(s, x, y) !=
                     (0xff000000 | theme->rgba[TOKEN_SEAL_FILL] >> 8);
    SDL_FreeSurface(s);
    return count;
}

static void a_kept_seal_has_specks_from_44_px_on(void **state)
{
    (void)state;
    assert_int_equal(specks(43), 0);
    assert_true(specks(44) > 0);
    assert_true(specks(84) > 0);
}

static void a_seal_has_room_to_be_turned(void **state)
{
    (void)state;
    SDL_Surface *s = mask_seal(SEAL_KEPT, 48, true, theme_from_file("light"));
    assert_int_equal(s->w, 48 + 2 * SEAL_MARGIN);
    for (int i = 0; i < s->w; i++) {
        assert_int_equal(alpha(s, i, 0), 0);
        assert_int_equal(alpha(s, 0, i), 0);
        assert_int_equal(alpha(s, i, s->h - 1), 0);
        assert_int_equal(alpha(s, s->w - 1, i), 0);
    }
    SDL_FreeSurface(s);
}

static void a_written_letter_has_its_own_colour_at_the_edges_too(void **state)
{
    (void)state;
    SDL_Surface *seal =
        mask_seal(SEAL_LEARNING, 48, true, theme_from_file("light"));
    SDL_Surface *letter = mask_disc(8, 0);
    for (int i = 0; i < 3; i++) /* over the edges as well */
        mask_write(seal, letter, -20 + 40 * i, -20 + 40 * i, 0x112233);

    for (int y = 21; y < 36; y++)
        for (int x = 21; x < 36; x++)
            if (alpha(seal, x, y))
                assert_int_equal(argb(seal, x, y) & 0xffffff, 0x112233);
    SDL_FreeSurface(letter);
    SDL_FreeSurface(seal);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_disc_is_round),
        cmocka_unit_test(a_ring_is_clear_inside),
        cmocka_unit_test(the_corner_of_a_ring_meets_its_straight_side),
        cmocka_unit_test(a_shadow_is_half_as_dark_over_the_edge),
        cmocka_unit_test(every_icon_has_ink_and_stays_in_its_square),
        cmocka_unit_test(stages_differ_in_shape_not_only_in_colour),
        cmocka_unit_test(a_seal_is_the_same_every_time),
        cmocka_unit_test(a_kept_seal_has_specks_from_44_px_on),
        cmocka_unit_test(a_seal_has_room_to_be_turned),
        cmocka_unit_test(a_written_letter_has_its_own_colour_at_the_edges_too),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
