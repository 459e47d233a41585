/* Every screen at every size, as text beside tests/app/golden. With
 * PACTA_REWRITE=1 in the environment the goldens are written instead: look at
 * the difference that git shows before they are kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "app/ways.h"

enum { GOLDEN_BYTES_MAX = 4 << 20, SHEET_SIZE = 2 };

static struct play stage;

static char *dump_all(const struct way *way)
{
    static char text[GOLDEN_BYTES_MAX];
    size_t used = 0;
    for (int i = 0; i < WAY_SIZE_COUNT; i++) {
        if (way_is_sheet(way) && i != SHEET_SIZE)
            continue;
        way_see(&stage, way, way_sizes[i]);
        const struct draw_list *list = stage_view(&stage);
        int added = snprintf(text + used, sizeof text - used,
                             "== %d x %d at %d %%, scrolls by %d\n%s",
                             way_sizes[i].w, way_sizes[i].h, way_sizes[i].scale,
                             list->scroll_max, draw_dump(list));
        assert_true(added > 0 && (size_t)added < sizeof text - used);
        used += (size_t)added;
        stage_close(&stage);
    }
    return text;
}

static const char *golden_path(const struct way *way)
{
    static char path[256];
    snprintf(path, sizeof path, "tests/app/golden/%s.txt", way->name);
    return path;
}

static void write_golden(const struct way *way, const char *text)
{
    FILE *file = fopen(golden_path(way), "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static const char *read_golden(const struct way *way)
{
    static char text[GOLDEN_BYTES_MAX];
    FILE *file = fopen(golden_path(way), "r");
    if (!file)
        fail_msg("%s is missing; `make goldens` writes it", golden_path(way));
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = '\0';
    return text;
}

/* Says the first line that differs, with the size it stands under. */
static void expect_same(const struct way *way, const char *is,
                        const char *golden)
{
    const char *under = golden;
    for (int line = 1;; line++) {
        size_t a = strcspn(is, "\n");
        size_t b = strcspn(golden, "\n");
        if (strncmp(golden, "== ", 3) == 0)
            under = golden;
        if (a != b || memcmp(is, golden, a) != 0)
            fail_msg("%s:%d differs (%.*s)\n  golden: %.*s\n  is:     %.*s",
                     golden_path(way), line, (int)strcspn(under, "\n"), under,
                     (int)b, golden, (int)a, is);
        if (!is[a] && !golden[b])
            return;
        is += a + (is[a] != '\0');
        golden += b + (golden[b] != '\0');
    }
}

static void every_screen_looks_as_it_did(void **state)
{
    (void)state;
    for (int i = 0; i < WAY_COUNT; i++) {
        const char *text = dump_all(&ways[i]);
        if (getenv("PACTA_REWRITE"))
            write_golden(&ways[i], text);
        else
            expect_same(&ways[i], text, read_golden(&ways[i]));
    }
}

/* What is not in a list that scrolls is on show whole. */
static void all_words_lie_within_the_window(void **state)
{
    (void)state;
    for (int i = 0; i < WAY_COUNT; i++)
        for (int j = 0; j < WAY_SIZE_COUNT && !way_is_sheet(&ways[i]); j++) {
            way_see(&stage, &ways[i], way_sizes[j]);
            way_expect_words_within(stage_view(&stage), &stage_metrics,
                                    &ways[i], way_sizes[j]);
            stage_close(&stage);
        }
}

/* Whatever can be clicked is reached by Tab, and comes into sight there. */
static void tab_reaches_every_control(void **state)
{
    (void)state;
    for (int i = 0; i < WAY_COUNT; i++)
        for (int j = 0; j < WAY_SIZE_COUNT && !way_is_sheet(&ways[i]); j++) {
            way_see(&stage, &ways[i], way_sizes[j]);
            int count = draw_clickable_count(stage_view(&stage));
            for (int k = 0; k < count; k++) {
                stage_press(&stage, KEY_TAB, 0);
                const struct draw *item =
                    draw_control(stage_view(&stage), stage.app.focus);
                if (!item || !item->focused || item->rect.h <= 0)
                    fail_msg("%s at %d x %d, %d %%: Tab %d is not on show",
                             ways[i].name, way_sizes[j].w, way_sizes[j].h,
                             way_sizes[j].scale, k + 1);
            }
            stage_close(&stage);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_looks_as_it_did),
        cmocka_unit_test(all_words_lie_within_the_window),
        cmocka_unit_test(tab_reaches_every_control),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
