/* The ways to each screen of which a picture is made. */
#include "cli/shot.h"

static void act(struct shot *shot, enum msg_kind kind, int number,
                const char *text)
{
    shot_act(shot, (struct msg){.kind = kind, .number = number, .text = text});
}

/* Answers the question on show, whatever its form. */
static void answer(struct shot *shot, bool wrong)
{
    const struct question *question = &shot->app.question;
    switch (question->request.form) {
    case FORM_CHOICE:
        act(shot, MSG_CHOOSE,
            (question->right + wrong) % question->option_count, NULL);
        break;
    case FORM_TYPED:
        if (wrong) {
            act(shot, MSG_DONT_KNOW, 0, NULL);
            break;
        }
        act(shot, MSG_TEXT, 0, question->answer);
        act(shot, MSG_CHECK, 0, NULL);
        break;
    case FORM_MATCH:
        shot_match_all(shot, wrong);
        act(shot, MSG_CHECK, 0, NULL);
        break;
    case FORM_ORDER:
        if (!wrong)
            shot_order_all(shot);
        act(shot, wrong ? MSG_DONT_KNOW : MSG_CHECK, 0, NULL);
        break;
    default:
        act(shot, MSG_SHOW, 0, NULL);
        act(shot, MSG_GRADE, wrong ? GRADE_AGAIN : GRADE_GOOD, NULL);
        break;
    }
    if (shot->app.phase == PHASE_FEEDBACK)
        act(shot, MSG_CONTINUE, 0, NULL);
}

static bool begin(struct shot *shot, enum form form)
{
    shot->app.form = form;
    act(shot, MSG_STUDY, 0, NULL);
    for (int i = 0; i < 2 * SESSION_MAX; i++) {
        if (shot->app.screen != SCREEN_STUDY)
            return false;
        if (shot->app.question.request.form == form)
            return true;
        answer(shot, false);
    }
    return false;
}

bool shot_begin_parts(struct shot *shot, enum form form)
{
    bool there = begin(shot, form);
    bool any = shot->options->word_count > 2; /* decks were named */
    while (there && !any && shot->app.question.part_count != 4) {
        answer(shot, false);
        while (shot->app.screen == SCREEN_STUDY &&
               shot->app.question.request.form != form)
            answer(shot, false);
        there = shot->app.screen == SCREEN_STUDY;
    }
    shot->app.toast[0] = '\0';
    return there;
}

static void answer_all(struct shot *shot)
{
    for (int i = 0; i < 4 * SESSION_MAX; i++)
        if (shot->app.screen == SCREEN_STUDY)
            answer(shot, i % 5 == 3);
}

static bool go_home(struct shot *shot)
{
    return shot->app.screen == SCREEN_HOME;
}

/* Kinds, but nothing to ask. */
static bool go_home_empty(struct shot *shot)
{
    static struct knowledge empty;
    empty = *shot->desk.knowledge;
    empty.deck_count = 0;
    empty.subject_count = 0;
    empty.item_count = 0;
    shot->app.knowledge = &empty;
    act(shot, MSG_DECKS_READ, 0, NULL);
    shot->app.toast[0] = '\0';
    return true;
}

/* Sittings until nothing is due any more. */
static bool go_home_done(struct shot *shot)
{
    for (int i = 0; i < 20; i++) {
        act(shot, MSG_STUDY, 0, NULL);
        if (shot->app.screen == SCREEN_HOME)
            break;
        answer_all(shot);
        act(shot, MSG_CONTINUE, 0, NULL);
    }
    shot->app.toast[0] = '\0';
    return shot->app.screen == SCREEN_HOME;
}

static bool go_study_front(struct shot *shot)
{
    return begin(shot, FORM_FLIP);
}

static bool go_study_back(struct shot *shot)
{
    bool there = begin(shot, FORM_FLIP);
    act(shot, MSG_SHOW, 0, NULL);
    return there;
}

static bool go_toast(struct shot *shot)
{
    bool there = go_study_back(shot);
    act(shot, MSG_GRADE, GRADE_GOOD, NULL);
    act(shot, MSG_UNDO, 0, NULL);
    return there && shot->app.toast[0];
}

static bool go_choice_open(struct shot *shot)
{
    return begin(shot, FORM_CHOICE);
}

static bool go_choice(struct shot *shot)
{
    bool there = begin(shot, FORM_CHOICE);
    act(shot, MSG_PICK, 1, NULL);
    act(shot, MSG_PICK, 1, NULL);
    return there;
}

static bool go_choice_wrong(struct shot *shot)
{
    bool there = begin(shot, FORM_CHOICE);
    if (there)
        act(shot, MSG_CHOOSE,
            (shot->app.question.right + 1) % shot->app.question.option_count,
            NULL);
    return there;
}

static bool go_choice_right(struct shot *shot)
{
    bool there = begin(shot, FORM_CHOICE);
    act(shot, MSG_CHOOSE, shot->app.question.right, NULL);
    return there;
}

static bool go_typed(struct shot *shot)
{
    return begin(shot, FORM_TYPED);
}

static bool go_typed_wrong(struct shot *shot)
{
    bool there = begin(shot, FORM_TYPED);
    act(shot, MSG_TEXT, 0, "19 Jan 1960");
    act(shot, MSG_CHECK, 0, NULL);
    return there;
}

static bool go_end(struct shot *shot)
{
    act(shot, MSG_STUDY, 0, NULL);
    answer_all(shot);
    return shot->app.screen == SCREEN_END;
}

static bool go_to(struct shot *shot, enum screen screen)
{
    act(shot, MSG_GO, (int)screen, NULL);
    return shot->app.screen == screen;
}

/* An exam in two months. */
static void set_exam(struct shot *shot)
{
    enum { DAYS = 61 };
    shot_act(shot,
             (struct msg){.kind = MSG_SETTING,
                          .number = moment_study_day(shot->app.now) + DAYS,
                          .x = SETTING_EXAM});
}

static bool go_home_exam(struct shot *shot)
{
    set_exam(shot);
    return go_home(shot);
}

static bool go_settings_exam(struct shot *shot)
{
    set_exam(shot);
    shot_act(shot, (struct msg){.kind = MSG_GO, .number = SCREEN_SETTINGS});
    return true;
}

static bool go_settings(struct shot *shot)
{
    return go_to(shot, SCREEN_SETTINGS);
}

static bool go_help(struct shot *shot)
{
    act(shot, MSG_HELP, 0, NULL);
    return shot->app.overlay == OVERLAY_HELP;
}

static bool go_menu(struct shot *shot)
{
    bool there = go_study_back(shot);
    act(shot, MSG_MENU, 0, NULL);
    return there && shot->app.overlay == OVERLAY_MENU;
}

static bool go_welcome(struct shot *shot)
{
    return go_to(shot, SCREEN_WELCOME);
}

/* Of the decks that were named; there is nothing to show when all is well. */
static bool go_mistakes(struct shot *shot)
{
    return shot->desk.problems.count > 0 && go_to(shot, SCREEN_MISTAKES);
}

static bool go_save_error(struct shot *shot)
{
    bool there = begin(shot, FORM_FLIP);
    shot->disk_full = true;
    for (int i = 0; i < 7 && there; i++) {
        answer(shot, false);
        act(shot, MSG_CLOSE, 0, NULL);
    }
    act(shot, MSG_RETRY, 0, NULL);
    return there && shot->app.overlay == OVERLAY_SAVE;
}

static bool go_components(struct shot *shot)
{
    return go_to(shot, SCREEN_COMPONENTS);
}

static bool go_motion(struct shot *shot)
{
    return go_to(shot, SCREEN_MOTION);
}

static const struct shot_row rows[] = {
    {"home", go_home},
    {"home-exam", go_home_exam},
    {"home-empty", go_home_empty},
    {"home-done", go_home_done},
    {"study-front", go_study_front},
    {"study-back", go_study_back},
    {"choice", go_choice},
    {"choice-open", go_choice_open},
    {"choice-wrong", go_choice_wrong},
    {"choice-right", go_choice_right},
    {"typed", go_typed},
    {"typed-wrong", go_typed_wrong},
    {"match", shot_match},
    {"match-open", shot_match_open},
    {"match-wrong", shot_match_wrong},
    {"match-right", shot_match_right},
    {"order", shot_order},
    {"order-open", shot_order_open},
    {"order-wrong", shot_order_wrong},
    {"order-right", shot_order_right},
    {"end", go_end},
    {"settings", go_settings},
    {"settings-exam", go_settings_exam},
    {"help", go_help},
    {"menu", go_menu},
    {"welcome", go_welcome},
    {"mistakes", go_mistakes},
    {"save-error", go_save_error},
    {"toast", go_toast},
    {"components", go_components},
    {"motion", go_motion},
};

const struct shot_row *shot_table(size_t *count)
{
    *count = sizeof rows / sizeof rows[0];
    return rows;
}
