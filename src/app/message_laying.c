/* What keys and the pointer mean while parts are joined or put in order. */
#include "app/message.h"

#include "app/update.h"

static bool is_row(struct control control)
{
    return control.kind == MSG_LEFT || control.kind == MSG_RIGHT;
}

/* Where the arrow keys go from: nothing has the ring at first. */
static struct control step_from(const struct app *app,
                                const struct draw_list *list, int step)
{
    int last = app->question.part_count - 1;
    if (is_row(app->focus) && draw_control(list, app->focus))
        return app->focus;
    return (struct control){MSG_LEFT, step > 0 ? -1 : last + 1, 0};
}

struct msg message_match_step(const struct app *app,
                              const struct draw_list *list,
                              const struct key_row *row)
{
    int count = app->question.part_count;
    struct control to = step_from(app, list, row->number);
    bool is_first = to.number < 0 || to.number >= count;
    if (row->msg == MSG_PICK)
        to.number = (to.number + row->number + count) % count;
    else if (is_first)
        to = (struct control){row->number > 0 ? MSG_RIGHT : MSG_LEFT, 0, 0};
    else
        to.kind = row->number > 0 ? MSG_RIGHT : MSG_LEFT;
    const struct draw *item = draw_control(list, to);
    if (!item)
        return (struct msg){.kind = MSG_NONE};
    return (struct msg){.kind = MSG_FOCUS,
                        .target = to,
                        .number = message_lines_away(app, item)};
}

struct msg message_lay(const struct app *app, const struct draw_list *list,
                       const struct key_row *row)
{
    enum msg_kind kind = row->msg == MSG_PLACE ? MSG_STRIP : row->msg;
    const struct draw *item =
        draw_control(list, (struct control){kind, row->number, 0});
    return (struct msg){.kind = row->msg,
                        .number = row->number,
                        .x = item ? message_lines_away(app, item) : 0};
}

static int middle_of(struct rect rect)
{
    return rect.y + rect.h / 2;
}

/* The place on show whose middle is nearest to `y`; -1 when there is none. */
static int place_near(const struct app *app, const struct draw_list *list,
                      int y, int *away)
{
    int best = -1;
    for (int k = 0; k < app->question.part_count; k++) {
        const struct draw *item =
            draw_control(list, (struct control){MSG_STRIP, k, 0});
        if (!item || item->rect.h == 0)
            continue;
        int off = y - middle_of(item->rect);
        if (best >= 0 && (off < 0 ? -off : off) > (*away < 0 ? -*away : *away))
            continue;
        best = k;
        *away = off;
    }
    return best;
}

struct msg message_carry(const struct app *app, const struct draw_list *list,
                         const struct input *input)
{
    struct msg carried = {.kind = MSG_NONE};
    int from = app->pressed.number;
    int away = 0;
    if (app->pressed.kind != MSG_STRIP || app->overlay != OVERLAY_NONE)
        return carried;
    if (input->kind == INPUT_CLICK) {
        if (app->drags)
            carried = (struct msg){.kind = MSG_STRIP, .number = from};
        return carried;
    }
    int y = input->y - app->laying.hold_px;
    int place = place_near(app, list, y, &away);
    if (place < 0 || (input->x < 0 && input->y < 0))
        return carried;
    return (struct msg){
        .kind = MSG_DRAG, .number = place, .x = from, .y = away};
}
