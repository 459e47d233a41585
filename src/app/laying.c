/* How far a match or an order is laid, and what of it is right. */
#include "app/laying.h"

#include "app/update.h"

void laying_begin(struct app *app)
{
    struct laying *laying = &app->laying;
    *laying = (struct laying){.left = -1, .right = -1, .lifted = -1};
    for (int i = 0; i < PARTS_MAX; i++) {
        laying->joined[i] = -1;
        laying->at[i] = i;
    }
}

int laying_joined_to(const struct app *app, int right)
{
    for (int i = 0; i < app->question.part_count; i++)
        if (app->laying.joined[i] == right)
            return i;
    return -1;
}

int laying_left_to_match(const struct app *app)
{
    int left = 0;
    for (int i = 0; i < app->question.part_count; i++)
        left += app->laying.joined[i] < 0;
    return left;
}

int laying_place_of(const struct app *app, int part)
{
    int k = 0;
    while (k < app->question.part_count - 1 && app->question.places[k] != part)
        k++;
    return k;
}

bool laying_is_right(const struct app *app, int part)
{
    const struct laying *laying = &app->laying;
    const int *places = app->question.places;
    bool is_match = app_form(app) == FORM_MATCH;
    if (laying->passed)
        return false;
    if (is_match)
        return laying->joined[part] >= 0 &&
               places[laying->joined[part]] == part;
    for (int k = 0; k < app->question.part_count; k++)
        if (laying->at[k] == part)
            return places[k] == part;
    return false;
}

int laying_right_count(const struct app *app)
{
    int count = 0;
    for (int i = 0; i < app->question.part_count; i++)
        count += laying_is_right(app, i);
    return count;
}

enum answered laying_answered_as(const struct app *app, int part)
{
    if (app->phase != PHASE_FEEDBACK)
        return ANSWERED_NOT;
    if (app->laying.passed)
        return ANSWERED_OTHER;
    return laying_is_right(app, part) ? ANSWERED_RIGHT : ANSWERED_WRONG;
}
