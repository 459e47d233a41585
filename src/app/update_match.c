/* A match: a number and a letter are joined, in either order. */
#include "app/update.h"

static const struct effect nothing = {EFFECT_NONE};

static int parts_of(const struct app *app)
{
    return app->question.part_count;
}

/* The ring goes on to what is to be done next. */
static void go_on(struct app *app)
{
    for (int i = 0; i < parts_of(app); i++)
        if (app->laying.joined[i] < 0) {
            app->focus = (struct control){MSG_LEFT, i, 0};
            return;
        }
    app->focus = (struct control){MSG_CHECK, 0, 0};
}

/* A letter that is taken comes from where it was. */
static void join(struct app *app, int left, int right)
{
    struct laying *laying = &app->laying;
    int before = laying_joined_to(app, right);
    if (before >= 0)
        laying->joined[before] = -1;
    laying->joined[left] = right;
    laying->turn[left] = ++laying->joins;
    laying->left = -1;
    laying->right = -1;
    go_on(app);
}

/* What was chosen comes into sight. */
static void come_into_sight(struct app *app, const struct msg *msg)
{
    app->scroll = app->scroll + msg->x > 0 ? app->scroll + msg->x : 0;
}

/* A second time the same takes the first one back. */
static void choose_left(struct app *app, int i)
{
    struct laying *laying = &app->laying;
    if (i < 0 || i >= parts_of(app))
        return;
    if (laying->right >= 0) {
        join(app, i, laying->right);
        return;
    }
    laying->left = laying->left == i ? -1 : i;
    app->focus = (struct control){MSG_LEFT, i, 0};
}

static void choose_right(struct app *app, int k)
{
    struct laying *laying = &app->laying;
    if (k < 0 || k >= parts_of(app))
        return;
    if (laying->left >= 0) {
        join(app, laying->left, k);
        return;
    }
    laying->right = laying->right == k ? -1 : k;
    app->focus = (struct control){MSG_RIGHT, k, 0};
}

/* What waits no longer does; else the last pair is taken apart. */
static void take_apart(struct app *app)
{
    struct laying *laying = &app->laying;
    int last = -1;
    if (laying->left >= 0 || laying->right >= 0) {
        laying->left = -1;
        laying->right = -1;
        return;
    }
    for (int i = 0; i < parts_of(app); i++)
        if (laying->joined[i] >= 0 &&
            (last < 0 || laying->turn[i] > laying->turn[last]))
            last = i;
    if (last < 0)
        return;
    laying->joined[last] = -1;
    app->focus = (struct control){MSG_LEFT, last, 0};
}

static struct effect give_up(struct app *app)
{
    laying_begin(app);
    app->laying.passed = true;
    return app_answer_parts(app);
}

struct effect update_match(struct app *app, const struct msg *msg)
{
    switch (msg->kind) {
    case MSG_LEFT:
        come_into_sight(app, msg);
        choose_left(app, msg->number);
        return nothing;
    case MSG_RIGHT:
        come_into_sight(app, msg);
        choose_right(app, msg->number);
        return nothing;
    case MSG_APART:
        take_apart(app);
        return nothing;
    case MSG_DONT_KNOW:
        return give_up(app);
    case MSG_CHECK:
        return laying_left_to_match(app) ? nothing : app_answer_parts(app);
    default:
        return nothing;
    }
}
