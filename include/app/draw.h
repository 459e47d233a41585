/*
 * draw.h -- what is on the screen, as a list of plain values.
 *
 * view() makes the list, a painter paints it, a test compares it as text. All
 * lengths are device pixels; view has done the scaling. Later items lie over
 * earlier ones. An item that carries a message is what a click there sends; hit
 * testing is a walk over the list from its end.
 */
#ifndef APP_DRAW_H
#define APP_DRAW_H

#include <stdbool.h>
#include <stddef.h>

#include "app/msg.h"
#include "app/theme.h"
#include "base/arena.h"

struct rect {
    int x;
    int y;
    int w;
    int h;
};

enum draw_kind {
    DRAW_FILL,   /* rect in `color` */
    DRAW_BOX,    /* rounded rect: `fill` inside, border `line` px of `color` */
    DRAW_SHADOW, /* soft shadow of rect (blur `size`, 8 px down) */
    DRAW_TEXT,   /* one line of `text`; rect is its line box */
    DRAW_ICON,   /* `icon` fitted into rect, stroke in `color` */
    DRAW_SEAL,   /* seal with `text` (one character or two letters) */
    DRAW_STRIKE, /* the clerk's two strokes over rect, in `color` */
    DRAW_CLIP,   /* what follows is clipped to rect; empty rect: no clip */
};

enum face {
    FACE_DISPLAY, /* Gentium Plus */
    FACE_SERIF,   /* Gentium Book Plus */
    FACE_SERIF_ITALIC,
    FACE_SERIF_BOLD,
    FACE_SANS, /* Noto Sans CJK JP */
    FACE_SANS_BOLD,
    FACE_SEAL, /* Noto Serif CJK JP Bold */
    FACE_COUNT
};

enum icon {
    ICON_BACK,
    ICON_UNDO,
    ICON_PAGE,  /* a source */
    ICON_RING,  /* right */
    ICON_CROSS, /* wrong */
    ICON_CHECK,
    ICON_TODAY,
    ICON_COUNT
};

/* Seals change shape by stage, not only colour. */
enum seal {
    SEAL_NEW,      /* four corner brackets, grey character */
    SEAL_LEARNING, /* thin frame, grey character */
    SEAL_HELD,     /* thick frame, vermilion character */
    SEAL_KEPT,     /* solid, paper line and character */
    SEAL_LOGO,     /* solid with an inner line: 約 */
};

enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

struct draw {
    enum draw_kind kind;
    struct rect rect;
    enum token color;
    enum token fill;
    int line;   /* px of a border or stroke */
    int radius; /* px of corners */
    enum face face;
    int size; /* px per em of text; blur of a shadow */
    enum align align;
    enum icon icon;
    enum seal seal;
    int turn;         /* degrees, a stamped seal's */
    const char *text; /* in the frame arena */
    const char *lang; /* "ja": shapes of Han characters; NULL: "en" */
    bool clickable;
    bool focused; /* wears the focus ring (drawn by its own DRAW_BOX) */
    struct msg msg;
};

struct draw_list {
    struct arena *arena; /* the frame arena */
    struct draw *items;
    size_t count;
    size_t capacity;
};

/* An empty list in `arena`. */
void draw_init(struct draw_list *list, struct arena *arena);

/* Appends an item and returns it, to be filled further. */
struct draw *draw_add(struct draw_list *list, enum draw_kind kind,
                      struct rect rect, enum token color);

/* The topmost clickable item at a point, or NULL. */
const struct draw *draw_at(const struct draw_list *list, int x, int y);

/* The n-th clickable item (from 0), or NULL; and how many there are. */
const struct draw *draw_clickable(const struct draw_list *list, int n);
int draw_clickable_count(const struct draw_list *list);

/* The list as text, a line an item: kind, rect, colours, text, message. Lives
 * in the list's arena. */
const char *draw_dump(const struct draw_list *list);

/*
 * How wide and high text is; the painter's fonts behind two functions, so
 * that tests pass fixed widths. `size` is px per em.
 */
struct text_metrics {
    void *self;
    int (*width)(void *self, enum face face, int size, const char *lang,
                 const char *text, size_t length);
    int (*ascent)(void *self, enum face face, int size);
};

#endif
