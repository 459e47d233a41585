/* Motions: how far they are at moments, that nobody waits for them, and that
 * nothing happens at rest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "app/stage.h"

static struct play stage;

static int open_stage(void **state)
{
    (void)state;
    stage_open(&stage);
    stage_do(&stage, MSG_FINISH, 0);
    return 0;
}

static int close_stage(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static int hundredths(double value)
{
    return (int)(value * 100 + (value < 0 ? -.5 : .5));
}

/* So many ms later, with nothing done. */
static void pass(int64_t ms)
{
    stage.mono_ms += ms;
    struct msg msg = {
        .kind = MSG_NONE, .at = stage_now(&stage), .mono_ms = stage.mono_ms};
    update(&stage.app, &msg);
}

static void a_card_turns_as_the_sheet_of_motions_shows(void **state)
{
    (void)state;
    assert_int_equal(hundredths(motion_turn_width(0)), 100);
    assert_int_equal(hundredths(motion_turn_width(55)), 72);
    assert_int_equal(hundredths(motion_turn_width(110)), 6);
    assert_int_equal(hundredths(motion_turn_width(165)), 70);
    assert_int_equal(hundredths(motion_turn_width(220)), 100);
}

static void a_turning_card_narrows_then_widens_without_a_jump(void **state)
{
    (void)state;
    for (int ms = 1; ms <= 220; ms++) {
        double step = motion_turn_width(ms) - motion_turn_width(ms - 1);
        assert_true(ms <= 110 ? step < 0 : step > 0);
        assert_true(step > -.02 && step < .02);
        assert_true(motion_turn_shade(ms) <= .1);
    }
    assert_int_equal(hundredths(motion_turn_shade(110)), 9);
    assert_int_equal(hundredths(motion_turn_shade(220)), 0);
}

static void a_seal_is_stamped_as_the_sheet_of_motions_shows(void **state)
{
    static const int moments[] = {0, 80, 160, 220};
    static const int sizes[] = {135, 118, 96, 100};
    static const int inks[] = {0, 50, 100, 100};
    (void)state;
    for (int i = 0; i < 4; i++) {
        assert_int_equal(hundredths(motion_stamp_size(moments[i])), sizes[i]);
        assert_int_equal(hundredths(motion_stamp_ink(moments[i])), inks[i]);
    }
    assert_int_equal(hundredths(motion_stamp_turn(0)), -900);
    assert_int_equal(hundredths(motion_stamp_turn(160)), -400);
    assert_int_equal(hundredths(motion_stamp_turn(220)), -400);
}

static void strokes_come_one_after_the_other(void **state)
{
    (void)state;
    assert_int_equal(hundredths(motion_strike_length(0, 60)), 50);
    assert_int_equal(hundredths(motion_strike_length(1, 60)), 0);
    assert_int_equal(hundredths(motion_strike_length(0, 120)), 100);
    assert_int_equal(hundredths(motion_strike_length(1, 180)), 50);
    assert_int_equal(hundredths(motion_strike_length(1, 240)), 100);
    assert_int_equal(hundredths(motion_strike_length(1, 900)), 100);
}

static void eased_movements_begin_at_0_and_end_at_1(void **state)
{
    (void)state;
    assert_int_equal(hundredths(motion_ease_in(0)), 0);
    assert_int_equal(hundredths(motion_ease_in(.5)), 13);
    assert_int_equal(hundredths(motion_ease_in(1)), 100);
    assert_int_equal(hundredths(motion_ease_out(0)), 0);
    assert_int_equal(hundredths(motion_ease_out(.5)), 88);
    assert_int_equal(hundredths(motion_ease_out(1)), 100);
}

static void a_motion_runs_for_its_time_and_no_longer(void **state)
{
    (void)state;
    for (int i = 0; i < MOTION_COUNT; i++) {
        enum motion_kind kind = (enum motion_kind)i;
        int lasts = motion_ms(kind);
        motion_begin(&stage.app, kind);
        assert_int_equal(motion_at_ms(&stage.app, kind), 0);
        pass(lasts / 2);
        assert_int_equal(hundredths(motion_share(&stage.app, kind)), 50);
        assert_int_equal(app_wait_ms(&stage.app), APP_FRAME_MS);
        pass(lasts - lasts / 2);
        assert_int_equal(hundredths(motion_share(&stage.app, kind)), 100);
        assert_false(motion_runs(&stage.app));
        assert_true(app_wait_ms(&stage.app) != APP_FRAME_MS);
    }
}

static void a_motion_that_does_not_run_is_at_its_end(void **state)
{
    (void)state;
    for (int i = 0; i < MOTION_COUNT; i++)
        assert_int_equal(
            hundredths(motion_share(&stage.app, (enum motion_kind)i)), 100);
}

static void what_a_person_does_finishes_all_that_moves(void **state)
{
    (void)state;
    motion_begin(&stage.app, MOTION_TURN);
    motion_begin(&stage.app, MOTION_STAMP);
    struct msg msg = {
        .kind = MSG_FINISH, .at = stage_now(&stage), .mono_ms = stage.mono_ms};
    update(&stage.app, &msg);
    assert_false(motion_runs(&stage.app));
}

static void with_motion_off_there_is_a_cross_fade_and_no_more(void **state)
{
    (void)state;
    stage.app.settings.values[SETTING_MOTION] = 0;
    motion_begin(&stage.app, MOTION_TURN);
    assert_false(stage.app.motions[MOTION_TURN].runs);
    assert_true(stage.app.motions[MOTION_FADE].runs);
    assert_int_equal(motion_at_ms(&stage.app, MOTION_TURN),
                     motion_ms(MOTION_TURN));
    pass(80);
    assert_false(motion_runs(&stage.app));
}

static void each_motion_has_a_number_of_its_own(void **state)
{
    (void)state;
    motion_begin(&stage.app, MOTION_PAGE);
    uint32_t first = stage_view(&stage)->serial;
    assert_int_equal(stage_view(&stage)->serial, first);
    motion_begin(&stage.app, MOTION_PAGE);
    assert_int_not_equal(stage_view(&stage)->serial, first);
}

#define ON_STAGE(test)                                                         \
    cmocka_unit_test_setup_teardown(test, open_stage, close_stage)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_card_turns_as_the_sheet_of_motions_shows),
        cmocka_unit_test(a_turning_card_narrows_then_widens_without_a_jump),
        cmocka_unit_test(a_seal_is_stamped_as_the_sheet_of_motions_shows),
        cmocka_unit_test(strokes_come_one_after_the_other),
        cmocka_unit_test(eased_movements_begin_at_0_and_end_at_1),
        ON_STAGE(a_motion_runs_for_its_time_and_no_longer),
        ON_STAGE(a_motion_that_does_not_run_is_at_its_end),
        ON_STAGE(what_a_person_does_finishes_all_that_moves),
        ON_STAGE(with_motion_off_there_is_a_cross_fade_and_no_more),
        ON_STAGE(each_motion_has_a_number_of_its_own),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
