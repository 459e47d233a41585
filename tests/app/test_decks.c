/* Decks that change while one studies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "stage.h"

static const char kind[] =
    "[kind river]\nlabel = river\nplural = rivers\ntitle = name\n"
    "[field river.length]\ntype = count\ncomplete = yes\nlabel = Length\n"
    "ask = How many kilometres long is {title}?\n"
    "[deck]\ntitle = Rivers\nhome = Earth\n";
static const char nile[] =
    "[river nile]\nname = Nile\nlength = 6650\nsource = Atlas\n";
static const char rhine[] =
    "[river rhine]\nname = Rhine\nlength = 1230\nsource = Atlas\n";
static const char danube[] =
    "[river danube]\nname = Danube\nlength = 2850\nsource = Atlas\n";

static void open_rivers(struct play *stage)
{
    char deck[1024];
    snprintf(deck, sizeof deck, "%s%s%s%s", kind, nile, rhine, danube);
    stage_open_deck(stage, deck);
    stage->app.form = FORM_FLIP;
}

/* As the window does: what was read takes its place, and it is told. */
static void take(struct play *stage, const char *first, const char *second,
                 const char *third)
{
    char deck[1024];
    snprintf(deck, sizeof deck, "%s%s%s%s", kind, first, second, third);
    struct source source =
        deck_text(&stage->arena, "rivers.ini", arena_text(&stage->arena, deck));
    problems_init(&stage->problems, &stage->arena);
    stage->knowledge =
        knowledge_build(&stage->arena, &source, 1, &stage->problems);
    stage->app.knowledge = stage->knowledge;
    stage->progress.knowledge = stage->knowledge;
    stage_do(stage, MSG_DECKS_READ, 0);
}

static const char *asked(const struct play *stage)
{
    return stage->app.question.request.item->id;
}

static void answer(struct play *stage)
{
    stage_do(stage, MSG_SHOW, 0);
    stage_do(stage, MSG_GRADE, GRADE_GOOD);
}

static void
given_a_file_that_changed_when_told_then_decks_are_read_beside(void **state)
{
    struct play stage;
    (void)state;
    open_rivers(&stage);
    stage_do(&stage, MSG_STUDY, 0);
    assert_int_equal(stage_do(&stage, MSG_DECKS_CHANGED, 0).kind,
                     EFFECT_READ_BESIDE);
    assert_int_equal(stage_do(&stage, MSG_DECKS_READY, 0).kind,
                     EFFECT_TAKE_DECKS);
    assert_int_equal(stage_do(&stage, MSG_TICK, 0).kind, EFFECT_NONE);
    stage_close(&stage);
}

static void given_f5_in_a_sitting_then_decks_are_read_beside(void **state)
{
    struct play stage;
    (void)state;
    open_rivers(&stage);
    stage_do(&stage, MSG_STUDY, 0);
    assert_int_equal(stage_press(&stage, KEY_F1 + 4, 0).kind,
                     EFFECT_READ_BESIDE);
    assert_true(stage.app.wants_decks);
    stage_close(&stage);
}

static void
given_a_question_on_show_when_decks_are_read_then_it_stays(void **state)
{
    struct play stage;
    char before[64];
    (void)state;
    open_rivers(&stage);
    stage_do(&stage, MSG_STUDY, 0);
    stage_do(&stage, MSG_SHOW, 0);
    snprintf(before, sizeof before, "%s", asked(&stage));
    take(&stage, nile, rhine, danube);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    assert_int_equal(stage.app.phase, PHASE_BACK);
    assert_string_equal(asked(&stage), before);
    assert_string_equal(stage.app.toast, "Decks read again");
    assert_ptr_not_equal(stage.app.asked_of, stage.knowledge);
    stage_do(&stage, MSG_GRADE, GRADE_GOOD);
    assert_int_equal(stage.app.session.answers, 1);
    assert_ptr_equal(stage.app.asked_of, stage.knowledge);
    assert_string_not_equal(asked(&stage), before);
    stage_close(&stage);
}

static void
given_an_answer_when_decks_are_read_then_it_can_be_taken_back(void **state)
{
    struct play stage;
    char before[64];
    (void)state;
    open_rivers(&stage);
    stage_do(&stage, MSG_STUDY, 0);
    snprintf(before, sizeof before, "%s", asked(&stage));
    answer(&stage);
    take(&stage, danube, nile, rhine);
    stage_do(&stage, MSG_UNDO, 0);
    assert_string_equal(asked(&stage), before);
    assert_int_equal(stage.app.session.answers, 0);
    assert_int_equal(stage.progress.count, 0);
    stage_do(&stage, MSG_REDO, 0);
    assert_int_equal(stage.app.session.answers, 1);
    stage_close(&stage);
}

/* The rivers without the one whose id is that. */
static void take_without(struct play *stage, const char *item)
{
    bool is_nile = strncmp(item, "nile", 4) == 0;
    bool is_rhine = strncmp(item, "rhine", 5) == 0;
    bool is_danube = strncmp(item, "danube", 6) == 0;
    take(stage, is_nile ? "" : nile, is_rhine ? "" : rhine,
         is_danube ? "" : danube);
}

static void
given_the_card_on_show_is_gone_then_it_is_answered_and_leaves(void **state)
{
    struct play stage;
    char gone[64];
    (void)state;
    open_rivers(&stage);
    stage_do(&stage, MSG_STUDY, 0);
    snprintf(gone, sizeof gone, "%s", asked(&stage));
    take_without(&stage, gone);
    assert_string_equal(asked(&stage), gone);
    assert_int_equal(stage.app.session.count, 3);
    answer(&stage);
    assert_int_equal(stage.app.session.answers, 1);
    assert_non_null(progress_of(&stage.progress, gone));
    assert_int_equal(stage.app.session.count, 2);
    assert_int_equal(stage.app.session.done, 0);
    stage_do(&stage, MSG_UNDO, 0);
    assert_string_equal(stage.app.toast, "There is nothing to take back");
    answer(&stage);
    answer(&stage);
    assert_int_equal(stage.app.screen, SCREEN_END);
    assert_int_equal(stage.app.session.answers, 3);
    stage_view(&stage);
    stage_close(&stage);
}

static void given_a_card_to_come_is_gone_then_it_is_not_asked(void **state)
{
    struct play stage;
    char gone[64];
    (void)state;
    open_rivers(&stage);
    stage_do(&stage, MSG_STUDY, 0);
    int next = stage.app.session.queue[1];
    snprintf(gone, sizeof gone, "%s", stage.app.session.entries[next].item->id);
    take_without(&stage, gone);
    assert_int_equal(stage.app.session.count, 2);
    answer(&stage);
    assert_string_not_equal(asked(&stage), gone);
    answer(&stage);
    assert_int_equal(stage.app.screen, SCREEN_END);
    stage_close(&stage);
}

static void
given_an_answered_card_is_gone_then_what_follows_is_taken_back(void **state)
{
    struct play stage;
    char gone[64];
    (void)state;
    open_rivers(&stage);
    stage_do(&stage, MSG_STUDY, 0);
    snprintf(gone, sizeof gone, "%s", asked(&stage));
    answer(&stage);
    answer(&stage);
    take_without(&stage, gone);
    assert_int_equal(stage.app.session.answers, 2);
    stage_do(&stage, MSG_UNDO, 0);
    assert_int_equal(stage.app.session.answers, 1);
    stage_do(&stage, MSG_UNDO, 0);
    assert_string_equal(stage.app.toast, "There is nothing to take back");
    assert_non_null(progress_of(&stage.progress, gone));
    stage_close(&stage);
}

static void given_answers_that_are_not_saved_then_decks_wait(void **state)
{
    struct play stage;
    (void)state;
    open_rivers(&stage);
    stage_do(&stage, MSG_STUDY, 0);
    stage.disk_full = true;
    answer(&stage);
    stage_do(&stage, MSG_CLOSE, 0);
    assert_int_equal(stage_do(&stage, MSG_DECKS_READY, 0).kind, EFFECT_NONE);
    assert_true(stage.app.decks_ready);
    stage.disk_full = false;
    assert_int_equal(stage_do(&stage, MSG_RETRY, 0).kind, EFFECT_TAKE_DECKS);
    stage_close(&stage);
}

static void given_mistakes_then_the_way_there_and_back_is_open(void **state)
{
    struct play stage;
    char before[64];
    (void)state;
    open_rivers(&stage);
    stage_do(&stage, MSG_STUDY, 0);
    snprintf(before, sizeof before, "%s", asked(&stage));
    take(&stage, nile, "[river rhine]\nname = Rhine\nlength = long\n", danube);
    assert_string_equal(stage.app.toast, "Decks read again: 1 mistake");
    struct control way = app_toast_control(&stage.app);
    assert_int_equal(way.kind, MSG_GO);
    assert_non_null(draw_control(stage_view(&stage), way));
    stage_press(&stage, 'w', 0);
    assert_int_equal(stage.app.screen, SCREEN_MISTAKES);
    take(&stage, nile, "[river rhine]\nname = Rhine\nlength = far\n", danube);
    assert_int_equal(stage.app.screen, SCREEN_MISTAKES);
    stage_press(&stage, KEY_ESCAPE, 0);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    assert_string_equal(asked(&stage), before);
    stage_press(&stage, 'w', 0);
    take(&stage, nile, rhine, danube);
    assert_int_equal(stage.app.screen, SCREEN_STUDY);
    answer(&stage);
    assert_int_equal(stage.app.session.answers, 1);
    stage_close(&stage);
}

static void
given_the_page_of_today_then_its_register_is_that_of_the_new_decks(void **state)
{
    struct play stage;
    (void)state;
    open_rivers(&stage);
    stage_do(&stage, MSG_DECKS_READY, 0);
    take(&stage, nile, "", "");
    assert_string_equal(stage.app.toast, "Decks read again");
    assert_int_equal(stage.app.home.all.items, 1);
    stage_view(&stage);
    stage_close(&stage);
}

/* The page of mistakes; the length of the Rhine is written so. */
static void open_mistakes(struct play *stage, const char *key,
                          const char *length)
{
    char other[128];
    snprintf(other, sizeof other, "[river rhine]\nname = Rhine\n%s = %s\n", key,
             length);
    open_rivers(stage);
    take(stage, nile, other, "");
    stage_press(stage, 'w', 0);
    assert_int_equal(stage->app.screen, SCREEN_MISTAKES);
}

static void given_one_reading_when_m_is_pressed_then_it_is_mended(void **state)
{
    struct play stage;
    (void)state;
    open_mistakes(&stage, "lenght", "1230");
    assert_true(stage_shows(&stage, "Mend it for me"));
    assert_int_equal(stage_press(&stage, 'm', 0).kind, EFFECT_MEND);
    stage.app.mended_line = 12;
    struct msg done = {.kind = MSG_MENDED};
    done.mono_ms = stage.mono_ms;
    done.at = stage_now(&stage);
    assert_int_equal(update(&stage.app, &done).kind, EFFECT_READ_DECKS);
    take(&stage, nile, rhine, "");
    assert_int_equal(stage.app.screen, SCREEN_HOME);
    assert_string_equal(stage.app.toast, "Line 12 mended");
    assert_true(stage.app.toast_may_undo);
    assert_int_equal(stage_press(&stage, 'z', MOD_CTRL).kind, EFFECT_UNMEND);
    update(&stage.app, &done);
    take(&stage, nile, "[river rhine]\nname = Rhine\nlenght = 1230\n", "");
    assert_string_equal(stage.app.toast, "Line 12 is as it was");
    assert_false(stage.app.may_unmend);
    stage_close(&stage);
}

static void
given_a_mend_that_failed_then_it_is_told_and_not_taken_back(void **state)
{
    struct play stage;
    (void)state;
    open_mistakes(&stage, "lenght", "1230");
    stage_press(&stage, 'm', 0);
    stage_send(&stage, (struct msg){.kind = MSG_MENDED, .text = "It is full"});
    assert_string_equal(stage.app.toast, "It is full");
    assert_int_equal(stage_press(&stage, 'z', MOD_CTRL).kind, EFFECT_NONE);
    stage_close(&stage);
}

static void
given_two_readings_then_no_mend_is_offered_and_m_is_the_menu(void **state)
{
    struct play stage;
    (void)state;
    open_mistakes(&stage, "length", "long");
    assert_false(stage_shows(&stage, "Mend it for me"));
    assert_int_equal(stage_press(&stage, 'm', 0).kind, EFFECT_NONE);
    assert_int_equal(stage.app.overlay, OVERLAY_MENU);
    stage_close(&stage);
}

static void
given_a_mend_then_the_struck_and_the_mended_word_are_drawn(void **state)
{
    struct play stage;
    (void)state;
    open_mistakes(&stage, "lenght", "1230");
    int line = app_problem(&stage.app)->line;
    snprintf(stage.app.excerpt, sizeof stage.app.excerpt, "%d lenght = 1230\n",
             line);
    assert_true(stage_shows(&stage, "lenght"));
    assert_true(stage_shows(&stage, "length"));
    assert_true(stage_shows(&stage, " = 1230"));
    stage_close(&stage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(given_one_reading_when_m_is_pressed_then_it_is_mended),
        cmocka_unit_test(
            given_a_mend_that_failed_then_it_is_told_and_not_taken_back),
        cmocka_unit_test(
            given_two_readings_then_no_mend_is_offered_and_m_is_the_menu),
        cmocka_unit_test(
            given_a_mend_then_the_struck_and_the_mended_word_are_drawn),
        cmocka_unit_test(
            given_a_file_that_changed_when_told_then_decks_are_read_beside),
        cmocka_unit_test(given_f5_in_a_sitting_then_decks_are_read_beside),
        cmocka_unit_test(
            given_a_question_on_show_when_decks_are_read_then_it_stays),
        cmocka_unit_test(
            given_an_answer_when_decks_are_read_then_it_can_be_taken_back),
        cmocka_unit_test(
            given_the_card_on_show_is_gone_then_it_is_answered_and_leaves),
        cmocka_unit_test(given_a_card_to_come_is_gone_then_it_is_not_asked),
        cmocka_unit_test(
            given_an_answered_card_is_gone_then_what_follows_is_taken_back),
        cmocka_unit_test(given_answers_that_are_not_saved_then_decks_wait),
        cmocka_unit_test(given_mistakes_then_the_way_there_and_back_is_open),
        cmocka_unit_test(
            given_the_page_of_today_then_its_register_is_that_of_the_new_decks),
    };
    setvbuf(stdout, NULL, _IOLBF, 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
