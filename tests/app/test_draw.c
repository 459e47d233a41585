#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "app/draw.h"

struct page {
    struct arena arena;
    struct draw_list list;
};

static int open_page(void **state)
{
    static struct page page;
    arena_init(&page.arena, (size_t)4 << 20);
    draw_init(&page.list, &page.arena);
    *state = &page;
    return 0;
}

static int close_page(void **state)
{
    struct page *page = *state;
    arena_release(&page->arena);
    return 0;
}

static void add_button(struct draw_list *list, struct rect rect, int number)
{
    struct draw *item = draw_add(list, DRAW_BOX, rect, TOKEN_EDGE);
    item->fill = TOKEN_PAPER;
    item->clickable = true;
    item->msg = (struct msg){.kind = MSG_CHOOSE, .number = number};
}

static void an_empty_list_has_nothing_to_click(void **state)
{
    struct page *page = *state;
    assert_null(draw_at(&page->list, 0, 0));
    assert_null(draw_clickable(&page->list, 0));
    assert_int_equal(draw_clickable_count(&page->list), 0);
    assert_string_equal(draw_dump(&page->list), "");
}

static void a_click_meets_what_lies_on_top(void **state)
{
    struct page *page = *state;
    add_button(&page->list, (struct rect){0, 0, 100, 100}, 1);
    add_button(&page->list, (struct rect){50, 50, 100, 100}, 2);

    assert_int_equal(draw_at(&page->list, 10, 10)->msg.number, 1);
    assert_int_equal(draw_at(&page->list, 60, 60)->msg.number, 2);
    assert_int_equal(draw_at(&page->list, 149, 149)->msg.number, 2);
}

static void what_cannot_be_clicked_lets_the_click_through(void **state)
{
    struct page *page = *state;
    add_button(&page->list, (struct rect){0, 0, 100, 40}, 1);
    draw_add(&page->list, DRAW_TEXT, (struct rect){0, 0, 100, 40}, TOKEN_INK);

    assert_int_equal(draw_at(&page->list, 50, 20)->msg.number, 1);
}

static void a_rect_ends_before_its_right_and_lower_edge(void **state)
{
    struct page *page = *state;
    add_button(&page->list, (struct rect){10, 10, 20, 20}, 1);

    assert_non_null(draw_at(&page->list, 10, 10));
    assert_non_null(draw_at(&page->list, 29, 29));
    assert_null(draw_at(&page->list, 30, 29));
    assert_null(draw_at(&page->list, 29, 30));
    assert_null(draw_at(&page->list, 9, 10));
}

static void clickables_are_counted_in_reading_order(void **state)
{
    struct page *page = *state;
    for (int i = 0; i < 3; i++) {
        draw_add(&page->list, DRAW_FILL, (struct rect){0, 0, 9, 9}, TOKEN_INK);
        add_button(&page->list, (struct rect){0, 20 * i, 9, 9}, i);
    }

    assert_int_equal(draw_clickable_count(&page->list), 3);
    for (int i = 0; i < 3; i++)
        assert_int_equal(draw_clickable(&page->list, i)->msg.number, i);
    assert_null(draw_clickable(&page->list, 3));
    assert_null(draw_clickable(&page->list, -1));
}

static void a_list_grows_and_keeps_what_it_has(void **state)
{
    struct page *page = *state;
    for (int i = 0; i < 2000; i++)
        draw_add(&page->list, DRAW_FILL, (struct rect){i, 0, 1, 1}, TOKEN_INK);

    assert_int_equal(page->list.count, 2000);
    for (int i = 0; i < 2000; i++)
        assert_int_equal(page->list.items[i].rect.x, i);
}

static void the_dump_is_a_line_an_item(void **state)
{
    struct page *page = *state;
    add_button(&page->list, (struct rect){40, 96, 720, 32}, 0);
    struct draw *text = draw_add(&page->list, DRAW_TEXT,
                                 (struct rect){52, 100, 60, 24}, TOKEN_INK);
    text->text = "Lyon";
    text->face = FACE_SERIF;
    text->size = 20;

    assert_string_equal(draw_dump(&page->list),
                        "  40,  96  720x32   box    edge on paper -> CHOOSE 0\n"
                        "  52, 100   60x24   text   ink serif 20 \"Lyon\"\n");
}

#define ON_A_PAGE(test)                                                        \
    cmocka_unit_test_setup_teardown(test, open_page, close_page)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_PAGE(an_empty_list_has_nothing_to_click),
        ON_A_PAGE(a_click_meets_what_lies_on_top),
        ON_A_PAGE(what_cannot_be_clicked_lets_the_click_through),
        ON_A_PAGE(a_rect_ends_before_its_right_and_lower_edge),
        ON_A_PAGE(clickables_are_counted_in_reading_order),
        ON_A_PAGE(a_list_grows_and_keeps_what_it_has),
        ON_A_PAGE(the_dump_is_a_line_an_item),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
