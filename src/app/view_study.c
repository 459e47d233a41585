/* The study screen: the bar above, the sheet, what can be done below; and how
 * the sheet turns and leaves. */
#include <math.h>

#include "app/card.h"

enum { TURN_EDGE_MS = 110, LEAVE_PX = 24, RISE_PX = 5 };

/* Returns true while more lies below what is on show. */
static bool inside(struct pen *pen, const struct card_place *place)
{
    const struct question *question = &pen->app->question;
    card_head(pen, place);
    if (question->option_count > 0)
        return view_choice(pen, place);
    switch (app_form(pen->app)) {
    case FORM_TYPED:
        return view_typed(pen, place);
    case FORM_MATCH:
        return view_match(pen, place);
    case FORM_ORDER:
        return view_order(pen, place);
    default:
        break;
    }
    return view_flip(pen, place);
}

static void controls(struct pen *pen, const struct card_place *place, bool more)
{
    const struct question *question = &pen->app->question;
    if (question->option_count > 0)
        view_choice_controls(pen, place, more);
    else if (app_form(pen->app) == FORM_TYPED)
        view_typed_controls(pen, place, more);
    else if (app_form(pen->app) == FORM_MATCH)
        view_match_controls(pen, place, more);
    else if (app_form(pen->app) == FORM_ORDER)
        view_order_controls(pen, place, more);
    else
        view_flip_controls(pen, place);
}

static bool more_in_pile(const struct app *app)
{
    return app->session.queue_count > 1;
}

static bool sheet(struct pen *pen, const struct card_place *place, bool pile)
{
    pen_sheet(pen, place->sheet, place->look->inset, pile);
    return inside(pen, place);
}

/* Squeezed about its middle: the side that was on show to the edge, then the
 * other one from it, over the next sheet of the pile. */
static bool turning(struct pen *pen, const struct card_place *place)
{
    int ms = motion_at_ms(pen->app, MOTION_TURN);
    int squeeze = (int)lround(1000 * (1 - motion_turn_width(ms)));
    int shade = (int)lround(1000 * motion_turn_shade(ms));
    bool before = ms < TURN_EDGE_MS;
    if (more_in_pile(pen->app))
        pen_sheet(pen, place->sheet, place->look->inset, true);
    struct draw *layer = draw_add(pen->list, before ? DRAW_GONE : DRAW_LAYER,
                                  place->sheet, TOKEN_NONE);
    layer->squeeze = squeeze;
    layer->shade = shade;
    if (before)
        return false;
    bool more = sheet(pen, place, false);
    draw_add(pen->list, DRAW_LAYER_END, place->sheet, TOKEN_NONE);
    return more;
}

/* The card that was answered slides away; the next one rises below it. */
static bool leaving(struct pen *pen, const struct card_place *place)
{
    const struct app *app = pen->app;
    double share = motion_share(app, MOTION_LEAVE);
    struct rect rect = place->sheet;
    pen_sheet(pen, place->sheet, place->look->inset, more_in_pile(app));
    struct draw *layer = draw_add(pen->list, DRAW_LAYER, rect, TOKEN_NONE);
    layer->dy = (int)lround(RISE_PX * (1 - motion_ease_out(share)));
    bool more = sheet(pen, place, false);
    draw_add(pen->list, DRAW_LAYER_END, rect, TOKEN_NONE);
    struct card_place before = card_place(pen, app->form_before);
    struct draw *gone =
        draw_add(pen->list, DRAW_GONE, before.sheet, TOKEN_NONE);
    gone->dx = -(int)lround(LEAVE_PX * motion_ease_out(share));
    gone->fade = (int)lround(1000 * share);
    return more;
}

void view_study(struct pen *pen)
{
    const struct app *app = pen->app;
    struct card_place place = card_place(pen, app_form(app));
    pen_fill(pen, (struct rect){0, 0, app->width, app->height}, TOKEN_DESK);
    study_bar(pen);
    bool more = false;
    if (motion_share(app, MOTION_TURN) < 1)
        more = turning(pen, &place);
    else if (motion_share(app, MOTION_LEAVE) < 1)
        more = leaving(pen, &place);
    else
        more = sheet(pen, &place, more_in_pile(app));
    controls(pen, &place, more);
    study_bar_end(pen);
}
