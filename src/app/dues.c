#include "app/app.h"

void app_grade_dues(const struct app *app, struct due dues[GRADE_COUNT])
{
    const struct item *item = app->question.request.item;
    const struct item_state *state = progress_of(app->progress, item->id);
    struct event review = {
        .kind = EVENT_REVIEW,
        .item = item->id,
        .at_ms = app->now.at_ms,
        .tz_min = app->now.tz_min,
        .study_day = moment_study_day(app->now),
        .chance = app->question.chance,
        .share = 1,
    };
    for (int grade = 0; grade < GRADE_COUNT; grade++) {
        review.grade = (enum grade)grade;
        dues[grade] =
            progress_after(&app->progress->settings, item->id, state, &review)
                .due;
    }
}
