/* From what a person did to what it means: keys by the table, clicks by the
 * list that was last painted. */
#include "app/keys.h"

static struct msg nothing(void)
{
    return (struct msg){.kind = MSG_NONE};
}

static struct msg plain(enum msg_kind kind, int number)
{
    return (struct msg){.kind = kind, .number = number};
}

static int clickable_index(const struct draw_list *list,
                           const struct draw *item)
{
    int count = draw_clickable_count(list);
    for (int i = 0; i < count; i++)
        if (draw_clickable(list, i) == item)
            return i;
    return -1;
}

static struct msg focus_next(const struct app *app,
                             const struct draw_list *list, int step)
{
    int count = draw_clickable_count(list);
    if (count == 0)
        return nothing();
    int now = app->focus;
    if (now < 0)
        return plain(MSG_FOCUS, step > 0 ? 0 : count - 1);
    return plain(MSG_FOCUS, (now + step + count) % count);
}

/* Keys that repeat while they are held down do no more than move or erase. */
static bool may_repeat(enum msg_kind kind)
{
    return kind == MSG_PICK || kind == MSG_DELETE || kind == MSG_SCROLL ||
           kind == MSG_FOCUS;
}

static struct msg key_message(const struct app *app,
                              const struct draw_list *list,
                              const struct input *input)
{
    if (input->key == KEY_TAB)
        return focus_next(app, list, input->mods & MOD_SHIFT ? -1 : 1);
    bool activates = input->key == KEY_ENTER || input->key == KEY_SPACE;
    const struct draw *focused =
        app->focus >= 0 ? draw_clickable(list, app->focus) : NULL;
    if (activates && focused && !input->repeat &&
        !(app_wants_text(app) && input->key == KEY_SPACE))
        return focused->msg;
    if (app->screen == SCREEN_STUDY && app->phase == PHASE_ASKING &&
        app->picked >= 0 && input->key == KEY_ENTER && !input->repeat)
        return plain(MSG_CHOOSE, app->picked);
    if (input->key == KEY_PAGE_DOWN || input->key == KEY_PAGE_UP) {
        const struct key_row *row = keys_find(app, input->key, input->mods);
        if (!row)
            return plain(MSG_SCROLL, input->key == KEY_PAGE_DOWN ? 4 : -4);
    }
    const struct key_row *row = keys_find(app, input->key, input->mods);
    if (!row || (input->repeat && !may_repeat(row->msg)))
        return nothing();
    return plain(row->msg, row->number);
}

/* While a save has failed, Enter tries it again; nothing else goes on. */
static struct msg failed_message(const struct input *input)
{
    if (input->kind == INPUT_KEY && input->key == KEY_ENTER && !input->repeat)
        return plain(MSG_RETRY, 0);
    if (input->kind == INPUT_KEY && input->key == 'q' &&
        input->mods == MOD_CTRL)
        return plain(MSG_QUIT, 0);
    if (input->kind == INPUT_WAKE)
        return plain(MSG_TICK, 0);
    return nothing();
}

static struct msg pointer_message(const struct app *app,
                                  const struct draw_list *list,
                                  const struct input *input)
{
    const struct draw *item = draw_at(list, input->x, input->y);
    if (input->kind == INPUT_CLICK)
        return item ? item->msg : nothing();
    int hover = item ? clickable_index(list, item) : -1;
    return hover == app->hover ? nothing() : plain(MSG_HOVER, hover);
}

struct msg app_message(const struct app *app, const struct draw_list *list,
                       const struct input *input)
{
    if (input->kind == INPUT_CLOSE)
        return plain(MSG_QUIT, 0);
    if (input->kind == INPUT_RESIZE)
        return (struct msg){.kind = MSG_RESIZE, .x = input->x, .y = input->y};
    if (app->pending.failed)
        return failed_message(input);
    switch (input->kind) {
    case INPUT_KEY:
        return key_message(app, list, input);
    case INPUT_TEXT:
        return (struct msg){.kind = MSG_TEXT, .text = input->text};
    case INPUT_COMPOSE:
        return (struct msg){.kind = MSG_COMPOSE, .text = input->text};
    case INPUT_POINT:
    case INPUT_CLICK:
        return pointer_message(app, list, input);
    case INPUT_WHEEL:
        return plain(MSG_SCROLL, input->y);
    case INPUT_WAKE:
        return plain(MSG_TICK, 0);
    default:
        return nothing();
    }
}
