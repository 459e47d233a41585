/*
 * parts.h -- the pieces that screens are made of, one place each.
 *
 * A pen carries what every piece needs: the program, the fonts' measures, the
 * list being made. All numbers given to a part are logical px at 100 %; the pen
 * scales style, icons, controls and keycaps to device pixels, and rects are
 * device pixels. A part that can be clicked counts itself and knows whether the
 * pointer or the focus ring is on it.
 */
#ifndef APP_PARTS_H
#define APP_PARTS_H

#include "app/app.h"
#include "app/wrap.h"

struct pen {
    const struct app *app;
    const struct text_metrics *metrics;
    struct draw_list *list;
    int clickables;
};

/* What a piece of text looks like. */
struct style {
    enum face face;
    int size;        /* logical px per em */
    int line_height; /* logical px */
    enum token color;
};

extern const struct style STYLE_HERO, STYLE_FIGURE, STYLE_H2, STYLE_TITLE,
    STYLE_H3, STYLE_CHOICE, STYLE_BODY, STYLE_BODY_BOLD, STYLE_SMALL,
    STYLE_CAPTION, STYLE_SERIF_ITALIC, STYLE_QUESTION_SMALL;

/* The same with another colour or size. */
struct style style_colored(struct style style, enum token color);
struct style style_sized(struct style style, int size, int line_height);

/* Device pixels of logical px at the current text scale; at least 1 for 1. */
int pen_px(const struct pen *pen, int logical);

/* Width in device px of one line. */
int pen_width(const struct pen *pen, struct style style, const char *text);

/* One line of text with its line box at (x, y); returns its width. */
int pen_text(struct pen *pen, struct style style, const char *text, int x,
             int y);

/* One line of text in a box of width `w`. */
void pen_text_in(struct pen *pen, struct style style, const char *text,
                 struct rect rect, enum align align);

/* Wrapped (balanced where asked) text from (x, y) in width `w`; returns the y
 * below it. With `draw` false it only measures. */
int pen_paragraph(struct pen *pen, struct style style, const char *text, int x,
                  int y, int w, bool balanced, bool draw);

/* A rect filled with a colour. */
void pen_fill(struct pen *pen, struct rect rect, enum token color);

/* A rounded box with a border. */
void pen_box(struct pen *pen, struct rect rect, int radius, int line,
             enum token border, enum token fill);

/* The state of a clickable piece. */
struct touch {
    bool hovered;
    bool focused;
};

/* Makes an invisible clickable over a rect; draw what is seen after it. */
struct touch pen_clickable(struct pen *pen, struct rect rect,
                           enum msg_kind kind, int number);

/* The focus ring around a rect whose corners have that radius. */
void pen_ring(struct pen *pen, struct rect rect, int radius);

/* A keycap 22 high with its name; returns its width. `x` is its left side, or
 * its right side where `from_right` is set. */
int pen_keycap(struct pen *pen, const char *name, int x, int y, bool from_right,
               enum token color, enum token fill);
int pen_keycap_width(const struct pen *pen, const char *name);

enum button_look { BUTTON_MAIN, BUTTON_INK, BUTTON_PLAIN, BUTTON_QUIET };

/* A button with its label left and its keycap last; `ring` shows the focus
 * ring even when nothing has been focused. */
void pen_button(struct pen *pen, struct rect rect, enum button_look look,
                const char *label, const char *key, enum msg_kind kind,
                int number, bool ring);

/* Keys and what they do, centred around `x`; pairs end with NULL. */
void pen_hints(struct pen *pen, int x, int y, const char *const *pairs);

/* A line of four thicknesses that sums up stages; counts by enum stage. */
void pen_ink_line(struct pen *pen, struct rect rect,
                  const int32_t counts[STAGE_COUNT]);

/* The Oxford rule. */
void pen_oxford(struct pen *pen, int x, int y, int w);

/* A sheet of paper with its double frame, shadow and the pile below it. */
void pen_sheet(struct pen *pen, struct rect rect, bool more_below);

/* A seal of a stage with its character. */
void pen_seal(struct pen *pen, enum seal seal, const char *text, int x, int y,
              int size);
enum seal seal_of_stage(enum stage stage);

/* The toast or the notice at the bottom of the window. */
void pen_notices(struct pen *pen);

/* The screens. */
void view_home(struct pen *pen);
void view_study(struct pen *pen);
void view_end(struct pen *pen);

#endif
