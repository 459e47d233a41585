/* What was laid is judged and saved. */
#include "app/laying.h"
#include "app/update.h"

/* All in order is one chance among all orders; one part in its place, or one
 * pair, one among as many as there are places. */
static void judge(const struct app *app, bool all_right,
                  struct part_grade grades[PARTS_MAX])
{
    int count = app->question.part_count;
    for (int i = 0; i < count; i++) {
        bool right = laying_is_right(app, i) && !app->laying.passed;
        grades[i].grade = right ? GRADE_GOOD : GRADE_AGAIN;
        grades[i].chance = all_right ? app->question.chance : 1.0 / count;
    }
}

struct effect app_answer_parts(struct app *app)
{
    struct part_grade grades[PARTS_MAX];
    bool right = laying_right_count(app) == app->question.part_count;
    judge(app, right, grades);
    app->phase = PHASE_FEEDBACK;
    app->scroll = 0;
    app->focus = (struct control){MSG_NONE, 0, 0};
    app->knew = right;
    app->cue = right ? CUE_RIGHT : CUE_WRONG;
    if (!right && !app->laying.passed)
        motion_begin(app, MOTION_STRIKE);
    return app_review_parts(app, grades);
}
