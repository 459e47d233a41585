/* The home screen on other days: no deck yet, and nothing due. */
#include "app/home_page.h"
#include "app/words.h"

/* A main button and a plain one; returns the y below. */
static int two_buttons(struct pen *pen, const struct home_page *home, int y,
                       struct button main, struct button plain)
{
    int h = home_px(pen, home, 56, 56, 48);
    int right = home->page.x + home->page.w;
    struct rect rect = {home->page.x, y, pen_button_width(pen, main, h), h};
    pen_button(pen, rect, main);
    rect.x += rect.w + pen_px(pen, 16);
    rect.w = pen_button_width(pen, plain, h);
    if (rect.x + rect.w > right) {
        rect.x = home->page.x;
        rect.y += h + pen_px(pen, 12);
    }
    pen_button(pen, rect, plain);
    return rect.y + h;
}

/* Where a deck file can be let go. */
static void drop_box(struct pen *pen, const struct home_page *home, int y)
{
    struct arena *arena = pen->list->arena;
    const char *folder = pen->app->decks_folder;
    struct rect page = home->page;
    int most = pen_px(pen, 262);
    int h = pen->app->height - y - home_px(pen, home, 48, 28, 16);
    struct rect box = {page.x, y, page.w, h < most ? h : most};
    struct draw *dashes = draw_add(pen->list, DRAW_DASHES, box, TOKEN_EDGE);
    dashes->line = pen_px(pen, 2);
    dashes->radius = pen_px(pen, 4);
    int seal = box.h < pen_px(pen, 170) ? 64 : 120;
    int x = box.x + home_px(pen, home, 50, 32, 20);
    pen_seal(pen, SEAL_NEW, "\xe7\xb4\x84", x,
             box.y + (box.h - pen_px(pen, seal)) / 2, seal);
    x += pen_px(pen, seal) + home_px(pen, home, 40, 32, 20);
    int w = box.x + box.w - x - pen_px(pen, 16);
    const char *says =
        folder ? arena_printf(arena,
                              "Any file that ends in .ini. Pacta copies it "
                              "to %s",
                              folder)
               : "Any file that ends in .ini";
    struct style body = style_colored(STYLE_BODY, TOKEN_INK2);
    int text_h =
        pen_paragraph(pen, body, says, 0, 0, w, false, false) + pen_px(pen, 34);
    y = box.y + (box.h - text_h) / 2;
    pen_text(pen, STYLE_H2, "Or drop a deck here", x, y);
    pen_paragraph(pen, body, says, x, y + pen_px(pen, 34), w, false, true);
}

void home_empty(struct pen *pen, const struct home_page *home)
{
    struct rect page = home->page;
    struct style body = style_sized(STYLE_BODY, 18, 27);
    int w = page.w < pen_px(pen, 640) ? page.w : pen_px(pen, 640);
    int y =
        home_title(pen, home,
                   pen->app->knowledge->deck_count == 0 ? "No decks yet"
                                                        : "Nothing to ask yet");
    y = pen_paragraph(pen, body,
                      "A deck is a plain text file: subjects, their facts, "
                      "their sources.",
                      page.x, y + home_px(pen, home, 18, 12, 6), w, false,
                      true);
    y = two_buttons(pen, home, y + home_px(pen, home, 26, 20, 12),
                    (struct button){.look = BUTTON_MAIN,
                                    .label = "Open the deck folder",
                                    .key = "O",
                                    .control = control_of(MSG_OPEN_FOLDER, 0),
                                    .initial = true},
                    (struct button){.look = BUTTON_PLAIN,
                                    .label = "Read the decks again",
                                    .key = "F5",
                                    .control = control_of(MSG_READ_DECKS, 0)});
    y += home_px(pen, home, 40, 28, 16);
    pen_oxford(pen, page.x, y, page.w);
    drop_box(pen, home, y + pen_px(pen, 6) + home_px(pen, home, 28, 20, 14));
}

/* When there is something again, and how long that takes. */
static const char *until(struct pen *pen)
{
    const struct app *app = pen->app;
    struct arena *arena = pen->list->arena;
    int day = 1;
    if (app->home.coming[1] == 0 && app->home.all.stage[STAGE_NEW] > 0 &&
        app->progress->settings.new_per_day > 0)
        return "Nothing is due until tomorrow morning. Then new cards.";
    while (day < HOME_COMING_DAYS && app->home.coming[day] == 0)
        day++;
    if (day == HOME_COMING_DAYS)
        return "Nothing is due in the next seven days.";
    int32_t on = moment_study_day(app->now) + day;
    const char *when =
        day == 1 ? "tomorrow morning" : date_weekday_name(date_weekday(on));
    int count = app->home.coming[day];
    int minutes = home_minutes(app, count);
    return arena_printf(arena, "Nothing is due until %s. Then %s, about %s.",
                        when, words_count(arena, count, "card", "cards"),
                        words_count(arena, minutes, "minute", "minutes"));
}

/* Something to do all the same: icon, what it is, what it means, its key. */
static int way_on(struct pen *pen, struct rect row, const char *title,
                  const char *says, const char *key, struct control control)
{
    struct style small = style_colored(STYLE_SMALL, TOKEN_INK2);
    struct rect wide = {row.x - 12, row.y, row.w + 24, row.h};
    int text = row.x + pen_px(pen, 46);
    int w = row.x + row.w - text - pen_px(pen, 48);
    int h = pen_px(pen, 25) +
            pen_paragraph(pen, small, says, 0, 0, w, false, false);
    if (wide.h < h + pen_px(pen, 24))
        wide.h = h + pen_px(pen, 24);
    struct touch touch = pen_control(pen, wide, 0, control);
    if (touch.hovered || touch.pressed)
        pen_fill(pen, wide, touch.pressed ? TOKEN_WASH2 : TOKEN_WASH);
    pen_fill(pen, (struct rect){row.x, row.y, row.w, pen_px(pen, 1)},
             TOKEN_RULE);
    int y = row.y + (wide.h - h) / 2;
    pen_icon(pen, ICON_NEXT, row.x + pen_px(pen, 2),
             row.y + (wide.h - pen_px(pen, 24)) / 2, 24, TOKEN_INK);
    pen_text(pen, STYLE_H3, title, text, y);
    pen_paragraph(pen, small, says, text, y + pen_px(pen, 25), w, false, true);
    pen_keycap(pen, key, row.x + row.w, row.y + (wide.h - pen_px(pen, 22)) / 2,
               true, TOKEN_INK2, TOKEN_PAPER);
    pen_fill(pen, (struct rect){row.x, row.y + wide.h, row.w, pen_px(pen, 1)},
             TOKEN_RULE);
    return row.y + wide.h;
}

static const char *still_new(struct pen *pen)
{
    const struct home *home = &pen->app->home;
    struct arena *arena = pen->list->arena;
    int fresh = home->all.stage[STAGE_NEW];
    return arena_printf(
        arena, "%s still new. Each new card adds about %s this month.",
        fresh == 1 ? "1 card is" : arena_printf(arena, "%d cards are", fresh),
        words_count(arena, home->cost_of_new, "review", "reviews"));
}

/* The day's seal and what it means; returns the y below. */
static int kept_seal(struct pen *pen, const struct home_page *home, int y)
{
    struct rect page = home->page;
    struct style body =
        style_colored(style_sized(STYLE_BODY, 18, 27), TOKEN_INK2);
    bool small = home->measure == HOME_SMALL;
    struct style title = small ? style_sized(STYLE_HERO, 36, 42) : STYLE_HERO;
    const char *says = until(pen);
    int size = small ? 84 : 144;
    int px = pen_px(pen, size);
    int gap = home_px(pen, home, 16, 12, 8);
    int x = page.x + px + home_px(pen, home, 48, 40, 26);
    int w = page.x + page.w - x;
    int h = pen_paragraph(pen, title, "Kept for today", 0, 0, w, true, false) +
            gap + pen_paragraph(pen, body, says, 0, 0, w, false, false);
    int below = y + (h > px ? h : px);
    pen_stamp(pen, SEAL_KEPT, "\xe5\xae\x88", page.x + pen_px(pen, 2),
              y + (below - y - px) / 2, size, motion_ms(MOTION_STAMP));
    y += (below - y - h) / 2;
    y = pen_paragraph(pen, title, "Kept for today", x, y, w, true, true);
    pen_paragraph(pen, body, says, x, y + gap, w, false, true);
    return below;
}

void home_done(struct pen *pen, const struct home_page *home)
{
    struct rect page = home->page;
    int y = home_title(pen, home, NULL) + home_px(pen, home, 131, 70, 44);
    y = kept_seal(pen, home, y) + home_px(pen, home, 85, 48, 24);
    pen_oxford(pen, page.x, y, page.w);
    if (pen->app->home.all.stage[STAGE_NEW] == 0)
        return;
    y += home_px(pen, home, 26, 20, 14);
    pen_text(pen, style_colored(STYLE_BODY, TOKEN_INK2),
             "If you would like to go on:", page.x, y + pen_px(pen, 2));
    way_on(pen,
           (struct rect){page.x, y + home_px(pen, home, 40, 36, 32), page.w,
                         home_px(pen, home, 76, 70, 64)},
           "Learn more new cards", still_new(pen), "N",
           control_of(MSG_MORE_NEW, 0));
}
