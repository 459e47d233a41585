/* The ways to a match and an order, and how they are answered. */
#include "cli/shot.h"

static void act(struct shot *shot, enum msg_kind kind, int number)
{
    shot_act(shot, (struct msg){.kind = kind, .number = number});
}

/* Joins all: right, but for the first two when they are to be wrong. */
void shot_match_all(struct shot *shot, bool wrong)
{
    const struct question *question = &shot->app.question;
    for (int k = 0; k < question->part_count; k++) {
        int part = question->places[k];
        act(shot, MSG_LEFT, wrong && part < 2 ? 1 - part : part);
        act(shot, MSG_RIGHT, k);
    }
}

/* Brings the strips to where they belong, the earliest first. */
void shot_order_all(struct shot *shot)
{
    const struct question *question = &shot->app.question;
    for (int k = 0; k < question->part_count; k++)
        for (int from = k; from < question->part_count; from++)
            if (shot->app.laying.at[from] == question->places[k]) {
                act(shot, MSG_STRIP, from);
                act(shot, MSG_STRIP, k);
                break;
            }
}

bool shot_match(struct shot *shot)
{
    bool there = shot_begin_parts(shot, FORM_MATCH);
    act(shot, MSG_LEFT, 0);
    act(shot, MSG_RIGHT, 2);
    act(shot, MSG_LEFT, 1);
    act(shot, MSG_RIGHT, 0);
    act(shot, MSG_LEFT, 2);
    return there;
}

bool shot_match_open(struct shot *shot)
{
    return shot_begin_parts(shot, FORM_MATCH);
}

bool shot_match_wrong(struct shot *shot)
{
    bool there = shot_begin_parts(shot, FORM_MATCH);
    shot_match_all(shot, true);
    act(shot, MSG_CHECK, 0);
    return there;
}

bool shot_match_right(struct shot *shot)
{
    bool there = shot_begin_parts(shot, FORM_MATCH);
    shot_match_all(shot, false);
    act(shot, MSG_CHECK, 0);
    return there;
}

bool shot_order(struct shot *shot)
{
    bool there = shot_begin_parts(shot, FORM_ORDER);
    act(shot, MSG_STRIP, 1);
    return there;
}

bool shot_order_open(struct shot *shot)
{
    bool there = shot_begin_parts(shot, FORM_ORDER);
    act(shot, MSG_PICK, 1);
    return there;
}

bool shot_order_wrong(struct shot *shot)
{
    bool there = shot_begin_parts(shot, FORM_ORDER);
    shot_order_all(shot);
    act(shot, MSG_STRIP, 0);
    act(shot, MSG_STRIP, 1);
    act(shot, MSG_CHECK, 0);
    return there;
}

bool shot_order_right(struct shot *shot)
{
    bool there = shot_begin_parts(shot, FORM_ORDER);
    shot_order_all(shot);
    act(shot, MSG_CHECK, 0);
    return there;
}
