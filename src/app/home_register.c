/* The register of decks: what is kept of each, what is due and new today. */
#include "app/card.h"
#include "app/home_page.h"

enum {
    BLEED = 12, /* px by which a row's wash reaches beyond the column */
    TITLE_GAP = 2,
};

static const struct style caption = {FACE_SANS, 13, 20, TOKEN_INK3};

struct columns {
    int name;
    int name_w;
    int line;
    int line_w; /* 0: there is no room for it */
    int due;    /* right edges */
    int fresh;
};

static struct columns columns_of(struct pen *pen, struct rect area,
                                 const struct home_page *home)
{
    struct columns c;
    int right = area.x + area.w;
    c.fresh = right;
    c.due = right - home_px(pen, home, 60, 56, 56);
    c.name = area.x + home_px(pen, home, 56, 52, 52);
    c.line = right - home_px(pen, home, 336, 308, 276);
    c.line_w = home_px(pen, home, 144, 124, 100);
    c.name_w = c.line - c.name - pen_px(pen, 12);
    if (c.name_w < pen_px(pen, 190)) {
        c.line_w = 0;
        c.name_w = c.due - c.name - pen_px(pen, 48);
    }
    return c;
}

static enum stage stage_of(const struct progress_summary *sum)
{
    int32_t reached = 0;
    for (int stage = STAGE_KEPT; stage > STAGE_NEW; stage--) {
        reached += sum->stage[stage];
        if (reached * 2 >= sum->items && sum->items > 0)
            return (enum stage)stage;
    }
    return STAGE_NEW;
}

static void number_at(struct pen *pen, struct style style, int32_t n, int right,
                      struct rect row)
{
    int w = pen_px(pen, 60);
    const char *text =
        n > 0 ? arena_printf(pen->list->arena, "%d", n) : "\xe2\x80\x93";
    pen_text_in(pen, style, text, (struct rect){right - w, row.y, w, row.h},
                ALIGN_RIGHT);
}

static void kept_line(struct pen *pen, const struct progress_summary *sum,
                      const struct columns *c, struct rect row, int grown)
{
    struct rect line = {c->line, row.y + row.h / 2 - pen_px(pen, 6), c->line_w,
                        pen_px(pen, 12)};
    int kept = sum->items ? sum->stage[STAGE_KEPT] * 100 / sum->items : 0;
    pen_ink_line(pen, line, sum->stage, grown);
    pen_text_in(pen, STYLE_SMALL,
                arena_printf(pen->list->arena, "%d\xe2\x80\x89%%", kept),
                (struct rect){line.x + line.w + pen_px(pen, 12), row.y,
                              pen_px(pen, 60), row.h},
                ALIGN_LEFT);
}

static const char *contents(struct pen *pen, size_t deck, int w)
{
    struct arena *arena = pen->list->arena;
    const char *whole = home_contents(arena, pen->app, deck, false);
    return pen_width(pen, caption, whole) <= w
               ? whole
               : home_contents(arena, pen->app, deck, true);
}

/* Most titles are one line: only others are wrapped to find their height. */
static int title_height(struct pen *pen, const char *title, int w)
{
    if (pen_width(pen, STYLE_CHOICE, title) <= w)
        return pen_px(pen, STYLE_CHOICE.line_height);
    return pen_paragraph(pen, STYLE_CHOICE, title, 0, 0, w, false, false);
}

/* From the title's top to the end of the line below it. */
static int titles_height(struct pen *pen, size_t deck, const struct columns *c)
{
    const char *title = pen->app->knowledge->decks[deck]->title;
    return title_height(pen, title, c->name_w) + pen_px(pen, TITLE_GAP) +
           pen_px(pen, caption.line_height);
}

/* Title and contents, in the middle of the row. */
static void titles(struct pen *pen, size_t deck, const struct columns *c,
                   struct rect row)
{
    const char *title = pen->app->knowledge->decks[deck]->title;
    /* the line stands above it, so it may reach a little below */
    int w = c->name_w + (c->line_w ? pen_px(pen, 28) : 0);
    int y = row.y + (row.h - titles_height(pen, deck, c) + 1) / 2;
    y = pen_paragraph(pen, STYLE_CHOICE, title, c->name, y, c->name_w, false,
                      true);
    pen_text(pen, caption, contents(pen, deck, w), c->name,
             y + pen_px(pen, TITLE_GAP));
}

static int row_height(struct pen *pen, size_t deck, const struct columns *c,
                      const struct home_page *home)
{
    int needed = titles_height(pen, deck, c) + pen_px(pen, 3);
    int usual = home_px(pen, home, 64, 52, 52);
    return needed > usual ? needed : usual;
}

/* The row's control and its wash, which reach beyond the column. */
static void row_ground(struct pen *pen, size_t deck, struct rect row)
{
    struct rect wide = {row.x - BLEED, row.y, row.w + 2 * BLEED, row.h};
    struct touch touch =
        pen_control(pen, wide, 0, control_of(MSG_DECK, (int)deck));
    enum token wash = touch.pressed                     ? TOKEN_WASH2
                      : touch.hovered                   ? TOKEN_WASH
                      : pen->app->deck_row == (int)deck ? TOKEN_WASH
                                                        : TOKEN_NONE;
    if (wash != TOKEN_NONE)
        pen_fill(pen, wide, wash);
    pen_fill(pen, (struct rect){wide.x, wide.y, wide.w, pen_px(pen, 1)},
             TOKEN_RULE);
}

/* What stands on a deck's seal: its character, and for want of a font the
 * letters. */
static const char *seal_text(struct pen *pen, const struct deck *deck)
{
    if (!deck->seal && !deck->seal_letters)
        return "\xe5\xae\x88";
    return arena_printf(pen->list->arena, "%s %s", deck->seal ? deck->seal : "",
                        deck->seal_letters ? deck->seal_letters : "");
}

static void deck_row(struct pen *pen, size_t at, struct rect row,
                     const struct columns *c, int grown)
{
    const struct deck *deck = pen->app->knowledge->decks[at];
    const struct home_deck *counted = &pen->app->home.decks[at];
    row_ground(pen, at, row);
    if (row.y >= pen->clip.y + pen->clip.h || row.y + row.h <= pen->clip.y)
        return; /* out of sight, but Tab comes to it */
    pen_seal(pen, seal_of_stage(stage_of(&counted->sum)), seal_text(pen, deck),
             row.x, row.y + (row.h - pen_px(pen, 38)) / 2, 38);
    titles(pen, at, c, row);
    if (c->line_w)
        kept_line(pen, &counted->sum, c, row, grown);
    number_at(pen, STYLE_CHOICE, counted->due, c->due, row);
    number_at(pen, style_colored(STYLE_CHOICE, TOKEN_INK2), counted->fresh,
              c->fresh, row);
}

static int captions(struct pen *pen, struct rect area, const struct columns *c,
                    const struct home_page *home)
{
    int w = pen_px(pen, 60);
    int h = pen_px(pen, 20);
    int y = area.y + home_px(pen, home, 14, 14, 6);
    pen_text(pen, caption, "Deck", c->name, y);
    if (c->line_w)
        pen_text(pen, caption, "Facts kept", c->line, y);
    pen_text_in(pen, caption, "Due", (struct rect){c->due - w, y, w, h},
                ALIGN_RIGHT);
    pen_text_in(pen, caption, "New", (struct rect){c->fresh - w, y, w, h},
                ALIGN_RIGHT);
    return area.y + home_px(pen, home, 39, 40, 30);
}

/* All rows, those on show drawn; returns the height of all. */
static int rows(struct pen *pen, struct rect list, const struct columns *c,
                const struct home_page *home, int first, bool draw)
{
    int y = first;
    for (size_t i = 0; i < pen->app->knowledge->deck_count; i++) {
        int h = row_height(pen, i, c, home);
        if (draw)
            deck_row(pen, i, (struct rect){list.x, y, list.w, h}, c,
                     home->grown);
        y += h;
    }
    return y - first;
}

/* What can be done with the register; what more of it there is below. */
static void hints(struct pen *pen, struct rect area, int y, bool more_below)
{
    static const struct card_hint each[] = {
        {"\xe2\x86\x91", "\xe2\x86\x93", "choose a deck", {MSG_NONE, 0, 0}},
        {"Space", NULL, "study this deck", {MSG_DECK, -1, 0}},
        {"F5", NULL, "read decks again", {MSG_READ_DECKS, 0, 0}},
    };
    struct style style = style_colored(caption, TOKEN_INK2);
    int w = area.w;
    if (more_below) {
        int icon = pen_px(pen, 24);
        int own = pen_width(pen, style, "More below") + icon;
        w -= own + pen_px(pen, 12);
        pen_text_in(pen, style, "More below",
                    (struct rect){area.x + area.w - own, y, own - icon,
                                  pen_px(pen, 22)},
                    ALIGN_LEFT);
        pen_icon(pen, ICON_DOWN, area.x + area.w - pen_px(pen, 18),
                 y + pen_px(pen, 2), 18, TOKEN_INK2);
    }
    card_hints_left(pen, area.x, y, w, each,
                    (int)(sizeof each / sizeof each[0]));
}

/* Whole lines by which the list can be moved. */
static int lines_beyond(const struct pen *pen, int h, int room)
{
    int line = pen_px(pen, 24);
    return h > room ? (h - room + line - 1) / line : 0;
}

void home_register(struct pen *pen, struct rect area,
                   const struct home_page *home)
{
    struct columns c = columns_of(pen, area, home);
    struct rect list = area;
    int foot = home_px(pen, home, 48, 47, 40);
    if (area.h < foot + pen_px(pen, 48))
        return; /* what is due comes first */
    list.y = captions(pen, area, &c, home);
    int room = area.y + area.h - foot - list.y;
    int h = rows(pen, list, &c, home, 0, false);
    list.h = h < room ? h : room;
    pen->list->scroll_max = lines_beyond(pen, h, room);
    int lines = pen->app->scroll < pen->list->scroll_max
                    ? pen->app->scroll
                    : pen->list->scroll_max;
    int moved = lines * pen_px(pen, 24);
    if (moved > h - list.h)
        moved = h - list.h;
    pen_clip(pen,
             (struct rect){list.x - BLEED, list.y, list.w + 2 * BLEED, list.h});
    rows(pen, list, &c, home, list.y - moved, true);
    pen_unclip(pen);
    pen_fill(pen,
             (struct rect){list.x - BLEED, list.y + list.h, list.w + 2 * BLEED,
                           pen_px(pen, 1)},
             TOKEN_RULE);
    hints(pen, area, list.y + list.h + home_px(pen, home, 17, 13, 9),
          moved < h - list.h);
}
