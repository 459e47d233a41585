/* From what a person did to what it means: keys by the table, clicks by the
 * list that was last painted. */
#include "app/keys.h"
#include "app/message.h"
#include "app/update.h"

static struct msg nothing(void)
{
    return (struct msg){.kind = MSG_NONE};
}

static struct msg plain(enum msg_kind kind, int number)
{
    return (struct msg){.kind = kind, .number = number};
}

static struct control control_at(const struct draw *item)
{
    if (!item)
        return (struct control){MSG_NONE, 0, 0};
    return (struct control){item->msg.kind, item->msg.number, item->msg.x};
}

static bool same(struct control a, struct control b)
{
    return a.kind == b.kind && a.number == b.number && a.x == b.x;
}

/* A field that has the ring takes what is typed, and leaves Enter to the
 * screen. */
static bool is_field(const struct draw *item)
{
    return item->msg.kind == MSG_CARET;
}

int message_lines_away(const struct app *app, const struct draw *item)
{
    int line = 24 * app_scale(app) / 100;
    int lines = (item->away + (item->away > 0 ? line - 1 : 1 - line)) / line;
    return lines;
}

/* The control after (or before) the one that has the ring, round the ends. */
static struct msg focus_next(const struct app *app,
                             const struct draw_list *list, int step)
{
    int count = draw_clickable_count(list);
    int now = -1;
    if (count == 0)
        return nothing();
    struct control from =
        draw_control(list, app->focus) && app->focus.kind != MSG_NONE
            ? app->focus
            : list->initial;
    for (int i = 0; i < count; i++)
        if (same(control_at(draw_clickable(list, i)), from))
            now = i;
    int next =
        now < 0 ? (step > 0 ? 0 : count - 1) : (now + step + count) % count;
    const struct draw *item = draw_clickable(list, next);
    return (struct msg){.kind = MSG_FOCUS,
                        .target = control_at(item),
                        .number = message_lines_away(app, item)};
}

/* No further than there is something to see. */
static struct msg scroll(const struct app *app, const struct draw_list *list,
                         int lines)
{
    int at = app->overlay != OVERLAY_NONE ? app->over_scroll : app->scroll;
    int most = list->scroll_max - at;
    int least = -at;
    int bounded = lines > most ? most : lines;
    bounded = bounded < least ? least : bounded;
    return bounded ? plain(MSG_SCROLL, bounded) : nothing();
}

/* Keys that repeat while they are held down do no more than move or erase. */
static bool may_repeat(enum msg_kind kind)
{
    return kind == MSG_PICK || kind == MSG_DELETE || kind == MSG_SCROLL ||
           kind == MSG_FOCUS || kind == MSG_DECK_STEP || kind == MSG_SIDE ||
           kind == MSG_MOVE;
}

/* What the arrow keys come to: an option, or a place of an order, where what
 * is lifted goes no further than the ends. */
static struct control picked_next(const struct app *app, int step)
{
    int lifted = app->laying.lifted;
    if (app_form(app) != FORM_ORDER)
        return (struct control){MSG_CHOOSE, app_picked_next(app, step), 0};
    return (struct control){
        MSG_STRIP, lifted < 0 ? app_picked_next(app, step) : lifted + step, 0};
}

/* To the next option, and as far as it takes to see it. */
static struct msg pick(const struct app *app, const struct draw_list *list,
                       int step)
{
    struct control next = picked_next(app, step);
    const struct draw *item = draw_control(list, next);
    return (struct msg){.kind = MSG_PICK,
                        .number = step,
                        .x = item ? message_lines_away(app, item) : 0};
}

/* To the next row, and as far down as it takes to see it. */
static struct msg deck_step(const struct app *app, const struct draw_list *list,
                            int step)
{
    struct control next = {MSG_DECK, app->deck_row + step, 0};
    const struct draw *item = draw_control(list, next);
    return (struct msg){.kind = MSG_DECK_STEP,
                        .number = step,
                        .x = item ? message_lines_away(app, item) : 0};
}

/* A page is read to its end before its key does anything else. */
static bool reads_on(const struct app *app, const struct draw_list *list,
                     int key)
{
    int at = app->overlay != OVERLAY_NONE ? app->over_scroll : app->scroll;
    return (key == KEY_PAGE_DOWN && at < list->scroll_max) ||
           (key == KEY_PAGE_UP && at > 0 && list->scroll_max > 0);
}

/* In the menu the keys that it names do what they do below it. */
static const struct key_row *row_of(const struct app *app,
                                    const struct draw_list *list,
                                    const struct input *input)
{
    const struct key_row *row = keys_find(app, input->key, input->mods);
    if (row || app->overlay != OVERLAY_MENU)
        return row;
    row = keys_find_below(app, input->key, input->mods);
    bool named =
        row && draw_control(list, (struct control){row->msg, row->number, 0});
    return named ? row : NULL;
}

/* Left and Right change the setting whose control has the ring. */
static struct msg setting_step(const struct app *app,
                               const struct draw_list *list,
                               const struct input *input)
{
    const struct draw *item = draw_control(list, app->focus);
    if (!item || app->focus.kind == MSG_NONE)
        item = draw_control(list, list->initial);
    bool sets = item && (item->msg.kind == MSG_SETTING ||
                         item->msg.kind == MSG_SETTING_STEP);
    if (!sets || input->repeat || input->mods ||
        (input->key != KEY_LEFT && input->key != KEY_RIGHT))
        return nothing();
    return (struct msg){.kind = MSG_SETTING_STEP,
                        .number = input->key == KEY_LEFT ? -1 : 1,
                        .x = item->msg.x};
}

static struct msg key_message(const struct app *app,
                              const struct draw_list *list,
                              const struct input *input)
{
    if (input->key == KEY_TAB)
        return focus_next(app, list, input->mods & MOD_SHIFT ? -1 : 1);
    bool activates = (input->key == KEY_ENTER || input->key == KEY_SPACE) &&
                     !(input->mods & MOD_CTRL);
    const struct draw *focused = draw_control(list, app->focus);
    if (activates && focused && focused->msg.kind != MSG_NONE &&
        !is_field(focused) && !input->repeat &&
        !(app_wants_text(app) && input->key == KEY_SPACE))
        return focused->msg;
    if (app->overlay == OVERLAY_NONE && app->screen == SCREEN_STUDY &&
        app->phase == PHASE_ASKING && app_form(app) == FORM_CHOICE &&
        app->picked >= 0 && input->key == KEY_ENTER && !input->repeat)
        return plain(MSG_CHOOSE, app->picked);
    if (reads_on(app, list, input->key))
        return scroll(app, list, input->key == KEY_PAGE_DOWN ? 4 : -4);
    struct msg step = setting_step(app, list, input);
    if (step.kind != MSG_NONE)
        return step;
    const struct key_row *row = row_of(app, list, input);
    if (!row || (input->repeat && !may_repeat(row->msg)))
        return nothing();
    if (row->msg == MSG_SCROLL)
        return scroll(app, list, row->number);
    if (row->msg == MSG_SIDE ||
        (row->msg == MSG_PICK && app_form(app) == FORM_MATCH))
        return message_match_step(app, list, row);
    if (row->msg == MSG_PICK)
        return pick(app, list, row->number);
    if (row->msg == MSG_LEFT || row->msg == MSG_RIGHT || row->msg == MSG_PLACE)
        return message_lay(app, list, row);
    if (row->msg == MSG_FOCUS)
        return focus_next(app, list, row->number);
    if (row->msg == MSG_DECK_STEP)
        return deck_step(app, list, row->number);
    return plain(row->msg, row->number);
}

/* What a click on an item does: a field is opened by it, not obeyed. */
static struct msg click(const struct draw *item)
{
    if (app_settings_is_field(control_at(item)))
        return (struct msg){.kind = MSG_FOCUS, .target = control_at(item)};
    return item->msg;
}

/* The thumb of a slider goes with the pointer while it is held down. */
static bool drags(const struct app *app, const struct draw_list *list,
                  const struct draw *item)
{
    struct control thumb = {MSG_SETTING_STEP, 0, app->pressed.x};
    return item && app->pressed.kind == MSG_SETTING &&
           item->msg.kind == MSG_SETTING && item->msg.x == app->pressed.x &&
           item->msg.number != app->pressed.number && draw_control(list, thumb);
}

/* A size of text that changed under the pointer would carry the line away: it
 * is taken when the button is let go. */
static bool waits(const struct draw *item)
{
    return item->msg.x == SETTING_SCALE;
}

static struct msg pointer_message(const struct app *app,
                                  const struct draw_list *list,
                                  const struct input *input)
{
    const struct draw *item = draw_at(list, input->x, input->y);
    struct control at = control_at(item);
    if (input->kind == INPUT_PRESS)
        return (struct msg){
            .kind = MSG_PRESS,
            .target = at,
            .y = item ? input->y - item->rect.y - item->rect.h / 2 : 0};
    struct msg carried = message_carry(app, list, input);
    if (carried.kind != MSG_NONE)
        return carried;
    if (input->kind == INPUT_CLICK) {
        /* a button that was pressed elsewhere and let go here is no click */
        if (item && (same(at, app->pressed) || drags(app, list, item)))
            return click(item);
        return (struct msg){.kind = MSG_PRESS};
    }
    if (drags(app, list, item) && !waits(item)) {
        struct msg drag = item->msg;
        drag.y = 1;
        return drag;
    }
    if (same(at, app->hover))
        return nothing();
    return (struct msg){.kind = MSG_HOVER, .target = at};
}

struct msg app_message(const struct app *app, const struct draw_list *list,
                       const struct input *input)
{
    if (input->kind == INPUT_CLOSE)
        return plain(MSG_QUIT, 0);
    if (input->kind == INPUT_RESIZE)
        return (struct msg){.kind = MSG_RESIZE, .x = input->x, .y = input->y};
    switch (input->kind) {
    case INPUT_KEY:
        return key_message(app, list, input);
    case INPUT_TEXT:
        return (struct msg){.kind = MSG_TEXT, .text = input->text};
    case INPUT_COMPOSE:
        return (struct msg){.kind = MSG_COMPOSE, .text = input->text};
    case INPUT_POINT:
    case INPUT_PRESS:
    case INPUT_CLICK:
        return pointer_message(app, list, input);
    case INPUT_DROP:
        return (struct msg){.kind = MSG_DROP, .text = input->text};
    case INPUT_WHEEL:
        return scroll(app, list, input->y);
    case INPUT_WAKE:
        return plain(MSG_TICK, 0);
    case INPUT_DECKS_CHANGED:
        return plain(MSG_DECKS_CHANGED, 0);
    case INPUT_DECKS_READY:
        return plain(MSG_DECKS_READY, 0);
    default:
        return nothing();
    }
}
