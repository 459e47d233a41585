#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/stage.h"

static struct play stage;

static int open_field(void **state)
{
    (void)state;
    stage_open(&stage);
    stage.app.form = FORM_TYPED;
    stage_do(&stage, MSG_STUDY, 0);
    return stage.app.question.request.form != FORM_TYPED;
}

static int close_stage(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static void type(const char *text)
{
    stage_send(&stage, (struct msg){.kind = MSG_TEXT, .text = text});
}

static void the_caret_passes_what_a_reader_sees_as_one(void **state)
{
    (void)state;
    type("ae\xcc\x81"); /* e and the accent over it */
    stage_press(&stage, KEY_LEFT, 0);
    assert_int_equal(stage.app.caret, 1);
    stage_press(&stage, KEY_RIGHT, 0);
    assert_int_equal(stage.app.caret, 4);
    stage_press(&stage, KEY_RIGHT, 0);
    assert_int_equal(stage.app.caret, 4);
}

static void backspace_takes_what_is_before_the_caret(void **state)
{
    (void)state;
    type("xe\xcc\x81y");
    stage_press(&stage, KEY_LEFT, 0);
    stage_press(&stage, KEY_BACKSPACE, 0);
    assert_string_equal(stage.app.typed, "xy");
    assert_int_equal(stage.app.caret, 1);
}

static void delete_takes_what_is_after_the_caret(void **state)
{
    (void)state;
    type("xe\xcc\x81y");
    stage_press(&stage, KEY_HOME, 0);
    stage_press(&stage, KEY_RIGHT, 0);
    stage_press(&stage, KEY_DELETE, 0);
    assert_string_equal(stage.app.typed, "xy");
    stage_press(&stage, KEY_END, 0);
    stage_press(&stage, KEY_DELETE, 0);
    assert_string_equal(stage.app.typed, "xy");
}

static void what_is_typed_goes_in_at_the_caret(void **state)
{
    (void)state;
    type("ac");
    stage_press(&stage, KEY_LEFT, 0);
    type("b");
    assert_string_equal(stage.app.typed, "abc");
    assert_int_equal(stage.app.caret, 2);
}

static void a_cut_text_is_in_the_clipboard_and_gone(void **state)
{
    (void)state;
    type("Atlas");
    struct effect effect = stage_press(&stage, 'x', MOD_CTRL);
    assert_int_equal(effect.kind, EFFECT_COPY);
    assert_string_equal(stage.app.clip, "Atlas");
    assert_string_equal(stage.app.typed, "");
    effect = stage_press(&stage, 'v', MOD_CTRL);
    assert_int_equal(effect.kind, EFFECT_PASTE);
}

static void a_long_text_keeps_the_caret_in_sight(void **state)
{
    (void)state;
    for (int i = 0; i < 20; i++)
        type("many words ");
    const struct draw_list *list = stage_view(&stage);
    const struct draw *field =
        draw_control(list, (struct control){MSG_CARET, CARET_END, 0});
    assert_non_null(field);
    assert_true(list->caret.x > field->rect.x);
    assert_true(list->caret.x + list->caret.w < field->rect.x + field->rect.w);
}

static void i_do_not_know_has_a_key_beside_the_field(void **state)
{
    (void)state;
    stage_press(&stage, KEY_ENTER, MOD_CTRL);
    assert_int_equal(stage.app.phase, PHASE_FEEDBACK);
    assert_false(stage.app.knew);
}

static void the_letters_of_keys_are_written_in_a_field(void **state)
{
    (void)state;
    int keys[] = {'m', 'e', 'b', 'h', 's', '0', '1'};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        struct input key = {.kind = INPUT_KEY, .key = keys[i]};
        struct msg msg = app_message(&stage.app, stage_view(&stage), &key);
        assert_int_equal(msg.kind, MSG_NONE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define FIELD(test)                                                            \
    cmocka_unit_test_setup_teardown(test, open_field, close_stage)
        FIELD(the_caret_passes_what_a_reader_sees_as_one),
        FIELD(backspace_takes_what_is_before_the_caret),
        FIELD(delete_takes_what_is_after_the_caret),
        FIELD(what_is_typed_goes_in_at_the_caret),
        FIELD(a_cut_text_is_in_the_clipboard_and_gone),
        FIELD(a_long_text_keeps_the_caret_in_sight),
        FIELD(i_do_not_know_has_a_key_beside_the_field),
        FIELD(the_letters_of_keys_are_written_in_a_field),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
