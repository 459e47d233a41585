/* The page of mistakes: one after the other, errors first, with the source. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/stage.h"

static struct play stage;

static void add_problems(void)
{
    problems_add(&stage.problems, PROBLEM_WARNING, "rivers.ini", 2, "key",
                 "write \"title\"", "\"titel\" is no key of [deck]");
    problems_add(&stage.problems, PROBLEM_ERROR, "decks/seas.ini", 41, "date",
                 "write year, month, day: 2016-11-23",
                 "\"2016-23-11\" is a date that does not exist");
    problems_add(&stage.problems, PROBLEM_ERROR, "decks/seas.ini", 0, "file",
                 "split it into several decks",
                 "the file is larger than 64 MiB");
}

static int open_stage(void **state)
{
    (void)state;
    stage_open(&stage);
    add_problems();
    return 0;
}

static int close_stage(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static const struct draw *text_on_show(const char *text)
{
    const struct draw_list *list = stage_view(&stage);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].kind == DRAW_TEXT &&
            strstr(list->items[i].text, text))
            return &list->items[i];
    return NULL;
}

static bool is_struck_out(void)
{
    const struct draw_list *list = stage_view(&stage);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].kind == DRAW_STRIKE)
            return true;
    return false;
}

/* As the window does it: what is there is read and sent. */
static void show_excerpt(const char *text)
{
    stage_send(&stage, (struct msg){.kind = MSG_EXCERPT, .text = text});
}

static const char seven[] = "38 [treaty gsomia]\n39 party = Japan\n"
                            "40 place = Seoul\n41 signed = 2016-23-11\n"
                            "42 aim = Secrets\n43 \n44 source = Article 21\n";

static void w_leads_to_the_first_error(void **state)
{
    (void)state;
    stage_press(&stage, 'w', 0);
    assert_int_equal(stage.app.screen, SCREEN_MISTAKES);
    assert_int_equal(app_problem(&stage.app)->line, 41);
    assert_non_null(text_on_show("2 mistakes, 1 warning in 2 decks"));
    assert_non_null(text_on_show("Line 41: a date that does not exist"));
    assert_non_null(text_on_show("seas.ini"));
}

static void
the_source_has_its_numbers_and_what_is_bad_is_struck_out(void **state)
{
    (void)state;
    stage_press(&stage, 'w', 0);
    show_excerpt(seven);
    assert_non_null(text_on_show("[treaty gsomia]"));
    assert_non_null(text_on_show("44"));
    assert_non_null(text_on_show("source = Article 21"));
    assert_true(is_struck_out());
    show_excerpt("38 [treaty gsomia]\n41 signed = 2016\n");
    assert_false(is_struck_out());
}

static void page_down_and_up_walk_from_one_to_the_next(void **state)
{
    (void)state;
    stage_press(&stage, 'w', 0);
    assert_non_null(text_on_show("1 of 3"));
    stage_press(&stage, KEY_PAGE_UP, 0);
    assert_int_equal(stage.app.problem, 0);
    stage_press(&stage, KEY_PAGE_DOWN, 0);
    assert_non_null(text_on_show("2 of 3"));
    assert_non_null(text_on_show("The file is larger than 64 MiB"));
    stage_press(&stage, KEY_PAGE_DOWN, 0);
    assert_int_equal(app_problem(&stage.app)->severity, PROBLEM_WARNING);
    assert_non_null(text_on_show("no key of [deck]"));
    stage_press(&stage, KEY_PAGE_DOWN, 0);
    assert_int_equal(stage.app.problem, 2);
    stage_press(&stage, KEY_PAGE_UP, 0);
    assert_int_equal(stage.app.problem, 1);
}

static void e_opens_the_deck_at_the_line(void **state)
{
    (void)state;
    stage_press(&stage, 'w', 0);
    assert_int_equal(stage_press(&stage, 'e', 0).kind, EFFECT_EDIT);
    assert_string_equal(stage.app.edit_path, "decks/seas.ini");
    assert_int_equal(stage.app.edit_line, 41);
}

static void given_all_is_mended_reading_again_leads_home(void **state)
{
    (void)state;
    stage_press(&stage, 'w', 0);
    stage.problems.count = 0;
    stage.problems.errors = 0;
    stage.problems.warnings = 0;
    stage_press(&stage, KEY_F1 + 4, 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    assert_string_equal(stage.app.toast, "1 deck read");
}

static void given_some_are_left_the_page_stays(void **state)
{
    (void)state;
    stage_press(&stage, 'w', 0);
    stage_press(&stage, KEY_PAGE_DOWN, 0);
    stage_press(&stage, KEY_PAGE_DOWN, 0);
    stage.problems.count = 1;
    stage.problems.errors = 0;
    stage_press(&stage, KEY_F1 + 4, 0);
    assert_int_equal(stage.app.screen, SCREEN_MISTAKES);
    assert_int_equal(stage.app.problem, 0);
    assert_non_null(text_on_show("1 warning in 1 deck"));
}

static void escape_goes_on_without_it(void **state)
{
    (void)state;
    stage_press(&stage, 'w', 0);
    stage_press(&stage, KEY_ESCAPE, 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
}

static void given_nothing_is_wrong_there_is_no_page(void **state)
{
    (void)state;
    stage.problems.count = 0;
    stage_press(&stage, 'w', 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    assert_string_equal(stage.app.toast, "Nothing is wrong with the decks");
}

static void nothing_of_it_is_lost_in_a_small_window(void **state)
{
    static const char *const lines[] = {"seas.ini",
                                        "[treaty gsomia]",
                                        "signed = 2016-23-11",
                                        "source = Article 21",
                                        "What is wrong",
                                        "How to mend it",
                                        "Then save the file"};
    (void)state;
    stage_press(&stage, 'w', 0);
    show_excerpt(seven);
    stage_send(&stage, (struct msg){.kind = MSG_RESIZE, .x = 640, .y = 480});
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        stage.app.scroll = 0;
        for (int j = 0; j < 60 && !text_on_show(lines[i]); j++)
            stage_press(&stage, KEY_DOWN, 0);
        if (!text_on_show(lines[i]))
            fail_msg("\"%s\" cannot be seen", lines[i]);
        assert_non_null(text_on_show("Go on without it"));
    }
}

static void a_long_line_is_broken_and_not_cut(void **state)
{
    static char long_line[APP_EXCERPT_MAX];
    (void)state;
    strcpy(long_line, "41 about = ");
    for (int i = 0; i < 60; i++)
        strcat(long_line, "words ");
    strcat(long_line, "last\n");
    stage_press(&stage, 'w', 0);
    show_excerpt(long_line);
    const struct draw *item = text_on_show("last");
    assert_non_null(item);
    assert_true(item->rect.x + item->rect.w <= stage.app.width);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define STAGED(test)                                                           \
    cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
        STAGED(w_leads_to_the_first_error),
        STAGED(the_source_has_its_numbers_and_what_is_bad_is_struck_out),
        STAGED(page_down_and_up_walk_from_one_to_the_next),
        STAGED(e_opens_the_deck_at_the_line),
        STAGED(given_all_is_mended_reading_again_leads_home),
        STAGED(given_some_are_left_the_page_stays),
        STAGED(escape_goes_on_without_it),
        STAGED(given_nothing_is_wrong_there_is_no_page),
        STAGED(nothing_of_it_is_lost_in_a_small_window),
        STAGED(a_long_line_is_broken_and_not_cut),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
