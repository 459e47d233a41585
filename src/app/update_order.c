/* An order: strips are lifted, moved and put down. */
#include "app/update.h"

static const struct effect nothing = {EFFECT_NONE};

/* A hand that trembles while it clicks drags nothing. */
enum { DRAG_FROM_PX = 5 };

static int last_place(const struct app *app)
{
    return app->question.part_count - 1;
}

static int within(const struct app *app, int place)
{
    int last = last_place(app);
    return place < 0 ? 0 : place > last ? last : place;
}

static bool is_place(const struct app *app, int place)
{
    return place >= 0 && place <= last_place(app);
}

static void lift(struct app *app, int place)
{
    app->laying.lifted = place;
    app->laying.drag_px = 0;
    app->picked = place;
    app->focus = (struct control){MSG_NONE, 0, 0};
}

static void put_down(struct app *app)
{
    app->laying.lifted = -1;
    app->laying.drag_px = 0;
    app->focus = (struct control){MSG_NONE, 0, 0};
}

/* Those between make room, as on a table. */
static void move_to(struct app *app, int to)
{
    struct laying *laying = &app->laying;
    int from = laying->lifted;
    int step = to > from ? 1 : -1;
    if (from < 0 || to == from)
        return;
    int part = laying->at[from];
    for (int k = from; k != to; k += step)
        laying->at[k] = laying->at[k + step];
    laying->at[to] = part;
    laying->lifted = to;
    app->picked = to;
}

static void come_into_sight(struct app *app, const struct msg *msg)
{
    app->scroll = app->scroll + msg->x > 0 ? app->scroll + msg->x : 0;
}

/* To the place above or below; round the ends only while nothing is
 * carried. */
static void pick(struct app *app, const struct msg *msg)
{
    come_into_sight(app, msg);
    if (app->laying.lifted >= 0)
        move_to(app, within(app, app->laying.lifted + msg->number));
    else
        app->picked = app_picked_next(app, msg->number);
    app->focus = (struct control){MSG_NONE, 0, 0};
}

static void lift_picked(struct app *app)
{
    if (app->laying.lifted >= 0)
        put_down(app);
    else
        lift(app, app->picked < 0 ? 0 : app->picked);
}

/* A click: what is lifted comes here. */
static void lay(struct app *app, int place)
{
    if (!is_place(app, place))
        return;
    if (app->laying.lifted < 0) {
        lift(app, place);
        return;
    }
    move_to(app, place);
    put_down(app);
}

static void place_at(struct app *app, int place)
{
    if (!is_place(app, place))
        return;
    if (app->laying.lifted < 0)
        lift(app, place);
    else
        move_to(app, place);
}

static void drag(struct app *app, const struct msg *msg)
{
    bool far = msg->y >= DRAG_FROM_PX || msg->y <= -DRAG_FROM_PX;
    app->pressed = (struct control){MSG_STRIP, msg->x, 0};
    if (!is_place(app, msg->x) || !is_place(app, msg->number) ||
        (!app->drags && !far && msg->number == msg->x))
        return;
    if (!app->drags)
        lift(app, msg->x);
    move_to(app, msg->number);
    app->drags = true;
    app->laying.drag_px = msg->y;
    app->pressed.number = msg->number;
}

static struct effect check(struct app *app)
{
    put_down(app);
    app->picked = -1;
    return app_answer_parts(app);
}

struct effect update_order(struct app *app, const struct msg *msg)
{
    switch (msg->kind) {
    case MSG_PICK:
        pick(app, msg);
        return nothing;
    case MSG_LIFT:
        lift_picked(app);
        return nothing;
    case MSG_STRIP:
        lay(app, msg->number);
        return nothing;
    case MSG_PLACE:
        come_into_sight(app, msg);
        place_at(app, msg->number);
        return nothing;
    case MSG_MOVE:
        if (app->laying.lifted >= 0)
            move_to(app, within(app, app->laying.lifted + msg->number));
        return nothing;
    case MSG_DRAG:
        drag(app, msg);
        return nothing;
    case MSG_DONT_KNOW:
        put_down(app);
        app->picked = -1;
        app->laying.passed = true;
        return app_answer_parts(app);
    case MSG_CHECK:
        return check(app);
    default:
        return nothing;
    }
}
