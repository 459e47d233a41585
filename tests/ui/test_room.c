/* Every screen at every size with the real fonts: nothing is lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/ways.h"
#include "ui/fonts.h"

static void each_screen_and_size(void (*expect)(const struct draw_list *,
                                                const struct text_metrics *,
                                                const struct way *,
                                                struct size))
{
    static struct play stage;
    struct error err;
    struct fonts *fonts = fonts_open(&err);
    assert_non_null(fonts);
    struct text_metrics metrics = fonts_metrics(fonts);
    for (int i = 0; i < WAY_COUNT; i++)
        for (int j = 0; j < WAY_SIZE_COUNT && !way_is_sheet(&ways[i]); j++) {
            struct draw_list list;
            way_see(&stage, &ways[i], way_sizes[j]);
            arena_reset(&stage.frame);
            draw_init(&list, &stage.frame);
            view(&stage.app, &metrics, &list);
            expect(&list, &metrics, &ways[i], way_sizes[j]);
            stage_close(&stage);
        }
    fonts_close(fonts);
}

static void all_words_lie_within_the_window(void **state)
{
    (void)state;
    each_screen_and_size(way_expect_words_within);
}

static void no_words_lie_over_others(void **state)
{
    (void)state;
    each_screen_and_size(way_expect_words_apart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_words_lie_within_the_window),
        cmocka_unit_test(no_words_lie_over_others),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
