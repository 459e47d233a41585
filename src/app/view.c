#include "app/app.h"

#include "app/parts.h"

/* The ring lies over all else, so it is drawn last: around what has the focus,
 * or around what the screen begins with. */
static void ring(struct pen *pen)
{
    const struct draw *item = draw_control(pen->list, pen->app->focus);
    if (!item)
        item = draw_control(pen->list, pen->initial);
    if (!item || item->msg.kind == MSG_NONE || item->rect.h <= 0)
        return;
    pen_ring(pen, item->rect, item->radius);
    pen->list->items[pen->list->count - 1].fade =
        (int)(1000 * (1 - motion_share(pen->app, MOTION_RING)));
}

static void fade_page(struct pen *pen, enum motion_kind kind)
{
    const struct app *app = pen->app;
    double share = motion_share(app, kind);
    if (share >= 1)
        return;
    struct draw *gone =
        draw_add(pen->list, DRAW_GONE,
                 (struct rect){0, 0, app->width, app->height}, TOKEN_NONE);
    gone->fade = (int)(1000 * share);
}

void view(const struct app *app, const struct text_metrics *metrics,
          struct draw_list *list)
{
    static void (*const screens[SCREEN_COUNT])(struct pen *) = {
        [SCREEN_HOME] = view_home,
        [SCREEN_STUDY] = view_study,
        [SCREEN_END] = view_end,
        [SCREEN_SETTINGS] = view_settings,
        [SCREEN_WELCOME] = view_welcome,
        [SCREEN_MISTAKES] = view_mistakes,
        [SCREEN_COMPONENTS] = view_components,
        [SCREEN_MOTION] = view_motion,
    };
    static void (*const overlays[])(struct pen *) = {
        [OVERLAY_HELP] = view_help,
        [OVERLAY_MENU] = view_menu,
        [OVERLAY_SAVE] = view_save,
    };
    struct pen pen = {.app = app, .metrics = metrics, .list = list};
    list->serial = app->motion_serial;
    screens[app->screen](&pen);
    pen_notices(&pen);
    view_strip(&pen);
    if (app->overlay != OVERLAY_NONE) {
        pen.initial = control_of(MSG_NONE, 0);
        overlays[app->overlay](&pen);
    }
    list->initial = pen.initial;
    ring(&pen);
    fade_page(&pen, MOTION_PAGE);
    fade_page(&pen, MOTION_FADE);
}
