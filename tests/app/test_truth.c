/* Truth and cloze: answered as a choice of two lines, and as a field. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/stage.h"

static const char lakes[] =
    "[kind lake]\nlabel = lake\nplural = lakes\ntitle = name\n"
    "[field lake.depth]\ntype = count\ncomplete = yes\nlabel = Depth\n"
    "ask = How deep is {title}?\ntrue = {title} is {value} metres deep.\n"
    "[deck]\ntitle = Lakes\n"
    "[lake baikal]\nname = Baikal\ndepth = 1642\nsource = Atlas\n"
    "[lake malawi]\nname = Malawi\ndepth = 706\nsource = Atlas\n"
    "[lake vostok]\nname = Vostok\ndepth = 510\nsource = Atlas\n"
    "[lake issyk]\nname = Issyk\ndepth = 668\nsource = Atlas\n"
    "[lake como]\nname = Como\ndepth = 410\nsource = Atlas\n";

static struct play stage;

static int open_lakes(void **state)
{
    (void)state;
    stage_open_deck(&stage, lakes);
    return 0;
}

static int close_lakes(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static void begin(enum form form)
{
    stage.app.form = form;
    stage_press(&stage, KEY_ENTER, 0);
    assert_int_equal(stage.app.question.request.form, form);
}

static void a_truth_is_one_of_two_lines(void **state)
{
    (void)state;
    begin(FORM_TRUTH);
    assert_true(stage_reads(&stage, "metres deep."));
    assert_true(stage_reads(&stage, "True") && stage_reads(&stage, "False"));

    stage_press(&stage, '1' + stage.app.question.right, 0);

    assert_true(stage.app.knew);
    assert_int_equal(stage.saved, 1);
    assert_true(stage.app.pending.events[0].chance > .49 &&
                stage.app.pending.events[0].chance < .51);
    assert_non_null(strstr(stage.app.pending.bodies[0], "\"form\":\"truth\""));
}

static void what_was_said_and_was_not_so_is_put_right(void **state)
{
    (void)state;
    begin(FORM_TRUTH);
    for (int i = 0; i < 20 && stage.app.question.right == 0; i++) {
        stage_press(&stage, '1', 0);
        stage_press(&stage, KEY_SPACE, 0);
    }
    assert_int_equal(stage.app.question.right, 1);

    stage_press(&stage, '1', 0);

    assert_false(stage.app.knew);
    assert_true(stage_reads(&stage, "Right is:"));
    assert_true(stage_reads(&stage, stage.app.question.answer));
}

static void a_cloze_is_typed_where_the_blank_is(void **state)
{
    (void)state;
    begin(FORM_CLOZE);
    assert_true(stage_reads(&stage, "\xe2\x96\xa2"));
    assert_true(app_wants_text(&stage.app));
    stage_send(&stage, (struct msg){.kind = MSG_TEXT,
                                    .text = stage.app.question.answer});

    stage_press(&stage, KEY_ENTER, 0);

    assert_true(stage.app.knew);
    assert_int_equal(stage.app.phase, PHASE_FEEDBACK);
    assert_non_null(strstr(stage.app.pending.bodies[0], "\"typed\":"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define LAKES(test)                                                            \
    cmocka_unit_test_setup_teardown(test, open_lakes, close_lakes)
        LAKES(a_truth_is_one_of_two_lines),
        LAKES(what_was_said_and_was_not_so_is_put_right),
        LAKES(a_cloze_is_typed_where_the_blank_is),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
