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
    DRAW_SEAL,   /* seal with `text` (one character or two letters); of several
                  * words, as in "米 US", the first that fonts have */
    DRAW_STRIKE, /* the clerk's two strokes over rect, in `color`; `rest` */
    DRAW_DASHES, /* rounded rect as a dashed line, `line` px */
    DRAW_ARC,    /* ring in rect, `line` px thick, clockwise from the top over
                  * all of the round but `rest` */
    DRAW_MARK,   /* `mark` filled in rect; with `line`, its outline */
    DRAW_LAYER,  /* what follows, to DRAW_LAYER_END, is painted as one picture
                  * of rect: `squeeze`, `shade`, `dx`, `dy`, `fade` apply */
    DRAW_LAYER_END,
    DRAW_GONE, /* that part of the last frame before `serial`; as a layer */
    DRAW_CLIP, /* what follows is clipped to rect; empty rect: no clip */
};

enum face {
    FACE_DISPLAY, /* Gentium Plus */
    FACE_SERIF,   /* Gentium Book Plus */
    FACE_SERIF_ITALIC,
    FACE_SERIF_BOLD,
    FACE_SANS, /* Noto Sans CJK JP */
    FACE_SANS_BOLD,
    FACE_SEAL, /* Noto Serif CJK JP Bold */
    FACE_MONO, /* Noto Sans Mono CJK JP: source of decks */
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
    ICON_QUIZ,
    ICON_CLASSROOM,
    ICON_TIMELINE,
    ICON_PROGRESS,
    ICON_SETTINGS,
    ICON_FIND,
    ICON_NEXT, /* an arrow head to the right */
    ICON_SWAP,
    ICON_CLOCK,
    ICON_EDIT,
    ICON_WARNING,
    ICON_FOLDER,
    ICON_UP,
    ICON_DOWN,
    ICON_GRIP,
    ICON_PEOPLE,
    ICON_INFO,
    ICON_LOCK,
    ICON_TURN_LEFT, /* the arcs of the first page's second step */
    ICON_TURN_RIGHT,
    ICON_COUNT
};

/* Kinds of agreement, as filled shapes; a circle and a square serve others. */
enum mark {
    MARK_SQUARE,   /* alliance */
    MARK_FLAG,     /* declaration */
    MARK_CIRCLE,   /* supplies */
    MARK_DIAMOND,  /* secrets */
    MARK_TRIANGLE, /* equipment */
    MARK_HEXAGON,  /* visiting forces */
    MARK_TIP,      /* a triangle that points down, below a tooltip */
    MARK_FLAP,     /* a sheet seen while it turns: narrower at its foot */
    MARK_FALL,     /* a stroke `line` px thick from the left top */
    MARK_RISE,     /* and one from the left bottom, to the corner across */
    MARK_COUNT
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
    int turn; /* degrees, a stamped seal's */
    enum mark mark;
    int fade;    /* per mille of the way to nothing; 0 is opaque */
    int rest;    /* per mille of a stroke or ring still to come */
    int grow;    /* per mille more (or less) than its size: a seal's */
    int squeeze; /* per mille of the width that is gone, about the middle */
    int shade;   /* per mille of darkening */
    int dx;      /* px by which a layer is moved */
    int dy;
    const char *text; /* in the frame arena */
    const char *lang; /* "ja": shapes of Han characters; NULL: "en" */
    bool clickable;
    bool focused;  /* has the focus: view() puts the ring around it */
    bool unlisted; /* a pointer reaches it, Tab passes it by */
    int away;      /* px a control lies below (or above) what is on show */
    struct msg msg;
};

struct draw_list {
    struct arena *arena; /* the frame arena */
    struct draw *items;
    size_t count;
    size_t capacity;
    uint32_t serial; /* of the motion on show; DRAW_GONE is the frame before */
    struct control initial; /* has the ring while nothing is focused */
    int scroll_max;         /* lines by which what is on show can be scrolled */
    struct rect caret; /* of the open field: an input method's list is there */
};

/* An empty list in `arena`. */
void draw_init(struct draw_list *list, struct arena *arena);

/* Appends an item and returns it, to be filled further. */
struct draw *draw_add(struct draw_list *list, enum draw_kind kind,
                      struct rect rect, enum token color);

/* The topmost clickable item at a point, or NULL. */
const struct draw *draw_at(const struct draw_list *list, int x, int y);

/* What was drawn so far lies under a dialog: it cannot be clicked any more. */
void draw_cover(struct draw_list *list);

/* The item of a control, or NULL when it is not on show. */
const struct draw *draw_control(const struct draw_list *list,
                                struct control control);

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
