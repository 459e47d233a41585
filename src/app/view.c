#include "app/app.h"

#include "app/parts.h"

void view(const struct app *app, const struct text_metrics *metrics,
          struct draw_list *list)
{
    static void (*const screens[SCREEN_COUNT])(struct pen *) = {
        [SCREEN_HOME] = view_home,
        [SCREEN_STUDY] = view_study,
        [SCREEN_END] = view_end,
    };
    struct pen pen = {app, metrics, list, 0};
    screens[app->screen](&pen);
    pen_notices(&pen);
}
