/*
 * card.h -- the sheet of the study screen: where its parts lie.
 *
 * Rows and sheet keep their place and height when an answer appears, so all
 * of it is laid out for both sides at once. Margins and frames are plain
 * pixels; type, icons and controls grow with the text scale. Between the files
 * of the app only.
 */
#ifndef APP_CARD_H
#define APP_CARD_H

#include "app/flow.h"

/* What the window leaves room for. */
enum card_room {
    CARD_ROOMY,
    CARD_LOW,   /* a low window: small margins, no hints */
    CARD_LARGE, /* large text in a window: the body scrolls */
    CARD_HUGE,  /* text of 175 % and more: words go as well */
    CARD_ROOMS
};

/* Sizes that hang on it; px, those of type and gaps in the body logical. */
struct card_look {
    int inset;      /* from the sheet's edge to its frame */
    int margin;     /* to what lies within */
    int seal;       /* the head's, logical; never over `seal_most` px */
    int head;       /* height of the head without its seal */
    int foot;       /* from the foot's seal to the sheet's edge */
    int foot_seal;  /* px */
    int above;      /* from the sheet to the controls */
    int below;      /* from the controls to what is below them */
    int title;      /* type in the head */
    int prompt;     /* type of the question over its answer */
    int answer;     /* largest type of an answer */
    int why;        /* type of the explanation */
    int source;     /* type of the source */
    int gap_prompt; /* px in the body: above the question */
    int gap_answer; /* above the answer */
    int gap_rule;   /* above the hairline */
    int gap_why;    /* below it */
};

struct card_place {
    enum card_room room;
    const struct card_look *look;
    struct rect sheet;
    struct rect inner; /* what lies within the margins */
    int seal;          /* px of the head's seal */
    int body_top;      /* below the head's hairline */
    int body_bottom;   /* above the foot */
    int foot;          /* y of the foot's seal */
    int controls;      /* y of the buttons below the sheet */
    int controls_h;
    int hints; /* y of the hint line, 0: there is no room for it */
};

enum { CARD_SEAL_MOST = 44 };

/* A key that may be named below the sheet: `key` then `says`; `key2` a second
 * one. It is a control where it sends something. */
struct card_hint {
    const char *key;
    const char *key2;
    const char *says;
    struct control sent;
};

/* Where things lie in this window for a question of that form. */
struct card_place card_place(struct pen *pen, enum form form);

/* Head: seal, title, kind of fact, hairline. */
void card_head(struct pen *pen, const struct card_place *place);

/* The stage and its seal at the right of the foot. */
void card_stage(struct pen *pen, const struct card_place *place);

/* "More below" with its key: at the left of the foot of a flip card, where
 * rows need that room at the left below the sheet, there without its key where
 * `right` is too near. Returns its right side. */
int card_more_in_foot(struct pen *pen, const struct card_place *place);
int card_more(struct pen *pen, const struct card_place *place, int right);

/* Keys and what they do, centred below the sheet; `count` of them, as many as
 * fit from the first. */
void card_hints(struct pen *pen, const struct card_place *place, int y,
                const struct card_hint *hints, int count);

/* The same from `x` to the right, as many as fit `w`, below other things. */
void card_hints_left(struct pen *pen, int x, int y, int w,
                     const struct card_hint *hints, int count);

/* "Continue" at the right below the sheet, and where its left side is. */
void card_continue(struct pen *pen, const struct card_place *place);
int card_continue_left(const struct pen *pen, const struct card_place *place);

/* When the item returns, at the left, as wide as there is room. */
void card_returns(struct pen *pen, const struct card_place *place, int right);

/* The feedback after a judged answer: a bar, a bold line, why, the source. */
void card_feedback(struct pen *pen, const struct card_place *place,
                   struct flow *flow, const char *bold, const char *more);

/* What is inside the sheet for each form, and the controls below it; `more`
 * (what the first returned) lies below what is on show. */
bool view_flip(struct pen *pen, const struct card_place *place);
void view_flip_controls(struct pen *pen, const struct card_place *place);
bool view_choice(struct pen *pen, const struct card_place *place);
void view_choice_controls(struct pen *pen, const struct card_place *place,
                          bool more);
bool view_typed(struct pen *pen, const struct card_place *place);
void view_typed_controls(struct pen *pen, const struct card_place *place,
                         bool more);

bool view_match(struct pen *pen, const struct card_place *place);
void view_match_controls(struct pen *pen, const struct card_place *place,
                         bool more);
bool view_order(struct pen *pen, const struct card_place *place);
void view_order_controls(struct pen *pen, const struct card_place *place,
                         bool more);

/* The bar above the sheet; in the order in which Tab goes: back, then, when
 * all else is drawn, undo and more. */
void study_bar(struct pen *pen);
void study_bar_end(struct pen *pen);

#endif
