/*
 * parts.h -- the pieces that screens are made of, one place each.
 *
 * A pen carries what every piece needs: the program, the fonts' measures, the
 * list being made. Numbers given to a part are logical px at 100 %; pen_px()
 * scales type, icons, controls and keycaps to device pixels with the text
 * scale; margins and frames stay as they are. Rects are device pixels.
 *
 * A control is known by what it sends. Whether the pointer, a held button or
 * the focus is on it comes back as a touch; the ring itself is drawn by view()
 * when all else is, so that nothing covers it.
 */
#ifndef APP_PARTS_H
#define APP_PARTS_H

#include "app/app.h"
#include "app/wrap.h"

/* The state of a control. */
struct touch {
    bool hovered;
    bool focused;
    bool pressed;
};

struct pen {
    const struct app *app;
    const struct text_metrics *metrics;
    struct draw_list *list;
    struct control initial; /* has the ring until something is focused */
    struct rect clip;       /* in force; empty: none */
    struct rect clips[4];   /* those around it, the outermost first */
    int clip_count;
    const struct touch *forced; /* a picture of a state: nothing is clickable */
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
    STYLE_CAPTION, STYLE_SERIF_ITALIC, STYLE_QUESTION_SMALL, STYLE_MONO;

/* The same with another colour or size. */
struct style style_colored(struct style style, enum token color);
struct style style_sized(struct style style, int size, int line_height);

/* Device pixels of logical px at the current text scale; at least 1 for 1. */
int pen_px(const struct pen *pen, int logical);

/* Window width divided by the text scale: what layouts are chosen by. */
int pen_width_that_counts(const struct pen *pen);

/* Width in device px of one line. */
int pen_width(const struct pen *pen, struct style style, const char *text);

/* One line of text with its line box at (x, y); returns its width. */
int pen_text(struct pen *pen, struct style style, const char *text, int x,
             int y);

/* One line of text in a box. */
void pen_text_in(struct pen *pen, struct style style, const char *text,
                 struct rect rect, enum align align);

/* Text cut into lines (balanced where asked) that fit width `w`. */
struct text_lines pen_lines(struct pen *pen, struct style style,
                            const char *text, int w, bool balanced);

/* Wrapped (balanced where asked) text from (x, y) in width `w`; returns the y
 * below it. With `draw` false it only measures. */
int pen_paragraph(struct pen *pen, struct style style, const char *text, int x,
                  int y, int w, bool balanced, bool draw);

/* A rect filled with a colour; a rounded box with a border; an icon. */
void pen_fill(struct pen *pen, struct rect rect, enum token color);
void pen_box(struct pen *pen, struct rect rect, int radius, int line,
             enum token border, enum token fill);
void pen_icon(struct pen *pen, enum icon icon, int x, int y, int size,
              enum token color);

/* What follows is clipped to a rect and to those around it; and no longer. */
void pen_clip(struct pen *pen, struct rect rect);
void pen_unclip(struct pen *pen);

/* Makes a control over a rect with corners of `radius` px; draw what is seen
 * after it. */
struct touch pen_control(struct pen *pen, struct rect rect, int radius,
                         struct control control);
struct control control_of(enum msg_kind kind, int number);

/* The focus ring around a rect whose corners have that radius; view() and
 * pictures of states call it. */
void pen_ring(struct pen *pen, struct rect rect, int radius);

/* A keycap 22 high with its name; returns its width. `x` is its left side, or
 * its right side where `from_right` is set. The border's colour goes with the
 * text's. */
int pen_keycap(struct pen *pen, const char *name, int x, int y, bool from_right,
               enum token color, enum token fill);
int pen_keycap_width(const struct pen *pen, const char *name);

enum button_look { BUTTON_MAIN, BUTTON_INK, BUTTON_PLAIN, BUTTON_QUIET };

struct button {
    enum button_look look;
    const char *label;
    const char *key; /* NULL: it has none */
    struct control control;
    bool initial;  /* has the ring until something is focused */
    bool disabled; /* say beside it why */
};

/* A button with its label left and its keycap last; 36, 48 or 56 high by its
 * rect. */
void pen_button(struct pen *pen, struct rect rect, struct button button);

/* The width that suits a button of that height (px). */
int pen_button_width(const struct pen *pen, struct button button, int height);

/* What an option's row or a field says about itself. */
enum answered { ANSWERED_NOT, ANSWERED_RIGHT, ANSWERED_WRONG, ANSWERED_OTHER };

/* The box of a row, as its answer and the pointer make it; `picked` is under
 * the arrow keys. Its keycap 28 high, from row.x, in the middle of row.h. */
void pen_row_box(struct pen *pen, struct rect row, enum answered answered,
                 bool picked, struct touch touch);
void pen_row_key(struct pen *pen, struct rect row, const char *key, bool faded);

/* A row of a choice: keycap, text, and what it turned out to be. */
struct choice_row {
    const char *key;
    const char *text;
    enum answered answered;
    bool picked;     /* under the arrow keys */
    bool brief;      /* "Right" and "Yours" for want of room */
    bool small;      /* type of 17 px */
    int strike_rest; /* per mille of the strokes still to come */
    struct control control;
};
void pen_choice_row(struct pen *pen, struct rect rect, struct choice_row row);

/* The height that suits it before and after the answer; `pad` logical px above
 * and below its text. */
int pen_choice_row_height(struct pen *pen, const char *text, int w, int pad,
                          bool brief);

/* A grade's button: coloured band, keycap, name, when the card returns. */
void pen_grade(struct pen *pen, struct rect rect, enum grade grade,
               const char *returns);

extern const struct style pen_grade_returns;

/* Where its words begin, px from its left side. */
int pen_grade_text_x(const struct pen *pen, int w, int h);

/* A text field: what is in it, the caret, what an input method composes. */
struct text_field {
    const char *text;
    const char *composing;
    const char *hint;  /* while nothing is in it */
    int caret;         /* bytes before it; -1: the field is closed */
    bool caret_hidden; /* between two blinks */
    enum answered answered;
    const char *verdict; /* "Your answer"; NULL: none */
    int strike_rest;
    struct style style;
    struct control control;
};
void pen_field(struct pen *pen, struct rect rect, struct text_field field);

/* The width that a field `h` high needs for its text in one line, and the
 * height (at least `least`) that a closed one `w` wide needs. */
int pen_field_width(const struct pen *pen, struct text_field field, int h);
int pen_field_height(struct pen *pen, struct text_field field, int w,
                     int least);

/* Several values side by side, one of them chosen; each is a control that sends
 * MSG_SETTING. */
void pen_segments(struct pen *pen, struct rect rect, enum setting setting,
                  const char *const *labels, const int *values, int count,
                  int chosen);

/* The width that one of them asks for. */
int pen_segment_width(const struct pen *pen, const char *label);

/* On or off, with the word. */
void pen_switch(struct pen *pen, int x, int y, enum setting setting, bool on);

/* Minus, the value in words, plus. */
void pen_stepper(struct pen *pen, struct rect rect, enum setting setting,
                 const char *value);

/* A thumb on a line with ticks; `marks` label them, or NULL. `at` of 0 to
 * `steps`. */
void pen_slider(struct pen *pen, struct rect rect, enum setting setting, int at,
                int steps, const char *const *marks);

/* A word in a frame; returns its width. */
int pen_chip(struct pen *pen, const char *text, int x, int y);

/* A ring with a number inside, `share` per mille of it full. */
void pen_share_ring(struct pen *pen, struct rect rect, int line, int share,
                    const char *text);

/* A line that fills: `share` per mille. */
void pen_progress_line(struct pen *pen, struct rect rect, int share);

/* A line of four thicknesses that sums up stages; counts by enum stage. `grown`
 * per mille of its length is drawn. */
void pen_ink_line(struct pen *pen, struct rect rect,
                  const int32_t counts[STAGE_COUNT], int grown);

/* The Oxford rule. */
void pen_oxford(struct pen *pen, int x, int y, int w);

/* A sheet of paper with its double frame, shadow and the pile below it;
 * `inset` px from its edge to the frame. */
void pen_sheet(struct pen *pen, struct rect rect, int inset, bool more_below);

/* A dialog: scrim over all, which can no longer be reached, and a sheet `w`
 * wide and `h` high; returns where its text goes. */
struct rect pen_dialog(struct pen *pen, int w, int h);

/* A seal of a stage with its character; turned and grown as it is stamped when
 * `stamped` is set. */
void pen_seal(struct pen *pen, enum seal seal, const char *text, int x, int y,
              int size);
void pen_stamp(struct pen *pen, enum seal seal, const char *text, int x, int y,
               int size, int ms);
enum seal seal_of_stage(enum stage stage);

/* A dark strip with an icon or a seal, a line and a key, at its left top. */
struct toast {
    const char *text;
    const char *key; /* NULL: none */
    bool undoes;     /* has the undo icon */
    bool sealed;     /* has a seal of `seal` */
    enum seal seal;
};
struct rect pen_toast(struct pen *pen, struct toast toast, int x, int y,
                      bool draw);

/* A word over something; its tip points at (x, y). */
void pen_tooltip(struct pen *pen, const char *text, int x, int y);

/* The toast or the notice at the bottom of the window. */
void pen_notices(struct pen *pen);

/* The paper of a page with its spine, rail or head bar; returns where the
 * page's content goes within its margins (x, width) and y of its top; h to the
 * window's end. */
struct rect pen_page(struct pen *pen);

/* The screens and what lies over them. */
void view_home(struct pen *pen);
void view_study(struct pen *pen);
void view_end(struct pen *pen);
void view_settings(struct pen *pen);
void view_welcome(struct pen *pen);
void view_mistakes(struct pen *pen);
void view_components(struct pen *pen);
void view_motion(struct pen *pen);
void view_help(struct pen *pen);
void view_menu(struct pen *pen);
void view_save(struct pen *pen);

/* The line at the foot of the window about answers that are not saved. */
void view_strip(struct pen *pen);

#endif
