/* The table of keys: what the program obeys, what help shows of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/keys.h"
#include "app/stage.h"

static struct play stage;

static int open_stage(void **state)
{
    (void)state;
    stage_open(&stage);
    return 0;
}

static int close_stage(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static const char *name(int key, int mods)
{
    return keys_name(&stage.arena, key, mods);
}

static void keys_have_the_names_that_stand_on_them(void **state)
{
    (void)state;
    assert_string_equal(name('z', MOD_CTRL), "Ctrl+Z");
    assert_string_equal(name('-', MOD_CTRL), "Ctrl+-");
    assert_string_equal(name(KEY_TAB, MOD_SHIFT), "Shift+Tab");
    assert_string_equal(name(KEY_F1, 0), "F1");
    assert_string_equal(name(KEY_F1 + 10, 0), "F11");
    assert_string_equal(name(KEY_PAGE_UP, 0), "Page Up");
    assert_string_equal(name(KEY_PAGE_DOWN, 0), "Page Down");
    assert_string_equal(name(KEY_HOME, 0), "Home");
    assert_string_equal(name(KEY_LEFT, 0), "\xe2\x86\x90");
    assert_string_equal(name('5', 0), "5");
}

static void what_is_listed_is_said_as_a_sentence_begins(void **state)
{
    size_t count;
    const struct key_row *rows = keys_table(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        const char *says = rows[i].says;
        if (!says)
            continue;
        assert_in_range(says[0], 'A', 'Z');
        assert_true(says[strlen(says) - 1] != '.');
        assert_true(strlen(says) < 40);
    }
}

/* A row that another one goes before everywhere would be listed in vain. */
static void no_row_stands_behind_one_that_takes_its_key(void **state)
{
    size_t count;
    const struct key_row *rows = keys_table(&count);
    (void)state;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++) {
            bool hides =
                rows[j].key == rows[i].key && rows[j].mods == rows[i].mods &&
                (rows[j].screen == KEYS_ANY ||
                 rows[j].screen == rows[i].screen) &&
                (rows[j].phase == KEYS_ANY || rows[j].phase == rows[i].phase) &&
                (rows[j].form == KEYS_ANY || rows[j].form == rows[i].form);
            if (hides)
                fail_msg("row %zu (key %d) stands behind row %zu", i,
                         rows[i].key, j);
        }
}

static void every_group_has_a_heading(void **state)
{
    (void)state;
    for (int i = 0; i < KEYS_GROUPS; i++)
        assert_true(strlen(keys_group_name((enum key_group)i)) > 1);
    size_t count;
    const struct key_row *rows = keys_table(&count);
    bool used[KEYS_GROUPS] = {false};
    for (size_t i = 0; i < count; i++)
        used[keys_group(&rows[i])] = true;
    for (int i = 0; i < KEYS_GROUPS; i++)
        assert_true(used[i]);
}

static void text_grows_by_ctrl_and_plus_or_the_key_that_has_it(void **state)
{
    (void)state;
    assert_int_equal(app_scale(&stage.app), 100);
    stage_press(&stage, '+', MOD_CTRL);
    assert_int_equal(app_scale(&stage.app), 110);
    stage_press(&stage, '=', MOD_CTRL);
    assert_int_equal(app_scale(&stage.app), 125);
    stage_press(&stage, '+', MOD_CTRL | MOD_SHIFT);
    assert_int_equal(app_scale(&stage.app), 150);
    stage_press(&stage, '-', MOD_CTRL);
    assert_int_equal(app_scale(&stage.app), 125);
    stage_press(&stage, '0', MOD_CTRL);
    assert_int_equal(app_scale(&stage.app), 100);
}

static void letters_go_to_pages_but_never_out_of_a_sitting(void **state)
{
    (void)state;
    stage_press(&stage, 's', 0);
    assert_int_equal(stage.app.screen, SCREEN_SETTINGS);
    stage_press(&stage, 'h', 0);
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    stage_press(&stage, KEY_ENTER, 0);
    stage_press(&stage, 's', 0);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    stage_press(&stage, 'h', 0);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
}

static void keys_that_write_belong_to_an_open_field(void **state)
{
    (void)state;
    stage.app.form = FORM_TYPED;
    stage_press(&stage, KEY_ENTER, 0);
    assert_true(app_wants_text(&stage.app));
    static const int writing[] = {'b', 'e', 'm', 'h', 's', '1', '.', KEY_SPACE};
    for (size_t i = 0; i < sizeof writing / sizeof writing[0]; i++)
        assert_null(keys_find(&stage.app, writing[i], 0));
    assert_int_equal(keys_find(&stage.app, KEY_ENTER, 0)->msg, MSG_CHECK);
    assert_int_equal(keys_find(&stage.app, KEY_F1, 0)->msg, MSG_HELP);
    assert_int_equal(keys_find(&stage.app, 'q', MOD_CTRL)->msg, MSG_QUIT);
}

static void a_presenter_turns_cards_and_grades_them(void **state)
{
    (void)state;
    stage.app.form = FORM_FLIP;
    stage_press(&stage, KEY_ENTER, 0);
    stage_press(&stage, KEY_PAGE_DOWN, 0);
    assert_int_equal(stage.app.phase, PHASE_BACK);
    stage_press(&stage, KEY_PAGE_UP, 0);
    assert_true(stage.app.seeing_front);
    stage_press(&stage, KEY_PAGE_UP, 0);
    stage_press(&stage, KEY_PAGE_DOWN, 0);
    assert_int_equal(stage.app.session.right, 1);
    stage_press(&stage, KEY_PAGE_DOWN, 0);
    stage_press(&stage, '.', 0);
    assert_int_equal(stage.app.session.answers, 2);
    assert_int_equal(stage.app.session.right, 1);
}

static void a_page_is_read_to_its_end_before_its_key_grades(void **state)
{
    (void)state;
    stage.app.form = FORM_FLIP;
    stage_press(&stage, KEY_ENTER, 0);
    stage_press(&stage, KEY_PAGE_DOWN, 0);
    struct input down = {.kind = INPUT_KEY, .key = KEY_PAGE_DOWN};
    stage_view(&stage);
    stage.list.scroll_max = 6;

    struct msg msg = app_message(&stage.app, &stage.list, &down);
    assert_int_equal(msg.kind, MSG_SCROLL);
    assert_int_equal(msg.number, 4);
    stage.app.scroll = 6;
    msg = app_message(&stage.app, &stage.list, &down);
    assert_int_equal(msg.kind, MSG_GRADE);
}

/* Everything that can be clicked has a key, or is one of several of a sort.
 * While a field is open its letters write, and Tab leads to the rest. */
static bool has_a_key(const struct app *app, const struct draw *item)
{
    static const enum msg_kind by_tab[] = {
        MSG_SETTING, MSG_SETTING_STEP, MSG_SECTION, MSG_DECK,
        MSG_SCROLL,  MSG_LEARNER,      MSG_CARET,   MSG_TOAST,
        MSG_CHOOSE,  MSG_PICK,         MSG_CLOSE,   MSG_EXAM};
    size_t count;
    const struct key_row *rows = keys_table(&count);
    for (size_t i = 0; i < sizeof by_tab / sizeof by_tab[0]; i++)
        if (item->msg.kind == by_tab[i])
            return true;
    if (app_wants_text(app))
        return true;
    for (size_t i = 0; i < count; i++)
        if (rows[i].msg == item->msg.kind &&
            rows[i].number == item->msg.number &&
            keys_find(app, rows[i].key, rows[i].mods) == &rows[i])
            return true;
    return false;
}

static void expect_keys_for_all(void)
{
    const struct draw_list *list = stage_view(&stage);
    int count = draw_clickable_count(list);
    for (int i = 0; i < count; i++) {
        const struct draw *item = draw_clickable(list, i);
        if (item->msg.kind == MSG_STUDY && stage.app.screen == SCREEN_HOME)
            continue; /* "study now" whatever its limit */
        if (!has_a_key(&stage.app, item))
            fail_msg("screen %d: nothing but a click sends %d, %d",
                     (int)stage.app.screen, (int)item->msg.kind,
                     item->msg.number);
    }
}

static void whatever_can_be_clicked_has_a_key(void **state)
{
    (void)state;
    expect_keys_for_all();
    stage_do(&stage, MSG_GO, SCREEN_SETTINGS);
    expect_keys_for_all();
    stage_do(&stage, MSG_GO, SCREEN_WELCOME);
    expect_keys_for_all();
    for (int form = FORM_FLIP; form < FORM_COUNT; form++) {
        stage_do(&stage, MSG_GO, SCREEN_HOME);
        stage.app.form = (enum form)form;
        stage_do(&stage, MSG_STUDY, 2);
        for (int i = 0; i < 8 && stage.app.screen == SCREEN_STUDY; i++) {
            expect_keys_for_all();
            stage_press(&stage, '1', 0);
            stage_press(&stage, KEY_SPACE, 0);
        }
        stage_do(&stage, MSG_BACK, 0);
        expect_keys_for_all();
        stage_do(&stage, MSG_BACK, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define STAGED(test)                                                           \
    cmocka_unit_test_setup_teardown(test, open_stage, close_stage)
        STAGED(keys_have_the_names_that_stand_on_them),
        STAGED(what_is_listed_is_said_as_a_sentence_begins),
        STAGED(no_row_stands_behind_one_that_takes_its_key),
        STAGED(every_group_has_a_heading),
        STAGED(text_grows_by_ctrl_and_plus_or_the_key_that_has_it),
        STAGED(letters_go_to_pages_but_never_out_of_a_sitting),
        STAGED(keys_that_write_belong_to_an_open_field),
        STAGED(a_presenter_turns_cards_and_grades_them),
        STAGED(a_page_is_read_to_its_end_before_its_key_grades),
        STAGED(whatever_can_be_clicked_has_a_key),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
